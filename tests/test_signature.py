from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import pytest

from tunewise.signature import SignatureError, checked_arguments, keyword_types, suggestion

MAPPINGS = Sequence[Mapping[str, object]]


def example(
    first: str,
    *,
    whole: int = 1,
    number: float = 0.5,
    flag: bool = False,
    word: str = "",
    kind: Literal["stopping", "promotion", 3] = "stopping",
    maybe: int | None = None,
    points: MAPPINGS = (),
) -> None: ...


WANTED = keyword_types(example)


def check(**given: object) -> dict[str, object]:
    return checked_arguments("example", WANTED, given)


def test_keyword_types_are_those_of_the_keyword_only_parameters() -> None:
    assert set(WANTED) == {"whole", "number", "flag", "word", "kind", "maybe", "points"}
    assert WANTED["whole"] is int


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("whole", 3, 3),
        ("whole", "3", 3),
        ("whole", "-3", -3),
        ("number", 3, 3.0),
        ("number", "1e-3", 0.001),
        ("flag", True, True),
        ("flag", "false", False),
        ("flag", "True", True),
        ("word", "a b", "a b"),
        ("kind", "promotion", "promotion"),
        ("kind", "3", 3),
        ("maybe", None, None),
        ("maybe", "None", None),
        ("maybe", "4", 4),
        ("points", [{"lr": 0.1}], [{"lr": 0.1}]),
        ("points", '[{"lr": 0.1}]', [{"lr": 0.1}]),
        ("points", (), ()),
    ],
)
def test_values_and_text_become_the_annotated_type(name: str, value: object, expected: object) -> None:
    converted = check(**{name: value})[name]
    assert converted == expected
    assert type(converted) is type(expected)


@pytest.mark.parametrize(
    ("name", "value", "must_be"),
    [
        ("whole", "three", "a whole number"),
        ("whole", 3.0, "a whole number"),
        ("whole", True, "a whole number"),
        ("whole", None, "a whole number"),
        ("number", "much", "a number"),
        ("number", False, "a number"),
        ("flag", 1, "true or false"),
        ("flag", "yes", "true or false"),
        ("word", 3, "text"),
        ("kind", "halting", "'stopping' or 'promotion' or 3"),
        ("maybe", "x", "a whole number, or none"),
        ("points", {"lr": 0.1}, "a list of objects"),
        ("points", "lr=0.1", "a list of objects"),
        ("points", "[" * 100_000, "a list of objects"),
        ("points", [0.1], "a list of objects"),
    ],
)
def test_a_value_of_another_type_is_refused_in_one_sentence(name: str, value: object, must_be: str) -> None:
    with pytest.raises(SignatureError) as caught:
        check(**{name: value})
    message = str(caught.value)
    assert message.startswith(f"{name} of example is {value!r}: it must be {must_be}")
    assert message.endswith(".")


def test_hyphens_stand_for_underscores() -> None:
    assert checked_arguments("f", {"grace_period": int}, {"grace-period": "2"}) == {"grace_period": 2}


def test_an_argument_can_be_given_once() -> None:
    with pytest.raises(SignatureError, match="'grace_period' twice"):
        checked_arguments("f", {"grace_period": int}, {"grace-period": 2, "grace_period": 3})


def test_an_unknown_name_is_refused_with_a_suggestion() -> None:
    with pytest.raises(SignatureError, match=r"example has no argument 'wohle' \(did you mean 'whole'\?\)"):
        check(wohle=3)
    with pytest.raises(SignatureError, match="example has no argument 'first'; there is flag, kind, maybe"):
        check(first="x")


def test_suggestion() -> None:
    assert suggestion("ahsa", ["rs", "asha"]) == " (did you mean 'asha'?)"
    assert suggestion("zzz", ["rs", "asha"]) == "; there is asha, rs"
    assert suggestion("zzz", []) == "; there is none"


def test_a_type_that_cannot_be_read_is_the_programmers_error() -> None:
    with pytest.raises(TypeError):
        checked_arguments("f", {"x": dict}, {"x": "{}"})
    with pytest.raises(TypeError):
        checked_arguments("f", {"x": int | str}, {"x": "3"})
