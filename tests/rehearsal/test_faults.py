"""What goes wrong on purpose: lost answers, throttling, errors of the service; and the ledger that tells."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.rehearsal.conftest import BUCKET

from sagemaker_rehearsal import Fault
from sagemaker_rehearsal.messages import RehearsalError
from sagemaker_rehearsal.profile import Rate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.rehearsal.conftest import World


def outcome(world: World, name: str) -> str:
    """Creates a job: the code of the error, the class of what else happened, or "created"."""
    from botocore.exceptions import ClientError, HTTPClientError

    try:
        world.create(name)
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    except HTTPClientError as error:
        return type(error).__name__
    return "created"


def test_a_lost_response_has_taken_effect(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("lost_response", "CreateTrainingJob")])
    assert outcome(world, "job") == "ConnectionClosedError"
    assert world.emulator.wait_for("job").status == "Completed"
    assert outcome(world, "job") == "ResourceInUse"


def test_a_client_that_retries_finds_its_own_job(open_world: Callable[..., World]) -> None:
    """CreateTrainingJob has no client token: the retry of a lost answer looks like a name clash."""
    from botocore.exceptions import ClientError

    world = open_world(faults=[Fault("lost_response", "CreateTrainingJob")])
    patient = world.client("sagemaker", attempts=3)
    with pytest.raises(ClientError, match="ResourceInUse"):
        patient.create_training_job(**world.request("job"))
    assert [call.status for call in world.emulator.ledger.of("CreateTrainingJob")] == [0, 400]


def test_a_lost_request_has_not(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("lost_request", "CreateTrainingJob")])
    assert outcome(world, "job") == "ConnectionClosedError"
    assert world.emulator.jobs() == []
    assert outcome(world, "job") == "created"


@pytest.mark.parametrize(
    ("effect", "code", "status"),
    [
        ("throttle", "ThrottlingException", 400),
        ("server_error", "InternalFailure", 500),
        ("quota", "ResourceLimitExceeded", 400),
    ],
)
def test_errors_that_are_answered(
    open_world: Callable[..., World], effect: str, code: str, status: int
) -> None:
    world = open_world(faults=[Fault(effect, "CreateTrainingJob", after=1, times=2)])
    assert [outcome(world, f"job-{n}") for n in range(4)] == ["created", code, code, "created"]
    assert [call.status for call in world.emulator.ledger.of("CreateTrainingJob")] == [
        200,
        status,
        status,
        200,
    ]
    assert [job.name for job in world.emulator.jobs()] == ["job-0", "job-3"]


def test_faults_of_one_job_or_object_leave_others_alone(open_world: Callable[..., World]) -> None:
    from botocore.exceptions import ClientError

    world = open_world(
        faults=[
            Fault("server_error", "CreateTrainingJob", subject="*-bad-*", times=99),
            Fault("throttle", "PutObject", subject=f"/{BUCKET}/bad/*", times=99),
        ]
    )
    assert [outcome(world, name) for name in ("a-good-1", "a-bad-1")] == ["created", "InternalFailure"]
    with pytest.raises(ClientError, match=r"\(SlowDown\)"):
        world.s3.put_object(Bucket=BUCKET, Key="bad/x", Body=b"")
    world.s3.put_object(Bucket=BUCKET, Key="good/x", Body=b"")


def test_a_fault_can_wait_for_its_moment(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("server_error", "CreateTrainingJob", at=1000)])
    assert outcome(world, "early") == "created"
    world.emulator.advance(1000)
    assert [outcome(world, name) for name in ("due", "late")] == ["InternalFailure", "created"]


def test_faults_can_be_injected_while_it_runs(world: World) -> None:
    assert outcome(world, "a") == "created"
    world.emulator.inject(Fault("throttle"))
    assert outcome(world, "b") in ("SlowDown", "ThrottlingException")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"effect": "explosion"}, "There is no fault 'explosion'"),
        ({"effect": "capacity_error", "operation": "CreateTrainingJob"}, "leave operation out"),
        ({"effect": "throttle", "delay": 3}, "Only interruption, lost_instance, out_of_memory have a delay"),
    ],
)
def test_invalid_faults_are_refused(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(RehearsalError, match=words):
        Fault(**arguments)


def test_calls_that_come_too_fast_are_throttled(open_world: Callable[..., World]) -> None:
    from botocore.exceptions import ClientError

    world = open_world(rates={"ListTrainingJobs": Rate(per_second=20, burst=5)})
    begun = time.monotonic()

    def hammer() -> None:
        for _ in range(1000):
            world.sagemaker.list_training_jobs()

    with pytest.raises(ClientError, match=r"\(ThrottlingException\).*Rate exceeded"):
        hammer()
    admitted = len(world.emulator.ledger.of("ListTrainingJobs")) - 1
    assert 5 <= admitted <= 6 + 20 * (time.monotonic() - begun)
    patient = world.client("sagemaker", attempts=8)
    assert patient.list_training_jobs()["TrainingJobSummaries"] == []
    world.s3.list_buckets()  # others have rates of their own


def test_the_ledger_tells_who_called_what_and_what_came_of_it(world: World, tmp_path: Path) -> None:
    world.create("job")
    outcome(world, "job")
    world.emulator.wait_for("job")
    first, second = world.emulator.ledger.of("CreateTrainingJob")
    assert (first.service, first.subject, first.caller, first.status) == ("sagemaker", "job", "", 200)
    assert second.error == "ResourceInUse"
    assert first.at <= second.at
    assert world.emulator.ledger.counts("sagemaker") == {"CreateTrainingJob": 2}
    world.emulator.ledger.save(tmp_path / "calls.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "calls.jsonl").read_text().splitlines()]
    assert [line["operation"] for line in lines].count("CreateTrainingJob") == 2
