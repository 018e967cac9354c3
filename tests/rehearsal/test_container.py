"""What a training job's container gets, sees and leaves, by jobs that really run."""

from __future__ import annotations

import io
import json
import os
import tarfile
import tempfile
from typing import TYPE_CHECKING

import psutil
import pytest
from tests.rehearsal.conftest import BUCKET

from sagemaker_rehearsal.namespaces import Isolation

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

LOOK = """
import json, os, signal, sys
from pathlib import Path
base = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"))
print(json.dumps({
    "pid": os.getpid(),
    "argv": sys.argv[1:],
    "environment": dict(os.environ),
    "config": {path.name: json.loads(path.read_text()) for path in (base / "input/config").iterdir()},
    "data": sorted(str(path.relative_to(base / "input/data")) for path in (base / "input/data").rglob("*")),
    "tmp": os.listdir("/tmp"),
    "sigterm": str(signal.getsignal(signal.SIGTERM)),
}))
"""


def look(world: World, **changes: object) -> dict[str, object]:
    job = world.run("looking", LOOK, **changes)
    assert job.status == "Completed", world.emulator.log("looking")
    seen: dict[str, object] = json.loads(world.emulator.log("looking")[-1])
    return seen


@pytest.fixture(params=list(Isolation))
def any_world(request: pytest.FixtureRequest, open_world: Callable[..., World]) -> World:
    """Worlds with each kind of isolation that works on this machine."""
    from sagemaker_rehearsal.containers import detect_isolation

    best = detect_isolation()
    order = [Isolation.ROOT, Isolation.USER, Isolation.NONE]
    if order.index(request.param) < order.index(best):
        pytest.skip(f"isolation by {request.param.value} does not work here")
    return open_world(isolation=request.param)


def test_hyperparameters_channels_arguments_and_environment_arrive(any_world: World) -> None:
    any_world.s3.put_object(Bucket=BUCKET, Key="texts/deep/er/a.txt", Body=b"a")
    any_world.s3.put_object(Bucket=BUCKET, Key="texts/b.txt", Body=b"b")
    request = any_world.request("looking", LOOK)
    texts = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/texts"}
    seen = look(
        any_world,
        HyperParameters={"lr": "1.5e-05", "text": 'quotes " and ümlauts'},
        Environment={"MINE": "value with spaces"},
        InputDataConfig=[
            *request["InputDataConfig"],
            {"ChannelName": "texts", "DataSource": {"S3DataSource": texts}},
        ],
        AlgorithmSpecification={
            **request["AlgorithmSpecification"],
            "ContainerArguments": ["--flag", "a value"],
        },
        CheckpointConfig={"S3Uri": f"s3://{BUCKET}/checkpoints"},
    )
    assert seen["argv"] == ["--flag", "a value"]
    assert seen["data"] == [
        "code",
        "code/main.py",
        "texts",
        "texts/b.txt",
        "texts/deep",
        "texts/deep/er",
        "texts/deep/er/a.txt",
    ]
    config = seen["config"]
    assert isinstance(config, dict)
    assert config["hyperparameters.json"] == {"lr": "1.5e-05", "text": 'quotes " and ümlauts'}
    assert config["resourceconfig.json"]["current_instance_type"] == "ml.m5.large"
    assert set(config["inputdataconfig.json"]) == {"code", "texts"}
    assert config["checkpointconfig.json"] == {
        "LocalPath": "/opt/ml/checkpoints",
        "S3Uri": f"s3://{BUCKET}/checkpoints",
    }
    environment = seen["environment"]
    assert isinstance(environment, dict)
    assert environment["MINE"] == "value with spaces"
    assert environment["TRAINING_JOB_NAME"] == "looking"
    assert environment["TRAINING_JOB_ARN"] == any_world.describe("looking")["TrainingJobArn"]
    assert environment["AWS_REGION"] == "us-east-1"


