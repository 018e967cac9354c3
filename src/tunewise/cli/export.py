"""Files made of experiments: `tunewise export`, `plot` and `record`."""

from __future__ import annotations

import json
import math
import shlex
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, get_args

import click

from tunewise.cli.errors import explained, in_words, usage
from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.experiments import load
from tunewise.cli.flags import name_argument, names_argument
from tunewise.cli.output import outliving_its_reader
from tunewise.display.formats import count, duration, number
from tunewise.display.printing import print_fields, say
from tunewise.paths import ExperimentPaths
from tunewise.results import Drawn, ExperimentResult, export_csv

if TYPE_CHECKING:
    from tunewise.blackboxes.recording import Recording


def _csv(record: ExperimentResult) -> Callable[[TextIO], object]:
    return partial(export_csv, record)


def _optuna(record: ExperimentResult) -> Callable[[TextIO], object]:
    from tunewise.trackers.optuna import optuna_journal

    return lambda file: file.writelines(optuna_journal(record))


def _configspace(record: ExperimentResult) -> Callable[[TextIO], object]:
    from tunewise.space import to_configspace

    text = json.dumps(to_configspace(record.problem.space), indent=2)
    return lambda file: file.write(f"{text}\n")


_FORMS: Mapping[str, Callable[[ExperimentResult], Callable[[TextIO], object]]] = {
    "csv": _csv,
    "optuna": _optuna,
    "configspace": _configspace,
}
"""What writes an experiment into a file, by form."""


@click.command()
@name_argument
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="The file. By default standard output.")
@click.option(
    "--to",
    "form",
    metavar="FORM",
    default="csv",
    help="The form: csv, a table of reports (the default); optuna, a study in Optuna's journal format, which "
    "`optuna-dashboard FILE` shows; configspace, the space alone, as ConfigSpace's JSON; or a tracker of "
    "docs/tracking.md, such as mlflow:URI.",
)
@click.option("--follow", is_flag=True, help="Keep a tracker up to date until no tuner runs.")
def export(name: str, output: str | None, form: str, follow: bool) -> None:
    """Writes the table of all reports as CSV: a row for each, with its trial's configuration. Or, with --to,
    the trials or the space in a form that others read.

    Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    if form not in _FORMS or (follow and _is_tracker(form)):
        if output is not None:
            raise BadUsage(f"--output doesn't go with --to {form}: leave it out.")
        with outliving_its_reader():  # the tuner
            _track(name, form, follow)
        return
    if follow:
        raise BadUsage(f"--follow goes with trackers, not with {form}.")
    record = load(name)
    with usage():
        write = _FORMS[form](record)
    if output is None:
        write(sys.stdout)
        return
    try:
        with Path(output).open("w", newline="", encoding="utf-8") as file:
            write(file)
    except OSError as error:
        raise BadUsage(f"{output} can't be written: {error.strerror}.") from error
    say(output)


def _is_tracker(form: str) -> bool:
    from tunewise.trackers import kinds

    return form in kinds()


def _track(name: str, tracker: str, follow: bool) -> None:
    from tunewise.trackers import checked
    from tunewise.trackers.following import keep_tracking, track

    with usage():
        (tracker,) = checked([tracker])
    paths = ExperimentPaths.named(name)
    with explained():
        if follow:
            keep_tracking(paths, tracker, say)
        else:
            track(paths, tracker)


@click.command()
@name_argument
@click.option(
    "--kind",
    type=click.Choice(get_args(Drawn)),
    default="progress",
    help="What to draw: the best value over time and the learning curves (the default); how much each "
    "hyperparameter matters; each of them, or pairs, or all beside one another against the metric; or how "
    "the values of all trials are distributed.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False),
    help="The file; its ending gives the format, such as png, pdf or svg. By default figure.png in the "
    "experiment's folder, or KIND.png.",
)
def plot(name: str, kind: Drawn, output: str | None) -> None:
    """Draws an experiment, and prints the path of the figure."""
    record = load(name)
    if record.best is None:
        raise BadExperiment(
            f"There is nothing to draw: no trial of {name} has reported {record.problem.metric} yet."
        )
    path = output or str(record.paths.folder / f"{'figure' if kind == 'progress' else kind}.png")
    try:
        drawing = record.plot(kind=kind)
    except ImportError as error:
        raise BadUsage(str(error)) from error
    except ValueError as error:
        raise BadExperiment(str(error)) from error
    try:
        drawing.savefig(path)
    except (OSError, ValueError) as error:  # ValueError for an ending that isn't a format
        raise BadUsage(f"The figure can't be written to {path}: {in_words(error)}.") from error
    say(path)


@click.command()
@names_argument
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False),
    help="The file to write, such as my.npz.",
)
@click.option(
    "--seconds",
    metavar="KEY",
    help="The reported key with the seconds that each level took. By default the times of the reports count.",
)
@click.option("--leave-out", metavar="KEY", multiple=True, help="A reported key that isn't needed.")
@click.option("--about", metavar="TEXT", help="The source. By default the experiments and the script.")
@outliving_its_reader()
def record(
    names: tuple[str, ...], output: str, seconds: str | None, leave_out: tuple[str, ...], about: str | None
) -> None:
    """Makes a recorded benchmark of finished experiments, for `tunewise simulate` and studies.

    It takes the trials that were trained to their end, and those that diverged. Experiments on one problem
    can be put together; trials of equal configurations become repetitions.
    """
    from tunewise.blackboxes.recording import record as make_recording
    from tunewise.blackboxes.table import save_table

    records = [load(name) for name in dict.fromkeys(names)]
    with explained(), usage():
        recording = make_recording(records, seconds, leave_out, about)
    path = Path(output)
    try:
        save_table(recording.table, path)
    except OSError as error:
        raise BadUsage(f"{path} can't be written ({error.strerror}): choose another file.") from error
    _describe(recording, path)


def _describe(recording: Recording, path: Path) -> None:
    import numpy as np

    from tunewise.blackboxes.references import open_blackbox

    table = recording.table
    problem = table.problem
    values = table.columns[problem.metric]
    finite = np.where(np.isfinite(values), values, np.nan)
    best = float(np.nanmin(finite) if problem.mode == "min" else np.nanmax(finite))
    # not finite where a repetition is missing
    training = float(np.nanmedian(np.fmax.reduce(table.seconds, axis=2)))
    reference = f"recorded:{path}"
    say(f"{path}: {count(len(table.configs), 'configuration')}, {path.stat().st_size / 1e3:,.0f} kB")
    fields = [
        ("levels", str(table.seconds.shape[2])),
        ("columns", ", ".join(table.columns)),
        ("best", f"{problem.metric} {number(best)}"),
        ("training", f"{duration(training)}, start-up {duration(table.start_delay)}"),
    ]
    fields += [
        ("left out", f"{count(many, 'trial')}: {why}") for why, many in recording.left_out.most_common()
    ]
    print_fields(fields)
    for warning in recording.warnings:
        say(f"\nWarning: {warning}", err=True)
    say(f"\n{open_blackbox(reference).answers}\n")
    limit = math.ceil(10 * (training + table.start_delay))
    say(f"  tunewise simulate {shlex.quote(reference)} --method asha --workers 4 --max-wallclock {limit}s")
