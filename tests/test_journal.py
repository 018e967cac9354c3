"""The journal: whole lines or none, one writer, and errors that name the line."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.events import (
    Action,
    DropCheckpoint,
    Entry,
    Event,
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
from tunewise.journal import (
    Journal,
    JournalBusyError,
    JournalError,
    Line,
    examine_journal,
    read_journal,
    write_journal,
)
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


BROKEN = (b"{broken}", b"\xff", bytes(9), b"[" * 100_000, b'{"fact": {"event": "ticked", "x": ' + b"[" * 9999)


@pytest.mark.parametrize("broken", BROKEN, ids=["JSON", "UTF-8", "zeros", "nested", "nested beside it all"])
def test_a_broken_line_in_the_middle_is_named(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.append(SOME)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], broken + b"\n", *lines[3:]]))
    with pytest.raises(JournalError, match=r"Line 3 of .* (can't be read|isn't as it was written)"):
        list(read_journal(path))
    with pytest.raises(JournalError, match=r"Line 3 of .* (can't be read|isn't as it was written)"):
        list(read_journal(path, "mine"))
    old(path, [])
    with path.open("ab") as file:
        file.write(broken + b"\n")
    with pytest.raises(JournalError, match=r"Line 2 of .* can't be read"):
        list(read_journal(path))


def old(path: Path, entries: list[Entry]) -> None:
    """A journal as versions before checksums wrote it."""
    path.write_bytes(b"".join([b'{"tunewise_journal": 1}\n', *(encode(entry) + b"\n" for entry in entries)]))


def test_a_journal_of_format_1_is_read_and_goes_on_in_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    old(path, SOME[:1])
    before = path.read_bytes()
    with Journal(path) as journal:
        journal.append(SOME[1:])
    assert path.read_bytes() == before + b"".join(encode(entry) + b"\n" for entry in SOME[1:])
    assert list(read_journal(path)) == SOME
    path.write_bytes(path.read_bytes() + b"\n")  # a person may leave a blank line
    assert list(read_journal(path)) == SOME


MANY = [*SOME, *(Entry(Ticked(time=float(k))) for k in range(3, 12))]


def journal_lines(path: Path) -> list[bytes]:
    with Journal(path) as journal:
        for entry in MANY:  # in several strokes
            journal.append([entry])
    return path.read_bytes().splitlines(keepends=True)


def flaws(path: Path) -> list[tuple[int, str]]:
    return [(line.number, line.flaw) for line in examine_journal(path) if line.flaw]


@given(st.data())
def test_a_byte_that_changed_is_noticed_and_its_line_named(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.jsonl")
        lines = journal_lines(path)
        number = data.draw(st.integers(1, len(lines)))
        place = data.draw(st.integers(0, len(lines[number - 1]) - 2))
        bit = data.draw(st.integers(0, 7))
        line = bytearray(lines[number - 1])
        line[place] ^= 1 << bit
        path.write_bytes(b"".join([*lines[: number - 1], bytes(line), *lines[number:]]))
        with pytest.raises(JournalError) as error:
            list(read_journal(path))
        if number > 1:
            assert f"Line {number} of {path}" in str(error.value)
            if b"\n" not in line[:-1]:  # else there is a line more
                assert [found for found, _ in flaws(path)] == [number]


def test_lines_that_were_removed_repeated_or_moved_are_noticed_and_named(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    lines = journal_lines(path)
    for number in range(2, len(lines)):  # the last but one at most: a journal may be cut off
        before, line, after = lines[: number - 1], lines[number - 1], lines[number:]
        edits = {
            "removed": [*before, *after],
            "repeated": [*before, line, line, *after],
            "swapped": [*before, after[0], line, *after[1:]],
        }
        for kind, edited in edits.items():
            path.write_bytes(b"".join(edited))
            at = number + (kind == "repeated")
            with pytest.raises(
                JournalError, match=f"Line {at} of .* isn't line {at} as it was written, but line"
            ):
                list(read_journal(path))
            assert len(flaws(path)) == (2 if kind == "swapped" else 1), kind
            assert flaws(path)[0][0] == at


def test_a_line_of_another_journal_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    lines = journal_lines(path)
    write_journal(path, [*MANY[:3], Entry(Ticked(time=99.0)), *MANY[4:]])
    other = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:6], *other[6:]]))  # all of them true by themselves
    with pytest.raises(JournalError, match=r"Line 7 of .* isn't as it was written"):
        list(read_journal(path))


def test_a_journal_may_be_cut_off_behind_any_line_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    lines = journal_lines(path)
    for kept in range(len(lines) + 1):
        path.write_bytes(b"".join(lines[:kept]))
        with Journal(path) as journal:
            journal.append(MANY[max(0, kept - 1) :])
        assert path.read_bytes() == b"".join(lines)


def test_nothing_is_appended_after_a_damaged_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    lines = journal_lines(path)
    path.write_bytes(b"".join([*lines[:-1], lines[-1].replace(b"crc", b"crx")]))
    with pytest.raises(JournalError, match=r"The last line of .* isn't as it was written"):
        Journal(path)


def test_a_long_journal_is_read_in_blocks_and_checked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    long = Entry(StopRequested(time=0.0, why="x" * 300_000))  # longer than a block
    entries = [*SOME, long, *([Entry(Ticked(time=1.0))] * 12_000), long]
    write_journal(path, entries)
    assert list(read_journal(path)) == entries
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:11_000], *lines[11_001:]]))
    with pytest.raises(JournalError, match=r"Line 11001 of .*, but line 11002"):
        list(read_journal(path))
    assert next(line for line in examine_journal(path) if line.flaw).entry == Entry(Ticked(time=1.0))


def test_what_is_written_whole_is_what_is_written_bit_by_bit(tmp_path: Path) -> None:
    path, other = tmp_path / "journal.jsonl", tmp_path / "other.jsonl"
    lines = journal_lines(path)
    write_journal(other, MANY)
    assert other.read_bytes() == b"".join(lines)
    assert list(examine_journal(other)) == [Line(k, "", entry) for k, entry in enumerate(MANY, start=2)]


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"tunewise_journal":99}\n')
    with pytest.raises(JournalError, match="format 99"):
        list(read_journal(path))
    path.write_bytes(b'{"tunewise_journal":1,"line":1,"crc":571920992}\n')  # a 2 that flipped
    with pytest.raises(JournalError, match=r"Line 1 of .* isn't as it was written"):
        list(read_journal(path))
    path.write_bytes(b"hello\n")
    with pytest.raises(JournalError, match="isn't a journal of Tunewise"):
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
        with pytest.raises(JournalBusyError, match="Another tuner is running"):
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


def test_events_have_the_keys_that_kept_journals_have() -> None:
    keys = {
        kind.__struct_config__.tag: " ".join(sorted(set(kind.__struct_encode_fields__) - {"time"}))
        for kind in Event.__subclasses__()
    }
    assert keys == {
        "change_terms": "limits workers",
        "drop_checkpoint": "trial_id",
        "enqueue": "config id",
        "finish": "detail reason",
        "halt": "failure job message patience target why",
        "hold": "trial_id",
        "idle_paid": "seconds",
        "job_ended": "detail elapsed failure job note",
        "job_queued": "job why",
        "job_started": "elapsed job place",
        "opened": "limits pay_idle price starts_told workers",
        "recall": "trial_id until",
        "refuse": "id why",
        "release": "trial_id",
        "reported": "elapsed job seq values",
        "requested": "id objection request",
        "resume": "job until why",
        "start": "bracket config trial_id until why",
        "stop_requested": "why",
        "stop_trial": "trial_id",
        "ticked": "",
    }
