"""Secrets get to the jobs, and nowhere else."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise import Problem, SageMakerBackend, StoppingCriterion, Tuner, methods, resume
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.limits import LONGEST_VARIABLE, LimitError
from tunewise.paths import ExperimentPaths
from tunewise.space import uniform

if TYPE_CHECKING:
    from sagemaker_rehearsal import Emulator

SECRET = "s3cr3t-0123456789"
TRAIN = """
import hashlib, os
from tunewise import Reporter, checkpoint_dir
(checkpoint_dir() / "saved").write_text("1")
digest = hashlib.sha256(os.environ["MY_TOKEN"].encode()).hexdigest()
Reporter()(loss=1.0, digest=digest, plain=os.environ["PLAIN"])
"""


@pytest.fixture
def spec(tmp_path: Path) -> SageMakerBackend:
    script = tmp_path / "train.py"
    script.write_text(TRAIN)
    return replace(example(script), environment={"PLAIN": "seen"}, pass_environment=("MY_TOKEN",))


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.slow
def test_a_secret_reaches_the_jobs_but_no_file(
    emulator: Emulator,
    spec: SageMakerBackend,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from tests.helpers.harnesses.sagemaker import BUCKET

    monkeypatch.setenv("MY_TOKEN", SECRET)
    caplog.set_level(logging.DEBUG, "tunewise")
    method = methods.rs(Problem({"x": uniform(0.0, 1.0)}, "loss"), seed=0)
    record = Tuner(spec, method, StoppingCriterion(max_num_trials_started=2), workers=1, name="kept").run()
    assert len(record.state.trials) == 2
    for job in emulator.jobs():
        assert job.request["Environment"]["MY_TOKEN"] == SECRET
        assert SECRET not in str({**job.request, "Environment": None})
    folder = ExperimentPaths.named("kept").folder
    results = (folder / "results.csv").read_text()
    assert hashlib.sha256(SECRET.encode()).hexdigest() in results  # the script had it
    assert "seen" in results
    files = files_below(folder)
    assert folder / "experiment.json" in files
    for path in files:
        assert SECRET.encode() not in path.read_bytes(), path
    keys = list(emulator.storage.keys(BUCKET, ""))
    client = emulator.client("s3")
    for key in keys:
        body = client.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        assert SECRET.encode() not in body, key
    assert SECRET not in caplog.text

    monkeypatch.delenv("MY_TOKEN")
    with pytest.raises(BackendError, match="MY_TOKEN of pass_environment isn't set"):
        resume("kept")


def test_missing_or_too_long_variables_are_reported_before_any_call(
    spec: SageMakerBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    monkeypatch.delenv("MY_TOKEN", raising=False)
    with pytest.raises(BackendError, match=r"MY_TOKEN of pass_environment isn't set") as caught:
        spec.check(1)
    assert str(caught.value).count(". ") == 0
    monkeypatch.setenv("MY_TOKEN", SECRET * LONGEST_VARIABLE)
    with pytest.raises(BackendError, match="environment variable 'MY_TOKEN' has") as caught:
        spec.check(1)
    assert SECRET not in str(caught.value)
    monkeypatch.setenv("MY_TOKEN", "")
    spec.check(1)


@pytest.mark.parametrize(
    "name",
    ["WANDB_API_KEY", "HF_TOKEN", "TOKEN2", "DB_PASSWORD", "PASSWORDS", "apiKey", "SECRET_NAME", "API_KEYS"],
)
def test_variables_that_look_like_secrets_are_refused(spec: SageMakerBackend, name: str) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    plain = replace(spec, environment={name: SECRET}, pass_environment=())
    with pytest.raises(BackendError, match=f"{name} in environment .*pass_environment") as caught:
        plain.check(1)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("name", ["TOKENIZERS_PARALLELISM", "MAX_TOKENS", "KEYBOARD", "OMP_NUM_THREADS"])
def test_variables_that_only_sound_like_secrets_are_accepted(spec: SageMakerBackend, name: str) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    replace(spec, environment={name: "1"}, pass_environment=()).check(1)


@pytest.mark.parametrize(
    "changes",
    [
        {"environment": {"MINE": "1"}, "pass_environment": ("MINE",)},
        {"pass_environment": ("a-b",)},
        {"pass_environment": ("TUNEWISE_BUCKET",)},
        {"pass_environment": tuple(f"V{number}" for number in range(100))},
    ],
    ids=["twice", "no name", "our own", "too many"],
)
def test_invalid_names_are_refused(spec: SageMakerBackend, changes: dict[str, Any]) -> None:
    with pytest.raises(LimitError):
        replace(spec, **changes)


def test_a_string_is_not_a_tuple(spec: SageMakerBackend) -> None:
    with pytest.raises(ValueError, match="pass_environment is a string"):
        replace(spec, pass_environment=cast("tuple[str, ...]", "MY_TOKEN"))
