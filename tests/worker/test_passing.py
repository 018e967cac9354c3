"""How hyperparameters become arguments, variables and files."""

from __future__ import annotations

import argparse
import json
import shlex
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.worker.passing import PLACES, Passing, decoded, encoded, nested, to_flags, written

Values = dict[str, Any]

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
scalars = st.booleans() | numbers | texts
names = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,5}", fullmatch=True)
structures = st.lists(scalars, max_size=3) | st.dictionaries(names, scalars, max_size=3)
PATHS = {name: f"/paths/{name}" for name in PLACES}


def argv(passing: Passing, **values: object) -> list[str]:
    return passing.passed(values, PATHS).argv


def template(text: str, style: str = "flags", booleans: str = "text") -> Passing:
    return Passing(style, booleans, tuple(shlex.split(text)))


@pytest.mark.parametrize(
    ("passing", "expected"),
    [
        (Passing(), "--lr 0.1 --amp True --bn False --shift=-1"),
        (Passing("equals"), "--lr=0.1 --amp=True --bn=False --shift=-1"),
        (Passing(booleans="lower"), "--lr 0.1 --amp true --bn false --shift=-1"),
        (Passing("equals", "digits"), "--lr=0.1 --amp=1 --bn=0 --shift=-1"),
        (Passing(booleans="switch"), "--lr 0.1 --amp --shift=-1"),
        (Passing("equals", "no"), "--lr=0.1 --amp --no-bn --shift=-1"),
        (Passing("hydra"), "lr=0.1 amp=True bn=False shift=-1 none=null"),
        (Passing("env"), ""),
        (Passing("json"), "/paths/file"),
        (template("-l {lr} {shift}"), "-l 0.1 -1 --amp True --bn False"),
        (
            template("--lr {lr} -s {shift} --amp {amp} -b {bn}", "json", "switch"),
            "--lr 0.1 -s -1 --amp /paths/file",
        ),
        (template("--amp {amp} --bn {bn} x", "equals", "no"), "--amp --no-bn x --lr=0.1 --shift=-1"),
        (
            template("--config {file} --out={output_dir}", "toml"),
            "--config /paths/file --out=/paths/output_dir",
        ),
        (template("--set a={lr},{{b}}={shift} --last", "env"), "--set a=0.1,{b}=-1 --last"),
        (
            template("--st_checkpoint_dir {checkpoint_dir}", "env"),
            "--st_checkpoint_dir /paths/checkpoint_dir",
        ),
        (
            template('+lr={lr} run="{output_dir}"', "hydra"),
            "+lr=0.1 run=/paths/output_dir amp=True bn=False shift=-1 none=null",
        ),
    ],
)
def test_forms_of_arguments(passing: Passing, expected: str) -> None:
    assert argv(passing, lr=0.1, amp=True, bn=False, shift=-1, none=None) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("--m {m}", []),
        ("--verbose --m {m} --seed 3", ["--verbose", "--seed", "3"]),
        ("--opt sgd,m={m} last", ["last"]),
        ("-x --m={m}", ["-x"]),
        ("{m} {x}", ["1"]),
        ("-x {x} -y", ["-x", "1", "-y"]),
    ],
)
@pytest.mark.parametrize("values", [{}, {"m": None}])
def test_what_a_configuration_lacks_is_left_out_with_its_flag(
    text: str, expected: list[str], values: Values
) -> None:
    left = [] if "{x}" in text else ["--x", "1"]
    assert argv(template(text), x=1, **values) == expected + left


@given(st.dictionaries(names, scalars, max_size=4), st.sampled_from(["flags", "equals"]))
def test_argparse_reads_back_what_was_passed(values: Values, style: str) -> None:
    """Whatever the texts contain."""
    parser = argparse.ArgumentParser(allow_abbrev=False, prefix_chars="-", add_help=False)
    for name, value in values.items():
        if isinstance(value, bool):
            parser.add_argument(f"--{name}", dest=name, action="store_true")
        else:
            parser.add_argument(f"--{name}", dest=name, type=type(value))
    assert vars(parser.parse_args(Passing(style, "switch").passed(values, {}).argv)) == values


@given(st.floats(allow_nan=False) | texts)
def test_argparse_reads_back_what_a_template_passed(value: float | str) -> None:
    """As the value of a short flag, of a longer one, and as a part of a value."""
    parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    for flag in ("-l", "-lr", "--pair"):
        parser.add_argument(flag)
    made = argv(template("-l {a} -lr {a} --pair {a},1"), a=value)
    assert vars(parser.parse_args(made)) == {"l": str(value), "lr": str(value), "pair": f"{value},1"}


@given(st.dictionaries(names, st.booleans(), max_size=4))
def test_optional_booleans_of_argparse_are_told_apart(values: dict[str, bool]) -> None:
    values = {name: value for name, value in values.items() if not name.startswith("no-")}
    parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    for name in values:
        parser.add_argument(f"--{name}", dest=name, action=argparse.BooleanOptionalAction)
    assert vars(parser.parse_args(Passing(booleans="no").passed(values, {}).argv)) == values


