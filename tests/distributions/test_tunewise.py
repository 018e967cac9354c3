"""What is published: built from the sources, and installed where nothing else is."""

import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.distributions.conftest import ROOT, Environment

from tunewise.version import PACKAGE, __version__

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("distributions")]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which only the wheel was installed, with what it needs."""
    environment = Environment(tmp_path_factory.mktemp("empty") / "venv")
    environment.pip("install", "-q", "-c", ROOT / "constraints.txt", wheel)
    return environment


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
        for package in ("tunewise", "sagemaker_rehearsal", "hydra_plugins")
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


def test_an_empty_environment_has_the_command(installed: Environment) -> None:
    assert installed.run("tunewise", "--version").split()[-1] == __version__
    assert "Tunes the hyperparameters" in installed.run("tunewise", "--help")
    assert "sbatch" in installed.run("tunewise", "run", "--help")  # back ends are registered


def test_an_empty_environment_simulates(
    installed: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    flags = ("--method", "asha", "--workers", "2", "--max-wallclock", "10m", "--name", "wheel")
    installed.run("tunewise", "simulate", *flags)
    assert "val_loss" in installed.run("tunewise", "best", "wheel")


def test_an_empty_environment_shows_what_tuning_is(
    installed: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    shown = installed.run("tunewise", "demo", "--name", "mine", "--max-trials", "3", "--max-wallclock", "10m")
    assert "$ tunewise run" in shown
    assert "Best val_error" in shown.partition("$ tunewise best mine")[2]
    assert (tmp_path / "mine/results.csv").read_text().count("\n") > 3
