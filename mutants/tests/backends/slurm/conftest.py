"""A Slurm cluster that the tests of a process share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.helpers.harnesses.slurm import SlurmHarness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from examples.clusters.slurm_cluster import SlurmCluster


@pytest.fixture(scope="session")
def _harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlurmHarness]:
    lacking = SlurmHarness.lacking()
    if lacking is not None:
        pytest.skip(lacking)
    harness = SlurmHarness()
    with harness.up(tmp_path_factory.mktemp("slurm")):
        yield harness


@pytest.fixture
def harness(_harness: SlurmHarness, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlurmHarness]:
    """Slurm, with the variables by which it is found, and without jobs."""
    for name, value in _harness.environment.items():
        monkeypatch.setenv(name, value)
    yield _harness
    cluster = _harness.cluster
    left = cluster.run("squeue", "-h", "-o", "%i").split()
    if left:
        cluster.run("scancel", *left)
    cluster.wait_until("no job is left", lambda: not cluster.jobs())


@pytest.fixture
def cluster(harness: SlurmHarness) -> SlurmCluster:
    return harness.cluster
