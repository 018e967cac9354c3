"""Reads back what trackers' tools show, with the tools' own libraries."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tunewise.results import ExperimentResult
from tunewise.testing.trackers import Shown, ShownTrial
from tunewise.trackers.base import Outcome

if TYPE_CHECKING:
    from google.protobuf.struct_pb2 import Value as Plain
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
    from wandb.proto.wandb_internal_pb2 import Record


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


class ShownByTensorBoard(Shown):
    """By the reader of TensorBoard's own server."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("tensorboard", reason="TensorBoard isn't installed")
        self.folder = folder / "runs"
        self.tracker = f"tensorboard:{self.folder}"

    def trials(self, result: ExperimentResult) -> Mapping[int, ShownTrial]:
        from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
        from tensorboard.plugins.hparams import metadata

        found = {}
        for folder in (self.folder / result.name).glob("trial-*"):
            read = EventAccumulator(str(folder), {"scalars": 0, "tensors": 0})
            read.Reload()
            plugin = read.PluginTagToContent(metadata.PLUGIN_NAME)
            start = metadata.parse_session_start_info_plugin_data(plugin[metadata.SESSION_START_INFO_TAG])
            end = plugin.get(metadata.SESSION_END_INFO_TAG)
            failed = end and metadata.parse_session_end_info_plugin_data(end).status == 2
            found[int(folder.name.removeprefix("trial-"))] = ShownTrial(
                {name: _text(value) for name, value in start.hparams.items()},
                self._curve(read, "loss"),
                self._curve(read, "accuracy"),
                "failed" if failed else None,
            )
        return found

    def _curve(self, read: EventAccumulator, key: str) -> Mapping[int, float]:
        scalars = read.Scalars(key) if key in read.Tags()["scalars"] else []
        assert len({scalar.step for scalar in scalars}) == len(scalars)
        return {scalar.step: scalar.value for scalar in scalars}


def _text(value: Plain) -> str:
    if value.WhichOneof("kind") == "number_value":
        number: float = value.number_value
        return str(int(number)) if number.is_integer() else repr(number)
    return str(getattr(value, value.WhichOneof("kind")))


class ShownByWandb(Shown):
    """By W&B's own messages in its files: a log in LevelDB's format, after a header of 7 bytes."""

    live = False

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("wandb", reason="wandb isn't installed")
        self.folder = folder / "wandb"
        monkeypatch.setenv("WANDB_DIR", str(folder))
        self.tracker = "wandb:project"

    def trials(self, result: ExperimentResult) -> Mapping[int, ShownTrial]:
        found = {}
        for path in self.folder.glob("offline-run-*/*.wandb"):
            records = [*_records(path.read_bytes())]
            (run,) = [record.run for record in records if record.HasField("run")]
            assert (run.project, run.run_group, run.job_type) == ("project", "experiment", "asha")
            trial_id = int(run.display_name.removeprefix("trial "))
            assert trial_id not in found
            config = {each.key: json.loads(each.value_json) for each in run.config.update}
            (end,) = [record.exit.exit_code for record in records if record.HasField("exit")]
            curves: dict[str, dict[int, float]] = {"loss": {}, "accuracy": {}}
            for record in records:
                if record.HasField("history"):
                    row = {
                        item.key or item.nested_key[0]: json.loads(item.value_json)
                        for item in record.history.item
                    }
                    for key in curves:
                        assert row["_step"] not in curves[key]
                        curves[key][row["_step"]] = row[key]
            config = {name: str(value) for name, value in config.items() if name != "_wandb"}
            found[trial_id] = ShownTrial(
                config, curves["loss"], curves["accuracy"], "failed" if end else None
            )
        return found


def _records(data: bytes) -> Iterator[Record]:
    from wandb.proto.wandb_internal_pb2 import Record

    block, whole = 32768, b""
    position = 7
    while position < len(data):
        if block - position % block < 7:
            position += block - position % block
            continue
        length, kind = struct.unpack_from("<4xHB", data, position)
        whole += data[position + 7 : position + 7 + length]
        position += 7 + length
        if kind in (1, 4):  # whole, or the last part
            yield Record.FromString(whole)
            whole = b""


class ShownByOptuna(Shown):
    """By Optuna's own storage. It has intermediate values of the metric alone."""

    OUTCOMES: Mapping[str, Outcome] = {
        "RUNNING": "running",
        "COMPLETE": "completed",
        "PRUNED": "stopped",
        "FAIL": "failed",
    }

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("optuna", reason="Optuna isn't installed")
        self.path = folder / "study.log"
        self.tracker = f"optuna:{self.path}"

    def trials(self, result: ExperimentResult) -> Mapping[int, ShownTrial]:
        from optuna import load_study
        from optuna.storages import JournalStorage
        from optuna.storages.journal import JournalFileBackend

        storage = JournalStorage(JournalFileBackend(str(self.path)))
        study = load_study(study_name=result.name, storage=storage)
        constants = {name: str(value) for name, value in result.problem.space.constants.items()}
        assert constants.items() <= study.user_attrs.items()
        found = {}
        for trial in study.trials:
            curve = trial.intermediate_values
            finished = trial.state.is_finished() and trial.state.name != "FAIL"
            assert trial.value == (min(curve.values()) if curve and finished else None)
            found[trial.number] = ShownTrial(
                {name: str(value) for name, value in trial.params.items()} | constants,
                curve,
                {level: 0.1 * level for level in curve},
                self.OUTCOMES[trial.state.name],
            )
        return found


SHOWN = {
    "mlflow": ShownByMLflow,
    "optuna": ShownByOptuna,
    "tensorboard": ShownByTensorBoard,
    "wandb": ShownByWandb,
}
