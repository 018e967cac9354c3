import numpy as np
import pytest
from scipy import integrate, stats

from tunewise.surrogates.parzen import Parzen, Points, normal_reference, shrinking

REAL, THREE = 0, 3


def points(*rows):
    """Points from cells (low, high), or None where an axis does not matter."""
    cells = np.array([[cell or (0.5, 0.5) for cell in row] for row in rows], dtype=float)
    active = np.array([[cell is not None for cell in row] for row in rows])
    return Points(cells[..., 0].copy(), cells[..., 1].copy(), active)


def real(*values):
    return points(*[[(value, value)] for value in values])


def one_of(index, size=3):
    return index / size, (index + 1) / size


def test_a_kernel_is_a_normal_density_cut_off_at_the_bounds():
    parzen = Parzen(real(0.2), np.array([REAL]), np.array([0.3]), prior=0.0)
    u = np.linspace(0, 1, 11)
    expected = stats.truncnorm((0 - 0.2) / 0.3, (1 - 0.2) / 0.3, loc=0.2, scale=0.3).logpdf(u)
    np.testing.assert_allclose(parzen.log_density(real(*u)), expected, rtol=1e-12)


def test_a_cell_has_its_probability():
    parzen = Parzen(real(0.2, 0.9), np.array([REAL]), np.array([0.05]), prior=0.5)
    kernels = [stats.truncnorm((0 - c) / 0.05, (1 - c) / 0.05, loc=c, scale=0.05) for c in (0.2, 0.9)]
    cells = [(low, low + 0.1) for low in np.linspace(0, 0.9, 10)]
    expected = [
        sum(kernel.cdf(high) - kernel.cdf(low) for kernel in kernels) / 2.5 + 0.5 / 2.5 * (high - low)
        for low, high in cells
    ]
    found = np.exp(parzen.log_density(points(*[[cell] for cell in cells])))
    np.testing.assert_allclose(found, expected, rtol=1e-9)
    assert found.sum() == pytest.approx(1.0)


def test_far_away_the_density_is_small_but_known():
    parzen = Parzen(real(0.0), np.array([REAL]), np.array([1e-3]), prior=0.0)
    logs = parzen.log_density(points([(1.0, 1.0)], [(0.9, 1.0)], [(0.5, 0.5 + 1e-15)]))
    assert np.all(np.isfinite(logs))
    assert np.all(logs < -1e5)


def conditional(prior=0.7):
    """A choice of three; with the first of them a real number, and with the second an integer of four."""
    seen = points(
        [one_of(0), (0.3, 0.3), None],
        [one_of(0), (0.9, 0.9), None],
        [one_of(1), None, (0.25, 0.5)],
        [one_of(2), None, None],
    )
    return Parzen(seen, np.array([THREE, REAL, REAL]), np.array([0.3, 0.1, 0.2]), prior)


def test_over_a_conditional_space_it_sums_up_to_one():
    def first(u):
        return float(np.exp(conditional().log_density(points([one_of(0), (u, u), None])))[0])

    quarters = points(*[[one_of(1), None, one_of(i, 4)] for i in range(4)])
    total = (
        integrate.quad(first, 0, 1)[0]
        + np.exp(conditional().log_density(quarters)).sum()
        + np.exp(conditional().log_density(points([one_of(2), None, None])))[0]
    )
    assert total == pytest.approx(1.0)


def test_samples_follow_the_density():
    number = 20_000
    drawn = conditional().sample(np.random.default_rng(0), number)
    place = (drawn[:, 0] * 3).astype(int)
    quarters = [np.sum((place == 1) & ((drawn[:, 2] * 4).astype(int) == i)) for i in range(4)]
    tenths = [np.sum((place == 0) & ((drawn[:, 1] * 10).astype(int) == i)) for i in range(10)]
    counts = [np.sum(place == 2), *quarters, *tenths]
    asked = points(
        [one_of(2), None, None],
        *[[one_of(1), None, one_of(i, 4)] for i in range(4)],
        *[[one_of(0), one_of(i, 10), None] for i in range(10)],
    )
    expected = np.exp(conditional().log_density(asked)) * number
    assert expected.sum() == pytest.approx(number)
    assert stats.chisquare(counts, expected).pvalue > 1e-3


def test_candidates_may_be_drawn_wider():
    parzen = Parzen(real(0.5), np.array([REAL]), np.array([0.01]), prior=0.0)
    narrow, wide = (parzen.sample(np.random.default_rng(0), 1000, by).std() for by in (1.0, 3.0))
    assert narrow == pytest.approx(0.01, rel=0.1)
    assert wide == pytest.approx(3 * narrow)


def test_without_a_point_it_is_the_uniform_density():
    parzen = Parzen(real(0.5).take(slice(0)), np.array([REAL]), np.array([0.1]), prior=1.0)
    np.testing.assert_allclose(parzen.log_density(points([(0.3, 0.3)], [(0.5, 0.75)])), [0, np.log(0.25)])


def test_it_is_computed_in_blocks(monkeypatch):
    whole = conditional().log_density(points(*[[one_of(i % 3), (0.2, 0.2), (0.5, 0.75)] for i in range(30)]))
    monkeypatch.setattr("tunewise.surrogates.parzen.LARGEST_BLOCK", 20)
    parts = conditional().log_density(points(*[[one_of(i % 3), (0.2, 0.2), (0.5, 0.75)] for i in range(30)]))
    np.testing.assert_array_equal(whole, parts)


def test_an_axis_with_one_value_says_nothing():
    parzen = Parzen(points([(0.0, 1.0)]), np.array([1]), np.array([0.0]), prior=0.0)
    assert parzen.log_density(points([(0.0, 1.0)]))[0] == 0.0
    assert parzen.sample(np.random.default_rng(0), 3).tolist() == [[0.5]] * 3


def test_bandwidths_of_the_normal_reference():
    rng = np.random.default_rng(0)
    values = rng.random(50)
    seen = points(*[[(u, u), one_of(i % 2), (u, u) if i < 10 else None] for i, u in enumerate(values)])
    found = normal_reference(seen, np.array([REAL, THREE, REAL]), 1e-3)
    # two of three values, half of the points each: two points differ with probability 1/2
    expected = [
        1.06 * values.std() * 50 ** (-1 / 7),
        1.06 * np.sqrt(0.5) * 50 ** (-1 / 7),
        1.06 * values[:10].std() * 10 ** (-1 / 7),
    ]
    np.testing.assert_allclose(found, expected)


def test_bandwidths_have_bounds():
    same = points(*[[(0.5, 0.5), one_of(1), None]] * 3)
    np.testing.assert_array_equal(normal_reference(same, np.array([REAL, THREE, REAL]), 1e-3), 1e-3)
    differing = points([one_of(0)], [one_of(1)], [one_of(2)])
    assert normal_reference(differing, np.array([THREE]), 1e-3)[0] <= 2 / 3


@pytest.mark.parametrize("count", [0, 1, 10, 1000])
def test_bandwidths_shrink_and_leave_each_value_a_chance(count):
    ordered, of_three, of_one = shrinking(count, np.array([REAL, THREE, 1]))
    assert 0.01 <= ordered <= 1.0
    assert 0 < of_three < 1
    assert of_one == 0.0
    assert of_three == pytest.approx(2 / (count + 3))
