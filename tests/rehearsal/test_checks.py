"""The checks against AWS, tried on emulators, so that they work for whoever has an account."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from tests.backends.sagemaker.test_permissions import BESIDES, performed
from tests.rehearsal.conftest import BUCKET, IMAGE, World

from aws_checks.check import PERMISSIONS, Answer, Check, Observed, compared, observe
from aws_checks.checks import all_checks
from aws_checks.side import Connect, Side
from sagemaker_rehearsal import Emulator, Fault, Profile
from sagemaker_rehearsal.namespaces import Isolation
from sagemaker_rehearsal.profile import Rate
from sagemaker_rehearsal.session import environment_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sagemaker_rehearsal.training_job import TrainingJob

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts/check-against-aws"
CHECKS = all_checks()

ON_THE_VOLUME = (
    *("/tmp", "/opt/ml/checkpoints", "/opt/ml/model", "/opt/ml/output/data", "/opt/ml/code"),
    "/opt/ml/input/data/code",
)
EXPECTED: dict[str, dict[str, Any]] = {
    "limits": {
        "name of 64 characters": "ValidationException",
        "keep-alive of 21601 s": "ValidationException",
    },
    "missing": {"describe what is not there": "ValidationException"},
    "quotas": {
        "Longest run time for a training job": 432_000,
        "Size of EBS volume for a training job instance": 1024,
        "an instance of which there may be none": "ResourceLimitExceeded",
    },
    "rates": {"lists are throttled": ["ThrottlingException"]},
    "spot": {"less is billed": True},
    "errors": {"name that is taken": "ResourceInUse"},
    "life": {
        "uploaded": ["tunewise-check-RUN-life/output/model.tar.gz"],
        "billed from Downloading to the end, in whole seconds": True,
        "files of a prefix without a slash": ["a", "part", "partly", "parts/b"],
    },
    "failures": {"exit code 3": "AlgorithmError: , exit code: 3", "StatusEquals leaves pages empty": True},
    "stopping": {"saved in the grace time": ["ready", "saved"], "about two minutes of grace": True},
    "checkpoints": {"after the first": ["old"], "after the second": ["new"]},
    "disks": {
        f"{kind} a checkpoint configuration": dict.fromkeys(ON_THE_VOLUME, True)
        for kind in ("with", "without")
    },
    "warm_pools": {"statuses": ["Reused", "Reused", None], "reused by": [1, 2, None]},
    "max_runtime": {"status": ["Stopped", "MaxRuntimeExceeded"]},
    "tuning": {
        "exit code": 0,
        "epochs that were reported": ["1", "2"],
        "jobs": [["Completed", "Completed"]],
        "checkpoint on S3": True,
        "its log is found": True,
    },
}


def once(world: World) -> Connect:
    """Clients that don't try again, so that each fault is seen."""
    return lambda service, attempts: world.client(service)


def side(world: World, run: str = "tried", connect: Connect | None = None) -> Side:
    return Side(
        connect or once(world),
        environment_for(world.emulator, os.environ),
        bucket=BUCKET,
        role=world.emulator.role,
        image=IMAGE,
        instance_type="ml.m5.large",
        run=run,
        poll=0.05,
        timeout=60,
    )


class Tried(NamedTuple):
    """What all checks observed on one emulator, the jobs there, and the actions that this took."""

    observed: dict[str, Observed]
    jobs: list[TrainingJob]
    actions: set[str]


@pytest.fixture(scope="module")
def tried() -> Tried:
    profile = Profile(
        time_scale=40,  # two minutes of grace are three seconds
        cold_start=20,
        quotas={"ml.p3.16xlarge": 0},
        rates={"ListTrainingJobs": Rate(per_second=2, burst=10)},
    )
    with Emulator(profile) as emulator:
        if emulator.isolation is Isolation.NONE:
            pytest.skip("the checks' jobs look for /opt/ml itself")
        world = World(emulator)
        observed = {
            name: observe(one, side(world, run_of(name), world.client)) for name, one in CHECKS.items()
        }
        return Tried(observed, emulator.jobs(), performed(emulator, by_jobs=False))


