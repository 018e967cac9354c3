"""Jobs as jobs of Slurm."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from tunewise.backends.job_views import JobList, JobOutput, OutputFile
from tunewise.backends.slurm.commands import Runner
from tunewise.backends.slurm.spec import SlurmSettings
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from tunewise.backends.slurm.platform import SlurmPlatform

__all__ = ["SlurmBackend"]


class SlurmBackend(SlurmSettings):
    __doc__ = SlurmSettings.__doc__

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        left = [job for job in jobs if not paths.job(job).ended.exists()]
        return self.platform(paths, len(left)).alive(left) if left else left

    def output(self, paths: ExperimentPaths, job: JobId, stderr: bool = False) -> JobOutput:
        return _Printed(self, paths, job, stderr)

    def platform(self, paths: ExperimentPaths, workers: int) -> SlurmPlatform:
        from tunewise.backends.slurm.holding import HeldPlatform
        from tunewise.backends.slurm.platform import SlurmPlatform

        return (HeldPlatform if self.hold else SlurmPlatform)(self, paths, workers, Runner(os.environ))

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        """at: a cluster's name."""
        from tunewise.backends.slurm.listed import jobs_of

        return jobs_of(paths, at, limit)

    @classmethod
    def for_tuners(
        cls, program: Path, options: Mapping[str, Any], said: Mapping[str, Any], seconds: float
    ) -> SlurmBackend:
        return super().for_tuners(program, options, {"time_limit": seconds, **said}, seconds)


class _Printed(OutputFile):
    """Asks Slurm whether more may come where the job hasn't written down its end."""

    look_every: ClassVar[float] = 1.0

    def __init__(self, spec: SlurmBackend, paths: ExperimentPaths, job: JobId, stderr: bool) -> None:
        super().__init__(paths, job, stderr)
        self._spec = spec
        self._paths = paths
        self._asked = float("-inf")

    def over(self) -> bool:
        if self._files.ended.exists():
            return True
        if time.monotonic() < self._asked + self._spec.poll_every:
            return False
        self._asked = time.monotonic()
        return not self._spec.alive(self._paths, [self._job])
