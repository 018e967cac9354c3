"""Recorded learning curves as benchmarks: an objective that also answers what lies between the rows.

A table has 2,000 random configurations of a multilayer perceptron on one LCBench task, with validation
error and seconds for 52 epochs each. Between them we interpolate exactly with a Matern-3/2 kernel in the
unit cube, logarithmic columns on their logarithms. What is interpolated is log seconds of each epoch, so
that times stay positive, and the errors or their logits, whichever predicts the best tenth of the table
better when each row is left out in turn. Left out, on four tables: final error of the best tenth wrong by
0.003 to 0.022 (root mean square), total seconds by 7 to 8 %; Matern-5/2 was no better on any. The
length-scales are those of the highest likelihood on the first rows.
"""

from __future__ import annotations

import getpass
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.linalg import solve_triangular
from scipy.optimize import minimize
from scipy.spatial.distance import cdist

from benchmarks.problems import Benchmark, Curve, Floats
from tunewise import Problem, space
from tunewise.space import Config, Domain

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "tables" / "lcbench"
CACHE = Path(tempfile.gettempdir()) / f"tunewise-benchmarks-{getpass.getuser()}"
VERSION = 1  # of the interpolation: bump it when its weights change
FAMILY = "lcbench"
NUGGET = 1e-6
FIT_ROWS = 250
EPOCHS = 52
CLIP = 1e-3  # errors below have the logit of this one

DOMAINS: dict[str, Domain] = {
    "batch_size": space.lograndint(16, 512),
    "learning_rate": space.loguniform(1e-4, 1e-1),
    "momentum": space.uniform(0.1, 0.99),
    "weight_decay": space.uniform(1e-5, 1e-1),
    "num_layers": space.randint(1, 5),
    "max_units": space.lograndint(64, 1024),
    "max_dropout": space.uniform(0.0, 1.0),
}
BOUNDS = {
    "batch_size": (16.0, 512.0),
    "learning_rate": (1e-4, 1e-1),
    "momentum": (0.1, 0.99),
    "weight_decay": (1e-5, 1e-1),
    "num_layers": (1.0, 5.0),
    "max_units": (64.0, 1024.0),
    "max_dropout": (0.0, 1.0),
}
LOGARITHMIC = ("batch_size", "learning_rate", "max_units")


class MissingTables(FileNotFoundError):
    """The recorded tables are not there; the message says where they were looked for."""


def ids() -> list[str]:
    """The tasks that there are tables of. Raises `MissingTables` if there are none."""
    found = sorted(path.stem for path in FOLDER.glob("*.npz"))
    if not found:
        raise MissingTables(f"There are no tables in {FOLDER}: put LCBench's ID.npz there.")
    return found


@cache
def table(task: str) -> Benchmark:
    """The table of an OpenML task. Raises `MissingTables` if it isn't there."""
    source = FOLDER / f"{task}.npz"
    if not source.exists():
        raise MissingTables(f"There is no table {source}: put LCBench's ID.npz there.")
    problem = Problem(DOMAINS, "val_error", "min", "epoch", EPOCHS, "epochs")
    with np.load(source, allow_pickle=False) as data:
        configs = np.asarray(data["configs"], dtype=np.float64)
        errors = np.asarray(data["val_error"], dtype=np.float64)
        times = np.asarray(data["elapsed_time"], dtype=np.float64)
        names = [str(name) for name in data["names"]]
    if names != list(DOMAINS):
        raise ValueError(f"{source} has the columns {names}, not {list(DOMAINS)}: it is another table.")
    seconds = np.diff(times, axis=1, prepend=0.0)
    answers = _cached(task, lambda: _fitted(unit(configs), errors, seconds))
    return Benchmark(
        name=f"{FAMILY}/{task}",
        problem=problem,
        curve=answers.curve,
        final=errors[:, -1],
        total=times[:, -1],
        roughness=np.ones(EPOCHS),
    )


def unit(configs: Floats) -> Floats:
    """Configurations (n, 7) in the unit cube, logarithmic columns on their logarithms."""
    bounds = np.array([BOUNDS[name] for name in DOMAINS])
    logs = [name in LOGARITHMIC for name in DOMAINS]
    scaled = configs.copy()
    scaled[:, logs] = np.log(scaled[:, logs])
    bounds[logs] = np.log(bounds[logs])
    return np.asarray((scaled - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0]))


@dataclass(frozen=True)
class Interpolation:
    """The function of the unit cube with these values at the rows.

    points: (n, d) rows divided by scales. scales: (d,). weights: (n, T). mean: (T,).
    """

    points: Floats
    scales: Floats
    weights: Floats
    mean: Floats

    def __call__(self, point: Floats) -> Floats:
        """The values (T,) at a point (d,)."""
        return np.asarray(self.mean + kernel(point[None, :] / self.scales, self.points)[0] @ self.weights)


