"""Where domains, texts and spaces could go wrong: hostile texts, floats at their limits, many conditions."""

import math
import random
import time
from itertools import islice
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise import space
from tunewise.space import Condition, Encoding, Float, Integer, Space, SpaceError, Value, parse_domain

# ---- domains ---------------------------------------------------------------------------------------------


@given(st.floats(5e-324, 1e308), st.floats(5e-324, 1e308), st.booleans())
def test_quantiles_0_and_1_are_the_bounds_exactly(first: float, second: float, log: bool) -> None:
    lower, upper = sorted((first, second))
    if lower == upper:
        return
    domain = Float(lower, upper, log)
    assert (domain.from_unit(0.0), domain.from_unit(1.0)) == (lower, upper)
    assert (domain.from_unit(-3.0), domain.from_unit(3.0)) == (lower, upper)
    assert lower <= domain.from_unit(0.37) <= upper
    assert 0.0 <= domain.to_unit(lower) <= domain.to_unit(upper) <= 1.0


@pytest.mark.parametrize(
    "domain",
    [
        space.loguniform(1e300, math.nextafter(1e300, math.inf)),
        space.lograndint(10**300, 10**300 + 1),
        space.uniform(0, 5e-324),
        space.uniform(1, math.nextafter(1, 2)),
    ],
)
def test_bounds_may_be_neighbours(domain: Float | Integer) -> None:
    for bound in (domain.lower, domain.upper):
        quantile = domain.to_unit(bound)
        assert 0.0 <= quantile <= 1.0
        assert domain.lower <= domain.from_unit(quantile) <= domain.upper


@given(st.integers(-(2**60), 2**60), st.integers(1, 2**52 - 1), st.data())
def test_up_to_2_52_integers_come_back_exactly(lower: int, size: int, data: st.DataObject) -> None:
    domain = Integer(lower, lower + size)
    value = data.draw(st.integers(lower, lower + size))
    assert domain.from_unit(domain.to_unit(value)) == value


@given(st.integers(1, 10**12))
def test_logarithmic_integers_come_back_exactly(value: int) -> None:
    domain = space.lograndint(1, 10**12)
    assert domain.from_unit(domain.to_unit(value)) == value


def test_integers_beyond_floats_are_refused_in_words() -> None:
    with pytest.raises(SpaceError, match="can't be a bound"):
        space.randint(0, 10**400)
    with pytest.raises(SpaceError, match="thousands of digits isn't a whole number"):
        space.randint(0, 9).validate(1 << 40_000)
    assert space.randint(-(10**300), 10**300).from_unit(0.0) == -(10**300)


def test_huge_logarithmic_ranges_have_their_bounds() -> None:
    domain = space.lograndint(1, 10**18)
    assert (domain.from_unit(0.0), domain.from_unit(1.0)) == (1, 10**18)


@pytest.mark.parametrize("domain", [space.uniform(0, 1), space.randint(0, 9), space.choice([1, 2])])
def test_nan_is_no_quantile(domain: space.Domain) -> None:
    with pytest.raises(ValueError, match="NaN isn't a quantile"):
        domain.from_unit(math.nan)


@pytest.mark.parametrize(
    "domain",
    [
        space.logfinrange(1e-15, 1e-9, 4),
        space.finrange(0, 1e-12, 5),
        space.finrange(1, 1 + 1e-10, 3),
        space.logfinrange(1, 1000, 4, cast_int=True),
        space.finrange(-1, 1, 7),
    ],
)
def test_members_of_a_range_are_distinguished(domain: space.FiniteRange) -> None:
    assert [domain.index(member) for member in domain.members()] == list(range(domain.size))


