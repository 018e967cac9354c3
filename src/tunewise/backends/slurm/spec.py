"""The specification of jobs on Slurm."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, ClassVar

from tunewise.backends import specs
from tunewise.backends.base import BackendError, BusyError, Job
from tunewise.backends.gpus import script_environment
from tunewise.backends.slurm import commands
from tunewise.backends.slurm.commands import Runner, directive, file_name
from tunewise.options import DELAY, SECONDS, DefaultText, Option, parse_duration, whole
from tunewise.paths import ExperimentPaths
from tunewise.prices import is_priced
from tunewise.signature import call
from tunewise.space import Config

if TYPE_CHECKING:
    from tunewise.backends.job_folders import JobFolders

SET_UP_FAILED = "tunewise: the set-up of the job failed"
"""What a batch script prints if its modules or its set-up line fail."""


def _time(text: str) -> float:
    """Seconds of a time as Slurm or Tunewise writes it. A plain number is refused, as Slurm would count it in
    minutes."""
    if text.strip().isdigit():
        raise ValueError(f"{text!r} is minutes to Slurm and seconds to Tunewise: write {text}m or {text}s.")
    seconds = commands.parse_time(text.strip())
    try:
        return parse_duration(text) if seconds is None else seconds
    except ValueError as error:
        raise ValueError(f"{error}, or Slurm's 1-12:00:00.") from None


TIME = SECONDS._replace(parse=_time, accepts='a string such as "90m", "1h30m" or "1-12:00:00"')


@dataclass(frozen=True, repr=False)
class SlurmSettings(specs.FolderBackendSpec):
    """Runs each job as a job of Slurm: `SlurmBackend("train.py", partition="gpu", gpus_per_trial=1)`.

    Slurm's commands must be on the `PATH`. The experiment's folder, the script and the interpreters must be
    on a file system that the nodes see as well.

    entry_point, arguments, cwd: as everywhere. python: the interpreter, as a path or a name to be found on
        the node's `PATH` once the modules are loaded; by default the one that runs now.
    partition, account, qos, constraint, exclude, mem: as `sbatch` takes them. mem: "" for the site's default.
    gpus_per_trial: whole GPUs for each job. gres: further resources, such as "gpu:a100:1". cpus: of each job.
    time_limit: seconds after which Slurm ends a job; its trial goes on in another job, from its checkpoint.
        None: the partition's default.
    lines: further options of `sbatch`, such as "--exclusive", one a line. They override all others.
    modules, setup: modules to load, and a line of Bash to run, on the node before the job begins.
    container: a command in front of the script, such as "apptainer exec --nv image.sif".
    container_image: an image for Slurm's plug-in pyxis, in which the whole job then runs; its python3 has to
        be 3.11 or newer.
    environment: variables of the jobs, on top of the tuner's own. No secrets: files keep them.
    hold: how many jobs of Slurm are held, which run trial after trial and wait in Slurm's queue only once.
        0: a job of Slurm for each job. hold_idle: seconds after which a held job without work ends.
    stop_grace: seconds that a script has to save after SIGTERM. Slurm's KillWait, 30 s by default, must be
        5 s longer.
    poll_every: seconds between two looks at Slurm's queue. lease: seconds for which a job may be cut off from
        its files, or its node be silent, before it is killed. After a node was lost, the trial's next job
        begins a little later than that.
    """

    __repr__ = call

    kind: ClassVar[str] = "slurm"
    title: ClassVar[str] = "Slurm"
    location: ClassVar[specs.Location] = specs.Location.REMOTE
    shared_with_tuners: ClassVar[Collection[str]] = (
        *("partition", "account", "qos", "constraint", "exclude"),
        *("modules", "setup", "environment", "poll_every"),
    )

    partition: Annotated[str | None, Option("The partition where jobs queue.", metavar="NAME")] = None
    account: Annotated[str | None, Option("The account that jobs are charged to.", metavar="NAME")] = None
    qos: Annotated[str | None, Option("The jobs' quality of service.", metavar="NAME")] = None
    gpus_per_trial: Annotated[specs.GpusPerTrial, DefaultText("none")] = None
    gres: Annotated[
        str | None, Option("Generic resources of each job, such as gpu:a100:1.", metavar="LIST")
    ] = None
    cpus: specs.Cpus = 1
    mem: specs.Memory = "4G"
    time_limit: Annotated[
        float | None,
        Option(
            "After so long Slurm ends a job, whose trial goes on in another.",
            TIME,
            flag="time",
            default_text="the partition's limit",
        ),
    ] = None
    constraint: Annotated[str | None, Option("Features that nodes must have.", metavar="LIST")] = None
    exclude: Annotated[str | None, Option("Nodes that jobs must not get.", metavar="NODES")] = None
    lines: Annotated[
        tuple[str, ...],
        Option("A further option of sbatch, such as --exclusive.", metavar="LINE", flag="sbatch"),
    ] = ()
    modules: Annotated[
        tuple[str, ...], Option("A module to load before a job begins.", metavar="NAME", flag="module")
    ] = ()
    setup: Annotated[str | None, Option("A line of Bash to run before a job begins.", metavar="COMMAND")] = (
        None
    )
    container: Annotated[
        str | None,
        Option("A command to put the script behind: apptainer exec --nv image.sif.", metavar="COMMAND"),
    ] = None
    container_image: Annotated[
        str | None, Option("An image for pyxis, in which jobs then run.", metavar="IMAGE")
    ] = None
    environment: specs.Environment = field(default_factory=dict)
    hold: Annotated[int, Option("Hold so many jobs of Slurm, which run trial after trial.", whole(0))] = 0
    hold_idle: Annotated[float, Option("A held job that has nothing to do for so long ends.", SECONDS)] = (
        300.0
    )
    stop_grace: specs.StopGrace = 25.0
    poll_every: specs.PollEvery = 5.0
    lease: Annotated[float, DELAY] = 180.0

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("lines", "modules"):
            self.take_texts(name)
        if self.gpus_per_trial is not None and not float(self.gpus_per_trial).is_integer():
            raise ValueError(
                f"gpus_per_trial is {self.gpus_per_trial:g}, and Slurm gives out whole GPUs: where GPUs are "
                'shared in parts, name the part, as with gres="shard:1".'
            )
        for line in (*self.lines, *self.modules, *_texts(self)):
            if "\n" in line or "\0" in line:
                raise ValueError(f"{line!r} is more than one line.")
        object.__setattr__(self, "lines", tuple(_as_option(line) for line in self.lines))

    @property
    def place(self) -> str:
        where = [f"partition {self.partition}"] if self.partition else []
        if self.hold:
            where.append(f"{self.hold} held")
        return ", ".join(["Slurm", *where])

    @property
    def price_key(self) -> str:
        """The partition, where the user has written down its price: most who use Slurm pay none."""
        name = f"slurm/{self.partition}"
        return name if is_priced(name) else ""

    def command(self, arguments: Config) -> str:
        return self.in_shell(self.cwd, self.argv(self.python), arguments, self.container or "")

    def check(self, workers: int) -> None:
        self.check_files(workers)
        self.check_script(python_is_local=False)
        missing = commands.missing_command()
        if missing:
            raise BackendError(commands.no_slurm(missing))
        script = self.batch_script("tunewise-test", ("/bin/true",), os.devnull, os.devnull)
        answer = Runner(os.environ).run(["sbatch", "--test-only"], script)
        if answer.code != 0:
            refused = commands.refusal(answer)
            # a cluster that is full or away may be back in time, and results can be read meanwhile
            if not isinstance(refused, BusyError) and "node not available" not in str(refused):
                raise BackendError(str(refused)) from None

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        files = paths.job(job.id)
        guard = self.guard(str(files.order))
        name = f"tw-...-{job.id.trial_id}-{job.id.run}-0"
        script = self.batch_script(name, guard, str(files.stdout), str(files.stderr))
        return f"{script}\n# which runs\n# {self.command(job.arguments)}"

    # ---- what its jobs are made of -----------------------------------------------------------------------

    def folders(self, paths: ExperimentPaths) -> JobFolders:
        """Where jobs find their orders."""
        from tunewise.backends.job_folders import JobFolders  # --help does without it

        usual = script_environment(self.cpus, {**os.environ, **self.environment})
        prefix = specs.resolved_on_node(tuple(shlex.split(self.container))) if self.container else ()
        return JobFolders(
            paths,
            (*prefix, *specs.resolved_on_node(self.argv(self.python))),
            self.cwd,
            {**usual, **self.environment},
            self.stop_grace,
            self,
            self.lease,
        )

    def guard(self, order: str) -> list[str]:
        """The program that a job executes."""
        return specs.program("tunewise.worker.leash", order, self._own_python())

    def holder(self, hold: str) -> list[str]:
        """The program that a held job executes."""
        return specs.program("tunewise.worker.holder", hold, self._own_python())

    def batch_script(self, name: str, executed: tuple[str, ...] | list[str], stdout: str, stderr: str) -> str:
        """What `sbatch` gets. In the end it executes the job's program, which then gets Slurm's signals."""
        settings: dict[str, str | int | None] = {
            "job-name": name,
            "output": file_name(stdout),
            "error": file_name(stderr),
            "open-mode": "append",
            "chdir": self.cwd,
            "ntasks": 1,
            "cpus-per-task": self.cpus,
            "mem": self.mem or None,
            "gres": self._gres(),
            "time": None if self.time_limit is None else _minutes(self.time_limit),
            "partition": self.partition,
            "account": self.account,
            "qos": self.qos,
            "constraint": self.constraint,
            "exclude": self.exclude,
            "container-image": self.container_image,
        }
        directives = [directive(key, value) for key, value in settings.items() if value is not None]
        prepared = self._preparation()
        return "\n".join(
            [
                "#!/bin/bash -l" if prepared else "#!/bin/sh",
                *directives,
                "#SBATCH --no-requeue",
                *(f"#SBATCH {line}" for line in self.lines),
                *prepared,
                f"exec {shlex.join(executed)}",
                "",
            ]
        )

    def _preparation(self) -> list[str]:
        steps = [f"module load {shlex.join(self.modules)}"] if self.modules else []
        if self.setup:
            steps.append(self.setup)
        failed = f'{{ echo "{SET_UP_FAILED}" >&2; exit 1; }}'
        return [line for step in steps for line in ("{", step, f"}} || {failed}")]

    def _own_python(self) -> str:
        return "python3" if self.container_image else sys.executable

    def _gres(self) -> str | None:
        gpus = [f"gpu:{self.gpus_per_trial:.0f}"] if self.gpus_per_trial else []
        return ",".join([*gpus, *([self.gres] if self.gres else [])]) or None


def _texts(spec: SlurmSettings) -> list[str]:
    names = (
        "cwd",
        "partition",
        "account",
        "qos",
        "gres",
        "mem",
        "constraint",
        "exclude",
        "setup",
        "container_image",
    )
    return [value for name in names if (value := getattr(spec, name)) is not None]


def _as_option(line: str) -> str:
    """Also takes what people copy: with #SBATCH in front, or without hyphens."""
    plain = line.strip().removeprefix("#SBATCH").strip()
    return plain if plain.startswith("-") else f"--{plain}"


def _minutes(seconds: float) -> str:
    """As Slurm writes times, in whole seconds. It rounds them up to minutes."""
    whole_seconds = int(-(-seconds // 1))
    hours, rest = divmod(whole_seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
