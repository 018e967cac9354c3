"""`tunewise rehearse`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

import psutil
import pytest

from tunewise.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

for module in ("boto3", "flask", "flask_cors", "moto"):
    pytest.importorskip(module, reason="needs the extra `rehearsal`")

CREATE = """
import boto3, sys
s3, sagemaker = boto3.client("s3"), boto3.client("sagemaker")
s3.create_bucket(Bucket="mine")
sagemaker.create_training_job(
    TrainingJobName="job",
    RoleArn="arn:aws:iam::123456789012:role/mine",
    AlgorithmSpecification={
        "TrainingImage": "123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1",
        "TrainingInputMode": "File",
        "ContainerEntrypoint": ["python3", "-c", sys.argv[1]],
    },
    ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
    StoppingCondition={"MaxRuntimeInSeconds": 86400},
    OutputDataConfig={"S3OutputPath": "s3://mine/output"},
)
"""


class Ended(NamedTuple):
    """How a rehearsal ended, and what it and its command printed."""

    exit_code: int
    out: str
    err: str


class Rehearse(Protocol):
    def __call__(self, *arguments: str) -> Ended: ...


@pytest.fixture
def rehearse(capfd: pytest.CaptureFixture[str]) -> Rehearse:
    """`tunewise rehearse` in this process."""

    def rehearsing(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(["rehearse", *arguments])
        return Ended(int(ended.value.code or 0), *capfd.readouterr())

    return rehearsing


def test_a_job_of_the_command_runs_and_is_waited_for(rehearse: Rehearse, tmp_path: Path) -> None:
    ledger = tmp_path / "calls.jsonl"
    result = rehearse(
        "--profile=quick",
        f"--keep={tmp_path / 'kept'}",
        f"--ledger={ledger}",
        "--env=MINE=set",
        "--",
        sys.executable,
        "-c",
        CREATE,
        "import os, time; time.sleep(5); open('/opt/ml/output/data/x', 'w').write(os.environ['MINE'])"
        " if os.path.exists('/opt/ml') else None",
    )
    assert result.exit_code == 0, result.err
    assert "The command has ended; waiting for job (Ctrl-C ends them)." in result.err
    assert "1 training jobs: 1 Completed." in result.err
    assert "0.00 USD" in result.err
    operations = [json.loads(line)["operation"] for line in ledger.read_text().splitlines()]
    assert operations == ["CreateBucket", "CreateTrainingJob"]
    assert (tmp_path / "kept/jobs/job").is_dir()


def test_without_waiting_running_jobs_are_ended(rehearse: Rehearse) -> None:
    result = rehearse(
        "--profile=quick", "--no-wait", "--", sys.executable, "-c", CREATE, "import time; time.sleep(1000)"
    )
    assert result.exit_code == 0, result.err
    assert "1 training jobs: 1 InProgress." in result.err


def test_the_exit_code_is_the_commands(rehearse: Rehearse) -> None:
    assert rehearse("--profile=quick", "--", "sh", "-c", "exit 7").exit_code == 7
    assert rehearse("--profile=quick", "--", "sh", "-c", "kill -9 $$").exit_code == 137


def test_no_real_account_can_be_reached(
    rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text(
        "[default]\nregion = eu-west-1\n[profile production]\nregion = eu-west-1\n"
    )
    for name, value in {
        "AWS_PROFILE": "production",
        "AWS_SESSION_TOKEN": "real",
        "AWS_ACCESS_KEY_ID": "real",
        "AWS_ENDPOINT_URL_S3": "https://s3.amazonaws.com",
        "AWS_CONFIG_FILE": str(tmp_path / "config"),
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.2/",
        "HTTP_PROXY": "http://127.0.0.1:9",
        "NO_PROXY": "example.com",
        "MINE": "stays",
    }.items():
        monkeypatch.setenv(name, value)
    result = rehearse("--profile=quick", "--", "env")
    seen = dict(line.split("=", 1) for line in result.out.splitlines() if "=" in line)
    assert seen["AWS_ENDPOINT_URL"].startswith("http://127.0.0.1:")
    assert "real" not in {value for name, value in seen.items() if name.startswith("AWS_")}
    assert not {
        "AWS_PROFILE",
        "AWS_SESSION_TOKEN",
        "AWS_ENDPOINT_URL_S3",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    } & set(seen)
    assert not os.path.exists(seen["AWS_CONFIG_FILE"])
    assert seen["NO_PROXY"] == "example.com,127.0.0.1"
    assert seen["MINE"] == "stays"


def test_the_command_finds_buckets_a_role_and_a_place_on_s3(
    rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUNEWISE_SAGEMAKER_S3", "s3://a-real-one")
    script = (
        "import boto3, os; print(os.environ['TUNEWISE_SAGEMAKER_ROLE'], os.environ['TUNEWISE_SAGEMAKER_S3'],"
        " *(bucket['Name'] for bucket in boto3.client('s3').list_buckets()['Buckets']))"
    )
    result = rehearse(
        "--profile=quick",
        "--bucket=mine",
        "--bucket=mine",
        "--bucket=other.one",
        "--",
        sys.executable,
        "-c",
        script,
    )
    assert result.exit_code == 0, result.err
    role, place, *buckets = result.out.split()
    assert role == "arn:aws:iam::123456789012:role/rehearsal"
    assert place == "s3://tunewise-rehearsal/tunewise"
    assert sorted(buckets) == ["mine", "other.one", "tunewise-rehearsal"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--", "no-such-command"], "There is no command no-such-command."),
        (["--profile=nice", "--", "true"], "There is no profile 'nice'"),
        (["--quota=ml.m5.large=many", "--", "true"], "--quota must name a whole number"),
        (["--time-scale=0", "--", "true"], "time-scale"),
        (["--bucket=Mine", "--", "true"], "--bucket is 'Mine', which can't be a bucket's name"),
    ],
)
def test_mistakes_are_explained_in_one_sentence(rehearse: Rehearse, arguments: list[str], words: str) -> None:
    result = rehearse(*arguments)
    assert result.exit_code == 2
    assert words in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_everything_ends_when_it_is_ended(how: signal.Signals) -> None:
    job = "import time; print('on', flush=True); time.sleep(1000)"
    shell = f'{sys.executable} -c "$0" "$1" && echo ready && exec sleep 1000'
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tunewise",
            "rehearse",
            "--profile=quick",
            "--",
            "sh",
            "-c",
            shell,
            CREATE,
            job,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        descendants = psutil.Process(process.pid).children(recursive=True)
        assert len(descendants) >= 2  # the command and the launcher; the job may still be starting
        process.send_signal(how)
        assert process.wait(30) == (143 if how is signal.SIGTERM else -how)
        assert psutil.wait_procs(descendants, timeout=20)[1] == []
