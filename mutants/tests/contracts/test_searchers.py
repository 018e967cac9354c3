"""Every searcher against the contract of searchers."""

import pytest
from tests.helpers.discovery import discover

from tunewise.searchers.base import Searcher
from tunewise.testing.searchers import SEARCHER_CHECKS

SEARCHERS = discover(Searcher, "tunewise.searchers")


@pytest.mark.parametrize("check", SEARCHER_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("searcher", SEARCHERS, ids=lambda cls: cls.__name__)
def test_searcher(searcher, check):
    check(searcher)


def test_there_are_searchers():
    assert len(SEARCHERS) >= 4
