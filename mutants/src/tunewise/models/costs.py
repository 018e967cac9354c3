"""What training costs: seconds per level of a configuration, and what a job costs before its first level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import HistoryCache
from tunewise.surrogates.kernels import Indicators
from tunewise.trial import Trial


class CostTable(HistoryCache):
    """Seconds that reports took, read off a history.

    A level's seconds are those between two reports of a job. What the first report of a job took beyond that
    is the overhead of its launch. The wait in a queue is no part of it: it costs nothing, and is no property
    of a configuration.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reset()

    def _reset(self) -> None:
        self._seconds: dict[int, float] = {}
        self._levels: dict[int, int] = {}
        self._first: dict[int, list[tuple[bool, int, float]]] = {}

    def _add_report(self, trial: Trial, index: int) -> None:
        job = next(
            number
            for number in range(len(trial.jobs) - 1, -1, -1)
            if trial.jobs[number].first_report <= index
        )
        span = trial.jobs[job]
        before = trial.levels[index - 1] if index else 0
        levels = trial.levels[index] - before
        if index == span.first_report:
            began = span.started if span.began is None else span.began
            first = (span.first_report > 0, levels, trial.times[index] - began)
            self._first.setdefault(trial.id, []).append(first)
        else:
            seconds = trial.times[index] - trial.times[index - 1]
            self._seconds[trial.id] = self._seconds.get(trial.id, 0.0) + seconds
            self._levels[trial.id] = self._levels.get(trial.id, 0) + levels

    @property
    def known(self) -> bool:
        """Whether any job has reported twice, so that levels and launches can be told apart."""
        return bool(self._levels)

    def all_per_level(self) -> Iterator[tuple[int, float]]:
        """Mean seconds of a level of each trial that shows them; while none does, of each that has reported,
        launches included."""
        if self.known:
            yield from ((trial_id, self.per_level(trial_id)) for trial_id in self._levels)
        else:
            for trial_id, firsts in self._first.items():
                _, levels, seconds = firsts[0]
                yield trial_id, seconds / levels

    def per_level(self, trial_id: int) -> float:
        """Mean seconds of a level of a trial, 0 if it doesn't show them."""
        levels = self._levels.get(trial_id, 0)
        return self._seconds[trial_id] / levels if levels else 0.0

    def overheads(self) -> Overheads:
        """Medians over what trials of more than one report say."""
        starts: list[float] = []
        resumes: list[float] = []
        for trial_id, firsts in self._first.items():
            if not self._levels.get(trial_id):
                continue
            rate = self._seconds[trial_id] / self._levels[trial_id]
            for resumed, levels, seconds in firsts:
                (resumes if resumed else starts).append(max(seconds - levels * rate, 0.0))
        start = median(starts) if starts else 0.0
        return Overheads(start, median(resumes) if resumes else start)


@dataclass(frozen=True)
class Overheads:
    """Seconds that a job costs beyond its levels: when it starts a trial, when it resumes one."""

    start: float
    resume: float


class Costs:
    """What trials and configurations cost, as far as a history tells.

    Seconds per level of a configuration come from a ridge regression of their logarithms on the encoded
    points and their squares: costs of training are mostly products of powers of sizes, which are logarithmic
    in the encoding. Where nothing is known, a level costs a second.

    points (n, dim): of all trials, by id. places: which of their columns hold places, see `kernels.Columns`.
    per_trial (n,): seconds per level, seen, or predicted for those that have shown none.
    """

    def __init__(self, table: CostTable, points: Array, places: Places) -> None:
        self.overheads = table.overheads()
        known = {trial_id: seconds for trial_id, seconds in table.all_per_level() if seconds > 0.0}
        ids = np.array(list(known), dtype=np.intp)
        seen = np.array(list(known.values()))
        logs = np.log(seen) if len(ids) else np.zeros(1)
        self._indicators = Indicators(points[ids], places)
        features = self._features(points[ids]) if len(ids) else np.zeros((1, 2 * self._indicators.numbers))
        self._mean, self._centre = float(logs.mean()), features.mean(axis=0)
        design = features - self._centre
        precision = design.T @ design + _RIDGE * np.eye(design.shape[1])
        self._slopes = np.linalg.solve(precision, design.T @ (logs - self._mean))
        self._range = float(logs.min()) - _BEYOND, float(logs.max()) + _BEYOND
        self.per_trial = self.per_level(points)
        self.per_trial[ids] = seen

    def per_level(self, points: Array) -> Array:
        """Seconds (m,) at points (m, dim)."""
        logs = self._mean + (self._features(points) - self._centre) @ self._slopes
        return np.asarray(np.exp(np.clip(logs, *self._range)))

    def _features(self, points: Array) -> Array:
        numbers = self._indicators.of(points)
        squared = numbers[:, : self._indicators.numbers]
        return np.hstack([numbers, (squared - 0.5) ** 2])


_RIDGE = 0.1
_BEYOND = 0.7  # of the costs seen, in logarithms: the regression is not trusted further
