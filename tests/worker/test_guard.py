"""Guards, forked by a real launcher, and as programs of their own."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from tests.helpers.strange_files import STRANGE, put_strange

from tunewise.backends.job_folders import read_start_record
from tunewise.backends.local_launcher import Launcher
from tunewise.backends.local_platform import Bell
from tunewise.backends.specs import program
from tunewise.disk import is_locked
from tunewise.paths import JobPaths
from tunewise.testing.harness import is_alive
from tunewise.worker.guard import REFUSED, Order
from tunewise.worker.metrics import Sources
from tunewise.worker.report import REPORTS
from tunewise.worker.report_file import ReportFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

LONGEST = 60.0  # seconds


class Site:
    """Launches jobs in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.launcher = Launcher()
        self.bell = Bell(folder / "bell")
        self.gate = folder / "gate"

    def launch(self, order: Order) -> JobPaths:
        files = JobPaths(self.folder)
        lock = os.open(files.lock, os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.launcher.launch(order, lock)
        os.close(lock)
        return files

    def order(self, argv: list[str], grace: float = 30.0) -> Order:
        files = JobPaths(self.folder)
        return Order(
            argv=argv,
            cwd=str(self.folder),
            environment={"GATE": str(self.gate)},
            grace=grace,
            stdout=str(files.stdout),
            stderr=str(files.stderr),
            started=str(files.started),
            ended=str(files.ended),
            bell=self.bell.path,
        )

    def python(self, program: str, grace: float = 30.0) -> Order:
        return self.order([sys.executable, "-S", "-c", program], grace)

    def until(self, happened: Callable[[], bool]) -> None:
        """Checks whenever the bell rings, and from time to time."""
        deadline = time.monotonic() + LONGEST
        while not happened():
            assert time.monotonic() < deadline, "it never happened"
            self.bell.wait(0.02)

    def until_started(self) -> dict[str, Any]:
        started = JobPaths(self.folder).started
        self.until(lambda: read_start_record(started) is not None)
        return dict(json.loads(started.read_text()))

    def until_ended(self) -> dict[str, Any]:
        ended = JobPaths(self.folder).ended
        self.until(ended.exists)
        return dict(json.loads(ended.read_text()))

    def until_printed(self, line: str) -> None:
        stdout = JobPaths(self.folder).stdout
        self.until(lambda: stdout.exists() and line in stdout.read_text().splitlines())


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    yield site
    site.launcher.close()
    started = read_start_record(JobPaths(tmp_path).started)
    if started is not None and is_alive(started.guard.pid):  # a test failed
        os.kill(started.guard.pid, signal.SIGTERM)
    site.bell.close()


def test_the_records_of_a_guard(site: Site) -> None:
    before = time.time()
    order = site.order(["/bin/sh", "-c", "echo out; echo err >&2; sleep 0.05; exit 3"])
    files = site.launch(order)
    ended, started = site.until_ended(), site.until_started()
    assert files.stdout.read_text() == "out\n"
    assert files.stderr.read_text() == "err\n"
    assert (ended["exit_code"], ended["signal"], ended["halted"]) == (3, None, False)
    assert 0.05 <= ended["seconds"] < LONGEST
    assert before <= started["time"] == ended["started"] < ended["ended"]
    assert not list(site.folder.glob("*.part"))


COUNTING = """
import json, signal, sys
from tunewise.worker import processes
from tunewise.worker.guard import GUARD_SIGNALS, Order, guard
counts = iter(json.loads(sys.argv[1]))
processes.oom_kills = lambda: next(counts)
signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
guard(Order.read(sys.argv[2].encode()))
"""


@pytest.mark.parametrize("counts", [[3, 3], [3, 4]], ids=["no kill", "a kill meanwhile"])
def test_kills_by_the_kernel_are_recorded(site: Site, counts: list[int]) -> None:
    order = site.order(["/bin/sh", "-c", "exit 1"])
    arguments = [json.dumps(counts), json.dumps(order._asdict())]
    subprocess.run([sys.executable, "-c", COUNTING, *arguments], check=True, timeout=LONGEST)
    assert site.until_ended()["oom_killed"] is (counts[1] > counts[0])


RESERVED = 1 << 31 | 1 << 32  # signals 32 and 33 belong to the C library and can't be reset


def test_a_script_starts_with_default_signals_and_no_open_files(site: Site) -> None:
    read = "cat /proc/self/status; cut -d' ' -f4,6 /proc/self/stat; ls -l /proc/self/fd; echo $$"
    files = site.launch(site.order(["/bin/sh", "-c", read]))
    site.until_ended()
    text = files.stdout.read_text()
    status = dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)
    assert int(status["SigBlk"], 16) & ~RESERVED == 0
    assert int(status["SigIgn"], 16) & ~RESERVED == 0
    script = site.until_started()["script"]["pid"]
    assert text.splitlines()[-1] == str(script)
    assert f"{script} {script}" in text.splitlines(), "it leads its own session"
    targets = [line.partition(" -> ")[2] for line in text.splitlines() if " -> " in line]
    assert targets[:3] == ["/dev/null", str(files.stdout), str(files.stderr)]
    assert len(targets) == 4, f"only the listed folder is open as well: {targets}"


