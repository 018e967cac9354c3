"""The processes beside a tuner that tell trackers of its experiment."""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from tunewise.backends.specs import own_process
from tunewise.engine.state import State
from tunewise.events import Entry
from tunewise.paths import ExperimentPaths
from tunewise.trackers import checked

PATIENCE = 10.0  # seconds for which a tuner waits for all trackers in the end

logger = logging.getLogger(__name__)


class Processes:
    """A watcher that starts a process for each tracker as soon as the experiment runs.

    over: whether the experiment has ended, or was suspended.
    """

    def __init__(self, paths: ExperimentPaths, trackers: Sequence[str]) -> None:
        self._paths = paths
        self._trackers = trackers
        self._started: dict[str, subprocess.Popen[str]] = {}
        self.over = False

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        self.over = state.finished is not None
        trackers, self._trackers = self._trackers, ()
        for tracker in trackers:
            try:
                checked([tracker])
            except ValueError as error:  # such as one that was uninstalled before a resumption
                logger.warning("%s", error)
                continue
            command = own_process("tunewise", "export", self._paths.name, "--to", tracker, "--follow")
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # libraries may print what is secret
                text=True,
                start_new_session=True,  # it outlives Ctrl-C
            )
            self._started[tracker] = process
            assert process.stdout is not None
            threading.Thread(target=_pass_on, args=(process.stdout,), daemon=True).start()

    def wait(self) -> None:
        """Waits a moment for the trackers to be told everything, as the tuner has ended."""
        deadline = time.monotonic() + PATIENCE
        for tracker, process in self._started.items():
            with suppress(subprocess.TimeoutExpired):
                if process.wait(max(0.0, deadline - time.monotonic())) == 0:
                    continue
            goes_on = "" if process.poll() is not None else " yet, and a process tries for some minutes more"
            command = f"tunewise export {self._paths.name} --to {tracker} --follow"
            logger.warning("%s doesn't have everything%s: `%s` adds the rest.", tracker, goes_on, command)


def _pass_on(said: IO[str]) -> None:
    with said:
        for line in said:
            logger.warning("%s", line.rstrip())


@contextmanager
def tracking(paths: ExperimentPaths, trackers: Sequence[str]) -> Iterator[list[Processes]]:
    """Watchers that tell trackers of the experiment whose journal is opened and closed within."""
    processes = Processes(paths, trackers)
    try:
        yield [processes] if trackers else []
    except KeyboardInterrupt:
        if processes.over:  # it was suspended; else somebody is in a hurry
            processes.wait()
        raise
    processes.wait()
