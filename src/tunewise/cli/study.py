"""`tunewise study`: what a study will take, a line for each experiment that ends, and how they compare."""

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tunewise.backends import spec_class
from tunewise.backends.gpus import detect_gpus
from tunewise.benchmarks.definitions import SIZE, chosen_size
from tunewise.cli import backend_flags
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import BadUsage, Exit
from tunewise.cli.experiment_flags import price_options, worker_hour_price
from tunewise.cli.flags import SectionedCommand, delay, section, whole
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.settings import backend_price
from tunewise.cli.study_flags import StudyFlags, study_options
from tunewise.display.console import can_repaint, make_console, stage_of
from tunewise.display.formats import amount, count, duration, harmless, has_price, money, number
from tunewise.display.printing import print_table, say
from tunewise.options import from_flags
from tunewise.studies.outcome import failures, forget_failures, known_outcomes
from tunewise.studies.plan import (
    Cell,
    Plan,
    StudySettings,
    find_benchmark,
    forecast,
    joined_plan,
    keep_plan,
    make_plan,
)
from tunewise.studies.runner import CellResult, StudyRunner, jobs_at_once, only_one
from tunewise.studies.spec import StudyError, StudySpec, load_spec

_RUN = section("How it runs")


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@study_options
@click.option(
    "--backend",
    type=click.Choice([backend_flags.SIMULATED, *backend_flags.registered()]),
    default=backend_flags.SIMULATED,
    cls=_RUN,
    help="Where jobs run. By default simulated. Tuners run beside this command; `tunewise launch` runs them "
    "as jobs, too.",
)
@click.option(
    "--start-delay",
    metavar="TIME",
    type=delay,
    cls=_RUN,
    help="Time from the start of a simulated job to its training. By default as recorded.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=whole(1),
    cls=_RUN,
    help="Experiments at once. By default as many as the machine holds.",
)
@price_options
@backend_flags.benchmark_backend_options
@outliving_its_reader()
def study(
    source: str,
    backend: str,
    start_delay: float | None,
    jobs: int | None,
    price: float | None,
    instance: str | None,
    pay_idle: bool | None,
    **flags: object,
) -> None:
    """Compares methods: an experiment for each method, number of workers and seed, and their figures.

    FILE is Python with a dict `methods` of functions by name, each from tunewise.studies.MethodArguments to a
    method; a FOLDER has it in baselines.py. Finished experiments stay, so that the same command continues a
    study after an interruption, and with more seeds it adds to it.

    \b
    tunewise study examples/tmlr10 --experiment_tag try \\
        --n_workers 2,4,8 --num_seeds 5
    """
    options = from_flags(StudyFlags, flags)
    with explained():
        spec = load_spec(Path(source))
        price = worker_hour_price(price, instance)
        site: dict[str, Any] | None = None
        backend_flags.refuse_other_backends(flags, backend)
        if start_delay is not None and backend != backend_flags.SIMULATED:
            raise BadUsage(f"--start-delay is for simulated jobs: leave it out with --backend {backend}.")
        if backend in backend_flags.usable_backends():
            site, default_price = site_and_price(backend, flags)
            price = price or default_price
        settings = study_settings(
            options, source, backend, price, pay_idle=bool(pay_idle), start_delay=start_delay, site=site
        )
        plan = study_plan(options, settings, spec)
        joined = joined_plan(plan)  # checked before anything is written
        if spec_class(backend).computes_locally():
            refuse_unasked_hours(options, plan, spec)
        if options.only_forecast:
            _print_forecast(joined, spec, jobs)
            return
        with only_one(plan):
            failed = _run(keep_plan(plan), spec, jobs, options.rerun_failed)
    if failed:
        click.get_current_context().exit(Exit.FAILED)


# ---- settings, as `launch` needs them, too --------------------------------------------------------------


def site_and_price(kind: str, flags: Mapping[str, object]) -> tuple[dict[str, Any], float | None]:
    """The options of a back end on which benchmarks train, and its price if it is known."""
    with usage():
        backend = backend_flags.benchmark_backend(kind, flags)
    return backend.options(), backend_price(backend)[0]


