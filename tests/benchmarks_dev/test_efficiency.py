"""The grid of runs, its store, and what is made of them."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from benchmarks.contestants import CONTESTANTS
from benchmarks.grid import Failed, Spec, run_all
from benchmarks.peers.catalogue import PEERS
from benchmarks.records import SHARES, Record, Setting

from benchmarks import claims, efficiency, records, regret, report
from tunewise import methods

NAME = "synthetic/conditional"


def record(contestant, value, seed=0, benchmark=NAME, **setting):
    marks = tuple(value / share for share in SHARES)
    return Record(contestant, contestant, Setting(benchmark, seed, **setting), marks, 1, 2, 3, 4, 5, 0.5)


def test_a_store_gives_back_what_was_put_in(tmp_path):
    store = tmp_path / "some" / "store.jsonl"
    late = Record("b", "b {} 1", Setting(NAME, 1), (math.inf, *[0.5] * (len(SHARES) - 1)), 1, 2, 3, 4, 5, 0.1)
    for some in (record("a", 0.25), late):
        records.append(store, some)
    assert records.load(store) == [record("a", 0.25), late]
    store.write_text(store.read_text() + '["torn')
    assert records.load(store) == [record("a", 0.25), late]
    assert records.load(tmp_path / "none") == []


def test_the_grid_runs_what_is_missing_and_goes_on(tmp_path, capsys):
    store = tmp_path / "store.jsonl"
    options = ["--methods", "rs", "--tables", NAME, "--delays", "0", "--noise", "1", "--jobs", "1"]
    options += ["--budget", "1", "--store", str(store)]
    assert efficiency.main([*options, "--seeds", "1"]) == 0
    first = records.load(store)
    assert efficiency.main([*options, "--seeds", "2"]) == 0
    assert records.load(store)[:1] == first
    assert [some.setting.seed for some in records.load(store)] == [0, 1]
    page, methods_page = tmp_path / "page.md", tmp_path / "methods.md"
    methods_page.write_text(f"before\n{report.BEGIN} old {report.END}\nafter\n")
    written = [str(page), str(methods_page)]
    assert efficiency.main([*options, "--analyse", "--write", "--write-to", *written]) == 0
    assert "| rs | 2 |" in page.read_text()
    text = methods_page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| condition | family | tasks | `rs` |" in text


def test_runs_of_an_older_version_count_no_more(tmp_path, monkeypatch, capsys):
    store = tmp_path / "store.jsonl"
    identity = CONTESTANTS["rs"].identity
    old, now = record("rs", 0.5), dataclasses.replace(record("rs", 0.25), identity=identity)
    for some in (old, now, record("own", 0.4)):
        records.append(store, some)
    options = ["--tables", "synthetic", "--store", str(store), "--analyse"]
    assert efficiency.main(options) == 0
    assert "| rs | 1 |" in capsys.readouterr().out
    assert efficiency.main([*options, "--tidy"]) == 0
    assert records.load(store) == [now, record("own", 0.4)]


def test_a_run_that_fails_leaves_the_others_alone():
    def broken(problem, seed):
        raise ZeroDivisionError("no method today")

    setting = Setting(NAME, budget=0.5)
    specs = [Spec("broken", broken, {}, "broken"), Spec.of("rs")]
    outcomes = [outcome for outcome, _ in run_all([(spec, setting) for spec in specs], 1)]
    assert isinstance(outcomes[0], Failed)
    assert "no method today" in outcomes[0].error
    assert isinstance(outcomes[1], Record)
    assert outcomes[1].contestant == "rs"


def test_compare_prints_means(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(efficiency, "BEST", tmp_path / "best.json")
    monkeypatch.setattr(efficiency, "CACHE", tmp_path)
    mine = ("mine", lambda problem, seed: methods.rs(problem, seed=seed + 1))
    found = efficiency.compare(["rs", mine, ("asha2", "asha", {"reduction_factor": 2})], [NAME], 1, budget=1)
    assert {key[0] for key in found} == {"rs", "mine", "asha2"}
    assert "| asha2 | 1 |" in capsys.readouterr().out


def test_regret_is_zero_for_the_best_and_bounded():
    zero = regret.zeros([record("a", 0.1), record("b", 0.3)])
    assert zero == {NAME: 0.1}
    best = regret.regrets([record("a", 0.1)], zero)
    assert best[NAME, 0][-1] == 0.0
    late = Record("c", "c", Setting(NAME), (math.inf,) * len(SHARES), 1, 1, 1, 1, 1, 1.0)
    assert (regret.regrets([late], zero)[NAME, 0] == regret.WORST).all()


def test_means_are_over_benchmarks_with_intervals_around_them():
    rng = np.random.default_rng(0)
    runs = {(name, seed): rng.uniform(0.1, 0.5, 4) for name in "abcdef" for seed in range(4)}
    plain, logs = regret.arithmetic(runs), regret.geometric(runs)
    assert np.allclose(plain.mean, np.mean(list(runs.values()), axis=0))
    assert np.allclose(logs.mean, np.exp(np.mean(np.log(list(runs.values())), axis=0)))
    for estimate in (plain, logs):
        assert (estimate.low < estimate.mean).all()
        assert (estimate.mean < estimate.high).all()
    doubled = {key: 2 * values for key, values in runs.items()}
    assert np.allclose(regret.ratio(doubled, runs).mean, 2.0)
    assert np.allclose(regret.difference(doubled, runs).mean, plain.mean)
    assert (regret.wins(runs, doubled) == 1.0).all()
    assert (regret.wins(runs, runs) == 0.5).all()
    with pytest.raises(ValueError, match="no runs"):
        regret.arithmetic({})


def test_claims_are_tested_where_there_are_runs():
    runs = [record(name, value, seed) for seed in (0, 1) for name, value in (("rs", 0.4), ("bo", 0.2))]
    runs += [record("wise", 0.1, seed) for seed in (0, 1)]
    runs += [record("rs", 0.19, seed, workers=8) for seed in (0, 1)]
    verdicts = {verdict.claim: verdict for verdict in claims.test(runs, regret.zeros(runs))}
    assert verdicts["bo with 4 < rs with 4"].holds
    assert not verdicts["bo with 4 < rs with 8"].holds
    assert verdicts["bo with 4 < rs with 8"].word == "**no** / **no**"
    assert "mobster with 4 < asha with 4" not in verdicts
    assert not any("outside" in claim for claim in verdicts)
    text = report.everything(runs)
    assert "| bo with 4 < rs with 8 |" in text
    assert "made up, so exact" in text


def test_ours_are_set_against_the_outside_peer_that_is_furthest_ahead():
    runs = [record("wise", 0.2, seed) for seed in (0, 1)]
    runs += [record("optuna_gp", 0.3, seed) for seed in (0, 1, 2)]  # only pairs count
    runs += [record("syne_tune_asha", 0.25, 0), record("syne_tune_asha", 0.6, 1)]
    runs += [record("bo", 0.1, seed) for seed in (0, 1)]  # is no outside peer
    runs += [record("auto", 0.1, 0), record("auto", 0.15, 1)]
    verdicts = claims.test(runs, regret.zeros(runs))
    at_end = {verdict.claim: verdict for verdict in verdicts if verdict.share == 1.0}
    half = at_end["wise <= half of best outside (optuna_gp)"]
    assert (half.pairs, half.factor, half.holds) == (2, 0.5, False)
    assert half.difference[0] == pytest.approx(half.left - 0.5 * half.right)
    assert f"difference {half.difference[0]:+.3f} (" in half.figure.remark
    assert min(verdict.share for verdict in verdicts if "half" in verdict.claim) == claims.HALF_FROM
    assert at_end["wise <= best outside (optuna_gp)"].holds
    assert at_end["bo <= best outside (optuna_gp)"].holds
    itself = at_end["auto <= best of ours (bo) + 0.02"]
    assert itself.difference[0] == pytest.approx(itself.left - itself.right - 0.02)


def test_runs_on_few_benchmarks_say_nothing_of_a_family():
    names = [f"synthetic/{name}" for name in ("floats", "mixed", "corner", "crossing")]
    everywhere = [record("rs", 0.4, benchmark=name) for name in names]
    here = record("wise", 0.1, benchmark=names[0])
    told, left_out = claims.enough([*everywhere, here])
    assert told == everywhere
    assert left_out == ["wise (synthetic, 4 workers, start-up 0 epochs, noise 0: 1)"]
    assert left_out[0] in report.everything([*everywhere, here])
    assert claims.enough([*everywhere, here, record("wise", 0.1, benchmark=names[1])])[1] == []


def test_methods_stand_side_by_side_in_the_main_condition_and_in_others():
    floats = "synthetic/floats"
    runs = [record("rs", 0.4), record("rs", 0.3, benchmark=floats), record("wise", 0.2)]
    runs += [record("wise", 0.2, benchmark=floats), record("optuna_gp", 0.1), record("rs", 0.1, workers=16)]
    zero = regret.zeros(runs)
    wise, rs, peer = report.side_by_side(runs, zero).splitlines()[2:]
    assert (wise[:10], rs[:8], peer[:15]) == ("| `wise` |", "| `rs` |", "| *optuna_gp* |")
    assert wise.endswith("** |")
    assert not rs.endswith("** |")
    assert peer.endswith(" 0.000 (1 of 2) |")
    assert len(report.elsewhere(runs, zero).splitlines()) == 3
    there = report.elsewhere([*runs, record("wise", 0.2, workers=16)], zero).splitlines()[3]
    assert there.startswith("| 16 workers | synthetic | 1 | ")
    assert " **0.000** |  | " in there


def test_what_has_a_name_of_ours_elsewhere_is_set_against_it():
    compared = {peer for _, peer in claims.NAMESAKES}
    elsewhere = {name for name in PEERS if name.removeprefix("syne_tune_") in CONTESTANTS}
    assert elsewhere <= compared


def test_families_are_shown_apart():
    runs = [record("rs", 0.4), record("rs", 0.3, benchmark="synthetic/floats")]
    text = report.everything(runs)
    assert text.count("\n## ") == 1
    assert text.count("\n### synthetic, 4 workers") == 1
    assert [line for line in text.splitlines() if line.startswith("| rs | 2 |")]