def test_a_range_takes_the_decimal_that_rounding_missed() -> None:
    domain = space.logfinrange(1e-4, 1e-1, 4)
    assert domain.index(0.001) == 1
    assert domain.validate(0.001) == domain.members()[1]
    for wrong in (0.00100001, 5e-5, 0.2, True, "0.001"):
        with pytest.raises(SpaceError, match="isn't one of"):
            domain.validate(wrong)
    with pytest.raises(SpaceError, match="isn't one of"):
        space.finrange(1, 5, 5, cast_int=True).validate(3.0000000001)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("uniform(-1e308, 1e308)", "too far for a float"),
        ("finrange(0, 1, 10**9)", "write a constant"),
        ("finrange(0, 1, 1000000000)", "at most 100000"),
        ("finrange(0, 1, 2.5)", "whole number"),
        ("finrange(0.5, 2, 2, cast_int=True)", "whole ones"),
        ("finrange(0, 3, 2, cast_int=1)", "True or False"),
        ("uniform(0, 1) if a in ()", "names no value"),
        ("uniform(True, 2)", "can't be a bound"),
    ],
)
def test_bad_arguments_are_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        parse_domain(text)
    assert message in str(refusal.value)


def test_a_set_is_no_list_of_values() -> None:
    with pytest.raises(SpaceError, match="isn't a list of values"):
        space.choice({"a", "b"})  # type: ignore[arg-type]


def test_truth_values_and_numbers_make_different_domains() -> None:
    assert space.choice([True]) != space.choice([1])
    assert space.choice([1]) != space.ordinal([1])
    assert space.uniform(0, 1).when("a", True) != space.uniform(0, 1).when("a", 1)
    assert len({space.choice([True]), space.choice([1]), space.choice([True])}) == 2
    mixed = space.choice([1, True, "1", None])
    assert [mixed.index(value) for value in mixed.values] == [0, 1, 2, 3]


def test_numpy_and_enumerations_leave_no_trace_in_texts() -> None:
    domain = space.choice([np.int64(1), np.float64(0.5), np.bool_(True), np.str_("a")])  # type: ignore[list-item]
    assert domain.text() == "choice([1, 0.5, True, 'a'])"
    two: Any = np.int64(2)
    assert space.uniform(0, 1).when("k", two).text() == "uniform(0.0, 1.0) if k == 2"
    tuned = Space({"c": np.float64(0.5), "b": np.bool_(True)})  # type: ignore[dict-item]
    assert tuned.to_text() == {"c": "0.5", "b": "True"}
    assert tuned.validate({"b": np.bool_(True)}) == {"c": 0.5, "b": True}  # type: ignore[dict-item]


@pytest.mark.parametrize("value", [np.array([1, 2]), [1], {"a": 1}, object(), 1j, b"a"])
def test_what_is_no_scalar_is_no_value(value: object) -> None:
    tuned = Space({"lr": space.uniform(0, 1), "kind": space.choice([1, 2]), "epochs": 5})
    good: dict[str, object] = {"lr": 0.5, "kind": 1, "epochs": 5}
    for name in good:
        with pytest.raises(SpaceError, match=f"^{name}"):
            tuned.validate({**good, name: value})  # type: ignore[dict-item]


