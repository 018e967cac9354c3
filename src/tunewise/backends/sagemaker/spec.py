"""How jobs run on SageMaker: the settings that users write down."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import limits
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.backends.sagemaker.names import CODE, LONGEST_ROOM, OUR_VARIABLES
from tunewise.backends.specs import Environment, PassEnvironment, ScriptBackendSpec, StopGrace
from tunewise.options import DELAY, SECONDS, Option, check_fields, duration, whole
from tunewise.signature import call
from tunewise.space import Config

REHEARSAL_VARIABLE = "TUNEWISE_REHEARSAL"
"""Set if AWS is an emulator on this machine, so that this machine does the jobs' work."""
ROLE_VARIABLE = "TUNEWISE_SAGEMAKER_ROLE"
S3_VARIABLE = "TUNEWISE_SAGEMAKER_S3"
IMAGE_VARIABLE = "TUNEWISE_SAGEMAKER_IMAGE"
KEEP_ALIVE = 600
"""Seconds for which a warm pool keeps an instance by default."""
_SECRET = re.compile(r"SECRET|PASSWORD|(KEYS?|TOKEN)\d*(_|$)", re.IGNORECASE)
"""Names of variables that look like secrets; TOKENIZERS_PARALLELISM and MAX_TOKENS don't."""


