"""A Gaussian process over configuration and resource, of what trials reported on their way."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.history_cache import LevelCache
from tunewise.models.codec import Codec
from tunewise.models.gp_models import IncrementalGP, LossForecast, Observed, with_fantasies
from tunewise.models.observations import GrowingRows, failed_ids, few, unfinished_ids
from tunewise.problem import Problem
from tunewise.surrogates.acquisition import FixedColumn
from tunewise.trial import Trial, Trials

MAX_INCUMBENTS = 20
"""Trials of each level that are considered for the incumbent."""


class _Entry(NamedTuple):
    trial_id: int
    level: int
    loss: float = 0.0


class JointTable(LevelCache):
    """Points (n, dim + 1) are encoded configurations, followed by log level / log of the largest level.
    Losses (n,) are metric values, negated if the metric is maximised.

    levels: strictly growing, the last one the largest resource. A trial is recorded for each of them with
        the report that counts at a rung there, at the level of that report.
    """

    def __init__(self, sign: int, codec: Codec, levels: Sequence[int]) -> None:
        super().__init__()
        self._sign = sign
        self._codec = codec
        self._levels = tuple(levels)
        self._reset()

    def recorded(self) -> tuple[Array, Array]:
        """Points and losses at the levels, in the order of their reports. Entries are only ever added."""
        return self._points(self._recorded), _losses(self._recorded)

    def between(self, trials: Trials) -> tuple[Array, Array]:
        """Points and losses of trials whose last report is between two levels, by trial id."""
        last = [self._last[trial.id] for trial in trials if trial.id in self._last]
        return self._points(last), _losses(last)

    def failed(self, trials: Trials) -> Array:
        """Points at the largest level of configurations that failed, by trial id."""
        return self.at_the_end(failed_ids(trials))

    def pending(self, trials: Trials) -> Array:
        """Points at the levels that unfinished trials run to, by trial id."""
        entries = []
        for trial_id in unfinished_ids(trials):
            trial = trials[trial_id]
            target = min(trial.until or self._levels[-1], self._levels[-1])
            if trial.level < target:
                entries.append(_Entry(trial_id, target))
        return self._points(entries)

    def at_the_end(self, ids: Sequence[int]) -> Array:
        """Points of these trials at the largest level."""
        return self._points([_Entry(trial_id, self._levels[-1]) for trial_id in ids])

    def promising(self, most: int) -> list[int]:
        """The trials with the least losses at each level, up to `most` per level; sorted."""
        best = (sorted(losses)[:most] for losses in self._at.values())
        return sorted({trial_id for losses in best for _, trial_id in losses})

    def _reset(self) -> None:
        self._encoded = GrowingRows(self._codec.dim)
        self._recorded: list[_Entry] = []
        self._last: dict[int, _Entry] = {}  # by trial, of last reports that aren't recorded
        self._at: dict[int, list[tuple[float, int]]] = {}  # loss and trial, by the number of levels reached

    def _add_trial(self, trial: Trial) -> None:
        self._encoded.add(self._codec.encode([trial.config])[0])

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        entry = _Entry(trial.id, trial.levels[index], self._sign * trial.values[index])
        reached = bisect_right(self._levels, after)
        if reached > bisect_right(self._levels, before):
            self._recorded.append(entry)
            self._at.setdefault(reached, []).append((entry.loss, trial.id))
            self._last.pop(trial.id, None)
        else:
            self._last[trial.id] = entry

    def _points(self, entries: Sequence[_Entry]) -> Array:
        ids = np.array([entry.trial_id for entry in entries], dtype=np.intp)
        spent = np.array([self._spent(entry.level) for entry in entries])
        return np.column_stack([self._encoded.rows[ids], spent])

    def _spent(self, level: int) -> float:
        largest = self._levels[-1]
        return math.log(min(level, largest)) / math.log(largest) if largest > 1 else 1.0


def _losses(entries: Sequence[_Entry]) -> Array:
    return np.array([entry.loss for entry in entries])


class JointModel:
    """HyperparameterFits the process to histories. A cache.

    levels: see `JointTable`.
    """

    def __init__(self, problem: Problem, codec: Codec, levels: Sequence[int]) -> None:
        self._table = JointTable(problem.sign, codec, levels)
        self._process = IncrementalGP(codec.kernel_columns.with_number())

    def fit(self, trials: Trials, rng: np.random.Generator, least: int) -> LossForecast | None:
        """The forecast at the largest resource given all reports so far; None if fewer than `least`, at
        least 1, were recorded. Raises `numpy.linalg.LinAlgError` if nothing can be fitted."""
        self._table.update(trials)
        points, losses = self._table.recorded()
        if len(losses) < least:
            return None
        more_points, more_losses = self._table.between(trials)
        failed = few(self._table.failed(trials))
        more_losses = np.concatenate([more_losses, np.full(len(failed), losses.max())])
        others = Observed(np.concatenate([more_points, failed]), more_losses)
        posterior, scale = self._process.fit(points, losses, others)
        posterior = with_fantasies(posterior, self._table.pending(trials), rng)
        tried = self._table.at_the_end(self._table.promising(MAX_INCUMBENTS))
        expected = posterior.means(tried)
        order = np.argsort(expected.mean(axis=1), kind="stable")[:5]
        return LossForecast(FixedColumn(posterior, 1.0), scale, expected.min(axis=0), tried[order, :-1])
