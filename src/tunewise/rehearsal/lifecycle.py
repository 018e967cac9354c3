"""The life of one training job, from its start to its end, told in the order in which it happens."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tunewise.rehearsal.checkpoints import CheckpointSync
from tunewise.rehearsal.containers import write_order
from tunewise.rehearsal.jobs import Job
from tunewise.rehearsal.log_streams import LogStream
from tunewise.rehearsal.opt_ml import DownloadError, OptMl, pack, restore
from tunewise.rehearsal.platform import Platform
from tunewise.rehearsal.storage import split_uri

CACHE = "sagemaker/warmpoolcache"  # below /opt/ml
_CAPACITY = (
    "CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML "
    "instance type."
)
_INTERNAL = "InternalServerError: We encountered an internal error.  Please try again."
_LOG_END = 2.0  # real seconds to wait for the last lines of a container that has ended


@dataclass(frozen=True)
class End:
    """How a job ends. keeps_instance: whether a warm pool may follow."""

    status: str
    secondary: str
    reason: str | None = None
    keeps_instance: bool = True


class Ended(Exception):
    """Leaves the telling where a job ends early."""

    def __init__(self, end: End) -> None:
        super().__init__(end.secondary)
        self.end = end


class Closing(Exception):
    """The emulator is being closed."""


class Life:
    """Brings one job through its life, in a thread of its own."""

    def __init__(self, job: Job, cache: Path | None, platform: Platform) -> None:
        self._job = job
        self._platform = platform
        self._random = Random(f"{platform.profile.seed}/{job.name}")
        self._folder = platform.folder(job)
        self._ml = OptMl(self._folder / "ml")
        self._cache = cache or self._folder / "cache"
        self._alarm = platform.clock.alarm()
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
        self._cache.mkdir(parents=True, exist_ok=True)
        self._get_instance()
        while True:
            self._download()
            end = self._train()
            if end is not None:
                self._upload(end)
                return end
            self._wait_for_another_instance()

    def _get_instance(self) -> None:
        job, profile, now = self._job, self._platform.profile, self._platform.clock.now()
        faults = self._platform.faults
        if faults.of_job("internal_error", job.name, now):
            raise Ended(End("Failed", "Failed", _INTERNAL, keeps_instance=False))
        lacking = faults.of_job("capacity_error", job.name, now)
        if lacking or (not job.warm and self._random.random() < profile.capacity_error_rate):
            self._wait(profile.capacity_delay)
            raise Ended(End("Failed", "Failed", _CAPACITY, keeps_instance=False))
        self._wait(profile.warm_start if job.warm else profile.cold_start)

    def _download(self) -> None:
        job, profile = self._job, self._platform.profile
        self._enter("Downloading")
        for name in ("ml", "tmp"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
            (self._folder / name).mkdir(parents=True)
        (self._folder / "tmp").chmod(0o1777)
        self._ml.prepare(job.request)
        if job.keep_alive:
            shutil.move(self._cache, self._ml.root / CACHE)
        try:
            for channel in job.request.get("InputDataConfig", ()):
                self._ml.download(channel, self._platform.storage)
        except DownloadError as error:
            raise Ended(End("Failed", "Failed", f"ClientError: Data download failed:{error}")) from error
        if "CheckpointConfig" in job.request:
            folder = self._ml.folder_of_checkpoints(job.request)
            restore(self._platform.storage, job.request["CheckpointConfig"]["S3Uri"], folder)
        self._wait(profile.warm_download if job.warm else profile.cold_download)

    def _train(self) -> End | None:
        """Runs the container. None: it was interrupted, and is to run again."""
        platform, job = self._platform, self._job
        self._enter("Training")
        write_order(self._folder, platform.order(job))
        stream = self._open_stream()
        output = platform.pump.attach(stream)
        try:
            container = platform.containers.start(self._folder, output, self._alarm.ring)
        finally:
            os.close(output)
        sync = self._sync()
        halted: End | None = None
        interrupted = False
        kill_at = float("inf")
        next_sync = platform.clock.now() + platform.profile.sync_every
        interruption = self._draw_interruption()
        while not container.ended:
            now = platform.clock.now()
            if halted is None and not interrupted:
                halted = self._reason_to_halt(now)
                interrupted = halted is None and self._is_interrupted(now, interruption)
                if halted is not None or interrupted:
                    platform.containers.signal(container, signal.SIGTERM)
                    kill_at = now + platform.profile.stop_grace
                    if interrupted:
                        self._enter("Interrupted")
            elif now >= kill_at:
                platform.containers.signal(container, signal.SIGKILL)
                kill_at = float("inf")
            if now >= next_sync:
                if sync is not None and (platform.profile.final_sync or not (halted or interrupted)):
                    sync.run()
                next_sync = platform.clock.now() + platform.profile.sync_every
            self._pause(min(next_sync, kill_at, self._next_limit(), interruption))
        stream.ended.wait(_LOG_END)
        if sync is not None and platform.profile.final_sync:
            sync.run()
        if interrupted:
            return None
        if container.error is not None:
            return End("Failed", "Failed", _INTERNAL, keeps_instance=False)
        return halted or self._end_of(container.exit_code)

    def _upload(self, end: End) -> None:
        job, storage = self._job, self._platform.storage
        if end.status != "Stopped":
            self._enter("Uploading")
        bucket, prefix = split_uri(job.request["OutputDataConfig"]["S3OutputPath"])
        stem = "/".join(part for part in (prefix.rstrip("/"), job.name, "output") if part)
        model = pack(self._ml.root / "model") if end.status != "Failed" else None
        if model is not None:
            storage.put(bucket, f"{stem}/model.tar.gz", model)
            with self._platform.account.lock:
                job.model = f"s3://{bucket}/{stem}/model.tar.gz"
        output = pack(self._ml.root / "output/data")
        if output is not None:
            storage.put(bucket, f"{stem}/output.tar.gz", output)

    def _wait_for_another_instance(self) -> None:
        """After an interruption, which has left a spot job without one."""
        profile = self._platform.profile
        self._end_run()
        self._wait(profile.spot_gap)
        self._enter("Starting")
        self._wait(profile.cold_start)

    def _conclude(self, end: End) -> None:
        account, job = self._platform.account, self._job
        with account.lock:
            now = self._platform.clock.now()
            if job.stop_requested and end.status == "Completed":
                end = End("Stopped", "Stopped")
            had_instance = job.run_start is not None
            if (self._ml.root / CACHE).exists():
                shutil.move(self._ml.root / CACHE, self._cache)
            self._end_run()
            job.failure_reason = end.reason
            if job.training_start is not None:
                job.training_end = now
            job.enter(end.secondary, now, end.status)
            account.changed(job)
            if job.retention is not None:
                if had_instance and end.keeps_instance and job.retention.keep_alive > 0:
                    account.keep(job, self._cache)
                else:
                    job.retention.status = "Terminated"
            account.changed(job)
        if not self._platform.profile.keep_folders:
            shutil.rmtree(self._folder / "ml", ignore_errors=True)
            shutil.rmtree(self._folder / "tmp", ignore_errors=True)

    # ---- its parts ---------------------------------------------------------------------------------------

    def _enter(self, secondary: str) -> None:
        """Takes on a secondary status, except while the job is Stopping."""
        account, job = self._platform.account, self._job
        with account.lock:
            now = self._platform.clock.now()
            if secondary == "Downloading":
                job.run_start = now
                job.training_start = now if job.training_start is None else job.training_start
            if not job.stop_requested:
                job.enter(secondary, now)
                account.changed(job)

    def _end_run(self) -> None:
        """Counts the time on an instance that the job is about to leave."""
        job = self._job
        with self._platform.account.lock:
            if job.run_start is not None:
                job.trained += self._platform.clock.now() - job.run_start
            job.run_start = None

    def _wait(self, seconds: float) -> None:
        """Lets emulated time pass. Raises Ended where the job has to end meanwhile."""
        until = self._platform.clock.now() + seconds
        while True:
            now = self._platform.clock.now()
            end = self._reason_to_halt(now)
            if end is not None:
                raise Ended(end)
            if now >= until:
                return
            self._pause(min(until, self._next_limit()))

    def _pause(self, until: float) -> None:
        self._alarm.wait(None if until == float("inf") else until)
        if self._closing:
            raise Closing

    def _reason_to_halt(self, now: float) -> End | None:
        job = self._job
        if self._closing:
            raise Closing
        if job.stop_requested:
            return End("Stopped", "Stopped")
        if now >= self._runtime_limit():
            return self._exceeded("MaxRuntimeExceeded")
        if job.max_wait is not None and now >= job.created + job.max_wait:
            return self._exceeded("MaxWaitTimeExceeded")
        return None

    def _exceeded(self, secondary: str) -> End:
        with self._platform.account.lock:
            self._job.enter("Stopping", self._platform.clock.now(), "Stopping")
            self._platform.account.changed(self._job)
        return End("Stopped", secondary)

    def _next_limit(self) -> float:
        job = self._job
        wait = float("inf") if job.max_wait is None else job.created + job.max_wait
        return min(self._runtime_limit(), wait)

    def _runtime_limit(self) -> float:
        job = self._job
        return float("inf") if job.run_start is None else job.run_start + job.max_runtime - job.trained

    def _draw_interruption(self) -> float:
        life = self._platform.profile.spot_life
        if not self._job.spot or life is None:
            return float("inf")
        return self._platform.clock.now() + self._random.expovariate(1 / life)

    def _is_interrupted(self, now: float, drawn: float) -> bool:
        job = self._job
        asked, job.interruption = job.interruption, False
        return asked or now >= drawn or self._platform.faults.of_job("interruption", job.name, now)

    def _sync(self) -> CheckpointSync | None:
        if "CheckpointConfig" not in self._job.request:
            return None
        uri = self._job.request["CheckpointConfig"]["S3Uri"]
        shuffled = self._random if self._platform.profile.shuffled_sync else None
        folder = self._ml.folder_of_checkpoints(self._job.request)
        return CheckpointSync(self._platform.storage, uri, folder, shuffled)

    def _end_of(self, exit_code: int) -> End:
        if exit_code == 0:
            return End("Completed", "Completed")
        reason = f"AlgorithmError: {self._ml.failure()}, exit code: {exit_code}"
        return End("Failed", "Failed", reason[:1024])

    def _open_stream(self) -> LogStream:
        platform, job = self._platform, self._job
        now = platform.clock.now()
        stamp = int(platform.clock.date(now) * 1000)
        name = f"{job.name}/algo-1-{stamp}"
        stream = LogStream(name, self._folder / f"log-{stamp}.jsonl", now)
        platform.streams[name] = stream
        return stream
