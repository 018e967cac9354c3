"""The tuner: one experiment from its set-up to its end, and again after a crash or with a bigger budget."""

import logging
import math
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import count
from types import FrameType

from msgspec.structs import replace

from tunewise import methods
from tunewise.backends import spec_from_json
from tunewise.backends.base import Backend, Job
from tunewise.backends.specs import BackendSpec
from tunewise.checking import refuse_unknown_jobs
from tunewise.definition import (
    Definition,
    DefinitionError,
    MethodSpec,
    check_readable,
    check_texts,
    read_definition,
    write_definition,
)
from tunewise.display import showing
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import Loop, Watcher, seldom_collected
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import BUDGETS, StoppingCriterion, used_up
from tunewise.events import Entry, Opened, StartJob
from tunewise.journal import Journal, read_journal
from tunewise.paths import ExperimentPaths, check_name
from tunewise.results import ExperimentRecord, ResultsKeeper, Table, replay_folder
from tunewise.schedulers.base import Method, check_method
from tunewise.snapshot import source_of, write_snapshot
from tunewise.trial import JobId
from tunewise.version import __version__

BY_KEYBOARD = "interrupted by Ctrl-C"
STOPPED = "stopped by `tunewise stop`"

logger = logging.getLogger(__name__)


class TunerError(RuntimeError):
    """An experiment that can't be set up or taken up; the message says what to do."""


class Tuner:
    """Tunes: `Tuner(LocalBackend("train.py"), methods.asha(problem), StoppingCriterion(...)).run()`.

    trial_backend: where jobs run. scheduler: the method. stop_criterion: when to end; needed, unless the
    space is finite. workers: jobs at a time. name: of the experiment and its folder under `$TUNEWISE_HOME`
    (`~/tunewise`); by default that of `default_name`. price: money for a worker-hour; with the
    default of 1 the cost is in worker-hours. pay_idle: workers cost while they have no job, too. watchers:
    told of everything that happens.
    """

    def __init__(
        self,
        trial_backend: BackendSpec,
        scheduler: Method,
        stop_criterion: StoppingCriterion | None = None,
        workers: int = 4,
        name: str | None = None,
        price: float = 1.0,
        pay_idle: bool = False,
        policy: Policy | None = None,
        watchers: Sequence[Watcher] = (),
    ) -> None:
        _check_kinds(trial_backend, scheduler, stop_criterion, name)
        criterion = stop_criterion or StoppingCriterion()
        _check_terms(workers, price, pay_idle)
        if not criterion.limits() and not scheduler.ends and scheduler.problem.space.cardinality is None:
            raise TunerError(
                "Nothing would end this experiment: give a limit such as max_wallclock_time or "
                "max_num_trials_started."
            )
        created = datetime.now(timezone.utc).astimezone()
        self._named = name is not None
        self.name = default_name(scheduler) if name is None else name
        try:
            check_name(self.name)
        except ValueError as error:
            raise TunerError(str(error)) from None
        self._backend = trial_backend
        self._watchers = watchers
        self._method = scheduler
        self._policy = policy or Policy()
        self.definition = Definition(
            name=self.name,
            created=created.isoformat(timespec="seconds"),
            version=__version__,
            problem=scheduler.problem.to_json(),
            method=MethodSpec(scheduler.name, scheduler.seed, dict(scheduler.arguments)),
            backend={"kind": trial_backend.kind, **trial_backend.to_json()},
            workers=workers,
            limits=criterion.limits(),
            price=price,
            policy=self._policy,
            pay_idle=pay_idle,
        )
        try:
            check_texts(self.definition)
            check_readable(self.definition)
        except ValueError as error:
            raise TunerError(str(error)) from None

    def __repr__(self) -> str:
        definition = self.definition
        limits = "".join(f", {name}={limit:g}" for name, limit in definition.limits.items())
        what = f"{self._method!r} on {self._backend!r}"
        return f"<Tuner {self.name!r}: {what}, workers={definition.workers}{limits}>"

    def run(self, progress: bool | None = None) -> ExperimentRecord:
        """Runs the experiment to its end and returns its record, of which `ended` says how it ended.

        progress: shows what happens, on standard error or in the notebook's cell; by default where that is
        a terminal or a notebook.

        Ctrl-C and SIGTERM suspend it, and `resume` goes on. After a Ctrl-C, `KeyboardInterrupt` is raised,
        which has the record as its `record`. Raises `TunerError` if the name is taken. One that
        wasn't named has another `name` from now on where somebody else has taken its own.
        """
        if self._named:
            self._check_free(ExperimentPaths.named(self.name))
        self._backend.check(self.definition.workers)
        paths = self._claimed()
        definition = self.definition
        opened = definition.first_run
        experiment = Experiment(self._method, self._policy)
        record = ExperimentRecord(paths, definition, experiment.problem, experiment.state, table=Table())
        with Journal(paths.journal, self.name) as journal:
            self._check_free(paths)  # again, as somebody may have been quicker
            # before the definition, so that a specification that can't work leaves the name free
            backend = _open(self._backend, paths, experiment, opened)
            write_definition(paths.definition, definition)
            with showing(progress, paths, definition, experiment) as watchers:
                return _run(record, experiment, backend, journal, opened, [*self._watchers, *watchers])

    def preview(self) -> str:
        """What would be submitted for the first job, told to a person; nothing is written and nothing runs.

        Raises as `run` does.
        """
        paths = ExperimentPaths.named(self.name)
        if self._named:
            self._check_free(paths)
        self._backend.check(self.definition.workers)
        actions = Experiment(self._method, self._policy).apply(self.definition.first_run)
        first = next(action for action in actions if isinstance(action, StartJob))
        arguments = self._method.problem.arguments(first.config, first.until)
        return self._backend.preview(Job(JobId(first.trial_id, 0), arguments, resumed=False), paths)

    def _claimed(self) -> ExperimentPaths:
        """The experiment's folder, made. Where no name was given it is nobody else's, however many choose one
        in the same moment."""
        wish = self.name
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
                self.name = f"{wish}-{number}"
            else:
                break
        self.definition = replace(self.definition, name=self.name)
        return paths

    def _check_free(self, paths: ExperimentPaths) -> None:
        if paths.definition.exists() or (
            paths.journal.exists() and any(read_journal(paths.journal, self.name))
        ):
            raise TunerError(
                f"There is an experiment {self.name!r} already: choose another name, or go on with it by "
                f"`tunewise resume {self.name}`."
            )


