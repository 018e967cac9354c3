"""Every back end of the package that runs scripts keeps the contract."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.helpers.discovery import discover

from tunewise.testing import backend_breaks
from tunewise.testing.backends import BACKEND_CHECKS
from tunewise.testing.harness import Check, Harness, why_passed_over

HARNESSES = discover(Harness, "tests.helpers.harnesses")  # type: ignore[type-abstract]


def test_harnesses_are_found() -> None:
    found = {harness.name for harness in HARNESSES}
    assert {"local", "local-warm", "ray", "sagemaker", "slurm", "slurm-held"} <= found


@pytest.fixture(scope="module", params=HARNESSES, ids=lambda harness: harness.name)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """A harness whose engine is up. All checks share it."""
    kind: type[Harness] = request.param
    lacking = kind.lacking()
    if lacking is not None:
        pytest.skip(lacking)
    cluster = getattr(kind, "cluster_fixture", None)
    harness = kind() if cluster is None else kind(request.getfixturevalue(cluster))  # type: ignore[call-arg]
    with harness.up(tmp_path_factory.mktemp(harness.name)):
        yield harness


def parameter(check: Check) -> object:
    marks = [pytest.mark.chaos] if check is backend_breaks.check_a_tuner_that_dies_leaves_one_job else []
    return pytest.param(check, id=check.__name__.removeprefix("check_"), marks=marks)


@pytest.mark.slow
@pytest.mark.parametrize("check", [parameter(check) for check in BACKEND_CHECKS])
def test_contract(
    engine: Harness, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chaos_seed: int
) -> None:
    reason = why_passed_over(check, engine)
    if reason is not None:
        pytest.skip(reason)
    if chaos_seed:
        monkeypatch.setattr(backend_breaks, "MOMENTS", (Random(chaos_seed).random(),))
    for name, value in engine.environment.items():
        monkeypatch.setenv(name, value)
    check(engine, tmp_path)
