"""Where the jobs of `tunewise run` run, as flags and files say it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import pytest

from tunewise.backends import script_kinds
from tunewise.backends.base import BackendError
from tunewise.backends.local import LocalBackend
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.cli import settings as cli_settings
from tunewise.cli.backend_flags import backend_flags, backend_of, backend_options
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import main
from tunewise.cli.settings import merged, read_file
from tunewise.methods import rs
from tunewise.problem import Problem
from tunewise.space import uniform

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

ROLE = "arn:aws:iam::123456789012:role/training"
TABLE: dict[str, Any] = {
    "role": ROLE,
    "s3": "s3://bucket",
    "image": "image",
    "instance_type": "ml.g4dn.xlarge",
}
ON_SAGEMAKER: dict[str, Any] = {"script": "train.py", "backend": "sagemaker", **TABLE}

KINDS = [f'"{kind}"' for kind in script_kinds()]
FLAGS = ["--backend=sagemaker", f"--role={ROLE}", "--s3=s3://bucket", "--image=image"]
REST = """\
script = "train.py"
metric = "loss"
method = "rs"
space = {x = "uniform(0, 1)"}
max_trials = 1
"""

FILE = f"""\
script = "src/train.py"
backend = "sagemaker"
stop_grace = "1m"
[sagemaker]
role = "{ROLE}"
s3 = "s3://bucket/mine"
image = "image"
instance_type = "ml.g4dn.xlarge"
region = "eu-west-1"
warm-pool = 1
max_run = "2h"
max_pending = "1h"
volume_gb = 50
source_dir = "src"
requirements = "packages.txt"
subnets = ["subnet-1"]
security_group = ["sg-1"]
pass_env = ["TOKEN"]
[sagemaker.env]
MODE = "fast"
[sagemaker.tags]
team = "mine"
[sagemaker.channels]
train = "data"
more = "s3://elsewhere/data"
"""


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ROLE", "S3", "IMAGE"):
        monkeypatch.delenv(f"TUNEWISE_SAGEMAKER_{name}", raising=False)


def told(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text)
    return merged(read_file(path), {})


def test_a_file_can_have_every_setting(tmp_path: Path) -> None:
    assert backend_of(told(tmp_path / "lm.toml", FILE)) == SageMakerBackend(
        str(tmp_path / "src/train.py"),
        role=ROLE,
        image="image",
        instance_type="ml.g4dn.xlarge",
        s3="s3://bucket/mine",
        region="eu-west-1",
        keep_alive=600,
        max_run=7200,
        max_pending=3600,
        volume_gb=50,
        source_dir=str(tmp_path / "src"),
        requirements=str(tmp_path / "packages.txt"),
        subnets=("subnet-1",),
        security_groups=("sg-1",),
        pass_environment=("TOKEN",),
        environment={"MODE": "fast"},
        tags={"team": "mine"},
        channels={"train": str(tmp_path / "data"), "more": "s3://elsewhere/data"},
        stop_grace=60.0,
    )


def test_the_flags_are_the_settings() -> None:
    @click.command()
    @backend_options
    def command() -> None:
        pass

    settings = [
        setting.flag for spec in (LocalBackend, SageMakerBackend) for setting in spec.settings().values()
    ]
    assert {option.name for option in command.params} == {"backend", *backend_flags()}
    assert backend_flags().keys() >= set(settings)
    assert len(command.params) == len(backend_flags()) + 1


def test_flags_take_precedence_over_the_table() -> None:
    table = {"role": "old", "env": {"A": "1", "B": "2"}, "subnet": ("a",)}
    flags = {"role": "new", "env": {"B": "3"}, "subnet": None, "s3": None, "channel": {"x": "data"}}
    assert merged(
        {"sagemaker": table, "role": "oldest", "spot": True}, {"backend": "sagemaker", **flags}
    ) == {
        "backend": "sagemaker",
        "role": "new",
        "spot": True,
        "env": {"A": "1", "B": "3"},
        "subnet": ("a",),
        "channel": {"x": "data"},
    }


def test_a_script_is_relative_to_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    backend = backend_of({**ON_SAGEMAKER, "script": "src/train.py", "source_dir": "src"})
    assert backend.script == (str(tmp_path / "src/train.py"),)
    assert backend.stop_grace == SageMakerBackend.stop_grace  # type: ignore[attr-defined]


def test_jobs_run_locally_by_default() -> None:
    assert backend_of({"script": "train.py"}) == LocalBackend("train.py")


def test_the_price_is_that_of_the_instance_type() -> None:
    def price(told: dict[str, Any]) -> tuple[float, str]:
        method = rs(Problem({"x": uniform(0, 1)}, "loss"))
        tuner, remark = cli_settings.tuner_of({**told, "max_trials": 1}, method, backend_of(told))
        return tuner.definition.price, remark

    assert price(ON_SAGEMAKER) == (0.736, "")
    assert price({"script": "train.py"}) == (1.0, "")
    assert price({**ON_SAGEMAKER, "price": 2.0}) == (2.0, "")
    assert price({**ON_SAGEMAKER, "instance": "ml.g4dn.12xlarge:4"}) == (5.477 / 4, "")
    unknown, remark = price({**ON_SAGEMAKER, "instance_type": "ml.new.large"})
    assert unknown == 1.0
    assert remark.startswith(
        "Costs are in worker-hours, unless --price gives the price of one. The price of 'ml.new.large' isn't"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sagemaker = 3", "sagemaker is an integer 3: give a table"),
        (
            "[sagemaker]\nrolle = 'x'",
            r"\[sagemaker\] has an unknown key 'rolle' \(did you mean 'role'",
        ),
        ("[sagemaker]\nsubnet = ['a']\nsubnets = ['b']", r"\[sagemaker\] has 'subnet' twice"),
    ],
)
def test_errors_in_a_table_name_the_key(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadUsage, match=words):
        told(tmp_path / "lm.toml", text)


def test_an_instance_type_is_required() -> None:
    with pytest.raises(
        BackendError, match=r"^SageMaker needs an instance type: give --instance-type, such as"
    ):
        backend_of({**ON_SAGEMAKER, "instance_type": None})


def test_limits_are_checked_before_anything_runs() -> None:
    with pytest.raises(LimitError, match="keep_alive is 25200: give a time from 0 to 21600 s"):
        backend_of({**ON_SAGEMAKER, "keep_alive": 7 * 3600.0})


@pytest.mark.parametrize(
    ("file", "flags", "words"),
    [
        ("", ["--role", ROLE], "--role is for jobs on SageMaker: add --backend sagemaker, or leave it out."),
        ("", ["--channel", "a=b"], "--channel is for jobs on SageMaker"),
        ("", ["--backend", "local", "--spot"], "--spot is for jobs on SageMaker"),
        ("", ["--backend", "sagemaker", "--python", "python3"], "--python is for jobs on this machine"),
        ("gpus_per_trial = 1", ["--backend=sagemaker"], "--gpus-per-trial is for jobs on this machine"),
        (
            "[sagemaker]\nrole = 'x'",
            [],
            "The file has a table [sagemaker] but chooses no back end: add backend =",
        ),
        ("backend = 'aws'", [], f'line 6: backend is a string "aws": give {" or ".join(KINDS)}.'),
        ("", ["--backend=sagemaker", "--instance-type=ml.m5.large"], "SageMaker needs a role"),
        ("", FLAGS, "SageMaker needs an instance type"),
        ("", [*FLAGS, "--instance_type=m5"], "--instance-type is 'm5': give one of SageMaker's"),
        ("", [*FLAGS, "--instance_type=ml.m5.large", "--env=HF_TOKEN=x"], "HF_TOKEN in environment looks"),
        ("", [*FLAGS, "--instance_type=ml.m5.large", "--pass-env=NOT_SET"], "NOT_SET of --pass-env"),
        ("", [*FLAGS, "--instance_type=ml.m5.large", "--channel=x=none"], "for the channel 'x'"),
    ],
)
def test_settings_of_other_back_ends_are_refused(
    call: Callable[..., Result], tmp_path: Path, file: str, flags: list[str], words: str
) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    (tmp_path / "train.py").write_text("")
    path = tmp_path / "lm.toml"
    path.write_text(f"{REST}{file}")
    result = call("run", str(path), *flags)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_a_file_for_sagemaker_can_run_locally(call: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text("from tunewise import Reporter\nReporter()(loss=1.0)\n")
    path = tmp_path / "lm.toml"
    path.write_text(f'{REST}backend = "sagemaker"\n[sagemaker]\nrole = "{ROLE}"\n')
    result = call("run", str(path), "--backend", "local", "--workers", "1")
    assert result.exit_code == 0, result.output
    assert "runs on" not in result.output


THEIRS = """\
from __future__ import annotations
from dataclasses import dataclass
from typing import Annotated
from tunewise.backends.local import LocalBackend
from tunewise.options import SECONDS, Option

