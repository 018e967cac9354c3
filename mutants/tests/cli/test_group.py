import subprocess
import sys
from collections.abc import Callable

import click
import pytest
from click.testing import Result

from tunewise.cli.group import COMMANDS, SYNONYMS, main, normal_name

Call = Callable[..., Result]

IMPORTED_BY_HELP = """\
import sys
from tunewise.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
heavy = {"numpy", "scipy", "rich", "matplotlib", "msgspec", "pandas", "psutil"} & set(sys.modules)
sys.exit(f"imports {heavy}" if heavy else 0)
"""


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED_BY_HELP], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_all_commands_and_exit_codes(call: Call) -> None:
    output = call("--help").output
    for name, entry in COMMANDS.items():
        assert f"{name} " in output
        assert entry.summary in output
    for code in ("0 ", "1 ", "2 ", "3 ", "130 "):
        assert f"\n    {code}" in output


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_help_of_its_own(call: Call, name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {name}")
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_no_line_of_a_help_is_cut_or_broken_in_a_terminal_of_80_columns(
    call: Call, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = call(*filter(None, [name]), "--help").output.splitlines()
    assert [line for line in lines if len(line) > 80] == []


def test_the_version(call: Call) -> None:
    assert "tunewise, version" in call("--version").output


def test_a_wrong_command_is_answered_with_the_right_one(call: Call) -> None:
    result = call("shwo")
    assert result.exit_code == 2
    assert "There is no command 'shwo' (did you mean 'show'?)" in result.output


def test_underscores_and_names_of_syne_tune_are_understood() -> None:
    assert normal_name("max_cost") == "max-cost"
    assert normal_name("max_wallclock_time") == "max-wallclock"
    assert normal_name("n_workers") == "workers"


def test_synonyms_lead_to_flags_that_there_are() -> None:
    run = main.get_command(click.Context(main), "run")
    assert run is not None
    flags = {flag.removeprefix("--") for parameter in run.params for flag in parameter.opts}
    assert set(SYNONYMS.values()) <= flags
    assert not set(SYNONYMS) & flags