def _check_kinds(backend: object, scheduler: object, criterion: object, name: object) -> None:
    if not isinstance(backend, BackendSpec):
        raise TypeError(
            f"trial_backend is {backend!r}: give where jobs run, such as LocalBackend('train.py')."
        )
    check_method(scheduler, "scheduler")
    if criterion is not None and not isinstance(criterion, StoppingCriterion):
        raise TypeError(
            f"stop_criterion is {criterion!r}: give a StoppingCriterion, such as "
            "StoppingCriterion(max_wallclock_time=3600)."
        )
    if name is not None and not isinstance(name, str):
        raise TypeError(f"name is {name!r}: give a text.")


def _check_terms(workers: int, price: float, pay_idle: bool) -> None:
    """Also for types, as a journal with others can't be read again."""
    if type(workers) is not int or workers < 1:
        raise TunerError(f"{workers!r} workers can't be: give a whole number of at least 1.")
    if type(price) not in (int, float) or not 0 < price < math.inf:
        raise TunerError(f"The price of a worker-hour is {price!r}: give a finite number above 0.")
    if type(pay_idle) is not bool:
        raise TunerError(f"pay_idle is {pay_idle!r}: give True or False.")


def default_name(method: Method) -> str:
    """The name of an experiment that wasn't given one: its method and the time. Where it is taken when the
    experiment runs, a number is added."""
    return f"{method.name}-{datetime.now():%Y%m%d-%H%M%S}"


