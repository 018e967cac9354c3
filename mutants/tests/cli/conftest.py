"""The command line, called as a person calls it."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tunewise.cli import main

Call = Callable[..., Result]


@pytest.fixture
def call() -> Call:
    """Calls `tunewise` with arguments. An exception that isn't an expected end fails the test."""

    def call_main(*arguments: str) -> Result:
        result = CliRunner().invoke(main, list(arguments))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call_main
