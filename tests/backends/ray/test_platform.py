"""Jobs on a made-up Ray cluster, in virtual time: what becomes of those whose actors are gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tunewise.backends.base import BusyError, Job, LiveJob
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
    """The cluster. away: nobody answers."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.away = False

    def connect(self, patience: float) -> None:
        if self.away:
            raise BusyError("the Ray cluster is being connected to")

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
        tuner = TrackedJobs(RayPlatform(self._spec, self.paths, 1), self.clock)
        tuner.attach(jobs)
        return tuner

    def wait(self, seconds: float) -> bool:
        self.clock.advance_to(self.clock.now() + max(seconds, 1e-3))
        return False

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
    process = {"pid": 1, "started": 1}
    started = {"time": 0.0, "guard": process, "script": process}
    world.paths.job(JOB.id).started.write_text(json.dumps(started))
    assert [type(fact) for fact in world.poll_for(tuner, 30.0)] == [JobStarted]
    world.actors.names.clear()
    assert world.end(tuner, within=SILENT).failure is FailureKind.INFRASTRUCTURE
