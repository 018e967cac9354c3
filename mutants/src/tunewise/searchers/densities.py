"""Searchers that compare two densities: TPE and BOHB.

Configurations as cells of the unit cube, for densities: a value has the stretch that is mapped to it.

The new configuration at which one density is highest in proportion to another.

The searcher of BOHB: kernel densities of the good and the bad trials at the highest level that has enough.

S. Falkner, A. Klein and F. Hutter: BOHB: Robust and Efficient Hyperparameter Optimization at Scale. ICML
2018, arXiv:1807.01774.

The tree-structured Parzen estimator.

J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011.
The densities are multivariate, as in S. Falkner, A. Klein and F. Hutter: BOHB. ICML 2018, arXiv:1807.01774,
and S. Watanabe: Tree-Structured Parzen Estimator: Understanding Its Algorithm Components and Their Roles for
Better Empirical Performance. 2023, arXiv:2304.11127.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import HistoryCache
from tunewise.models.levels import LevelLosses
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.tried import Tried
from tunewise.space import Config, Domain, Space, Value
from tunewise.space.domains import Float, Integer
from tunewise.space.finite import Choice, Finite
from tunewise.surrogates.parzen import Parzen, Points, normal_reference, shrinking
from tunewise.trial import Status, Trial, Trials


def cell(domain: Domain, value: Value) -> tuple[float, float]:
    """The quantiles from which `domain.from_unit` makes `value`: the lowest and the highest one.

    They are equal for a real number, and for one of more whole numbers than floats can tell apart.
    """
    if isinstance(domain, Finite):
        return domain.stretch(domain.index(value))
    if isinstance(domain, Integer):
        whole, lower, upper = domain.validate(value), domain.lower, domain.upper
        if not domain.log:
            return (whole - lower) / domain.cardinality, (whole - lower + 1) / domain.cardinality
        begin, end = math.log(lower - 0.5), math.log(upper + 0.5)
        low, high = ((math.log(edge) - begin) / (end - begin) for edge in (whole - 0.5, whole + 0.5))
        return max(low, 0.0), min(high, 1.0)
    assert isinstance(domain, Float)
    quantile = domain.to_unit(value)
    return quantile, quantile


def sizes(space: Space) -> Places:
    """For each hyperparameter how many values it has without an order; 0 if they have one: (d,)."""
    return np.array(
        [domain.cardinality if isinstance(domain, Choice) else 0 for domain in space.domains.values()],
        dtype=np.intp,
    )


def points_of(space: Space, configs: Sequence[Mapping[str, Value]]) -> Points:
    """Configurations of the space as points (n, d), with an axis for each hyperparameter."""
    bounds = np.empty((len(configs), space.dimension, 2))
    active = np.empty((len(configs), space.dimension), dtype=np.bool_)
    for row, config in enumerate(configs):
        for axis, (name, domain) in enumerate(space.domains.items()):
            active[row, axis] = name in config
            bounds[row, axis] = cell(domain, config[name]) if name in config else (0.5, 0.5)
    return Points(bounds[..., 0].copy(), bounds[..., 1].copy(), active)


class Cells(HistoryCache):
    """The configurations of all trials as points, each computed once."""

    _points: Points
    _new: list[Config]

    def __init__(self, space: Space) -> None:
        super().__init__()
        self._space = space
        self._reset()

    def points(self) -> Points:
        """Those of all trials that were read, in the order of their ids: (n, d)."""
        if self._new:
            more = points_of(self._space, self._new)
            self._points = Points(*(np.concatenate(pair) for pair in zip(self._points, more, strict=True)))
            self._new = []
        return self._points

    def _reset(self) -> None:
        self._new = []
        self._points = points_of(self._space, [])

    def _add_trial(self, trial: Trial) -> None:
        self._new.append(trial.config)


class Candidate(NamedTuple):
    """A configuration, and the logarithm of the ratio of the densities there."""

    config: Config
    log_ratio: float


def best_candidate(space: Space, drawn: Array, good: Parzen, bad: Parzen, tried: Tried) -> Candidate | None:
    """Of points drawn in the unit cube (m, d), the one with the highest ratio of `good` to `bad`.

    None if all of them were tried before. Of equals the first counts. Only those compete for which the same
    hyperparameters matter as for the first: where more of them matter, a density has more gaps, and a ratio
    to it more peaks, so that such candidates would win for no reason.
    """
    new: dict[Hashable, Config] = {}
    for point in drawn:
        config = space.from_unit(point.tolist())
        if config not in tried:
            new.setdefault(space.key(config), config)
    configs = list(new.values())
    if not configs:
        return None
    points = points_of(space, configs)
    alike = np.flatnonzero((points.active == points.active[0]).all(axis=1))
    points = points.take(alike)
    ratios = good.log_density(points) - bad.log_density(points)
    best = int(np.argmax(ratios))
    return Candidate(configs[alike[best]], float(ratios[best]))


GOOD_SHARE = 0.15
"""The best trials at a level, of which the first density is made."""

BOHB_CANDIDATES = 64

WIDENING = 3.0
"""Candidates are drawn with bandwidths so many times as large."""

NARROWEST = 1e-3
"""The least bandwidth."""

BOHB_PRIOR = 1e-32
"""The weight of the uniform density in trials. It only matters where nothing else does, as in the authors'
implementation, so that far from all trials the ratio of two densities means nothing."""


class BohbSearcher(Searcher):
    """Proposes what is likely among the good trials of a level and unlikely among its bad ones.

    The level is the highest at which at least d + 3 trials were recorded, for d hyperparameters; those that
    failed before they reached it count as bad.

    levels: those that count, strictly growing, such as the rungs of a scheduler and the largest resource.
        None: all that are reported.
    random_share: so many proposals are random all the same; in [0, 1].
    """

    def __init__(
        self, problem: Problem, levels: Sequence[int] | None = None, random_share: float = 1 / 3
    ) -> None:
        super().__init__(problem)
        if not 0.0 <= random_share <= 1.0:
            raise ValueError(f"random_share is {random_share}: it must be from 0 to 1.")
        self._random_share = random_share
        self._random = RandomSearcher(problem)
        self._tried = Tried(problem.space)
        self._cells = Cells(problem.space)
        self._losses = LevelLosses(problem.sign, levels)
        self._sizes = sizes(problem.space)
        self._least = problem.space.dimension + 1

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        self._losses.update(trials)
        level = self._losses.highest(self._least + 2)
        if level is None:
            return self._drawn(trials, rng, {"kind": "initial design"})
        if rng.random() < self._random_share:
            return self._drawn(trials, rng, {"kind": "random safeguard"})
        good, bad = (self._density(trials, ids) for ids in self._split(trials, level))
        self._tried.update(trials)
        drawn = good.sample(rng, BOHB_CANDIDATES, WIDENING)
        best = best_candidate(self.problem.space, drawn, good, bad, self._tried)
        if best is None:
            return self._drawn(trials, rng, {"kind": "random", "because": "every candidate was tried before"})
        why: dict[str, Value] = {"kind": "density ratio", "log_ratio": best.log_ratio, "level": level}
        return Proposal(best.config, why)

    def _split(self, trials: Trials, level: int) -> tuple[list[int], list[int]]:
        """The good and the bad trials at a level, the best first. Where they are few, some are both."""
        losses = self._losses.at(level)
        failed = [trial_id for trial_id in trials.having(Status.FAILED) if trial_id not in losses]
        ranked = sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id)) + sorted(failed)
        num_good = max(self._least, int(GOOD_SHARE * len(ranked)))
        num_bad = max(self._least, len(ranked) - num_good)
        return ranked[:num_good], ranked[-num_bad:]

    def _density(self, trials: Trials, ids: list[int]) -> Parzen:
        self._cells.update(trials)
        points = self._cells.points().take(np.array(ids, dtype=np.intp))
        bandwidths = normal_reference(points, self._sizes, NARROWEST)
        return Parzen(points, self._sizes, bandwidths, BOHB_PRIOR)

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)


GOOD_SHARE = 0.15
"""Of the trials that have ended, this share counts as good, rounded up."""

MOST_GOOD = 25
"""More are never good."""

TPE_PRIOR = 1.0
"""The weight of the uniform density, in trials."""


class TpeSearcher(Searcher):
    """Proposes what is likely among good trials and unlikely among the others.

    Two densities are estimated: of the configurations of the best trials, and of all others: bad ones,
    failed ones, and those that still run, so that several workers don't try the same. Of candidates drawn
    from the first, the one with the highest ratio of the two is proposed. Trials are compared by their last
    values; those that were stopped or are paused come after the completed ones, the further the better.

    initial: so many trials are random. candidates: how many are drawn. Both are at least 1.
    """

    def __init__(self, problem: Problem, initial: int = 10, candidates: int = 64) -> None:
        super().__init__(problem)
        for name, value in (("initial", initial), ("candidates", candidates)):
            if value < 1:
                raise ValueError(f"{name} is {value}: it must be a whole number of at least 1.")
        self._initial = initial
        self._candidates = candidates
        self._random = RandomSearcher(problem)
        self._tried = Tried(problem.space)
        self._cells = Cells(problem.space)
        self._sizes = sizes(problem.space)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._drawn(trials, rng, {"kind": "initial design"})
        ranked, rest = ranked_by_result(trials)
        if not ranked:
            return self._drawn(trials, rng, {"kind": "random", "because": "no trial has a result yet"})
        num_good = min(math.ceil(GOOD_SHARE * len(ranked)), MOST_GOOD)
        good, bad = ranked[:num_good], ranked[num_good:] + rest
        self._tried.update(trials)
        self._cells.update(trials)
        points = self._cells.points()
        density, other_density = (self._density(points.take(np.array(ids, np.intp))) for ids in (good, bad))
        drawn = density.sample(rng, self._candidates)
        best = best_candidate(self.problem.space, drawn, density, other_density, self._tried)
        if best is None:
            return self._drawn(trials, rng, {"kind": "random", "because": "every candidate was tried before"})
        why: dict[str, Value] = {
            "kind": "density ratio",
            "log_ratio": best.log_ratio,
            "good": len(good),
            "bad": len(bad),
        }
        return Proposal(best.config, why)

    def _density(self, points: Points) -> Parzen:
        return Parzen(points, self._sizes, shrinking(len(points.low), self._sizes), TPE_PRIOR)

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)


_UNDECIDED = (Status.RUNNING, Status.HALTING, Status.SUSPENDED, Status.FAILED)


def ranked_by_result(trials: Trials) -> tuple[list[int], list[int]]:
    """The ids of the trials that have a result, the best first, and those of the others, the oldest first.

    A completed trial has a result, and so has one that was stopped or is paused, if it has reported
    anything. They compare by their last values; those that did not complete come after those that did, and
    of two of them first the one that went further. Of equals the older is better.
    """
    ranked: list[Trial] = []
    rest: list[Trial] = []
    for trial in trials:
        undecided = trial.status in _UNDECIDED or not trial.values
        (rest if undecided else ranked).append(trial)
    sign = trials.problem.sign
    ranked.sort(key=lambda trial: (_shortfall(trial), sign * trial.values[-1]))
    return [trial.id for trial in ranked], [trial.id for trial in rest]


def _shortfall(trial: Trial) -> tuple[bool, int]:
    completed = trial.status is Status.COMPLETED
    return not completed, 0 if completed else -trial.level
