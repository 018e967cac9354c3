"""What runs in a job's container: how it sets up, what the script finds, and how its checkpoint is saved."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import venv
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.backends.sagemaker.conftest import make_with
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import Job
from tunewise.backends.sagemaker import boot
from tunewise.backends.sagemaker.container.checkpoint import Checkpoint, Staged
from tunewise.backends.sagemaker.container.reports import ReportObject
from tunewise.backends.sagemaker.container.running import place_checkpoint
from tunewise.backends.sagemaker.container.saving import Saver
from tunewise.backends.sagemaker.container.storage import Insist, RefusedError, Store
from tunewise.backends.sagemaker.container.variables import library_path
from tunewise.backends.sagemaker.reading import read
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.testing.harness import is_alive
from tunewise.trial import FailureKind, JobId
from tunewise.worker.report_file import ReportLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`

LONGEST = 60.0  # seconds for anything awaited here
EPOCH = 0.3  # seconds; more than UNSEEN: nobody's training saves more often

EPOCHS = """
args = options(last=3, pace=0.0)
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
for epoch in range(begun + 1, args.last + 1):
    time.sleep(args.pace)
    saved.write_text(str(epoch).zfill(9))
    report(step=epoch, begun=begun)
"""
"""Rewrites its checkpoint in place each epoch, and never looks whether anybody minds."""


def objects(emulator: Emulator, below: str) -> dict[str, bytes | None]:
    """What is on S3 below a place of the experiment, by what follows that in its key."""
    from tests.helpers.harnesses.sagemaker import BUCKET

    keys = [key for key in emulator.storage.keys(BUCKET, "") if f"/{below}" in key]
    return {key.partition(f"/{below}")[2]: emulator.storage.get(BUCKET, key) for key in keys}


def manifest(emulator: Emulator) -> bytes | None:
    return objects(emulator, "checkpoints/t00000/").get("manifest.json")


def saved_epoch(emulator: Emulator) -> tuple[int, int]:
    """The epoch in the checkpoint of trial 0, and the number of reports that go with it. No job runs."""
    found = objects(emulator, "checkpoints/t00000/")
    told = json.loads(found["manifest.json"] or b"")
    return int(found[f"files/{told['files']['epoch']}"] or b""), told["reports"]


def kill(rig: Rig, emulator: Emulator, job_id: JobId) -> None:
    """The instance goes, with no time to save anything."""
    emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[-1].name)
    assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED


# ---- checkpoints -----------------------------------------------------------------------------------------


class FolderStore(Store):
    """A bucket that is a folder. Uploads wait for `gate`, and say so by `waiting`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gate, self.waiting = threading.Event(), threading.Event()
        self.gate.set()
        self.manifests: list[dict[str, Any]] = []

    def get(self, key: str) -> bytes | None:
        path = self.folder / key
        return path.read_bytes() if path.exists() else None

    def put(self, key: str, body: bytes) -> None:
        (self.folder / key).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / key).write_bytes(body)
        if key.endswith("manifest.json"):
            told = json.loads(body)
            contents = {name: self.get(f"c/files/{digest}") for name, digest in told["files"].items()}
            known = (self.get("reports") or b"").count(b'"seq"')
            self.manifests.append({"reports": told["reports"], "known": known, **contents})

    def upload(self, path: Path, key: str) -> None:
        self.waiting.set()
        assert self.gate.wait(LONGEST)
        self.put(key, path.read_bytes())

    def delete(self, keys: list[str]) -> None:
        for key in keys:
            (self.folder / key).unlink(missing_ok=True)


class TellingCheckpoint(Checkpoint):
    """Tells by `staged` that the folder's state was taken down."""

    def __init__(self, folder: Path, staging: Path, store: Store, prefix: str) -> None:
        super().__init__(folder, staging, store, prefix)
        self.staged = threading.Event()

    def stage(self, copying: bool) -> Staged | None:
        found = super().stage(copying)
        self.staged.set()
        return found


