"""A command that runs against an emulator, and what it started there."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sagemaker_rehearsal.containers import ROOT
from sagemaker_rehearsal.emulator import Emulator
from sagemaker_rehearsal.messages import RehearsalError

_TIED = (
    "import os, sys; sys.path.append(sys.argv[1]); from sagemaker_rehearsal import namespaces; "
    "namespaces.die_with_parent(); os.execvp(sys.argv[2], sys.argv[2:])"
)
_LOOK = 0.2  # real seconds between two looks at the jobs


def environment_for(emulator: Emulator, base: Mapping[str, str]) -> dict[str, str]:
    """An environment in which AWS is the emulator, and no account's credentials or endpoints are left."""
    kept = {name: value for name, value in base.items() if not name.startswith(("AWS_", "BOTO_"))}
    for name in ("NO_PROXY", "no_proxy"):
        kept[name] = ",".join(filter(None, (base.get(name), "127.0.0.1")))
    return {**kept, **emulator.environment}


def run_command(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs a command in the foreground; its exit code, as a shell would tell it.

    It gets Ctrl-C from the terminal itself, SIGTERM is handed on to it, and it is killed should this process
    be. Raises RehearsalError where there is no such command.
    """
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        raise RehearsalError(f"There is no command {command[0]}.")
    argv = [sys.executable, "-I", "-S", "-c", _TIED, ROOT, program, *command[1:]]
    process = subprocess.Popen(argv, env=dict(environment))
    with _handling(signal.SIGINT, lambda: None), _handling(signal.SIGTERM, process.terminate):
        code = process.wait()
    return code if code >= 0 else 128 - code


def wait_for_jobs(emulator: Emulator, tell: Callable[[str], None]) -> None:
    """Returns when no training job runs any more; tells how many still do. SIGTERM interrupts like Ctrl-C."""
    told: int | None = None
    with _handling(signal.SIGTERM, _interrupt):
        while running := [job.name for job in emulator.jobs() if not job.ended]:
            if len(running) != told:
                told = len(running)
                more = "" if told == 1 else f" and {told - 1} more"
                tell(f"The command has ended; waiting for {running[0]}{more} (Ctrl-C ends them).")
            time.sleep(_LOOK)


def _interrupt() -> None:
    raise KeyboardInterrupt


@contextmanager
def _handling(number: signal.Signals, action: Callable[[], None]) -> Iterator[None]:
    before = signal.signal(number, lambda *_: action())
    try:
        yield
    finally:
        signal.signal(number, before)
