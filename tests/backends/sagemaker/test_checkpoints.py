"""How a job saves its checkpoint, and what a later job restores."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import Job
from tunewise.backends.sagemaker.container.checkpoint import Checkpoint, Staged
from tunewise.backends.sagemaker.container.preparing import place_checkpoint
from tunewise.backends.sagemaker.container.reports import ReportObject
from tunewise.backends.sagemaker.container.saving import Saver
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.trial import FailureKind, JobId
from tunewise.worker.report_file import ReportLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

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


class FolderBucket(Bucket):
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

    def delete(self, keys: list[str]) -> list[dict[str, str]]:
        for key in keys:
            (self.folder / key).unlink(missing_ok=True)
        return []


class ObservedCheckpoint(Checkpoint):
    """Tells by `staged` that the folder's state was taken down."""

    def __init__(self, folder: Path, staging: Path, bucket: Bucket, prefix: str) -> None:
        super().__init__(folder, staging, bucket, prefix)
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
        self.store = FolderBucket(root / "s3")
        self.checkpoint = ObservedCheckpoint(self.folder, self.staging, self.store, "c/")
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


def test_a_state_is_uploaded_while_the_script_goes_on(tmp_path: Path) -> None:
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


def test_a_partial_save_does_not_count(tmp_path: Path) -> None:
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


def test_a_state_overwritten_between_two_looks_does_not_count(
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


def test_an_unchanged_state_counts_without_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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

class NoBucket:
    def upload(self, path, key):
        assert path == saved
        if changing:
            saved.write_bytes(bytes(2 << 20))
    def put(self, key, body): pass
    def delete(self, keys): print("deleted", len(keys))

checkpoint = Checkpoint(saved.parent, disk / "staging", NoBucket(), "c/")
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
def test_a_checkpoint_that_cannot_move_stays_in_its_usual_place(
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
def test_manifests_contain_whole_reported_epochs(tmp_path: Path, save: Callable[[Path, int], None]) -> None:
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


def test_a_killed_job_continues_from_a_slow_upload(open_emulator: Open, tmp_path: Path) -> None:
    """Each upload is refused three times, and takes seconds by that, in which epochs go by."""
    refusals = [
        Fault("server_error", "PutObject", subject="*/files/*", after=number, times=3) for number in range(99)
    ]
    emulator = open_emulator(refusals, stop_grace=0.0)
    with rig_for(example, tmp_path, EPOCHS) as rig:
        run_and_kill(rig, emulator, runs=2)


def test_only_manifests_count_with_everything_that_aws_allows(open_emulator: Open, tmp_path: Path) -> None:
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
