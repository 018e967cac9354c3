"""Runs a command on a throw-away Slurm cluster: several nodes on this machine, on loopback alone.

    python examples/clusters/slurm.py [--nodes 2] [--cpus 2] [--gpus 0] -- COMMAND ...

Needs Debian's slurm-wlm, or its like; best as root, as then it keeps hold of jobs by cgroups. CPUs, GPUs and
memory are made up. The cluster ends with the command, and jobs with it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tunewise.testing.slurm_cluster import SlurmCluster, missing


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a command on a throw-away Slurm cluster.")
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--cpus", type=int, default=2)
    parser.add_argument("--gpus", type=int, default=0)
    parser.add_argument("command", nargs="+")
    told = parser.parse_args()
    if why := missing():
        sys.exit(why)
    with (
        tempfile.TemporaryDirectory(prefix="slurm-") as folder,
        SlurmCluster(Path(folder), told.nodes, told.cpus, told.gpus) as cluster,
    ):
        return subprocess.run(told.command, env={**os.environ, **cluster.environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
