"""Expected errors become a sentence with an exit code. Any other error is a bug and keeps its traceback."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from tunewise.cli.exits import BadExperiment, BadUsage


def in_words(error: Exception) -> str:
    """What went wrong, without the system's number and path."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def in_flags(message: str, prefix: str = "--") -> str:
    """An error message with flags in place of Python's arguments: `--max-trials is 0` for
    max_num_trials_started. Quoted text is the user's own and stays. prefix: what the flags begin with."""
    flags = flags_of_arguments()
    argument = rf"(?<![\w'\"-])({'|'.join(flags)})(?![\w'\"])"
    return re.sub(argument, lambda match: f"{prefix}{flags[match[1]].replace('_', '-')}", message)


@cache
def flags_of_arguments() -> Mapping[str, str]:
    """Python's arguments that an error may name, and the flags for them. An argument that is an ordinary word
    counts only when written as `name=`."""
    from tunewise.cli.backend_flags import backend_flags  # imports all back ends
    from tunewise.cli.experiment_flags import EXPERIMENT_SETTINGS

    settings = [*EXPERIMENT_SETTINGS.values(), *(flag.setting for flag in backend_flags().values())]
    return {s.name if "_" in s.name else f"{s.name}=": s.flag for s in settings}


@contextmanager
def explained() -> Iterator[None]:
    """Explains expected errors while an experiment is set up, run or read."""
    try:
        yield
    except RuntimeError as error:
        explanation = _explanation(error)
        if explanation is None:
            raise
        raise explanation from error


def _explanation(error: RuntimeError) -> BadExperiment | BadUsage | None:
    """None for an unexpected error."""
    # only now, as those who define them make up the whole tuner
    from tunewise.backends.base import BackendError, BusyError, NoRoomError
    from tunewise.backends.job_views import OutputError
    from tunewise.blackboxes.base import BlackboxError
    from tunewise.checking import AcceptError
    from tunewise.definition import DefinitionError
    from tunewise.housekeeping import HousekeepingError
    from tunewise.journal import JournalError
    from tunewise.studies.spec import StudyError
    from tunewise.trackers import TrackerError
    from tunewise.tuner import TunerError

    if isinstance(error, NoRoomError):
        return BadExperiment(str(error))
    if isinstance(error, (BackendError, BlackboxError, StudyError, TunerError)):
        return BadUsage(in_flags(str(error)))
    if isinstance(error, BusyError):
        return BadUsage(f"The engine is busy or can't be reached ({error}): try again.")
    experiment = (AcceptError, DefinitionError, JournalError, HousekeepingError, OutputError, TrackerError)
    if isinstance(error, experiment):
        return BadExperiment(str(error))
    return None


@contextmanager
def usage() -> Iterator[None]:
    """Explains ValueError and its subclasses SpaceError, ProblemError and MethodError, around code that
    raises them only for bad usage."""
    try:
        yield
    except ValueError as error:
        raise BadUsage(in_flags(str(error))) from error