def run_of(name: str) -> str:
    return f"of-{name.replace('_', '-')}-x"


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_observes_what_is_documented(tried: Tried, name: str) -> None:
    told = tried.observed[name]
    assert told.broken == ""
    assert {what: told.answers[what].value for what in EXPECTED[name]} == EXPECTED[name]
    assert all(same for same, _ in compared(told, told))


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_costs_what_it_says(tried: Tried, name: str) -> None:
    began = [job for job in tried.jobs if run_of(name) in job.name and job.training_start]
    assert len(began) == CHECKS[name].jobs
    assert CHECKS[name].free == (CHECKS[name].minutes == 0)


def test_the_permissions_that_are_listed_are_those_that_are_needed(tried: Tried) -> None:
    assert tried.actions | BESIDES == set(PERMISSIONS)
    page = (ROOT / "docs/rehearsal.md").read_text(encoding="utf-8")
    listed = re.findall(r"`([a-z0-9]+:[A-Z]\w+)`", page)
    assert sorted(listed) == sorted(PERMISSIONS)
    assert set(re.findall(r"^ +([a-z0-9]+:[A-Z]\w+)$", script("--help").stdout, re.MULTILINE)) == set(
        PERMISSIONS
    )


def test_the_page_names_the_check_of_each_claim() -> None:
    page = (ROOT / "docs/rehearsal.md").read_text(encoding="utf-8")
    table = page[page.index("| checked by |") :].split("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.rsplit("|", 2)[1])}
    assert named == set(CHECKS)


def test_nothing_costs_money_after_a_failed_check(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=1000)
    checked = side(world)
    checked.create(checked.request("running"))
    checked.sagemaker.create_training_job(**checked.request("unknown"))  # whose answer was lost
    kept = checked.create(checked.request("kept", "pass", ResourceConfig=checked.resources(3600)))
    checked.until(kept)
    for refused in ("StopTrainingJob", "UpdateTrainingJob"):
        world.emulator.inject(Fault("throttle", refused))
    assert checked.stop_all() == []
    for job in world.emulator.jobs():
        assert job.ended
        assert job.retention is None or job.retention.status == "Terminated"


def test_jobs_that_may_still_cost_money_are_named(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=1000)
    checked = side(world)
    checked.create(checked.request("one"))
    world.emulator.inject(Fault("server_error", "ListTrainingJobs"))
    world.emulator.inject(Fault("server_error", "DescribeTrainingJob"))
    assert [line.split(":")[0] for line in checked.stop_all()] == [
        "Jobs with tried in their names may still cost money",
        "tunewise-check-tried-one may still cost money",
    ]


def observed(broken: str = "", **answers: object) -> Observed:
    return Observed({what: Answer(what, value, "words") for what, value in answers.items()}, broken)


def test_each_difference_is_printed() -> None:
    here, there = observed(a=1, b="x", c=[3], e=0), observed(a=1, b="y", d=2, e=0)
    assert list(compared(here, there)) == [
        (True, "a: 1 (words)"),
        (False, "b: here x, at AWS y (words)"),
        (False, "c: no answer at AWS"),
        (True, "e: 0 (words)"),
        (False, "d: no answer here"),
    ]


def test_missing_answers_are_printed_with_the_reason() -> None:
    here, there = observed(a=1, b=2, c=3), observed("TimeoutError: too late", a=1)
    assert list(compared(here, there)) == [
        (True, "a: 1 (words)"),
        (False, "could not be answered at AWS: TimeoutError: too late (b, c)"),
    ]


def test_long_messages_are_cut_to_one_readable_line() -> None:
    long = Observed({"a": Answer("a", "Code", f"Value '{'v' * 5000}'\n must have length 2500 or less")})
    [(same, line)] = compared(long, long)
    assert same
    assert line.startswith("a: Code (Value 'vvv")
    assert line.endswith("vvv' must have length 2500 or less)")
    assert len(line) < 650


def test_a_failed_check_keeps_its_first_answers(
    open_world: Callable[..., World],
) -> None:
    def breaks(side: Side) -> Iterator[Answer]:
        yield Answer("first", side.run)
        raise ValueError("of all\nsorts")

    told = observe(Check("breaks", "", breaks, jobs=0, at_once=0, minutes=0), side(open_world()))
    assert told.answers == {"first": Answer("first", "RUN")}
    assert told.broken == "ValueError: of all sorts"


def script(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the script in this process."""
    loader = SourceFileLoader("check_against_aws", str(SCRIPT))
    module = module_from_spec(spec_from_loader(loader.name, loader))  # type: ignore[arg-type]
    loader.exec_module(module)
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdin", io.StringIO(typed))
        try:
            code = module.main(words)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
            if isinstance(ended.code, str):
                print(ended.code, file=err)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def test_the_script_can_be_tried_without_an_account() -> None:
    result = script("--rehearsal-only", "--only=errors")
    assert result.returncode == 0, result.stderr
    assert "name that is taken: ResourceInUse" in result.stdout


def test_the_script_lists_what_costs_nothing_first() -> None:
    result = script("--list")
    assert result.returncode == 0, result.stderr
    listed = [line.split()[:2] for line in result.stdout.splitlines()]
    assert [name for name, _ in listed] == [*CHECKS, "together"]
    assert [float(cost) == 0 for _, cost in listed] == sorted(
        (float(cost) == 0 for _, cost in listed), reverse=True
    )
    assert {name for name, _ in listed} - {
        line.split()[0] for line in script("--list", "--free").stdout.splitlines()
    } == {name for name, one in CHECKS.items() if one.jobs}


def test_the_script_starts_nothing_without_role_and_consent() -> None:
    result = script()
    assert result.returncode == 2
    assert "--rehearsal-only" in result.stderr
    result = script("--only=nothing", "--list")
    assert result.returncode == 2
    assert "--list shows them" in result.stderr
    result = script("--role=r", "--bucket=b", "--only=errors", typed="n\n")
    assert result.returncode == 1
    assert "costs money" in result.stdout


@pytest.mark.parametrize(
    ("region", "kind", "told"),
    [
        (None, "ml.m5.large", "No AWS Region is set: "),
        ("us-east-1", "ml.trn1.2xlarge", "AWS's image of PyTorch doesn't run on ml.trn1.2xlarge: "),
    ],
)
def test_the_script_explains_in_one_sentence_why_it_cannot_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, region: str | None, kind: str, told: str
) -> None:
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    for name in ("AWS_DEFAULT_REGION", "AWS_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    if region is not None:
        monkeypatch.setenv("AWS_DEFAULT_REGION", region)
    result = script("--role=r", "--bucket=b", "--free", f"--instance-type={kind}")
    assert result.returncode == 1
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


OTHER_AWS = """
profile = "quick"
time_scale = 300
longest_run = 600_000
[quotas]
"ml.m5.large" = 2
"ml.p3.16xlarge" = 0
[[faults]]
effect = "server_error"
operation = "DescribeTrainingJob"
subject = "tunewise-check-*-errors"
times = 1000
"""


def test_the_script_prints_what_differs_at_aws(tmp_path: Path) -> None:
    """Which is an emulator, too, with another profile. What can't be answered there ends no other check."""
    (tmp_path / "aws.toml").write_text(OTHER_AWS)
    asked = [f"--only={name}" for name in ("limits", "quotas", "errors", "max_runtime", "failures")]
    result = subprocess.run(
        [sys.executable, "-m", "tunewise", "rehearse", "--profile", "aws.toml", "--bucket=there", "--",
         sys.executable, SCRIPT, "--role=arn:aws:iam::123456789012:role/r", "--bucket=there", "--yes",
         "--poll=0.05", *asked],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 1, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    differing = [line for line in lines if line.startswith("  DIFFERS")]
    assert differing[0] == "  DIFFERS  run of six days: here ResourceLimitExceeded, at AWS accepted"
    assert differing[1] == "  DIFFERS  Longest run time for a training job: here 432000, at AWS 600000"
    assert differing[2].startswith("  DIFFERS  could not be answered at AWS: ClientError:")
    assert len(differing) == 3
    told = "those that each account has of its own: not compared (ml.m5.large for training job usage: 2)"
    assert f"  same     {told}" in lines
    none = "an instance of which there may be none: ResourceLimitExceeded (The account-level service limit"
    assert any(line.startswith(f"  same     {none}") for line in lines)
    lacking = "it takes 4 at once, and the quota 'ml.m5.large for training job usage' is 2"
    assert f"  NOT ASKED {lacking}" in lines
    assert any(line.startswith("  same     name that is taken: ResourceInUse (") for line in lines)
    assert any(line.startswith('  same     status: ["Stopped", "MaxRuntimeExceeded"]') for line in lines)
    assert "  LOOK     tunewise-check-" in result.stdout
    assert "\n3 differences." in result.stdout
