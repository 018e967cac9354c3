"""Metrics that are read off what a script prints and writes."""

from __future__ import annotations

import errno
import json
import os
import re
import select
import signal
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tunewise.worker import event_file, metrics, tail
from tunewise.worker.metrics import LONGEST_LINE, Sought, Sources, Watch, checked_pattern, source_of
from tunewise.worker.report_file import ReportFile

Values = dict[str, Any]

ACCURACY = r"epoch (?P<epoch>\d+).*acc (?P<value>[\d.a-z-]+)"


class Job:
    """A job's files and what watches them."""

    def __init__(self, folder: Path, **changes: Any) -> None:  # noqa: ANN401 - fields of `Sources`
        self.stdout, self.stderr, self.log = (folder / name for name in ("stdout", "stderr", "log"))
        self.reports = folder / "reports.jsonl"
        fields: Values = {"metric": "acc", "resource": "epoch", "first": 1, "patterns": {}, **changes}
        printed = (str(self.stdout), str(self.stderr))
        self.watch = Watch(Sources(**{"path": str(self.log), **fields}), printed, str(self.reports), None)
        self._file = ReportFile(self.reports)

    def look(self) -> list[Values]:
        """What a look finds that is new."""
        self.watch.look()
        return [line.values for line in self._file.read()]

    def finish(self) -> list[Values]:
        self.watch.finish()
        assert self._file.note == ""
        return [line.values for line in self._file.read()]


def add(path: Path, content: str | bytes) -> None:
    with open(path, "ab") as file:
        file.write(content.encode() if isinstance(content, str) else content)


# ---- patterns -------------------------------------------------------------------------------------------


def test_a_line_with_the_metric_makes_a_report(tmp_path: Path) -> None:
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    assert job.look() == []
    add(job.stdout, "starting\nepoch 1 acc 0.5\nepoch 2 ")
    add(job.stderr, "a warning\nepoch 3 acc 1e-3\n")
    assert job.look() == [{"epoch": 1, "acc": 0.5}, {"epoch": 3, "acc": 0.001}]
    assert job.look() == []
    add(job.stdout, "acc 0.625\nepoch 4 acc nan")
    assert job.look() == [{"epoch": 2, "acc": 0.625}]
    assert job.finish() == [{"epoch": 4, "acc": "nan"}]


def test_progress_bars_colours_and_cut_characters(tmp_path: Path) -> None:
    job = Job(tmp_path, patterns={"acc": r"épo (?P<epoch>\d+): acc=(\d\.\d+)$"})
    bar = "\r 50%|█████     | 1/2\r\x1b[32mépo 1: \x1b[1macc=0.25\x1b[0m\r".encode()
    for place in range(len(bar)):
        add(job.stderr, bar[place : place + 1])
        found = job.look()
        assert found == ([{"epoch": 1, "acc": 0.25}] if place == len(bar) - 1 else [])


def test_other_patterns_add_what_they_found_last(tmp_path: Path) -> None:
    patterns = {"epoch": r"^Epoch (\d+)/", "loss": " loss: ([0-9.]+)", "acc": " acc: ([0-9.]+)"}
    job = Job(tmp_path, patterns=patterns)
    add(job.stdout, "Epoch 1/3\n - loss: 0.5\n - acc: 0.25\nEpoch 2/3\n - loss: 0.4 - acc: 0.5\n")
    assert job.look() == [{"epoch": 1, "loss": 0.5, "acc": 0.25}, {"epoch": 2, "loss": 0.4, "acc": 0.5}]


def test_levels_that_count_from_0_are_reported_from_1(tmp_path: Path) -> None:
    job = Job(tmp_path, patterns={"acc": ACCURACY}, first=0)
    add(job.stdout, "epoch 0 acc 1\nepoch 1 acc 2\n")
    assert job.look() == [{"epoch": 1, "acc": 1}, {"epoch": 2, "acc": 2}]


def test_without_a_resource_each_report_is_a_level(tmp_path: Path) -> None:
    job = Job(tmp_path, patterns={"acc": "acc = (.*);"}, resource=None)
    add(job.stdout, "acc = 0.5;\nacc = high;\n")
    assert job.look() == [{"acc": 0.5}, {"acc": "high"}]


