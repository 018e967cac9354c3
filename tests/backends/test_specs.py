"""Specifications of back ends as `experiment.json` keeps them."""

from __future__ import annotations

import json
import math
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.helpers.discovery import discover

from tunewise import backends
from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError
from tunewise.backends.gpus import THREAD_LIMITS
from tunewise.backends.imported import ImportedBackend
from tunewise.backends.local import LocalBackend
from tunewise.backends.ray import RayBackend
from tunewise.backends.sagemaker.backend import SageMakerBackend
from tunewise.backends.slurm import SlurmBackend
from tunewise.backends.specs import BackendSpec, ScriptBackendSpec
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECS: list[type[BackendSpec]] = [
    *discover(BackendSpec, "tunewise.backends"),  # type: ignore[type-abstract]
    SimulatedBackend,
]
EXAMPLES = {
    "imported": ImportedBackend("optuna:study.log"),
    "local": LocalBackend("/train.py"),
    "ray": RayBackend(
        "/train.py",
        address="10.0.0.1:6379",
        cpus=2,
        gpus_per_trial=0.5,
        mem="1.5G",
        resources={"licence": 1.0},
        environment={"A": "1"},
    ),
    "sagemaker": SageMakerBackend(
        "/train.py",
        role="arn:aws:iam::123456789012:role/training",
        image="123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1",
        instance_type="ml.g4dn.xlarge",
        s3="s3://bucket/tunewise",
        keep_alive=600,
    ),
    "simulated": SimulatedBackend("recorded:/table.npz", start_delay=3.0, preemption_rate=0.1, seed=2),
    "slurm": SlurmBackend(
        "/train.py",
        partition="gpu",
        gpus_per_trial=1,
        time_limit=3600.0,
        lines=("--exclusive",),
        environment={"A": "1"},
        hold=2,
    ),
}
SCRIPTED = [spec for spec in EXAMPLES.values() if isinstance(spec, ScriptBackendSpec)]
LOCAL = {"kind": "local", "entry_point": "/train.py"}


def test_each_kind_has_an_example() -> None:
    assert {spec.kind for spec in SPECS} == set(EXAMPLES)


@pytest.mark.parametrize("kind", SPECS, ids=lambda spec: spec.__name__)
def test_every_specification_is_read_by_its_kind(kind: type[BackendSpec]) -> None:
    spec = EXAMPLES[kind.kind]
    told = json.loads(json.dumps({"kind": spec.kind, **spec.to_json()}))
    assert spec_from_json(told) == spec


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (
            {**LOCAL, "kind": "pbs"},
            "There is no back end 'pbs': this version of Tunewise has imported,",
        ),
        ({"entry_point": "/train.py"}, "There is no back end None"),
        ({"kind": ["local"]}, "There is no back end"),
        ({"kind": "local"}, "'local' can't be used: Object missing required field `entry_point`"),
        (
            {**LOCAL, "nodes": 2, "host": "a"},
            "can't be used: this version of Tunewise doesn't know host, nodes",
        ),
        ({**LOCAL, "arguments": "--data x"}, "can't be used: Expected `array`, got `str`"),
        ({**LOCAL, "entry_point": None}, "can't be used: Expected `str`, got `null`"),
        ({**LOCAL, "stop_grace": "10"}, "can't be used: Expected `float`, got `str`"),
        ({**LOCAL, "gpus_per_trial": 0.7}, "can't be used: gpus_per_trial is 0.7"),
    ],
)
def test_invalid_descriptions_are_explained(told: dict[str, Any], message: str) -> None:
    with pytest.raises(BackendError) as caught:
        spec_from_json(told)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    assert not str(caught.value).endswith("..")


def registered(monkeypatch: pytest.MonkeyPatch, folder: Path, **packages: str) -> None:
    """Installs packages that register back ends. packages: lines of `name = place` by package."""
    for package, lines in packages.items():
        place = folder / f"{package}-1.0.dist-info"
        place.mkdir()
        (place / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (place / "entry_points.txt").write_text(f"[{backends.GROUP}]\n{lines}\n")
    monkeypatch.syspath_prepend(str(folder))
    for cached in (backends.kinds, backends.script_kinds):
        cached.cache_clear()


THEIRS = """\
from dataclasses import dataclass
from tunewise.backends.local import LocalBackend

@dataclass(frozen=True, repr=False)
class Theirs(LocalBackend):
    kind = "theirs"
    title = "their machines"
"""


@pytest.fixture
def _as_before() -> Iterator[None]:
    yield
    for cached in (backends.kinds, backends.script_kinds):
        cached.cache_clear()


@pytest.mark.usefixtures("_as_before")
def test_a_package_registers_a_back_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "theirs_of_a_test.py").write_text(THEIRS)
    registered(monkeypatch, tmp_path, theirs="theirs = theirs_of_a_test:Theirs")
    assert "theirs_of_a_test" not in sys.modules  # until it is requested
    spec = spec_from_json({"kind": "theirs", "entry_point": "/train.py"})
    assert spec.kind == "theirs"
    assert list(backends.script_kinds()) == ["local", "ray", "sagemaker", "slurm", "theirs"]


