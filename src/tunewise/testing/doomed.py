"""A tuner that dies while it starts a job: `python -m tunewise.testing.doomed ORDER`.

It picks up all jobs but the last one, starts the last one, and polls until it runs. Each job is the first of
its trial. The process counts its externally visible acts, and kills itself right before one of them, or at
the very end. Before that end, it prints how many acts there were.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, NoReturn

from tunewise.backends.base import Job, LiveJob
from tunewise.backends.specs import BackendSpec
from tunewise.events import JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.space import Config
from tunewise.trial import JobId

_ACTS = frozenset(
    {
        "http.client.send",
        "os.fork",
        "os.forkpty",
        "os.kill",
        "os.killpg",
        "os.link",
        "os.mkdir",
        "os.posix_spawn",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.symlink",
        "os.truncate",
        "socket.connect",
        "socket.sendmsg",
        "socket.sendto",
        "subprocess.Popen",
    }
)
"""Events of `sys.addaudithook`; and `open`, for writing."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
LONGEST = 120.0  # seconds


def die(spec: BackendSpec, folder: Path, jobs: Sequence[Config], act: int | None) -> int:
    """Runs such a tuner in a separate process.

    jobs: the arguments of the jobs of trials 0, 1, ... act: the act before which it dies, counted from 1;
    None for the end. Returns how many acts there were if it reached the end, otherwise 0.
    """
    kind = type(spec)
    order = {
        "spec": f"{kind.__module__}:{kind.__qualname__}",
        "fields": spec.to_json(),
        "folder": str(folder),
        "jobs": [dict(arguments) for arguments in jobs],
        "act": act,
    }
    tuner = subprocess.run(
        [sys.executable, "-m", __name__, json.dumps(order)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert tuner.returncode == -signal.SIGKILL, f"it ended by itself: {tuner.returncode}"
    return int(tuner.stdout or 0)


class _Acts:
    """Counts the externally visible acts of this process."""

    def __init__(self, last: int | None) -> None:
        self.number = 0
        self._last = last

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if writes or event in _ACTS:
            self.number += 1
            if self.number == self._last:
                _die()


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it survived SIGKILL")


def _main(order: dict[str, Any]) -> NoReturn:
    acts = _Acts(order["act"])
    spec = resolve_name(order["spec"]).from_json(order["fields"])
    jobs = [Job(JobId(number, 0), arguments, resumed=False) for number, arguments in enumerate(order["jobs"])]
    backend = spec.open(ExperimentPaths(Path(order["folder"])), workers=len(jobs), elapsed=0.0)
    backend.attach([LiveJob(job, reports_seen=0, halted=False) for job in jobs[:-1]])
    sys.addaudithook(acts.note)
    backend.start(jobs[-1])
    runs = False
    while not runs:
        runs = any(isinstance(fact, JobStarted) and fact.job == jobs[-1].id for fact in backend.poll(1.0))
    print(acts.number, flush=True)
    _die()


if __name__ == "__main__":
    _main(json.loads(sys.argv[1]))
