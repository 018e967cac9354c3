"""Methods that stop or pause trials, with configurations that a model chooses.

Models are imported where they are used, as that takes a third of a second.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from tunewise.methods.recipes import ASHA, MIDDLE, Configs, Halving, chosen_kind, levels_up_to_the_end, recipe
from tunewise.problem import Problem
from tunewise.schedulers.base import Scheduler
from tunewise.schedulers.sync_halving import SyncHyperband
from tunewise.searchers.base import Searcher
from tunewise.searchers.model_free import PointsFirst


@recipe
def bohb(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    type: Literal["synchronous", "promotion", "stopping"] = "synchronous",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Scheduler:
    """BOHB: Hyperband over configurations that are likely among the good trials.

    type: "synchronous" is Hyperband as it was published, whose rungs are filled before any trial is promoted
        from them. "promotion" and "stopping" are the two kinds of ASHA.
    grace_period, reduction_factor: those of ASHA.
    brackets: how many there are, at most the number of rungs plus 1; None for all.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    S. Falkner, A. Klein and F. Hutter: BOHB: Robust and Efficient Hyperparameter Optimization at Scale. ICML
    2018, arXiv:1807.01774.
    """
    from tunewise.searchers.densities import BohbSearcher

    levels = levels_up_to_the_end(problem, "BOHB", grace_period, reduction_factor)
    searcher = PointsFirst(problem, points_to_evaluate, BohbSearcher(problem, levels))
    kinds: Mapping[str, Halving] = {"synchronous": SyncHyperband, **ASHA}
    kind = chosen_kind("bohb", "type", type, kinds)
    return kind(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def cqr(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    type: Literal["stopping", "promotion"] = "stopping",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = 1,
) -> Scheduler:
    """ASHA over configurations that conformal quantile regression of the last losses considers good.

    Arguments are those of `asha`. With a grace period of max_resource, every trial runs to its end.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    D. Salinas et al.: Optimizing Hyperparameters with Conformal Quantile Regression. ICML 2023,
    arXiv:2305.03623.
    """
    from tunewise.searchers.cqr import CqrSearcher

    searcher = PointsFirst(problem, points_to_evaluate, CqrSearcher(problem))
    return chosen_kind("cqr", "type", type, ASHA)(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def mobster(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    type: Literal["stopping", "promotion"] = "promotion",
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = 1,
    model: Literal["curve", "joint"] = "curve",
) -> Scheduler:
    """MOBSTER: ASHA over configurations that a model expects to improve upon the best at the end of training.

    type, grace_period, reduction_factor, brackets: as for `asha`.
    model: "curve" is a Gaussian process of whole learning curves; "joint" is one over configuration and
        resource, of what trials reported at the rungs.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    A. Klein et al.: Model-based Asynchronous Hyperparameter and Neural Architecture Search. 2020,
    arXiv:2003.10865.
    """
    searcher = _mobster_searcher(
        "mobster", problem, points_to_evaluate, model, grace_period, reduction_factor
    )
    kind = chosen_kind("mobster", "type", type, ASHA)
    return kind(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def sync_mobster(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
    model: Literal["curve", "joint"] = "curve",
) -> Scheduler:
    """Synchronous Hyperband over configurations that a model chooses as in `mobster`.

    grace_period, reduction_factor, brackets: as for `sync_hyperband`. model: as for `mobster`.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    A. Klein et al.: Model-based Asynchronous Hyperparameter and Neural Architecture Search. 2020,
    arXiv:2003.10865, where it is called synchronous MOBSTER.
    """
    searcher = _mobster_searcher(
        "sync_mobster", problem, points_to_evaluate, model, grace_period, reduction_factor
    )
    return SyncHyperband(problem, searcher, grace_period, reduction_factor, brackets)


@recipe
def wise(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    initial: int = 4,
    random: float = 0.1,
    full: float = 0.5,
) -> Scheduler:
    """The flagship: spends a worker's time where it promises the largest improvement per second.

    It continues a trial, pauses it, resumes another or starts a new one, by the forecasts of a model of all
    learning curves and of what trainings and starts cost. Trials pause and resume, so they need checkpoints.
    Unless points are given, it begins with the middle of the space. docs/methods.md says how it compares.

    initial: trials that start before the model is used; at least 1.
    random: the probability that a free worker starts a random trial; from 0 to 1.
    full: the share of workers' time for trials that run to their end; from 0 to 1.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    After K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. 2014, arXiv:1406.3896.
    """
    from tunewise.schedulers.wise import Wise
    from tunewise.searchers.model_free import RandomSearcher

    searcher = PointsFirst(problem, points_to_evaluate or MIDDLE, RandomSearcher(problem))
    return Wise(problem, searcher, initial, random, full, given=len(points_to_evaluate))


@recipe
def hypertune(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    grace_period: int = 1,
    reduction_factor: int = 3,
    brackets: int | None = None,
) -> Scheduler:
    """Hyper-Tune: ASHA in brackets that are chosen by what they teach, over configurations that models for
    all levels together expect to be good.

    It pauses and resumes trials, so they need checkpoints.

    grace_period, reduction_factor: as for `asha`.
    brackets: how many, at most the number of rungs plus 1; None for all.

    Raises `ProblemError` if max_resource isn't known and `ValueError` for an argument out of its range.

    Y. Li et al.: Hyper-Tune: Towards Efficient Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
    """
    from tunewise.models.codec import Codec
    from tunewise.models.level_ensemble import LevelEnsemble
    from tunewise.schedulers.hypertune import HyperTune
    from tunewise.searchers.bayes import HyperTuneSearcher

    levels = levels_up_to_the_end(problem, "Hyper-Tune", grace_period, reduction_factor)
    ensemble = LevelEnsemble(problem, Codec(problem.space), levels)
    searcher = PointsFirst(problem, points_to_evaluate, HyperTuneSearcher(problem, ensemble))
    return HyperTune(problem, searcher, grace_period, reduction_factor, brackets, ensemble)


def _mobster_searcher(
    method: str, problem: Problem, points: Configs, model: str, grace_period: int, reduction_factor: int
) -> Searcher:
    from tunewise.searchers.bayes import CurveSearcher, MobsterJointSearcher

    levels = levels_up_to_the_end(problem, method, grace_period, reduction_factor)
    kinds: Mapping[str, Callable[[], Searcher]] = {
        "curve": lambda: CurveSearcher(problem),
        "joint": lambda: MobsterJointSearcher(problem, levels),
    }
    return PointsFirst(problem, points, chosen_kind(method, "model", model, kinds)())