@pytest.mark.parametrize(
    ("packages", "words"),
    [
        (
            {"theirs": "theirs = not_there_at_all:Theirs"},
            "The back end 'theirs' of the package theirs can't be imported (ModuleNotFoundError: No ",
        ),
        (
            {"theirs": "theirs = tunewise.backends.local:Theirs"},
            "The back end 'theirs' of the package theirs can't be imported (AttributeError: ",
        ),
        (
            {"theirs": "theirs = tunewise.backends.local:LocalBackend"},
            "the package theirs registers tunewise.backends.local:LocalBackend as the back end "
            "'theirs', but that isn't a specification of this kind",
        ),
        (
            {"one": "theirs = a:b", "other": "theirs = c:d"},
            "the package one and the package other both register a back end 'theirs': uninstall all but one",
        ),
    ],
)
@pytest.mark.usefixtures("_as_before")
def test_an_unusable_registration_names_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, packages: dict[str, str], words: str
) -> None:
    registered(monkeypatch, tmp_path, **packages)
    with pytest.raises(BackendError) as caught:
        spec_from_json({"kind": "theirs", "entry_point": "/train.py"})
    assert str(caught.value).lower().startswith(words.lower())
    assert str(caught.value).endswith(".")
    assert spec_from_json(LOCAL) == LocalBackend("/train.py")  # other back ends still work
    assert isinstance(backends.script_kinds()["theirs"], BackendError)


@pytest.mark.parametrize("spec", SCRIPTED, ids=lambda spec: spec.kind)
def test_options_make_the_same_specification_for_another_script(spec: ScriptBackendSpec) -> None:
    """As in a study, where each benchmark has its own script."""
    options = json.loads(json.dumps(spec.options()))
    assert not options.keys() & {"entry_point", "arguments"}
    other = type(spec).from_options(Path("/other/train.py"), ("--size", "ci"), options)
    assert other.script == ("/other/train.py", "--size", "ci")
    assert {**other.options(), "source_dir": None} == {**options, "source_dir": None}
    patient = type(spec).from_options(Path("/train.py"), (), {**options, "stop_grace": 7.0})
    assert patient.options()["stop_grace"] == 7.0
    with pytest.raises(ValueError, match="doesn't know nodes"):
        type(spec).from_options(Path("/train.py"), (), {"nodes": 2})


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        *(
            (kind, {name: value})
            for kind in ("ray", "slurm")
            for name, value in {
                "cpus": 0,
                "poll_every": math.inf,
                "stop_grace": -1.0,
                "gpus_per_trial": -1.0,
            }.items()
        ),
        ("slurm", {"cpus": -1}),
        ("slurm", {"hold": 1.5}),
        ("slurm", {"hold_idle": 0.0}),
        ("slurm", {"lease": math.nan}),
        ("slurm", {"time_limit": 0.0}),
        ("local", {"stop_grace": math.inf}),
        ("sagemaker", {"volume_gb": 1.5}),
        ("sagemaker", {"max_run": 0.5}),
        ("sagemaker", {"retries": 31}),
        ("sagemaker", {"checkpoint_every": -1.0}),
        ("sagemaker", {"poll_every": 0.0}),
        ("simulated", {"preemption_rate": -0.5}),
        ("simulated", {"checkpoint_every": 1.5}),
    ],
    ids=lambda told: told if isinstance(told, str) else " ".join(f"{key}={told[key]}" for key in told),
)
def test_python_rejects_the_values_that_flags_reject(kind: str, settings: dict[str, Any]) -> None:
    ((name, value),) = settings.items()
    with pytest.raises(ValueError, match=rf"^{name} is {value}: give a .+\.$"):
        replace(EXAMPLES[kind], **settings)


@pytest.mark.parametrize("spec", SCRIPTED, ids=lambda spec: spec.kind)
def test_stop_grace_may_be_zero(spec: ScriptBackendSpec) -> None:
    impatient = replace(spec, stop_grace=0.0)  # type: ignore[call-arg]
    assert spec_from_json({"kind": spec.kind, **impatient.to_json()}) == impatient
    assert spec.settings()["stop_grace"].format.read("0") == 0.0


@pytest.mark.parametrize("spec", [EXAMPLES["ray"], EXAMPLES["slurm"]], ids=lambda spec: spec.kind)
def test_remote_scripts_get_the_same_variables_on_all_engines(
    spec: RayBackend | SlurmBackend, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in (*THREAD_LIMITS, "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    paths = ExperimentPaths(tmp_path)
    usual = replace(spec, environment={}, cpus=3, gpus_per_trial=1, python="python3").folders(paths)
    assert usual.environment == {**dict.fromkeys(THREAD_LIMITS, "3"), "PYTHONUNBUFFERED": "1"}
    assert usual.argv == ("/usr/bin/env", "python3", "/train.py")
    theirs = {"OMP_NUM_THREADS": "7", "PYTHONUNBUFFERED": ""}
    told = replace(spec, environment=theirs, gpus_per_trial=1, python="/opt/python").folders(paths)
    assert told.environment == theirs
    assert told.argv == ("/opt/python", "/train.py")


def test_defaults_are_not_stored() -> None:
    assert LocalBackend("/train.py", stop_grace=10.0).options() == {}
    assert LocalBackend("/train.py", ("--data", "x"), gpus_per_trial=0.5).options() == {"gpus_per_trial": 0.5}
