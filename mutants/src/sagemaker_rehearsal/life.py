"""The life of one training job, from its start to its end, told in the order in which it happens."""

import shutil
import threading
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from sagemaker_rehearsal.container_run import ContainerRun
from sagemaker_rehearsal.context import Context
from sagemaker_rehearsal.opt_ml import LONGEST_REASON, WARM_CACHE, DownloadError, OptMl, restore, upload
from sagemaker_rehearsal.training_job import MESSAGES, TrainingJob

_CAPACITY = (
    "CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML "
    "instance type."
)
_STARVED = (
    "ClientError: Please use an instance type with more memory, or reduce the size of job data processed on "
    "an instance."
)
_INTERNAL = "InternalServerError: We encountered an internal error.  Please try again."


@dataclass(frozen=True)
class End:
    """How a job ends. keeps_instance: whether a warm pool may follow."""

    status: str
    secondary: str
    reason: str | None = None
    keeps_instance: bool = True


class Ended(Exception):
    """Leaves the tale where a job ends early."""

    def __init__(self, end: End) -> None:
        super().__init__(end.secondary)
        self.end = end


class InternalError(Exception):
    """The platform's fault: the job fails, or begins again if it has a RetryStrategy."""


class Closing(Exception):
    """The emulator is being closed."""


