"""Frameworks run as they are; a test is skipped where its framework isn't installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.frameworks import Example, Jobs


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jobs:
    return Jobs(tmp_path / "trial", monkeypatch)


@pytest.fixture
def other_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jobs:
    """Those of another trial."""
    return Jobs(tmp_path / "other", monkeypatch)


@pytest.fixture
def run_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Example]:
    """Runs an example in a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("TUNEWISE_HOME", str(home))
    return lambda script: Example(script, home)
