"""Runs one experiment of a study in this process: `python -m tunewise.studies.cell TAG CELL`."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec
from tunewise.benchmarks.definitions import Benchmark
from tunewise.blackboxes.base import BlackboxError
from tunewise.definition import DefinitionError
from tunewise.disk import is_locked
from tunewise.engine.loop import Watcher
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import StoppingCriterion
from tunewise.events import FinishReason
from tunewise.journal import JournalBusyError, JournalError
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, load_folder
from tunewise.schedulers.base import Method
from tunewise.studies.outcome import outcome_of, read_outcome, write_outcome
from tunewise.studies.plan import Cell, Plan, Settings, find_benchmark, read_plan, seed_of
from tunewise.studies.spec import MethodArguments, StudyError, StudySpec, load_spec
from tunewise.tuner import Tuner, TunerError, interrupted_result, resume_with

EXPECTED = (BackendError, BlackboxError, DefinitionError, JournalError, StudyError, TunerError, ValueError)
"""Errors that a sentence explains; others are bugs and keep their traceback."""

DONE, FAILED, SUSPENDED = 0, 1, 130
BUSY_PERIOD = 0.2  # seconds between looks whether another tuner has ended


def main(arguments: list[str]) -> int:
    tag, name = arguments
    try:
        plan = read_plan(tag)
    except StudyError as error:
        print(f"error: {error}", file=sys.stderr)
        return FAILED
    return run_patiently(plan, name)


def run_patiently(plan: Plan, name: str, watchers: Sequence[Watcher] = ()) -> int:
    """As `run`, after a tuner that is still at work on the experiment; prints what went wrong."""
    cell = next(cell for cell in plan.cells if cell.name == name)
    while True:
        try:
            return run(plan, cell, watchers)
        except KeyboardInterrupt:  # by a second signal: its jobs go on, and so may another tuner
            return SUSPENDED
        except JournalBusyError:  # a tuner that an earlier run of the study left at work
            time.sleep(BUSY_PERIOD)
        except EXPECTED as error:
            print(f"error: {error}", file=sys.stderr)
            return FAILED


def run(plan: Plan, cell: Cell, watchers: Sequence[Watcher] = ()) -> int:
    """Runs an experiment to its end, from wherever it stands, and keeps its outcome."""
    paths = plan.paths.experiment(cell.name)
    if is_locked(paths.journal):
        raise JournalBusyError(f"Another tuner is at work on {cell.name}.")
    if read_outcome(plan.paths.outcome(cell.name)) is not None:
        return DONE
    spec = load_spec(Path(plan.settings.source))
    benchmark = find_benchmark(cell.benchmark, plan.settings, spec)
    backend = backend_of(plan.settings, benchmark, _seed(plan, cell))
    try:
        record = _gone_on(plan, cell, spec, backend, watchers)
        if record is None:
            record = _begun(plan, cell, _method(plan, cell, spec, benchmark.problem), backend, watchers)
    except KeyboardInterrupt as interruption:
        record = interrupted_result(interruption)
        if record is None:
            raise
    if not _over(record):
        return SUSPENDED
    outcome = outcome_of(cell, benchmark.name, record)
    write_outcome(outcome, plan.paths.outcome(cell.name))
    if not outcome.well:
        print(f"error: {outcome.why}", file=sys.stderr)
    return DONE if outcome.well else FAILED


def _seed(plan: Plan, cell: Cell) -> int:
    return seed_of(plan.settings.random_seed, cell.seed)


def _method(plan: Plan, cell: Cell, spec: StudySpec, problem: Problem) -> Method:
    arguments = MethodArguments(problem, _seed(plan, cell), cell.workers, cell.max_wallclock_time)
    method: object = spec.methods[cell.method](arguments)
    if not isinstance(method, Method):
        raise StudyError(
            f"{cell.method} of {plan.settings.source} gives a value of type {type(method).__name__}: let it "
            "return a method, such as tunewise.methods.rs(...)."
        )
    return method


def _gone_on(
    plan: Plan, cell: Cell, spec: StudySpec, backend: BackendSpec, watchers: Sequence[Watcher]
) -> ExperimentResult | None:
    """The record of an experiment that had been begun, at its end or suspended; None if it hadn't.

    One that is simulated goes on by its own reference: the study's may mean something else by now.
    """
    paths = plan.paths.experiment(cell.name)
    if not paths.definition.exists():
        return None
    record = load_folder(paths)
    if _over(record):
        return record
    method = _method(plan, cell, spec, record.problem)
    own = None if plan.settings.simulated else backend
    return resume_with(f"{plan.tag}/{cell.name}", None, watchers, method, own)


def _begun(
    plan: Plan, cell: Cell, method: Method, backend: BackendSpec, watchers: Sequence[Watcher]
) -> ExperimentResult:
    settings = plan.settings
    return Tuner(
        backend,
        method,
        StoppingCriterion(max_wallclock_time=cell.max_wallclock_time, max_cost=settings.max_cost),
        cell.workers,
        name=f"{plan.tag}/{cell.name}",
        price=settings.price,
        pay_idle=settings.pay_idle,
        policy=Policy(max_failures=settings.max_failures),
        watchers=watchers,
    ).run(progress=False)


def backend_of(settings: Settings, benchmark: Benchmark, seed: int = 0) -> BackendSpec:
    """Where the jobs of an experiment run. seed: of a simulation. Raises `BackendError`."""
    return benchmark.on(settings.backend, settings.site, seed, settings.start_delay)


def _over(record: ExperimentResult) -> bool:
    finished = record.state.finished
    return finished is not None and finished.reason is not FinishReason.STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
