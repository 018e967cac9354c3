"""The specification of jobs on a Ray cluster."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from tunewise.backends import specs
from tunewise.backends.base import BackendError, Job
from tunewise.backends.gpus import VISIBLE_GPUS, script_environment
from tunewise.backends.ray.actor import Plan
from tunewise.options import DefaultText, Option
from tunewise.paths import ExperimentPaths
from tunewise.signature import call

if TYPE_CHECKING:
    from tunewise.backends.job_folders import JobFolders

_SIZE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([kmgt]?)i?b?")
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}


@dataclass(frozen=True, repr=False)
class RaySettings(specs.FolderBackendSpec):
    """Runs each job on a node of a running Ray cluster: `RayBackend("train.py", gpus_per_trial=1)`.

    Needs the extra `ray`, in the cluster's own version, and has to run on a node of the cluster. All nodes
    must see the experiment's folder, the script, the interpreter and Tunewise at the same place.

    entry_point, arguments, cwd: as everywhere. python: the interpreter, as a path or a name to be found on
        the node's `PATH`; by default the one that runs now.
    address: HOST:PORT of the cluster's head. By default `RAY_ADDRESS`, or the cluster of which this machine
        is a node.
    cpus: of each job, and how many threads its libraries use. gpus_per_trial: whole GPUs or a fraction. By
        default a job has none, and sees none. mem: the memory that a node must have left for a job, such as
        "16G"; by default any. resources: further resources of the cluster that a job takes, by name.
    environment: variables of the jobs, on top of those with which their node was started. No secrets: files
        keep them.
    stop_grace: seconds that a script has to save after SIGTERM, before it is killed.
    poll_every: seconds between two looks at the jobs' actors.
    """

    __repr__ = call

    kind: ClassVar[str] = "ray"
    title: ClassVar[str] = "Ray"
    shared_with_tuners: ClassVar[Collection[str]] = ("address", "environment", "poll_every")

    address: Annotated[
        str | None,
        Option(
            "The head of the cluster.",
            metavar="HOST:PORT",
            default_text="$RAY_ADDRESS, or else the cluster of which this machine is a node",
        ),
    ] = None
    cpus: specs.Cpus = 1
    gpus_per_trial: Annotated[specs.GpusPerTrial, DefaultText("none")] = None
    mem: Annotated[specs.Memory, DefaultText("none is asked for")] = ""
    resources: Annotated[
        Mapping[str, float], Option("A resource of the cluster that each job takes.", flag="custom_resource")
    ] = field(default_factory=dict)
    environment: specs.Environment = field(default_factory=dict)
    stop_grace: specs.StopGrace = 10.0
    poll_every: specs.PollEvery = 5.0

    def __post_init__(self) -> None:
        super().__post_init__()
        resources = {name: _number(name, amount) for name, amount in self.resources.items()}
        object.__setattr__(self, "resources", resources)  # the class is frozen
        for name, amount in {"gpus_per_trial": self.gpus_per_trial or 0.0, **resources}.items():
            if not (math.isfinite(amount) and (0 <= amount <= 1 or (amount > 1 and amount == int(amount)))):
                raise ValueError(f"{name} is {amount:g}, and Ray gives whole ones, or a part of one.")
        if self.gpus_per_trial and VISIBLE_GPUS in self.environment:
            raise ValueError(
                f"{VISIBLE_GPUS} is for Ray to set, which gives each job its GPUs: leave it out."
            )
        size_of(self.mem)  # raises ValueError

    @property
    def place(self) -> str:
        return f"Ray at {self.address}" if self.address else "Ray"

    def check(self, workers: int) -> None:
        from tunewise.backends.ray.cluster import check_address, find_address

        self.check_here()
        self.check_files(workers)
        check_address(find_address(self.address))

    def check_here(self) -> None:
        """Raises `BackendError` for what can be seen without asking the cluster."""
        if find_spec("ray") is None:
            raise BackendError(
                "Ray isn't installed here: install the cluster's version, with pip install 'tunewise[ray]'."
            )
        self.check_script(python_is_local=False)

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        options = {"name": f"...{job.id}", "namespace": "tunewise", "lifetime": "detached"}
        shown = ", ".join(f"{name}={value!r}" for name, value in (options | self.actor_options()).items())
        where = self.address or "$RAY_ADDRESS, or the cluster of this machine"
        return f"# an actor on {where}, with\noptions({shown})\n# which runs\n{self.command(job.arguments)}"

    # ---- what its jobs are made of -----------------------------------------------------------------------

    def actor_options(self) -> dict[str, Any]:
        """What an actor is created with, in Ray's words."""
        options: dict[str, Any] = {"num_cpus": self.cpus, "num_gpus": self.gpus_per_trial or 0}
        if self.mem:
            options["memory"] = size_of(self.mem)
        if self.resources:
            options["resources"] = dict(self.resources)
        return options

    def amounts(self) -> dict[str, float]:
        """What a node must have for a job, by Ray's names."""
        amounts = {"CPU": self.cpus, "GPU": self.gpus_per_trial or 0, "memory": size_of(self.mem)}
        return {name: float(amount) for name, amount in {**amounts, **self.resources}.items() if amount}

    def plan(self, order: Path) -> Plan:
        """What the actor of a job with this order is to do."""
        leash = specs.program("tunewise.worker.leash", str(order))[1:]
        needed = {
            str(order): "experiments have to lie on shared storage, which TUNEWISE_HOME may name",
            self.cwd: "the folder in which scripts run has to be on shared storage, too",
            self.entry_point: "the script has to be on shared storage, too",
            leash[-2]: "Tunewise has to be installed at the same place on all nodes, or on shared storage",
        }
        if os.path.isabs(self.python):
            needed[self.python] = "name an interpreter that all nodes have, with --python"
        return Plan(leash, needed)

    def folders(self, paths: ExperimentPaths) -> JobFolders:
        """Where jobs find their orders."""
        from tunewise.backends.job_folders import JobFolders

        # Ray limits the threads of OpenMP alone; and a job without GPUs would see all of its node's
        hidden = {} if self.gpus_per_trial else {VISIBLE_GPUS: ""}
        variables = {**script_environment(self.cpus, self.environment), **hidden, **self.environment}
        argv = specs.resolved_on_node(self.argv(self.python))
        return JobFolders(paths, argv, self.cwd, variables, self.stop_grace, self)


def size_of(text: str) -> int:
    """The bytes of `512M` or `16G`; 0 for an empty text. Raises ValueError."""
    if not text:
        return 0
    match = _SIZE.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError(f"{text!r} is no amount of memory: write 512M, 16G or a number of bytes.")
    return math.ceil(float(match[1]) * _UNITS[match[2]])


def _number(name: str, text: float | str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"The resource {name} is {text!r}: give a number.") from None