class Desk:
    """A checkpoint, its saver, and what a script would do."""

    def __init__(self, root: Path, every: float = 0.0) -> None:
        self.folder, self.staging = root / "checkpoint", root / "staging"
        self.folder.mkdir(parents=True)
        self.store = FolderStore(root / "s3")
        self.checkpoint = TellingCheckpoint(self.folder, self.staging, self.store, "c/")
        self.reports = ReportObject(self.store, "reports", None, put_every=0.0)
        self.saver = Saver(self.checkpoint, self.reports, every)

    def report(self, moment: float | None = None) -> None:
        self.reports.report(ReportLine(0, moment or time.time(), {}))
        self.saver.reported()

    def until(self, happened: Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST
        while not happened():
            assert time.monotonic() < deadline
            self.saver.step()
            time.sleep(0.001)


def test_a_state_goes_up_while_the_script_goes_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    saved = desk.folder / "saved"
    saved.write_bytes(b"epoch 1")
    desk.report()
    desk.store.gate.clear()
    desk.until(desk.store.waiting.is_set)  # its upload has begun
    for epoch in (2, 3):
        saved.write_bytes(b"epoch %d" % epoch)
        desk.report()
    desk.store.gate.set()
    desk.until(lambda: len(desk.store.manifests) == 2)
    assert [found["saved"] for found in desk.store.manifests] == [b"epoch 1", b"epoch 3"]
    assert [found["reports"] for found in desk.store.manifests] == [1, 3]
    assert list(desk.staging.iterdir()) == []  # what is on S3 needs no copy any more
    assert len(list((desk.store.folder / "c/files").iterdir())) == 1


def test_what_is_saved_in_part_does_not_count(tmp_path: Path) -> None:
    """Between the two files of an epoch the script takes its time; the folder is still, but no state."""
    desk = Desk(tmp_path)
    for name in ("model", "optimizer"):
        (desk.folder / name).write_bytes(b"1")
    desk.report()
    desk.until(lambda: len(desk.store.manifests) == 1)
    (desk.folder / "model").write_bytes(b"2")
    desk.checkpoint.staged.clear()
    desk.saver.reported()
    desk.until(desk.checkpoint.staged.is_set)
    (desk.folder / "optimizer").write_bytes(b"2")
    desk.report()
    desk.until(lambda: len(desk.store.manifests) == 2)
    assert desk.store.manifests[1] == {"reports": 2, "known": 2, "model": b"2", "optimizer": b"2"}


def test_what_was_completed_and_overwritten_while_nobody_looked_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next look comes late, as on a busy machine: of two saves only the second one can be seen."""
    monkeypatch.setattr("tunewise.backends.sagemaker.container.saving.UNSEEN", 0.0)
    desk = Desk(tmp_path)
    saved = desk.folder / "saved"
    saved.write_bytes(b"1")
    desk.report()
    desk.until(lambda: len(desk.store.manifests) == 1)
    saved.write_bytes(b"")  # the next epoch is being saved in place
    desk.checkpoint.staged.clear()
    desk.saver.reported()
    desk.until(desk.checkpoint.staged.is_set)
    for step in (b"2", b"3"):
        saved.write_bytes(step)
        time.sleep(0.02)  # the times of files are coarse
        desk.report()
        time.sleep(0.02)
        saved.write_bytes(b"")
    desk.checkpoint.staged.clear()
    desk.until(lambda: desk.checkpoint.staged.is_set() or len(desk.store.manifests) == 2)
    saved.write_bytes(b"4")
    desk.report()
    desk.until(lambda: len(desk.store.manifests) == 2)
    assert desk.store.manifests[1] == {"reports": 4, "known": 4, "saved": b"4"}


def test_a_script_that_reports_before_it_saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tunewise.backends.sagemaker.container.saving.UNSEEN", LONGEST)
    desk = Desk(tmp_path)
    desk.report()
    time.sleep(0.02)  # the times of files are coarse
    (desk.folder / "saved").write_bytes(b"epoch 1")
    desk.until(desk.checkpoint.staged.is_set)
    desk.report()
    time.sleep(0.02)
    (desk.folder / "saved").write_bytes(b"epoch 2")
    desk.until(lambda: len(desk.store.manifests) == 1)
    assert desk.store.manifests == [{"reports": 2, "known": 2, "saved": b"epoch 1"}]


def test_what_stays_as_it_is_counts_without_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tunewise.backends.sagemaker.container.saving.SETTLE", 0.1)
    desk = Desk(tmp_path)
    desk.report()
    time.sleep(0.02)  # the times of files are coarse
    (desk.folder / "saved").write_bytes(b"epoch 1")
    desk.until(lambda: len(desk.store.manifests) == 1)
    assert desk.store.manifests == [{"reports": 1, "known": 1, "saved": b"epoch 1"}]


def test_without_room_for_a_copy_the_folder_itself_is_uploaded(tmp_path: Path) -> None:
    """On a disk of 4 MB a checkpoint of 2 MB: it counts where it stays as it is, and only there."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = f"mount -t tmpfs -o size=4m none {disk} && exec {sys.executable} -c 'import ON_A_SMALL_DISK'"
    for unshare in (["unshare", "-m"], ["unshare", "-Urm"]):
        if shutil.which("unshare") and not subprocess.call([*unshare, "true"], stderr=subprocess.DEVNULL):
            break
    else:
        pytest.skip("this machine allows no namespaces")
    (tmp_path / "ON_A_SMALL_DISK.py").write_text(ON_A_SMALL_DISK)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]), "DISK": str(disk)}
    done = subprocess.run(
        [*unshare, "sh", "-c", mounted], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["changed", "deleted 1", "nothing new"]
    assert done.stderr.count("give the jobs a larger volume_gb") == 1


ON_A_SMALL_DISK = """
import os
from pathlib import Path
from tunewise.backends.sagemaker.container.checkpoint import ChangedError, Checkpoint

disk = Path(os.environ["DISK"])
saved = disk / "checkpoint" / "saved"
saved.parent.mkdir()
changing = True

class NoStore:
    def upload(self, path, key):
        assert path == saved
        if changing:
            saved.write_bytes(bytes(2 << 20))
    def put(self, key, body): pass
    def delete(self, keys): print("deleted", len(keys))

checkpoint = Checkpoint(saved.parent, disk / "staging", NoStore(), "c/")
saved.write_bytes(os.urandom(2 << 20))
staged = checkpoint.stage(copying=True)
assert not staged.copied
try:
    checkpoint.upload(staged)
except ChangedError:
    print("changed")
changing = False
staged = checkpoint.stage(copying=True)
checkpoint.upload(staged)
checkpoint.commit(staged.files, 1)
assert checkpoint.stage(copying=True) is None
print("nothing new")
"""


ON_WHICH_DISK = """
import pathlib
folder = checkpoint_dir()
begun = (folder / "saved").exists()
(folder / "saved").write_text("1")
usual = pathlib.Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"), "checkpoints")
report(begun=begun, disk=folder.stat().st_dev, same=os.path.samefile(usual, folder))
deadline = time.monotonic() + 50
while not list(pathlib.Path(os.environ["TMPDIR"]).glob("tunewise-*/staging")) and time.monotonic() < deadline:
    time.sleep(0.01)
"""
"""Tells where the checkpoint is, and waits until a copy of it is made."""


@pytest.fixture
def volume() -> Iterator[Path]:
    """A folder on another disk than the system's."""
    if not os.path.isdir("/dev/shm") or os.stat("/dev/shm").st_dev == os.stat("/").st_dev:
        pytest.skip("this machine has one disk alone")
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def test_a_checkpoint_lies_on_the_volume(open_emulator: Open, tmp_path: Path, volume: Path) -> None:
    """As in a job without a checkpoint configuration: /tmp is on the volume, /opt/ml on the system's disk."""
    from sagemaker_rehearsal.containers import detect_isolation
    from sagemaker_rehearsal.namespaces import Isolation

    isolation = detect_isolation()
    if isolation is Isolation.NONE:
        pytest.skip("this machine allows no namespaces")
    open_emulator(isolation=isolation, environment={"TMPDIR": str(volume)})
    with rig_for(example, tmp_path, ON_WHICH_DISK) as rig:
        for run in (0, 1):
            job_id = rig.start(Job(JobId(0, run), {}, resumed=run > 0))
            assert rig.until_ended(job_id).failure is None
            (report,) = rig.reports(job_id)
            assert report.values == {"begun": run > 0, "disk": volume.stat().st_dev, "same": True}
    assert len(list(volume.glob("tunewise-*/staging"))) > 0


@pytest.mark.parametrize("usual_on_volume", [True, False])
def test_a_checkpoint_stays_where_it_is_looked_for(
    tmp_path: Path, volume: Path, usual_on_volume: bool
) -> None:
    """Where that is on the volume, as is everything else, or where nothing is."""
    usual = (volume if usual_on_volume else tmp_path) / "ml/checkpoints"
    scratch = (volume if usual_on_volume else tmp_path) / "tmp"
    scratch.mkdir()
    assert place_checkpoint(usual, scratch / "checkpoint") == usual
    assert usual.is_dir()
    assert not usual.is_symlink()
    assert list(scratch.iterdir()) == []


def in_place(folder: Path, epoch: int) -> None:
    for name in ("model", "optimizer"):
        (folder / name).write_bytes(b"%09d" % epoch * 1000)
        time.sleep(0.003)


def by_renaming(folder: Path, epoch: int) -> None:
    for name in ("model", "optimizer"):
        (folder / "part").write_bytes(b"%09d" % epoch * 1000)
        time.sleep(0.003)
        os.replace(folder / "part", folder / name)


def in_turn(folder: Path, epoch: int) -> None:
    for name in (f"model-{epoch}", f"optimizer-{epoch}"):
        (folder / name).write_bytes(b"%09d" % epoch * 1000)
        time.sleep(0.003)
    for name in (f"model-{epoch - 1}", f"optimizer-{epoch - 1}"):
        (folder / name).unlink(missing_ok=True)


@pytest.mark.parametrize("save", [in_place, by_renaming, in_turn])
def test_manifests_hold_whole_epochs_that_were_reported(
    tmp_path: Path, save: Callable[[Path, int], None]
) -> None:
    """However the threads are run: what is in a manifest is one epoch, and its reports are there."""
    desk = Desk(tmp_path)
    reports: list[float] = []
    over = threading.Event()

    def train() -> None:
        epoch = 0
        while not over.is_set():
            epoch += 1
            save(desk.folder, epoch)
            reports.append(time.time())
            time.sleep(EPOCH)

    script = threading.Thread(target=train)
    script.start()

    def look() -> bool:
        for moment in reports[desk.reports.number :]:
            desk.report(moment)
        return len(desk.store.manifests) >= 3

    try:
        desk.until(look)
    finally:
        over.set()
        script.join()
    look()
    desk.saver.finish()
    for found in desk.store.manifests:
        (epoch,) = {int(body[:9]) for name, body in found.items() if isinstance(body, bytes)}
        assert epoch == found["reports"] <= found["known"]
        assert all(body == body[:9] * 1000 for body in found.values() if isinstance(body, bytes))
    last = desk.store.manifests[-1]
    assert last["reports"] == len(reports)
    assert {int(body[:9]) for body in last.values() if isinstance(body, bytes)} == {len(reports)}


def run_and_kill(rig: Rig, emulator: Emulator, runs: int) -> None:
    """Each job is killed once it has saved something. The next goes on exactly there: no gap, no way back."""
    reached = 0
    for run in range(runs):
        before = manifest(emulator)
        job = Job(JobId(0, run), {"last": 1_000_000, "pace": EPOCH}, resumed=run > 0)
        rig.start(job)
        rig.until("a manifest", lambda known=before: manifest(emulator) != known)  # type: ignore[misc]
        kill(rig, emulator, job.id)
        steps = [report.values["step"] for report in rig.reports(job.id)]
        assert steps == list(range(reached + 1, reached + 1 + len(steps)))
        assert {report.values["begun"] for report in rig.reports(job.id)} == {reached}
        epoch, number = saved_epoch(emulator)
        assert reached < epoch <= reached + len(steps)  # nothing that wasn't reported
        assert number == epoch - reached
        reached = epoch


def test_a_killed_job_goes_on_from_what_was_uploaded_slowly(open_emulator: Open, tmp_path: Path) -> None:
    """Each upload is refused three times, and takes seconds by that, in which epochs go by."""
    refusals = [
        Fault("server_error", "PutObject", subject="*/files/*", after=number, times=3) for number in range(99)
    ]
    emulator = open_emulator(refusals, stop_grace=0.0)
    with rig_for(example, tmp_path, EPOCHS) as rig:
        run_and_kill(rig, emulator, runs=2)


def test_with_all_that_the_documents_allow_only_manifests_count(open_emulator: Open, tmp_path: Path) -> None:
    """No final sync, stale lists, late and shuffled logs: a killed job goes on from its last manifest."""
    from sagemaker_rehearsal.profile import PROFILES

    pessimistic = PROFILES["pessimistic"]
    settings = {
        name: getattr(pessimistic, name)
        for name in ("final_sync", "shuffled_sync", "shuffled_logs", "late_name_filter")
    }
    emulator = open_emulator(time_scale=30, list_delay=20, log_delay=60, stop_grace=0.0, **settings)
    with rig_for(example, tmp_path, EPOCHS) as rig:
        run_and_kill(rig, emulator, runs=3)


# ---- setting up ------------------------------------------------------------------------------------------


def test_passing_errors_of_s3_while_a_job_sets_up(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(example, tmp_path, EPOCHS) as rig:
        assert rig.until_ended(rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False))).failure is None
        for subject in ("*/reports/t00000-r1.jsonl", "*/manifest.json", "*/files/*"):
            emulator.inject(Fault("server_error", "GetObject", subject=subject, times=3))
        job_id = rig.start(Job(JobId(0, 1), {"last": 4}, resumed=True))
        assert rig.until_ended(job_id).failure is None
        assert [report.values["step"] for report in rig.reports(job_id)] == [3, 4]


