"""A throw-away Ray cluster on this machine, up within seconds: for tests, and to try things out.

    python examples/clusters/ray_cluster.py [--nodes 2] [--cpus 2] [--gpus 0] -- COMMAND ...

runs a command on such a cluster. Each node pretends to have these CPUs and GPUs. In Python:

    with RayCluster(folder, nodes=2) as cluster:
        os.environ.update(cluster.environment)  # now Ray and Tunewise use it

It listens on loopback only, requires its own token, sends no statistics, keeps everything in one folder and
ends with the process that started it. Needs the package `ray`. Its nodes are called n0 (the head), n1, ...,
and each has a resource with its name.
"""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

from tunewise.worker.processes import die_with_parent

LONGEST_FOLDER = 40  # characters: Ray's sockets lie deep below it, and their paths may have 107
_STORE = 80_000_000  # bytes for objects of a node, near the least that Ray takes
_PATIENCE = {"period_ms": 500, "timeout_ms": 500, "initial_delay_ms": 500, "failure_threshold": 3}
"""Health checks that detect a lost node within seconds."""


def missing() -> str:
    """Why a cluster can't run here; "" if it can."""
    return "" if find_spec("ray") else "Ray isn't installed: pip install 'tunewise[ray]'"


class RayCluster:
    """Nodes of `cpus` CPUs and `gpus` pretended GPUs each, in a process that obeys lines on its stdin.

    folder: for all its files; by default a new one, because its name has to be short.
    Raises RuntimeError if it doesn't start; the message has the end of its output.
    """

    def __init__(self, folder: Path | None = None, nodes: int = 2, cpus: int = 2, gpus: int = 0) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="ray-") if folder is None else None
        self.folder = Path(self._temporary.name) if self._temporary else Path(str(folder)).absolute()
        self._amounts = (nodes, cpus, gpus)
        self._process: subprocess.Popen[str] | None = None
        self.environment: dict[str, str] = {}

    def __enter__(self) -> RayCluster:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._port, self._token = _free_port(), secrets.token_hex(32)
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def start(self) -> None:
        """Starts it; also again at its address after `close`, when nothing of the earlier one is left."""
        self.environment = _surroundings(self.folder, self._port, self._token)
        environment = {**os.environ, **self.environment}
        del environment["RAY_ADDRESS"]
        environment |= {f"RAY_health_check_{name}": str(value) for name, value in _PATIENCE.items()}
        with (self.folder / "words").open("ab") as words:
            self._process = subprocess.Popen(
                [sys.executable, __file__, "hold", *map(str, (self.folder, self._port, *self._amounts))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=words,
                env=environment,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=die_with_parent,
                text=True,
            )
        self._answer()

    def close(self) -> None:
        """Ends everything that it started."""
        if self._process is not None:
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    # ---- breaking it -------------------------------------------------------------------------------------

    def add_node(self, name: str, cpus: int = 1, gpus: int = 0) -> None:
        self._ask("add", name, cpus, gpus)

    def drop_node(self, name: str) -> None:
        """As if its power were cut, except that its jobs live on and notice that they are alone."""
        self._ask("drop", name)

    def pid(self, name: str, process: str) -> int:
        """The pid of a process of a node: "raylet", or the head's "gcs_server"."""
        return int(self._ask("pid", name, process))

    def _ask(self, *words: object) -> str:
        assert self._process is not None
        assert self._process.stdin is not None
        print(*words, file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            words = (self.folder / "words").read_text(errors="replace")[-3000:]
            raise RuntimeError(f"The Ray cluster in {self.folder} is unusable:\n{words}")
        return answer.strip()


def _surroundings(folder: Path, port: int, token: str) -> dict[str, str]:
    """The variables that the cluster and everything that uses it need."""
    file = folder / "token"
    file.touch(0o600)
    file.write_text(token)
    (folder / "ray").mkdir(exist_ok=True)  # otherwise Ray can't write there
    return {
        "RAY_ADDRESS": f"127.0.0.1:{port}",
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(file),
        "RAY_TMPDIR": str(folder),
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # otherwise it replaces 127.0.0.1 and listens everywhere
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# ---- the process that holds it -----------------------------------------------------------------------------


class _Nodes:
    """The nodes of this process's cluster, by their names."""

    def __init__(self, port: int) -> None:
        from ray.cluster_utils import Cluster

        self._port = port
        self._cluster = Cluster(shutdown_at_exit=True)
        self._nodes: dict[str, Any] = {}

    def add(self, name: str, cpus: str, gpus: str) -> str:
        head = {"gcs_server_port": self._port, "no_monitor": True, "include_dashboard": False}
        self._nodes[name] = self._cluster.add_node(
            num_cpus=int(cpus),
            num_gpus=int(gpus),
            resources={name: 1.0},
            object_store_memory=_STORE,
            node_ip_address="127.0.0.1",
            include_log_monitor=False,
            **({} if self._nodes else head),
        )
        return "done"

    def drop(self, name: str) -> str:
        self._cluster.remove_node(self._nodes.pop(name), allow_graceful=False)
        return "done"

    def pid(self, name: str, process: str) -> str:
        return str(self._nodes[name].all_processes[process][0].process.pid)

    def close(self) -> None:
        self._cluster.shutdown()


def _hold(folder: str, port: str, nodes: str, cpus: str, gpus: str) -> None:
    if len(folder) > LONGEST_FOLDER:
        sys.exit(f"{folder} is too long a name for Ray's sockets: {LONGEST_FOLDER} characters are the most.")
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    cluster = _Nodes(int(port))
    verbs: Mapping[str, Any] = {"add": cluster.add, "drop": cluster.drop, "pid": cluster.pid}
    try:
        for number in range(int(nodes)):
            cluster.add(f"n{number}", cpus, gpus)
        print("up", file=answers, flush=True)
        for line in sys.stdin:
            verb, *words = line.split()
            print(verbs[verb](*words), file=answers, flush=True)
    finally:
        cluster.close()


# ---- as a command ------------------------------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a command on a throw-away Ray cluster.")
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--cpus", type=int, default=2)
    parser.add_argument("--gpus", type=int, default=0)
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    if why := missing():
        sys.exit(why)
    with RayCluster(nodes=arguments.nodes, cpus=arguments.cpus, gpus=arguments.gpus) as cluster:
        environment = {**os.environ, **cluster.environment}
        return subprocess.run(arguments.command, env=environment, check=False).returncode


if __name__ == "__main__":
    if sys.argv[1:2] == ["hold"]:
        _hold(*sys.argv[2:])
    else:
        sys.exit(main())
