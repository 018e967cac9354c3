"""The flags of SageMaker, and what of them is said elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.site import Site
from tunewise.cli.aws import AwsSettings, aws_options, site_of
from tunewise.cli.exits import BadUsage

if TYPE_CHECKING:
    from collections.abc import Callable

ROLE = "arn:aws:iam::123456789012:role/training"
SAID = {"role": ROLE, "s3": "s3://bucket/prefix", "image": "image"}
PLAIN = Site(role=ROLE, s3="s3://bucket/prefix", image="image", instance_type="ml.m5.large")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's environment is for SageMaker or AWS."""
    for name in ("ROLE", "S3", "IMAGE"):
        monkeypatch.delenv(f"TUNEWISE_SAGEMAKER_{name}", raising=False)
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent/config")


@pytest.fixture
def site() -> Callable[..., Site]:
    """The site that flags on a command line say, as `tunewise run` and `tunewise launch` read them."""

    def read(*arguments: str) -> Site:
        told: dict[str, object] = {}

        @click.command()
        @aws_options
        def command(**flags: object) -> None:
            told.update(flags)

        command.main(list(arguments), standalone_mode=False)
        assert told.keys() == set(AwsSettings.__struct_fields__)
        return site_of(told, "ml.m5.large")

    return read


def test_the_flags_are_the_settings() -> None:
    @click.command()
    @aws_options
    def command() -> None:
        pass

    assert [option.name for option in command.params] == list(AwsSettings.__struct_fields__)


def test_all_flags(site: Callable[..., Site]) -> None:
    flags = "--role r --s3 s3://b --image i --instance-type ml.g5.xlarge --region eu-west-1 --keep-alive 30m"
    more = "--spot --training-plan plan --volume-gb 50 --max-run 2h --subnet a --subnet b --security-group c"
    last = "--max-pending 1h --env A=1 --env B=x=y --pass-env T --aws-tag team=mine"
    assert site(*flags.split(), *more.split(), *last.split()) == Site(
        role="r",
        s3="s3://b",
        image="i",
        instance_type="ml.g5.xlarge",
        region="eu-west-1",
        keep_alive=1800,
        spot=True,
        training_plan="plan",
        volume_gb=50,
        max_run=7200,
        max_pending=3600,
        subnets=("a", "b"),
        security_groups=("c",),
        environment={"A": "1", "B": "x=y"},
        pass_environment=("T",),
        tags={"team": "mine"},
    )


def test_a_file_says_the_same() -> None:
    told: dict[str, object] = {
        **SAID,
        "keep_alive": "30m",
        "max_run": 60,
        "max_pending": "30m",
        "subnet": ["a"],
        "security_group": ["c"],
        "env": {"A": "1"},
        "pass_env": ["T"],
        "aws_tag": {"team": "mine"},
        "workers": 8,  # another command's own
    }
    site = site_of(told, "ml.m5.large")
    assert (site.keep_alive, site.max_run, site.subnets, site.security_groups) == (1800, 60, ("a",), ("c",))
    assert site.max_pending == 1800
    assert (site.environment, site.pass_environment, site.tags) == ({"A": "1"}, ("T",), {"team": "mine"})


def test_nothing_but_what_is_needed() -> None:
    assert site_of(SAID, "ml.m5.large") == PLAIN


def test_the_environment_says_what_flags_dont(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAID.items():
        monkeypatch.setenv(f"TUNEWISE_SAGEMAKER_{name.upper()}", value)
    assert site_of({}, "ml.m5.large") == PLAIN
    assert site_of({"s3": "s3://other"}, "ml.m5.large").s3 == "s3://other"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ({}, 0),
        ({"warm_pool": "1"}, 600),
        ({"warm_pool": 1}, 600),
        ({"warm_pool": True}, 600),
        ({"warm_pool": "0"}, 0),
        ({"warm_pool": "1", "keep_alive": 60.0}, 60),
        ({"keep_alive": 0.5}, 1),
    ],
)
def test_warm_pools(told: dict[str, object], seconds: int) -> None:
    assert site_of({**SAID, **told}, "ml.m5.large").keep_alive == seconds


def test_the_image_is_the_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    told = {name: value for name, value in SAID.items() if name != "image"}
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    assert ".eu-west-1." in site_of(told, "ml.m5.large").image
    assert "-cpu-" in site_of(told, "ml.m5.large").image
    assert "-cu133-" in site_of({**told, "instance_type": "ml.g5.xlarge"}, "ml.m5.large").image
    assert (
        "626614931356.dkr.ecr.af-south-1." in site_of({**told, "region": "af-south-1"}, "ml.m5.large").image
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"role": None}, "SageMaker needs a role for the jobs: give --role, or set TUNEWISE_SAGEMAKER_ROLE."),
        ({"s3": None}, "give --s3, or set TUNEWISE_SAGEMAKER_S3."),
        ({"warm_pool": "0", "keep_alive": 60.0}, "--keep-alive is for a warm pool"),
        ({"env": (("A", "1"), ("A", "2"))}, "--env says 'A' twice."),
        (
            {"keep_alive": "soon"},
            'keep_alive of SageMaker is a string "soon": give seconds, or a string such as',
        ),
        ({"volume_gb": "big"}, 'volume_gb of SageMaker is a string "big": give an integer.'),
        ({"warm_pool": 2}, "warm_pool of SageMaker is an integer 2: give 0 or 1."),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(told: dict[str, object], words: str) -> None:
    with pytest.raises(BadUsage, match=re.escape(words)):
        site_of({**SAID, **told}, "ml.m5.large")


def test_without_a_region_there_is_no_image() -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    with pytest.raises(BackendError, match=r"^No AWS Region is set: name one with --region, or set AWS_DEF"):
        site_of({**SAID, "image": None}, "ml.m5.large")
