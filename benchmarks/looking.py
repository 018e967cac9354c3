"""What it costs to look at many experiments, and at a long one, in CPU seconds of a whole command."""

import os
import sys
import tempfile
from collections.abc import Iterator
from unittest import mock

from benchmarks.figures import Figure, median, spread, time_process
from tunewise import StoppingCriterion, Tuner, methods
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend

BENCHMARK = "transformer_wikitext2"
EXPERIMENTS = 1_000
REPORTS = 400_000
RUNS = 5


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        homes = {"many": os.path.join(folder, "many"), "long": os.path.join(folder, "long")}
        _simulate(homes["many"], workers=4, reports=30, names=[f"e{n:04}" for n in range(EXPERIMENTS)])
        yield _figure(f"list of {EXPERIMENTS:,} experiments", homes["many"], "list", target=1.0)
        _simulate(homes["long"], workers=64, reports=REPORTS, names=["long"])
        for command in ("show", "cost", "export"):
            name = f"{command} of {REPORTS:,} reports"
            yield _figure(name, homes["long"], command, "long", target=2.0)


def _simulate(home: str, workers: int, reports: int, names: list[str]) -> None:
    """Random search on recorded trainings, from set-up to results.csv."""
    problem = open_blackbox(BENCHMARK).problem
    stop = StoppingCriterion(max_num_evaluations=reports)
    with mock.patch.dict(os.environ, TUNEWISE_HOME=home):
        for seed, name in enumerate(names):
            method = methods.rs(problem, seed=seed)
            Tuner(SimulatedBackend(BENCHMARK), method, stop, workers, name).run(progress=False)


def _figure(name: str, home: str, *command: str, target: float) -> Figure:
    tunewise = [sys.executable, "-m", "tunewise", *command]
    times = [time_process(tunewise, {"TUNEWISE_HOME": home}).cpu for _ in range(RUNS + 1)][1:]
    return Figure(name, median(times), target, "CPU s", remark=spread(times))
