"""What training costs: seconds per level of a configuration, and what a job costs before its first level."""

from __future__ import annotations

import copy
import math
from typing import NamedTuple

import numpy as np
from scipy.special import erfcx

from tunewise.arrays import Array, Indices
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.models.levels import last_milestone
from tunewise.models.observations import GrowingRows, evenly_spread
from tunewise.surrogates.gp import Hyperparameters, Posterior, condition, default_hyperparameters, fit
from tunewise.surrogates.kernels import Columns
from tunewise.trial import Status, Trial, Trials

FITTED = 60
"""Trials that hyperparameters are fitted to at most."""

CONDITIONED = 150
"""Trials that predictions are made from at most."""

LEAST_FITTED = 4


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
        if trial.elsewhere:
            return
        job = trial.job_of(index)
        levels = trial.levels[index] - (trial.levels[index - 1] if index else 0)
        if index == job.first_report:
            seconds = trial.times[index] - job.begin
            self._launches.add((trial.id, job.first_report > 0, levels, seconds))
        else:
            seconds = trial.times[index] - trial.times[index - 1]
            self._between.rows[trial.id] += seconds, levels

    @property
    def is_empty(self) -> bool:
        """Whether no job has reported."""
        return not len(self._launches.rows)

    @property
    def separates_launches(self) -> bool:
        """Whether any job has reported twice, so that levels and launches can be told apart."""
        return bool(self._between.rows[:, 1].any())

    @property
    def first_level(self) -> float:
        """The median level of first reports, of which there is one at least."""
        return float(np.median(self._launches.rows[self._launches.rows[:, 1] == 0.0, 2]))

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

    def share_of_look(self, largest: int) -> float:
        """The median share, from 0 to 1, of a training of so many levels that is over at its first report: a
        trial that is paused later saves the rest at most. 0 if trials whose seconds per level are known are
        fewer than `LEAST_FITTED`."""
        first = self._launches.rows[self._launches.rows[:, 1] == 0.0]
        trials = first[:, 0].astype(np.intp)
        known = self._between.rows[trials, 1] > 0.0
        if known.sum() < LEAST_FITTED:
            return 0.0
        levels, seconds = first[known, 2:].T
        later = (largest - levels) * self.per_level()[trials[known]]
        return float(np.median(seconds / (seconds + later)))

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


class CostModel:
    """Costs as of some number of reports, and now. A cache.

    Hyperparameters are fitted when reports have doubled, to at most `FITTED` trials.
    """

    def __init__(self, codec: Codec) -> None:
        self._columns = codec.kernel_columns
        self._past, self.table = CostTable(), CostTable()
        self._fitted: tuple[Trials | None, int] = None, 0
        self._hyperparameters = default_hyperparameters(self._columns.lengthscales)
        self._then: Costs | None = None

    def as_of(self, trials: Trials, reports: int, points: Array) -> Costs:
        """Given only the first `reports` reports, a number that must not fall from call to call. points
        (n, dim): of all trials. Raises `LinAlgError` if nothing can be fitted."""
        doubled = last_milestone(reports, 1)
        if self._fitted[0] is not trials or self._fitted[1] != doubled:
            self._past.update(trials, doubled)
            ids, units, *_ = _in_units(self._past.with_launches())
            chosen = evenly_spread(len(ids), FITTED)
            self._hyperparameters = default_hyperparameters(self._columns.lengthscales)
            if len(ids) >= LEAST_FITTED and units.any():
                self._hyperparameters = fit(points[ids[chosen]], units[chosen], self._columns, None, 20)
            self._fitted = trials, doubled
        self._past.update(trials, reports)
        self._then = Costs(self._past, points, self._columns, self._hyperparameters)
        return self._then

    def now(self, trials: Trials, points: Array) -> Costs:
        """Given what was last returned as of some report, what trials took that have shown it since, and that
        trials that run without a report cost at least as much as they have by now, if their first report is
        for as many levels as is usual."""
        self.table.update(trials)
        assert self._then is not None
        costs = None
        if self.table.separates_launches == self._past.separates_launches:
            costs = self._then.updated(self.table.with_launches(), points)
        if costs is None:
            costs = Costs(self.table, points, self._columns, self._hyperparameters)
        waiting = [t for t in trials.having(Status.RUNNING).values() if not t.level and not t.queued]
        if not waiting or self.table.is_empty:
            return costs
        last, _ = trials.report(trials.num_reports - 1)
        time = max(last.times[-1], trials[len(trials) - 1].jobs[-1].started)
        begun = np.array([trial.jobs[-1].begin for trial in waiting])
        seconds = (time - begun - costs.overheads.start) / self.table.first_level
        costs.learn_unfinished(np.array([trial.id for trial in waiting], dtype=np.intp), seconds, points)
        return costs


