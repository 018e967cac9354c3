"""Trackers of other packages, which fail in every way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tunewise import trackers

THEIRS = '''\
import os
from pathlib import Path
from tunewise.trackers.base import Tracker

class Kept(Tracker):
    """Writes into a folder which trials it was told of; raises if that isn't there."""

    def update(self, news):
        for trial, reports in news:
            with Path(self._place, str(trial.id)).open("a") as file:
                file.writelines(f"{report.level}\\n" for report in reports)

    def __init__(self, result, place):
        super().__init__(result, place)
        self._place = place
        if not Path(place).is_dir():
            raise OSError(f"http://me:secret@host/ doesn't answer, nor {place}")
        for path in Path(place).iterdir():
            path.unlink()

class Hung(Tracker):
    """Writes who it is, and waits for ever."""

    def update(self, news):
        with open(self._place, "w") as pipe:
            pipe.write(str(os.getpid()))
        while True:
            os.read(os.pipe()[0], 1)

    def __init__(self, result, place):
        super().__init__(result, place)
        self._place = place

class Needy(Tracker):
    package = "no_such_package"
'''


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Installs them here and in processes that are started here, as `kept`, `hung` and `needy`."""
    folder = tmp_path / "theirs"
    info = folder / "theirs-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "theirs.py").write_text(THEIRS)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    lines = "kept = theirs:Kept\nhung = theirs:Hung\nneedy = theirs:Needy\nbroken = theirs:Missing\n"
    (info / "entry_points.txt").write_text(f"[{trackers.GROUP}]\n{lines}")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    trackers.kinds.cache_clear()
    yield folder
    trackers.kinds.cache_clear()
    sys.modules.pop("theirs", None)
