"""Exit codes, and the expected ends of a command that carry them."""

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


class BadUsage(click.ClickException):
    """What was asked for can't be; the message says what to do."""

    exit_code = Exit.USAGE.value


class BadExperiment(click.ClickException):
    """An experiment that isn't there, is busy, or can't be read; the message says what to do."""

    exit_code = Exit.EXPERIMENT.value


class Interrupted(click.ClickException):
    """A person interrupted the command; the message says how to go on."""

    exit_code = Exit.INTERRUPTED.value
