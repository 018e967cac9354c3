import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.searchers.model_free import GridSearcher
from tunewise.testing.history import History


def rng():
    return np.random.default_rng(0)


def test_it_goes_through_the_grid_of_the_space_in_order():
    domains = {"lr": space.loguniform(1e-3, 1e-1), "kind": space.choice(["a", "b"])}
    problem = Problem(domains, metric="loss")
    searcher = GridSearcher(problem, points=3)
    history = History(problem)
    for expected in problem.space.grid(3):
        proposal = searcher.propose(history.trials, rng())
        assert proposal is not None
        assert proposal.config == expected
        assert proposal.why == {"kind": "grid"}
        history.start(proposal.config)
    assert searcher.propose(history.trials, rng()) is None
    assert len(history.trials) == 6


def test_points_that_an_earlier_version_rounded_otherwise_are_not_tried_again():
    domains = {"x": space.uniform(0, 1), "lr": space.loguniform(1e-5, 1e-1), "zero": space.uniform(-0.3, 0.6)}
    problem = Problem(domains, metric="loss")
    history = History(problem)
    quantiles = [[place / 10, place / 10, place / 10] for place in range(11)]
    earlier = [problem.space.from_unit(point) for point in quantiles]
    assert any(config not in list(problem.space.grid(11)) for config in earlier)
    for config in earlier:
        history.start(config)
    searcher = GridSearcher(problem, points=11)
    left = 0
    while proposal := searcher.propose(history.trials, rng()):
        history.start(proposal.config)
        left += 1
    assert left == 11**3 - 11


def test_each_point_of_the_grid_is_looked_at_once():
    problem = Problem({f"x{number}": space.uniform(0, 1) for number in range(6)}, metric="loss")
    searcher = GridSearcher(problem)
    history = History(problem)
    for _ in range(5000):
        proposal = searcher.propose(history.trials, rng())
        assert proposal is not None
        history.start(proposal.config)
    assert searcher._walk._looked_at == 5000  # each point is looked at once


@pytest.mark.parametrize("points", [1, 0, -3])
def test_a_grid_has_at_least_two_points(points):
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    with pytest.raises(ValueError, match=f"points is {points}: a grid has at least 2"):
        GridSearcher(problem, points)
