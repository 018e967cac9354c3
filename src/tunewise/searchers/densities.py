"""Searchers that compare two densities, of good and of bad configurations: TPE and BOHB.

J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011.
S. Falkner, A. Klein and F. Hutter: BOHB: Robust and Efficient Hyperparameter Optimization at Scale. ICML
2018, arXiv:1807.01774. S. Watanabe: Tree-Structured Parzen Estimator: Understanding Its Algorithm Components
and Their Roles for Better Empirical Performance. 2023, arXiv:2304.11127.
"""

import math
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.history_cache import HistoryCache
from tunewise.models.levels import LevelLosses
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.tried import TriedConfigs
from tunewise.space import Config, Space, Value
from tunewise.space.finite import Choice
from tunewise.surrogates.parzen import Cells, Parzen, normal_reference, shrinking
from tunewise.trial import Status, Trial, Trials

GOOD_SHARE = 0.15
"""The share of the trials that counts as good: for TPE of those that have a result, rounded up; for BOHB of
those at a level."""

MAX_GOOD = 25
"""Trials that count as good for TPE at most."""

TPE_PRIOR = 1.0
"""The weight of the uniform density, in trials."""

BOHB_PRIOR = 1e-32
"""As in the authors' implementation, it only matters far from all trials, where the ratio of two densities
would mean nothing."""

BOHB_CANDIDATES = 64

WIDENING = 3.0
"""Candidates of BOHB are drawn with bandwidths multiplied by this."""

MIN_BANDWIDTH = 1e-3


def choice_sizes(space: Space) -> Indices:
    """For each hyperparameter (d,) the number of its values if they have no order, else 0."""
    domains = space.domains.values()
    sizes = [domain.cardinality if isinstance(domain, Choice) else 0 for domain in domains]
    return np.array(sizes, dtype=np.intp)


def cells_of(space: Space, configs: Sequence[Mapping[str, Value]]) -> Cells:
    """Configurations of the space as cells (n, d), with an axis for each hyperparameter."""
    bounds = np.empty((len(configs), space.dimension, 2))
    active = np.empty((len(configs), space.dimension), dtype=np.bool_)
    for row, config in enumerate(configs):
        for axis, (name, domain) in enumerate(space.domains.items()):
            active[row, axis] = name in config
            bounds[row, axis] = domain.cell(config[name]) if name in config else (0.5, 0.5)
    return Cells(bounds[..., 0].copy(), bounds[..., 1].copy(), active)


class TrialCells(HistoryCache):
    """The configurations of all trials as cells, each computed once."""

    _cells: Cells
    _new: list[Config]

    def __init__(self, space: Space) -> None:
        super().__init__()
        self._space = space
        self._reset()

    def of(self, trials: Trials) -> Cells:
        """In the order of the trials' ids: (n, d)."""
        self.update(trials)
        if self._new:
            more = cells_of(self._space, self._new)
            self._cells = Cells(*(np.concatenate(pair) for pair in zip(self._cells, more, strict=True)))
            self._new = []
        return self._cells

    def _reset(self) -> None:
        self._new = []
        self._cells = cells_of(self._space, [])

    def _add_trial(self, trial: Trial) -> None:
        self._new.append(trial.config)


