"""The journal: whole lines or none, one writer, and errors that name the line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.events import (
    Action,
    DropCheckpoint,
    Entry,
    Fact,
    Finish,
    FinishReason,
    HaltJob,
    IdlePaid,
    JobEnded,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    StartJob,
    StopRequested,
    Ticked,
    decode,
    encode,
)
from tunewise.journal import Journal, JournalBusyError, JournalError, read_journal
from tunewise.trial import FailureKind, JobId, Status

times = st.floats(0, 1e9)
jobs = st.builds(JobId, st.integers(0, 10**6), st.integers(0, 1000))
texts = st.text(max_size=20)
values = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
scalars = st.dictionaries(texts, values, max_size=4)
levels = st.none() | st.integers(1, 10**6)
failures = st.none() | st.sampled_from(FailureKind)

facts: st.SearchStrategy[Fact] = st.one_of(
    st.builds(
        Opened,
        time=times,
        workers=st.integers(0, 99),
        limits=st.dictionaries(texts, st.floats(1, 9)),
        price=times,
    ),
    st.builds(JobStarted, time=times, job=jobs, place=texts),
    st.builds(Reported, time=times, job=jobs, seq=st.integers(0, 10**6), elapsed=times, values=scalars),
    st.builds(JobEnded, time=times, job=jobs, elapsed=times, failure=failures, detail=texts),
    st.builds(IdlePaid, time=times, seconds=times),
    st.builds(StopRequested, time=times, why=texts),
    st.builds(Ticked, time=times),
)
actions: st.SearchStrategy[Action] = st.one_of(
    st.builds(
        StartJob,
        time=times,
        trial_id=st.integers(0, 99),
        config=scalars,
        until=levels,
        bracket=st.integers(0, 9),
        why=scalars,
    ),
    st.builds(ResumeJob, time=times, job=jobs, until=levels, why=scalars),
    st.builds(
        HaltJob,
        time=times,
        job=jobs,
        target=st.sampled_from(Status),
        patience=times,
        failure=failures,
        message=texts,
        why=scalars,
    ),
    st.builds(DropCheckpoint, time=times, trial_id=st.integers(0, 99)),
    st.builds(Finish, time=times, reason=st.sampled_from(FinishReason), detail=texts),
)
entries = st.builds(Entry, facts, st.lists(actions, max_size=3))

SOME = [
    Entry(Opened(time=0.0, workers=1), [StartJob(time=0.0, trial_id=0, config={"x": 1})]),
    Entry(Reported(time=1.0, job=JobId(0, 0), seq=0, elapsed=1.0, values={"loss": 0.5})),
    Entry(JobEnded(time=2.0, job=JobId(0, 0), elapsed=2.0), [DropCheckpoint(time=2.0, trial_id=0)]),
]


@given(entries)
def test_what_is_written_is_read(entry: Entry) -> None:
    line = encode(entry)
    assert b"\n" not in line
    again = decode(line)
    assert again == entry
    # True == 1 in Python, so that equality alone would not tell them apart
    assert repr(again) == repr(entry)


def test_entries_come_back_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME[:1])
    with Journal(path) as journal:
        journal.append(SOME[1:])
        journal.sync()
    assert list(read_journal(path)) == SOME


def test_a_tear_at_any_byte_loses_the_torn_line_alone(tmp_path: Path) -> None:
    whole = tmp_path / "whole.jsonl"
    with Journal(whole) as journal:
        journal.append(SOME)
    data = whole.read_bytes()
    path = tmp_path / "journal.jsonl"
    for size in range(len(data) + 1):
        path.write_bytes(data[:size])
        lines = data[:size].count(b"\n")
        kept = SOME[: max(0, lines - 1)]
        assert list(read_journal(path)) == kept
        with Journal(path) as journal:
            journal.append(SOME[-1:])
        assert list(read_journal(path)) == [*kept, SOME[-1]]


def test_a_long_torn_line_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME)
    with path.open("ab") as file:
        file.write(b"x" * 200_000)
    with Journal(path):
        pass
    assert list(read_journal(path)) == SOME


def test_a_broken_line_in_the_middle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"{broken}\n", *lines[3:]]))
    with pytest.raises(JournalError, match=r"Line 3 of .* can't be read"):
        list(read_journal(path))


def test_a_person_may_leave_a_blank_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME)
    path.write_bytes(path.read_bytes() + b"\n")
    assert list(read_journal(path)) == SOME


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"tunewise_journal":99}\n')
    with pytest.raises(JournalError, match="format 99"):
        list(read_journal(path))
    path.write_bytes(b"hello\n")
    with pytest.raises(JournalError, match="no journal of Tunewise"):
        list(read_journal(path))
    with pytest.raises(JournalError, match="There is no journal"):
        list(read_journal(tmp_path / "missing"))


def test_there_is_one_writer(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    script = (
        "import sys; from pathlib import Path; from tunewise.journal import Journal\n"
        f"j = Journal(Path({str(path)!r})); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(JournalBusyError, match="Another tuner is at work"):
            Journal(path)
        other.kill()  # and with its death the lock is gone
        other.wait()
    with Journal(path):
        pass


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME[:1])
        real_write = os.write

        def write_some(file: int, data: bytes) -> int:
            if len(data) < 20:
                raise OSError(28, "No space left on device")
            return real_write(file, data[:20])

        monkeypatch.setattr(os, "write", write_some)
        with pytest.raises(JournalError, match="No space left on device"):
            journal.append(SOME[1:2])
        monkeypatch.undo()
        journal.append(SOME[2:])
    assert list(read_journal(path)) == [SOME[0], SOME[2]]
