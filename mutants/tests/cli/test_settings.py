from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from tunewise import space
from tunewise.backends.local import LocalBackend
from tunewise.cli import setup
from tunewise.cli.backends import backend_of, flags, known
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import main
from tunewise.cli.how import OWN, How
from tunewise.cli.limits import LIMITS
from tunewise.cli.settings import merged, read_file
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import from_flags
from tunewise.tuner import Tuner

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

FILE = """\
name = "lm"
script = "train.py"
arguments = ["--data", "wiki text"]
metric = "val_loss"
mode = "max"
resource = "epoch"
max_resource = "epochs=40"
workers = 3
seed = 7
max-wallclock = "1h30m"
max_num_trials_started = 100
max_cost = 2
trial_timeout = 90
keep_checkpoints = true

[space]
lr = "loguniform(1e-6, 1e-3)"
width = 32
optimizer = "sgd"

[method]
name = "asha"
type = "promotion"
grace-period = 3
"""


def settings(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text)
    return read_file(path)


def test_a_file_says_all_that_flags_can(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", FILE)
    assert told == {
        "name": "lm",
        "script": str(tmp_path / "train.py"),
        "arguments": ("--data", "wiki text"),
        "space": {"lr": "loguniform(1e-6, 1e-3)", "width": 32, "optimizer": "sgd"},
        "metric": "val_loss",
        "mode": "max",
        "resource": "epoch",
        "max_resource": "epochs=40",
        "method": "asha",
        "method_arg": {"type": "promotion", "grace-period": 3},
        "workers": 3,
        "seed": 7,
        "max_wallclock": 5400.0,
        "max_trials": 100,
        "max_cost": 2.0,
        "trial_timeout": 90.0,
        "keep_checkpoints": True,
    }


def test_a_file_makes_a_problem_a_method_and_limits(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", FILE)
    problem = setup.problem_of(told)
    assert problem.space.domains == {"lr": space.loguniform(1e-6, 1e-3)}
    assert problem.space.constants == {"width": 32, "optimizer": "sgd"}
    assert (problem.mode, problem.max_resource, problem.max_resource_arg) == ("max", 40, "epochs")
    method = setup.method_of(told, problem)
    assert (method.name, method.seed) == ("asha", 7)
    assert method.arguments["grace_period"] == 3
    tuner, _ = setup.tuner_of(told, method, backend_of(told))
    assert tuner.definition.limits == {
        "max_wallclock_time": 5400.0,
        "max_num_trials_started": 100,
        "max_cost": 2.0,
    }
    assert tuner.definition.policy.keep_checkpoints
    backend = backend_of(told)
    assert isinstance(backend, LocalBackend)
    assert (backend.arguments, backend.stop_grace) == (("--data", "wiki text"), 10.0)


def test_of_a_metric_named_like_a_gain_the_direction_is_asked_for(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", 'metric = "val_acc"')
    with pytest.raises(BadUsage, match=r'--mode max if .* --mode min if .* mode = "max" or mode = "min"'):
        setup.problem_of(told)


def test_a_method_without_arguments_needs_no_table(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", 'method = "rs"')
    assert told == {"method": "rs"}
    assert from_flags(How, told).method_arg == {}


def test_all_that_is_declared_is_a_flag_of_run_and_a_key_of_files(tmp_path: Path) -> None:
    run = main.get_command(click.Context(main), "run")
    assert run is not None
    options = {parameter.name for parameter in run.params if isinstance(parameter, click.Option)}
    assert options == {*OWN, *flags(), "backend", "dry_run"}
    with pytest.raises(BadUsage, match=r"a key 'x' that isn't known; there is ") as error:
        settings(tmp_path / "lm.toml", "x = 1")
    keys = set(str(error.value).partition("there is ")[2].rstrip(".").split(", "))
    assert keys == {*OWN, *flags(), "backend", "script", "arguments", *known()} - {"method_arg"}


def test_the_defaults_are_the_tuners() -> None:
    ours, theirs = How(), inspect.signature(Tuner).parameters
    assert (ours.workers, ours.name) == (theirs["workers"].default, theirs["name"].default)


def test_each_limit_has_a_flag() -> None:
    limits = dict.fromkeys(LIMITS.values(), 1)
    assert StoppingCriterion.of(limits).limits().keys() == limits.keys()
    assert set(StoppingCriterion.__dataclass_fields__) == set(LIMITS.values())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max_trails = 3", r"a key 'max_trails' that isn't known \(did you mean 'max_trials'\?\)"),
        ("method_arg = 3", "a key 'method_arg' that isn't known"),
        ('seed = 1\nworkers = "3"', 'toml, line 2: workers is a string "3": give an integer'),
        ("workers = 3.5", "line 1: workers is a float 3.5: give an integer"),
        ("workers = true", "workers is a boolean true: give an integer"),
        ('mode = "minimum"', 'mode is a string "minimum": give "min" or "max"'),
        ("metric = 1", "metric is an integer 1: give a string"),
        ('max-cost = "2"', 'max-cost is a string "2": give a number'),
        ('max_cost = "inf"', 'max_cost is a string "inf": give a number'),
        ("max_resource = 4.0\n", "max_resource is a float 4.0: give an integer or a string"),
        ('arguments = "--data x"', "arguments is a string .*: give an array of strings"),
        ("arguments = [1]", "arguments is an array: give an array of strings"),
        ("space = 3", "space is an integer 3: give a table"),
        ('[[space]]\nlr = "1"', "space is an array: give a table"),
        ('keep_checkpoints = "yes"', 'keep_checkpoints is a string "yes": give a boolean'),
        ("pay_idle = 1", "pay_idle is an integer 1: give a boolean"),
        ("method = 3", "method is an integer 3: give a string"),
        ("method = {name = 3}", r"the table \[method\] needs a name, a string such as"),
        ("seed = 1979-05-27", "seed is a date or a time: give an integer"),
        (
            'max_wallclock = "1min"',
            'max_wallclock is a string "1min": give seconds, or a string such',
        ),
        ("stop_grace = [1]", "stop_grace is an array: give seconds"),
        ("max_trials = 3\nmax_num_trials_started = 4", "says 'max_trials' twice"),
        ('[method]\ntype = "promotion"', r"the table \[method\] needs a name"),
        ("workers = [", "is no TOML: "),
        pytest.param("workers = " + "[" * 100_000, "is no TOML: ", id="nested deeply"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadUsage, match=message) as error:
        settings(tmp_path / "lm.toml", text)
    assert "lm.toml" in str(error.value)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, (None, None)),
        (40, (None, 40)),
        ("40", (None, 40)),
        ("epochs=40", ("epochs", 40)),
        ("--epochs = 40", ("epochs", 40)),
    ],
)
def test_the_largest_resource(said: int | str | None, expected: tuple[str | None, int | None]) -> None:
    assert setup.parse_max_resource(said) == expected


@pytest.mark.parametrize("said", ["epochs", "epochs=", "=40", "epochs=4.5", "epochs:40", ""])
def test_the_largest_resource_is_a_number(said: str) -> None:
    with pytest.raises(ValueError, match="such as epochs=40"):
        setup.parse_max_resource(said)


@pytest.mark.parametrize(
    ("said", "constant"),
    [("32", 32), ("1e-3", 1e-3), ("sgd", "sgd"), ("data/train.bin", "data/train.bin"), (True, True)],
)
def test_plain_values_of_a_space_are_constants(said: object, constant: object) -> None:
    problem = setup.problem_of({"metric": "loss", "space": {"lr": "uniform(0, 1)", "x": said}})
    assert problem.space.constants == {"x": constant}


@pytest.mark.parametrize(
    "said", ["unifrom(0, 1)", "uniform", "1e-3, 1e-1", "choice[1, 2]", [1, 2], "uniform(1, 0)"]
)
def test_a_wrong_domain_is_named(said: object) -> None:
    with pytest.raises(ValueError, match=r"^lr of the space"):
        setup.problem_of({"metric": "loss", "space": {"lr": said}})


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, "There is no metric"),
        ({"metric": "loss"}, "Say what to tune"),
    ],
)
def test_what_a_problem_lacks_is_named(told: dict[str, Any], message: str) -> None:
    with pytest.raises(BadUsage, match=message):
        setup.problem_of(told)


