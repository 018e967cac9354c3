"""What is sent along: the code once, data, packages; and what the script finds of it."""

from __future__ import annotations

import io
import re
import tarfile
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends import GROUP, kinds
from tunewise.backends.base import BackendError, Job
from tunewise.backends.sagemaker import SageMakerBackend, code, left_out
from tunewise.backends.sagemaker.code import files_of, pack
from tunewise.events import Fact, JobEnded, Reported
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

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


def test_in_a_world_of_its_own_pid_1_gets_the_signals(
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


BODY = b"MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEAq7BFUpkGp3+LQmlQ"  # not of any key in use
BEGIN, END = (b"-----%s RSA PRIVATE KEY-----" % word for word in (b"BEGIN", b"END"))


def made_up(prefix: str, length: int) -> bytes:
    """What is like a token, and is none."""
    return (prefix + "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z" * 9)[: len(prefix) + length].encode()


SECRETS = {
    ".env": b"TOKEN=abc",
    ".env.local": b"TOKEN=abc",
    ".envrc": b"export TOKEN=abc",
    ".aws/credentials": b"[default]",
    "deep/.ssh/config": b"Host x",
    "deep/id_ed25519": b"-----BEGIN OPENSSH PRIVATE KEY-----",
    "mine.pem": b"-----BEGIN CERTIFICATE-----\nabc\n-----BEGIN RSA PRIVATE KEY-----\nabc",
    "account.json": b'{"private_key": "-----BEGIN PRIVATE KEY-----\\nabc"}',
    # by their names
    "credentials": b"",
    "deep/Credentials.json": b"",
    ".npmrc": b"",
    "kaggle.json": b"{}",
    "secrets.toml": b"",
    "deep/secrets.yaml": b"",
    "store.p12": b"",
    # by what is in them
    "deploy": BEGIN + b"\n" + BODY,
    "encrypted": BEGIN + b"\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n" + BODY,
    "pgp.asc": b"-----BEGIN PGP PRIVATE KEY BLOCK-----\r\nVersion: 1\r\n\r\n" + BODY,
    "putty": b"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n",
    "values.yaml": b"key: |\n  " + BEGIN + b"\n  " + BODY,
    "constants.py": b'KEY = "' + BEGIN + b"\\n" + BODY + b'"',
    "cell.ipynb": b'["' + BEGIN + b'\\n",\n "' + BODY + b'\\n"]',
    "notes.md": b"key: AKIA" + b"Q3EGUJ5XW7TZ4YBN",
    "temporary.sh": b"export AWS_ACCESS_KEY_ID=ASIA" + b"Q3EGUJ5XW7TZ4YBN",
    "boto.cfg": b"aws_secret_access_key = " + made_up("", 40),
    "answer.json": b'{"SecretAccessKey": "' + made_up("", 40) + b'"}',
    "download.py": b"login(token='" + made_up("hf_", 34) + b"')",
    "token": made_up("hf_", 34),
    "requirements-dev.txt": b"git+https://" + made_up("ghp_", 36) + b"@github.com/me/mine",
    "fine.txt": made_up("github_pat_", 82),
    "gitlab.yml": made_up("glpat-", 20),
    "anthropic.cfg": made_up("sk-ant-api03-", 80),
    "openai.sh": b"export OPENAI_API_KEY=" + made_up("sk-proj-", 48),
    "track.py": b"wandb.login(key='" + b"0123456789abcdef0123" * 2 + b"')",
    "wandb.sh": b"WANDB_API_KEY=" + b"0123456789abcdef0123" * 2,
    "secrets.py": b"PASSWORD = 'correct-horse'",
    "credentials.py": b'PASSWORD = "hunter2222"',
    "deep/Credentials.py": b'API_KEY: str = "abcdef1234567"',
    "secrets.pyi": b"TOKEN = b'correcthorse'",
    "Secrets.py": b"LOGIN = {'password': 'correct horse'}",
    "prod.env": b"",
    "secrets": b"",
    "letters.py": b"KEY = 'AKIA" + b"QWERTYUIOPASDFGH'",
    "letters.sh": b"export AWS_ACCESS_KEY_ID=AKIA" + b"QWERTYUIOPASDFGH",
    "legacy.sh": b"export OPENAI_API_KEY=" + made_up("sk-", 48),
    "wide.txt": (BEGIN + b"\r\n" + BODY).decode().encode("utf-16"),
    "application_default.json": b'{"refresh_token": "1//' + made_up("", 60) + b'"}',
    "desktop.json": b'{"client_secret": "' + made_up("", 24) + b'"}',
    "config.json": b'{"auths": {"one": {}, "two": {"auth": "' + made_up("", 16) + b'"}}}',
}
HARMLESS = {
    "ca.pem": b"-----BEGIN CERTIFICATE-----\n" + BODY,
    "settings.json": b"{}",
    "deep/keys.py": b"PREFIX = '-----BEGIN PRIVATE KEY-----'",
    "looks_for_keys.py": b"ENDS = (\n    '"
    + BEGIN
    + b"',\n    '"
    + END
    + b"',\n)\n"
    + b"certificate_marker = 1",
    "writes_keys.py": b"f'" + BEGIN + b"\\n{body}\\n" + END + b"'",
    "about.md": b"It looks like\n" + BEGIN + b"\n...\n" + END,
    "example.json": b'{"PrivateKey": "' + BEGIN + b"<a very long text>" + END + b'"}',
    "id_rsa.pub": b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7",
    "tokenizer.py": b"class Tokenizer:\n    hf_tokenizer_that_is_loaded_from_the_hub_when_it_is_used = None",
    "tokens.txt": b"the\nhf_\nghp_\nAKIA\nsk-\n##private\n##key",
    "tokenizer_config.json": b'{"tokenizer_class": "GPT2Tokenizer", "unk_token": "<|endoftext|>"}',
    "names/credentials.py": b"ACCESS_KEY = 'aws_access_key_id'\nFILE_OF_KEYS = '~/.aws/credentials'",
    "oauth.json": b'{"client_secret": "YOUR_CLIENT_SECRET_GOES_HERE", "auths": {}, "auth": "none"}',
    "wide.csv": "1,2".encode("utf-16"),
    "deep/secrets/vault.py": b"import secrets\ntoken = secrets.token_hex(16)",
    "test_secrets.py": b"def test_secret_access_key(): ...",
    "documented.md": b"AKIAIOSFODNN7EXAMPLE",
    "documented.ini": b"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "placeholder.py": b"token = 'hf_" + b"x" * 34 + b"'; key = 'AKIA" + b"X" * 16 + b"'",
    "reads.py": b"os.environ['WANDB_API_KEY'], os.environ['AWS_SECRET_ACCESS_KEY']",
    "peptides.csv": b"AKIAEFGHIKLMNPQRSTVW\nASIAEFGHIKLMNPQRSTVW",
    "commits.txt": b"0123456789abcdef0123" * 2,
    "weights.bin": b"\0" + made_up("hf_", 34),
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
    for name, body in SECRETS.items():  # of folders, the outermost is named
        assert any(str(tmp_path / "source" / part) in caplog.text for part in (name, name.rpartition("/")[0]))
        assert len(body) < 30 or body.decode(errors="replace")[-20:] not in caplog.text


def test_what_looks_for_passwords_repeats_nothing_without_bound() -> None:
    """So that a megabyte of what is like them takes no square of its length."""
    assert not re.search(rb"[*+]|,}", left_out._ASSIGNED.pattern)


def test_nothing_of_our_own_is_taken_for_a_secret(
    spec: SageMakerBackend, caplog: pytest.LogCaptureFixture
) -> None:
    packed(spec)
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("change", "named", "why"),
    [
        ({"entry_point": "deep/download.py"}, "deep/download.py", "it seems to hold a Hugging Face token"),
        ({"entry_point": ".env/train.py"}, ".env", ".env is a usual name of secrets"),
        ({"entry_point": ".venv/train.py"}, ".venv", "caches stay here"),
        ({"requirements": "requirements-dev.txt"}, "requirements-dev.txt", "it seems to hold a GitHub token"),
        ({"channels": {"key": "kaggle.json"}}, "kaggle.json", "kaggle.json is a usual name of secrets"),
    ],
)
def test_what_is_needed_and_would_stay_here_is_told_before_anything_is_paid_for(
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


def test_what_links_lead_to_goes_along(
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
        pass_by = "jobs get secrets by pass_environment, or --pass-env."
        assert [message for message in caplog.messages if str(root) in message][:5] == [
            f"{root}/hidden isn't sent, as it seems to hold a private key: {pass_by}",
            f"{root}/hosts isn't sent, as .ssh is a usual name of secrets: {pass_by}",
            f"These links lead out of {root}, and what is there is sent, too: {root}/file (to "
            f"{shared}/deep/more), {root}/shared (to {shared}), {root}/deep/again (to ../shared/deep).",
            f"These links lead nowhere, and aren't sent: {root}/gone (to nowhere), {root}/self (to self).",
            f"These links lead back to a folder that they are in, and aren't followed: {root}/root (to /), "
            f"{root}/round (to .), {root}/up (to ..) and 1 more.",
        ]


def test_folders_that_link_to_each_other(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
        (tmp_path / name / "other").symlink_to(tmp_path / other)
    found = [path.relative_to(tmp_path).as_posix() for path in files_of(tmp_path)]
    assert found == ["one/one", "one/other/two", "two/two", "two/other/one"]
    assert caplog.text.count("back to a folder that they are in") == 1


def test_folders_that_link_to_each_other_multiply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_link_to_what_stays_here_stays_here(spec: SageMakerBackend, tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / ".venv").mkdir()
    (source / ".venv" / "python").touch()
    (source / "env").symlink_to(".venv")
    assert not [name for name in packed(spec) if "env/" in name and name.startswith("source/")]


def test_programs_stay_programs(spec: SageMakerBackend, tmp_path: Path) -> None:
    (tmp_path / "source/deep/tool").touch(0o750)
    with tarfile.open(fileobj=io.BytesIO(pack(spec))) as archive:
        modes = {info.name: info.mode for info in archive if info.name.startswith("source/")}
    assert modes == {"source/deep/tool": 0o755, "source/deep/train.py": 0o644, "source/deep/helper.py": 0o644}


def test_code_that_is_too_large_is_neither_read_nor_looked_through(
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
    known = code.why_secret
    monkeypatch.setattr(code, "why_secret", lambda path, root: looked_at.append(path) or known(path, root))
    with pytest.raises(BackendError, match="with what links in it lead to, has more than 256 MB"):
        pack(spec)
    assert tmp_path / "source/data/large" in looked_at
    assert tmp_path / "source/data/more/rest" not in looked_at


def test_a_tuner_finds_what_it_reads_beside_its_code(spec: SageMakerBackend) -> None:
    assert {"lib/tunewise/prices.py", "lib/tunewise/prices.json"} <= set(packed(spec))


def test_a_tuner_finds_its_back_ends_as_where_tunewise_was_installed(
    spec: SageMakerBackend, tmp_path: Path
) -> None:
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


def test_a_bucket_that_is_not_there(emulator: Emulator, spec: SageMakerBackend, tmp_path: Path) -> None:
    backend = replace(spec, s3="s3://not-there/x").open(ExperimentPaths(tmp_path / "e"), 1, 0.0)
    with pytest.raises(BackendError, match="not-there"):
        backend.start(Job(JobId(0, 0), {}, resumed=False))
    backend.close()


def test_reasons_are_shown(emulator: Emulator, tmp_path: Path) -> None:
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
