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
from tunewise.backends.sagemaker.calls import (
    LOG_GROUP,
    TAIL_LINES,
    TERMINAL,
    Summary,
    ThrottledError,
    TrainingJobs,
    make_clients,
    translated,
)
from tunewise.backends.sagemaker.code import send
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.creating import Creator, read_quota
from tunewise.backends.sagemaker.identity import draw_identity, identity_of, refuse_copies
from tunewise.backends.sagemaker.limits import doubts
from tunewise.backends.sagemaker.mirror import ExperimentMirror, MirrorSchedule
from tunewise.backends.sagemaker.names import Places, is_ours, job_key, job_tags, read_name
from tunewise.backends.sagemaker.pacing import Pace, Turns, spread
from tunewise.backends.sagemaker.pools import Pools
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.backends.sagemaker.training_job import TrainingJob, never_ran, outcome_of
from tunewise.clock import Clock
from tunewise.events import Fact, IdlePaid
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

UNSEEN = 12  # polls after which a job that no list shows is described on its own
QUEUED = 12  # polls between two questions why a job doesn't run
ASK_EVERY = 6  # polls between two such questions for all jobs
ATTEMPTS = 20  # training jobs for one job, while the platform fails before the script begins
SHORTEST = 0.01  # seconds
MANIFEST = "manifest.json"
"""Written last and deleted first (as in `container/checkpoint.py`)."""
FEW_TRIALS = 3  # of which the checkpoints are listed one by one

logger = logging.getLogger(__name__)


