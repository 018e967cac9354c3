"""Objectives that ask for their hyperparameters as they run."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from tunewise import DefineByRun, TrialPruned, methods, space
from tunewise.problem import Mode, ProblemError

if TYPE_CHECKING:
    from tunewise.define_by_run import SuggestingTrial


def parabola(trial: SuggestingTrial) -> float:
    return (trial.suggest_float("x", -1, 1) - 0.5) ** 2


def branches(trial: SuggestingTrial) -> float:
    """Momentum matters to one optimizer alone, and each layer has a width."""
    lr = trial.suggest_float("lr", 1e-4, 1, log=True)
    loss = abs(lr - 0.1)
    if trial.suggest_categorical("optimizer", ["sgd", "adam"]) == "sgd":
        loss += 0.5 + (1 - trial.suggest_float("momentum", 0, 0.99))
    for layer in range(trial.suggest_int("layers", 1, 3)):
        loss += abs(trial.suggest_int(f"width{layer}", 8, 64, log=True) - 32) / 100
    return loss


def curve(trial: SuggestingTrial) -> None:
    x = trial.suggest_float("x", 0, 1)
    for step in range(1, 10):
        trial.report(x + 1 / step, step)
        if trial.should_prune():
            raise TrialPruned


@pytest.mark.parametrize("method", ["tpe", "bo", "rs", "regularized_evolution"])
def test_an_objective_is_searched(method: str) -> None:
    search = DefineByRun(method=method)
    search.optimize(parabola, trials=25)
    assert [trial.number for trial in search.trials] == list(range(25))
    assert {trial.state for trial in search.trials} == {"complete"}
    best = search.best_trial
    assert best.value == min(trial.value or 0.0 for trial in search.trials)
    assert search.best_config == best.config
    assert best.value == (best.config["x"] - 0.5) ** 2  # type: ignore[operator]


def test_a_model_finds_more_than_chance() -> None:
    def found(method: str) -> float:
        values = []
        for seed in range(5):
            search = DefineByRun(method=method, seed=seed)
            search.optimize(parabola, trials=30)
            values.append(search.best_trial.value or 0.0)
        return sorted(values)[2]

    assert found("bo") < found("rs")


def test_branches_are_learned_as_conditions() -> None:
    search = DefineByRun(method="tpe")
    search.optimize(branches, trials=40)
    assert search.space is not None
    texts = search.space.to_text()
    assert texts["momentum"].endswith("if optimizer == 'sgd'")
    assert texts["width1"].endswith("if layers >= 2")
    assert texts["width2"].endswith(("if layers >= 3", "if layers == 3"))
    assert "if" not in texts["width0"]
    for trial in search.trials:
        assert ("momentum" in trial.config) == (trial.config["optimizer"] == "sgd")
        widths = sum(name.startswith("width") for name in trial.config)
        assert widths == trial.config["layers"]
        assert trial.value == branches(Replay(trial.config))  # type: ignore[arg-type]


class Replay:
    """A trial whose configuration is known."""

    def __init__(self, config: dict[str, object]) -> None:
        self.config = config

    def __getattr__(self, name: str) -> object:
        return lambda name, *_, **__: self.config[name]


def test_trials_are_pruned() -> None:
    search = DefineByRun(max_resource=9, method="asha")
    search.optimize(curve, trials=30)
    pruned = [trial for trial in search.trials if trial.state == "pruned"]
    assert 5 < len(pruned) < 30
    assert {len(trial.reports) for trial in pruned} <= {1, 3}
    assert all(len(trial.reports) == 9 for trial in search.trials if trial.state == "complete")
    assert search.best_trial.state == "complete"


def test_the_same_seed_gives_the_same_trials() -> None:
    configs = []
    for _ in range(2):
        search = DefineByRun(seed=3)
        search.optimize(branches, trials=15)
        configs.append([trial.config for trial in search.trials])
    assert configs[0] == configs[1]


def test_configurations_that_are_wanted_come_first() -> None:
    search = DefineByRun("max")
    search.enqueue({"x": 0.25})
    search.optimize(parabola, trials=2)
    search.enqueue({"x": -0.75})
    search.optimize(parabola, trials=1)
    assert (search.trials[0].config["x"], search.trials[2].config["x"]) == (0.25, -0.75)
    assert search.best_trial.value == max(trial.value or 0.0 for trial in search.trials)
    search.enqueue({"x": 7})
    with pytest.raises(ValueError, match="x"):
        search.optimize(parabola, trials=1)


def test_trials_of_somewhere_else_count() -> None:
    search = DefineByRun(method="bo")
    search.add_trials([({"x": x / 10}, (x / 10 - 0.5) ** 2) for x in range(-10, 11)])
    assert search.best_config == {"x": 0.5}
    search.optimize(parabola, trials=5)
    assert len(search.trials) == 26
    near = [abs(float(trial.config["x"] or 0) - 0.5) < 0.2 for trial in search.trials[22:]]
    assert any(near)
    search.add_trials([({"x": 0.5, "unknown": 1}, 3.0)])  # waits until something asks for it
    search.add_trials([({"x": 5.0}, 9.0), ({"x": 0.5}, math.nan)])  # neither can count
    search.optimize(parabola, trials=2)
    assert search.best_trial.number < 28


def test_failures_and_callbacks() -> None:
    def failing(trial: SuggestingTrial) -> float:
        if trial.suggest_categorical("fails", [True, False]):
            raise ArithmeticError
        return 1.0

    seen = []

    def enough(search: DefineByRun, trial: SuggestingTrial) -> None:
        seen.append(trial.number)
        if trial.state == "failed":
            search.stop()

    search = DefineByRun(method="rs")
    search.enqueue({"fails": False})
    search.optimize(failing, trials=50, callbacks=[enough], catch=(ArithmeticError,))
    assert search.trials[-1].state == "failed"
    assert seen == [trial.number for trial in search.trials]
    assert len(seen) < 50
    search.enqueue({"fails": True})
    with pytest.raises(ArithmeticError):
        search.optimize(failing, trials=1)
    assert search.best_trial.value == 1.0


def test_a_loop_of_ones_own_may_have_several_trials_at_once() -> None:
    search = DefineByRun(max_resource=9, method="asha")
    search.optimize(curve, trials=1)
    trials = [search.ask() for _ in range(3)]
    for trial in trials:
        assert trial is not None
        x = trial.suggest_float("x", 0, 1)
        extra = trial.suggest_int("extra", 1, 5, step=2)
        assert extra in (1, 3, 5)
        trial.report(x, 1)
    for trial in trials:
        assert trial is not None
        search.tell(trial)
    assert search.space is not None
    assert "extra" in search.space.names
    with pytest.raises(ValueError, match="ended already"):
        search.tell(trials[0])  # type: ignore[arg-type]


def test_every_kind_of_suggestion() -> None:
    def objective(trial: SuggestingTrial) -> float:
        assert trial.suggest_float("a", 0, 1, step=0.25) in (0, 0.25, 0.5, 0.75, 1)
        assert trial.suggest_float("a", 0, 1, step=0.25) == trial.config["a"]
        assert 1e-3 <= trial.suggest_float("b", 1e-3, 1, log=True) <= 1
        assert trial.suggest_int("c", 3, 3) == 3
        assert trial.suggest_int("d", 1, 1000, log=True) in range(1, 1001)
        assert trial.suggest_float("f", 0.5, 0.5) == 0.5
        assert trial.suggest_float("g", 0, 0.1, step=1) == 0
        assert trial.suggest_int("h", 10, 39, step=10) in (10, 20, 30)
        assert trial.suggest_categorical("e", [None, "x", 3]) in (None, "x", 3)
        return 1.0

    search = DefineByRun(method="rs")
    search.optimize(objective, trials=10)
    assert search.space is not None
    assert search.space.domains["h"] == space.finrange(10, 30, 3, cast_int=True)


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, None])
def test_a_trial_without_a_finite_value_fails(mode: Mode, bad: float | None) -> None:
    def objective(trial: SuggestingTrial) -> float | None:
        x = trial.suggest_float("x", 0, 1)
        return bad if trial.number % 2 == 0 else x

    search = DefineByRun(mode)
    search.optimize(objective, trials=6)
    assert [trial.state for trial in search.trials] == ["failed", "complete"] * 3
    values = [trial.value for trial in search.trials[1::2]]
    assert search.best_trial.value == (min if mode == "min" else max)(values)  # type: ignore[type-var]


def test_mistakes_are_told() -> None:
    search = DefineByRun()
    search.optimize(parabola, trials=1)
    with pytest.raises(ValueError, match="keep its range"):
        search.optimize(lambda trial: trial.suggest_float("x", 0, 2), trials=1)
    with pytest.raises(ValueError, match="step and log"):
        search.optimize(lambda trial: trial.suggest_float("y", 1, 2, step=1, log=True), trials=1)
    with pytest.raises(ValueError, match="step and log"):
        search.optimize(lambda trial: trial.suggest_int("y", 1, 8, step=2, log=True), trials=1)
    for low, high, step in ((5, 1, 2), (1, 5, 0)):
        with pytest.raises(ValueError, match="give low <= high and step > 0"):
            search.optimize(lambda trial: trial.suggest_int("y", low, high, step=step), trials=1)  # noqa: B023
        with pytest.raises(ValueError, match="give low <= high and step > 0"):
            search.optimize(lambda trial: trial.suggest_float("y", low, high, step=step), trials=1)  # noqa: B023
    with pytest.raises(ValueError, match="first epoch"):
        search.optimize(lambda trial: trial.report(1.0, 0), trials=1)
    with pytest.raises(ValueError, match="would end"):
        search.optimize(parabola)
    with pytest.raises(ProblemError):
        DefineByRun("up")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="No trial"):
        _ = DefineByRun().best_trial
    pausing = DefineByRun(max_resource=9, method=lambda problem: methods.asha(problem, type="promotion"))
    with pytest.raises(ValueError, match="pauses"):
        pausing.optimize(curve, trials=20)


def test_a_finite_space_ends_the_search() -> None:
    search = DefineByRun(method="grid")
    search.optimize(lambda trial: float(trial.suggest_int("x", 1, 4)), trials=100)
    assert sorted({trial.config["x"] for trial in search.trials}) == [1, 2, 3, 4]  # type: ignore[type-var]
    assert len(search.trials) <= 5


def test_time_ends_the_search() -> None:
    search = DefineByRun(method="rs")
    search.optimize(parabola, timeout=0.0)
    assert not search.trials


def test_a_row_per_trial() -> None:
    pytest.importorskip("pandas")
    search = DefineByRun()
    search.optimize(branches, trials=6)
    frame = search.trials_dataframe()
    assert list(frame["number"]) == list(range(6))
    assert list(frame["value"]) == [trial.value for trial in search.trials]
    assert {"config_lr", "config_optimizer"} <= set(frame.columns)


def test_ask_and_tell_has_a_queue() -> None:
    from tunewise import AskTell, Problem, Start

    engine = AskTell(methods.rs(Problem({"x": space.uniform(0, 1)}, "loss")))
    engine.enqueue({"x": 0.125})
    decision = engine.ask()
    assert isinstance(decision, Start)
    assert decision.config == {"x": 0.125}
    with pytest.raises(ValueError, match="x"):
        engine.enqueue({"x": 2})
