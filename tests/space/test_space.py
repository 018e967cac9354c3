"""Domains, conditions, text form, encoding: properties over random spaces, and errors that name whom."""

from __future__ import annotations

import copy
import math
import subprocess
import sys
from collections import Counter
from itertools import islice
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tunewise import space
from tunewise.space import (
    Choice,
    Condition,
    Config,
    Domain,
    Encoding,
    Float,
    Integer,
    Ordinal,
    Space,
    SpaceError,
    Value,
    parse_domain,
)

# ---- random domains and spaces ---------------------------------------------------------------------------

bounds = st.floats(-1e12, 1e12, allow_nan=False)
positive = st.floats(1e-12, 1e12)
whole = st.integers(-(10**9), 10**9)
words = st.text(alphabet="abcdefghijklmnop' \"\\", max_size=6)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.floats(-9, 9), words
)


@st.composite
def floats(draw: st.DrawFn) -> Domain:
    log = draw(st.booleans())
    lower, upper = sorted((draw(positive if log else bounds), draw(positive if log else bounds)))
    assume(lower < upper)
    return Float(lower, upper, log)


@st.composite
def integers(draw: st.DrawFn) -> Domain:
    log = draw(st.booleans())
    numbers = st.integers(1, 10**9) if log else whole
    lower, upper = sorted((draw(numbers), draw(numbers)))
    assume(lower < upper)
    return Integer(lower, upper, log)


@st.composite
def lists(draw: st.DrawFn) -> Domain:
    items = draw(
        st.lists(values, min_size=1, max_size=5, unique_by=lambda value: (type(value) is bool, value))
    )
    return space.choice(items) if draw(st.booleans()) else space.ordinal(items)


@st.composite
def uneven_ordinals(draw: st.DrawFn) -> Ordinal:
    log = draw(st.booleans())
    lowest, step = (1e-3, 1e-3) if log else (-1e3, 1e-2)
    numbers = draw(st.lists(st.integers(0, 10**6), min_size=1, max_size=7, unique=True).map(sorted))
    return space.ordinal([lowest + step * number for number in numbers], "nn-log" if log else "nn")


@st.composite
def ranges(draw: st.DrawFn) -> Domain:
    size = draw(st.integers(2, 7))
    if draw(st.booleans()):
        return space.logfinrange(draw(st.floats(1e-6, 1.0)), draw(st.floats(2.0, 1e6)), size)
    lower = draw(st.integers(-100, 100))
    return space.finrange(lower, lower + draw(st.integers(50, 1000)), size, cast_int=draw(st.booleans()))


domains = st.one_of(floats(), integers(), lists(), uneven_ordinals(), ranges())
small_domains = st.one_of(
    lists(), uneven_ordinals(), ranges(), st.builds(Integer, st.integers(-3, 0), st.integers(1, 3))
)


@st.composite
def spaces(draw: st.DrawFn, domains: st.SearchStrategy[Domain] = domains) -> Space:
    """Up to six hyperparameters; each may depend on an earlier one, which may depend on another."""
    entries: dict[str, Domain | Value] = {}
    for index in range(draw(st.integers(1, 6))):
        domain = draw(domains)
        parents = [name for name, entry in entries.items() if isinstance(entry, Choice)]
        if len(parents) > 0 and draw(st.booleans()):
            parent = draw(st.sampled_from(parents))
            options = entries[parent]
            assert isinstance(options, Choice)
            domain = domain.when(parent, *draw(st.sets(st.sampled_from(options.values), min_size=1)))
        entries[f"h{index}"] = domain
    if draw(st.booleans()):
        entries["constant"] = draw(values)
    shuffled = draw(st.permutations(list(entries.items())))  # children may stand before their parents
    return Space(dict(shuffled))


def sample(tuned: Space, seed: int) -> Config:
    return tuned.sample(np.random.default_rng(seed))


