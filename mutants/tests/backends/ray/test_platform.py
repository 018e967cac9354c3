"""Jobs on a made-up Ray cluster, in virtual time: what becomes of those whose actors are gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.ray import RayBackend, platform
from tunewise.backends.ray.platform import RayPlatform
from tunewise.backends.tracked import TrackedJobs
from tunewise.clock import VirtualClock
from tunewise.events import Fact, JobEnded, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

JOB = Job(JobId(0, 0), {}, resumed=False)
SILENT = 250.0  # seconds after which nothing is left of a job whose lease stands still


class Actors:
    """The cluster. away: nobody answers; known: it has been connected to."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.away = self.known = False

    def connect(self, patience: float) -> None:
        if self.away and self.known:
            raise BusyError("the connection to the Ray cluster was lost")
        if self.away:
            raise BackendError("No Ray cluster answers at 10.0.0.1:6379.")
        self.known = True

    def call(self, do: str, **arguments: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
        self.connect(0.0)
        if do == "look":
            there = {name: {"there": name in self.names} for name in arguments["names"]}
            return {"actors": there, "nodes": []}
        if do == "list":
            return {"names": sorted(self.names)}
        if do == "create":
            self.names.add(arguments["name"])
        if do == "kill":
            self.names.discard(arguments["name"])
        return {}

    def close(self) -> None:
        pass


class World:
    """A cluster, the experiment's folder, and tuners one after the other."""

    def __init__(self, folder: Path) -> None:
        self.clock = VirtualClock()
        self.actors = Actors()
        script = folder / "train.py"
        script.touch()
        self.paths = ExperimentPaths(folder / "experiment")
        self._spec = RayBackend(str(script))

    def tuner(self, *jobs: LiveJob) -> TrackedJobs:
        self.actors.known = False
        tuner = TrackedJobs(RayPlatform(self._spec, self.paths, 1), self.clock)
        tuner.attach(jobs)
        return tuner

    def wait(self, seconds: float) -> bool:
        self.clock.advance_to(self.clock.now() + max(seconds, 1e-3))
        return False

    def begin(self) -> None:
        """As a guard does it, but for the lease."""
        process = {"pid": 1, "started": 1}
        started = {"time": 0.0, "guard": process, "script": process}
        self.paths.job(JOB.id).started.write_text(json.dumps(started))

    def poll_for(self, tuner: TrackedJobs, seconds: float) -> list[Fact]:
        facts: list[Fact] = []
        until = self.clock.now() + seconds
        while self.clock.now() < until:
            facts += tuner.poll(1.0)
        return facts

    def end(self, tuner: TrackedJobs, within: float = 30.0) -> JobEnded:
        (ended,) = [fact for fact in self.poll_for(tuner, within) if isinstance(fact, JobEnded)]
        return ended


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World(tmp_path)
    monkeypatch.setattr(platform, "Cluster", lambda _: world.actors)
    monkeypatch.setattr(platform, "now", world.clock.now)
    monkeypatch.setattr(RayBackend, "check_here", lambda _: None)
    monkeypatch.setattr(RayPlatform, "wait", lambda _, seconds: world.wait(seconds))
    return world


def live(halted: bool = False, begun: bool = False) -> LiveJob:
    return LiveJob(JOB, reports_seen=0, halted=halted, begun=begun)


@pytest.mark.parametrize("halted", [False, True])
def test_a_queued_job_that_was_taken_up_ends_with_its_actor(world: World, halted: bool) -> None:
    world.tuner().start(JOB)
    tuner = world.tuner(live())
    if halted:
        tuner.halt(JOB.id, 0.0)
    else:
        world.actors.names.clear()
    assert world.end(tuner).failure is (None if halted else FailureKind.PREEMPTED)
    assert world.actors.names == set()


@pytest.mark.parametrize("halted", [False, True])
def test_an_end_that_a_killed_tuner_saw_and_did_not_tell_is_seen_again(world: World, halted: bool) -> None:
    """It had forbidden the job to begin."""
    first = world.tuner()
    first.start(JOB)
    world.actors.names.clear()
    assert world.end(first).failure is FailureKind.PREEMPTED  # which no journal holds
    ended = world.end(world.tuner(live(halted)))
    assert ended.failure is (None if halted else FailureKind.PREEMPTED)


def test_a_tuner_that_was_killed_while_it_forbade_a_job_leaves_nothing_to_wait_for(world: World) -> None:
    """The file is empty, and no lease tells of a guard."""
    world.tuner().start(JOB)
    world.actors.names.clear()
    world.paths.job(JOB.id).started.touch()
    assert world.end(world.tuner(live()), within=SILENT).failure is FailureKind.PREEMPTED


def test_a_job_whose_lease_somebody_deleted_is_given_up(world: World) -> None:
    tuner = world.tuner()
    tuner.start(JOB)
    world.begin()
    assert [type(fact) for fact in world.poll_for(tuner, 30.0)] == [JobStarted]
    world.actors.names.clear()
    assert world.end(tuner, within=SILENT).failure is FailureKind.INFRASTRUCTURE


def test_a_queued_job_outlives_a_cluster_that_is_away_when_it_is_taken_up(world: World) -> None:
    """And so does the wish for another one."""
    world.tuner().start(JOB)
    world.actors.away = True
    began = world.clock.now()
    tuner = world.tuner(live())
    assert world.clock.now() == began, "it insists on a cluster that it can do without"
    tuner.start(Job(JobId(1, 0), {}, resumed=False))
    assert world.poll_for(tuner, 300.0) == []
    world.actors.away = False
    world.poll_for(tuner, 70.0)
    assert {name.rpartition("/")[2] for name in world.actors.names} == {str(JOB.id), "1.0"}
    assert tuner.is_submitted(JOB.id)


def test_what_no_record_knows_is_ended_once_the_cluster_is_there(world: World) -> None:
    world.tuner().start(JOB)
    (ours,) = world.actors.names
    world.actors.names.add(ours.replace(str(JOB.id), "7.0"))
    world.actors.away = True
    tuner = world.tuner(live())
    world.actors.away = False
    world.poll_for(tuner, 30.0)
    assert world.actors.names == {ours}


def test_the_first_jobs_of_an_experiment_need_a_cluster(world: World) -> None:
    world.actors.away = True
    with pytest.raises(BackendError, match="No Ray cluster answers"):
        world.tuner()


def test_a_guard_that_waits_beside_a_lost_cluster_is_kept_from_beginning(world: World) -> None:
    """Until it has its turn its lease stands still, as if it were dead."""
    tuner = world.tuner()
    tuner.start(JOB)
    files = world.paths.job(JOB.id)
    files.lease.write_text("0")
    world.actors.away = True
    assert world.end(tuner, within=SILENT + 60.0).failure is FailureKind.PREEMPTED
    assert "never" in json.loads(files.started.read_text())


def test_a_queued_job_waits_for_a_lost_cluster(world: World) -> None:
    tuner = world.tuner()
    tuner.start(JOB)
    world.actors.away = True
    assert world.poll_for(tuner, 2 * SILENT) == []
    assert not world.paths.job(JOB.id).started.exists()
    world.begin()  # it had a node all the same
    assert [type(fact) for fact in world.poll_for(tuner, 30.0)] == [JobStarted]
