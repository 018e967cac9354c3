"""Answers that are lost, break off or say that the service is busy: the same call is made again."""

from __future__ import annotations

import logging
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import BUCKET, example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.calls import (
    MissingError,
    NameTakenError,
    QuotaError,
    ThrottledError,
    TrainingJobs,
    make_clients,
    translated,
)
from tunewise.backends.sagemaker.container.storage import Bucket, is_passing
from tunewise.backends.sagemaker.names import Places
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.platform import CheckpointRemover
from tunewise.backends.sagemaker.views import Account
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadUsage
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`


def calls_by_operation(folder: Path) -> dict[str, Callable[[], object]]:
    """Everything that a tuner asks for and goes on with what is answered."""
    clients = make_clients(None)
    jobs, bucket = (
        TrainingJobs(clients.sagemaker, clients.logs, Pace(0.1)),
        Bucket(BUCKET, clients.s3),
    )
    (folder / "data").write_bytes(b"abc" * 1000)
    bucket.put("key", b"abc" * 1000)
    arn = "arn:aws:sagemaker:us-east-1:123456789012:training-job/there"
    return {
        "ListTrainingJobs": lambda: jobs.list_jobs("there", None),
        "DescribeTrainingJob": lambda: jobs.describe("there"),
        "ListTags": lambda: jobs.tags(arn),
        "GetObject": lambda: (bucket.get("none"), bucket.get("key")),
        "ListObjectsV2": lambda: bucket.etags(""),
        "DeleteObjects": lambda: bucket.delete(["none"]),
        "PutObject": lambda: bucket.upload(folder / "data", "data"),
    }


LIMIT = "ResourceLimitExceeded"
CODES = (
    "ValidationException",
    "ResourceNotFound",
    "ResourceNotFoundException",
    "ResourceInUse",
    LIMIT,
    "New",
)
WORDS = (
    "Requested resource not found.",
    "The image was not found.",
    "The training job is in status Deleting.",
    "The warm pool is not there.",
    "",
)


def refuse(patch: pytest.MonkeyPatch, operation: str, code: str, words: str) -> None:
    """Answers every call of an operation with an error; the others go on."""
    from botocore.client import BaseClient
    from botocore.exceptions import ClientError

    ask = BaseClient._make_api_call

    def asking(client: object, name: str, request: object) -> object:
        if name == operation:
            raise ClientError({"Error": {"Code": code, "Message": words}}, name)
        return ask(client, name, request)

    patch.setattr(BaseClient, "_make_api_call", asking)


def error_of(call: Callable[[], object]) -> RuntimeError | None:
    try:
        with translated("Asking"):
            call()
    except RuntimeError as error:
        return error
    return None


MEANT: dict[str, tuple[type[Exception], ...]] = {
    "CreateTrainingJob": (NameTakenError, QuotaError),
    "UpdateTrainingJob": (MissingError,),
}
"""Answers that the one who calls makes something of."""


def test_no_answer_to_any_call_ends_in_a_traceback(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = make_clients(None)
    jobs = TrainingJobs(clients.sagemaker, clients.logs, Pace(0.1))
    calls = [
        *calls_by_operation(tmp_path).items(),
        ("CreateTrainingJob", lambda: jobs.create({"TrainingJobName": "new"})),
        ("StopTrainingJob", lambda: jobs.stop("there")),
        ("UpdateTrainingJob", lambda: jobs.end_pool("there")),
        ("DescribeLogStreams", lambda: jobs.log("there")),
        ("ListTrainingJobs", lambda: Account(clients.sagemaker).latest(1)),
        ("DescribeTrainingJob", lambda: Account(clients.sagemaker).look_at("there")),
    ]
    for (operation, call), code, words in product(calls, CODES, WORDS):
        with monkeypatch.context() as patch:
            refuse(patch, operation, code, words)
            error = error_of(call)
        told = isinstance(error, BackendError) and str(error).endswith(".")
        known = isinstance(error, MEANT.get(operation, ()))
        assert error is None or told or known, (operation, code, words, error)


def test_a_refused_create_is_one_sentence(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever words AWS finds for it: they may be those for a job that isn't there."""

    def starting(number: int) -> None:
        rig.start(rig.job(number))
        rig.until("the refusal", lambda: False)  # it may not be its turn at once

    ends = [pair for pair in product(CODES, WORDS) if pair[0] not in ("ResourceInUse", LIMIT)]
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        for number, (code, words) in enumerate(ends):
            with monkeypatch.context() as patch:
                refuse(patch, "CreateTrainingJob", code, words)
                with pytest.raises(BackendError, match=r"^Creating the training job.* was refused: .*\w\.$"):
                    starting(number)
                if JobId(number, 0) in rig._unfinished:  # it was not refused at once
                    rig.backend.halt(JobId(number, 0), 0.0)
                    rig.until_ended(JobId(number, 0))


def busy_times(call: Callable[[], object]) -> int:
    """How often a call is to be made again until it goes well."""
    busy = 0
    while True:
        try:
            with translated("Asking"):
                call()
        except BusyError:
            busy += 1
        else:
            return busy


@pytest.mark.parametrize("effect", ["torn_response", "lost_response", "throttle", "server_error"])
def test_each_call_is_retried_after_passing_errors(open_emulator: Open, tmp_path: Path, effect: str) -> None:
    emulator = open_emulator()
    emulator.add_ended_jobs(["there"])
    for operation, call in calls_by_operation(tmp_path).items():
        if (operation, effect) == ("PutObject", "torn_response"):
            continue  # there is nothing in its answer that could break off
        emulator.inject(Fault(effect, operation, times=2))  # S3's are all tries of boto3's own
        assert 1 <= busy_times(call) <= 2, operation


@pytest.mark.slow
def test_a_tuner_survives_responses_that_break_off(
    open_emulator: Open, light_jobs: None, tmp_path: Path
) -> None:
    emulator = open_emulator()
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"first": 1})) for trial_id in range(3)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)  # from now on it is the tuner alone that asks for these
        for operation, subject in [
            ("GetObject", "*/reports/*"),
            ("ListObjectsV2", "*"),
            ("ListTrainingJobs", "*"),
            ("DescribeTrainingJob", "*"),
        ]:
            emulator.inject(Fault("torn_response", operation, subject, after=1, times=6))
        rig.gate.touch()
        rig.until_ended(*jobs)
        for job_id in jobs:
            assert rig.ends(job_id)[0].failure is None
            assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2, 3]
    assert len(emulator.jobs()) == 3


def _errors() -> dict[str, tuple[Exception, type[Exception]]]:
    from botocore import exceptions
    from botocore.parsers import ResponseParserError
    from urllib3.exceptions import ProtocolError, SSLError

    url = {"endpoint_url": "https://s3"}

    def refused(code: str, status: int) -> exceptions.ClientError:
        answer: Any = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
        return exceptions.ClientError(answer, "GetObject")

    return {
        "short body": (exceptions.IncompleteReadError(actual_bytes=1, expected_bytes=2), BusyError),
        "broken body": (exceptions.ResponseStreamingError(error="reset"), BusyError),
        "slow body": (exceptions.ReadTimeoutError(error="slow", **url), BusyError),
        "wrong body": (exceptions.FlexibleChecksumError(error_msg="no"), BusyError),
        "no XML": (ResponseParserError("no"), BusyError),
        "no proxy": (exceptions.ProxyConnectionError(error="no", proxy_url="http://p"), BusyError),
        "no connection": (exceptions.ConnectTimeoutError(error="no", **url), BusyError),
        "no name": (exceptions.EndpointConnectionError(error="no", **url), BusyError),
        "no handshake": (exceptions.SSLError(error="no", **url), BusyError),
        "no handshake in a body": (SSLError("no"), BusyError),
        "no protocol": (ProtocolError("no"), BusyError),
        "no new credentials": (
            exceptions.CredentialRetrievalError(provider="role", error_msg="no"),
            BusyError,
        ),
        "no metadata": (exceptions.MetadataRetrievalError(error_msg="no"), BusyError),
        "request timeout": (refused("RequestTimeout", 400), BusyError),
        "slow down": (refused("SlowDown", 503), ThrottledError),
        "denied": (refused("AccessDenied", 403), BackendError),
        "expired": (refused("ExpiredToken", 400), BackendError),
        "no credentials": (exceptions.NoCredentialsError(), BackendError),
        "wrong parameters": (exceptions.ParamValidationError(report="no"), BackendError),
    }


@pytest.mark.parametrize("name", list(_errors()) if pytest.importorskip("botocore") else [])
def test_what_errors_mean(name: str) -> None:
    error, expected = _errors()[name]
    with pytest.raises(expected), translated("Reading reports"):
        raise error


def test_containers_retry_wherever_tuners_do() -> None:
    assert [
        name
        for name, (error, kind) in _errors().items()
        if issubclass(kind, BusyError) and not is_passing(error)
    ] == []
    assert not is_passing(_errors()["denied"][0])


def test_commands_report_a_busy_service_in_a_sentence() -> None:
    with (
        pytest.raises(
            BadUsage, match=r"is busy or can't be reached \(Looking for the study: Throttling\): try again"
        ),
        explained(),
    ):
        raise BusyError("Looking for the study: Throttling")


def test_missing_credentials_are_one_sentence(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9/none")
    monkeypatch.setattr("botocore.utils.ContainerMetadataFetcher.SLEEP_TIME", 0)
    with pytest.raises(BackendError, match=r"credentials from container-role.*try again later"):
        make_clients(None)


def test_an_empty_region_is_a_missing_one(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "")
    with pytest.raises(BackendError, match="No AWS Region is set"):
        make_clients(None)


@pytest.mark.parametrize(("code", "tries"), [("InternalError", 2), ("AccessDenied", 1)])
def test_checkpoints_that_could_not_be_deleted(
    monkeypatch: pytest.MonkeyPatch,
    emulator: Emulator,
    caplog: pytest.LogCaptureFixture,
    code: str,
    tries: int,
) -> None:
    """S3 reports them in a response that succeeds: they are tried again, or one warning names them."""
    clients = make_clients(None)
    bucket, places = Bucket(BUCKET, clients.s3), Places(BUCKET, "", "mine-abcdef")
    answers = [{"Errors": [{"Key": "k", "Code": code, "Message": "no"}]}, {}]
    monkeypatch.setattr(clients.s3, "delete_objects", lambda **_: answers.pop(0))
    bucket.put(places.checkpoint(0) + "manifest.json", b"{}")
    remover = CheckpointRemover(bucket, places)
    remover.add(0)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            try:
                remover.flush()
            except BusyError:
                assert code == "InternalError"
    assert 2 - len(answers) == tries
    assert ("could not be deleted" in caplog.text) == (code == "AccessDenied")
