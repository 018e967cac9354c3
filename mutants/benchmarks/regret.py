"""From incumbents to normalised regret: means, and intervals by bootstrap.

Regret 0 is the best value of all runs on a benchmark, whatever their method and setting; regret 1 is
`Benchmark.reference`. It counts as `WORST` at most, as does a run that has no report yet. For geometric
means, anything below `FLOOR` counts as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks import catalogue
from benchmarks.problems import Floats
from benchmarks.records import SHARES, Record

WORST = 2.0
FLOOR = 1e-3
DRAWS = 2000
SHOWN = (0.1, 0.25, 0.5, 1.0)
INDICES = [SHARES.index(share) for share in SHOWN]

Runs = dict[tuple[str, int], Floats]
"""Normalised regret at SHOWN (4,) by benchmark and seed."""


def zeros(records: Iterable[Record]) -> dict[str, float]:
    """The best value of all runs, by benchmark."""
    best: dict[str, float] = {}
    for record in records:
        name = record.setting.benchmark
        best[name] = min(best.get(name, np.inf), min(record.marks))
    return best


def regrets(records: Iterable[Record], zero: Mapping[str, float]) -> Runs:
    """Of one method in one condition: the records differ in benchmark and seed only."""
    found: Runs = {}
    for record in records:
        name = record.setting.benchmark
        scale = catalogue.benchmark(name).reference - zero[name]
        regret = (np.array(record.marks)[INDICES] - zero[name]) / scale
        found[name, record.setting.seed] = np.clip(regret, 0.0, WORST)
    return found


@dataclass(frozen=True)
class Estimate:
    """Means over benchmarks of means over seeds, at SHOWN, with 95 % intervals. All (4,)."""

    mean: Floats
    low: Floats
    high: Floats
    count: int

    def transformed(self, function: np.ufunc) -> Estimate:
        return Estimate(function(self.mean), function(self.low), function(self.high), self.count)


def arithmetic(runs: Runs) -> Estimate:
    return _estimate(runs)


def geometric(runs: Runs) -> Estimate:
    return _estimate(_logs(runs)).transformed(np.exp)


def difference(left: Runs, right: Runs) -> Estimate:
    """left - right, paired by benchmark and seed."""
    return _estimate({key: left[key] - right[key] for key in left if key in right})


def ratio(left: Runs, right: Runs) -> Estimate:
    """Geometric mean of left / right, paired by benchmark and seed."""
    return difference(_logs(left), _logs(right)).transformed(np.exp)


def wins(left: Runs, right: Runs) -> Floats:
    """The share of pairs in which left is better (4,); a tie is half a win."""
    signs = [np.sign(right[key] - left[key]) for key in left if key in right]
    return np.asarray(0.5 + 0.5 * np.mean(signs, axis=0))


def _logs(runs: Runs) -> Runs:
    return {key: np.log(np.maximum(values, FLOOR)) for key, values in runs.items()}


def _estimate(runs: Runs) -> Estimate:
    """Benchmarks are drawn with replacement, then seeds within each.

    Raises ValueError if there are no runs.
    """
    if not runs:
        raise ValueError("there are no runs to take the mean of")
    by_benchmark: dict[str, list[Floats]] = {}
    for (name, _), values in sorted(runs.items()):
        by_benchmark.setdefault(name, []).append(values)
    tables = [np.array(seeds) for seeds in by_benchmark.values()]
    mean = np.mean([seeds.mean(axis=0) for seeds in tables], axis=0)
    rng = np.random.default_rng(0)
    drawn = np.zeros((DRAWS, mean.size))
    for _ in tables:
        chosen = rng.integers(0, len(tables), DRAWS)
        for index, seeds in enumerate(tables):
            rows = np.flatnonzero(chosen == index)
            picks = rng.integers(0, len(seeds), (rows.size, len(seeds)))
            drawn[rows] += seeds[picks].mean(axis=1) / len(tables)
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    return Estimate(mean, low, high, len(runs))
