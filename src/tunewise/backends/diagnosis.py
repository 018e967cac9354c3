"""Why a job ended: its exit code or signal, and the end of its standard error.

A script also writes about errors that it recovered from: it may have run out of memory, retried with less,
and failed hours later for another reason. So only the text about what ended the script counts:

- the last error, which is the last traceback together with those that it followed from ("The above exception
  was the direct cause of ..."), without their lines of code, and everything after it;
- the errors of all tracebacks, if the last error only says that another process failed (a launcher's summary,
  a connection that a peer closed);
- the lines that a person is shown, if there is no traceback, or if the script wrote a lot after it.
"""

import re
import signal
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from tunewise.disk import decode
from tunewise.trial import FailureKind
from tunewise.worker.files import read_if_there

Record = TypeVar("Record")

LONGEST_LINE = 300  # characters


class EndRecord(msgspec.Struct, frozen=True):
    """What a guard writes into `ended.json`.

    exit_code, signal: of the script's main process; one of them is None. seconds: from the start to the end
    of the last process. started, ended: seconds since the epoch. halted: the guard was told to end the job,
    by anyone, while the script ran. oom_killed: meanwhile the kernel ran out of memory and killed a process
    of the job's cgroup, or of the machine if the job has no cgroup; it may not be one of the job. disk_full:
    the disk was full at the end, so stderr may lack the reason. expired: the job was killed because it
    couldn't renew its lease in time: it was suspended, or cut off from its files.
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
    """failure: None if the script succeeded, or ended because it was told to. detail: for people."""

    failure: FailureKind | None
    detail: str


def read_record(path: Path, kind: type[Record]) -> Record | None:
    """What a guard or a tuner wrote. None if there is no such file, or something else wrote it: a crash of
    the machine may leave it empty."""
    try:
        return decode(read_if_there(path) or b"", kind)
    except ValueError:
        return None


def read_end_record(path: Path) -> EndRecord | None:
    return read_record(path, EndRecord)


def diagnose(ended: EndRecord, asked: bool, stderr: str) -> Outcome:
    """Why a job ended.

    asked: whether the tuner had told it to. stderr: the end of standard error; its last lines are shown.
    """
    words = words_of_end(ended)
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
    """The kind of a failure, its description, and the line of stderr that shows it, if there is one."""
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
    """Why a job ended whose guard is gone and recorded no end.

    started: whether its script had started. why: what its engine says.
    """
    words = "the guard died (machine restarted?)" if started else "the job could not be launched"
    return Outcome(FailureKind.INFRASTRUCTURE, _detail(f"{why}: {words}" if why else words, stderr))


def _detail(words: str, stderr: str, line: str = "") -> str:
    """line: the line of stderr that explains most. It comes first, unless it is the last line anyway."""
    shown = shown_tail(stderr)
    if line and not shown.endswith(line):
        words = f"{words}: {line.strip()[:LONGEST_LINE]}"
    return f"{words}\n{shown}" if shown else words


def _signal_of(ended: EndRecord) -> int | None:
    """The signal that killed the script, or its child, if a shell (128 + 9) or a launcher in Python (-9,
    which becomes 247) passed the child's exit code on."""
    if ended.signal is not None:
        return ended.signal
    for number in (signal.SIGKILL, signal.SIGTERM):
        if ended.exit_code in (128 + number, 256 - number):
            return number
    return None


def words_of_end(ended: EndRecord) -> str:
    """`exit code 1`, or `killed by SIGKILL`."""
    if ended.signal is None:
        return f"exit code {ended.exit_code}"
    try:
        name = signal.Signals(ended.signal).name
    except ValueError:  # a real-time signal has no name
        name = f"signal {ended.signal}"
    return f"killed by {name}"


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
"""How parents report that one of their processes was killed or vanished."""
_OTHERS_FAILED = re.compile(
    r"ChildFailedError|CalledProcessError|ProcessExitedException|ProcessRaisedException|BrokenProcessPool"
    r"|TerminatedWorkerError|RayTaskError|TrainingFailedError|Dist(Backend|Network|Store)Error"
    r"|Connection (closed|reset) by peer"
)
"""Errors that only say that another process failed."""

# launchers put something like "[rank1]: " in front of each line of a process
_HEADER = re.compile(
    r"(.{0,80}?)((Original )?Traceback \(most recent call last\):"
    r"|[╭┌]─+ Traceback \(most recent call last\) ─+[╮┐])$"  # by Rich, in a box
)
_FRAME = re.compile(r"[\s│╰└]")
"""The first character of a traceback's lines, except for those of the exception itself."""
_FOLLOWS = ("The above exception was the direct cause", "During handling of the above exception")


class _Traceback(NamedTuple):
    """error: the exception and what follows it, up to the next traceback. follows: whether it was raised
    because of the previous one. end: the number of the line after the exception."""

    error: list[str]
    follows: bool
    end: int


def shown_tail(text: str) -> str:
    """What people are shown of it: the last `SHOWN_LINES` lines, at most `SHOWN_CHARACTERS` characters."""
    return "\n".join(_lines(text)[-SHOWN_LINES:])[-SHOWN_CHARACTERS:]


def find_line(pattern: re.Pattern[str], text: str) -> str:
    """The last line that matches among those that say why the script failed, without a launcher's prefix; ""
    if there is none."""
    return next((line for line in reversed(_relevant(_lines(text))) if pattern.search(line)), "")


def _lines(text: str) -> list[str]:
    """Lines as a terminal shows them: a progress bar overwrites its line."""
    return [line.rstrip("\r").rpartition("\r")[2] for line in text.rstrip().split("\n")]


def _relevant(lines: list[str]) -> list[str]:
    tracebacks = _tracebacks(lines)
    if not tracebacks or len(lines) - tracebacks[-1].end > LONGEST_SUMMARY:
        return lines[-SHOWN_LINES:]
    first = len(tracebacks) - 1
    while first > 0 and tracebacks[first].follows:
        first -= 1
    if any(_OTHERS_FAILED.search(line) for line in tracebacks[-1].error):
        first = 0
    errors = [traceback.error[:LONGEST_ERROR] for traceback in tracebacks[first:-1]]
    return [line for error in [*errors, tracebacks[-1].error] for line in error]


def _tracebacks(lines: list[str]) -> list[_Traceback]:
    """The tracebacks of all processes, in the order in which they begin."""
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
