"""What one sees of a study: its forecast, a line for each experiment, failures, and how it compares."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager

import click
from rich.console import Console

from tunewise.backends.gpus import detect_gpus
from tunewise.cli.exits import Exit
from tunewise.display.characters import harmless
from tunewise.display.console import can_repaint, make_console, stage_of
from tunewise.display.formats import amount, count, duration, money, number
from tunewise.display.printing import print_table, say
from tunewise.studies.forecast import forecast
from tunewise.studies.launching import (
    Ended,
    Launcher,
    failures,
    forget_failures,
    jobs_at_once,
    known_outcomes,
)
from tunewise.studies.plan import Cell, Plan, find_benchmark
from tunewise.studies.spec import StudySpec


def tell_forecast(plan: Plan, spec: StudySpec, jobs: int | None) -> None:
    """Prints the most that what is left of a study takes."""
    jobs = jobs or jobs_at_once(plan, len(detect_gpus(os.environ)))
    known = known_outcomes(plan)
    left = [cell for cell in plan.cells if cell.name not in known]
    told = forecast(plan, left, jobs)
    headings = ("benchmark", "workers", "experiments", "wall-clock each", "worker-hours", "cost")
    has_price = plan.settings.price != 1.0
    rows = [
        (
            find_benchmark(share.benchmark, plan.settings, spec).name,
            str(share.workers),
            str(share.experiments),
            duration(share.wallclock),
            amount(share.worker_hours),
            amount(share.money) if has_price else "-",
        )
        for share in told.shares
    ]
    total = amount(told.money) if has_price else "-"
    rows.append(("all", "", str(told.experiments), "", amount(told.worker_hours), total))
    print_table(headings, rows, frozenset(headings[1:]))
    if known:
        say(f"\nWithout {count(len(known), 'experiment')} that ended before.")
    virtual = plan.settings.simulated
    say(
        f"\nAt most {duration(told.elapsed)}{' of virtual time' if virtual else ''} with {jobs} at once"
        + ("; simulated, seconds of real time for each." if virtual else ".")
    )


def run(plan: Plan, spec: StudySpec, jobs: int | None, rerun_failed: bool) -> int:
    """Runs what is left of a study, reports on it, and returns how many experiments failed."""
    forgotten = forget_failures(plan) if rerun_failed else []
    known = known_outcomes(plan)
    left = [cell for cell in plan.cells if cell.name not in known]
    gpus = detect_gpus(os.environ)
    jobs = jobs or jobs_at_once(plan, len(gpus))
    told = f"{len(known)} finished before, " if known else ""
    told += f"{count(len(forgotten), 'failed one')} anew, " if forgotten else ""
    say(f"Study {plan.tag}: {count(len(plan.cells), 'experiment')}, {told}{jobs} at once")
    say(f"  folder  {plan.paths.folder}")
    for reference in dict.fromkeys(cell.benchmark for cell in plan.cells):
        benchmark = find_benchmark(reference, plan.settings, spec)
        say(f"  {benchmark.name}: {benchmark.about}")
    if left:
        say()
    ended, interrupted = _watched(plan, left, jobs, gpus) if left else ([], False)
    failed = _tell_failures(plan, ended)
    if interrupted:
        say("\nInterrupted; the same command goes on with it.")
        raise click.exceptions.Exit(Exit.INTERRUPTED)
    from tunewise.cli.compare import report

    if failed < len(plan.cells):  # else there is nothing to compare
        report(plan, spec)
    return failed


def _watched(plan: Plan, left: Sequence[Cell], jobs: int, gpus: Sequence[str]) -> tuple[list[Ended], bool]:
    """Runs experiments while their progress is shown: those that ended, and whether it was interrupted."""
    console = make_console()
    lines = LinesAboveBar(plan, len(left), console) if can_repaint(console) else Lines(plan, len(left))
    with lines:
        launcher = Launcher(plan, jobs, lines, gpus)
        return launcher.run(left), launcher.interrupted


class Lines(AbstractContextManager[object]):
    """Prints a line as each experiment ends."""

    def __init__(self, plan: Plan, left: int) -> None:
        self._width = max(len(cell.name) for cell in plan.cells)
        self._places = len(str(left))
        self._left = left
        self._done = 0
        self._began: dict[str, float] = {}

    def __exit__(self, *error: object) -> None:
        pass

    def began(self, cell: Cell) -> None:
        self._began[cell.name] = time.monotonic()

    def ended(self, ended: Ended) -> None:
        self._done += 1
        seconds = time.monotonic() - self._began.pop(ended.cell.name)
        place = f"[{self._done:{self._places}}/{self._left}]"
        self._print(f"{place} {ended.cell.name:{self._width}}  {_told(ended)}  took {duration(seconds)}")

    def _print(self, line: str) -> None:
        say(line)


class LinesAboveBar(Lines):
    """The same on a terminal, where a bar and what runs stand below the lines."""

    def __init__(self, plan: Plan, left: int, console: Console) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        super().__init__(plan, left)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console)
        self._task = self._bar.add_task("experiments", total=left)
        self._stage = stage_of(self._bar)

    def __enter__(self) -> LinesAboveBar:
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
        names = list(self._began)
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        with self._stage.painting():
            self._bar.update(self._task, description=", ".join(names[:3]) + more or "experiments")


def _told(ended: Ended) -> str:
    outcome = ended.outcome
    if outcome is None or not outcome.well:
        return f"FAILED: {ended.reason}"
    failed = f", {outcome.failed} failed" if outcome.failed else ""
    cost = money(outcome.end.money, outcome.price)
    return (
        f"best {outcome.metric} {number(outcome.values[-1])}  {count(outcome.trials, 'trial')}{failed} in "
        f"{duration(outcome.end.wallclock)}, {cost}"
    )


def _tell_failures(plan: Plan, ended: Sequence[Ended]) -> int:
    """Lists the experiments that failed, now or earlier, and says how many."""
    failed = {name: known.why for name, known in known_outcomes(plan).items() if not known.well}
    failed |= {one.cell.name: one.reason for one in ended if one.failed}
    for name, reason in failed.items():
        say(f"failed: {name}: {reason} (see {plan.paths.log(name)})")
    over = {cell.name for cell in failures(plan)}
    if failed.keys() - over:
        say("The same command goes on with those whose process died.")
    if over:
        say("The same command with --rerun-failed runs them anew.")
    return len(failed)
