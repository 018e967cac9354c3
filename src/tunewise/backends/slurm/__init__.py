"""Jobs as jobs of Slurm."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tunewise.backends.slurm.commands import Runner
from tunewise.backends.slurm.spec import SlurmSettings
from tunewise.clock import RealClock
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from tunewise.backends.tracked import TrackedJobs

__all__ = ["SlurmBackend"]


class SlurmBackend(SlurmSettings):
    __doc__ = SlurmSettings.__doc__

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> TrackedJobs:
        from tunewise.backends.slurm.holding import HeldPlatform
        from tunewise.backends.slurm.platform import SlurmPlatform
        from tunewise.backends.tracked import TrackedJobs

        absolute = ExperimentPaths(paths.folder.absolute())  # the script may run in another folder
        platform = (HeldPlatform if self.hold else SlurmPlatform)(self, absolute, Runner(os.environ))
        return TrackedJobs(platform, RealClock(elapsed))
