"""The command line, called as a person calls it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.helpers.commands import TRAIN, Call

from tunewise.cli import main


@pytest.fixture
def call() -> Call:
    """Calls `tunewise` with arguments. An exception that isn't an expected end fails the test."""

    def call_main(*arguments: str) -> Result:
        result = CliRunner().invoke(main, list(arguments))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call_main


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "train.py"
    path.write_text(TRAIN)
    return str(path)
