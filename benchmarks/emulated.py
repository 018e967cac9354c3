"""Experiments on an emulator of SageMaker in this process, and what can be counted there."""

from __future__ import annotations

import importlib.util
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sagemaker_rehearsal import Emulator
    from sagemaker_rehearsal.access import Call
    from sagemaker_rehearsal.training_job import TrainingJob
    from tunewise.backends.sagemaker import SageMakerBackend
    from tunewise.results import ExperimentResult

POLL_EVERY = 5.0
SERVICES = ("sagemaker", "logs", "s3")

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
    time.sleep(SECONDS)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch)
"""


def lacking() -> str | None:
    """What the emulator needs and isn't there."""
    needed = ("boto3", "moto", "flask_cors")
    return next((name for name in needed if importlib.util.find_spec(name) is None), None)


def trains(seconds: float) -> str:
    """A script that saves and reports an epoch each so many seconds, until --epochs."""
    return TRAINS.replace("SECONDS", repr(seconds))


@contextmanager
def emulated(script: str, **settings: float) -> Iterator[tuple[Emulator, SageMakerBackend, Path]]:
    """An emulator, to which this process and those it starts belong meanwhile, a back end with the script on
    it, and a folder. settings: of the profile."""
    from tests.helpers.harnesses.sagemaker import BUCKET, example

    from sagemaker_rehearsal import Emulator, Profile

    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as name, Emulator(Profile(**settings)) as emulator:  # type: ignore[arg-type]
        emulator.storage.make_bucket(BUCKET, emulator.region)
        os.environ.update({**emulator.environment, "TUNEWISE_HOME": name})
        path = Path(name, "script.py")
        path.write_text(script)
        try:
            yield emulator, replace(example(path), poll_every=POLL_EVERY), Path(name)
        finally:
            os.environ.clear()
            os.environ.update(before)


def asha(
    spec: SageMakerBackend,
    kind: Literal["promotion", "stopping"],
    epochs: int,
    workers: int,
    wallclock: float,
) -> ExperimentResult:
    """Tunes the script of `trains` by ASHA, of one seed, for so many real seconds."""
    from tunewise import Problem, StoppingCriterion, Tuner, methods
    from tunewise.space import loguniform

    space = {"lr": loguniform(1e-4, 1.0)}
    problem = Problem(space, "loss", resource_attr="epoch", max_resource=epochs, max_resource_arg="epochs")
    return Tuner(
        spec,
        methods.asha(problem, seed=0, type=kind),
        StoppingCriterion(max_wallclock_time=wallclock),
        workers=workers,
        name="asha",
    ).run()


class Window(NamedTuple):
    """From a moment to another, in real seconds since the emulator's ledger began."""

    begin: float
    end: float


class Polled(NamedTuple):
    """What polling came to. calls: a minute by service, containers' own not counted. delays: seconds from
    each report until it was seen."""

    calls: Mapping[str, float]
    delays: list[float]


def polled(
    workers: int,
    runs: bool = True,
    crowd: tuple[int, int] = (0, 0),
    settle: float = 15.0,
    seconds: float = 60.0,
) -> Polled:
    """Polls jobs that report once a second, by our back end. runs: the jobs really run. crowd: jobs in the
    account besides, of the experiment and of others, that have ended. settle: seconds before it counts."""
    from tunewise.backends.base import Job
    from tunewise.backends.sagemaker.identity import identity_of
    from tunewise.events import Reported
    from tunewise.paths import ExperimentPaths
    from tunewise.trial import JobId

    with emulated(REPORTS, cold_start=0.0 if runs else 1e6) as (emulator, spec, folder):
        paths = ExperimentPaths(folder / "experiment")
        backend = spec.open(paths, workers, elapsed=0.0)
        backend.attach([])
        ended, foreign = crowd
        identity = identity_of(paths)
        assert identity is not None
        names = (f"{identity.experiment}-t{number:05}-r0" for number in range(50_000, 50_000 + ended))
        emulator.add_ended_jobs(names)
        emulator.add_ended_jobs(f"someone-elses-{number}" for number in range(foreign))
        emulator.advance(3600.0)
        for number in range(workers):
            backend.start(Job(JobId(number, 0), {}, resumed=False))
        settled = time.monotonic() + workers + settle  # a job a second
        while time.monotonic() < settled:
            backend.poll(1.0)
        begin, delays = time.monotonic() - emulator.ledger.begun, []
        while (now := time.monotonic() - emulator.ledger.begun) < begin + seconds:
            for fact in backend.poll(1.0):
                if isinstance(fact, Reported):
                    delays.append(time.time() - float(fact.values["made"]))  # type: ignore[arg-type]
        return Polled(calls_a_minute(emulator.ledger.calls, Window(begin, now)), delays)


def calls_a_minute(calls: Iterable[Call], window: Window) -> dict[str, float]:
    """Calls by service, without those of containers."""
    counted = dict.fromkeys(SERVICES, 0)
    for call in calls:
        if not call.caller and call.service in counted and window.begin <= call.real < window.end:
            counted[call.service] += 1
    return {service: 60 * number / (window.end - window.begin) for service, number in counted.items()}


def most_at_once(jobs: Iterable[TrainingJob]) -> int:
    """How many of these jobs were alive at the same time."""
    changes = sorted(
        [(job.created, 1) for job in jobs] + [(job.transitions[-1].start, -1) for job in jobs if job.ended]
    )
    alive = most = 0
    for _, change in changes:
        alive += change
        most = max(most, alive)
    return most


def share_delivered(delivered: Mapping[int, list[int]]) -> float:
    """Of the epochs that trials with more than one reached, how many came to the tuner, in [0, 1]."""
    resumed = [sorted(set(epochs)) for epochs in delivered.values() if max(epochs, default=0) > 1]
    return sum(map(len, resumed)) / max(1, sum(epochs[-1] for epochs in resumed))


def by_trial(reports: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Epochs by trial, of pairs (trial, epoch) in the order in which they came."""
    told: dict[int, list[int]] = defaultdict(list)
    for trial, epoch in reports:
        told[trial].append(epoch)
    return told