@given(st.lists(texts, min_size=3, max_size=3))
def test_values_are_never_split_or_read_as_a_template(values: list[str]) -> None:
    a, b, c = values
    made = argv(template("run {a} 'x y'={b} -z={c}"), a=a, b=b, c=c)
    assert made == ["run", a, f"x y={b}", f"-z={c}"]


@given(scalars | structures.map(json.dumps))
def test_texts_for_sagemaker_keep_the_type(value: object) -> None:
    again = decoded(encoded(value))
    assert (again, type(again)) == (value, type(value))


# ---- files ----------------------------------------------------------------------------------------------

READERS = {"json": msgspec.json.decode, "yaml": msgspec.yaml.decode, "toml": msgspec.toml.decode}


@pytest.mark.parametrize("style", READERS)
@given(plain=st.dictionaries(names, scalars, max_size=4), tables=structures)
def test_files_are_read_back(style: str, plain: Values, tables: object) -> None:
    arguments = {**plain, "an.inner.table": json.dumps(tables), "an.inner.number": 1e-05}
    made = READERS[style](written(style, arguments, {}))
    assert made == nested(arguments)
    kinds = {name: type(value) for name, value in made.items() if name in plain}
    assert all(kind in (type(plain[name]), list, dict) for name, kind in kinds.items())


@pytest.mark.parametrize("style", READERS)
def test_a_file_may_be_empty(style: str) -> None:
    assert READERS[style](written(style, {}, {})) == {}


BASE: Values = {
    "seed": 1,
    "data": {"path": "a/b", "sizes": [1, [2.5, "x"]], "rest": {}},
    "optimizer": {"lr": 1.0, "name": "sgd", "betas": {"first": 0.9}},
    "far": [1e300, -1e-300],
}


@pytest.mark.parametrize("style", READERS)
def test_hyperparameters_take_their_place_in_a_base(style: str) -> None:
    arguments = {
        "optimizer.lr": 0.5,
        "data.sizes": "[3]",
        "optimizer.betas": "no",
        "new.er": True,
        "seed": None,
    }
    passed = Passing(style, base=BASE).passed(arguments, PATHS)
    assert passed.file is not None
    assert READERS[style](passed.file) == {
        "seed": 1,
        "data": {"path": "a/b", "sizes": [3], "rest": {}},
        "optimizer": {"lr": 0.5, "name": "sgd", "betas": "no"},
        "far": [1e300, -1e-300],
        "new": {"er": True},
    }
    assert BASE["optimizer"]["lr"] == 1.0


@pytest.mark.parametrize("style", READERS)
def test_numbers_that_are_not_finite(style: str) -> None:
    text = written(style, {}, {"a": float("inf"), "b": [-float("inf"), float("nan")]})
    found: Any = json.loads(text) if style == "json" else READERS[style](text)
    assert (found["a"], found["b"][0]) == (float("inf"), -float("inf"))
    assert found["b"][1] != found["b"][1]


def test_dots_lead_into_tables() -> None:
    assert nested({"lr": 1, "opt.name": "sgd", "opt.m.beta": 2, "layers": "[1, [2]]"}) == {
        "lr": 1,
        "opt": {"name": "sgd", "m": {"beta": 2}},
        "layers": [1, [2]],
    }


@pytest.mark.parametrize("names", [("opt", "opt.lr"), ("opt.lr", "opt"), ("a.b.c", "a.b")])
def test_a_name_is_either_a_value_or_a_table(names: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="would be a value and a table: rename"):
        nested(dict.fromkeys(names, 1))


# ---- Hydra ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1e-05, "1e-05"),
        ("adam", "adam"),
        ("/data/a-b_c.pt", "/data/a-b_c.pt"),
        ("true", "'true'"),
        ("1", "'1'"),
        ("", "''"),
        ("a b", "'a b'"),
        ("a,b", "'a,b'"),
        ("é", "'é'"),
        ("it's", r"'it\'s'"),
        ("a\\b\\", r"'a\b\\'"),
        (r"\'", r"'\\\''"),
        ("[64, 64]", "[64,64]"),
        ('{"a": [1, "x y"], "b": null}', "{a:[1,'x y'],b:null}"),
        ("[not json", "'[not json'"),
    ],
)
def test_values_in_the_grammar_of_hydra(value: object, expected: str) -> None:
    """The parser of hydra-core 1.3.8 read these, and 6,000 random ones, back as they were."""
    assert argv(Passing("hydra"), x=value) == [f"x={expected}"]


def test_the_usual_flags() -> None:
    assert to_flags({"lr": 1e-05, "act": "re lu", "x": None}) == ["--lr", "1e-05", "--act", "re lu"]
