"""The list of all experiments and studies, from cheap reads that are kept while files are unchanged."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from tunewise.console.chronicle import Incumbents
from tunewise.console.reading import standing_of
from tunewise.console.views import STATUSES
from tunewise.definition import Definition, DefinitionError, read_definition
from tunewise.disk import is_locked
from tunewise.display import limits
from tunewise.display.formats import has_price
from tunewise.engine.state import State
from tunewise.events import Finish, FinishReason, decode
from tunewise.journal import JournalError
from tunewise.paths import ExperimentPaths, experiment_names, home, study_names
from tunewise.results import load_folder
from tunewise.snapshot import read_summary, summary_of
from tunewise.studies.outcome import read_outcome
from tunewise.studies.plan import read_plan
from tunewise.studies.spec import StudyError

SPARK = 40  # points of a small curve
LAST = 1 << 16  # bytes at the end of a journal that are looked at
AGAIN, SPARING = 2.0, 20.0
"""One that changes is read again after so many seconds, and so many times the seconds that reading took."""

MOMENT = 0.5  # seconds for which experiments that changed are read at a time

Mark = tuple[int, int, int]


class Brief(NamedTuple):
    """What a list needs of an experiment's state. spark: times and values of the best so far, at most
    `SPARK`. share: of the limit that is used most, from 0 to 1, and its text."""

    trials: int
    best: float | None
    now: float
    cost: float
    finished: FinishReason | None
    counts: dict[str, int]
    workers: int
    running: int
    share: float | None
    used: str
    spark: tuple[list[float], list[float]]


class _Known(NamedTuple):
    """What was read of an experiment, and of which files. full: whether all of it was read."""

    mark: Mark
    definition: Definition
    brief: Brief | None
    flaw: str
    full: bool


class Listing:
    """Reads the list of experiments. `rows` is quick; `improve` reads what takes longer, an experiment at a
    time. `latest` does both, once for all pages."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._shown: dict[str, dict[str, Any]] = {}  # rows: the same object as long as nothing changes
        self._lock = threading.Lock()
        self._looking = threading.Lock()
        self._latest: dict[str, Any] = {}
        self._look_at = 0.0  # when the next look is due
        self._due: dict[str, float] = {}  # when each may be read again

    def latest(self) -> dict[str, Any]:
        """The rows of at most `SPARING` times the time ago that a look takes."""
        with self._looking:
            begun = time.monotonic()
            if begun >= self._look_at:
                while time.monotonic() < begun + MOMENT and self.improve():
                    pass
                listed = time.monotonic()
                self._latest = self.rows()
                now = time.monotonic()
                self._look_at = now + SPARING * (now - listed)
            return self._latest

    def rows(self) -> dict[str, Any]:
        """All experiments and studies, the latest first."""
        with self._lock:
            names = [(name, "") for name in experiment_names()]
            studies = study_names()
            for study in studies:
                names += [(name, study) for name in experiment_names(study)]
            for gone in self._known.keys() - {name for name, _ in names}:
                del self._known[gone]
            found = {name: self._row(name, study) for name, study in names}
            for name, row in found.items():
                if self._shown.get(name) == row:
                    found[name] = self._shown[name]
            self._shown = found
            rows = list(self._shown.values())
            rows.sort(key=lambda row: str(row["created"]), reverse=True)
            return {"experiments": rows, "studies": [_study(tag) for tag in studies], "home": str(home())}

    def improve(self) -> bool:
        """Reads one experiment that isn't known in full. Returns whether there was one."""
        for name, known in list(self._known.items()):
            paths = ExperimentPaths(home() / name)
            if known.full or known.flaw or time.monotonic() < self._due.get(name, 0.0):
                continue
            begun = time.monotonic()
            try:
                better = known._replace(brief=brief_of(load_folder(paths).state), full=True)
            except (OSError, DefinitionError, JournalError) as error:
                better = known._replace(flaw=str(error), full=True)
            ended = time.monotonic()
            self._due[name] = ended + AGAIN + SPARING * (ended - begun)
            with self._lock:
                if name in self._known:
                    self._known[name] = better
            return True
        return False

    def _row(self, name: str, study: str) -> dict[str, Any]:
        paths = ExperimentPaths(home() / name)
        mark = _mark(paths)
        known = self._known.get(name)
        if known is None or known.mark != mark:
            try:
                definition = read_definition(paths.definition)
            except DefinitionError as error:
                return _damaged(name, study, str(error))
            brief = _quick(paths, known.brief if known else None)
            known = self._known[name] = _Known(mark, definition, brief, "", full=False)
        return _row(paths, study, known)