def study_settings(
    flags: StudyFlags,
    source: str,
    backend: str,
    price: float | None,
    *,
    pay_idle: bool = False,
    start_delay: float | None = None,
    site: dict[str, Any] | None = None,
    tuners: str = "",
) -> StudySettings:
    """The settings of a study, with what `study` and `launch` each add."""
    return StudySettings(
        source=os.path.abspath(source),
        backend=backend,
        size=flags.size,
        random_seed=flags.random_seed,
        max_failures=flags.max_failures,
        price=price or 1.0,
        pay_idle=pay_idle,
        max_cost=flags.max_cost,
        start_delay=start_delay,
        site=site,
        tuners=tuners,
    )


def study_plan(flags: StudyFlags, settings: StudySettings, spec: StudySpec) -> Plan:
    """Raises `StudyError`."""
    return make_plan(
        flags.experiment_tag,
        settings,
        spec,
        flags.benchmark,
        flags.method or tuple(spec.methods),
        flags.workers or (),
        range(flags.start_seed, flags.start_seed + flags.num_seeds),
        flags.max_wallclock_time,
        flags.scale_max_wallclock_time == 1,
    )


def refuse_unasked_hours(flags: StudyFlags, plan: Plan, spec: StudySpec) -> None:
    """Raises `StudyError` if a benchmark would train at its full size on this machine, nobody has chosen that
    size, and there is no GPU."""
    if chosen_size(flags.size) or flags.only_forecast or detect_gpus(os.environ):
        return
    for name in dict.fromkeys(cell.benchmark for cell in plan.cells):
        if find_benchmark(name, plan.settings, spec).size is not None:
            raise StudyError(
                f"{name} would train at its full size, on this machine and without a GPU, which takes hours "
                f"for each trial: --size ci (or {SIZE}=ci) takes minutes; --size full does it nevertheless."
            )


# ---- forecast -------------------------------------------------------------------------------------------


def _print_forecast(plan: Plan, spec: StudySpec, jobs: int | None) -> None:
    """The most that the rest of a study takes."""
    jobs = jobs or jobs_at_once(plan, len(detect_gpus(os.environ)))
    known = known_outcomes(plan)
    needed = forecast(plan, [cell for cell in plan.cells if cell.name not in known], jobs)
    headings = ("benchmark", "workers", "experiments", "wall-clock each", "worker-hours", "cost")
    priced = has_price(plan.settings.price)
    rows = [
        (
            find_benchmark(row.benchmark, plan.settings, spec).name,
            str(row.workers),
            str(row.experiments),
            duration(row.wallclock),
            amount(row.worker_hours),
            amount(row.money) if priced else "-",
        )
        for row in needed.rows
    ]
    total = amount(needed.money) if priced else "-"
    rows.append(("all", "", str(needed.experiments), "", amount(needed.worker_hours), total))
    print_table(headings, rows, frozenset(headings[1:]))
    if known:
        say(f"\nWithout {count(len(known), 'experiment')} that ended before.")
    virtual, real = "", ""
    if plan.settings.simulated:
        virtual, real = " of virtual time", "; simulated, seconds of real time for each"
    say(f"\nAt most {duration(needed.elapsed)}{virtual} with {jobs} at once{real}.")


# ---- running --------------------------------------------------------------------------------------------


def _run(plan: Plan, spec: StudySpec, jobs: int | None, rerun_failed: bool) -> int:
    """Runs the rest of a study, reports on it, and returns how many experiments failed."""
    rerun = forget_failures(plan) if rerun_failed else []
    known = known_outcomes(plan)
    left = [cell for cell in plan.cells if cell.name not in known]
    gpus = detect_gpus(os.environ)
    jobs = jobs or jobs_at_once(plan, len(gpus))
    parts = [count(len(plan.cells), "experiment")]
    if known:
        parts.append(f"{len(known)} finished before")
    if rerun:
        parts.append(f"{count(len(rerun), 'failed one')} again")
    say(f"Study {plan.tag}: {', '.join(parts)}, {jobs} at once")
    say(f"  folder  {plan.paths.folder}")
    for reference in dict.fromkeys(cell.benchmark for cell in plan.cells):
        benchmark = find_benchmark(reference, plan.settings, spec)
        say(f"  {benchmark.name}: {benchmark.about}")
    if left:
        say()
    ended, interrupted = _run_cells(plan, left, jobs, gpus) if left else ([], False)
    failed = _print_failures(plan, ended)
    if interrupted:
        say("\nInterrupted; the same command continues the study.")
        raise click.exceptions.Exit(Exit.INTERRUPTED)
    if failed < len(plan.cells):  # else there is nothing to compare
        from tunewise.cli.compare import report  # imports NumPy

        report(plan, spec)
    return failed


