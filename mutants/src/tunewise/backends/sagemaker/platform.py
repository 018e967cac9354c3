"""SageMaker as an engine: each job is a training job on an instance of its own."""

import logging
import math
import random
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.diagnosis import Outcome
from tunewise.backends.platform import (
    EngineStatus,
    FullError,
    JobEnd,
    JobRecord,
    JobState,
    JobStatus,
    Platform,
    Resubmit,
)
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import (
    LOG_GROUP,
    TAIL_LINES,
    TERMINAL,
    Summary,
    ThrottledError,
    TrainingJobs,
    translated,
)
from tunewise.backends.sagemaker.checkpoints import Dropper
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.code import send
from tunewise.backends.sagemaker.creating import Creator
from tunewise.backends.sagemaker.identity import draw_identity, identity_of, refuse_copies
from tunewise.backends.sagemaker.limits import doubts
from tunewise.backends.sagemaker.names import Places, is_ours, job_key, job_tags, read_name
from tunewise.backends.sagemaker.pacing import Pace, Turns, spread
from tunewise.backends.sagemaker.pools import Pools
from tunewise.backends.sagemaker.reading import never_ran, outcome_of
from tunewise.backends.sagemaker.record import Keeper, Record
from tunewise.backends.sagemaker.refusals import read_quota
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.backends.sagemaker.training_job import TrainingJob
from tunewise.clock import Clock
from tunewise.events import Fact, IdlePaid
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

UNSEEN = 12  # polls after which a job that no list shows is looked at on its own
QUEUED = 12  # polls after which a job that doesn't run is asked why, and then again
ASK_EVERY = 6  # polls, for all jobs
ATTEMPTS = 20  # training jobs for one job, as long as the platform fails before the script begins
SHORTEST = 0.01  # seconds

logger = logging.getLogger(__name__)


