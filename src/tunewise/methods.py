"""The methods: one typed function each, which puts a scheduler and a searcher together.

Every public function annotated to return a `Method` and beginning with a `problem` is a method and is
known by its name to `names` and `build`, and so to the command line. All take

problem: what is tuned.
seed: whole number of at least 0; the same seed and the same order of completions give the same decisions.
points_to_evaluate: configurations to try before any other, in this order. What a point leaves out is
    filled in with the middle of its domain. Raises `ValueError` naming a point that isn't in the space.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_type_hints

from tunewise.models.codec import Codec
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.problem import Problem, ProblemError
from tunewise.schedulers.asha_promotion import AshaPromotion
from tunewise.schedulers.asha_stopping import AshaStopping
from tunewise.schedulers.base import Method, Scheduler
from tunewise.schedulers.hypertune import HyperTune
from tunewise.schedulers.median import MedianStopping
from tunewise.schedulers.one_epoch_top_k import OneEpochTopK
from tunewise.schedulers.pasha import Pasha
from tunewise.schedulers.resources import largest_resource
from tunewise.schedulers.run_to_end import RunToEnd
from tunewise.schedulers.rungs import rung_levels
from tunewise.schedulers.sync_hyperband import SyncHyperband
from tunewise.searchers.base import Searcher
from tunewise.searchers.bohb import BohbSearcher
from tunewise.searchers.cqr import CqrSearcher
from tunewise.searchers.evolution import EvolutionSearcher
from tunewise.searchers.grid import GridSearcher
from tunewise.searchers.hypertune import HyperTuneSearcher
from tunewise.searchers.mobster_joint import MobsterJointSearcher
from tunewise.searchers.points import PointsFirst
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.sobol import SobolSearcher
from tunewise.searchers.tpe import TpeSearcher
from tunewise.signature import SignatureError, checked_arguments, keyword_types, suggestion
from tunewise.space import Value
from tunewise.space.values import plain

Points = Sequence[Mapping[str, Value]]
Arguments = dict[str, Value | list[dict[str, Value]]]

_Halving = Callable[[Problem, Searcher, int, int, int | None], Scheduler]
"""What builds a scheduler with rungs: from problem, searcher, grace period, reduction factor and brackets."""

_ASHA: Mapping[str, _Halving] = {"stopping": AshaStopping, "promotion": AshaPromotion}


class MethodError(ValueError):
    """A method, or an argument of one, that there isn't; the message is one sentence."""


