"""Held allocations: jobs of Slurm that run one job of an experiment after the other.

Each allocation waits in Slurm's queue once. The experiment's folder `held` has what they are to run, and what
became of it, as `tunewise.worker.holder` describes. Slurm is asked only about the allocations.
"""

import logging
import os
import re
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.diagnosis import shown_tail
from tunewise.backends.job_folders import unreachable_is_busy
from tunewise.backends.platform import (
    NEVER,
    EngineStatus,
    FullError,
    JobEnd,
    JobState,
    JobStatus,
    LaunchError,
    Resubmit,
)
from tunewise.backends.slurm.commands import Listed, Runner
from tunewise.backends.slurm.platform import ORDER, UNLISTED, Name, SlurmPlatform
from tunewise.backends.slurm.spec import SlurmSettings
from tunewise.events import Fact
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId
from tunewise.worker.files import read_tail, refresh_folder, write_json
from tunewise.worker.holder import ENOUGH, FOLDERS, HALTS, OVER, TAKEN, WAITING, Hold, serving

FAILED_ALLOCATIONS = 3  # that ended before they could run anything, after which the experiment ends
_FAULTS = ("FAILED", "COMPLETED", "OUT_OF_MEMORY", "TIMEOUT")
_RETRY = 15.0  # seconds after Slurm refused an allocation

NOBODY = 0  # no allocation has this number
CANCELLED = EngineStatus(JobState.GONE, "CANCELLED")
DONE = EngineStatus(JobState.GONE, "COMPLETED")

logger = logging.getLogger(__name__)


