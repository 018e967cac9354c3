"""The tuner: runs an experiment from start to end, and resumes it after a crash or with a larger budget."""

import logging
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count

from msgspec.structs import replace

from tunewise import methods
from tunewise.asking import Asking, Callback
from tunewise.backends import moved, spec_from_json
from tunewise.backends.base import Backend, BackendError, Job
from tunewise.backends.specs import BackendSpec
from tunewise.checking import refuse_unknown_jobs
from tunewise.definition import (
    Definition,
    DefinitionError,
    MethodSpec,
    check_definition,
    read_definition,
    write_definition,
)
from tunewise.display import showing
from tunewise.engine.budgets import why_used_up
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import BY_KEYBOARD, Loop, Watcher, interruptions, less_garbage_collection
from tunewise.engine.policy import Policy, StoppingCriterion, check_workers
from tunewise.engine.state import State
from tunewise.events import Entry, Opened, StartJob
from tunewise.journal import Journal, read_journal
from tunewise.paths import ExperimentPaths, check_name
from tunewise.requests import BY_COMMAND, Change, Inbox, Request
from tunewise.results import ExperimentResult, ResultsWriter, ResultTable, replay_folder
from tunewise.schedulers.base import Method, check_method
from tunewise.snapshot import source_of, write_snapshot
from tunewise.space import Config
from tunewise.trackers import checked
from tunewise.trackers.beside import tracking
from tunewise.trial import JobId
from tunewise.version import __version__

logger = logging.getLogger(__name__)


class TunerError(RuntimeError):
    """An experiment that can't be set up or resumed; the message says what to do."""


