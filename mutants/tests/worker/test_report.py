"""What a script uses: reports, and the checkpoint's folder."""

from __future__ import annotations

import errno
import json
import math
import multiprocessing
import os
import re
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.strange_files import STRANGE, put_strange, without_waiting

from tunewise import Reporter, checkpoint_dir
from tunewise.worker.kept import best_report
from tunewise.worker.report import BELL, CHECKPOINTS, LONGEST, NEWS, NO_ROOM, REPORTS, ring
from tunewise.worker.report_file import ReportFile


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "reports.jsonl"
    monkeypatch.setenv(REPORTS, str(path))
    monkeypatch.delenv(BELL, raising=False)
    return path


def values(file: Path) -> list[dict[str, object]]:
    return [json.loads(line)["values"] for line in file.read_text().splitlines()]


def test_a_report_is_a_line(file: Path) -> None:
    report = Reporter()
    report(epoch=1, val_loss=0.5)
    report(epoch=2, val_loss=np.float32(0.25), note="ok", done=True, nothing=None)
    assert values(file) == [
        {"epoch": 1, "val_loss": 0.5},
        {"epoch": 2, "val_loss": 0.25, "note": "ok", "done": True, "nothing": None},
    ]


@pytest.mark.parametrize(("value", "text"), [(math.nan, "nan"), (math.inf, "inf"), (-np.inf, "-inf")])
def test_what_json_cannot_say_is_text(file: Path, value: float, text: str) -> None:
    Reporter()(loss=value)
    assert values(file) == [{"loss": text}]


@pytest.mark.parametrize("value", [[1.0], {"a": 1}, object(), 1j])
def test_anything_but_a_scalar_is_refused_by_name(file: Path, value: object) -> None:
    with pytest.raises(TypeError, match="loss is a"):
        Reporter()(loss=value)
    assert not file.exists()


def test_an_empty_report_is_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="at least one value"):
        Reporter()()


def test_a_whole_number_beyond_all_floats_is_infinite(file: Path) -> None:
    Reporter()(loss=10**5000, gain=-(10**400), seed=2**70)
    assert values(file) == [{"loss": "inf", "gain": "-inf", "seed": 2**70}]


def test_a_report_that_is_too_long_is_refused(file: Path) -> None:
    report = Reporter()
    with pytest.raises(ValueError, match="262,144 are the most"):
        report(note="x" * LONGEST)
    assert not file.exists()
    report(note="x" * (LONGEST - 200))
    assert len(ReportFile(file).read()) == 1


@pytest.mark.parametrize("kind", STRANGE)
def test_what_stands_in_the_place_of_the_file_is_an_error_and_never_waited_for(file: Path, kind: str) -> None:
    report = Reporter()
    report(epoch=1)
    file.unlink()
    put_strange(kind, file)
    with without_waiting(), pytest.raises(OSError, match=re.escape(str(file))):
        report(epoch=2)
    assert not (file.parent / "elsewhere").exists()


def test_alone_a_report_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(REPORTS, raising=False)
    Reporter()(epoch=1, loss=0.5)
    assert capsys.readouterr().out == "epoch=1 loss=0.5\n"


def _report_many(count: int) -> None:
    report = Reporter()
    for number in range(count):
        report(number=number, text="x" * 200)


