"""Every back end of the package that runs scripts keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tunewise.backends.base import ScriptBackendSpec
from tunewise.testing.backends import BACKEND_CHECKS, Check
from tunewise.testing.discovery import discover

if TYPE_CHECKING:
    from pathlib import Path

SPECS = discover(ScriptBackendSpec, "tunewise.backends")  # type: ignore[type-abstract]


def test_back_ends_are_found() -> None:
    assert "LocalBackend" in [spec.__name__ for spec in SPECS]


@pytest.mark.parametrize("check", BACKEND_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.__name__)
def test_contract(spec: type[ScriptBackendSpec], check: Check, tmp_path: Path) -> None:
    check(spec.example, tmp_path)