def rs(problem: Problem, *, seed: int = 0, points_to_evaluate: Points = ()) -> Method:
    """Random search: each trial tries a new configuration, drawn at random, to its end.

    J. Bergstra and Y. Bengio: Random Search for Hyper-Parameter Optimization. JMLR 13 (2012).
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    arguments: Arguments = {"points_to_evaluate": _plain(points_to_evaluate)}
    return Method("rs", problem, RunToEnd(problem, searcher), seed, arguments)


def grid(problem: Problem, *, seed: int = 0, points_to_evaluate: Points = (), points: int = 5) -> Method:
    """Grid search: the points of a regular grid, one after the other, each to its end.

    points: values taken from each domain that has more of them, evenly spread on its own scale; at least 2.
    """
    searcher = PointsFirst(problem, points_to_evaluate, GridSearcher(problem, points))
    arguments: Arguments = {"points_to_evaluate": _plain(points_to_evaluate), "points": points}
    return Method("grid", problem, RunToEnd(problem, searcher), seed, arguments, ends=True)


def sobol(problem: Problem, *, seed: int = 0, points_to_evaluate: Points = ()) -> Method:
    """Quasi-random search: a scrambled Sobol sequence, which leaves fewer gaps than random draws.

    I. M. Sobol: On the distribution of points in a cube and the approximate evaluation of integrals. USSR
    Computational Mathematics and Mathematical Physics 7 (1967). A. B. Owen: Scrambling Sobol' and
    Niederreiter-Xing Points. Journal of Complexity 14 (1998).
    """
    searcher = PointsFirst(problem, points_to_evaluate, SobolSearcher(problem, seed))
    arguments: Arguments = {"points_to_evaluate": _plain(points_to_evaluate)}
    return Method("sobol", problem, RunToEnd(problem, searcher), seed, arguments)


def regularized_evolution(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    population_size: int = 20,
    sample_size: int = 5,
) -> Method:
    """Regularised evolution: each trial changes one hyperparameter of a good configuration, and runs to its
    end; only the latest trials have children.

    population_size: how many of the latest trials have children, and how many random ones come first; at
        least 2.
    sample_size: the best of so many of them, drawn at random, has the next child; at least 1.

    Raises `ValueError` for an argument out of its range.

    E. Real, A. Aggarwal, Y. Huang and Q. V. Le: Regularized Evolution for Image Classifier Architecture
    Search. AAAI 2019, arXiv:1802.01548, with populations of 100 and samples of 25.
    """
    evolution = EvolutionSearcher(problem, population_size, sample_size)
    searcher = PointsFirst(problem, points_to_evaluate, evolution)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "population_size": population_size,
        "sample_size": sample_size,
    }
    return Method("regularized_evolution", problem, RunToEnd(problem, searcher), seed, arguments)


def asha(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int = 1,
) -> Method:
    """Asynchronous successive halving over random configurations.

    type: "stopping" starts each trial for its full length and stops the losers at each rung; it needs no
        checkpoints. "promotion" pauses each trial at each rung and resumes the winners.
    grace_period: the lowest rung, from 1 to the problem's max_resource, which must be known.
    reduction_factor: about one trial in so many goes on from a rung, and rungs are so many times apart;
        at least 2.
    brackets: how many sets of rungs there are, at most the number of rungs plus 1; bracket s leaves out
        the s lowest rungs. A new trial goes into each as often as synchronous Hyperband does it.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: A System for Massively Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    kind = _kind("asha", type, _ASHA)
    scheduler = kind(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("asha", problem, scheduler, seed, arguments)


def hyperband(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Method:
    """Asynchronous Hyperband: asynchronous successive halving in several brackets, which differ in how early
    they give up on a trial.

    type, grace_period, reduction_factor: as for `asha`.
    brackets: how many, at most the number of rungs plus 1; none for all. The last of all runs its trials to
        the end.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization. JMLR 18 (2018),
    arXiv:1603.06560; asynchronously as in L. Li et al., MLSys 2020, arXiv:1810.05934.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    kind = _kind("hyperband", type, _ASHA)
    scheduler = kind(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("hyperband", problem, scheduler, seed, arguments)


def sync_hyperband(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Method:
    """Synchronous Hyperband over random configurations: the best of a rung go on once the whole rung is over.

    It pauses and resumes trials, so they need checkpoints. Workers that a rung has nothing for begin the next
    bracket.

    grace_period: the lowest rung, from 1 to the problem's max_resource, which must be known.
    reduction_factor: one trial in so many goes on from a rung, and rungs are so many times apart; at least 2.
    brackets: how many sets of rungs to go round, at most the number of rungs plus 1; none for all, and 1 for
        synchronous successive halving.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    L. Li et al.: Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization. JMLR 18 (2018),
    arXiv:1603.06560.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    scheduler = SyncHyperband(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("sync_hyperband", problem, scheduler, seed, arguments)


def pasha(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
) -> Method:
    """ASHA whose largest resource grows only while the ranking of trials still changes by more than noise.

    It pauses and resumes trials, so they need checkpoints. Where rankings are stable early, no trial is
    trained to the end: it finds a good configuration, to be trained afterwards.

    grace_period, reduction_factor: as for `asha`.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    O. Bohdal et al.: PASHA: Efficient HPO and NAS with Progressive Resource Allocation. ICLR 2023,
    arXiv:2207.06940.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    scheduler = Pasha(problem, searcher, grace_period, reduction_factor)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
    }
    return Method("pasha", problem, scheduler, seed, arguments)


def one_epoch_top_k(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    first: int = 16,
    top_k: int = 3,
) -> Method:
    """The sobering baseline: looks at many random configurations for one epoch and trains the best few.

    In phases that double, as nobody knows the budget: `first` configurations, of which the best `top_k` run
    to the end, then twice as many, and so on. It pauses and resumes trials, so they need checkpoints.

    first: how many configurations the first phase looks at; at least `top_k`.
    top_k: how many of each phase are trained to the end; at least 1.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    R. Egele, I. Guyon, Y. Sun and P. Balaprakash: Is One Epoch All You Need For Multi-Fidelity Hyperparameter
    Optimization? ESANN 2023, arXiv:2307.15422, which looks at as many as the budget is for.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    scheduler = OneEpochTopK(problem, searcher, first, top_k)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "first": first,
        "top_k": top_k,
    }
    return Method("one_epoch_top_k", problem, scheduler, seed, arguments)


def median_stopping(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    grace_period: int = 1,
    min_trials: int = 5,
) -> Method:
    """Random search that stops a trial whose best value is worse than the median of the others' averages.

    grace_period: the lowest level at which a trial may be stopped; at least 1.
    min_trials: how many other trials must have reached a level before one is stopped there; at least 1.

    D. Golovin et al.: Google Vizier: A Service for Black-Box Optimization. KDD 2017.
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    scheduler = MedianStopping(problem, searcher, grace_period, min_trials)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "grace_period": grace_period,
        "min_trials": min_trials,
    }
    return Method("median_stopping", problem, scheduler, seed, arguments)


def bo(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    initial: int | None = None,
    cost_exponent: float = 0.0,
) -> Method:
    """Bayesian optimisation: each trial runs to its end where a Gaussian process expects the most of it.

    Trials under way count with what the process thinks they may come to.

    initial: trials that start at random before the model is asked; at least 1. By default one more
        than there are tuned hyperparameters, and at most 6.
    cost_exponent: 0 ignores what trials cost, 1 looks for the largest improvement per second; from 0 to 1.

    Raises `ValueError` for an argument out of its range.

    J. Snoek, H. Larochelle and R. P. Adams: Practical Bayesian Optimization of Machine Learning Algorithms.
    NeurIPS 2012, arXiv:1206.2944. S. Ament et al.: Unexpected Improvements to Expected Improvement for
    Bayesian Optimization. NeurIPS 2023, arXiv:2310.20708.
    """
    from tunewise.searchers.bayes import BayesSearcher  # here because its models take 0.3 s

    searcher = PointsFirst(problem, points_to_evaluate, BayesSearcher(problem, initial, cost_exponent))
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "initial": initial,
        "cost_exponent": cost_exponent,
    }
    return Method("bo", problem, RunToEnd(problem, searcher), seed, arguments)


def tpe(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    initial: int = 10,
) -> Method:
    """The tree-structured Parzen estimator: each trial tries what is likely among the good ones, to its end.

    initial: so many trials are random; at least 1.

    J. Bergstra et al.: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011; multivariate as in
    S. Watanabe: Tree-Structured Parzen Estimator. 2023, arXiv:2304.11127.
    """
    searcher = PointsFirst(problem, points_to_evaluate, TpeSearcher(problem, initial))
    arguments: Arguments = {"points_to_evaluate": _plain(points_to_evaluate), "initial": initial}
    return Method("tpe", problem, RunToEnd(problem, searcher), seed, arguments)


def bohb(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    type: Literal["synchronous", "promotion", "stopping"] = "synchronous",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Method:
    """BOHB: Hyperband over configurations that are likely among the good trials.

    type: "synchronous" is Hyperband as it was published, whose rungs are filled before anybody is promoted
        from them. "promotion" and "stopping" are the two kinds of ASHA.
    grace_period, reduction_factor: those of ASHA.
    brackets: how many sets of rungs there are, at most the number of rungs plus 1; None for all.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    S. Falkner, A. Klein and F. Hutter: BOHB: Robust and Efficient Hyperparameter Optimization at Scale. ICML
    2018, arXiv:1807.01774.
    """
    largest = largest_resource(problem, "BOHB")
    levels = (*rung_levels(grace_period, reduction_factor, largest), largest)
    searcher = PointsFirst(problem, points_to_evaluate, BohbSearcher(problem, levels))
    kind = _kind("bohb", type, {"synchronous": SyncHyperband, **_ASHA})
    scheduler = kind(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("bohb", problem, scheduler, seed, arguments)


def cqr(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = 1,
) -> Method:
    """ASHA over configurations that conformal quantile regression of the last losses takes for good.

    Arguments are those of `asha`. With a grace period of max_resource, every trial runs to its end.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    D. Salinas et al.: Optimizing Hyperparameters with Conformal Quantile Regression. ICML 2023,
    arXiv:2305.03623.
    """
    searcher = PointsFirst(problem, points_to_evaluate, CqrSearcher(problem))
    scheduler = _kind("cqr", type, _ASHA)(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("cqr", problem, scheduler, seed, arguments)


def mobster(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = 1,
    model: Literal["joint"] = "joint",
) -> Method:
    """MOBSTER: ASHA over configurations that a Gaussian process expects to improve at the end of training.

    type, grace_period, reduction_factor, brackets: as for `asha`.
    model: "joint" is over configuration and resource, of what trials reported at the rungs.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    A. Klein et al.: Model-based Asynchronous Hyperparameter and Neural Architecture Search. 2020,
    arXiv:2003.10865.
    """
    largest = largest_resource(problem, "MOBSTER")
    levels = (*rung_levels(grace_period, reduction_factor, largest), largest)
    searcher = PointsFirst(problem, points_to_evaluate, MobsterJointSearcher(problem, levels))
    scheduler = _kind("mobster", type, _ASHA)(problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
        "model": model,
    }
    return Method("mobster", problem, scheduler, seed, arguments)


def hypertune(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Points = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Method:
    """Hyper-Tune: ASHA in brackets that are chosen by what they teach, over what one model for each level
    together expect to be good.

    It pauses and resumes trials, so they need checkpoints.

    grace_period, reduction_factor: as for `asha`.
    brackets: how many, at most the number of rungs plus 1; none for all.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    Y. Li et al.: Hyper-Tune: Towards Efficient Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
    """
    largest = largest_resource(problem, "Hyper-Tune")
    levels = (*rung_levels(grace_period, reduction_factor, largest), largest)
    ensemble = LevelEnsemble(problem, Codec(problem.space), levels)
    searcher = PointsFirst(problem, points_to_evaluate, HyperTuneSearcher(problem, ensemble))
    scheduler = HyperTune(problem, searcher, grace_period, reduction_factor, brackets, ensemble)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("hypertune", problem, scheduler, seed, arguments)


def names() -> list[str]:
    """The names of all methods, sorted."""
    return sorted(_recipes())


def build(
    name: str, problem: Problem, seed: int = 0, arguments: Mapping[str, object] | None = None
) -> Method:
    """The method of this name; case does not matter, nor whether it has hyphens or underscores.

    arguments: those of the method's function but for `problem` and `seed`, as text where they come from a
    command line. A method's own `arguments` build the same method again.

    Raises `MethodError` for a method or an argument that there isn't, for a value of a wrong type or out of
    range, and for a point outside the space; `ProblemError` for a problem that the method cannot tune.
    """
    recipes = _recipes()
    recipe = recipes.get(name.lower().replace("-", "_"))
    if recipe is None:
        raise MethodError(f"There is no method {name!r}{suggestion(name.lower(), recipes)}.")
    wanted = keyword_types(recipe)
    del wanted["seed"]
    try:
        checked = checked_arguments(recipe.__name__, wanted, arguments or {})
    except SignatureError as error:
        raise MethodError(str(error)) from None
    try:
        return recipe(problem, seed=seed, **checked)
    except ProblemError:
        raise
    except ValueError as error:
        raise MethodError(str(error)) from error


def _recipes() -> dict[str, Callable[..., Method]]:
    return {
        name: function
        for name, function in globals().items()
        if inspect.isfunction(function) and not name.startswith("_") and _is_recipe(function)
    }


def _is_recipe(function: Callable[..., object]) -> bool:
    if function.__module__ != __name__:
        return False
    parameters = inspect.signature(function).parameters
    return next(iter(parameters), None) == "problem" and get_type_hints(function).get("return") is Method


def _kind(method: str, type: str, kinds: Mapping[str, _Halving]) -> _Halving:
    """What a method's argument `type` stands for. Raises `MethodError` for none of them."""
    if type not in kinds:
        *others, last = map(repr, kinds)
        raise MethodError(f"type of {method} is {type!r}: it must be {', '.join(others)} or {last}.")
    return kinds[type]


def _plain(points: Points) -> list[dict[str, Value]]:
    return [{name: plain(value) for name, value in point.items()} for point in points]