def close(first: Config, second: Config) -> bool:
    if list(first) != list(second):
        return False
    return all(
        math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-3)
        if isinstance(a, float) and isinstance(b, float)
        else a == b
        for a, b in zip(first.values(), second.values(), strict=True)
    )


# ---- domains ---------------------------------------------------------------------------------------------


@given(domains, st.floats(0, 1))
def test_every_quantile_has_a_value_in_the_domain_and_back(domain: Domain, u: float) -> None:
    value = domain.from_unit(u)
    assert domain.validate(value) == value
    quantile = domain.to_unit(value)
    assert 0.0 <= quantile <= 1.0
    again = domain.from_unit(quantile)
    if isinstance(domain, Float):
        scale = max(abs(domain.lower), abs(domain.upper))
        assert isinstance(value, float)
        assert again == pytest.approx(value, rel=1e-9, abs=0 if domain.log else 1e-9 * scale)
    else:
        assert again == value
        assert isinstance(again, bool) == isinstance(value, bool)


@given(domains)
def test_text_makes_an_equal_domain(domain: Domain) -> None:
    conditional = domain.when("other", "a", 1).when("third", True)
    for original in (domain, conditional):
        again = parse_domain(original.text())
        assert again == original
        assert isinstance(again, Domain)
        assert again.text() == original.text()


@pytest.mark.parametrize(
    "domain",
    [space.randint(-2, 4), space.choice("abcde"), space.ordinal([1, 2, 4]), space.finrange(0, 1, 5)],
)
def test_each_value_of_a_finite_domain_has_the_same_share(domain: Domain) -> None:
    cardinality = domain.cardinality
    assert cardinality is not None
    count = 1000 * cardinality
    shares = Counter(domain.from_unit((index + 0.5) / count) for index in range(count))
    assert set(shares.values()) == {1000}


def test_logarithmic_integers_have_their_share_of_the_logarithm() -> None:
    domain = space.lograndint(1, 100)
    count = 100_000
    shares = Counter(domain.from_unit((index + 0.5) / count) for index in range(count))
    assert len(shares) == 100
    for number, share in shares.items():
        expected = math.log((number + 0.5) / (number - 0.5)) / math.log(100.5 / 0.5)
        assert share / count == pytest.approx(expected, abs=2e-5)


@given(uneven_ordinals(), st.floats(0, 1))
def test_the_nearest_value_of_an_uneven_ordinal_counts(domain: Ordinal, u: float) -> None:
    values = [float(value) for value in domain.values if isinstance(value, float)]
    places = np.log(values) if domain.kind == "nn-log" else np.array(values)
    beyond = np.diff(places).mean() / 2 if len(places) > 1 else 1.0
    drawn = places[0] - beyond + u * (places[-1] - places[0] + 2 * beyond)
    distances = np.sort(np.abs(places - drawn))
    assume(len(places) == 1 or distances[1] - distances[0] > 1e-9 * beyond)  # in the middle either will do
    assert domain.from_unit(u) == values[int(np.abs(places - drawn).argmin())]
    for value, place in zip(values, places, strict=True):
        expected = (place - places[0] + beyond) / (places[-1] - places[0] + 2 * beyond)
        assert domain.to_unit(value) == pytest.approx(expected, abs=1e-12)


def test_uneven_ordinals_have_the_shares_that_were_measured() -> None:
    """Of 200,000 draws of Syne Tune 0.16, whose kinds these are."""
    for values, kind, measured in (
        ([1, 10, 100], "nn", [0.197, 0.332, 0.472]),
        ([1, 10, 1000], "nn-log", [0.277, 0.333, 0.390]),
        ([-5, 0, 1], "nn", [0.442, 0.334, 0.224]),
        ([0.001, 0.01, 0.5], "nn-log", [0.290, 0.333, 0.378]),
    ):
        domain = space.ordinal(values, kind)
        shares = Counter(domain.from_unit((index + 0.5) / 10_000) for index in range(10_000))
        assert [shares[value] / 10_000 for value in values] == pytest.approx(measured, abs=0.003)


