"""What the end of a script's standard error says of its failure.

Scripts write of errors that they got over, too: one that ran out of memory, tried again with less, and failed
hours later for another reason. So not all of the text counts, but what ended the script:

- the last error in it, which is the last traceback with those that it followed from ("The above exception was
  the direct cause of ..."), without its lines of code, and all that stands behind it;
- where that error only tells that another process failed (a launcher's summary, a connection that a peer
  closed), the errors of all tracebacks;
- where there is no traceback, or the script wrote on for long behind it, the lines that a person is shown.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

from tunewise.worker.files import open_file

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


def shown(text: str) -> str:
    """What a person is shown of it: the last `SHOWN_LINES`, of `SHOWN_CHARACTERS` at most."""
    return "\n".join(_lines(text)[-SHOWN_LINES:])[-SHOWN_CHARACTERS:]


def find(pattern: re.Pattern[str], text: str) -> str:
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
