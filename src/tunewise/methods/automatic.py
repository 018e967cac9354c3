"""The method that picks another one."""

from collections.abc import Callable
from typing import Literal

from tunewise.methods.early_stopping import asha
from tunewise.methods.full_length import bo
from tunewise.methods.model_based import hypertune, wise
from tunewise.methods.recipes import MIDDLE, Configs, chosen_kind, recipe
from tunewise.models.evidence import LOOK
from tunewise.problem import Problem
from tunewise.schedulers.auto import Auto, Known, Part
from tunewise.schedulers.base import Scheduler
from tunewise.searchers.model_free import PointsFirst


@recipe
def auto(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    checkpoints: bool | None = None,
    budget: Literal["time", "trials"] = "time",
) -> Scheduler:
    """The default: picks the method that suits the problem, and another one when the trials give a reason.

    Without levels, or where trials are what is limited, it takes `bo`. Otherwise it begins with `hypertune`,
    whose rungs are a 27th, a ninth and a third of a training, or without checkpoints with `asha`. If trials
    differ at the first of these, `wise` goes on, as long as early reports say something about the last one.
    Where a first report takes more than a sixth of a training, it takes `bo`, as a pause saves little.
    The history alone says who is in charge; `tunewise show` tells it, and why. Unless points are given, the
    first trial is the middle of the space.

    checkpoints: whether the script goes on from a checkpoint when its trial is resumed. None: the first
        resumed trials will tell.
    budget: what the experiment's limits count: "time" (or money, or reports), or "trials".

    The idea of choosing an algorithm by what is known of the problem: J. R. Rice: The Algorithm Selection
    Problem. Advances in Computers 15 (1976).
    """
    only_trials = chosen_kind("auto", "budget", budget, {"time": False, "trials": True})
    points = points_to_evaluate or MIDDLE
    searcher = PointsFirst(problem, points)
    # two levels at least: one report doesn't tell what a level takes beyond the start of a training
    first_look = max(2, -(-(problem.max_resource or 1) // LOOK))
    parts: dict[Part, Callable[[], Scheduler]] = {
        "wise": lambda: wise(problem, seed=seed, points_to_evaluate=points).scheduler,
        "wise (full=1)": lambda: (
            wise(problem, seed=seed, points_to_evaluate=points, random=0.0, full=1.0).scheduler
        ),
        "bo": lambda: (
            # where the limit counts trials, their cost is of no account
            bo(problem, seed=seed, points_to_evaluate=points, cost_exponent=float(not only_trials)).scheduler
        ),
        "hypertune": lambda: (
            hypertune(problem, seed=seed, points_to_evaluate=points, grace_period=first_look).scheduler
        ),
        "asha": lambda: (
            asha(problem, seed=seed, points_to_evaluate=points, grace_period=first_look).scheduler
        ),
    }
    return Auto(problem, searcher, parts, Known(checkpoints, only_trials))
