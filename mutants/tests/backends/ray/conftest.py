"""What tests of jobs on Ray share: a cluster of two nodes, each with two CPUs and a made-up GPU."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from examples.clusters.ray_cluster import RayCluster, missing

from tunewise.backends.ray import RayBackend
from tunewise.testing.backend_rig import Rig

if TYPE_CHECKING:
    from pathlib import Path

MakeRig = Callable[..., Rig]


@pytest.fixture(scope="session")
def nodes() -> Iterator[RayCluster]:
    if missing():
        pytest.skip(missing())
    with RayCluster(nodes=2, cpus=2, gpus=1) as cluster:
        yield cluster


@pytest.fixture
def cluster(nodes: RayCluster, monkeypatch: pytest.MonkeyPatch) -> RayCluster:
    for name, value in nodes.environment.items():
        monkeypatch.setenv(name, value)
    return nodes


@pytest.fixture
def make_rig(tmp_path: Path) -> Iterator[MakeRig]:
    """Makes a rig whose back end is open, from a script and the settings of its back end."""
    rigs: list[Rig] = []

    def make(script: str, **settings: object) -> Rig:
        def spec(path: Path) -> RayBackend:
            return RayBackend(str(path), **{"stop_grace": 0.5, "poll_every": 0.3, **settings})  # type: ignore[arg-type]

        rigs.append(Rig(spec, tmp_path, script, 4))
        rigs[-1].open()
        return rigs[-1]

    yield make
    for rig in rigs:
        rig.clear()
