"""Experiments made up line by line, for tests of what is shown of them."""

from pathlib import Path

from tunewise import Problem, space
from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import (
    Action,
    Entry,
    Fact,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    JobQueued,
    JobStarted,
    Opened,
    Reported,
    Request,
    Requested,
    ResumeJob,
    StartJob,
    StopRequested,
    Ticked,
)
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Mode
from tunewise.results import ExperimentResult, load_experiment
from tunewise.space import Value
from tunewise.trial import FailureKind, JobId, Status

STEP = 10.0  # seconds between the lines


class Recording:
    """The journal of an experiment, written as it is told; each line comes `STEP` seconds after the last."""

    def __init__(
        self,
        name: str = "lm",
        mode: Mode = "min",
        resource: str | None = "epoch",
        limits: dict[str, float] | None = None,
        price: float = 1.0,
        workers: int = 2,
        created: str = "2026-05-04T13:37:00+02:00",
        metric: str = "val_loss",
        queues: bool = False,
    ) -> None:
        self.name = name
        self.problem = Problem(
            {"lr": space.loguniform(1e-6, 1.0), "dropout": space.uniform(0, 1)},
            metric=metric,
            mode=mode,
            resource_attr=resource,
            max_resource=9 if resource else None,
            max_resource_arg="epochs" if resource else None,
        )
        self.entries: list[Entry] = []
        self.time = 0.0
        self.limits: dict[str, float] = {"max_num_trials_started": 10} if limits is None else limits
        self._price = price
        self._workers = workers
        self._created = created
        self._queues = queues
        self._jobs: dict[int, JobId] = {}
        self._reports: dict[JobId, int] = {}
        self._levels: dict[int, int] = {}
        self._started: dict[JobId, float] = {}
        self.open()

    def open(self) -> None:
        self._add(Opened(self.time, self._workers, self.limits, self._price, reports_start=self._queues))

    def start(self, lr: float = 0.1, until: int | None = None, **why: Value) -> int:
        trial_id = len(self._jobs)
        self._began(JobId(trial_id, 0))
        config: dict[str, Value] = {"lr": lr, "dropout": 0.5}
        self._act(StartJob(self.time, trial_id, config, until, why=why or {"kind": "random"}))
        return trial_id

    def resume(self, trial_id: int, until: int | None = None, **why: Value) -> None:
        job = JobId(trial_id, self._jobs[trial_id].run + 1)
        self._began(job)
        self._act(ResumeJob(self.time, job, until, why or {"kind": "goes on"}))

    def wait(self, trial_id: int, why: str) -> None:
        """The trial's job is in a queue, for a reason."""
        self._add(JobQueued(self.time, self._jobs[trial_id], why))

    def begin(self, trial_id: int) -> None:
        """The trial's job runs, where it has been in a queue."""
        job = self._jobs[trial_id]
        self._started[job] = self.time
        self._add(JobStarted(self.time, job, "node 7"))

    def report(self, trial_id: int, *values: float | str, level: int | None = None) -> None:
        """Reports of the next levels, or from another one on."""
        if level is not None:
            self._levels[trial_id] = level - 1
        for value in values:
            job = self._jobs[trial_id]
            level = self._levels[trial_id] = self._levels.get(trial_id, 0) + 1
            reported: dict[str, Value] = {self.problem.metric: value}
            if self.problem.resource_attr:
                reported[self.problem.resource_attr] = level
            elapsed = self.time - self._started[job]
            self._add(Reported(self.time, job, self._reports[job], elapsed, reported))
            self._reports[job] += 1

    def pause(self, trial_id: int, **why: Value) -> None:
        self.halt(trial_id, Status.PAUSED, why=why)
        self.end(trial_id)

    def stop(self, trial_id: int, **why: Value) -> None:
        self.halt(trial_id, Status.STOPPED, why=why)
        self.end(trial_id)

    def fail(self, trial_id: int, message: str) -> None:
        """The configuration's fault, such as NaN."""
        self.halt(trial_id, Status.FAILED, FailureKind.CONFIGURATION, message)
        self.end(trial_id)

    def halt(
        self,
        trial_id: int,
        target: Status,
        failure: FailureKind | None = None,
        message: str = "",
        why: dict[str, Value] | None = None,
    ) -> None:
        """Tells a trial's job to end, in the line of its report if that has just come."""
        job, fact = self._jobs[trial_id], self.entries[-1].fact
        just_reported = isinstance(fact, Reported) and fact.job == job
        time = fact.time if just_reported else self.time
        action = HaltJob(time, job, target, failure=failure, message=message, why=why or {})
        if just_reported:
            self.entries[-1] = Entry(fact, [action])
        else:
            self._act(action)

    def end(self, trial_id: int, failure: FailureKind | None = None, detail: str = "") -> None:
        job = self._jobs[trial_id]
        self._add(JobEnded(self.time, job, self.time - self._started[job], failure, detail))

    def ask_to_stop(self, why: str = "interrupted by Ctrl-C") -> None:
        self._add(StopRequested(self.time, why))

    def ask(self, request: Request, *actions: Action) -> None:
        """A person asks for something, and this follows."""
        self._add(Requested(self.time, f"r{len(self.entries)}", request), *actions)

    def finish(self, reason: FinishReason = FinishReason.LIMIT, detail: str = "") -> None:
        self._act(Finish(self.time, reason, detail))

    @property
    def paths(self) -> ExperimentPaths:
        return ExperimentPaths.named(self.name)

    def state(self) -> State:
        state = State(self.problem, Policy().retry)
        for entry in self.entries:
            state.replay(entry)
        return state

    def write(self, **backend: str) -> ExperimentResult:
        """Writes the experiment's folder, and reads it again."""
        self.paths.folder.mkdir(parents=True)
        fields: dict[str, object] = {
            "kind": "local",
            "entry_point": "/home/ann/train.py",
            "arguments": ["--data", "wiki text"],
        }
        definition = Definition(
            name=self.name,
            created=self._created,
            version="0.1.0",
            problem=self.problem.to_json(),
            method=MethodSpec("asha", 0, {"type": "promotion"}),
            backend={**fields, "python": "/usr/bin/python3", "cwd": "/home/ann", **backend},
            workers=self._workers,
            limits=self.limits,
            price=self._price,
            policy=Policy(),
        )
        write_definition(self.paths.definition, definition)
        with Journal(self.paths.journal) as journal:
            journal.append(self.entries)
        return load_experiment(self.name)

    def file(self, trial_id: int, run: int, name: str, text: str = "") -> Path:
        """Writes a file of a job, such as `stdout`."""
        path: Path = self.paths.job(JobId(trial_id, run)).folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def _began(self, job: JobId) -> None:
        self._jobs[job.trial_id] = job
        self._reports[job] = 0
        self._started[job] = self.time

    def _act(self, action: Action) -> None:
        self._add(Ticked(self.time), action)

    def _add(self, fact: Fact, *actions: Action) -> None:
        self.entries.append(Entry(fact, list(actions)))
        self.time += STEP


def typical(
    name: str = "lm",
    limits: dict[str, float] | None = None,
    price: float = 1.0,
    metric: str = "val_loss",
) -> Recording:
    """Pauses and resumes, a failure of each sort, a trial that is complete: best 4.0, trial 1 at level 9."""
    told = Recording(name, limits=limits, price=price, metric=metric)
    first = told.start(0.5, until=1)
    second = told.start(0.01, until=1)
    told.report(first, 8.0)
    told.pause(first, kind="rung", level=1, rank=1, of=1)
    told.report(second, 7.0)
    told.pause(second, kind="rung", level=1, rank=1, of=2)
    told.resume(second, 9, kind="promotion", from_level=1, rank=1, of=3)
    third = told.start(1.0, until=1)
    told.report(third, "nan")
    told.fail(third, "val_loss was nan")
    told.report(second, 6.0, 5.5, 5.0, 4.8, 4.5, 4.2, 4.1, 4.0)
    told.end(second)
    fourth = told.start(0.2, until=1)
    told.end(
        fourth, FailureKind.ERROR, "exit code 1\nTraceback (most recent call last):\nKeyError: 'weights'"
    )
    told.finish(FinishReason.LIMIT, "the limit of 10 trials started is reached")
    return told