class SageMakerPlatform(Platform):
    """Follows all training jobs by one list each of jobs and of objects.

    Nothing of it lives in this process alone, so another tuner can take up where this one left off: what runs
    is in the account, what was reported on S3, and the experiment's id and Region in its folder.
    """

    def __init__(self, spec: SageMakerSpec, paths: ExperimentPaths, clock: Clock) -> None:
        self._spec = spec
        self._paths = paths
        self._clock = clock
        known = identity_of(paths)
        self._resumed = known is not None
        if known is not None:
            refuse_copies(paths, known)
        clients = make_clients(spec.region if known is None else known.region or spec.region)
        identity = known or draw_identity(paths, clients.region)
        self._places = Places.below(spec.s3, identity.experiment)
        self._own_pace = Pace(spec.poll_every)
        self.pace = self._own_pace.looks
        self._calls = TrainingJobs(clients.sagemaker, clients.logs, self._own_pace)
        self._bucket = Bucket(clients.s3, self._places.bucket)
        self._creator = Creator(spec, self._places, self._calls, self._own_pace)
        self._dropper = Dropper(self._bucket, self._places)
        self._since = identity.since
        self._pools = Pools(
            self._calls,
            identity.experiment,
            self._since,
            spec.keep_alive,
            spec.instance_type,
            self._own_pace,
        )
        self._insist = self._own_pace.insist
        self._keeper = Keeper(Record(paths, self._bucket, self._places) if identity.on_s3 else None)
        self._channels: dict[str, str] | None = None
        self._jobs: dict[JobId, TrainingJob] = {}  # those that are in the account
        self._lists = Turns(spec.poll_every)
        self._ask_at = 0.0
        self._tend_at = 0.0
        self._idle_told = 0.0
        self._busy_at = time.monotonic()  # when one was there last
        patience = spread(self._own_pace.patience, random.random())
        self._patience = patience if identity.on_s3 else math.inf

    # ---- jobs begin and end ------------------------------------------------------------------------------

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._creator.take_turn(job.id)
        self._keeper.before_acting()
        channels = self._prepare(job)
        try:
            since = self._creator.create(job, attempt, channels)
        except FullError as error:
            self._lose_patience(error)
            raise
        self._know(job.id, attempt, since)

    def _prepare(self, job: Job) -> dict[str, str]:
        """Everything that a job needs before its training job is created; its channels."""
        self._creator.check(job)
        if self._channels is None:
            self._spec.check(workers=1)
            for doubt in doubts(self._spec.instance_type, self._spec.max_run, self._spec.volume_gb):
                logger.warning("%s", doubt)
            with translated(f"Sending the code to {self._spec.s3}"):
                self._channels = send(self._spec, self._places, self._bucket)
        self._dropper.started(job.id.trial_id)
        return self._channels

    def _lose_patience(self, error: FullError) -> None:
        """Raises BackendError once a tuner that is paid for has waited too long."""
        if not self._jobs and time.monotonic() > self._busy_at + self._patience:
            # those who wait beside it may have its place, as not all lose patience at once
            raise BackendError(
                f"No job found a place in the quota {read_quota(str(error)).name!r} for "
                f"{self._patience / 60:.0f} min, and a tuner on an instance is paid for while it waits: "
                "launch it again when there is room."
            ) from error

    def exists(self, job_id: JobId, attempt: int) -> bool:
        found = self._calls.describe(self._creator.name(job_id, attempt))
        if found is not None:
            self._know(job_id, attempt, found.created)
        return found is not None

    def _know(self, job_id: JobId, attempt: int, since: datetime) -> TrainingJob:
        name, key = self._creator.name(job_id, attempt), self._places.report(job_key(job_id, attempt))
        place = f"{self._spec.instance_type}, {name}"
        now = time.monotonic()
        job = TrainingJob(self._calls, self._bucket, name, key, place, attempt, since, now)
        self._jobs[job_id] = job
        return job

    def terminate(self, job_id: JobId) -> float:
        """By an object that the job looks for."""
        self._keeper.before_acting()
        job = self._jobs[job_id]
        with translated("Asking a job to end"):
            self._bucket.put(self._places.stop(job_key(job_id, job.attempt)), b"")
        # one that isn't there yet can't be asked: it would only cost
        return self._spec.stop_grace + self._own_pace.margin if job.running else 0.0

    def kill(self, job_id: JobId) -> None:
        self._calls.stop(self._jobs[job_id].name)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._dropper.add(trial_id)

    # ---- taking up ---------------------------------------------------------------------------------------

    def recover(self, jobs: Sequence[LiveJob]) -> dict[JobId, int]:
        if not jobs and not self._resumed:
            return {}
        latest: dict[JobId, tuple[int, Summary]] = {}
        summaries, _ = self._calls.list(self._places.experiment, self._since, ask=self._insist)
        self._pools.learn({summary.name: summary for summary in summaries})
        for summary in summaries:
            known = read_name(self._places.experiment, summary.name)
            if known is not None and known[1] >= latest.get(known[0], (0, None))[0]:
                latest[known[0]] = (known[1], summary)
        for live in jobs:
            found = latest.pop(live.job.id, None)
            if found is not None and self._insist(partial(self._is_same, live, found[1])):
                job = self._know(live.job.id, found[0], found[1].created)
                job.listed(found[1], time.monotonic())
        for job_id, (_, summary) in latest.items():
            if summary.status not in TERMINAL:
                logger.warning("%s runs, and no record knows it: it is stopped.", summary.name)
                self._insist(partial(self._creator.stop_stray, summary.name, job_id.trial_id))
        return {job_id: job.attempt for job_id, job in self._jobs.items()}

    def _is_same(self, live: LiveJob, summary: Summary) -> bool:
        """Whether a job by this name is the one of the record. Where the record has none of its reports, it
        may be that of a longer record that was lost."""
        if live.halted or live.reports_seen > 0:
            return True
        found = self._calls.describe(summary.name)
        if found is None:
            return False
        expected = job_tags(self._places.experiment, live.job.id, live.job.arguments)
        return is_ours(self._calls.tags(found.arn), expected)

    # ---- following ---------------------------------------------------------------------------------------

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        now = time.monotonic()
        jobs = {job_id: self._jobs[job_id] for job_id in job_ids}
        if self._lists.take():
            self._list(jobs.values(), now)
            self._ask_why(jobs.values(), now)
        return {job_id: job.seen for job_id, job in jobs.items()}

    def _list(self, jobs: Collection[TrainingJob], now: float) -> None:
        """Learns from one list which jobs run, and which have ended."""
        since = min([*(job.since for job in jobs), *self._pools.awaited])
        try:
            summaries, calls = self._calls.list(self._places.experiment, since - timedelta(seconds=1))
        except BusyError as error:
            self._lists.refused()
            if isinstance(error, ThrottledError):
                error.wait = self._lists.left
            raise
        self._lists.went_well(calls)  # so many calls a minute and no more
        by_name = {summary.name: summary for summary in summaries}
        self._pools.learn(by_name)
        for job in jobs:
            summary = by_name.get(job.name)
            if summary is not None:
                job.listed(summary, now)
            elif now > job.listed_at + UNSEEN * self._spec.poll_every:
                job.listed_at = now
                job.look()

    def _ask_why(self, jobs: Collection[TrainingJob], now: float) -> None:
        """Learns why a job doesn't run yet: of the one that was asked longest ago, and not with each list, so
        that many that wait cost few calls."""
        waiting = [job for job in jobs if job.seen.state is JobState.QUEUED]
        for job in waiting:
            job.asked_at = job.asked_at or now
        longest = min(waiting, key=lambda job: job.asked_at, default=None)
        if longest is None or now < max(self._ask_at, longest.asked_at + QUEUED * self._spec.poll_every):
            return
        self._ask_at, longest.asked_at = now + ASK_EVERY * self._spec.poll_every, now
        found = longest.look()
        if found is not None:
            longest.waits_for = found.message

    def record(self, job_id: JobId, attempt: int, first_report: int) -> JobRecord:
        return self._jobs[job_id]

    def changed(self, job_ids: Iterable[JobId]) -> list[JobId]:
        """Learns from one list which jobs have reported."""
        jobs = {job_id: self._jobs[job_id] for job_id in job_ids}
        with translated("Reading reports"):
            # just before the first key that matters
            after = min(job.key for job in jobs.values()).removesuffix(".jsonl")
            etags = self._bucket.etags(self._places.reports, after)
        for job in jobs.values():
            job.listed_etag = etags.get(job.key, "")
        return [job_id for job_id, job in jobs.items() if job.listed_etag not in ("", job.etag)]

    def wait(self, seconds: float) -> bool:
        time.sleep(max(SHORTEST, seconds))
        return False

    def maintain(self) -> list[Fact]:
        now = time.monotonic()
        if now >= self._tend_at:
            self._tend_at = now + self._spec.poll_every
            try:
                self._drop()
                self._keeper.now_and_then()
            except BusyError as error:
                logger.info("What is kept on S3 is brought up to date later: %s", error)
        return self._idle()

    def _drop(self) -> None:
        if self._dropper.waits:
            self._keeper.before_acting()
            self._dropper.flush()

    def _idle(self) -> list[Fact]:
        """What instances that are kept have cost, if there is news of it."""
        if self._pools.paid == self._idle_told:
            return []
        self._idle_told = self._pools.paid
        return [IdlePaid(self._clock.now(), self._idle_told)]

    def close(self, jobs_left: bool) -> list[Fact]:
        """Also ends the warm pools, unless jobs still run, which another tuner may go on with."""
        try:
            self._drop()
        except BusyError as error:
            logger.info("Checkpoints that nobody needs are left: %s", error)
        finally:
            if not jobs_left:
                self._pools.end()
        return self._idle()

    # ---- ends --------------------------------------------------------------------------------------------

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        """As AWS tells it: its word goes before that of the guard."""
        told = self.explain(job_id, seen, status, asked)
        job, self._busy_at = self._jobs.pop(job_id), time.monotonic()
        if isinstance(told, Resubmit):
            return told
        self._pools.ended(job.name, job.final())
        self._keep_words(job_id, job.name, status.stderr or "\n".join(job.log[-TAIL_LINES:]))
        # what a job that was deleted was billed for is forgotten with it
        ran = job.final().billable or (0.0 if status.ended is None else status.ended.seconds)
        return JobEnd(ran, told)

    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        job = self._jobs[job_id]
        final = job.final()
        if never_ran(final) and job.attempt + 1 < ATTEMPTS:
            return Resubmit(final.reason, self._own_pace.capacity(job.attempt), final.billable)
        return outcome_of(final, status, asked, self._spec, job.log)

    def _keep_words(self, job_id: JobId, name: str, stderr: str) -> None:
        """For `tunewise logs`: where the log is, and the end of it. A full disk is no reason to end."""
        files = self._paths.job(job_id)
        try:
            files.folder.mkdir(parents=True, exist_ok=True)
            files.stdout.write_text(f"CloudWatch, log group {LOG_GROUP}, stream {name}/...\n")
            files.stderr.write_text(stderr)
        except OSError as error:
            logger.warning("The last words of %s can't be kept: %s", name, error)