def test_s3_out_of_reach_while_a_job_sets_up_is_not_the_scripts_fault(
    open_emulator: Open, tmp_path: Path
) -> None:
    emulator = open_emulator([Fault("server_error", "GetObject", subject="*/manifest.json", times=10_000)])
    with rig_for(example, tmp_path, EPOCHS) as rig:
        ended = rig.until_ended(rig.start(Job(JobId(0, 0), {}, resumed=False)))
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "The checkpoint's manifest can't be read from S3" in ended.detail
    assert len(emulator.ledger.of("GetObject", caller=emulator.jobs()[0].name)) > 3


def test_a_checkpoint_of_which_something_is_missing(emulator: Emulator, tmp_path: Path) -> None:
    from tests.helpers.harnesses.sagemaker import BUCKET

    with rig_for(example, tmp_path, EPOCHS) as rig:
        rig.until_ended(rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False)))
        (key,) = [key for key in emulator.storage.keys(BUCKET, "") if "/files/" in key]
        emulator.storage.delete(BUCKET, key)
        ended = rig.until_ended(rig.start(Job(JobId(0, 1), {"last": 4}, resumed=True)))
        assert ended.failure is FailureKind.ERROR
        assert "epoch of the checkpoint can't be read" in ended.detail


def test_what_s3_refuses_is_not_asked_for_again() -> None:
    from botocore.exceptions import ClientError

    asked = []

    def refused() -> None:
        asked.append(1)
        response = {"Error": {"Code": "AccessDenied"}, "ResponseMetadata": {"HTTPStatusCode": 403}}
        raise ClientError(response, "GetObject")

    with pytest.raises(RefusedError, match="see to the permissions of the job's role"):
        Insist(60.0)("What was reported before", refused)
    assert asked == [1]


