from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from tests.helpers.strange_files import STRANGE, put_strange, without_waiting

from tunewise.backends.diagnosis import (
    SHOWN_CHARACTERS,
    SHOWN_LINES,
    EndRecord,
    diagnose,
    diagnose_lost,
    read_end_record,
    shown_tail,
)
from tunewise.backends.job_folders import read_start_record
from tunewise.disk import is_locked
from tunewise.trial import FailureKind
from tunewise.worker.files import read_tail

if TYPE_CHECKING:
    from pathlib import Path

PREEMPTED, INFRASTRUCTURE, CONFIGURATION, ERROR = FailureKind


def ended(
    exit_code: int | None = None, killed_by: int | None = None, halted: bool = False, oom_killed: bool = False
) -> EndRecord:
    return EndRecord(exit_code, killed_by, 1.0, 100.0, 101.0, halted, oom_killed)


FULL_DISK = EndRecord(1, None, 1.0, 100.0, 101.0, False, False, disk_full=True)


@pytest.mark.parametrize(
    ("end", "asked", "stderr", "failure", "words"),
    [
        (ended(0), False, "", None, ""),
        (ended(0), True, "", None, ""),
        (ended(0), False, "MemoryError, but it was caught", None, ""),
        (ended(1), False, "ValueError: x", ERROR, "exit code 1"),
        (ended(1), True, "ValueError: x", ERROR, "exit code 1"),  # it failed before it was told to end
        (ended(127), False, "", ERROR, "exit code 127"),
        (ended(None, signal.SIGSEGV), False, "", ERROR, "killed by SIGSEGV"),
        (ended(None, 40), False, "", ERROR, "killed by signal 40"),
        # told to end
        (ended(0, halted=True), True, "", None, "told to end: exit code 0"),
        (ended(1, halted=True), True, "KeyboardInterrupt", None, "told to end: exit code 1"),
        (ended(None, signal.SIGKILL, halted=True), True, "", None, "told to end: killed by SIGKILL"),
        (ended(0, halted=True), False, "", PREEMPTED, "told to end from outside: exit code 0"),
        # killed from outside
        (ended(None, signal.SIGTERM), False, "", PREEMPTED, "killed by SIGTERM from outside"),
        (ended(143), False, "", PREEMPTED, "exit code 143 from outside"),
        (ended(None, signal.SIGKILL), False, "", INFRASTRUCTURE, "killed by SIGKILL from outside"),
        (ended(137), False, "", INFRASTRUCTURE, "exit code 137 from outside"),
        # suspended by its engine, or cut off from its files
        (
            EndRecord(None, 9, 1.0, 100.0, 101.0, False, False, expired=True),
            False,
            "",
            PREEMPTED,
            "suspended, or cut off from its files, for too long: killed by SIGKILL",
        ),
        # out of disk
        (
            EndRecord(1, None, 1.0, 100.0, 101.0, False, False, disk_full=True),
            False,
            "",
            INFRASTRUCTURE,
            "the disk is full: exit code 1",
        ),
        (ended(1), False, "OSError: [Errno 28] No space left on device", INFRASTRUCTURE, "the disk is full"),
        # out of memory
        (ended(None, signal.SIGKILL, oom_killed=True), False, "", CONFIGURATION, "out of memory: the kernel"),
        (ended(137, oom_killed=True), False, "", CONFIGURATION, "out of memory: the kernel killed it"),
        (ended(1, oom_killed=True), False, "ValueError: x", ERROR, "exit code 1"),  # another job's trouble
        (
            ended(1, oom_killed=True),
            False,
            "RuntimeError: DataLoader worker (pid 7) is killed by signal: Killed.",
            CONFIGURATION,
            "out of memory: the kernel killed it (exit code 1)",
        ),
        *[
            (ended(1), False, f"Traceback ...\n{text}", CONFIGURATION, "out of memory: exit code 1")
            for text in [
                "MemoryError",
                "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 745. GiB for an array",
                "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB.",
                "RuntimeError: CUDA error: out of memory",
                "torch.cuda.OutOfMemoryError: HIP out of memory.",
                "RuntimeError: MPS backend out of memory (MPS allocated: 1 GB)",
                "RuntimeError: [enforce fail] . DefaultCPUAllocator: can't allocate memory: you tried to",
                "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory while trying",
                "OSError: [Errno 12] Cannot allocate memory",
            ]
        ],
        (
            ended(None, signal.SIGABRT),
            False,
            "terminate called after throwing an instance of 'std::bad_alloc'",
            CONFIGURATION,
            "out of memory: killed by SIGABRT",
        ),
        (ended(1), False, "HuhMemoryErrorHandlerMissing", ERROR, "exit code 1"),
    ],
)
def test_diagnosis_of_recorded_ends(
    end: EndRecord, asked: bool, stderr: str, failure: FailureKind | None, words: str
) -> None:
    verdict = diagnose(end, asked, stderr)
    assert verdict.failure == failure
    assert verdict.detail.startswith(words)
    assert (stderr in verdict.detail) == (failure is not None and not end.halted) or not stderr


def test_diagnosis_of_lost_jobs() -> None:
    assert diagnose_lost("", started=True) == (INFRASTRUCTURE, "the guard died (machine restarted?)")
    assert diagnose_lost("", started=True, why="its node failed").detail.startswith(
        "its node failed: the guard "
    )
    assert diagnose_lost("why", started=False) == (INFRASTRUCTURE, "the job could not be launched\nwhy")


def test_the_tail_of_stderr(tmp_path: Path) -> None:
    path = tmp_path / "stderr"
    assert shown_tail(read_tail(path)) == ""
    path.write_text("".join(f"line {number}\n" for number in range(100)) + "\n\n")
    assert shown_tail(read_tail(path)).splitlines() == [
        f"line {number}" for number in range(100 - SHOWN_LINES, 100)
    ]
    path.write_bytes(b"\xff\xfe" * 100_000 + b"the end")
    assert shown_tail(read_tail(path)).endswith("the end")
    assert len(shown_tail(read_tail(path))) == SHOWN_CHARACTERS


def test_a_progress_bar_does_not_hide_the_traceback(tmp_path: Path) -> None:
    path = tmp_path / "stderr"
    bar = "".join(f"\r{percent}%|{'#' * percent}" for percent in range(101))
    path.write_text(f"begin\n{bar}\r\nTraceback\nValueError: x\n")
    assert shown_tail(read_tail(path)) == f"begin\n100%|{'#' * 100}\nTraceback\nValueError: x"


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"exit_code": 0}', b"\0\0\0", b"\xff", b'{"x": ' + b"[" * 99_999]
)
def test_a_file_that_a_crash_left_empty_counts_as_missing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ended.json"
    assert read_end_record(path) is None
    path.write_bytes(content)
    assert read_end_record(path) is None
    assert read_start_record(path) is None


@pytest.mark.parametrize("kind", STRANGE)
def test_something_other_than_a_file_counts_as_missing_and_never_blocks(tmp_path: Path, kind: str) -> None:
    put_strange(kind, tmp_path / "file")
    with without_waiting():
        assert read_end_record(tmp_path / "file") is None
        assert read_start_record(tmp_path / "file") is None
        assert read_tail(tmp_path / "file") == ""
        assert not is_locked(tmp_path / "file")
