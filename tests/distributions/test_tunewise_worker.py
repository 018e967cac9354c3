"""`tunewise-worker`: what a script imports, where no tuner is installed, and beside one."""

import re
import subprocess
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from tests.distributions.conftest import ROOT, Environment

from tunewise import LocalBackend, Problem, StoppingCriterion, Tuner, methods, space
from tunewise.version import PACKAGE, __version__

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("distributions")]

SCRIPT = """
import argparse

from tunewise import Reporter, checkpoint_dir

parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()

report = Reporter(keep_best="loss", mode="min")
saved = checkpoint_dir() / "epoch"
for epoch in range(int(saved.read_text()) + 1 if saved.exists() else 1, args.epochs + 1):
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=(args.x - 0.5) ** 2 + 1 / epoch)
"""
WHERE = "import tunewise, tunewise.worker.report as r; print(tunewise.__file__, r.__file__, sep='\\n')"


def imported_from(environment: Environment) -> Path:
    """The folder from which all of `tunewise` is imported."""
    package, report = map(Path, environment.run("python", "-c", WHERE).splitlines())
    assert report.parents[1] == package.parent
    return package.parent


@pytest.fixture(scope="module")
def bare(worker_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment that has the worker's distribution alone."""
    environment = Environment(tmp_path_factory.mktemp("image") / "venv")
    environment.pip("install", "--no-index", worker_wheel)
    return environment


def test_it_is_small_needs_nothing_and_has_the_files_of_the_sources(
    worker_wheel: Path, bare: Environment
) -> None:
    with zipfile.ZipFile(worker_wheel) as archive:
        told = Parser().parsestr(archive.read(f"tunewise_worker-{__version__}.dist-info/METADATA").decode())
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert told["Version"] == __version__
    assert told.get_all("Requires-Dist") is None
    modules = {name for name in packed if name.endswith(".py")}
    for name in modules:
        relative = name.removeprefix("tunewise_worker/tunewise/")
        assert packed[name] == Path(PACKAGE, relative).read_bytes()
        if relative != "__init__.py":  # which says what is missing
            for imported in re.findall(r"^ *from (tunewise\.[\w.]+)", packed[name].decode(), re.MULTILINE):
                module = f"tunewise_worker/{imported.replace('.', '/')}"
                assert {f"{module}.py", f"{module}/__init__.py"} & modules, f"{name} imports {imported}"
    installed = [path for path in bare.packages.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in installed) < 100_000


def test_a_script_imports_what_it_always_imports(bare: Environment) -> None:
    code = "from tunewise import Reporter; Reporter()(epoch=1, loss=0.5)"
    assert bare.run("python", "-c", code) == "epoch=1 loss=0.5\n"
    assert imported_from(bare) == bare.packages / "tunewise_worker/tunewise"


def test_what_only_a_tuner_has_is_told_in_one_sentence(bare: Environment) -> None:
    for name in ("Tuner", "Policy", "methods"):
        done = subprocess.run(
            [bare.bin / "python", "-c", f"from tunewise import {name}"],
            capture_output=True,
            text=True,
            check=False,
        )
        told = f"ImportError: {name} is not part of tunewise-worker: install tunewise as well."
        assert done.stderr.splitlines()[-1] == told


@pytest.mark.parametrize("preload", [(), ("json",)])
def test_a_script_of_that_environment_is_tuned(
    bare: Environment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    preload: tuple[str, ...],
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    caplog.set_level("WARNING")
    script = tmp_path / "train.py"
    script.write_text(f"{SCRIPT}\nimport tunewise; print('from', tunewise.__file__)\n")
    problem = Problem({"x": space.uniform(0, 1)}, "loss", "min", "epoch", 9, "epochs")
    tuner = Tuner(
        backend=LocalBackend(str(script), python=str(bare.bin / "python"), preload=preload),
        method=methods.asha(problem, seed=0, type="promotion"),
        stopping_criterion=StoppingCriterion(max_num_trials_started=9),
        workers=2,
        name="bare",
    )
    trials = tuner.run(progress=False).state.trials
    assert len(trials) == 9
    assert not caplog.records  # such as that nothing could be preloaded
    assert max(trial.level for trial in trials) == 9  # promoted twice, from its checkpoint
    output = (tmp_path / "home/bare/trials/00000/jobs/0/stdout").read_text()
    assert f"from {bare.packages / 'tunewise_worker/tunewise'}" in output


def test_beside_a_tuner_the_tuners_own_is_imported(wheel: Path, worker_wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    install = ("install", "--no-index", "--no-deps")
    for first, second in ((wheel, worker_wheel), (worker_wheel, wheel)):
        environment.pip(*install, first)
        environment.pip(*install, second)
        assert imported_from(environment) == environment.packages / "tunewise"
        environment.pip("uninstall", "--yes", "tunewise")
        assert imported_from(environment) == environment.packages / "tunewise_worker/tunewise"
        environment.pip(*install, wheel)
        environment.pip("uninstall", "--yes", "tunewise-worker")
        assert imported_from(environment) == environment.packages / "tunewise"
        environment.pip("uninstall", "--yes", "tunewise")


def test_beside_a_tuner_in_development_its_sources_are_imported(worker_wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.pip("install", "--no-index", worker_wheel)
    environment.pip("install", "--no-deps", "--editable", ROOT)
    assert imported_from(environment) == Path(PACKAGE)
