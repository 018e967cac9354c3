"""What training costs: seconds per level of a configuration, and what a job costs before its first level."""

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.history_cache import HistoryCache
from tunewise.surrogates.kernels import Indicators
from tunewise.trial import Trial

_RIDGE = 0.1
_BEYOND = 0.7  # the regression is trusted up to this far from the costs seen, in logarithms


class Overheads(NamedTuple):
    """Seconds that a job costs beyond its levels: when it starts a trial, and when it resumes one."""

    start: float
    resume: float


class _FirstReport(NamedTuple):
    """resumed: whether the job resumed a trial. levels, seconds: from the start of the job to the report."""

    resumed: bool
    levels: int
    seconds: float


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
        self._seconds: dict[int, float] = {}
        self._levels: dict[int, int] = {}
        self._first: dict[int, list[_FirstReport]] = {}

    def _add_report(self, trial: Trial, index: int) -> None:
        job = next(job for job in reversed(trial.jobs) if job.first_report <= index)
        levels = trial.levels[index] - (trial.levels[index - 1] if index else 0)
        if index == job.first_report:
            seconds = trial.times[index] - (job.started if job.began is None else job.began)
            first = _FirstReport(job.first_report > 0, levels, seconds)
            self._first.setdefault(trial.id, []).append(first)
        else:
            seconds = trial.times[index] - trial.times[index - 1]
            self._seconds[trial.id] = self._seconds.get(trial.id, 0.0) + seconds
            self._levels[trial.id] = self._levels.get(trial.id, 0) + levels

    @property
    def separates_launches(self) -> bool:
        """Whether any job has reported twice, so that levels and launches can be told apart."""
        return bool(self._levels)

    def all_per_level(self) -> Iterator[tuple[int, float]]:
        """Mean seconds per level of each trial for which they are known. Until launches can be told apart,
        of each trial that has reported, launches included."""
        if self.separates_launches:
            yield from ((trial_id, self.per_level(trial_id)) for trial_id in self._levels)
        else:
            yield from (
                (trial_id, first[0].seconds / first[0].levels) for trial_id, first in self._first.items()
            )

    def per_level(self, trial_id: int) -> float:
        """Mean seconds per level of a trial, 0 if they aren't known."""
        levels = self._levels.get(trial_id, 0)
        return self._seconds[trial_id] / levels if levels else 0.0

    def overheads(self) -> Overheads:
        """Medians over trials whose seconds per level are known; 0 if there are none."""
        starts: list[float] = []
        resumes: list[float] = []
        for trial_id, reports in self._first.items():
            if not self._levels.get(trial_id):
                continue
            rate = self.per_level(trial_id)
            for resumed, levels, seconds in reports:
                (resumes if resumed else starts).append(max(seconds - levels * rate, 0.0))
        start = median(starts) if starts else 0.0
        return Overheads(start, median(resumes) if resumes else start)


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
        per_level = {trial_id: seconds for trial_id, seconds in table.all_per_level() if seconds > 0.0}
        ids = np.array(list(per_level), dtype=np.intp)
        seen = np.array(list(per_level.values()))
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
