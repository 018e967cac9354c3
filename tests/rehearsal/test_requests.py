"""Requests at the limits of the service's model and one beyond; and what only the service can refuse."""

from __future__ import annotations

import copy
import json
import socket
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from tests.rehearsal.conftest import BUCKET, IMAGE, World, warm

from sagemaker_rehearsal.admission import LONGEST_RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Request = dict[str, Any]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """One for all tests here, as most of their requests change nothing."""
    from sagemaker_rehearsal import Emulator, Profile

    with Emulator(Profile(longest_run=LONGEST_RUN)) as emulator:
        yield World(emulator)


def send(world: World, request: Request, operation: str = "CreateTrainingJob") -> tuple[str, str]:
    """Sends a request as it is, past the client's own checks: the error's code and message, or "" and ""."""
    import boto3
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    assert boto3
    headers = {"X-Amz-Target": f"SageMaker.{operation}", "Content-Type": "application/x-amz-json-1.1"}
    made = AWSRequest("POST", world.emulator.endpoint + "/", data=json.dumps(request), headers=headers)
    key = world.emulator.environment["AWS_ACCESS_KEY_ID"]
    SigV4Auth(Credentials(key, "rehearsal"), "sagemaker", "us-east-1").add_auth(made)
    sent = urllib.request.Request(made.url, made.data.encode(), dict(made.headers.items()))
    try:
        with urllib.request.urlopen(sent):
            return "", ""
    except urllib.error.HTTPError as error:
        answer = json.loads(error.read())
        return answer["__type"], answer["message"]


def put(path: str, make: Callable[[int], Any]) -> Callable[[Request, int], None]:
    """Sets a member, such as `ResourceConfig.InstanceType`, to what `make` makes of a size."""

    def change(request: Request, size: int) -> None:
        *parents, last = path.split(".")
        for name in parents:
            request = request.setdefault(name, {})
        request[last] = make(size)

    return change


def channels(count: int) -> list[Request]:
    source = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/code"}
    return [{"ChannelName": f"c{i}", "DataSource": {"S3DataSource": source}} for i in range(count)]


LIMITS: dict[str, tuple[Callable[[Request, int], None], int]] = {
    "job name": (put("TrainingJobName", lambda n: "n" * n), 63),
    "hyperparameters": (put("HyperParameters", lambda n: {f"h{i}": "1" for i in range(n)}), 100),
    "a hyperparameter's key": (put("HyperParameters", lambda n: {"k" * n: "1"}), 256),
    "a hyperparameter's value": (put("HyperParameters", lambda n: {"k": "v" * n}), 2500),
    "variables": (put("Environment", lambda n: {f"V{i}": "1" for i in range(n)}), 100),
    "a variable's key": (put("Environment", lambda n: {"K" * n: "1"}), 512),
    "a variable's value": (put("Environment", lambda n: {"K": "v" * n}), 512),
    "entry point": (
        put("AlgorithmSpecification.ContainerEntrypoint", lambda n: ["/bin/true"] + ["a"] * (n - 1)),
        100,
    ),
    "a part of the entry point": (
        put("AlgorithmSpecification.ContainerEntrypoint", lambda n: ["/bin/true", "a" * n]),
        256,
    ),
    "arguments": (put("AlgorithmSpecification.ContainerArguments", lambda n: ["a"] * n), 100),
    "an argument": (put("AlgorithmSpecification.ContainerArguments", lambda n: ["a" * n]), 256),
    "metrics": (
        put(
            "AlgorithmSpecification.MetricDefinitions",
            lambda n: [{"Name": f"m{i}", "Regex": "x"} for i in range(n)],
        ),
        40,
    ),
    "channels": (put("InputDataConfig", channels), 20),
    "tags": (put("Tags", lambda n: [{"Key": f"k{i}", "Value": "v"} for i in range(n)]), 50),
    "a tag's key": (put("Tags", lambda n: [{"Key": "k" * n, "Value": "v"}]), 128),
    "a tag's value": (put("Tags", lambda n: [{"Key": "k", "Value": "v" * n}]), 256),
    "S3 URI": (
        put("OutputDataConfig.S3OutputPath", lambda n: f"s3://{BUCKET}/".ljust(n, "p")),
        1024,
    ),
    "keep-alive": (put("ResourceConfig.KeepAlivePeriodInSeconds", lambda n: n), 21600),
    "run time": (put("StoppingCondition.MaxRuntimeInSeconds", lambda n: n), LONGEST_RUN),
}


@pytest.mark.parametrize("what", LIMITS)
def test_the_limit_is_valid_and_one_more_is_refused(world: World, what: str) -> None:
    change, limit = LIMITS[what]
    jobs = len(world.emulator.jobs())
    request = world.request(f"limit-{list(LIMITS).index(what)}")
    beyond = copy.deepcopy(request)
    change(beyond, limit + 1)
    code, message = send(world, beyond)
    assert code == "ValidationException", message
    assert len(world.emulator.jobs()) == jobs
    change(request, limit)
    assert send(world, request) == ("", "")


