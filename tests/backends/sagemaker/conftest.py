"""An emulator that the back end finds in its environment, and a script to run there."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.identity import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sagemaker_rehearsal import Emulator, Fault
    from sagemaker_rehearsal.namespaces import Isolation
    from tunewise.testing.backend_rig import Rig

Member = Any  # of a profile, or of a back end


def make_with(**changes: Member) -> Callable[[Path], SageMakerBackend]:
    """Makes of a script the contract suite's back end, changed like this."""
    return lambda script: replace(example(script), **changes)


def experiment_of(rig: Rig) -> str:
    """What its jobs' names begin with."""
    identity = identity_of(rig.paths)
    assert identity is not None
    return identity.experiment


@pytest.fixture
def open_emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Emulator]]:
    """Opens an emulator with settings of a Profile; `faults` and `isolation` go to the emulator itself.

    Jobs are no worlds of their own unless told so: the contract suite looks at their files and processes.
    """
    for module in ("boto3", "flask", "flask_cors", "moto"):
        pytest.importorskip(module, reason="needs the extra `rehearsal`")
    from tests.helpers.harnesses.sagemaker import BUCKET

    from sagemaker_rehearsal import Emulator, Profile
    from sagemaker_rehearsal.namespaces import Isolation

    with ExitStack() as stack:

        def opening(
            faults: Iterable[Fault] = (), isolation: Isolation = Isolation.NONE, **settings: Member
        ) -> Emulator:
            emulator = stack.enter_context(Emulator(Profile(**settings), faults, isolation=isolation))
            emulator.storage.make_bucket(BUCKET, emulator.region)
            for name, value in emulator.environment.items():
                monkeypatch.setenv(name, value)
            return emulator

        yield opening


@pytest.fixture
def emulator(open_emulator: Callable[..., Emulator]) -> Emulator:
    """One in which nothing takes time and nothing goes wrong."""
    return open_emulator()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The folder of a study."""
    from tests.backends.sagemaker.launched import write_source

    return write_source(tmp_path / "mine")


@pytest.fixture
def running(emulator: Emulator, brisk: None) -> Emulator:
    """An emulator, and a launcher that doesn't let it wait."""
    return emulator


@pytest.fixture
def idle(open_emulator: Callable[..., Emulator], brisk: None, monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """The same, but no job gets an instance, and so none needs its code."""
    monkeypatch.setattr("tunewise.backends.sagemaker.code.pack", lambda spec: b"code")
    return open_emulator(cold_start=1e6)


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.backends.sagemaker.launched import S3

    from tunewise.studies.sagemaker import tuners

    monkeypatch.setattr(tuners, "PACE", tuners.Pace(0.1))
    monkeypatch.setenv("TUNEWISE_SAGEMAKER_S3", S3)
