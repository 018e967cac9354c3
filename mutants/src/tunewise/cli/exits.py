"""Exit codes, and the expected ends of a command that carry them."""

from enum import IntEnum
from typing import IO, Any

import click


class Exit(IntEnum):
    """What the exit code says."""

    FINE = 0
    FAILED = 1  # the experiment: its script fails, or no trial reported the metric
    USAGE = 2
    EXPERIMENT = 3  # it isn't there, is busy, or can't be read or written
    INTERRUPTED = 130


class _Told(click.ClickException):
    """Printed as all other words are."""

    def show(self, file: IO[Any] | None = None) -> None:
        from tunewise.display.printing import say  # --help does without it

        say(f"Error: {self.format_message()}", err=True)


class Misused(_Told, click.UsageError):
    """A command line that click can't read. Takes the place of click's own error."""

    def show(self, file: IO[Any] | None = None) -> None:
        from tunewise.display.printing import say

        if self.ctx is not None:
            say(self.ctx.get_usage(), err=True)
            say(f"`{self.ctx.command_path} {self.ctx.help_option_names[0]}` says more.\n", err=True)
        super().show()


class BadUsage(_Told):
    """What was asked for can't be; the message says what to do."""

    exit_code = Exit.USAGE.value


class BadExperiment(_Told):
    """An experiment that isn't there, is busy, or can't be read or written; the message says what to do."""

    exit_code = Exit.EXPERIMENT.value


class Interrupted(_Told):
    """A person interrupted the command; the message says how to go on."""

    exit_code = Exit.INTERRUPTED.value
