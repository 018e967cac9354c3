"""TensorBoard: event files with the scalars of each trial, and what its HParams plugin shows.

Each file is a function of the experiment's journal, and grows with it. So what is missing from a file, after
whatever has happened, is what comes after its last byte.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tunewise.disk import replacing
from tunewise.results import ExperimentResult
from tunewise.space import Domain, Finite, Float, Integer, Value
from tunewise.trackers.base import News, Report, Tracker
from tunewise.trial import TERMINAL, Status, Trial

if TYPE_CHECKING:
    from google.protobuf.struct_pb2 import Value as Plain
    from tensorboard.compat.proto.event_pb2 import Event
    from tensorboard.plugins.hparams.api_pb2 import HParamInfo
    from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData

MOST_LISTED = 20  # numbers that are offered one by one; more are an interval


@dataclass
class _File:
    """The event file of a trial. best: its best value so far. ended: whether its end is there."""

    path: Path
    best: float | None = None
    ended: bool = False


class TensorBoardTracker(Tracker):
    """place: a folder, in which the experiment gets one of its name; by default `tensorboard` in that of the
    experiment."""

    package = "tensorboard"

    def __init__(self, result: ExperimentResult, place: str) -> None:
        super().__init__(result, place)
        self._folder = Path(place) / result.name if place else result.paths.folder / "tensorboard"
        self._files: dict[int, _File] = {}
        _complete(self._path(""), self._records([self._version(), self._experiment()]))

    @classmethod
    def kept_place(cls, place: str) -> str:
        return str(Path(place).absolute()) if place else ""

    def update(self, news: Sequence[News]) -> None:
        for trial, reports in news:
            file = self._files.get(trial.id) or _File(self._path(f"trial-{trial.id:05d}"))
            events = [*self._scalars(file, reports)]
            if trial.status in TERMINAL and not file.ended:
                file.ended = True
                events.append(self._end(trial))
            if trial.id in self._files:
                with file.path.open("ab") as grown:
                    grown.write(self._records(events))
            else:
                _complete(file.path, self._records([self._version(), self._start(trial), *events]))
                self._files[trial.id] = file

    def _path(self, run: str) -> Path:
        return self._folder / run / f"events.out.tfevents.{int(self.moment(0.0))}.tunewise"

    def _records(self, events: Iterable[Event]) -> bytes:
        from tensorboard.summary.writer.record_writer import RecordWriter

        written = io.BytesIO()
        for event in events:
            RecordWriter(written).write(event.SerializeToString(deterministic=True))
        return written.getvalue()

    def _version(self) -> Event:
        from tensorboard.compat.proto.event_pb2 import Event

        return Event(wall_time=self.moment(0.0), file_version="brain.Event:2")

    def _scalars(self, file: _File, reports: Sequence[Report]) -> Iterator[Event]:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary

        problem = self.result.problem
        better = min if problem.mode == "min" else max
        for report in reports:
            value = report.values[problem.metric]
            file.best = value if file.best is None else better(file.best, value)
            shown = {**report.values, f"best/{problem.metric}": file.best}
            summary = Summary(value=[Summary.Value(tag=key, simple_value=shown[key]) for key in shown])
            yield Event(wall_time=self.moment(report.time), step=report.level, summary=summary)

    # ---- what the HParams plugin shows -------------------------------------------------------------------

    def _experiment(self) -> Event:
        from tensorboard.plugins.hparams import api_pb2, metadata, plugin_data_pb2

        metric = self.result.problem.metric
        names = ((metric, metric), (f"best/{metric}", f"best {metric}"))
        domains = self.result.problem.space.domains
        experiment = api_pb2.Experiment(
            name=self.result.name,
            time_created_secs=self.moment(0.0),
            hparam_infos=[_hparam(name, domain) for name, domain in domains.items()],
            metric_infos=[
                api_pb2.MetricInfo(name=api_pb2.MetricName(tag=tag), display_name=name) for tag, name in names
            ],
        )
        data = plugin_data_pb2.HParamsPluginData(experiment=experiment)
        return self._hparams(metadata.EXPERIMENT_TAG, data, 0.0)

    def _start(self, trial: Trial) -> Event:
        from tensorboard.plugins.hparams import metadata, plugin_data_pb2

        begin = trial.jobs[0].started
        info = plugin_data_pb2.SessionStartInfo(
            hparams={name: _plain(value) for name, value in trial.config.items()},
            group_name=f"trial {trial.id}",
            start_time_secs=self.moment(begin),
        )
        data = plugin_data_pb2.HParamsPluginData(session_start_info=info)
        return self._hparams(metadata.SESSION_START_INFO_TAG, data, begin)

    def _end(self, trial: Trial) -> Event:
        from tensorboard.plugins.hparams import api_pb2, metadata, plugin_data_pb2

        failed = trial.status is Status.FAILED
        end = max(job.ended or 0.0 for job in trial.jobs)
        info = plugin_data_pb2.SessionEndInfo(
            status=api_pb2.STATUS_FAILURE if failed else api_pb2.STATUS_SUCCESS,
            end_time_secs=self.moment(end),
        )
        data = plugin_data_pb2.HParamsPluginData(session_end_info=info)
        return self._hparams(metadata.SESSION_END_INFO_TAG, data, end)

    def _hparams(self, tag: str, data: HParamsPluginData, time: float) -> Event:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary, SummaryMetadata
        from tensorboard.plugins.hparams import metadata

        content = data.SerializeToString(deterministic=True)
        plugin = SummaryMetadata.PluginData(plugin_name=metadata.PLUGIN_NAME, content=content)
        value = Summary.Value(
            tag=tag, metadata=SummaryMetadata(plugin_data=plugin), tensor=metadata.NULL_TENSOR
        )
        return Event(wall_time=self.moment(time), summary=Summary(value=[value]))


def _complete(path: Path, data: bytes) -> None:
    """Writes a file, or what it lacks if it is there already."""
    there = path.read_bytes() if path.exists() else b""
    if there and data.startswith(there):
        with path.open("ab") as file:
            file.write(data[len(there) :])
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as draft:  # of another version, or of an experiment that was deleted
        draft.write_bytes(data)


def _hparam(name: str, domain: Domain) -> HParamInfo:
    from google.protobuf.struct_pb2 import ListValue
    from tensorboard.plugins.hparams import api_pb2

    if isinstance(domain, Float | Integer):
        interval = api_pb2.Interval(min_value=domain.lower, max_value=domain.upper)
        return api_pb2.HParamInfo(name=name, type=api_pb2.DATA_TYPE_FLOAT64, domain_interval=interval)
    assert isinstance(domain, Finite)
    values = [_plain(value) for value in domain.members()]
    kinds = {value.WhichOneof("kind") for value in values}
    if kinds == {"number_value"} and len(values) > MOST_LISTED:
        numbers = [value.number_value for value in values]
        interval = api_pb2.Interval(min_value=min(numbers), max_value=max(numbers))
        return api_pb2.HParamInfo(name=name, type=api_pb2.DATA_TYPE_FLOAT64, domain_interval=interval)
    kind = {
        frozenset({"number_value"}): api_pb2.DATA_TYPE_FLOAT64,
        frozenset({"bool_value"}): api_pb2.DATA_TYPE_BOOL,
    }.get(frozenset(kinds), api_pb2.DATA_TYPE_STRING)
    return api_pb2.HParamInfo(name=name, type=kind, domain_discrete=ListValue(values=values))


def _plain(value: Value) -> Plain:
    from google.protobuf.struct_pb2 import Value as Plain

    if isinstance(value, bool):
        return Plain(bool_value=value)
    if isinstance(value, int | float):
        return Plain(number_value=value)
    return Plain(string_value=str(value))