class HeldPlatform(SlurmPlatform):
    """The same, with up to `spec.hold` allocations between Slurm and the jobs."""

    def __init__(self, spec: SlurmSettings, paths: ExperimentPaths, workers: int, runner: Runner) -> None:
        super().__init__(spec, paths, workers, runner)
        self._held = paths.held
        self._allocations: dict[int, EngineStatus] = {}
        self._asked_for: set[int] = set()
        self._failed: set[int] = set()
        self._maintained = True
        self._ask_at = 0.0
        self._why_none = ""

    # ---- jobs --------------------------------------------------------------------------------------------

    @unreachable_is_busy()
    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._names[job.id] = Name(job.id, attempt).text(self._prefix)
        key = self._key(job.id)
        if not self._folders.has_begun(job.id) and not self._knows(key):
            order = self._folders.write_order(job, name=self._names[job.id])
            try:
                write_json(str(self._held / WAITING / key), {"order": str(order)})
            except OSError as error:
                raise LaunchError(str(error)) from error
        self._hold_enough()

    @unreachable_is_busy()
    def exists(self, job_id: JobId, attempt: int) -> bool:
        return self._folders.has_begun(job_id) or self._knows(Name(job_id, attempt).text(""))

    @unreachable_is_busy()
    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        self._look_at_allocations(self._queue())
        for folder in (TAKEN, OVER):
            refresh_folder(self._held / folder, ".look")
        # in the order in which a key passes them, so that one that moves meanwhile is seen at least once
        waiting, taken, over = self._waiting(), self._by(TAKEN), self._by(OVER)
        found: dict[JobId, EngineStatus] = {}
        self._sweep(over)
        for job_id in job_ids:
            key = self._key(job_id)
            seen = UNLISTED  # if it is over, an earlier tuner may have removed its file
            if key in over:
                seen = CANCELLED if over[key] == NOBODY else self._over(self._seen(over[key]))
            elif key in taken:
                self._records[job_id].refresh_folder()  # Slurm doesn't know when it ends
                seen = self._as_begun(job_id, self._seen(taken[key]))
            elif key in waiting:
                seen = EngineStatus(JobState.QUEUED, self._why_waiting(taken.values()))
            if seen is not UNLISTED and seen is not DONE:
                self._missed.discard(job_id)
            elif not self._is_second(job_id):
                continue
            found[job_id] = seen
        self._maintained = False
        return found

    @unreachable_is_busy()
    def terminate(self, job_id: JobId) -> float | None:
        key = self._key(job_id)
        with suppress(FileNotFoundError):  # an allocation took it
            os.rename(self._held / WAITING / key, self._held / OVER / f"{key}@{NOBODY}")
        (self._held / HALTS / key).touch()
        self._records[job_id].cancelled = True
        return NEVER  # the guard kills it

    def kill(self, job_id: JobId) -> None:
        """The guard kills its job once the grace is over."""

    @unreachable_is_busy()
    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        key = self._key(job_id)
        for name in (OVER, TAKEN):  # also what was taken by an allocation that is gone
            for file in (self._held / name).glob(f"{key}@*"):
                if name == OVER or seen.state is JobState.GONE:
                    file.unlink(missing_ok=True)
        (self._held / HALTS / key).unlink(missing_ok=True)
        return super().job_end(job_id, seen, status, asked)

    # ---- allocations -------------------------------------------------------------------------------------

    def maintain(self) -> Sequence[Fact]:
        """Holds an allocation for each job, up to the limit. Checked once after each look at Slurm's
        queue."""
        if not self._maintained:
            self._maintained = True
            try:
                with unreachable_is_busy():
                    self._hold_enough()
            except BusyError as error:
                logger.info("%s", error)
        return ()

    def _hold_enough(self) -> None:
        alive = {number for number, seen in self._allocations.items() if seen.state is not JobState.GONE}
        busy = sum(number in alive for number in self._by(TAKEN).values())
        wanted = min(self._spec.hold, len(self._waiting()) + busy)
        if len(alive) >= wanted or time.monotonic() < self._ask_at:
            return
        if len(self._failed) >= FAILED_ALLOCATIONS:
            raise BackendError(self._why_failed())
        try:
            for _ in range(wanted - len(alive)):
                self._allocate()
            self._why_none = ""
        except BusyError as error:
            self._ask_at = time.monotonic() + _RETRY
            self._why_none = str(error)
            log = logger.warning if isinstance(error, FullError) else logger.info
            log("Slurm gives no further job to hold: %s", error)

    def _allocate(self) -> None:
        number = 1 + max([0, *self._allocations, *self._numbers_on_disk()])
        order = self._held / f"{number}.json"
        hold = Hold(str(self._held), number, self._spec.hold_idle, self._spec.time_limit)
        write_json(str(order), hold._asdict())
        output = str(self._output(number))
        script = self._spec.batch_script(
            f"{self._prefix}hold-{number}", self._spec.holder(str(order)), output, output
        )
        self._submit(script)
        self._asked_for.add(number)
        self._allocations[number] = EngineStatus(JobState.QUEUED)

    def _look_at_allocations(self, listed: Mapping[str, list[Listed]]) -> None:
        now: dict[int, EngineStatus] = {}
        for name, same in listed.items():
            number = self._number(name)
            if number is not None:
                now[number] = min((job.seen for job in same), key=lambda seen: ORDER[seen.state])
        for number, before in self._allocations.items():
            if number not in now and before.state is JobState.GONE:
                now[number] = before
        self._allocations = now
        served = max(filter(self._served, self._asked_for), default=NOBODY)
        self._asked_for = {number for number in self._asked_for if number >= served}
        self._failed = {
            number
            for number in self._asked_for
            if self._seen(number).why.startswith(_FAULTS) and not self._served(number)
        }

    def _served(self, number: int) -> bool:
        """Whether an allocation ever started its holder."""
        return (self._held / serving(number)).exists()

    def _why_failed(self) -> str:
        number = max(self._failed)
        why = self._allocations[number].why
        printed = shown_tail(read_tail(self._output(number)))
        return (
            f"Held jobs of Slurm end before they can run anything ({why}): fix what {self._output(number)} "
            f"says.\n{printed}".rstrip()
        )

    def _seen(self, number: int) -> EngineStatus:
        return self._allocations.get(number, UNLISTED)

    def _over(self, allocation: EngineStatus) -> EngineStatus:
        """A job whose guard is gone. If it was told to end, only Slurm knows by whom."""
        return DONE if allocation.state is not JobState.GONE or allocation is UNLISTED else allocation

    def _is_second(self, job_id: JobId) -> bool:
        """Whether this is the second look at it without news."""
        if job_id in self._missed:
            return True
        self._missed.add(job_id)
        return False

    def _why_waiting(self, taken: Collection[int]) -> str:
        """taken: the allocations that have a job."""
        running = {number for number, seen in self._allocations.items() if seen.state is JobState.RUNNING}
        queued = [seen.why for seen in self._allocations.values() if seen.state is JobState.QUEUED]
        if running - set(taken):
            return ""  # one of them is about to take it
        if queued:
            return f"for a job to be held: {queued[0]}" if queued[0] else ""
        return self._why_none or (f"all {len(running)} held are busy" if running else "")

    # ---- the folder --------------------------------------------------------------------------------------

    def _key(self, job_id: JobId) -> str:
        return self._names[job_id].removeprefix(self._prefix)

    def _sweep(self, over: Mapping[str, int]) -> None:
        """Removes the files of jobs whose ends are known."""
        for key in over.keys() - {name.removeprefix(self._prefix) for name in self._names.values()}:
            (self._held / OVER / f"{key}@{over[key]}").unlink(missing_ok=True)

    def _knows(self, key: str) -> bool:
        return key in self._waiting() or key in self._by(TAKEN) or key in self._by(OVER)

    def _waiting(self) -> set[str]:
        return {name for name in os.listdir(self._held / WAITING) if "." not in name}

    def _by(self, folder: str) -> dict[str, int]:
        """Which allocation has, or had, which job."""
        names = [name.split("@") for name in os.listdir(self._held / folder)]
        return {parts[0]: int(parts[1]) for parts in names if len(parts) == 2 and parts[1].isdecimal()}

    def _number(self, name: str) -> int | None:
        found = re.fullmatch(rf"{re.escape(self._prefix)}hold-(\d+)", name)
        return None if found is None else int(found[1])

    def _numbers_on_disk(self) -> list[int]:
        return [int(path.stem) for path in self._held.glob("*.json") if path.stem.isdecimal()]

    def _output(self, number: int) -> Path:
        return self._held / f"{number}.out"

    # ---- taking up, and leaving --------------------------------------------------------------------------

    @unreachable_is_busy()
    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        for folder in FOLDERS:
            (self._held / folder).mkdir(parents=True, exist_ok=True)
        (self._held / ENOUGH).unlink(missing_ok=True)
        launched = super().recover(jobs)
        for name in self._known_names(()):
            if name.job not in launched:
                self._forget(name.text(""))
        return launched

    def _known_names(self, listed: Iterable[str]) -> Iterable[Name]:
        keys = (*self._waiting(), *self._by(TAKEN), *self._by(OVER))
        return filter(None, (Name.read("", key) for key in keys))

    def _end_unknown(self, listed: Mapping[str, list[Listed]], live: Collection[JobId]) -> None:
        """Allocations go on, whichever tuner asked for them."""
        self._look_at_allocations(listed)
        others = {name: same for name, same in listed.items() if self._number(name) is None}
        super()._end_unknown(others, live)

    def _forget(self, key: str) -> None:
        """Ends a job that the experiment doesn't know."""
        (self._held / WAITING / key).unlink(missing_ok=True)
        for file in (self._held / OVER).glob(f"{key}@*"):
            file.unlink(missing_ok=True)
        if key in self._by(TAKEN):
            (self._held / HALTS / key).touch()

    @unreachable_is_busy()
    def alive(self, job_ids: Collection[JobId]) -> list[JobId]:
        self._look_at_allocations(self._queue())
        left = {Name.read("", key) for key in self._waiting()}
        for key, number in self._by(TAKEN).items():
            if self._seen(number).state is not JobState.GONE:
                left.add(Name.read("", key))
        jobs = {name.job for name in left if name is not None}
        return [job_id for job_id in job_ids if job_id in jobs]

    def close(self, jobs_left: bool) -> Sequence[Fact]:
        if not jobs_left:
            try:
                with unreachable_is_busy():
                    (self._held / ENOUGH).touch()
                self._end_idle()
            except BusyError as error:  # they end by themselves
                logger.info("%s", error)
        return ()

    def _end_idle(self) -> None:
        """Ends those that wait in the queue. The others see the file `ENOUGH`."""
        listed = self._queue()
        waiting = [
            job.id
            for name, same in listed.items()
            for job in same
            if self._number(name) is not None and job.seen.state is JobState.QUEUED
        ]
        if waiting:
            self._run_scancel(*waiting)
