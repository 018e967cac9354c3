"""The contract suite for trackers, as plain functions that a test runs for each tracker.

Each check takes a `Shown`, which knows a tracker and reads back what its tool shows, and an empty folder. It
raises `AssertionError` if the tracker breaks its contract.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.events import (
    Entry,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    Opened,
    Reported,
    ResumeJob,
    StartJob,
    Ticked,
)
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.results import ExperimentResult
from tunewise.space import Space, Value, choice, loguniform, randint
from tunewise.trackers import checked, tracker_class
from tunewise.trackers.base import News, Outcome, Tracker, outcome
from tunewise.trackers.following import Followed
from tunewise.trial import FailureKind, JobId, Status

PROBLEM = Problem(
    Space({"lr": loguniform(1e-4, 1.0), "width": randint(1, 64), "kind": choice(["a", "b"]), "data": "wiki"}),
    metric="loss",
    resource_attr="epoch",
    max_resource=4,
)


class ShownTrial(NamedTuple):
    """A trial as a tool shows it. config: values as text. curve, accuracy: two reported keys by level, each
    level once. outcome: None where the tool can't show it."""

    config: Mapping[str, str]
    curve: Mapping[int, float]
    accuracy: Mapping[int, float]
    outcome: Outcome | None


class Shown(ABC):
    """A tracker, and how to read what its tool shows.

    tracker: as `--track` takes it. live: whether trials are shown before they are over.
    """

    tracker: str
    live = True

    @abstractmethod
    def trials(self, result: ExperimentResult) -> Mapping[int, ShownTrial]:
        """What is shown of an experiment. Raises AssertionError for a trial that is there twice."""


Check = Callable[[Shown, Path], None]


# ---- an experiment --------------------------------------------------------------------------------------


_END = Entry(Ticked(9.0), [Finish(9.0, FinishReason.LIMIT, "the limit is reached")])


def _lines() -> Iterator[Entry]:
    """Trials that pause, resume, fail and are completed; the experiment ends and goes on."""
    yield Entry(Opened(0.0, 2))
    for trial in range(3):
        config: dict[str, Value] = {
            "lr": 0.1 / (trial + 1),
            "width": 8,
            "kind": "ab"[trial % 2],
            "data": "wiki",
        }
        yield Entry(Ticked(1.0), [StartJob(1.0, trial, config, 1)])
    for trial in range(2):
        yield _report(trial, 0, 1, [HaltJob(2.0, JobId(trial, 0), Status.PAUSED)])
        yield Entry(JobEnded(2.5, JobId(trial, 0), 1.5))
    failed = HaltJob(3.0, JobId(2, 0), Status.FAILED, 0.0, FailureKind.CONFIGURATION, "loss is nan")
    yield Entry(Reported(3.0, JobId(2, 0), 0, 2.0, {"loss": "nan", "epoch": 1}), [failed])
    yield Entry(JobEnded(3.0, JobId(2, 0), 2.0))
    yield Entry(Ticked(4.0), [ResumeJob(4.0, JobId(0, 1), 4)])
    yield from (_report(0, 1, level, []) for level in (2, 3, 4))
    yield Entry(JobEnded(9.0, JobId(0, 1), 5.0))
    yield _END
    yield Entry(Opened(9.0, 2))
    yield Entry(Ticked(9.0), [ResumeJob(9.0, JobId(1, 1), 4)])
    yield from (_report(1, 1, level, []) for level in (2, 3))


def _report(trial: int, run: int, level: int, actions: list[HaltJob]) -> Entry:
    values: dict[str, Value] = {"loss": 1.0 / (level + trial), "accuracy": 0.1 * level, "epoch": level}
    seq = level - 1 - run
    return Entry(Reported(2.0 + level, JobId(trial, run), seq, float(level), values), [*actions])


