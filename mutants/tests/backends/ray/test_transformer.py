"""The small transformer is tuned on a Ray cluster of two nodes, one of which is lost on the way."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from examples.clusters.ray_cluster import RayCluster, missing
from tests.helpers.invariants import check_state

from tunewise import Problem, StoppingCriterion, Tuner, methods, space
from tunewise.backends.ray import RayBackend
from tunewise.benchmarks.definitions import SCRIPTS
from tunewise.events import JobEnded
from tunewise.trial import FailureKind, Status

if TYPE_CHECKING:
    from tunewise.schedulers.base import Method

pytest.importorskip("torch", reason="needs the extra `benchmarks`")

TINY = ("--size=ci", "--d_model=8", "--bptt=7", "--vocab_size=20", "--train_fraction=1", "--valid_fraction=1")
EPOCHS, TRIALS = 9, 4
LONGEST = 120.0  # seconds for a job to be on a node
METHODS = {
    "asha": lambda problem: methods.asha(problem, type="promotion", seed=1),
    "wise": lambda problem: methods.wise(problem, seed=1),
}


def problem() -> Problem:
    return Problem(
        {"lr": space.loguniform(1e-3, 1.0), "dropout": space.uniform(0.0, 0.5)},
        metric="val_loss",
        resource_attr="epoch",
        max_resource=EPOCHS,
        max_resource_arg="epochs",
    )


def trains_on(raylet: int) -> bool:
    """Whether a job's script runs below a node's daemon."""
    for process in psutil.Process(raylet).children(recursive=True):
        try:
            if any(part.endswith("transformer_wikitext2/train.py") for part in process.cmdline()):
                return True
        except psutil.Error:
            continue
    return False


def lose_a_node(cluster: RayCluster, lost: threading.Event) -> None:
    """Drops the second node once a job trains there, and adds another one."""
    raylet = cluster.pid("n1", "raylet")
    deadline = time.monotonic() + LONGEST
    while not trains_on(raylet) and time.monotonic() < deadline:
        time.sleep(0.02)
    cluster.drop_node("n1")
    cluster.add_node("n2")
    lost.set()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    rng = random.Random(1)
    for name in ("train", "valid"):
        (folder / f"{name}.txt").write_text(" ".join(rng.choices("abcdefghij", k=4000)) + "\n")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_tuning_goes_on_when_a_node_is_lost(
    method: str, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing():
        pytest.skip(missing())
    script = SCRIPTS / "transformer_wikitext2" / "train.py"
    backend = RayBackend(
        str(script),
        (*TINY, "--device=cpu", f"--data={texts}"),
        environment={"XDG_CACHE_HOME": str(texts.parent / "cache")},
        stop_grace=5.0,
        poll_every=0.5,
    )
    chosen: Method = METHODS[method](problem())
    with RayCluster(nodes=2, cpus=1) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        lost = threading.Event()
        watcher = threading.Thread(target=lose_a_node, args=(cluster, lost))
        watcher.start()
        stop = StoppingCriterion(max_num_trials_started=TRIALS)
        record = Tuner(backend, chosen, stop, workers=2, name=method).run(progress=False)
        watcher.join()
    assert lost.is_set()
    check_state(record.state)
    trials = record.state.trials
    assert len(trials) == TRIALS
    assert not trials.having(Status.FAILED)
    assert max(trial.levels[-1] for trial in trials) >= 3  # the second rung of ASHA
    for trial in trials:
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1)), "an epoch is missing or repeated"
    ends = [entry.fact for entry in record.entries() if isinstance(entry.fact, JobEnded)]
    assert FailureKind.PREEMPTED in [end.failure for end in ends]
