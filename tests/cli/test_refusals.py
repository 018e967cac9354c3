"""What commands refuse: one sentence, in the words of the command line, before anything else is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.commands import Call
from tests.helpers.recordings import typical

from tunewise import space
from tunewise.backends.local import LocalBackend
from tunewise.cli.errors import flags_of_arguments, in_flags
from tunewise.cli.group import main
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.paths import StudyPaths, home
from tunewise.problem import Problem

BEGINNING = "Error: "
RUN = (
    "run",
    "train.py",
    "--space",
    "lr=uniform(0, 1)",
    "--metric",
    "loss",
    "--mode",
    "min",
    "--method",
    "rs",
)
DURATION = "is not a duration: give seconds, or something like 90s, 30m, 1h, 1h30m, 2d."


def invalid(parameter: str, text: str) -> str:
    return f"Invalid value for '{parameter}': {text}"


REFUSED = {
    # limits and numbers
    (*RUN, "--max-cost", "inf"): invalid("--max-cost", "'inf' isn't a finite number above 0."),
    (*RUN, "--max-cost", "nan"): invalid("--max-cost", "'nan' isn't a finite number above 0."),
    (*RUN, "--max-cost", "1e999"): invalid("--max-cost", "'1e999' isn't a finite number above 0."),
    (*RUN, "--worth", "0.01="): invalid(
        "--worth", "'0.01=' isn't a number above 0, or an improvement and its worth such as 0.01=5."
    ),
    (*RUN, "--max-cost", "-1"): invalid("--max-cost", "'-1' isn't a finite number above 0."),
    (*RUN, "--max-wallclock", "inf"): invalid("--max-wallclock", f"'inf' {DURATION}"),
    (*RUN, "--max-wallclock", "9" * 400): invalid("--max-wallclock", f"'{'9' * 400}' {DURATION}"),
    (*RUN, "--max-wallclock", "0s"): invalid("--max-wallclock", "'0s' isn't a time above 0 s."),
    (*RUN, "--max_num_trials_started", "0"): invalid(
        "--max-trials", "'0' isn't a whole number of at least 1."
    ),
    (*RUN, "--workers", "two"): invalid("--workers", "'two' isn't a whole number of at least 1."),
    (*RUN, "--seed", "1.5"): invalid("--seed", "'1.5' isn't a whole number of at least 0."),
    (*RUN, "--price", "inf"): invalid("--price", "'inf' isn't a finite number above 0."),
    (*RUN, "--gpus-per-trial", "-1"): invalid(
        "--gpus-per-trial", "'-1' isn't a finite number of at least 0."
    ),
    (*RUN, "--gpus-per-trial", "1.5"): (
        "--gpus-per-trial is 1.5: give a whole number of GPUs, or a fraction such as 0.5 or 0.25 for 2 or 4 "
        "trials on each."
    ),
    (*RUN, "--max-trials", "1", "--python", "no-such"): (
        "There is no Python interpreter no-such: name another with --python."
    ),
    (*RUN, "--max-resource", "0"): "--max-resource is 0: it must be a whole number of at least 1.",
    RUN: "Nothing would end this experiment: give a limit such as --max-wallclock or --max-trials.",
    (*RUN[:-1], "wise"): (
        "wise must know at which level a trial is fully trained: give --max-resource, such as the number of "
        "epochs."
    ),
    ("simulate", "--failure-rate", "inf"): invalid(
        "--failure-rate", "'inf' isn't a finite number of at least 0."
    ),
    ("resume", "lm", "--max-cost", "inf"): invalid("--max-cost", "'inf' isn't a finite number above 0."),
    ("resume", "lm", "--max-wallclock", "15s"): (
        "--max-wallclock is 15, which is used up: give more than 220 (seconds)."
    ),
    ("resume", "lm", "--max-evaluations", "10"): (
        "--max-evaluations is 10, which is used up: give more than 10 (evaluations)."
    ),
    ("jobs", "--limit", "0"): invalid("--limit", "'0' isn't a whole number from 1 to 500."),
    ("compare", "st", "--target", "nan"): invalid("--target", "'nan' isn't a finite number."),
    # trials
    ("logs", "first", "abc"): invalid("TRIAL", "'abc' isn't a whole number of at least 0."),
    ("show", "lm", "--trial", "x"): invalid("--trial", "'x' isn't a whole number of at least 0."),
    ("logs", "lm", "4"): "'lm' has no trial 4: there are trials 0 to 3.",
    # names
    **{
        (command, "st", *more): (
            "'st' is a study: `tunewise compare st` shows what it found, and `tunewise list st` its "
            "experiments."
        )
        for command, *more in (
            ["show"],
            ["best"],
            ["logs", "0"],
            ["export"],
            ["plot"],
            ["stop"],
            ["resume"],
            ["check"],
        )
    },
    ("compare", "lm"): "'lm' is an experiment, not a study: `tunewise show lm` shows it.",
    ("list", "lm"): "'lm' is an experiment, not a study: `tunewise show lm` shows it.",
    ("show", "no\nname"): invalid(
        "NAME",
        "'no\\nname' can't name an experiment: use letters, digits, '.', '_' and '-', at most 100, beginning "
        "with a letter or digit, or STUDY/EXPERIMENT.",
    ),
}


@pytest.fixture
def experiments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script `train.py`, an experiment `lm` of 220 seconds and 10 reports, and a study `st`."""
    monkeypatch.chdir(tmp_path)
    Path("train.py").touch()
    typical().write()
    plan = StudyPaths.named("st").plan
    plan.parent.mkdir()
    plan.write_text("{}")


