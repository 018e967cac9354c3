"""What scripts and crashes may leave for a container and its tuner to read: it costs itself, nothing else."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any, cast

import pytest
from tests.helpers.strange_files import STRANGE, put_strange, without_waiting

from tunewise.backends.base import BackendError
from tunewise.backends.platform import JobStatus
from tunewise.backends.platform import Report as Told
from tunewise.backends.sagemaker.container.checkpoint import BrokenCheckpointError, Checkpoint
from tunewise.backends.sagemaker.container.output import Pump, read_tail
from tunewise.backends.sagemaker.container.reports import PRINTED, ReportObject
from tunewise.backends.sagemaker.container.running import _read_ended, _write_failure
from tunewise.backends.sagemaker.container.storage import Store
from tunewise.backends.sagemaker.identity import FILE, identity_of
from tunewise.backends.sagemaker.reading import read
from tunewise.backends.sagemaker.record import Mirror
from tunewise.paths import ExperimentPaths
from tunewise.worker.report_file import ReportLine

DEEP = b"[" * 100_000
WRONG = (b"", b"{}", b"[]", b"7", b"\xff", b"{", bytes(9), DEEP, b'{"x": ' + DEEP)


def told(seq: int, **values: object) -> bytes:
    return json.dumps({"seq": seq, "time": 1.0, "elapsed": 1.0, "values": values}).encode()


class OneObject(Store):
    """A bucket with one object, whatever its key."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def get(self, key: str) -> bytes | None:
        return self.body

    def put(self, key: str, body: bytes) -> None:
        self.body = body

    def download(self, key: str, path: Path) -> None:
        path.write_bytes(b"")


def now(_: str, action: Any) -> Any:  # noqa: ANN401
    return action()


# ---- in the container ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_files_hold_up_no_container(tmp_path: Path, kind: str) -> None:
    for name in ("stdout", "ended.json", "output/failure"):
        put_strange(kind, tmp_path / name)
    with without_waiting():
        printed = io.BytesIO()
        Pump(tmp_path / "stdout", printed).move()
        assert printed.getvalue() == b""
        assert read_tail(tmp_path / "stdout") == ""
        assert _read_ended(tmp_path / "ended.json") is None
        _write_failure(tmp_path, "exit code 1")
    assert not (tmp_path / "output/elsewhere").exists()


def test_a_log_that_the_script_cuts_is_handed_on_from_its_beginning(tmp_path: Path) -> None:
    path, printed = tmp_path / "stdout", io.BytesIO()
    pump = Pump(path, printed)
    for text in (b"one two", b"three"):
        path.write_bytes(text)
        pump.move()
    assert printed.getvalue() == b"one twothree"


@pytest.mark.parametrize("content", [*WRONG, b'{"exit_code": "1", "signal": null, "halted": true}'])
def test_an_end_that_no_guard_wrote(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ended.json").write_bytes(content)
    assert _read_ended(tmp_path / "ended.json") is None


@pytest.mark.parametrize("body", [*WRONG, b'{"files": []}', b'{"files": 3}'])
def test_a_damaged_manifest_is_said_to_be_one(tmp_path: Path, body: bytes) -> None:
    checkpoint = Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/")
    with pytest.raises(BrokenCheckpointError, match="manifest can't be read"):
        checkpoint.restore(now)


@pytest.mark.parametrize(
    "name", ["../beside", "a/../../beside", "/beside", "{}/beside", "..", "a/..", "", ".", "a/", "a\0b"]
)
def test_no_file_is_written_beside_what_is_restored(tmp_path: Path, name: str) -> None:
    """By a container from a checkpoint's manifest, or by `fetch` from the keys of a record."""
    name = name.format(tmp_path)

    class Listed(OneObject):
        def etags(self, prefix: str, after: str = "") -> dict[str, str]:
            return {prefix + name: "tag"}

    body = json.dumps({"files": {name: hashlib.sha256().hexdigest()}, "reports": 1}).encode()
    folder = tmp_path / "checkpoint"
    with pytest.raises(BrokenCheckpointError, match=r"has a file .* which can't be"):
        Checkpoint(folder, tmp_path / "staging", Listed(body), "c/").restore(now)
    if name in ("", "a/"):  # folders to AWS's console
        return
    with pytest.raises(BackendError, match=r"has a file .* which can't be: delete it there"):
        Mirror(folder, cast("Any", Listed(body)), "record/").news()
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == []


def test_names_that_only_look_odd_are_restored(tmp_path: Path) -> None:
    names = ["..a", "a..", "...", "b/.hidden/c", " ", "-", "ä", "c\\d", "e//f"]

    body = json.dumps({"files": dict.fromkeys(names, hashlib.sha256().hexdigest()), "reports": 1}).encode()
    Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/").restore(now)
    assert all((tmp_path / "checkpoint" / name).is_file() for name in names)


def test_a_manifest_whose_files_stand_in_each_others_place(tmp_path: Path) -> None:
    body = json.dumps({"files": dict.fromkeys(["a", "a/b"], hashlib.sha256().hexdigest())}).encode()
    with pytest.raises(BrokenCheckpointError, match="a/b of the checkpoint can't be read"):
        Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/").restore(now)


@pytest.mark.parametrize("flaw", [*WRONG, b'{"seq": ' + DEEP, b'{"seq": 1, "elapsed": %s}' % (b"9" * 400)])
def test_what_earlier_containers_left_ends_no_later_one(flaw: bytes) -> None:
    bucket = OneObject(told(0, step=1) + b"\n" + flaw + b"\n")
    reports = ReportObject(bucket, "reports", bucket.body, put_every=0.0)
    reports.begin()
    reports.report(ReportLine(0, 2.0, {"step": 2}))
    assert reports.put()
    assert [report.values["step"] for report in read(bucket.body).reports] == [1, 2]


# ---- where the tuner runs --------------------------------------------------------------------------------


@pytest.mark.parametrize("flaw", [*WRONG, told(1, step=[1]), b'{"seq": 1, "time": %s}' % (b"9" * 400)])
def test_a_damaged_line_costs_itself_and_not_the_reports_behind_it(flaw: bytes) -> None:
    found = read(b"\n".join([b'{"begun": 1.0}', told(0, step=1), flaw, told(2, step=3)]))
    assert list(found.reports) == [Told(0, 1.0, {"step": 1}), Told(2, 1.0, {"step": 3})]


@pytest.mark.parametrize("flaw", WRONG)
def test_a_printed_line_that_is_no_report(flaw: bytes) -> None:
    lines = [told(0, step=1).decode(), flaw.decode(errors="surrogateescape"), told(1, step=2).decode()]
    found = read(b"", (PRINTED + line for line in lines))
    assert [report.values["step"] for report in found.reports] == [1, 2]


def test_the_end_of_a_job_brings_what_was_odd_about_its_reports() -> None:
    bucket = OneObject(b"")
    reports = ReportObject(bucket, "reports", None, put_every=0.0)
    reports.end(None, "the end", "reports.jsonl: 1 line passed over: no valid reports")
    assert reports.put()
    assert read(bucket.body) == JobStatus(
        reports=[], over=True, stderr="the end", note="reports.jsonl: 1 line passed over: no valid reports"
    )
    assert read(b'{"ended": null, "stderr": "of an earlier version"}').note == ""


@pytest.mark.parametrize("content", WRONG)
def test_a_damaged_identity_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(BackendError, match=r"sagemaker.json can't be read .*: restore it"):
        identity_of(ExperimentPaths(tmp_path))
