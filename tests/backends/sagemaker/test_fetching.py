"""What `tunewise fetch` makes of what is on S3, wherever the study was launched."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.backends.sagemaker.launched import S3, call, launch, plan_of, tuners
from tests.backends.sagemaker.test_launching import command
from tests.helpers.harnesses.sagemaker import BUCKET

from tunewise.backends.sagemaker.calls import make_clients
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.identity import identity_of
from tunewise.backends.sagemaker.mirror import ExperimentMirror
from tunewise.backends.sagemaker.names import Places
from tunewise.paths import ExperimentPaths, home
from tunewise.studies.plan import Plan, read_plan
from tunewise.studies.sagemaker.fetching import fetch_study
from tunewise.studies.sagemaker.tuners import SageMakerTuners
from tunewise.studies.spec import StudyError

if TYPE_CHECKING:
    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

CELL = "tiny-ASHA-2w-0"


@pytest.fixture
def plan(idle: Emulator, source: Path) -> Plan:
    """Of a study that was launched."""
    plan = plan_of(source, idle, 5.0)
    launch(plan)
    return plan


def places(plan: Plan, cell: str | None = None) -> Places:
    identity = identity_of(plan.paths.experiment(cell) if cell else ExperimentPaths(plan.paths.folder))
    assert identity is not None
    return Places.below(S3, identity.experiment)


def put(key: str, body: bytes = b"") -> None:
    Bucket(BUCKET, make_clients(None).s3).put(key, body)


def test_a_study_that_does_not_exist(running: Emulator) -> None:
    with pytest.raises(StudyError, match="There is no study 'nothing' below"):
        fetch_study("nothing", S3, None)
    result = call("fetch", "a b")
    assert (result.exit_code, "can't name" in result.output) == (2, True)


def test_additions_and_repetitions_are_seen_elsewhere(
    plan: Plan, idle: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = home()
    put(places(plan, CELL).record + "journal.jsonl", b"of the first\n")
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "there"))
    assert call("fetch", "tag").exit_code == 0
    assert ExperimentPaths.named(f"tag/{CELL}").journal.read_bytes() == b"of the first\n"
    monkeypatch.setenv("TUNEWISE_HOME", str(here))
    # as --rerun-failed does, and with another method
    plan.paths.experiment(CELL).folder.joinpath("sagemaker.json").unlink()
    launch(plan_of(source, idle, 5.0, ("ASHA", "RS")))
    anew = places(plan, CELL)
    put(anew.record + "journal.jsonl", b"of the second\n")
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "there"))
    result = call("fetch", "tag")
    assert "tiny-RS-2w-0" in result.output
    assert places(plan, CELL) == anew
    assert ExperimentPaths.named(f"tag/{CELL}").journal.read_bytes() == b"of the second\n"


def test_two_studies_with_one_name(
    plan: Plan, idle: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "other"))
    assert call(*command(source, idle, "--yes")).exit_code == 0
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "third"))
    result = call("fetch", "tag")
    assert result.exit_code == 2
    assert "name the folder of one, as in --s3" in result.output
    for job, cell in zip(tuners(idle), (CELL, "tiny-RS-2w-0"), strict=True):
        monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / cell))
        assert call("fetch", "tag", "--s3", f"{S3}/{job.removesuffix('-t00000-r0')}/").exit_code == 0
        assert [each.name for each in read_plan("tag").cells] == [cell]


def test_a_plan_that_cannot_be_read(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(places(plan).record + "study.json", b"{")
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "elsewhere"))
    result = call("fetch", "tag")
    assert (result.exit_code, "study.json can't be read" in result.output) == (2, True)


def test_an_experiment_that_has_just_begun(plan: Plan) -> None:
    """The definition goes to S3 a moment before the journal, and has to be as if it weren't there for a tuner
    that comes back just then; a folder of AWS's console is no file."""
    put(places(plan, CELL).record + "experiment.json", b"{}")
    put(places(plan, CELL).record)
    put(places(plan, CELL).record + "trials/")
    result = call("fetch", "tag")
    assert result.exit_code == 0, result.output
    assert f"{CELL}  running" in result.output
    assert not plan.paths.experiment(CELL).definition.exists()
    put(places(plan, CELL).record + "journal.jsonl", b"whole\n")
    SageMakerTuners(plan).statuses()
    assert plan.paths.experiment(CELL).definition.exists()


def test_one_fetch_at_a_time(plan: Plan) -> None:
    put(places(plan, CELL).record + "results.csv", b"trial_id\n")
    looking = threading.Thread(target=SageMakerTuners(plan).statuses)
    with plan.paths.fetching.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        looking.start()
        looking.join(0.5)
        assert looking.is_alive()
    looking.join()
    assert plan.paths.experiment(CELL).results.exists()


def test_nothing_is_fetched_twice_from_an_encrypted_bucket(
    plan: Plan, idle: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its ETags are no checksums."""
    put(places(plan, CELL).record + "results.csv", b"trial_id\n")
    listed = Bucket.etags
    monkeypatch.setattr(
        Bucket, "etags", lambda *args: {key: f'"{etag[:9]}"' for key, etag in listed(*args).items()}
    )
    bucket = Bucket(BUCKET, make_clients(None).s3)
    mirror = ExperimentMirror(plan.paths.experiment(CELL), bucket, places(plan, CELL))
    assert [mirror.fetch(), mirror.fetch()] == [1, 0]
    put(places(plan, CELL).record + "results.csv", b"trial_id\n0\n")
    plan.paths.experiment(CELL).results.write_bytes(b"changed here")
    assert mirror.fetch() == 1
    assert plan.paths.experiment(CELL).results.read_bytes() == b"trial_id\n0\n"


def test_files_are_sent_in_the_order_of_writing(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tuner whose instance breaks meanwhile doesn't leave an outcome without what it came from."""
    names = ["journal.jsonl", "trials/00000/jobs/0/stderr", "results.csv", "outcome.json"]
    folder = tmp_path / "experiment"
    for moment, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, ns=(moment, moment))
    sent: list[str] = []
    monkeypatch.setattr(Bucket, "put", lambda _, key, body: sent.append(key))
    where = places(plan, CELL)
    ExperimentMirror(ExperimentPaths(folder), Bucket(BUCKET, None), where).send()
    assert sent == [where.record + name for name in names]


def test_the_reason_of_a_tuners_end_is_shown_once(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = SageMakerTuners(plan)
    (status,) = jobs.statuses()
    described = jobs._calls.describe(str(status.job))
    assert described is not None
    why = described._replace(
        status="Failed", reason="AlgorithmError: exit code 1\nNo such thing, exit code: 1"
    )
    monkeypatch.setattr(jobs._calls, "describe", lambda _: why)
    for last, told in (("No such thing", why.reason), ("later", f"{why.reason}\nlater")):
        monkeypatch.setattr(jobs._calls, "log", lambda _, last=last: ["first", last])
        assert jobs.failure_reason(status) == told
