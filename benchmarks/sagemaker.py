"""The SageMaker back end on the emulator: calls a minute, how soon reports are seen, what pools bring."""

from __future__ import annotations

import importlib.util
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, Skipped, median

if TYPE_CHECKING:
    from tunewise.backends.sagemaker import SageMakerBackend
    from tunewise.rehearsal import Emulator

SECONDS = 60.0  # for which is polled
ENDED, FOREIGN = 1000, 5000  # jobs in the account besides
WALLCLOCK = 45.0  # real seconds of an experiment with or without pools
SCALE = 30.0

REPORTS = """
import time
from tunewise import Reporter
report = Reporter()
for step in range(1, 1000):
    time.sleep(1.0)
    report(step=step, made=time.time())
"""
TRAINS = """
import argparse, os, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report, saved = Reporter(), checkpoint_dir() / "epoch"
for epoch in range(1 + (int(saved.read_text()) if saved.exists() else 0), args.epochs + 1):
    time.sleep(0.2)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch)
"""


def measure() -> Iterator[Figure | Skipped]:
    lacking = [name for name in ("boto3", "moto", "flask_cors") if importlib.util.find_spec(name) is None]
    if lacking:
        yield Skipped("jobs on the emulator", f"{lacking[0]} isn't installed")
        return
    calls, delay = _polled(8, runs=True)
    remark = f"with {ENDED} jobs of the experiment that have ended and {FOREIGN} of others"
    yield Figure("SageMaker calls a minute, 8 workers", calls, 15.0, "calls", remark=remark)
    yield Figure("report until it is seen, 8 workers", delay, 3.0, "s", remark="the median")
    calls, _ = _polled(100, runs=False)
    yield Figure("SageMaker calls a minute, 100 workers", calls, 15.0, "calls", remark=remark)
    cold, _ = _trained(keep_alive=0)
    warm, reused = _trained(keep_alive=1800)
    remark = f"cold start 120 s, warm start 10 s, 4 workers, ASHA; {warm} and {cold} epochs"
    yield Figure("epochs with warm pools, to without", warm / cold, 1.5, "x", at_most=False, remark=remark)
    yield Figure("jobs after the first wave on a kept instance", 100 * reused, 95.0, "%", at_most=False)


@contextmanager
def _emulated(script: str, **settings: float) -> Iterator[tuple[Emulator, SageMakerBackend, Path]]:
    from tunewise.backends.sagemaker import SageMakerBackend
    from tunewise.backends.sagemaker.spec import EXAMPLE_BUCKET
    from tunewise.rehearsal import Emulator, Profile

    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as name, Emulator(Profile(**settings)) as emulator:  # type: ignore[arg-type]
        emulator.storage.make_bucket(EXAMPLE_BUCKET, emulator.region)
        os.environ.update({**emulator.environment, "TUNEWISE_HOME": name})
        path = Path(name, "script.py")
        path.write_text(script)
        try:
            yield emulator, replace(SageMakerBackend.example(path), poll_every=5.0), Path(name)
        finally:
            os.environ.clear()
            os.environ.update(before)


def _polled(workers: int, runs: bool) -> tuple[float, float]:
    """Calls a minute, and the median delay of reports in seconds. runs: the jobs really run."""
    from tunewise.backends.base import Job
    from tunewise.backends.paths import ExperimentPaths
    from tunewise.events import Reported
    from tunewise.trial import JobId

    with _emulated(REPORTS, cold_start=0.0 if runs else 1e6) as (emulator, spec, folder):
        backend = spec.open(ExperimentPaths(folder / "experiment"), workers, elapsed=0.0)
        backend.attach([])
        emulator.add_ended_jobs(f"{backend.experiment}-t{n:05}-r0" for n in range(50_000, 50_000 + ENDED))
        emulator.add_ended_jobs(f"someone-elses-{number}" for number in range(FOREIGN))
        emulator.advance(3600.0)
        for number in range(workers):
            backend.start(Job(JobId(number, 0), {}, resumed=False))
        created = time.monotonic() + 30 + workers  # a job a second; then server's times are known
        while time.monotonic() < created + 60:
            backend.poll(1.0)
        before = sum(emulator.ledger.counts("sagemaker").values())
        deadline, delays = time.monotonic() + SECONDS, []
        while time.monotonic() < deadline:
            facts = backend.poll(1.0)
            now = time.time()
            delays += [now - float(fact.values["made"]) for fact in facts if isinstance(fact, Reported)]  # type: ignore[arg-type]
        calls = sum(emulator.ledger.counts("sagemaker").values()) - before
        return calls * 60 / SECONDS, median(delays) if delays else 0.0


def _trained(keep_alive: int) -> tuple[int, float]:
    """Epochs trained by ASHA, and the share of jobs after the first wave that got a kept instance."""
    from tunewise import Problem, StoppingCriterion, Tuner, methods
    from tunewise.space import loguniform

    space = {"lr": loguniform(1e-4, 1.0)}
    problem = Problem(space, "loss", resource_attr="epoch", max_resource=27, max_resource_arg="epochs")
    with _emulated(TRAINS, time_scale=SCALE, cold_start=120.0, warm_start=10.0) as (emulator, spec, _):
        record = Tuner(
            replace(spec, keep_alive=keep_alive, poll_every=0.3),
            methods.asha(problem, seed=0, type="promotion"),
            StoppingCriterion(max_wallclock_time=WALLCLOCK),
            n_workers=4,
            name="pools",
        ).run()
        warm = [job.warm for job in emulator.jobs()[4:]]
        return sum(trial.level for trial in record.state.trials), sum(warm) / max(1, len(warm))
