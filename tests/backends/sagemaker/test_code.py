"""What is sent along: the code once, data, packages; and what the script finds of it."""

from __future__ import annotations

import io
import tarfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tunewise.backends.base import BackendError, Job
from tunewise.backends.paths import ExperimentPaths
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.code import pack
from tunewise.events import Fact, JobEnded, Reported
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tunewise.rehearsal import Emulator

SHOW = """
import os, sys
from pathlib import Path
from tunewise import Reporter
import helper
data = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"), "input/data/data")
Reporter()(
    argv=" ".join(sys.argv[1:]), helper=helper.NAME, cwd=Path.cwd().name, variable=os.environ["MINE"],
    data=(data / "deep/numbers.csv").read_text(), pid=os.getpid(), parent=os.getppid(),
)
"""
SAVES = """
import os, signal, sys, time
from tunewise import Reporter, checkpoint_dir
def end(*_):
    (checkpoint_dir() / "saved").write_text("on SIGTERM")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
report = Reporter()
report(step=1, isolated=os.path.exists("/opt/ml/input/config"))
time.sleep(100)
"""


def run(spec: SageMakerBackend, folder: Path, halt: bool = False) -> list[Fact]:
    """The facts of one job."""
    backend = spec.open(ExperimentPaths(folder), workers=1, elapsed=0.0)
    backend.attach([])
    backend.start(Job(JobId(3, 0), {"lr": 1e-5, "note": "-x"}, resumed=False))
    facts: list[Fact] = []
    while not any(isinstance(fact, JobEnded) for fact in facts):
        facts += backend.poll(1.0)
        if halt and any(isinstance(fact, Reported) for fact in facts):
            backend.halt(JobId(3, 0), 0.0)
    backend.close()
    return facts


@pytest.fixture
def spec(tmp_path: Path) -> SageMakerBackend:
    source, data = tmp_path / "source", tmp_path / "data"
    for folder in (source / "deep", data / "deep", source / ".git"):
        folder.mkdir(parents=True)
    (source / "deep" / "train.py").write_text(SHOW)
    (source / "deep" / "helper.py").write_text("NAME = 'helper'")
    (source / ".git" / "huge").write_text("no code")
    (data / "deep" / "numbers.csv").write_text("1,2")
    return replace(
        SageMakerBackend.example(source / "deep" / "train.py"),
        source_dir=str(source),
        arguments=("--fixed", "1"),
        channels={"data": str(data)},
        environment={"MINE": "yours"},
    )


@pytest.mark.parametrize("script_mode", [False, True])
def test_what_a_script_finds(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path, script_mode: bool
) -> None:
    facts = run(replace(spec, script_mode=script_mode), tmp_path / "experiment")
    assert isinstance(facts[-1], JobEnded)
    assert facts[-1].failure is None, facts
    (report,) = [fact for fact in facts if isinstance(fact, Reported)]
    told = dict(report.values)
    assert told["argv"] == "--fixed 1 --lr 1e-05 --note=-x"
    assert (told["helper"], told["variable"], told["data"]) == ("helper", "yours", "1,2")
    assert told["cwd"] == "source"


def test_in_a_world_of_its_own_pid_1_gets_the_signals(
    open_emulator: Callable[..., Emulator], tmp_path: Path
) -> None:
    """SIGTERM of StopTrainingJob reaches the script, which saves; nothing burns the grace time."""
    from tunewise.rehearsal.containers import detect_isolation
    from tunewise.rehearsal.namespaces import Isolation

    if detect_isolation() is Isolation.NONE:
        pytest.skip("this machine allows no namespaces")
    emulator = open_emulator(isolation=detect_isolation())
    script = tmp_path / "script.py"
    script.write_text(SAVES)
    spec = SageMakerBackend.example(script)
    backend = spec.open(ExperimentPaths(tmp_path / "experiment"), workers=1, elapsed=0.0)
    backend.attach([])
    backend.start(Job(JobId(0, 0), {}, resumed=False))
    facts: list[Fact] = []
    while not any(isinstance(fact, Reported) for fact in facts):
        facts += backend.poll(1.0)
    before = emulator.now
    emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[0].name)
    while not any(isinstance(fact, JobEnded) for fact in facts):
        facts += backend.poll(1.0)
    backend.close()
    assert isinstance(facts[-1], JobEnded)
    assert facts[-1].failure is FailureKind.PREEMPTED
    assert emulator.now - before < 30
    assert any(key.endswith("checkpoints/t00000/manifest.json") for key in keys(emulator))


