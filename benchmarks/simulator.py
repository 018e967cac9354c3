"""How fast experiments are simulated: on a recorded table with the journal on the disk, beside Syne Tune's
simulator on the same table and budget, with ten thousand workers, and as the command."""

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import tables
from benchmarks.figures import Figure, Skipped, median, spread, time_process
from benchmarks.peers.environments import PeerMissing, ask, python_of
from tunewise import StoppingCriterion, Tuner, methods
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import Loop, less_garbage_collection
from tunewise.events import Opened
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths
from tunewise.schedulers.base import Method

RUNS = 5
WORKERS = 8
TASK = "126029"
BUDGET = 10_000.0  # virtual seconds, of about 22 for a full training
PEER_RUNS = 2  # the peer takes half a minute
REPORTS = 60_000
COMMAND = [sys.executable, "-m", "tunewise", "simulate", "--method", "asha", "--method-arg", "type=promotion"]
COMMAND += ["--workers", str(WORKERS), "--max-evaluations", str(REPORTS)]
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


def simulate(workers: int, criterion: StoppingCriterion, whole: bool = True) -> Run:
    """ASHA with promotion on the table, in a process of its own. whole: as a person runs it, from set-up to
    results.csv; else the loop alone, from its first fact to its last, with the journal on the disk."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_whole if whole else _loop, (workers, criterion))


def _whole(workers: int, criterion: StoppingCriterion) -> Run:
    backend, method = _set_up()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TUNEWISE_HOME"] = folder
        tuner = Tuner(backend, method, criterion, workers)
        begun = time.process_time()
        record = tuner.run(progress=False)
        return _run(record.state.trials.num_reports, begun)


def _loop(workers: int, criterion: StoppingCriterion) -> Run:
    backend, method = _set_up()
    with tempfile.TemporaryDirectory() as folder:
        paths = ExperimentPaths(Path(folder))
        experiment = Experiment(method)
        with Journal(paths.journal) as journal, less_garbage_collection():  # as in the tuner
            loop = Loop(experiment, backend.open(paths, workers, 0.0), journal)
            begun = time.process_time()
            loop.run(Opened(0.0, workers, criterion.limits()))
        return _run(experiment.state.trials.num_reports, begun)


def _set_up() -> tuple[SimulatedBackend, Method]:
    backend = SimulatedBackend(f"lcbench:{tables.FOLDER / TASK}.npz?first_level=1")  # as the peer reads it
    problem = open_blackbox(backend.blackbox).problem
    return backend, methods.asha(problem, type="promotion")


def _run(reports: int, begun: float) -> Run:
    seconds = time.process_time() - begun
    return Run(reports, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0)


def _commands() -> Figure:
    """`tunewise simulate` on the recording that comes with Tunewise, from its start to its end."""
    rates = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as home:
            seconds = time_process(COMMAND, {"TUNEWISE_HOME": home}).cpu
        rates.append(REPORTS / seconds)
    name = f"tunewise simulate, {REPORTS:,} reports, reports per CPU s"
    return Figure(name, median(rates), 30_000, "1/s", at_most=False, remark=spread(rates))


def measure() -> Iterator[Figure | Skipped]:
    yield _commands()
    if not (tables.FOLDER / f"{TASK}.npz").exists():
        yield Skipped("simulator", f"there is no table {TASK} in {tables.FOLDER}")
        return
    budget = StoppingCriterion(max_wallclock_time=BUDGET)
    runs = [simulate(WORKERS, budget, whole=False) for _ in range(RUNS)]
    rates = [run.rate for run in runs]
    remark = f"{spread(rates)}; {runs[0].reports:,} reports"
    name = f"simulator, ASHA promotion, {WORKERS} workers, reports per CPU s"
    yield Figure(name, median(rates), 60_000, "1/s", at_most=False, remark=remark)
    yield from _side_by_side()
    many = simulate(MANY_WORKERS, StoppingCriterion(max_num_trials_started=MANY_TRIALS))
    name = f"simulator, {MANY_WORKERS:,} workers, {MANY_TRIALS:,} trials"
    yield Figure(name, many.cpu_seconds, 15, "CPU s", remark=f"{many.reports:,} reports")
    yield Figure(f"{name}, peak memory", many.megabytes, 300, "MB")


def _side_by_side() -> Iterator[Figure | Skipped]:
    """Both as a whole, in turns, on the same table, workers and virtual wall-clock."""
    name = "simulator, times as many reports a second as Syne Tune"
    request = {
        "table": str(Path(tables.FOLDER / f"{TASK}.npz")),
        "workers": WORKERS,
        "wallclock": BUDGET,
    }
    ratios, theirs = [], []
    try:
        python = python_of("syne_tune")
        for _ in range(PEER_RUNS):
            ours = simulate(WORKERS, StoppingCriterion(max_wallclock_time=BUDGET))
            reports, seconds = ask(python, "syne_tune_simulator.py", request)
            theirs.append(reports / seconds)
            ratios.append(ours.rate / theirs[-1])
    except PeerMissing as missing:
        yield Skipped(name, str(missing))
        return
    yield Figure(name, median(ratios), 50, "x", at_most=False, remark=f"{spread(theirs)} 1/s")
