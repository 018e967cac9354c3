"""Every tracker keeps the contract."""

from pathlib import Path

import pytest
from tests.helpers.shown import SHOWN

from tunewise.testing.trackers import TRACKER_CHECKS, Check
from tunewise.trackers import kinds


@pytest.mark.slow
@pytest.mark.parametrize("check", TRACKER_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
@pytest.mark.parametrize("kind", kinds())
def test_contract(kind: str, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(SHOWN[kind](tmp_path, monkeypatch), tmp_path)
