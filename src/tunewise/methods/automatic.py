"""The method that picks another one."""

from collections.abc import Callable
from typing import Literal

from tunewise.methods.early_stopping import asha
from tunewise.methods.full_length import bo
from tunewise.methods.model_based import hypertune, wise
from tunewise.methods.recipes import Configs, chosen_kind, recipe
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

    It begins with `wise`, or with `bo` where reports before the end of a training can't help. The trials then
    show whether there are such reports, whether they say anything about the last one, and whether resumed
    trials go on where they were paused. It never needs to be told what it did: the history says it.
    `tunewise show` has the method in charge and the reason. docs/methods.md says which rules there are, and
    what they were measured against.

    checkpoints: whether the script goes on from a checkpoint when its trial is resumed. None: the first
        resumed trials will tell.
    budget: what the experiment's limits count: "time" (or money, or reports), or "trials".

    The idea of choosing an algorithm by what is known of the problem: J. R. Rice: The Algorithm Selection
    Problem. Advances in Computers 15 (1976).
    """
    only_trials = chosen_kind("auto", "budget", budget, {"time": False, "trials": True})
    parts: dict[Part, Callable[[], Scheduler]] = {
        "wise": lambda: wise(problem, seed=seed, points_to_evaluate=points_to_evaluate).scheduler,
        "wise (full=1)": lambda: (
            wise(problem, seed=seed, points_to_evaluate=points_to_evaluate, random=0.0, full=1.0).scheduler
        ),
        "bo": lambda: bo(problem, seed=seed, points_to_evaluate=points_to_evaluate).scheduler,
        "hypertune": lambda: hypertune(problem, seed=seed, points_to_evaluate=points_to_evaluate).scheduler,
        "asha": lambda: asha(problem, seed=seed, points_to_evaluate=points_to_evaluate).scheduler,
    }
    return Auto(problem, PointsFirst(problem, points_to_evaluate), parts, Known(checkpoints, only_trials))
