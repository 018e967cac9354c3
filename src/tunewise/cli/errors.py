"""Expected errors, told in a sentence with the right exit code. All others are bugs and keep their traceback."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError
from tunewise.cli.exits import CommandError, Exit
from tunewise.definition import DefinitionError
from tunewise.journal import JournalError
from tunewise.methods import MethodError
from tunewise.problem import ProblemError
from tunewise.space import SpaceError
from tunewise.tuner import TunerError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def explained() -> Iterator[None]:
    """Turns what a user or a machine can do wrong into a message and an exit code."""
    try:
        yield
    except (SpaceError, ProblemError, MethodError, BackendError, TunerError) as error:
        raise CommandError(str(error), Exit.USAGE) from error
    except (DefinitionError, JournalError) as error:
        raise CommandError(str(error), Exit.EXPERIMENT) from error


@contextmanager
def usage() -> Iterator[None]:
    """Does the same for a ValueError, around code in which nothing else than bad usage raises one."""
    try:
        yield
    except ValueError as error:
        raise CommandError(str(error), Exit.USAGE) from error
