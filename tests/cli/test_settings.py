from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from tunewise import space
from tunewise.backends.local import LocalBackend
from tunewise.cli import settings as cli_settings
from tunewise.cli.backend_flags import backend_flags, backend_of, usable_backends
from tunewise.cli.exits import BadUsage
from tunewise.cli.experiment_flags import EXPERIMENT_SETTINGS, LIMITS, ExperimentFlags
from tunewise.cli.group import main
from tunewise.cli.settings import merged, read_file
from tunewise.engine.policy import StoppingCriterion
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
worth = "0.01=5"
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


def test_a_file_can_have_every_setting(tmp_path: Path) -> None:
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
        "worth": 500.0,
        "trial_timeout": 90.0,
        "keep_checkpoints": True,
    }


def test_a_file_makes_a_problem_a_method_and_limits(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", FILE)
    problem = cli_settings.problem_of(told)
    assert problem.space.domains == {"lr": space.loguniform(1e-6, 1e-3)}
    assert problem.space.constants == {"width": 32, "optimizer": "sgd"}
    assert (problem.mode, problem.max_resource, problem.max_resource_arg) == ("max", 40, "epochs")
    method = cli_settings.method_of(told, problem)
    assert (method.name, method.seed) == ("asha", 7)
    assert method.arguments["grace_period"] == 3
    tuner, _ = cli_settings.tuner_of(told, method, backend_of(told))
    assert tuner.definition.limits == {
        "max_wallclock_time": 5400.0,
        "max_num_trials_started": 100,
        "max_cost": 2.0,
        "worth": 500.0,
    }
    assert tuner.definition.policy.keep_checkpoints
    backend = backend_of(told)
    assert isinstance(backend, LocalBackend)
    assert (backend.arguments, backend.stop_grace) == (("--data", "wiki text"), 10.0)


def test_a_metric_named_like_a_gain_needs_a_direction(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", 'metric = "val_acc"')
    with pytest.raises(BadUsage, match=r'--mode max if .* --mode min if .* mode = "max" or mode = "min"'):
        cli_settings.problem_of(told)


def test_a_method_without_arguments_needs_no_table(tmp_path: Path) -> None:
    told = settings(tmp_path / "lm.toml", 'method = "rs"')
    assert told == {"method": "rs"}
    assert from_flags(ExperimentFlags, told).method_arg == {}


def test_every_setting_is_a_flag_of_run_and_a_key_of_files(tmp_path: Path) -> None:
    run = main.get_command(click.Context(main), "run")
    assert run is not None
    options = {parameter.name for parameter in run.params if isinstance(parameter, click.Option)}
    assert options == {*EXPERIMENT_SETTINGS, *backend_flags(), "backend", "dry_run"}
    with pytest.raises(BadUsage, match=r"an unknown key 'x'; there is ") as error:
        settings(tmp_path / "lm.toml", "x = 1")
    keys = set(str(error.value).partition("there is ")[2].rstrip(".").split(", "))
    own = {"backend", "script", "arguments", *EXPERIMENT_SETTINGS, *backend_flags(), *usable_backends()}
    assert keys == own - {"method_arg"}


def test_the_defaults_are_those_of_the_tuner() -> None:
    ours, theirs = ExperimentFlags(), inspect.signature(Tuner).parameters
    assert (ours.workers, ours.name) == (theirs["workers"].default, theirs["name"].default)


def test_each_limit_has_a_flag() -> None:
    limits = dict.fromkeys(LIMITS.values(), 1)
    assert StoppingCriterion.of(limits).limits().keys() == limits.keys()
    assert set(StoppingCriterion.__dataclass_fields__) == set(LIMITS.values())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max_trails = 3", r"an unknown key 'max_trails' \(did you mean 'max_trials'\?\)"),
        ("method_arg = 3", "an unknown key 'method_arg'"),
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
        ("max_trials = 3\nmax_num_trials_started = 4", "has 'max_trials' twice"),
        ('[method]\ntype = "promotion"', r"the table \[method\] needs a name"),
        ("workers = [", "isn't valid TOML: "),
        pytest.param("workers = " + "[" * 100_000, "isn't valid TOML: ", id="nested deeply"),
    ],
)
def test_errors_in_a_file_name_the_key(tmp_path: Path, text: str, message: str) -> None:
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
    assert cli_settings.parse_max_resource(said) == expected


