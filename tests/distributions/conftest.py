"""Builds what is published, and makes environments to install it into."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*words: str | Path, cwd: Path) -> str:
    """What a command prints; it must succeed. cwd: a folder that has nothing of ours."""
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Environment:
    """A virtual environment without pip, and with nothing installed."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder)
        self.folder, self.bin = folder, folder / "bin"
        (self.packages,) = folder.glob("lib/python*/site-packages")

    def pip(self, *words: str | Path) -> None:
        run(sys.executable, "-m", "pip", "--python", self.bin / "python", *words, cwd=self.folder)

    def run(self, program: str, *words: str) -> str:
        return run(self.bin / program, *words, cwd=self.folder)


def build(project: Path, folder: Path) -> Path:
    """The folder with the source distribution of a project, and the wheel that was made of it."""
    run(sys.executable, "-m", "build", "--outdir", folder, project, cwd=folder)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what is published as `tunewise`."""
    return build(ROOT, tmp_path_factory.mktemp("tunewise"))


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def worker_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of `tunewise-worker`."""
    folder = build(ROOT / "packages/tunewise-worker", tmp_path_factory.mktemp("tunewise-worker"))
    (wheel,) = folder.glob("*.whl")
    return wheel
