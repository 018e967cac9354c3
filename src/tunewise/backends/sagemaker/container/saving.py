"""Decides when a checkpoint goes to S3: it is staged some time after a report, then uploaded, and its
manifest is written last.

A state of the folder counts only together with a report: the script saved it and then reported, and the
folder was still the same when it reported. If we looked too seldom to know, we wait for the next report. A
state also counts if no report comes and nothing is written for some seconds, since scripts don't report
everything they save.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .checkpoint import ChangedError, Checkpoint, Files, Staged
from .reports import ReportObject

Result = TypeVar("Result")
Steps = Generator[None, None, Result]  # one step for each round of the main loop

SETTLE = 5.0  # seconds within which a script reports after saving, if it does
UNSEEN = 0.25  # seconds within which no script saves twice
AGAIN = 0.2  # seconds until a folder that was written to is staged again
LOOK = 0.05  # seconds between two looks at the end
LAST_PUTS = 60.0  # seconds for writing the last reports and manifest
NEVER = float("inf")


class Saver:
    """Saves while the script runs, with a thread for slow work. every: the least seconds between two
    saves."""

    def __init__(self, checkpoint: Checkpoint, reports: ReportObject, every: float) -> None:
        self._checkpoint = checkpoint
        self._reports = reports
        self._every = every
        self._due = NEVER
        self._over = False
        self._saving: Steps[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1)

    def reported(self) -> None:
        """Call after each report."""
        if self._due == NEVER:
            self._due = time.monotonic() + self._every

    def step(self) -> None:
        """Does what is possible without waiting."""
        if self._saving is None and time.monotonic() >= self._due:
            self._due = NEVER
            self._saving = self._save()
        if self._saving is not None:
            try:
                next(self._saving)
            except StopIteration:
                self._saving = None

    def finish(self) -> None:
        """Call when the script has ended: finishes the current save, then saves what the script left."""
        self._over = True
        for _ in self._saving or ():
            time.sleep(LOOK)
        for _ in self._save():
            time.sleep(LOOK)

    def _save(self) -> Steps[None]:
        try:
            staged = yield from self._beside(lambda: self._checkpoint.stage(copying=not self._over))
            if staged is None:
                return
            reports = yield from self._reports_of(staged)
        except ChangedError:
            self._due = time.monotonic() + AGAIN
            return
        except OSError as error:
            _complain(f"the checkpoint can't be read: {error}")
            return
        try:
            yield from self._beside(lambda: self._checkpoint.upload(staged))
        except ChangedError:
            return  # the next report tries again; more often would only repeat this
        except Exception as error:  # noqa: BLE001 - training goes on with its last checkpoint
            _complain(f"the checkpoint can't be copied to S3: {error}")
            return
        yield from self._commit(staged.files, reports)

    def _beside(self, action: Callable[[], Result]) -> Steps[Result]:
        work = self._thread.submit(action)
        while not work.done():
            yield
        return work.result()

    def _reports_of(self, staged: Staged) -> Steps[int]:
        """How many reports belong to a state. Raises ChangedError if that is unclear."""
        seen = staged.at  # when the folder was certainly like that last
        while (report := self._reports.first_since(staged.newest)) is None:
            now = time.time()
            # not what is about to be reported: if the job were killed now, it would continue after a gap
            if self._over or now >= staged.newest + SETTLE:
                break
            if self._checkpoint.is_like(staged):
                seen = now
            yield
        number, moment = report or (self._reports.number, time.time())
        if moment <= seen or self._checkpoint.is_like(staged):
            return number
        # since the last look the script may have completed, reported and overwritten a partial save
        if not self._checkpoint.was_like(staged, moment) or time.time() > seen + UNSEEN:
            raise ChangedError
        return number

    def _commit(self, files: Files, reports: int) -> Steps[None]:
        """Writes the manifest, once the reports that belong to it are on S3."""
        begun = time.monotonic()
        # a checkpoint must not be ahead of the reports, or the job would continue after a gap
        while not (self._reports.put() and self._write_manifest(files, reports)):
            tried = time.monotonic()
            if self._over and tried >= begun + LAST_PUTS:
                return  # the last manifest remains valid
            while time.monotonic() < tried + 1.0:
                yield

    def _write_manifest(self, files: Files, reports: int) -> bool:
        try:
            self._checkpoint.commit(files, reports)
        except Exception as error:  # noqa: BLE001 - training goes on
            _complain(f"the checkpoint's manifest can't be written: {error}")
            return False
        return True


def _complain(text: str) -> None:
    print(f"tunewise: {text}", file=sys.stderr, flush=True)