class Life:
    """Brings one job through its life, in a thread of its own.

    cache: the folder that a reused instance has kept for its jobs; None on a new one.
    """

    def __init__(self, job: TrainingJob, cache: Path | None, context: Context) -> None:
        self._job = job
        self._context = context
        self._profile = context.profile
        self._account = context.account
        self._clock = context.clock
        self._random = Random(f"{context.profile.seed}/{job.name}")
        self._folder = context.folder(job)
        self._ml = OptMl(self._folder / "ml")
        self._cache = cache or self._folder / "cache"
        self._warm = job.warm
        self._retries = job.retries
        self._alarm = context.clock.alarm()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name=job.name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ring(self) -> None:
        """Something about the job has changed: it shall look."""
        self._alarm.ring()

    def close(self) -> None:
        self._closing = True
        self._alarm.ring()

    def join(self) -> None:
        self._thread.join()

    # ---- the tale ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            end = self._live()
        except Ended as ended:
            end = ended.end
        except Closing:
            return
        except Exception:  # noqa: BLE001 - a bug here must not leave a job that never ends
            traceback.print_exc()
            end = End("Failed", "Failed", _INTERNAL, keeps_instance=False)
        self._conclude(end)

    def _live(self) -> End:
        while True:
            try:
                return self._attempt()
            except InternalError:
                if self._retries == 0:
                    return End("Failed", "Failed", _INTERNAL, keeps_instance=False)
                self._retries -= 1
                self._begin_again()

    def _attempt(self) -> End:
        """The job on one instance after the other, while it is but interrupted."""
        self._cache.mkdir(parents=True, exist_ok=True)
        self._get_instance()
        while True:
            self._download()
            end = self._train()
            if end is not None:
                break
            self._wait_for_another_instance()
        if end.status != "Stopped":
            self._account.enter(self._job, "Uploading")
        upload(self._ml, self._job, self._context.storage, with_model=end.status != "Failed")
        return end

    def _get_instance(self) -> None:
        job, profile, faults = self._job, self._profile, self._context.faults
        if faults.of_job("internal_error", job.name, self._clock.now()):
            raise InternalError
        queued = 0.0 if self._warm else self._wait_for_capacity()
        drawn = self._random.random() < profile.capacity_error_rate and not self._warm
        if faults.of_job("capacity_error", job.name, self._clock.now()) or drawn:
            self._wait(queued + profile.capacity_delay)
            raise Ended(End("Failed", "Failed", _CAPACITY, keeps_instance=False))
        self._account.tell(job, MESSAGES["Starting"])
        self._wait(profile.warm_start if self._warm else queued + profile.cold_start)

    def _wait_for_capacity(self) -> float:
        """Queues the job, where its kind of instance may be lacking; for how many seconds."""
        job, profile = self._job, self._profile
        default = profile.default_pending if job.accelerated else None
        seconds = profile.pending.get(job.instance_type, default)
        if seconds is None:
            return 0.0
        self._account.enter(job, "Pending")
        self._wait(seconds)
        return seconds

    def _download(self) -> None:
        job, request = self._job, self._job.request
        self._account.enter(job, "Downloading")
        self._account.begin_run(job)
        for name in ("ml", "tmp"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
            (self._folder / name).mkdir(parents=True)
        (self._folder / "tmp").chmod(0o1777)
        self._ml.prepare(request)
        if job.keep_alive:
            shutil.move(self._cache, self._ml.root / WARM_CACHE)
        try:
            for channel in request.get("InputDataConfig", ()):
                self._ml.download(channel, self._context.storage)
        except DownloadError as error:
            raise Ended(End("Failed", "Failed", f"ClientError: Data download failed:{error}")) from error
        if "CheckpointConfig" in request:
            folder = self._ml.folder_of_checkpoints(request)
            restore(self._context.storage, request["CheckpointConfig"]["S3Uri"], folder)
        self._wait(self._profile.warm_download if self._warm else self._profile.cold_download)

    def _train(self) -> End | None:
        """Runs the container. None: it was interrupted, and is to run again."""
        self._account.enter(self._job, "Training")
        run = ContainerRun(self._job, self._ml, self._context, self._alarm, self._random)
        end: End | None = None
        while not run.over():
            if not run.halted:
                end = self._reason_to_end()
                if end is not None:
                    run.halt()
                elif run.is_interrupted():
                    self._account.enter(self._job, "Interrupted")
                    run.halt()
            self._pause(min(run.looks_again_at(), self._next_limit()))
        run.conclude()
        if run.lost and end is not None:
            raise Ended(replace(end, keeps_instance=False))
        if run.lost:
            raise InternalError
        if end is not None:
            return end
        if run.halted:
            return None
        if run.failed_to_start:
            raise InternalError
        if run.starved:
            return End("Failed", "Failed", _STARVED)
        if run.exit_code == 0:
            return End("Completed", "Completed")
        reason = f"AlgorithmError: {self._ml.failure()}, exit code: {run.exit_code}"
        return End("Failed", "Failed", reason[:LONGEST_REASON])

    def _begin_again(self) -> None:
        """After an internal error: a new instance, on which nothing is left of the one before."""
        self._account.end_run(self._job)
        self._account.enter(self._job, "Restarting")
        self._cache = self._folder / "cache"
        shutil.rmtree(self._cache, ignore_errors=True)
        self._warm = False
        self._account.enter(self._job, "Starting")

    def _wait_for_another_instance(self) -> None:
        """After an interruption, which has left a spot job without one."""
        self._account.end_run(self._job)
        self._wait(self._profile.spot_gap)
        self._account.enter(self._job, "Starting")
        self._wait(self._profile.cold_start)

    def _conclude(self, end: End) -> None:
        if (self._ml.root / WARM_CACHE).exists():
            shutil.move(self._ml.root / WARM_CACHE, self._cache)
        if not self._profile.keep_folders:
            for name in ("ml", "tmp"):
                shutil.rmtree(self._folder / name, ignore_errors=True)
        with self._account.lock:
            if self._job.stop_requested and end.status == "Completed":
                end = End("Stopped", "Stopped")
            cache = self._cache if end.keeps_instance else None
            self._account.end(self._job, end.status, end.secondary, end.reason, cache)

    # ---- waiting -----------------------------------------------------------------------------------------

    def _wait(self, seconds: float) -> None:
        """Waits until the job has had its status for so long. Raises Ended where it has to end meanwhile."""
        until = self._job.transitions[-1].start + seconds
        while True:
            end = self._reason_to_end()
            if end is not None:
                raise Ended(end)
            if self._clock.now() >= until:
                return
            self._pause(min(until, self._next_limit()))

    def _pause(self, until: float) -> None:
        self._alarm.wait(None if until == float("inf") else until)
        if self._closing:
            raise Closing

    def _reason_to_end(self) -> End | None:
        job, now = self._job, self._clock.now()
        if self._closing:
            raise Closing
        if job.stop_requested:
            return End("Stopped", "Stopped")
        if now >= job.runs_until():
            return self._exceeded("MaxRuntimeExceeded")
        if now >= job.waits_until():
            return self._exceeded("MaxWaitTimeExceeded")
        if now >= job.pends_until():
            return self._exceeded("MaxPendingTimeExceeded")
        return None

    def _exceeded(self, secondary: str) -> End:
        self._account.enter(self._job, "Stopping", "Stopping")
        return End("Stopped", secondary)

    def _next_limit(self) -> float:
        return min(self._job.runs_until(), self._job.waits_until(), self._job.pends_until())