@dataclass(frozen=True)
class Changes:
    """What is to be different from now on; None and missing limits: as before."""

    workers: int | None = None
    price: float | None = None
    pay_idle: bool | None = None
    limits: Mapping[str, float] | None = None

    def applied_to(self, record: ExperimentRecord) -> Opened:
        """How an experiment is taken up.

        Raises `TunerError` for workers and prices that can't be, and for a limit that is used up, as nothing
        would come of it. ValueError for another limit that can't be.
        """
        before, state = record.last_run, record.state
        workers = before.workers if self.workers is None else self.workers
        price = before.price if self.price is None else self.price
        pay_idle = before.pay_idle if self.pay_idle is None else self.pay_idle
        _check_terms(workers, price, pay_idle)
        for name, limit in (self.limits or {}).items():
            if used_up(name, limit, state):
                spent, unit = BUDGETS[name].spent(state, state.now), BUDGETS[name].unit
                raise TunerError(f"{name} is {limit:g}, which is used up: give more than {spent:g} ({unit}).")
        return Opened(
            time=state.now,
            workers=workers,
            limits=StoppingCriterion.of(before.limits).changed(self.limits or {}).limits(),
            price=price,
            pay_idle=pay_idle,
        )


def resume(
    name: str,
    *,
    max_wallclock_time: float | None = None,
    max_num_trials_started: int | None = None,
    max_num_trials_completed: int | None = None,
    max_num_trials_finished: int | None = None,
    max_cost: float | None = None,
    max_num_evaluations: int | None = None,
    workers: int | None = None,
    price: float | None = None,
    pay_idle: bool | None = None,
    watchers: Sequence[Watcher] = (),
    method: Method | None = None,
    backend: BackendSpec | None = None,
    progress: bool | None = None,
) -> ExperimentRecord:
    """Goes on with an experiment after a crash, a stop, or its end, with a bigger budget if told so.

    Limits, which count from the experiment's beginning, are those of `StoppingCriterion`; they, workers,
    price and pay_idle stay as they were where they are None. Jobs that still run are taken up, and those
    that ended meanwhile are read to the end. progress: as of `Tuner.run`.

    method: what decides from now on; by default the method of `tunewise.methods` that it was begun with.
    backend: where jobs run from now on, which must find those that still run; by default what it was begun
    with.

    Ends as `Tuner.run` does. Raises `DefinitionError` if there is no such experiment, `JournalBusyError` if
    a tuner is at work on it, and `TunerError` or `ValueError` for what can't be.
    """
    limits = StoppingCriterion(
        max_wallclock_time,
        max_num_trials_started,
        max_num_trials_completed,
        max_num_trials_finished,
        max_cost,
        max_num_evaluations,
    ).limits()
    changes = Changes(workers, price, pay_idle, limits)
    return take_up(name, changes, watchers, method, backend, progress)


def take_up(
    name: str,
    changes: Changes | None = None,
    watchers: Sequence[Watcher] = (),
    method: Method | None = None,
    backend: BackendSpec | None = None,
    progress: bool | None = False,
) -> ExperimentRecord:
    """As `resume`, with what is to be different as one value."""
    with _taken_up(name) as (journal, record):
        refuse_unknown_jobs(record)
        definition, experiment = record.definition, _replayed(record, method)
        opened = (changes or Changes()).applied_to(record)
        spec = backend or spec_from_json(definition.backend)
        spec.check(opened.workers)
        live = _open(spec, record.paths, experiment, opened)
        with showing(progress, record.paths, definition, experiment) as also:
            return _run(record, experiment, live, journal, opened, [*watchers, *also])


def stop_abandoned(name: str) -> None:
    """Ends the jobs that a killed tuner left behind, so that a later `resume` goes on with them."""
    with _taken_up(name) as (journal, record):
        definition, experiment = record.definition, _replayed(record)
        opened = replace(record.last_run, time=record.state.now, workers=0)
        backend = _open(spec_from_json(definition.backend), record.paths, experiment, opened)
        _run(record, experiment, backend, journal, opened, (), lambda: STOPPED)


