"""The transformer on WikiText-2 is tuned on two nodes of Slurm and of Ray, and one of them is lost."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from examples.clusters import slurm_cluster
from examples.clusters.ray_cluster import RayCluster
from tests.helpers.clusters import CPUS, GPUS
from tests.helpers.invariants import check_state

from tunewise import Problem, StoppingCriterion, Tuner, methods
from tunewise.backends.ray import RayBackend
from tunewise.backends.slurm import SlurmBackend
from tunewise.benchmarks.definitions import transformer_wikitext2
from tunewise.engine.state import State
from tunewise.events import Entry, JobEnded
from tunewise.paths import ExperimentPaths
from tunewise.schedulers.base import Method
from tunewise.trial import FailureKind, Status

pytestmark = [pytest.mark.slow, pytest.mark.chaos, pytest.mark.timeout(900)]

TINY = ("--size=ci", "--d_model=8", "--bptt=7", "--vocab_size=20", "--train_fraction=1", "--valid_fraction=1")
EPOCHS, TRIALS = 3, 3
NAME = "lm"
WORKERS = 2  # one on each node
BENCHMARK = transformer_wikitext2("ci")
PROBLEM = Problem(BENCHMARK.problem.space, "val_loss", "min", "epoch", EPOCHS, "epochs")
METHODS: Sequence[Callable[[], Method]] = (
    lambda: methods.asha(PROBLEM, type="promotion", grace_period=1, seed=0),
    lambda: methods.wise(PROBLEM, seed=0),
)


class LosesANode:
    """Looks on, and drops a node once the scripts of both have just begun, so that neither can be over.
    drop: does it."""

    def __init__(self, drop: Callable[[], object]) -> None:
        self._drop = drop
        self.done = False

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        begun = list(ExperimentPaths.named(NAME).trials.glob("*/jobs/0/started.json"))
        if len(begun) == WORKERS and not self.done:
            self.done = True
            self._drop()


def tune(backend: SlurmBackend | RayBackend, method: Method, loses: LosesANode) -> set[FailureKind]:
    """Tunes, checks what came of it, and returns how jobs failed."""
    stop = StoppingCriterion(max_num_trials_started=TRIALS)
    tuner = Tuner(backend, method, stop, workers=WORKERS, name=NAME, watchers=[loses])
    record = tuner.run(progress=False)
    check_state(record.state)
    trials = record.state.trials
    assert len(trials) == TRIALS
    assert not trials.having(Status.FAILED)
    for trial in trials:  # each goes on from its checkpoint
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1))
    assert max(trial.levels[-1] for trial in trials) > 1  # on the way to the second rung of ASHA
    assert record.best is not None
    assert loses.done
    ends = [entry.fact for entry in record.entries() if isinstance(entry.fact, JobEnded)]
    return {end.failure for end in ends if end.failure is not None}


def test_on_slurm(wikitext: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chaos_seed: int) -> None:
    if slurm_cluster.missing():
        pytest.skip(slurm_cluster.missing())
    settings = ["SlurmdTimeout=4", "KillWait=5"]
    with slurm_cluster.SlurmCluster(tmp_path / "slurm", nodes=WORKERS, cpus=1, settings=settings) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        backend = SlurmBackend(
            str(BENCHMARK.script),
            (*BENCHMARK.arguments, "--data", str(wikitext)),
            mem="500M",
            stop_grace=0.5,
            poll_every=0.5,
            lease=10.0,
        )
        loses = LosesANode(lambda: cluster.drop_node(cluster.nodes[-1]))
        lost = tune(backend, METHODS[chaos_seed % 2](), loses)
    assert lost
    assert lost <= {FailureKind.INFRASTRUCTURE, FailureKind.PREEMPTED}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Texts of ten words, for those who have no WikiText-2."""
    folder = tmp_path / "texts"
    folder.mkdir()
    rng = random.Random(1)
    for name in ("train", "valid"):
        (folder / f"{name}.txt").write_text(" ".join(rng.choices("abcdefghij", k=4000)) + "\n")
    return folder


@pytest.mark.parametrize("method", METHODS, ids=("asha", "wise"))
def test_on_ray(method: Callable[[], Method], texts: Path, ray: RayCluster) -> None:
    """Another node comes in the place of the lost one."""

    def replace_node() -> None:
        ray.drop_node("n1")
        ray.add_node("n1", CPUS, GPUS)

    backend = RayBackend(
        str(BENCHMARK.script),
        (*TINY, "--device=cpu", f"--data={texts}"),
        environment={"XDG_CACHE_HOME": str(texts.parent / "cache")},
        gpus_per_trial=GPUS,
        stop_grace=5.0,
        poll_every=0.5,
    )
    lost = tune(backend, method(), LosesANode(replace_node))
    assert FailureKind.PREEMPTED in lost
    assert lost <= {FailureKind.INFRASTRUCTURE, FailureKind.PREEMPTED}
