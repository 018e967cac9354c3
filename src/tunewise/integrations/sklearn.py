"""scikit-learn: a search by cross-validation whose candidates pause and go on, fold by fold."""

from __future__ import annotations

import json
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from joblib import effective_n_jobs
from sklearn.base import clone, is_classifier
from sklearn.exceptions import FitFailedWarning
from sklearn.metrics import check_scoring
from sklearn.model_selection import RandomizedSearchCV, check_cv, cross_validate
from sklearn.utils import check_random_state, indexable
from sklearn.utils._param_validation import Interval

import tunewise
from tunewise.engine.policy import Policy
from tunewise.integrations import save, saved
from tunewise.requests import ResumeTrial, ask
from tunewise.signature import suggestion
from tunewise.trial import Status, Trial

if TYPE_CHECKING:
    from typing import Self

    import numpy.typing as npt

    from tunewise import ExperimentResult, Reporter
    from tunewise.space import Domain

_FOLDS = "folds.json"
_PLAIN = (bool, int, float, str, type(None))


class SearchCV(RandomizedSearchCV):
    """Finds the parameters with the best cross-validated score: used as `HalvingRandomSearchCV` is.

    A candidate is scored on one fold after the other, and the method decides after each of them whether it
    is worth the next ones: the resource is the number of folds, and the metric their running mean. Each
    candidate runs in processes of its own, `n_jobs` at a time. `tunewise show` and all other commands see the
    search. What a search tries depends on how long fits take, unless `n_jobs` is 1 and the method ignores
    time, as `asha` and `rs` do.

    estimator, scoring, refit, cv, return_train_score, random_state, n_jobs, verbose: as in scikit-learn. With
        several metrics `refit` names the one that decides. If it is a function of `cv_results_`, which
        returns the best index, there is no `best_score_`.
    error_score: the score of a fold whose fit fails; NaN: its candidate is given up; "raise": a ValueError as
        soon as one fails.
    param_distributions: a list of values, a domain such as `space.loguniform(1e-4, 1)`, or a `uniform`,
        `loguniform` or `randint` of scipy.stats, for each parameter.
    n_candidates: how many are tried. timeout: seconds, or text such as "10m", after which none is begun.
    method: of Tunewise, as for `tunewise.tune`. name: of the experiment; by default a new one.

    After `fit` it has `best_params_`, `best_score_`, `best_index_`, `best_estimator_`, `refit_time_`,
    `n_splits_`, `scorer_`, `multimetric_`, `experiment_name_`, and `cv_results_` with a row per candidate,
    whose `n_resources` is the number of folds that it was scored on. Scores of other folds are NaN, means are
    of those there are, and a candidate with more folds ranks first. So `best_score_` is of all folds, if any
    candidate got that far. At the end paused candidates go on whose mean is above that, if there is time.
    """

    _parameter_constraints = {  # noqa: RUF012 - as scikit-learn declares it
        **RandomizedSearchCV._parameter_constraints,
        "param_distributions": [dict],
        "n_candidates": [Interval(Integral, 1, None, closed="left")],
        "random_state": ["random_state"],
        "refit": ["boolean", str, callable],
        "timeout": [Real, str, None],
        "method": [str, callable],
        "name": [str, None],
    }

    def __init__(
        self,
        estimator: Any,  # noqa: ANN401 - whatever has fit
        param_distributions: Mapping[str, Any],
        *,
        n_candidates: int = 20,
        timeout: float | str | None = None,
        method: Any = "auto",  # noqa: ANN401 - as for `tunewise.tune`
        name: str | None = None,
        scoring: Any = None,  # noqa: ANN401 - whatever scikit-learn takes
        n_jobs: int | None = None,
        refit: bool | str | Callable[[dict[str, Any]], int] = True,
        cv: Any = None,  # noqa: ANN401 - whatever scikit-learn takes
        verbose: int = 0,
        random_state: Any = None,  # noqa: ANN401 - whatever scikit-learn takes
        error_score: float | str = np.nan,
        return_train_score: bool = False,
    ) -> None:
        self.estimator = estimator
        self.param_distributions = param_distributions
        self.n_candidates = n_candidates
        self.timeout = timeout
        self.method = method
        self.name = name
        self.scoring = scoring
        self.n_jobs = n_jobs
        self.refit = refit
        self.cv = cv
        self.verbose = verbose
        self.random_state = random_state
        self.error_score = error_score
        self.return_train_score = return_train_score

    def fit(self, X: Any, y: Any = None, **params: Any) -> Self:  # noqa: ANN401 - scikit-learn's
        """Searches, and fits `best_estimator_` to all data if `refit`. Needs the extra `functions`.

        params: for the estimator's `fit`, each row's if it is as long as X; `groups` is for the splitter.
        Raises ValueError if every candidate failed, or what `tunewise.tune` raises.
        """
        self._validate_params()
        X, y = indexable(X, y)
        self._check_names()
        named = isinstance(self.scoring, (list, tuple, set, dict))
        if named and (callable(self.refit) or self.refit not in self.scoring):
            raise ValueError(f"refit={self.refit!r} must name the metric of scoring that decides.")
        # a function may return several, which nobody knows before it is called
        several = named or (callable(self.scoring) and isinstance(self.refit, str))
        fit_params = {key: value for key, value in params.items() if key != "groups"}
        splitter = check_cv(self.cv, y, classifier=is_classifier(self.estimator))
        splits = list(splitter.split(X, y, params.get("groups")))
        metric = f"test_{self.refit}" if several else "test_score"
        given = {name: _values(each) for name, each in self.param_distributions.items()}
        labels = {name: values for name, (_, values) in given.items() if values}
        checks = {
            "scoring": self.scoring,
            "params": fit_params or None,
            "return_train_score": self.return_train_score,
        }
        decisive = list(self.scoring) if named else [metric.removeprefix("test_")]
        sides = ("test", "train") if self.return_train_score else ("test",)
        scores = [f"{side}_{each}" for side in sides for each in decisive]
        ends = self.error_score == "raise" or np.isnan(self.error_score)
        failed = {} if ends else dict.fromkeys(scores, float(self.error_score))
        folds = _Folds(self.estimator, X, y, splits, metric, labels, checks, failed)
        result = self._search(folds, {name: domain for name, (domain, _) in given.items()})

        self.n_splits_, self.multimetric_ = len(splits), several
        self.experiment_name_ = result.name
        self.scorer_ = check_scoring(self.estimator, self.scoring)
        self.scorer_ = getattr(self.scorer_, "_scorers", self.scorer_)  # of several metrics
        self.cv_results_ = _results(result, folds)
        if callable(self.refit):
            self.best_index_ = self.refit(self.cv_results_)
        else:
            self.best_index_ = int(np.argmin(self.cv_results_[f"rank_{metric}"]))
            self.best_score_ = self.cv_results_[f"mean_{metric}"][self.best_index_]
        self.best_params_ = self.cv_results_["params"][self.best_index_]
        if self.refit:
            self._refit(X, y, fit_params)
        return self

    def _check_names(self) -> None:
        """Raises ValueError for a parameter that neither the estimator has nor a part of it that is tuned."""
        known = self.estimator.get_params()
        for name in self.param_distributions:
            part = name.rpartition("__")[0]
            if name not in known and part not in self.param_distributions:
                kind = type(self.estimator).__name__
                raise ValueError(f"{kind} has no parameter {name!r}{suggestion(name, known)}.")

    def _search(self, folds: _Folds, domains: Mapping[str, Domain]) -> ExperimentResult:
        run = partial(
            tunewise.tune,
            folds,
            domains,
            f"mean_{folds.metric}",
            "max",
            len(folds.splits),
            resource="fold",
            method=self.method,
            seed=int(check_random_state(self.random_state).randint(1 << 31)),
            workers=effective_n_jobs(self.n_jobs),
            trials=self.n_candidates,
            timeout=self.timeout,
            progress=None if self.verbose else False,
            policy=Policy(max_failures=1 if self.error_score == "raise" else self.n_candidates),
        )
        result = run(name=self.name)
        reached = -1
        while (levels := sum(trial.level for trial in result.state.trials)) > reached:
            reached, promising = levels, _promising(result)
            if not promising or not hasattr(tunewise.methods, result.definition.method.name):
                break
            for trial in promising[: effective_n_jobs(self.n_jobs)]:
                ask(result.paths, ResumeTrial(trial.id))
            result = run(name=result.name, resume=True)
        failures = [trial.failure.message for trial in result.state.trials if trial.failure]
        if failures and (result.best is None or self.error_score == "raise"):
            raise ValueError(f"The fits of {len(failures)} candidates failed. The first: {failures[0]}")
        if result.best is None:
            raise ValueError(f"No candidate was scored ({result.ended}): give more time.")
        return result

    def _refit(self, X: Any, y: Any, fit_params: Mapping[str, Any]) -> None:  # noqa: ANN401 - scikit-learn's
        best = clone(self.best_params_, safe=False)
        self.best_estimator_ = clone(self.estimator).set_params(**best)
        began = time.perf_counter()
        targets = () if y is None else (y,)
        self.best_estimator_.fit(X, *targets, **fit_params)
        self.refit_time_ = time.perf_counter() - began
        if hasattr(self.best_estimator_, "feature_names_in_"):
            self.feature_names_in_ = self.best_estimator_.feature_names_in_