# ---- texts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "uniform(0, 1) if a == 1 else __import__('os')",
        "uniform(0, 1) if a == 1 else 5 if b == 2",
        "uniform(0, 1) if a.b() == 1",
        "uniform(0, 1) if a == (lambda: 1)",
        "uniform(0, 1) if not a",
        "uniform(0, 1) if a == 'x' 'y' if b",
        "1e999",
        "-1e999",
        "--1",
        "-True",
        "choice([[x]])",
        "choice([1e999])",
        "uniform(lower=0, lower=1)",
        "uniform.uniform(0, 1)",
        "getattr(uniform, 'x')(0, 1)",
        "0x" + "f" * 9_000,
        "-" * 90_000 + "1",
        "1" + "+1" * 45_000,
        "a" + ".b" * 45_000,
        "f" + "()" * 45_000,
        "[" * 90_000,
        "(" * 10_000 + "1" + ")" * 10_000,
        "'" + "x" * 1_000_000 + "'",
    ],
    ids=lambda text: text[:40],
)
def test_hostile_texts_are_refused_and_quoted(text: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        parse_domain(text)
    assert text[:20] in str(refusal.value).replace('"', "'")
    assert len(str(refusal.value)) < 500


@given(st.text(alphabet="uniform(choice)[]0123,.'\" -+*=<>!abielsnd\n\\#:", max_size=40))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        parsed = parse_domain(text)
    except SpaceError:
        return  # any other error fails the test
    again = parse_domain(parsed.text() if isinstance(parsed, space.Domain) else repr(parsed))
    assert again == parsed


def test_what_is_understood_is_listed() -> None:
    with pytest.raises(SpaceError) as refusal:
        parse_domain("gauss(0, 1)")
    functions = "uniform, loguniform, randint, lograndint, choice, ordinal, finrange, logfinrange"
    assert functions in str(refusal.value)


def test_keywords_and_conditions_of_all_kinds_are_understood() -> None:
    expected = space.finrange(0, 4, 5, cast_int=True)
    assert parse_domain("finrange(lower=0, upper=4, size=5, cast_int=True)") == expected
    domain = parse_domain("choice(('a', 'b')) if a >= -3 and b not in ['x', None] and c != True")
    assert isinstance(domain, space.Domain)
    assert domain.conditions == (
        Condition("a", ">=", -3),
        Condition("b", "not in", ("x", None)),
        Condition("c", "!=", True),
    )


@pytest.mark.parametrize("parent", ["batch-size", "model.lr", "lambda", "3d", "None"])
def test_parents_with_names_that_python_has_not_survive_as_text(parent: str) -> None:
    tuned = Space({"x": space.uniform(0, 1).when(parent, 2), parent: space.randint(1, 4)})
    again = Space.from_text(tuned.to_text())
    assert again == tuned
    assert again.domains["x"].conditions[0].parent == parent


def test_long_lists_survive_as_text_and_longer_ones_are_refused_by_name() -> None:
    tuned = Space({"seed": space.choice(range(10_000))})
    assert Space.from_text(tuned.to_text()) == tuned
    with pytest.raises(SpaceError, match=r"^paths takes \d+ characters"):
        Space({"paths": space.choice(["/data" * 100 + str(number) for number in range(500)])})


def test_texts_and_domain_texts_stay_apart() -> None:
    tuned = Space({"note": "uniform(0, 1)", "x": space.uniform(0, 1), "n": 3, "none": None, "word": "adam"})
    again = Space.from_text(tuned.to_text())
    assert again == tuned
    assert again.constants == {"note": "uniform(0, 1)", "n": 3, "none": None, "word": "adam"}


# ---- conditions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("op", "operand"), [("~", 1), ("==", (1,)), ("in", 1), ("in", ()), ("<", (1, 2))])
def test_conditions_that_cannot_be_are_refused(op: str, operand: Value | tuple[Value, ...]) -> None:
    with pytest.raises(SpaceError):
        Condition("x", op, operand)


def test_a_condition_is_on_the_value_that_its_parent_has() -> None:
    tuned = Space({"lr": space.logfinrange(1e-4, 1e-1, 4), "x": space.uniform(0, 1).when("lr", 0.001)})
    assert [("x" in tuned.from_unit([u, 0.5])) for u in (0.1, 0.3, 0.6, 0.9)] == [False, True, False, False]


def test_a_circle_is_named_without_those_that_only_depend_on_it() -> None:
    def on(parent: str) -> space.Choice:
        return space.choice([1, 2]).when(parent, 1)

    with pytest.raises(SpaceError) as refusal:
        Space({"leaf": on("a"), "free": space.choice([1]), "a": on("b"), "b": on("a")})
    assert str(refusal.value) == "a and b depend on each other: remove one of the conditions."
    with pytest.raises(SpaceError, match=r"^a depends on itself"):
        Space({"a": on("a")})


def test_a_child_needs_its_grandparent() -> None:
    tuned = Space(
        {
            "c": space.choice([1]).when("b", 1),
            "b": space.choice([1, 2]).when("a", 1),
            "a": space.choice([1, 2]),
        }
    )
    assert [list(config.items()) for config in tuned.grid(2)] == [
        [("c", 1), ("b", 1), ("a", 1)],
        [("b", 2), ("a", 1)],
        [("a", 2)],
    ]
    with pytest.raises(SpaceError, match=r"^c has a value"):
        tuned.validate({"a": 2, "c": 1})
    with pytest.raises(SpaceError, match=r"^b is missing"):
        tuned.validate({"a": 1, "c": 1})


# ---- counting and enumeration ----------------------------------------------------------------------------


@given(
    st.integers(1, 40), st.lists(st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), max_size=4), st.data()
)
def test_counting_agrees_with_going_through(upper: int, operators: list[str], data: st.DataObject) -> None:
    entries: dict[str, space.Domain | Value] = {"n": space.randint(0, upper), "k": space.choice([True, 1])}
    for index, op in enumerate(operators):
        conditions = [Condition("n", op, data.draw(st.integers(0, upper)))]
        if data.draw(st.booleans()):
            conditions.append(Condition("k", "==", data.draw(st.sampled_from([True, 1]))))
        entries[f"x{index}"] = space.Choice((1, 2, 3), conditions=tuple(conditions))
    tuned = Space(entries)
    keys = [tuned.key(config) for config in tuned.all()]
    assert len(set(keys)) == len(keys) == tuned.cardinality
    assert tuned.grid_size(5) == sum(1 for _ in tuned.grid(5))


