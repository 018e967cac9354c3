"""Functions written for Ray Tune are tuned as they are, in a process of their own, as Ray stays in it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment
from tunewise.trial import JobId

pytestmark = pytest.mark.slow

THEIRS = """
import json
import os
import tempfile

from ray import tune


def train(config):
    first = 1
    checkpoint = tune.get_checkpoint()
    if checkpoint:
        with checkpoint.as_directory() as folder, open(os.path.join(folder, "epoch")) as file:
            first = json.load(file) + 1
    for epoch in range(first, config["opt"]["epochs"] + 1):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "epoch"), "w") as file:
                json.dump(epoch, file)
            told = {"eval": {"loss": config["opt"]["lr"] / epoch}, "first": first, "list": [1]}
            told["epoch"] = epoch - 1
            told["id"] = tune.get_context().get_trial_id()
            tune.report(told, checkpoint=tune.Checkpoint.from_directory(folder))


def alone(config):
    return {"loss": config["lr"]}


if __name__ == "__main__":
    tune.Tuner(train, param_space={"opt": {"lr": tune.loguniform(1e-3, 1), "epochs": 4}}).fit()
"""

OURS = """
from functools import partial

import tunewise
from tunewise import methods, space
from theirs import alone, train

if __name__ == "__main__":
    pausing = partial(methods.asha, type="promotion")
    domains = {"opt.lr": space.loguniform(1e-3, 1), "opt.epochs": 4}
    few = {"workers": 1, "trials": 4}
    tunewise.tune(train, domains, "eval/loss", max_resource=4, method=pausing, name="train", **few)
    tunewise.tune(alone, {"lr": space.uniform(0, 1)}, "loss", method="rs", name="alone", **few)
"""


def test_a_function_of_ray_tune_is_paused_and_goes_on(tmp_path: Path) -> None:
    pytest.importorskip("pydantic", reason="Ray Tune needs it beside Ray")
    pytest.importorskip("ray")
    (tmp_path / "theirs.py").write_text(THEIRS)
    (tmp_path / "ours.py").write_text(OURS)
    done = subprocess.run([sys.executable, "ours.py"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    record = load_experiment("train")
    assert not any(trial.failure for trial in record.state.trials)
    resumed = [trial for trial in record.state.trials if len(trial.jobs) > 1]
    assert resumed
    for trial in resumed:
        assert list(trial.levels) == list(range(1, trial.level + 1))
        rows = [
            json.loads(line)["values"]
            for run in range(len(trial.jobs))
            for line in record.paths.job(JobId(trial.id, run)).reports.read_text().splitlines()
        ]
        assert {row["id"] for row in rows} == {f"{trial.id:05}"}
        assert len({row["first"] for row in rows}) == len(trial.jobs)
        if trial.level < 4:
            [kept] = record.paths.checkpoint(trial.id).iterdir()
            assert kept.name == f"checkpoint_{trial.level:06}"
    assert [trial.level for trial in load_experiment("alone").state.trials] == [1, 1, 1, 1]
