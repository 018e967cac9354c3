"""`tunewise run` and `resume` on real scripts."""

import os
import shlex
import sys
from pathlib import Path

import pytest
from tests.helpers.commands import FLAGS, Call

from tunewise import load_experiment
from tunewise.cli.experiments import standing_of
from tunewise.display.words import Standing
from tunewise.paths import ExperimentPaths, home

pytestmark = pytest.mark.slow


def test_a_run_prints_its_plan_and_its_outcome(call: Call, script: str) -> None:
    result = call(
        "run", script, "--name", "lm", *FLAGS, "--method", "rs", "--workers", "2", "--max-trials", "3"
    )
    assert result.exit_code == 0, result.output
    before, _, after = result.stdout.partition("\n\n")
    assert before.splitlines()[0] == "Experiment lm"
    for told in (
        "rs, seed 0",
        "loss, smaller is better",
        "epoch up to 3, limited by epochs",
        "3 trials started",
    ):
        assert told in before
    assert "best loss" in after
    record = load_experiment("lm")
    assert record.best is not None
    assert f"Best loss {record.best.value:.5g}: trial {record.best.trial_id} at epoch 3" in after
    assert "Finished: the limit of 3 trials started is reached." in after
    assert "tunewise resume lm --max-trials 6" in after
    assert str(record.paths.results) in after


def test_a_dry_run_prints_the_plan_and_runs_nothing(call: Call, script: str, tmp_path: Path) -> None:
    flags = (*FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "1", "--name", "lm")
    dry = call("run", script, *flags, "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert not home().exists() or not list(home().iterdir())
    plan, _, submitted = dry.stdout.partition("Nothing was run. For the first job this would be submitted:\n")
    run = call("run", script, *flags)
    assert run.stdout.startswith(plan)
    lr = load_experiment("lm").state.trials[0].config["lr"]
    assert submitted == (
        f"\ncd {os.getcwd()} && {shlex.join([sys.executable, script])} --lr {lr} --epochs 3\n"
    )
    taken = call("run", script, *flags, "--dry-run")
    assert (taken.exit_code, "There is an experiment 'lm' already" in taken.stderr) == (2, True)
    lost = call("run", script, *FLAGS, "--method", "rs", "--max-trials", "1", "--python", "none", "--dry-run")
    assert (lost.exit_code, "There is no Python interpreter none" in lost.stderr) == (2, True)


def test_flags_override_a_file(call: Call, script: str, tmp_path: Path) -> None:
    file = tmp_path / "lm.toml"
    file.write_text(
        'script = "train.py"\nmetric = "loss"\nresource = "epoch"\nmax_resource = "epochs=3"\n'
        'max_trials = 50\n[space]\nlr = "uniform(0, 1)"\n[method]\nname = "asha"\ngrace_period = 2\n'
    )
    result = call("run", str(file), "--name", "lm", "--max-trials", "2", "--workers", "1")
    assert result.exit_code == 0, result.output
    definition = load_experiment("lm").definition
    assert definition.method.arguments["grace_period"] == 2
    assert definition.limits == {"max_num_trials_started": 2}
    assert definition.backend["entry_point"] == script


def test_fixed_arguments_come_after_two_hyphens(call: Call, script: str) -> None:
    flags = (*FLAGS, "--method", "rs", "--max-trials", "1")
    assert call("run", script, "--name", "lm", *flags, "--", "--pace", "0.01").exit_code == 0
    assert load_experiment("lm").definition.backend["arguments"] == ["--pace", "0.01"]
    misplaced = call("run", script, *flags, "--pace", "0.01")
    assert misplaced.exit_code == 2
    assert "Arguments for the script itself come after --." in misplaced.output


def test_an_exhausted_experiment_suggests_no_resume(call: Call, script: str) -> None:
    space = ("--space", "lr=choice([0.1, 0.2])")
    result = call("run", script, "--name", "lm", *FLAGS[2:], *space, "--method", "rs")
    assert result.exit_code == 0, result.output
    assert "Finished: the method has nothing left to try." in result.stdout
    assert "tunewise resume" not in result.stdout


def test_an_experiment_without_a_name_gets_one(
    call: Call, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tunewise.tuner.default_name", lambda method: "rs-now")
    for name in ("rs-now", "rs-now-2"):
        result = call("run", script, *FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "1")
        assert result.stdout.startswith(f"Experiment {name}\n"), result.output
        assert f"tunewise resume {name} --max-trials 2\n" in result.stdout


def test_a_script_that_fails_for_every_configuration(call: Call, script: str) -> None:
    Path(script).write_text("model = {}\nmodel['weights']\n")
    flags = ("--method", "rs", "--workers", "1", "--max-trials", "9", "--max-failures", "2")
    result = call("run", script, "--name", "lm", *FLAGS, *flags)
    assert result.exit_code == 1
    assert "Failed: the first 2 trials failed by an error of the script." in result.stdout
    assert "No trial reported loss." in result.stdout
    assert "Traceback (most recent call last):" in result.stderr
    assert "KeyError: 'weights'" in result.stderr
    assert "tunewise logs lm 1 --stderr" in result.stderr
    assert standing_of(load_experiment("lm")) is Standing.FAILED


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--method", "rz"), "There is no method 'rz'"),
        (("--method", "asha", "--method-arg", "grace=1"), "asha has no argument 'grace'"),
        (("--method", "asha", "--method-arg", "brackets=9"), "brackets is 9: "),
        (("--method", "rs", "--space", "x=unifrom(0, 1)"), "x of the space: "),
        (("--method", "rs", "--resource", "loss"), "'loss' is both metric and resource"),
        (("--method", "rs", "--python", "no-such-python"), "There is no Python interpreter no-such-python"),
        (("--method", "rs", "--max-wallclock", "1min"), "'1min' is not a duration"),
        (("--method", "rs", "--max-wallclock", "0"), "isn't a time above 0 s"),
        (("--method", "rs", "--max-cost", "0"), "'0' isn't a finite number above 0"),
        (("--method", "rs", "--space", "x"), "'x' isn't NAME=VALUE"),
        (("--method", "rs", "--name", "../x"), "can't name an experiment"),
    ],
)
def test_bad_usage_is_explained_in_one_sentence(
    call: Call, script: str, flags: tuple[str, ...], message: str
) -> None:
    result = call("run", script, *FLAGS, "--max-trials", "2", *flags)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_an_endless_experiment_is_refused(call: Call, script: str) -> None:
    result = call("run", script, *FLAGS, "--method", "rs")
    assert result.exit_code == 2
    assert "Nothing would end this experiment" in result.stderr


