"""Slurm, as a throw-away cluster on this machine. Its jobs are processes of this machine."""

import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

from examples.clusters.slurm_cluster import SlurmCluster, missing

from tunewise.backends.slurm import SlurmBackend
from tunewise.backends.slurm.holding import NOBODY
from tunewise.testing.harness import Harness, Target, signal_guard
from tunewise.worker.holder import OVER, TAKEN, WAITING

_LOSES_ANSWERS = """\
#!/bin/sh
{sbatch} "$@" > /dev/null
echo "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation" >&2
exit 1
"""
_STRANGE_WORDS = """\
#!/bin/sh
{squeue} "$@" | sed 's/|[A-Z_]*|/|FROBNICATING|/'
"""


def example(script: Path) -> SlurmBackend:
    """Runs a script, looking often and stopping it briskly."""
    return SlurmBackend(str(script), mem="50M", stop_grace=0.5, poll_every=0.3)


class SlurmHarness(Harness):
    name = "slurm"

    def __init__(self) -> None:
        self._cluster: SlurmCluster | None = None

    @classmethod
    def lacking(cls) -> str | None:
        return missing() or None

    @contextmanager
    def up(self, folder: Path) -> Iterator[None]:
        (folder / "bin").mkdir()
        with SlurmCluster(folder, nodes=2, cpus=4, settings=["KillWait=5", "MessageTimeout=2"]) as cluster:
            self._cluster = cluster
            yield

    @property
    def cluster(self) -> SlurmCluster:
        assert self._cluster is not None, "the cluster isn't up"
        return self._cluster

    @property
    def environment(self) -> Mapping[str, str]:
        path = f"{self.cluster.folder}/bin:{os.environ.get('PATH', os.defpath)}"
        return {**self.cluster.environment, "PATH": path}

    def spec(self, script: Path) -> SlurmBackend:
        return example(script)

    def kill(self, job: Target) -> None:
        signal_guard(job, signal.SIGKILL)

    def end_from_outside(self, job: Target) -> None:
        ending = f"-{job.id.trial_id}-{job.id.run}-0"
        listed = self.cluster.run("squeue", "-h", "-o", "%i|%j").split()
        ids = [line.partition("|")[0] for line in listed if line.endswith(ending)]
        self.cluster.run("scancel", *ids)

    @contextmanager
    def away(self) -> Iterator[None]:
        self.cluster.stop_controller()
        try:
            yield
        finally:
            self.cluster.start_controller()

    def answers_lost(self) -> AbstractContextManager[None]:
        return self.instead("sbatch", _LOSES_ANSWERS)

    def strange_words(self) -> AbstractContextManager[None]:
        return self.instead("squeue", _STRANGE_WORDS)

    @contextmanager
    def instead(self, command: str, program: str) -> Iterator[None]:
        """A program stands before one of Slurm's commands meanwhile, whose path it has as `{command}`."""
        file = self.cluster.folder / "bin" / command
        file.write_text(program.format(**{command: shutil.which(command)}))
        file.chmod(0o755)
        try:
            yield
        finally:
            file.unlink()

    @contextmanager
    def queue_held(self) -> Iterator[None]:
        self.cluster.run("scontrol", "update", "PartitionName=main", "State=DOWN")
        try:
            yield
        finally:
            self.cluster.run("scontrol", "update", "PartitionName=main", "State=UP")


class HeldSlurmHarness(SlurmHarness):
    """The same, with jobs of Slurm that are held."""

    name = "slurm-held"

    def spec(self, script: Path) -> SlurmBackend:
        return replace(example(script), hold=4, hold_idle=60.0)

    @contextmanager
    def away(self) -> Iterator[None]:
        """What is held can't be reached, either."""
        held = [process for process in self.cluster.job_processes() if process.name() == "tunewise-hold"]
        for process in held:
            process.suspend()
        with super().away():
            yield
        for process in held:
            process.resume()

    def end_from_outside(self, job: Target) -> None:
        """Cancels the job of Slurm that has it, or else takes it out of the folder in which it waits."""
        key = f"{job.id.trial_id}-{job.id.run}-0"
        taken = list((job.paths.held / TAKEN).glob(f"{key}@*"))
        if not taken:
            (job.paths.held / WAITING / key).rename(job.paths.held / OVER / f"{key}@{NOBODY}")
            return
        number = taken[0].name.partition("@")[2]
        listed = self.cluster.run("squeue", "-h", "-o", "%i|%j").split()
        ids = [line.partition("|")[0] for line in listed if line.endswith(f"-hold-{number}")]
        self.cluster.run("scancel", *ids)