def test_a_missing_method_or_script_is_named() -> None:
    problem = setup.problem_of({"metric": "loss", "space": {"lr": "uniform(0, 1)"}})
    with pytest.raises(BadUsage, match=r"There is no method: give one of .*asha"):
        setup.method_of({}, problem)
    with pytest.raises(BadUsage, match="names no script"):
        backend_of({})


def test_flags_take_precedence_and_spaces_are_merged() -> None:
    file = {"space": {"lr": "uniform(0, 1)", "width": 32}, "workers": 3, "arguments": ["--old"], "seed": 1}
    flags = {"space": {"width": "64"}, "workers": 4, "seed": None, "arguments": ("--new",)}
    assert merged(file, flags) == {
        "space": {"lr": "uniform(0, 1)", "width": "64"},
        "workers": 4,
        "arguments": ("--new",),
        "seed": 1,
    }


def test_another_method_does_not_get_the_arguments_of_the_files() -> None:
    file = {"method": "asha", "method_arg": {"type": "promotion"}}
    same = merged(file, {"method": "asha", "method_arg": {"brackets": "2"}})
    assert same["method_arg"] == {"type": "promotion", "brackets": "2"}
    assert merged(file, {"method": "rs"}) == {"method": "rs"}


def test_nothing_is_said_twice(call: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "train.py").touch()
    twice = ("--method-arg", "type=stopping", "--method-arg", "type=promotion")
    result = call("run", str(tmp_path / "train.py"), *twice)
    assert result.exit_code == 2
    assert "--method-arg says 'type' twice" in result.stderr
