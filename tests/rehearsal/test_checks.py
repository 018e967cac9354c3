"""The checks against AWS, tried on the emulator, so that they work for whoever has an account."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.rehearsal.conftest import BUCKET, IMAGE

from tunewise.rehearsal.check_side import Side
from tunewise.rehearsal.checks import CHECKS, differences, observe
from tunewise.rehearsal.namespaces import Isolation

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/check-against-aws"

ON_THE_VOLUME = (
    *("/tmp", "/opt/ml/checkpoints", "/opt/ml/model", "/opt/ml/output/data", "/opt/ml/code"),
    "/opt/ml/input/data/code",
)
EXPECTED: dict[str, dict[str, Any]] = {
    "limits": {"name of 64 characters": "ValidationException", "keep-alive of 3601 s": "ValidationException"},
    "errors": {"name that is taken": "ResourceInUse"},
    "life": {"uploaded": ["tunewise-check-RUN-life/output/model.tar.gz"]},
    "failures": {"exit code 3": "AlgorithmError: , exit code: 3"},
    "stopping": {"saved in the grace time": ["ready", "saved"], "about two minutes of grace": True},
    "checkpoints": {"after the first": ["old"], "after the second": ["new"]},
    "disks": {
        f"{kind} a checkpoint configuration": dict.fromkeys(ON_THE_VOLUME, True)
        for kind in ("with", "without")
    },
    "warm_pools": {"statuses": ["Reused", "Reused", None], "reused by": [1, 2, None]},
    "max_runtime": {"status": ["Stopped", "MaxRuntimeExceeded"]},
}


def side(world: World) -> Side:
    return Side(
        world.sagemaker,
        world.s3,
        world.logs,
        bucket=BUCKET,
        role=world.emulator.role,
        image=IMAGE,
        instance_type="ml.m5.large",
        run="tried",
        poll=0.01,
        timeout=30,
    )


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_observes_what_is_documented(open_world: Callable[..., World], name: str) -> None:
    world = open_world(time_scale=300)
    if world.emulator.isolation is Isolation.NONE:
        pytest.skip("the checks' jobs look for /opt/ml itself")
    told = observe(name, side(world))
    assert {what: told[what] for what in EXPECTED[name]} == EXPECTED[name]
    assert list(differences(told, told)) == []


def test_nothing_goes_on_to_cost_when_a_check_breaks_off(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=1000)
    checked = side(world)
    checked.create(checked.request("running"))
    kept = checked.create(checked.request("kept", "pass", ResourceConfig=checked.resources(3600)))
    checked.until(kept)
    checked.stop_all()
    for job in world.emulator.jobs():
        assert job.ended
        assert job.retention is None or job.retention.status == "Terminated"


def test_differences_are_told_one_by_one() -> None:
    assert list(differences({"a": 1, "b": 2, "c": [3]}, {"a": 1, "b": 3})) == [
        "b: here 2, at AWS 3",
        "c: here [3], at AWS None",
    ]


def test_the_script_tries_itself_without_an_account() -> None:
    command = [sys.executable, str(SCRIPT), "--rehearsal-only", "--only=errors"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert '"name that is taken": "ResourceInUse"' in result.stdout


def test_the_script_starts_nothing_without_role_and_consent() -> None:
    result = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "--rehearsal-only" in result.stderr
    full = [sys.executable, str(SCRIPT), "--role=r", "--image=i", "--bucket=b"]
    result = subprocess.run(full, capture_output=True, text=True, check=False, input="n\n")
    assert result.returncode == 1
    assert "which costs money" in result.stdout