class Costs:
    """What trials and configurations cost, estimated from a history.

    A Gaussian process predicts the logarithm of the seconds per level of a configuration, because costs of
    training are mostly products of powers of sizes. If nothing is known, a level costs one second.

    points (n, dim): of all trials, by id. columns: what they mean. per_trial (n,): seconds per level, seen or
    predicted.
    """

    def __init__(
        self, table: CostTable, points: Array, columns: Columns, hyperparameters: Hyperparameters
    ) -> None:
        self.overheads = table.overheads()
        seen = table.with_launches()[: len(points)]
        ids, units, self._mean, self._unit = _in_units(seen)
        self._posterior: Posterior | None = None
        if units.any():
            chosen = evenly_spread(len(ids), CONDITIONED)
            self._posterior = condition(points[ids[chosen]], units[chosen], columns, hyperparameters)
        self.per_trial = np.where(seen > 0.0, seen, self.per_level(points))
        self._known = seen > 0.0

    def updated(self, seen: Array, points: Array) -> Costs | None:
        """The same, given the seconds per level that trials (n,) have shown by now, 0 where they haven't, at
        points (n, dim); None if there is nothing that can be updated."""
        if self._posterior is None:
            return None
        result = copy.copy(self)
        new = np.flatnonzero((seen > 0.0) & ~np.pad(self._known, (0, len(seen) - len(self._known))))
        if len(new):
            units = (np.log(seen[new]) - self._mean) / self._unit
            result._posterior = self._posterior.append(points[new], units[:, None])
        result.per_trial = np.where(seen > 0.0, seen, result.per_level(points))
        return result

    def learn_unfinished(self, ids: Indices, seconds: Array, points: Array) -> None:
        """Learns that a level of some trials (w,) takes more than some seconds (w,): each counts with what is
        expected given that.

        J. Buckley and I. James: Linear regression with censored data. Biometrika 66 (1979).
        """
        if self._posterior is None or not (seconds > 0.0).any():
            return
        ids, seconds = ids[seconds > 0.0], seconds[seconds > 0.0]
        mean, variance = self._posterior.predict(points[ids])
        deviation = np.sqrt(variance + self._posterior.hyperparameters.noise)
        least = ((np.log(seconds) - self._mean) / self._unit - mean[:, 0]) / deviation
        # the mean of a standard normal above `least`, without overflow or cancellation
        expected = mean[:, 0] + deviation * math.sqrt(2.0 / math.pi) / erfcx(least / math.sqrt(2.0))
        late = least > 0.0
        if late.any():
            self._posterior = self._posterior.append(points[ids[late]], expected[late, None])
            self.per_trial[ids[late]] = np.exp(self._mean + self._unit * expected[late])

    def per_level(self, points: Array) -> Array:
        """Seconds (m,) at points (m, dim)."""
        if self._posterior is None:
            return np.full(len(points), math.exp(self._mean))
        return np.asarray(np.exp(self._mean + self._unit * self._posterior.means(points)[:, 0]))

    def training(self, points: Array, levels: int) -> Array:
        """The logarithm (m,) of the seconds of a new trial of so many levels, its launch included, at points
        (m, dim)."""
        return np.asarray(np.log(self.overheads.start + levels * self.per_level(points)))

    def training_with_slopes(self, points: Array, levels: int) -> tuple[Array, Array]:
        """The same, and its derivatives (m, dim), 0 for places."""
        if self._posterior is None:
            return self.training(points, levels), np.zeros_like(points)
        mean, slopes = self._posterior.means_with_slopes(points)
        trained = levels * np.exp(self._mean + self._unit * mean[:, 0])
        seconds = self.overheads.start + trained
        return np.log(seconds), (self._unit * trained / seconds)[:, None] * slopes[:, 0]


def _in_units(per_level: Array) -> tuple[Indices, Array, float, float]:
    """The trials (k,) whose seconds per level (n,) are known, the logarithms of these in units of mean 0 and
    deviation 1, all 0 if they are equal, and the mean and the unit."""
    ids = np.flatnonzero(per_level > 0.0)
    if not len(ids):
        return ids, np.zeros(0), 0.0, 1.0
    logs = np.log(per_level[ids])
    mean, unit = float(logs.mean()), float(logs.std())
    return (ids, (logs - mean) / unit, mean, unit) if unit > 1e-6 else (ids, np.zeros(len(ids)), mean, 1.0)
