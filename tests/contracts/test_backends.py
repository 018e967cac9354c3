"""Every back end of the package that runs scripts keeps the contract."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest

from tunewise.backends.base import ScriptBackendSpec
from tunewise.testing.backends import BACKEND_CHECKS, Check
from tunewise.testing.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPECS = discover(ScriptBackendSpec, "tunewise.backends")  # type: ignore[type-abstract]


def test_back_ends_are_found() -> None:
    assert {"LocalBackend", "SageMakerBackend"} <= {spec.__name__ for spec in SPECS}


@contextmanager
def _emulated(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """AWS is the emulator meanwhile. Jobs there are processes of this machine, as the suite looks at them."""
    for module in ("boto3", "flask", "flask_cors", "moto"):
        pytest.importorskip(module, reason="needs the extra `rehearsal`")
    from tunewise.backends.sagemaker.spec import EXAMPLE_BUCKET
    from tunewise.rehearsal import Emulator, Profile
    from tunewise.rehearsal.namespaces import Isolation

    with Emulator(Profile(), isolation=Isolation.NONE) as emulator:
        emulator.storage.make_bucket(EXAMPLE_BUCKET, emulator.region)
        for name, value in emulator.environment.items():
            patch.setenv(name, value)
        yield


@pytest.mark.parametrize("check", BACKEND_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.__name__)
def test_contract(
    spec: type[ScriptBackendSpec], check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _emulated(monkeypatch) if spec.kind == "sagemaker" else nullcontext():
        check(spec.example, tmp_path)
