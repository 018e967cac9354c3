"""`tunewise pause`, `resume --trial`, `end`, `enqueue`, `change` and `note`, with and without a tuner."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.test_tuner_process import wait_until
from tests.helpers.commands import FLAGS, Call, lines

from tunewise import load_experiment
from tunewise.events import Refuse, Requested
from tunewise.paths import ExperimentPaths
from tunewise.trial import Status

# After its first epoch each trial waits for a file `go` beside the script.
GATED = """\
import argparse, time
from pathlib import Path
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int, default=3)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    while epoch > 1 and not Path(__file__).with_name("go").exists():
        time.sleep(0.01)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch)
"""


@pytest.fixture
def tuner(script: str) -> Iterator["subprocess.Popen[str]"]:
    """`tunewise run` with two workers, once both have reported."""
    Path(script).write_text(GATED)
    command = [sys.executable, "-m", "tunewise", "run", script, "--name", "lm", *FLAGS]
    command += ["--method", "rs", "--workers", "2", "--max-trials", "5", "--max-wallclock", "5m"]
    tuner = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    paths = ExperimentPaths.named("lm")
    wait_until(lambda: paths.definition.exists() and load_experiment("lm").state.trials.num_reports == 2)
    yield tuner
    tuner.kill()
    tuner.communicate()


def standing(trial_id: int) -> str:
    return load_experiment("lm").state.trials[trial_id].standing


@pytest.mark.slow
def test_a_running_experiment_is_steered(
    call: Call, tuner: "subprocess.Popen[str]", script: str, tmp_path: Path
) -> None:
    assert lines(call("pause", "lm", "0")) == [
        "Trial 0 is told to save and end, and is held: `tunewise resume lm --trial 0` lets it go on."
    ]
    wait_until(lambda: standing(0) == "held")
    again = call("pause", "lm", "0", "99")
    assert again.exit_code == 2
    assert again.stderr.startswith(
        "Error: Trial 0 is held already. There is no trial 99: there are trials 0 to"
    )
    assert lines(call("enqueue", "lm", "lr=0.25")) == [
        "It is tried as soon as a worker is free and the limits allow it: lr=0.25"
    ]
    shown = " ".join(call("show", "lm").stdout.split())
    assert "held trial 0; `tunewise resume lm --trial N` lets one go on" in shown
    assert "to try next lr=0.25" in shown
    assert "1 held" in shown
    changed = call("change", "lm", "--workers", "3", "--max-trials", "6")
    assert lines(changed) == ["There are now 3 workers, and the limits are: 5m 00s, 6 trials started."]
    assert lines(call("note", "lm", "the disk was \x1b[31mslow", "--trial", "1")) == ["Noted."]
    assert "note on trial 1: the disk was ␛[31mslow" in call("show", "lm", "--trial", "1").stdout
    assert "nobody can be asked: add --yes" in call("end", "lm", "1").stderr
    assert lines(call("end", "lm", "1", "--yes")) == ["Trial 1 is told to end, for good."]
    wait_until(lambda: standing(1) == "stopped")
    assert lines(call("resume", "lm", "--trial", "0"))[0].startswith("Trial 0 is no longer held.")
    Path(script).with_name("go").touch()
    output, _ = tuner.communicate(timeout=60)
    assert tuner.returncode == 0, output
    assert "asked: pause trial 0" in output
    assert "refused: Trial 0 is held already." in output
    check_what_came_of_it(call)


def check_what_came_of_it(call: Call) -> None:
    record = load_experiment("lm")
    trials = record.state.trials
    assert len(trials) == 6
    asked = next(trial for trial in trials if trial.why["kind"] == "asked")
    assert asked.config == {"lr": 0.25}
    assert (trials[0].status, list(trials[0].levels), len(trials[0].jobs)) == (Status.COMPLETED, [1, 2, 3], 2)
    assert trials[1].status is Status.STOPPED
    refused = [a for entry in record.entries() for a in entry.actions if isinstance(a, Refuse)]
    assert len(refused) == 2
    decisions = call("show", "lm", "--decisions").stdout
    for text in (
        "asked: pause trial 0",
        "holds trial 0: a person asked",
        "refuses: Trial 0 is held already.",
        "is to try next lr=0.25",
        "a person asked, with lr=0.25",
        "goes on with 3 workers",
        "stops trial 1: a person asked",
        "lets go of trial 0: a person asked",
    ):
        assert text in decisions
    assert "lm is whole" in call("check", "lm").stdout


def test_without_a_tuner_requests_wait_for_the_next_one(call: Call, script: str) -> None:
    run = call("run", script, "--name", "lm", *FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "1")
    assert run.exit_code == 0, run.output
    assert lines(call("enqueue", "lm", "lr=0.5")) == [
        "No tuner runs lm now: the request waits for the next `tunewise resume lm`."
    ]
    call("note", "lm", "look at this")
    shown = " ".join(call("show", "lm").stdout.split())
    assert "waits try next: lr=0.5, for the tuner waits note: look at this, for the tuner" in shown
    assert call("resume", "lm", "--max-trials", "3").exit_code == 0
    record = load_experiment("lm")
    assert record.state.trials[1].config != {"lr": 0.5} or record.state.trials[1].why["kind"] == "asked"
    assert {"lr": 0.5} in [trial.config for trial in record.state.trials]
    assert [remark.text for remark in record.state.remarks] == ["look at this"]
    assert sum(isinstance(entry.fact, Requested) for entry in record.entries()) == 2
    assert not list(record.paths.requests.iterdir())
    assert "note: look at this" in call("show", "lm", "--notes").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("pause", "nothing", "1"), 3, "There is no experiment 'nothing'"),
        (("end", "nothing", "1"), 3, "There is no experiment 'nothing'"),
        (("enqueue", "lm", "rate=1"), 2, "There is no hyperparameter 'rate'"),
        (("enqueue", "lm", "lr=fast"), 2, "lr: "),
        (("enqueue", "lm", "lr"), 2, ""),
        (("enqueue", "lm", "lr=0.1", "lr=0.2"), 2, "Error: 'lr' is given twice."),
        (("change", "lm"), 2, "Nothing would change"),
        (("change", "lm", "--workers", "0"), 2, ""),
        (("note", "lm", " "), 2, "The note is empty"),
        (("pause", "lm", "-1"), 2, ""),
        (("resume", "lm", "--trial", "0", "--workers", "2"), 2, "--trial goes without other flags"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(
    call: Call, script: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    call("run", script, "--name", "lm", *FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "1")
    result = call(*arguments)
    assert result.exit_code == code, result.output
    assert message in result.stderr
    assert not ExperimentPaths.named("lm").requests.exists()
