"""A throw-away Slurm cluster on this machine, up within seconds: for tests, and to try things out.

    python examples/clusters/slurm_cluster.py [--nodes 2] [--cpus 2] [--gpus 0] -- COMMAND ...

runs a command on such a cluster. Each node pretends to have these CPUs and GPUs, and memory. In Python:

    with SlurmCluster(folder, nodes=2) as cluster:
        os.environ.update(cluster.environment)  # now sbatch, squeue and Tunewise use it

Its daemons listen on loopback only, need neither systemd nor munge nor a database, keep everything in one
folder, and end with the process that started them. Needs Debian's `slurm-wlm`, or the like.
"""

from __future__ import annotations

import argparse
import getpass
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

import psutil

from tunewise.worker.processes import die_with_parent

PROGRAMS = ("slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo")
PATIENCE = 120.0  # seconds to wait for anything here; a quiet machine takes one or two
_PORTS = range(20000, 32000)  # below those that the kernel gives to clients
_SBIN = "/usr/sbin:/usr/local/sbin:/sbin"

_CONFIGURATION = """\
ClusterName=tunewise
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/none
CredType=cred/none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation={folder}/state
SlurmdSpoolDir={spool}/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/{proctrack}
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
SlurmdParameters=config_overrides
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=1,sched_interval=1,sched_min_interval=0,batch_sched_delay=0
ReturnToService=2
GresTypes=gpu
InactiveLimit=0
"""


def missing() -> str:
    """Why a cluster can't run here; "" if it can."""
    lacking = [name for name in PROGRAMS if _find(name) is None]
    return f"Slurm isn't installed ({', '.join(lacking)}): apt-get install slurm-wlm" if lacking else ""