@dataclass(frozen=True, repr=False)
class SageMakerSpec(ScriptBackendSpec):
    """Runs each job as a training job on an instance of its own. Requirements the extra `aws`.

        SageMakerBackend("train.py", role="arn:aws:iam::123456789012:role/training",
                         image="763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch:2.14-...",
                         instance_type="ml.g4dn.xlarge", s3="s3://my-bucket/tunewise", keep_alive=600)

    entry_point: the script, a Python file, within source_dir if that is given. arguments: given to it before
        the tuned ones. source_dir: a folder that goes with it. requirements: a file of packages to install
        before the script begins; by default requirements.txt in source_dir, if it exists.
    role: the ARN of the role that says what jobs may do. image: a container image with Python 3.11 or newer
    and boto3. s3: where everything goes, as s3://BUCKET/PREFIX; the bucket must exist. keep_alive: seconds
    for which an instance is kept for the next job (a warm pool); 0 for none. spot: cheaper instances that may
    be taken away; jobs then wait and go on from their last checkpoint. max_run, max_wait: seconds that a job
    may run, and may run and wait for spot capacity. training_plan: the ARN of a plan with reserved instances
    of this type, which jobs then get, and wait for. max_pending: seconds that a job may wait for an instance,
    1,800 to 2,419,200; by default as long as AWS
        allows. Only for types with accelerators: AWS queues no jobs for others.
    retries: how often SageMaker restarts a job that failed through SageMaker's own fault, 0 to 30. Trials
        don't need it, since the tuner resumes them; a job that is itself a tuner does.
    environment: variables of the jobs. They are kept in the experiment's folder, so don't put secrets there:
        pass_environment names variables that jobs get from the tuner's own environment.
    channels: data by channel, a local path (sent once) or a place on S3; jobs find it in
        /opt/ml/input/data/NAME.
    subnets, security_groups: of a VPC.
    script_mode: lets the image's own entry point (SageMaker's toolkit) run the code.
    region: by default the one that boto3 finds when the experiment begins; later tuners use the same.
        Credentials and endpoints are found in boto3's own ways each time.
    stop_grace: seconds for a script to save after SIGTERM. checkpoint_every: at least so many
        seconds between two uploads of a job's checkpoint while it runs; the last one always follows its end.
    poll_every: seconds between two lists of the jobs; the pace of everything else follows from it.
    """

    __repr__ = call

    kind: ClassVar[str] = "sagemaker"
    title: ClassVar[str] = "SageMaker"
    for_benchmarks: ClassVar[Mapping[str, Any]] = {"instance_type": "ml.g4dn.xlarge"}  # with one GPU
    extra_settings: ClassVar[Mapping[str, Any]] = {
        "warm_pool": Annotated[
            Literal[0, 1], Option("1: an instance is kept for the next job, for 10 minutes.", metavar="0|1")
        ]
    }

    entry_point: str
    role: Annotated[
        str,
        Option(
            "The role that the jobs get.",
            metavar="ARN",
            variable=ROLE_VARIABLE,
            missing="a role for the jobs",
        ),
    ]
    image: Annotated[
        str,
        Option(
            "The container's image.",
            metavar="URI",
            variable=IMAGE_VARIABLE,
            default_text="AWS's own with PyTorch",
        ),
    ]
    instance_type: Annotated[
        str,
        Option(
            "The instance of each job, such as ml.g4dn.xlarge.",
            metavar="TYPE",
            missing="an instance type",
            example="ml.g4dn.xlarge",
        ),
    ]
    s3: Annotated[
        str,
        Option(
            "Where everything goes; the bucket must be there.",
            metavar="s3://BUCKET/PREFIX",
            variable=S3_VARIABLE,
            missing="a place for code, reports and checkpoints",
        ),
    ]
    arguments: tuple[str, ...] = ()
    source_dir: Annotated[
        str | None, Option("A folder that goes with the script, which is in it.", metavar="FOLDER", path=True)
    ] = None
    requirements: Annotated[
        str | None,
        Option(
            "Packages to install before the script begins.",
            metavar="FILE",
            path=True,
            default_text="requirements.txt of --source-dir",
        ),
    ] = None
    volume_gb: Annotated[int, Option("The disk of each job.", whole(1, limits.LARGEST_VOLUME))] = 30
    max_run: Annotated[
        int, Option("A job that runs for longer has failed.", duration(1, limits.LONGEST_RUN))
    ] = 24 * 3600
    keep_alive: Annotated[
        int,
        Option(
            "An instance is kept for the next job for so long, such as 30m: a warm pool.",
            duration(0, limits.LONGEST_KEEP_ALIVE),
            default_text="none is",
        ),
    ] = 0
    spot: Annotated[
        bool,
        Option(
            "Cheaper instances, which may be taken away; jobs then go on from their last checkpoint.",
            off="on-demand",
        ),
    ] = False
    max_wait: int | None = None
    training_plan: Annotated[
        str | None, Option("A plan with reserved instances, which the jobs get.", metavar="ARN")
    ] = None
    max_pending: Annotated[
        int | None,
        Option(
            "A job that waits for longer for a GPU is asked for again, three times. At least 30m.",
            duration(limits.SHORTEST_PENDING, limits.LONGEST_PENDING),
        ),
    ] = None
    retries: Annotated[int, whole(0, limits.MOST_RETRIES)] = 0
    environment: Environment = field(default_factory=dict)
    pass_environment: PassEnvironment = ()
    channels: Annotated[
        Mapping[str, str],
        Option(
            "Data: local files, or a place on S3, found in /opt/ml/input/data/NAME.",
            flag="channel",
            metavar="NAME=PLACE",
            path=True,
        ),
    ] = field(default_factory=dict)
    tags: Annotated[Mapping[str, str], Option("A tag of the jobs.", flag="aws_tag", metavar="KEY=VALUE")] = (
        field(default_factory=dict)
    )
    subnets: Annotated[
        tuple[str, ...], Option("A subnet of a VPC for the jobs.", flag="subnet", metavar="ID")
    ] = ()
    security_groups: Annotated[
        tuple[str, ...], Option("A security group of that VPC.", flag="security_group", metavar="ID")
    ] = ()
    volume_kms_key: str | None = None
    script_mode: bool = False
    region: Annotated[
        str | None, Option("The Region of AWS.", metavar="NAME", default_text="what boto3 finds")
    ] = None
    stop_grace: StopGrace = 30.0
    checkpoint_every: Annotated[float, DELAY] = 30.0
    poll_every: Annotated[float, SECONDS] = 5.0

    def __post_init__(self) -> None:
        set_field = object.__setattr__  # the class is frozen
        for name in ("arguments", "pass_environment", "subnets", "security_groups"):
            if isinstance(getattr(self, name), str):
                raise ValueError(f"{name} is a string, {getattr(self, name)!r}: give a tuple of strings.")
            set_field(self, name, tuple(getattr(self, name)))
        set_field(self, "s3", self.s3.rstrip("/"))
        set_field(self, "channels", {name: _absolute(place) for name, place in self.channels.items()})
        if self.source_dir is not None:
            set_field(self, "source_dir", os.path.abspath(self.source_dir))
        set_field(self, "entry_point", os.path.abspath(os.path.join(self.source_dir or "", self.entry_point)))
        if self.requirements is not None:
            set_field(self, "requirements", os.path.abspath(self.requirements))
        try:
            check_fields(self)
        except ValueError as error:
            raise LimitError(str(error)) from None
        self.check_interface()
        self._check_values()
        self._check_names()

    def _check_values(self) -> None:
        """Raises LimitError for values that SageMaker would refuse for any job."""
        limits.check_role(self.role)
        limits.check_image(self.image)
        limits.check_instance_type(self.instance_type)
        limits.check_uri("s3", self.s3, LONGEST_ROOM)
        if self.keep_alive and self.spot:
            raise LimitError("SageMaker keeps no spot instances in warm pools: leave out keep_alive or spot.")
        if self.training_plan is not None:
            limits.check_plan(self.training_plan)
            if self.spot:
                raise LimitError(
                    "A training plan's instances are reserved and paid for: leave out spot or training_plan."
                )
        if self.max_wait is not None and not self.spot:
            raise LimitError("max_wait is for spot instances: set spot, or leave it out.")
        if self.max_wait is not None and self.max_wait < self.max_run:
            raise LimitError(f"max_wait is {self.max_wait} s: give at least max_run, {self.max_run} s.")
        if self.volume_kms_key is not None:
            limits.check_volume_key(self.volume_kms_key, self.instance_type)
        limits.check_network(self.subnets, self.security_groups)

    def _check_names(self) -> None:
        """Raises LimitError for names that SageMaker would refuse or that Tunewise uses itself."""
        if CODE in self.channels:
            raise LimitError(f"The channel {CODE!r} is for the code: give yours another name.")
        limits.check_channels([CODE, *self.channels])
        for name, source in self.channels.items():
            if source.startswith("s3:"):
                limits.check_uri(f"The channel {name!r}", source)
        twice = sorted(set(self.environment) & set(self.pass_environment))
        if twice:
            raise LimitError(f"{twice[0]} is in environment and pass_environment: leave it out of one.")
        taken = sorted({*self.environment, *self.pass_environment} & set(OUR_VARIABLES))
        if taken:
            raise LimitError(f"{taken[0]} is Tunewise's own variable: give yours another name.")
        limits.check_environment(
            {**self.environment, **dict.fromkeys((*self.pass_environment, *OUR_VARIABLES), "")}
        )
        ours = [tag for tag in self.tags if tag.startswith("tunewise:")]
        if ours:
            raise LimitError(f"The tag {ours[0]!r} is Tunewise's own: give yours another key.")
        limits.check_tags({**self.tags, **{f"tunewise:{number}": "" for number in range(4)}})

    @classmethod
    def from_options(
        cls, script: Path, arguments: Sequence[str], options: Mapping[str, Any]
    ) -> SageMakerSpec:
        """What lies in the script's folder goes with it."""
        return super().from_options(script, arguments, {"source_dir": str(script.parent), **options})

    @classmethod
    def computes_locally(cls) -> bool:
        return bool(os.environ.get(REHEARSAL_VARIABLE))

    @classmethod
    def complete(cls, options: Mapping[str, Any]) -> dict[str, Any]:
        fields = dict(options)
        warm_pool = fields.pop("warm_pool", None)
        if warm_pool == 0 and fields.get("keep_alive"):
            raise BackendError("--keep-alive is for a warm pool: leave out --warm-pool 0, or --keep-alive.")
        if warm_pool:
            fields["keep_alive"] = fields.get("keep_alive") or KEEP_ALIVE
        if "image" not in fields:
            from tunewise.backends.sagemaker.calls import default_region
            from tunewise.backends.sagemaker.images import default_image

            fields["image"] = default_image(fields.get("region") or default_region(), fields["instance_type"])
        return fields

    @property
    def price_key(self) -> str:
        return self.instance_type

    @property
    def script(self) -> tuple[str, ...]:
        return (self.entry_point, *self.arguments)

    @property
    def place(self) -> str:
        kept = f", kept for {self.keep_alive} s" if self.keep_alive else ""
        return f"SageMaker, {'spot ' * self.spot}{self.instance_type}{kept}, {self.s3}"

    @property
    def packages(self) -> Path | None:
        """The file of packages to install, if there is one."""
        if self.requirements is not None:
            return Path(self.requirements)
        beside = Path(self.source_dir, "requirements.txt") if self.source_dir is not None else None
        return beside if beside is not None and beside.is_file() else None

    def variables(self) -> dict[str, str]:
        """The jobs' environment with its secrets: never write it to logs or files. Raises BackendError."""
        missing = [name for name in self.pass_environment if name not in os.environ]
        if missing:
            raise BackendError(
                f"{missing[0]} of pass_environment isn't set in the tuner's environment: set it there."
            )
        return {**self.environment, **{name: os.environ[name] for name in self.pass_environment}}

    def command(self, arguments: Config) -> str:
        folder = self.source_dir or os.path.dirname(self.entry_point)
        return self.in_shell(folder, ("python", *self.script), arguments)

    def check(self, workers: int) -> None:
        from tunewise.backends.sagemaker.calls import require_boto3
        from tunewise.backends.sagemaker.left_out import check_sent  # --help needs none of its patterns

        require_boto3()
        if not os.path.isfile(self.entry_point):
            raise BackendError(f"There is no script {self.entry_point}.")
        if not self.entry_point.endswith(".py"):
            raise BackendError(f"{self.entry_point} isn't a Python file: jobs on SageMaker run only those.")
        if self.source_dir is not None:
            if not os.path.isdir(self.source_dir):
                raise BackendError(f"There is no folder {self.source_dir} to send.")
            if not Path(self.entry_point).is_relative_to(self.source_dir):
                raise BackendError(f"{self.entry_point} is not in {self.source_dir}: move it there.")
        if self.requirements is not None and not os.path.isfile(self.requirements):
            raise BackendError(f"There is no file {self.requirements} of packages to install.")
        for name, place in self.channels.items():
            if not place.startswith("s3://") and not os.path.exists(place):
                raise BackendError(f"There is no {place} for the channel {name!r}.")
        script = Path(self.entry_point)
        check_sent(script, script.parent if self.source_dir is None else Path(self.source_dir))
        for path in (self.packages, *map(Path, self.channels.values())):
            if path is not None and path.is_file():
                check_sent(path, path.parent)
        secret = next(filter(_SECRET.search, self.environment), None)
        if secret is not None:
            raise BackendError(
                f"{secret} in environment looks like a secret, and would be kept in the experiment's folder: "
                f"set it in the tuner's environment and give pass_environment=({secret!r},), or --pass-env "
                f"{secret}, instead."
            )
        try:
            limits.check_environment(self.variables())
        except LimitError as error:
            raise BackendError(str(error)) from error


def _absolute(place: str) -> str:
    return place if place.startswith("s3:") else os.path.abspath(place)
