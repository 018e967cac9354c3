"""MLflow: an experiment for each of ours, in it a run for the whole, and in that one for each trial."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tunewise.results import ExperimentResult
from tunewise.space import Config
from tunewise.trackers.base import News, Outcome, Report, Tracker, outcome

IDENTITY, TRIAL, LEVEL = "tunewise.experiment", "tunewise.trial", "tunewise.level"
WHOLE = ""  # the trial of the run for the whole experiment

STATUS: Mapping[Outcome, str] = {
    "running": "RUNNING",
    "completed": "FINISHED",
    "stopped": "KILLED",
    "failed": "FAILED",
}
HOW = {"finished": "FINISHED", "suspended": "KILLED", "failed": "FAILED"}

METRICS, PARAMS = 500, 100  # at once; MLflow takes twice as many metrics
LONGEST = 5000  # characters of a parameter or a tag
PATIENCE = {"MLFLOW_HTTP_REQUEST_TIMEOUT": "20", "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1"}
"""As it is tried again anyway, and a person wants to know soon."""

_SQLITE = "sqlite:///"
_FORBIDDEN = re.compile(r"[^\w\-. :/]")


@dataclass
class _Run:
    """A run as MLflow has it. known: levels and keys of metrics beyond `tunewise.level`, which a process that
    was killed may have written; None before MLflow was asked."""

    id: str
    status: str
    tags: dict[str, str]
    params: set[str]
    metrics: dict[str, float]
    known: set[tuple[int, str]] | None = None


class MLflowTracker(Tracker):
    """place: the tracking URI; by default MLflow's own, such as $MLFLOW_TRACKING_URI."""

    package = "mlflow"

    def __init__(self, result: ExperimentResult, place: str) -> None:
        super().__init__(result, place)
        for name, value in PATIENCE.items():
            os.environ.setdefault(name, value)
        from mlflow.tracking import MlflowClient

        self._client: Any = MlflowClient(tracking_uri=place or None)
        found = self._client.get_experiment_by_name(result.name)
        self._experiment: str = (
            found.experiment_id if found is not None else self._client.create_experiment(result.name)
        )
        self._identity = f"{result.definition.name} of {result.definition.created}"
        self._runs = self._found()

    @classmethod
    def kept_place(cls, place: str) -> str:
        database = place.removeprefix(_SQLITE)
        return place if database in (place, "") else f"{_SQLITE}{Path(database).absolute()}"

    def _found(self) -> dict[str, _Run]:
        """The runs that are there, by trial."""
        runs, page = {}, None
        while True:
            found = self._client.search_runs(
                [self._experiment], f"tags.`{IDENTITY}` = '{self._identity}'", page_token=page
            )
            for run in found:
                tags, data = dict(run.data.tags), run.data
                status = run.info.status
                runs[tags[TRIAL]] = _Run(run.info.run_id, status, tags, set(data.params), dict(data.metrics))
            page = found.token
            if not page:
                return runs

    def update(self, news: Sequence[News]) -> None:
        result = self.result
        parent = self._runs.get(WHOLE) or self._create(WHOLE, result.name, 0.0, {})
        best = result.best and result.best.trial_id
        for trial, reports in news:
            run = self._runs.get(str(trial.id)) or self._create(
                str(trial.id), f"trial {trial.id}", trial.jobs[0].started, {"mlflow.parentRunId": parent.id}
            )
            tags = {
                "tunewise.state": trial.standing,
                "tunewise.best": "true" if trial.id == best else "false",
                "tunewise.failure": trial.failure.message if trial.failure else "",
            }
            self._write(run, trial.config, reports, tags)
            self._set_status(run, STATUS[outcome(result, trial)], self.ended(trial))
        self._write_whole(parent)

    def _write_whole(self, run: _Run) -> None:
        result, reports = self.result, []
        key = _name(f"best_{result.problem.metric}")
        if result.best is not None and run.metrics.get(key) != result.best.value:
            reports = [Report(result.state.trials.num_reports, result.state.now, {key: result.best.value})]
        best = "" if result.best is None else str(result.best.trial_id)
        self._write(run, {}, reports, {"tunewise.best_trial": best, "tunewise.end": str(result.ended or "")})
        how = HOW[result.ended.how] if result.ended else STATUS["running"]
        self._set_status(run, how, self.moment(result.state.now))

    def _create(self, trial: str, name: str, begin: float, tags: Mapping[str, str]) -> _Run:
        own = {IDENTITY: self._identity, TRIAL: trial, "tunewise.method": self.result.definition.method.name}
        run = self._client.create_run(
            self._experiment, self._milliseconds(begin), {**own, **tags}, run_name=name
        )
        self._runs[trial] = _Run(run.info.run_id, STATUS["running"], {**own, **tags}, set(), {}, set())
        return self._runs[trial]

    def _write(self, run: _Run, config: Config, reports: Sequence[Report], tags: Mapping[str, str]) -> None:
        """Writes what is missing, last of all up to which level the metrics are complete."""
        from mlflow.entities import Metric, Param, RunTag

        written = int(run.tags.get(LEVEL, 0))
        reports = [report for report in reports if report.level > written]
        if reports and run.known is None:
            keys = {key for report in reports for key in report.values}
            histories = [(key, self._client.get_metric_history(run.id, _name(key))) for key in keys]
            run.known = {(point.step, key) for key, history in histories for point in history}
        metrics = [
            Metric(_name(key), value, self._milliseconds(report.time), report.level)
            for report in reports
            for key, value in report.values.items()
            if (report.level, key) not in (run.known or ())
        ]
        params = [
            Param(_name(name), str(value)[:LONGEST])
            for name, value in config.items()
            if _name(name) not in run.params
        ]
        if reports:
            tags = {**tags, LEVEL: str(reports[-1].level)}
        tags = {name: value[:LONGEST] for name, value in tags.items()}
        tags = {name: value for name, value in tags.items() if run.tags.get(name, "") != value}
        while len(metrics) > METRICS or len(params) > PARAMS:
            self._client.log_batch(run.id, metrics=metrics[:METRICS], params=params[:PARAMS])
            metrics, params = metrics[METRICS:], params[PARAMS:]
        if metrics or params or tags:
            # MLflow writes tags after the others
            given = [RunTag(name, value) for name, value in tags.items()]
            self._client.log_batch(run.id, metrics=metrics, params=params, tags=given)
        run.tags |= tags
        run.params |= {_name(name) for name in config}
        if reports:
            run.metrics |= reports[-1].values

    def _set_status(self, run: _Run, status: str, end: float) -> None:
        if status == run.status:
            return
        if status == STATUS["running"]:
            self._client.update_run(run.id, status=status)
        else:
            self._client.set_terminated(run.id, status, int(end * 1000))
        run.status = status

    def _milliseconds(self, time: float) -> int:
        return int(self.moment(time) * 1000)


def _name(key: str) -> str:
    """A key as MLflow takes it."""
    return _FORBIDDEN.sub("_", key)[:250]