class Tuner:
    """Tunes: `Tuner(LocalBackend("train.py"), methods.asha(problem), StoppingCriterion(...)).run()`.

    backend: where jobs run. method: what decides. stopping_criterion: when to end; required unless the space
    is finite. workers: how many jobs run at a time. name: of the experiment and its folder under
    `$TUNEWISE_HOME` (`~/tunewise`); by default the method's name and the time. price: money for a
    worker-hour; with the default of 1 the cost is in worker-hours. pay_idle: workers cost money while they
    have no job, too. watchers: notified of everything that happens. callbacks: each is called with all trials
    and one of them after each end of a job of it; if it returns True, the experiment is suspended. first:
    configurations, or parts of them, that are tried right after the trials with which the experiment begins.
    trackers: tools that show the experiment, such as `mlflow:http://127.0.0.1:5000` (docs/tracking.md).
    history: with which the journal begins, as `tunewise.elsewhere` makes it.
    """

    def __init__(
        self,
        backend: BackendSpec,
        method: Method,
        stopping_criterion: StoppingCriterion | None = None,
        workers: int = 4,
        name: str | None = None,
        price: float = 1.0,
        pay_idle: bool = False,
        policy: Policy | None = None,
        watchers: Sequence[Watcher] = (),
        callbacks: Sequence[Callback] = (),
        first: Sequence[Config] = (),
        trackers: Sequence[str] = (),
        history: Sequence[Entry] = (),
    ) -> None:
        _check_types(backend, method, stopping_criterion, name)
        _check_terms(workers, price, pay_idle)
        criterion = stopping_criterion or StoppingCriterion()
        if not criterion.limits() and not method.ends and method.problem.space.cardinality is None:
            raise TunerError(
                "Nothing would end this experiment: give a limit such as max_wallclock_time or "
                "max_num_trials_started."
            )
        self._named = name is not None
        self.name = default_name(method) if name is None else name
        self._backend, self._method = backend, method
        self._watchers, self._callbacks, self._history = watchers, callbacks, history
        self._policy = policy or Policy()
        try:
            backend.check_problem(method.problem)
            check_name(self.name)
            self._first = [method.problem.space.completed(config) for config in first]
            self.definition = Definition(
                name=self.name,
                created=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
                version=__version__,
                problem=method.problem.to_json(),
                method=MethodSpec(method.name, method.seed, dict(method.arguments)),
                backend={"kind": backend.kind, **backend.to_json()},
                workers=workers,
                limits=criterion.limits(),
                price=price,
                policy=self._policy,
                pay_idle=pay_idle,
                trackers=checked(trackers),
            )
            check_definition(self.definition)
        except ValueError as error:
            raise TunerError(str(error)) from None

    def __repr__(self) -> str:
        definition = self.definition
        limits = "".join(f", {name}={limit:g}" for name, limit in definition.limits.items())
        what = f"{self._method!r} on {self._backend!r}"
        return f"<Tuner {self.name!r}: {what}, workers={definition.workers}{limits}>"

    def run(self, progress: bool | None = None) -> ExperimentResult:
        """Runs the experiment to its end and returns its result, whose `ended` says how it ended.

        progress: show what happens, on standard error or in the notebook's cell; by default if that is a
        terminal or a notebook.

        Ctrl-C and SIGTERM suspend the experiment, and `resume` continues it. After a Ctrl-C,
        `KeyboardInterrupt` is raised, with the result as its attribute `result`. Raises `TunerError` if the
        name is taken. An experiment without a given name changes its `name` if another one took it first.
        """
        if self._named:
            self._check_free(ExperimentPaths.named(self.name))
        self._backend.check(self.definition.workers)
        paths = self._make_folder()
        definition = self.definition
        opened = definition.first_run
        experiment = Experiment(self._method, self._policy)
        result = ExperimentResult(
            paths, definition, experiment.problem, experiment.state, table=ResultTable()
        )
        with tracking(paths, definition.trackers) as beside, Journal(paths.journal, self.name) as journal:
            self._check_free(paths)  # again, as another process may have been faster
            # before the definition is written, so that a back end that can't open leaves the name free
            backend = _open(self._backend, paths, experiment, opened)
            result.take(self._history)
            journal.append(self._history)
            journal.sync()
            write_definition(paths.definition, definition)
            with showing(progress, paths, definition, experiment) as also:
                inbox = Inbox(paths, partial(_objection, self._backend, experiment.state))
                asking = Asking(paths, self._callbacks, self._first)
                also = [*self._watchers, asking, *also, *beside]
                return _run(result, experiment, backend, journal, opened, also, inbox)

    def preview(self) -> str:
        """Describes what would be submitted for the first job. Writes nothing and runs nothing.

        Raises the same errors as `run`.
        """
        paths = ExperimentPaths.named(self.name)
        if self._named:
            self._check_free(paths)
        self._backend.check(self.definition.workers)
        actions = Experiment(self._method, self._policy).apply(self.definition.first_run)
        first = next(action for action in actions if isinstance(action, StartJob))
        problem = self._method.problem
        arguments = problem.arguments(first.config, first.until)
        job = Job(JobId(first.trial_id, 0), arguments, False, 0, problem.metric, problem.resource_attr)
        return self._backend.preview(job, paths)

    def _make_folder(self) -> ExperimentPaths:
        """Makes the experiment's folder. Without a given name it belongs to this experiment alone, however
        many choose one at the same moment."""
        default = self.name
        for number in count(2):
            paths = ExperimentPaths.named(self.name)
            try:
                paths.folder.parent.mkdir(parents=True, exist_ok=True)
                paths.folder.mkdir(exist_ok=self._named)
            except OSError as error:
                if self._named or not isinstance(error, FileExistsError) or not paths.folder.exists():
                    raise TunerError(
                        f"{paths.folder} can't be made ({error.strerror}): let TUNEWISE_HOME name another "
                        "folder."
                    ) from error
                self.name = f"{default}-{number}"
            else:
                break
        self.definition = replace(self.definition, name=self.name)
        return paths

    def _check_free(self, paths: ExperimentPaths) -> None:
        whole = paths.definition.exists()
        if not whole and paths.journal.exists() and any(read_journal(paths.journal, self.name)):
            raise TunerError(f"{paths.folder} has a journal but no experiment.json: restore or delete it.")
        if whole:
            raise TunerError(
                f"There is an experiment {self.name!r} already: choose another name, or continue it with "
                f"`tunewise resume {self.name}`."
            )


def _check_types(backend: object, method: object, criterion: object, name: object) -> None:
    if not isinstance(backend, BackendSpec):
        raise TypeError(f"backend is {backend!r}: give where jobs run, such as LocalBackend('train.py').")
    check_method(method, "method")
    if criterion is not None and not isinstance(criterion, StoppingCriterion):
        raise TypeError(
            f"stopping_criterion is {criterion!r}: give a StoppingCriterion, such as "
            "StoppingCriterion(max_wallclock_time=3600)."
        )
    if name is not None and not isinstance(name, str):
        raise TypeError(f"name is {name!r}: give a string.")


