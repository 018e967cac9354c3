from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tunewise.backends import local_platform
from tunewise.backends.local_platform import Bell
from tunewise.worker.report import NO_ROOM, OVER, ring

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def bell(tmp_path: Path) -> Iterator[Bell]:
    bell = Bell(tmp_path / "bell")
    yield bell
    bell.close()


def test_the_tuner_polls_if_something_else_is_in_the_place_of_the_pipe(tmp_path: Path) -> None:
    (tmp_path / "bell").mkdir()
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    assert not bell.wait(0.0)
    bell.close()


def test_a_ring_wakes_the_tuner(bell: Bell) -> None:
    assert bell.path is not None
    threading.Timer(0.02, ring, [bell.path]).start()
    begun = time.monotonic()
    assert bell.wait(60.0)
    assert time.monotonic() - begun < 30.0


def test_many_rings_are_handled_at_once(bell: Bell) -> None:
    assert bell.path is not None
    for _ in range(66_000):  # more than the pipe holds; ringing never blocks
        ring(bell.path)
    assert bell.wait(0.0)
    assert not bell.wait(0.0)


@pytest.mark.parametrize("what", [OVER, NO_ROOM])
def test_news_waits_for_more_but_the_end_of_a_job_does_not(
    bell: Bell, monkeypatch: pytest.MonkeyPatch, what: bytes
) -> None:
    assert bell.path is not None
    monkeypatch.setattr(local_platform, "LINGER", 60.0)
    ring(bell.path)
    threading.Timer(0.02, ring, [bell.path]).start()
    threading.Timer(0.04, ring, [bell.path, what]).start()
    begun = time.monotonic()
    assert bell.wait(60.0)
    assert time.monotonic() - begun < 30.0
    assert bell.no_room == (what == NO_ROOM)
    assert not bell.wait(0.0), "one wait handles all previous rings"


def test_waiting_for_more_news_respects_the_timeout(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bell.path is not None
    monkeypatch.setattr(local_platform, "LINGER", 60.0)
    ring(bell.path)
    begun = time.monotonic()
    assert bell.wait(0.01)
    assert time.monotonic() - begun < 30.0


def test_waiting_ends_without_a_ring(bell: Bell) -> None:
    assert not bell.wait(0.01)
    assert not bell.wait(-1.0)


def test_the_pipe_of_an_earlier_tuner_is_reused(bell: Bell) -> None:
    assert bell.path is not None
    path = bell.path
    bell.close()
    ring(path)  # no tuner listens
    again = Bell(Path(path))
    assert not again.wait(0.0)
    ring(path)
    assert again.wait(0.0)
    again.close()


def test_without_named_pipes_the_tuner_polls_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "mkfifo", refuse)
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    begun = time.monotonic()
    assert not bell.wait(60.0)
    assert 0.05 < time.monotonic() - begun < 30.0
    bell.close()


def test_something_other_than_a_pipe_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "bell").write_text("somebody's")
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    bell.close()
    assert (tmp_path / "bell").read_text() == "somebody's"