# ---- being told to end early -----------------------------------------------------------------------------


def test_sigterm_while_the_code_is_unpacked(tmp_path: Path) -> None:
    """As PID 1 a process is deaf to signals until it asks for them: here, to what it ignores."""
    shutil.copy(boot.__file__, tmp_path)
    archive = tmp_path / "sourcedir.tar.gz"
    os.mkfifo(archive)  # which is never read to its end
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "boot.py")],
        env={**os.environ, "SAGEMAKER_BASE_DIR": str(tmp_path)},
        preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN),
    )
    with archive.open("wb"):  # it has been opened there
        process.terminate()
        assert process.wait(LONGEST) == 0


BUILDS_FOR_EVER = """
import os, signal
def get_requires_for_build_wheel(settings=None):
    with open(PLACE + ".part", "w") as file:
        file.write(str(os.getpid()))
    os.replace(PLACE + ".part", PLACE)
    while True:
        signal.pause()
"""


def test_sigterm_while_packages_are_installed(open_emulator: Open, tmp_path: Path) -> None:
    pytest.importorskip("pip")
    emulator = open_emulator(stop_grace=1e6)  # nobody kills it
    package, pid = tmp_path / "package", tmp_path / "pid"
    package.mkdir()
    (package / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    (package / "backend.py").write_text(f"PLACE = {str(pid)!r}\n{BUILDS_FOR_EVER}")
    (tmp_path / "packages.txt").write_text(f"{package}\n")
    make = make_with(requirements=str(tmp_path / "packages.txt"))
    with rig_for(make, tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {}, resumed=False))
        rig.until("pip's work", pid.exists)
        emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[0].name)
        assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED
        rig.until("pip's end", lambda: not is_alive(int(pid.read_text())))


