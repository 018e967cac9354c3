"""A tuner that dies at its calls, before or after they take effect: no duplicate job, no lost report.

Death is an exception that nothing catches: the back end is never heard of again, as after SIGKILL, and the
next one has what a journal would hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.base import Job, LiveJob
from tunewise.backends.sagemaker import SageMakerBackend, platform
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.events import Fact, JobEnded, Reported
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator
    from tunewise.backends.base import Backend

ROUNDS = 2000  # polls in which all must be over


class Killed(BaseException):
    """SIGKILL, as far as a test can send it to itself."""


@dataclass
class Killer:
    """Kills whoever makes the n-th call that it waits for. after: once the call has taken effect."""

    operation: str = ""
    number: int = 0
    after: bool = False
    deaths: int = 0

    def before_call(self, model: Any, **_: object) -> None:  # noqa: ANN401 - botocore has no types
        if not self.after:
            self._count(model.name)

    def after_call(self, model: Any, **_: object) -> None:  # noqa: ANN401
        if self.after:
            self._count(model.name)

    def _count(self, operation: str) -> None:
        if self.operation in ("", operation) and self.number > 0:
            self.number -= 1
            if self.number == 0:
                self.deaths += 1
                raise Killed(operation)


@dataclass
class Journal:
    """What a tuner has written down, and a scenario: three jobs of two trials, one of them halted."""

    paths: ExperimentPaths
    gate: Path
    started: dict[JobId, Job] = field(default_factory=dict)
    halted: set[JobId] = field(default_factory=set)
    facts: list[Fact] = field(default_factory=list)

    def live(self) -> list[LiveJob]:
        ended = {fact.job for fact in self.facts if isinstance(fact, JobEnded)}
        return [
            LiveJob(job, self.seen(job_id), job_id in self.halted)
            for job_id, job in self.started.items()
            if job_id not in ended
        ]

    def seen(self, job_id: JobId) -> int:
        return sum(isinstance(fact, Reported) and fact.job == job_id for fact in self.facts)

    def ends(self, job_id: JobId) -> list[JobEnded]:
        return [fact for fact in self.facts if isinstance(fact, JobEnded) and fact.job == job_id]

    def start(self, backend: Backend, job_id: JobId, **arguments: str) -> None:
        if job_id not in self.started:
            job = Job(job_id, {"gate": str(self.gate), **arguments}, resumed=job_id.run > 0)
            self.started[job_id] = job
            backend.start(job)

    def work(self, backend: Backend) -> bool:
        """One round of a tuner; whether all is over."""
        first, second, third = JobId(0, 0), JobId(1, 0), JobId(1, 1)
        self.start(backend, first, last="3")
        self.start(backend, second, first="2", last="9")
        self.facts += backend.poll(0.05)
        if self.seen(second) == 2 and second not in self.halted:
            self.halted.add(second)
            backend.halt(second, 0.0)
        if self.ends(second):
            self.gate.touch()
            self.start(backend, third, last="4")
        return bool(self.ends(third) and self.ends(first))


@pytest.fixture
def killer(monkeypatch: pytest.MonkeyPatch) -> Killer:
    killer = Killer()

    def clients(region: str | None) -> Any:  # noqa: ANN401
        made = make_clients(region)
        for client in made:
            client.meta.events.register("before-call", killer.before_call)
            client.meta.events.register("after-call", killer.after_call)
        return made

    monkeypatch.setattr(platform, "make_clients", clients)
    return killer


def run(journal: Journal, spec: SageMakerBackend, arm: Callable[[int], None]) -> None:
    """One tuner after the other, until all is over. arm: called before each with its number."""
    for number in range(ROUNDS):
        arm(number)
        try:
            backend = spec.open(journal.paths, workers=2, elapsed=0.0)
            backend.attach(journal.live())
            for _ in range(ROUNDS):
                if journal.work(backend):
                    backend.close()
                    return
        except Killed:
            continue
        raise AssertionError(f"in vain: {journal.facts}")


def check(journal: Journal, emulator: Emulator) -> None:
    keys = [job.name.split("-", 2)[-1] for job in emulator.jobs()]
    assert sorted(key[-9:] for key in keys) == ["t00000-r0", "t00001-r0", "t00001-r1"]
    for job_id, number in ((JobId(0, 0), 3), (JobId(1, 0), 2), (JobId(1, 1), 4)):
        (end,) = journal.ends(job_id)
        assert end.failure is None, end
        found = [fact for fact in journal.facts if isinstance(fact, Reported) and fact.job == job_id]
        assert [fact.seq for fact in found] == list(range(number))
        assert [fact.values["step"] for fact in found] == list(range(1, number + 1))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    (tmp_path / "script.py").write_text(scripts.PRELUDE + scripts.STEPS)
    return Journal(ExperimentPaths(tmp_path / "experiment"), tmp_path / "gate")


CALLS = [
    "CreateTrainingJob",
    "DescribeTrainingJob",
    "ListTrainingJobs",
    "ListObjectsV2",
    "PutObject",
    "GetObject",
]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("operation", CALLS)
def test_killed_at_a_kind_of_call(
    emulator: Emulator, journal: Journal, killer: Killer, tmp_path: Path, operation: str, after: bool
) -> None:
    """The n-th tuner dies at its n-th call of a kind."""
    spec = example(tmp_path / "script.py")
    killer.operation, killer.after = operation, after

    def arm(number: int) -> None:
        killer.number = number + 1 if number < 4 else 0

    run(journal, spec, arm)
    assert killer.deaths >= (1 if operation == "CreateTrainingJob" else 2)
    check(journal, emulator)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_killed_while_jobs_are_queued(
    open_emulator: Callable[..., Emulator], journal: Journal, killer: Killer, tmp_path: Path, after: bool
) -> None:
    """They wait for capacity, through tuner after tuner, until the last of them takes over."""
    emulator = open_emulator(default_pending=600)
    spec = replace(example(tmp_path / "script.py"), instance_type="ml.g4dn.xlarge")
    killer.after = after
    work = Journal.work

    def arm(number: int) -> None:
        killer.number = number + 1 if number < 16 else 0
        assert {job.status for job in emulator.jobs()} <= {"InProgress"}, "nothing becomes of the queue"

    def working(journal: Journal, backend: Backend) -> bool:
        if killer.number == 0 and any(job.secondary == "Pending" for job in emulator.jobs()):
            emulator.advance(600)
        return work(journal, backend)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "work", working)
        run(journal, spec, arm)
    assert killer.deaths == 16
    check(journal, emulator)
    assert all("Pending" in [change.status for change in job.transitions] for job in emulator.jobs())


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_killed_at_call_after_call(
    emulator: Emulator, journal: Journal, killer: Killer, tmp_path: Path, after: bool
) -> None:
    """The n-th tuner dies at its n-th call, of whatever kind, up to the 16th."""
    spec = example(tmp_path / "script.py")
    killer.after = after

    def arm(number: int) -> None:
        killer.number = number + 1 if number < 16 else 0

    run(journal, spec, arm)
    assert killer.deaths > 5
    check(journal, emulator)
