"""The live back end for jobs on SageMaker."""

from __future__ import annotations

import logging
import math
import random
import time
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from tunewise.backends.base import Backend, BackendError, BusyError, Job, LiveJob
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import (
    LOG_GROUP,
    TAIL_LINES,
    TERMINAL,
    Summary,
    TrainingJobs,
    deleted,
    surely_past,
    translated,
)
from tunewise.backends.sagemaker.checkpoints import Dropper
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.code import send
from tunewise.backends.sagemaker.creating import Creator
from tunewise.backends.sagemaker.halting import Halter
from tunewise.backends.sagemaker.identity import draw_identity, identity_of, refuse_copies
from tunewise.backends.sagemaker.insisting import Insistence
from tunewise.backends.sagemaker.limits import doubts
from tunewise.backends.sagemaker.names import Places, is_ours, job_tags, read_name
from tunewise.backends.sagemaker.pacing import Pace, Turns, spread
from tunewise.backends.sagemaker.pools import Pools
from tunewise.backends.sagemaker.reading import NOTHING, Told, never_ran, outcome_of, read, read_log
from tunewise.backends.sagemaker.record import Keeper, Record
from tunewise.backends.sagemaker.watched import Watched
from tunewise.clock import RealClock
from tunewise.events import Fact, IdlePaid, JobEnded
from tunewise.trial import FailureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tunewise.backends.sagemaker.spec import SageMakerBackend
    from tunewise.paths import ExperimentPaths
    from tunewise.trial import JobId

UNSEEN = 12  # polls after which a job that no list shows is looked at on its own
QUEUED = 12  # polls after which a job that doesn't run is asked why, and then again
ASK_EVERY = 6  # polls, for all jobs
ATTEMPTS = 20  # training jobs for one job, as long as the platform fails before the script begins
SHORTEST = 0.01  # seconds

logger = logging.getLogger(__name__)


