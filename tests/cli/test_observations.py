"""Trials of other systems as observations, from which any method learns without training them again."""

import itertools
from pathlib import Path

import msgspec
import pytest
from tests.helpers.commands import FLAGS, Call, lines
from tests.helpers.invariants import check_state
from tests.test_earlier import FLOAT, entry, param

from tunewise import DefineByRun, Problem, load_experiment, methods, resume, space
from tunewise.earlier import EarlierStudy, EarlierTrial, read_earlier
from tunewise.elsewhere import entries_of, observations
from tunewise.engine.ask_tell import AskTell
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.state import State
from tunewise.journal import write_journal
from tunewise.paths import ExperimentPaths
from tunewise.schedulers.base import Exhausted, Resume, Start, Verdict
from tunewise.trial import Status, Trial

SPACE = {"lr": space.uniform(0, 1)}
CURVES = Problem(SPACE, "loss", None, "epoch", 9)


def state_of(study: EarlierStudy, problem: Problem = CURVES, **fill: str) -> State:
    state = State(problem, RetryPolicy())
    for line in observations(study, problem, "csv:x", fill).entries:
        state.replay(line)
    check_state(state)
    return state


def points(trial: Trial) -> list[tuple[int, float]]:
    return list(zip(trial.levels, trial.values, strict=True))


def test_what_is_known_of_a_trial_becomes_its_lines() -> None:
    whole = EarlierTrial({"lr": 0.5}, 1.0, {1: 2.0, 9: 1.0, 10: 0.5})
    told = [msgspec.to_builtins(line) for line in entries_of(0, "csv:x", whole, CURVES)]
    why = {"kind": "elsewhere", "study": "csv:x"}
    start = {"event": "start", "time": 0.0, "trial_id": 0, "config": {"lr": 0.5}, "until": 9, "why": why}
    report = {"event": "reported", "time": 0.0, "job": (0, 0), "elapsed": 0.0}
    assert told == [
        {"fact": {"event": "ticked", "time": 0.0}, "actions": [start]},
        {"fact": {**report, "seq": 0, "values": {"loss": 2.0, "epoch": 1}}},
        {"fact": {**report, "seq": 1, "values": {"loss": 1.0, "epoch": 9}}},
        {"fact": {"event": "job_ended", "time": 0.0, "job": (0, 0), "elapsed": 0.0}},
    ]


def test_curves_and_ends() -> None:
    bare, whole = EarlierTrial({"lr": 0.1}, 3.0), EarlierTrial({"lr": 0.2}, 1.0, {3: 2.0, 9: 1.0})
    short = EarlierTrial({"lr": "0.3"}, 4.0, {1: 5.0, 2: 4.0})
    state = state_of(EarlierStudy([bare, whole], "min", [short]))
    trials = list(state.trials)
    assert [points(trial) for trial in trials] == [[(9, 3.0)], [(3, 2.0), (9, 1.0)], [(1, 5.0), (2, 4.0)]]
    assert [trial.status for trial in trials] == [Status.COMPLETED, Status.COMPLETED, Status.STOPPED]
    assert [trial.unseen for trial in trials] == [8, 2, 0]
    assert [trial.index_at(3) for trial in trials] == [None, 0, None]
    assert [trial.index_at(9) for trial in trials] == [0, 1, None]
    assert trials[0].reached_before(0) == 8
    assert trials[2].config == {"lr": 0.3}
    assert state.trials.num_elsewhere == 3
    without_levels = Problem(SPACE, "loss", max_resource=9)
    assert points(next(iter(state_of(EarlierStudy([bare]), without_levels).trials))) == [(9, 3.0)]
    without_largest = Problem(SPACE, "loss")
    assert points(next(iter(state_of(EarlierStudy([whole]), without_largest).trials))) == [(1, 1.0)]
    assert points(next(iter(state_of(EarlierStudy([bare]), without_largest).trials))) == [(1, 3.0)]


def test_ends_alone_are_no_competitors_at_the_first_rungs() -> None:
    known = [EarlierTrial({"lr": 0.01 * number}, 0.0) for number in range(30)]
    asked = AskTell(methods.asha(CURVES, type="stopping", grace_period=1))
    asked.add(observations(EarlierStudy(known), CURVES, "csv:x").entries)
    first = asked.ask()
    assert isinstance(first, Start)
    assert first.trial_id == 30
    assert asked.report(first.trial_id, {"loss": 5.0, "epoch": 1}) is Verdict.CONTINUE
    curves = [trial._replace(curve={1: 0.1, 9: 0.0}) for trial in known]
    asked = AskTell(methods.asha(CURVES, type="stopping", grace_period=1))
    asked.add(observations(EarlierStudy(curves), CURVES, "csv:x").entries)
    second = asked.ask()
    assert isinstance(second, Start)
    assert asked.report(second.trial_id, {"loss": 5.0, "epoch": 1}) is Verdict.STOP


