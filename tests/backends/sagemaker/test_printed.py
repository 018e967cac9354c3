"""What jobs have printed, read from the log."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.helpers.harnesses.sagemaker import BUCKET, IMAGE, example

from tunewise import Problem, StoppingCriterion, Tuner, methods
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import platform
from tunewise.backends.sagemaker.calls import Clients, make_clients
from tunewise.backends.sagemaker.identity import draw_identity
from tunewise.backends.sagemaker.views import OutputOnCloudWatch
from tunewise.cli import main
from tunewise.paths import ExperimentPaths
from tunewise.space import loguniform
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow


@pytest.fixture
def create(emulator: Emulator, tmp_path: Path) -> Callable[..., str]:
    """Creates the training job of a key of the experiment, which runs a script; its name."""
    identity = draw_identity(ExperimentPaths(tmp_path), emulator.region)
    client = emulator.client("sagemaker")

    def creating(key: str, script: str) -> str:
        name = f"{identity.experiment}-{key}"
        algorithm: dict[str, Any] = {
            "TrainingImage": IMAGE,
            "TrainingInputMode": "File",
            "ContainerEntrypoint": ["python3", "-c", f"exec({script!r})"],  # a line
        }
        client.create_training_job(
            TrainingJobName=name,
            RoleArn=emulator.role,
            AlgorithmSpecification=algorithm,
            ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
            StoppingCondition={"MaxRuntimeInSeconds": 3600},
            OutputDataConfig={"S3OutputPath": f"s3://{BUCKET}/output"},
        )
        return name

    return creating


def test_all_attempts_of_one_job_and_of_no_other(
    emulator: Emulator, create: Callable[..., str], tmp_path: Path
) -> None:
    for key in ("t00001-r1", "t00001-r1-a1", "t00001-r10", "t00001-r0", "t00012-r1"):
        create(key, f"print('{key}'); print('tunewise-report {{}}')")
    for job in emulator.jobs():
        emulator.wait_for(job.name)
    printed = OutputOnCloudWatch(ExperimentPaths(tmp_path), JobId(1, 1))
    assert printed.is_over()
    assert list(printed.read_new()) == [b"t00001-r1\n", b"t00001-r1-a1\n"]
    assert list(printed.read_new()) == []


def test_a_running_job_is_followed(emulator: Emulator, create: Callable[..., str], tmp_path: Path) -> None:
    printed = OutputOnCloudWatch(ExperimentPaths(tmp_path), JobId(0, 0))
    assert list(printed.read_new()) == []  # there is no log yet
    flag = tmp_path / "go"
    name = create(
        "t00000-r0",
        "import os, time\nprint('one', flush=True)\n"
        f"while not os.path.exists({str(flag)!r}): time.sleep(0.01)\nprint('two')",
    )
    lines: list[bytes] = []
    while not lines:
        lines = list(printed.read_new())
    assert (lines, printed.is_over()) == ([b"one\n"], False)
    flag.touch()
    emulator.wait_for(name)
    assert (printed.is_over(), list(printed.read_new())) == (True, [b"two\n"])


def test_which_jobs_are_alive(emulator: Emulator, create: Callable[..., str], tmp_path: Path) -> None:
    """Also in a later attempt."""
    spec, paths = example(tmp_path / "train.py"), ExperimentPaths(tmp_path)
    flag = tmp_path / "go"
    waits = f"import os, time\nwhile not os.path.exists({str(flag)!r}): time.sleep(0.01)"
    over, *waiting = create("t00000-r0", ""), create("t00001-r0-a1", waits), create("t00001-r1", waits)
    emulator.wait_for(over)
    jobs = [JobId(0, 0), JobId(1, 0), JobId(1, 1), JobId(2, 0)]
    assert list(spec.alive(paths, jobs)) == [JobId(1, 0), JobId(1, 1)]
    flag.touch()
    for name in waiting:
        emulator.wait_for(name)
    assert list(spec.alive(paths, jobs)) == []
    assert list(spec.alive(ExperimentPaths(tmp_path / "unheard"), jobs)) == []


def test_a_job_is_followed_before_it_has_an_instance(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tuner doesn't get round to its request before somebody who follows the log has looked twice."""
    monkeypatch.setattr(OutputOnCloudWatch, "poll_interval", 0.01)
    found: list[str] = []

    def follow() -> None:
        found.append(CliRunner().invoke(main, ["logs", "late", "0", "--follow"]).stdout)

    follower = threading.Thread(target=follow)

    def before_create(**_: object) -> None:
        follower.start()
        while follower.is_alive() and len(emulator.ledger.of("ListTrainingJobs")) < 2:
            time.sleep(0.01)

    def clients(region: str | None) -> Clients:
        made = make_clients(region)
        made.sagemaker.meta.events.register("before-call.sagemaker.CreateTrainingJob", before_create)
        return made

    monkeypatch.setattr(platform, "make_clients", clients)
    script = tmp_path / "train.py"
    script.write_text("from tunewise import Reporter\nprint('from the script')\nReporter()(loss=1.0)\n")
    Tuner(
        example(script),
        methods.rs(Problem({"lr": loguniform(1e-4, 1.0)}, "loss")),
        StoppingCriterion(max_num_trials_started=1),
        workers=1,
        name="late",
    ).run()
    follower.join()
    assert found == ["from the script\n"]


def test_an_experiment_without_jobs_has_no_log(emulator: Emulator, tmp_path: Path) -> None:
    with pytest.raises(BackendError, match="has started no job on SageMaker yet"):
        OutputOnCloudWatch(ExperimentPaths(tmp_path / "lm"), JobId(0, 0))
