"""One run of a job's container: checkpoints go to S3 meanwhile, and it is ended when it must."""

from __future__ import annotations

import os
import signal
from random import Random

from sagemaker_rehearsal.checkpoints import CheckpointSync
from sagemaker_rehearsal.containers import write_order
from sagemaker_rehearsal.faults import JobEffect
from sagemaker_rehearsal.jobs import Job
from sagemaker_rehearsal.log_streams import LogStream
from sagemaker_rehearsal.opt_ml import OptMl
from sagemaker_rehearsal.platform import Platform
from sagemaker_rehearsal.scaled_clock import Alarm

_LOG_END = 2.0  # real seconds to wait for the last lines of a container that has ended
_NEVER = float("inf")


class ContainerRun:
    """Started when it is made. Its owner calls `over` again and again until that is so, then `conclude`."""

    def __init__(self, job: Job, ml: OptMl, platform: Platform, alarm: Alarm, random: Random) -> None:
        self._job = job
        self._platform = platform
        self._clock = platform.clock
        self._random = random
        self._sync = self._make_sync(ml)
        self.halted = False
        self.lost = False
        self.starved = False
        self._kill_at = _NEVER
        self._interrupted_at = self._draw_interruption()
        self._lost_at = self._moment_of("lost_instance")
        self._starved_at = self._moment_of("out_of_memory")
        self._next_sync = self._clock.now() + platform.profile.sync_every
        write_order(platform.folder(job), platform.order(job))
        self._stream = self._open_stream()
        output = platform.pump.attach(self._stream)
        try:
            self._container = platform.containers.start(platform.folder(job), output, alarm.ring)
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
        self._platform.containers.signal(self._container, signal.SIGTERM)
        self._kill_at = self._job.transitions[-1].start + self._platform.profile.stop_grace

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
            self._platform.containers.signal(self._container, signal.SIGKILL)
            self._kill_at = _NEVER
        if self._sync is not None and now >= self._next_sync:
            if self._platform.profile.final_sync or not self.halted:
                self._sync.run()
            self._next_sync = self._clock.now() + self._platform.profile.sync_every
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
        self._platform.containers.signal(self._container, signal.SIGKILL)

    def conclude(self) -> None:
        """Takes what the container has left: its last lines and, if the profile says so, checkpoints."""
        self._stream.ended.wait(_LOG_END)
        if self._sync is not None and self._platform.profile.final_sync:
            self._sync.run()

    def _make_sync(self, ml: OptMl) -> CheckpointSync | None:
        if "CheckpointConfig" not in self._job.request:
            return None
        uri = self._job.request["CheckpointConfig"]["S3Uri"]
        shuffled = self._random if self._platform.profile.shuffled_sync else None
        folder = ml.folder_of_checkpoints(self._job.request)
        return CheckpointSync(self._platform.storage, uri, folder, shuffled)

    def _draw_interruption(self) -> float:
        """When the instance will be taken away; never unless it is spot."""
        if not self._job.spot:
            return _NEVER
        now, life = self._clock.now(), self._platform.profile.spot_life
        drawn = _NEVER if life is None else now + self._random.expovariate(1 / life)
        return min(drawn, self._moment_of("interruption"))

    def _moment_of(self, effect: JobEffect) -> float:
        """When a fault of this kind is due, if there is one for this run."""
        now = self._clock.now()
        fault = self._platform.faults.of_job(effect, self._job.name, now)
        return _NEVER if fault is None else now + fault.delay

    def _open_stream(self) -> LogStream:
        now = self._clock.now()
        stamp = int(self._clock.date(now) * 1000)
        name = f"{self._job.name}/algo-1-{stamp}"
        stream = LogStream(name, self._platform.folder(self._job) / f"log-{stamp}.jsonl", now)
        self._platform.streams[name] = stream
        return stream
