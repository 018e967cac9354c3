"""Jobs on Slurm (docs/slurm.md)."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from tunewise.backends.base import BackendError
from tunewise.backends.job_views import Column, JobList, JobOutput, ListedJob, OutputFile, Unit
from tunewise.backends.slurm import commands
from tunewise.backends.slurm.commands import Runner
from tunewise.backends.slurm.spec import SlurmSettings
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from tunewise.backends.slurm.platform import SlurmPlatform

__all__ = ["SlurmBackend"]

_COLUMNS = (
    *map(Column, ("job", "id", "state", "partition")),
    Column("ran", Unit.SECONDS),
    Column("node"),
    Column("submitted", Unit.MOMENT),
)
_FIELDS = "%V|%i|%T|%P|%M|%N|%r|%j"


class SlurmBackend(SlurmSettings):
    __doc__ = SlurmSettings.__doc__

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        left = [job for job in jobs if not paths.job(job).ended.exists()]
        return self.platform(paths, len(left)).alive(left) if left else left

    def output(self, paths: ExperimentPaths, job: JobId, stderr: bool = False) -> JobOutput:
        return _Output(self, paths, job, stderr)

    def platform(self, paths: ExperimentPaths, workers: int) -> SlurmPlatform:
        from tunewise.backends.slurm.holding import HeldPlatform
        from tunewise.backends.slurm.platform import SlurmPlatform

        return (HeldPlatform if self.hold else SlurmPlatform)(self, paths, workers, Runner(os.environ))

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        """This user's jobs, as `squeue` lists them. It forgets a job some minutes after
        its end. at: a cluster's name."""
        prefixes = [""] if paths is None else [_prefix(folder) for folder in _folders(paths)]
        if not prefixes:
            assert paths is not None
            raise BackendError(
                f"No experiment of {paths.name} had jobs on Slurm: leave the name out to see all jobs."
            )
        cluster = ["-M", at] if at else []
        argv = ["squeue", "-h", "-a", "-t", "all", "-u", str(os.getuid()), *cluster, "-o", _FIELDS]
        lines = (line.strip().split("|", 7) for line in Runner(os.environ).ask(argv).splitlines())
        jobs = [fields for fields in lines if len(fields) == 8 and fields[-1].startswith(tuple(prefixes))]
        jobs.sort(key=lambda fields: (fields[0], int(fields[1].partition("_")[0])), reverse=True)
        return JobList(_COLUMNS, [partial(_listed, fields) for fields in jobs[:limit]])

    @classmethod
    def for_tuners(
        cls, program: Path, options: Mapping[str, Any], said: Mapping[str, Any], seconds: float
    ) -> SlurmBackend:
        return super().for_tuners(program, options, {"time_limit": seconds, **said}, seconds)


class _Output(OutputFile):
    """Asks Slurm whether more may come, if the job has not written down its end."""

    poll_interval: ClassVar[float] = 1.0

    def __init__(self, spec: SlurmBackend, paths: ExperimentPaths, job: JobId, stderr: bool) -> None:
        super().__init__(paths, job, stderr)
        self._spec = spec
        self._paths = paths
        self._asked = float("-inf")

    def is_over(self) -> bool:
        if self._files.ended.exists():
            return True
        if time.monotonic() < self._asked + self._spec.poll_every:
            return False
        self._asked = time.monotonic()
        return not self._spec.alive(self._paths, [self._job])


def _folders(paths: ExperimentPaths) -> Iterator[ExperimentPaths]:
    """An experiment's folder, or those of a study, as far as they had jobs on Slurm."""
    name = f"{SlurmSettings.kind}.json"
    for file in (paths.folder / name, *sorted(paths.folder.glob(f"*/{name}"))):
        if file.exists():
            yield ExperimentPaths(file.parent)


def _prefix(paths: ExperimentPaths) -> str:
    from tunewise.backends.job_folders import identity_of  # --help does without it

    return f"tw-{identity_of(paths, SlurmSettings.kind)}-"


def _listed(fields: list[str]) -> ListedJob:
    submitted, number, state, partition, ran, node, reason, name = fields
    cells = (name, number, state, partition, commands.parse_time(ran), node, _moment(submitted))
    return ListedJob(cells, commands.why_it_waits(reason))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
