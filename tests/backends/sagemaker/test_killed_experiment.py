"""A tuner is killed between any two of its calls to AWS: nothing happens twice, nothing is lost.

Whole experiments in real processes with real SIGKILLs. Each tuner is killed at one of its calls, before the
request leaves, or when the response has arrived but nobody has read it. The tuner that resumes it is killed
soon, too, so that taking over is interrupted as well; the next one must finish everything.
"""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import pairwise, product
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.backends.sagemaker.nursery import RATES, Nursery

from tunewise import load_experiment
from tunewise.backends.sagemaker.identity import identity_of
from tunewise.events import JobEnded, Reported, ResumeJob, StartJob
from tunewise.trial import JobId, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sagemaker_rehearsal import Emulator
    from sagemaker_rehearsal.training_job import TrainingJob

pytestmark = pytest.mark.slow

ACTS = {
    "CreateTrainingJob",
    "DescribeLogStreams",
    "DescribeTrainingJob",
    "GetLogEvents",
    "PutObject",
    "StopTrainingJob",
    "UpdateTrainingJob",
}
LOOKS = {"GetObject", "ListObjectsV2", "ListTrainingJobs"}
LONGEST = pytest.mark.timeout(900)
SHARE = 0.2  # of the looks
SOME = 5  # kills with real containers
AT_ONCE = 2
WIDTH = 12  # first calls of a tuner that resumes, at which it is killed


@pytest.fixture
def nurseries(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Nursery]]:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    with ExitStack() as stack:
        made = [Nursery(emulator.environment, tmp_path) for _ in range(AT_ONCE)]
        for nursery in made:
            stack.callback(nursery.close)
        yield made


@pytest.fixture
def nursery(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nursery]:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    with closing(Nursery(emulator.environment, tmp_path)) as made:
        yield made


def check(name: str, emulator: Emulator) -> None:
    record = load_experiment(name)
    check_journal(name)
    trials = list(record.state.trials)
    assert [trial.config["lr"] for trial in trials] == list(RATES)  # none left out, none twice
    assert {trial.status for trial in trials} <= {Status.PAUSED, Status.COMPLETED}
    for trial in trials:
        assert list(trial.levels) == list(range(1, trial.level + 1)), trial
    identity = identity_of(record.paths)
    assert identity is not None
    jobs = [job for job in emulator.jobs() if job.name.startswith(f"{identity.experiment}-")]
    check_jobs(jobs, {f"t{trial.id:05d}-r{run}" for trial in trials for run in range(len(trial.jobs))})
    for trial in trials:
        check_succession([job for job in jobs if f"-t{trial.id:05d}-" in job.name], trial.config["lr"])


def check_journal(name: str) -> None:
    """Each job is started, reported of and ended once, and its reports are a sequence without a gap."""
    reports: dict[JobId, list[int]] = {}
    ends: Counter[JobId] = Counter()
    starts: Counter[JobId] = Counter()
    for entry in load_experiment(name).entries():
        if isinstance(entry.fact, Reported):
            reports.setdefault(entry.fact.job, []).append(entry.fact.seq)
        if isinstance(entry.fact, JobEnded):
            ends[entry.fact.job] += 1
            assert entry.fact.failure is None, entry
        starts.update(JobId(action.trial_id, 0) for action in entry.actions if isinstance(action, StartJob))
        starts.update(action.job for action in entry.actions if isinstance(action, ResumeJob))
    assert set(starts.values()) == {1}
    assert ends == starts
    for job_id, numbers in reports.items():
        assert numbers == list(range(len(numbers))), job_id


def check_jobs(jobs: list[TrainingJob], expected: set[str]) -> None:
    """What the account says: exactly these training jobs, all over, and no instance that is still kept."""
    assert {"-".join(job.name.split("-")[-2:]) for job in jobs} == expected
    assert len(jobs) == len(expected)
    assert {job.status for job in jobs} <= {"Completed", "Stopped"}
    assert {job.retention.status for job in jobs if job.retention} <= {"Reused", "Terminated"}


def check_succession(jobs: list[TrainingJob], rate: object) -> None:
    """Of one trial: all with its configuration, and never two at a time."""
    assert {job.request["HyperParameters"]["lr"] for job in jobs} == {str(rate)}
    for before, following in pairwise(jobs):
        assert before.transitions[-1].start <= following.created