def test_patterns_see_the_beginning_of_a_line_that_is_too_long(tmp_path: Path) -> None:
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    add(job.stdout, "epoch 1 acc 1 " + "x" * LONGEST_LINE)
    assert job.look() == []
    add(job.stdout, "y" * 3 * LONGEST_LINE + "epoch 2 acc 2\nepoch 3 acc 3\n")
    assert job.look() == [{"epoch": 1, "acc": 1}, {"epoch": 3, "acc": 3}]


def test_a_pattern_that_takes_too_long_is_not_used_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(metrics, "LONGEST_SEARCH", 0.05)
    job = Job(tmp_path, patterns={"acc": ACCURACY, "loss": "(a+)+$"})
    add(job.stdout, "a" * 100 + "b\nepoch 1 acc 0.5\n")
    assert [*job.look(), *job.look()] == [{"epoch": 1, "acc": 0.5}]
    assert "the pattern for loss took more than 0.05 s on a line" in capsys.readouterr().err
    add(job.stdout, "a" * 100 + "b\nepoch 2 acc 0.5\n")
    assert job.look() == [{"epoch": 2, "acc": 0.5}]
    assert capsys.readouterr().err == ""


def test_a_guard_that_was_held_up_loses_no_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class HeldUp:
        """Searches for as long as a machine that has no time for it."""

        groups, groupindex = 2, {"epoch": 1, "value": 2}

        def search(self, text: str) -> re.Match[str] | None:
            select.select([], [], [], 0.05)
            return re.search(ACCURACY, text)

    monkeypatch.setattr(metrics, "LONGEST_SEARCH", 0.01)
    monkeypatch.setattr(metrics, "checked_pattern", lambda *_: HeldUp())
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    add(job.stdout, "epoch 1 acc 0.5\n")
    assert job.look() == [{"epoch": 1, "acc": 0.5}]


