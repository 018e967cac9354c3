"""A tuner in a process of its own: signals, `stop`, a full disk, and output that nobody reads."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from tests.helpers.commands import FLAGS, Call

from tunewise import load_experiment
from tunewise.cli.experiments import has_tuner, standing_of
from tunewise.disk import is_locked
from tunewise.display.words import Standing
from tunewise.events import FinishReason, StopRequested
from tunewise.paths import ExperimentPaths
from tunewise.trial import Status

pytestmark = pytest.mark.slow

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
def test_a_second_signal_leaves_the_jobs_running(
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


def test_a_job_that_waits_for_disk_space_ends_only_the_tuner(call: Call, script: str) -> None:
    result = run_until_the_disk_is_full(call, script)
    folder = ExperimentPaths.named("lm").folder
    told = f"Error: There is no room left for {folder}: free some space and run `tunewise resume lm`"
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


def test_a_full_disk_ends_only_the_tuner(call: Call, script: str, small_volume: Path) -> None:
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


def test_a_copy_does_not_own_the_jobs_of_the_original(call: Call, start: Start, script: str) -> None:
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
    assert result.stdout == "lm is suspended: stopped by `tunewise stop`; `tunewise resume lm` resumes it.\n"
    assert not has_tuner(ExperimentPaths.named("lm"))
    output, _ = tuner.communicate(timeout=30)
    assert tuner.returncode == 130
    assert "Suspended: stopped by `tunewise stop`." in output
    assert suspended("lm")
    record = load_experiment("lm")
    assert not record.paths.old_stop.exists()
    assert not any(isinstance(entry.fact, StopRequested) for entry in record.entries())
    again = call("stop", "lm")
    assert (again.exit_code, again.stdout) == (0, "Nothing of lm is running.\n")


def test_stop_of_the_version_before_stops_a_tuner(start: Start) -> None:
    tuner = start("lm")
    paths = ExperimentPaths.named("lm")
    paths.old_stop.touch()
    output, _ = tuner.communicate(timeout=30)
    assert "Suspended: stopped by `tunewise stop`." in output
    assert suspended("lm")
    assert not paths.old_stop.exists()


def test_stop_ends_the_jobs_of_a_killed_tuner(call: Call, start: Start) -> None:
    tuner = start("lm")
    busy = call("resume", "lm")
    assert busy.exit_code == 3
    assert "'lm' is running already" in busy.stderr
    assert " running " in call("list").stdout
    tuner.kill()
    tuner.wait()
    assert "abandoned: its tuner was killed; `tunewise resume lm` resumes it" in call("show", "lm").stdout
    result = call("stop", "lm")
    assert result.exit_code == 0, result.output
    assert "Its tuner is gone" in result.stdout
    assert suspended("lm")
    trials = len(load_experiment("lm").state.trials)
    assert call("resume", "lm", "--max-trials", str(trials)).exit_code == 0
    assert standing_of(load_experiment("lm")) is Standing.FINISHED


def test_stop_ends_left_jobs_even_if_their_script_is_gone(call: Call, start: Start, script: str) -> None:
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
def test_a_run_outlives_the_reader_of_its_output(script: str, merged: bool) -> None:
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
    assert standing_of(load_experiment("lm")) is Standing.FINISHED


def test_stop_does_not_wait_for_ever(call: Call, start: Start) -> None:
    tuner = start("lm")
    tuner.send_signal(signal.SIGSTOP)
    result = call("stop", "lm", "--timeout", "0.5s")
    tuner.send_signal(signal.SIGCONT)
    assert result.exit_code == 3
    assert "After 0.5 s the tuner hasn't taken the request up; the request stands" in result.stderr
    tuner.communicate(timeout=30)
    assert suspended("lm")
