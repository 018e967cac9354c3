"""How fast experiments are simulated: on a recorded table with the journal on the disk, beside Syne Tune's
simulator on the same table and budget, and with ten thousand workers."""

from __future__ import annotations

import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import tables
from benchmarks.figures import Figure, Skipped, median, spread
from benchmarks.peers.environments import PeerMissing, ask, python_of
from tunewise import StoppingCriterion, Tuner, methods
from tunewise.backends.simulated import SimulatedBackend
from tunewise.blackboxes.references import open_blackbox

RUNS = 5
WORKERS = 8
TASK = "126029"
BUDGET = 10_000.0  # virtual seconds, of about 22 for a full training
PEER_BUDGET = 2_000.0  # the peer's tables grow; more would take it minutes
MANY_WORKERS = 10_000
MANY_TRIALS = 100_000


class Run(NamedTuple):
    """What a simulated experiment came to."""

    reports: int
    cpu_seconds: float
    megabytes: float

    @property
    def rate(self) -> float:
        return self.reports / self.cpu_seconds


def simulate(workers: int, criterion: StoppingCriterion) -> Run:
    """ASHA with promotion on the table, from set-up to results, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_simulate, (workers, criterion))


def _simulate(workers: int, criterion: StoppingCriterion) -> Run:
    backend = SimulatedBackend(f"lcbench:{tables.FOLDER / TASK}.npz")
    problem = open_blackbox(backend.blackbox).problem
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TUNEWISE_HOME"] = folder
        tuner = Tuner(backend, methods.asha(problem, type="promotion"), criterion, workers)
        begun = time.process_time()
        record = tuner.run()
        seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0
    return Run(record.state.trials.num_reports, seconds, peak)


def measure() -> Iterator[Figure | Skipped]:
    if not (tables.FOLDER / f"{TASK}.npz").exists():
        yield Skipped("simulator", f"there is no table {TASK} in {tables.FOLDER}")
        return
    runs = [simulate(WORKERS, StoppingCriterion(max_wallclock_time=BUDGET)) for _ in range(RUNS)]
    rates = [run.rate for run in runs]
    remark = f"{spread(rates)}; {runs[0].reports:,} reports, results.csv and reading it back included"
    name = f"simulator, ASHA promotion, {WORKERS} workers, reports per CPU s"
    yield Figure(name, median(rates), 30_000, "1/s", at_most=False, remark=remark)
    yield from _side_by_side()
    many = simulate(MANY_WORKERS, StoppingCriterion(max_num_trials_started=MANY_TRIALS))
    name = f"simulator, {MANY_WORKERS:,} workers, {MANY_TRIALS:,} trials"
    yield Figure(name, many.cpu_seconds, 120, "CPU s", remark=f"{many.reports:,} reports")
    yield Figure(f"{name}, peak memory", many.megabytes, 1024, "MB")


def _side_by_side() -> Iterator[Figure | Skipped]:
    """Both in turns on the same table, workers and virtual wall-clock."""
    name = "simulator, times as many reports a second as Syne Tune"
    request = {
        "table": str(Path(tables.FOLDER / f"{TASK}.npz")),
        "workers": WORKERS,
        "wallclock": PEER_BUDGET,
    }
    ratios, theirs = [], []
    try:
        python = python_of("syne_tune")
        for _ in range(3):
            ours = simulate(WORKERS, StoppingCriterion(max_wallclock_time=PEER_BUDGET))
            reports, seconds = ask(python, "syne_tune_simulator.py", request)
            theirs.append(reports / seconds)
            ratios.append(ours.rate / theirs[-1])
    except PeerMissing as missing:
        yield Skipped(name, str(missing))
        return
    yield Figure(name, median(ratios), 20, "x", at_most=False, remark=f"{spread(theirs)} 1/s")
