"""The group of all commands. Each is imported when it is called: `tunewise --help` imports none."""

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import Any, NamedTuple

import click

from tunewise.cli.exits import BadExperiment, BadUsage, Exit, Misused
from tunewise.cli.output import OutputLostError, guarded_streams
from tunewise.version import __version__


class LazyCommand(NamedTuple):
    """Where a command is, and its line in `tunewise --help`."""

    module: str
    attribute: str
    summary: str


COMMANDS = {
    "demo": LazyCommand("demo", "demo", "Tune a small network here for half a minute."),
    "run": LazyCommand("run", "run", "Tune a script, or what a TOML file describes."),
    "resume": LazyCommand("run", "resume", "Resume after a stop, a crash, or with a bigger budget."),
    "stop": LazyCommand("manage", "stop", "Suspend a running experiment; resume continues it."),
    "pause": LazyCommand("steer", "pause", "Pause trials of a running experiment."),
    "end": LazyCommand("steer", "end", "End trials of a running experiment for good."),
    "enqueue": LazyCommand("steer", "enqueue", "Have a configuration tried next."),
    "change": LazyCommand("steer", "change", "Change a running experiment's workers and limits."),
    "note": LazyCommand("steer", "note", "Add a note to an experiment or a trial."),
    "list": LazyCommand("manage", "list_experiments", "List the experiments."),
    "show": LazyCommand("show", "show", "Show an experiment, its trials, or one of them."),
    "best": LazyCommand("show", "best", "Show the best configuration and how to train it again."),
    "explain": LazyCommand("explain", "explain", "Say what mattered, where the best lie, what to try next."),
    "cost": LazyCommand("cost", "cost", "Show what an experiment and its trials cost, and what for."),
    "console": LazyCommand("console", "console", "Show and steer all experiments in a browser."),
    "report": LazyCommand("console", "report", "Write an experiment or a study as one HTML file."),
    "logs": LazyCommand("logs", "logs", "Show the output of a trial's script."),
    "check": LazyCommand("manage", "check", "Check that an experiment's files are whole; keep an edit."),
    "rename": LazyCommand("manage", "rename", "Rename an experiment."),
    "rm": LazyCommand("manage", "rm", "Delete experiments or studies."),
    "import": LazyCommand("importing", "import_", "Make an experiment of another tuner's study."),
    "export": LazyCommand("export", "export", "Write the table of all reports as CSV."),
    "simulate": LazyCommand("run", "simulate", "Run a method on a recorded benchmark, in virtual time."),
    "study": LazyCommand("study", "study", "Compare methods x numbers of workers x seeds on benchmarks."),
    "compare": LazyCommand("compare", "compare", "Show and draw what a study found."),
    "launch": LazyCommand("launch", "launch", "Run a study whose tuners are jobs of an engine, too."),
    "fetch": LazyCommand("launch", "fetch", "Bring here what a launched study found, and compare it."),
    "record": LazyCommand("export", "record", "Make a recorded benchmark of finished experiments."),
    "jobs": LazyCommand("jobs", "jobs", "List the jobs of an engine, and their costs."),
    "rehearse": LazyCommand("rehearse", "rehearse", "Run a command against an emulator of SageMaker."),
    "plot": LazyCommand("export", "plot", "Draw progress, importance, slices, contours, all axes, values."),
}

SYNONYMS = {
    "n-workers": "workers",
    "random-seed": "seed",
    "resource-attr": "resource",
    "max-wallclock-time": "max-wallclock",
    "max-num-trials-started": "max-trials",
    "max-num-trials-completed": "max-completed",
    "max-num-trials-finished": "max-finished",
    "max-num-evaluations": "max-evaluations",
}
"""Flags of Syne Tune, and ours with the same meaning."""


def normal_name(name: str) -> str:
    """The declared name of a flag or a command: hyphens for underscores, no synonyms."""
    hyphenated = name.replace("_", "-")
    return SYNONYMS.get(hyphenated, hyphenated)


class LazyGroup(click.Group):
    """Imports the module of a command when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = COMMANDS.get(cmd_name)
        if lazy is None:
            return None
        command: click.Command = getattr(import_module(f"tunewise.cli.{lazy.module}"), lazy.attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if normal_name(args[0]) not in COMMANDS and not args[0].startswith("-"):
            from tunewise.signature import suggestion

            raise click.UsageError(f"There is no command {args[0]!r}{suggestion(args[0], COMMANDS)}.", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.summary) for name, lazy in COMMANDS.items()])

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as click has it
        atexit.register(gc.freeze)  # no search for cycles in a large experiment at the end
        try:
            with guarded_streams():
                return super().main(*args, **extra)
        except OutputLostError as error:
            if not error.reader_left:
                click.echo(f"Error: {error}: send it to a file or a terminal that can be written.", err=True)
            sys.exit(Exit.FINE if error.reader_left else Exit.USAGE)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise _of_files(error) from error
        except click.UsageError as error:
            raise Misused(error.format_message(), error.ctx) from error
        except KeyboardInterrupt:
            ctx.exit(Exit.INTERRUPTED)
        except RuntimeError as error:
            from tunewise.paths import HomeError

            if not isinstance(error, HomeError):
                raise
            raise BadUsage(str(error)) from error


def _has_current_folder() -> bool:
    try:
        return bool(os.getcwd())
    except FileNotFoundError:
        return False


def _of_files(error: OSError) -> Exception:
    """A sentence for a file that can't be read or written; any other error unchanged."""
    if isinstance(error, FileNotFoundError) and error.filename is None and not _has_current_folder():
        return BadUsage("The current folder was deleted: change to an existing one.")
    if error.filename is None or error.strerror is None:
        return error
    where = os.fsdecode(error.filename) if isinstance(error.filename, bytes) else error.filename
    return BadExperiment(f"{where} can't be used ({error.strerror}): fix that and try again.")


@click.group(
    cls=LazyGroup,
    context_settings={"token_normalize_func": normal_name, "help_option_names": ["-h", "--help"]},
    epilog="Experiments live in ~/tunewise, or in $TUNEWISE_HOME.",
)
@click.version_option(__version__, prog_name="tunewise")
def main() -> None:
    """Tunes the hyperparameters of training scripts.

    \b
    tunewise run train.py --space "lr=loguniform(1e-6, 1e-3)" \\
        --metric val_loss --resource epoch --max-resource epochs=40 \\
        --method asha --workers 4 --max-wallclock 1h

    `tunewise COMMAND --help` shows its flags. Flags may have hyphens or underscores.

    \b
    Exit codes:
      0    fine
      1    the experiment failed: its script fails, or nothing reported the metric
      2    bad usage
      3    an experiment that isn't there, is busy, or can't be read or written
      130  interrupted; a running experiment is suspended, and resume resumes it
    """