@dataclass(frozen=True)
class Answers:
    """A table off its rows. logits: whether `errors` gives logits of errors."""

    errors: Interpolation
    log_seconds: Interpolation
    logits: bool

    def curve(self, config: Config) -> Curve:
        point = unit(np.array([[float(config[name]) for name in DOMAINS]]))[0]  # type: ignore[arg-type]
        values = self.errors(point)
        values = from_logits(values) if self.logits else np.clip(values, 0.0, 1.0)
        return Curve(values, np.exp(self.log_seconds(point)))


def kernel(left: Floats, right: Floats) -> Floats:
    """Matern-3/2 between points (n, d) and (m, d) that are divided by the length-scales: (n, m)."""
    distance = np.sqrt(3.0) * cdist(left, right)
    return np.asarray((1.0 + distance) * np.exp(-distance))


def to_logits(errors: Floats) -> Floats:
    clipped = np.clip(errors, CLIP, 1.0 - CLIP)
    return np.asarray(np.log(clipped / (1.0 - clipped)))


def from_logits(logits: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _fitted(points: Floats, errors: Floats, seconds: Floats) -> Answers:
    plain, plain_left_out = interpolate(points, errors)
    logits, logits_left_out = interpolate(points, to_logits(errors))
    best = errors[:, -1] <= np.percentile(errors[:, -1], 10)
    plain_miss = np.square(np.clip(plain_left_out, 0, 1) - errors)[best].mean()
    logits_miss = np.square(from_logits(logits_left_out) - errors)[best].mean()
    log_seconds, _ = interpolate(points, np.log(seconds))
    use_logits = bool(logits_miss <= plain_miss)
    return Answers(logits if use_logits else plain, log_seconds, use_logits)


def interpolate(points: Floats, values: Floats) -> tuple[Interpolation, Floats]:
    """Through values (n, T) at points (n, d); and what it says of each row when that is left out (n, T)."""
    mean = values.mean(axis=0)
    rest = values - mean
    some = rest[:FIT_ROWS, [0, rest.shape[1] // 8, -1]]
    scales = _length_scales(points[:FIT_ROWS], some / some.std(axis=0))
    covariance = kernel(points / scales, points / scales) + NUGGET * np.eye(len(points))
    inverse = np.linalg.inv(covariance)
    weights = inverse @ rest
    left_out = values - weights / np.diag(inverse)[:, None]
    return Interpolation(points / scales, scales, weights, mean), left_out


def _length_scales(points: Floats, values: Floats) -> Floats:
    """Those (d,) of the highest likelihood of values (n, k) that share them, each with a variance."""
    n, d = points.shape

    def misfit(logs: Floats) -> float:
        scaled = points / np.exp(logs[:-1])
        lower = np.linalg.cholesky(kernel(scaled, scaled) + np.exp(logs[-1]) * np.eye(n))
        variances = np.square(solve_triangular(lower, values, lower=True)).mean(axis=0)
        log_det = 2.0 * np.log(np.diag(lower)).sum()
        return float(n * np.log(variances).sum() + values.shape[1] * log_det)

    start = np.append(np.zeros(d), -7.0)
    bounds = [(-2.5, 4.0)] * d + [(-12.0, -2.0)]  # the last one is the noise that the fit may believe in
    found = minimize(misfit, start, method="L-BFGS-B", bounds=bounds, options={"maxiter": 25})
    return np.asarray(np.exp(found.x[:-1]))


def _cached(task: str, make: Callable[[], Answers]) -> Answers:
    """From the cache, or made and put there: the weights of a table take a few seconds."""
    stamp = (FOLDER / f"{task}.npz").stat()
    path = CACHE / f"{FAMILY}-{task}-{VERSION}-{stamp.st_size}-{stamp.st_mtime_ns}.npz"
    if not path.exists():
        answers = make()
        arrays = {"logits": np.array(answers.logits)}
        for name, part in (("errors", answers.errors), ("log_seconds", answers.log_seconds)):
            arrays |= {f"{name}_{field}": getattr(part, field) for field in _FIELDS}
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = CACHE / f"{path.stem}-{os.getpid()}.draft.npz"
        np.savez(draft, **arrays)  # type: ignore[arg-type]
        draft.replace(path)
    with np.load(path, allow_pickle=False) as data:
        errors, log_seconds = (
            Interpolation(*(np.asarray(data[f"{name}_{field}"]) for field in _FIELDS))
            for name in ("errors", "log_seconds")
        )
        return Answers(errors, log_seconds, bool(data["logits"]))


_FIELDS = ("points", "scales", "weights", "mean")