def keys(emulator: Emulator) -> list[str]:
    from tunewise.backends.sagemaker.spec import EXAMPLE_BUCKET

    return list(emulator.storage.keys(EXAMPLE_BUCKET, ""))


def test_code_is_the_same_bytes_for_the_same_files(spec: SageMakerBackend) -> None:
    first = pack(spec)
    assert pack(spec) == first
    assert pack(replace(spec, arguments=("--fixed", "2"))) != first
    assert len(first) < 2 << 20


SECRETS = {
    ".env": b"TOKEN=abc",
    ".env.local": b"TOKEN=abc",
    ".envrc": b"export TOKEN=abc",
    ".aws/credentials": b"[default]",
    "deep/.ssh/config": b"Host x",
    "deep/id_ed25519": b"-----BEGIN OPENSSH PRIVATE KEY-----",
    "mine.pem": b"-----BEGIN CERTIFICATE-----\nabc\n-----BEGIN RSA PRIVATE KEY-----\nabc",
    "account.json": b'{"private_key": "-----BEGIN PRIVATE KEY-----\\nabc"}',
}
HARMLESS = {
    "environment.env": b"",
    "ca.pem": b"-----BEGIN CERTIFICATE-----\nabc",
    "settings.json": b"{}",
    "deep/keys.py": b"PREFIX = '-----BEGIN PRIVATE KEY-----'",
}


def test_secrets_are_not_sent(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for folder in ("source", "data"):
        for name, body in (SECRETS | HARMLESS).items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
    run(spec, tmp_path / "experiment")
    sent = {key.rpartition("/data/data/")[2].partition("/")[2] for key in keys(emulator) if "/data/" in key}
    for names in (sent, {name.removeprefix("source/") for name in packed(spec)}):
        assert set(HARMLESS) <= names
        assert not names & set(SECRETS)
    for name in SECRETS:  # of folders, the outermost is named
        assert any(str(tmp_path / "source" / part) in caplog.text for part in (name, name.rpartition("/")[0]))


def test_links_to_folders_are_not_followed(spec: SageMakerBackend, tmp_path: Path) -> None:
    (tmp_path / "source" / "deep" / "round").symlink_to(tmp_path / "source")
    assert len([name for name in packed(spec) if name.startswith("source/")]) == 2


def test_a_tuner_finds_what_it_reads_beside_its_code(spec: SageMakerBackend) -> None:
    assert {"lib/tunewise/prices.py", "lib/tunewise/prices.json"} <= set(packed(spec))


def packed(spec: SageMakerBackend) -> list[str]:
    with tarfile.open(fileobj=io.BytesIO(pack(spec))) as archive:
        return archive.getnames()


def test_packages_are_installed_before_the_script_begins(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path
) -> None:
    """A package that isn't there: the job says so, in its reason and its log."""
    (tmp_path / "source" / "requirements.txt").write_text("./no-such-package-here\n")
    facts = run(spec, tmp_path / "experiment")
    assert isinstance(facts[-1], JobEnded)
    assert facts[-1].failure is FailureKind.ERROR
    assert "pip" in facts[-1].detail
    assert "no-such-package-here" in facts[-1].detail


def test_a_bucket_that_is_not_there(emulator: Emulator, spec: SageMakerBackend, tmp_path: Path) -> None:
    backend = replace(spec, s3="s3://not-there/x").open(ExperimentPaths(tmp_path / "e"), 1, 0.0)
    with pytest.raises(BackendError, match="not-there"):
        backend.start(Job(JobId(0, 0), {}, resumed=False))
    backend.close()


def test_reasons_are_shown(emulator: Emulator, tmp_path: Path) -> None:
    """The end of what the script wrote to stderr comes with the job's end, and stands in FailureReason."""
    with rig_for(SageMakerBackend.example, tmp_path, scripts.FAIL) as rig:
        job_id = rig.start(rig.job(arguments={"how": "raise"}))
        detail = rig.until_ended(job_id).detail
        assert "ValueError: a bug in line 7" in detail
        files = rig.paths.job(job_id)
        assert "ValueError: a bug in line 7" in files.stderr.read_text()
        assert emulator.jobs()[0].name in files.stdout.read_text()
    described: dict[str, Any] = emulator.client("sagemaker").describe_training_job(
        TrainingJobName=emulator.jobs()[0].name
    )
    assert "ValueError: a bug in line 7" in described["FailureReason"]