@pytest.mark.parametrize(
    ("values", "kind", "message"),
    [
        ([1, 2], "nearest", "The kind of an ordinal can't be 'nearest': use equal, nn, nn-log"),
        ([2, 1], "nn", "aren't increasing numbers"),
        (["s", "m"], "nn", "aren't increasing numbers"),
        ([False, 1], "nn", "aren't increasing numbers"),
        ([0, 1], "nn-log", "0 has no logarithm"),
        ([0.0, 1e-20, 1.0], "nn", "too close together"),
        ([2**53, 2**53 + 1], "nn", "too close together"),
    ],
)
def test_uneven_ordinals_of_other_values_are_refused(values: list[Value], kind: str, message: str) -> None:
    with pytest.raises(SpaceError, match=message):
        space.ordinal(values, kind)


def test_uneven_ordinals_reach_as_far_as_floats() -> None:
    domain = space.ordinal([-1.7e308, 0, 1.7e308], "nn")
    assert [domain.to_unit(value) for value in domain.values] == pytest.approx([1 / 6, 1 / 2, 5 / 6])


def test_huge_ranges_of_integers_work() -> None:
    domain = space.randint(0, 10**18)
    assert domain.from_unit(1.0) == 10**18
    assert Space({"x": domain}).cardinality == 10**18 + 1
    assert len(list(Space({"x": domain}).grid(5))) == 5


def test_numpy_scalars_are_taken_and_made_plain() -> None:
    values: dict[str, Any] = {"a": np.float32(0.5), "b": np.int64(3), "c": np.int64(2)}
    config = Space({"a": space.uniform(0, 1), "b": space.randint(0, 9), "c": space.choice([1, 2])}).validate(
        values
    )
    assert [type(value) for value in config.values()] == [float, int, int]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("uniform(1, 1)", "isn't below"),
        ("uniform(0, inf)", "isn't a domain"),
        ("uniform(0, 1e999)", "finite"),
        ("loguniform(0, 1)", "no logarithm"),
        ("randint(0, 1.5)", "whole number"),
        ("choice([])", "at least one"),
        ("choice(['a', 'a'])", "twice"),
        ("finrange(0, 1, 1)", "at least 2"),
        ("finrange(0, 3, 9, cast_int=True)", "fewer values"),
        ("uniform(0)", "wrong arguments: write uniform(lower, upper)"),
        ("uniform(0, 1, 2)", "wrong arguments"),
        ("uniform([0], 1)", "wrong arguments"),
        ("choice('a')", "wrong arguments"),
        ("randint(0, high=3)", "wrong arguments"),
        ("log_uniform(1e-3, 1)", "there is no 'log_uniform' (did you mean 'loguniform'?)"),
        ("quniform(0, 1, 0.1)", "there is no 'quniform'"),
        ("[16, 32]", "write choice([1, 2]) for one of several"),
        ("1e-3, 1e-2", "uniform(1, 2) for a range"),
    ],
)
def test_bad_domains_are_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        parse_domain(text)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "().__class__",
        "uniform.__globals__",
        "lambda: 0",
        "[x for x in (1,)]",
        "uniform(0, 1) if open('f')",
        "uniform(0, 1) if a == b",
        "uniform(0, 1) if 1 < a < 3",
        "uniform(0, 1) if a == 1 or b == 2",
        "uniform(*[0, 1])",
        "uniform(**{'lower': 0})",
        "f'{1}'",
        "b'bytes'",
        "1j",
        "2**100",
        "uniform(0, 1); 3",
        "",
        "uniform(0, 1",
        "\0",
        "(" * 5000 + "1" + ")" * 5000,
        "-" * 9000 + "1",
        "1" * 20_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(SpaceError):
        parse_domain(text)


@pytest.mark.parametrize("parent", ["optim.name", "optim.sgd.name", "optimizer"])
def test_a_condition_names_its_parent_with_dots_as_without(parent: str) -> None:
    condition = f"{parent} == 'sgd'"
    domain = parse_domain(f"uniform(0, 1) if {condition}")
    assert domain == parse_domain(f"uniform(0, 1) if {parent!r} == 'sgd'")
    assert isinstance(domain, Domain)
    assert domain.text().endswith(condition)


