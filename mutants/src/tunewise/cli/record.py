"""`tunewise record`."""

from __future__ import annotations

import math
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import complete_names, experiment_name
from tunewise.display.printing import say

if TYPE_CHECKING:
    from tunewise.recording import Recording


@click.command()
@click.argument(
    "names", nargs=-1, required=True, type=experiment_name, metavar="NAME...", shell_complete=complete_names
)
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
@click.option(
    "--about", metavar="TEXT", help="Where it comes from. By default the experiments and the script."
)
@outliving_its_reader()
def record(
    names: tuple[str, ...], output: str, seconds: str | None, leave_out: tuple[str, ...], about: str | None
) -> None:
    """Makes a recorded benchmark of finished experiments, for `tunewise simulate` and studies.

    Trials that were trained to their end count, and those that diverged. Experiments on one problem can be
    put together; trials of equal configurations become repetitions.
    """
    from tunewise.blackboxes.recorded import save_table
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.exits import BadUsage
    from tunewise.cli.records import load
    from tunewise.recording import record as make

    records = [load(name) for name in dict.fromkeys(names)]
    with explained(), usage():
        recording = make(records, seconds, leave_out, about)
    path = Path(output)
    try:
        save_table(recording.table, path)
    except OSError as error:
        raise BadUsage(f"{path} can't be written ({error.strerror}): choose another file.") from error
    _tell(recording, path)


def _tell(recording: Recording, path: Path) -> None:
    import numpy as np

    from tunewise.blackboxes.references import open_blackbox
    from tunewise.display.formats import count, duration, number
    from tunewise.display.printing import print_field

    table = recording.table
    problem = table.problem
    values = table.columns[problem.metric]
    best = float(
        (np.nanmin if problem.mode == "min" else np.nanmax)(np.where(np.isfinite(values), values, np.nan))
    )
    # not finite where a repetition was not made
    whole = float(np.nanmedian(np.fmax.reduce(table.seconds, axis=2)))
    reference = f"recorded:{path}"
    say(f"{path}: {count(len(table.configs), 'configuration')}, {path.stat().st_size / 1e3:,.0f} kB")
    print_field("levels", str(table.seconds.shape[2]))
    print_field("columns", ", ".join(table.columns))
    print_field("best", f"{problem.metric} {number(best)}")
    print_field("training", f"{duration(whole)}, start-up {duration(table.start_delay)}")
    for why, many in recording.left_out.most_common():
        print_field("left out", f"{count(many, 'trial')}: {why}")
    for warning in recording.warnings:
        say(f"\nWarning: {warning}", err=True)
    say(f"\n{open_blackbox(reference).answers}\n")
    limit = math.ceil(10 * (whole + table.start_delay))
    say(f"  tunewise simulate {shlex.quote(reference)} --method asha --workers 4 --max-wallclock {limit}s")
