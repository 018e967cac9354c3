"""The flagship on problems that would break a careless model: nothing is raised, and nothing stalls."""

import logging
from collections.abc import Mapping

import numpy as np
import pytest

from tunewise import AskTell, Problem, Resume, Start, Verdict, methods, space
from tunewise.models import curves
from tunewise.schedulers.wise import Wise
from tunewise.testing.history import History
from tunewise.trial import FailureKind, Status

pytestmark = pytest.mark.slow

FLOATS = {f"x{number}": space.uniform(0.0, 1.0) for number in range(3)}
MIXED = {
    "lr": space.loguniform(1e-5, 1.0),
    "layers": space.randint(1, 8),
    "optimizer": space.choice(["sgd", "adam"]),
    "momentum": space.uniform(0.0, 1.0).when("optimizer", "sgd"),
}
CHOICES = {name: space.choice(["a", "b", "c", "d"]) for name in ("one", "two", "three", "four")}
FIFTY = {f"x{number}": space.uniform(0.0, 1.0) for number in range(50)}


def first_number(config):
    return next((value for value in config.values() if isinstance(value, float)), 0.5)


def plain(config, level, draw):
    return (first_number(config) - 0.3) ** 2 + 1.0 / level


METRICS = {
    "plain": plain,
    "constant": lambda config, level, draw: 1.0,
    "two values": lambda config, level, draw: float(first_number(config) < 0.5),
    "tiny": lambda config, level, draw: 1e-12 * plain(config, level, draw),
    "huge": lambda config, level, draw: 1e12 * plain(config, level, draw),
    "far from zero": lambda config, level, draw: 1e9 + plain(config, level, draw),
    "outliers": lambda config, level, draw: 1e6 if draw.random() < 0.1 else plain(config, level, draw),
    "noise alone": lambda config, level, draw: float(draw.standard_normal()),
    "growing": lambda config, level, draw: float(level),
    "at both ends of floats": lambda config, level, draw: 1e300 * draw.standard_normal(),
}


def run(problem, metric, *, launches=30, workers=3, failing=0.0, seed=0, skip=1):
    """Runs trials in turns; returns the tuner."""
    opt = AskTell(methods.wise(problem, seed=seed))
    draw = np.random.default_rng(seed)
    running: dict[int, int] = {}
    now, launched = 0.0, 0
    while True:
        while len(running) < workers and launched < launches:
            decision = opt.ask(now=now)
            if not isinstance(decision, (Start, Resume)):
                break
            launched += 1
            running[decision.trial_id] = opt.trials[decision.trial_id].level
        if not running:
            return opt
        for trial_id in list(running):
            now += 1.0
            level = min(running[trial_id] + skip, problem.max_resource)
            running[trial_id] = level
            if draw.random() < failing:
                opt.fail(trial_id, "out of memory", now=now, kind=FailureKind.CONFIGURATION)
                del running[trial_id]
                continue
            value = metric(opt.trials[trial_id].config, level, draw)
            verdict = opt.report(trial_id, {"epoch": level, "loss": value}, now=now)
            if verdict is not Verdict.CONTINUE or level == problem.max_resource:
                opt.complete(trial_id, now=now)
                del running[trial_id]


@pytest.fixture
def no_fallback(caplog):
    """Nothing was logged as a fit that failed."""
    with caplog.at_level(logging.WARNING):
        yield
    assert not caplog.records


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.usefixtures("no_fallback")
def test_any_metric(metric):
    problem = Problem(MIXED, metric="loss", resource_attr="epoch", max_resource=9)
    opt = run(problem, METRICS[metric])
    assert sum(len(trial.jobs) for trial in opt.trials) == 30


@pytest.mark.parametrize("name", ["one", "floats", "choices", "fifty", "nothing"])
@pytest.mark.usefixtures("no_fallback")
def test_any_space(name):
    spaces: dict[str, Mapping[str, space.Domain | space.Value]] = {
        "one": {"x0": space.uniform(0.0, 1.0)},
        "floats": FLOATS,
        "choices": CHOICES,
        "fifty": FIFTY,
        "nothing": {"x0": 0.5},
    }
    problem = Problem(spaces[name], metric="loss", mode="max", resource_attr="epoch", max_resource=9)
    opt = run(problem, METRICS["plain"])
    keys = [problem.space.key(trial.config) for trial in opt.trials]
    assert len(set(keys)) == len(keys)
    assert len(keys) == 1 if name == "nothing" else len(keys) > 5


@pytest.mark.parametrize("max_resource", [1, 2, 1000])
@pytest.mark.usefixtures("no_fallback")
def test_any_largest_resource(max_resource):
    problem = Problem(FLOATS, metric="loss", resource_attr="epoch", max_resource=max_resource)
    opt = run(problem, METRICS["plain"], skip=max(1, max_resource // 20))
    assert opt.best is not None


@pytest.mark.usefixtures("no_fallback")
def test_failures_are_learned_from():
    problem = Problem(FLOATS, metric="loss", resource_attr="epoch", max_resource=9)
    opt = run(problem, METRICS["plain"], failing=0.1)
    assert len(opt.trials.having(Status.FAILED)) > 3
    every = run(problem, METRICS["plain"], failing=1.0)
    assert all(trial.status is Status.FAILED for trial in every.trials)


@pytest.mark.usefixtures("no_fallback")
def test_scripts_that_skip_levels():
    problem = Problem(FLOATS, metric="loss", resource_attr="epoch", max_resource=27)
    opt = run(problem, METRICS["plain"], skip=2)
    assert any(trial.level == 27 for trial in opt.trials)


def test_the_same_seed_decides_the_same():
    problem = Problem(MIXED, metric="loss", resource_attr="epoch", max_resource=9)
    first, second = (
        [(trial.config, trial.level) for trial in run(problem, METRICS["plain"], seed=4).trials]
        for _ in range(2)
    )
    assert first == second


def test_thousands_of_short_trials_stay_cheap(monkeypatch):
    problem = Problem(FLOATS, metric="loss", resource_attr="epoch", max_resource=81)
    history = History(problem)
    for number in range(3000):
        trial = history.start(until=81)
        levels = 81 if number % 100 == 0 else 1 + number % 4
        history.curve(trial, [plain(trial.config, level, None) for level in range(1, levels + 1)])
        history.end(trial, Status.COMPLETED if levels == 81 else Status.PAUSED)
    scheduler = methods.wise(problem).scheduler
    assert isinstance(scheduler, Wise)
    scheduler.next(history.trials, np.random.default_rng(0))
    monkeypatch.setattr(curves, "fit", None)  # there is no other fit before the next milestone
    for decision in range(1, 6):
        scheduler.next(history.trials, np.random.default_rng(decision))
        history.end(history.start(until=81), Status.PAUSED)
    model = scheduler._model.as_of(history.trials, history.trials.num_reports)
    assert model is not None
    assert len(model.posterior._factor) < 2 * curves.MAX_OBSERVATIONS