def test_a_condition_on_a_name_with_a_hyphen_says_how_to_write_it() -> None:
    with pytest.raises(SpaceError, match="in quotes if it has '-', as in 'batch-size' > 8"):
        parse_domain("uniform(0, 1) if batch-size > 8")


def test_the_message_for_a_bare_word_suggests_quotes() -> None:
    with pytest.raises(SpaceError, match="needs quotes \\('adam'\\)"):
        parse_domain("adam")


@given(values)
def test_constants_have_a_text_form(value: Value) -> None:
    again = Space.from_text(Space({"c": value}).to_text()).constants["c"]
    assert repr(again) == repr(value)


# ---- spaces ----------------------------------------------------------------------------------------------


@given(spaces(), st.integers(0, 99))
def test_what_is_sampled_is_valid_and_comes_back_from_the_cube(tuned: Space, seed: int) -> None:
    config = sample(tuned, seed)
    assert tuned.validate(config) == config
    assert close(tuned.from_unit(tuned.to_unit(config)), config)
    for name in tuned.names:
        assert (name in config) == tuned.is_active(name, config)


@given(spaces(), st.integers(0, 99))
def test_the_encoding_comes_back(tuned: Space, seed: int) -> None:
    encoding = Encoding(tuned)
    config = sample(tuned, seed)
    rows = encoding.encode([config, config])
    assert rows.shape == (2, encoding.dim)
    assert rows.min(initial=0.0) >= 0.0
    assert rows.max(initial=0.0) <= 1.0
    assert close(encoding.decode(rows[0]), config)


@given(spaces())
def test_text_makes_an_equal_space(tuned: Space) -> None:
    again = Space.from_text(tuned.to_text())
    assert again == tuned
    assert again.to_text() == tuned.to_text()
    assert copy.deepcopy(tuned) == tuned


@given(spaces(small_domains))
def test_a_finite_space_is_enumerated_once_each(tuned: Space) -> None:
    cardinality = tuned.cardinality
    assert cardinality is not None
    configs = list(islice(tuned.all(), 3000))
    assert len(configs) == min(cardinality, 3000)
    assert len({tuned.key(config) for config in configs}) == len(configs)
    for config in configs[:50]:
        assert tuned.validate(config) == config


@given(spaces(), st.integers(2, 3))
def test_a_grid_has_no_duplicates(tuned: Space, points: int) -> None:
    configs = list(tuned.grid(points))
    assert len({tuned.key(config) for config in configs}) == len(configs) == tuned.grid_size(points)
    for config in configs[:50]:
        assert tuned.validate(config) == config


def test_a_grid_includes_the_bounds() -> None:
    grid = Space({"x": space.loguniform(1e-4, 1), "n": space.randint(1, 100), "c": 5}).grid(3)
    expected: list[tuple[object, object]] = [
        (pytest.approx(x), n) for x in (1e-4, 1e-2, 1.0) for n in (1, 51, 100)
    ]
    assert [(config["x"], config["n"]) for config in grid] == expected


OPTIMIZERS = Space(
    {
        "nesterov": space.choice([True, False]).when("momentum_on", True),
        "momentum_on": space.choice([True, False]).when("optimizer", "sgd"),
        "optimizer": space.choice(["sgd", "adam", "lamb"]),
        "beta": space.uniform(0, 1).when("optimizer", "adam", "lamb"),
        "layers": space.randint(1, 3),
        "width3": parse_domain("randint(8, 16) if layers >= 3"),
        "epochs": 5,
    }
)