def _mark(paths: ExperimentPaths) -> Mark:
    """Changes whenever the journal or the definition does."""
    try:
        journal = os.stat(paths.journal)
        return journal.st_size, journal.st_mtime_ns, os.stat(paths.definition).st_mtime_ns
    except OSError:
        return (0, 0, 0)


def _quick(paths: ExperimentPaths, before: Brief | None) -> Brief | None:
    """What is known until the journal is read again: what a snapshot's first line says, and the rest as
    before."""
    summary = read_summary(paths)
    if summary is None:
        return before
    empty: tuple[list[float], list[float]] = ([], [])
    return (before or Brief(0, None, 0.0, 0.0, None, {}, 0, 0, None, "", empty))._replace(
        trials=summary.trials,
        best=summary.best.value if summary.best else None,
        now=summary.now,
        cost=summary.cost,
        finished=summary.finished,
    )


def brief_of(state: State) -> Brief:
    """What a list needs of a state."""
    summary, opened = summary_of(state), state.last_run
    used = max(limits.used(state, state.now), key=lambda use: use.share, default=None)
    counts = dict.fromkeys(STATUSES, 0)
    for trial in state.trials:
        counts[trial.standing] += 1
    best = summary.best.value if summary.best else None
    return Brief(
        summary.trials,
        best,
        summary.now,
        summary.cost,
        summary.finished,
        {name: many for name, many in counts.items() if many},
        opened.workers if opened else 0,
        state.running,
        used.share if used else None,
        used.text if used else "",
        _spark(state),
    )


def _spark(state: State) -> tuple[list[float], list[float]]:
    incumbents = Incumbents()
    incumbents.update(state.trials)
    found = incumbents.found
    if len(found) > SPARK:
        step = len(found) / SPARK
        found = [found[int(place * step)] for place in range(SPARK - 1)] + [found[-1]]
    times, values = [each.time for each in found], [each.value for each in found]
    return [*times, state.now] if times else [], [*values, values[-1]] if values else []


def _row(paths: ExperimentPaths, study: str, known: _Known) -> dict[str, Any]:
    definition, brief = known.definition, known.brief
    changed = known.mark[1] / 1e9
    standing = standing_of(paths, brief.finished if brief else _last_finish(paths), changed)
    return {
        "name": paths.name,
        "study": study,
        "standing": standing.value,
        "method": definition.method.name,
        "seed": definition.method.seed,
        "backend": definition.backend.get("kind", ""),
        "metric": definition.problem.get("metric", ""),
        "mode": definition.problem.get("mode", "min"),
        "created": definition.created,
        "changed": changed,
        "priced": has_price(definition.price),
        "flaw": known.flaw,
        "full": known.full,
        "planned": definition.workers,
        **({} if brief is None else brief._asdict()),
    }


def _last_finish(paths: ExperimentPaths) -> FinishReason | None:
    """Why an experiment that hasn't been read yet has ended, by the last line of its journal; None if it
    hasn't, or can't be read."""
    try:
        with paths.journal.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LAST))
            lines = file.read().split(b"\n")[:-1]
        actions = decode(lines[-1]).actions if lines else []
    except (OSError, ValueError):
        return None
    return next((action.reason for action in actions if isinstance(action, Finish)), None)


def _damaged(name: str, study: str, flaw: str) -> dict[str, Any]:
    return {"name": name, "study": study, "standing": "damaged", "created": "", "flaw": flaw, "full": True}


def _study(tag: str) -> dict[str, Any]:
    """A study in a line."""
    try:
        plan = read_plan(tag)
    except StudyError as error:
        return {"tag": tag, "flaw": str(error)}
    ended = sum(read_outcome(plan.paths.outcome(cell.name)) is not None for cell in plan.cells)
    methods: Sequence[str] = list(dict.fromkeys(cell.method for cell in plan.cells))
    return {
        "tag": tag,
        "cells": len(plan.cells),
        "ended": ended,
        "methods": methods,
        "workers": sorted({cell.workers for cell in plan.cells}),
        "backend": plan.settings.backend,
        "running": is_locked(plan.paths.lock),
    }
