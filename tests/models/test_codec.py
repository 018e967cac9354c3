import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tunewise.models.codec import Codec
from tunewise.space import Config, Space, lograndint, randint
from tunewise.testing.spaces import endless_spaces, finite_spaces

SPACES = {**endless_spaces(), **{f"finite {name}": space for name, space in finite_spaces().items()}}
SPACES["deep"] = Space.from_text(
    {
        "layers": "randint(1, 5000)",
        "kind": "choice(['a', 'b', 'c', 'd', 'e', 'f', 'g']) if layers < 2500",
        "rate": "loguniform(1e-3, 1)",
        "width": "lograndint(1, 300) if kind in ('a', 'b', 'c')",
        "steps": "ordinal([1, 10, 100])",
        "drop": "uniform(0, 1) if steps > 1 and width < 100",
        "depth": "randint(1, 3) if rate >= 0.1",
        "batch": "ordinal([8, 16, 64, 1024], 'nn-log')",
        "units": "ordinal([-5, 0, 1], 'nn') if batch >= 16",
    }
)
SPACES["long choices"] = Space.from_text(
    {
        "token": f"choice({list(range(300))})",
        "head": f"choice({[f'h{number}' for number in range(70)]}) if token in {tuple(range(200))}",
        "rate": "uniform(0, 1) if head != 'h3'",
    }
)
each_space = pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)


@each_space
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_snapping_is_decoding_and_encoding(space, seed):
    codec = Codec(space)
    points = np.random.default_rng(seed).uniform(-0.2, 1.2, (5, codec.dim))
    again = codec.encode([codec.decode(point) for point in points])
    np.testing.assert_allclose(codec.snap(points), again, atol=1e-9)
    np.testing.assert_allclose(codec.snap(again), again, atol=1e-9)


@each_space
def test_samples_are_configurations_as_the_space_draws_them(space):
    codec = Codec(space)
    points = codec.sample(np.random.default_rng(0), 2000)
    rng = np.random.default_rng(1)
    drawn = codec.encode([space.sample(rng) for _ in range(2000)])
    assert points.shape == drawn.shape == (2000, codec.dim)
    unit = np.maximum(drawn.max(axis=0), 1.0)  # of places there are many
    np.testing.assert_allclose(points.mean(axis=0) / unit, drawn.mean(axis=0) / unit, atol=0.05)
    np.testing.assert_allclose(points.std(axis=0) / unit, drawn.std(axis=0) / unit, atol=0.05)


@each_space
def test_active_columns_are_those_of_hyperparameters_that_the_configuration_has(space):
    codec = Codec(space)
    points = codec.sample(np.random.default_rng(2), 50)
    names = list(space.names)
    for point, active in zip(points, codec.active(points), strict=True):
        config = codec.decode(point)
        assert [names[group] in config for group in codec.kernel_columns.groups] == active.tolist()


def test_layout_and_groups_say_what_each_column_is():
    codec = Codec(endless_spaces()["mixed"])
    assert codec.layout.continuous.tolist() == [0, 1, 3]  # a wide range of integers counts as continuous
    assert [(column, len(values)) for column, values in codec.layout.grids] == [(2, 8), (7, 4), (8, 20)]
    assert codec.layout.choices == ((4, 7), (9, 12), (12, 14))
    assert codec.kernel_columns.groups.tolist() == [0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 7, 7, 8, 8]


def test_a_long_choice_has_one_column():
    codec = Codec(SPACES["long choices"])
    assert codec.dim == 3
    assert codec.layout.places == ((0, 300), (1, 70))
    assert codec.kernel_columns.places.tolist() == [0, 1]
    configs: list[Config] = [
        {"token": 299},
        {"token": 7, "head": "h3"},
        {"token": 7, "head": "h69", "rate": 0.25},
    ]
    points = codec.encode(configs)
    np.testing.assert_array_equal(points, [[299, -1, 0.5], [7, 3, 0.5], [7, 69, 0.25]])
    assert [codec.decode(point) for point in points] == configs


@pytest.mark.parametrize("domain", [randint(1, 2**60), lograndint(1, 10**12), randint(-5, 10**15)])
def test_more_values_than_can_be_listed(domain):
    codec = Codec(Space({"n": domain}))
    points = codec.sample(np.random.default_rng(3), 20)
    np.testing.assert_allclose(codec.encode([codec.decode(point) for point in points]), points, atol=1e-12)
