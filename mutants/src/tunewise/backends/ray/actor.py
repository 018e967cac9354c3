"""What Ray runs for a job: an actor that starts the job's guard, and ends when that has.

The class goes to the nodes as a value and needs Python's standard library alone there, so that it doesn't
matter which packages Ray's workers have.
"""

import os
import socket
import subprocess
import sys
import threading
from typing import NamedTuple

REFUSAL_KEPT = 60.0  # seconds for which an actor waits to be asked why it runs nothing
OF_RAY = ("SPT_NOENV", "OMP_NUM_THREADS", "PYTHONBREAKPOINT")  # which Ray sets for its workers, and RAY_*


class Plan(NamedTuple):
    """What an actor is to do.

    leash: the arguments of Python for `tunewise.worker.leash`, all but the last. needed: files and folders
    that have to be there on the node, with what to do about one that isn't.
    """

    leash: list[str]
    needed: dict[str, str]


class JobActor:
    """One job. Arguments as the fields of `Plan`."""

    def __init__(self, leash: list[str], needed: dict[str, str]) -> None:
        self._leash: subprocess.Popen[bytes] | None = None
        self._refusal = _missing(needed)
        try:
            if not self._refusal:
                self._leash = self._start(leash)
        except OSError as error:
            self._refusal = f"no process can be started on the node {socket.gethostname()}: {error}"
        if self._leash is not None:
            threading.Thread(target=self._end_with, args=(self._leash,), daemon=True).start()
        else:
            threading.Timer(REFUSAL_KEPT, self._end_soon).start()

    def look(self) -> dict[str, str]:
        """Where it runs, and why it doesn't if so."""
        return {"host": socket.gethostname(), "refusal": self._refusal}

    def halt(self) -> None:
        """Tells the job to end, and to save before."""
        if self._leash is not None:
            self._leash.terminate()

    def end(self) -> None:
        import ray

        ray.actor.exit_actor()

    def _start(self, leash: list[str]) -> subprocess.Popen[bytes]:
        """Must be called from the main thread: the leash ends with the thread that forked it."""
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("RAY_") and name not in OF_RAY
        }
        return subprocess.Popen(
            [sys.executable, *leash, str(os.getpid())], stdin=subprocess.DEVNULL, env=environment, cwd="/"
        )

    def _end_with(self, leash: subprocess.Popen[bytes]) -> None:
        leash.wait()
        self._end_soon()

    def _end_soon(self) -> None:
        """Ends the actor as Ray wants it: from within one of its methods."""
        import ray

        ray.get_runtime_context().current_actor.end.remote()


def _missing(needed: dict[str, str]) -> str:
    """Why a job can't run on this node; "" if it can."""
    lacking = next((path for path in needed if not os.path.exists(path)), None)
    if lacking is None:
        return ""
    return f"the node {socket.gethostname()} doesn't see {lacking}: {needed[lacking]}"
