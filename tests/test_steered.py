"""Whole experiments in virtual time that people steer at random: each comes to its end, and its journal says
how."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.helpers.invariants import check_state
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import StoppingCriterion, Tuner, load_experiment, methods, requests
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.engine import loop
from tunewise.engine.experiment import Experiment
from tunewise.engine.state import State
from tunewise.events import Entry, FinishReason, Refuse, Reported, Requested
from tunewise.paths import ExperimentPaths
from tunewise.requests import Change, EndTrial, PauseTrial, Remark, Request, ResumeTrial, TryNext, ask
from tunewise.schedulers.base import Method
from tunewise.testing.history import fingerprint
from tunewise.trial import TERMINAL, Status

MOST = 40  # requests


class Crowd:
    """A watcher that asks for something after some reports, and lets go of what is held once nothing else
    can go on."""

    def __init__(self, name: str, seed: int) -> None:
        self._paths = ExperimentPaths.named(name)
        self._rng = random.Random(seed)
        self._asked = 0
        self._let_go: set[str] = set()

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        reported = any(isinstance(entry.fact, Reported) for entry in entries)
        if reported and self._asked < MOST and self._rng.random() < 0.4:
            self._asked += 1
            ask(self._paths, self._wish(state))
        elif state.on_hold and self._let_go <= set(state.requests):
            held = next(trial for trial in state.trials if trial.held)
            self._let_go.add(ask(self._paths, ResumeTrial(held.id)))

    def _wish(self, state: State) -> Request:
        trial = self._rng.randrange(len(state.trials))
        wishes = (
            PauseTrial(trial),
            PauseTrial(trial),
            ResumeTrial(trial),
            EndTrial(trial),
            TryNext(PROBLEM.space.sample(self._rng)),
            Change(workers=self._rng.randint(1, 6)),
            Remark(f"about {trial}", trial),
        )
        return self._rng.choice(wishes)


def steer(method: Method, folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "LOOK_EVERY", 0.0)  # virtual time is quicker than people
    monkeypatch.setattr(loop, "BATCH", 1)
    backend = SimulatedBackend(made_up_reference(folder), start_delay=1.0, seed=seed, preemption_rate=20.0)
    criterion = StoppingCriterion(max_num_trials_started=25)
    Tuner(backend, method, criterion, 3, "steered", watchers=[Crowd("steered", seed)]).run()


def check(method: Method) -> None:
    """The experiment is over, and its journal leads to its state: decisions made again are the same."""
    record = load_experiment("steered")
    state = record.state
    check_state(state)
    assert state.finished is not None
    assert state.finished.reason in (FinishReason.LIMIT, FinishReason.EXHAUSTED)
    assert len(state.trials) == 25
    for trial in state.trials:
        done = trial.status in TERMINAL or trial.status is Status.PAUSED
        assert done or trial.held, f"{trial} was left"  # held in the last round, by a request beside the end
    again = Experiment(method, record.definition.policy)
    taken_up, refused = [], 0
    for entry in record.entries():
        assert again.apply(entry.fact) == entry.actions
        if isinstance(entry.fact, Requested):
            taken_up.append(entry.fact.id)
            refused += any(isinstance(action, Refuse) for action in entry.actions)
    assert fingerprint(again.state.trials) == fingerprint(state.trials)
    assert len(taken_up) == len(set(taken_up)) > 5
    assert refused < len(taken_up)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("rs", {}),
        ("asha", {"type": "stopping"}),
        ("asha", {"type": "promotion"}),
        ("pasha", {}),
        ("sync_hyperband", {}),
        ("one_epoch_top_k", {"first": 6, "top_k": 2}),
        ("median_stopping", {}),
        ("wise", {}),
        ("auto", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else value.get("type", ""),
)
def test_a_steered_experiment_comes_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, arguments: dict[str, object], seed: int
) -> None:
    def method() -> Method:
        return methods.build(name, PROBLEM, seed=seed, arguments=arguments)

    steer(method(), tmp_path, seed, monkeypatch)
    check(method())
