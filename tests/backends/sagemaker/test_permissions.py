"""The policies in the documentation allow what is done, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.base import LiveJob
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parents[3] / "docs" / "sagemaker.md"

KILLS_ITS_CONTAINER = """
options()
report(step=1)
time.sleep(0.5)
os.kill(int(open(f"/proc/{os.getppid()}/stat").read().split()[3]), signal.SIGKILL)
time.sleep(60)
"""

CHANGES_ITS_CHECKPOINT = """
options()
(checkpoint_dir() / "saved").write_text(str(time.time()))
report(step=1)
"""

ACTIONS = {
    "HeadObject": "GetObject",
    "ListObjectsV2": "ListBucket",
    "DeleteObjects": "DeleteObject",
    **dict.fromkeys(["CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"], "PutObject"),
}
"""Those of S3 whose names are not the operations'."""
BESIDES = {"sagemaker:AddTags", "iam:PassRole"}
"""What CreateTrainingJob needs as well, for its tags and its role."""
BY_THE_PLATFORM = {
    "s3:ListBucket",  # also for the containers' own look at an object that isn't there
    *(f"logs:{what}" for what in ("CreateLogGroup", "CreateLogStream", "DescribeLogStreams", "PutLogEvents")),
    *(
        f"ecr:{what}"
        for what in (
            "BatchCheckLayerAvailability",
            "BatchGetImage",
            "GetAuthorizationToken",
            "GetDownloadUrlForLayer",
        )
    ),
    "cloudwatch:PutMetricData",
}


def documented() -> list[set[str]]:
    """The actions of each policy on the page."""
    blocks = re.findall(r"```json\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    policies: list[dict[str, Any]] = [json.loads(block) for block in blocks]
    return [
        {
            action
            for statement in policy["Statement"]
            for action in (
                [statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"]
            )
        }
        for policy in policies
    ]


def performed(emulator: Emulator, by_jobs: bool) -> set[str]:
    calls = [call for call in emulator.ledger.calls if bool(call.caller) == by_jobs]
    return {f"{call.service}:{ACTIONS.get(call.operation, call.operation)}" for call in calls}


def test_policies_are_least_privilege(open_emulator: Callable[..., Emulator], tmp_path: Path) -> None:
    from sagemaker_rehearsal import Fault

    faults = [
        Fault("lost_response", "CreateTrainingJob", times=9),
        Fault("server_error", "PutObject", subject="*t00004-r0.jsonl", times=1000),
    ]
    emulator = open_emulator(faults)
    make = lambda script: replace(example(script), keep_alive=600)  # noqa: E731
    for folder, script in (("a", scripts.STEPS), ("b", CHANGES_ITS_CHECKPOINT), ("c", KILLS_ITS_CONTAINER)):
        (tmp_path / folder).mkdir()
        with rig_for(make, tmp_path / folder, script) as rig:
            rig.gate.touch()
            job = rig.job(4 if folder == "c" else 2)
            rig.start(job)
            rig.drop()
            rig.open([LiveJob(job, reports_seen=0, halted=False)])
            rig.until_ended(job.id)
            rig.until_ended(rig.start(rig.job(3)))
            rig.until_ended(rig.start(rig.job(3, run=1)))
            rig.backend.drop_checkpoint(3)
    emulator.advance(3600)
    (tmp_path / "d").mkdir()
    with rig_for(make, tmp_path / "d", scripts.STUBBORN) as rig:  # which waits, and is told to end early
        job_id = rig.start(rig.job())
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
    tuner, role = documented()
    assert performed(emulator, by_jobs=False) | BESIDES == tuner
    assert performed(emulator, by_jobs=True) | BY_THE_PLATFORM == role
