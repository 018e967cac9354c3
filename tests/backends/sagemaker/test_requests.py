"""Every request is valid at the limits, and refused at one more: by us, and by the service's own model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.harnesses.sagemaker import BUCKET, example

from sagemaker_rehearsal.protocol import load_model, matches
from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError, Job
from tunewise.backends.sagemaker import limits
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.backends.sagemaker.names import OUR_VARIABLES, Places, job_key, read_name, slug
from tunewise.backends.sagemaker.requests import create_request, hyperparameters_of
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId
from tunewise.worker.passing import Passing, decoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from sagemaker_rehearsal import Emulator

REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/"
ROLE = "arn:aws:iam::123456789012:role/"
PLAN = "arn:aws:sagemaker:us-east-1:123456789012:training-plan/ours"
SPEC = example(Path("train.py"))
PLACES = Places(BUCKET, "tunewise", "e" * 36 + "-abcdef")


class Limit(NamedTuple):
    """constant: of the module `limits`. unit: how many of it are ours. what: a change of the specification,
    or the arguments of a job, with so many of it."""

    constant: str
    ours: int
    what: Callable[[int], dict[str, Any]]


def named(number: int) -> dict[str, str]:
    return {f"n{index}": "v" for index in range(number)}


LIMITS = {
    "hyperparameters": Limit("MOST_HYPERPARAMETERS", 0, lambda n: {"job": named(n)}),
    "name of a hyperparameter": Limit("LONGEST_HYPERPARAMETER_NAME", 0, lambda n: {"job": {"n" * n: "v"}}),
    "hyperparameter": Limit("LONGEST_HYPERPARAMETER", 0, lambda n: {"job": {"n": "v" * n}}),
    "variables": Limit("MOST_VARIABLES", len(OUR_VARIABLES), lambda n: {"environment": named(n)}),
    "name of a variable": Limit("LONGEST_VARIABLE", 0, lambda n: {"environment": {"V" * n: "v"}}),
    "variable": Limit("LONGEST_VARIABLE", 0, lambda n: {"environment": {"V": "v" * n}}),
    "channels": Limit(
        "MOST_CHANNELS", 1, lambda n: {"channels": dict.fromkeys(named(n), f"s3://{BUCKET}/data")}
    ),
    "name of a channel": Limit(
        "LONGEST_CHANNEL", 0, lambda n: {"channels": {"c" * n: f"s3://{BUCKET}/data"}}
    ),
    "tags": Limit("MOST_TAGS", 4, lambda n: {"tags": named(n)}),
    "key of a tag": Limit("LONGEST_TAG_KEY", 0, lambda n: {"tags": {"k" * n: "v"}}),
    "tag": Limit("LONGEST_TAG", 0, lambda n: {"tags": {"k": "v" * n}}),
    "subnets": Limit(
        "MOST_SUBNETS",
        0,
        lambda n: {"subnets": tuple(f"subnet-{i}" for i in range(n)), "security_groups": ("sg-1",)},
    ),
    "security groups": Limit(
        "MOST_SECURITY_GROUPS",
        0,
        lambda n: {"subnets": ("subnet-1",), "security_groups": tuple(f"sg-{i}" for i in range(n))},
    ),
    "subnet": Limit("LONGEST_NETWORK_ID", 0, lambda n: {"subnets": ("s" * n,), "security_groups": ("sg-1",)}),
    "image": Limit("LONGEST_IMAGE", 0, lambda n: {"image": REGISTRY + "i" * (n - len(REGISTRY))}),
    "role": Limit("LONGEST_ROLE", 0, lambda n: {"role": ROLE + "r" * (n - len(ROLE))}),
    "KMS key": Limit("LONGEST_KMS_KEY", 0, lambda n: {"volume_kms_key": "k" * n}),
    "max_run": Limit("LONGEST_RUN", 0, lambda n: {"max_run": n}),
    "max_pending": Limit("LONGEST_PENDING", 0, lambda n: {"max_pending": n}),
    "keep_alive": Limit("LONGEST_KEEP_ALIVE", 0, lambda n: {"keep_alive": n}),
    "retries": Limit("MOST_RETRIES", 0, lambda n: {"retries": n}),
}
with_each = pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS.keys())


def request_of(changes: dict[str, Any]) -> dict[str, Any]:
    changes = dict(changes)
    job = Job(JobId(99_999, 99), changes.pop("job", {}), resumed=True)
    spec = replace(SPEC, **changes)
    channels = {"code": f"s3://{BUCKET}/code/", **spec.channels}
    return create_request(spec, PLACES, channels, job, attempt=99)


@pytest.fixture
def create(open_emulator: Callable[..., Emulator]) -> Callable[[dict[str, Any]], None]:
    # no job ever gets as far as running, nor is any refused for its length
    emulator = open_emulator(cold_start=1e6, longest_run=limits.LONGEST_RUN)
    for key in ("data", "code/boot.py"):
        emulator.storage.put(BUCKET, key, b"")
    client = emulator.client("sagemaker")
    return lambda request: client.create_training_job(**request)


@with_each
def test_a_request_at_the_limit_is_valid(create: Callable[[dict[str, Any]], None], limit: Limit) -> None:
    create(request_of(limit.what(getattr(limits, limit.constant) - limit.ours)))


@with_each
def test_a_request_beyond_the_limit_is_refused(limit: Limit) -> None:
    with pytest.raises(LimitError) as caught:
        request_of(limit.what(getattr(limits, limit.constant) - limit.ours + 1))
    text = str(caught.value)
    assert len(text) < 250
    assert text.endswith(".")
    assert ": " in text  # what happened: what to do


@with_each
def test_sagemaker_would_refuse_a_request_beyond_the_limit(
    create: Callable[[dict[str, Any]], None], limit: Limit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from botocore.exceptions import ClientError

    most = getattr(limits, limit.constant)
    monkeypatch.setattr(limits, limit.constant, most + 1)
    monkeypatch.setattr("tunewise.backends.sagemaker.spec.check_fields", lambda spec: None)  # has read it
    with pytest.raises(ClientError, match="ValidationException"):
        create(request_of(limit.what(most - limit.ours + 1)))


@pytest.mark.parametrize("script_mode", [False, True])
def test_reserved_names_of_arguments_are_refused(script_mode: bool) -> None:
    for name in ("sagemaker_lr", "sagemaker_program"):
        with pytest.raises(LimitError, match=f"'{name}' would never reach the script.*rename it"):
            request_of({"job": {name: 1.0}, "script_mode": script_mode})
    request_of({"job": {"sagemaker": 1.0, "lr_sagemaker_": 1.0}, "script_mode": script_mode})


def test_the_longest_prefix_leaves_room_for_all_keys(create: Callable[[dict[str, Any]], None]) -> None:
    longest = limits.LONGEST_URI - 131
    uri = f"s3://{BUCKET}/".ljust(longest, "p")
    spec = replace(SPEC, s3=uri, environment={})
    places = Places.below(spec.s3, PLACES.experiment)
    keys = [places.report(job_key(JobId(99_999, 99), 19)), places.checkpoint(99_999) + "files/" + "0" * 64]
    assert all(len(key) <= 1024 for key in keys)
    assert len(places.uri(places.code("0" * 32) + "sourcedir.tar.gz")) <= limits.LONGEST_URI
    with pytest.raises(LimitError, match="s3 has"):
        replace(SPEC, s3=uri + "p")


@pytest.mark.parametrize(
    "changes",
    [
        {"job": {"text": "two\nlines"}},
        {"role": "training"},
        {"image": ""},
        {"instance_type": "g4dn.xlarge"},
        {"s3": "my-bucket"},
        {"keep_alive": 60, "spot": True},
        {"max_wait": 60},
        {"spot": True, "max_run": 60, "max_wait": 59},
        {"subnets": ("subnet-1",)},
        {"channels": {"code": "s3://bucket/data"}},
        {"channels": {"a b": "s3://bucket/data"}},
        {"environment": {"a-b": ""}},
        {"environment": {OUR_VARIABLES[0]: ""}},
        {"tags": {"aws:owner": "me"}},
        {"tags": {"tunewise:trial": "1"}},
        {"tags": {"k": "a*b"}},
        {"tags": {"k": "a\tb"}},
        {"s3": "s3://bucket/a\nb"},
        {"s3": "s3://bucket/a//b"},
        {"channels": {"data": "s3://bucket/a//b"}},
        {"volume_gb": 0},
        {"volume_kms_key": "k", "instance_type": "ml.g5.xlarge"},
        {"retries": -1},
        {"max_pending": 1799},
        {"training_plan": "ours"},
        {"training_plan": PLAN, "spot": True},
    ],
    ids=str,
)
def test_invalid_settings_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(LimitError):
        request_of(changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"spot": True},
        {"spot": True, "max_run": limits.LONGEST_RUN},
        {"script_mode": True},
        {"retries": 1},
        {"volume_gb": 8000, "instance_type": "ml.p4d.24xlarge"},
        {"s3": f"s3://{BUCKET}/a prefix of words"},
        {"tags": {"k": "no\xa0break"}},
        {"training_plan": PLAN},
        {"job": {"lr": 1e-5, "none": None, "flag": True, "text": "ünïcode 'quoted' $HOME"}},
    ],
    ids=str,
)
def test_rare_settings_are_valid(create: Callable[[dict[str, Any]], None], changes: dict[str, Any]) -> None:
    create(request_of(changes))


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=5))
def test_tags_follow_the_services_pattern(text: str) -> None:
    shape = load_model("sagemaker", ("CreateTrainingJob",)).shape_for("TagValue")
    try:
        limits.check_tags({"k": text})
    except LimitError:
        assert not matches(shape.metadata["pattern"], text)
    else:
        assert matches(shape.metadata["pattern"], text)


POINT = "arn:aws:s3:us-west-2:123456789012:accesspoint/ours"


@pytest.mark.parametrize("bucket", ["bucket", POINT])
def test_a_place_on_s3_is_a_bucket_or_an_access_point(bucket: str) -> None:
    for prefix in ("", "a", "a b/c"):
        spec = replace(SPEC, s3=f"s3://{bucket}/{prefix}")
        places = Places.below(spec.s3, "e")
        assert (places.bucket, places.prefix) == (bucket, prefix)
        assert places.uri(places.output) == f"s3://{'/'.join(filter(None, (bucket, prefix)))}/e/output"


def test_configurations_as_text_lose_nothing() -> None:
    told = hyperparameters_of({"rate": 1.5e-05, "number": 12.5, "flag": False, "none": None, "n": 3})
    assert told == {"rate": "1.5e-05", "number": "12.5", "flag": "False", "n": "3"}


def test_a_file_with_the_configuration_as_it_is_has_null_on_sagemaker_too() -> None:
    passing = Passing("config")
    told = hyperparameters_of({"depth": None, "name": "null"}, passing)
    assert told == {"depth": "null", "name": '"null"'}
    passed = passing.passed({name: decoded(text) for name, text in told.items()}, {"file": "/f"})
    assert json.loads(passed.file or "") == {"depth": None, "name": "null"}


def test_names() -> None:
    assert slug("my_study/ASHA.x4--s0!") == "my-study-ASHA-x4-s0"
    assert slug("???") == "experiment"
    assert len(slug("x" * 100)) == 36
    for job_id, attempt in [(JobId(0, 0), 0), (JobId(42, 1), 0), (JobId(123_456, 10), 3)]:
        assert read_name("e-1", f"e-1-{job_key(job_id, attempt)}") == (job_id, attempt)
    assert read_name("e", "e-1-t00042-r1") is None  # another experiment, whose name begins alike
    assert read_name("e-1", "e-1-something") is None
    assert job_key(JobId(42, 1)) == "t00042-r1"


def test_a_specification_survives_json(tmp_path: Path) -> None:
    spec = replace(
        example(tmp_path / "train.py"),
        channels={"data": str(tmp_path), "more": "s3://bucket/data"},
        environment={"A": "1"},
        arguments=("--x", "1"),
        subnets=("subnet-1",),
        security_groups=("sg-1",),
    )
    assert spec_from_json(json.loads(json.dumps({"kind": "sagemaker", **spec.to_json()}))) == spec


def test_missing_files_are_reported_before_any_call(tmp_path: Path) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    with pytest.raises(BackendError, match="no script"):
        example(tmp_path / "train.py").check(1)
    (tmp_path / "train.py").touch()
    spec = example(tmp_path / "train.py")
    spec.check(1)
    with pytest.raises(BackendError, match="no /nowhere for the channel"):
        replace(spec, channels={"data": "/nowhere"}).check(1)
    with pytest.raises(BackendError, match="no file"):
        replace(spec, requirements=str(tmp_path / "r.txt")).check(1)
    with pytest.raises(BackendError, match="isn't a Python file"):
        replace(spec, entry_point="/bin/sh").check(1)


def test_a_preview_is_the_request_without_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TOKEN", "the secret")
    spec = replace(SPEC, environment={"MODE": "fast"}, pass_environment=("TOKEN",), channels={"data": "here"})
    job = Job(JobId(0, 0), {"lr": 0.1}, resumed=False)
    text = spec.preview(job, ExperimentPaths(tmp_path / "My experiment"))
    assert "the secret" not in text
    shown, places = json.loads(text), Places.below(spec.s3, "My-experiment-...")
    channels = {"code": places.uri(places.code("...")), "data": places.uri(places.data("data", "..."))}
    sent = create_request(spec, places, channels, job)
    assert sent["Environment"]["TOKEN"] == "the secret"
    sent["Environment"]["TOKEN"] = "($TOKEN of the tuner)"
    assert shown == sent
    assert shown["TrainingJobName"] == "My-experiment-...-t00000-r0"
    assert not list(tmp_path.iterdir())
