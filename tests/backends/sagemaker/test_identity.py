"""Whoever takes an experiment up finds its jobs, wherever that is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.base import BackendError, LiveJob
from tunewise.backends.sagemaker import calls, platform
from tunewise.backends.sagemaker.calls import Clients, make_clients
from tunewise.backends.sagemaker.identity import FILE, Identity, draw_identity, identity_of
from tunewise.cli import main
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow


@pytest.fixture
def regions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Those that clients are made for, one after the other. The emulator answers in all of them."""
    found: list[str] = []

    def making(region: str | None) -> Clients:
        made = make_clients(region)
        assert {client.meta.region_name for client in made} == {made.region}
        found.append(made.region)
        return made

    for module in (platform, calls):
        monkeypatch.setattr(module, "make_clients", making)
    return found


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "eu-central-1")


def test_a_tuner_elsewhere_uses_the_region_of_the_jobs(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regions: list[str]
) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job = rig.job()
        rig.start(job)
        rig.drop()
        elsewhere(monkeypatch)
        rig.gate.touch()
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert rig.until_ended(job.id).failure is None
    assert regions == [emulator.region] * 2
    assert len(emulator.jobs()) == 1


def test_a_region_given_by_the_user_is_kept(emulator: Emulator, tmp_path: Path, regions: list[str]) -> None:
    paths = ExperimentPaths(tmp_path / "named")
    spec = replace(example(tmp_path / "train.py"), region="us-west-2")
    for changed in (spec, replace(spec, region=None), replace(spec, region="us-east-2")):
        changed.open(paths, workers=1, elapsed=0.0)
    assert regions == ["us-west-2"] * 3


def test_jobs_are_listed_in_their_region(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regions: list[str]
) -> None:
    for name, region in (("study/a", None), ("study/b", "us-west-2")):
        paths = ExperimentPaths.named(name)
        spec = replace(example(tmp_path / "train.py"), region=region)
        spec.open(paths, workers=1, elapsed=0.0)
        paths.definition.touch()
    elsewhere(monkeypatch)
    for arguments, expected in [
        (["study"], [emulator.region, "us-west-2"]),
        (["study", "--region", "us-east-2"], ["us-east-2"]),
        ([], ["eu-central-1"]),
    ]:
        regions.clear()
        result = CliRunner().invoke(main, ["jobs", *arguments])
        assert result.exit_code == 0, result.output
        assert regions == expected


def test_an_identity_is_drawn_once(tmp_path: Path) -> None:
    paths = ExperimentPaths(tmp_path / "my_run")
    assert identity_of(paths) is None
    drawn = draw_identity(paths, "eu-west-1")
    assert drawn.region == "eu-west-1"
    assert drawn.experiment.startswith("my-run-")
    assert identity_of(paths) == drawn
    (paths.folder / FILE).write_text(json.dumps({"experiment": "of-an-earlier-version"}))
    assert identity_of(paths) == Identity("of-an-earlier-version")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"experiment": 1}', "\udcff"])
def test_an_unreadable_identity_is_an_error(tmp_path: Path, text: str) -> None:
    paths = ExperimentPaths.named("torn")
    paths.folder.mkdir(parents=True)
    (paths.folder / FILE).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(BackendError, match=f"{FILE} can't be read"):
        identity_of(paths)
    result = CliRunner().invoke(main, ["jobs", "torn"])
    assert result.exit_code == 2
    assert "restore it" in result.output
