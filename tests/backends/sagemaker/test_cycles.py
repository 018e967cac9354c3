"""Trials that are paused and resumed over and over: never two writers, and no gap in their reports."""

from __future__ import annotations

import random
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pytest
from tests.backends.sagemaker.conftest import make_with

from tunewise.backends.base import Job, LiveJob
from tunewise.events import JobEnded, Reported
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

HALTS = (0, 1, 1, 2, 3)
"""How many reports of a job come before it is halted."""
EPOCHS = """
args = options(epochs=0)
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append(True))
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
for epoch in range(begun + 1, args.epochs + 1):
    time.sleep(0.005)
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
    report(epoch=epoch)
    if told:
        break
"""
"""Goes on from its checkpoint, and does not end between saving and reporting."""

DEAF = """
signal.signal(signal.SIGTERM, signal.SIG_IGN)
report(epoch=1)
while "again" not in sys.argv:
    time.sleep(60)
"""
"""Ignores SIGTERM, unless its arguments say that it is the second one."""


make = make_with(keep_alive=600, stop_grace=0.5, poll_every=0.05)
make_patient = make_with(keep_alive=600, stop_grace=1000.0, poll_every=0.05)


class Cycles:
    """Trials that are halted after a few reports or before the first, and resumed at once."""

    def __init__(self, rig: Rig, trials: int, halts: Sequence[int], seed: int) -> None:
        self._rig = rig
        drawn = random.Random(seed)
        self._halts = [drawn.sample(halts, len(halts)) for _ in range(trials)]
        self._runs = dict.fromkeys(range(trials), 0)
        self._wanted: dict[JobId, int] = {}  # reports after which a job is halted
        self._reported: Counter[JobId] = Counter()
        self.epochs: dict[int, list[object]] = {trial_id: [] for trial_id in self._runs}

    def run(self) -> None:
        for trial_id in self._runs:
            self._start(JobId(trial_id, 0))
        while self._runs:
            facts = self._rig.backend.poll(1.0)
            self._rig._take(facts)
            for fact in facts:
                self._follow(fact)
            for job_id, wanted in list(self._wanted.items()):
                if self._reported[job_id] >= wanted:
                    del self._wanted[job_id]
                    self._rig.backend.halt(job_id, 0.0)

    def _start(self, job_id: JobId) -> None:
        self._wanted[job_id] = self._halts[job_id.trial_id][job_id.run]
        self._rig.start(Job(job_id, {"epochs": 1_000_000}, resumed=job_id.run > 0))

    def _follow(self, fact: object) -> None:
        if isinstance(fact, Reported):
            self.epochs[fact.job.trial_id].append(fact.values["epoch"])
            self._reported[fact.job] += 1
        if isinstance(fact, JobEnded):
            assert fact.failure is None, fact
            trial_id, run = fact.job
            self._runs[trial_id] = run + 1
            if run + 1 < len(self._halts[trial_id]):
                self._start(JobId(trial_id, run + 1))
            else:
                del self._runs[trial_id]


def cycle(
    emulator: Emulator, tmp_path: Path, script: str, halts: Sequence[int], trials: int = 4, seed: int = 0
) -> None:
    with rig_for(make, tmp_path, script) as rig:
        cycles = Cycles(rig, trials, halts, seed)
        cycles.run()
    for epochs in cycles.epochs.values():
        assert epochs == list(range(1, len(epochs) + 1))
        assert len(epochs) >= len(halts)  # it made progress
    for trial_id in range(trials):
        check_writers(emulator, f"-t{trial_id:05d}-r", len(halts))


def check_writers(emulator: Emulator, mark: str, each: int) -> None:
    """From the emulator's list of a trial's jobs, and of the calls of their containers."""
    jobs = [job for job in emulator.jobs() if mark in job.name]
    runs = [int(job.name.split(mark)[1]) for job in jobs]
    assert runs == sorted(set(runs) & set(range(each)))
    assert len(runs) > each / 2  # a job that was halted before its turn was never created
    for before, following in pairwise(jobs):
        assert before.transitions[-1].start <= following.created
    written = [
        call.caller
        for call in emulator.ledger.calls
        if mark in call.caller and call.operation in ("PutObject", "DeleteObjects", "UploadPart")
    ]
    turns = [caller for caller, _ in groupby(written)]
    assert turns  # or the test has seen no writer
    assert turns == [job.name for job in jobs if job.name in turns]  # none wrote after the next one began to


@pytest.mark.usefixtures("light_jobs")
def test_cycles(emulator: Emulator, tmp_path: Path) -> None:
    cycle(emulator, tmp_path, "", HALTS * 2)


@pytest.mark.chaos(only=True)
@pytest.mark.usefixtures("light_jobs")
def test_two_hundred_cycles(emulator: Emulator, tmp_path: Path, chaos_seed: int) -> None:
    cycle(emulator, tmp_path, "", HALTS * 10, seed=chaos_seed)


def test_no_worker_is_free_while_its_job_is_stopping(
    open_emulator: Callable[..., Emulator], tmp_path: Path
) -> None:
    """A job that ignores SIGTERM has two minutes, in which it may still write."""
    emulator = open_emulator()
    with rig_for(make_patient, tmp_path, DEAF) as rig:
        first = rig.start(Job(JobId(0, 0), {}, resumed=False))
        rig.until_reports(first, 1)
        (job,) = emulator.jobs()
        emulator.client("sagemaker").stop_training_job(TrainingJobName=job.name)
        rig.backend.halt(first, 0.0)
        lists = len(emulator.ledger.of("ListTrainingJobs"))
        rig.until(
            "some more lists",
            lambda: len(emulator.ledger.of("ListTrainingJobs")) >= lists + 5 or bool(rig.ends(first)),
        )
        assert emulator.job(job.name).status == "Stopping"
        assert rig.ends(first) == []
        emulator.advance(120)
        rig.until_ended(first)
        assert emulator.job(job.name).status == "Stopped"


def test_a_job_that_is_not_in_the_journal_has_to_end_first(
    open_emulator: Callable[..., Emulator], tmp_path: Path
) -> None:
    """The tuner continues from an older copy of its journal, in which the trial has another job."""
    emulator = open_emulator()
    with rig_for(make_patient, tmp_path, DEAF) as rig:
        rig.until_reports(rig.start(Job(JobId(0, 0), {"run": "first"}, resumed=False)), 1)
        rig.drop()
        job = Job(JobId(0, 0), {"run": "again"}, resumed=False)
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        (old,) = emulator.jobs()
        rig.until("its stop", lambda: emulator.job(old.name).status == "Stopping")
        looks = len(emulator.ledger.of("DescribeTrainingJob"))
        rig.until("some looks", lambda: len(emulator.ledger.of("DescribeTrainingJob")) >= looks + 5)
        assert [job.status for job in emulator.jobs()] == ["Stopping"]
        emulator.advance(120)
        assert rig.until_ended(job.id).failure is None
    old, new = emulator.jobs()
    assert old.transitions[-1].start <= new.created


def test_cycles_with_real_containers(emulator: Emulator, tmp_path: Path) -> None:
    cycle(emulator, tmp_path, EPOCHS, halts=(0, 1, 2), trials=2)


@pytest.mark.chaos(only=True)
def test_many_cycles_with_real_containers(emulator: Emulator, tmp_path: Path, chaos_seed: int) -> None:
    cycle(emulator, tmp_path, EPOCHS, HALTS * 2, seed=chaos_seed)
