"""How well the curve model of `wise` predicts the ends of trainings from their beginnings, beside BoTorch's
latent Kronecker Gaussian process of curves.

Both see the same reports of random configurations, in the units of our model: some trainings have ended, the
others have reached random levels. A figure is a mean over draws, of what is said of those that haven't ended.
"""

import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from benchmarks import catalogue
from benchmarks.density import MARGIN
from benchmarks.figures import Figure, Skipped
from benchmarks.kept import MissingTables
from benchmarks.peers.environments import PeerMissing, ask_rows, python_of
from benchmarks.problems import Benchmark, Floats
from tunewise import AskTell, Problem, methods
from tunewise.arrays import Indices
from tunewise.models.codec import Codec
from tunewise.models.curves import CurveFit, CurveForecasts, CurveModel
from tunewise.models.levels import log_levels
from tunewise.space import Config
from tunewise.trial import Trials

TABLES = {
    "LCBench": ("lcbench/126029", "lcbench/167184"),
    "TaskSet": ("taskset/imdb_patch32_GRU128_bs128", "taskset/imdb_patch128_LSTM128_bs64"),
}
SIZES = (15, 40)
DRAWS = 3
ENDED = 0.2  # of the trainings


@dataclass(frozen=True)
class Case:
    """Trainings of configurations: values (n, T) as they would be reported, of which the first `seen` (n,) of
    each are."""

    problem: Problem
    configs: list[Config]
    values: Floats
    seen: Indices

    @property
    def open(self) -> Indices:
        """The trainings that haven't ended."""
        return np.flatnonzero(self.seen < self.values.shape[1])


@dataclass(frozen=True)
class Said:
    """Of the last values of the open trainings of a case, in units of our model: means and variances."""

    mean: Floats
    variance: Floats
    seconds: float

    def scores(self, true: Floats) -> Floats:
        """Mean log density, root mean square error, rank correlation and CPU seconds."""
        off = true - self.mean
        density = -0.5 * (np.log(2 * np.pi * self.variance) + np.square(off) / self.variance)
        order = spearmanr(true, self.mean).statistic
        return np.array([density.mean(), np.sqrt(np.square(off).mean()), order, self.seconds])


def measure() -> Iterator[Figure | Skipped]:
    for family, tables in TABLES.items():
        for size in SIZES:
            name = f"{family}, {size} curves"
            try:
                benchmarks = [catalogue.benchmark(table) for table in tables]
                cases = [draw(each, size, seed) for each in benchmarks for seed in range(DRAWS)]
                yield from compared(name, cases)
            except (MissingTables, PeerMissing) as missing:
                yield Skipped(f"ends of {name}, beside BoTorch's", str(missing))


def compared(name: str, cases: list[Case]) -> Iterator[Figure]:
    """Raises `PeerMissing`."""
    fits = [fitted(case) for case in cases]
    theirs_of_all = theirs(cases, [fit for fit, _ in fits])
    ours, theirs_ = [], []
    for case, (fit, said), other in zip(cases, fits, theirs_of_all, strict=True):
        true = fit.scale.to_units(case.values[case.open, -1])
        ours.append(said.scores(true))
        theirs_.append(other.scores(true))
    (density, error, order, seconds), other = np.mean(ours, axis=0), np.mean(theirs_, axis=0)
    spread = np.std(np.subtract(theirs_, ours)[:, 0], ddof=1) / np.sqrt(len(cases))
    remark = f"ours {density:.3f}, BoTorch's {other[0]:.3f}; +- {spread:.3f}"
    yield Figure(f"log density below BoTorch's, {name}", other[0] - density, MARGIN, "nats", remark=remark)
    remark = f"ours {error:.3f}, BoTorch's {other[1]:.3f} units"
    yield Figure(f"error against BoTorch's, {name}", error / other[1], 1.0, "x", remark=remark)
    remark = f"ours {order:.3f}, BoTorch's {other[2]:.3f}"
    yield Figure(f"rank correlation below BoTorch's, {name}", other[2] - order, 0.02, "", remark=remark)
    remark = f"ours {seconds:.2f}, BoTorch's {other[3]:.2f} CPU s"
    yield Figure(f"BoTorch's time for {name}", other[3] / seconds, 1.0, "x", at_most=False, remark=remark)


def draw(benchmark: Benchmark, size: int, seed: int) -> Case:
    """Random configurations whose trainings don't diverge, as a method sees them."""
    rng = np.random.default_rng([seed, size])
    configs: list[Config] = []
    values: list[Floats] = []
    while len(configs) < size:
        config = benchmark.problem.space.sample(rng)
        curve = benchmark.curve(config).values + benchmark.noise(config, seed)
        if np.isfinite(curve).all():
            configs.append(config)
            values.append(curve)
    seen = np.floor(benchmark.epochs ** rng.random(size)).astype(np.intp)
    seen[: round(ENDED * size)] = benchmark.epochs
    return Case(benchmark.problem, configs, np.array(values), seen)


def history(case: Case) -> Trials:
    """Reports come level by level."""
    given = {"points_to_evaluate": case.configs}
    tuner = AskTell(methods.build("rs", case.problem, 0, given))
    for _ in case.configs:
        tuner.ask(0.0)
    for level in range(case.values.shape[1]):
        for trial in np.flatnonzero(case.seen > level).tolist():
            report = {case.problem.level_name: level + 1, case.problem.metric: case.values[trial, level]}
            tuner.report(trial, report, float(level))
    return tuner.trials


def fitted(case: Case) -> tuple[CurveFit, Said]:
    """Our model as a tuner that comes back fits it."""
    trials = history(case)
    begun = time.process_time()
    model = CurveModel(case.problem, Codec(case.problem.space))
    fit = model.as_of(trials, int(case.seen.sum()))
    assert fit is not None
    forecasts = CurveForecasts(fit, np.array([len(model.grid) - 1]), case.values.shape[1])
    means, covariances = forecasts.at(fit.rows(case.open.tolist()))
    variance = covariances[:, 0, 0] + fit.posterior.basis.parameters.noise
    return fit, Said(means[:, 0], variance, time.process_time() - begun)


def theirs(cases: list[Case], fits: list[CurveFit]) -> list[Said]:
    """BoTorch's. Raises `PeerMissing`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.json"
        path.write_text(json.dumps([plain(case, fit) for case, fit in zip(cases, fits, strict=True)]))
        rows = ask_rows(python_of("botorch"), "botorch_curves.py", {"cases": str(path)})
    return [Said(np.array(mean), np.array(variance), seconds) for mean, variance, seconds in rows]


def plain(case: Case, fit: CurveFit) -> dict[str, object]:
    levels = np.arange(1, case.values.shape[1] + 1)
    units = fit.scale.to_units(case.values).tolist()
    return {
        "x": [case.problem.space.to_unit(config) for config in case.configs],
        "u": log_levels(levels).tolist(),
        "y": [
            [value if level <= last else None for level, value in zip(levels, row, strict=True)]
            for row, last in zip(units, case.seen, strict=True)
        ],
        "rows": case.open.tolist(),
    }
