"""The transformer on WikiText-2 is tuned on two nodes of Slurm and of Ray, and one of them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from examples.clusters import ray_cluster, slurm_cluster
from tests.helpers.invariants import check_state

from tunewise import Problem, StoppingCriterion, Tuner, methods
from tunewise.backends.ray import RayBackend
from tunewise.backends.slurm import SlurmBackend
from tunewise.benchmarks.definitions import transformer_wikitext2
from tunewise.events import JobEnded
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tunewise.engine.state import State
    from tunewise.events import Entry
    from tunewise.schedulers.base import Method

EPOCHS, TRIALS = 3, 3
NAME = "lm"
WORKERS = 2  # one on each node
BENCHMARK = transformer_wikitext2("ci")
PROBLEM = Problem(BENCHMARK.problem.space, "val_loss", "min", "epoch", EPOCHS, "epochs")
METHODS: dict[str, Callable[[], Method]] = {
    "asha": lambda: methods.asha(PROBLEM, type="promotion", grace_period=1, seed=0),
    "wise": lambda: methods.wise(PROBLEM, seed=0),
}


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


def tune(backend: SlurmBackend | RayBackend, method: str, loses: LosesANode) -> None:
    stop = StoppingCriterion(max_num_trials_started=TRIALS)
    tuner = Tuner(backend, METHODS[method](), stop, workers=WORKERS, name=NAME, watchers=[loses])
    record = tuner.run(progress=False)
    check_state(record.state)
    trials = record.state.trials
    assert len(trials) == TRIALS
    assert not trials.having(Status.FAILED)
    for trial in trials:  # each goes on from its checkpoint
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1))
    assert record.best is not None
    assert loses.done
    ends = [entry.fact for entry in record.entries() if isinstance(entry.fact, JobEnded)]
    lost = {end.failure for end in ends if end.failure is not None}
    assert lost
    assert lost <= {FailureKind.INFRASTRUCTURE, FailureKind.PREEMPTED}, [end.detail for end in ends]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("method", METHODS)
def test_on_slurm(method: str, wikitext: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
        tune(backend, method, LosesANode(lambda: cluster.drop_node(cluster.nodes[-1])))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("method", METHODS)
def test_on_ray(method: str, wikitext: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if ray_cluster.missing():
        pytest.skip(ray_cluster.missing())
    with ray_cluster.RayCluster(nodes=WORKERS, cpus=1) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        backend = RayBackend(
            str(BENCHMARK.script),
            (*BENCHMARK.arguments, "--data", str(wikitext)),
            stop_grace=0.5,
            poll_every=0.5,
        )
        tune(backend, method, LosesANode(lambda: cluster.drop_node("n1")))