def test_conditions_leave_out_what_does_not_matter() -> None:
    config = OPTIMIZERS.validate({"optimizer": "sgd", "momentum_on": False, "layers": 3, "width3": 9})
    assert config == {"momentum_on": False, "optimizer": "sgd", "layers": 3, "width3": 9, "epochs": 5}
    assert list(config) == ["momentum_on", "optimizer", "layers", "width3", "epochs"]
    finite = Space({name: entry for name, entry in OPTIMIZERS.domains.items() if name != "beta"})
    # sgd: momentum off, or on with or without nesterov; layers: 1, 2, or 3 with 9 widths
    assert finite.cardinality == (3 + 2) * (2 + 9)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({}, "optimizer is missing"),
        ({"optimizer": "sgdd"}, "optimizer: 'sgdd' isn't one of 'sgd', 'adam', 'lamb'"),
        ({"optimizer": "sgd", "layers": 1, "momentum_on": 1}, "momentum_on: 1 isn't one of True, False"),
        ({"optimizer": "adam", "layers": 1, "beta": 1.5}, "beta: 1.5 isn't a number from 0.0 to 1.0"),
        ({"optimizer": "adam", "layers": 1, "beta": float("nan")}, "beta: nan isn't a number"),
        ({"optimizer": "adam", "layers": 1, "beta": True}, "beta: True isn't a number"),
        ({"optimizer": "adam", "beta": 0.5, "layers": 1.5}, "layers: 1.5 isn't a whole number from 1 to 3"),
        (
            {"optimizer": "sgd", "layers": 1, "momentum_on": False, "beta": 0.5},
            "it only matters if optimizer in ('adam', 'lamb')",
        ),
        ({"optimzer": "sgd"}, "no hyperparameter 'optimzer' (did you mean 'optimizer'?)"),
        ({"epochs": 6}, "epochs is 6, but it is the constant 5"),
    ],
)
def test_errors_name_the_hyperparameter(config: Config, message: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        OPTIMIZERS.validate(config)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"a b": 1}, "'a b' can't name a hyperparameter"),
        ({"--x": 1}, "can't name"),
        ({"x": float("nan")}, "x is nan"),
        ({"x": [1, 2]}, "x is [1, 2]: give a domain"),
        ({"x": space.uniform(0, 1).when("y", 1)}, "x depends on 'y', which isn't in the space"),
        ({"x": space.uniform(0, 1).when("y", 1), "y": 1}, "x depends on 'y', which is a constant"),
        (
            {"x": space.uniform(0, 1).when("y", 9), "y": space.choice([1])},
            "x depends on y == 9, but 9 isn't one",
        ),
        (
            {"x": parse_domain("uniform(0, 1) if y > 'a'"), "y": space.choice(["a", "b"])},
            "but y has no order",
        ),
        (
            {"x": space.choice([1]).when("y", 1), "y": space.choice([1]).when("x", 1)},
            "depend on each other",
        ),
    ],
)
def test_spaces_that_cannot_be_are_refused(entries: dict[str, Domain | Value], message: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        Space(entries)
    assert message in str(refusal.value)


def test_text_errors_name_the_hyperparameter() -> None:
    with pytest.raises(SpaceError, match=r"^lr: "):
        Space.from_text({"lr": "loguniform(0, 1)"})


@pytest.mark.parametrize(
    ("op", "operand", "value", "holds"),
    [
        ("==", 1, 1, True),
        ("==", 1, True, False),
        ("!=", 1, True, True),
        ("in", (1, 2), 2, True),
        ("not in", (1, 2), 2, False),
        ("<", 3, 2, True),
        (">=", 3, 3, True),
        (">", 3, 3, False),
        ("<=", 3, 4, False),
    ],
)
def test_conditions(op: str, operand: Value | tuple[Value, ...], value: Value, holds: bool) -> None:
    assert Condition("x", op, operand).holds(value) is holds


def test_the_space_does_not_need_numpy() -> None:
    code = "import sys, tunewise.space; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_counting_does_not_go_through_a_huge_parent() -> None:
    huge = Space({"n": space.randint(1, 10**9), "x": parse_domain("choice([1, 2]) if n > 5")})
    assert huge.cardinality == 5 + 2 * (10**9 - 5)
