"""Expected errors, told in a sentence with an exit code. Any other is a bug and keeps its traceback."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from tunewise.backends.base import BackendError, BusyError, NoRoomError
from tunewise.backends.job_views import OutputError
from tunewise.blackboxes.base import BlackboxError
from tunewise.checking import AcceptError
from tunewise.cli import backends
from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.how import OWN
from tunewise.definition import DefinitionError
from tunewise.housekeeping import HousekeepingError
from tunewise.journal import JournalError
from tunewise.studies.spec import StudyError
from tunewise.tuner import TunerError


def in_words(error: Exception) -> str:
    """What went wrong, without the system's number and path."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def in_flags(message: str, begin: str = "--") -> str:
    """An error with flags in place of Python's arguments: `--max-trials is 0` for max_num_trials_started.
    What is quoted is a user's own word and stays. begin: what the flags begin with."""
    flags = flags_of_arguments()
    argument = rf"(?<![\w'\"-])({'|'.join(flags)})(?![\w'\"])"
    return re.sub(argument, lambda match: f"{begin}{flags[match[1]].replace('_', '-')}", message)


@cache
def flags_of_arguments() -> Mapping[str, str]:
    """Python's arguments that an error may name, and the flags that say the same. A name that may be a word
    of any sentence counts only as `name=`."""
    settings = [*OWN.values(), *(shared.setting for shared in backends.flags().values())]
    return {s.name if "_" in s.name else f"{s.name}=": s.flag for s in settings}


@contextmanager
def explained() -> Iterator[None]:
    """Tells in a sentence what a user or a machine did wrong while an experiment was set up, run or read."""
    try:
        yield
    except NoRoomError as error:
        raise BadExperiment(str(error)) from error
    except (BackendError, BlackboxError, StudyError, TunerError) as error:
        raise BadUsage(in_flags(str(error))) from error
    except BusyError as error:
        raise BadUsage(f"What was asked is busy or can't be reached ({error}): try again.") from error
    except (AcceptError, DefinitionError, JournalError, HousekeepingError, OutputError) as error:
        raise BadExperiment(str(error)) from error


@contextmanager
def usage() -> Iterator[None]:
    """The same for ValueError and so for SpaceError, ProblemError and MethodError, around code in which
    bad usage alone raises one."""
    try:
        yield
    except ValueError as error:
        raise BadUsage(in_flags(str(error))) from error
