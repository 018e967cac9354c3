"""The foundation of the contract suite for back ends: a script, a folder, and one tuner after the other."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tunewise.backends.base import Backend, Job, LiveJob
from tunewise.backends.specs import BackendSpec
from tunewise.events import Fact, JobEnded, JobQueued, JobStarted, Reported
from tunewise.paths import ExperimentPaths
from tunewise.space import Config
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.harness import Harness, Process, Target
from tunewise.trial import JobId

Make = Callable[[Path], BackendSpec]
LONGEST = 60.0  # seconds to wait for anything here; a sound back end needs a hundredth of it


class Rig:
    """A script, an experiment's folder, and one back end after the other on it."""

    def __init__(self, make: Make, folder: Path, script: str, workers: int = 4) -> None:
        path = folder / "script.py"
        path.write_text(scripts.PRELUDE + script)
        self.gate = folder / "gate"
        self.spec = make(path)
        self.paths = ExperimentPaths(folder / "experiment")
        self.facts: list[Fact] = []
        self._workers = workers
        self._backend: Backend | None = None
        self._unfinished: set[JobId] = set()
        self._begun: set[JobId] = set()  # the jobs that a journal would record as begun

    @property
    def backend(self) -> Backend:
        assert self._backend is not None, "no back end is open"
        return self._backend

    def open(self, live: Sequence[LiveJob] = ()) -> None:
        """A tuner begins, or picks up the jobs that an earlier one left."""
        self._backend = self.spec.open(self.paths, self._workers, elapsed=0.0)
        self.facts = []
        self._unfinished |= {job.job.id for job in live}
        self._begun = {job.job.id for job in live if job.begun}
        self._backend.attach(live)

    def drop(self) -> None:
        """The tuner is gone; its jobs are not told."""
        self.backend.close()
        self._backend = None

    def job(self, trial_id: int = 0, run: int = 0, arguments: Mapping[str, object] | None = None) -> Job:
        texts: Config = {name: str(value) for name, value in (arguments or {}).items()}
        return Job(JobId(trial_id, run), {"gate": str(self.gate), **texts}, resumed=run > 0)

    def start(self, job: Job) -> JobId:
        self.backend.start(job)
        self._unfinished.add(job.id)
        return job.id

    def until(self, what: str, happened: Callable[[], bool]) -> None:
        """Polls until something has happened."""
        deadline = time.monotonic() + LONGEST
        while not happened():
            assert time.monotonic() < deadline, f"timed out waiting for {what}; got {self.facts}"
            self._take(self.backend.poll(1.0))

    def look(self, times: int = 3) -> None:
        """Polls this many times, whatever happens."""
        for _ in range(times):
            self._take(self.backend.poll(1.0))

    def until_reports(self, job_id: JobId, number: int) -> list[Reported]:
        self.until(f"{number} reports of job {job_id}", lambda: len(self.reports(job_id)) >= number)
        return self.reports(job_id)

    def until_ended(self, *job_ids: JobId) -> JobEnded:
        """Waits for the ends of jobs, checks all facts about them, and returns the last job's end."""
        self.until(f"the end of {job_ids}", lambda: all(self.ends(job_id) for job_id in job_ids))
        for job_id in job_ids:
            assert_lawful(job_id, self.facts, self.backend.reports_start and job_id not in self._begun)
        return self.ends(job_ids[-1])[0]

    def reports(self, job_id: JobId) -> list[Reported]:
        return [fact for fact in self.facts if isinstance(fact, Reported) and fact.job == job_id]

    def ends(self, job_id: JobId) -> list[JobEnded]:
        return [fact for fact in self.facts if isinstance(fact, JobEnded) and fact.job == job_id]

    def target(self, job_id: JobId) -> Target:
        """A job, for a harness that breaks it."""
        reports = self.reports(job_id)
        return Target(self.paths, job_id, processes(reports[-1])["main"] if reports else None)

    def runs(self, trial_id: int) -> int:
        """How often the script `COUNTED` has begun to run for a trial."""
        try:
            return len(self.gate.with_name(f"{self.gate.name}-{trial_id}").read_bytes())
        except FileNotFoundError:
            return 0

    def clear(self) -> None:
        """Ends everything, so that even a failed check leaves nothing behind."""
        if self._backend is None and self._unfinished:
            self.open([LiveJob(self.job(*job_id), 0, halted=True) for job_id in self._unfinished])
        for job_id in self._unfinished:
            self.backend.halt(job_id, 0.0)
        self.until("the last job's end", lambda: not self._unfinished)
        if self._backend is not None:
            self.look(1)  # nothing may come any more
            self.drop()

    def _take(self, facts: Sequence[Fact]) -> None:
        self.facts.extend(facts)
        for fact in facts:
            if isinstance(fact, JobQueued | JobStarted | Reported | JobEnded):
                assert fact.job in self._unfinished, f"nothing comes after a job's end: {fact}"
            if isinstance(fact, JobEnded):
                self._unfinished.remove(fact.job)


