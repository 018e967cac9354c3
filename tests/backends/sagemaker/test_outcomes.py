"""What the end of a training job means for its trial, by the words of AWS and of its guard."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.backends.sagemaker.conftest import make_with

from tunewise.backends.diagnosis import EndRecord
from tunewise.backends.platform import JobStatus
from tunewise.backends.sagemaker.calls import Description
from tunewise.backends.sagemaker.training_job import outcome_of
from tunewise.trial import FailureKind


@pytest.mark.parametrize(
    ("reason", "exit_code", "halted", "failure"),
    [
        ("ClientError: Please use an instance type with more memory, or", 137, False, "configuration"),
        ("ClientError: Please use an instance type with more memory, or", 1, False, "configuration"),
        ("AlgorithmError: a script may say: more memory, exit code: 1", 1, False, "error"),
        ("ClientError: Artifact upload failed:ClientError: Out of Memory. Please", 0, False, None),
        ("ClientError: Please use an instance type with more memory, or", 137, True, None),
        ("Artifact upload failed:ClientError: Out of Memory. Please use", 1, False, "configuration"),
        ("AlgorithmError: , exit code: 137", 137, False, "infrastructure"),
    ],
)
def test_awss_words_about_memory_count_only_when_the_script_failed(
    tmp_path: Path, reason: str, exit_code: int, halted: bool, failure: str | None
) -> None:
    """And its guard saw only a kill, or an error that says nothing about memory."""
    ended = EndRecord(exit_code, None, 9.0, 0.0, 9.0, halted=halted, oom_killed=False)
    status = JobStatus(over=True, ended=ended, stderr="Killed")
    now = datetime.now(UTC)
    failed = Description("arn", "Failed", "Failed", now, reason, 9.0, True, "", "", 0.0)
    outcome = outcome_of(failed, status, halted, make_with()(tmp_path / "script.py"), [])
    assert outcome.failure == (None if failure is None else FailureKind(failure))
    assert outcome.detail.startswith(f"out of memory: {reason}") == (failure == "configuration")


@pytest.mark.parametrize(
    ("asked", "ran", "max_pending", "failure"),
    [
        (False, False, 3600, "infrastructure"),
        (False, False, None, "preempted"),
        (False, True, 3600, "preempted"),
        (True, False, 3600, None),
    ],
)
def test_a_wait_beyond_max_pending_may_end_as_any_stop_does(
    tmp_path: Path, asked: bool, ran: bool, max_pending: int | None, failure: str | None
) -> None:
    """In case AWS has no status of its own for it."""
    now = datetime.now(UTC)
    stopped = Description("arn", "Stopped", "Stopped", now, "", 0.0, ran, "", "", 0.0)
    spec = make_with(max_pending=max_pending)(tmp_path / "script.py")
    outcome = outcome_of(stopped, JobStatus(), asked, spec, [])
    assert outcome.failure == (None if failure is None else FailureKind(failure))
    assert ("within max_pending" in outcome.detail) == (failure == "infrastructure")


def test_a_script_that_ends_well_after_max_run_was_still_cut_short(tmp_path: Path) -> None:
    """SageMaker sends SIGTERM then, which a script may take as a request to save and leave."""
    now = datetime.now(UTC)
    ended = EndRecord(0, None, 9.0, 0.0, 9.0, halted=False, oom_killed=False)
    stopped = Description("arn", "Stopped", "MaxRuntimeExceeded", now, "", 9.0, True, "", "", 0.0)
    spec = make_with()(tmp_path / "script.py")
    outcome = outcome_of(stopped, JobStatus(over=True, ended=ended), False, spec, [])
    assert outcome.failure is FailureKind.CONFIGURATION
    assert "max_run" in outcome.detail
