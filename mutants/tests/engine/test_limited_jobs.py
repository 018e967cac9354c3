"""Scripts that end at the limit of their job without having reported it: every method copes."""

from pathlib import Path

import pytest
from tests.helpers.fakes import FakeBackend, FakeScript, FakeWorld, Scripts, Step
from tests.helpers.invariants import check_state

from tunewise import Problem, methods, space
from tunewise.backends.base import Job
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import Loop
from tunewise.engine.state import State
from tunewise.events import Opened
from tunewise.journal import Journal, read_journal
from tunewise.testing.fingerprint import fingerprint
from tunewise.trial import Status

LARGEST = 27
PAUSING = {
    "asha": {"type": "promotion"},
    "hyperband": {"type": "promotion"},
    "pasha": {},
    "cqr": {"type": "promotion"},
    "mobster": {"type": "promotion", "model": "joint"},
    "hypertune": {},
    "bohb": {"type": "synchronous"},
    "sync_hyperband": {},
    "sync_mobster": {},
}


@pytest.fixture
def problem() -> Problem:
    domains = {"x": space.uniform(0, 1)}
    return Problem(domains, "loss", resource_attr="epoch", max_resource=LARGEST, max_resource_arg="epochs")


def seldom(job: Job, saved: int) -> FakeScript:
    """Reports every second epoch."""
    return reporting(job, [epoch for epoch in range(saved + 1, limit_of(job) + 1) if epoch % 2 == 0])


def short(job: Job, saved: int) -> FakeScript:
    """Reports up to the epoch before its last one."""
    return reporting(job, list(range(saved + 1, limit_of(job))))


def limit_of(job: Job) -> int:
    limit = job.arguments["epochs"]
    assert isinstance(limit, int)
    return limit


def reporting(job: Job, epochs: list[int]) -> FakeScript:
    x = job.arguments["x"]
    assert isinstance(x, float)
    return FakeScript([Step(1.0, {"epoch": epoch, "loss": x + 1 / epoch}) for epoch in epochs], tail=0.5)


def run(
    problem: Problem, scripts: Scripts, folder: Path, name: str, arguments: dict[str, object]
) -> tuple[State, FakeWorld]:
    world = FakeWorld(scripts, workers=2)
    experiment = Experiment(methods.build(name, problem, 1, arguments))
    with Journal(folder / "journal.jsonl") as journal:
        opening = Opened(time=0.0, workers=2, limits={"max_num_trials_started": 30})
        Loop(experiment, FakeBackend(world), journal).run(opening)
    return experiment.state, world


@pytest.mark.parametrize("scripts", [seldom, short], ids=["seldom", "short"])
@pytest.mark.parametrize("name", PAUSING)
def test_trials_compete_at_rungs_that_they_end_at(
    problem: Problem, tmp_path: Path, name: str, scripts: Scripts
) -> None:
    state, world = run(problem, scripts, tmp_path, name, {**PAUSING[name], "grace_period": 3})
    check_state(state)
    for trial in state.trials:
        assert trial.status is not Status.FAILED
        if trial.status is Status.COMPLETED:
            assert trial.until == LARGEST
        elif trial.status is Status.PAUSED:
            assert trial.id not in world.dropped
    best = min(state.trials, key=lambda trial: trial.config["x"])  # type: ignore[arg-type, return-value]
    assert best.reached > 3, "the best trial was never promoted"
    highest = max(trial.until or 0 for trial in state.trials)
    assert highest == (9 if name == "pasha" else LARGEST), "nobody came to the top"
    told = [note.message for note in state.notes if "so its rung" in note.message]
    assert 1 <= len(told) <= 2, "it is said for each trial anew"
    assert any(message.startswith("reports come every 2 epochs") for message in told) == (scripts is seldom)
    replayed = State(problem, Experiment(methods.rs(problem)).policy.retry)
    for entry in read_journal(tmp_path / "journal.jsonl"):
        replayed.replay(entry)
    assert fingerprint(replayed.trials) == fingerprint(state.trials)