# ---- what the script finds -------------------------------------------------------------------------------

TELLS_ITS_VARIABLES = """
options(lr=0.0, mode="")
report(**{name: value for name, value in os.environ.items() if name.startswith("SM_")})
with open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "numbers.csv")) as file:
    report(numbers=file.read())
for name in ("SM_MODEL_DIR", "SM_OUTPUT_DATA_DIR"):
    with open(os.path.join(os.environ[name], "result"), "w") as file:
        file.write(name)
"""


def test_the_variables_of_sagemakers_toolkit(emulator: Emulator, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "numbers.csv").write_text("1,2")
    make = make_with(channels={"train": str(data)}, environment={"SM_LOG_LEVEL": "10"})
    with rig_for(make, tmp_path, TELLS_ITS_VARIABLES) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"lr": 1e-5, "mode": "max"}, resumed=False))
        assert rig.until_ended(job_id).failure is None
        told, read = (report.values for report in rig.reports(job_id))
    assert read == {"numbers": "1,2"}
    base = Path(str(told["SM_MODEL_DIR"])).parent
    assert {name: told[name] for name in told if not isinstance(told[name], str)} == {}
    assert told["SM_CHANNEL_TRAIN"] == str(base / "input/data/train")
    assert (told["SM_OUTPUT_DIR"], told["SM_INPUT_DIR"]) == (str(base / "output"), str(base / "input"))
    assert told["SM_OUTPUT_DATA_DIR"] == str(base / "output/data")
    assert told["SM_INPUT_CONFIG_DIR"] == str(base / "input/config")
    assert json.loads(str(told["SM_CHANNELS"])) == ["train"]
    assert json.loads(str(told["SM_INPUT_DATA_CONFIG"])).keys() == {"train"}
    assert json.loads(str(told["SM_HPS"])) == {"lr": 1e-5, "mode": "max"}
    assert (told["SM_HP_LR"], told["SM_HP_MODE"]) == ("1e-05", "max")
    assert json.loads(str(told["SM_USER_ARGS"])) == ["--lr", "1e-05", "--mode", "max"]
    assert json.loads(str(told["SM_HOSTS"])) == [told["SM_CURRENT_HOST"]] == ["algo-1"]
    assert json.loads(str(told["SM_RESOURCE_CONFIG"]))["current_host"] == "algo-1"
    assert int(str(told["SM_NUM_CPUS"])) == os.cpu_count()
    assert int(str(told["SM_NUM_GPUS"])) >= 0
    assert told["SM_LOG_LEVEL"] == "10"  # what is set already stays
    packed = objects(emulator, "output/")
    assert {key.rpartition("/")[2] for key in packed} == {"model.tar.gz", "output.tar.gz"}


