"""What tests of jobs on Slurm share."""

import pytest
from examples.clusters.slurm_cluster import SlurmCluster
from tests.helpers.harnesses.slurm import SlurmHarness


@pytest.fixture
def harness(slurm: SlurmCluster, monkeypatch: pytest.MonkeyPatch) -> SlurmHarness:
    """The shared cluster, whose commands can be replaced."""
    harness = SlurmHarness(slurm)
    monkeypatch.setenv("PATH", harness.environment["PATH"])
    return harness


@pytest.fixture
def cluster(harness: SlurmHarness) -> SlurmCluster:
    return harness.cluster
