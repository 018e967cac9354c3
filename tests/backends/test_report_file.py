from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tunewise.backends.reports import Report, ReportFile


def line(step: int) -> bytes:
    return (
        json.dumps({"time": float(step), "values": {"step": step, "text": "ä\u2028\\r\r"}}).encode() + b"\n"
    )


def report(seq: int, step: int) -> Report:
    return Report(seq, float(step), {"step": step, "text": "ä\u2028\\r\r"})


def test_a_file_that_is_not_there_has_no_reports_yet(tmp_path: Path) -> None:
    reports = ReportFile(tmp_path / "reports.jsonl")
    assert reports.read() == []
    (tmp_path / "reports.jsonl").write_bytes(line(1))
    assert reports.read() == [report(0, 1)]
    assert reports.read() == []


def test_a_torn_line_is_read_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    reports = ReportFile(path)
    path.write_bytes(line(1) + line(2)[:-5])
    assert reports.read() == [report(0, 1)]
    path.write_bytes(line(1) + line(2)[:-1])
    assert reports.read() == []
    path.write_bytes(line(1) + line(2))
    assert reports.read() == [report(1, 2)]
    assert reports.flaws == 0


def test_what_is_no_report_is_passed_over_and_keeps_its_number(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    flaws = [
        b"\n",
        b"garbage\n",
        b"\xff\xfe\n",
        b"[1, 2]\n",
        b'{"values": {}}\n',
        b'{"time": 1.0, "values": {"loss": NaN}}\n',
        b'{"time": 1.0, "values": {"loss": [1.0]}}\n',
        line(3)[:9] + line(4),  # as after a full disk
    ]
    path.write_bytes(line(1) + b"".join(flaws) + line(9))
    reports = ReportFile(path)
    assert reports.read() == [report(0, 1), report(1 + len(flaws), 9)]
    assert reports.flaws == len(flaws)
    assert ReportFile(path, first=1).read() == [report(1 + len(flaws), 9)]


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