class SageMakerPlatform(Platform):
    """Follows all training jobs with one list of jobs and one list of objects.

    It keeps no state that only this process has, so another tuner can take over: the jobs are in the account,
    their reports on S3, and the experiment's id and Region in its folder.
    """

    def __init__(self, spec: SageMakerSpec, paths: ExperimentPaths, clock: Clock) -> None:
        self._spec = spec
        self._paths = paths
        self._clock = clock
        kept = identity_of(paths)
        self._resumed = kept is not None
        if kept is not None:
            refuse_copies(paths, kept)
        clients = make_clients(spec.region if kept is None else kept.region or spec.region)
        identity = kept or draw_identity(paths, clients.region)
        self._places = Places.below(spec.s3, identity.experiment)
        self._own_pace = Pace(spec.poll_every)
        self.pace = self._own_pace.looks
        self._calls = TrainingJobs(clients.sagemaker, clients.logs, self._own_pace)
        self._bucket = Bucket(self._places.bucket, clients.s3)
        self._creator = Creator(spec, self._places, self._calls, self._own_pace)
        self._remover = CheckpointRemover(self._bucket, self._places)
        self._since = identity.since
        self._pools = Pools(
            self._calls,
            identity.experiment,
            self._since,
            spec.keep_alive,
            spec.instance_type,
            self._own_pace,
        )
        self._retry = self._own_pace.retry
        self._mirror = MirrorSchedule(
            ExperimentMirror(paths, self._bucket, self._places) if identity.on_s3 else None
        )
        self._channels: dict[str, str] | None = None
        self._jobs: dict[JobId, TrainingJob] = {}  # that are in the account
        self._lists = Turns(spec.poll_every)
        self._ask_at = 0.0
        self._tend_at = 0.0
        self._idle_reported = 0.0
        self._busy_at = time.monotonic()  # when there was a job last
        patience = spread(self._own_pace.patience, random.random())
        self._patience = patience if identity.on_s3 else math.inf

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._creator.take_turn(job.id)
        self._mirror.before_acting()
        channels = self._prepare(job)
        try:
            since = self._creator.create(job, attempt, channels)
        except FullError as error:
            self._lose_patience(error)
            raise
        self._add(job.id, attempt, since)

    def _prepare(self, job: Job) -> dict[str, str]:
        """Prepares everything that a training job needs, and returns its channels."""
        self._creator.check(job)
        if self._channels is None:
            self._spec.check(workers=1)
            for doubt in doubts(self._spec.instance_type, self._spec.max_run, self._spec.volume_gb):
                logger.warning("%s", doubt)
            with translated(f"Sending the code to {self._spec.s3}"):
                self._channels = send(self._spec, self._places, self._bucket)
        self._remover.started(job.id.trial_id)
        return self._channels

    def _lose_patience(self, error: FullError) -> None:
        """Raises BackendError once a tuner on an instance has waited too long."""
        if not self._jobs and time.monotonic() > self._busy_at + self._patience:
            # others that wait may get its place: they don't all give up at once
            raise BackendError(
                f"No job found a place in the quota {read_quota(str(error)).name!r} for "
                f"{self._patience / 60:.0f} min, and a tuner on an instance is paid for while it waits: "
                "launch it again when there is room."
            ) from error

    def exists(self, job_id: JobId, attempt: int) -> bool:
        existing = self._calls.describe(self._creator.name(job_id, attempt))
        if existing is not None:
            self._add(job_id, attempt, existing.created)
        return existing is not None

    def _add(self, job_id: JobId, attempt: int, since: datetime) -> TrainingJob:
        name, key = self._creator.name(job_id, attempt), self._places.report(job_key(job_id, attempt))
        place = f"{self._spec.instance_type}, {name}"
        now = time.monotonic()
        job = TrainingJob(self._calls, self._bucket, name, key, place, attempt, since, now)
        self._jobs[job_id] = job
        return job

    def terminate(self, job_id: JobId) -> float:
        """Writes an object that the job looks for."""
        self._mirror.before_acting()
        job = self._jobs[job_id]
        with translated("Asking a job to end"):
            self._bucket.put(self._places.stop(job_key(job_id, job.attempt)), b"")
        # a job without an instance can't notice it, and waiting would only cost
        return self._spec.stop_grace + self._own_pace.margin if job.running else 0.0

    def kill(self, job_id: JobId) -> None:
        self._calls.stop(self._jobs[job_id].name)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._remover.add(trial_id)

    # ---- taking up ---------------------------------------------------------------------------------------

    def recover(self, jobs: Sequence[LiveJob]) -> dict[JobId, int]:
        if not jobs and not self._resumed:
            return {}
        latest: dict[JobId, tuple[int, Summary]] = {}
        summaries, _ = self._calls.list_jobs(self._places.experiment, self._since, ask=self._retry)
        self._pools.learn({summary.name: summary for summary in summaries})
        for summary in summaries:
            parsed = read_name(self._places.experiment, summary.name)
            if parsed is not None and parsed[1] >= latest.get(parsed[0], (0, None))[0]:
                latest[parsed[0]] = (parsed[1], summary)
        for live in jobs:
            attempt, existing = latest.pop(live.job.id, (0, None))
            if existing is not None and self._retry(partial(self._is_same, live, existing)):
                job = self._add(live.job.id, attempt, existing.created)
                job.listed(existing, time.monotonic())
        for job_id, (_, summary) in latest.items():
            if summary.status not in TERMINAL:
                logger.warning("%s runs but isn't in the journal: stopping it.", summary.name)
                self._retry(partial(self._creator.stop_stray, summary.name, job_id.trial_id))
        return {job_id: job.attempt for job_id, job in self._jobs.items()}

    def _is_same(self, live: LiveJob, summary: Summary) -> bool:
        """Whether a job with this name is the one in the journal. If the journal has none of its reports, the
        job may be from a longer journal that was lost."""
        if live.halted or live.reports_seen > 0:
            return True
        description = self._calls.describe(summary.name)
        if description is None:
            return False
        expected = job_tags(self._places.experiment, live.job.id, live.job.arguments)
        return is_ours(self._calls.tags(description.arn), expected)

    # ---- following ---------------------------------------------------------------------------------------

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        now = time.monotonic()
        jobs = {job_id: self._jobs[job_id] for job_id in job_ids}
        if self._lists.take():
            self._list(jobs.values(), now)
            self._ask_why(jobs.values(), now)
        return {job_id: job.seen for job_id, job in jobs.items()}

    def _list(self, jobs: Collection[TrainingJob], now: float) -> None:
        """Reads from one list which jobs run and which have ended."""
        since = min([*(job.since for job in jobs), *self._pools.awaited])
        try:
            summaries, calls = self._calls.list_jobs(self._places.experiment, since - timedelta(seconds=1))
        except BusyError as error:
            self._lists.refused()
            if isinstance(error, ThrottledError):
                error.wait = self._lists.left
            raise
        self._lists.went_well(calls)  # so that there are no more calls in a minute
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
        """Asks AWS why a job doesn't run yet: only about the job asked about longest ago, and not with each
        list, so that many waiting jobs take few calls."""
        waiting = [job for job in jobs if job.seen.state is JobState.QUEUED]
        for job in waiting:
            job.asked_at = job.asked_at or now
        longest = min(waiting, key=lambda job: job.asked_at, default=None)
        if longest is None or now < max(self._ask_at, longest.asked_at + QUEUED * self._spec.poll_every):
            return
        self._ask_at, longest.asked_at = now + ASK_EVERY * self._spec.poll_every, now
        description = longest.look()
        if description is not None:
            longest.waits_for = description.message

    def record(self, job_id: JobId, attempt: int, first_report: int) -> JobRecord:
        return self._jobs[job_id]

    def changed(self, job_ids: Iterable[JobId]) -> list[JobId]:
        """Reads from one list which jobs have reported."""
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
                self._mirror.now_and_then()
            except BusyError as error:
                logger.info("The copy on S3 is updated later: %s", error)
        return self._idle()

    def _drop(self) -> None:
        if self._remover.pending:
            self._mirror.before_acting()
            self._remover.flush()

    def _idle(self) -> list[Fact]:
        """The cost of instances that were kept, if it has changed."""
        if self._pools.paid == self._idle_reported:
            return []
        self._idle_reported = self._pools.paid
        return [IdlePaid(self._clock.now(), self._idle_reported)]

    def close(self, jobs_left: bool) -> list[Fact]:
        """Also ends the warm pools, unless jobs still run that another tuner may take over."""
        try:
            self._drop()
        except BusyError as error:
            logger.info("Checkpoints that are no longer needed could not be deleted: %s", error)
        finally:
            if not jobs_left:
                self._pools.end()
        return self._idle()

    # ---- ends --------------------------------------------------------------------------------------------

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        """By AWS's word, which goes before the guard's."""
        outcome = self.explain(job_id, seen, status, asked)
        job, self._busy_at = self._jobs.pop(job_id), time.monotonic()
        if isinstance(outcome, Resubmit):
            return outcome
        self._pools.ended(job.name, job.final())
        self._keep_words(job_id, job.name, status.stderr or "\n".join(job.log[-TAIL_LINES:]))
        # AWS forgets the billed time of a job that was deleted
        ran = job.final().billable or (0.0 if status.ended is None else status.ended.seconds)
        return JobEnd(ran, outcome)

    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        job = self._jobs[job_id]
        final = job.final()
        if never_ran(final) and job.attempt + 1 < ATTEMPTS:
            return Resubmit(final.reason, self._own_pace.capacity(job.attempt), final.billable)
        return outcome_of(final, status, asked, self._spec, job.log)

    def _keep_words(self, job_id: JobId, name: str, stderr: str) -> None:
        """For `tunewise logs`: where the log is, and the end of it. A full disk doesn't stop the tuner."""
        files = self._paths.job(job_id)
        try:
            files.folder.mkdir(parents=True, exist_ok=True)
            files.stdout.write_text(f"CloudWatch, log group {LOG_GROUP}, stream {name}/...\n")
            files.stderr.write_text(stderr)
        except OSError as error:
            logger.warning("The last words of %s can't be kept: %s", name, error)


