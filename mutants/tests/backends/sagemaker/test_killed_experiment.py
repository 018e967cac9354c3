"""A tuner that is killed between any two of its calls to AWS: nothing happens twice, nothing is lost.

Whole experiments by real processes and real SIGKILLs. Each tuner dies at one of its calls, before the request
leaves, or when the answer is there and nobody has seen it. The tuner that resumes it dies, too, early in its
own life, so that taking up is interrupted as well; the next one must bring all to its end.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
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

EVERYWHERE = "TUNEWISE_KILL_EVERYWHERE" in os.environ
"""At each and every call, with real containers, too."""
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
LONGEST = pytest.mark.timeout(3600 if EVERYWHERE else 900)
SHARE = 0.2  # of the looks
SOME = 5  # deaths with real containers
AT_ONCE = 3
WIDTH = 12  # of the first calls of a tuner that resumes


@pytest.fixture
def nurseries(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Nursery]]:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path))
    with ExitStack() as stack:
        made = [Nursery(emulator.environment, tmp_path) for _ in range(AT_ONCE)]
        for nursery in made:
            stack.callback(nursery.close)
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


class Death(NamedTuple):
    """The number-th call of an operation, before it leaves or after it was answered."""

    operation: str
    number: int
    after: bool


def deaths_of(calls: Counter[str]) -> list[Death]:
    """At which calls to die, of those that an experiment makes when it is let alone.

    A call that creates, changes or decides something: always, on both sides. The many that only look whether
    there is news: by default some, drawn once and for all.
    """
    drawn = random.Random(5)
    found = []
    for operation, number in sorted(calls.items()):
        for position, after in product(range(1, number + 1), (False, True)):
            if EVERYWHERE or operation not in LOOKS or drawn.random() < SHARE:
                found.append(Death(operation, position, after))
    return found


def kill_at(
    deaths: list[Death], nurseries: list[Nursery], emulator: Emulator, *, light: bool
) -> Counter[str]:
    """An experiment for each death; of how many the tuner really died, by operation."""
    died: Counter[str] = Counter()
    waiting, lock = iter(deaths), Lock()

    def work(nursery: Nursery) -> None:
        while True:
            with lock:
                death = next(waiting, None)
            if death is None:
                return
            name = f"{death.operation}-{death.number}-{'after' if death.after else 'before'}"
            killed = live_and_die(nursery, name, death, light=light)
            check(name, emulator)
            with lock:
                died[death.operation] += killed

    with ThreadPoolExecutor(len(nurseries)) as pool:
        list(pool.map(work, nurseries))
    return died


def live_and_die(nursery: Nursery, name: str, death: Death, *, light: bool) -> bool:
    """An experiment whose tuner is killed at a call; whether it was. One that makes fewer is let alone."""
    first = last = nursery.bear(name, death.number, death.operation, after=death.after, light=light)
    if first.killed:
        nursery.bear(name, 1 + first.calls % WIDTH, after=not death.after, light=light)
        last = nursery.bear(name, light=light)
    assert last.status == 0, nursery.log(name)
    return first.killed


def calls_of(nursery: Nursery, emulator: Emulator, *, light: bool) -> Counter[str]:
    """What an experiment calls that is let alone."""
    before = Counter(call.operation for call in emulator.ledger.calls if not call.caller)
    assert nursery.bear("unharmed", light=light).status == 0, nursery.log("unharmed")
    check("unharmed", emulator)
    return Counter(call.operation for call in emulator.ledger.calls if not call.caller) - before


@LONGEST
def test_killed_at_each_call(emulator: Emulator, nurseries: list[Nursery]) -> None:
    """With containers that speak as ours do and start at once, as a hundred experiments have to run."""
    calls = calls_of(nurseries[0], emulator, light=True)
    assert set(calls) == {*LOOKS, *ACTS}
    deaths = deaths_of(calls)
    died = kill_at(deaths, nurseries, emulator, light=True)
    for operation in calls:
        assert died[operation] >= 1, died
    assert died.total() >= 0.5 * len(deaths), died  # not all experiments look equally often


@LONGEST
def test_killed_with_real_containers(emulator: Emulator, nurseries: list[Nursery]) -> None:
    deaths = deaths_of(calls_of(nurseries[0], emulator, light=False))
    if not EVERYWHERE:
        deaths = random.Random(6).sample(deaths, SOME)
    died = kill_at(deaths, nurseries, emulator, light=False)
    assert died.total() >= 0.5 * len(deaths), died
