"""Tells trackers what the journal says, as it grows."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from zlib import crc32

from tunewise.definition import DefinitionError, read_definition
from tunewise.disk import is_locked, locked
from tunewise.engine.rules import Point
from tunewise.engine.state import State
from tunewise.events import Entry, Reported, jobs_of
from tunewise.journal import JournalError, JournalReader, JournalReplacedError
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult, follow, problem_of
from tunewise.trackers import TrackerError, tracker_class, without_secrets
from tunewise.trackers.base import News, Report

POLL = 0.5  # seconds between two looks at the journal
FIRST_WAIT, LONGEST_WAIT = 1.0, 10.0  # seconds before a failed tracker is tried again
LAST_TRIES = 30  # failures in a row after which nobody waits, once no tuner runs


class Followed:
    """An experiment as its journal tells it so far, and what has changed since one last asked."""

    def __init__(self, paths: ExperimentPaths) -> None:
        definition = read_definition(paths.definition)
        problem = problem_of(definition, paths)
        self.result = ExperimentResult(paths, definition, problem, State(problem, definition.policy.retry))
        self._reader = JournalReader(paths.journal, paths.name)
        self._lines = 0

    def news(self) -> list[News]:
        """Reads to the end of the journal. Raises `JournalError`."""
        result, trials = self.result, self.result.state.trials
        before = result.best and result.best.trial_id
        ended = result.ended
        changed: dict[int, list[Report]] = {}
        entries = chain.from_iterable(iter(self._reader.read, []))
        for _, entry, reading in follow(result.paths, result.state, entries, self._lines):
            self._lines += 1
            for job in jobs_of(entry):
                changed.setdefault(job.trial_id, [])
            if isinstance(reading, Point):
                trial_id, report = self._report(entry, reading)
                changed[trial_id].append(report)
        if result.best is not None and before not in (None, result.best.trial_id):
            changed.setdefault(before, [])
        if ended != result.ended:
            changed = {trial.id: changed.get(trial.id, []) for trial in trials}
        return [News(trials[trial_id], reports) for trial_id, reports in sorted(changed.items())]

    def _report(self, entry: Entry, point: Point) -> tuple[int, Report]:
        fact, problem = entry.fact, self.result.problem
        assert isinstance(fact, Reported)
        values = {
            key: float(value)
            for key, value in fact.values.items()
            if isinstance(value, (int, float))
            and not isinstance(value, bool)
            and key != problem.resource_attr
            if abs(value) <= sys.float_info.max
        }
        return fact.job.trial_id, Report(point.level, fact.time, {**values, problem.metric: point.value})


@contextmanager
def telling(paths: ExperimentPaths, tracker: str) -> Iterator[Callable[[], None]]:
    """What tells a tracker of all that is new. Two processes that tell the same one take turns."""
    with locked(paths.folder / f"tracking-{crc32(tracker.encode()):08x}.lock", float("inf")):
        followed = Followed(paths)
        made = tracker_class(tracker)(followed.result, tracker.partition(":")[2])

        def update() -> None:
            if news := followed.news():
                made.update(news)

        yield update


def track(paths: ExperimentPaths, tracker: str) -> None:
    """Tells a tracker all that the journal says so far. Raises `TrackerError`, and `DefinitionError` or
    `JournalError` if the experiment can't be read."""
    try:
        with telling(paths, tracker) as update:
            update()
    except (DefinitionError, JournalError):
        raise
    except Exception as error:  # of any library
        raise TrackerError(f"{tracker} fails: {in_a_line(error)}") from error


def keep_tracking(paths: ExperimentPaths, tracker: str, tell: Callable[[str], object]) -> None:
    """Tells a tracker what the journal says until no tuner runs on this machine. One that fails is tried
    again, but not for ever once no tuner runs.

    tell: takes sentences for the user, one when a tracker begins to fail and one when it works again. Raises
    as `track` does.
    """
    failures, wait = 0, FIRST_WAIT
    while True:
        try:
            with telling(paths, tracker) as update:
                running = True
                while running:
                    running = is_locked(paths.journal)  # asked first: what comes later isn't missed
                    update()
                    if failures:
                        tell(f"{tracker} works again, and has all that it has missed.")
                        failures, wait = 0, FIRST_WAIT
                    if running:
                        time.sleep(POLL)
            return
        except JournalReplacedError:
            continue
        except (DefinitionError, JournalError):
            raise
        except Exception as error:  # of any library
            failures += 1
            if failures == 1:
                tell(f"{tracker} fails, and is tried again until it works: {in_a_line(error)}")
            if failures >= LAST_TRIES and not is_locked(paths.journal):
                raise TrackerError(f"{tracker} still fails: {in_a_line(error)}") from error
            time.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)


def in_a_line(error: Exception) -> str:
    """What a library says, without secrets."""
    first = next((line for line in str(error).splitlines() if line.strip()), "")
    return without_secrets(f"{type(error).__name__}: {first[:500]}")