def _check_terms(workers: int, price: float, pay_idle: bool) -> None:
    """Checks types as well, as a journal with other ones couldn't be read again."""
    try:
        check_workers(workers)
    except ValueError as error:
        raise TunerError(str(error)) from None
    if type(price) not in (int, float) or not 0 < price < math.inf:
        raise TunerError(f"The price of a worker-hour is {price!r}: give a finite number above 0.")
    if type(pay_idle) is not bool:
        raise TunerError(f"pay_idle is {pay_idle!r}: give True or False.")


def default_name(method: Method) -> str:
    """The name of an experiment without a given one: its method and the time. If it is taken when the
    experiment runs, a number is added."""
    return f"{method.name}-{datetime.now():%Y%m%d-%H%M%S}"


@dataclass(frozen=True)
class Changes:
    """What changes when an experiment is resumed; None and missing limits: as before."""

    workers: int | None = None
    price: float | None = None
    pay_idle: bool | None = None
    limits: Mapping[str, float] = field(default_factory=dict)

    def applied_to(self, result: ExperimentResult) -> Opened:
        """How the experiment is opened again.

        Raises `TunerError` for invalid workers and prices, and for a limit that is used up, because nothing
        would run. Raises ValueError for any other invalid limit.
        """
        before, state = result.last_run, result.state
        workers = before.workers if self.workers is None else self.workers
        price = before.price if self.price is None else self.price
        pay_idle = before.pay_idle if self.pay_idle is None else self.pay_idle
        _check_terms(workers, price, pay_idle)
        terms = Opened(state.now, workers, {}, price, pay_idle)
        for name, limit in self.limits.items():
            if why := why_used_up(name, limit, state, terms):
                raise TunerError(why)
        limits = StoppingCriterion.of({**before.limits, **self.limits}).limits()
        return Opened(time=state.now, workers=workers, limits=limits, price=price, pay_idle=pay_idle)


def resume(
    name: str,
    *,
    max_wallclock_time: float | None = None,
    max_num_trials_started: int | None = None,
    max_num_trials_completed: int | None = None,
    max_num_trials_finished: int | None = None,
    max_cost: float | None = None,
    max_num_evaluations: int | None = None,
    min_gain: float | None = None,
    worth: float | None = None,
    target: float | None = None,
    max_num_trials_without_improvement: int | None = None,
    max_time_without_improvement: float | None = None,
    workers: int | None = None,
    price: float | None = None,
    pay_idle: bool | None = None,
    watchers: Sequence[Watcher] = (),
    callbacks: Sequence[Callback] = (),
    method: Method | None = None,
    backend: BackendSpec | None = None,
    progress: bool | None = None,
    trackers: Sequence[str] | None = None,
) -> ExperimentResult:
    """Continues an experiment after a crash, a stop, or its end, with a larger budget if one is given.

    Limits count from the start of the experiment and are those of `StoppingCriterion`. Limits, workers, price
    and pay_idle stay as they were if they are None. Jobs that still run are taken over, and those that ended
    in the meantime are read to their end. callbacks: as for `Tuner`. progress: as for its `run`.

    method: what decides from now on; by default the experiment's own method, from `tunewise.methods`.
    backend: where jobs run from now on, which must find those that still run; by default the experiment's
    own. trackers: of this run; by default the experiment's own.

    Ends as `Tuner.run` does. Raises `DefinitionError` if there is no such experiment, `JournalBusyError` if
    a tuner is running it, and `TunerError` or `ValueError` for invalid arguments.
    """
    limits = StoppingCriterion(
        max_wallclock_time,
        max_num_trials_started,
        max_num_trials_completed,
        max_num_trials_finished,
        max_cost,
        max_num_evaluations,
        min_gain,
        worth,
        target,
        max_num_trials_without_improvement,
        max_time_without_improvement,
    ).limits()
    also = [*watchers, Asking(ExperimentPaths.named(name), callbacks)]
    changes = Changes(workers, price, pay_idle, limits)
    return resume_with(name, changes, also, method, backend, progress, trackers)


def resume_with(
    name: str,
    changes: Changes | None = None,
    watchers: Sequence[Watcher] = (),
    method: Method | None = None,
    backend: BackendSpec | None = None,
    progress: bool | None = False,
    trackers: Sequence[str] | None = None,
) -> ExperimentResult:
    """Like `resume`, with the changes as one value."""
    paths = ExperimentPaths.named(name)
    told = read_definition(paths.definition).trackers if trackers is None else checked(trackers)
    with tracking(paths, told) as beside, _opened_journal(name) as (journal, result):
        refuse_unknown_jobs(result)
        definition, opened = result.definition, (changes or Changes()).applied_to(result)
        spec = backend or spec_from_json(moved(definition.backend, result.paths))
        spec.check(opened.workers)
        experiment = _replayed(result, method)
        live = _open(spec, result.paths, experiment, opened)
        with showing(progress, result.paths, definition, experiment) as also:
            inbox = Inbox(result.paths, partial(_objection, spec, experiment.state))
            return _run(result, experiment, live, journal, opened, [*watchers, *also, *beside], inbox)