def test_the_environment_is_that_of_the_launcher_with_changes(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEPT", "kept")
    monkeypatch.setenv("DROPPED", "dropped")
    order = site.order(["/bin/sh", "-c", 'echo "$KEPT ${DROPPED-unset} $ADDED"'])
    files = site.launch(order._replace(environment={"DROPPED": None, "ADDED": "added"}))
    site.until_ended()
    assert files.stdout.read_text() == "kept unset added\n"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"argv": ["/no/such/program"]}, "can't run /no/such/program"),
        ({"cwd": "/no/such/folder"}, "/no/such/folder"),
        ({"argv": ["/bin/echo", "a\0b"]}, "null byte"),
    ],
    ids=["program", "folder", "null byte"],
)
def test_a_script_that_cannot_be_executed(site: Site, changes: dict[str, Any], message: str) -> None:
    files = site.launch(site.order(["/bin/true"])._replace(**changes))
    assert site.until_ended()["exit_code"] == 127
    assert message in files.stderr.read_text()


def test_the_bell_rings_at_the_start_and_at_the_end(site: Site) -> None:
    files = site.launch(site.python(WAIT))
    assert site.bell.wait(LONGEST)
    assert files.started.exists()
    site.gate.touch()
    assert site.bell.wait(LONGEST)
    assert files.ended.exists()


def test_the_lock_is_held_until_the_guard_is_dead(site: Site) -> None:
    files = site.launch(site.python(WAIT))
    assert is_locked(files.lock)
    guard = site.until_started()["guard"]["pid"]
    assert is_locked(files.lock)
    site.gate.touch()
    site.until_ended()
    site.until(lambda: not is_alive(guard))
    assert not is_locked(files.lock)


def test_no_script_runs_before_its_start_is_recorded(site: Site) -> None:
    order = site.order(["/bin/touch", str(site.folder / "ran")])
    files = site.launch(order._replace(started=str(site.folder / "missing" / "started.json")))
    site.until(lambda: not is_locked(files.lock))
    assert "FileNotFoundError" in files.stderr.read_text()
    assert not (site.folder / "ran").exists()
    assert not files.ended.exists()


@pytest.mark.parametrize("name", ["stdout", "stderr", "started.json"])
@pytest.mark.parametrize("kind", STRANGE)
def test_no_script_runs_if_something_else_is_in_the_place_of_a_file(site: Site, name: str, kind: str) -> None:
    """An earlier job of the trial may put something where the next one's files will be."""
    put_strange(kind, site.folder / name)
    order = site.order(["/bin/touch", str(site.folder / "ran")])
    files = site.launch(order)
    site.until(lambda: not is_locked(files.lock))
    assert not (site.folder / "ran").exists()
    assert not (site.folder / "elsewhere").exists()
    assert read_start_record(files.started) is None


@pytest.mark.parametrize("begun", [True, False], ids=["later", "at the start"])
def test_the_script_dies_with_its_guard(site: Site, begun: bool) -> None:
    files = site.launch(site.python(WAIT))
    started = site.until_started()
    if begun:
        site.until_printed("ready")
    os.kill(started["guard"]["pid"], signal.SIGKILL)
    site.until(lambda: not is_locked(files.lock) and not is_alive(started["script"]["pid"]))
    assert not files.ended.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_second_request_to_end_does_not_hurry_a_script_that_saves(site: Site, number: int) -> None:
    files = site.launch(site.python(SAVE_SLOWLY))
    guard = site.until_started()["guard"]["pid"]
    site.until_printed("ready")
    os.kill(guard, number)
    site.until_printed("saving")
    os.kill(guard, number)
    site.gate.touch()
    ended = site.until_ended()
    assert (ended["exit_code"], ended["halted"]) == (0, True)
    assert files.stdout.read_text().split() == ["ready", "saving", "saved"]


def test_a_script_that_ends_by_the_same_signal_as_its_guard_was_told_to_end(site: Site) -> None:
    """As where Slurm signals each process of a job itself: the script has ended when its guard looks."""
    site.launch(site.python(END_AT_ONCE, grace=20.0))
    started = site.until_started()
    site.until_printed("ready")
    os.kill(started["guard"]["pid"], signal.SIGSTOP)
    os.kill(started["script"]["pid"], signal.SIGTERM)
    script = psutil.Process(started["script"]["pid"])
    site.until(lambda: script.status() == psutil.STATUS_ZOMBIE)  # its guard reaps it later
    os.kill(started["guard"]["pid"], signal.SIGTERM)
    os.kill(started["guard"]["pid"], signal.SIGCONT)
    ended = site.until_ended()
    assert (ended["exit_code"], ended["halted"]) == (0, True)