def test_the_entry_point_is_pid_1_of_a_world_of_its_own(any_world: World) -> None:
    if any_world.emulator.isolation is Isolation.NONE:
        pytest.skip("there is no world of its own")
    with tempfile.NamedTemporaryFile(dir="/tmp") as mine:
        seen = look(any_world)
        assert isinstance(seen["tmp"], list)
        assert os.path.basename(mine.name) not in seen["tmp"]
    assert seen["pid"] == 1


def test_jobs_see_none_of_the_users_variables(any_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "production")
    monkeypatch.setenv("SECRET", "mine")
    environment = look(any_world)["environment"]
    assert isinstance(environment, dict)
    assert not {"AWS_PROFILE", "SECRET", "AWS_DEFAULT_REGION"} & environment.keys()
    assert environment["AWS_ENDPOINT_URL"] == any_world.emulator.endpoint


def test_objects_cannot_climb_out_of_their_channel(world: World) -> None:
    for key in ("evil/../../../climbed", "evil/ok"):
        world.s3.put_object(Bucket=BUCKET, Key=key, Body=b"x")
    evil = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/evil/"}
    channel = {"ChannelName": "evil", "DataSource": {"S3DataSource": evil}}
    request = world.request("climbing", "import os; print(sorted(os.listdir('/opt/ml/input/data/evil')))")
    world.sagemaker.create_training_job(
        **{**request, "InputDataConfig": [*request["InputDataConfig"], channel]}
    )
    world.emulator.wait_for("climbing")
    assert world.emulator.log("climbing") == ["['ok']"]
    assert not list(world.emulator.folder.rglob("climbed"))


def test_an_object_with_two_slashes_in_its_key_fails_the_job(world: World) -> None:
    for key in ("data/a.txt", "data//b.txt"):
        world.s3.put_object(Bucket=BUCKET, Key=key, Body=b"")
    source = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/data/"}
    job = world.run("j", InputDataConfig=[{"ChannelName": "data", "DataSource": {"S3DataSource": source}}])
    assert (job.failure_reason or "").startswith("ClientError: Data download failed:")
    assert "//b.txt has an illegal char sub-sequence '//'" in (job.failure_reason or "")


def test_a_channel_with_characters_of_urls_in_its_key(world: World) -> None:
    world.s3.put_object(Bucket=BUCKET, Key="a #1?/b c.txt", Body=b"")
    source = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/a #1?/"}
    channels = [{"ChannelName": "data", "DataSource": {"S3DataSource": source}}]
    seen = look(world, InputDataConfig=[*world.request("looking", LOOK)["InputDataConfig"], *channels])
    assert "data/b c.txt" in seen["data"]  # type: ignore[operator]


def test_what_lies_in_opt_stays_there(world: World) -> None:
    if world.emulator.isolation is Isolation.NONE:
        pytest.skip("/opt is the machine's own")
    world.run("opt", "import os; print(sorted(os.listdir('/opt')))")
    assert world.emulator.log("opt") == [str(sorted({*os.listdir("/opt"), "ml"}))]


def test_two_jobs_do_not_see_each_others_files_and_processes(world: World) -> None:
    if world.emulator.isolation is Isolation.NONE:
        pytest.skip("without namespaces they do")
    script = """
import os, time
open("/opt/ml/{mine}", "w").close(); open("/tmp/{mine}", "w").close()
print("ready", flush=True)
while not os.path.exists("/opt/ml/output/data/go"): time.sleep(0.01)
print(os.path.exists("/opt/ml/{other}"), os.path.exists("/tmp/{other}"))
print(sum(name.isdigit() for name in os.listdir("/proc")))
"""
    for mine, other in (("a", "b"), ("b", "a")):
        world.create(mine, script.format(mine=mine, other=other))
    for name in "ab":
        world.until_printed(name, "ready")
    for name in "ab":
        (world.emulator.folder / "jobs" / name / "ml/output/data/go").touch()
    for name in "ab":
        world.emulator.wait_for(name)
        assert world.emulator.log(name) == ["ready", "False False", "1"]


