from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize

from tunewise.models.codec import Codec
from tunewise.space import Space, choice, loguniform, ordinal, randint, uniform
from tunewise.surrogates.optimiser import best_points, maximise, neighbours, refined_points, sampled_points
from tunewise.testing.spaces import endless_spaces, finite_spaces

SPACES = {**endless_spaces(), **finite_spaces()}


class Peak:
    """Minus the squared distance to a target, stretched; flat along columns with no weight."""

    def __init__(self, target, weights):
        self.target, self.weights = target, weights

    def __call__(self, x):
        return -((x - self.target) ** 2) @ self.weights

    def with_gradient(self, x):
        return self(x), -2.0 * (x - self.target) * self.weights


def rosenbrock(x):
    rest = x[:, 1:] - x[:, :-1] ** 2
    gradient = np.zeros_like(x)
    gradient[:, 1:] -= 20.0 * rest
    gradient[:, :-1] += 40.0 * x[:, :-1] * rest + 2.0 * (1.0 - x[:, :-1])
    return -(10.0 * rest**2).sum(axis=1) - ((1.0 - x[:, :-1]) ** 2).sum(axis=1), gradient


def test_many_starts_reach_what_one_at_a_time_reaches():
    starts = np.random.default_rng(0).random((6, 4))
    shifted = [0.4, -0.2, 0.7, 0.3]  # so that some bounds hold and others don't

    def function(x):
        return rosenbrock(x + shifted)

    def negative(point):
        return -function(point[None])[0][0]

    x, values = maximise(function, starts, np.ones_like(starts, dtype=bool), steps=200, tolerance=1e-12)
    for start, value in zip(starts, values, strict=True):
        alone = minimize(negative, start, bounds=[(0.0, 1.0)] * 4)
        assert value == pytest.approx(-alone.fun, abs=1e-4)
    assert ((x >= 0.0) & (x <= 1.0)).all()


def test_columns_that_are_not_free_stay():
    starts = np.random.default_rng(0).random((5, 3))
    free = np.ones((5, 3), dtype=bool)
    free[:, 1] = False
    free[2] = False
    x, _ = maximise(Peak(np.array([0.3, 0.2, 2.0]), np.ones(3)).with_gradient, starts, free, steps=20)
    np.testing.assert_array_equal(x[:, 1], starts[:, 1])
    np.testing.assert_array_equal(x[2], starts[2])
    moved = [0, 1, 3, 4]
    np.testing.assert_allclose(x[moved][:, 0], 0.3, atol=1e-2)
    np.testing.assert_allclose(x[moved][:, 2], 1.0)


def test_no_step_makes_it_worse():
    def bumpy(x):
        return np.sin(40.0 * x).sum(axis=1), 40.0 * np.cos(40.0 * x)

    starts = np.random.default_rng(0).random((20, 2))
    for steps in range(6):
        x, values = maximise(bumpy, starts, np.ones_like(starts, dtype=bool), steps)
        np.testing.assert_allclose(values, bumpy(x)[0])
        assert (values >= bumpy(starts)[0]).all()


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_the_best_configuration_is_found(space):
    codec = Codec(space)
    rng = np.random.default_rng(3)
    target = codec.sample(rng, 1)[0]
    acquisition = Peak(target, np.ones(codec.dim))
    points, values = best_points(acquisition, codec, rng, np.empty((0, codec.dim)))
    np.testing.assert_allclose(points[0], target, atol=0.03)
    np.testing.assert_array_equal(codec.snap(points), points)
    np.testing.assert_allclose(values, acquisition(points), rtol=1e-9, atol=1e-12)
    assert (np.diff(values) <= 0.0).all()
    assert len(np.unique(points, axis=0)) == len(points)