WRONG: dict[str, tuple[Callable[[Request, int], None], str]] = {
    "an underscore in the name": (put("TrainingJobName", lambda _: "a_b"), "regular expression"),
    "a name that ends in a hyphen": (put("TrainingJobName", lambda _: "a-"), "regular expression"),
    "an empty name": (put("TrainingJobName", lambda _: ""), "length greater than or equal to 1"),
    "a line break in a hyperparameter": (put("HyperParameters", lambda _: {"k": "a\nb"}), "pattern"),
    "a variable that is no name": (put("Environment", lambda _: {"1K": "v"}), "pattern"),
    "a tag with a character of its own": (put("Tags", lambda _: [{"Key": "k", "Value": "a|b"}]), "pattern"),
    "a tab in a tag": (put("Tags", lambda _: [{"Key": "k", "Value": "a\tb"}]), "pattern"),
    "an instance type that is none": (
        put("ResourceConfig.InstanceType", lambda _: "ml.q9"),
        "enum value set",
    ),
    "no role": (put("RoleArn", lambda _: "arn:aws:iam::1:role/x"), "pattern"),
    "an image that is not in ECR": (
        put("AlgorithmSpecification.TrainingImage", lambda _: "pytorch/pytorch:latest"),
        "must be a path in ECR",
    ),
    "an image of another Region": (
        put("AlgorithmSpecification.TrainingImage", lambda _: IMAGE.replace("us-east-1", "eu-west-1")),
        "eu-west-1",
    ),
    "no volume": (put("ResourceConfig.VolumeSizeInGB", lambda _: None), "VolumeSizeInGB"),
    "no instance": (put("ResourceConfig.InstanceCount", lambda _: 0), "InstanceCount"),
    "a bucket that isn't there": (
        put("OutputDataConfig.S3OutputPath", lambda _: "s3://nowhere/x"),
        "does not exist",
    ),
    "a channel without objects": (
        put("InputDataConfig", lambda _: [_channel(f"s3://{BUCKET}/nothing")]),
        "No S3 objects found under S3 URL",
    ),
    "two channels of one name": (
        put("InputDataConfig", lambda _: [_channel(f"s3://{BUCKET}/code")] * 2),
        "Channel names must be unique",
    ),
    "two tags of one key": (
        put("Tags", lambda _: [{"Key": "k", "Value": "a"}, {"Key": "k", "Value": "b"}]),
        "Tag keys must be unique",
    ),
    "a reserved tag": (put("Tags", lambda _: [{"Key": "aws:x", "Value": "a"}]), "reserved"),
    "no stopping condition": (put("StoppingCondition", lambda _: None), "StoppingCondition"),
    "a wait without spot": (
        put("StoppingCondition", lambda _: {"MaxRuntimeInSeconds": 1, "MaxWaitTimeInSeconds": 1}),
        "EnableManagedSpotTraining",
    ),
    "a key for no volume": (
        put("ResourceConfig", lambda _: {**warm(0, "ml.g4dn.xlarge"), "VolumeKmsKeyId": "k"}),
        "VolumeKmsKeyId",
    ),
    "spot without a wait": (put("EnableManagedSpotTraining", lambda _: True), "MaxWaitTimeInSeconds"),
}


def _channel(uri: str) -> Request:
    source = {"S3DataType": "S3Prefix", "S3Uri": uri}
    return {"ChannelName": "c", "DataSource": {"S3DataSource": source}}


@pytest.mark.parametrize("what", WRONG)
def test_invalid_requests_are_refused_by_name(world: World, what: str) -> None:
    change, words = WRONG[what]
    jobs = len(world.emulator.jobs())
    request = world.request("wrong")
    change(request, 0)
    code, message = send(world, request)
    assert code == "ValidationException"
    assert words in message
    assert len(world.emulator.jobs()) == jobs


def test_spot_has_no_warm_pool(world: World) -> None:
    request = world.request("spot", EnableManagedSpotTraining=True, ResourceConfig=warm())
    request["StoppingCondition"]["MaxWaitTimeInSeconds"] = 3600
    code, message = send(world, request)
    assert code == "ValidationException"
    assert "spot" in message


@pytest.mark.parametrize(
    "change",
    [
        put("TrainingJobName", lambda _: 7),
        put("HyperParameters", lambda _: {"lr": 0.5}),
        put("ResourceConfig.InstanceCount", lambda _: "1"),
        put("ResourceConfig.InstanceCount", lambda _: True),
        put("Tags", lambda _: {"k": "v"}),
        put("EnableManagedSpotTraining", lambda _: "true"),
        put("NoSuchMember", lambda _: 1),
        put("ResourceConfig.NoSuchMember", lambda _: 1),
    ],
)
def test_wrong_types_and_unknown_members_are_refused(
    world: World, change: Callable[[Request, int], None]
) -> None:
    request = world.request("typed")
    change(request, 0)
    assert send(world, request)[0] == "SerializationException"


