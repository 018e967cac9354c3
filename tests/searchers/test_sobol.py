import subprocess
import sys
from itertools import islice

import numpy as np
import pytest
from scipy.stats import qmc

from tunewise import Problem, space
from tunewise.searchers.model_free import SobolSearcher, sobol_sequence
from tunewise.testing.history import History


def search(problem, proposals, seed=0):
    history = History(problem)
    searcher = SobolSearcher(problem, seed)
    kinds = []
    for number in range(proposals):
        proposal = searcher.propose(history.trials, np.random.default_rng(number))
        assert proposal is not None
        history.start(proposal.config)
        kinds.append(proposal.why["kind"])
    return [trial.config for trial in history.trials], kinds


@pytest.fixture
def square():
    return Problem({"x": space.uniform(0, 1), "y": space.uniform(0, 1)}, metric="loss")


@pytest.mark.parametrize("seed", [0, 5])
def test_the_points_are_those_of_scipy(square, seed):
    configs, kinds = search(square, 600, seed)  # more than two blocks
    expected = qmc.Sobol(2, scramble=True, seed=seed).random(1024)[:600]
    np.testing.assert_array_equal([[c["x"], c["y"]] for c in configs], expected)
    assert set(kinds) == {"sobol"}


def test_other_seeds_give_other_points(square):
    assert search(square, 4, seed=1)[0] != search(square, 4, seed=2)[0]


def test_the_points_are_more_even_than_random_ones(square):
    points = [[c["x"], c["y"]] for c in search(square, 256)[0]]
    random = np.random.default_rng(0).random((256, 2))
    assert qmc.discrepancy(points) < qmc.discrepancy(random) / 4


def test_it_goes_on_with_points_that_others_left(square):
    first = list(islice(sobol_sequence(square.space, 0), 3))
    history = History(square)
    history.start(first[0])
    history.start({"x": 0.25, "y": 0.75})
    history.start(first[1])
    proposal = SobolSearcher(square).propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.config == first[2]


def test_random_search_finds_what_the_sequence_does_not_come_upon():
    problem = Problem({"n": space.lograndint(1, 3000)}, metric="loss")
    configs, kinds = search(problem, 3000)
    assert len({c["n"] for c in configs}) == 3000
    assert kinds[0] == "sobol"
    assert kinds[-1] == "random"


def test_conditions_are_honoured():
    domains = {"kind": space.choice(["a", "b"]), "x": space.uniform(0, 1).when("kind", "a")}
    configs, _ = search(Problem(domains, metric="loss"), 40)
    assert sum(c["kind"] == "b" for c in configs) == 1
    assert all(("x" in c) == (c["kind"] == "a") for c in configs)


def test_scipys_quasi_monte_carlo_is_imported_when_it_is_needed():
    program = "import sys, tunewise.methods; sys.exit('scipy.stats' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
