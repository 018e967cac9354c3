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


def test_where_something_else_stands_the_tuner_looks_unasked(tmp_path: Path) -> None:
    (tmp_path / "bell").mkdir()
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    assert not bell.wait(0.0)
    bell.close()


def test_a_ring_wakes(bell: Bell) -> None:
    assert bell.path is not None
    threading.Timer(0.02, ring, [bell.path]).start()
    begun = time.monotonic()
    assert bell.wait(60.0)
    assert time.monotonic() - begun < 30.0


def test_many_rings_are_answered_at_once(bell: Bell) -> None:
    assert bell.path is not None
    for _ in range(66_000):  # more than the pipe holds: nobody who rings ever waits
        ring(bell.path)
    assert bell.wait(0.0)
    assert not bell.wait(0.0)


@pytest.mark.parametrize("what", [OVER, NO_ROOM])
def test_news_wait_for_more_and_ends_of_jobs_do_not(
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
    assert not bell.wait(0.0), "the rings before it are answered with it"


def test_nobody_waits_for_more_news_than_he_wants(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bell.path is not None
    monkeypatch.setattr(local_platform, "LINGER", 60.0)
    ring(bell.path)
    begun = time.monotonic()
    assert bell.wait(0.01)
    assert time.monotonic() - begun < 30.0


def test_waiting_ends_without_a_ring(bell: Bell) -> None:
    assert not bell.wait(0.01)
    assert not bell.wait(-1.0)


def test_the_bell_of_an_earlier_tuner_is_taken_over(bell: Bell) -> None:
    assert bell.path is not None
    path = bell.path
    bell.close()
    ring(path)  # nobody listens
    again = Bell(Path(path))
    assert not again.wait(0.0)
    ring(path)
    assert again.wait(0.0)
    again.close()


def test_without_named_pipes_one_looks_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "mkfifo", refuse)
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    begun = time.monotonic()
    assert not bell.wait(60.0)
    assert 0.05 < time.monotonic() - begun < 30.0
    bell.close()


def test_what_is_no_pipe_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bell").write_text("somebody's")
    bell = Bell(tmp_path / "bell")
    assert bell.path is None
    bell.close()
    assert (tmp_path / "bell").read_text() == "somebody's"
