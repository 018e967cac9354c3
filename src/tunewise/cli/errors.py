"""Expected errors, told in a sentence with an exit code. Any other is a bug and keeps its traceback."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError, BusyError
from tunewise.blackboxes.base import BlackboxError
from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.definition import DefinitionError
from tunewise.journal import JournalError
from tunewise.studies.spec import StudyError
from tunewise.tuner import TunerError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def explained() -> Iterator[None]:
    """Tells in a sentence what a user or a machine did wrong while an experiment was set up, run or read."""
    try:
        yield
    except (BackendError, BlackboxError, StudyError, TunerError) as error:
        raise BadUsage(str(error)) from error
    except BusyError as error:
        raise BadUsage(f"AWS is busy or can't be reached ({error}): try again.") from error
    except (DefinitionError, JournalError) as error:
        raise BadExperiment(str(error)) from error


@contextmanager
def usage() -> Iterator[None]:
    """The same for ValueError and so for SpaceError, ProblemError and MethodError, around code in which
    bad usage alone raises one."""
    try:
        yield
    except ValueError as error:
        raise BadUsage(str(error)) from error
