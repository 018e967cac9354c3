"""A back end in memory, on virtual time, whose jobs outlive it: for tests of the loop and of restarts."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tunewise.backends.base import Backend, Job, LiveJob
from tunewise.clock import VirtualClock
from tunewise.events import Fact, JobEnded, JobStarted, Reported
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, JobId


class Step(NamedTuple):
    """What a fake script does next: after `seconds` it reports `values`."""

    seconds: float
    values: dict[str, Value]


class FakeScript(NamedTuple):
    """What one job does: its reports, then its end after `tail` seconds, failed or not."""

    steps: list[Step]
    failure: FailureKind | None = None
    detail: str = ""
    tail: float = 0.0


Scripts = Callable[[Job, int], FakeScript]
"""What a job does, given the number of reports that its trial's checkpoint holds."""


def training(
    curve: Callable[[Config, int], float], epochs: int, seconds: float = 1.0, limit_arg: str = "epochs"
) -> Scripts:
    """A script that trains for up to `epochs` epochs of `seconds` each and reports `epoch` and `loss`."""

    def script(job: Job, saved: int) -> FakeScript:
        limit = job.arguments.get(limit_arg, epochs)
        assert isinstance(limit, int)
        return FakeScript(
            [
                Step(seconds, {"epoch": epoch, "loss": curve(job.arguments, epoch)})
                for epoch in range(saved + 1, limit + 1)
            ]
        )

    return script


@dataclass
class _FakeJob:
    """A job in the world; it goes its way on the clock alone."""

    job: Job
    script: FakeScript
    started: float
    halted_at: float = math.inf

    def step_at(self, index: int) -> float:
        return self.started + sum(step.seconds for step in self.script.steps[: index + 1])

    def ends_at(self) -> float:
        by_itself = self.step_at(len(self.script.steps) - 1) + self.script.tail
        return min(by_itself, self.halted_at)

    def steps_done(self, now: float) -> int:
        """Reports made by `now`."""
        latest = min(now, self.ends_at())
        return sum(self.step_at(index) <= latest for index in range(len(self.script.steps)))


@dataclass
class FakeWorld:
    """The machines: jobs run here whether or not a tuner looks on. It refuses what must never happen."""

    scripts: Scripts
    workers: int
    stop_delay: float = 0.0
    clock: VirtualClock = field(default_factory=VirtualClock)
    jobs: dict[JobId, _FakeJob] = field(default_factory=dict)
    saved: dict[int, int] = field(default_factory=dict)
    dropped: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)  # numbers of workers that a back end was told later

    def running(self) -> list[JobId]:
        now = self.clock.now()
        return [job_id for job_id, job in self.jobs.items() if job.ends_at() > now]

    def launch(self, job: Job) -> None:
        running = self.running()
        assert job.id not in self.jobs, f"job {job.id} runs twice"
        assert len(running) < self.workers, "more jobs than workers"
        assert all(other.trial_id != job.id.trial_id for other in running), f"two jobs of one trial: {job}"
        assert job.resumed == (job.id.run > 0)
        self._save()
        script = self.scripts(job, self.saved.get(job.id.trial_id, 0))
        self.jobs[job.id] = _FakeJob(job, script, self.clock.now())

    def drop_checkpoint(self, trial_id: int) -> None:
        assert all(job_id.trial_id != trial_id for job_id in self.running()), "a job still writes there"
        self.saved.pop(trial_id, None)
        self.dropped.append(trial_id)

    def _save(self) -> None:
        """Each report is also a checkpoint, as good scripts do it."""
        for job_id, fake in self.jobs.items():
            for step in fake.script.steps[: fake.steps_done(self.clock.now())]:
                level = step.values.get("epoch")
                if isinstance(level, int) and job_id.trial_id not in self.dropped:
                    self.saved[job_id.trial_id] = max(level, self.saved.get(job_id.trial_id, 0))


class FakeBackend(Backend):
    """A tuner's view of a `FakeWorld`; drop it and make another, and the world goes on."""

    def __init__(self, world: FakeWorld) -> None:
        self._world = world
        self._delivered: dict[JobId, int] = {}  # by the jobs that aren't known to be over
        self._announced: set[JobId] = set()
        self.clock = world.clock

    def start(self, job: Job) -> None:
        self._world.launch(job)
        self._delivered[job.id] = 0

    def halt(self, job_id: JobId, patience: float) -> None:
        fake = self._world.jobs[job_id]
        end = self.clock.now() + patience + self._world.stop_delay
        if self.clock.now() < fake.ends_at():
            fake.halted_at = min(fake.halted_at, end)

    def resize(self, workers: int) -> None:
        self._world.sizes.append(workers)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._world.drop_checkpoint(trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        now = self.clock.now()
        moment = min([now + timeout, *(self._next_event(job_id) for job_id in self._delivered)])
        self._world.clock.advance_to(max(moment, now))
        return [fact for job_id in list(self._delivered) for fact in self._news(job_id)]

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        for live in jobs:
            if live.job.id not in self._world.jobs:
                self.start(live.job)
                continue
            self._delivered[live.job.id] = live.reports_seen
            if live.halted:
                self.halt(live.job.id, 0.0)

    def close(self) -> Sequence[Fact]:
        return ()

    def _next_event(self, job_id: JobId) -> float:
        fake, delivered = self._world.jobs[job_id], self._delivered[job_id]
        if delivered < len(fake.script.steps):
            return min(fake.step_at(delivered), fake.ends_at())
        return fake.ends_at()

    def _news(self, job_id: JobId) -> list[Fact]:
        now, fake = self.clock.now(), self._world.jobs[job_id]
        facts: list[Fact] = []
        if job_id not in self._announced:
            self._announced.add(job_id)
            facts.append(JobStarted(time=now, job=job_id, place="memory"))
        done = fake.steps_done(now)
        for seq in range(self._delivered[job_id], done):
            elapsed, values = fake.step_at(seq) - fake.started, fake.script.steps[seq].values
            facts.append(Reported(time=now, job=job_id, seq=seq, elapsed=elapsed, values=values))
        self._delivered[job_id] = done
        if fake.ends_at() <= now:
            del self._delivered[job_id]
            facts.append(self._ended(fake, now))
        return facts

    def _ended(self, fake: _FakeJob, now: float) -> JobEnded:
        halted = fake.ends_at() == fake.halted_at
        return JobEnded(
            time=now,
            job=fake.job.id,
            elapsed=fake.ends_at() - fake.started,
            failure=None if halted else fake.script.failure,
            detail="" if halted else fake.script.detail,
        )
