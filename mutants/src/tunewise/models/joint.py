"""A Gaussian process over configuration and resource, of what trials reported on their way."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array
from tunewise.history_cache import LevelCache
from tunewise.models.codec import Codec
from tunewise.models.gp_models import GrowingProcess, with_fantasies
from tunewise.models.observations import BLAMELESS, UNDER_WAY
from tunewise.problem import Problem
from tunewise.surrogates.acquisition import Held
from tunewise.surrogates.targets import Scale
from tunewise.trial import Status, Trial, Trials


class JointTable(LevelCache):
    """Points (n, dim + 1) are encoded configurations with log level / log of the largest level behind them;
    losses (n,) are negated metrics where these are maximised.

    levels: strictly growing, the last one the largest resource. A trial is recorded for each of them with
        the report that counts at a rung there, at the level at which that was made.
    """

    def __init__(self, sign: int, codec: Codec, levels: Sequence[int]) -> None:
        super().__init__()
        self._sign = sign
        self._codec = codec
        self._levels = tuple(levels)
        self._reset()

    def recorded(self) -> tuple[Array, Array]:
        """Points and losses at the levels, in the order of their reports: they only ever become more."""
        return self._rows(self._recorded), self._losses(self._recorded)

    def between(self, trials: Trials) -> tuple[Array, Array]:
        """Points and losses of trials whose last reports lie between the levels, in the trials' order."""
        last = [self._last[trial.id] for trial in trials if trial.id in self._last]
        return self._rows(last), self._losses(last)

    def failed(self, trials: Trials) -> Array:
        """Points at the largest level of configurations that failed, in the trials' order."""
        ids = [
            trial.id
            for trial in trials.having(Status.FAILED).values()
            if trial.failure is None or trial.failure.kind not in BLAMELESS
        ]
        return self._rows([(trial_id, self._levels[-1], 0.0) for trial_id in sorted(ids)])

    def pending(self, trials: Trials) -> Array:
        """Points at the levels up to which trials are running, in the trials' order."""
        running = [trial for status in UNDER_WAY for trial in trials.having(status).values()]
        largest = self._levels[-1]
        aims = sorted((trial.id, min(trial.until or largest, largest), trial.level) for trial in running)
        return self._rows([(trial_id, until, 0.0) for trial_id, until, level in aims if level < until])

    def at_the_end(self, ids: Sequence[int]) -> Array:
        """Points of these trials at the largest level."""
        return self._rows([(trial_id, self._levels[-1], 0.0) for trial_id in ids])

    def promising(self, most: int) -> list[int]:
        """At each level the trials with the least losses, at most so many of them; sorted."""
        at = self._at.values()
        return sorted({trial_id for losses in at for _, trial_id in sorted(losses)[:most]})

    def _reset(self) -> None:
        self._encoded = np.zeros((64, self._codec.dim))
        self._recorded: list[tuple[int, int, float]] = []  # trial, level, loss
        self._last: dict[int, tuple[int, int, float]] = {}  # the same, where it isn't recorded
        self._at: dict[int, list[tuple[float, int]]] = {}  # loss, trial; by the number of levels reached

    def _add_trial(self, trial: Trial) -> None:
        if trial.id == len(self._encoded):
            self._encoded = np.concatenate([self._encoded, np.zeros_like(self._encoded)])
        self._encoded[trial.id] = self._codec.encode([trial.config])[0]

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        loss = self._sign * trial.values[index]
        entry = (trial.id, trial.levels[index], loss)
        reached = bisect_right(self._levels, after)
        if reached > bisect_right(self._levels, before):
            self._recorded.append(entry)
            self._at.setdefault(reached, []).append((loss, trial.id))
            self._last.pop(trial.id, None)
        else:
            self._last[trial.id] = entry

    def _rows(self, entries: Sequence[tuple[int, int, float]]) -> Array:
        ids = np.array([trial_id for trial_id, _, _ in entries], dtype=np.intp)
        spent = np.array([self._spent(level) for _, level, _ in entries])
        return np.column_stack([self._encoded[ids], spent])

    def _losses(self, entries: Sequence[tuple[int, int, float]]) -> Array:
        return np.array([loss for _, _, loss in entries])

    def _spent(self, level: int) -> float:
        largest = self._levels[-1]
        return math.log(min(level, largest)) / math.log(largest) if largest > 1 else 1.0


LOOKED_AT = 20
"""Of each level so many trials are considered for the incumbent."""


@dataclass(frozen=True, eq=False)
class Outlook:
    """What is expected of configurations at the largest resource.

    predictor: in the units of `scale`, with s fantasies. incumbents: (s,), the least loss expected of a
    configuration that was tried. best: (b, dim), some of those of which least is expected, the best first.
    """

    predictor: Held
    scale: Scale
    incumbents: Array
    best: Array


class JointModel:
    """Fits the process to histories; a cache, as a fresh one would compute the same.

    levels: see `JointTable`.
    """

    def __init__(self, problem: Problem, codec: Codec, levels: Sequence[int]) -> None:
        self._codec = codec
        self._table = JointTable(problem.sign, codec, levels)
        self._process = GrowingProcess(codec.columns.with_number())

    def given(self, trials: Trials, rng: np.random.Generator, least: int) -> Outlook | None:
        """The model given all reports so far; None if there are fewer than `least`, at least 1, at the
        levels. Raises `numpy.linalg.LinAlgError` if there is nothing to be had."""
        self._table.update(trials)
        points, losses = self._table.recorded()
        if len(losses) < least:
            return None
        posterior, scale = self._process.given(points, losses)
        more_points, more_losses = self._table.between(trials)
        failed = self._table.failed(trials)
        units = scale.to_units(np.concatenate([more_losses, np.full(len(failed), losses.max())]))
        if len(units):
            posterior = posterior.append(np.concatenate([more_points, failed]), units[:, None])
        posterior = with_fantasies(posterior, self._table.pending(trials), rng)
        tried = self._table.at_the_end(self._table.promising(LOOKED_AT))
        expected, _ = posterior.predict(tried)
        order = np.argsort(expected.mean(axis=1), kind="stable")[:5]
        return Outlook(Held(posterior, 1.0), scale, expected.min(axis=0), tried[order, :-1])