def test_a_script_that_does_not_end_is_killed_after_the_grace(site: Site) -> None:
    site.launch(site.python(STUBBORN, grace=0.2))
    guard = site.until_started()["guard"]["pid"]
    site.until_printed("ready")
    os.kill(guard, signal.SIGTERM)
    ended = site.until_ended()
    assert (ended["exit_code"], ended["signal"], ended["halted"]) == (None, signal.SIGKILL, True)
    assert ended["seconds"] >= 0.2


def test_leftover_processes_are_terminated_before_they_are_killed(site: Site) -> None:
    files = site.launch(site.python(LEAVE_A_TIDY_CHILD))
    ended = site.until_ended()
    assert (ended["exit_code"], ended["halted"]) == (5, False)
    assert files.stdout.read_text().split() == ["ready", "tidied"]


def test_processes_that_fork_all_the_time_do_not_escape(site: Site) -> None:
    files = site.launch(site.python(RUNAWAY, grace=0.05))
    site.until_ended()
    lives = int(files.stdout.stat().st_size)
    assert lives > 0
    assert not [process for process in psutil.process_iter() if _environment(process) == str(site.gate)]


def test_the_launcher_has_its_own_session_and_ends_with_the_tuner(site: Site) -> None:
    site.launch(site.order(["/bin/true"]))
    pid = site.launcher.pid
    assert pid is not None
    launcher = psutil.Process(pid)
    assert os.getsid(pid) == pid
    site.launcher.close()
    assert not launcher.is_running()
    assert site.until_ended()["exit_code"] == 0


# ---- as a program ----------------------------------------------------------------------------------------


def command(site: Site, order: Order) -> list[str]:
    path = site.folder / "order.json"
    path.write_text(json.dumps(order._asdict()))
    return program("tunewise.worker.guard", str(path))


def test_a_batch_script_becomes_the_guard(site: Site) -> None:
    """The process leads the group that its engine knows, and so can't and must not leave it."""
    (site.folder / "json.py").write_text("raise RuntimeError('what lies around is not imported')")
    batch = subprocess.Popen(
        ["/bin/sh", "-c", 'exec "$@"', "sh", *command(site, site.python(SAVE_SLOWLY))],
        cwd=site.folder,
        start_new_session=True,
    )
    started = site.until_started()
    assert started["guard"]["pid"] == batch.pid == os.getpgid(batch.pid)
    site.until_printed("ready")
    assert os.getpgid(started["script"]["pid"]) == started["script"]["pid"]
    site.gate.touch()
    os.killpg(batch.pid, signal.SIGTERM)
    assert batch.wait(LONGEST) == 0
    ended = site.until_ended()
    assert (ended["exit_code"], ended["halted"]) == (0, True)


def test_the_kernel_kills_the_script_before_the_guard(site: Site) -> None:
    marked = ["/bin/sh", "-c", 'echo 300 > /proc/self/oom_score_adj && exec "$@"', "sh"]
    guard = subprocess.Popen([*marked, *command(site, site.python(SAVE_SLOWLY))])
    started = site.until_started()
    site.until_printed("ready")
    marks = [Path(f"/proc/{pid}/oom_score_adj") for pid in (guard.pid, started["script"]["pid"])]
    site.until(lambda: marks[0].read_text().strip() == "0")
    assert marks[1].read_text().strip() == "300"
    site.gate.touch()
    guard.send_signal(signal.SIGTERM)
    assert guard.wait(LONGEST) == 0


def test_the_guard_succeeds_when_its_script_fails(site: Site) -> None:
    guard = subprocess.run(command(site, site.order(["/bin/false"])), timeout=LONGEST, check=False)
    assert guard.returncode == 0
    assert site.until_ended()["exit_code"] == 1


def test_a_job_that_an_engine_restarts_does_not_run_again(site: Site) -> None:
    files = JobPaths(site.folder)
    order = site.order(["/bin/sh", "-c", "echo ran; echo complained >&2"])
    subprocess.run(command(site, order), timeout=LONGEST, check=True)
    before = [path.read_bytes() for path in (files.started, files.ended, files.stdout, files.stderr)]
    again = subprocess.run(command(site, order), timeout=LONGEST, capture_output=True, text=True, check=False)
    assert again.returncode == REFUSED
    assert again.stderr == (
        f"tunewise: the job has been started before, as {files.started} says, and is not run again\n"
    )
    assert before == [path.read_bytes() for path in (files.started, files.ended, files.stdout, files.stderr)]
    assert files.stdout.read_text() == "ran\n"