@contextmanager
def rig_for(make: Make, folder: Path, script: str, workers: int = 4) -> Iterator[Rig]:
    """A rig with its first back end open. It leaves nothing behind."""
    rig = Rig(make, folder, script, workers)
    rig.open()
    try:
        yield rig
    finally:
        rig.clear()


def what_was_saved(rig: Rig, job_id: JobId) -> object:
    """What a job last reported to have saved; its script is `FAMILY`. None if it saved nothing."""
    return rig.reports(job_id)[-1].values.get("saved")


def assert_lawful(job_id: JobId, facts: Sequence[Fact], starts: bool) -> None:
    """Asserts that facts about one job come in the right order, no matter when a tuner picked it up.

    starts: whether its start must come before its reports.
    """
    of_job = [
        fact for fact in facts if isinstance(fact, JobStarted | Reported | JobEnded) and fact.job == job_id
    ]
    kinds = [type(fact) for fact in of_job]
    assert kinds.count(JobStarted) <= 1, f"a job starts once: {of_job}"
    assert JobStarted not in kinds[1:], f"a job's start comes first: {of_job}"
    assert JobStarted in kinds or not (starts and Reported in kinds), f"a start is reported: {of_job}"
    assert kinds.count(JobEnded) == 1, f"a job ends once: {of_job}"
    assert kinds[-1] is JobEnded, f"nothing comes after a job's end: {of_job}"
    numbers = [fact.seq for fact in of_job if isinstance(fact, Reported)]
    assert numbers == [numbers[0] + index for index in range(len(numbers))], f"each report once: {of_job}"
    times = [fact.time for fact in of_job]
    assert times == sorted(times), f"time never goes back: {of_job}"
    elapsed = [fact.elapsed for fact in of_job if isinstance(fact, Reported | JobEnded)]
    assert all(seconds >= 0.0 for seconds in elapsed), f"a job takes some time: {of_job}"


def assert_nothing_left(harness: Harness, reported: Reported) -> None:
    """Asserts that all processes that a script reported have ended."""
    alive = {name for name, process in processes(reported).items() if harness.lives(process)}
    assert not alive, f"outlived their job: {alive} of {reported.values}"


def wait_until_gone(harness: Harness, reported: Reported, name: str = "") -> None:
    """Waits until all processes that a script reported have ended, or only the one with this name."""
    reported_processes = processes(reported)
    awaited = [reported_processes[name]] if name else list(reported_processes.values())
    deadline = time.monotonic() + LONGEST
    while any(map(harness.lives, awaited)):
        assert time.monotonic() < deadline, f"doesn't end: {reported.values}"
        time.sleep(0.02)


def processes(reported: Reported) -> dict[str, Process]:
    """The processes that a script reported, by the names that it gave them."""
    host = str(reported.values["host"])
    others = {name: value for name, value in reported.values.items() if name not in ("host", "step")}
    return {name: Process(host, pid) for name, pid in others.items() if isinstance(pid, int)}