@dataclass(frozen=True, repr=False)
class Theirs(LocalBackend):
    kind = "theirs"
    title = "their machines"
    queue: Annotated[str | None, Option("Where jobs wait.", variable="THEIR_QUEUE")] = None
    lease: Annotated[int, Option("Of a machine.", SECONDS)] = 3600
    METRIC

    def preview(self, job, paths):
        return f"to {self.queue} for {self.lease} s: {job.id.trial_id} of {paths.name}"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Installs a package that registers a back end, and calls the command: what it printed."""
    (tmp_path / "train.py").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    theirs = tmp_path / "theirs-1.0.dist-info"
    theirs.mkdir()
    (theirs / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (theirs / "entry_points.txt").write_text("[tunewise.backends]\ntheirs = their_module:Theirs\n")

    def run(module: str, *arguments: str) -> str:
        (tmp_path / "their_module.py").write_text(module)
        command = [sys.executable, "-m", "tunewise", "run", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    return run


@pytest.mark.parametrize(
    ("command", "flag", "words"),
    [
        ("run", "cpus", "CPUs of each job (Ray, Slurm). By default 1."),
        ("run", "gpus-per-trial", "By default one on this machine, if there are any; none on Ray and Slurm."),
        ("run", "mem", "Memory of each job, such as 16G. By default none is asked for on Ray; 4G on Slurm."),
        ("run", "stop-grace", "By default 10s on this machine and Ray; 30s on SageMaker; 25s on Slurm."),
        ("run", "env", "A variable of the jobs (Ray, SageMaker, Slurm); no secrets, as"),
        ("run", "metric", "The reported key to improve. Needed, here or in the file."),
        ("run", "method", "auto picks one that suits the problem and says why; or one of"),
        ("run", "instance-type", "The instance of each job, such as ml.g4dn.xlarge. Needed, here or in"),
        (
            "run",
            "price",
            "By default the price of what the jobs run on, where it is known, or else 1: costs are then in",
        ),
        ("simulate", "method", "wise, bo or asha. By default auto."),
        ("study", "instance-type", "such as ml.g4dn.xlarge. By default ml.g4dn.xlarge."),
        ("launch", "tuner", "jobs (this machine, Ray, Slurm): partition=cpu."),
        ("launch", "tuner-role", "The role of these jobs (SageMaker), which must be allowed to start jobs."),
    ],
)
def test_the_help_of_a_flag_names_its_back_ends_and_defaults(command: str, flag: str, words: str) -> None:
    assert words in help_of(command)[flag]


def help_of(command: str) -> dict[str, str]:
    """What the help of a command says of each of its flags."""
    found = main.get_command(click.Context(main), command)
    assert found is not None
    options = [parameter for parameter in found.params if isinstance(parameter, click.Option)]
    return {parameter.opts[0][2:]: parameter.help or "" for parameter in options}


def test_resume_keeps_settings_that_are_not_given() -> None:
    assert "By default" not in " ".join(help_of("resume").values())


DRY = ("train.py", "--space=x=uniform(0,1)", "--metric=loss", "--method=rs", "--max-trials=1", "--dry-run")


@pytest.mark.slow
def test_a_package_brings_flags_help_and_a_table(package: Callable[..., str], tmp_path: Path) -> None:
    told = package(THEIRS.replace("METRIC", ""), "--help")
    section = told.partition("On their machines:\n")[2].partition("\n\n")[0]
    assert " ".join(section.split()) == (
        "--queue TEXT Where jobs wait. By default $THEIR_QUEUE. --lease TIME Of a machine. By default 1h."
    )
    module = THEIRS.replace("METRIC", "")
    told = package(module, *DRY, "--name=lm", "--backend=theirs", "--queue=q", "--lease=0.5")
    assert told.endswith("to q for 1 s: 0 of lm\n")
    (tmp_path / "lm.toml").write_text(f'{REST}backend = "theirs"\nqueue = "top"\n[theirs]\nqueue = "table"\n')
    assert "to table for 3600 s: 0 of " in package(module, "lm.toml", "--dry-run")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("import not_there", "The back end 'theirs' of the package theirs can't be imported (ModuleNotFound"),
        (
            THEIRS.replace("METRIC", 'metric: Annotated[str, Option("Theirs.")] = ""'),
            "The back end 'theirs' uses --metric for something else than others do: fix or uninstall",
        ),
        (
            THEIRS.replace("METRIC", 'flag: Annotated[NotImported, Option("Theirs.")] = ""'),
            "The settings of the back end 'theirs' can't be read (NameError: name 'NotImported' is",
        ),
        (
            THEIRS.replace("METRIC", 'dry_run: Annotated[bool, Option("Theirs.")] = False'),
            "The back end 'theirs' uses --dry-run for something else than others do: fix or uninstall",
        ),
        (
            THEIRS.replace("METRIC", 'spot: Annotated[str, Option("Theirs.")] = ""'),
            "The back end 'theirs' uses --spot for something else than others do: fix or uninstall",
        ),
    ],
)
def test_a_broken_package_does_not_affect_others(
    package: Callable[..., str], tmp_path: Path, module: str, why: str
) -> None:
    assert "train.py --x 0." in package(module, *DRY)
    (tmp_path / "their_module.py").write_text(module)
    for arguments in ((*DRY, "--backend=theirs"), (*DRY, "--backend=theirs", "--queue=q")):
        command = [sys.executable, "-m", "tunewise", "run", *arguments]
        told = subprocess.run(command, capture_output=True, text=True, check=False)
        assert told.returncode == 2
        assert why in " ".join(told.stderr.split())
        assert "Traceback" not in told.stderr
