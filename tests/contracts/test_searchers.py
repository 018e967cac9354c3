"""Every searcher against the contract of searchers."""

from collections.abc import Callable

import pytest
from tests.helpers.discovery import discover

from tunewise.searchers.base import Searcher
from tunewise.testing.searchers import SEARCHER_CHECKS

SEARCHERS = discover(Searcher, "tunewise.searchers")  # type: ignore[type-abstract]


@pytest.mark.slow
@pytest.mark.parametrize("check", SEARCHER_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("searcher", SEARCHERS, ids=lambda cls: cls.__name__)
def test_searcher(searcher: type[Searcher], check: Callable[[type[Searcher]], None]) -> None:
    check(searcher)


def test_there_are_searchers() -> None:
    assert len(SEARCHERS) >= 4
