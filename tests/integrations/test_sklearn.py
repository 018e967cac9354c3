"""A search by cross-validation over processes that pause gives scikit-learn's own scores."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import NotFittedError
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold, cross_val_score, cross_validate
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.svm import SVC
from sklearn.utils.estimator_checks import estimator_checks_generator
from tests.helpers.frameworks import Example

from tunewise import load_experiment, methods, space
from tunewise.integrations.sklearn import SearchCV

pytestmark = pytest.mark.slow

X, Y = load_digits(return_X_y=True)
X, Y = X[:300], Y[:300]
ASHA = partial(methods.asha, type="promotion")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))


def test_candidates_pause_and_their_scores_are_those_of_scikit_learn() -> None:
    distributions = {
        "C": stats.loguniform(0.01, 100),
        "gamma": space.loguniform(1e-5, 0.1),
        "kernel": ["rbf", "sigmoid"],
    }
    search = SearchCV(
        SVC(), distributions, n_candidates=9, cv=4, n_jobs=2, random_state=0, method=ASHA, name="first"
    )
    assert search.fit(X, Y) is search
    results = search.cv_results_
    assert search.n_splits_ == 4
    assert len(results["params"]) == 9
    assert set(results["n_resources"]) > {1, 4}
    assert any(len(trial.jobs) > 1 for trial in load_experiment("first").state.trials)
    for candidate, params in enumerate(results["params"]):
        scores = cross_val_score(SVC(**params), X, Y, cv=4)
        done = results["n_resources"][candidate]
        found = [results[f"split{fold}_test_score"][candidate] for fold in range(4)]
        assert found[:done] == list(scores[:done])
        assert np.isnan(found[done:]).all()
        assert results["mean_test_score"][candidate] == pytest.approx(np.mean(scores[:done]))
        assert results["std_test_score"][candidate] == pytest.approx(np.std(scores[:done]))
        assert results["param_C"][candidate] == params["C"]
    whole = results["mean_test_score"][results["n_resources"] == 4]
    assert search.best_score_ == max(whole)
    order = list(zip(results["n_resources"], results["mean_test_score"], strict=True))
    ranks = [1 + sum(other > own for other in order) for own in order]
    assert list(results["rank_test_score"]) == ranks
    assert ranks[search.best_index_] == 1
    by_hand = SVC(**search.best_params_).fit(X, Y)
    assert np.array_equal(search.predict(X), by_hand.predict(X))
    assert search.score(X, Y) == by_hand.score(X, Y)
    assert list(search.classes_) == list(range(10))
    assert np.array_equal(pickle.loads(pickle.dumps(search)).predict(X), search.predict(X))  # noqa: S301


def test_one_worker_finds_the_same_again_with_a_method_that_ignores_time() -> None:
    search = SearchCV(GaussianNB(), {"var_smoothing": stats.loguniform(1e-9, 1)}, n_candidates=4, cv=3)
    search.set_params(random_state=3, n_jobs=1, return_train_score=True, method=ASHA)
    first, again = clone(search).fit(X, Y), clone(search).fit(X, Y)
    assert first.experiment_name_ != again.experiment_name_
    assert first.best_params_ == again.best_params_
    for key in ("mean_test_score", "split0_train_score", "rank_test_score", "n_resources"):
        assert np.array_equal(first.cv_results_[key], again.cv_results_[key], equal_nan=True)


def test_parts_of_a_pipeline_several_metrics_and_weights() -> None:
    x, y = load_breast_cancer(return_X_y=True)
    pipeline = make_pipeline(StandardScaler(), SelectKBest(), LogisticRegression())
    scalers = [StandardScaler(), MinMaxScaler(), "passthrough", None]
    weights = np.where(y == 1, 1.0, 3.0)
    search = SearchCV(
        pipeline,
        {"standardscaler": scalers, "selectkbest__k": stats.randint(2, 10)},
        n_candidates=4,
        cv=3,
        method="rs",
        scoring={"accuracy": "accuracy", "loss": "neg_log_loss"},
        refit="loss",
        random_state=1,
    )
    search.fit(x, y, logisticregression__sample_weight=weights)
    assert search.multimetric_
    params = search.best_params_
    assert any(type(params["standardscaler"]) is type(scaler) for scaler in scalers)
    expected = cross_validate(
        clone(pipeline).set_params(**params),
        x,
        y,
        cv=3,
        scoring=["accuracy", "neg_log_loss"],
        params={"logisticregression__sample_weight": weights},
    )
    results = search.cv_results_
    for fold in range(3):
        accuracy = results[f"split{fold}_test_accuracy"][search.best_index_]
        assert accuracy == expected["test_accuracy"][fold]
    assert search.best_score_ == pytest.approx(np.mean(expected["test_neg_log_loss"]))
    assert search.best_score_ == np.nanmax(results["mean_test_loss"])
    assert search.score(x, y) < 0
    with pytest.raises(ValueError, match="must name the metric of scoring"):
        search.set_params(refit=True).fit(x, y)


def both(estimator: Any, x: Any, y: Any) -> dict[str, float]:  # noqa: ANN401 - a scorer of scikit-learn
    """Two metrics, of which nobody knows before it is called."""
    return {"right": estimator.score(x, y), "wrong": 1.0 - estimator.score(x, y)}


def test_a_function_of_the_results_chooses_and_a_scorer_may_return_several_metrics() -> None:
    values = {"var_smoothing": [1e-9, 1e-1, 1.0]}
    search = SearchCV(GaussianNB(), values, n_candidates=3, cv=2, method="grid", scoring=both, refit="wrong")
    search.fit(X, Y)
    results = search.cv_results_
    assert search.best_score_ == max(results["mean_test_wrong"])
    assert search.score(X, Y) == 1.0 - search.best_estimator_.score(X, Y)
    with pytest.raises(ValueError, match="scoring gives right, wrong: let refit name"):
        search.set_params(refit=True).fit(X, Y)

    search = clone(search).set_params(
        scoring=None, refit=lambda results: int(np.argmin(results["mean_test_score"]))
    )
    search.fit(X, Y)
    worst = results["params"][np.argmin(results["mean_test_right"])]
    assert search.best_params_ == worst == {"var_smoothing": search.best_estimator_.var_smoothing}
    assert not hasattr(search, "best_score_")


def test_groups_stay_together_and_nothing_is_fitted_without_refit() -> None:
    groups = np.arange(len(Y)) % 7
    search = SearchCV(
        GaussianNB(),
        {"var_smoothing": [1e-9, 1e-3]},
        n_candidates=2,
        cv=GroupKFold(3),
        refit=False,
        method="rs",
    )
    search.fit(X, Y, groups=groups)
    expected = cross_val_score(GaussianNB(**search.best_params_), X, Y, cv=GroupKFold(3), groups=groups)
    assert search.best_score_ == pytest.approx(expected.mean())
    with pytest.raises((NotFittedError, AttributeError)):
        search.predict(X)


class Rigged(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Its score of a fold is known before."""

    def __init__(self, scores: tuple[float, ...] = ()) -> None:
        self.scores = scores

    def fit(self, x: object, y: object) -> Rigged:
        return self

    def score(self, x: Any, y: object) -> float:  # noqa: ANN401 - an array
        return self.scores[int(x[0, 0])]


