"""Where jobs run: the fields that go through to the back end, and AWS's own images."""

from __future__ import annotations

import json
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.base import BackendError, Job
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.images import ACCOUNTS, default_image
from tunewise.backends.sagemaker.limits import LimitError, check_image
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

NEEDED: dict[str, Any] = {
    "role": "arn:aws:iam::123456789012:role/training",
    "image": "image",
    "instance_type": "ml.m5.large",
    "s3": "s3://bucket",
}
OTHERS: dict[str, Any] = {
    "region": "eu-west-1",
    "volume_gb": 50,
    "keep_alive": 600,
    "spot": False,
    "max_run": 3600,
    "max_pending": 1800,
    "subnets": ("subnet-1",),
    "security_groups": ("sg-1",),
    "environment": {"A": "1"},
    "pass_environment": ("B",),
    "tags": {"team": "x"},
}


def test_what_is_kept_of_a_site_goes_through(tmp_path: Path) -> None:
    """Whatever the script, whose folder goes with it."""
    site = json.loads(json.dumps({**NEEDED, **OTHERS}))
    script = tmp_path / "train.py"
    backend = SageMakerBackend.from_options(script, ("--data", "x"), site)
    assert backend.script == (str(script), "--data", "x")
    assert backend.source_dir == str(tmp_path)
    for name, value in {**NEEDED, **OTHERS}.items():
        assert getattr(backend, name) == value
    plain = SageMakerBackend.from_options(script, (), NEEDED)
    assert plain == SageMakerBackend(str(script), source_dir=str(tmp_path), **NEEDED)


def test_limits_are_the_back_ends(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="keeps no spot instances in warm pools") as caught:
        SageMakerBackend.from_options(tmp_path / "train.py", (), {**NEEDED, "spot": True, "keep_alive": 60})
    assert isinstance(caught.value.__cause__, LimitError)


def refusal(spec: SageMakerBackend, folder: Path) -> str:
    """What is said where a job can't be started."""
    jobs = spec.open(ExperimentPaths(folder / "lm"), workers=1, elapsed=0.0)
    with closing(jobs), pytest.raises(BackendError) as error:
        jobs.start(Job(JobId(0, 0), {}, resumed=False))
    return str(error.value)


@pytest.fixture
def spec(tmp_path: Path) -> SageMakerBackend:
    script = tmp_path / "train.py"
    script.write_text("")
    return example(script)


def test_a_misspelt_instance_type_is_told_without_all_the_others(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path
) -> None:
    told = refusal(replace(spec, instance_type="ml.g4nd.xlarge"), tmp_path)
    assert told.endswith(
        "Config.instanceType is 'ml.g4nd.xlarge', which AWS doesn't know (did you mean ml.g4dn.xlarge?)."
    )
    assert emulator.jobs() == []


@pytest.mark.usefixtures("emulator")
def test_where_a_bucket_lacks_it_is_said_what_to_do(spec: SageMakerBackend, tmp_path: Path) -> None:
    assert refusal(replace(spec, s3="s3://not-there/mine"), tmp_path) == (
        "There is no bucket not-there on S3: make it, or, in a rehearsal, give its name to "
        "`tunewise rehearse` with --bucket."
    )


@pytest.mark.parametrize(
    ("region", "instance_type", "image"),
    [
        (
            "us-east-1",
            "ml.g4dn.xlarge",
            "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch:2.14-cu133-amzn2023-sagemaker",
        ),
        (
            "eu-central-2",
            "ml.p4d.24xlarge",
            "380420809688.dkr.ecr.eu-central-2.amazonaws.com/pytorch:2.14-cu133-amzn2023-sagemaker",
        ),
        (
            "ap-southeast-6",
            "ml.p6-b200.48xlarge",
            "633930458069.dkr.ecr.ap-southeast-6.amazonaws.com/pytorch:2.14-cu133-amzn2023-sagemaker",
        ),
        (
            "ap-east-2",
            "ml.p3.2xlarge",
            "975050140332.dkr.ecr.ap-east-2.amazonaws.com/"
            "pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04-sagemaker",
        ),
        (
            "cn-north-1",
            "ml.c5.4xlarge",
            "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch:2.14-cpu-amzn2023-sagemaker",
        ),
    ],
)
def test_the_image_of_a_region(region: str, instance_type: str, image: str) -> None:
    assert default_image(region, instance_type) == image


def test_all_images_are_of_the_right_shape() -> None:
    for region, account in ACCOUNTS.items():
        assert re.fullmatch(r"[a-z]{2}(-gov)?-[a-z]+-\d", region)
        assert re.fullmatch(r"\d{12}", account)
        check_image(default_image(region, "ml.g5.xlarge"))


@pytest.mark.parametrize(
    ("region", "instance_type", "words"),
    [
        ("mars-north-1", "ml.m5.large", "isn't known for the Region 'mars-north-1': give --image."),
        ("us-east-1", "ml.trn1.2xlarge", "doesn't run on ml.trn1.2xlarge: give another with --image."),
        ("us-east-1", "ml.p2.xlarge", "doesn't run on ml.p2.xlarge"),
        ("us-east-1", "ml.p6e-gb200.36xlarge", "doesn't run on ml.p6e-gb200.36xlarge"),
    ],
)
def test_where_no_image_is_known(region: str, instance_type: str, words: str) -> None:
    with pytest.raises(BackendError, match=re.escape(words)):
        default_image(region, instance_type)