def test_nothing_is_known_before_the_first_report() -> None:
    """A table may have the last row of each trial alone. Where trials report every third level, rungs below
    compare them all the same."""
    last = [EarlierTrial({"lr": 0.5}, 1.0, {level: 1.0}) for level in (9, 4, 1)]
    assert [trial.unseen for trial in state_of(EarlierStudy(last)).trials] == [8, 3, 0]
    thirds = [EarlierTrial({"lr": 0.5}, 1.0, curve) for curve in ({3: 2.0, 6: 1.0}, {3: 2.0}, {6: 1.0})]
    assert [trial.unseen for trial in state_of(EarlierStudy(thirds)).trials] == [0, 0, 5]


def test_what_was_measured_beyond_the_largest_level_is_no_end() -> None:
    longer = EarlierTrial({"lr": 0.5}, 0.1, {20: 0.2, 50: 0.1})
    entries, remark = observations(EarlierStudy([longer]), CURVES, "csv:x")
    assert entries == []
    assert "nothing is known of it up to epoch 9" in remark


def test_a_method_learns_from_them() -> None:
    """Bayesian optimisation looks where they say that the optimum is."""
    known = [EarlierTrial({"lr": lr / 20}, (lr / 20 - 0.3) ** 2) for lr in range(21)]
    asked = AskTell(methods.bo(Problem(SPACE, "loss"), seed=1))
    asked.add(observations(EarlierStudy(known), Problem(SPACE, "loss"), "csv:x").entries)
    start = asked.ask()
    assert not isinstance(start, Resume)
    assert isinstance(start, Start)
    assert abs(float(start.config["lr"]) - 0.3) < 0.1  # type: ignore[arg-type]


def test_what_is_lacking_has_to_be_told() -> None:
    problem = Problem({**SPACE, "size": 32, "wd": space.uniform(0, 1)}, "loss")
    study = EarlierStudy([EarlierTrial({"lr": 0.5}, 1.0), EarlierTrial({"lr": 5}, 1.0)])
    entries, remark = observations(study, problem, "csv:x", {"size": "32"})
    assert entries == []
    assert remark == (
        "0 of 2 trials of csv:x are observations, if loss means the same there as here; 2 trials can't be "
        "kept, for example because wd is lacking: say what it was, as in `--fill wd=VALUE`."
    )
    state = state_of(study, problem, size="32", wd="0.5")
    assert [trial.config for trial in state.trials] == [{"lr": 0.5, "size": 32, "wd": 0.5}]


def test_curves_of_optuna(tmp_path: Path) -> None:
    study = [entry(0, study_name="a", directions=[1]), *(entry(4, study_id=0) for _ in range(3))]
    for trial, state in enumerate([1, 2, 3]):
        study.append(param(trial, "lr", 0.1 * (trial + 1), FLOAT))
        study += [entry(7, trial_id=trial, step=s, intermediate_value=2.0 - s) for s in range(trial + 1)]
        study.append(entry(6, trial_id=trial, state=state, values=[2.0] if state == 1 else None))
    (tmp_path / "study.log").write_text("\n".join(study))
    found = read_earlier(f"optuna:{tmp_path}/study.log", "loss", "min")
    assert found.trials == [EarlierTrial({"lr": 0.1}, 2.0, {1: 2.0}, completed=True)]
    assert found.pruned == [EarlierTrial({"lr": 0.2}, 1.0, {1: 2.0, 2: 1.0})]


def test_curves_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("trial_id,config_lr,loss,epoch\n0,0.5,2,1\n0,0.5,1,2\n1,0.25,3,1\n1,0.25,,2\n")
    found = read_earlier(f"csv:{path}", "loss", "min", "epoch")
    assert found.trials == [
        EarlierTrial({"lr": "0.5"}, 1.0, {1: 2.0, 2: 1.0}),
        EarlierTrial({"lr": "0.25"}, 3.0, {1: 3.0}),
    ]


def test_added_trials_compete_with_their_ends_only() -> None:
    search = DefineByRun(max_resource=9, method="asha", seed=1)
    search.add_trials([EarlierTrial({"lr": number / 30}, 0.0) for number in range(30)])
    first = search.ask()
    assert first is not None
    first.suggest_float("lr", 0.0, 1.0)
    search.tell(first, 6.0)
    second = search.ask()
    assert second is not None
    second.suggest_float("lr", 0.0, 1.0)
    second.report(5.0, 1)
    assert not second.should_prune()


# ---- the command -----------------------------------------------------------------------------------------


def earlier_table(folder: Path) -> str:
    rows = [f"{n},{n / 10},{n / 10 + 1 / level},{level}" for n in range(6) for level in (1, 2, 3)]
    (folder / "table.csv").write_text("\n".join(["trial_id,config_lr,loss,epoch", *rows]))
    return f"csv:{folder}/table.csv"