@dataclass(frozen=True)
class _Folds:
    """Scores a candidate, in its job. checks: arguments of `cross_validate`. labels: of each parameter whose
    values a configuration can't hold, the values by their texts there. failed: the scores of a fold whose fit
    fails; none: the job fails, too."""

    estimator: Any
    X: Any
    y: Any
    splits: list[Any]
    metric: str
    labels: Mapping[str, Mapping[str, Any]]
    checks: Mapping[str, Any]
    failed: Mapping[str, float]

    def __call__(self, config: Mapping[str, Any], report: Reporter) -> None:
        former = saved(report, _FOLDS)
        scores = json.loads(former.read_text()) if former else []
        estimator = clone(self.estimator).set_params(**clone(self.params(config), safe=False))
        for fold in range(len(scores), report.limit or len(self.splits)):
            figures = self._figures(estimator, fold)
            if self.metric not in figures:
                scored = ", ".join(key.removeprefix("test_") for key in figures if key.startswith("test_"))
                raise ValueError(f"scoring gives {scored}: let refit name the one of them that decides.")
            scores.append(figures[self.metric])
            save(report, _FOLDS, lambda path: Path(path).write_text(json.dumps(scores)))
            report(fold=fold + 1, **{f"mean_{self.metric}": float(np.mean(scores))}, **figures)

    def _figures(self, estimator: Any, fold: int) -> dict[str, float]:  # noqa: ANN401 - whatever has fit
        split = [self.splits[fold]]
        try:
            out = cross_validate(estimator, self.X, self.y, cv=split, error_score="raise", **self.checks)
        except Exception as error:
            if not self.failed:
                raise
            warnings.warn(f"Fold {fold} failed: {error!r}", FitFailedWarning, stacklevel=2)
            return {"fit_time": 0.0, "score_time": 0.0, **self.failed}
        return {key: float(value[0]) for key, value in out.items()}

    def params(self, config: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters that a configuration stands for."""
        return {name: self.labels.get(name, {}).get(value, value) for name, value in config.items()}


def _values(given: Any) -> tuple[Domain, dict[str, Any]]:  # noqa: ANN401 - a list, a distribution or a domain
    """The domain of a parameter, and the values by their texts if a configuration can't hold them."""
    from tunewise import space

    if isinstance(given, space.Domain):
        return given, {}
    if hasattr(given, "rvs"):
        low, high = given.support()
        name = given.dist.name
        if name == "randint":
            return space.randint(int(low), int(high)), {}
        makers = {"uniform": space.uniform, "loguniform": space.loguniform, "reciprocal": space.loguniform}
        if name not in makers:
            raise ValueError(
                f"A distribution {name!r} isn't known: give a list, or a domain of tunewise.space."
            )
        return makers[name](float(low), float(high)), {}
    values = [value.item() if isinstance(value, np.generic) else value for value in given]
    if all(isinstance(value, _PLAIN) for value in values):
        return space.choice(values), {}
    labels = {str(value): value for value in values}
    if len(labels) < len(values):
        raise ValueError(
            f"Two values of {sorted(map(str, values))} look the same: give values whose texts differ."
        )
    return space.choice(list(labels)), labels


def _promising(result: ExperimentResult) -> list[Trial]:
    """The candidates that are paused and better so far than all that were scored on all, the best first."""
    trials, most = result.state.trials, result.problem.max_resource
    whole = [trial.values[-1] for trial in trials if trial.level == most]
    paused = trials.having(Status.PAUSED).values()
    better = [trial for trial in paused if whole and trial.values[-1] > max(whole)]
    return sorted(better, key=lambda trial: -trial.values[-1])


def _results(result: ExperimentResult, folds: _Folds) -> dict[str, Any]:
    """`cv_results_`."""
    trials = list(result.state.trials)
    shape = (len(trials), len(folds.splits))
    figures: dict[str, npt.NDArray[np.float64]] = {}
    for row in result.rows():
        for key, value in row.items():
            if key in ("fit_time", "score_time") or key.startswith(("test_", "train_")):
                table = figures.setdefault(key, np.full(shape, np.nan))
                table[int(row["trial_id"] or 0), int(row["fold"] or 0) - 1] = value
    done = np.sum(~np.isnan(figures["fit_time"]), axis=1)
    found: dict[str, Any] = {"n_resources": done}
    found["params"] = [folds.params(trial.config) for trial in trials]
    for name in result.problem.space.names:
        column = np.empty(len(trials), dtype=object)
        column[:] = [params.get(name) for params in found["params"]]
        found[f"param_{name}"] = np.ma.MaskedArray(column, [name not in each for each in found["params"]])
    for key, table in figures.items():
        scored = done > 0
        means, spread = np.full((2, len(trials)), np.nan)
        means[scored], spread[scored] = np.nanmean(table[scored], axis=1), np.nanstd(table[scored], axis=1)
        found[f"mean_{key}"], found[f"std_{key}"] = means, spread
        if not key.endswith("_time"):
            found.update({f"split{fold}_{key}": table[:, fold] for fold in range(shape[1])})
        if key.startswith("test_"):
            order = [(-level, -mean if level else 0.0) for level, mean in zip(done, means, strict=True)]
            found[f"rank_{key}"] = np.array(
                [1 + sum(other < own for other in order) for own in order], np.int32
            )
    return found