def test_no_candidate_stays_paused_that_is_better_than_the_best() -> None:
    """The best first fold alone is promoted, and turns out to be a lucky one."""
    x, y = np.repeat(np.arange(4.0), 2)[:, None], np.arange(8) % 2
    scores = [(0.9, 0.1, 0.1, 0.1), (0.8, 0.7, 0.8, 0.7), (0.7, 0.2, 0.2, 0.2), (0.2, 0.9, 0.9, 0.9)]
    method = partial(methods.asha, type="promotion", grace_period=1, reduction_factor=4)
    search = SearchCV(Rigged(), {"scores": scores}, n_candidates=4, cv=KFold(4), method=method, refit=False)
    search.fit(x, y)
    found = dict(zip(search.cv_results_["param_scores"], search.cv_results_["n_resources"], strict=True))
    assert found == dict(zip(scores, (4, 4, 1, 1), strict=True))
    assert search.best_params_ == {"scores": scores[1]}


class Fragile(GaussianNB):  # type: ignore[misc]
    """Can't be fitted with some of its parameters."""

    def fit(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - scikit-learn's
        if self.var_smoothing > 0.5:
            raise RuntimeError("too smooth")
        return super().fit(*args, **kwargs)


def test_a_candidate_that_cannot_be_fitted_fails_alone() -> None:
    search = SearchCV(Fragile(), {"var_smoothing": [1e-9, 1.0]}, n_candidates=2, cv=2, method="grid")
    search.fit(X, Y)
    assert search.best_params_ == {"var_smoothing": 1e-9}
    failed = search.cv_results_["params"].index({"var_smoothing": 1.0})
    assert np.isnan(search.cv_results_["mean_test_score"][failed])
    assert search.cv_results_["rank_test_score"][failed] == 2
    for values, error_score in (([1.0], np.nan), ([1e-9, 1.0], "raise")):
        search.set_params(param_distributions={"var_smoothing": values}, error_score=error_score)
        with pytest.raises(ValueError, match="too smooth"):
            search.fit(X, Y)


@pytest.mark.parametrize("scoring", [None, ["accuracy", "f1_macro"]])
def test_a_fit_that_fails_may_have_a_score(scoring: list[str] | None) -> None:
    search = SearchCV(
        Fragile(),
        {"var_smoothing": [1e-9, 1.0]},
        n_candidates=2,
        cv=2,
        method="grid",
        error_score=-1.0,
        return_train_score=True,
        scoring=scoring,
        refit="f1_macro" if scoring else True,
    )
    search.fit(X, Y)
    assert search.best_params_ == {"var_smoothing": 1e-9}
    failed = search.cv_results_["params"].index({"var_smoothing": 1.0})
    for name in [f"{side}_{each}" for side in ("test", "train") for each in scoring or ["score"]]:
        scores = [search.cv_results_[f"split{fold}_{name}"] for fold in range(2)]
        assert [each[failed] for each in scores] == [-1.0, -1.0]
        assert min(each[1 - failed] for each in scores) > 0.0
    assert search.cv_results_["n_resources"][failed] == 2


def test_a_search_goes_on_however_many_candidates_fail_first() -> None:
    values = {"var_smoothing": [1.0, 2.0, 3.0, 4.0, 1e-9]}
    search = SearchCV(Fragile(), values, n_candidates=5, cv=2, method="grid").fit(X, Y)
    assert search.best_params_ == {"var_smoothing": 1e-9}
    assert list(search.cv_results_["n_resources"]) == [0, 0, 0, 0, 2]


@pytest.mark.parametrize(
    ("name", "message"),
    [("gaussiannb__smoothing", "did you mean 'gaussiannb__var_smoothing'"), ("C", "there is gaussiannb")],
)
def test_a_parameter_that_the_estimator_lacks_is_refused_before_anything_runs(
    name: str, message: str
) -> None:
    pipeline = make_pipeline(StandardScaler(), GaussianNB())
    with pytest.raises(ValueError, match=message):
        SearchCV(pipeline, {name: [1.0]}, name="none").fit(X, Y)
    # that of a part that is tuned itself is known only then
    parts = {"gaussiannb": [LogisticRegression()], "gaussiannb__C": [0.1, 1.0]}
    search = SearchCV(pipeline, parts, n_candidates=1, cv=2, method="rs").fit(X, Y)
    assert search.best_params_["gaussiannb__C"] == search.best_estimator_[-1].C


@pytest.mark.parametrize(
    ("given", "message"),
    [(stats.norm(), "'norm' isn't known"), ([Fragile(), Fragile()], "look the same")],
)
def test_distributions_that_are_not_known_are_refused(given: Any, message: str) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=message):
        SearchCV(GaussianNB(), {"var_smoothing": given}).fit(X, Y)


WITHOUT_MANY_FITS = {
    "check_do_not_raise_errors_in_init_or_set_params",
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_estimators_fit_returns_self",
    "check_estimators_unfitted",
    "check_get_params_invariance",
    "check_n_features_in",
    "check_no_attributes_set_in_init",
    "check_set_params",
}


def test_what_scikit_learn_asks_of_estimators() -> None:
    search = SearchCV(
        LogisticRegression(), {"C": [0.1, 1.0]}, n_candidates=2, cv=2, error_score="raise", method="rs"
    )
    passed = set()
    for estimator, check in estimator_checks_generator(search):
        if check.func.__name__ in WITHOUT_MANY_FITS:
            check(estimator)
            passed.add(check.func.__name__)
    assert passed == WITHOUT_MANY_FITS


def test_the_example(run_example: Callable[[str], Example]) -> None:
    assert "on the test set: 0.9" in run_example("sklearn_digits").printed