class SlurmCluster:
    """A controller and nodes of `cpus` CPUs and `gpus` pretended GPUs each.

    folder: for its configuration, state and logs. settings: lines of slurm.conf, which override its own.
    nodes: their names, which no other cluster on this machine has, because cgroups are named after them.
    Raises RuntimeError if it doesn't start; the message has the end of its logs.
    """

    def __init__(
        self, folder: Path, nodes: int = 2, cpus: int = 2, gpus: int = 0, settings: Sequence[str] = ()
    ) -> None:
        self.folder = folder.absolute()
        self._ports = _free_ports(nodes + 1)
        self.nodes = [f"n{port}" for port in self._ports[1:]]
        self.environment = {"SLURM_CONF": str(self.folder / "slurm.conf")}
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        # a separate folder with a short name, because paths of sockets may have only 107 characters
        self._spool = tempfile.TemporaryDirectory(prefix="slurm-", ignore_cleanup_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "state").mkdir(exist_ok=True)
        self._configure(cpus, gpus, settings)

    def __enter__(self) -> SlurmCluster:
        with ExitStack() as stack:
            stack.callback(self.close)
            self.start_controller()
            for node in self.nodes:
                self.start_node(node)
            self.wait_until("its nodes are idle", self._are_idle)
            stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends everything that it started, jobs included, by pid."""
        for name in list(self._running):
            self._stop(name)
        for job in self.job_processes():
            with suppress(psutil.NoSuchProcess):
                job.kill()
        self._spool.cleanup()

    def run(self, *argv: str) -> str:
        """What one of Slurm's commands prints. Raises `subprocess.CalledProcessError`."""
        return subprocess.run(
            argv,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout

    def jobs(self) -> list[str]:
        """The names of the waiting and running jobs."""
        return self.run("squeue", "-h", "-a", "-o", "%j").split()

    def wait_until(self, what: str, happened: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not happened():
            ended = [name for name, process in self._running.items() if process.poll() is not None]
            if ended or time.monotonic() > deadline:
                why = f"{', '.join(ended)} ended" if ended else f"not so within {PATIENCE:g} s: {what}"
                raise RuntimeError(f"The Slurm cluster in {self.folder} is unusable: {why}.\n{self._logs()}")
            time.sleep(0.1)

    # ---- breaking it -------------------------------------------------------------------------------------

    def start_controller(self) -> None:
        self._start("slurmctld", "slurmctld", "-D")

    def stop_controller(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Jobs keep running without it."""
        self._stop("slurmctld", number)

    def start_node(self, node: str) -> None:
        self._start(node, "slurmd", "-D", "-N", node)

    def silence_node(self, node: str) -> None:
        """Kills its daemon, so the controller hears nothing from it; its jobs keep running."""
        self._stop(node, signal.SIGKILL)

    def drop_node(self, node: str) -> None:
        """As if its power were cut: the daemon and all its jobs are killed."""
        self.silence_node(node)
        for process in self.job_processes(node):
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def job_processes(self, node: str | None = None) -> list[psutil.Process]:
        """The processes of jobs, on one node or on all, each after its ancestors: if they are killed in that
        order, none can report the loss."""
        found: list[psutil.Process] = []
        for process in psutil.process_iter():
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied, OSError):
                if process.name().startswith("slurmstepd") and self._is_of(process, node):
                    found += [process, *process.children(recursive=True)]
        return found

    def _is_of(self, stepd: psutil.Process, node: str | None) -> bool:
        """A job's slurmstepd writes to the log of its node's daemon."""
        logs = [f"{self.folder}/slurmd-{name}.log" for name in ([node] if node else self.nodes)]
        return any(os.readlink(link) in logs for link in Path(f"/proc/{stepd.pid}/fd").iterdir())

    # ---- its daemons -------------------------------------------------------------------------------------

    def _start(self, name: str, program: str, *arguments: str) -> None:
        path = _find(program)
        if path is None:
            raise RuntimeError(missing())
        with (self.folder / f"{name}.out").open("ab") as output:
            self._running[name] = subprocess.Popen(
                [path, *arguments, "-f", self.environment["SLURM_CONF"]],
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def _stop(self, name: str, number: signal.Signals = signal.SIGTERM) -> None:
        process = self._running.pop(name)
        process.send_signal(number)
        try:
            process.wait(5.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _are_idle(self) -> bool:
        try:
            idle = self.run("sinfo", "-h", "-N", "-t", "idle", "-o", "%N").split()
        except subprocess.CalledProcessError:
            return False  # the controller isn't up yet
        return set(idle) == set(self.nodes)

    def _configure(self, cpus: int, gpus: int, settings: Sequence[str]) -> None:
        host = socket.gethostname().split(".")[0]
        own = _CONFIGURATION.format(
            host=host,
            port=self._ports[0],
            user=getpass.getuser(),
            folder=self.folder,
            spool=self._spool.name,
            proctrack="cgroup" if os.geteuid() == 0 else "linuxproc",
        )
        names = {line.partition("=")[0] for line in settings}
        lines = [line for line in own.splitlines() if line.partition("=")[0] not in names]
        lines += settings
        gres = f" Gres=gpu:{gpus}" if gpus else ""
        for node, port in zip(self.nodes, self._ports[1:], strict=True):
            lines.append(
                f"NodeName={node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} CPUs={cpus} "
                f"RealMemory=64000{gres} State=UNKNOWN"
            )
        if not any(line.startswith("PartitionName=") for line in settings):
            lines.append("PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP")
        (self.folder / "slurm.conf").write_text("\n".join(lines) + "\n")
        (self.folder / "cgroup.conf").write_text("CgroupAutomount=yes\nIgnoreSystemd=yes\n")
        devices = "".join(f"Name=gpu File=/dev/tty{number}\n" for number in range(1, gpus + 1))
        (self.folder / "gres.conf").write_text(devices)

    def _logs(self) -> str:
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"{log.name}:\n{log.read_text(errors='replace')[-1000:]}" for log in logs)


def _find(program: str) -> str | None:
    return shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:{_SBIN}")


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        found: list[int] = []
        while len(found) < number:
            port = random.choice(_PORTS)
            tried = stack.enter_context(socket.socket())
            with suppress(OSError):
                tried.bind(("127.0.0.1", port))
                found.append(port)
        return found


# ---- as a command ------------------------------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a command on a throw-away Slurm cluster.")
    parser.add_argument("--nodes", type=int, default=2)
    parser.add_argument("--cpus", type=int, default=2)
    parser.add_argument("--gpus", type=int, default=0)
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    if why := missing():
        sys.exit(why)
    with (
        tempfile.TemporaryDirectory(prefix="slurm-") as folder,
        SlurmCluster(Path(folder), arguments.nodes, arguments.cpus, arguments.gpus) as cluster,
    ):
        environment = {**os.environ, **cluster.environment}
        return subprocess.run(arguments.command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
