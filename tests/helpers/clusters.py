"""Fixtures for the throw-away clusters that all tests of a process share. Each starts when a test needs it.

A test that breaks a cluster for good brings up one of its own.
"""

from collections.abc import Iterator

import pytest
from examples.clusters import ray_cluster, slurm_cluster
from examples.clusters.ray_cluster import RayCluster
from examples.clusters.slurm_cluster import SlurmCluster

NODES, CPUS, GPUS = 2, 4, 1  # CPUs and GPUs of each node; the GPUs of Ray alone


@pytest.fixture(scope="session")
def shared_ray() -> Iterator[RayCluster]:
    """The nodes n0 and n1. Whoever drops one adds it again."""
    if why := ray_cluster.missing():
        pytest.skip(why)
    with RayCluster(nodes=NODES, cpus=CPUS, gpus=GPUS) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def shared_slurm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlurmCluster]:
    if why := slurm_cluster.missing():
        pytest.skip(why)
    settings = ["KillWait=5", "MessageTimeout=2"]
    with SlurmCluster(tmp_path_factory.mktemp("slurm"), NODES, CPUS, settings=settings) as cluster:
        yield cluster


@pytest.fixture
def ray(shared_ray: RayCluster, monkeypatch: pytest.MonkeyPatch) -> RayCluster:
    """The shared Ray cluster, where a tuner of this process finds it."""
    for name, value in shared_ray.environment.items():
        monkeypatch.setenv(name, value)
    return shared_ray


@pytest.fixture
def slurm(shared_slurm: SlurmCluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlurmCluster]:
    """The shared Slurm cluster, where a tuner of this process finds it. Afterwards it has no jobs."""
    for name, value in shared_slurm.environment.items():
        monkeypatch.setenv(name, value)
    yield shared_slurm
    left = shared_slurm.run("squeue", "-h", "-o", "%i").split()
    if left:
        shared_slurm.run("scancel", *left)
    shared_slurm.wait_until("no job is left", lambda: not shared_slurm.jobs())
