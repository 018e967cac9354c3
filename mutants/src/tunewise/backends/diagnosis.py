"""What the end of a job's process means: whose fault it was, and how to say it.

What the end of a script's standard error says of its failure.

Scripts write of errors that they got over, too: one that ran out of memory, tried again with less, and failed
hours later for another reason. So not all of the text counts, but what ended the script:

- the last error in it, which is the last traceback with those that it followed from ("The above exception was
  the direct cause of ..."), without its lines of code, and all that stands behind it;
- where that error only tells that another process failed (a launcher's summary, a connection that a peer
  closed), the errors of all tracebacks;
- where there is no traceback, or the script wrote on for long behind it, the lines that a person is shown."""

import os
import re
import signal
from pathlib import Path
from typing import NamedTuple

import msgspec

from tunewise.disk import decode
from tunewise.trial import FailureKind
from tunewise.worker.files import open_file, read_if_there

LONGEST_LINE = 300  # characters


class EndRecord(msgspec.Struct, frozen=True):
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


def read_end_record(path: Path) -> EndRecord | None:
    """None if the file isn't there or isn't a guard's: a crash of the machine may leave it empty."""
    data = read_if_there(path)
    try:
        return None if data is None else decode(data, EndRecord)
    except ValueError:
        return None


def diagnose(ended: EndRecord, asked: bool, stderr: str) -> Outcome:
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


def _why(ended: EndRecord, words: str, stderr: str) -> tuple[FailureKind, str, str]:
    """Whose fault a failure was, in words, and the line of stderr that tells, if one does."""
    full = find_line(DISK_FULL, stderr)
    if full or ended.disk_full:
        return FailureKind.INFRASTRUCTURE, f"the disk is full: {words}", full
    exhausted = find_line(OUT_OF_MEMORY, stderr)
    if exhausted:
        return FailureKind.CONFIGURATION, f"out of memory: {words}", exhausted
    killed_by = _signal_of(ended)
    child_killed = find_line(CHILD_KILLED, stderr)
    if ended.oom_killed and (killed_by == signal.SIGKILL or child_killed):
        return FailureKind.CONFIGURATION, f"out of memory: the kernel killed it ({words})", child_killed
    if killed_by == signal.SIGKILL:
        return FailureKind.INFRASTRUCTURE, f"{words} from outside", ""
    if killed_by == signal.SIGTERM:
        return FailureKind.PREEMPTED, f"{words} from outside", ""
    return FailureKind.ERROR, words, ""


def diagnose_lost(stderr: str, started: bool, why: str = "") -> Outcome:
    """The meaning of a job without a guard and without an end.

    started: whether its script had been started. why: what its engine says of that.
    """
    words = "the guard died (machine restarted?)" if started else "the job could not be launched"
    return Outcome(FailureKind.INFRASTRUCTURE, _detail(f"{why}: {words}" if why else words, stderr))


def _detail(words: str, stderr: str, line: str = "") -> str:
    """line: what of stderr told the most. It goes first, unless it is the last that is shown anyway."""
    shown = shown_tail(stderr)
    if line and not shown.endswith(line):
        words = f"{words}: {line.strip()[:LONGEST_LINE]}"
    return f"{words}\n{shown}" if shown else words


def _signal_of(ended: EndRecord) -> int | None:
    """The signal that killed the script, or a child of it whose end a shell (128 + 9) or a launcher in Python
    (-9, of which 247 is left) passed on."""
    if ended.signal is not None:
        return ended.signal
    for number in (signal.SIGKILL, signal.SIGTERM):
        if ended.exit_code in (128 + number, 256 - number):
            return number
    return None


def _words(ended: EndRecord) -> str:
    if ended.signal is None:
        return f"exit code {ended.exit_code}"
    try:
        name = signal.Signals(ended.signal).name
    except ValueError:  # a real-time signal has no name of its own
        name = f"signal {ended.signal}"
    return f"killed by {name}"


TAIL_BYTES = 65536  # what is read: launchers' summaries are long, and progress bars rewrite a line many times
SHOWN_LINES = 20
SHOWN_CHARACTERS = 4096
LONGEST_SUMMARY = 100  # lines behind the last traceback of a script that ended by it
LONGEST_ERROR = 40  # lines of the message of any other traceback

