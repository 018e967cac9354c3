"""`run`, `resume` and `stop` on real scripts."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tunewise import load_experiment
from tunewise.cli.records import Standing, standing, tuner_at_work
from tunewise.disk import is_locked
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths, home
from tunewise.trial import Status

Call = Callable[..., Result]

TRAIN = """\
import argparse, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--pace", type=float, default=0.0)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    time.sleep(args.pace)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch)
"""

# Reports once; told to end, it takes until there is a file `saved` beside it.
SAVES_FOR_LONG = """\
import signal, time
from pathlib import Path
from tunewise import Reporter
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
Reporter()(epoch=1, loss=1.0)
signal.sigtimedwait({signal.SIGTERM}, 60)
while not Path(__file__).with_name("saved").exists():
    time.sleep(0.01)
"""

# Fills the disk before it ends, so that its end can't be written; or says so, and waits for room.
FILLS_THE_DISK = """\
import argparse, os, time
from pathlib import Path
from tunewise import Reporter
from tunewise.worker.report import BELL, NO_ROOM, ring
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--filler")
args = parser.parse_args()
report = Reporter()
for epoch in range(1, args.epochs + 1):
    report(epoch=epoch, loss=args.lr + 1 / epoch)
once, room = (Path(__file__).with_name(name) for name in ("filled", "room"))
if not once.exists():
    once.touch()
    if args.filler:
        with open(args.filler, "wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    pass
    else:
        ring(os.environ[BELL], NO_ROOM)
        while not room.exists():
            time.sleep(0.01)
"""

FLAGS = (
    "--space",
    "lr=uniform(0, 1)",
    "--metric",
    "loss",
    "--resource",
    "epoch",
    "--max_resource",
    "epochs=3",
)


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "train.py"
    path.write_text(TRAIN)
    return str(path)


def test_a_run_tells_what_will_run_and_what_came_out(call: Call, script: str) -> None:
    result = call(
        "run", script, "--name", "lm", *FLAGS, "--method", "rs", "--workers", "2", "--max-trials", "3"
    )
    assert result.exit_code == 0, result.output
    before, _, after = result.stdout.partition("\n\n")
    assert before.splitlines()[0] == "Experiment lm"
    for told in (
        "rs, seed 0",
        "loss, smaller is better",
        "epoch up to 3, limited by --epochs",
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


def test_a_dry_run_says_what_a_run_would_do_and_does_nothing(call: Call, script: str, tmp_path: Path) -> None:
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


def test_a_file_is_run_and_flags_take_precedence(call: Call, script: str, tmp_path: Path) -> None:
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


def test_fixed_arguments_stand_after_two_hyphens(call: Call, script: str) -> None:
    flags = (*FLAGS, "--method", "rs", "--max-trials", "1")
    assert call("run", script, "--name", "lm", *flags, "--", "--pace", "0.01").exit_code == 0
    assert load_experiment("lm").definition.backend["arguments"] == ["--pace", "0.01"]
    misplaced = call("run", script, *flags, "--pace", "0.01")
    assert misplaced.exit_code == 2
    assert "Arguments for the script itself stand after --." in misplaced.output


def test_what_has_nothing_left_to_try_is_not_gone_on_with(call: Call, script: str) -> None:
    space = ("--space", "lr=choice([0.1, 0.2])")
    result = call("run", script, "--name", "lm", *FLAGS[2:], *space, "--method", "rs")
    assert result.exit_code == 0, result.output
    assert "Finished: the method has nothing left to try." in result.stdout
    assert "tunewise resume" not in result.stdout


def test_an_experiment_without_a_name_finds_one(
    call: Call, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tunewise.tuner.default_name", lambda method: "rs-now")
    for name in ("rs-now", "rs-now-2"):
        result = call("run", script, *FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "1")
        assert result.stdout.startswith(f"Experiment {name}\n"), result.output
        assert f"tunewise resume {name} --max-trials 2\n" in result.stdout


def test_a_script_that_fails_whatever_the_configuration(call: Call, script: str) -> None:
    Path(script).write_text("model = {}\nmodel['weights']\n")
    flags = ("--method", "rs", "--workers", "1", "--max-trials", "9", "--max-failures", "2")
    result = call("run", script, "--name", "lm", *FLAGS, *flags)
    assert result.exit_code == 1
    assert "Failed: the first 2 trials failed by an error of the script." in result.stdout
    assert "No trial reported loss." in result.stdout
    assert "Traceback (most recent call last):" in result.stderr
    assert "KeyError: 'weights'" in result.stderr
    assert "tunewise logs lm 1 --stderr" in result.stderr
    assert standing(load_experiment("lm")) is Standing.FAILED


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
        (("--method", "rs", "--space", "x"), "'x' has no name: write NAME=VALUE"),
        (("--method", "rs", "--name", "../x"), "can't name an experiment"),
    ],
)
def test_bad_usage_is_told_in_a_sentence(
    call: Call, script: str, flags: tuple[str, ...], message: str
) -> None:
    result = call("run", script, *FLAGS, "--max-trials", "2", *flags)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_an_experiment_that_nothing_would_end(call: Call, script: str) -> None:
    result = call("run", script, *FLAGS, "--method", "rs")
    assert result.exit_code == 2
    assert "Nothing would end this experiment" in result.stderr


def test_a_name_is_taken_only_by_what_could_run(call: Call, script: str) -> None:
    flags = ("--name", "lm", *FLAGS, "--method", "rs", "--max-trials", "1")
    refused = call("run", script, *flags, "--python", "no-such-python")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert call("run", script, *flags).exit_code == 0
    again = call("run", script, *flags)
    assert (again.exit_code, again.stdout) == (2, "")  # nothing was said before it was refused
    assert "There is an experiment 'lm' already" in again.stderr


def test_a_bigger_budget_goes_on(call: Call, script: str) -> None:
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
def test_an_experiment_that_is_not_there(call: Call, command: tuple[str, ...]) -> None:
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


# ---- a tuner in a process of its own --------------------------------------------------------------------

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(script: str) -> Iterator[Start]:
    """Starts `tunewise run` on a slow script, and waits until it has something to show."""
    started: list[subprocess.Popen[str]] = []

    def start_one(name: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tunewise", "run", script, "--name", name, *FLAGS]
        command += ["--method", "rs", "--workers", "2", "--max-trials", "100", "--max-wallclock", "60"]
        tuner = subprocess.Popen(
            [*command, "--", "--pace", "0.3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(tuner)
        wait_until(lambda: reported(name))
        return tuner

    yield start_one
    for tuner in started:
        tuner.kill()
        tuner.communicate()


def reported(name: str) -> bool:
    paths = ExperimentPaths.named(name)
    return paths.definition.exists() and load_experiment(name).best is not None


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def suspended(name: str) -> bool:
    """Whether it was ended by a person; its jobs may have come to their own end meanwhile."""
    state = load_experiment(name).state
    return state.busy == 0 and state.finished is not None and state.finished.reason is FinishReason.STOPPED


def test_ctrl_c_suspends(call: Call, start: Start) -> None:
    tuner = start("lm")
    tuner.send_signal(signal.SIGINT)
    output, _ = tuner.communicate(timeout=30)
    assert tuner.returncode == 130
    assert "Suspended: interrupted by Ctrl-C." in output
    assert suspended("lm")
    assert "suspended: interrupted by Ctrl-C" in call("show", "lm").stdout


@pytest.mark.parametrize(
    ("first", "second"), [(signal.SIGINT, signal.SIGINT), (signal.SIGINT, signal.SIGTERM)]
)
def test_a_second_signal_leaves_the_jobs(
    call: Call, start: Start, script: str, first: signal.Signals, second: signal.Signals
) -> None:
    Path(script).write_text(SAVES_FOR_LONG)
    tuner = start("lm")
    tuner.send_signal(first)
    wait_until(lambda: bool(load_experiment("lm").state.trials.having(Status.HALTING)))
    tuner.send_signal(second)
    output, errors = tuner.communicate(timeout=30)
    assert tuner.returncode == 130
    assert "The tuner has left, and jobs may still run" in errors
    assert "Suspended" not in output
    assert load_experiment("lm").state.trials.having(Status.HALTING)
    Path(script).with_name("saved").touch()
    assert call("stop", "lm").exit_code == 0
    assert suspended("lm")


def run_until_the_disk_is_full(call: Call, script: str, *arguments: str) -> Result:
    Path(script).write_text(FILLS_THE_DISK)
    flags = (*FLAGS, "--method", "rs", "--workers", "1", "--max-trials", "2", "--max-wallclock", "20s")
    return call("run", script, "--name", "lm", *flags, "--", *arguments)


def check_it_goes_on(call: Call) -> None:
    """Nothing is lost by then, and nothing twice."""
    result = call("resume", "lm", "--max-wallclock", "5m")
    assert result.exit_code == 0, result.output
    record = load_experiment("lm")
    assert [list(trial.levels) for trial in record.state.trials] == [[1, 2, 3], [1, 2, 3]]
    assert [len(trial.jobs) for trial in record.state.trials] == [1, 1]
    assert not record.state.notes


def test_a_job_that_waits_for_room_ends_the_tuner_and_not_the_experiment(call: Call, script: str) -> None:
    result = run_until_the_disk_is_full(call, script)
    folder = ExperimentPaths.named("lm").folder
    told = f"Error: There is no room left for {folder}: make some and run `tunewise resume lm`"
    assert result.exit_code == 3, result.output
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1
    Path(script).with_name("room").touch()
    check_it_goes_on(call)


@pytest.fixture
def small_volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A volume of half a megabyte, on which experiments are kept."""
    volume = tmp_path / "volume"
    volume.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(volume)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nothing may be mounted here")
    monkeypatch.setenv("TUNEWISE_HOME", str(volume / "home"))
    yield volume
    subprocess.run(["umount", "--lazy", str(volume)], check=True)


def test_a_full_volume_ends_the_tuner_and_not_the_experiment(
    call: Call, script: str, small_volume: Path
) -> None:
    filler = small_volume / "filler"
    result = run_until_the_disk_is_full(call, script, "--filler", str(filler))
    folder = ExperimentPaths.named("lm").folder
    assert result.exit_code == 3, result.output
    assert "no room left" in result.stderr.lower() or "No space left on device" in result.stderr
    assert str(folder) in result.stderr
    again = call("resume", "lm")
    assert again.exit_code == 3, again.output
    assert str(folder) in again.stderr
    filler.unlink()
    check_it_goes_on(call)


def test_a_copy_has_no_part_in_the_jobs_of_the_original(call: Call, start: Start, script: str) -> None:
    Path(script).write_text(SAVES_FOR_LONG)
    tuner = start("lm")
    original, copied = ExperimentPaths.named("lm"), ExperimentPaths.named("copied")
    subprocess.run(["cp", "-r", original.folder, copied.folder], check=True)
    running = [original.job(trial.job).lock for trial in load_experiment("lm").state.trials if trial.busy]
    assert all(map(is_locked, running))
    result = call("stop", "copied")
    assert result.exit_code == 0, result.output
    assert suspended("copied")
    assert all(map(is_locked, running))
    assert tuner.poll() is None
    Path(script).with_name("saved").touch()
    assert call("stop", "lm").exit_code == 0


def test_stop_waits_until_the_tuner_has_left(call: Call, start: Start) -> None:
    tuner = start("lm")
    result = call("stop", "lm")
    assert result.exit_code == 0, result.output
    assert result.stdout == "lm is suspended: stopped by `tunewise stop`; `tunewise resume lm` goes on.\n"
    assert not tuner_at_work(ExperimentPaths.named("lm"))
    output, _ = tuner.communicate(timeout=30)
    assert tuner.returncode == 130
    assert "Suspended: stopped by `tunewise stop`." in output
    assert suspended("lm")
    again = call("stop", "lm")
    assert (again.exit_code, again.stdout) == (0, "Nothing of lm runs.\n")


def test_what_a_killed_tuner_left_behind_is_stopped(call: Call, start: Start) -> None:
    tuner = start("lm")
    busy = call("resume", "lm")
    assert busy.exit_code == 3
    assert "A tuner is at work on 'lm'" in busy.stderr
    assert " running " in call("list").stdout
    tuner.kill()
    tuner.wait()
    assert "abandoned: its tuner was killed; `tunewise resume lm` goes on" in call("show", "lm").stdout
    result = call("stop", "lm")
    assert result.exit_code == 0, result.output
    assert "Its tuner is gone" in result.stdout
    assert suspended("lm")
    trials = len(load_experiment("lm").state.trials)
    assert call("resume", "lm", "--max-trials", str(trials)).exit_code == 0
    assert standing(load_experiment("lm")) is Standing.FINISHED


def test_what_was_left_behind_is_stopped_even_if_its_script_is_gone(
    call: Call, start: Start, script: str
) -> None:
    tuner = start("lm")
    tuner.kill()
    tuner.wait()
    Path(script).unlink()
    resumed = call("resume", "lm")
    assert (resumed.exit_code, resumed.stdout) == (2, "")
    assert f"There is no script {script}." in resumed.stderr
    result = call("stop", "lm")
    assert result.exit_code == 0, result.output
    assert suspended("lm")
    paths = ExperimentPaths.named("lm")
    assert not any(is_locked(paths.job(trial.job).lock) for trial in load_experiment("lm").state.trials)


@pytest.mark.parametrize("merged", [False, True])
def test_a_run_outlives_whoever_reads_what_it_prints(script: str, merged: bool) -> None:
    """As in `tunewise run ... | head`, with or without `2>&1`."""
    command = [sys.executable, "-m", "tunewise", "run", script, "--name", "lm", *FLAGS]
    command += ["--method", "rs", "--workers", "1", "--max-trials", "2"]
    errors = subprocess.STDOUT if merged else subprocess.PIPE
    tuner = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert tuner.stdout is not None
    assert tuner.stdout.readline() == "Experiment lm\n"
    tuner.stdout.close()
    said = tuner.stderr.read() if tuner.stderr else ""
    assert (tuner.wait(30), said) == (0, "")
    assert standing(load_experiment("lm")) is Standing.FINISHED


def test_stop_does_not_wait_for_ever(call: Call, start: Start) -> None:
    tuner = start("lm")
    tuner.send_signal(signal.SIGSTOP)
    result = call("stop", "lm", "--timeout", "0.5s")
    tuner.send_signal(signal.SIGCONT)
    assert result.exit_code == 3
    assert "After 0.5 s the tuner still waits for 2 jobs to end" in result.stderr
    tuner.communicate(timeout=30)
    assert suspended("lm")