class CheckpointRemover:
    """Collects trials whose checkpoints are no longer needed, and deletes those of several trials together.
    None of their jobs may run."""

    def __init__(self, bucket: Bucket, places: Places) -> None:
        self._bucket = bucket
        self._places = places
        self._trials: set[int] = set()
        self._removed: set[int] = set()
        self._warned = False

    def add(self, trial_id: int) -> None:
        """Does nothing if its checkpoint was deleted before and the trial hasn't run since."""
        if trial_id not in self._removed:
            self._trials.add(trial_id)

    def started(self, trial_id: int) -> None:
        """Call before a job of the trial starts: deletes its old checkpoint first."""
        if trial_id in self._trials:
            self.flush()
        self._removed.discard(trial_id)

    @property
    def pending(self) -> bool:
        return bool(self._trials)

    def flush(self) -> None:
        """Raises BusyError. If the deletion isn't allowed, warns once: what stays costs little."""
        if not self._trials:
            return
        try:
            with translated("Deleting checkpoints"):
                from botocore.exceptions import ClientError

                keys = self._keys()
                manifests = [key for key in keys if key.endswith(MANIFEST)]
                others = [key for key in keys if not key.endswith(MANIFEST)]
                # a manifest must never outlive its files
                errors = self._bucket.delete(manifests) or self._bucket.delete(others)
                if errors:
                    raise ClientError({"Error": errors[0]}, "DeleteObjects")
        except BackendError as error:
            if not self._warned:
                logger.warning("Checkpoints that are no longer needed could not be deleted: %s", error)
            self._warned = True
        self._removed |= self._trials
        self._trials.clear()

    def _keys(self) -> list[str]:
        prefixes = {self._places.checkpoint(trial_id) for trial_id in self._trials}
        if len(prefixes) <= FEW_TRIALS:
            return [key for prefix in sorted(prefixes) for key in self._bucket.etags(prefix)]
        keys = self._bucket.etags(self._places.checkpoints)  # one list for all trials
        length = len(self._places.checkpoints)
        return [key for key in keys if key[: key.index("/", length) + 1] in prefixes]