class DensitySearcher(Searcher):
    """Proposes the candidate with the highest ratio of two densities."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self._random = RandomSearcher(problem)
        self._tried = TriedConfigs(problem.space)
        self._cells = TrialCells(problem.space)
        self._sizes = choice_sizes(problem.space)

    def _cells_of(self, trials: Trials, ids: Sequence[int]) -> Cells:
        return self._cells.of(trials).take(np.array(ids, dtype=np.intp))

    def _best_of(
        self,
        candidates: Array,
        densities: Sequence[Parzen],
        trials: Trials,
        rng: np.random.Generator,
        why: Mapping[str, Value],
    ) -> Proposal | None:
        """Of candidates in the unit cube (m, d), the new one with the highest ratio of the first density to
        the second. Of equals the first counts; if all were tried before, the proposal is random.

        Only candidates compete for which the same hyperparameters matter as for the first. If more of them
        matter, a density has more gaps and the ratio more peaks, so that such candidates would always win.
        """
        space = self.problem.space
        self._tried.update(trials)
        new: dict[Hashable, Config] = {}
        for candidate in candidates:
            config = space.from_unit(candidate.tolist())
            if config not in self._tried:
                new.setdefault(space.key(config), config)
        configs = list(new.values())
        if not configs:
            random_why: dict[str, Value] = {"kind": "random", "because": "every candidate was tried before"}
            return self._random.propose_because(trials, rng, random_why)
        cells = cells_of(space, configs)
        alike = np.flatnonzero((cells.active == cells.active[0]).all(axis=1))
        good, bad = (density.log_density(cells.take(alike)) for density in densities)
        log_ratios = good - bad
        best = int(np.argmax(log_ratios))
        config, log_ratio = configs[alike[best]], float(log_ratios[best])
        return Proposal(config, {"kind": "density ratio", "log_ratio": log_ratio, **why})


class TpeSearcher(DensitySearcher):
    """Proposes what is likely among good trials and unlikely among the others.

    Two multivariate densities are estimated: of the configurations of the best trials, and of all others.
    These are bad trials, failed ones, and unfinished ones, so that several workers don't try the same.
    Candidates are drawn from the first. Trials are compared by their last values; trials that were stopped or
    are paused come after the completed ones, and of two of them first the one that went further.

    initial: the number of random trials. candidates: how many are drawn. Both are at least 1.
    """

    def __init__(self, problem: Problem, initial: int = 10, candidates: int = 64) -> None:
        super().__init__(problem)
        for name, value in (("initial", initial), ("candidates", candidates)):
            if value < 1:
                raise ValueError(f"{name} is {value}: it must be a whole number of at least 1.")
        self._initial = initial
        self._candidates = candidates

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._random.propose_because(trials, rng, {"kind": "initial design"})
        ranked, rest = ranked_by_result(trials)
        if not ranked:
            because: dict[str, Value] = {"kind": "random", "because": "no trial has a result yet"}
            return self._random.propose_because(trials, rng, because)
        num_good = min(math.ceil(GOOD_SHARE * len(ranked)), MAX_GOOD)
        good, bad = ranked[:num_good], ranked[num_good:] + rest
        densities = [self._density(trials, ids) for ids in (good, bad)]
        candidates = densities[0].sample(rng, self._candidates)
        return self._best_of(candidates, densities, trials, rng, {"good": len(good), "bad": len(bad)})

    def _density(self, trials: Trials, ids: list[int]) -> Parzen:
        bandwidths = shrinking(len(ids), self._sizes)
        return Parzen(self._cells_of(trials, ids), self._sizes, bandwidths, TPE_PRIOR)


_WITHOUT_RESULT = (Status.RUNNING, Status.HALTING, Status.SUSPENDED, Status.FAILED)


def ranked_by_result(trials: Trials) -> tuple[list[int], list[int]]:
    """The ids of the trials that have a result, best first, and those of the others, oldest first.

    A trial that is completed, stopped or paused has a result if it has reported anything. Trials that did not
    complete come after those that did, and of two of them first the one that went further; otherwise the
    last values count. Of equals the older is better.
    """
    ranked: list[Trial] = []
    rest: list[Trial] = []
    for trial in trials:
        (rest if trial.status in _WITHOUT_RESULT or not trial.values else ranked).append(trial)
    sign = trials.problem.sign

    def rank(trial: Trial) -> tuple[bool, int, float]:
        completed = trial.status is Status.COMPLETED
        return not completed, 0 if completed else -trial.level, sign * trial.values[-1]

    return [trial.id for trial in sorted(ranked, key=rank)], [trial.id for trial in rest]


class BohbSearcher(DensitySearcher):
    """Proposes what is likely among the good trials of a level and unlikely among its bad ones.

    The level is the highest at which at least d + 3 trials were recorded, for d hyperparameters. Trials that
    failed before they reached it count as bad.

    levels: those that count, strictly growing, such as the rungs of a scheduler and the largest resource.
        None: all that are reported.
    random_share: the share of proposals that are random nevertheless; in [0, 1].
    """

    def __init__(
        self, problem: Problem, levels: Sequence[int] | None = None, random_share: float = 1 / 3
    ) -> None:
        super().__init__(problem)
        if not 0.0 <= random_share <= 1.0:
            raise ValueError(f"random_share is {random_share}: it must be from 0 to 1.")
        self._random_share = random_share
        self._losses = LevelLosses(problem.sign, levels)
        self._least = problem.space.dimension + 1

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        self._losses.update(trials)
        level = self._losses.highest(self._least + 2)
        if level is None:
            return self._random.propose_because(trials, rng, {"kind": "initial design"})
        if rng.random() < self._random_share:
            return self._random.propose_because(trials, rng, {"kind": "random safeguard"})
        densities = [self._density(trials, ids) for ids in self._split(trials, level)]
        candidates = densities[0].sample(rng, BOHB_CANDIDATES, WIDENING)
        return self._best_of(candidates, densities, trials, rng, {"level": level})

    def _split(self, trials: Trials, level: int) -> tuple[list[int], list[int]]:
        """The good and the bad trials at a level, best first. If there are few, some are in both."""
        losses = self._losses.at(level)
        failed = [trial_id for trial_id in trials.having(Status.FAILED) if trial_id not in losses]
        ranked = sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id)) + sorted(failed)
        num_good = max(self._least, int(GOOD_SHARE * len(ranked)))
        num_bad = max(self._least, len(ranked) - num_good)
        return ranked[:num_good], ranked[-num_bad:]

    def _density(self, trials: Trials, ids: list[int]) -> Parzen:
        cells = self._cells_of(trials, ids)
        bandwidths = normal_reference(cells, self._sizes, MIN_BANDWIDTH)
        return Parzen(cells, self._sizes, bandwidths, BOHB_PRIOR)
