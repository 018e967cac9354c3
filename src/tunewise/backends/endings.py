"""What the end of a job's process means: whose fault it was, and how to say it."""

from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tunewise.files import decode
from tunewise.trial import FailureKind
from tunewise.worker.files import open_file, read_file

if TYPE_CHECKING:
    from pathlib import Path

TAIL_LINES = 20
TAIL_CHARACTERS = 4096
_TAIL_BYTES = 65536  # what is read for it: progress bars rewrite a line many times

_OUT_OF_MEMORY = re.compile(
    r"MemoryError\b"  # Python; with a prefix, NumPy and PyTorch
    r"|(CUDA|HIP|MPS backend)( error:)? out of memory"
    r"|CUBLAS_STATUS_ALLOC_FAILED"
    r"|DefaultCPUAllocator: (can't allocate|not enough) memory"
    r"|RESOURCE_EXHAUSTED: Out of memory"  # JAX, TensorFlow
    r"|Cannot allocate memory"
    r"|std::bad_alloc"
)
_DISK_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_CHILD_KILLED = re.compile(r"killed by signal: Killed|\(SIGKILL\)")  # by PyTorch's loaders and torchrun


class Ended(msgspec.Struct, frozen=True):
    """What a guard writes into `ended.json`.

    exit_code, signal: of the script's main process; one of them is None. seconds: from the start to the end
    of the last process. started, ended: seconds since the epoch. halted: the guard was told to end the job,
    by whomever, while the script ran. oom_killed: the kernel killed some process of the machine, not
    necessarily of the job, for want of memory meanwhile. disk_full: there was no room left at the end, so
    that stderr may lack the reason.
    """

    exit_code: int | None
    signal: int | None
    seconds: float
    started: float
    ended: float
    halted: bool
    oom_killed: bool
    disk_full: bool = False


class Outcome(NamedTuple):
    """failure: None if the script ended well, or as it was told to. detail: in words."""

    failure: FailureKind | None
    detail: str


def read_ended(path: Path) -> Ended | None:
    """None if the file isn't there or isn't a guard's: a crash of the machine may leave it empty."""
    try:
        return decode(read_file(path), Ended)
    except (OSError, ValueError):
        return None


def judge(ended: Ended, asked: bool, stderr: str) -> Outcome:
    """What the end of a job means.

    asked: whether the tuner had asked for it. stderr: the end of what the script wrote there.
    """
    words = _words(ended)
    if ended.halted:
        if asked:
            return Outcome(None, f"told to end: {words}")
        return Outcome(FailureKind.PREEMPTED, f"told to end from outside: {words}")
    if ended.exit_code == 0:
        return Outcome(None, "")
    killed_by = _signal_of(ended)
    if ended.disk_full or _DISK_FULL.search(stderr):
        return Outcome(FailureKind.INFRASTRUCTURE, _with_tail(f"the disk is full: {words}", stderr))
    if _OUT_OF_MEMORY.search(stderr):
        kind = FailureKind.CONFIGURATION
        words = f"out of memory: {words}"
    elif ended.oom_killed and (killed_by == signal.SIGKILL or _CHILD_KILLED.search(stderr)):
        kind = FailureKind.CONFIGURATION
        words = f"out of memory: the kernel killed it ({words})"
    elif killed_by == signal.SIGKILL:
        kind = FailureKind.INFRASTRUCTURE
        words = f"{words} from outside"
    elif killed_by == signal.SIGTERM:
        kind = FailureKind.PREEMPTED
        words = f"{words} from outside"
    else:
        kind = FailureKind.ERROR
    return Outcome(kind, _with_tail(words, stderr))


def judge_lost(stderr: str, started: bool) -> Outcome:
    """The meaning of a job without a guard and without an end.

    started: whether its script had been started.
    """
    words = "the guard died (machine restarted?)" if started else "the job could not be launched"
    return Outcome(FailureKind.INFRASTRUCTURE, _with_tail(words, stderr))


def read_tail(path: Path) -> str:
    """The last lines of a text file, within `TAIL_LINES` and `TAIL_CHARACTERS`; "" if it can't be read."""
    try:
        with os.fdopen(open_file(path), "rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL_BYTES))
            text = file.read(_TAIL_BYTES).decode(errors="replace")
    except OSError:
        return ""
    # a progress bar returns to the beginning of its line: what it wrote last is what a person would see
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in text.rstrip().split("\n")]
    return "\n".join(lines[-TAIL_LINES:])[-TAIL_CHARACTERS:]


def _with_tail(words: str, stderr: str) -> str:
    return f"{words}\n{stderr}" if stderr else words


def _signal_of(ended: Ended) -> int | None:
    """The signal that killed the script, or a script's child whose end a shell passed on."""
    if ended.signal is not None:
        return ended.signal
    if ended.exit_code in (128 + signal.SIGKILL, 128 + signal.SIGTERM):
        return ended.exit_code - 128
    return None


def _words(ended: Ended) -> str:
    if ended.signal is None:
        return f"exit code {ended.exit_code}"
    try:
        name = signal.Signals(ended.signal).name
    except ValueError:  # a real-time signal has no name of its own
        name = f"signal {ended.signal}"
    return f"killed by {name}"
