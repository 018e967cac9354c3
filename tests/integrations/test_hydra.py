"""Hydra's sweeper `tunewise`, with the released Hydra: apps run as their users start them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("hydra")

from hydra.core.override_parser.overrides_parser import OverridesParser
from omegaconf import OmegaConf
from tests.helpers.frameworks import EXAMPLES

from tunewise import load_experiment, space
from tunewise.integrations.hydra_sweep import _domain, _swept
from tunewise.space import Domain
from tunewise.trial import JobId

RETURNS = """\
import hydra

@hydra.main(version_base=None, config_path="conf", config_name="config")
def main(cfg):
    error = 1.0
    for _ in range(cfg.trainer.epochs):
        error *= 1 - cfg.lr
    return error + (0.1 if cfg.model.name == "bad" else 0.0)

if __name__ == "__main__":
    main()
"""
FILES = {
    "app.py": RETURNS,
    "hydra_plugins/other_launcher.py": (
        "from hydra.core.config_store import ConfigStore\n"
        "ConfigStore.instance().store(group='hydra/launcher', name='other', node={'_target_': 'x'})\n"
    ),
    "conf/config.yaml": "defaults: [model: good, _self_]\nlr: 0.1\ndrop: 0.5\ntrainer: {epochs: 9}\n",
    "conf/model/good.yaml": "name: good\n",
    "conf/model/bad.yaml": "name: bad\n",
}
SWEEPER = {"hydra/sweeper": "tunewise", "hydra.sweeper.name": "swept", "hydra.sweeper.workers": 2}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def multirun(
    folder: Path, settings: Mapping[str, object], *overrides: str, app: Sequence[str] = ("app.py",)
) -> subprocess.CompletedProcess[str]:
    """Runs a sweep to its end. settings: of the sweeper."""
    given = {**SWEEPER, **{f"hydra.sweeper.{name}": value for name, value in settings.items()}}
    argv = [sys.executable, *app, "-m", *(f"{key}={value}" for key, value in given.items()), *overrides]
    return subprocess.run(argv, cwd=folder, capture_output=True, text=True, check=False)


def results(folder: Path) -> dict[str, Any]:
    (file,) = folder.glob("multirun/*/*/optimization_results.yaml")
    found: dict[str, Any] = OmegaConf.to_container(OmegaConf.load(file))
    return found


def overrides(job: Path) -> list[str]:
    found: list[str] = OmegaConf.to_container(OmegaConf.load(job / "output/.hydra/overrides.yaml"))
    return found


@pytest.mark.slow
def test_what_an_app_returns_is_tuned(folder: Path) -> None:
    swept = ("lr=tag(log,interval(1e-3,1))", "model=glob(*)", "+x=null,'a b',[1,2]", "drop=0")
    done = multirun(folder, {"max_trials": 4}, *swept)
    assert done.returncode == 0, done.stderr
    result = load_experiment("swept")
    assert len(result.state.trials) == 4
    found = results(folder)
    assert found["experiment"] == "swept"
    assert result.best is not None
    assert found["best_value"] == result.best.value
    assert found["best_params"] == dict(result.best_config())
    for trial in result.state.trials:
        told = overrides(result.paths.folder / f"trials/{trial.id:05}/jobs/0")
        assert f"lr={trial.config['lr']}" in told
        assert f"model={trial.config['model']}" in told
        assert {"None": "+x=null", "a b": "+x='a b'", "[1, 2]": "+x=[1,2]"}[str(trial.config["x"])] in told
        assert "drop=0" in told
        hydra = OmegaConf.load(result.paths.job(JobId(trial.id, 0)).folder / "output/.hydra/hydra.yaml").hydra
        assert (hydra.job.num, hydra.job.id) == (trial.id, str(trial.id))


@pytest.mark.slow
def test_an_app_started_by_its_module_trains_as_far_as_it_is_told_and_goes_on(folder: Path) -> None:
    settings = {
        "method": "{name:asha,type:promotion}",
        "metric": "loss",
        "resource": "epoch",
        "max_resource": '"trainer.epochs=9"',
        "params.lr": '"loguniform(1e-3, 1)"',
        "resume": True,
    }
    for trials in (4, 6):
        done = multirun(folder, {**settings, "max_trials": trials}, app=("-m", "app"))
        assert done.returncode == 0, done.stderr
        result = load_experiment("swept")
        assert len(result.state.trials) == trials
    paused = [trial for trial in result.state.trials if trial.levels[0] == 1]
    assert paused
    for trial in paused:
        assert trial.values[0] == pytest.approx(1 - float(str(trial.config["lr"])))
        assert "trainer.epochs=1" in overrides(result.paths.folder / f"trials/{trial.id:05}/jobs/0")


@pytest.mark.slow
def test_the_example_pauses_and_goes_on_from_its_checkpoints(tmp_path: Path) -> None:
    environment = {**os.environ, "TUNEWISE_HOME": str(tmp_path / "home")}
    method = ["hydra.sweeper.name=digits", "hydra.sweeper.method={name:asha,type:promotion}"]
    argv = [sys.executable, str(EXAMPLES / "hydra_digits.py"), "--multirun", *method]
    done = subprocess.run(argv, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    jobs = sorted((tmp_path / "home/digits/trials").glob("*/jobs/[1-9]*/reports.jsonl"))
    assert jobs
    for reports in jobs:
        first = json.loads(reports.read_text().splitlines()[0])["values"]["epoch"]
        *_, before = (reports.parents[1] / "0/reports.jsonl").read_text().splitlines()
        assert first > json.loads(before)["values"]["epoch"]
    assert results(tmp_path)["best_value"] < 0.1


@pytest.mark.parametrize(
    ("settings", "swept", "message"),
    [
        ({"max_trails": 3}, "lr=1,2", "unknown key 'max_trails' (did you mean 'max_trials'?)"),
        ({"max_trials": "many"}, "lr=1,2", 'max_trials is a string "many": give an integer'),
        ({}, "lr=1", "Say what to tune"),
        ({"params.lr": '"uniform(1)"'}, "drop=0", "uniform has wrong arguments"),
        (
            {"params.lr": '"1,2"'},
            "hydra/launcher=other",
            "hydra/launcher=other starts no trials: choose hydra.sweeper.backend",
        ),
    ],
)
@pytest.mark.slow
def test_errors_are_a_sentence(folder: Path, settings: dict[str, object], swept: str, message: str) -> None:
    done = multirun(folder, settings, swept)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "home/swept").exists()


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("interval(0,1)", space.uniform(0, 1)),
        ("tag(log,interval(1e-3,1))", space.loguniform(1e-3, 1)),
        ("int(interval(1,8))", space.randint(1, 8)),
        ("int(tag(log,interval(1,8)))", space.lograndint(1, 8)),
        ("range(1,10,3)", space.finrange(1, 7, 3, cast_int=True)),
        ("range(0,1,0.25)", space.finrange(0, 0.75, 4)),
        ("range(4,1,-1)", space.finrange(2, 4, 3, cast_int=True)),
        ("tag(log,range(1,4))", space.ordinal([1, 2, 3], "nn-log")),
        ("range(3,4)", space.choice([3])),
        ("a,'b c',3", space.choice(["a", "b c", 3])),
        ("choice([64,64],[8])", space.choice([[64, 64], [8]])),
    ],
)
def test_sweeps_of_hydra_are_domains(text: str, domain: Domain) -> None:
    assert _domain(text) is None
    assert _swept(OverridesParser.create().parse_override(f"x={text}")) == domain


def test_domains_as_elsewhere() -> None:
    assert _domain("choice(['a', 'b'])") == space.choice(["a", "b"])
    assert _domain("uniform(0, 1)") == space.uniform(0, 1)
    assert _domain(3) is None