@contextmanager
def _taken_up(name: str) -> Iterator[tuple[Journal, ExperimentRecord]]:
    """The journal of an experiment, which nobody else writes meanwhile, and what it says."""
    paths = ExperimentPaths.named(name)
    read_definition(paths.definition)  # before the journal is opened, which would make one
    with Journal(paths.journal, paths.name) as journal:
        paths.stop_request.unlink(missing_ok=True)  # meant for an earlier tuner
        yield journal, replay_folder(paths)


def _replayed(record: ExperimentRecord, method: Method | None = None) -> Experiment:
    """The experiment as its journal left it. Raises `DefinitionError`."""
    definition = record.definition
    if method is not None:
        return Experiment(method, definition.policy, record.state)
    try:
        method = methods.build(
            definition.method.name,
            record.problem,
            seed=definition.method.seed,
            arguments=definition.method.arguments,
        )
    except ValueError as error:
        raise DefinitionError(f"The method in {record.paths.definition} can't be used: {error}") from error
    return Experiment(method, definition.policy, record.state)


def _open(spec: BackendSpec, paths: ExperimentPaths, experiment: Experiment, opened: Opened) -> Backend:
    return spec.open(paths, max(opened.workers, experiment.state.busy, 1), experiment.state.now)


def _run(
    record: ExperimentRecord,
    experiment: Experiment,
    backend: Backend,
    journal: Journal,
    opened: Opened,
    watchers: Sequence[Watcher],
    stop_requested: Callable[[], str | None] | None = None,
) -> ExperimentRecord:
    """record: of the experiment up to now, with its table of results."""
    assert record.table is not None
    opened = replace(opened, starts_told=backend.starts_told)
    keeper = ResultsKeeper(record)
    try:
        with _interruptions() as interrupted, seldom_collected():
            by_file = _StopFile(record.paths)
            asked = stop_requested or (lambda: interrupted() or by_file.asked())
            Loop(experiment, backend, journal, [*watchers, keeper], asked, record.table.take).run(opened)
            written = keeper.write()
    except Exception:  # not for a second signal: what the back end holds ends with this process
        backend.close()
        raise
    for fact in backend.close():
        entry = Entry(replace(fact, time=record.state.now))  # the experiment took no longer for it
        journal.append([entry])
        record.state.replay(entry)
    state = record.state
    write_snapshot(record.paths, source_of(record.paths), state, state.breakdown(), written)
    if interrupted() == BY_KEYBOARD:
        raise _interruption(record)
    return record


def _interruption(record: ExperimentRecord) -> KeyboardInterrupt:
    """Of Python's own class: only for that one does the interpreter end by SIGINT, as shells expect it."""
    interruption = KeyboardInterrupt(
        f"The experiment {record.name!r} is {record.ended}. tunewise.resume({record.name!r}) goes on."
    )
    vars(interruption)["record"] = record
    return interruption


def interrupted_record(interruption: KeyboardInterrupt) -> ExperimentRecord | None:
    """The record of an experiment that Ctrl-C ended in good order; None where its tuner just left."""
    record: ExperimentRecord | None = vars(interruption).get("record")
    return record


class _StopFile:
    """The file by which `tunewise stop` asks, looked for ten times a second at most."""

    def __init__(self, paths: ExperimentPaths) -> None:
        self._file = paths.stop_request
        self._due = 0.0

    def asked(self) -> str | None:
        now = time.monotonic()
        if now < self._due:
            return None
        self._due = now + 0.1
        if not self._file.exists():
            return None
        self._file.unlink(missing_ok=True)
        return STOPPED


@contextmanager
def _interruptions() -> Iterator[Callable[[], str | None]]:
    """Turns the first Ctrl-C or SIGTERM into a request to stop; a second one of either kind ends the tuner at
    once, wherever it is, and leaves its jobs to a later `resume`."""
    received: list[str] = []

    def handle(number: int, frame: FrameType | None) -> None:
        if received:
            raise KeyboardInterrupt
        received.append(BY_KEYBOARD if number == signal.SIGINT else "ended by SIGTERM")

    if threading.current_thread() is not threading.main_thread():
        yield lambda: None  # only the main thread can take signals
        return
    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: received[0] if received else None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
