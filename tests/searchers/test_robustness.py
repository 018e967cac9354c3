"""Histories that could break a searcher, for each searcher with a model."""

import math

import numpy as np
import pytest
from tests.helpers.discovery import discover

from tunewise import Problem, space
from tunewise.searchers.base import Searcher
from tunewise.testing.history import History
from tunewise.trial import Failure, FailureKind, Status

WITHOUT_MODEL = {"EvolutionSearcher", "GridSearcher", "PointsFirst", "RandomSearcher", "SobolSearcher"}
FOUND = discover(Searcher, "tunewise.searchers")  # type: ignore[type-abstract]
SEARCHERS = [cls for cls in FOUND if cls.__name__ not in WITHOUT_MODEL]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("searcher", SEARCHERS, ids=lambda cls: cls.__name__),
    pytest.mark.filterwarnings("error::RuntimeWarning"),
]

SQUARE = {"x": space.uniform(0, 1), "y": space.uniform(0, 1)}
MIXED = {
    "x": space.uniform(0, 1),
    "lr": space.loguniform(1e-6, 1.0),
    "width": space.lograndint(8, 2048),
    "kind": space.choice(["a", "b", "c"]),
    "momentum": space.uniform(0, 1).when("kind", "a"),
}
LEVELS = (1, 9)


def make(domains, mode="min"):
    problem = Problem(domains, metric="metric", mode=mode, resource_attr="epoch", max_resource=9)
    return problem, History(problem)


def train(history, value, config=None, levels=LEVELS):
    """A trial that reports `value`, or `value(config)`, at each level and completes; None makes it fail."""
    trial = history.start(config, until=9)
    found = value(trial.config) if callable(value) else value
    if found is None:
        history.trials.fail(trial, Failure(FailureKind.CONFIGURATION, "the loss is NaN"))
        history.end(trial, Status.FAILED)
        return
    for level in levels:
        history.report(trial, level, found)
    history.end(trial, Status.COMPLETED)


def ask(searcher, history, times=2):
    """Proposals, each of which is checked and then runs."""
    found = []
    tried = {searcher.problem.space.key(trial.config) for trial in history.trials}
    for number in range(times):
        proposal = searcher.propose(history.trials, np.random.default_rng([5, number]))
        assert proposal is not None
        assert searcher.problem.space.validate(proposal.config) == proposal.config
        key = searcher.problem.space.key(proposal.config)
        assert key not in tried
        tried.add(key)
        for value in proposal.why.values():
            assert type(value) in (str, int, float, bool)
            assert not isinstance(value, float) or math.isfinite(value)
        history.start(proposal.config, until=9, why=proposal.why)
        found.append(proposal)
    return found


def bowl(config):
    return (config["x"] - 0.2) ** 2 + (config["y"] - 0.7) ** 2


def has_learned(proposals):
    """Whether they are nearer to the bowl's bottom than random ones, whose mean is 0.22."""
    return np.median([bowl(proposal.config) for proposal in proposals]) < 0.1


@pytest.mark.parametrize("constant", [0.0, -1e300])
def test_a_constant_metric(searcher, constant):
    problem, history = make(MIXED)
    for _ in range(20):
        train(history, constant)
    ask(searcher(problem), history)


@pytest.mark.parametrize("observations", [0, 1, 3])
def test_hardly_any_observation(searcher, observations):
    problem, history = make(MIXED)
    for number in range(15):
        if number < observations:
            train(history, float(number))
        else:
            history.start(until=9)
    ask(searcher(problem), history)


def test_a_single_report_of_a_single_trial(searcher):
    problem, history = make(MIXED)
    history.report(history.start(until=9), 1, 0.5)
    ask(searcher(problem), history, times=12)


def test_duplicates_that_contradict_each_other(searcher):
    problem, history = make(MIXED)
    config = problem.space.from_unit([0.5] * problem.space.dimension)
    for number in range(20):
        train(history, float(number % 7), dict(config))
    ask(searcher(problem), history)


def test_all_failed(searcher):
    problem, history = make(MIXED)
    for _ in range(20):
        train(history, None)
    ask(searcher(problem), history)


def test_failures_are_learned_from(searcher):
    problem, history = make(SQUARE)
    for _ in range(30):
        train(history, lambda config: None if config["x"] > 0.5 else config["y"])
    found = ask(searcher(problem), history, times=8)
    learned = [proposal.config["x"] for proposal in found if not proposal.why["kind"].startswith("random")]
    assert np.mean(np.array(learned) > 0.6) < 0.35


@pytest.mark.parametrize("dimension", [1, 5, 50])
def test_few_and_many_dimensions(searcher, dimension):
    problem, history = make({f"x{number}": space.uniform(0, 1) for number in range(dimension)})
    for _ in range(25):
        train(history, lambda config: sum(config.values()))
    ask(searcher(problem), history)


@pytest.mark.parametrize("sizes", [(2, 3, 4), (60,)])
def test_only_choices(searcher, sizes):
    problem, history = make({f"k{i}": space.choice(list(range(size))) for i, size in enumerate(sizes)})
    for _ in range(20):
        train(history, lambda config: float(sum(config.values())))
    ask(searcher(problem), history)


def test_a_finite_space_is_used_up(searcher):
    problem, history = make({"n": space.randint(1, 6), "k": space.choice(["a", "b", "c"])})
    configs = list(problem.space.all())
    for config in configs[:-1]:
        train(history, float(config["n"]), config)
    asked = searcher(problem)
    assert ask(asked, history, times=1)[0].config == configs[-1]
    assert asked.propose(history.trials, np.random.default_rng(0)) is None


@pytest.mark.parametrize(
    ("scale", "offset", "mode"),
    [(1e-12, 0.0, "min"), (1e12, 0.0, "max"), (1.0, 1e9, "min"), (1e300, 0.0, "max")],
)
def test_metrics_of_any_size(searcher, scale, offset, mode):
    problem, history = make(SQUARE, mode)
    for _ in range(25):
        train(history, lambda config: problem.sign * (offset + scale * bowl(config)))
    assert has_learned(ask(searcher(problem), history, times=5))


def test_outliers(searcher):
    problem, history = make(SQUARE)
    for number in range(30):
        train(history, lambda config, number=number: 1e6 if number % 15 == 3 else bowl(config))
    assert has_learned(ask(searcher(problem), history, times=5))


def test_an_outlier_near_the_largest_floats(searcher):
    problem, history = make(SQUARE)
    for number in range(20):
        train(history, 1e300 if number == 4 else -1e300 if number == 9 else bowl)
    ask(searcher(problem), history)


def test_an_outlier_on_the_good_side(searcher):
    problem, history = make(SQUARE)
    for number in range(20):
        train(history, -1e6 if number == 4 else bowl)
    ask(searcher(problem), history)


@pytest.mark.parametrize(("trials", "levels"), [(1100, range(1, 10)), (10_000, [9])])
def test_ten_thousand_observations(searcher, trials, levels):
    problem, history = make(SQUARE)
    for _ in range(trials):
        train(history, bowl, levels=levels)
    assert has_learned(ask(searcher(problem), history, times=3))
