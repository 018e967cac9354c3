"""Runs a command on a throw-away Ray cluster: several nodes on this machine, which listen on loopback alone.

    python examples/clusters/ray.py [--nodes 2] [--cpus 2] [--gpus 0] -- COMMAND ...

CPUs and GPUs are those of each node, and made up. The cluster ends with the command, and jobs with it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from tunewise.testing.ray_cluster import RayCluster, missing


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a command on a throw-away Ray cluster.")
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--cpus", type=int, default=2)
    parser.add_argument("--gpus", type=int, default=0)
    parser.add_argument("command", nargs="+")
    told = parser.parse_args()
    if why := missing():
        sys.exit(why)
    with RayCluster(nodes=told.nodes, cpus=told.cpus, gpus=told.gpus) as cluster:
        return subprocess.run(told.command, env={**os.environ, **cluster.environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