class _Told:
    """An experiment whose journal grows, and its tracker."""

    def __init__(self, tracker: str, folder: Path) -> None:
        (self._tracker,) = checked([tracker])
        self.paths = ExperimentPaths(folder / "experiment")
        self.paths.folder.mkdir()
        method, created = MethodSpec("asha", 0, {}), "2026-05-04T13:37:00+02:00"
        backend = {"kind": "local", "entry_point": "train.py"}
        write_definition(
            self.paths.definition,
            Definition(
                "experiment", created, "0.1.0", PROBLEM.to_json(), method, backend, 2, {}, 1.0, Policy()
            ),
        )
        self.restart()

    def restart(self) -> None:
        """As after the end of the process, however it came."""
        with Journal(self.paths.journal):
            self._followed = Followed(self.paths)
        place = self._tracker.partition(":")[2]
        self._made: Tracker = tracker_class(self._tracker)(self._followed.result, place)

    def tell(self, entries: Sequence[Entry], torn_at: int | None = None) -> None:
        """Tells what follows. torn_at: how many trials are told of before that breaks off."""
        with Journal(self.paths.journal) as journal:
            journal.append(entries)
        news = self._followed.news()
        if torn_at is None:
            self._made.update(news)
            return
        try:
            self._made.update(_Torn(news, torn_at))
        except _TornOffError:
            self.restart()

    @property
    def result(self) -> ExperimentResult:
        followed = Followed(self.paths)
        followed.news()
        return followed.result

    def check(self, shown: Shown) -> None:
        """That everything is shown, and once."""
        result = self.result
        found = shown.trials(result)
        over = result.state.finished is not None
        expected = {
            trial.id: ShownTrial(
                {name: str(value) for name, value in trial.config.items()},
                dict(zip(trial.levels, trial.values, strict=True)),
                {level: 0.1 * level for level in trial.levels},
                outcome(result, trial),
            )
            for trial in result.state.trials
            if shown.live or over or outcome(result, trial) != "running"
        }
        assert set(found) == set(expected)
        for trial_id, wanted in expected.items():
            seen = found[trial_id]
            assert seen.config == wanted.config
            for name in ("curve", "accuracy"):
                told, there = getattr(wanted, name), getattr(seen, name)
                assert set(there) == set(told), (trial_id, name, there)
                assert all(abs(there[level] - told[level]) < 1e-6 for level in told)
            assert seen.outcome in (None, wanted.outcome), (trial_id, seen, wanted)


class _TornOffError(Exception):
    pass


class _Torn(list[News]):
    def __init__(self, news: Sequence[News], at: int) -> None:
        super().__init__(news)
        self._at = at

    def __iter__(self) -> Iterator[News]:
        for number, each in enumerate(super().__iter__()):
            if number == self._at:
                raise _TornOffError
            yield each


# ---- checks ---------------------------------------------------------------------------------------------


def check_it_shows_what_was_told_at_once(shown: Shown, folder: Path) -> None:
    told = _Told(shown.tracker, folder)
    told.tell([*_lines()])
    told.check(shown)


def check_it_shows_what_was_told_line_by_line(shown: Shown, folder: Path) -> None:
    told = _Told(shown.tracker, folder)
    for line in _lines():
        told.tell([line])
        told.check(shown)


def check_nothing_is_there_twice_after_a_restart(shown: Shown, folder: Path) -> None:
    told = _Told(shown.tracker, folder)
    for line in _lines():
        told.tell([line])
        told.restart()
    told.tell([])
    told.check(shown)


def check_what_broke_off_is_completed(shown: Shown, folder: Path) -> None:
    told = _Told(shown.tracker, folder)
    lines = [*_lines()]
    for number, begin in enumerate(range(0, len(lines), 3)):
        told.tell(lines[begin : begin + 3], torn_at=number % 3)
        told.tell([])
        told.check(shown)


def check_it_shows_what_went_on_and_ended_meanwhile(shown: Shown, folder: Path) -> None:
    told = _Told(shown.tracker, folder)
    lines = [*_lines()]
    went_on = lines.index(_END) + 1
    told.tell(lines[:went_on])
    told.check(shown)
    told.restart()
    told.tell([])
    told.tell([*lines[went_on:], _report(1, 1, 4, []), Entry(JobEnded(9.0, JobId(1, 1), 3.0)), _END])
    told.check(shown)


TRACKER_CHECKS: tuple[Check, ...] = tuple(
    value for name, value in globals().items() if name.startswith("check_")
)
"""All of the above, in order."""
