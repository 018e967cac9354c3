"""Our SageMaker back end and Syne Tune's, in turns on the emulator: calls and delays while the same number of
jobs report once a second, and what ASHA gets to see of trials that are resumed.

Syne Tune runs with its defaults, as its documentation has it: script mode, `max_resource_attr` given, so that
jobs end by themselves at a rung.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from benchmarks.emulated import (
    SERVICES,
    Polled,
    Window,
    asha,
    by_trial,
    calls_a_minute,
    emulated,
    most_at_once,
    polled,
    share_delivered,
    trains,
)
from benchmarks.figures import Figure, Skipped, median
from benchmarks.peers.environments import SCRIPTS, PeerMissing, ask_rows, python_of

if TYPE_CHECKING:
    from sagemaker_rehearsal import Emulator
    from sagemaker_rehearsal.training_job import TrainingJob

WORKERS = (4, 8)
SETTLE, SECONDS = 15.0, 60.0
ASHA_WORKERS, EPOCH_SECONDS = 4, 1.0
EPOCHS = {"promotion": 9, "stopping": 81}  # so many that stopped jobs have not ended by themselves
WALLCLOCK = {"promotion": 100.0, "stopping": 60.0}
TRAINING = "syne_tune_training.py"
Row = tuple[int, int, float, float]  # trial, epoch, made, seen


class Trained(NamedTuple):
    """What ASHA came to. delivered: the epochs that the tuner saw, by trial. alive, writers: how many
    training jobs were alive at once, of all and of one trial."""

    delivered: dict[int, list[int]]
    alive: int
    writers: int


def measure() -> Iterator[Figure | Skipped]:
    try:
        python = python_of("syne_tune_aws")
        for workers in WORKERS:
            yield from _polling(python, workers)
        yield from _asha(python)
    except PeerMissing as missing:
        yield Skipped("SageMaker, side by side with Syne Tune", str(missing))


def _polling(python: Path, workers: int) -> Iterator[Figure]:
    ours = polled(workers, settle=SETTLE, seconds=SECONDS)
    theirs = _peer_polled(python, workers)
    for name, services in (("SageMaker and log calls", SERVICES[:2]), ("all calls", SERVICES)):
        few, many = (sum(side.calls[service] for service in services) for side in (ours, theirs))
        remark = f"{_told(theirs, services)} against {_told(ours, services)} a minute"
        label = f"{name} of Syne Tune, to ours, {workers} workers"
        yield Figure(label, many / few, 1.0, "x", at_most=False, remark=remark)
    soon, late = median(ours.delays), median(theirs.delays)
    label = f"delay of reports at Syne Tune, to ours, {workers} workers"
    yield Figure(
        label, late / soon, 1.0, "x", at_most=False, remark=f"medians {late:.2f} against {soon:.2f} s"
    )


def _told(side: Polled, services: Sequence[str]) -> str:
    return " + ".join(f"{side.calls[service]:.0f} {service}" for service in services)


def _asha(python: Path) -> Iterator[Figure]:
    ours, theirs = _trained("promotion"), _peer_trained(python, "promotion")
    share, other = (100 * share_delivered(side.delivered) for side in (ours, theirs))
    shown = ", ".join(map(str, max(theirs.delivered.values(), key=lambda epochs: (max(epochs), epochs))))
    few, many = len(theirs.delivered), len(ours.delivered)
    remark = f"Syne Tune {other:.0f} %, of one trial {shown}; of {many} trials, Syne Tune {few}"
    yield Figure("reports of resumed trials seen, ASHA promotion", share, 100.0, "%", False, remark)
    name, remark = "jobs of a trial alive at once, ASHA promotion", f"Syne Tune {theirs.writers}"
    yield Figure(name, ours.writers, 1, "jobs", remark=remark)
    ours, theirs = _trained("stopping"), _peer_trained(python, "stopping")
    remark = f"Syne Tune {theirs.alive}, with its default start_jobs_without_delay"
    name = f"jobs alive at once, ASHA stopping, {ASHA_WORKERS} workers"
    yield Figure(name, ours.alive, ASHA_WORKERS, "jobs", remark=remark)


def _peer_polled(python: Path, workers: int) -> Polled:
    """The same as `polled`. Counts from when the last job was created and the tuner's loop is even again."""
    wallclock = SETTLE + SECONDS + 10.0 * workers  # it takes seconds to create a job
    with emulated("") as (emulator, _, folder):
        rows = _ask(python, emulator, folder, "random", workers, wallclock, epochs=1000)
        begin = emulator.ledger.of("CreateTrainingJob", caller="")[-1].real + SETTLE
        end = emulator.ledger.of("StopTrainingJob", caller="")[0].real
        window = Window(begin, min(end, begin + SECONDS))
        clock = time.time() - (time.monotonic() - emulator.ledger.begun)
        delays = [seen - made for _, _, made, seen in rows if window.begin <= seen - clock < window.end]
        if not delays:
            raise PeerMissing(f"Syne Tune did not have {workers} jobs running within {wallclock:g} s.")
        return Polled(calls_a_minute(emulator.ledger.calls, window), delays)


def _peer_trained(python: Path, kind: str) -> Trained:
    with emulated("") as (emulator, _, folder):
        rows = _ask(python, emulator, folder, kind, ASHA_WORKERS, WALLCLOCK[kind], EPOCHS[kind])
        jobs = emulator.jobs()
        delivered = by_trial((trial, epoch) for trial, epoch, _, _ in rows)
        writers = _writers(jobs, lambda name: name.split("-")[0])  # 42-peer-..., 42-1-peer-...
        return Trained(delivered, most_at_once(jobs), writers)


def _trained(kind: Literal["promotion", "stopping"]) -> Trained:
    from tunewise.backends.sagemaker import SageMakerBackend

    usual = SageMakerBackend.stop_grace, SageMakerBackend.checkpoint_every
    with emulated(trains(EPOCH_SECONDS)) as (emulator, spec, _):
        spec = replace(spec, stop_grace=usual[0], checkpoint_every=usual[1])
        record = asha(spec, kind, EPOCHS[kind], ASHA_WORKERS, WALLCLOCK[kind])
        jobs = emulator.jobs()
        delivered = {trial.id: list(trial.levels) for trial in record.state.trials if trial.level}
        writers = _writers(jobs, lambda name: name.rpartition("-r")[0])  # asha-1a2b3c-t00042-r1
        return Trained(delivered, most_at_once(jobs), writers)


def _ask(
    python: Path, emulator: Emulator, folder: Path, method: str, workers: int, wallclock: float, epochs: int
) -> list[Row]:
    bucket = "syne-tune"
    emulator.storage.make_bucket(bucket, emulator.region)
    with tempfile.TemporaryDirectory(dir=folder) as source:  # all of it is packed and sent for each job
        shutil.copy(SCRIPTS / TRAINING, source)
        request = {
            "method": method,
            "workers": workers,
            "wallclock": wallclock,
            "epochs": epochs,
            "epoch_seconds": EPOCH_SECONDS,
            "source": source,
            "role": emulator.role,
            "bucket": bucket,
        }
        return [tuple(row) for row in ask_rows(python, "syne_tune_sagemaker.py", request)]


def _writers(jobs: list[TrainingJob], trial_of: Callable[[str], str]) -> int:
    """How many jobs of one trial were alive at once at most. trial_of: by the name of a job."""
    trials: dict[str, list[TrainingJob]] = defaultdict(list)
    for job in jobs:
        trials[trial_of(job.name)].append(job)
    return max(most_at_once(found) for found in trials.values())