def test_incumbents_draw_the_search_near():
    codec = Codec(Space({f"x{i}": uniform(0, 1) for i in range(20)}))
    target = np.full(20, 0.3)

    class Needle(Peak):
        """Flat but for a small neighbourhood of the target."""

        def __call__(self, x):
            return np.maximum(super().__call__(x), -0.2)

        def with_gradient(self, x):
            inside = super().__call__(x) > -0.2
            return self(x), super().with_gradient(x)[1] * inside[:, None]

    incumbents = target + 0.05 * np.random.default_rng(0).standard_normal((3, 20))
    _, values = best_points(Needle(target, np.ones(20)), codec, np.random.default_rng(1), incumbents)
    assert values[0] > -1e-3


def test_of_a_long_choice_the_values_that_are_known_are_neighbours():
    codec = Codec(Space({"token": choice(range(3000)), "x": uniform(0, 1)}))
    points = codec.encode([{"token": 5, "x": 0.2}, {"token": 2999, "x": 0.7}])
    known = codec.encode([{"token": token, "x": 0.5} for token in (0, 5, 17)])
    near, owners = neighbours(codec.layout, points, known)
    assert [codec.decode(point) for point in near[owners == 0]] == [
        {"token": 0, "x": 0.2},
        {"token": 17, "x": 0.2},
    ]
    assert [codec.decode(point)["token"] for point in near[owners == 1]] == [0, 5, 17]


@pytest.mark.parametrize("search", [best_points, sampled_points, refined_points])
def test_a_search_looks_at_no_more_for_more_values(search):
    looked_at = []

    class Counting(Peak):
        def __call__(self, x):
            looked_at.append(x.size)
            return super().__call__(x)

    sizes = {}
    for size in (100, 3000):
        codec = Codec(Space({"token": choice(range(size)), "x": uniform(0, 1)}))
        incumbents = codec.encode([{"token": 7, "x": 0.3}])
        points, _ = search(Counting(incumbents[0], np.ones(2)), codec, np.random.default_rng(0), incumbents)
        assert codec.decode(points[0]) == {"token": 7, "x": pytest.approx(0.3, abs=0.03)}
        assert (points[:, 0] == np.rint(points[:, 0])).all()
        sizes[size] = sum(looked_at)
        looked_at.clear()
    assert sizes[3000] < 1.5 * sizes[100]


def test_what_was_found_is_refined_and_never_lost():
    codec = Codec(SPACES["mixed"])
    rng = np.random.default_rng(1)
    found = codec.sample(rng, 30)
    before = Peak(found[0], np.ones(codec.dim))
    moved = Peak(np.clip(found[1] + 0.05, 0.0, 1.0), np.ones(codec.dim))
    for peak, known in ((before, found), (moved, found)):
        points, values = refined_points(peak, codec, rng, known)
        np.testing.assert_array_equal(codec.snap(points), points)
        assert values[0] >= peak(known[:28]).max()
        assert (np.diff(values) <= 0.0).all()


def test_neighbours_differ_in_one_hyperparameter():
    space = Space(
        {
            "n": randint(1, 20),
            "kind": choice(["a", "b", "c"]),
            "lr": loguniform(1e-3, 1),
            "s": ordinal([1, 2]),
        }
    )
    codec = Codec(space)
    points = codec.encode(
        [{"n": 1, "kind": "a", "lr": 0.1, "s": 1}, {"n": 10, "kind": "c", "lr": 0.2, "s": 2}]
    )
    near, owners = neighbours(codec.layout, points, points)
    configs: list[dict[str, Any]] = [codec.decode(point) for point in near]
    first = [config for config, owner in zip(configs, owners, strict=True) if owner == 0]
    assert sorted(c["n"] for c in first if c["kind"] == "a" and c["s"] == 1) == [2, 3, 4, 20]
    assert sorted(c["kind"] for c in first if c["n"] == 1 and c["s"] == 1) == ["b", "c"]
    assert [c["s"] for c in first if c["n"] == 1 and c["kind"] == "a"] == [2]
    second = [config for config, owner in zip(configs, owners, strict=True) if owner == 1]
    assert sorted(c["n"] for c in second if c["kind"] == "c" and c["s"] == 2) == [1, 7, 8, 9, 11, 12, 13, 20]
    assert len(near) == 7 + 11
