"""XGBoost: reports boosting rounds, and goes on where the trial was paused.

    xgboost.train(
        params, dtrain, evals=[(dvalid, "valid")], callbacks=[ReportEach(report)], **resumed(report, 100)
    )

A paused training gives the same model as an unpaused one. XGBoost draws random numbers anew when it goes on,
so nothing is saved where it draws any (`subsample`, `colsample_*`, `dart`, ...): such a trial trains from the
start when it is resumed, and gives the same, too. `EarlyStopping` and `LearningRateScheduler` begin anew in
each job: leave stopping to the tuner.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import xgboost

from tunewise.integrations import is_due, latest, save, saved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tunewise.worker.report import Reporter

    Log = Mapping[str, Mapping[str, Sequence[object]]]

_MODEL = "xgboost.ubj"


class ReportEach(xgboost.callback.TrainingCallback):
    """A callback of `xgboost.train`: reports `round` and what was evaluated, such as `valid-logloss`.

    rounds: reports, and saves, each so many, and at the last one.
    """

    def __init__(self, report: Reporter, rounds: int = 1) -> None:
        super().__init__()
        self._report, self._rounds = report, rounds
        self._exact: bool | None = None
        self._unreported: Log | None = None  # what was evaluated since the last report

    def after_iteration(self, model: xgboost.Booster, epoch: int, evals_log: Log) -> bool:
        """Never stops the training. epoch: counts the rounds of this job only."""
        self._unreported = evals_log
        if is_due(self._report, model.num_boosted_rounds(), self._rounds):
            self._tell(model, evals_log)
        return False

    def after_training(self, model: xgboost.Booster) -> xgboost.Booster:
        """Reports the last round."""
        if self._unreported is not None:
            self._tell(model, self._unreported)
        return model

    def _tell(self, model: xgboost.Booster, evaluated: Log) -> None:
        self._exact = not _is_random(model) if self._exact is None else self._exact
        if self._exact:
            save(self._report, _MODEL, model.save_model)
        self._unreported = None
        self._report(round=model.num_boosted_rounds(), **latest(evaluated))


def resumed(report: Reporter, num_boost_round: int) -> dict[str, Any]:
    """The arguments `xgb_model` and `num_boost_round` of `xgboost.train` that go on up to this round.

    If all rounds are done, the last one is trained again, as its report may be missing.
    """
    model = saved(report, _MODEL)
    if model is None or num_boost_round < 2:
        return {"num_boost_round": num_boost_round}
    booster = xgboost.Booster(model_file=model)
    done = min(booster.num_boosted_rounds(), num_boost_round - 1)
    return {"xgb_model": booster[:done], "num_boost_round": num_boost_round - done}


def _is_random(booster: xgboost.Booster) -> bool:
    """Whether rounds draw random numbers, or depend on more than the trees that are saved."""
    learner = json.loads(booster.save_config())["learner"]
    trainer, ranking = learner["gradient_booster"], learner["objective"].get("lambdarank_param", {})
    if trainer["name"] != "gbtree" or ranking.get("lambdarank_pair_method") == "mean":
        return True
    if ranking.get("lambdarank_unbiased", "0") != "0":
        return True
    tree = trainer["tree_train_param"]
    shares = [value for name, value in tree.items() if name == "subsample" or name.startswith("colsample_")]
    return any(float(share) < 1 for share in shares)
