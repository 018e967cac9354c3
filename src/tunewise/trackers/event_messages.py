"""What is in TensorBoard's event files, as its own messages: scalars, and what its HParams plugin shows.

Imported where TensorBoard is needed, and nowhere else.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from google.protobuf.struct_pb2 import ListValue
from google.protobuf.struct_pb2 import Value as Plain
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary, SummaryMetadata
from tensorboard.plugins.hparams import api_pb2, metadata
from tensorboard.plugins.hparams.plugin_data_pb2 import HParamsPluginData, SessionEndInfo, SessionStartInfo
from tensorboard.summary.writer.record_writer import RecordWriter

from tunewise.space import Config, Domain, Finite, Float, Integer, Value

MOST_LISTED = 20  # numbers that are offered one by one; more are an interval
TYPES = {
    "number_value": api_pb2.DATA_TYPE_FLOAT64,
    "bool_value": api_pb2.DATA_TYPE_BOOL,
    "string_value": api_pb2.DATA_TYPE_STRING,
}


def records(events: Iterable[Event]) -> bytes:
    """Events as a file has them; the same bytes each time."""
    written = io.BytesIO()
    for event in events:
        RecordWriter(written).write(event.SerializeToString(deterministic=True))
    return written.getvalue()


def version(time: float) -> Event:
    """What each file begins with. Times are in seconds since 1970."""
    return Event(wall_time=time, file_version="brain.Event:2")


def scalars(time: float, step: int, values: Mapping[str, float]) -> Event:
    """Values of a step, by tag."""
    summary = Summary(value=[Summary.Value(tag=tag, simple_value=value) for tag, value in values.items()])
    return Event(wall_time=time, step=step, summary=summary)


def experiment(time: float, name: str, domains: Mapping[str, Domain], metrics: Mapping[str, str]) -> Event:
    """The columns of the table of trials. metrics: their names by tag."""
    told = api_pb2.Experiment(
        name=name,
        time_created_secs=time,
        hparam_infos=[_hparam(name, domain) for name, domain in domains.items()],
        metric_infos=[
            api_pb2.MetricInfo(name=api_pb2.MetricName(tag=tag), display_name=name)
            for tag, name in metrics.items()
        ],
    )
    return _hparams(time, metadata.EXPERIMENT_TAG, HParamsPluginData(experiment=told))


def start(time: float, name: str, config: Config) -> Event:
    """The start of a trial, with its configuration."""
    hparams = {key: _plain(value) for key, value in config.items()}
    told = SessionStartInfo(hparams=hparams, group_name=name, start_time_secs=time)
    return _hparams(time, metadata.SESSION_START_INFO_TAG, HParamsPluginData(session_start_info=told))


def end(time: float, failed: bool) -> Event:
    """The end of a trial, which can't be taken back."""
    status = api_pb2.STATUS_FAILURE if failed else api_pb2.STATUS_SUCCESS
    told = SessionEndInfo(status=status, end_time_secs=time)
    return _hparams(time, metadata.SESSION_END_INFO_TAG, HParamsPluginData(session_end_info=told))


def _hparams(time: float, tag: str, data: HParamsPluginData) -> Event:
    content = data.SerializeToString(deterministic=True)
    plugin = SummaryMetadata.PluginData(plugin_name=metadata.PLUGIN_NAME, content=content)
    told = SummaryMetadata(plugin_data=plugin)
    value = Summary.Value(tag=tag, metadata=told, tensor=metadata.NULL_TENSOR)
    return Event(wall_time=time, summary=Summary(value=[value]))


def _hparam(name: str, domain: Domain) -> api_pb2.HParamInfo:
    if isinstance(domain, Float | Integer):
        return _in_interval(name, domain.lower, domain.upper)
    assert isinstance(domain, Finite)
    values = [_plain(value) for value in domain.members()]
    kinds = {value.WhichOneof("kind") for value in values}
    if kinds == {"number_value"} and len(values) > MOST_LISTED:
        numbers = [value.number_value for value in values]
        return _in_interval(name, min(numbers), max(numbers))
    kind = TYPES[kinds.pop()] if len(kinds) == 1 else api_pb2.DATA_TYPE_STRING
    return api_pb2.HParamInfo(name=name, type=kind, domain_discrete=ListValue(values=values))


def _in_interval(name: str, lower: float, upper: float) -> api_pb2.HParamInfo:
    interval = api_pb2.Interval(min_value=lower, max_value=upper)
    return api_pb2.HParamInfo(name=name, type=api_pb2.DATA_TYPE_FLOAT64, domain_interval=interval)


def _plain(value: Value) -> Plain:
    if isinstance(value, bool):
        return Plain(bool_value=value)
    if isinstance(value, int | float):
        return Plain(number_value=value)
    return Plain(string_value=str(value))
