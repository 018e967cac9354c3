"""Every back end of the package that runs scripts keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.helpers.discovery import discover

from tunewise.testing.backends import BACKEND_CHECKS
from tunewise.testing.harness import Check, Harness, why_passed_over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HARNESSES = discover(Harness, "tests.helpers.harnesses")  # type: ignore[type-abstract]


def test_harnesses_are_found() -> None:
    assert {"local", "sagemaker"} <= {harness.name for harness in HARNESSES}


@pytest.fixture(scope="module", params=HARNESSES, ids=lambda harness: harness.name)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """A harness whose engine is up; it is brought up once for all checks."""
    lacking = request.param.lacking()
    if lacking is not None:
        pytest.skip(lacking)
    harness: Harness = request.param()
    with harness.up(tmp_path_factory.mktemp(harness.name)):
        yield harness


@pytest.mark.parametrize("check", BACKEND_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
def test_contract(engine: Harness, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = why_passed_over(check, engine)
    if reason is not None:
        pytest.skip(reason)
    for name, value in engine.environment.items():
        monkeypatch.setenv(name, value)
    check(engine, tmp_path)
