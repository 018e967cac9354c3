"""`tunewise resume` with another space or method, on real trainings."""

from pathlib import Path

import msgspec
import pytest
from tests.helpers.commands import TRAIN, Call, lines
from tests.test_successor import paused, trained

from tunewise import load_experiment
from tunewise.events import StopTrial
from tunewise.trial import TERMINAL, JobId, Status


@pytest.mark.slow
def test_paused_trials_go_on_from_their_checkpoints(call: Call, tmp_path: Path) -> None:
    old = trained(tmp_path)
    waiting = paused(old)
    assert waiting
    told = lines(call("resume", "lm", "--as", "wide", "--space", "lr=uniform(0, 2)", "--max-trials", "9"))
    assert told[0] == "wide goes on from lm with 6 of 6 trials."
    new = load_experiment("wide")
    assert len(new.state.trials) == 9
    went_on = [trial for trial in new.state.trials if trial.id in waiting and len(trial.jobs) > 1]
    later = [job for trial in went_on for job in range(len(old.state.trials[trial.id].jobs), len(trial.jobs))]
    assert later, "nobody was resumed"
    for trial in went_on:
        for run in range(len(old.state.trials[trial.id].jobs), len(trial.jobs)):
            reports = new.paths.job(JobId(trial.id, run)).reports.read_text().splitlines()
            level = msgspec.json.decode(reports[0])["values"]["epoch"]
            assert level == trial.levels[trial.jobs[run].first_report], "it didn't begin at its checkpoint"
            assert level > 1
    assert "0." in call("show", "wide").output
    assert (tmp_path / "train.py").exists()


MORE_ARGUMENTS = TRAIN.replace(
    'parser.add_argument("--epochs"',
    'parser.add_argument("--dropout", type=float, default=0.1)\nparser.add_argument("--epochs"',
)


@pytest.mark.slow
def test_a_hyperparameter_is_added_and_later_fixed_and_left_out(call: Call, tmp_path: Path) -> None:
    old = trained(tmp_path, MORE_ARGUMENTS)
    refused = call("resume", "lm", "--space", "dropout=uniform(0, 0.5)", "--max-trials", "8")
    assert refused.exit_code == 2
    assert "dropout is lacking: say what it was, as in `--fill dropout=VALUE`" in refused.output
    added = ("--space", "dropout=uniform(0, 0.5)", "--fill", "dropout=0.1", "--max-trials", "8")
    told = lines(call("resume", "lm", *added))
    assert told[0] == (
        "lm-2 goes on from lm with 6 of 6 trials; what they were trained with is filled in for dropout."
    )
    two = load_experiment("lm-2")
    assert [trial.config["dropout"] for trial in two.state.trials][:6] == [0.1] * 6
    assert {trial.config["dropout"] for trial in two.state.trials} != {0.1}

    told = lines(call("resume", "lm-2", "--space", "dropout=0.1", "--max-trials", "8"))
    assert "lm-3 goes on from lm-2 with 6 of 8 trials; without trials 6 and 7 (trial 6: dropout is" in told[0]
    three = load_experiment("lm-3")
    assert {trial.config["dropout"] for trial in three.state.trials} == {0.1}
    assert len(three.state.trials) == 8

    unfinished = [trial.id for trial in two.state.trials if trial.status not in TERMINAL]
    assert unfinished
    told = lines(call("resume", "lm-2", "--without", "dropout", "--method", "rs", "--max-trials", "9"))
    assert "they differ in dropout, which the space no longer has" in told[0]
    four = load_experiment("lm-4")
    assert {four.state.trials[number].status for number in unfinished} == {Status.STOPPED}
    assert all(set(trial.config) == {"lr"} for trial in four.state.trials)
    stops = [a for entry in four.entries() for a in entry.actions if isinstance(a, StopTrial)]
    assert [stop.trial_id for stop in stops] == unfinished
    assert len(old.state.trials) == 6
    for command in ("show", "export", "cost", "check"):
        assert call(command, "lm-4").exit_code == 0
