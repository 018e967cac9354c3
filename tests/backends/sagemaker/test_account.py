"""What `tunewise jobs` asks, and what it makes of the answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.backends.sagemaker.conftest import make_with

from sagemaker_rehearsal import Fault
from tunewise.backends.sagemaker import views
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.views import Account
from tunewise.cli import main
from tunewise.cli.jobs import FEW
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`


@pytest.fixture(autouse=True)
def briskly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PACE", Pace(0.01))
    monkeypatch.setattr(views, "EVERY", 0.02)
    monkeypatch.setattr(views, "LIST_EVERY", 0.02)


def listed(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["jobs", *arguments])


def test_many_jobs_are_listed_despite_throttling(open_emulator: Open) -> None:
    """Faster than the service likes: what is refused is asked for again, and each job is shown once."""
    from sagemaker_rehearsal.profile import Rate

    rates = {"DescribeTrainingJob": Rate(per_second=10, burst=5)}
    emulator: Emulator = open_emulator(rates=rates)
    names = [f"mine-{number:03d}" for number in range(60)]
    emulator.add_ended_jobs(names)
    result = listed("--limit", "500")
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.stdout.splitlines()[1:-1]] == names[::-1]
    assert result.stdout.splitlines()[-1].startswith("all 60 jobs")
    assert "Looking at 60 jobs ..." in result.stderr
    assert any(call.error for call in emulator.ledger.of("DescribeTrainingJob"))


def test_the_list_shows_why_a_job_waits(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(default_pending=1e6)
    with rig_for(make_with(instance_type="ml.g4dn.xlarge"), tmp_path, scripts.STEPS) as rig:
        rig.start(rig.job())
        name = emulator.jobs()[0].name
        emulator.wait_for(name, "Pending")
        lines = listed().stdout.splitlines()
        assert lines[1].split()[:4] == [name, "InProgress", "Pending", "-"]
        assert lines[-1] == f"{name}: Training job waiting for capacity"


def test_calls_are_paced(emulator: Emulator) -> None:
    emulator.add_ended_jobs([f"mine-{number:03d}" for number in range(25)])
    assert listed("--limit", "25").exit_code == 0
    moments = [call.real for call in emulator.ledger.of("DescribeTrainingJob")]
    assert moments[24] - moments[0] > 0.9 * 0.02 * 24


def test_jobs_beyond_the_limit_are_not_described(emulator: Emulator) -> None:
    emulator.add_ended_jobs([f"mine-{number:03d}" for number in range(30)])
    result = listed("--limit", "3")
    assert len(emulator.ledger.of("DescribeTrainingJob")) == 3
    assert "There are more jobs: --limit shows up to 500." in result.stdout
    assert "Looking at" not in result.stderr


@pytest.mark.parametrize("arguments", [[], ["--limit", str(FEW + 10)]])
def test_an_unreachable_service_is_one_sentence(emulator: Emulator, arguments: list[str]) -> None:
    emulator.add_ended_jobs(["mine"])
    emulator.inject(Fault("throttle", "DescribeTrainingJob", times=1000))
    result = listed(*arguments)
    assert result.exit_code == 2
    assert "AWS can't be reached" in result.stderr
    assert "try again later" in result.stderr


def test_totals_include_only_known_values(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """A running job isn't billed yet, and an instance type may have no price."""
    known = {
        **dict.fromkeys(("TrainingJobStatus", "SecondaryStatus"), ""),
        "ResourceConfig": {"InstanceType": "ml.g4dn.xlarge"},
        "CreationTime": datetime.now(UTC),
        "BillableTimeInSeconds": 3600,
        "WarmPoolStatus": {"ResourceRetainedBillableTimeInSeconds": 1800},
    }
    unheard_of = {**known, "ResourceConfig": {"InstanceType": "ml.unheard.of"}}
    jobs = [known, unheard_of, {**known, "BillableTimeInSeconds": None}]
    monkeypatch.setattr(Account, "look_at", lambda account, name: jobs.pop())
    emulator.add_ended_jobs(["a", "b", "c"])
    lines = listed().stdout.splitlines()
    assert lines[4].split() == ["all", "3", "jobs", "2h", "00m", "1h", "30m", "1.47"]  # 2 h at 0.736
    assert lines[5].startswith("The price of 'ml.unheard.of' isn't known: write it to")
