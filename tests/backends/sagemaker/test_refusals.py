"""What AWS says where an account's limits refuse a job: what it means, and that a user is told at once."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.backends.sagemaker.conftest import make_with
from tests.backends.sagemaker.launched import plan_of
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault, admission
from sagemaker_rehearsal.messages import over_quota
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import limits
from tunewise.backends.sagemaker.creating import Quota, judge_refusal, read_quota
from tunewise.backends.sagemaker.limits import has_own_disk
from tunewise.studies.sagemaker.tuners import longest_tuner
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, rig_for

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`

KIND = "ml.m5.large"
DAY = 86400

WORDINGS = {
    # AWS's developer guide on its training compiler, 2021, with the line breaks that it has there
    "guide": (
        "The account-level service limit 'ml.p3dn.24xlarge\nfor training job usage' is 0 Instances, with "
        "current utilization of 0 Instances\nand a request delta of 1 Instances.\nPlease contact support.",
        Quota("ml.p3dn.24xlarge for training job usage", 0, 0, 1, "Instances"),
        False,
    ),
    # aws/sagemaker-python-sdk, issue 35, 2017
    "2017": (
        "The account-level service limit for training-job/ml.p2.xlarge is 0 Instances, with current "
        "utilization of 0 Instances and a request delta of 2 Instances. Please contact AWS support.",
        Quota("training-job/ml.p2.xlarge", 0, 0, 2, "Instances"),
        False,
    ),
    # aws/amazon-sagemaker-examples, issue 1543, 2020: somebody's jobs will end
    "more in use than allowed": (
        "The account-level service limit 'ml.p3.8xlarge for training job usage' is 2 Instances, with current "
        "utilization of 3 Instances and a request delta of 1 Instances. Please contact AWS support.",
        Quota("ml.p3.8xlarge for training job usage", 2, 3, 1, "Instances"),
        True,
    ),
    # data-science-on-aws/data-science-on-aws, issue 200, 2021
    "more at once than allowed": (
        "The account-level service limit 'Number of instances across all processing jobs' is 4 Instances, "
        "with current utilization of 0 Instances and a request delta of 11 Instances. Please contact.",
        Quota("Number of instances across all processing jobs", 4, 0, 11, "Instances"),
        False,
    ),
    # aws/sagemaker-python-sdk, issue 4939, 2024
    "volume": (
        "The request delta of 1025 GBs for 'Size of EBS volume for a processing job instance' is greater "
        "than the account-level service-limit of 1024 GBs. Please use AWS Service Quotas.",
        Quota("Size of EBS volume for a processing job instance", 1024, None, 1025, "GBs"),
        False,
    ),
    # a public log of a spot job, 2026
    "in use": (
        "The account-level service limit 'ml.g5.2xlarge for spot training job usage' is 1 Instances, with "
        "current utilization of 1 Instances and a request delta of 1 Instances. Please use Service Quotas.",
        Quota("ml.g5.2xlarge for spot training job usage", 1, 1, 1, "Instances"),
        True,
    ),
    # public reports that shorten it
    "cut": (
        "account-level service limit 'ml.g5.xlarge for spot training job usage' is 0 Instances",
        Quota("ml.g5.xlarge for spot training job usage", 0, None, None, "Instances"),
        False,
    ),
    # as if a whole account had been closed; not found
    "none at all": (
        "The account-level service limit 'Number of instances across all training jobs' is 0 Instances, with "
        "current utilization of 0 Instances and a request delta of 1 Instances.",
        Quota("Number of instances across all training jobs", 0, 0, 1, "Instances"),
        False,
    ),
    "no name": ("The service limit is 4, with a utilisation of 4.", Quota("", 4, 4, None, ""), True),
    # made up
    "apostrophes": (
        "You've exceeded the account's limit of 5 instances; they're in use.",
        Quota("", 5, None, None, "instances"),
        True,
    ),
    # no report of a run was found: both ways of saying it, with and without commas
    "run": (
        "The request delta of 604,800 Seconds for 'Longest run time for a training job' is greater than the "
        "account-level service-limit of 432,000 Seconds.",
        Quota("Longest run time for a training job", 432_000, None, 604_800, "Seconds"),
        False,
    ),
    "run in older words": (
        "The account-level service limit 'Longest run time for a training job' is 432000 Seconds, with "
        "current utilization of 0 Seconds and a request delta of 604800 Seconds.",
        Quota("Longest run time for a training job", 432_000, 0, 604_800, "Seconds"),
        False,
    ),
    # aws/amazon-sagemaker-examples, issue 1001, 2020; with ml.t3.medium in a pipeline's log of 2024
    "region": (
        "The requested resource training-job/ml.p2.xlarge is not available in this region",
        Quota("", None, None, None, ""),
        False,
    ),
    "words that nobody knows": ("Too many jobs.", Quota("", None, None, None, ""), True),
    "no words": ("", Quota("", None, None, None, ""), True),
}


@pytest.mark.parametrize("name", WORDINGS)
def test_refusals_in_awss_words_are_understood(name: str) -> None:
    message, quota, passes = WORDINGS[name]
    assert read_quota(message) == quota
    diagnosis = judge_refusal(message)
    assert diagnosis.may_pass == passes
    assert diagnosis.text.endswith(".")
    assert ": " in diagnosis.text  # what happened: what follows, or what to do
    assert len(diagnosis.text) < 250
    assert not re.search(r"  | \)", diagnosis.text)


@given(
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.integers(1, 10**9),
    st.sampled_from(["Instances", "GBs", "Seconds"]),
    st.sampled_from(["ml.g4dn.12xlarge for training job usage", "Size of EBS volume", "Limit of 7 is 8"]),
)
def test_waiting_helps_if_the_job_fits_into_the_quota(
    most: int, used: int, asked: int, unit: str, name: str
) -> None:
    message = over_quota(name, unit, most, used, asked).message
    quota = read_quota(message)
    assert quota._replace(used=None) == Quota(name, most, None, asked, unit)
    assert judge_refusal(message).may_pass == (asked <= most)


PIECES = [
    "limit is",
    "limit for",
    "of",
    "delta of",
    "7",
    "1,0",
    "'",
    "a",
    "GBs",
    ".",
    "is not available in this region",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_refusal_becomes_a_sentence(message: str) -> None:
    assert judge_refusal(message).text.strip().endswith(".")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "changes", "told"),
    [
        ({"quotas": {KIND: 0}}, {}, r"'ml\.m5\.large for training job usage' is 0 .*another instance type"),
        (
            {"default_spot_quota": 0},
            {"spot": True},
            r"'ml\.m5\.large for spot training job usage' is 0 .*leave out spot",
        ),
        ({"lacking_types": (KIND,)}, {}, r"AWS has no ml\.m5\.large for training jobs in this Region"),
        ({}, {"volume_gb": 2000}, r"is 1024 GBs and a job asks for 2000: set volume_gb to 1024 at most"),
        (
            {},
            {"max_run": 6 * DAY},
            r"is 432000 Seconds and a job asks for 518400: set max_run to 432000 s at most",
        ),
    ],
    ids=["quota of nothing", "spot", "region", "volume", "run"],
)
def test_a_refusal_that_waiting_cannot_help_ends_at_once(
    open_emulator: Open, tmp_path: Path, settings: dict[str, Any], changes: dict[str, Any], told: str
) -> None:
    emulator = open_emulator(**settings)
    rig = Rig(make_with(**changes), tmp_path, scripts.STEPS)
    rig.open()
    with pytest.raises(BackendError, match=told):
        rig.backend.start(rig.job())
    rig.drop()
    assert len(emulator.ledger.of("CreateTrainingJob")) == 1


@pytest.mark.slow
def test_accounts_with_higher_quotas_have_longer_jobs_with_more_disk(
    open_emulator: Open, light_jobs: None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They are warned all the same, once: nobody can know before a job is created."""
    open_emulator(longest_run=6 * DAY, largest_volume=2000)
    with (
        caplog.at_level(logging.WARNING),
        rig_for(make_with(volume_gb=2000, max_run=6 * DAY), tmp_path, scripts.STEPS) as rig,
    ):
        jobs = [rig.start(rig.job(trial_id)) for trial_id in range(2)]
        rig.gate.touch()
        assert rig.until_ended(*jobs).failure is None
    assert [record.getMessage().partition(", but")[0] for record in caplog.records] == [
        "A job may run for 518400 s",
        "A job needs 2000 GB of disk",
    ]