def _run_cells(
    plan: Plan, left: Sequence[Cell], jobs: int, gpus: Sequence[str]
) -> tuple[list[CellResult], bool]:
    """Runs experiments with a display. Returns those that ended, and whether it was interrupted."""
    console = make_console()
    lines = LinesAboveBar(plan, len(left), console) if can_repaint(console) else Lines(plan, len(left))
    with lines:
        launcher = StudyRunner(plan, jobs, lines, gpus)
        return launcher.run(left), launcher.interrupted


class Lines(AbstractContextManager[object]):
    """Prints a line as each experiment ends."""

    def __init__(self, plan: Plan, left: int) -> None:
        self._width = max(len(cell.name) for cell in plan.cells)
        self._left = left
        self._done = 0
        self._started: dict[str, float] = {}

    def __exit__(self, *error: object) -> None:
        pass

    def began(self, cell: Cell) -> None:
        self._started[cell.name] = time.monotonic()

    def ended(self, ended: CellResult) -> None:
        self._done += 1
        seconds = time.monotonic() - self._started.pop(ended.cell.name)
        number = f"[{self._done:{len(str(self._left))}}/{self._left}]"
        self._print(f"{number} {ended.cell.name:{self._width}}  {_result(ended)}  took {duration(seconds)}")

    def _print(self, line: str) -> None:
        say(line)


class LinesAboveBar(Lines):
    """On a terminal: the same lines, and below them a bar and the experiments that run."""

    def __init__(self, plan: Plan, left: int, console: Console) -> None:
        super().__init__(plan, left)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console)
        self._task = self._bar.add_task("experiments", total=left)
        self._stage = stage_of(self._bar)

    def __enter__(self) -> "LinesAboveBar":
        self._stage.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._stage.__exit__(None, None, None)

    def began(self, cell: Cell) -> None:
        super().began(cell)
        self._show_running()

    def _print(self, line: str) -> None:
        with self._stage.painting():
            self._bar.console.print(harmless(line))
        self._bar.advance(self._task)
        self._show_running()

    def _show_running(self) -> None:
        names = list(self._started)
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        with self._stage.painting():
            self._bar.update(self._task, description=", ".join(names[:3]) + more or "experiments")


def _result(ended: CellResult) -> str:
    outcome = ended.outcome
    if outcome is None or not outcome.well:
        return f"FAILED: {ended.reason}"
    failed = f", {outcome.failed} failed" if outcome.failed else ""
    cost = money(outcome.end.money, outcome.price)
    return (
        f"best {outcome.metric} {number(outcome.values[-1])}  {count(outcome.trials, 'trial')}{failed} in "
        f"{duration(outcome.end.wallclock)}, {cost}"
    )


def _print_failures(plan: Plan, ended: Sequence[CellResult]) -> int:
    """Lists the experiments that failed, now or earlier, and returns how many there are."""
    failed = {name: known.why for name, known in known_outcomes(plan).items() if not known.well}
    failed |= {each.cell.name: each.reason for each in ended if each.failed}
    for name, reason in failed.items():
        say(f"failed: {name}: {reason} (see {plan.paths.log(name)})")
    final = {cell.name for cell in failures(plan)}
    if failed.keys() - final:
        say("The same command continues those whose process died.")
    if final:
        say("The same command with --rerun-failed runs them again from the beginning.")
    return len(failed)
