"""The methods: one typed function each, which combines a scheduler and a searcher.

Picks one of the others by what it sees, and is the default: `auto`.
Each trial runs to its end: `rs`, `sobol`, `grid`, `regularized_evolution`, `tpe`, `bo`.
Trials that promise little are stopped or paused: `asha`, `hyperband`, `sync_hyperband`, `pasha`,
`median_stopping`, `one_epoch_top_k`.
The same with configurations chosen by a model: `wise`, `mobster`, `sync_mobster`, `bohb`, `hypertune`,
`cqr`.
`names` lists them, and `build` makes one from its name or raises `MethodError`.

Every function that `recipe` decorates is a method. `names`, `build` and the command line find it by its name.
All take

problem: what is tuned.
seed: whole number of at least 0; the same seed and the same order of completions give the same decisions.
points_to_evaluate: configurations to try before any other, in this order. What a point leaves out is
    filled in with the middle of its domain. Raises `ValueError` naming a point that isn't in the space.
"""

from collections.abc import Mapping

from tunewise.methods.automatic import auto
from tunewise.methods.early_stopping import (
    asha,
    hyperband,
    median_stopping,
    one_epoch_top_k,
    pasha,
    sync_hyperband,
)
from tunewise.methods.full_length import bo, grid, regularized_evolution, rs, sobol, tpe
from tunewise.methods.model_based import bohb, cqr, hypertune, mobster, sync_mobster, wise
from tunewise.methods.recipes import RECIPES, MethodError
from tunewise.problem import Problem, ProblemError
from tunewise.schedulers.base import Method
from tunewise.signature import SignatureError, checked_arguments, keyword_types, suggestion

__all__ = [
    "MethodError",
    "asha",
    "auto",
    "bo",
    "bohb",
    "build",
    "cqr",
    "grid",
    "hyperband",
    "hypertune",
    "median_stopping",
    "mobster",
    "names",
    "one_epoch_top_k",
    "pasha",
    "regularized_evolution",
    "rs",
    "sobol",
    "sync_hyperband",
    "sync_mobster",
    "tpe",
    "wise",
]


def __dir__() -> list[str]:
    return sorted(__all__)


def names() -> list[str]:
    """The names of all methods, sorted."""
    return sorted(RECIPES)


def build(
    name: str, problem: Problem, seed: int = 0, arguments: Mapping[str, object] | None = None
) -> Method:
    """The method with this name; case doesn't matter, and hyphens count as underscores.

    arguments: those of the method's function except `problem` and `seed`, as text if they come from a command
    line. A method's own `arguments` build the same method again.

    Raises `MethodError` for a method or an argument that doesn't exist, for a value of a wrong type or out of
    range, and for a point outside the space; `ProblemError` for a problem that the method can't tune.
    """
    recipe = RECIPES.get(name.lower().replace("-", "_"))
    if recipe is None:
        raise MethodError(f"There is no method {name!r}{suggestion(name.lower(), RECIPES)}.")
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
