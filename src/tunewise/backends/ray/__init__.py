"""Jobs on a Ray cluster: a detached actor for each (docs/ray.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.backends.ray.spec import RaySettings
from tunewise.clock import RealClock
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from collections.abc import Collection

    from tunewise.backends.tracked import TrackedJobs
    from tunewise.trial import JobId

__all__ = ["RayBackend"]


class RayBackend(RaySettings):
    __doc__ = RaySettings.__doc__

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> TrackedJobs:
        from tunewise.backends.ray.platform import RayPlatform
        from tunewise.backends.tracked import TrackedJobs

        absolute = ExperimentPaths(paths.folder.absolute())  # the script may run in another folder
        return TrackedJobs(RayPlatform(self, absolute, workers), RealClock(elapsed))

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        from tunewise.backends.ray.platform import alive

        return alive(self, ExperimentPaths(paths.folder.absolute()), jobs)
