"""An emulator that the back end finds in its environment, and a script to run there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.loaders import create_loader
from tests.backends.sagemaker import light_container
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Emulator, Fault
from sagemaker_rehearsal.namespaces import Isolation
from tunewise.backends.sagemaker import SageMakerBackend, code
from tunewise.backends.sagemaker.identity import identity_of
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.testing.backend_rig import Rig
from tunewise.trial import JobId

Member = Any  # of a profile, or of a back end
Open = Callable[..., Emulator]  # the fixture `open_emulator`

CPU = "ml.m5.large"
GPU = "ml.g4dn.xlarge"


def make_with(**changes: Member) -> Callable[[Path], SageMakerBackend]:
    """Makes of a script the contract suite's back end, changed like this."""
    return lambda script: replace(example(script), **changes)


def experiment_of(rig: Rig) -> str:
    """What its jobs' names begin with."""
    identity = identity_of(rig.paths)
    assert identity is not None
    return identity.experiment


def attempts(emulator: Emulator) -> list[str]:
    """The training jobs, named by trial, run and attempt."""
    return [job.name[job.name.index("-t") + 1 :] for job in emulator.jobs()]


def steps(rig: Rig, job_id: JobId) -> list[Any]:
    return [report.values["step"] for report in rig.reports(job_id)]


def run_jobs(rig: Rig, number: int) -> list[JobId]:
    jobs = [rig.start(rig.job(trial_id)) for trial_id in range(number)]
    rig.gate.touch()
    rig.until_ended(*jobs)
    return jobs


read_models = cache(create_loader)


@pytest.fixture(scope="module", autouse=True)  # and so in this folder alone
def _models_are_read_once() -> Iterator[None]:
    """Each client would read its service's model again, megabytes of JSON."""
    loader = read_models()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.loaders.create_loader", lambda paths=None: loader)
        patch.setattr("botocore.session.create_loader", lambda paths=None: loader, raising=False)
        yield


@pytest.fixture
def open_emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Emulator]]:
    """Opens an emulator with settings of a Profile; `faults` and `isolation` go to the emulator itself.

    Jobs are no worlds of their own unless told so: the contract suite looks at their files and processes.
    """
    for module in ("boto3", "flask", "flask_cors", "moto"):
        pytest.importorskip(module, reason="needs the extra `rehearsal`")
    from tests.helpers.harnesses.sagemaker import BUCKET

    from sagemaker_rehearsal import Emulator, Profile

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
def light_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs run light_container.py instead of a script under its guard: for tests of the tuner's side."""
    monkeypatch.setattr(code, "boot", SimpleNamespace(__file__=light_container.__file__))
    monkeypatch.setattr(code, "pack", lambda spec: b"no code")


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

    monkeypatch.setattr(tuners, "PACE", Pace(0.1))
    monkeypatch.setenv("TUNEWISE_SAGEMAKER_S3", S3)