def test_a_look_sets_its_handler_once_for_all_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting it takes far longer than a search."""
    calls, set_handler = [], signal.signal

    def counted(number: int, handler: Any) -> Any:  # noqa: ANN401 - as of `signal.signal`
        calls.append(number)
        return set_handler(number, handler)

    job = Job(tmp_path, patterns={"acc": ACCURACY})
    add(job.stdout, "epoch 1 acc 0.5\n" * 100)
    monkeypatch.setattr(signal, "signal", counted)
    before = signal.getsignal(signal.SIGVTALRM)
    assert len(job.finish()) == 100
    assert len(calls) == 4  # there and back, of two streams
    assert signal.getsignal(signal.SIGVTALRM) == before


lines = st.lists(
    st.sampled_from(["epoch 1 acc 0.5", "épo", "x" * 30, "", "epoch 2 acc 7\repoch 3 acc 8"]), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lines, st.lists(st.integers(1, 40), max_size=12), st.booleans())
def test_reports_do_not_depend_on_when_one_looks(
    tmp_path: Path, printed: list[str], steps: list[int], ended: bool
) -> None:
    text = "\n".join([*printed, ""] if ended else printed).encode()
    for path in tmp_path.iterdir():
        path.unlink()
    job, found, place = Job(tmp_path, patterns={"acc": ACCURACY}), [], 0
    for step in steps:
        add(job.stdout, text[place : place + step])
        place = min(place + step, len(text))
        found += job.look()
    add(job.stdout, text[place:])
    found += job.finish()
    expected: dict[str, list[tuple[int, float]]] = {"epoch 1": [(1, 0.5)], "epoch 2": [(2, 7), (3, 8)]}
    assert [(report["epoch"], report["acc"]) for report in found] == [
        pair for line in printed for pair in expected.get(line[:7], [])
    ]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("acc (", "is no regular expression"), ("acc", "has no group"), (r"(?P<epoch>\d)", "has no group")],
)
def test_patterns_that_find_nothing_are_refused(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        checked_pattern("acc", pattern)


# ---- Syne Tune ------------------------------------------------------------------------------------------


def test_the_lines_of_syne_tunes_reporter(tmp_path: Path) -> None:
    """As syne-tune 0.16.0 prints them."""
    job = Job(tmp_path, kind="syne-tune")
    line = '{"epoch": 1, "acc": 0.5, "bad": NaN, "st_worker_timestamp": 1764523.2, "st_worker_iter": 0}'
    add(job.stdout, f"INFO:root:x\n[tune-metric]: {line}\n[tune-metric]: {{broken}}\n[tune-metric]: [1]\n")
    assert job.look() == [{"epoch": 1, "acc": 0.5, "bad": "nan"}]


# ---- files ----------------------------------------------------------------------------------------------


def test_the_rows_of_a_csv(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="csv")
    assert job.look() == []
    add(job.log, 'epoch,train,acc, note\n1,0.9,,\n1,,0.5,"a, b"\n2,0.8,')
    assert job.look() == [{"epoch": 1, "acc": 0.5, "note": "a, b"}]
    add(job.log, "0.75\r\n3,0.7,0.8")
    assert job.look() == [{"epoch": 2, "train": 0.8, "acc": 0.75}]
    assert job.finish() == [{"epoch": 3, "train": 0.7, "acc": 0.8}]


def test_a_row_without_the_level_has_the_one_before(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="csv")
    add(job.log, "epoch;train;acc\n1;0.9;\n;;0.5\n")
    assert job.look() == [{"epoch": 1, "acc": 0.5}]


def test_a_csv_that_is_written_anew_each_time(tmp_path: Path) -> None:
    """With other columns from the third row on, as some loggers do."""
    job = Job(tmp_path, kind="csv")
    reports = []
    for rows in range(1, 5):
        header = "epoch,acc,new" if rows > 2 else "epoch,acc"
        job.log.write_text("\n".join([header, *(f"{row},0.{row}" for row in range(1, rows + 1)), ""]))
        reports += job.look()
        job.log.write_text("")
        reports += job.look()
    assert reports == [{"epoch": row, "acc": row / 10} for row in range(1, 5)]


def test_a_header_that_is_written_again_is_no_row(tmp_path: Path) -> None:
    """As by a resumed job that appends to its file."""
    add(tmp_path / "log", "\ufeffepoch,acc\n1,0.25\n")
    job = Job(tmp_path, kind="csv")
    add(job.log, "epoch,acc\n2,0.5\n")
    assert job.look() == [{"epoch": 2, "acc": 0.5}]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
@pytest.mark.parametrize("anew", [False, True])
def test_what_a_file_had_before_does_not_count(tmp_path: Path, kind: str, anew: bool) -> None:
    form = {"csv": "{0},{1}\n", "jsonl": '{{"epoch": {0}, "acc": {1}}}\n'}[kind]
    header = "epoch,acc\n" if kind == "csv" else ""
    (tmp_path / "log").write_text(header + form.format(1, 0.25) + form.format(2, 0.5))
    job = Job(tmp_path, kind=kind)
    assert job.look() == []
    if anew:
        job.log.write_text(header + form.format(1, 0.125))
    else:
        add(job.log, form.format(3, 0.75))
    assert job.look() == ([{"epoch": 1, "acc": 0.125}] if anew else [{"epoch": 3, "acc": 0.75}])


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_what_a_resumed_job_writes_again_is_not_reported_again(tmp_path: Path, kind: str) -> None:
    form = {"csv": "{0},{1}\n", "jsonl": '{{"epoch": {0}, "acc": {1}}}\n'}[kind]

    def write(*rows: float) -> None:
        header = "epoch,acc\n" if kind == "csv" else ""
        (tmp_path / "log").write_text(
            header + "".join(form.format(1 + at, acc) for at, acc in enumerate(rows))
        )

    write(0.25, 0.5, 0.75)
    job = Job(tmp_path, kind=kind)  # it goes on from what it saved at epoch 2
    write(0.25, 0.5)
    assert job.look() == []
    write(0.25, 0.5, 0.625)
    assert job.look() == [{"epoch": 3, "acc": 0.625}]
    write(0.25, 0.5, 0.625, 0.5)
    assert job.look() == [{"epoch": 4, "acc": 0.5}]


NNI = [
    'ME000096{"parameter_id": 3, "trial_job_id": "abc", "type": "PERIODICAL", "sequence": 0, '
    '"value": "0.25"}',
    'ME000120{"parameter_id": 3, "trial_job_id": "abc", "type": "PERIODICAL", "sequence": 1, '
    '"value": "{\\"default\\": 0.5, \\"loss\\": 2}"}',
    'ME000096{"parameter_id": 3, "trial_job_id": "abc", "type": "REQUEST_PARAMETER", "sequence": 0}',
    'ME000096{"parameter_id": 3, "trial_job_id": "abc", "type": "FINAL", "sequence": 0, "value": "0.75"}',
]
"""As nni 3.0 writes them."""


def test_the_results_of_nni(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="nni")
    add(job.log, "\n".join(NNI[:2]) + "\nME0000")
    assert job.look() == [{"acc": 0.25, "epoch": 1}, {"acc": 0.5, "loss": 2, "epoch": 2}]
    add(job.log, "\n".join(["", *NNI[2:]]))
    assert job.finish() == []


def test_the_final_result_of_nni_counts_if_there_is_no_other(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="nni", resource=None)
    add(job.log, NNI[3])
    assert job.finish() == [{"acc": 0.75}]


def test_the_objects_of_json_lines(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="jsonl")
    add(job.log, '{"epoch": 1.0, "loss": 3}\n{"acc": 0.5, "l": [1], "x": null}\nrubbish\n[1]\n')
    assert job.look() == [{"acc": 0.5, "epoch": 1.0}]
    add(job.log, '{"epoch": 2, "acc": Infinity}')
    assert job.finish() == [{"epoch": 2, "acc": "inf"}]


def test_a_file_in_parts_larger_than_what_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tail, "AT_ONCE", 7)
    job = Job(tmp_path, kind="csv")
    add(job.log, "epoch,acc\n" + "".join(f"{row},{row}\n" for row in range(1, 30)))
    assert [*job.look(), *job.finish()] == [{"epoch": row, "acc": row} for row in range(1, 30)]


def test_a_look_ends_when_its_time_is_over_and_the_next_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much is printed: meanwhile a guard can't end its job."""
    monkeypatch.setattr(tail, "LONGEST_LOOK", 0.0)
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    add(job.stdout, "\nepoch 1 acc 1\n\nepoch 2 acc 2\nepoch 3 acc 3\nepoch 4 acc 4")
    assert [job.look(), job.look()] == [[{"epoch": 1, "acc": 1}], [{"epoch": 2, "acc": 2}]]
    assert job.finish() == [{"epoch": 3, "acc": 3}, {"epoch": 4, "acc": 4}]


