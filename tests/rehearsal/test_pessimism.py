"""The pessimistic profile: all at once of what the documents don't rule out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.rehearsal.conftest import BUCKET, World
from tests.rehearsal.test_life import CHECKPOINTS

from sagemaker_rehearsal import Emulator
from sagemaker_rehearsal.opt_ml import CheckpointSync
from sagemaker_rehearsal.profile import PROFILES
from sagemaker_rehearsal.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TRAINING = """
import signal, sys, time
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
done = int((folder / "manifest").read_text()) if (folder / "manifest").exists() else 0
print(f"from {done}", flush=True)
def end(*_):
    (folder / "part").write_text("in the grace time")
    print("saved", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
for epoch in range(done + 1, done + 3):
    (folder / "part").write_text(f"weights {epoch}")
    (folder / "manifest").write_text(str(epoch))
    print(f"epoch {epoch}", flush=True)
while True: time.sleep(0.05)
"""


def test_a_job_resumes_from_the_last_sync_before_its_stop() -> None:
    profile = replace(PROFILES["pessimistic"], time_scale=500, capacity_error_rate=0, rates={})
    with Emulator(profile) as emulator:
        world = World(emulator)
        world.create("one", TRAINING, CheckpointConfig=CHECKPOINTS)
        world.until_printed("one", "epoch 2")
        world.until(lambda: world.read("checkpoints/job/manifest") == b"2", "the first sync")
        world.sagemaker.stop_training_job(TrainingJobName="one")
        assert emulator.wait_for("one").status == "Stopped"
        assert emulator.log("one")[-1] == "saved"
        assert world.read("checkpoints/job/part") == b"weights 2"
        world.create("two", TRAINING, CheckpointConfig=CHECKPOINTS)
        world.until_printed("two", "from 2")


def test_a_manifest_may_arrive_before_what_it_lists(world: World, tmp_path: Path) -> None:
    """The files of one look go up in any order, and a reader in between sees some of them."""

    class Watched(Storage):
        def __init__(self) -> None:
            self.order: list[str] = []

        def put(self, bucket: str, key: str, body: bytes) -> None:
            self.order.append(key)

    from random import Random

    orders = set()
    for seed in range(20):
        storage = Watched()
        sync = CheckpointSync(storage, f"s3://{BUCKET}/c", tmp_path / str(seed), Random(seed))
        (tmp_path / str(seed)).mkdir()
        for name in ("a", "b", "manifest"):
            (tmp_path / str(seed) / name).write_text("x")
        sync.run()
        orders.add(tuple(storage.order))
    assert len(orders) > 3
    assert any(order.index("c/manifest") < order.index("c/a") for order in orders)


def test_without_pessimism_files_go_up_in_the_order_of_their_writing(world: World, tmp_path: Path) -> None:
    import os

    order: list[str] = []
    sync = CheckpointSync(world.emulator.storage, f"s3://{BUCKET}/c", tmp_path)
    for age, name in enumerate(("z", "a", "manifest")):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (1000 + age, 1000 + age))
    put = world.emulator.storage.put
    world.emulator.storage.put = lambda bucket, key, body: order.append(key) or put(bucket, key, body)  # type: ignore[method-assign, func-returns-value]
    sync.run()
    assert order == ["c/z", "c/a", "c/manifest"]


def test_pools_and_capacity_are_sometimes_missing(open_world: Callable[..., World]) -> None:
    from tests.rehearsal.conftest import warm

    world = open_world(steal_rate=0.5, capacity_error_rate=0.3, seed=3)
    for number in range(16):
        world.run(f"job-{number:02}", ResourceConfig=warm())
    jobs = world.emulator.jobs()
    reused = sum(job.warm for job in jobs)
    failed = [job for job in jobs if job.status == "Failed"]
    assert 2 <= reused <= 12
    assert failed
    assert all(job.failure_reason and job.failure_reason.startswith("CapacityError") for job in failed)
    assert not any(job.warm for job in failed)