def test_letters_of_any_script_are_fine_in_tags_and_values(world: World) -> None:
    request = world.request("letters", Tags=[{"Key": "größe", "Value": "Ω 数\xa0½+-=._:/@"}])
    request["HyperParameters"] = {"größe": "日本語 «»"}
    assert send(world, request) == ("", "")


def test_all_mistakes_of_a_request_are_listed_at_once(world: World) -> None:
    request = world.request("many", Environment={"1": "v"}, HyperParameters={"k" * 257: "v"})
    _, message = send(world, request)
    assert message.startswith("2 validation errors detected: ")


RULE = {"RuleConfigurationName": "rule", "RuleEvaluatorImage": IMAGE}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (put("ResourceConfig.InstanceCount", lambda _: 2), "2 as ResourceConfig.InstanceCount, only 1"),
        (put("AlgorithmSpecification.TrainingInputMode", lambda _: "Pipe"), "Pipe"),
        (
            put(
                "InputDataConfig", lambda _: [_channel(f"s3://arn:aws:s3:us-east-1:{'1' * 12}:accesspoint/a")]
            ),
            "access points",
        ),
        (put("DebugRuleConfigurations", lambda _: [RULE]), "DebugRuleConfigurations"),
    ],
)
def test_valid_requests_that_are_not_emulated_get_their_own_error(
    world: World, change: Callable[[Request, int], None], what: str
) -> None:
    request = world.request("beyond")
    change(request, 0)
    code, message = send(world, request)
    assert code == "NotRehearsed"
    assert what in message


def test_other_operations_and_services_get_their_own_error(world: World) -> None:
    from botocore.exceptions import ClientError

    for operation in ("CreateProcessingJob", "DeleteTrainingJob"):
        assert send(world, {}, operation)[0] == "NotRehearsed"
    for call in (
        world.client("ec2").describe_instances,
        world.client("sns").list_topics,
        world.client("dynamodb").list_tables,
    ):
        with pytest.raises(ClientError, match=r"\(NotRehearsed\).*does not know the service"):
            call()


def test_requests_without_the_emulators_key_are_refused(world: World) -> None:
    import boto3
    from botocore.exceptions import ClientError

    stranger = boto3.client(
        "sagemaker",
        endpoint_url=world.emulator.endpoint,
        region_name="us-east-1",
        aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="x",
    )
    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        stranger.list_training_jobs()
    for path in ("/", f"/{BUCKET}/code/secret"):
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(world.emulator.endpoint + path)


@pytest.mark.parametrize("asks", [False, True], ids=["sends", "asks whether to send"])
@pytest.mark.parametrize("key", ["", "AKIAIOSFODNN7EXAMPLE"])
def test_the_body_of_a_request_without_the_key_is_not_read(world: World, asks: bool, key: str) -> None:
    """It announces a gigabyte and sends nothing: whoever waited for that would wait for ever."""
    lines = [f"PUT /{BUCKET}/large HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {1 << 30}"]
    if key:
        lines.append(f"Authorization: AWS4-HMAC-SHA256 Credential={key}/20250101/us-east-1/s3/aws4_request")
    if asks:
        lines.append("Expect: 100-continue")
    before = len(world.emulator.ledger.of("PutObject"))
    address = urllib.parse.urlsplit(world.emulator.endpoint)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=60) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        with connection.makefile("rb") as answer:
            told = answer.read()  # to its end: the connection is closed
    assert told.startswith(b"HTTP/1.1 403 ")
    assert b"is not this rehearsal's" in told
    (call,) = world.emulator.ledger.of("PutObject")[before:]
    assert (call.status, call.caller) == (403, "")


@pytest.mark.parametrize(
    ("header", "body"), [("Content-Length: 10", b"half"), ("Transfer-Encoding: chunked", b"4\r\nhalf\r\n")]
)
def test_a_body_that_breaks_off_changes_nothing(world: World, header: str, body: bytes) -> None:
    """As of a job that is killed while it uploads: on S3 an object is there whole or not at all."""
    key = world.emulator.environment["AWS_ACCESS_KEY_ID"]
    credential = f"AWS4-HMAC-SHA256 Credential={key}/20250101/us-east-1/s3/aws4_request"
    lines = [f"PUT /{BUCKET}/torn HTTP/1.1", "Host: 127.0.0.1", f"Authorization: {credential}", header]
    address = urllib.parse.urlsplit(world.emulator.endpoint)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=60) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answer:
            assert answer.read() == b""
    assert "torn" not in world.emulator.storage.keys(BUCKET, "")
