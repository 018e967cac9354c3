import numpy as np
import pytest

from tunewise.models import gp_models
from tunewise.models.gp_models import HyperparameterFits, milestone
from tunewise.models.observations import evenly_spread
from tunewise.surrogates import gp
from tunewise.surrogates.gp import vector_of
from tunewise.surrogates.kernels import Columns

COLUMNS = Columns(np.arange(2))


@pytest.fixture
def data():
    rng = np.random.default_rng(0)
    points = rng.random((80, 2))
    return points, np.sin(4 * points[:, 0]) + points[:, 1]


@pytest.fixture
def sizes(monkeypatch):
    """How many points each fit had, in turn."""
    found = []

    def fit(x, *rest):
        found.append(len(x))
        return original(x, *rest)

    original = gp.fit
    monkeypatch.setattr(gp_models, "fit", fit)
    return found


def test_a_fresh_instance_finds_what_a_long_lived_one_does(data):
    points, losses = data
    long_lived = HyperparameterFits(COLUMNS)
    for n in range(1, 81):
        found = vector_of(long_lived.fit(points[:n], losses[:n]))
        if n in (1, 7, 8, 9, 16, 33, 64, 80):
            fresh = vector_of(HyperparameterFits(COLUMNS).fit(points[:n], losses[:n]))
            np.testing.assert_array_equal(found, fresh)


def test_few_fits_are_made_anew(data, sizes):
    points, losses = data
    long_lived = HyperparameterFits(COLUMNS)
    long_lived.fit(points[:72], losses[:73])
    assert sizes == [8, 16, 32, 64, 72]
    long_lived.fit(points[:72], losses[:73])
    long_lived.fit(points[:79], losses[:79])
    assert sizes[5:] == [79]


def test_other_observations_are_fitted_anew(data, sizes):
    points, losses = data
    long_lived = HyperparameterFits(COLUMNS)
    long_lived.fit(points[:20], losses[:20])
    changed = losses[:20].copy()
    changed[10] = 7.0  # so that the fit to the first 8 still holds
    long_lived.fit(points[:20], changed)
    assert sizes == [8, 16, 20, 16, 20]


def test_milestones():
    assert [milestone(n) for n in (1, 49, 50, 51, 54, 55, 59, 60, 1000)] == [
        1,
        49,
        50,
        50,
        50,
        55,
        55,
        60,
        972,
    ]
    steps = np.array(sorted({milestone(n) for n in range(50, 5000)}))
    ratios, between = steps[1:] / steps[:-1], np.diff(steps)
    assert ((ratios > 1.08) & (ratios <= 1.1))[between < gp_models.MOST_BETWEEN].all()
    assert between.max() == between[-1] == gp_models.MOST_BETWEEN


def test_a_fit_uses_some_of_many_points(monkeypatch, data, sizes):
    points, losses = data
    monkeypatch.setattr(gp_models, "MAX_FITTED", 12)
    HyperparameterFits(COLUMNS).fit(points[:20], losses[:20])
    assert sizes == [8, 12, 12]


@pytest.mark.parametrize(("n", "most"), [(0, 5), (1, 5), (5, 5), (7, 5), (10_000, 1000)])
def test_places_are_spread(n, most):
    places = evenly_spread(n, most)
    assert len(set(places.tolist())) == len(places) == min(n, most)
    if n:
        assert (places[0], places[-1]) == (0, n - 1)


def test_no_observations_leave_the_priors():
    assert np.isfinite(vector_of(HyperparameterFits(COLUMNS).fit(np.zeros((0, 2)), np.zeros(0)))).all()
