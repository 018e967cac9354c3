"""Runs one experiment of a study in this process: `python -m tunewise.studies.cell TAG CELL`. Without a CELL
it runs those that it is told, each in a fork."""

import os
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec
from tunewise.benchmarks.definitions import Benchmark
from tunewise.blackboxes.base import BlackboxError
from tunewise.definition import DefinitionError
from tunewise.disk import is_locked
from tunewise.engine.loop import Watcher
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.events import FinishReason
from tunewise.journal import JournalBusyError, JournalError
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, load_folder
from tunewise.schedulers.base import Method
from tunewise.studies.outcome import DONE, FAILED, SUSPENDED, outcome_of, read_outcome, write_outcome
from tunewise.studies.plan import Cell, Plan, StudySettings, find_benchmark, read_plan, seed_of
from tunewise.studies.spec import MethodArguments, StudyError, StudySpec, load_spec
from tunewise.tuner import Tuner, TunerError, interrupted_result, resume_with

EXPECTED = (BackendError, BlackboxError, DefinitionError, JournalError, StudyError, TunerError, ValueError)
"""Errors with a message for the user; others are bugs and keep their traceback."""

BUSY_PERIOD = 0.2  # seconds between checks whether another tuner has ended


def main(arguments: list[str]) -> int:
    tag, *name = arguments
    try:
        plan = read_plan(tag)
    except StudyError as error:
        print(f"error: {error}", file=sys.stderr)
        return FAILED
    if name:
        return run_patiently(plan, name[0])
    serve(plan)
    return DONE


def serve(plan: Plan) -> None:
    """Runs the simulated experiments whose names come in as lines, one after the other, each in a fork of
    this process: what they import and read, which takes longer than many of them, is there already. Answers
    with an empty line when it is ready, then for each with the number of the fork's process, and with its
    exit code when it is over."""
    orders, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    _redirect(0, os.devnull, os.O_RDONLY)
    os.dup2(2, 1)  # a study's file may print, which is no answer
    with suppress(Exception):  # the experiments themselves will say so
        spec = load_spec(Path(plan.settings.source))
        for benchmark in {cell.benchmark for cell in plan.cells}:
            backend_of(plan.settings, find_benchmark(benchmark, plan.settings, spec)).check(1)
    sys.stdout.flush()  # or each fork would print it again
    print(file=answers, flush=True)
    for line in orders:
        process = os.fork()
        if not process:
            orders.close()
            answers.close()  # so that nobody waits for more if this process dies before the fork
            _run_forked(plan, line.rstrip("\n"))
        print(process, file=answers, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), file=answers, flush=True)


def _run_forked(plan: Plan, name: str) -> NoReturn:
    """Runs an experiment in a fork, and ends that."""
    code = FAILED
    try:
        _redirect(1, plan.paths.log(name), os.O_WRONLY | os.O_APPEND)
        os.dup2(1, 2)
        code = run_patiently(plan, name)
    except BaseException:  # noqa: BLE001 - whatever it was, a fork must not go on as its parent does
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _redirect(stream: int, path: str | Path, mode: int) -> None:
    file = os.open(path, mode)
    os.dup2(file, stream)
    os.close(file)


def run_patiently(plan: Plan, name: str, watchers: Sequence[Watcher] = ()) -> int:
    """Like `run`, but waits for a tuner that is still at work on the experiment. Prints errors."""
    cell = next(cell for cell in plan.cells if cell.name == name)
    while True:
        try:
            return run(plan, cell, watchers)
        except (
            KeyboardInterrupt
        ):  # by a second signal: the jobs continue, and another tuner may take them over
            return SUSPENDED
        except JournalBusyError:  # an earlier run of the study left its tuner at work
            time.sleep(BUSY_PERIOD)
        except EXPECTED as error:
            print(f"error: {error}", file=sys.stderr)
            return FAILED


def run(plan: Plan, cell: Cell, watchers: Sequence[Watcher] = ()) -> int:
    """Runs or resumes an experiment to its end, and saves its outcome."""
    paths = plan.paths.experiment(cell.name)
    if is_locked(paths.journal):
        raise JournalBusyError(f"Another tuner is running {cell.name}.")
    if read_outcome(plan.paths.outcome(cell.name)) is not None:
        return DONE
    spec = load_spec(Path(plan.settings.source))
    benchmark = find_benchmark(cell.benchmark, plan.settings, spec)
    backend = backend_of(plan.settings, benchmark, _seed(plan, cell))
    try:
        record = _resumed(plan, cell, spec, backend, watchers)
        if record is None:
            record = _started(plan, cell, _method(plan, cell, spec, benchmark.problem), backend, watchers)
    except KeyboardInterrupt as interruption:
        record = interrupted_result(interruption)
        if record is None:
            raise
    if not _is_over(record):
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
            f"{cell.method} in {plan.settings.source} returns a value of type {type(method).__name__}: "
            "let it return a method, such as tunewise.methods.rs(...)."
        )
    return method


def _resumed(
    plan: Plan, cell: Cell, spec: StudySpec, backend: BackendSpec, watchers: Sequence[Watcher]
) -> ExperimentResult | None:
    """The result of an experiment that was started before, at its end or suspended; None for a new one.

    A simulated experiment keeps its own reference: the study's may mean something else by now.
    """
    paths = plan.paths.experiment(cell.name)
    if not paths.definition.exists():
        return None
    record = load_folder(paths)
    if _is_over(record):
        return record
    method = _method(plan, cell, spec, record.problem)
    own = None if plan.settings.simulated else backend
    return resume_with(f"{plan.tag}/{cell.name}", None, watchers, method, own)


def _started(
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


def backend_of(settings: StudySettings, benchmark: Benchmark, seed: int = 0) -> BackendSpec:
    """The back end of an experiment. seed: of a simulation. Raises `BackendError`."""
    return benchmark.on(settings.backend, settings.site, seed, settings.start_delay)


def _is_over(record: ExperimentResult) -> bool:
    finished = record.state.finished
    return finished is not None and finished.reason is not FinishReason.STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
