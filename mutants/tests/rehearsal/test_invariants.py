"""What holds whatever clients do: many jobs at once, with all that may befall them, drawn at random."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.conftest import warm
from tests.rehearsal.test_life import GENTLE, SPOT

from sagemaker_rehearsal import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

    from sagemaker_rehearsal.training_job import TrainingJob

NEXT = {
    "Starting": {"Pending", "Downloading", "Stopping", "Failed"},
    "Pending": {"Downloading", "Stopping", "Failed"},
    "Downloading": {"Training", "Stopping", "Failed"},
    "Training": {"Uploading", "Interrupted", "Stopping", "Failed"},
    "Interrupted": {"Starting", "Stopping"},
    "Uploading": {"Completed", "Failed", "Stopping"},
    "Stopping": {
        *("Stopped", "MaxRuntimeExceeded", "MaxWaitTimeExceeded", "MaxPendingTimeExceeded", "Failed"),
    },
}
QUOTA = 6
POOL_QUOTA = 2


def check(job: TrainingJob, names: dict[str, TrainingJob]) -> None:
    """What must be true of a job at any time."""
    for before, after in pairwise(job.transitions):
        assert after.status in NEXT[before.status], [transition.status for transition in job.transitions]
        assert before.end == after.start
    assert job.transitions[0].status == "Starting"
    assert job.ended == (job.secondary not in NEXT)
    assert (job.status == "Failed") == (job.failure_reason is not None)
    assert job.trained >= 0
    if job.ended:
        assert job.run_start is None
        if job.training_start is not None and job.training_end is not None:
            assert job.trained <= job.training_end - job.training_start + 1e-6
    if job.retention is not None:
        assert job.keep_alive > 0
        if job.retention.status == "InUse":
            assert not job.ended
        if job.retention.status == "Reused":
            assert job.retention.reused_by in names
            assert names[str(job.retention.reused_by)].warm
            assert job.retention.until is not None


@pytest.mark.parametrize("seed", range(3))
def test_random_lives_keep_to_the_rules(open_world: Callable[..., World], seed: int) -> None:
    from botocore.exceptions import ClientError

    random = Random(seed)
    faults = [Fault(effect, after=n, times=1) for effect in ("capacity_error", "stolen_pool") for n in (3, 9)]
    world = open_world(
        faults=faults,
        default_quota=QUOTA,
        default_spot_quota=2,
        default_pool_quota=POOL_QUOTA,
        time_scale=60,
        pending={"ml.m5.large": 2},
        cold_start=6,
        warm_start=1,
        spot_gap=3,
        stop_grace=12,
        seed=seed,
    )
    scripts = ("pass", GENTLE, "raise SystemExit(1)", "import time; time.sleep(0.2)")
    refused = Counter[str]()
    for number in range(40):
        choice = random.random()
        settings = SPOT if choice < 0.2 else {"ResourceConfig": warm(random.choice((0, 5, 600)))}
        try:
            world.create(f"job-{number}", random.choice(scripts), **settings)
        except ClientError as error:
            refused[error.response["Error"]["Code"]] += 1
            world.emulator.advance(30)
        for job in random.sample(world.emulator.jobs(), k=min(3, number // 4)):
            if job.ended and job.retention is not None and random.random() < 0.3:
                with_period = {"KeepAlivePeriodInSeconds": random.choice((0, 100))}
                call = {"TrainingJobName": job.name, "ResourceConfig": with_period}
                _try(world.sagemaker.update_training_job, call)
            elif not job.ended and random.random() < 0.5:
                _try(world.sagemaker.stop_training_job, {"TrainingJobName": job.name})
            elif not job.ended and job.spot:
                world.emulator.interrupt(job.name)
        _check_all(world)
    for job in world.emulator.jobs():
        _try(world.sagemaker.stop_training_job, {"TrainingJobName": job.name})
    for job in world.emulator.jobs():
        world.emulator.wait_for(job.name)
    _check_all(world)
    assert set(refused) <= {"ResourceLimitExceeded"}
    jobs = world.emulator.jobs()
    reused = [job for job in jobs if job.retention is not None and job.retention.status == "Reused"]
    assert len(reused) == sum(job.warm for job in jobs)


def _try(call: Callable[..., object], arguments: dict[str, object]) -> None:
    """Calls; that the job has gone on meanwhile is no matter."""
    from botocore.exceptions import ClientError

    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == "ValidationException"  # noqa: PT017


def _check_all(world: World) -> None:
    jobs = world.emulator.jobs()
    names = {job.name: job for job in jobs}
    for job in jobs:
        check(job, names)
    held = [job for job in jobs if not job.ended and not job.spot]
    kept = [job for job in jobs if job.retention is not None and job.retention.status == "Available"]
    assert len(held) + len(kept) <= QUOTA
    assert len(kept) <= POOL_QUOTA
    assert sum(job.spot and not job.ended for job in jobs) <= 2


def test_of_many_jobs_with_one_name_one_is_created(world: World) -> None:
    from botocore.exceptions import ClientError

    request = world.request("contested")

    def create(_: int) -> str:
        try:
            world.sagemaker.create_training_job(**request)
        except ClientError as error:
            return str(error.response["Error"]["Code"])
        return "created"

    with ThreadPoolExecutor(8) as pool:
        outcomes = Counter(pool.map(create, range(8)))
    assert outcomes == {"created": 1, "ResourceInUse": 7}


def test_of_many_jobs_one_gets_the_kept_instance(world: World) -> None:
    world.run("before", ResourceConfig=warm())
    requests = [world.request(f"after-{number}", ResourceConfig=warm()) for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda request: world.sagemaker.create_training_job(**request), requests))
    assert sum(job.warm for job in world.emulator.jobs()) == 1
