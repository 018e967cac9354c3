"""LightGBM: reports boosting rounds, and goes on where the trial was paused.

    lightgbm.train(
        params, train_set, valid_sets=[valid_set], callbacks=[report_each(report)], **resumed(report, 100)
    )

A paused training gives the same model as an unpaused one. LightGBM draws random numbers anew when it goes on,
so nothing is saved where it draws any (bagging, `feature_fraction`, `extra_trees`, `goss`, `dart`, ...), nor
of a `linear_tree`, whose file is not exact: such a trial trains from the start when it is resumed, and gives
the same, too. Schedules of `reset_parameter` and `early_stopping` begin anew in each job: leave stopping to
the tuner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import lightgbm

from tunewise.integrations import is_due, save, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from tunewise.worker.report import Reporter

_MODEL = "lightgbm.txt"


def report_each(report: Reporter, rounds: int = 1) -> Callable[[lightgbm.callback.CallbackEnv], None]:
    """A callback of `lightgbm.train`: reports `round` and what was evaluated, such as `valid_0-l2`.

    rounds: reports, and saves, each so many, and at the last one.
    """
    exact: bool | None = None

    def callback(env: lightgbm.callback.CallbackEnv) -> None:
        nonlocal exact
        done = env.iteration + 1
        if done < env.end_iteration and not is_due(report, done, rounds):
            return
        exact = not _is_random(env.model) if exact is None else exact
        if exact:
            save(report, _MODEL, lambda path: env.model.save_model(path, num_iteration=-1))
        evaluated = {f"{result[0]}-{result[1]}": result[2] for result in env.evaluation_result_list}
        report(round=done, **evaluated)

    callback.order = 25  # type: ignore[attr-defined]  # before early_stopping, which ends the round
    return callback


def resumed(report: Reporter, num_boost_round: int) -> dict[str, Any]:
    """The arguments `init_model` and `num_boost_round` of `lightgbm.train` that go on up to this round.

    If all rounds are done, the last one is trained again, as its report may be missing.
    """
    model = saved(report, _MODEL)
    if model is None or num_boost_round < 2:
        return {"num_boost_round": num_boost_round}
    booster = lightgbm.Booster(model_file=model)
    done = min(booster.current_iteration(), num_boost_round - 1)
    kept = lightgbm.Booster(model_str=booster.model_to_string(num_iteration=done))
    return {"init_model": kept, "num_boost_round": num_boost_round - done}


def _is_random(booster: lightgbm.Booster) -> bool:
    """Whether rounds draw random numbers, or depend on more than the trees that are saved."""
    set_to = dict(re.findall(r"^\[(\w+): (.*)\]$", booster.model_to_string(num_iteration=1), re.M))
    bags = [f"{part}bagging_fraction" for part in ("", "pos_", "neg_")]
    columns = ["feature_fraction", "feature_fraction_bynode"]
    return (
        (set_to["bagging_freq"] != "0" and any(float(set_to[name]) < 1 for name in bags))
        or any(float(set_to[name]) < 1 for name in columns)
        or (set_to["boosting"], set_to["data_sample_strategy"]) != ("gbdt", "bagging")
        or any(set_to[name] != "0" for name in ("extra_trees", "linear_tree", "use_quantized_grad"))
        or any(value for name, value in set_to.items() if name.startswith("cegb_penalty_feature"))
        or set_to["objective"] == "rank_xendcg"
        or booster.train_set.get_position() is not None  # its biases are no part of the model
    )