def test_a_folder_in_place_of_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    assert Job(tmp_path, kind="csv").finish() == []


# ---- TensorBoard ----------------------------------------------------------------------------------------


def varint(number: int) -> bytes:
    number &= (1 << 64) - 1
    found = b""
    while number > 127:
        found += bytes([number & 127 | 128])
        number >>= 7
    return found + bytes([number])


def field(number: int, value: int | float | bytes) -> bytes:
    """A field of a protobuf message; floats have four bytes."""
    if isinstance(value, float):
        return varint(number << 3 | 5) + struct.pack("<f", value)
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def event(step: int, *values: bytes) -> bytes:
    message = varint(1 << 3 | 1) + struct.pack("<d", 1.5) + field(2, step)
    message += field(5, b"".join(field(1, value) for value in values))
    return struct.pack("<QI", len(message), 0) + message + bytes(4)


def simple(tag: str, value: float) -> bytes:
    return field(1, tag.encode()) + field(2, value)


def tensor(tag: str, kind: int, number: int, content: bytes | int) -> bytes:
    return field(1, tag.encode()) + field(8, field(1, kind) + field(2, b"") + field(number, content))


def test_the_scalars_of_event_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_file, "LIST_EVERY", 0.0)
    job = Job(tmp_path, kind="tensorboard", resource="step", first=0)
    (job.log / "val").mkdir(parents=True)
    events = job.log / "val" / "events.out.tfevents.1.host"
    start = event(0) + event(0, simple("acc", 0.5), simple("loss", 2.0)) + event(1, simple("loss", 1.0))
    add(events, start[:-9])
    assert job.look() == [{"step": 1, "acc": 0.5, "loss": 2.0}]
    add(events, start[-9:] + event(1, simple("acc", 0.25)) + event(2, simple("loss", 0.5)))
    (job.log / "notes.txt").write_text("acc")
    assert job.look() == [{"step": 2, "loss": 1.0, "acc": 0.25}]
    add(events, event(3, simple("acc", float("nan"))))
    assert job.finish() == [{"step": 4, "acc": "nan"}]