@pytest.mark.usefixtures("experiments")
@pytest.mark.parametrize("arguments", REFUSED)
def test_a_refusal_is_one_sentence(call: Call, arguments: tuple[str, ...]) -> None:
    before = {path: path.read_bytes() for path in home().rglob("*") if path.is_file()}
    result = call(*arguments)
    assert result.stdout == ""
    assert [line for line in result.stderr.splitlines() if line.startswith(BEGINNING)] == [
        f"{BEGINNING}{REFUSED[arguments]}"
    ]
    in_usage = "Invalid value" in result.stderr or arguments[0] in ("run", "resume", "compare", "list")
    is_study = "is a study" in result.stderr
    assert result.exit_code == (2 if in_usage and not is_study else 3)
    assert {path: path.read_bytes() for path in home().rglob("*") if path.is_file()} == before


COMMANDS = (
    ("list",),
    ("show", "lm"),
    ("cost", "lm"),
    ("resume", "lm"),
    ("compare", "st"),
    ("jobs", "lm"),
    (*RUN, "--max-trials", "1"),
    ("simulate", "--max-trials", "1"),
)


@pytest.mark.usefixtures("experiments")
@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("train.py", "Not a directory"),
        ("train.py/below", "Not a directory"),
        ("~nobody-here/x", "Could not determine home directory"),
    ],
)
def test_a_home_that_is_not_a_folder(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str, why: str
) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", said)
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: {said} can't hold experiments ({why}): let TUNEWISE_HOME name another folder.\n"
    )
    assert call(arguments[0], "--help").exit_code == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("max_num_trials_started is 0: give more", "--max-trials is 0: give more"),
        ("give max_resource, such as", "give --max-resource, such as"),
        ("'max_resource' limits the resource", "'max_resource' limits the resource"),  # a user's own word
        ("my_max_cost is 3, and --max-cost is", "my_max_cost is 3, and --max-cost is"),
        ("found for gpus_per_trial=1", "found for --gpus-per-trial=1"),
    ],
)
def test_errors_name_flags_instead_of_arguments(said: str, told: str) -> None:
    assert in_flags(said) == told


def test_each_argument_of_python_has_a_flag() -> None:
    run = main.get_command(main.make_context("tunewise", ["list"]), "run")
    assert run is not None
    assert set(flags_of_arguments().values()) <= {parameter.name for parameter in run.params}


def test_errors_of_python_still_name_its_arguments() -> None:
    with pytest.raises(ValueError, match=r"^max_num_trials_started is 0"):
        StoppingCriterion(max_num_trials_started=0)
    with pytest.raises(ValueError, match=r"^max_resource is 0"):
        Problem({"x": space.uniform(0, 1)}, "loss", max_resource=0)
    with pytest.raises(ValueError, match=r"^max_failures is 0"):
        Policy(max_failures=0)
    with pytest.raises(ValueError, match=r"^stop_grace is -1"):
        LocalBackend("train.py", stop_grace=-1)