@pytest.mark.slow
def test_a_run_begins_with_observations(call: Call, script: str, tmp_path: Path) -> None:
    where = ("--from", earlier_table(tmp_path), "--from-as", "observations", "--name", "warm")
    limits = ("--max-trials", "2", "--max-evaluations", "6", "--workers", "1")
    printed = lines(call("run", script, *FLAGS, *where, *limits, "--method", "rs"))
    assert printed[0] == (
        f"6 of 6 trials of {where[1]} are observations, if loss and epoch mean the same there as here."
    )
    result = load_experiment("warm")
    trials = list(result.state.trials)
    assert [trial.elsewhere for trial in trials] == [True] * 6 + [False] * 2
    assert [(trial.level, trial.status) for trial in trials] == [(3, Status.COMPLETED)] * 8
    assert "trials started" in printed[-1] or result.ended is not None
    rows = list(result.rows())
    assert [row["loss"] for row in rows[:3]] == [1.0, 0.5, 1 / 3]
    assert len(rows) == 24
    assert result.best is not None
    assert result.best.trial_id == 0
    assert result.state.cost(result.state.now) < 1.0
    for command in ("show", "cost", "check", "export", "best", "explain"):
        assert call(command, "warm").exit_code == 0, command
    assert f"trained     elsewhere, says {where[1]}" in call("show", "warm", "--trial", "0").output
    assert "trained elsewhere" in call("show", "warm", "--decisions").output
    more = resume("warm", max_num_trials_started=3, max_num_evaluations=9, progress=False)
    assert len(more.state.trials) == 9


def test_a_study_of_which_nothing_fits_is_refused(call: Call, script: str, tmp_path: Path) -> None:
    space_flags = ("--space", "wd=uniform(0, 1)")
    where = ("--from", earlier_table(tmp_path), "--from-as", "observations", "--max-trials", "2")
    refused = call("run", script, *FLAGS, *space_flags, *where)
    assert refused.exit_code == 2
    assert "can be an observation: 0 of 6 trials" in refused.output
    assert "wd is lacking" in refused.output


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--from-as", "observations"), ": give --from and --from-as=observations, too"),
        (("--from", "csv:x", "--fill", "wd=1"), ": give --from and --from-as=observations, too"),
        (("--from", "TABLE", "--from-as", "observations", "--fill", "wd=1"), "There is no wd to fill"),
        (("--from-best", "3"), "Error: --from-best is about"),
        (
            ("--from", "TABLE", "--from-as", "observations", "--from-best", "3"),
            "give --from and no --from-as=observations",
        ),
    ],
)
def test_flags_that_would_do_nothing_are_refused(
    call: Call, script: str, tmp_path: Path, flags: tuple[str, ...], message: str
) -> None:
    table = earlier_table(tmp_path)
    given = [table if flag == "TABLE" else flag for flag in flags]
    refused = call("run", script, *FLAGS, *given, "--max-trials", "1")
    assert refused.exit_code == 2
    assert message in " ".join(refused.output.split())


@pytest.mark.slow
@pytest.mark.parametrize("method", methods.names())
def test_every_method_takes_them(method: str) -> None:
    curves = [{level: n / 10 + 1 / level for level in (1, 3, 9)} if n % 3 else {} for n in range(12)]
    known = [EarlierTrial({"lr": n / 12}, n / 10, curve) for n, curve in enumerate(curves)]
    asked = AskTell(methods.build(method, CURVES, 1))
    asked.add(observations(EarlierStudy(known), CURVES, "csv:x").entries)
    for _ in range(8):
        decision = asked.ask()
        if isinstance(decision, Exhausted):
            assert method == "grid"
            break
        assert isinstance(decision, (Start, Resume))
        for level in range(asked.trials[decision.trial_id].level + 1, (decision.until or 9) + 1):
            if asked.report(decision.trial_id, {"loss": 1 / level, "epoch": level}) is not Verdict.CONTINUE:
                break
        asked.complete(decision.trial_id)


def test_killed_before_its_definition_it_is_no_experiment(tmp_path: Path, call: Call, script: str) -> None:
    """And nothing is left that a later run would mistake for one."""
    paths = ExperimentPaths.named("half")
    paths.folder.mkdir(parents=True)
    known = list(entries_of(0, "csv:x", EarlierTrial({"lr": 0.5}, 1.0), CURVES))
    write_journal(paths.journal, itertools.islice(known, 2))
    where = ("--from", earlier_table(tmp_path), "--from-as", "observations", "--name", "half")
    refused = call("run", script, *FLAGS, *where, "--max-trials", "1")
    assert refused.exit_code == 2
    assert "has a journal but no experiment.json: restore or" in refused.output
