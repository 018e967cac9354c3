from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise import Problem, space
from tunewise.searchers.densities import TrialCells, cells_of, choice_sizes
from tunewise.testing.history import History
from tunewise.testing.spaces import endless_spaces, finite_spaces

COUNTED = [
    space.randint(-3, 40),
    space.lograndint(1, 300),
    space.ordinal([16, 32, 64]),
    space.ordinal([1, 10, 100], "nn"),
    space.ordinal([0.001, 0.01, 0.5], "nn-log"),
    space.choice(["a", None, True]),
    space.finrange(0.0, 1.0, 7),
    space.logfinrange(1, 1024, 11, cast_int=True),
]


@pytest.mark.parametrize("domain", COUNTED, ids=lambda domain: domain.text())
def test_cells_cover_the_unit_interval_and_lead_back(domain):
    values = list(dict.fromkeys(domain.from_unit(u) for u in np.linspace(0, 1, 20_001)))
    assert len(values) == domain.cardinality
    cells = [domain.cell(value) for value in values]
    assert cells[0][0] == 0.0
    assert cells[-1][1] == 1.0
    for (_, high), (low, _) in pairwise(cells):
        assert high == pytest.approx(low, abs=1e-12)
    for value, (low, high) in zip(values, cells, strict=True):
        for part in (0.001, 0.5, 0.999):
            assert domain.from_unit(low + part * (high - low)) == value


@given(st.floats(1e-6, 1.0))
def test_a_real_number_has_no_width(value):
    domain = space.loguniform(1e-6, 1.0)
    low, high = domain.cell(value)
    assert low == high == domain.to_unit(value)


@pytest.mark.parametrize("of", [*endless_spaces().values(), *finite_spaces().values()], ids=str)
def test_the_centre_of_a_point_is_its_configuration(of):
    configs = [of.sample(np.random.default_rng(seed)) for seed in range(20)]
    points = cells_of(of, configs)
    for config, centre, active in zip(configs, points.centre, points.active, strict=True):
        assert dict(zip(of.names, active, strict=True)) == {name: name in config for name in of.names}
        found = of.from_unit(centre.tolist())
        for name, value in config.items():
            assert found[name] == (pytest.approx(value) if isinstance(value, float) else value)


def test_sizes_are_those_of_what_has_no_order():
    domains: dict[str, space.Domain | space.Value] = {
        "x": space.uniform(0, 1),
        "k": space.choice("abc"),
        "o": space.ordinal([1, 2]),
        "c": 5,
    }
    assert choice_sizes(space.Space(domains)).tolist() == [0, 3, 0]


def test_those_of_a_history_grow_with_it():
    problem = Problem(endless_spaces()["conditional"], metric="loss")
    history = History(problem)
    cells = TrialCells(problem.space)
    for number in range(5):
        if number != 2:
            history.start()
        expected = cells_of(problem.space, [trial.config for trial in history.trials])
        for found, wanted in zip(cells.of(history.trials), expected, strict=True):
            np.testing.assert_array_equal(found, wanted)
