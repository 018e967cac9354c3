"""What training costs: seconds per level of a configuration, and what a job costs before its first level."""

from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.history_cache import HistoryCache
from tunewise.models.observations import GrowingRows
from tunewise.surrogates.kernels import Indicators
from tunewise.trial import Trial

_RIDGE = 0.1
_BEYOND = 0.7  # the regression is trusted up to this far from the costs seen, in logarithms


class Overheads(NamedTuple):
    """Seconds that a job costs beyond its levels: when it starts a trial, and when it resumes one."""

    start: float
    resume: float


class CostTable(HistoryCache):
    """How many seconds reports took, according to a history.

    The seconds of a level are those between two reports of a job. What the first report of a job took beyond
    that is the overhead of its launch. Waiting in a queue doesn't count: it costs nothing and is not a
    property of a configuration.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reset()

    def _reset(self) -> None:
        self._between = GrowingRows(2)  # of each trial: seconds between reports of a job, and levels
        self._launches = GrowingRows(4)  # trial, resumed or not, levels and seconds to a first report

    def _add_trial(self, trial: Trial) -> None:
        self._between.add()

    def _add_report(self, trial: Trial, index: int) -> None:
        job = next(job for job in reversed(trial.jobs) if job.first_report <= index)
        levels = trial.levels[index] - (trial.levels[index - 1] if index else 0)
        if index == job.first_report:
            seconds = trial.times[index] - (job.started if job.began is None else job.began)
            self._launches.add((trial.id, job.first_report > 0, levels, seconds))
        else:
            seconds = trial.times[index] - trial.times[index - 1]
            self._between.rows[trial.id] += seconds, levels

    @property
    def separates_launches(self) -> bool:
        """Whether any job has reported twice, so that levels and launches can be told apart."""
        return bool(self._between.rows[:, 1].any())

    def per_level(self) -> Array:
        """Mean seconds per level of each trial (n,), 0 where they aren't known."""
        return _ratios(*self._between.rows.T)

    def with_launches(self) -> Array:
        """The same, launches included, while they can't be told apart."""
        if self.separates_launches:
            return self.per_level()
        sums = np.zeros((2, len(self._between.rows)))
        trials, _, levels, seconds = self._launches.rows[self._launches.rows[:, 1] == 0.0].T
        sums[:, trials.astype(np.intp)] = seconds, levels
        return _ratios(*sums)

    def overheads(self) -> Overheads:
        """Medians over trials whose seconds per level are known; 0 if there are none."""
        if not self.separates_launches:
            return Overheads(0.0, 0.0)
        trials, resumed, levels, seconds = self._launches.rows.T
        rates = self.per_level()[trials.astype(np.intp)]
        known = self._between.rows[trials.astype(np.intp), 1] > 0.0
        beyond = np.maximum(seconds - levels * rates, 0.0)
        starts, resumes = beyond[known & (resumed == 0.0)], beyond[known & (resumed > 0.0)]
        start = float(np.median(starts)) if len(starts) else 0.0
        return Overheads(start, float(np.median(resumes)) if len(resumes) else start)


def _ratios(seconds: Array, levels: Array) -> Array:
    return np.asarray(np.divide(seconds, levels, out=np.zeros_like(seconds), where=levels > 0.0))


class Costs:
    """What trials and configurations cost, estimated from a history.

    Seconds per level of a configuration come from a ridge regression of their logarithms on the encoded
    points and their squares: costs of training are mostly products of powers of sizes, which are logarithmic
    in the encoding. If nothing is known, a level costs one second.

    points (n, dim): of all trials, by id. places: their columns that hold places, see `kernels.Columns`.
    per_trial (n,): seconds per level, seen or predicted.
    """

    def __init__(self, table: CostTable, points: Array, places: Indices) -> None:
        self.overheads = table.overheads()
        per_level = table.with_launches()[: len(points)]
        ids = np.flatnonzero(per_level > 0.0)
        seen = per_level[ids]
        logs = np.log(seen) if len(ids) else np.zeros(1)
        self._numbers = np.setdiff1d(np.arange(points.shape[1]), places)
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
        return np.asarray(np.exp(np.clip(self._logs(points), *self._range)))

    def training(self, points: Array, levels: int, later: float = 0.0) -> tuple[Array, Array]:
        """The logarithm of the seconds of a new trial of so many levels, its launch included, at points
        (m, dim), and `later`: (m,), and its derivatives (m, dim), 0 for places."""
        logs = self._logs(points)
        inside = (logs > self._range[0]) & (logs < self._range[1])
        work = np.exp(np.clip(logs, *self._range)) * levels
        total = self.overheads.start + later + work
        count = self._indicators.numbers
        slopes = np.zeros_like(points)
        numbers = points[:, self._numbers]
        slopes[:, self._numbers] = self._slopes[:count] + 2.0 * (numbers - 0.5) * self._slopes[-count:]
        return np.log(total), slopes * (inside * work / total)[:, None]

    def _logs(self, points: Array) -> Array:
        return np.asarray(self._mean + (self._features(points) - self._centre) @ self._slopes)

    def _features(self, points: Array) -> Array:
        numbers = self._indicators.of(points)
        squared = numbers[:, : self._indicators.numbers]
        return np.hstack([numbers, (squared - 0.5) ** 2])