def test_only_one_of_several_simultaneous_guards_runs_the_job(site: Site) -> None:
    order = site.order(["/bin/sh", "-c", "echo ran"])
    guards = [
        subprocess.Popen(command(site, order), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for _ in range(6)
    ]
    for guard in guards:
        guard.communicate(timeout=LONGEST)
    assert sorted(guard.returncode for guard in guards) == [0, *[REFUSED] * 5]
    assert JobPaths(site.folder).stdout.read_text() == "ran\n"


def _environment(process: psutil.Process) -> str | None:
    try:
        return process.environ().get("GATE")
    except psutil.Error:
        return None


WAIT = """
import os, time
print("ready", flush=True)
while not os.path.exists(os.environ["GATE"]):
    time.sleep(0.005)
"""

END_AT_ONCE = """
import os, signal, time
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
print("ready", flush=True)
while True:
    time.sleep(0.05)
"""

SAVE_SLOWLY = """
import os, signal, sys, time
def save(number, frame):
    print("saving", flush=True)
    while not os.path.exists(os.environ["GATE"]):
        time.sleep(0.005)
    print("saved", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, save)
print("ready", flush=True)
while True:
    time.sleep(0.05)  # signal.pause() misses a signal that comes just before it
"""

STUBBORN = """
import signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
while True:
    signal.pause()
"""

LEAVE_A_TIDY_CHILD = """
import os, signal, sys, time
def tidy(number, frame):
    print("tidied", flush=True)
    os._exit(0)
known, ready = os.pipe()
if os.fork() == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, tidy)
    print("ready", flush=True)
    os.write(ready, b"!")
    while True:
        time.sleep(0.05)
os.read(known, 1)
os._exit(5)
"""

# Each process lives for less than a look at /proc takes. Should the guard fail, they end by themselves.
RUNAWAY = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
end = time.monotonic() + 20
if os.fork() == 0:
    while time.monotonic() < end:
        os.write(1, b".")
        if os.fork() > 0:
            os._exit(0)
"""


# ---- metrics ---------------------------------------------------------------------------------------------

PRINTS = """
import os, sys, time
print("step 1 loss 0.5", flush=True)
while not os.path.exists(os.environ["GATE"]):
    time.sleep(0.01)
if os.fork() == 0:
    print("step 2 loss 0.25", file=sys.stderr)
    os._exit(0)
os.wait()
sys.stdout.write("step 3 loss 0.125")
"""


def watched(site: Site, program: str, **patterns: str) -> tuple[Order, ReportFile]:
    """An order of a job that doesn't report itself, and what is reported for it."""
    order, reports = site.python(program), str(JobPaths(site.folder).reports)
    metrics = Sources("loss", "step", 1, {"loss": r"step (?P<step>\d) loss (?P<value>[\d.]+)", **patterns})
    environment = {**order.environment, REPORTS: reports}
    return order._replace(metrics=metrics, environment=environment), ReportFile(reports)


@pytest.mark.parametrize("tuner_lives", [True, False])
def test_metrics_are_read_beside_the_script(site: Site, tuner_lives: bool) -> None:
    """Also when the tuner is gone; and all of them are there before the job's end is."""
    order, reports = watched(site, PRINTS)
    site.launch(order)
    file = JobPaths(site.folder).reports
    site.until(lambda: file.exists() and file.read_bytes().endswith(b"\n"))
    assert [line.values for line in reports.read()] == [{"step": 1, "loss": 0.5}]
    if not tuner_lives:
        site.launcher.close()
        site.bell.close()
    site.gate.touch()
    ended = JobPaths(site.folder).ended
    deadline = time.monotonic() + LONGEST
    while not ended.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    later = {(line.values["step"], line.values["loss"]) for line in reports.read()}
    assert later == {(2, 0.25), (3, 0.125)}
    assert reports.note == ""


HANGS = """
import time
print("a" * 60 + "b", flush=True)
print("step 1 loss 0.5", flush=True)
time.sleep(600)
"""


def test_a_pattern_that_never_ends_keeps_no_guard_from_ending_its_job(site: Site) -> None:
    order, reports = watched(site, HANGS, other="(a+)+$")
    site.launch(order)
    started = site.until_started()
    site.until_printed("step 1 loss 0.5")
    os.kill(started["guard"]["pid"], signal.SIGTERM)
    assert site.until_ended()["halted"] is True
    assert "the pattern for other took more than 1 s" in JobPaths(site.folder).stderr.read_text()
    assert [line.values for line in reports.read()] == [{"step": 1, "loss": 0.5}]