@pytest.mark.slow
def test_a_refusal_that_may_pass_makes_jobs_wait(
    open_emulator: Open, light_jobs: None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    emulator = open_emulator([Fault("quota", "CreateTrainingJob", times=2)])
    with (
        caplog.at_level(logging.WARNING),
        rig_for(example, tmp_path, scripts.STEPS) as rig,
    ):
        job_id = rig.start(rig.job())
        rig.gate.touch()
        assert rig.until_ended(job_id).failure is None
    assert len(emulator.ledger.of("CreateTrainingJob")) == 3
    (told,) = (record.getMessage() for record in caplog.records)
    assert told.endswith("is used up (4 of 4 Instances): jobs wait until there is room.")


# ---- tuners ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "longest"), [(1 / 24, 1 + 1 / 12), (1, 3), (2, 5), (3, 5), (4, 5), (4.5, 5.5), (30, 28)]
)
def test_tuners_ask_for_more_time_than_new_accounts_allow_only_if_needed(
    idle: Emulator, source: Path, days: float, longest: float
) -> None:
    plan = plan_of(source, idle, days * DAY)
    assert longest_tuner(plan.cells) == longest * DAY


# ---- disks of their own ----------------------------------------------------------------------------------


def test_types_with_their_own_disk() -> None:
    """Of all that SageMaker trains on, by the model of the installed botocore."""
    botocore = pytest.importorskip("botocore.session")
    model = botocore.Session().get_service_model("sagemaker")
    types = model.shape_for("TrainingInstanceType").enum
    families = {kind.split(".")[1] for kind in types if has_own_disk(kind)}
    assert families == {
        *("g4dn", "g5", "g6", "g6e", "g7e", "p3dn", "p4d", "p4de", "p5", "p5e", "p5en", "p6-b200", "p6-b300"),
        *("p6e-gb200", "r5d", "trn1", "trn1n", "trn2"),
    }
    assert [kind for kind in types if has_own_disk(kind) != admission.has_own_disk(kind)] == []


def test_warnings_about_volumes() -> None:
    assert limits.doubts("ml.c5.xlarge", DAY, 1024) == []
    assert limits.doubts("ml.g5.xlarge", DAY, 30) == []
    (told,) = limits.doubts("ml.g5.xlarge", DAY, 500)
    assert "has its own disk" in told
    assert "may refuse volume_gb=500" in told
