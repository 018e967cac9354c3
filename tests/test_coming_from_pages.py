"""What the pages for users of other tuners show works, and what they name of ours is there."""

import functools
import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

import tunewise
from tunewise import StoppingCriterion, load_experiment, methods, space
from tunewise.cli.group import COMMANDS, main, normal_name

PAGES = Path(__file__).resolve().parents[1] / "docs" / "coming-from"
NAMES = ["optuna", "ray-tune", "sagemaker", "syne-tune"]


def text(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a language ("" for commands)."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", text(name), re.M | re.S)
    return [block for found, block in fenced if found == language]


def rows(name: str) -> list[tuple[str, str]]:
    """Theirs and ours."""
    found = re.findall(r"^\| (.+?) \| (.+) \|$", text(name), re.M)
    return [(theirs, ours) for theirs, ours in found[1:] if ours != "here"]


def run(*words: str) -> None:
    command = [sys.executable, *(["-m"] if words[0] == "tunewise" else []), *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{words}: {done.stderr}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "experiments"),
    [
        ("optuna", {"from-optuna": 10}),
        ("ray-tune", {"from-ray": 10, "as-it-is": 8}),
        ("sagemaker", {"definitions": 6}),
        ("syne-tune", {"height": 8, "height-in-python": 8}),
    ],
)
def test_the_examples_run(
    name: str, experiments: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "ray-tune":
        pytest.importorskip("pydantic", reason="Ray Tune needs it beside Ray")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    for block in blocks(name, "python"):
        file = block.splitlines()[0].removeprefix("# ")
        Path(file).write_text(block)
    for command in blocks(name, ""):
        run(*shlex.split(command.replace("\\\n", " ")))
    for block in blocks(name, "python"):
        if "import tunewise" in block or "from tunewise" in block:
            run(block.splitlines()[0].removeprefix("# "))
    for experiment, trials in experiments.items():
        record = load_experiment(experiment)
        assert len(record.state.trials) == trials
        assert not any(trial.failure for trial in record.state.trials)
        assert record.best is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_what_people_use_most(name: str) -> None:
    assert len(rows(name)) >= 25


@functools.cache
def flags() -> set[str]:
    """Every flag of every command."""
    context = click.Context(main)
    commands = [main.get_command(context, name) for name in COMMANDS]
    params = [param for command in commands if command is not None for param in command.params]
    return {opt for param in params for opt in (*param.opts, *param.secondary_opts)}


def ours(name: str) -> list[str]:
    """What a page marks as code in our half of the table, except what stands for a value."""
    return [code for _, cell in rows(name) for code in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("name", NAMES)
def test_flags_and_commands_are_there(name: str) -> None:
    named = {flag for code in ours(name) for flag in re.findall(r"(?<![\w-])--[a-z][\w-]*", code)}
    theirs = {"--st_checkpoint_dir", "--st_config_json_filename"}
    assert {f"--{normal_name(flag[2:])}" for flag in named - theirs} <= flags()
    commands = {found for code in ours(name) for found in re.findall(r"^tunewise ([a-z]+)", code)}
    assert commands <= COMMANDS.keys()


def test_the_flags_of_the_how_to_page_are_there() -> None:
    page = (PAGES.parent / "how-to.md").read_text(encoding="utf-8")
    named = re.findall(r"(?<![\w-])--[a-z][\w-]*", page)
    assert len(named) > 12
    assert set(named) <= flags()
    assert set(re.findall(r"tunewise ([a-z]+) NAME", page)) <= COMMANDS.keys()


@pytest.mark.parametrize("name", NAMES)
def test_names_in_python_are_there(name: str) -> None:
    codes = ours(name)
    for module, prefix in ((space, "space"), (methods, "methods"), (tunewise, "tunewise")):
        named = {found for code in codes for found in re.findall(rf"\b{prefix}\.([a-z]\w+)", code)}
        lost = {found for found in named if not hasattr(module, found)}
        assert not {found for found in lost if find_spec(f"{module.__name__}.{found}") is None}
    by_text = {found for code in codes for found in re.findall(r"method=\"(\w+)\"", code)}
    by_text |= {found for code in codes for found in re.findall(r"--method (\w+)", code)}
    assert by_text <= set(methods.names())
    fields = {found for code in codes for found in re.findall(r"^(max_\w+|target)=", code)}
    assert fields - {"max_resource"} <= set(StoppingCriterion.__dataclass_fields__)
