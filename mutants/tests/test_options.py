"""Settings declared once: what a flag, a key of a file and the environment make of them is the same."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field
from pathlib import PurePath
from typing import Annotated, Any, Literal

import click
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.cli.parameters import declared
from tunewise.options import (
    DELAY,
    SECONDS,
    DefaultText,
    Option,
    Setting,
    by_field,
    check_fields,
    duration,
    from_flags,
    parse_duration,
    settings_of,
    short_duration,
    whole,
)

Shared = Annotated[float | None, Option("Of several.")]


@dataclass(frozen=True)
class Sample:
    needed: Annotated[str, Option("Has to be said.", metavar="WORD", missing="a word", example="this")]
    plain: Annotated[str | None, Option("A text.", variable="SAMPLE_PLAIN", default_text="nothing")] = None
    number: Annotated[int, Option("A whole number.", whole(1, 9))] = 3
    share: Annotated[Shared, DefaultText("one")] = None
    wait: Annotated[float, Option("A time.", SECONDS, flag="patience")] = 90.0
    delay: Annotated[int, Option("Whole seconds.", DELAY)] = 0
    on: Annotated[bool, Option("Yes or no.", off="off")] = False
    dry: Annotated[bool, Option("Yes.")] = False
    always: Annotated[bool, Option("Yes unless said.")] = True
    way: Annotated[Literal["up", "down"] | None, Option("One of two.")] = None
    words: Annotated[tuple[str, ...], Option("Texts.", flag="word")] = ()
    pairs: Annotated[Mapping[str, str], Option("Names and texts.", path=True)] = field(default_factory=dict)
    amounts: Annotated[Mapping[str, float], Option("Names and numbers.", flag="amount")] = field(
        default_factory=dict
    )
    either: Annotated[int | None, Option("A number or a text.", given_type=int | str)] = None
    ours: int = 0  # for Python alone


SETTINGS = settings_of(Sample)
SAID = {
    "needed": "x",
    "plain": "a b",
    "number": 4,
    "share": 0.5,
    "patience": 5400.0,
    "delay": 0.0,
    "on": True,
    "dry": True,
    "always": False,
    "way": "down",
    "word": ("a", "b"),
    "pairs": {"a": "1", "b": "x=y"},
    "amount": {"gpu": 0.5},
    "either": "epochs=40",
}
FLAGS = (
    "--needed=x --number=4 --share=0.5 --patience=1h30m --delay=0 --on --dry --no-always --way=down --word=a "
    "--word=b --pairs=a=1 --pairs=b=x=y --amount=gpu=0.5 --either=epochs=40"
)
FILE = """\
needed = "x"
plain = "a b"
number = 4
share = 0.5
patience = "1h30m"
delay = 0
on = true
dry = true
always = false
way = "down"
word = ["a", "b"]
pairs = {a = "1", b = "x=y"}
amount = {gpu = 0.5}
either = "epochs=40"
"""


def command(*arguments: str) -> dict[str, Any]:
    """What flags say."""
    said: dict[str, Any] = {}

    @click.command()
    @declared("All", SETTINGS.values())
    def called(**flags: object) -> None:
        said.update(flags)

    called.main(list(arguments), standalone_mode=False)
    return said


def test_only_what_is_declared_can_be_said() -> None:
    assert list(SETTINGS) == list(SAID)
    assert SETTINGS["patience"].name == "wait"
    assert SETTINGS["needed"].default is MISSING


def test_flags_and_a_file_say_the_same() -> None:
    assert command(*FLAGS.split(), "--plain", "a b") == SAID
    content = msgspec.toml.decode(FILE)
    assert {name: SETTINGS[name].checked(value) for name, value in content.items()} == SAID
    assert command() == dict.fromkeys(SETTINGS)


def test_what_was_told_becomes_a_value() -> None:
    told = {"needed": "x", "patience": 5400.0, "delay": 0.25, "word": ("a",), "number": None, "other": 1}
    assert by_field(SETTINGS, told) == {"needed": "x", "wait": 5400.0, "delay": 1, "words": ("a",)}
    assert from_flags(Sample, told) == Sample("x", wait=5400.0, delay=1, words=("a",))


def test_defaults_are_in_words() -> None:
    words = {flag: setting.default_text for flag, setting in SETTINGS.items() if setting.default_text}
    assert words == {
        "plain": "$SAMPLE_PLAIN, or else nothing",
        "number": "3",
        "share": "one",
        "patience": "90s",
        "delay": "0s",
    }


@pytest.mark.parametrize(
    ("flag", "value", "words"),
    [
        ("number", "4", 'is a string "4": give an integer'),
        ("number", True, "is a boolean true: give an integer"),
        ("number", 0, "is an integer 0: give a whole number from 1 to 9"),
        ("patience", 0, "is an integer 0: give a time above 0 s"),
        ("share", -0.5, "is a float -0.5: give a finite number of at least 0"),
        ("share", "half", 'is a string "half": give a number'),
        ("patience", "soon", 'is a string "soon": give seconds, or a string such as "90s" or "1h30m"'),
        ("patience", "0s", 'is a string "0s": give seconds, or a string such as "90s" or "1h30m"'),
        ("on", 1, "is an integer 1: give a boolean"),
        ("way", "left", 'is a string "left": give "up" or "down"'),
        ("word", "a", 'is a string "a": give an array of strings'),
        ("word", [1], "is an array: give an array of strings"),
        ("pairs", {"a": 1}, "is a table: give a table of strings"),
        ("amount", {"a": "1"}, "is a table: give a table of numbers"),
        ("either", 1.5, "is a float 1.5: give an integer or a string"),
    ],
)
def test_a_value_of_another_type_is_told_in_words_of_toml(flag: str, value: object, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        SETTINGS[flag].checked(value)


@given(st.dictionaries(st.text("abc", min_size=1), st.sampled_from(["x", "x/y", "/x", "s3://b/x", "gs://b"])))
def test_paths_are_beside_the_file_that_says_them(places: dict[str, str]) -> None:
    folder = PurePath("/folder/of")
    assert SETTINGS["pairs"].relative_to(folder, places) == {
        name: place if place.startswith(("/", "s3:", "gs:")) else f"/folder/of/{place}"
        for name, place in places.items()
    }
    assert SETTINGS["plain"].relative_to(folder, "x") == "x"  # which names no file


@given(st.integers(1, 10**7))
def test_a_default_in_words_is_what_a_flag_reads(seconds: int) -> None:
    assert SECONDS.read(short_duration(seconds)) == parse_duration(short_duration(seconds)) == seconds


@given(st.text(max_size=8))
def test_reading_makes_a_value_or_a_sentence(text: str) -> None:
    def refusal(setting: Setting) -> str:
        try:
            setting.format.read(text)
        except ValueError as error:
            return str(error).replace(repr(text), "")
        return "."

    told = list(map(refusal, SETTINGS.values()))
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in told)


def test_numbers_of_names_are_numbers() -> None:
    with pytest.raises(click.BadParameter, match=r"'half' isn't a finite number of at least 0\."):
        command("--amount=gpu=half")


@dataclass(frozen=True)
class Ranges:
    count: Annotated[int, Option("A whole number.", whole(1, 9))] = 3
    limit: Annotated[float | None, Option("A time.", duration(5, 30))] = None
    rest: Annotated[int, Option("Whole seconds.", DELAY)] = 0
    share: Annotated[float, Option("A number of at least 0.")] = 0.0
    ours: Annotated[float, SECONDS] = 1.0

    def __post_init__(self) -> None:
        check_fields(self)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("count", 0, "a whole number from 1 to 9"),
        ("count", 1.5, "a whole number from 1 to 9"),
        ("count", True, "a whole number from 1 to 9"),
        ("count", None, "a whole number from 1 to 9"),
        ("count", "3", "a whole number from 1 to 9"),
        ("limit", 4.5, "a time from 5 to 30 s, or leave it out"),
        ("limit", math.nan, "a time from 5 to 30 s, or leave it out"),
        ("rest", -1, "a time of at least 0 s, in whole seconds"),
        ("rest", 0.5, "a time of at least 0 s, in whole seconds"),
        ("share", math.inf, "a finite number of at least 0"),
        ("share", 10**400, "a finite number of at least 0"),
        ("ours", 0.0, "a time above 0 s"),
    ],
)
def test_what_is_out_of_a_range_is_refused_in_python(name: str, value: object, wanted: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} is {re.escape(repr(value))}: give {wanted}\\.$"):
        Ranges(**{name: value})  # type: ignore[arg-type]


@given(
    st.sampled_from(list(settings_of(Ranges).values())),
    st.integers(-5, 40) | st.floats(-5, 40, width=16).map(lambda value: value + 0.0),
)
def test_a_flag_and_python_take_the_same(setting: Setting, value: float) -> None:
    def takes(made: Callable[[], object]) -> bool:
        try:
            made()
        except ValueError:
            return False
        return True

    by_flag = takes(lambda: setting.format.read(f"{value:.20f}" if isinstance(value, float) else f"{value}"))
    if setting.name == "rest":  # of which a flag's are rounded up
        by_flag = by_flag and value == int(value)
    if setting.name == "count" and isinstance(value, float):
        return  # 3.0 is a whole number, but isn't written as one
    assert takes(lambda: Ranges(**{setting.name: value})) == by_flag  # type: ignore[arg-type]
