"""A paused and resumed training of a booster gives what an unpaused one gives, bit by bit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from sklearn.datasets import load_breast_cancer, load_digits
from tests.helpers.frameworks import Example, Jobs, check_kill, check_pauses

from tunewise.worker.report import Reporter

pytestmark = pytest.mark.slow

ROUNDS = 12
X, Y = load_breast_cancer(return_X_y=True)
DIGITS, DIGIT = load_digits(return_X_y=True)
Predictions = npt.NDArray[np.float64]
Train = Callable[[Reporter], Predictions]


def check_exact(jobs: Jobs, other_jobs: Jobs, train: Train, resource: str) -> list[list[int]]:
    """Runs a trial in three jobs, and another in one. Returns the levels that each of the three reported."""
    whole = other_jobs.run(train, resource, ROUNDS, ROUNDS)
    levels: list[list[int]] = []
    for limit in (3, 8, ROUNDS):
        before = len(jobs.reports()) if levels else 0
        predicted = jobs.run(train, resource, limit, ROUNDS)
        levels.append([report[resource] for report in jobs.reports()[before:]])
    assert predicted is not None
    assert whole is not None
    assert np.array_equal(predicted, whole)
    last = {report[resource]: report for report in jobs.reports()}
    assert list(last.values()) == other_jobs.reports()
    return levels


LIGHTGBM = [
    {},
    {"objective": "regression_l1"},
    {"objective": "multiclass", "num_class": 10},
    {"max_bin": 15, "monotone_constraints": [1] + [0] * 29, "path_smooth": 1.0},
]
LIGHTGBM_RANDOM = [
    {"subsample": 0.5, "subsample_freq": 1},
    {"pos_bagging_fraction": 0.5, "bagging_freq": 2},
    {"colsample_bytree": 0.5},
    {"feature_fraction_bynode": 0.5},
    {"extra_trees": True},
    {"boosting": "dart"},
    {"boosting": "goss"},
    {"data_sample_strategy": "goss"},
    {"use_quantized_grad": True},
    {"objective": "regression", "linear_tree": True},
    {"cegb_penalty_feature_coupled": [0.1] * 30},
    {"objective": "lambdarank"},  # with positions
]


def lightgbm_trainer(params: dict[str, Any]) -> Train:
    lightgbm = pytest.importorskip("lightgbm")
    from tunewise.integrations.lightgbm import report_each, resumed

    x, y = (DIGITS, DIGIT) if "num_class" in params else (X, Y)
    every = {"objective": "binary", "verbose": -1, "num_threads": 1, "deterministic": True, **params}

    def train(report: Reporter) -> Predictions:
        data = lightgbm.Dataset(x[:400], y[:400])
        valid = lightgbm.Dataset(x[400:], y[400:], reference=data)
        if every["objective"] == "lambdarank":
            data.set_group([20] * 20).set_position(list(range(20)) * 20)
            valid.set_group([len(x) - 400])
        callbacks = [report_each(report)]
        booster = lightgbm.train(
            every, data, valid_sets=[valid], callbacks=callbacks, **resumed(report, ROUNDS)
        )
        return np.asarray(booster.predict(x, raw_score=True))

    return train


@pytest.mark.parametrize("params", LIGHTGBM, ids=str)
def test_lightgbm_goes_on(params: dict[str, Any], jobs: Jobs, other_jobs: Jobs) -> None:
    levels = check_exact(jobs, other_jobs, lightgbm_trainer(params), "round")
    assert levels == [[1, 2, 3], [4, 5, 6, 7, 8], [9, 10, 11, 12]]


@pytest.mark.parametrize("params", LIGHTGBM_RANDOM, ids=str)
def test_lightgbm_that_could_not_be_exact_starts_again(
    params: dict[str, Any], jobs: Jobs, other_jobs: Jobs
) -> None:
    levels = check_exact(jobs, other_jobs, lightgbm_trainer(params), "round")
    assert levels == [[1, 2, 3], list(range(1, 9)), list(range(1, 13))]


XGBOOST = [
    {},
    {"objective": "reg:absoluteerror"},
    {"objective": "multi:softprob", "num_class": 10},
    {"tree_method": "exact"},
    {"tree_method": "approx", "max_bin": 16},
    {"num_parallel_tree": 2, "grow_policy": "lossguide"},
    {"objective": "multi:softprob", "num_class": 10, "multi_strategy": "multi_output_tree"},
]
XGBOOST_RANDOM: list[dict[str, Any]] = [
    {"subsample": 0.5},
    {"colsample_bytree": 0.5},
    {"colsample_bylevel": 0.5},
    {"colsample_bynode": 0.5},
    {"booster": "dart", "rate_drop": 0.5},
    {"booster": "gblinear", "updater": "coord_descent"},
    {"objective": "rank:ndcg", "lambdarank_pair_method": "mean"},
    {"objective": "rank:pairwise", "lambdarank_unbiased": True},
]


def xgboost_trainer(params: dict[str, Any]) -> Train:
    xgboost = pytest.importorskip("xgboost")
    from tunewise.integrations.xgboost import ReportEach, resumed

    x, y = (DIGITS, DIGIT) if "num_class" in params else (X, Y)
    every = {"objective": "binary:logistic", "nthread": 1, **params}

    def data(part: slice) -> Any:  # noqa: ANN401 - XGBoost may be missing
        ranked = every["objective"].startswith("rank:")
        return xgboost.DMatrix(x[part], y[part], qid=np.arange(len(x))[part] // 20 if ranked else None)

    def train(report: Reporter) -> Predictions:
        booster = xgboost.train(
            every,
            data(slice(400)),
            evals=[(data(slice(400, None)), "valid")],
            verbose_eval=False,
            callbacks=[ReportEach(report)],
            **resumed(report, ROUNDS),
        )
        return np.asarray(booster.predict(xgboost.DMatrix(x), output_margin=True))

    return train


@pytest.mark.parametrize("params", XGBOOST, ids=str)
def test_xgboost_goes_on(params: dict[str, Any], jobs: Jobs, other_jobs: Jobs) -> None:
    levels = check_exact(jobs, other_jobs, xgboost_trainer(params), "round")
    assert levels == [[1, 2, 3], [4, 5, 6, 7, 8], [9, 10, 11, 12]]


@pytest.mark.parametrize("params", XGBOOST_RANDOM, ids=str)
def test_xgboost_that_could_not_be_exact_starts_again(
    params: dict[str, Any], jobs: Jobs, other_jobs: Jobs
) -> None:
    levels = check_exact(jobs, other_jobs, xgboost_trainer(params), "round")
    assert levels == [[1, 2, 3], list(range(1, 9)), list(range(1, 13))]


@pytest.mark.parametrize(
    "params", [{}, {"subsample": 0.5, "bootstrap_type": "Bernoulli"}, {"rsm": 0.5}], ids=str
)
def test_catboost_goes_on_from_its_snapshot(
    params: dict[str, Any], jobs: Jobs, other_jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catboost = pytest.importorskip("catboost")
    from tunewise.integrations.catboost import ReportEach, snapshot

    monkeypatch.chdir(tmp_path)  # CatBoost writes beside its caller

    def train(report: Reporter) -> Predictions:
        every = {"iterations": ROUNDS, "thread_count": 1, "verbose": False, **snapshot(report), **params}
        model = catboost.CatBoostClassifier(**every)
        model.fit(X[:400], Y[:400], eval_set=(X[400:], Y[400:]), callbacks=[ReportEach(report)])
        return np.asarray(model.predict(X, prediction_type="RawFormulaVal"))

    levels = check_exact(jobs, other_jobs, train, "iteration")
    assert levels == [[1, 2, 3], [4, 5, 6, 7, 8], [9, 10, 11, 12]]


def test_catboost_reports_what_was_evaluated_and_nothing_twice(
    jobs: Jobs, other_jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catboost = pytest.importorskip("catboost")
    from tunewise.integrations.catboost import ReportEach, snapshot

    monkeypatch.chdir(tmp_path)

    def train(report: Reporter) -> None:
        every = {
            "iterations": ROUNDS,
            "thread_count": 1,
            "verbose": False,
            "metric_period": 3,
            **snapshot(report),
        }
        model = catboost.CatBoostClassifier(**every)
        model.fit(X[:400], Y[:400], eval_set=(X[400:], Y[400:]), callbacks=[ReportEach(report)])

    assert jobs.run(train, "iteration", 5, ROUNDS) is None
    jobs.run(train, "iteration", ROUNDS, ROUNDS)
    other_jobs.run(train, "iteration", ROUNDS, ROUNDS)
    assert [report["iteration"] for report in other_jobs.reports()] == [1, 4, 7, 10, 12]
    assert jobs.reports() == other_jobs.reports()


@pytest.mark.parametrize(("trainer", "name"), [(lightgbm_trainer, "lightgbm"), (xgboost_trainer, "xgboost")])
def test_a_last_round_without_its_report_is_trained_again(
    trainer: Callable[[dict[str, Any]], Train], name: str, jobs: Jobs, other_jobs: Jobs
) -> None:
    train = trainer({})
    first = other_jobs.run(train, "round", ROUNDS, ROUNDS)
    again = other_jobs.run(train, "round", ROUNDS, ROUNDS)
    assert first is not None
    assert again is not None
    assert np.array_equal(again, first)
    assert other_jobs.reports()[-1] == other_jobs.reports()[-2]
    assert len(other_jobs.reports()) == ROUNDS + 1


def test_only_some_rounds_are_reported(jobs: Jobs, other_jobs: Jobs) -> None:
    lightgbm, xgboost = pytest.importorskip("lightgbm"), pytest.importorskip("xgboost")
    from tunewise.integrations.lightgbm import report_each
    from tunewise.integrations.xgboost import ReportEach

    def with_lightgbm(report: Reporter) -> None:
        data = lightgbm.Dataset(X, Y)
        lightgbm.train({"verbose": -1}, data, 8, valid_sets=[data], callbacks=[report_each(report, 3)])

    def with_xgboost(report: Reporter) -> None:
        data = xgboost.DMatrix(X, Y)
        xgboost.train(
            {}, data, 8, evals=[(data, "all")], verbose_eval=False, callbacks=[ReportEach(report, 3)]
        )

    for train in (with_lightgbm, with_xgboost):
        assert jobs.run(train, "round", 4, 8) is None  # pauses at a round that isn't one of the third
        other_jobs.run(train, "round", 8, 8)
    assert [report["round"] for report in jobs.reports()] == [3, 4] * 2
    assert [report["round"] for report in other_jobs.reports()] == [3, 6, 8] * 2
    assert set(other_jobs.reports()[-1]) == {"round", "all-rmse"}
    assert set(other_jobs.reports()[0]) == {"round", "training-l2"}


@pytest.mark.parametrize(
    ("framework", "config"),
    [("lightgbm", {"learning_rate": 0.1, "num_leaves": 7}), ("xgboost", {"eta": 0.1, "max_depth": 3})],
)
def test_a_kill_in_the_middle_of_a_save_costs_one_round(
    framework: str, config: dict[str, Any], tmp_path: Path
) -> None:
    pytest.importorskip(framework)
    check_kill(f"{framework}_breast_cancer", config, ("os", "replace", 5), tmp_path)


@pytest.mark.parametrize("framework", ["lightgbm", "xgboost", "catboost"])
def test_the_example_pauses_and_goes_on(
    framework: str, run_example: Callable[[str], Example], tmp_path: Path
) -> None:
    pytest.importorskip(framework)
    example = run_example(f"{framework}_breast_cancer")
    assert str(check_pauses(example, framework, tmp_path).best_config()) in example.printed
