"""Requests that come while a tuner is killed at any of its steps: none is lost, and none is met twice."""

import random
from collections.abc import Container, Sequence
from pathlib import Path

import msgspec
import pytest
from tests.engine.test_loop import (
    FragileBackend,
    FragileJournal,
    Fuse,
    Killed,
    curve,
    flaky,
    make_method,
    problem,
)
from tests.helpers.fakes import FakeWorld, training
from tests.helpers.invariants import check_state

from tunewise import Problem
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import Loop
from tunewise.engine.policy import Policy, RetryPolicy
from tunewise.events import (
    Change,
    ChangeTerms,
    EndTrial,
    Enqueue,
    Opened,
    PauseTrial,
    Refuse,
    Remark,
    Request,
    Requested,
    ResumeTrial,
    StartJob,
    TryNext,
)
from tunewise.journal import read_journal
from tunewise.paths import ExperimentPaths
from tunewise.requests import Inbox
from tunewise.trial import Status

__all__ = ["problem"]  # the fixture

LIMITS: dict[str, float] = {"max_num_trials_started": 10}
WISHES: list[tuple[float, Request]] = [
    (1.5, Remark("it begins")),
    (2.0, PauseTrial(0)),
    (2.0, TryNext({"x": "0.25"})),
    (3.5, Change(workers=4, limits={"max_num_trials_started": 12})),
    (4.0, EndTrial(1)),
    (4.5, TryNext({"x": 0.75})),
    (6.0, PauseTrial(2)),
    (7.0, EndTrial(2)),
    (9.0, PauseTrial(99)),
    (12.0, ResumeTrial(0)),
    (14.0, Remark("it ends", trial_id=0)),
]
IDS = [f"{number:019d}-00000000" for number in range(len(WISHES))]


class Person:
    """Asks for each wish when its time has come."""

    def __init__(self, paths: ExperimentPaths) -> None:
        self._paths = paths
        self._asked = 0

    def ask(self, now: float) -> None:
        while self._asked < len(WISHES) and WISHES[self._asked][0] <= now:
            self._paths.requests.mkdir(parents=True, exist_ok=True)
            file = self._paths.requests / f"{IDS[self._asked]}.json"
            file.write_bytes(msgspec.json.encode(WISHES[self._asked][1]))
            self._asked += 1


class FragileInbox(Inbox):
    """Asks the person first. The tuner may die before and after requests are deleted."""

    def __init__(self, paths: ExperimentPaths, person: Person, fuse: Fuse) -> None:
        super().__init__(paths)
        self._person = person
        self._fuse = fuse

    def waiting(self, known: Container[str], soon: bool, time: float) -> Sequence[Requested]:
        self._person.ask(time)
        return super().waiting(known, True, time)  # however fast this machine is

    def drop(self, taken_up: Sequence[Requested]) -> None:
        self._fuse.burn()
        super().drop(taken_up)
        self._fuse.burn()


class Steered:
    """An experiment that a person steers, and the machines it runs on."""

    def __init__(self, folder: Path, problem: Problem, name: str, steady: bool = False) -> None:
        self.paths = ExperimentPaths(folder)
        self.paths.folder.mkdir()
        self.method = make_method(problem, name)
        self.world = FakeWorld(training(curve, 9) if steady else flaky, workers=4)
        self.person = Person(self.paths)

    def tune(self, fuse: Fuse) -> Experiment:
        """Runs it, or takes it up."""
        with FragileJournal(self.paths.journal, fuse) as journal:
            experiment = Experiment(self.method, Policy(retry=RetryPolicy(backoff=2.0)))
            for entry in read_journal(self.paths.journal):
                experiment.state.replay(entry)
            last, now = experiment.state.last_run, self.world.clock.now()
            opening = Opened(now, last.workers if last else 2, last.limits if last else LIMITS)
            backend = FragileBackend(self.world, fuse)
            inbox = FragileInbox(self.paths, self.person, fuse)
            Loop(experiment, backend, journal, inbox=inbox).run(opening)
        return experiment

    def check(self, experiment: Experiment) -> None:
        """Each wish was taken up once, in order, and what was accepted happened once."""
        check_state(experiment.state)
        assert experiment.finished
        assert not self.world.running()
        entries = list(read_journal(self.paths.journal))
        taken_up = [entry.fact.id for entry in entries if isinstance(entry.fact, Requested)]
        assert taken_up == IDS
        assert not [path for path in self.paths.requests.iterdir() if path.is_file()]
        actions = [action for entry in entries for action in entry.actions]
        for kind, most in ((Enqueue, 2), (ChangeTerms, 1)):
            assert sum(isinstance(action, kind) for action in actions) == most
        assert [remark.text for remark in experiment.state.remarks] == ["it begins", "it ends"]
        refused = [action.id for action in actions if isinstance(action, Refuse)]
        assert IDS[8] in refused  # there is no trial 99
        started = [a for a in actions if isinstance(a, StartJob) and a.why["kind"] == "asked"]
        assert [(action.config, action.why["request"]) for action in started] == [
            ({"x": 0.25}, IDS[2]),
            ({"x": 0.75}, IDS[5]),
        ]
        trials = experiment.state.trials
        assert len(trials) == 12
        assert not any(trial.held for trial in trials)
        for number, trial_id in ((4, 1), (7, 2)):
            if IDS[number] not in refused:
                assert trials[trial_id].status is Status.STOPPED


METHODS = ["rs", "asha"]


def count_steps(folder: Path, problem: Problem, name: str) -> int:
    fuse, steered = Fuse(10**9), Steered(folder, problem, name)
    steered.check(steered.tune(fuse))
    assert fuse.steps is not None
    return 10**9 - fuse.steps


def check_kill(folder: Path, problem: Problem, name: str, step: int) -> None:
    steered = Steered(folder, problem, name)
    with pytest.raises(Killed):
        steered.tune(Fuse(step))
    steered.world.clock.advance_to(steered.world.clock.now() + step % 7)
    steered.check(steered.tune(Fuse(None)))


@pytest.mark.slow
@pytest.mark.parametrize("name", METHODS)
def test_kills_all_along_lose_and_repeat_no_request(tmp_path: Path, problem: Problem, name: str) -> None:
    steps = count_steps(tmp_path / "count", problem, name)
    assert steps > 100
    for step in {*range(12), *range(12, 60, 2), *range(60, steps, 13), steps - 1}:
        check_kill(tmp_path / str(step), problem, name, step)


@pytest.mark.parametrize("seed", range(5))
def test_many_kills_in_a_row_lose_and_repeat_no_request(tmp_path: Path, problem: Problem, seed: int) -> None:
    rng = random.Random(seed)
    steered = Steered(tmp_path / "steered", problem, "asha")
    for _ in range(10_000):
        try:
            experiment = steered.tune(Fuse(rng.randrange(2, 40)))
            break
        except Killed:
            steered.world.clock.advance_to(steered.world.clock.now() + rng.random())
    steered.check(experiment)


@pytest.mark.parametrize("name", METHODS)
def test_replaying_the_facts_decides_the_same(tmp_path: Path, problem: Problem, name: str) -> None:
    steered = Steered(tmp_path / "steered", problem, name)
    steered.tune(Fuse(None))
    assert steered.world.sizes == [4]
    again = Experiment(make_method(problem, name), Policy(retry=RetryPolicy(backoff=2.0)))
    for entry in read_journal(steered.paths.journal):
        assert again.apply(entry.fact) == entry.actions
