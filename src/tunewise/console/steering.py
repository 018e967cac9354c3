"""What people change by the console: requests to a running tuner, and a tuner for a suspended experiment."""

from __future__ import annotations

import subprocess

import msgspec

from tunewise.backends.specs import own_process
from tunewise.disk import decode, is_locked
from tunewise.engine.policy import StoppingCriterion, check_workers
from tunewise.events import Request
from tunewise.paths import ExperimentPaths
from tunewise.requests import ask

EARLY = 2.0  # seconds within which a tuner that can't go on has usually said why
SAID = 2000  # bytes of that


class NotNowError(RuntimeError):
    """What can't be done now; the message says why."""


class Resumption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an experiment is to go on: with other workers and limits, or as before."""

    workers: int | None = None
    limits: dict[str, float] = {}


def request(paths: ExperimentPaths, body: bytes) -> str:
    """Hands a request, as JSON, to the tuner and returns its id. Raises ValueError for one that can't be met,
    and `DefinitionError`."""
    asked: Request = decode(body, Request)  # type: ignore[arg-type]  # a union
    return ask(paths, asked)


class Tuners:
    """Tuners that the console started. They are processes of their own, and go on when the console ends."""

    def __init__(self) -> None:
        self._started: list[subprocess.Popen[bytes]] = []

    def resume(self, paths: ExperimentPaths, body: bytes) -> None:
        """Starts `tunewise resume` for an experiment; its output goes to a file in the experiment's folder.

        Raises ValueError for a malformed body, and `NotNowError` if a tuner is running or the new one ends at
        once.
        """
        wanted = decode(body, Resumption)
        if wanted.limits:
            StoppingCriterion.of(wanted.limits)
        if wanted.workers is not None:
            check_workers(wanted.workers)
        if is_locked(paths.journal):
            raise NotNowError(f"{paths.name} is running already.")
        command = own_process("tunewise", "resume", paths.name)
        if wanted.workers is not None:
            command += ["--workers", str(wanted.workers)]
        for limit, amount in wanted.limits.items():
            command += [f"--{limit.replace('_', '-')}", f"{amount:.15g}"]
        self._started = [process for process in self._started if process.poll() is None]
        size = _size(paths)
        with paths.resume_log.open("ab") as log:
            begin = log.tell()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self._started.append(process)
        try:
            code = process.wait(EARLY)
        except subprocess.TimeoutExpired:
            return
        if code or (_size(paths) == size and not is_locked(paths.journal)):
            with paths.resume_log.open("rb") as said:
                said.seek(begin)
                text = said.read()[-SAID:].decode(errors="replace").strip()
            raise NotNowError(text or f"The tuner ended at once, with exit code {code}.")


def _size(paths: ExperimentPaths) -> int:
    """Bytes of the journal; 0 if there is none."""
    try:
        return paths.journal.stat().st_size
    except OSError:
        return 0
