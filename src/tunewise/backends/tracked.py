"""The live back end of all engines whose jobs outlive the tuner: everything that they share."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tunewise.backends.base import WARN_AFTER, Backend, BackendError, BusyError, Job, LiveJob, Retry
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
class _TrackedJob:
    """A job between its start and its `JobEnded`. Times are on the experiment's clock.

    record: None until the job is submitted. attempt: how many earlier submissions never began. unsure: the
    job may exist in the engine, because a response was lost. recovered: an earlier tuner may have submitted
    the next attempt. retry_at: when to call an engine again that was busy; tries: how often it was. seen,
    status: what the engine and the record said last. halt_at: when the job is to be told to end; None if it
    isn't. asked: it has been told, by this tuner or an earlier one. kill_at: when this tuner, after telling
    it, is to kill it. announced: its `JobStarted` was delivered. waits_for, announced_wait: why it waits, and
    the reason that was delivered last.
    """

    job: Job
    next_report: int = 0
    record: JobRecord | None = None
    attempt: int = 0
    unsure: bool = False
    recovered: bool = False
    retry_at: float = 0.0
    tries: int = 0
    seen: EngineStatus = _UNSEEN
    status: JobStatus = _UNREAD
    halt_at: float | None = None
    asked: bool = False
    kill_at: float | None = None
    announced: bool = False
    waits_for: str = ""
    announced_wait: str = ""

    @property
    def id(self) -> JobId:
        return self.job.id

    def end_at(self, away_until: float) -> float:
        """When the next step to end it is due. away_until: when the engine can be called again."""
        due = self.halt_at if self.kill_at is None else self.kill_at
        if due is None:
            return NEVER
        not_submitted = self.record is None and not self.unsure  # no call to the engine is needed
        return due if not_submitted else max(due, self.retry_at, away_until)


@dataclass
class _Poll:
    """Something that is polled periodically. tries: how many polls in a row failed."""

    action: Callable[[], None]
    every: float
    due: float
    tries: int = 0


class TrackedJobs(Backend):
    """Follows the jobs of an experiment on a `Platform`, and survives failures of either.

    It is responsible for patience, for exactly one `JobEnded` for each job after all its reports, for
    recovering jobs, for jobs that never began, and for backing off from an engine that is busy or
    unreachable. None of its state has to outlive the tuner.
    """

    def __init__(self, platform: Platform, clock: Clock) -> None:
        self.clock = clock
        self._platform = platform
        self._pace = platform.pace
        self._jobs: dict[JobId, _TrackedJob] = {}
        self._news: list[Fact] = []
        now = clock.now()
        self._states = _Poll(self._poll_states, self._pace.states, now)
        self._records = _Poll(self._poll_records, self._pace.records, now)
        self._full_until = 0.0
        self._full_tries = 0
        self._failures = 0  # calls for jobs that failed in a row
        self._away_until = 0.0  # each call may take seconds, and there may be one for each job

    # ---- called by the engine ----------------------------------------------------------------------------

    def start(self, job: Job) -> None:
        tracked = self._jobs[job.id] = _TrackedJob(job)
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

    def resize(self, workers: int) -> None:
        self._platform.resize(workers)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._platform.drop_checkpoint(trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        """As in `Backend`; returns early, perhaps with nothing, when a job notified the tuner."""
        deadline = self.clock.now() + timeout
        notified = False
        while True:
            facts = self._poll()
            left = deadline - self.clock.now()
            if facts or notified or left <= 0.0:
                return facts
            notified = self._platform.wait(max(0.0, min(left, self._next_poll() - self.clock.now())))
            if notified:
                self._records.due = self.clock.now()

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        retry = Retry(self._pace.after_busy, sleep=self._sleep)
        launched = retry(lambda: self._platform.recover(jobs))
        for live in jobs:
            tracked = self._jobs[live.job.id] = _TrackedJob(live.job, live.reports_seen, announced=live.begun)
            tracked.recovered = True
            if live.job.id in launched:
                tracked.attempt = launched[live.job.id]
                self._follow(tracked)
            else:
                tracked.unsure = True  # the engine's list may be out of date
            if live.halted:
                tracked.halt_at = live.halt_at
                tracked.asked = live.halt_at <= self.clock.now()
        for tracked in list(self._jobs.values()):  # last, once it is known what the others hold
            if tracked.record is None and tracked.halt_at is None:
                self._start_late(tracked)
        self._states.due = self._records.due = self.clock.now()

    def is_submitted(self, job_id: JobId) -> bool:
        tracked = self._jobs.get(job_id)
        return tracked is None or tracked.record is not None

    def close(self) -> Sequence[Fact]:
        left = any(tracked.record is not None or tracked.unsure for tracked in self._jobs.values())
        return self._platform.close(left)

    # ---- submitting --------------------------------------------------------------------------------------

    def _start_late(self, tracked: _TrackedJob) -> None:
        """Starts a job that an earlier tuner decided to start."""
        try:
            self._submit(tracked)
        except BackendError as error:  # the other jobs can still be followed and ended
            self._not_launched(tracked, error)

    def _submit(self, tracked: _TrackedJob) -> None:
        """Submits a job if it is due. Raises BackendError."""
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
            self._back_off(tracked, error)
        else:
            self._full_tries = 0
            tracked.waits_for = ""
            self._succeeded(tracked)
            self._follow(tracked)

    def _submit_at(self, tracked: _TrackedJob) -> float:
        return max(tracked.retry_at, self._full_until, self._away_until)

    def _follow(self, tracked: _TrackedJob) -> None:
        """The job exists, or existed."""
        tracked.unsure = False
        tracked.record = self._platform.record(tracked.id, tracked.attempt, tracked.next_report)

    def _not_launched(self, tracked: _TrackedJob, error: Exception) -> None:
        self._end(tracked, 0.0, FailureKind.INFRASTRUCTURE, f"the job could not be launched: {error}")

    # ---- ending ------------------------------------------------------------------------------------------

    def _halt(self, tracked: _TrackedJob) -> None:
        """Takes the next step to end a job, if it is due."""
        now = self.clock.now()
        if now < tracked.end_at(self._away_until):
            return
        try:
            if tracked.record is None:
                self._find(tracked)
            if tracked.record is None:
                self._end(tracked, 0.0, None, "told to end before it began")
            elif tracked.kill_at is None:
                self._terminate(tracked, now)
            if tracked.kill_at is not None and now >= tracked.kill_at:
                self._platform.kill(tracked.id)
                self._succeeded(tracked)
                tracked.kill_at = NEVER
        except BusyError as error:
            self._back_off(tracked, error)

    def _find(self, tracked: _TrackedJob) -> None:
        """Follows a job whose submission got no response, if it exists."""
        if tracked.unsure and self._platform.exists(tracked.id, tracked.attempt):
            self._succeeded(tracked)
            self._follow(tracked)

    def _terminate(self, tracked: _TrackedJob, now: float) -> None:
        patience = self._platform.terminate(tracked.id)
        if patience is not None:
            self._succeeded(tracked)
            tracked.asked = True
            tracked.kill_at = now + patience

    def _back_off(self, tracked: _TrackedJob, error: BusyError) -> None:
        """A call for a job failed. Calls for other jobs wait too, unless the engine set the wait."""
        now = self.clock.now()  # a refusal may take long
        if error.wait is None:
            self._away_until = now + self._pace.after_busy(self._failures)
            self._failures += 1
            log = logger.warning if self._failures == WARN_AFTER else logger.info
            log("The engine is busy or can't be reached: jobs begin or end late: %s", error)
        tracked.retry_at = now + self._wait_after(error, tracked.tries)
        tracked.tries += 1

    def _succeeded(self, tracked: _TrackedJob) -> None:
        """The engine did what was requested for a job."""
        tracked.tries = self._failures = 0
        self._away_until = 0.0

    def _wait_after(self, error: BusyError, tries: int) -> float:
        return self._pace.after_busy(tries) if error.wait is None else error.wait

    def _end(self, tracked: _TrackedJob, ran: float, failure: FailureKind | None, detail: str) -> None:
        fact = JobEnded(self.clock.now(), tracked.id, ran, failure, detail, note=tracked.status.note)
        self._news.append(fact)
        del self._jobs[tracked.id]
        self._platform.release(tracked.id)

    # ---- following ---------------------------------------------------------------------------------------

    def _poll(self) -> list[Fact]:
        for tracked in sorted(self._jobs.values(), key=lambda each: each.tries):  # jobs that fail come last
            if tracked.record is None and tracked.halt_at is None:
                self._submit(tracked)
            else:
                self._halt(tracked)
        for poll in (self._states, self._records):  # a job that is gone wrote everything before
            self._run(poll)
        self._news += self._platform.maintain()
        for tracked in self._jobs.values():
            self._announce_wait(tracked)
        facts, self._news = self._news, []
        return facts

    def _run(self, poll: _Poll) -> None:
        """Polls if it is due. An unreachable engine doesn't keep records elsewhere from being read."""
        now = self.clock.now()
        if now < poll.due:
            return
        poll.due = now + poll.every
        try:
            poll.action()
            poll.tries = 0
        except BusyError as error:  # facts that were found before it are kept
            poll.due = self.clock.now() + max(poll.every, self._wait_after(error, poll.tries))
            poll.tries += 1
            log = logger.warning if poll.tries == WARN_AFTER else logger.info
            log("The engine is busy or can't be reached: reports and ends of jobs arrive late: %s", error)

    def _poll_states(self) -> None:
        followed = {job_id: tracked for job_id, tracked in self._jobs.items() if tracked.record is not None}
        if not followed:
            return
        states = self._platform.states(followed.keys())
        for job_id, tracked in followed.items():
            seen = states.get(job_id)
            if seen is None or tracked.seen.state is JobState.GONE:  # an outdated response
                continue
            tracked.seen = seen
            if seen.state is JobState.QUEUED:
                tracked.waits_for = seen.why
            elif seen.state is JobState.RUNNING:
                self._announce(tracked)
            else:
                self._read(tracked)

    def _poll_records(self) -> None:
        followed = [job_id for job_id, tracked in self._jobs.items() if tracked.record is not None]
        if not followed:
            return
        changed = set(self._platform.changed(followed))
        for job_id in followed:
            tracked = self._jobs[job_id]
            if job_id in changed or tracked.seen.state is JobState.GONE:
                self._read(tracked)

    def _read(self, tracked: _TrackedJob) -> None:
        assert tracked.record is not None
        gone = tracked.seen.state is JobState.GONE
        status = tracked.status = tracked.record.read(gone)
        if status.ran is not None or status.reports:
            self._announce(tracked)
        for report in status.reports:
            if report.seq >= tracked.next_report:  # a gap is a line that is lost or damaged for good
                tracked.next_report = report.seq + 1
                now = self.clock.now()
                self._news.append(Reported(now, tracked.id, report.seq, report.elapsed, report.values))
        if gone or status.over:
            self._conclude(tracked)

    def _announce(self, tracked: _TrackedJob) -> None:
        if not tracked.announced:
            tracked.announced = True
            status = tracked.status
            ran = status.ran or max((report.elapsed for report in status.reports), default=0.0)
            place = status.place or tracked.seen.place
            self._news.append(JobStarted(self.clock.now(), tracked.id, place, ran))

    def _was_resubmitted(self, tracked: _TrackedJob) -> bool:
        """Whether an earlier tuner resubmitted a job that never began; then the next attempt is followed. The
        list from which the job was recovered may have been out of date."""
        if not tracked.recovered or tracked.status.ran is not None:
            return False
        resubmitted = self._platform.exists(tracked.id, tracked.attempt + 1)
        tracked.recovered = False
        if resubmitted:
            tracked.attempt, tracked.seen, tracked.kill_at = tracked.attempt + 1, _UNSEEN, None
            self._follow(tracked)
        return resubmitted

    def _conclude(self, tracked: _TrackedJob) -> None:
        if self._was_resubmitted(tracked):
            return
        end = self._platform.job_end(tracked.id, tracked.seen, tracked.status, tracked.asked)
        self._full_until = 0.0  # a waiting job may fit now
        if not isinstance(end, Resubmit):
            self._end(tracked, end.ran, *end.outcome)
        elif tracked.halt_at is not None:
            self._end(tracked, end.ran, None, "told to end before it began")
        elif tracked.announced:  # its next wait belongs to the trial's next job
            self._end(tracked, end.ran, FailureKind.PREEMPTED, end.why)
        else:
            logger.warning("Job %s never began and is resubmitted: %s", tracked.id, end.why)
            tracked.record, tracked.attempt = None, tracked.attempt + 1
            tracked.seen, tracked.waits_for = _UNSEEN, end.why
            tracked.retry_at = self.clock.now() + end.wait

    def _announce_wait(self, tracked: _TrackedJob) -> None:
        if not tracked.announced and tracked.waits_for != tracked.announced_wait:
            tracked.announced_wait = tracked.waits_for
            self._news.append(JobQueued(self.clock.now(), tracked.id, tracked.waits_for))

    def _next_poll(self) -> float:
        now = self.clock.now()
        moments = [self._states.due, self._records.due]
        for tracked in self._jobs.values():
            if tracked.halt_at is not None:
                # an overdue job can't be told yet, because it is about to begin: the next poll will do it
                end_at = tracked.end_at(self._away_until)
                moments.append(end_at if end_at > now else NEVER)
            elif tracked.record is None:
                moments.append(self._submit_at(tracked))
        return min(moments)

    def _sleep(self, seconds: float) -> None:
        deadline = self.clock.now() + seconds
        while (left := deadline - self.clock.now()) > 0.0:
            self._platform.wait(left)
