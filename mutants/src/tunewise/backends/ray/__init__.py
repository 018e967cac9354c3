"""Jobs on a Ray cluster: a detached actor for each (docs/ray.md)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tunewise.backends.ray.spec import RaySettings
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from tunewise.backends.ray.platform import RayPlatform

__all__ = ["RayBackend"]


class RayBackend(RaySettings):
    __doc__ = RaySettings.__doc__

    def platform(self, paths: ExperimentPaths, workers: int) -> RayPlatform:
        from tunewise.backends.ray.platform import RayPlatform

        return RayPlatform(self, paths, workers)

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        from tunewise.backends.ray.platform import alive

        return alive(self, paths, jobs)
