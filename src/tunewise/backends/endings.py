"""What the end of a job's process means: whose fault it was, and how to say it."""

import signal
from pathlib import Path
from typing import NamedTuple

import msgspec

from tunewise.backends import last_words
from tunewise.backends.last_words import CHILD_KILLED, DISK_FULL, OUT_OF_MEMORY
from tunewise.files import decode
from tunewise.trial import FailureKind
from tunewise.worker.files import read_if_there

LONGEST_LINE = 300  # characters


class Ended(msgspec.Struct, frozen=True):
    """What a guard writes into `ended.json`.

    exit_code, signal: of the script's main process; one of them is None. seconds: from the start to the end
    of the last process. started, ended: seconds since the epoch. halted: the guard was told to end the job,
    by whomever, while the script ran. oom_killed: the kernel killed a process for want of memory meanwhile,
    of the job's cgroup or, where it has none, of the machine; not necessarily one of the job. disk_full:
    there was no room left at the end, so that stderr may lack the reason. expired: it was killed, as it could
    not renew its lease in time: it had been suspended, or cut off from its files.
    """

    exit_code: int | None
    signal: int | None
    seconds: float
    started: float
    ended: float
    halted: bool
    oom_killed: bool
    disk_full: bool = False
    expired: bool = False


class Outcome(NamedTuple):
    """failure: None if the script ended well, or as it was told to. detail: in words."""

    failure: FailureKind | None
    detail: str


def read_ended(path: Path) -> Ended | None:
    """None if the file isn't there or isn't a guard's: a crash of the machine may leave it empty."""
    data = read_if_there(path)
    try:
        return None if data is None else decode(data, Ended)
    except ValueError:
        return None


def judge(ended: Ended, asked: bool, stderr: str) -> Outcome:
    """What the end of a job means.

    asked: whether the tuner had asked for it. stderr: the end of what the script wrote there; a person is
    shown the last of it.
    """
    words = _words(ended)
    if ended.halted:
        if asked:
            return Outcome(None, f"told to end: {words}")
        return Outcome(FailureKind.PREEMPTED, f"told to end from outside: {words}")
    if ended.exit_code == 0:
        return Outcome(None, "")
    if ended.expired:
        return Outcome(FailureKind.PREEMPTED, f"suspended, or cut off from its files, for too long: {words}")
    kind, words, line = _why(ended, words, stderr)
    return Outcome(kind, _detail(words, stderr, line))


def _why(ended: Ended, words: str, stderr: str) -> tuple[FailureKind, str, str]:
    """Whose fault a failure was, in words, and the line of stderr that tells, if one does."""
    full = last_words.find(DISK_FULL, stderr)
    if full or ended.disk_full:
        return FailureKind.INFRASTRUCTURE, f"the disk is full: {words}", full
    exhausted = last_words.find(OUT_OF_MEMORY, stderr)
    if exhausted:
        return FailureKind.CONFIGURATION, f"out of memory: {words}", exhausted
    killed_by = _signal_of(ended)
    child_killed = last_words.find(CHILD_KILLED, stderr)
    if ended.oom_killed and (killed_by == signal.SIGKILL or child_killed):
        return FailureKind.CONFIGURATION, f"out of memory: the kernel killed it ({words})", child_killed
    if killed_by == signal.SIGKILL:
        return FailureKind.INFRASTRUCTURE, f"{words} from outside", ""
    if killed_by == signal.SIGTERM:
        return FailureKind.PREEMPTED, f"{words} from outside", ""
    return FailureKind.ERROR, words, ""


def judge_lost(stderr: str, started: bool, why: str = "") -> Outcome:
    """The meaning of a job without a guard and without an end.

    started: whether its script had been started. why: what its engine says of that.
    """
    words = "the guard died (machine restarted?)" if started else "the job could not be launched"
    return Outcome(FailureKind.INFRASTRUCTURE, _detail(f"{why}: {words}" if why else words, stderr))


def _detail(words: str, stderr: str, line: str = "") -> str:
    """line: what of stderr told the most. It goes first, unless it is the last that is shown anyway."""
    shown = last_words.shown(stderr)
    if line and not shown.endswith(line):
        words = f"{words}: {line.strip()[:LONGEST_LINE]}"
    return f"{words}\n{shown}" if shown else words


def _signal_of(ended: Ended) -> int | None:
    """The signal that killed the script, or a child of it whose end a shell (128 + 9) or a launcher in Python
    (-9, of which 247 is left) passed on."""
    if ended.signal is not None:
        return ended.signal
    for number in (signal.SIGKILL, signal.SIGTERM):
        if ended.exit_code in (128 + number, 256 - number):
            return number
    return None


def _words(ended: Ended) -> str:
    if ended.signal is None:
        return f"exit code {ended.exit_code}"
    try:
        name = signal.Signals(ended.signal).name
    except ValueError:  # a real-time signal has no name of its own
        name = f"signal {ended.signal}"
    return f"killed by {name}"
