"""One run of a job's container: checkpoints go to S3 meanwhile, and it is ended when it must."""

import os
import signal
import sys
from pathlib import Path
from random import Random

from sagemaker_rehearsal.cloudwatch import LogStream
from sagemaker_rehearsal.container_launcher import Order
from sagemaker_rehearsal.containers import write_order
from sagemaker_rehearsal.context import Context
from sagemaker_rehearsal.faults import JobEffect
from sagemaker_rehearsal.namespaces import Isolation
from sagemaker_rehearsal.opt_ml import WARM_CACHE, CheckpointSync, OptMl
from sagemaker_rehearsal.scaled_clock import Alarm
from sagemaker_rehearsal.training_job import TrainingJob

_KEPT = {"SAGEMAKER_MANAGED_WARMPOOL_CACHE_DIRECTORY": f"/opt/ml/{WARM_CACHE}"}
TOOLKIT = [sys.executable, "-m", "sagemaker_rehearsal.toolkit"]
"""What runs where no entry point is given, in place of an image's own."""
_LOG_END = 2.0  # real seconds to wait for the last lines of a container that has ended
_NEVER = float("inf")


class ContainerRun:
    """Started when it is made. Its owner calls `over` again and again until that is so, then `conclude`."""

    def __init__(self, job: TrainingJob, ml: OptMl, context: Context, alarm: Alarm, random: Random) -> None:
        self._job = job
        self._context = context
        self._clock = context.clock
        self._random = random
        self._sync = self._make_sync(ml)
        self.halted = False
        self.lost = False
        self.starved = False
        self._kill_at = _NEVER
        self._interrupted_at = self._draw_interruption()
        self._lost_at = self._moment_of("lost_instance")
        self._starved_at = self._moment_of("out_of_memory")
        self._next_sync = self._clock.now() + context.profile.sync_every
        write_order(context.folder(job), order_of(job, context))
        self._stream = self._open_stream()
        output = context.pump.attach(self._stream)
        try:
            self._container = context.containers.start(context.folder(job), output, alarm.ring)
        finally:
            os.close(output)

    @property
    def failed_to_start(self) -> bool:
        return self._container.error is not None

    @property
    def exit_code(self) -> int:
        return self._container.exit_code

    def halt(self) -> None:
        """Tells the container to end: it has `stop_grace` seconds from when its job's status told so."""
        self.halted = True
        self._context.containers.signal(self._container, signal.SIGTERM)
        self._kill_at = self._job.transitions[-1].start + self._context.profile.stop_grace

    def is_interrupted(self) -> bool:
        """Whether the instance is taken away from a spot job now."""
        asked, self._job.interruption = self._job.interruption, False
        return asked or self._clock.now() >= self._interrupted_at

    def over(self) -> bool:
        """Does what is due; True once the container has ended."""
        if self._container.ended:
            return True
        now = self._clock.now()
        if self._job.loss or now >= self._lost_at:
            self._lose()
        if now >= self._starved_at:
            self.starved, self._starved_at, self._kill_at = True, _NEVER, now
        if now >= self._kill_at:
            self._context.containers.signal(self._container, signal.SIGKILL)
            self._kill_at = _NEVER
        if self._sync is not None and now >= self._next_sync:
            if self._context.profile.final_sync or not self.halted:
                self._sync.run()
            self._next_sync = self._clock.now() + self._context.profile.sync_every
        return self._container.ended

    def looks_again_at(self) -> float:
        """The moment until which nothing is due, unless the alarm rings."""
        sync = _NEVER if self._sync is None else self._next_sync
        interruption = _NEVER if self.halted else self._interrupted_at
        return min(sync, self._kill_at, interruption, self._lost_at, self._starved_at)

    def _lose(self) -> None:
        """The instance breaks, with all that is on it: no signal that can be heeded, no last sync."""
        self.lost = True
        self._job.loss = False
        self._lost_at = self._kill_at = _NEVER
        self._sync = None
        self._context.containers.signal(self._container, signal.SIGKILL)

    def conclude(self) -> None:
        """Takes what the container has left: its last lines and, if the profile says so, checkpoints."""
        self._stream.ended.wait(_LOG_END)
        if self._sync is not None and self._context.profile.final_sync:
            self._sync.run()

    def _make_sync(self, ml: OptMl) -> CheckpointSync | None:
        if "CheckpointConfig" not in self._job.request:
            return None
        uri = self._job.request["CheckpointConfig"]["S3Uri"]
        shuffled = self._random if self._context.profile.shuffled_sync else None
        folder = ml.folder_of_checkpoints(self._job.request)
        return CheckpointSync(self._context.storage, uri, folder, shuffled)

    def _draw_interruption(self) -> float:
        """When the instance will be taken away; never unless it is spot."""
        if not self._job.spot:
            return _NEVER
        now, life = self._clock.now(), self._context.profile.spot_life
        drawn = _NEVER if life is None else now + self._random.expovariate(1 / life)
        return min(drawn, self._moment_of("interruption"))

    def _moment_of(self, effect: JobEffect) -> float:
        """When a fault of this kind is due, if there is one for this run."""
        now = self._clock.now()
        fault = self._context.faults.of_job(effect, self._job.name, now)
        return _NEVER if fault is None else now + fault.delay

    def _open_stream(self) -> LogStream:
        now = self._clock.now()
        stamp = int(self._clock.date(now) * 1000)
        name = f"{self._job.name}/algo-1-{stamp}"
        stream = LogStream(name, self._context.folder(self._job) / f"log-{stamp}.jsonl", now)
        self._context.streams[name] = stream
        return stream


def order_of(job: TrainingJob, context: Context) -> Order:
    """What the container of a job runs, and what it sees."""
    folder = context.folder(job)
    algorithm = job.request["AlgorithmSpecification"]
    argv = [*algorithm.get("ContainerEntrypoint", TOOLKIT), *algorithm.get("ContainerArguments", ())]
    environment = _environment(job, context)
    if context.isolation is Isolation.NONE:
        base = str(folder / "ml")
        environment["SAGEMAKER_BASE_DIR"] = base
        environment["TMPDIR"] = environment["HOME"] = str(folder / "tmp")  # in place of a /tmp of its own
        argv = [base + part[7:] if part.startswith("/opt/ml/") else part for part in argv]
    return Order(
        argv=argv,
        environment=environment,
        ml=str(folder / "ml"),
        tmp=str(folder / "tmp"),
        kept=_needed_below_tmp(),
        isolation=context.isolation.value,
    )


def _environment(job: TrainingJob, context: Context) -> dict[str, str]:
    python = str(Path(sys.executable).parent)
    return {
        "PATH": os.pathsep.join([python, os.defpath]),
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        **context.profile.environment,
        "AWS_REGION": context.profile.region,
        **context.keys.of_container(job.name),
        "AWS_ENDPOINT_URL": context.endpoint,
        "AWS_EC2_METADATA_DISABLED": "true",
        **(_KEPT if job.keep_alive else {}),
        "TRAINING_JOB_NAME": job.name,
        "TRAINING_JOB_ARN": job.arn,
        **job.request.get("Environment", {}),
    }


def _needed_below_tmp() -> list[str]:
    """What the interpreter needs and would not find in a container with a /tmp of its own."""
    paths = {os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, *sys.path) if path}
    below = sorted(path for path in paths if path.startswith("/tmp/") and os.path.isdir(path))
    outermost: list[str] = []
    for path in below:
        if not any(path.startswith(outer + "/") for outer in outermost):
            outermost.append(path)
    return outermost