@pytest.mark.parametrize("said", ["epochs", "epochs=", "=40", "epochs=4.5", "epochs:40", ""])
def test_the_largest_resource_is_a_number(said: str) -> None:
    with pytest.raises(ValueError, match="such as epochs=40"):
        cli_settings.parse_max_resource(said)


@pytest.mark.parametrize(
    ("said", "constant"),
    [("32", 32), ("1e-3", 1e-3), ("sgd", "sgd"), ("data/train.bin", "data/train.bin"), (True, True)],
)
def test_plain_values_of_a_space_are_constants(said: object, constant: object) -> None:
    problem = cli_settings.problem_of({"metric": "loss", "space": {"lr": "uniform(0, 1)", "x": said}})
    assert problem.space.constants == {"x": constant}


@pytest.mark.parametrize(
    "said", ["unifrom(0, 1)", "uniform", "1e-3, 1e-1", "choice[1, 2]", [1, 2], "uniform(1, 0)"]
)
def test_a_wrong_domain_is_named(said: object) -> None:
    with pytest.raises(ValueError, match=r"^lr of the space"):
        cli_settings.problem_of({"metric": "loss", "space": {"lr": said}})


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, "The metric is missing"),
        ({"metric": "loss"}, "Say what to tune"),
    ],
)
def test_missing_settings_of_a_problem_are_named(told: dict[str, Any], message: str) -> None:
    with pytest.raises(BadUsage, match=message):
        cli_settings.problem_of(told)


def test_a_missing_script_is_named() -> None:
    with pytest.raises(BadUsage, match="names no script"):
        backend_of({})


@pytest.mark.parametrize(
    ("settings", "known"),
    [
        ({}, {"checkpoints": None, "budget": "time"}),
        ({"max_trials": 9}, {"budget": "trials"}),
        ({"max_trials": 9, "max_completed": 5}, {"budget": "trials"}),
        ({"max_trials": 9, "max_wallclock": 60.0}, {"budget": "time"}),
        ({"max_evaluations": 9}, {"budget": "time"}),
        ({"script": "plain/train.py"}, {"checkpoints": False}),
        ({"script": "plain/train.py", "method_arg": {"checkpoints": "true"}}, {"checkpoints": True}),
        ({"script": "plain/train.py", "args": "--dir {checkpoint_dir}"}, {"checkpoints": None}),
        ({"script": "plain/train.py", "run_in": "checkpoint_dir"}, {"checkpoints": None}),
        ({"script": "saves/train.py"}, {"checkpoints": None}),
        ({"script": "beside/train.py"}, {"checkpoints": None}),
        ({"script": "gone/train.py"}, {"checkpoints": None}),
    ],
)
def test_auto_is_the_default_and_is_told_what_the_settings_say(
    settings: dict[str, Any], known: dict[str, Any], tmp_path: Path
) -> None:
    for name, text in (
        ("plain/train.py", "import model"),
        ("saves/train.py", "folder = os.environ['TUNEWISE_CHECKPOINT_DIR']"),
        ("beside/train.py", "import model"),
        ("beside/model.py", "from tunewise import checkpoint_dir"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    if "script" in settings:
        settings = {**settings, "script": str(tmp_path / settings["script"])}
    problem = cli_settings.problem_of({"metric": "loss", "space": {"lr": "uniform(0, 1)"}})
    method = cli_settings.method_of(settings, problem)
    assert method.name == "auto"
    assert known.items() <= method.arguments.items()


def test_flags_override_the_file_and_spaces_are_merged() -> None:
    file = {"space": {"lr": "uniform(0, 1)", "width": 32}, "workers": 3, "arguments": ["--old"], "seed": 1}
    flags = {"space": {"width": "64"}, "workers": 4, "seed": None, "arguments": ("--new",)}
    assert merged(file, flags) == {
        "space": {"lr": "uniform(0, 1)", "width": "64"},
        "workers": 4,
        "arguments": ("--new",),
        "seed": 1,
    }


def test_another_method_drops_the_arguments_in_the_file() -> None:
    file = {"method": "asha", "method_arg": {"type": "promotion"}}
    same = merged(file, {"method": "asha", "method_arg": {"brackets": "2"}})
    assert same["method_arg"] == {"type": "promotion", "brackets": "2"}
    assert merged(file, {"method": "rs"}) == {"method": "rs"}


def test_repeated_names_are_refused(call: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "train.py").touch()
    twice = ("--method-arg", "type=stopping", "--method-arg", "type=promotion")
    result = call("run", str(tmp_path / "train.py"), *twice)
    assert result.exit_code == 2
    assert "--method-arg gives 'type' twice" in result.stderr