class SageMakerJobs(Backend):
    """Runs each job as a training job, and follows all of them by one list each of jobs and of objects.

    Nothing of it lives in this process alone, so another tuner can take up where this one left off: what runs
    is in the account, what was reported on S3, and the experiment's id and Region in its folder.
    """

    def __init__(self, spec: SageMakerBackend, paths: ExperimentPaths, elapsed: float) -> None:
        self.clock = RealClock(elapsed)
        self._spec = spec
        self._paths = paths
        known = identity_of(paths)
        self._resumed = known is not None
        if known is not None:
            refuse_copies(paths, known)
        clients = make_clients(spec.region if known is None else known.region or spec.region)
        identity = known or draw_identity(paths, clients.region)
        self._places = Places.below(spec.s3, identity.experiment)
        self._pace = Pace(spec.poll_every)
        self._calls = TrainingJobs(clients.sagemaker, clients.logs, self._pace)
        self._bucket = Bucket(clients.s3, self._places.bucket)
        self._creator = Creator(spec, self._places, self._calls, self._pace)
        self._halter = Halter(self._places, self._bucket, self._calls, self._pace, spec.stop_grace)
        self._dropper = Dropper(self._bucket, self._places)
        self._since = identity.since
        self._pools = Pools(
            self._calls, self.experiment, self._since, spec.keep_alive, spec.instance_type, self._pace
        )
        self._insist = Insistence(self._pace)
        record = Record(paths, self._bucket, self._places) if identity.on_s3 else None
        self._keeper = Keeper(record, self._insist)
        self._channels: dict[str, str] | None = None
        self._jobs: dict[JobId, Watched] = {}
        self._news: list[Fact] = []
        self._lists = Turns(self._pace.poll)
        self._read_at = 0.0
        self._ask_at = 0.0
        self._troubles = 0
        self._idle_told = 0.0
        self._busy_at = time.monotonic()  # when a job of this tuner was in the account last
        self._patience = spread(self._pace.patience, random.random()) if identity.on_s3 else math.inf

    @property
    def experiment(self) -> str:
        """The id: what its training jobs' names begin with."""
        return self._places.experiment

    # ---- what the engine asks ----------------------------------------------------------------------------

    def start(self, job: Job) -> None:
        self._keeper.before_acting()
        watched = Watched(job, since=surely_past())
        self._prepare(watched)
        self._jobs[job.id] = watched
        self._create(watched)

    def halt(self, job_id: JobId, patience: float) -> None:
        watched = self._jobs.get(job_id)
        if watched is not None:
            self._keeper.before_acting()
            watched.ask(patience)
            self._halt(watched)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._keeper.before_acting()
        self._dropper.add(trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        deadline = time.monotonic() + timeout
        while True:
            facts = self._look()
            left = deadline - time.monotonic()
            if facts or left <= 0:
                return facts
            time.sleep(max(SHORTEST, min(left, self._next_look() - time.monotonic())))

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        if not jobs and not self._resumed:
            return
        latest: dict[JobId, tuple[int, Summary]] = {}
        summaries, _ = self._calls.list(self.experiment, self._since, ask=self._insist)
        self._pools.learn({summary.name: summary for summary in summaries})
        for summary in summaries:
            known = read_name(self.experiment, summary.name)
            if known is not None and known[1] >= latest.get(known[0], (0, None))[0]:
                latest[known[0]] = (known[1], summary)
        for live in jobs:
            self._attach(live, latest.pop(live.job.id, None))
        for job_id, (_, summary) in latest.items():
            if summary.status not in TERMINAL:
                logger.warning("%s runs, and no record knows it: it is stopped.", summary.name)
                self._creator.strays[summary.name] = job_id.trial_id
                self._insist(partial(self._calls.stop, summary.name))

    def close(self) -> list[Fact]:
        """Also ends the warm pools, unless jobs still run, which another tuner may go on with."""
        try:
            self._dropper.flush()
        except BusyError as error:
            logger.info("Checkpoints that nobody needs are left: %s", error)
        finally:
            if not any(watched.created or watched.unsure for watched in self._jobs.values()):
                self._pools.end()
        return self._idle()

    # ---- starting and halting ----------------------------------------------------------------------------

    def _prepare(self, watched: Watched) -> None:
        """Everything that a job needs before its training job is created. Raises BackendError."""
        self._creator.check(watched)
        if self._channels is None:
            self._spec.check(workers=1)
            for doubt in doubts(self._spec.instance_type, self._spec.max_run, self._spec.volume_gb):
                logger.warning("%s", doubt)
            self._channels = self._insist(self._send)
        self._insist(lambda: self._dropper.started(watched.job.id.trial_id))

    def _send(self) -> dict[str, str]:
        with translated(f"Sending the code to {self._spec.s3}"):
            return send(self._spec, self._places, self._bucket)

    def _halt(self, watched: Watched) -> None:
        if self._halter.halt_if_due(watched):
            self._end(watched, JobEnded(self.clock.now(), watched.job.id, 0.0, None, "told to end"))

    def _create(self, watched: Watched) -> None:
        if self._channels is None:
            self._prepare(watched)
        quota = self._creator.create(watched, self._channels or {})
        if self._note_if_busy() or quota is None:
            return
        if time.monotonic() > self._busy_at + self._patience:
            # those who wait beside it may have its place, as not all lose patience at once
            raise BackendError(
                f"No job found a place in the quota {quota.name!r} for {self._patience / 60:.0f} min, and a "
                "tuner on an instance is paid for while it waits: launch it again when there is room."
            )

    def _note_if_busy(self) -> bool:
        """Whether a job of this tuner is in the account."""
        busy = any(watched.created for watched in self._jobs.values())
        if busy:
            self._busy_at = time.monotonic()
        return busy

    def _end(self, watched: Watched, fact: JobEnded) -> None:
        self._news.append(fact)
        self._jobs.pop(watched.job.id, None)

    # ---- taking up ---------------------------------------------------------------------------------------

    def _attach(self, live: LiveJob, found: tuple[int, Summary] | None) -> None:
        watched = Watched(live.job, since=surely_past(), next_report=live.reports_seen)
        watched.announced = live.begun
        self._jobs[live.job.id] = watched
        if live.halted:
            watched.ask(max(0.0, live.told_at - self.clock.now()))
        if found is not None and self._insist(partial(self._is_same, live, found[1])):
            watched.attempt, watched.created = found[0], True
            watched.since, watched.secondary = found[1].created, found[1].secondary
            watched.listed_at = time.monotonic()
            return
        watched.unsure = True  # lists may be stale
        if live.halted:
            return
        try:
            self._prepare(watched)
        except BackendError as error:  # the others can be followed and ended all the same
            detail = f"the job could not be launched: {error}"
            failed = JobEnded(self.clock.now(), live.job.id, 0.0, FailureKind.INFRASTRUCTURE, detail)
            self._end(watched, failed)

    def _is_same(self, live: LiveJob, summary: Summary) -> bool:
        """Whether a job by this name is the one of the record. Where the record has none of its reports, it
        may be that of a longer record that was lost."""
        if live.halted or live.reports_seen > 0:
            return True
        found = self._calls.describe(summary.name)
        if found is None:
            return False
        expected = job_tags(self.experiment, live.job.id, live.job.arguments)
        return is_ours(self._calls.tags(found.arn), expected)

    # ---- following ---------------------------------------------------------------------------------------

    def _look(self) -> list[Fact]:
        now = time.monotonic()
        self._note_if_busy()  # as of each round, as those that run may all end in this one
        try:
            for watched in list(self._jobs.values()):
                if not watched.created and not watched.asked:
                    self._create(watched)
                self._halt(watched)
            if self._lists.take():
                self._list(now)
            if now >= self._read_at:
                self._read_at = now + self._pace.reports
                self._read_reports()
            for watched in [job for job in self._jobs.values() if job.ended]:
                self._conclude(watched)
            if now >= self._lists.due - self._pace.reports:
                self._dropper.flush()
            self._keeper.now_and_then()
            self._troubles = 0
        except BusyError as error:
            self._read_at = max(self._read_at, now + self._pace.reports)
            self._troubles += 1
            log = logger.warning if self._troubles == 3 else logger.info
            log("AWS is busy or can't be reached, so that news come late: %s", error)
        for watched in self._jobs.values():
            self._news += watched.queue_facts(self.clock.now())
        facts, self._news = self._news, []  # also of a round that was not done to its end
        return [*facts, *self._idle()]

    def _idle(self) -> list[Fact]:
        """What instances that are kept have cost, if there is news of it."""
        if self._pools.paid == self._idle_told:
            return []
        self._idle_told = self._pools.paid
        return [IdlePaid(self.clock.now(), self._idle_told)]

    def _next_look(self) -> float:
        """When to look again, on the monotonic clock."""
        moments = [self._lists.due, self._read_at]
        for watched in self._jobs.values():
            if not watched.created and not watched.asked:
                moments.append(max(watched.create_at, self._creator.due))
            if watched.halt_at is not None and not watched.told:
                moments.append(watched.halt_at)
            elif watched.stop_at is not None and not watched.stopped:
                moments.append(watched.stop_at)
        return min(moments)

    def _list(self, now: float) -> None:
        """Learns from one list which jobs have ended."""
        created = [watched for watched in self._jobs.values() if watched.created and not watched.ended]
        if not created:
            return
        since = min([*(watched.since for watched in created), *self._pools.awaited])
        try:
            summaries, calls = self._calls.list(self.experiment, since - timedelta(seconds=1))
        except BusyError:
            self._lists.refused()
            raise
        self._lists.went_well(calls)  # so many calls a minute and no more
        by_name = {summary.name: summary for summary in summaries}
        self._pools.learn(by_name)
        for watched in created:
            summary = by_name.get(self._creator.name(watched))
            if summary is not None:
                watched.since, watched.secondary = summary.created, summary.secondary
                watched.ended, watched.listed_at = summary.status in TERMINAL, now
                if watched.placed and not watched.announced:
                    self._news += watched.facts(watched.said, self.clock.now(), self._place(watched))
            elif now > watched.listed_at + UNSEEN * self._pace.poll:
                watched.listed_at = now
                found = self._calls.describe(self._creator.name(watched))
                watched.ended = found is None or found.status in TERMINAL
        self._ask_why(created, now)

    def _ask_why(self, created: Sequence[Watched], now: float) -> None:
        """Learns why a job doesn't run yet: of the one that was asked longest ago, and not with each list, so
        that many that wait cost few calls."""
        waiting = [watched for watched in created if not (watched.announced or watched.ended)]
        for watched in waiting:
            watched.asked_at = watched.asked_at or now
        longest = min(waiting, key=lambda watched: watched.asked_at, default=None)
        if longest is None or now < max(self._ask_at, longest.asked_at + QUEUED * self._pace.poll):
            return
        self._ask_at, longest.asked_at = now + ASK_EVERY * self._pace.poll, now
        found = self._calls.describe(self._creator.name(longest))
        if found is not None and found.status not in TERMINAL:
            longest.waits_for = found.message

    def _read_reports(self) -> None:
        """Learns from one list which jobs have reported, and reads what they did."""
        created = {watched.key: watched for watched in self._jobs.values() if watched.created}
        if not created:
            return
        with translated("Reading reports"):
            # just before the first key that matters
            after = self._places.report(min(created)).removesuffix(".jsonl")
            etags = self._bucket.etags(self._places.reports, after)
        for key, watched in created.items():
            etag = etags.get(self._places.report(key), "")
            if etag and etag != watched.etag and not watched.ended:
                told = self._told(watched)
                self._news += watched.facts(told, self.clock.now(), self._place(watched))
                watched.etag = etag

    def _told(self, watched: Watched) -> Told:
        with translated("Reading reports"):
            body = self._bucket.get(self._places.report(watched.key))
        return NOTHING if body is None else read(body)

    def _place(self, watched: Watched) -> str:
        return f"{self._spec.instance_type}, {self._creator.name(watched)}"

    # ---- ends --------------------------------------------------------------------------------------------

    def _conclude(self, watched: Watched) -> None:
        """A training job is over: its last reports, and what its end means."""
        name = self._creator.name(watched)
        found = self._calls.describe(name) or deleted(watched.since)
        told = self._told(watched)
        self._creator.room()
        if never_ran(found) and not watched.asked and watched.attempt + 1 < ATTEMPTS:
            logger.warning("%s could not be had and is tried again: %s", name, found.reason)
            watched.waits_for = found.reason
            return watched.again(time.monotonic(), self._pace.capacity(watched.tries))
        self._pools.ended(name, found)
        log: list[str] = []
        if not told.concluded and found.ran:
            log = self._calls.log(name)
            told = told.completed_by(read_log(log))
        self._keep_words(watched.job.id, name, told.stderr or "\n".join(log[-TAIL_LINES:]))
        now = self.clock.now()
        self._news += watched.facts(told, now, self._place(watched))
        outcome = outcome_of(found, told, watched.asked, self._spec, log)
        # what a job that was deleted was billed for is forgotten with it
        ran = found.billable or (told.ended.seconds if told.ended is not None else 0.0)
        ended = JobEnded(now, watched.job.id, ran, *outcome, note=told.note)
        return self._end(watched, ended)

    def _keep_words(self, job_id: JobId, name: str, stderr: str) -> None:
        """For `tunewise logs`: where the log is, and the end of it. A full disk is no reason to end."""
        files = self._paths.job(job_id)
        try:
            files.folder.mkdir(parents=True, exist_ok=True)
            files.stdout.write_text(f"CloudWatch, log group {LOG_GROUP}, stream {name}/...\n")
            files.stderr.write_text(stderr)
        except OSError as error:
            logger.warning("The last words of %s can't be kept: %s", name, error)
