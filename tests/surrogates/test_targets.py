import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tunewise.surrogates.targets import Scale

finite = st.floats(allow_nan=False, allow_infinity=False)


@settings(max_examples=200, deadline=None)
@given(losses=st.lists(finite, min_size=1, max_size=30))
def test_any_losses_become_moderate_and_keep_their_order(losses):
    losses = np.array(losses)
    scale = Scale.of(losses)
    units = scale.to_units(losses)
    assert np.isfinite(units).all()
    assert not np.isnan(scale.from_units(units)).any()
    assert np.abs(units).max() <= 1e3
    order = np.argsort(losses, kind="stable")
    assert (np.diff(units[order]) >= 0.0).all()


@pytest.mark.parametrize("size", [1e-12, 1.0, 1e12, 1e300])
def test_units_do_not_depend_on_size_or_offset(size):
    losses = np.random.default_rng(0).standard_normal(50)
    units = Scale.of(losses).to_units(losses)
    assert units.mean() == pytest.approx(0.0, abs=1e-12)
    assert units.std() == pytest.approx(1.0)
    scale = Scale.of(size * (losses + 3.0))
    np.testing.assert_allclose(scale.to_units(size * (losses + 3.0)), units, atol=1e-9)
    good = losses < 1.0
    np.testing.assert_allclose(scale.from_units(units)[good], size * (losses + 3.0)[good], rtol=1e-9)


@pytest.mark.parametrize(("share", "left"), [(0.05, 0.5), (0.3, 0.1)])
def test_outliers_leave_the_good_ones_their_distances(share, left):
    rng = np.random.default_rng(0)
    losses = rng.random(100)
    broken = losses.copy()
    broken[: int(100 * share)] = 1e6
    good = np.sort(losses[int(100 * share) :])
    plain, scale = Scale.of(losses), Scale.of(broken)
    assert np.ptp(scale.to_units(good)) > left * np.ptp(plain.to_units(good))
    assert scale.to_units(np.array([1e6]))[0] > scale.to_units(good).max()


@pytest.mark.parametrize("diverged", [1e3, 1e11, 1e17, 1e34, 1e300])
def test_one_that_diverged_leaves_the_others_as_they_are(diverged):
    losses = np.linspace(0.68, 0.72, 40)
    without, scale = Scale.of(losses), Scale.of(np.append(losses, diverged))
    assert 0.5 < scale.unit / without.unit < 2.0
    assert np.ptp(scale.to_units(losses)) > 2.0


@pytest.mark.parametrize("diverged", [1.0, 1e3, 1e11])
def test_on_a_plateau_the_best_say_what_a_unit_is(diverged):
    losses = np.array([0.6, *[0.693] * 30, diverged])
    assert 0.01 < Scale.of(losses).unit < 0.2


def test_good_outliers_are_not_drawn_in():
    losses = np.append(np.random.default_rng(0).random(50), -100.0)
    scale = Scale.of(losses)
    units = scale.to_units(losses)
    np.testing.assert_allclose(scale.from_units(units), losses, rtol=1e-9)


@pytest.mark.parametrize("losses", [[0.0], [5.0], [-1e300] * 3, [1e-300] * 4, [0.1 + 0.2, 0.3]])
def test_alike_losses_are_0(losses):
    np.testing.assert_allclose(Scale.of(np.array(losses)).to_units(np.array(losses)), 0.0, atol=1e-12)