class Kill(NamedTuple):
    """At the n-th call of an operation, before the request leaves or after the response has arrived."""

    operation: str
    number: int
    after: bool


def all_kills(calls: Counter[str], drawn: random.Random) -> list[Kill]:
    """Kills at the calls that an undisturbed experiment makes: at all that create, change or decide
    something, on both sides, and at some of the many that only look for changes."""
    return [
        Kill(operation, number, after)
        for operation, count in sorted(calls.items())
        for number, after in product(range(1, count + 1), (False, True))
        if operation not in LOOKS or drawn.random() < SHARE
    ]


def some_kills(calls: Counter[str]) -> list[Kill]:
    """One kill at each operation, early enough that each experiment gets there, alternately on both sides."""
    return [
        Kill(operation, max(1, count // 4), index % 2 == 0)
        for index, (operation, count) in enumerate(sorted(calls.items()))
    ]


def kill_at(kills: list[Kill], nurseries: list[Nursery], emulator: Emulator, *, light: bool) -> Counter[str]:
    """Runs an experiment for each kill; returns how many tuners were really killed, by operation."""
    killed: Counter[str] = Counter()
    waiting, lock = iter(kills), Lock()

    def work(nursery: Nursery) -> None:
        while True:
            with lock:
                kill = next(waiting, None)
            if kill is None:
                return
            name = f"{kill.operation}-{kill.number}-{'after' if kill.after else 'before'}"
            was_killed = run_and_kill(nursery, name, kill, light=light)
            check(name, emulator)
            with lock:
                killed[kill.operation] += was_killed

    with ThreadPoolExecutor(len(nurseries)) as pool:
        list(pool.map(work, nurseries))
    return killed


def run_and_kill(nursery: Nursery, name: str, kill: Kill, *, light: bool) -> bool:
    """Runs an experiment whose tuner is killed at a call; returns whether it made that many calls."""
    first = last = nursery.bear(name, kill.number, kill.operation, after=kill.after, light=light)
    if first.killed:
        nursery.bear(name, 1 + first.calls % WIDTH, after=not kill.after, light=light)
        last = nursery.bear(name, light=light)
    assert last.status == 0, nursery.log(name)
    return first.killed


def calls_of(nursery: Nursery, emulator: Emulator, *, light: bool) -> Counter[str]:
    """The calls of an experiment that nobody disturbs."""
    before = Counter(call.operation for call in emulator.ledger.calls if not call.caller)
    assert nursery.bear("unharmed", light=light).status == 0, nursery.log("unharmed")
    check("unharmed", emulator)
    return Counter(call.operation for call in emulator.ledger.calls if not call.caller) - before


def check_kills(kills: list[Kill], nurseries: list[Nursery], emulator: Emulator) -> None:
    killed = kill_at(kills, nurseries, emulator, light=True)
    for operation in {kill.operation for kill in kills}:
        assert killed[operation] >= 1, killed
    assert killed.total() >= 0.5 * len(kills), killed  # not all experiments look equally often


@LONGEST
def test_killed_at_each_kind_of_call(emulator: Emulator, nurseries: list[Nursery]) -> None:
    calls = calls_of(nurseries[0], emulator, light=True)
    assert set(calls) == {*LOOKS, *ACTS}
    check_kills(some_kills(calls), nurseries, emulator)


@LONGEST
@pytest.mark.chaos(only=True)
def test_killed_at_each_call(emulator: Emulator, nurseries: list[Nursery], chaos_seed: int) -> None:
    calls = calls_of(nurseries[0], emulator, light=True)
    check_kills(all_kills(calls, random.Random(f"calls {chaos_seed}")), nurseries, emulator)


@LONGEST
@pytest.mark.chaos(only=True)
def test_killed_with_real_containers(emulator: Emulator, nurseries: list[Nursery], chaos_seed: int) -> None:
    drawn = random.Random(f"containers {chaos_seed}")
    kills = drawn.sample(all_kills(calls_of(nurseries[0], emulator, light=False), drawn), SOME)
    killed = kill_at(kills, nurseries, emulator, light=False)
    assert killed.total() >= 0.5 * len(kills), killed


def test_killed_once_with_real_containers(emulator: Emulator, nursery: Nursery) -> None:
    kill = Kill("CreateTrainingJob", 2, after=True)
    assert kill_at([kill], [nursery], emulator, light=False).total() == 1
