"""What is published: built from the sources, and installed where nothing else is."""

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tunewise.version import PACKAGE, __version__

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("distributions")]


def run(*words: str | Path, cwd: Path) -> str:
    """What a command prints; it must succeed, in a folder that has nothing of ours."""
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the source distribution, and of the wheel that was made of it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment in which only the wheel was installed, with what it needs."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    constraints = ROOT / "constraints.txt"
    run(folder / "bin/python", "-m", "pip", "install", "-q", "-c", constraints, wheel, cwd=folder)
    return folder / "bin"


def test_one_file_says_the_version(built: Path) -> None:
    name = f"tunewise-{__version__}"
    assert sorted(file.name for file in built.iterdir()) == [f"{name}-py3-none-any.whl", f"{name}.tar.gz"]


def test_the_wheel_has_all_files_of_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name for name in archive.namelist() if not name.startswith(f"tunewise-{__version__}.dist-info/")
        }
    source = Path(PACKAGE).parent
    ours = {
        str(path.relative_to(source))
        for package in ("tunewise", "sagemaker_rehearsal")
        for path in (source / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert packed == ours
    assert any(name.startswith("tunewise/console/static/") for name in packed)


def test_the_source_distribution_has_no_more_than_it_takes_to_build(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        parts = {name.split("/")[1] for name in archive.getnames()}
    assert parts == {".gitignore", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", "src"}


def test_an_empty_environment_has_the_command(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "tunewise", "--version", cwd=tmp_path).split()[-1] == __version__
    assert "Tunes the hyperparameters" in run(installed / "tunewise", "--help", cwd=tmp_path)
    assert "sbatch" in run(installed / "tunewise", "run", "--help", cwd=tmp_path)  # back ends are registered


def test_an_empty_environment_simulates(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    flags = ("--method", "asha", "--workers", "2", "--max-wallclock", "10m", "--name", "wheel")
    run(installed / "tunewise", "simulate", *flags, cwd=tmp_path)
    assert "val_loss" in run(installed / "tunewise", "best", "wheel", cwd=tmp_path)
