"""What training costs: seconds per level of a configuration, and what a job costs before its first level."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from tunewise.following import Follower

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tunewise.trial import Trial

    Array = NDArray[np.float64]


class CostTable(Follower):
    """Seconds that reports took, read off a history.

    per_level: by trial, the mean seconds of a level, without the first report of each job where there are
    others. start, resume: seconds from the launch of a job to its first report beyond those of its levels.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self._seconds: dict[int, float] = {}
        self._levels: dict[int, int] = {}
        self._first: dict[int, list[tuple[int, int, float]]] = {}

    def _take_report(self, trial: Trial, index: int) -> None:
        job = next(
            number
            for number in range(len(trial.jobs) - 1, -1, -1)
            if trial.jobs[number].first_report <= index
        )
        span = trial.jobs[job]
        before = trial.levels[index - 1] if index else 0
        levels = trial.levels[index] - before
        if index == span.first_report:
            self._first.setdefault(trial.id, []).append((job, levels, trial.times[index] - span.started))
        else:
            seconds = trial.times[index] - trial.times[index - 1]
            self._seconds[trial.id] = self._seconds.get(trial.id, 0.0) + seconds
            self._levels[trial.id] = self._levels.get(trial.id, 0) + levels

    def per_level(self, trial_id: int) -> float | None:
        """Mean seconds of a level of this trial, if it has reported."""
        if self._levels.get(trial_id):
            return max(self._seconds[trial_id] / self._levels[trial_id], 1e-9)
        if trial_id in self._first:
            _, levels, seconds = self._first[trial_id][0]
            return max(seconds / levels, 1e-9)
        return None

    def overheads(self) -> Overheads:
        """Medians over what trials of more than one report say."""
        starts: list[float] = []
        resumes: list[float] = []
        for trial_id, firsts in self._first.items():
            if not self._levels.get(trial_id):
                continue
            rate = self._seconds[trial_id] / self._levels[trial_id]
            for job, levels, seconds in firsts:
                (resumes if job else starts).append(max(seconds - levels * rate, 0.0))
        start = median(starts) if starts else 0.0
        return Overheads(start, median(resumes) if resumes else start)


@dataclass(frozen=True)
class Overheads:
    """Seconds that a job costs beyond its levels: when it starts a trial, when it resumes one."""

    start: float
    resume: float


class CostModel:
    """Seconds per level of any configuration: a linear fit of their logarithm, shrunk towards the mean.

    A ridge regression on the encoded points and their squares, refitted for each history: costs of training
    are mostly products of powers of sizes, which are logarithmic in the encoding.
    """

    def __init__(self, points: Array, seconds: Array) -> None:
        """points (n, dim), seconds (n,) per level, above 0; n at least 1."""
        logs = np.log(seconds)
        self._mean = float(logs.mean())
        features = _features(points)
        self._centre = features.mean(axis=0)
        design = features - self._centre
        ridge = 0.1 * np.eye(design.shape[1])
        self._weights = np.linalg.solve(design.T @ design + ridge, design.T @ (logs - self._mean))
        self._low, self._high = float(logs.min()) - 0.7, float(logs.max()) + 0.7

    def per_level(self, points: Array) -> Array:
        """Seconds (m,) at points (m, dim)."""
        logs = self._mean + (_features(points) - self._centre) @ self._weights
        return np.asarray(np.exp(np.clip(logs, self._low, self._high)))


def _features(points: Array) -> Array:
    return np.hstack([points, (points - 0.5) ** 2])