OUT_OF_MEMORY = re.compile(
    r"MemoryError\b"  # Python; with a prefix, NumPy, PyArrow, PyTorch, CuPy
    r"|(?<!run )(?<!runs )(?<!running )(?<![a-z])out[ _]of[ _]memory\b"  # CUDA, HIP, MPS, XPU
    r"|\bRan out of memory in memory space"  # JAX on TPUs
    r"|OutOfMemory"
    r"|OOM when allocating|Dst tensor is not initialized"  # TensorFlow
    r"|RESOURCE_EXHAUSTED: .*allocat"  # JAX; gRPC has statuses of this name for other things
    r"|\b(CUBLAS|CUDNN|CUSOLVER|CUSPARSE|CUFFT|CURAND)_\w*ALLOC\w*_FAILED"
    r"|\ballocate memory\b|\bnot enough memory\b"  # the C library, TensorFlow, PyTorch
    r"|Memory allocation error on worker"  # XGBoost
    r"|memory allocation of \d+ bytes failed"  # Rust, and with it Polars
    r"|MEM_OBJECT_ALLOCATION_FAILURE"  # OpenCL, with LightGBM
    r"|std::bad_alloc"
    r"|oom[-_]kill event",  # Slurm
    re.IGNORECASE,
)
DISK_FULL = re.compile(r"No space left on device|Disk quota exceeded")
CHILD_KILLED = re.compile(
    r"killed by signal: Killed"  # PyTorch's loaders
    r"|SIGKILL"  # torchrun, torch.multiprocessing, joblib, subprocess
    r"|exit ?code *: *-9\b|exit status (-9|137)\b|return code = -9\b"  # torchrun, accelerate, DeepSpeed
    r"|BrokenProcessPool"
    r"|abruptly died during map operation"  # datasets
    r"|\bon signal 9\b|\(signal 9\)|KILLED BY SIGNAL: 9\b"  # mpirun
    r"|\d Killed\b|(^|: )Killed$",  # shells, srun
    re.MULTILINE,
)
"""How parents say that a process of theirs was killed, or vanished."""
_OF_OTHERS = re.compile(
    r"ChildFailedError|CalledProcessError|ProcessExitedException|ProcessRaisedException|BrokenProcessPool"
    r"|TerminatedWorkerError|RayTaskError|TrainingFailedError|Dist(Backend|Network|Store)Error"
    r"|Connection (closed|reset) by peer"
)
"""Errors that tell that another process failed."""

# a launcher writes "[rank1]: ", or the like, in front of each line of one process
_HEADER = re.compile(
    r"(.{0,80}?)((Original )?Traceback \(most recent call last\):"
    r"|[╭┌]─+ Traceback \(most recent call last\) ─+[╮┐])$"  # by Rich, in a box
)
_FRAME = re.compile(r"[\s│╰└]")
"""How lines of a traceback begin, where the exception's don't."""
_FOLLOWS = ("The above exception was the direct cause", "During handling of the above exception")


class _Traceback(NamedTuple):
    """The error of a traceback: its exception, with what is written behind it, to the next one. follows:
    whether it came of the one before. end: number of the line behind the exception."""

    error: list[str]
    follows: bool
    end: int


def read_tail(path: Path) -> str:
    """The last `TAIL_BYTES` of a text file; "" if it can't be read."""
    try:
        with os.fdopen(open_file(path), "rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES))
            return file.read(TAIL_BYTES).decode(errors="replace")
    except OSError:
        return ""


def shown_tail(text: str) -> str:
    """What a person is shown of it: the last `SHOWN_LINES`, of `SHOWN_CHARACTERS` at most."""
    return "\n".join(_lines(text)[-SHOWN_LINES:])[-SHOWN_CHARACTERS:]


def find_line(pattern: re.Pattern[str], text: str) -> str:
    """The last line with it among those that say why the script failed, without what a launcher puts in front
    of it; "" if there is none."""
    return next((line for line in reversed(_telling(_lines(text))) if pattern.search(line)), "")


def _lines(text: str) -> list[str]:
    """A progress bar returns to the beginning of its line: what it wrote last is what a person would see."""
    return [line.rstrip("\r").rpartition("\r")[2] for line in text.rstrip().split("\n")]


def _telling(lines: list[str]) -> list[str]:
    tracebacks = _tracebacks(lines)
    if not tracebacks or len(lines) - tracebacks[-1].end > LONGEST_SUMMARY:
        return lines[-SHOWN_LINES:]
    first = len(tracebacks) - 1
    while first > 0 and tracebacks[first].follows:
        first -= 1
    if any(_OF_OTHERS.search(line) for line in tracebacks[-1].error):
        first = 0
    errors = [traceback.error[:LONGEST_ERROR] for traceback in tracebacks[first:-1]]
    return [line for error in [*errors, tracebacks[-1].error] for line in error]


def _tracebacks(lines: list[str]) -> list[_Traceback]:
    """Those of all processes that wrote there, in the order of their beginnings."""
    headers = [(number, match[1]) for number, line in enumerate(lines) if (match := _HEADER.match(line))]
    found: list[_Traceback] = []
    for index, (number, prefix) in enumerate(headers):
        following = (other for other, its_prefix in headers[index + 1 :] if its_prefix == prefix)
        until = next(following, len(lines))
        own = [
            (at, lines[at].removeprefix(prefix))
            for at in range(number + 1, until)
            if lines[at].startswith(prefix)
        ]
        begin = next((at for at, (_, line) in enumerate(own) if line and not _FRAME.match(line)), None)
        if begin is not None:
            error = [line for _, line in own[begin:]]
            follows = any(
                line.removeprefix(prefix).startswith(_FOLLOWS) for line in lines[max(0, number - 3) : number]
            )
            found.append(_Traceback(error, follows, own[begin][0] + 1))
    return found
