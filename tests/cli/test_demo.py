"""`tunewise demo` shows the commands that it runs. Where nothing else is installed: `tests/distributions`."""

import json
from pathlib import Path

import pytest
from tests.helpers.commands import Call

from tunewise.cli.exits import Exit
from tunewise.paths import home


@pytest.mark.slow
def test_it_tunes_with_the_flags_that_it_is_given_and_draws(call: Call) -> None:
    flags = ("--max-trials", "2", "--max-wallclock", "10m", "--method", "rs", "--workers", "1")
    done = call("demo", "--name", "mine", *flags)
    assert done.exit_code == Exit.FINE
    assert [line.split()[:3] for line in done.output.splitlines() if line.startswith("  $ ")] == [
        ["$", "tunewise", command] for command in ("run", "best", "plot")
    ]
    made = json.loads((home() / "mine/experiment.json").read_text())
    assert (made["method"]["name"], made["workers"]) == ("rs", 1)
    assert Path(done.output.rpartition("$ tunewise plot mine")[2].split()[0]).is_file()


def test_it_ends_with_what_fails(call: Call) -> None:
    done = call("demo", "--method", "nothing")
    assert done.exit_code == Exit.USAGE
    assert "$ tunewise best" not in done.output
