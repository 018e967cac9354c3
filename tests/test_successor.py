"""Experiments that go on with another space or method, as their successors."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.commands import TRAIN
from tests.helpers.invariants import check_state

from tunewise import (
    LocalBackend,
    Problem,
    SageMakerBackend,
    StoppingCriterion,
    Tuner,
    load_experiment,
    methods,
    resume,
    space,
    successor,
    tune,
)
from tunewise.benchmarks.definitions import benchmark_of
from tunewise.definition import read_definition, write_definition
from tunewise.events import Enqueue, Entry, JobEnded, Remark, Requested, StartJob, TryNext
from tunewise.housekeeping import HousekeepingError
from tunewise.journal import Journal, JournalBusyError, read_journal, write_journal
from tunewise.paths import ExperimentPaths, experiment_names
from tunewise.requests import ask
from tunewise.results import ExperimentResult, replay_folder
from tunewise.space import Config, SpaceError
from tunewise.successor import Difference, found
from tunewise.trial import TERMINAL, Status, Trial
from tunewise.tuner import Changes, TunerError

SMALLER = {"lr": space.loguniform(1e-3, 1e-1)}


def simulated(
    name: str = "old", method: str = "asha", trials: int = 12, **arguments: str
) -> ExperimentResult:
    benchmark = benchmark_of("transformer_wikitext2")
    how = methods.build(method, benchmark.problem, seed=1, arguments=arguments)
    stop = StoppingCriterion(max_num_trials_started=trials)
    return Tuner(benchmark.simulated(1), how, stop, workers=3, name=name).run(progress=False)


def lr_of(config: Config) -> float:
    return float(config["lr"])  # type: ignore[arg-type]


def curve(trial: Trial) -> list[tuple[int, float, float]]:
    return list(zip(trial.levels, trial.values, trial.times, strict=True))


def content(folder: Path) -> dict[str, bytes]:
    """The files that matter of an experiment."""
    skipped = {"snapshot", "bell", "journal.jsonl.new"}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in skipped)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


# ---- the history -----------------------------------------------------------------------------------------


def test_a_smaller_space_keeps_what_fits_and_says_what_does_not() -> None:
    old = simulated(type="promotion")
    before = content(old.paths.folder)
    name, remark = found("old", Difference(space=SMALLER))
    new = load_experiment(name)
    fitting = [trial for trial in old.state.trials if lr_of(trial.config) >= 1e-3]
    assert 0 < len(fitting) < 12
    assert [trial.config for trial in new.state.trials] == [trial.config for trial in fitting]
    assert [curve(trial) for trial in new.state.trials] == [curve(trial) for trial in fitting]
    assert [trial.status for trial in new.state.trials] == [trial.status for trial in fitting]
    assert [trial.jobs for trial in new.state.trials] == [trial.jobs for trial in fitting]
    assert new.state.now == old.state.now
    check_state(new.state)
    first = next(trial for trial in old.state.trials if lr_of(trial.config) < 1e-3)
    assert f"old-2 goes on from old with {len(fitting)} of 12 trials; without trials" in remark
    assert f"(trial {first.id}: lr: {first.config['lr']!r} isn't a number from 0.001 to 0.1)" in remark
    assert [note.text for note in new.state.remarks] == [remark]
    assert new.definition.method.seed == old.definition.method.seed + 1
    assert content(old.paths.folder) == before, "the earlier experiment isn't as it was"
    rows = [(row["epoch"], row["val_loss"], row["config_lr"]) for row in new.rows()]
    kept = [(r["epoch"], r["val_loss"], r["config_lr"]) for r in old.rows() if r["config_lr"] >= 1e-3]  # type: ignore[operator]
    assert rows == kept
    best = min(value for trial in fitting for value in trial.values)
    assert new.best is not None
    assert new.best.value == best


def test_the_journal_is_the_earlier_one_with_other_numbers() -> None:
    simulated(trials=4)
    old = ExperimentPaths.named("old")
    entries = list(read_journal(old.journal))
    starts = [a for entry in entries for a in entry.actions if isinstance(a, StartJob)]
    highest = 0.99 * lr_of(starts[0].config)
    fitting = [start for start in starts if lr_of(start.config) <= highest]
    assert 0 < len(fitting) < 4
    narrower = {"lr": space.loguniform(1e-4, highest)}
    name, _ = found("old", Difference(space=narrower))
    new = list(read_journal(ExperimentPaths.named(name).journal))
    renumbered = {start.trial_id: number for number, start in enumerate(fitting)}
    expected = []
    for entry in entries:
        plain = msgspec.to_builtins(entry)
        about = [plain["fact"], *plain.get("actions", [])]
        kept = [one for one in about if number_of(one) is None or number_of(one) in renumbered]
        expected += [renumber(one, renumbered) for one in kept]
    told = [msgspec.to_builtins(one) for entry in new[:-1] for one in (entry.fact, *entry.actions)]
    assert [one for one in told if one["event"] != "ticked"] == expected
    assert isinstance(new[-1].fact, Requested)
    assert new[-1].actions == []


def number_of(event: dict[str, Any]) -> int | None:
    if "job" in event:
        return int(event["job"][0])
    return event.get("trial_id")


def renumber(event: dict[str, Any], numbers: dict[int, int]) -> dict[str, Any]:
    if "job" in event:
        return {**event, "job": (numbers[event["job"][0]], event["job"][1])}
    return {**event, "trial_id": numbers[event["trial_id"]]} if "trial_id" in event else event


@pytest.mark.slow
@pytest.mark.parametrize("method", methods.names())
def test_every_method_goes_on_where_another_began(method: str) -> None:
    simulated(method="asha", trials=14, type="promotion")
    name, _ = found("old", Difference(space=SMALLER, method=method))
    kept = len(load_experiment(name).state.trials)
    result = resume(name, max_num_trials_started=kept + 6, progress=False)
    assert len(result.state.trials) == kept + 6
    assert all(result.problem.space.validate(trial.config) for trial in result.state.trials)
    check_state(result.state)
    assert read_definition(result.paths.definition).method.name == method


@settings(max_examples=25, deadline=None)
@given(
    low=st.floats(1e-4, 5e-2), dropped=st.sets(st.sampled_from(["dropout", "momentum", "clip"]), max_size=2)
)
@pytest.mark.slow
def test_any_part_of_a_space_makes_a_sound_experiment(low: float, dropped: set[str]) -> None:
    if "old" not in experiment_names():
        simulated(type="promotion", trials=20)
        local = {"kind": "local", **LocalBackend("train.py").to_json()}  # which takes any space
        paths = ExperimentPaths.named("old")
        definition = read_definition(paths.definition)
        write_definition(paths.definition, msgspec.structs.replace(definition, backend=local))
    old = load_experiment("old")
    narrower = Difference(space={"lr": space.loguniform(low, 0.1)}, without=dropped)
    fitting = [trial for trial in old.state.trials if lr_of(trial.config) >= low]
    if not fitting:
        return
    name, _ = found("old", narrower)
    new = replay_folder(ExperimentPaths.named(name))
    check_state(new.state)
    assert [curve(trial) for trial in new.state.trials] == [curve(trial) for trial in fitting]
    for trial, before in zip(new.state.trials, fitting, strict=True):
        assert trial.config == {k: v for k, v in before.config.items() if k not in dropped}
        over = before.status in TERMINAL or not dropped
        assert trial.status is (before.status if over else Status.STOPPED)


def test_what_people_asked_for_goes_along() -> None:
    simulated(trials=3)
    paths = ExperimentPaths.named("old")
    ask(paths, TryNext({"lr": 0.05}))
    ask(paths, TryNext({"lr": 0.0002}))
    ask(paths, Remark("the cluster was slow", trial_id=1))
    entries = [*read_journal(paths.journal)]
    now = entries[-1].fact.time
    config: Config = dict(load_experiment("old").state.trials[0].config)
    for number, lr in enumerate([0.05, 0.0002]):
        request = Requested(time=now, id=str(number), request=TryNext({"lr": lr}))
        entries.append(Entry(request, [Enqueue(time=now, id=str(number), config={**config, "lr": lr})]))
    write_journal(paths.journal, entries)
    name, remark = found("old", Difference(space=SMALLER))
    new = load_experiment(name)
    assert [one["lr"] for one in new.state.wanted.values()] == [0.05]
    assert "without 1 configuration of those that were to be tried" in remark
    assert not ExperimentPaths.named(name).requests.exists(), "requests wait for the earlier experiment"


# ---- kills -----------------------------------------------------------------------------------------------


def dying(inner: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    """Ends the process once nothing is left."""

    def call(*arguments: Any, **named: Any) -> object:  # noqa: ANN401
        if next(left) == 0:
            os._exit(9)
        return inner(*arguments, **named)

    return call


def test_killed_at_any_step_it_is_not_there_or_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trained(tmp_path)
    whole = load_experiment(found("lm", Difference(method="bo"), "whole")[0])
    steps = ("_copy_folder", "write_json", "write_journal", "write_definition")
    before, killed, step = content(ExperimentPaths.named("lm").folder), 0, 0
    while True:
        child = os.fork()
        if child == 0:
            left = itertools.count(step, -1)
            for name in steps:
                monkeypatch.setattr(successor, name, dying(getattr(successor, name), left))
            found("lm", Difference(method="bo"), f"new-{step}")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert content(ExperimentPaths.named("lm").folder) == before
        if status == 0:
            break
        killed += 1
        assert f"new-{step}" not in experiment_names()
        step += 1
    assert killed > 4
    made = load_experiment(f"new-{step}")
    assert [curve(trial) for trial in made.state.trials] == [curve(trial) for trial in whole.state.trials]


# ---- real trainings --------------------------------------------------------------------------------------


def trained(folder: Path, script: str = TRAIN, name: str = "lm") -> ExperimentResult:
    """Six trials of asha, of which some have paused."""
    (folder / "train.py").write_text(script)
    problem = Problem({"lr": space.uniform(0, 1)}, "loss", None, "epoch", 9, "epochs")
    method = methods.asha(problem, type="promotion", seed=3)
    stop = StoppingCriterion(max_num_trials_started=6)
    backend = LocalBackend(str(folder / "train.py"))
    return Tuner(backend, method, stop, workers=2, name=name).run(progress=False)


def paused(result: ExperimentResult) -> dict[int, int]:
    """The levels of the paused trials."""
    return {trial.id: trial.level for trial in result.state.trials.having(Status.PAUSED).values()}


@pytest.mark.slow
def test_trials_without_checkpoints_begin_again(tmp_path: Path) -> None:
    old = trained(tmp_path, TRAIN.replace("saved.write_text(str(epoch))", "pass"))
    waiting = paused(old)
    name, remark = found("lm", Difference(space={"lr": space.uniform(0, 2)}))
    number = "1 trial" if len(waiting) == 1 else f"{len(waiting)} trials"
    assert f"{number} without a checkpoint begin again where they go on" in remark
    result = resume(name, max_num_trials_started=8, progress=False)
    assert result.best is not None


@pytest.mark.slow
def test_a_tuned_function_goes_on() -> None:
    problem = Problem({"x": space.uniform(0, 1)}, "loss")
    tune(square, problem.space, "loss", trials=4, name="f", workers=2, progress=False)
    wider = {"x": space.uniform(-1, 1)}
    name, _ = found("f", Difference(space=wider, method="bo"))
    result = tune(square, wider, "loss", trials=6, name=name, resume=True, progress=False)
    assert len(result.state.trials) == 6
    assert all(trial.values for trial in result.state.trials)


def square(config: Config) -> float:
    return float(config["x"]) ** 2  # type: ignore[arg-type]


# ---- refusals --------------------------------------------------------------------------------------------


def test_what_can_have_no_successor(monkeypatch: pytest.MonkeyPatch) -> None:
    simulated(trials=3)
    for difference, error, why in (
        (Difference(without=["height"]), SpaceError, "There is no height to leave out"),
        (Difference(fill={"height": 1}), SpaceError, "There is no height to fill"),
        (
            Difference(space={"lr": space.uniform(5, 6)}),
            TunerError,
            "Nothing of old can be kept: trial 0: lr",
        ),
        (Difference(method="ahsa"), ValueError, "asha"),
        (Difference(without=["clip"]), ValueError, "The benchmark needs clip: tune it, or give it a const"),
    ):
        with pytest.raises(error, match=why):
            found("old", difference)
    with pytest.raises(TunerError, match="max_num_trials_started is 3, which is used up"):
        found("old", Difference(method="bo"), changes=Changes())
    with pytest.raises(HousekeepingError, match="already: choose another name"):
        found("old", Difference(method="bo"), "old")
    with pytest.raises(TunerError, match="An experiment of a study"):
        found("old", Difference(method="bo"), "study/new")
    assert experiment_names() == ["old"]


def test_checkpoints_that_lie_elsewhere_and_jobs_that_may_run_are_refused() -> None:
    simulated(trials=3)
    paths = ExperimentPaths.named("old")
    entries = list(read_journal(paths.journal))
    first_end = next(n for n, entry in enumerate(entries) if isinstance(entry.fact, JobEnded))
    write_journal(paths.journal, entries[:first_end])
    with pytest.raises(TunerError, match="The tuner of old was killed while jobs ran: `tunewise stop old`"):
        found("old", Difference(method="bo"))
    write_journal(paths.journal, entries)
    with Journal(paths.journal), pytest.raises(JournalBusyError, match="Another tuner is running 'old'"):
        found("old", Difference(method="bo"))
    there = SageMakerBackend(
        "train.py",
        image="x",
        role="arn:aws:iam::123456789012:role/x",
        s3="s3://bucket/tunewise",
        instance_type="ml.m5.large",
    )
    definition = read_definition(paths.definition)
    moved = msgspec.structs.replace(definition, backend={"kind": there.kind, **there.to_json()})
    write_definition(paths.definition, moved)
    with pytest.raises(TunerError, match="aren't in its folder but on sagemaker, so that it can't go on"):
        found("old", Difference(method="bo"))
    assert experiment_names() == ["old"]
