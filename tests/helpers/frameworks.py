"""Trials that pause and resume, for the tests of frameworks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tunewise import ExperimentResult, load_experiment
from tunewise.worker.function import FunctionReporter, LimitReached
from tunewise.worker.report import CHECKPOINTS, REPORTS, Reporter

T = TypeVar("T")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "frameworks"


class Jobs:
    """Runs jobs of one trial in this process, as `tunewise.tune` would in others."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._monkeypatch = folder, monkeypatch

    def run(self, train: Callable[[Reporter], T], resource: str, limit: int, largest: int) -> T | None:
        """What `train` returns, or None if it was ended at the limit."""
        self._folder.mkdir(exist_ok=True)
        self._monkeypatch.setenv(CHECKPOINTS, str(self._folder / "checkpoint"))
        self._monkeypatch.setenv(REPORTS, str(self._folder / "reports.jsonl"))
        with suppress(LimitReached):
            return train(FunctionReporter("loss", resource, largest, limit))
        return None

    def reports(self) -> list[dict[str, Any]]:
        """All that was reported."""
        lines = (self._folder / "reports.jsonl").read_text().splitlines()
        return [json.loads(line)["values"] for line in lines]


class Example:
    """An example that has run."""

    def __init__(self, script: str, home: Path) -> None:
        self._script = script
        self._environment = {**os.environ, "TUNEWISE_HOME": str(home), "PYTHONPATH": str(EXAMPLES)}
        self.printed = self._python(str(EXAMPLES / f"{script}.py"))

    def _python(self, *arguments: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self._environment | environment,
            cwd=self._environment["TUNEWISE_HOME"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def unpaused(self, config: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
        """What a training that is never paused reports, in a process of its own."""
        program = f"import {self._script}, tunewise; {self._script}.train({config!r}, tunewise.Reporter())"
        folder.mkdir()
        self._python(
            "-c", program, TUNEWISE_REPORTS=str(folder / "reports"), TUNEWISE_CHECKPOINT_DIR=str(folder)
        )
        return [json.loads(line)["values"] for line in (folder / "reports").read_text().splitlines()]


DIES = """
import {module}, os, signal
write, times = {module}.{function}, 0

def dies(*arguments, **options):
    global times
    times += 1
    if times == {time}:
        os.kill(os.getpid(), signal.SIGKILL)
    return write(*arguments, **options)

{module}.{function} = dies
"""


def check_kill(script: str, config: dict[str, Any], written_by: tuple[str, str, int], folder: Path) -> None:
    """That an example whose job is killed when it calls a function for the n-th time, as it saves,
    goes on in another job, and reports what one that isn't killed does. written_by: module, function, n."""
    train = f"import {script}, tunewise; {script}.train({config!r}, tunewise.Reporter())"
    module, function, time = written_by
    deadly = DIES.format(module=module, function=function, time=time)

    def job(program: str, trial: str) -> int:
        place = folder / trial
        place.mkdir(exist_ok=True)
        environment = {"PYTHONPATH": str(EXAMPLES), REPORTS: str(place / "reports"), CHECKPOINTS: str(place)}
        command = [sys.executable, "-c", program]
        return subprocess.run(command, env=os.environ | environment, cwd=place, check=False).returncode

    def reports(trial: str) -> list[dict[str, Any]]:
        lines = (folder / trial / "reports").read_text().splitlines()
        values = [json.loads(line)["values"] for line in lines]
        timed = ("runtime", "per_second")  # what transformers adds
        return [{key: each[key] for key in each if not key.endswith(timed)} for each in values]

    assert job(train, "whole") == 0
    assert job(deadly + train, "killed") == -signal.SIGKILL
    before = len(reports("killed"))
    assert 0 < before < len(reports("whole"))
    assert job(train, "killed") == 0
    assert reports("killed") == reports("whole")


def check_pauses(example: Example, name: str, folder: Path) -> ExperimentResult:
    """That trials were paused and resumed, and that one that was has the values of an unpaused training."""
    result = load_experiment(name)
    trials = list(result.state.trials)
    assert not [trial.failure.message for trial in trials if trial.failure]
    resumed = [trial for trial in trials if len(trial.jobs) > 1]
    assert resumed
    longest = max(resumed, key=lambda trial: trial.level)
    assert longest.level == result.problem.max_resource
    problem = result.problem
    whole = {
        report[str(problem.resource_attr)]: report[problem.metric]
        for report in example.unpaused(dict(longest.config), folder / "unpaused")
    }
    assert dict(zip(longest.levels, longest.values, strict=True)) == whole
    return result