def test_a_refused_run_does_not_take_the_name(call: Call, script: str) -> None:
    flags = ("--name", "lm", *FLAGS, "--method", "rs", "--max-trials", "1")
    refused = call("run", script, *flags, "--python", "no-such-python")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert call("run", script, *flags).exit_code == 0
    again = call("run", script, *flags)
    assert (again.exit_code, again.stdout) == (2, "")  # nothing was said before it was refused
    assert "There is an experiment 'lm' already" in again.stderr


def test_an_experiment_resumes_with_a_bigger_budget(call: Call, script: str) -> None:
    call("run", script, "--name", "lm", *FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "2")
    result = call("resume", "lm", "--max-trials", "4", "--workers", "2", "--price", "2.5")
    assert result.exit_code == 0, result.output
    assert "Experiment lm, after 2 trials in" in result.stdout
    assert "4 trials started" in result.stdout
    assert "2, 2.5 for a worker-hour" in result.stdout
    assert len(load_experiment("lm").state.trials) == 4
    refused = call("resume", "lm", "--max-trials", "4", "--max-wallclock", "1h")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert (
        refused.stderr == "Error: --max-trials is 4, which is used up: give more than 4 (trials started).\n"
    )
    unchanged = call("resume", "lm")
    assert unchanged.exit_code == 0
    assert "Finished: the limit of 4 trials started is reached." in unchanged.stdout


@pytest.mark.parametrize(
    "command", [("resume",), ("stop",), ("show",), ("best",), ("logs", "0"), ("export",), ("plot",)]
)
def test_a_missing_experiment(call: Call, command: tuple[str, ...]) -> None:
    name, *rest = command
    result = call(name, "nothing", *rest)
    assert result.exit_code == 3
    assert "There is no experiment 'nothing'" in result.stderr


def test_a_journal_that_cannot_be_read(call: Call, script: str) -> None:
    call("run", script, "--name", "lm", *FLAGS, "--method", "rs", "--max-trials", "1")
    with ExperimentPaths.named("lm").journal.open("a") as journal:
        journal.write("nonsense\n")
    for command in ("show", "resume", "stop"):
        result = call(command, "lm")
        assert result.exit_code == 3
        assert "can't be read" in result.stderr
