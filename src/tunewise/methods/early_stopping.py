"""Methods that stop or pause trials, with random configurations."""

from typing import Literal

from tunewise.methods.recipes import ASHA, Configs, chosen_kind, recipe
from tunewise.problem import Problem
from tunewise.schedulers.base import Scheduler
from tunewise.schedulers.median import MedianStopping
from tunewise.schedulers.pasha import Pasha
from tunewise.schedulers.sync_halving import OneEpochTopK, SyncHyperband
from tunewise.searchers.model_free import PointsFirst, RandomSearcher


@recipe
def asha(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int = 1,
) -> Scheduler:
    """Asynchronous successive halving over random configurations.

    type: "stopping" starts each trial for its full length and stops the losers at each rung; it needs no
        checkpoints. "promotion" pauses each trial at each rung and resumes the winners.
    grace_period: the lowest rung, from 1 to the problem's max_resource, which must be known.
    reduction_factor: about one of this many trials goes on from a rung, and each rung is this many times the
        one before; at least 2.
    brackets: how many there are, at most the number of rungs plus 1; bracket s leaves out the s lowest
        rungs, and at a rung trials of all brackets are compared. A new trial goes into each as often as
        synchronous Hyperband does it.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: A System for Massively Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    kind = chosen_kind("asha", "type", type, ASHA)
    return kind(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def hyperband(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Scheduler:
    """Asynchronous Hyperband: asynchronous successive halving in several brackets, which differ in how early
    they stop a trial.

    type, grace_period, reduction_factor: as for `asha`.
    brackets: how many, at most the number of rungs plus 1; None for all. The last possible one runs its
        trials to the end.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization. JMLR 18 (2018),
    arXiv:1603.06560; asynchronously as in L. Li et al., MLSys 2020, arXiv:1810.05934.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    kind = chosen_kind("hyperband", "type", type, ASHA)
    return kind(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def sync_hyperband(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Scheduler:
    """Synchronous Hyperband over random configurations: the best of a rung go on once the whole rung is over.

    It pauses and resumes trials, so they need checkpoints. If a rung has nothing for a worker, it begins the
    next bracket.

    grace_period: the lowest rung, from 1 to the problem's max_resource, which must be known.
    reduction_factor: one of this many trials goes on from a rung, and each rung is this many times the one
        before; at least 2.
    brackets: how many sets of rungs to cycle through, at most the number of rungs plus 1; None for all, 1 for
        synchronous successive halving.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization. JMLR 18 (2018),
    arXiv:1603.06560.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    return SyncHyperband(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def pasha(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
) -> Scheduler:
    """ASHA whose largest resource grows only while the ranking of trials still changes by more than noise.

    It pauses and resumes trials, so they need checkpoints. If rankings are stable early, no trial is
    trained to the end: it finds a good configuration, to be trained afterwards.

    grace_period, reduction_factor: as for `asha`.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    O. Bohdal et al.: PASHA: Efficient HPO and NAS with Progressive Resource Allocation. ICLR 2023,
    arXiv:2207.06940.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    return Pasha(problem, searcher, grace_period, reduction_factor)


@recipe
def one_epoch_top_k(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    first: int = 16,
    top_k: int = 3,
) -> Scheduler:
    """The sobering baseline: looks at many random configurations for one epoch and trains the best few.

    In phases that double, as the budget isn't known: `first` configurations, of which the best `top_k` run
    to the end, then twice as many, and so on. It pauses and resumes trials, so they need checkpoints.

    first: how many configurations the first phase looks at; at least `top_k`.
    top_k: how many of each phase are trained to the end; at least 1.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    R. Egele, I. Guyon, Y. Sun and P. Balaprakash: Is One Epoch All You Need For Multi-Fidelity Hyperparameter
    Optimization? ESANN 2023, arXiv:2307.15422, which looks at as many as the budget allows.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    return OneEpochTopK(problem, searcher, first, top_k)


@recipe
def median_stopping(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    grace_period: int = 1,
    min_trials: int = 5,
) -> Scheduler:
    """Random search that stops a trial whose value is worse than the median of the others at its level.

    grace_period: the lowest level at which a trial may be stopped; at least 1.
    min_trials: how many other trials must have reached a level before one is stopped there; at least 1.

    D. Golovin et al.: Google Vizier: A Service for Black-Box Optimization. KDD 2017.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    return MedianStopping(problem, searcher, grace_period, min_trials)
