"""The file of a job's reports, as whoever follows the job reads it: whatever a script does to it."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.strange_files import STRANGE, put_strange, without_waiting

from tunewise.worker.report import LONGEST
from tunewise.worker.report_file import CHUNK, ReportFile, ReportLine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.jsonl"


def line(step: int) -> bytes:
    return (
        json.dumps({"time": float(step), "values": {"step": step, "text": "ä\u2028\\r\r"}}).encode() + b"\n"
    )


def report(seq: int, step: int) -> ReportLine:
    return ReportLine(seq, float(step), {"step": step, "text": "ä\u2028\\r\r"})


def test_a_missing_file_has_no_reports_yet(path: Path) -> None:
    reports = ReportFile(path)
    assert reports.read() == []
    path.write_bytes(line(1))
    assert reports.read() == [report(0, 1)]
    assert reports.read() == []
    assert reports.note == ""


def test_an_incomplete_line_is_read_once_it_is_complete(path: Path) -> None:
    reports = ReportFile(path)
    path.write_bytes(line(1) + line(2)[:-5])
    assert reports.read() == [report(0, 1)]
    path.write_bytes(line(1) + line(2)[:-1])
    assert reports.read() == []
    path.write_bytes(line(1) + line(2))
    assert reports.read() == [report(1, 2)]
    assert reports.note == ""


def valued(values: str, time: str = "1.0") -> bytes:
    return f'{{"time": {time}, "values": {values}}}'.encode()


NO_REPORTS = {
    "empty": b"",
    "garbage": b"garbage",
    "zeros": bytes(40),
    "no UTF-8": b"\xff\xfe",
    "no UTF-8 in a text": valued('{"text": "\xff"}').replace(b"\xc3\xbf", b"\xff"),
    "UTF-16": valued("{}").decode().encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + valued('{"step": 1}'),
    "a list": b"[1, 2]",
    "a number": b"1",
    "two in one": valued('{"step": 1}') + valued('{"step": 2}'),
    "as after a full disk": line(3)[:9] + line(4)[:-1],
    "no time": b'{"values": {}}',
    "no values": b'{"time": 1.0}',
    "a time that is a text": valued('{"step": 1}', time='"1.0"'),
    "a time that is true": valued('{"step": 1}', time="true"),
    "a time that is null": valued('{"step": 1}', time="null"),
    "a time that is NaN": valued('{"step": 1}', time="NaN"),
    "a time of 400 digits": valued('{"step": 1}', time="9" * 400),
    "a time of 5000 digits": valued('{"step": 1}', time="9" * 5000),
    "a time beyond all floats": valued('{"step": 1}', time="1e400"),
    "a monotonic time that is a text": b'{"time": 1.0, "monotonic": "1", "values": {}}',
    "a monotonic time of 400 digits": b'{"time": 1.0, "monotonic": %s, "values": {}}' % (b"9" * 400),
    "NaN": valued('{"loss": NaN}'),
    "Infinity": valued('{"loss": -Infinity}'),
    "a value beyond all floats": valued('{"loss": 1e400}'),
    "a list of values": valued('{"loss": [1.0]}'),
    "values that are a list": valued("[1.0]"),
    "values that are a text": valued('"loss"'),
    "a thousand braces": b'{"time": 1.0, "values": ' + b'{"a": ' * 1000,
    "a hundred thousand brackets": b"[" * 100_000,
    "nested deeply beside it all": b'{"time": 1.0, "x": ' + b"[" * 5000 + b"]" * 5000 + b', "values": {}}',
    "a key of a megabyte": valued('{"%s": 1}' % ("k" * (1 << 20))),
    "100,000 keys": valued(json.dumps({f"key {number}": number for number in range(100_000)})),
    "longer than any piece that is read": b"x" * (3 * CHUNK),
}


@pytest.mark.parametrize("flaw", NO_REPORTS.values(), ids=NO_REPORTS)
def test_an_invalid_report_costs_only_its_line(path: Path, flaw: bytes) -> None:
    path.write_bytes(line(1) + flaw + b"\n" + line(9))
    reports = ReportFile(path)
    assert reports.read() == [report(0, 1), report(2, 9)]
    assert reports.note == "reports.jsonl: 1 line passed over: no valid reports"
    assert ReportFile(path, first=1).read() == [report(2, 9)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1, "a": 2}', {"a": 2}),  # like other readers of JSON
        (f'{{"a": {"9" * 400}, "b": -{"9" * 400}}}', {"a": "inf", "b": "-inf"}),
        (f'{{"a": {2**70}}}', {"a": 2**70}),
        ('{"a": "\\ud800", "\\ud800": null}', {"a": "?", "?": None}),
        ('{"a": "\\u0000", "": true}', {"a": "\0", "": True}),
        (f'{{"a": 0.{"9" * 400}}}', {"a": 1.0}),
        (json.dumps({"a": "x" * (LONGEST - 100)}), {"a": "x" * (LONGEST - 100)}),
    ],
    ids=["one key twice", "400 digits", "beyond 64 bits", "surrogates", "NUL", "precise", "long"],
)
def test_odd_values_are_read_as_values_that_a_journal_can_hold(
    path: Path, text: str, values: dict[str, object]
) -> None:
    path.write_bytes(valued(text) + b"\n")
    reports = ReportFile(path)
    (found,) = reports.read()
    assert found.values == values
    assert reports.note == ""
    assert msgspec.json.decode(msgspec.json.encode(found.values)) == values


def test_an_endless_line_is_skipped_in_pieces(path: Path) -> None:
    reports = ReportFile(path)
    with path.open("ab", buffering=0) as file:
        file.write(line(1))
        for _ in range(5):
            file.write(b"x" * LONGEST)
            assert len(reports.read()) <= 1
            assert path.stat().st_size - reports._offset <= LONGEST  # nothing is read repeatedly
        file.write(b"\n" + line(2))
    assert reports.read() == [report(2, 2)]
    assert ReportFile(path).read() == [report(0, 1), report(2, 2)]


# ---- what a script does to the file ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", STRANGE)
def test_something_other_than_a_file_is_noted_and_never_blocks(path: Path, kind: str) -> None:
    path.write_bytes(line(1))
    reports = ReportFile(path)
    reports.read()
    path.unlink()
    put_strange(kind, path)
    with without_waiting():
        assert reports.read() == []
        assert reports.read() == []
    gone = "it was deleted after it had been read"
    assert reports.note.startswith(f"reports.jsonl: {gone if 'nowhere' in kind else 'it can'}")
    path.rmdir() if path.is_dir() else path.unlink()
    path.write_bytes(line(2) + line(3))
    assert reports.read() == [report(1, 2), report(2, 3)], "reports continue"


def test_an_unreadable_file_is_noted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(line(1))
    reports = ReportFile(path)

    def refused(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refused)
        assert reports.read() == []
    assert reports.read() == [report(0, 1)]
    assert reports.note == "reports.jsonl: it can't be read (Permission denied)"


CUT = "reports.jsonl: it was cut or replaced after it had been read, and was read anew"


@pytest.mark.parametrize("after", [[7], [7, 8, 9, 6]], ids=["shorter", "longer"])
def test_a_truncated_file_is_read_again_and_noted(path: Path, after: list[int]) -> None:
    reports = ReportFile(path)
    path.write_bytes(line(1) + line(2) + line(3))
    assert len(reports.read()) == 3
    path.write_bytes(b"".join(map(line, after)))
    assert reports.read() == [report(3 + index, step) for index, step in enumerate(after)]
    assert reports.note == CUT


def test_a_replacement_of_the_same_length_is_read_with_what_follows(path: Path) -> None:
    reports = ReportFile(path)
    path.write_bytes(line(1) + line(2))
    reports.read()
    path.write_bytes(line(7) + line(8))
    found = reports.read()
    path.write_bytes(line(7) + line(8) + line(9))
    assert found + reports.read() == [report(2, 7), report(3, 8), report(4, 9)]
    assert reports.note == CUT


def test_a_replaced_file_is_read_from_its_beginning(path: Path) -> None:
    reports = ReportFile(path)
    path.write_bytes(line(1))
    reports.read()
    path.with_name("other").write_bytes(line(2) + line(3))
    os.replace(path.with_name("other"), path)
    assert reports.read() == [report(1, 2), report(2, 3)]
    assert reports.note == CUT


def test_a_copy_of_the_file_is_read_from_where_it_was(path: Path) -> None:
    """As an editor saves, or as on a file system that renumbers files."""
    reports = ReportFile(path)
    path.write_bytes(line(1))
    reports.read()
    path.with_name("copy").write_bytes(line(1) + line(2))
    os.replace(path.with_name("copy"), path)
    assert reports.read() == [report(1, 2)]
    assert reports.note == ""


def test_a_deleted_file_is_noted_and_read_again_once_it_is_rewritten(path: Path) -> None:
    reports = ReportFile(path)
    path.write_bytes(line(1))
    reports.read()
    path.unlink()
    assert reports.read() == []
    assert reports.note == "reports.jsonl: it was deleted after it had been read"
    path.write_bytes(line(2))
    assert reports.read() == [report(1, 2)]


def test_a_file_that_was_truncated_between_reads_is_noted(path: Path) -> None:
    path.write_bytes(line(1))
    reports = ReportFile(path, first=3)
    assert reports.read() == []
    assert reports.note == "reports.jsonl: lines that had been read are gone"


@settings(max_examples=50)
@given(
    steps=st.lists(st.one_of(st.integers(0, 9), st.just("no report")), max_size=12),
    cuts=st.lists(st.integers(0, 600), max_size=6),
    first=st.integers(0, 13),
)
def test_reports_do_not_depend_on_when_the_file_is_read(
    steps: list[int | str], cuts: list[int], first: int
) -> None:
    content = b"".join(line(step) if isinstance(step, int) else b"no report\n" for step in steps)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        reports = ReportFile(path, first)
        found = []
        for cut in [*sorted(cuts), len(content)]:
            path.write_bytes(content[:cut])
            found += reports.read()
    assert found == [
        report(seq, step) for seq, step in enumerate(steps) if isinstance(step, int) and seq >= first
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers(-(10**400), 10**400) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(
    st.lists(
        st.binary(max_size=60)
        | JSON.map(lambda value: json.dumps(value).encode())
        | st.builds(lambda time, values: json.dumps({"time": time, "values": values}).encode(), JSON, JSON),
        max_size=8,
    )
)
def test_any_content_is_read_and_can_be_journaled(lines: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in lines) + line(5))
        reports = ReportFile(path).read()
    assert reports[-1].values == report(0, 5).values
    for found in reports:
        assert 0.0 * found.time == 0.0
        assert msgspec.json.decode(msgspec.json.encode(found.values)) == found.values
