"""Slurm's commands as text."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.backends.base import BackendError
from tunewise.backends.platform import FullError, JobState, NoAnswerError
from tunewise.backends.slurm import commands
from tunewise.backends.slurm.commands import Answer, Listed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_queue_is_read_whatever_stands_in_names() -> None:
    text = (
        "12|RUNNING|None|n1|tw-a-0-0-0\n"
        "13|PENDING|Priority||a name|with | bars\n"
        "14|CANCELLED|None||\n"
        "Welcome to the cluster!\n"
        "15|PENDING\n"
        "16_[1-3]|PENDING|Resources||array\n"
    )
    assert commands.parse_queue(text) == [
        Listed("12", "RUNNING", "None", "n1", "tw-a-0-0-0"),
        Listed("13", "PENDING", "Priority", "", "a name|with | bars"),
        Listed("14", "CANCELLED", "None", "", ""),
        Listed("16_[1-3]", "PENDING", "Resources", "", "array"),
    ]


@given(st.text())
def test_a_queue_is_read_whatever_is_printed(text: str) -> None:
    for job in commands.parse_queue(text):
        assert job.seen.state in JobState


@pytest.mark.parametrize(
    ("state", "reason", "seen", "why"),
    [
        ("RUNNING", "None", JobState.RUNNING, ""),
        ("COMPLETING", "None", JobState.RUNNING, ""),
        ("CONFIGURING", "None", JobState.QUEUED, ""),
        ("PENDING", "Resources", JobState.QUEUED, "no node is free (Resources)"),
        ("PENDING", "None", JobState.QUEUED, ""),
        (
            "PENDING",
            "QOSMaxJobsPerUserLimit",
            JobState.QUEUED,
            "a limit of your account or QOS is reached (QOSMaxJobsPerUserLimit)",
        ),
        ("PENDING", "ANewReason", JobState.QUEUED, "ANewReason"),
        ("REQUEUED", "None", JobState.QUEUED, ""),
        ("ANEWSTATE", "None", JobState.QUEUED, ""),
        ("TIMEOUT", "TimeLimit", JobState.GONE, "TIMEOUT (TimeLimit)"),
        ("NODE_FAIL", "None", JobState.GONE, "NODE_FAIL"),
        ("COMPLETED", "None", JobState.GONE, "COMPLETED"),
    ],
)
def test_states_of_slurm(state: str, reason: str, seen: JobState, why: str) -> None:
    told = Listed("1", state, reason, "n1", "name").seen
    assert (told.state, told.why) == (seen, why)


@pytest.mark.parametrize(
    ("stderr", "kind", "words"),
    [
        (
            "sbatch: error: invalid partition specified: nope\n"
            "sbatch: error: Batch job submission failed: Invalid partition name specified",
            BackendError,
            "invalid partition specified: nope; Batch job submission failed: Invalid partition name",
        ),
        (
            "sbatch: error: AssocMaxSubmitJobLimit\nsbatch: error: Batch job submission failed: Job violates "
            "accounting/QOS policy (job submit limit, user's size and/or time limits)",
            FullError,
            "Slurm takes no more of your jobs for now: AssocMaxSubmitJobLimit; Batch",
        ),
        (
            "sbatch: error: Slurm temporarily unable to accept job, sleeping and retrying",
            FullError,
            "temporarily unable to accept job",
        ),
        *(
            (
                f"sbatch: error: {reason}\nsbatch: error: Batch job submission failed: Job violates "
                "accounting/QOS policy (job submit limit, user's size and/or time limits)",
                kind,
                reason,
            )
            for reason, kind in (
                ("QOSMaxSubmitJobPerUserLimit", FullError),
                ("QOSGrpSubmitJobsLimit", FullError),
                ("QOSMaxWallDurationPerJobLimit", BackendError),
                ("QOSMaxCpuPerJobLimit", BackendError),
                ("AssocMaxWallDurationPerJobLimit", BackendError),
            )
        ),
        *(
            (f"sbatch: error: Batch job submission failed: {why}", NoAnswerError, why)
            for why in (
                "Socket timed out on send/recv operation",
                "Unexpected message received",
                "Message receive failure",
                "Unable to create TCP connection",
            )
        ),
        (
            "sbatch: error: Batch job failed: Unable to contact slurm controller (connect failure)",
            NoAnswerError,
            "Unable to contact slurm controller",
        ),
        (
            "sbatch: fatal: Could not establish a configuration source",
            BackendError,
            "Slurm's commands find no cluster here",
        ),
        ("", BackendError, "without a word"),
    ],
)
def test_what_a_refusal_means(stderr: str, kind: type[Exception], words: str) -> None:
    told = commands.refusal(Answer(1, "", stderr))
    assert type(told) is kind
    assert words in str(told)
    assert "\n" not in str(told)


def test_an_sbatch_that_was_killed_may_have_submitted() -> None:
    assert isinstance(commands.refusal(Answer(-15, "", "")), NoAnswerError)


OVER = "scancel: error: Kill job error on job id 7: Invalid job id specified\n"


@pytest.mark.parametrize(
    ("code", "stderr", "cancelled"),
    [
        (0, "", True),
        (1, OVER, True),
        (1, "scancel: error: Kill job error on job id 7: Job/step already completing or completed", True),
        (1, OVER + "scancel: error: Kill job error on job id 8: Access/permission denied", False),
        (1, "scancel: error: slurm_kill_job2() failed Unexpected message received", False),
        (8, "scancel: error: Unable to contact slurm controller (connect failure)", False),
        (1, "", False),
    ],
)
def test_a_cancelled_job_is_one_that_slurm_says_is_over(code: int, stderr: str, cancelled: bool) -> None:
    assert commands.cancelled(Answer(code, "", stderr)) is cancelled


@pytest.mark.parametrize("text", ["123\n", "123;cluster\n", "a site's greeting\n123\n"])
def test_the_number_of_a_job_is_read(text: str) -> None:
    assert commands.parse_submitted(text) == "123"


@pytest.mark.parametrize("text", ["", "\n", "Submitted batch job 12", "12 34"])
def test_an_answer_without_a_number_is_none(text: str) -> None:
    with pytest.raises(NoAnswerError, match="instead of a job's number"):
        commands.parse_submitted(text)


def test_variables_of_an_outer_job_or_of_a_user_never_steer_our_commands() -> None:
    ours = {
        "PATH": "/bin",
        "SLURM_CONF": "/etc/slurm.conf",
        "SLURM_MEM_PER_CPU": "100",
        "SLURM_ARRAY_TASK_ID": "3",
        "SBATCH_PARTITION": "debug",
        "SLURMD_NODENAME": "n1",
        "SRUN_DEBUG": "3",
        "PMI_RANK": "0",
        "SQUEUE_PARTITION": "gpu",
        "SCANCEL_INTERACTIVE": "1",
        "SINFO_FORMAT": "%N",
        "SCONTROL_ALL": "1",
        "MY_SLURM_DIR": "/x",
    }
    told = commands.environment(ours)
    assert set(told) == {"PATH", "SLURM_CONF", "MY_SLURM_DIR"}


@given(st.text(st.characters(blacklist_characters="\n\0\r", blacklist_categories=["Cs"])))
def test_a_directive_is_one_line_that_says_the_value(value: str) -> None:
    """Slurm reads quotes as a shell does, but for $ and ` that are nothing to it."""
    line = commands.directive("comment", value)
    assert "\n" not in line
    name, _, said = line.partition("=")
    assert name == "#SBATCH --comment"
    if said:
        assert shlex.split(said) == [value]
    else:
        assert value == ""


def test_kill_wait_is_read() -> None:
    assert commands.parse_kill_wait("KeepAliveTime  = x\nKillOnBadExit = 0\nKillWait   = 30 sec\n") == 30.0
    assert commands.parse_kill_wait("slurm_load_ctl_conf error: Unable to contact") is None


def test_a_missing_command_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackendError, match="There is no squeue on the PATH: run tunewise where"):
        commands.Runner({"PATH": str(tmp_path)}).ask(["squeue"])
