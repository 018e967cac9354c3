"""Exit codes, and the one exception that carries them."""

from __future__ import annotations

from enum import IntEnum

import click


class Exit(IntEnum):
    """What the exit code says."""

    FINE = 0
    FAILED = 1  # the experiment: its script fails, or no trial reported the metric
    USAGE = 2
    EXPERIMENT = 3  # it isn't there, is busy, or can't be read
    INTERRUPTED = 130


class CommandError(click.ClickException):
    """An expected end of a command: a message for the person, and an exit code."""

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.exit_code = int(code)
