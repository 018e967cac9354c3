"""The flags of SageMaker, and what of them is said elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click
import pytest

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import declared
from tunewise.cli.settings import merged, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ROLE = "arn:aws:iam::123456789012:role/training"
SAID = {"role": ROLE, "s3": "s3://bucket/prefix", "image": "image"}
PLAIN = {**SAID, "instance_type": "ml.m5.large"}


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's environment is for SageMaker or AWS."""
    for name in ("ROLE", "S3", "IMAGE"):
        monkeypatch.delenv(f"TUNEWISE_SAGEMAKER_{name}", raising=False)
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent/config")


def fields_of(told: Mapping[str, object]) -> dict[str, Any]:
    """The back end's fields, by what was told."""
    return SageMakerBackend.complete(SageMakerBackend.read_settings({"instance_type": "ml.m5.large", **told}))


@pytest.fixture
def flags() -> Callable[..., dict[str, Any]]:
    """The same of flags on a command line, as `tunewise run` and `tunewise launch` read them."""

    def read(*arguments: str) -> dict[str, Any]:
        said: dict[str, object] = {}

        @click.command()
        @declared("On SageMaker", SageMakerBackend.settings().values())
        def command(**flags: object) -> None:
            said.update(flags)

        command.main(list(arguments), standalone_mode=False)
        assert said.keys() == SageMakerBackend.settings().keys()
        return fields_of({name: value for name, value in said.items() if value is not None})

    return read


def test_all_flags(flags: Callable[..., dict[str, Any]]) -> None:
    first = "--role r --s3 s3://b --image i --instance-type ml.g5.xlarge --region eu-west-1 --keep-alive 30m"
    more = "--spot --training-plan plan --volume-gb 50 --max-run 2h --subnet a --subnet b --security-group c"
    last = "--max-pending 1h --env A=1 --env B=x=y --pass-env T --aws-tag team=mine"
    assert flags(*first.split(), *more.split(), *last.split()) == {
        "role": "r",
        "s3": "s3://b",
        "image": "i",
        "instance_type": "ml.g5.xlarge",
        "region": "eu-west-1",
        "keep_alive": 1800,
        "spot": True,
        "training_plan": "plan",
        "volume_gb": 50,
        "max_run": 7200,
        "max_pending": 3600,
        "subnets": ("a", "b"),
        "security_groups": ("c",),
        "environment": {"A": "1", "B": "x=y"},
        "pass_environment": ("T",),
        "tags": {"team": "mine"},
    }


FILE = f"""\
workers = 8 # an experiment's own
backend = "sagemaker"
[sagemaker]
role = "{ROLE}"
s3 = "s3://bucket/prefix"
image = "image"
keep_alive = "30m"
max_run = 60
max_pending = "30m"
subnet = ["a"]
security_group = ["c"]
env = {{A = "1"}}
pass_env = ["T"]
aws_tag = {{team = "mine"}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """The same of a file."""

    def read(text: str) -> dict[str, Any]:
        path = tmp_path / "lm.toml"
        path.write_text(text)
        return fields_of(merged(read_file(path), {}))

    return read


def test_a_file_says_the_same(file: Callable[[str], dict[str, Any]]) -> None:
    assert file(FILE) == {
        **PLAIN,
        "keep_alive": 1800,
        "max_run": 60,
        "max_pending": 1800,
        "subnets": ("a",),
        "security_groups": ("c",),
        "environment": {"A": "1"},
        "pass_environment": ("T",),
        "tags": {"team": "mine"},
    }


def test_nothing_but_what_is_needed() -> None:
    assert fields_of(SAID) == PLAIN


def test_the_environment_says_what_flags_dont(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAID.items():
        monkeypatch.setenv(f"TUNEWISE_SAGEMAKER_{name.upper()}", value)
    assert fields_of({}) == PLAIN
    assert fields_of({"s3": "s3://other"})["s3"] == "s3://other"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ({}, 0),
        ({"warm_pool": 1}, 600),
        ({"warm_pool": 0}, 0),
        ({"warm_pool": 1, "keep_alive": 60.0}, 60),
        ({"keep_alive": 0.5}, 1),
    ],
)
def test_warm_pools(told: dict[str, object], seconds: int) -> None:
    assert fields_of({**SAID, **told}).get("keep_alive", SageMakerBackend.keep_alive) == seconds


@pytest.mark.parametrize(("said", "seconds"), [("1", 600), ("true", 600), ("0", None), ("false", None)])
def test_a_file_may_say_yes_or_no_of_a_warm_pool(
    file: Callable[[str], dict[str, Any]], said: str, seconds: int | None
) -> None:
    assert file(f"{FILE}warm_pool = {said}".replace('keep_alive = "30m"\n', "")).get("keep_alive") == seconds


def test_the_image_is_the_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    told = {name: value for name, value in SAID.items() if name != "image"}
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    assert ".eu-west-1." in fields_of(told)["image"]
    assert "-cpu-" in fields_of(told)["image"]
    assert "-cu133-" in fields_of({**told, "instance_type": "ml.g5.xlarge"})["image"]
    assert "626614931356.dkr.ecr.af-south-1." in fields_of({**told, "region": "af-south-1"})["image"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"role": None}, "SageMaker needs a role for the jobs: give --role, or set TUNEWISE_SAGEMAKER_ROLE."),
        ({"s3": None}, "give --s3, or set TUNEWISE_SAGEMAKER_S3."),
        ({"warm_pool": 0, "keep_alive": 60.0}, "--keep-alive is for a warm pool"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(told: dict[str, object], words: str) -> None:
    with pytest.raises(BackendError, match=re.escape(words)):
        fields_of({**SAID, **told})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            'keep_alive = "soon"',
            'keep_alive of SageMaker is a string "soon": give seconds, or a string such as',
        ),
        ('volume_gb = "big"', 'volume_gb of SageMaker is a string "big": give an integer.'),
        ("warm_pool = 2", "warm_pool of SageMaker is an integer 2: give 0 or 1."),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(
    file: Callable[[str], dict[str, Any]], line: str, words: str
) -> None:
    with pytest.raises(BadUsage, match=re.escape(f"lm.toml, line 4: {words}")):
        file(f'backend = "sagemaker"\n[sagemaker]\nrole = "{ROLE}"\n{line}\n')


def test_nothing_is_said_twice(flags: Callable[..., dict[str, Any]]) -> None:
    with pytest.raises(BadUsage, match=r"--env says 'A' twice\."):
        flags("--env", "A=1", "--env", "A=2")


def test_without_a_region_there_is_no_image() -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    with pytest.raises(BackendError, match=r"^No AWS Region is set: name one with --region, or set AWS_DEF"):
        fields_of({**SAID, "image": None})