def test_counting_takes_no_longer_for_larger_spaces() -> None:
    entries: dict[str, space.Domain | Value] = {"n": space.randint(1, 10**15)}
    for index in range(60):
        entries[f"p{index}"] = space.choice([1, 2, 3]).when("n", index + 1, 10**15)
        entries[f"c{index}"] = space.choice([1, 2]).when(f"p{index}", 1)
    shuffled = list(entries.items())
    random.Random(0).shuffle(shuffled)
    started = time.perf_counter()
    # a pair of p and c has 2 + 1 + 1 ways: one pair matters for each of 1 to 60, all do for the last
    assert Space(dict(shuffled)).cardinality == (10**15 - 61) + 60 * 4 + 4**60
    assert time.perf_counter() - started < 5


def test_an_endless_domain_makes_a_space_endless_only_where_it_matters() -> None:
    reachable = Space({"k": space.choice([1, 2]), "x": space.uniform(0, 1).when("k", 1)})
    assert reachable.cardinality is None
    with pytest.raises(ValueError, match=r"^x has infinitely many"):
        reachable.all()
    never = space.uniform(0, 1).when("k", 1).when("k", 2)
    assert Space({"k": space.choice([1, 2]), "x": never}).cardinality == 2


def test_enumeration_is_lazy_and_takes_many_dimensions() -> None:
    wide = Space({f"x{index}": space.choice([1, 2]) for index in range(1_500)})
    first = next(wide.all())
    assert list(first.values()) == [1] * 1_500
    huge = Space({"n": space.randint(0, 2**70), "k": space.choice(["a", "b"])})
    assert list(islice(huge.all(), 3)) == [{"n": 0, "k": "a"}, {"n": 0, "k": "b"}, {"n": 1, "k": "a"}]
    assert huge.cardinality == 2 * (2**70 + 1)


def test_a_grid_has_small_domains_in_full_and_spreads_over_large_ones() -> None:
    tuned = Space(
        {
            "few": space.randint(1, 3),
            "many": space.randint(0, 1000),
            "log": space.loguniform(1e-4, 3e-3),
            "word": space.ordinal(["s", "m", "l", "xl"]),
        }
    )
    configs = list(tuned.grid(3))
    axes = {name: list(dict.fromkeys(config[name] for config in configs)) for name in tuned.names}
    assert axes["few"] == [1, 2, 3]
    assert axes["many"] == [0, 500, 1000]
    assert axes["word"] == ["s", "m", "l", "xl"]
    assert (axes["log"][0], axes["log"][-1], len(axes["log"])) == (1e-4, 3e-3, 3)
    assert len(configs) == tuned.grid_size(3) == 3 * 3 * 3 * 4
    with pytest.raises(ValueError, match="at least 2"):
        tuned.grid(1)


# ---- spaces ----------------------------------------------------------------------------------------------


def test_a_space_never_changes() -> None:
    entries: dict[str, space.Domain | Value] = {"x": space.uniform(0, 1), "epochs": 5}
    tuned = Space(entries)
    entries["y"] = 3
    with pytest.raises(TypeError):
        tuned.domains["x"] = space.uniform(0, 2)  # type: ignore[index]
    with pytest.raises(TypeError):
        tuned.constants["epochs"] = 6  # type: ignore[index]
    with pytest.raises(AttributeError):
        tuned.names = ()  # type: ignore[misc]
    assert (tuned.names, dict(tuned.constants)) == (("x",), {"epochs": 5})