@pytest.mark.parametrize(
    "value",
    [
        tensor("acc", 1, 5, struct.pack("<f", 3.0)),
        tensor("acc", 1, 4, struct.pack("<f", 3.0)),
        tensor("acc", 2, 4, struct.pack("<d", 3.0)),
        tensor("acc", 2, 6, struct.pack("<d", 3.0)),
        tensor("acc", 9, 4, struct.pack("<q", 3)),
        tensor("acc", 9, 10, 3),
        tensor("acc", 3, 7, varint(3)),
    ],
)
def test_scalars_as_tensors(tmp_path: Path, value: bytes) -> None:
    job = Job(tmp_path, kind="tensorboard", resource="step")
    job.log.mkdir()
    histogram = tensor("acc", 1, 4, struct.pack("<3f", 1, 2, 3))
    picture = event(5, field(1, b"acc") + field(4, b"p" * (1 << 21)))
    add(job.log / "tfevents", event(6, histogram) + picture + event(7, value) + b"\1\0\0\0\0\0\0\0rest")
    assert job.finish() == [{"step": 7, "acc": 3.0}]


# ---- the file of reports --------------------------------------------------------------------------------


def test_a_full_disk_delays_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    write, room = os.write, [0, 10, 0, 1000]

    def limited(file: int, data: bytes) -> int:
        left = room.pop(0)
        if left == 0:
            raise OSError(errno.ENOSPC, "full")
        return write(file, data[:left])

    monkeypatch.setattr(os, "write", limited)
    add(job.stdout, "epoch 1 acc 1\nepoch 2 acc 2\n")
    looks = [job.look() for _ in range(4)]
    assert looks == [[], [], [], [{"epoch": 1, "acc": 1}, {"epoch": 2, "acc": 2}]]


def test_what_stands_in_place_of_the_file_of_reports_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = Job(tmp_path, patterns={"acc": ACCURACY})
    job.reports.mkdir()
    add(job.stdout, "epoch 1 acc 1\n")
    job.watch.look()
    add(job.stdout, "epoch 2 acc 2\n")
    job.watch.finish()
    assert capsys.readouterr().err.count("tunewise: reports can't be written: ") == 1


def test_a_report_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    job = Job(tmp_path, kind="jsonl")
    long = {f"key {number}": "x" * 60 for number in range(3500)}
    add(job.log, json.dumps({"epoch": 1, "acc": 1, **long}) + '\n{"epoch": 2, "acc": 2}\n')
    assert job.finish() == [{"epoch": 2, "acc": 2}]


# ---- what users say -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("syne-tune", ("syne-tune", "")),
        ("a/log.csv", ("csv", "a/log.csv")),
        ("{output_dir}/Log.CSV", ("csv", "{output_dir}/Log.CSV")),
        ("log.ndjson", ("jsonl", "log.ndjson")),
        ("csv:log.txt", ("csv", "log.txt")),
        ("jsonl:a:b", ("jsonl", "a:b")),
        ("tensorboard:runs", ("tensorboard", "runs")),
    ],
)
def test_places_of_metrics(text: str, expected: tuple[str, str]) -> None:
    assert source_of(text) == expected


@pytest.mark.parametrize("text", ["", "log.txt", "tensorboard", "tensorboard:", "xml:a.xml"])
def test_other_places_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no place for metrics: give syne-tune, nni, a file such as"):
        source_of(text)


def test_paths_begin_with_a_folder_of_the_job_or_of_the_script() -> None:
    places = {"output_dir": "/job/output", "file": "/job/f"}
    sought = Sought({}, "{output_dir}/log.csv", 0)
    assert sought.sources("acc", None, places, "/cwd") == Sources(
        "acc", None, 0, {}, "csv", "/job/output/log.csv"
    )
    assert sought._replace(place="a.jsonl").sources("acc", None, places, "/cwd").path == "/cwd/a.jsonl"
    assert sought._replace(place="syne-tune").sources("acc", None, places, "/cwd").path == ""
