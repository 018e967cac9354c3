"""The loop on a back end in memory, killed at any of its steps."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.fakes import FakeBackend, FakeScript, FakeWorld, Scripts, training
from tests.helpers.invariants import check_state

from tunewise import Problem, methods, space
from tunewise.backends.base import Job, LiveJob
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import Loop
from tunewise.engine.policy import Policy, RetryPolicy
from tunewise.engine.state import State
from tunewise.events import Entry, Fact, JobEnded, Opened, Reported, StartJob
from tunewise.journal import Journal, read_journal
from tunewise.schedulers.base import Method
from tunewise.space import Config
from tunewise.trial import FailureKind, JobId, Status

LIMITS: dict[str, float] = {"max_num_trials_started": 12}


@pytest.fixture
def problem() -> Problem:
    return Problem(
        {"x": space.uniform(0, 1)},
        metric="loss",
        resource_attr="epoch",
        max_resource=9,
        max_resource_arg="epochs",
    )


def curve(config: Config, epoch: int) -> float:
    x = config["x"]
    assert isinstance(x, float)
    return (x - 0.3) ** 2 + 1.0 / epoch


def flaky(job: Job, saved: int) -> FakeScript:
    """Trains, but for every third job that its machine takes away and every fifth that it loses."""
    script = training(curve, 9, 1.0 + job.id.trial_id % 3)(job, saved)
    number = job.id.trial_id + job.id.run
    if number % 3 == 1 and job.id.run < 2:
        return FakeScript(script.steps[:1], FailureKind.PREEMPTED, "taken away", 0.5)
    if number % 5 == 2 and job.id.run < 2:
        return FakeScript(script.steps[:2], FailureKind.INFRASTRUCTURE, "lost", 0.5)
    return script


class Killed(BaseException):
    """Stands for kill -9: nothing after it is done."""


class Fuse:
    """Burns down by one at each step of a tuner that could be its last."""

    def __init__(self, steps: int | None) -> None:
        self.steps = steps

    def burn(self) -> None:
        if self.steps is not None:
            self.steps -= 1
            if self.steps < 0:
                raise Killed


class FragileJournal(Journal):
    def __init__(self, path: Path, fuse: Fuse) -> None:
        super().__init__(path)
        self._fuse = fuse

    def append(self, entries: Sequence[Entry]) -> None:  # type: ignore[override]
        self._fuse.burn()
        super().append(entries)
        self._fuse.burn()


class FragileBackend(FakeBackend):
    def __init__(self, world: FakeWorld, fuse: Fuse) -> None:
        super().__init__(world)
        self._fuse = fuse

    def start(self, job: Job) -> None:
        self._fuse.burn()
        super().start(job)
        self._fuse.burn()

    def halt(self, job_id: JobId, patience: float) -> None:
        self._fuse.burn()
        super().halt(job_id, patience)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._fuse.burn()
        super().drop_checkpoint(trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        facts = super().poll(timeout)
        self._fuse.burn()
        return facts

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        super().attach(jobs)
        self._fuse.burn()


def tune(path: Path, method: Method, world: FakeWorld, fuse: Fuse) -> Experiment:
    """Runs, or takes up, the experiment whose journal is at `path`."""
    policy = Policy(retry=RetryPolicy(backoff=2.0))
    with FragileJournal(path, fuse) as journal:
        experiment = Experiment(method, policy)
        for entry in read_journal(path):
            experiment.state.replay(entry)
        opening = Opened(time=world.clock.now(), workers=world.workers, limits=LIMITS)
        Loop(experiment, FragileBackend(world, fuse), journal).run(opening)
    return experiment


def check_record(experiment: Experiment, world: FakeWorld, path: Path) -> None:
    """Nothing lost, nothing twice."""
    check_state(experiment.state)
    assert experiment.finished
    assert not world.running()
    trials = experiment.state.trials
    assert len(trials) == 12
    delivered = [
        (entry.fact.job, entry.fact.seq) for entry in read_journal(path) if isinstance(entry.fact, Reported)
    ]
    assert len(set(delivered)) == len(delivered), "a report is in the journal twice"
    made = [
        (job_id, seq)
        for job_id, fake in world.jobs.items()
        for seq in range(fake.steps_done(world.clock.now()))
    ]
    assert sorted(delivered) == sorted(made), "the journal's reports aren't those that the jobs made"
    ends = [entry.fact.job for entry in read_journal(path) if isinstance(entry.fact, JobEnded)]
    assert sorted(ends) == sorted(world.jobs), "a job has no end, or two"
    configs = [tuple(trial.config.items()) for trial in trials]
    assert len(set(configs)) == len(configs)
    for trial in trials:
        # checkpoints are exact here, so that no epoch may be missing or trained twice
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1))


METHODS = ["rs", "asha"]


def make_method(problem: Problem, name: str) -> Method:
    arguments = {"type": "promotion"} if name == "asha" else {}
    return methods.build(name, problem, seed=3, arguments=arguments)


@pytest.mark.parametrize("scripts", [training(curve, 9), flaky], ids=["steady", "flaky"])
@pytest.mark.parametrize("name", METHODS)
def test_an_experiment_runs_to_its_end(tmp_path: Path, problem: Problem, name: str, scripts: Scripts) -> None:
    world = FakeWorld(scripts, workers=3)
    path = tmp_path / "journal.jsonl"
    experiment = tune(path, make_method(problem, name), world, Fuse(None))
    check_record(experiment, world, path)
    if name == "asha":
        assert experiment.state.trials.having(Status.PAUSED)
        assert max(len(trial.jobs) for trial in experiment.state.trials) >= 3


def count_steps(path: Path, problem: Problem, name: str) -> int:
    """How many steps an experiment takes that nobody kills."""
    fuse = Fuse(10**9)
    tune(path, make_method(problem, name), FakeWorld(flaky, 3), fuse)
    assert fuse.steps is not None
    return 10**9 - fuse.steps


def check_kill(path: Path, problem: Problem, name: str, step: int) -> None:
    """An experiment that is killed at a step loses nothing and repeats nothing."""
    world = FakeWorld(flaky, workers=3)
    with pytest.raises(Killed):
        tune(path, make_method(problem, name), world, Fuse(step))
    # the machines continue without the tuner for a while
    world.clock.advance_to(world.clock.now() + step % 7)
    experiment = tune(path, make_method(problem, name), world, Fuse(None))
    check_record(experiment, world, path)


@pytest.mark.parametrize("name", METHODS)
def test_kills_at_steps_all_along_a_run_lose_and_repeat_nothing(
    tmp_path: Path, problem: Problem, name: str
) -> None:
    steps = count_steps(tmp_path / "count.jsonl", problem, name)
    assert steps > 100
    for step in {*range(12), *range(12, steps, steps // 24), steps - 1}:
        check_kill(tmp_path / f"{step}.jsonl", problem, name, step)


@pytest.mark.chaos(only=True)
@pytest.mark.parametrize("name", METHODS)
def test_a_kill_at_a_random_step_loses_and_repeats_nothing(
    tmp_path: Path, problem: Problem, name: str, chaos_seed: int
) -> None:
    steps = count_steps(tmp_path / "count.jsonl", problem, name)
    for step in random.Random(chaos_seed).sample(range(steps), 8):
        check_kill(tmp_path / f"{step}.jsonl", problem, name, step)


def check_many_kills(path: Path, problem: Problem, seed: int) -> None:
    rng = random.Random(seed)
    world = FakeWorld(flaky, workers=3)
    for _ in range(10_000):
        try:
            experiment = tune(path, make_method(problem, "asha"), world, Fuse(rng.randrange(2, 60)))
            break
        except Killed:
            world.clock.advance_to(world.clock.now() + rng.random() * 3)
    check_record(experiment, world, path)


@pytest.mark.parametrize("seed", range(5))
def test_many_kills_in_a_row_lose_and_repeat_nothing(tmp_path: Path, problem: Problem, seed: int) -> None:
    check_many_kills(tmp_path / "journal.jsonl", problem, seed)


@pytest.mark.chaos(only=True)
def test_many_random_kills_in_a_row_lose_and_repeat_nothing(
    tmp_path: Path, problem: Problem, chaos_seed: int
) -> None:
    check_many_kills(tmp_path / "journal.jsonl", problem, chaos_seed)


def test_the_same_seed_makes_the_same_journal(tmp_path: Path, problem: Problem) -> None:
    for name in ("a", "b"):
        world = FakeWorld(flaky, workers=3)
        tune(tmp_path / name, make_method(problem, "asha"), world, Fuse(None))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_replaying_the_facts_decides_the_same(tmp_path: Path, problem: Problem) -> None:
    """The k-th decision depends on the seed and the history alone, not on who asks when."""
    path = tmp_path / "journal.jsonl"
    tune(path, make_method(problem, "asha"), FakeWorld(flaky, workers=3), Fuse(None))
    again = Experiment(make_method(problem, "asha"), Policy(retry=RetryPolicy(backoff=2.0)))
    for entry in read_journal(path):
        assert again.apply(entry.fact) == entry.actions


def test_a_job_that_hangs_at_its_limit_is_ended_after_the_patience(tmp_path: Path, problem: Problem) -> None:
    def hangs(job: Job, saved: int) -> FakeScript:
        return training(curve, 9)(job, saved)._replace(tail=10_000.0)

    world = FakeWorld(hangs, workers=3)
    path = tmp_path / "journal.jsonl"
    experiment = tune(path, make_method(problem, "asha"), world, Fuse(None))
    assert experiment.finished
    paused = experiment.state.trials.having(Status.PAUSED)
    assert paused
    for trial in paused.values():
        assert trial.jobs[-1].ended is not None
        assert trial.jobs[-1].ended - trial.times[-1] == pytest.approx(60.0)


def test_arguments_carry_the_limit(tmp_path: Path, problem: Problem) -> None:
    world = FakeWorld(training(curve, 9), workers=3)
    tune(tmp_path / "journal.jsonl", make_method(problem, "asha"), world, Fuse(None))
    limits = [fake.job.arguments["epochs"] for job_id, fake in sorted(world.jobs.items()) if job_id.run == 0]
    assert set(limits) == {1}


def test_steps_are_journaled_before_they_are_taken(tmp_path: Path, problem: Problem) -> None:
    path = tmp_path / "journal.jsonl"
    starts: list[int] = []

    class Watching(FakeWorld):
        def launch(self, job: Job) -> None:
            journaled = [
                action.trial_id
                for entry in read_journal(path)
                for action in entry.actions
                if isinstance(action, StartJob)
            ]
            assert job.id.run > 0 or job.id.trial_id in journaled
            starts.append(job.id.trial_id)
            super().launch(job)

    tune(path, make_method(problem, "rs"), Watching(training(curve, 9), workers=3), Fuse(None))
    assert len(starts) == 12


def test_a_watcher_that_fails_is_left_out(
    tmp_path: Path, problem: Problem, caplog: pytest.LogCaptureFixture
) -> None:
    calls = []

    class Failing:
        def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
            calls.append(now)
            raise BrokenPipeError

    world = FakeWorld(training(curve, 9), workers=3)
    with Journal(tmp_path / "journal.jsonl") as journal:
        experiment = Experiment(make_method(problem, "rs"))
        Loop(experiment, FakeBackend(world), journal, [Failing()]).run(Opened(0.0, 3, LIMITS))
    assert experiment.finished
    assert len(calls) == 1
    assert "Failing failed and is left out from now on." in caplog.text
