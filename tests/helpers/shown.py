"""Reads back what trackers' tools show, with the tools' own libraries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tunewise.results import ExperimentResult
from tunewise.testing.trackers import Shown, ShownTrial
from tunewise.trackers.base import Outcome


class ShownByMLflow(Shown):
    """In files: the first use of a database takes MLflow ten seconds."""

    OUTCOMES: Mapping[str, Outcome] = {
        "RUNNING": "running",
        "FINISHED": "completed",
        "KILLED": "stopped",
        "FAILED": "failed",
    }

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, uri: str = "") -> None:
        tracking = pytest.importorskip("mlflow.tracking", reason="mlflow-skinny isn't installed")
        monkeypatch.setenv("MLFLOW_ALLOW_FILE_STORE", "true")
        uri = uri or f"file://{folder}/mlruns"
        self.tracker = f"mlflow:{uri}"
        self.client = tracking.MlflowClient(uri)

    def trials(self, result: ExperimentResult) -> Mapping[int, ShownTrial]:
        experiment = self.client.get_experiment_by_name(result.name)
        if experiment is None:
            return {}
        runs = self.client.search_runs([experiment.experiment_id])
        (whole,) = [run for run in runs if not run.data.tags["tunewise.trial"]] or [None]
        found: dict[int, ShownTrial] = {}
        for run in runs:
            if run is whole:
                continue
            trial_id = int(run.data.tags["tunewise.trial"])
            assert trial_id not in found
            assert run.data.tags["mlflow.parentRunId"] == whole.info.run_id
            best = result.best is not None and trial_id == result.best.trial_id
            assert run.data.tags["tunewise.best"] == ("true" if best else "false")
            found[trial_id] = ShownTrial(
                run.data.params,
                self._curve(run.info.run_id, "loss"),
                self._curve(run.info.run_id, "accuracy"),
                self.OUTCOMES[run.info.status],
            )
        if result.best is not None:
            assert whole.data.metrics["best_loss"] == result.best.value
        return found

    def _curve(self, run: str, key: str) -> Mapping[int, float]:
        points = self.client.get_metric_history(run, key)
        assert len({point.step for point in points}) == len(points)
        return {point.step: point.value for point in points}


SHOWN = {"mlflow": ShownByMLflow}
