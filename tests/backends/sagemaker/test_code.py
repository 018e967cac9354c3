"""What is sent along: the code once, data, packages; and what the script finds of it."""

from __future__ import annotations

import io
import re
import tarfile
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
from tests.backends.sagemaker.secret_files import HARMLESS, SECRETS
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends import GROUP, kinds
from tunewise.backends.base import BackendError, Job
from tunewise.backends.sagemaker import SageMakerBackend, code, left_out
from tunewise.backends.sagemaker.code import files_of, pack
from tunewise.backends.sagemaker.left_out import why_secret
from tunewise.events import Fact, JobEnded, Reported
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

SHOW = """
import os, subprocess, sys
from pathlib import Path
from tunewise import Reporter
import helper
data = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"), "input/data/data")
Reporter()(
    argv=" ".join(sys.argv[1:]), helper=helper.NAME, cwd=Path.cwd().name, variable=os.environ["MINE"],
    tool=subprocess.check_output(["deep/tool"], text=True), linked=Path("deep/linked/README").read_text(),
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
while True:
    time.sleep(0.05)
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
        example(source / "deep" / "train.py"),
        source_dir=str(source),
        arguments=("--fixed", "1"),
        channels={"data": str(data)},
        environment={"MINE": "yours"},
    )


@pytest.mark.parametrize("script_mode", [False, True])
def test_what_a_script_finds(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path, script_mode: bool
) -> None:
    tool, elsewhere = tmp_path / "source/deep/tool", tmp_path / "elsewhere"
    tool.write_text("#!/bin/sh\nprintf works")
    tool.chmod(0o755)
    elsewhere.mkdir()
    (elsewhere / "README").write_text("read")
    (tmp_path / "source/deep/linked").symlink_to(elsewhere)
    facts = run(replace(spec, script_mode=script_mode), tmp_path / "experiment")
    assert isinstance(facts[-1], JobEnded)
    assert facts[-1].failure is None, facts
    (report,) = [fact for fact in facts if isinstance(fact, Reported)]
    told = dict(report.values)
    assert told["argv"] == "--fixed 1 --lr 1e-05 --note=-x"
    assert (told["helper"], told["variable"], told["data"]) == ("helper", "yours", "1,2")
    assert (told["cwd"], told["tool"], told["linked"]) == ("source", "works", "read")


def test_pid_1_of_an_isolated_container_gets_the_signals(
    open_emulator: Callable[..., Emulator], tmp_path: Path
) -> None:
    """SIGTERM of StopTrainingJob reaches the script, which saves; nothing burns the grace time."""
    from sagemaker_rehearsal.containers import detect_isolation
    from sagemaker_rehearsal.namespaces import Isolation

    if detect_isolation() is Isolation.NONE:
        pytest.skip("this machine allows no namespaces")
    emulator = open_emulator(isolation=detect_isolation())
    script = tmp_path / "script.py"
    script.write_text(SAVES)
    spec = example(script)
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
    from tests.helpers.harnesses.sagemaker import BUCKET

    return list(emulator.storage.keys(BUCKET, ""))


def test_code_is_the_same_bytes_for_the_same_files(spec: SageMakerBackend) -> None:
    first = pack(spec)
    assert pack(spec) == first
    assert pack(replace(spec, arguments=("--fixed", "2"))) != first
    assert len(first) < 2 << 20


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
    for name, body in SECRETS.items():  # of folders, the outermost is named
        assert any(str(tmp_path / "source" / part) in caplog.text for part in (name, name.rpartition("/")[0]))
        assert len(body) < 30 or body.decode(errors="replace")[-20:] not in caplog.text


def test_patterns_of_secrets_have_no_unbounded_repeats() -> None:
    """So that a megabyte of what is like them takes no square of its length."""
    assert not re.search(rb"[*+]|,}", left_out._ASSIGNED.pattern)


def test_none_of_our_own_files_looks_like_a_secret(
    spec: SageMakerBackend, caplog: pytest.LogCaptureFixture
) -> None:
    packed(spec)
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("change", "named", "why"),
    [
        ({"entry_point": "deep/download.py"}, "deep/download.py", "it seems to hold a Hugging Face token"),
        ({"entry_point": ".env/train.py"}, ".env", ".env is a usual name for secrets"),
        ({"entry_point": ".venv/train.py"}, ".venv", "caches stay here"),
        ({"requirements": "requirements-dev.txt"}, "requirements-dev.txt", "it seems to hold a GitHub token"),
        ({"channels": {"key": "kaggle.json"}}, "kaggle.json", "kaggle.json is a usual name for secrets"),
    ],
)
def test_needed_files_that_are_not_sent_are_refused_early(
    spec: SageMakerBackend, tmp_path: Path, change: dict[str, Any], named: str, why: str
) -> None:
    pytest.importorskip("boto3", reason="needs the extra `aws`")
    source = tmp_path / "source"
    for name in (
        "deep/download.py",
        ".env/train.py",
        ".venv/train.py",
        "requirements-dev.txt",
        "kaggle.json",
    ):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_bytes(SECRETS.get(name.removeprefix("deep/"), b""))
    for name in ("requirements", "channels"):
        if name in change:
            change = {name: {"key": str(source / named)} if name == "channels" else str(source / named)}
    spec.check(1)
    with pytest.raises(BackendError, match=f"^{re.escape(str(source / named))} can't be sent, as {why}: "):
        replace(spec, **change).check(1)


LINKS = {"round": ".", "up": "..", "root": "/", "gone": "nowhere", "self": "self"}


def test_targets_of_links_are_sent(
    emulator: Emulator, spec: SageMakerBackend, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In code and in data. Links in a circle, nowhere and out of the folder are told, each kind once."""
    shared = tmp_path / "shared"
    (shared / "deep").mkdir(parents=True)
    (shared / "deep" / "more").write_text("more")
    (shared / "back").symlink_to(shared)
    (tmp_path / "key").write_bytes(SECRETS["deploy"])
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "known").write_text("")
    for root in (tmp_path / "source", tmp_path / "data"):
        (root / "shared").symlink_to(shared)
        (root / "deep" / "again").symlink_to("../shared/deep")
        (root / "file").symlink_to(shared / "deep" / "more")
        for name, target in {**LINKS, "hidden": "../key", "hosts": "../.ssh/known"}.items():
            (root / name).symlink_to(target)
    run(spec, tmp_path / "experiment")
    linked = {"shared/deep/more", "deep/again/more", "file"}
    names = packed(spec)
    packaged = {name.removeprefix("source/") for name in names if name.startswith("source/")}
    assert packaged == linked | {"deep/train.py", "deep/helper.py"}
    assert len(names) == len(set(names))
    sent = {key.rpartition("/data/data/")[2].partition("/")[2] for key in keys(emulator) if "/data/" in key}
    assert sent == linked | {"deep/numbers.csv"}
    for root in (tmp_path / "source", tmp_path / "data"):
        pass_by = "give secrets to jobs with pass_environment, or --pass-env."
        assert [message for message in caplog.messages if str(root) in message][:5] == [
            f"{root}/hidden isn't sent, as it seems to hold a private key: {pass_by}",
            f"{root}/hosts isn't sent, as .ssh is a usual name for secrets: {pass_by}",
            f"These links lead out of {root}, and their targets are sent, too: {root}/file (to "
            f"{shared}/deep/more), {root}/shared (to {shared}), {root}/deep/again (to ../shared/deep).",
            f"These links lead nowhere and aren't sent: {root}/gone (to nowhere), {root}/self (to self).",
            f"These links lead back to a folder that contains them and aren't followed: {root}/root (to /), "
            f"{root}/round (to .), {root}/up (to ..) and 1 more.",
        ]


