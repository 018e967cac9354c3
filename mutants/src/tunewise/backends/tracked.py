"""The live back end of every engine whose jobs outlive the tuner: what they have in common, once."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tunewise.backends.base import TELL_AFTER, Backend, BackendError, BusyError, Job, LiveJob, Retry
from tunewise.backends.platform import (
    NEVER,
    EngineStatus,
    FullError,
    JobRecord,
    JobState,
    JobStatus,
    LaunchError,
    NoAnswerError,
    Platform,
    Resubmit,
    TakenError,
)
from tunewise.clock import Clock
from tunewise.events import Fact, JobEnded, JobQueued, JobStarted, Reported
from tunewise.trial import FailureKind, JobId

_UNSEEN = EngineStatus(JobState.QUEUED)
_UNREAD = JobStatus()

logger = logging.getLogger(__name__)


@dataclass
class _Tracked:
    """A job between its start and its `JobEnded`. Moments are on the experiment's clock.

    record: None until the job is submitted. attempt: how many before this one never began. unsure: it may be
    there although it isn't known to be. taken_up: an earlier tuner may have gone on to the next attempt.
    later: when to ask the engine again that was busy, tries: how often it was. seen, status: what the engine
    and the record said last. halt_at: when the job is to be told to end; None if it isn't. asked: it was
    told, by this tuner or an earlier one. kill_at: when this tuner, having told it, is to kill it. announced:
    its `JobStarted` has been. waits_for: why it waits, and as last told.
    """

    job: Job
    next_report: int = 0
    record: JobRecord | None = None
    attempt: int = 0
    unsure: bool = False
    taken_up: bool = False
    later: float = 0.0
    tries: int = 0
    seen: EngineStatus = _UNSEEN
    status: JobStatus = _UNREAD
    halt_at: float | None = None
    asked: bool = False
    kill_at: float | None = None
    announced: bool = False
    waits_for: str = ""
    told_to_wait_for: str = ""

    @property
    def id(self) -> JobId:
        return self.job.id

    def end_at(self, away_until: float) -> float:
        """When there is something to do to end it. away_until: when the engine can be asked."""
        due = self.halt_at if self.kill_at is None else self.kill_at
        if due is None:
            return NEVER
        surely_not_there = self.record is None and not self.unsure  # and nobody has to be asked
        return due if surely_not_there else max(due, self.later, away_until)


@dataclass
class _Look:
    """One thing that is looked at every so often. tries: how often in a row it was in vain."""

    look: Callable[[], None]
    every: float
    due: float
    tries: int = 0


class TrackedJobs(Backend):
    """Follows the jobs of an experiment on a `Platform`, and survives whatever becomes of either.

    It owns patience, exactly one `JobEnded` for each job after all its reports, taking up, ends of jobs that
    never began, and backing off from an engine that is busy or away. Nothing of it has to outlive the tuner.
    """

    def __init__(self, platform: Platform, clock: Clock) -> None:
        self.clock = clock
        self._platform = platform
        self._pace = platform.pace
        self._jobs: dict[JobId, _Tracked] = {}
        self._news: list[Fact] = []
        now = clock.now()
        self._states = _Look(self._look_at_states, self._pace.states, now)
        self._records = _Look(self._look_at_records, self._pace.records, now)
        self._full_until = 0.0
        self._full_tries = 0
        self._put_offs = 0  # acts in a row that were in vain
        self._away_until = 0.0  # each may take seconds, and there may be one for each job

    # ---- what the engine asks ----------------------------------------------------------------------------

    def start(self, job: Job) -> None:
        tracked = self._jobs[job.id] = _Tracked(job)
        try:
            self._submit(tracked)
        except BackendError:
            del self._jobs[job.id]
            self._platform.release(job.id)
            raise

    def halt(self, job_id: JobId, patience: float) -> None:
        tracked = self._jobs.get(job_id)
        if tracked is not None:
            due = self.clock.now() + patience
            tracked.halt_at = due if tracked.halt_at is None else min(tracked.halt_at, due)
            self._halt(tracked)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._platform.drop_checkpoint(trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        """As in `Backend`; comes back early, perhaps with nothing, when somebody rang."""
        deadline = self.clock.now() + timeout
        rung = False
        while True:
            facts = self._look()
            left = deadline - self.clock.now()
            if facts or rung or left <= 0.0:
                return facts
            rung = self._platform.wait(max(0.0, min(left, self._next_look() - self.clock.now())))
            if rung:
                self._records.due = self.clock.now()

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        insist = Retry(self._pace.after_busy, sleep=self._sleep)
        launched = insist(lambda: self._platform.recover(jobs))
        for live in jobs:
            tracked = self._jobs[live.job.id] = _Tracked(live.job, live.reports_seen, announced=live.begun)
            tracked.taken_up = True
            if live.job.id in launched:
                tracked.attempt = launched[live.job.id]
                self._follow(tracked)
            else:
                tracked.unsure = True  # the engine's list may be stale
            if live.halted:
                tracked.halt_at = live.halt_at
                tracked.asked = live.halt_at <= self.clock.now()
        for tracked in list(self._jobs.values()):  # last, when it is known what the others hold
            if tracked.record is None and tracked.halt_at is None:
                self._start_after_all(tracked)
        self._states.due = self._records.due = self.clock.now()

    def is_submitted(self, job_id: JobId) -> bool:
        tracked = self._jobs.get(job_id)
        return tracked is None or tracked.record is not None

    def close(self) -> Sequence[Fact]:
        left = any(tracked.record is not None or tracked.unsure for tracked in self._jobs.values())
        return self._platform.close(left)

    # ---- submitting --------------------------------------------------------------------------------------

    def _start_after_all(self, tracked: _Tracked) -> None:
        """Starts a job whose start an earlier tuner had decided."""
        try:
            self._submit(tracked)
        except BackendError as error:  # the others can be followed and ended all the same
            self._not_launched(tracked, error)

    def _submit(self, tracked: _Tracked) -> None:
        """Asks for a job if its time has come. Raises BackendError."""
        if self.clock.now() < self._submit_at(tracked):
            return
        try:
            self._platform.submit(tracked.job, tracked.attempt, tracked.unsure)
        except LaunchError as error:
            self._not_launched(tracked, error)
        except TakenError as error:
            logger.warning("%s", error)
            tracked.attempt += 1
        except FullError as error:
            tracked.waits_for = str(error)
            self._full_until = self.clock.now() + self._pace.after_full(self._full_tries)
            self._full_tries += 1
        except BusyError as error:
            tracked.unsure |= isinstance(error, NoAnswerError)
            self._put_off(tracked, error)
        else:
            self._full_tries = 0
            tracked.waits_for = ""
            self._heard(tracked)
            self._follow(tracked)

    def _submit_at(self, tracked: _Tracked) -> float:
        return max(tracked.later, self._full_until, self._away_until)

    def _follow(self, tracked: _Tracked) -> None:
        """The job is there, or was."""
        tracked.unsure = False
        tracked.record = self._platform.record(tracked.id, tracked.attempt, tracked.next_report)

    def _not_launched(self, tracked: _Tracked, error: Exception) -> None:
        self._end(tracked, 0.0, FailureKind.INFRASTRUCTURE, f"the job could not be launched: {error}")

    # ---- ending ------------------------------------------------------------------------------------------

    def _halt(self, tracked: _Tracked) -> None:
        """Does what is due to end a job."""
        now = self.clock.now()
        if now < tracked.end_at(self._away_until):
            return
        try:
            if tracked.record is None:
                self._find(tracked)
            if tracked.record is None:
                self._end(tracked, 0.0, None, "told to end before it began")
            elif tracked.kill_at is None:
                self._tell(tracked, now)
            if tracked.kill_at is not None and now >= tracked.kill_at:
                self._platform.kill(tracked.id)
                self._heard(tracked)
                tracked.kill_at = NEVER
        except BusyError as error:
            self._put_off(tracked, error)

    def _find(self, tracked: _Tracked) -> None:
        """Whether a job is there after all whose request was never answered."""
        if tracked.unsure and self._platform.exists(tracked.id, tracked.attempt):
            self._heard(tracked)
            self._follow(tracked)

    def _tell(self, tracked: _Tracked, now: float) -> None:
        patience = self._platform.terminate(tracked.id)
        if patience is not None:
            self._heard(tracked)
            tracked.asked = True
            tracked.kill_at = now + patience

    def _put_off(self, tracked: _Tracked, error: BusyError) -> None:
        """An act for a job was in vain. All others wait as well, unless it is the usual pace."""
        now = self.clock.now()  # a refusal may take long
        if error.wait is None:
            self._away_until = now + self._pace.after_busy(self._put_offs)
            self._put_offs += 1
            log = logger.warning if self._put_offs == TELL_AFTER else logger.info
            log("The engine is busy or can't be reached, so that jobs begin or end late: %s", error)
        tracked.later = now + self._wait_after(error, tracked.tries)
        tracked.tries += 1

    def _heard(self, tracked: _Tracked) -> None:
        """The engine did what it was asked to for a job."""
        tracked.tries = self._put_offs = 0
        self._away_until = 0.0

    def _wait_after(self, error: BusyError, tries: int) -> float:
        return self._pace.after_busy(tries) if error.wait is None else error.wait

    def _end(self, tracked: _Tracked, ran: float, failure: FailureKind | None, detail: str) -> None:
        fact = JobEnded(self.clock.now(), tracked.id, ran, failure, detail, note=tracked.status.note)
        self._news.append(fact)
        del self._jobs[tracked.id]
        self._platform.release(tracked.id)

    # ---- following ---------------------------------------------------------------------------------------

    def _look(self) -> list[Fact]:
        for tracked in sorted(self._jobs.values(), key=lambda each: each.tries):  # one may be to blame
            if tracked.record is None and tracked.halt_at is None:
                self._submit(tracked)
            else:
                self._halt(tracked)
        for look in (self._states, self._records):  # what is gone has written all before
            self._take(look)
        self._news += self._platform.maintain()
        for tracked in self._jobs.values():
            self._tell_why_it_waits(tracked)
        facts, self._news = self._news, []
        return facts

    def _take(self, look: _Look) -> None:
        """Looks if it is time to. That the engine is away keeps nobody from reading records elsewhere."""
        now = self.clock.now()
        if now < look.due:
            return
        look.due = now + look.every
        try:
            look.look()
            look.tries = 0
        except BusyError as error:  # what came before it stays news
            look.due = self.clock.now() + max(look.every, self._wait_after(error, look.tries))
            look.tries += 1
            log = logger.warning if look.tries == TELL_AFTER else logger.info
            log("The engine is busy or can't be reached, so that news come late: %s", error)

    def _look_at_states(self) -> None:
        followed = {job_id: tracked for job_id, tracked in self._jobs.items() if tracked.record is not None}
        if not followed:
            return
        states = self._platform.states(followed.keys())
        for job_id, tracked in followed.items():
            seen = states.get(job_id)
            if seen is None or tracked.seen.state is JobState.GONE:  # an older answer than the one before
                continue
            tracked.seen = seen
            if seen.state is JobState.QUEUED:
                tracked.waits_for = seen.why
            elif seen.state is JobState.RUNNING:
                self._announce(tracked)
            else:
                self._read(tracked)

    def _look_at_records(self) -> None:
        followed = [job_id for job_id, tracked in self._jobs.items() if tracked.record is not None]
        if not followed:
            return
        changed = set(self._platform.changed(followed))
        for job_id in followed:
            tracked = self._jobs[job_id]
            if job_id in changed or tracked.seen.state is JobState.GONE:
                self._read(tracked)

    def _read(self, tracked: _Tracked) -> None:
        assert tracked.record is not None
        gone = tracked.seen.state is JobState.GONE
        status = tracked.status = tracked.record.read(gone)
        if status.ran is not None or status.reports:
            self._announce(tracked)
        for report in status.reports:
            if report.seq >= tracked.next_report:  # a gap is a line that is lost, or damaged, for good
                tracked.next_report = report.seq + 1
                now = self.clock.now()
                self._news.append(Reported(now, tracked.id, report.seq, report.elapsed, report.values))
        if gone or status.over:
            self._conclude(tracked)

    def _announce(self, tracked: _Tracked) -> None:
        if not tracked.announced:
            tracked.announced = True
            status = tracked.status
            ran = status.ran or max((report.elapsed for report in status.reports), default=0.0)
            place = status.place or tracked.seen.place
            self._news.append(JobStarted(self.clock.now(), tracked.id, place, ran))

    def _went_on(self, tracked: _Tracked) -> bool:
        """Whether a job that never began was had again by an earlier tuner, so that the next one is followed:
        the list by which it was taken up may have been old."""
        if not tracked.taken_up or tracked.status.ran is not None:
            return False
        went_on = self._platform.exists(tracked.id, tracked.attempt + 1)
        tracked.taken_up = False
        if went_on:
            tracked.attempt, tracked.seen, tracked.kill_at = tracked.attempt + 1, _UNSEEN, None
            self._follow(tracked)
        return went_on

    def _conclude(self, tracked: _Tracked) -> None:
        if self._went_on(tracked):
            return
        end = self._platform.job_end(tracked.id, tracked.seen, tracked.status, tracked.asked)
        self._full_until = 0.0  # there may be room for one that waits
        if not isinstance(end, Resubmit):
            self._end(tracked, end.ran, *end.outcome)
        elif tracked.halt_at is not None:
            self._end(tracked, end.ran, None, "told to end before it began")
        elif tracked.announced:  # the time that it would wait now counts for the trial's next job alone
            self._end(tracked, end.ran, FailureKind.PREEMPTED, end.why)
        else:
            logger.warning("Job %s is had again, as it never began: %s", tracked.id, end.why)
            tracked.record, tracked.attempt = None, tracked.attempt + 1
            tracked.seen, tracked.waits_for = _UNSEEN, end.why
            tracked.later = self.clock.now() + end.wait

    def _tell_why_it_waits(self, tracked: _Tracked) -> None:
        if not tracked.announced and tracked.waits_for != tracked.told_to_wait_for:
            tracked.told_to_wait_for = tracked.waits_for
            self._news.append(JobQueued(self.clock.now(), tracked.id, tracked.waits_for))

    def _next_look(self) -> float:
        now = self.clock.now()
        moments = [self._states.due, self._records.due]
        for tracked in self._jobs.values():
            if tracked.halt_at is not None:
                # what is overdue can't be told yet, as it is about to begin: the next look will do it
                end_at = tracked.end_at(self._away_until)
                moments.append(end_at if end_at > now else NEVER)
            elif tracked.record is None:
                moments.append(self._submit_at(tracked))
        return min(moments)

    def _sleep(self, seconds: float) -> None:
        deadline = self.clock.now() + seconds
        while (left := deadline - self.clock.now()) > 0.0:
            self._platform.wait(left)
