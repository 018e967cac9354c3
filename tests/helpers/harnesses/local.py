"""This machine."""

import signal
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from tunewise.backends.local import LocalBackend
from tunewise.testing.harness import Harness, Target, signal_guard

_NOBODY_BETWEEN = "a job is a process of this machine, and nobody stands between"


def example(script: Path) -> LocalBackend:
    """Runs a script, stopping it briskly."""
    return LocalBackend(str(script), stop_grace=0.5)


def warm(script: Path) -> LocalBackend:
    """The same, with modules that a launcher imports for all jobs."""
    return LocalBackend(str(script), stop_grace=0.5, preload=("argparse", "tunewise"))


class LocalHarness(Harness):
    name = "local"
    cannot: ClassVar[Mapping[str, str]] = {
        "away": _NOBODY_BETWEEN,
        "answers_lost": _NOBODY_BETWEEN,
        "queue_held": "jobs on this machine wait in no queue",
        "strange_words": _NOBODY_BETWEEN,
    }

    def spec(self, script: Path) -> LocalBackend:
        return example(script)

    def kill(self, job: Target) -> None:
        signal_guard(job, signal.SIGKILL)

    def end_from_outside(self, job: Target) -> None:
        signal_guard(job, signal.SIGTERM)


class WarmLocalHarness(LocalHarness):
    name = "local-warm"

    def spec(self, script: Path) -> LocalBackend:
        return warm(script)