def test_folders_that_link_to_each_other(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
        (tmp_path / name / "other").symlink_to(tmp_path / other)
    found = [path.relative_to(tmp_path).as_posix() for path in files_of(tmp_path)]
    assert found == ["one/one", "one/other/two", "two/two", "two/other/one"]
    assert caplog.text.count("back to a folder that contains them") == 1


def test_too_many_links_between_folders_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """7 would be sent as 13,699 files. A folder to which many others link is sent with each of them."""
    many = tmp_path / "many"
    for one in range(7):
        (many / f"{one}").mkdir(parents=True)
        (many / f"{one}" / "file").touch()
        for other in set(range(7)) - {one}:
            (many / f"{one}" / f"to{other}").symlink_to(many / f"{other}")
    with monkeypatch.context() as patched:
        patched.setattr(code, "MOST_NAMES", 10)
        told = rf"^{many} can't be sent, as its links lead to {many}/\d in more than 10 ways: remove links"
        with pytest.raises(BackendError, match=told):
            list(files_of(many))
    few = tmp_path / "few"
    few.mkdir()
    (tmp_path / "common").mkdir()
    (tmp_path / "common" / "file").touch()
    for name in range(100):
        (few / f"{name}").symlink_to(tmp_path / "common")
    assert len(list(files_of(few))) == 100


def test_links_to_files_that_are_not_sent_are_not_sent(spec: SageMakerBackend, tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / ".venv").mkdir()
    (source / ".venv" / "python").touch()
    (source / "env").symlink_to(".venv")
    assert not [name for name in packed(spec) if "env/" in name and name.startswith("source/")]


def test_executable_files_stay_executable(spec: SageMakerBackend, tmp_path: Path) -> None:
    (tmp_path / "source/deep/tool").touch(0o750)
    with tarfile.open(fileobj=io.BytesIO(pack(spec))) as archive:
        modes = {info.name: info.mode for info in archive if info.name.startswith("source/")}
    assert modes == {"source/deep/tool": 0o755, "source/deep/train.py": 0o644, "source/deep/helper.py": 0o644}


def test_code_that_is_too_large_is_not_read(
    spec: SageMakerBackend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as data to which a link leads."""
    data = tmp_path / "data set"
    (data / "more").mkdir(parents=True)
    (data / "more" / "rest").touch()
    with (data / "large").open("wb") as file:
        file.truncate(1 << 40)
    (tmp_path / "source" / "data").symlink_to(data)
    looked_at: list[Path] = []

    def look(path: Path, root: Path) -> str | None:
        looked_at.append(path)
        return why_secret(path, root)

    monkeypatch.setattr(code, "why_secret", look)
    with pytest.raises(BackendError, match="with the targets of its links, has more than 256 MB"):
        pack(spec)
    assert tmp_path / "source/data/large" in looked_at
    assert tmp_path / "source/data/more/rest" not in looked_at


def test_a_tuner_job_has_the_data_files_of_the_package(spec: SageMakerBackend) -> None:
    assert {"lib/tunewise/prices.py", "lib/tunewise/prices.json"} <= set(packed(spec))


def test_a_tuner_job_finds_registered_back_ends(spec: SageMakerBackend, tmp_path: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(pack(spec))) as archive:
        archive.extractall(tmp_path, filter="data")
    found = metadata.distributions(path=[str(tmp_path / "lib")])
    assert {entry.name for one in found for entry in one.entry_points if entry.group == GROUP} == set(kinds())


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


def test_a_missing_bucket(emulator: Emulator, spec: SageMakerBackend, tmp_path: Path) -> None:
    backend = replace(spec, s3="s3://not-there/x").open(ExperimentPaths(tmp_path / "e"), 1, 0.0)
    with pytest.raises(BackendError, match="not-there"):
        backend.start(Job(JobId(0, 0), {}, resumed=False))
    backend.close()


def test_failure_reasons_are_shown(emulator: Emulator, tmp_path: Path) -> None:
    """The end of what the script wrote to stderr comes with the job's end, and stands in FailureReason."""
    with rig_for(example, tmp_path, scripts.FAIL) as rig:
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
