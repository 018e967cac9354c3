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

from tunewise.problem import Problem, ProblemError
from tunewise.schedulers.asha_promotion import AshaPromotion
from tunewise.schedulers.asha_stopping import AshaStopping
from tunewise.schedulers.base import Method
from tunewise.schedulers.median import MedianStopping
from tunewise.schedulers.run_to_end import RunToEnd
from tunewise.searchers.grid import GridSearcher
from tunewise.searchers.points import PointsFirst
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.sobol import SobolSearcher
from tunewise.signature import SignatureError, checked_arguments, keyword_types, suggestion
from tunewise.space import Value
from tunewise.space.values import plain

Points = Sequence[Mapping[str, Value]]
Arguments = dict[str, Value | list[dict[str, Value]]]


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
    kinds = {"stopping": AshaStopping, "promotion": AshaPromotion}
    if type not in kinds:
        raise MethodError(f"type of asha is {type!r}: it must be 'stopping' or 'promotion'.")
    scheduler = kinds[type](problem, searcher, grace_period, reduction_factor, brackets)
    arguments: Arguments = {
        "points_to_evaluate": _plain(points_to_evaluate),
        "type": type,
        "grace_period": grace_period,
        "reduction_factor": reduction_factor,
        "brackets": brackets,
    }
    return Method("asha", problem, scheduler, seed, arguments)


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
    parameters = inspect.signature(function).parameters
    return next(iter(parameters), None) == "problem" and get_type_hints(function).get("return") is Method


def _plain(points: Points) -> list[dict[str, Value]]:
    return [{name: plain(value) for name, value in point.items()} for point in points]