def test_a_job_reaches_s3_with_credentials_of_its_own(world: World) -> None:
    script = f"""
import boto3, os
s3 = boto3.client("s3", region_name=os.environ["AWS_REGION"])
s3.put_object(Bucket="{BUCKET}", Key="from/job", Body=b"x" * 100_000)
"""
    assert world.run("writer", script).status == "Completed"
    assert world.read("from/job") == b"x" * 100_000
    (call,) = world.emulator.ledger.of("PutObject", caller="writer")
    assert call.subject == f"/{BUCKET}/from/job"


def test_an_exit_code_fails_the_job(world: World) -> None:
    job = world.run("failing", "raise SystemExit(3)")
    assert (job.status, job.failure_reason) == ("Failed", "AlgorithmError: , exit code: 3")


def test_the_failure_file_becomes_the_reason_cut_at_1024_characters(world: World) -> None:
    job = world.run("failing", "open('/opt/ml/output/failure', 'w').write('ä' * 5000); raise SystemExit(1)")
    assert job.failure_reason is not None
    assert job.failure_reason.startswith("AlgorithmError: ää")
    assert len(world.describe("failing")["FailureReason"]) == 1024


def test_a_missing_entry_point_fails_as_in_a_shell(world: World) -> None:
    request = world.request("nothing")
    request["AlgorithmSpecification"]["ContainerEntrypoint"] = ["/no/such/program"]
    world.sagemaker.create_training_job(**request)
    assert world.emulator.wait_for("nothing").failure_reason == "AlgorithmError: , exit code: 127"
    assert world.emulator.log("nothing") == ["exec: /no/such/program: No such file or directory"]


def test_model_and_output_are_packed_and_uploaded(world: World) -> None:
    world.run(
        "saver",
        """
from pathlib import Path
Path("/opt/ml/model/weights").write_text("w")
Path("/opt/ml/output/data/plot").write_text("p")
""",
    )
    assert world.describe("saver")["ModelArtifacts"] == {
        "S3ModelArtifacts": f"s3://{BUCKET}/output/saver/output/model.tar.gz"
    }
    for archive, member in (("model", "weights"), ("output", "plot")):
        body = world.read(f"output/saver/output/{archive}.tar.gz")
        assert body is not None
        with tarfile.open(fileobj=io.BytesIO(body)) as opened:
            assert opened.getnames() == [member]


def test_processes_that_a_job_leaves_behind_die_with_it(world: World) -> None:
    if world.emulator.isolation is Isolation.NONE:
        pytest.skip("needs a namespace of processes")
    world.run(
        "daemon",
        """
import subprocess, sys
print("before", flush=True)
subprocess.Popen(["sleep", "1234.5"], start_new_session=True)
""",
    )
    commands = [process.info["cmdline"] or () for process in psutil.process_iter(["cmdline"])]
    assert not any("1234.5" in command for command in commands)


def test_script_mode_unpacks_the_code_and_hands_hyperparameters_over(world: World) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        script = b"import os, sys; print(sys.argv[1:], os.environ['SM_MODEL_DIR'], os.getcwd())"
        member = tarfile.TarInfo("train.py")
        member.size = len(script)
        archive.addfile(member, io.BytesIO(script))
    world.s3.put_object(Bucket=BUCKET, Key="source.tar.gz", Body=buffer.getvalue())
    request = world.request("scripted")
    del request["AlgorithmSpecification"]["ContainerEntrypoint"]
    request["HyperParameters"] = {
        "sagemaker_program": '"train.py"',
        "sagemaker_submit_directory": f'"s3://{BUCKET}/source.tar.gz"',
        "lr": "0.5",
        "name": '"text"',
    }
    world.sagemaker.create_training_job(**request)
    assert world.emulator.wait_for("scripted").status == "Completed", "\n".join(
        world.emulator.log("scripted")
    )
    assert world.emulator.log("scripted") == ["['--lr', '0.5', '--name', 'text'] /opt/ml/model /opt/ml/code"]
