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
from tunewise.backends.sagemaker.container.reports import PRINTED, ReportObject
from tunewise.backends.sagemaker.container.running import Pump, _read_ended, _write_failure
from tunewise.backends.sagemaker.container.storage import Bucket, Retry
from tunewise.backends.sagemaker.identity import FILE, identity_of
from tunewise.backends.sagemaker.mirror import Mirror
from tunewise.backends.sagemaker.training_job import read
from tunewise.paths import ExperimentPaths
from tunewise.worker.files import read_tail
from tunewise.worker.report_file import ReportLine

DEEP = b"[" * 100_000
WRONG = (b"", b"{}", b"[]", b"7", b"\xff", b"{", bytes(9), DEEP, b'{"x": ' + DEEP)


def told(seq: int, **values: object) -> bytes:
    return json.dumps({"seq": seq, "time": 1.0, "elapsed": 1.0, "values": values}).encode()


class OneObject(Bucket):
    """A bucket with one object, whatever its key."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def get(self, key: str) -> bytes | None:
        return self.body

    def put(self, key: str, body: bytes) -> None:
        self.body = body

    def download(self, key: str, path: Path) -> None:
        path.write_bytes(b"")


NOW = Retry(0.0)


# ---- in the container ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_files_do_not_block_a_container(tmp_path: Path, kind: str) -> None:
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


def test_a_truncated_log_is_copied_from_its_beginning(tmp_path: Path) -> None:
    path, printed = tmp_path / "stdout", io.BytesIO()
    pump = Pump(path, printed)
    for text in (b"one two", b"three"):
        path.write_bytes(text)
        pump.move()
    assert printed.getvalue() == b"one twothree"


@pytest.mark.parametrize("content", [*WRONG, b'{"exit_code": "1", "signal": null, "halted": true}'])
def test_a_file_that_is_not_from_the_guard(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ended.json").write_bytes(content)
    assert _read_ended(tmp_path / "ended.json") is None


@pytest.mark.parametrize("body", [*WRONG, b'{"files": []}', b'{"files": 3}'])
def test_a_damaged_manifest_is_an_error(tmp_path: Path, body: bytes) -> None:
    checkpoint = Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/")
    with pytest.raises(BrokenCheckpointError, match="manifest can't be read"):
        checkpoint.restore(NOW)


@pytest.mark.parametrize(
    "name", ["../beside", "a/../../beside", "/beside", "{}/beside", "..", "a/..", "", ".", "a/", "a\0b"]
)
def test_no_file_is_written_outside_the_restored_folder(tmp_path: Path, name: str) -> None:
    """By a container from a checkpoint's manifest, or by `fetch` from the keys of a copy on S3."""
    name = name.format(tmp_path)

    class Listed(OneObject):
        def etags(self, prefix: str, after: str = "") -> dict[str, str]:
            return {prefix + name: "tag"}

    body = json.dumps({"files": {name: hashlib.sha256().hexdigest()}, "reports": 1}).encode()
    folder = tmp_path / "checkpoint"
    with pytest.raises(BrokenCheckpointError, match=r"has a file .* which leads out of"):
        Checkpoint(folder, tmp_path / "staging", Listed(body), "c/").restore(NOW)
    if name in ("", "a/"):  # folders to AWS's console
        return
    with pytest.raises(BackendError, match=r"has a file .* which leads out of the folder: delete it there"):
        Mirror(folder, cast("Any", Listed(body)), "record/").differences()
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == []


def test_files_with_unusual_names_are_restored(tmp_path: Path) -> None:
    names = ["..a", "a..", "...", "b/.hidden/c", " ", "-", "ä", "c\\d", "e//f"]

    body = json.dumps({"files": dict.fromkeys(names, hashlib.sha256().hexdigest()), "reports": 1}).encode()
    Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/").restore(NOW)
    assert all((tmp_path / "checkpoint" / name).is_file() for name in names)


def test_a_manifest_with_conflicting_paths(tmp_path: Path) -> None:
    body = json.dumps({"files": dict.fromkeys(["a", "a/b"], hashlib.sha256().hexdigest())}).encode()
    with pytest.raises(BrokenCheckpointError, match="a/b of the checkpoint can't be read"):
        Checkpoint(tmp_path / "checkpoint", tmp_path / "staging", OneObject(body), "c/").restore(NOW)


@pytest.mark.parametrize("flaw", [*WRONG, b'{"seq": ' + DEEP, b'{"seq": 1, "elapsed": %s}' % (b"9" * 400)])
def test_damage_from_earlier_containers_stops_no_later_one(flaw: bytes) -> None:
    bucket = OneObject(told(0, step=1) + b"\n" + flaw + b"\n")
    reports = ReportObject(bucket, "reports", bucket.body, put_every=0.0)
    reports.begin()
    reports.report(ReportLine(0, 2.0, {"step": 2}))
    assert reports.put()
    assert [report.values["step"] for report in read(bucket.body).reports] == [1, 2]


# ---- where the tuner runs --------------------------------------------------------------------------------


@pytest.mark.parametrize("flaw", [*WRONG, told(1, step=[1]), b'{"seq": 1, "time": %s}' % (b"9" * 400)])
def test_a_damaged_line_does_not_hide_later_reports(flaw: bytes) -> None:
    found = read(b"\n".join([b'{"begun": 1.0}', told(0, step=1), flaw, told(2, step=3)]))
    assert list(found.reports) == [Told(0, 1.0, {"step": 1}), Told(2, 1.0, {"step": 3})]


@pytest.mark.parametrize("flaw", WRONG)
def test_a_printed_line_that_is_not_a_report(flaw: bytes) -> None:
    lines = [told(0, step=1).decode(), flaw.decode(errors="surrogateescape"), told(1, step=2).decode()]
    found = read(b"", (PRINTED + line for line in lines))
    assert [report.values["step"] for report in found.reports] == [1, 2]


def test_the_end_of_a_job_includes_the_note_about_its_reports() -> None:
    bucket = OneObject(b"")
    reports = ReportObject(bucket, "reports", None, put_every=0.0)
    reports.end(None, "the end", "reports.jsonl: 1 line passed over: no valid reports")
    assert reports.put()
    assert read(bucket.body) == JobStatus(
        reports=[], over=True, stderr="the end", note="reports.jsonl: 1 line passed over: no valid reports"
    )
    assert read(b'{"ended": null, "stderr": "of an earlier version"}').note == ""


@pytest.mark.parametrize("content", WRONG)
def test_a_damaged_identity_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(BackendError, match=r"sagemaker.json can't be read .*: restore it"):
        identity_of(ExperimentPaths(tmp_path))
