"""When a checkpoint goes to S3: staged some time after a report, uploaded at leisure, and then its manifest.

A state counts only together with the report that says so. It is the one that a script saved and then
reported, if the folder was still like that when the report was made; whoever looked too seldom to tell waits
for the next one. Where no report comes for some seconds, and nothing is written, it counts as well: not
everything that is saved is reported afterwards.
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
Steps = Generator[None, None, Result]  # each step is a look of the main loop

SETTLE = 5.0  # seconds after saving within which a script that saves and then reports has done so
UNSEEN = 0.25  # seconds between two looks in which no script saves twice
AGAIN = 0.2  # seconds until a folder is staged again that was written to meanwhile
LOOK = 0.05  # seconds between two looks at the end
LAST_PUTS = 60.0  # seconds in which the end must get through
NEVER = float("inf")


class Saver:
    """Saves beside the script, in a thread where that takes long. every: at least so many seconds pass."""

    def __init__(self, checkpoint: Checkpoint, reports: ReportObject, every: float) -> None:
        self._checkpoint = checkpoint
        self._reports = reports
        self._every = every
        self._due = NEVER
        self._over = False
        self._saving: Steps[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1)

    def reported(self) -> None:
        """A report has come."""
        if self._due == NEVER:
            self._due = time.monotonic() + self._every

    def step(self) -> None:
        """Does what can be done without waiting."""
        if self._saving is None and time.monotonic() >= self._due:
            self._due = NEVER
            self._saving = self._save()
        if self._saving is not None:
            try:
                next(self._saving)
            except StopIteration:
                self._saving = None

    def finish(self) -> None:
        """The script has ended: what is on its way gets there, then what it left."""
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
            return  # it may be the same after the next report, but isn't sent over and over
        except Exception as error:  # noqa: BLE001 - whatever it is, training goes on, with its last checkpoint
            _complain(f"the checkpoint can't be copied to S3: {error}")
            return
        yield from self._commit(staged.files, reports)

    def _beside(self, action: Callable[[], Result]) -> Steps[Result]:
        work = self._thread.submit(action)
        while not work.done():
            yield
        return work.result()

    def _reports_of(self, staged: Staged) -> Steps[int]:
        """How many reports a state comes with. Raises ChangedError if that can't be told."""
        seen = staged.at  # when the folder was last like that for sure
        while (found := self._reports.first_since(staged.newest)) is None:
            now = time.time()
            # not what is saved and about to be reported: a job that is killed now would go on after a gap
            if self._over or now >= staged.newest + SETTLE:
                break
            if self._checkpoint.is_like(staged):
                seen = now
            yield
        number, moment = found or (self._reports.number, time.time())
        if moment <= seen or self._checkpoint.is_like(staged):
            return number
        # what was saved in part may have been completed, reported and overwritten, if nobody looked meanwhile
        if not self._checkpoint.was_like(staged, moment) or time.time() > seen + UNSEEN:
            raise ChangedError
        return number

    def _commit(self, files: Files, reports: int) -> Steps[None]:
        """Writes the manifest, once the reports that go with it are there."""
        begun = time.monotonic()
        # a checkpoint must not be ahead of the reports: the job would go on after a gap
        while not (self._reports.put() and self._write_manifest(files, reports)):
            tried = time.monotonic()
            if self._over and tried >= begun + LAST_PUTS:
                return  # the former one holds
            while time.monotonic() < tried + 1.0:
                yield

    def _write_manifest(self, files: Files, reports: int) -> bool:
        try:
            self._checkpoint.commit(files, reports)
        except Exception as error:  # noqa: BLE001 - whatever it is, training goes on
            _complain(f"the checkpoint's manifest can't be written: {error}")
            return False
        return True


def _complain(text: str) -> None:
    print(f"tunewise: {text}", file=sys.stderr, flush=True)