def test_lines_of_several_processes_never_mix(file: Path) -> None:
    processes = [
        multiprocessing.get_context("fork").Process(target=_report_many, args=(200,)) for _ in range(4)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    numbers = [report["number"] for report in values(file)]
    assert sorted(map(str, numbers)) == sorted(map(str, list(range(200)) * 4))


def test_the_bell_wakes_a_tuner_and_a_missing_one_does_no_harm(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = tmp_path / "bell"
    monkeypatch.setenv(BELL, str(bell))
    Reporter()(loss=1.0)  # no pipe
    os.mkfifo(bell)
    Reporter()(loss=1.0)  # nobody listens
    listener = os.open(bell, os.O_RDONLY | os.O_NONBLOCK)
    try:
        Reporter()(loss=1.0)
        assert os.read(listener, 10) == b"!"
        for _ in range(70_000):  # more rings than a pipe holds
            ring(str(bell))
        Reporter()(loss=1.0)
    finally:
        os.close(listener)
    assert len(values(file)) == 4


def test_the_checkpoint_folder_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHECKPOINTS, str(tmp_path / "a" / "b"))
    assert checkpoint_dir() == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()
    monkeypatch.delenv(CHECKPOINTS)
    assert checkpoint_dir() is None
    assert checkpoint_dir(tmp_path / "own") == tmp_path / "own"


def test_a_lone_surrogate_does_not_lose_the_report(file: Path) -> None:
    Reporter()(loss=1.0, note="a\ud800b")
    assert values(file) == [{"loss": 1.0, "note": "a?b"}]


def test_a_full_disk_is_waited_out_and_the_tuner_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bell = file.with_name("bell")
    os.mkfifo(bell)
    listener = os.open(bell, os.O_RDONLY | os.O_NONBLOCK)
    monkeypatch.setenv(BELL, str(bell))
    real_write, refusals = os.write, [3]

    def write(descriptor: int, data: bytes) -> int:
        if data == NO_ROOM:
            return real_write(descriptor, data)
        if refusals[0] > 0:
            refusals[0] -= 1
            raise OSError(errno.ENOSPC, "No space left on device")
        return real_write(descriptor, data[:10])  # and then there is room for a little at a time

    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    Reporter()(loss=1.0)
    monkeypatch.undo()
    assert [json.loads(line)["values"] for line in file.read_text().splitlines()] == [{"loss": 1.0}]
    assert capsys.readouterr().err.count("waiting for some") == 1
    assert os.read(listener, 100) == NO_ROOM * 2 + NEWS  # not at once: somebody may be about to make some
    os.close(listener)


def test_a_tuner_that_goes_while_it_is_rung_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = tmp_path / "bell"
    os.mkfifo(bell)
    listener = os.open(bell, os.O_RDONLY | os.O_NONBLOCK)

    def broken(descriptor: int, data: bytes) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(os, "write", broken)
    ring(str(bell))
    os.close(listener)


# ---- the checkpoint of the best report -------------------------------------------------------------------


@pytest.fixture
def checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "checkpoint"
    folder.mkdir()
    monkeypatch.setenv(CHECKPOINTS, str(folder))
    return folder


def train(report: Reporter, checkpoint: Path, losses: dict[int, float]) -> None:
    """A script that saves in place, in a subfolder, and then reports."""
    for epoch, loss in losses.items():
        (checkpoint / "model").mkdir(exist_ok=True)
        (checkpoint / "model" / "weights").write_text(f"of epoch {epoch}")
        report(epoch=epoch, loss=loss)


def test_the_checkpoint_of_the_best_report_is_kept_over_all_jobs(file: Path, checkpoint: Path) -> None:
    kept = checkpoint / "best" / "model" / "weights"
    train(Reporter(keep_best="loss", mode="min"), checkpoint, {1: 0.5, 2: 0.3, 3: math.nan, 4: 0.4})
    assert kept.read_text() == "of epoch 2"
    train(Reporter(keep_best="loss", mode="min"), checkpoint, {5: 0.35, 6: 0.3})
    assert kept.read_text() == "of epoch 2"
    assert best_report(checkpoint) == {"epoch": 2, "loss": 0.3}
    train(Reporter(keep_best="loss", mode="min"), checkpoint, {7: 0.2, 8: 0.25})
    assert kept.read_text() == "of epoch 7"
    assert sorted(path.name for path in checkpoint.iterdir()) == ["best", "model"]
    assert sorted(path.name for path in (checkpoint / "best").iterdir()) == ["model", "report.json"]
    assert [line["epoch"] for line in values(file)] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_what_is_maximised_is_kept_at_its_largest(file: Path, checkpoint: Path) -> None:
    train(Reporter(keep_best="loss", mode="max"), checkpoint, {1: 0.5, 2: 0.3, 3: 0.6, 4: 0.6})
    assert (checkpoint / "best" / "model" / "weights").read_text() == "of epoch 3"


def test_a_kill_while_the_best_is_kept_leaves_the_former_one(file: Path, checkpoint: Path) -> None:
    train(Reporter(keep_best="loss", mode="min"), checkpoint, {1: 0.5})
    (checkpoint / "best").rename(checkpoint / ".best.former")  # between the two renamings
    (checkpoint / ".best.draft").mkdir()
    Reporter(keep_best="loss", mode="min")
    assert best_report(checkpoint) == {"epoch": 1, "loss": 0.5}
    assert sorted(path.name for path in checkpoint.iterdir()) == ["best", "model"]


def test_a_best_checkpoint_that_finds_no_room_costs_no_report(
    file: Path, checkpoint: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    report = Reporter(keep_best="loss", mode="min")
    train(report, checkpoint, {1: 0.5})

    def full(source: str, target: str, *, follow_symlinks: bool) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", full)
        train(report, checkpoint, {2: 0.4})
    assert best_report(checkpoint) == {"epoch": 1, "loss": 0.5}
    assert sorted(path.name for path in checkpoint.iterdir()) == ["best", "model"]
    told = "tunewise: the best checkpoint can't be kept: [Errno 28] No space left on device\n"
    assert capfd.readouterr().err == told
    assert len(values(file)) == 2
    train(report, checkpoint, {3: 0.45})  # better than what is kept
    assert best_report(checkpoint) == {"epoch": 3, "loss": 0.45}


def test_without_a_tuner_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CHECKPOINTS, raising=False)
    monkeypatch.delenv(REPORTS, raising=False)
    Reporter(keep_best="loss", mode="min")(loss=0.5)


def test_which_way_the_best_is_must_be_said() -> None:
    with pytest.raises(ValueError, match="mode='min' or mode='max'"):
        Reporter(keep_best="loss")
