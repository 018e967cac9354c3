"""Ray, as a throw-away cluster on this machine. Its jobs are processes of this machine."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from examples.clusters.ray_cluster import RayCluster, missing

from tunewise.backends.job_folders import identity_of
from tunewise.backends.platform import NoAnswerError
from tunewise.backends.ray import RayBackend
from tunewise.backends.ray.cluster import CONNECT, Cluster
from tunewise.testing.harness import Harness, Target, signal_guard

NODES, CPUS = 2, 4
_TENANT = """\
import sys, ray
ray.init(address="auto", log_to_driver=False)
group = ray.util.placement_group([{"CPU": 1.0}] * int(sys.argv[1]))
assert group.wait(60)
print("in", flush=True)
sys.stdin.read()
ray.util.remove_placement_group(group)
ray.shutdown()
"""


def example(script: Path) -> RayBackend:
    """Runs a script, looking often and stopping it briskly."""
    return RayBackend(str(script), stop_grace=0.5, poll_every=0.3)


class RayHarness(Harness):
    name = "ray"
    cannot: ClassVar[Mapping[str, str]] = {
        "strange_words": "Ray has no words for a job's state: its actor is there, or it isn't",
    }

    def __init__(self) -> None:
        self._cluster: RayCluster | None = None

    @classmethod
    def lacking(cls) -> str | None:
        return missing() or None

    @contextmanager
    def up(self, folder: Path) -> Iterator[None]:
        with RayCluster(nodes=NODES, cpus=CPUS) as cluster:  # the folder's name is too long for Ray
            self._cluster = cluster
            yield

    @property
    def cluster(self) -> RayCluster:
        assert self._cluster is not None, "the cluster isn't up"
        return self._cluster

    @property
    def environment(self) -> Mapping[str, str]:
        return self.cluster.environment

    def spec(self, script: Path) -> RayBackend:
        return example(script)

    def kill(self, job: Target) -> None:
        signal_guard(job, signal.SIGKILL)

    def end_from_outside(self, job: Target) -> None:
        driver = Cluster(self.cluster.environment["RAY_ADDRESS"])
        driver.connect(CONNECT)
        driver.call("kill", name=f"{identity_of(job.paths, 'ray')}/{job.id}")
        driver.close()

    @contextmanager
    def away(self) -> Iterator[None]:
        head = self.cluster.pid("n0", "gcs_server")
        os.kill(head, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(head, signal.SIGCONT)

    @contextmanager
    def answers_lost(self) -> Iterator[None]:
        answered = Cluster.call

        def lost(cluster: Cluster, do: str, **arguments: object) -> Mapping[str, Any]:
            answer = answered(cluster, do, **arguments)
            if do == "create":
                raise NoAnswerError("the Ray cluster didn't answer")
            return answer

        Cluster.call = lost  # type: ignore[method-assign, assignment]
        try:
            yield
        finally:
            Cluster.call = answered  # type: ignore[method-assign]

    @contextmanager
    def queue_held(self) -> Iterator[None]:
        """A tenant has all CPUs meanwhile."""
        tenant = subprocess.Popen(
            [sys.executable, "-c", _TENANT, str(NODES * CPUS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **self.environment},
        )
        assert tenant.stdout is not None
        assert tenant.stdout.readline() == b"in\n"
        try:
            yield
        finally:
            tenant.communicate()