def stop_orphaned_jobs(name: str) -> None:
    """Ends the jobs that a killed tuner left behind, so that a later `resume` can continue them."""
    with _opened_journal(name) as (journal, result):
        definition, experiment = result.definition, _replayed(result)
        opened = replace(result.last_run, time=result.state.now, workers=0)
        backend = _open(spec_from_json(definition.backend), result.paths, experiment, opened)
        _run(result, experiment, backend, journal, opened, (), stop_requested=lambda: BY_COMMAND)


@contextmanager
def _opened_journal(name: str) -> Iterator[tuple[Journal, ExperimentResult]]:
    """The journal of an experiment, locked against other writers, and what it says."""
    paths = ExperimentPaths.named(name)
    read_definition(paths.definition)  # before the journal is opened, which would create one
    with Journal(paths.journal, paths.name) as journal:
        Inbox(paths).drop_suspends()
        yield journal, replay_folder(paths)


def _replayed(result: ExperimentResult, method: Method | None = None) -> Experiment:
    """The experiment as its journal left it. Raises `DefinitionError`."""
    definition = result.definition
    spec = definition.method
    if method is None:
        try:
            method = methods.build(spec.name, result.problem, seed=spec.seed, arguments=spec.arguments)
        except ValueError as error:
            raise DefinitionError(
                f"The method in {result.paths.definition} can't be used: {error}"
            ) from error
    return Experiment(method, definition.policy, result.state)


def _open(spec: BackendSpec, paths: ExperimentPaths, experiment: Experiment, opened: Opened) -> Backend:
    return spec.open(paths, max(opened.workers, experiment.state.busy, 1), experiment.state.now)


def _objection(spec: BackendSpec, state: State, request: Request) -> str:
    """Why a back end can't do what a person asks for; "" if it can. Only more workers than there are may be
    too many for it."""
    workers = request.workers if isinstance(request, Change) else None
    if workers is None or state.opened is None or workers <= state.opened.workers:
        return ""
    try:
        spec.check(workers)
    except BackendError as error:
        return str(error)
    return ""


@less_garbage_collection()
def _run(
    result: ExperimentResult,
    experiment: Experiment,
    backend: Backend,
    journal: Journal,
    opened: Opened,
    watchers: Sequence[Watcher],
    inbox: Inbox | None = None,
    stop_requested: Callable[[], str | None] | None = None,
) -> ExperimentResult:
    """Runs the loop to the end. result: of the experiment so far, with its table of results. stop_requested:
    asked in place of a Ctrl-C or SIGTERM."""
    assert result.table is not None
    opened = replace(opened, reports_start=backend.reports_start)
    writer = ResultsWriter(result)
    try:
        with interruptions() as interrupted:
            loop = Loop(
                experiment,
                backend,
                journal,
                [*watchers, writer],
                stop_requested or (lambda: interrupted() or (inbox.stopped_as_before() if inbox else None)),
                result.table.take,
                inbox,
            )
            loop.run(opened)
            written = writer.write()
    except Exception:  # not on a second signal: what the back end holds ends with this process
        backend.close()
        raise
    for fact in backend.close():
        last = [Entry(replace(fact, time=result.state.now))]  # doesn't extend the experiment
        journal.append(last)
        result.take(last)
    write_snapshot(result.paths, source_of(result.paths), result.state, written)
    if interrupted() == BY_KEYBOARD:
        raise _interruption(result)
    return result


def _interruption(result: ExperimentResult) -> KeyboardInterrupt:
    """Not a subclass: only for KeyboardInterrupt itself does Python exit with SIGINT, as shells expect."""
    interruption = KeyboardInterrupt(
        f"The experiment {result.name!r} is {result.ended}. tunewise.resume({result.name!r}) goes on."
    )
    vars(interruption)["result"] = result
    return interruption


def interrupted_result(interruption: KeyboardInterrupt) -> ExperimentResult | None:
    """The result of an experiment that Ctrl-C suspended; None if its tuner ended before that."""
    result: ExperimentResult | None = vars(interruption).get("result")
    return result
