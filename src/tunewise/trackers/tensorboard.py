"""TensorBoard: event files with the scalars of each trial, and what its HParams plugin shows.

Each file is a function of the experiment's journal, and grows with it. So what is missing from a file, after
whatever has happened, is what comes after its last byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tunewise.disk import replacing
from tunewise.results import ExperimentResult
from tunewise.trackers.base import News, Report, Tracker
from tunewise.trial import TERMINAL, Status

if TYPE_CHECKING:
    from tensorboard.compat.proto.event_pb2 import Event


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
        from tunewise.trackers import event_messages

        self._messages = event_messages
        self._folder = Path(place) / result.name if place else result.paths.folder / "tensorboard"
        self._files: dict[int, _File] = {}
        metric, begin = result.problem.metric, self.moment(0.0)
        columns = {metric: metric, f"best/{metric}": f"best {metric}"}
        told = event_messages.experiment(begin, result.name, result.problem.space.domains, columns)
        self._complete(self._path(""), [told])

    @classmethod
    def kept_place(cls, place: str) -> str:
        return str(Path(place).absolute()) if place else ""

    def update(self, news: Sequence[News]) -> None:
        for trial, reports in news:
            file = self._files.get(trial.id) or _File(self._path(f"trial-{trial.id:05d}"))
            events = [*self._scalars(file, reports)]
            if trial.status in TERMINAL and not file.ended:
                file.ended = True
                events.append(self._messages.end(self.ended(trial), trial.status is Status.FAILED))
            if trial.id in self._files:
                with file.path.open("ab") as grown:
                    grown.write(self._messages.records(events))
            else:
                begin = self.moment(trial.jobs[0].started)
                start = self._messages.start(begin, f"trial {trial.id}", trial.config)
                self._complete(file.path, [start, *events])
                self._files[trial.id] = file

    def _path(self, run: str) -> Path:
        return self._folder / run / f"events.out.tfevents.{int(self.moment(0.0))}.tunewise"

    def _scalars(self, file: _File, reports: Sequence[Report]) -> Iterator[Event]:
        problem = self.result.problem
        better = min if problem.mode == "min" else max
        for report in reports:
            value = report.values[problem.metric]
            file.best = value if file.best is None else better(file.best, value)
            values = {**report.values, f"best/{problem.metric}": file.best}
            yield self._messages.scalars(self.moment(report.time), report.level, values)

    def _complete(self, path: Path, events: Sequence[Event]) -> None:
        """Writes a file, or what it lacks if it is there already."""
        data = self._messages.records([self._messages.version(self.moment(0.0)), *events])
        there = path.read_bytes() if path.exists() else b""
        if there and data.startswith(there):
            with path.open("ab") as file:
                file.write(data[len(there) :])
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as draft:  # of another version, or of an experiment that was deleted
            draft.write_bytes(data)
