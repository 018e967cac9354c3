"""The folder of an experiment, for engines whose machines see it, too: orders, and whose jobs they are."""

from __future__ import annotations

import logging
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.base import BackendError
from tunewise.backends.folder import remove_checkpoint
from tunewise.backends.scripted import check_arguments
from tunewise.backends.sweeping import MARK, experiment_mark
from tunewise.files import decode, replacing
from tunewise.worker.files import read_if_there, write_json
from tunewise.worker.guard import Order, to_flags
from tunewise.worker.lease import Lease
from tunewise.worker.report import BELL, CHECKPOINTS, REPORTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.base import Job
    from tunewise.paths import ExperimentPaths
    from tunewise.trial import JobId

logger = logging.getLogger(__name__)


class _Identity(msgspec.Struct, frozen=True):
    """folder: where the experiment lay when it was drawn, by which a copy is told."""

    experiment: str
    folder: str


def identity_of(paths: ExperimentPaths, kind: str) -> str:
    """What an engine calls an experiment: drawn once and kept in its folder, as jobs may outlive a folder,
    and another may take its name. A copy of the folder has no part in the jobs of the original and gets its
    own; one that was moved keeps it. Raises BackendError."""
    file = paths.folder / f"{kind}.json"
    here = os.path.realpath(paths.folder)
    known = _read_identity(file)
    if known is not None:
        if known.folder == here:
            return known.experiment
        there = Path(known.folder, file.name)
        if there.exists() and file.samefile(there):  # by another path
            return known.experiment
        if there.exists() and _read_identity(there) == known:
            known = None  # a copy
    experiment = secrets.token_hex(5) if known is None else known.experiment
    paths.folder.mkdir(parents=True, exist_ok=True)
    with replacing(file, durable=True) as draft:
        draft.write_bytes(msgspec.json.encode(_Identity(experiment, here)))
    return experiment


def _read_identity(file: Path) -> _Identity | None:
    try:
        data = read_if_there(file)
        return None if data is None else decode(data, _Identity)
    except ValueError as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error


@dataclass(frozen=True)
class SharedFolders:
    """Where the jobs of one experiment find their orders, and leave their records.

    argv: what runs, but for the tuned arguments. environment: on top of what the engine gives a job; None
    unsets. grace: seconds for a script that is told to end. patience: of the leases of jobs on machines that
    can't be seen, in seconds; see `tunewise.worker.lease`.
    """

    paths: ExperimentPaths
    argv: tuple[str, ...]
    cwd: str
    environment: Mapping[str, str | None]
    grace: float
    patience: float = 180.0

    def write_order(self, job: Job, **told: object) -> Path:
        """Writes down what is to run elsewhere, and how the engine knows it (`told`). Raises BackendError,
        OSError."""
        files = self.paths.job(job.id)
        files.folder.mkdir(parents=True, exist_ok=True)
        order = self.order(job)._replace(lease=self.lease(job.id))
        write_json(str(files.order), order._asdict())
        self.describe(job, order, **told)
        return files.order

    def lease(self, job_id: JobId) -> Lease:
        """By which it is known to be gone where its engine can't tell."""
        return Lease(str(self.paths.job(job_id).lease), self.patience / 18.0, self.patience)

    def order(self, job: Job, bell: str | None = None, **environment: str) -> Order:
        """What the job's guard is to run. bell: the pipe that wakes the tuner. environment: of this job
        alone. Raises BackendError."""
        files = self.paths.job(job.id)
        argv = [*self.argv, *to_flags(job.arguments)]
        check_arguments(argv)
        return Order(
            argv=argv,
            cwd=self.cwd,
            environment={
                **self.environment,
                **environment,
                REPORTS: str(files.reports),
                CHECKPOINTS: str(self.paths.checkpoint(job.id.trial_id)),
                BELL: bell,
                MARK: f"{experiment_mark(self.paths.folder)}{job.id}",
            },
            grace=self.grace,
            stdout=str(files.stdout),
            stderr=str(files.stderr),
            started=str(files.started),
            ended=str(files.ended),
            bell=bell,
        )

    def describe(self, job: Job, order: Order, **told: object) -> None:
        """Writes into the job's folder, which is there, what is to run. The environment is left out: it may
        hold secrets. Raises OSError."""
        config = self.paths.config(job.id.trial_id)
        if not config.exists():
            write_json(str(config), job.arguments, indent=2)
        description = {"argv": order.argv, "cwd": order.cwd, **told}
        write_json(str(self.paths.job(job.id).description), description, indent=2)

    def began(self, job_id: JobId) -> bool:
        """Whether a job's script began, for all that is to be seen."""
        files = self.paths.job(job_id)
        return any(path.exists() for path in (files.started, files.ended, files.reports))

    def drop_checkpoint(self, trial_id: int) -> None:
        remove_checkpoint(self.paths, trial_id)