BOTO3_FROM_ELSEWHERE = """
import importlib, sys
sys.path.insert(0, PLACE)
del sys.modules["boto3"]
importlib.import_module("boto3")
"""


@pytest.mark.parametrize(
    ("driver", "newer"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n", True),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.133.20  Release Build  (u@h)\n", True),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build  (u@h)\n", False),
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  595.71.05  Fri Aug 7 2026\n", False),
        ("something else\n", False),
        (None, False),
    ],
)
def test_the_images_cuda_library_goes_before_that_of_an_older_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, driver: str | None, newer: bool
) -> None:
    """What the entry point of AWS's images does, in whose place ours stands."""
    compat, version = tmp_path / "compat", tmp_path / "version"
    if driver is not None:
        version.write_text(driver)
    assert library_path(compat, version) == {}  # no such image
    compat.mkdir()
    (compat / "libcuda.so.580.95.05").touch()
    (compat / "libcuda.so.1").symlink_to("libcuda.so.580.95.05")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/local/lib")
    expected = {"LD_LIBRARY_PATH": f"{compat}:/usr/local/lib"} if newer else {}
    assert library_path(compat, version) == expected


@pytest.mark.parametrize("in_index", [True, False])
def test_an_image_without_boto3(open_emulator: Open, tmp_path: Path, in_index: bool) -> None:
    """The image is an interpreter that has pip and nothing else; the index is a folder."""
    import boto3

    pip = pytest.importorskip("pip")
    image, index = tmp_path / "image", tmp_path / "index"
    venv.create(image, with_pip=False)
    (image / "pip-alone").mkdir()
    (image / "pip-alone/pip").symlink_to(Path(pip.__file__).parent)
    index.mkdir()
    if in_index:
        place = str(Path(boto3.__file__).parents[1])
        with zipfile.ZipFile(index / "boto3-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr("boto3/__init__.py", f"PLACE = {place!r}\n{BOTO3_FROM_ELSEWHERE}")
            wheel.writestr(
                "boto3-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: boto3\nVersion: 1.0\n"
            )
            wheel.writestr("boto3-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
            wheel.writestr("boto3-1.0.dist-info/RECORD", "")
    open_emulator(
        environment={
            "PATH": f"{image}/bin:{os.defpath}",
            "PYTHONPATH": str(image / "pip-alone"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(index),
        }
    )
    with rig_for(example, tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False))
        ended = rig.until_ended(job_id)
        if in_index:
            assert ended.failure is None, ended
            assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2]
        else:
            assert ended.failure is FailureKind.ERROR
            assert (
                "The image has no boto3, and pip can't install it (exit code 1): take an image"
                in ended.detail
            )


def test_how_long_a_job_ran_is_told_by_clocks_that_nobody_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two containers of a spot job, on two machines, the second's time of day two hours behind; and a script
    that writes its reports without the monotonic clock."""
    store = FolderStore(tmp_path)
    day, ticks = [1e9], [100.0]
    clock = SimpleNamespace(time=lambda: day[0], monotonic=lambda: ticks[0])
    monkeypatch.setattr("tunewise.backends.sagemaker.container.reports.time", clock)

    first = ReportObject(store, "reports", None, put_every=0.0)
    first.begin()
    ticks[0] = 107.0
    first.report(ReportLine(0, day[0] + 7.0, {"epoch": 1}, 105.0))
    first.report(ReportLine(1, day[0] + 7200.0, {"epoch": 2}))
    first.put()

    day[0], ticks[0] = 1e9 - 7200.0, 3.0
    second = ReportObject(store, "reports", store.get("reports"), put_every=0.0)
    second.begin()
    ticks[0] = 14.0
    second.report(ReportLine(0, day[0], {"epoch": 3}, 13.0))
    second.put()

    told = read(store.get("reports") or b"")
    assert [(report.seq, report.elapsed) for report in told.reports] == [(0, 5.0), (1, 7.0), (2, 17.0)]