def test_order_and_truth_values_tell_spaces_apart() -> None:
    x, y = space.uniform(0, 1), space.randint(1, 2)
    assert Space({"x": x, "y": y}) != Space({"y": y, "x": x})
    assert Space({"x": x, "c": 1}) != Space({"x": x, "c": True})
    assert Space({"x": x}) != {"x": x}


def test_keys_tell_truth_values_from_numbers() -> None:
    tuned = Space({"k": space.choice([1, True, None, "None"])})
    assert len({tuned.key(config) for config in tuned.all()}) == 4
    assert tuned.key({"k": 1}) == tuned.key({"k": 1.0})


def test_any_source_of_numbers_will_do_and_is_drawn_from_once_a_name() -> None:
    tuned = Space({"k": space.choice([1, 2]), "x": space.uniform(0, 1).when("k", 1)})
    rng = random.Random(3)
    configs = [tuned.validate(tuned.sample(rng)) for _ in range(50)]
    assert {config["k"] for config in configs} == {1, 2}
    reference = random.Random(3)
    for _ in range(100):
        reference.random()
    assert rng.random() == reference.random()


def test_coordinates_and_names_are_checked() -> None:
    tuned = Space({"lr": space.uniform(0, 1), "epochs": 5})
    with pytest.raises(ValueError, match="2 coordinates for 1"):
        tuned.from_unit([0.5, 0.5])
    with pytest.raises(SpaceError, match=r"^lr: 5 isn't a number"):
        tuned.to_unit({"lr": 5})
    with pytest.raises(SpaceError, match="did you mean 'lr'"):
        tuned.is_active("lrr", {})
    assert tuned.is_active("epochs", {})


# ---- encoding --------------------------------------------------------------------------------------------

MIXED = Space(
    {
        "kind": space.choice(["a", "b", "c"]),
        "epochs": 5,
        "sub": space.choice([True, 1]).when("kind", "b"),
        "x": space.uniform(0, 4).when("kind", "a"),
        "size": space.ordinal([16, 32, 64, 128]),
    }
)


def test_the_encoding_has_a_column_for_a_number_and_one_for_each_choice() -> None:
    encoding = Encoding(MIXED)
    assert [(c.name, c.kind, c.start, c.stop, c.cardinality) for c in encoding.columns] == [
        ("kind", "onehot", 0, 3, 3),
        ("sub", "onehot", 3, 5, 2),
        ("x", "numeric", 5, 6, None),
        ("size", "numeric", 6, 7, 4),
    ]
    rows = encoding.encode([{"kind": "a", "x": 1.0, "size": 32}, {"kind": "b", "sub": 1, "size": 16}])
    assert rows.dtype == np.float64
    np.testing.assert_array_equal(rows, [[1, 0, 0, 0, 0, 0.25, 0.375], [0, 1, 0, 0, 1, 0.5, 0.125]])
    assert encoding.encode([]).shape == (0, 7)


def test_decoding_clips_and_takes_the_largest_choice() -> None:
    encoding = Encoding(MIXED)
    assert encoding.decode([0.2, 0.9, 0.3, -1, 0.1, 7, 9]) == {
        "kind": "b",
        "epochs": 5,
        "sub": 1,
        "size": 128,
    }
    assert encoding.decode([2, 1, 0, 0, 0, 7, -1]) == {"kind": "a", "epochs": 5, "x": 4.0, "size": 16}


def test_vectors_and_values_that_cannot_be_are_refused() -> None:
    encoding = Encoding(MIXED)
    with pytest.raises(ValueError, match="shape"):
        encoding.decode([0.5])
    with pytest.raises(ValueError, match="with NaN"):
        encoding.decode([math.nan] + [0.5] * 6)
    with pytest.raises(SpaceError, match=r"^kind: 'z' isn't one of"):
        encoding.encode([{"kind": "z", "size": 16}])
