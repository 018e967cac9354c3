"""What runs in a job's container: how it sets up, what the script finds, and how it ends early."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.backends.sagemaker.conftest import make_with
from tests.backends.sagemaker.test_checkpoints import EPOCHS, LONGEST, FolderBucket, objects
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import Job
from tunewise.backends.sagemaker import boot
from tunewise.backends.sagemaker.container.preparing import library_path
from tunewise.backends.sagemaker.container.reports import ReportObject
from tunewise.backends.sagemaker.container.storage import RefusedError, Retry
from tunewise.backends.sagemaker.training_job import read
from tunewise.space import Config
from tunewise.testing.backend_rig import rig_for
from tunewise.testing.harness import is_alive
from tunewise.trial import FailureKind, JobId
from tunewise.worker.report_file import ReportLine

if TYPE_CHECKING:
    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

Open = Any  # the fixture `open_emulator`

# ---- setting up ------------------------------------------------------------------------------------------


def test_passing_errors_of_s3_while_a_job_sets_up(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(example, tmp_path, EPOCHS) as rig:
        assert rig.until_ended(rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False))).failure is None
        for subject in ("*/reports/t00000-r1.jsonl", "*/manifest.json", "*/files/*"):
            emulator.inject(Fault("server_error", "GetObject", subject=subject, times=3))
        job_id = rig.start(Job(JobId(0, 1), {"last": 4}, resumed=True))
        assert rig.until_ended(job_id).failure is None
        assert [report.values["step"] for report in rig.reports(job_id)] == [3, 4]


def test_s3_unreachable_while_a_job_sets_up_is_not_the_scripts_fault(
    open_emulator: Open, tmp_path: Path
) -> None:
    emulator = open_emulator([Fault("server_error", "GetObject", subject="*/manifest.json", times=10_000)])
    with rig_for(example, tmp_path, EPOCHS) as rig:
        ended = rig.until_ended(rig.start(Job(JobId(0, 0), {}, resumed=False)))
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "The checkpoint's manifest can't be read from S3" in ended.detail
    assert len(emulator.ledger.of("GetObject", caller=emulator.jobs()[0].name)) > 3


def test_a_checkpoint_with_a_missing_file(emulator: Emulator, tmp_path: Path) -> None:
    from tests.helpers.harnesses.sagemaker import BUCKET

    with rig_for(example, tmp_path, EPOCHS) as rig:
        rig.until_ended(rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False)))
        (key,) = [key for key in emulator.storage.keys(BUCKET, "") if "/files/" in key]
        emulator.storage.delete(BUCKET, key)
        ended = rig.until_ended(rig.start(Job(JobId(0, 1), {"last": 4}, resumed=True)))
        assert ended.failure is FailureKind.ERROR
        assert "epoch of the checkpoint can't be read" in ended.detail


def test_a_call_that_s3_refuses_is_not_retried() -> None:
    from botocore.exceptions import ClientError

    asked = []

    def refused() -> None:
        asked.append(1)
        response = {"Error": {"Code": "AccessDenied"}, "ResponseMetadata": {"HTTPStatusCode": 403}}
        raise ClientError(response, "GetObject")

    with pytest.raises(RefusedError, match="see to the permissions of the job's role"):
        Retry(60.0)("The object of earlier reports", refused)
    assert asked == [1]


# ---- being told to end early -----------------------------------------------------------------------------


def test_sigterm_while_the_code_is_unpacked(tmp_path: Path) -> None:
    """As PID 1 a process is deaf to signals until it asks for them: here, to what it ignores."""
    shutil.copy(boot.__file__, tmp_path)
    archive = tmp_path / "sourcedir.tar.gz"
    os.mkfifo(archive)  # which is never read to its end
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "boot.py")],
        env={**os.environ, "SAGEMAKER_BASE_DIR": str(tmp_path)},
        preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN),
    )
    with archive.open("wb"):  # it has been opened there
        process.terminate()
        assert process.wait(LONGEST) == 0


BUILDS_FOR_EVER = """
import os, signal
def get_requires_for_build_wheel(settings=None):
    with open(PLACE + ".part", "w") as file:
        file.write(str(os.getpid()))
    os.replace(PLACE + ".part", PLACE)
    while True:
        signal.pause()
"""


def test_sigterm_while_packages_are_installed(open_emulator: Open, tmp_path: Path) -> None:
    pytest.importorskip("pip")
    emulator = open_emulator(stop_grace=1e6)  # nobody kills it
    package, pid = tmp_path / "package", tmp_path / "pid"
    package.mkdir()
    (package / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    (package / "backend.py").write_text(f"PLACE = {str(pid)!r}\n{BUILDS_FOR_EVER}")
    (tmp_path / "packages.txt").write_text(f"{package}\n")
    make = make_with(requirements=str(tmp_path / "packages.txt"))
    with rig_for(make, tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {}, resumed=False))
        rig.until("pip's work", pid.exists)
        emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[0].name)
        assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED
        rig.until("pip's end", lambda: not is_alive(int(pid.read_text())))


# ---- what the script finds -------------------------------------------------------------------------------

TELLS_ITS_VARIABLES = """
options(lr=0.0, mode="")
report(**{name: value for name, value in os.environ.items() if name.startswith("SM_")})
with open(os.path.join(os.environ["SM_CHANNEL_TRAIN"], "numbers.csv")) as file:
    report(numbers=file.read())
for name in ("SM_MODEL_DIR", "SM_OUTPUT_DATA_DIR"):
    with open(os.path.join(os.environ[name], "result"), "w") as file:
        file.write(name)
"""


def test_the_variables_of_sagemakers_toolkit(emulator: Emulator, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "numbers.csv").write_text("1,2")
    make = make_with(channels={"train": str(data)}, environment={"SM_LOG_LEVEL": "10"})
    with rig_for(make, tmp_path, TELLS_ITS_VARIABLES) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"lr": 1e-5, "mode": "max"}, resumed=False))
        assert rig.until_ended(job_id).failure is None
        told, read = (report.values for report in rig.reports(job_id))
    assert read == {"numbers": "1,2"}
    base = Path(str(told["SM_MODEL_DIR"])).parent
    assert {name: told[name] for name in told if not isinstance(told[name], str)} == {}
    assert told["SM_CHANNEL_TRAIN"] == str(base / "input/data/train")
    assert (told["SM_OUTPUT_DIR"], told["SM_INPUT_DIR"]) == (str(base / "output"), str(base / "input"))
    assert told["SM_OUTPUT_DATA_DIR"] == str(base / "output/data")
    assert told["SM_INPUT_CONFIG_DIR"] == str(base / "input/config")
    assert json.loads(str(told["SM_CHANNELS"])) == ["train"]
    assert json.loads(str(told["SM_INPUT_DATA_CONFIG"])).keys() == {"train"}
    assert json.loads(str(told["SM_HPS"])) == {"lr": 1e-5, "mode": "max"}
    assert (told["SM_HP_LR"], told["SM_HP_MODE"]) == ("1e-05", "max")
    assert json.loads(str(told["SM_USER_ARGS"])) == ["--lr", "1e-05", "--mode", "max"]
    assert json.loads(str(told["SM_HOSTS"])) == [told["SM_CURRENT_HOST"]] == ["algo-1"]
    assert json.loads(str(told["SM_RESOURCE_CONFIG"]))["current_host"] == "algo-1"
    assert int(str(told["SM_NUM_CPUS"])) == os.cpu_count()
    assert int(str(told["SM_NUM_GPUS"])) >= 0
    assert told["SM_LOG_LEVEL"] == "10"  # what is set already stays
    packed = objects(emulator, "output/")
    assert {key.rpartition("/")[2] for key in packed} == {"model.tar.gz", "output.tar.gz"}


TELLS_ITS_FILE = """
import json, os
with open(sys.argv[3]) as file:
    report(arguments=json.dumps(sys.argv[1:3]), file=file.read(), folder=os.path.isdir(sys.argv[4]))
report(here=os.path.samefile(".", checkpoint_dir()))
"""


def test_a_script_takes_its_hyperparameters_in_a_file(emulator: Emulator, tmp_path: Path) -> None:
    """With their types, although SageMaker passes on text alone."""
    make = make_with(
        pass_as="json",
        booleans="no",
        template="--amp {amp} {name} {file} {output_dir}",
        run_in="checkpoint_dir",
        base_config=str(tmp_path / "base.json"),
    )
    (tmp_path / "base.json").write_text('{"deep": {"on": 0, "er": null}}')
    arguments: Config = {"lr": 1e-5, "name": "1", "amp": False, "deep.on": True, "deep.as": "true"}
    arguments["l"] = "[1, 2]"
    with rig_for(make, tmp_path, TELLS_ITS_FILE) as rig:
        job_id = rig.start(Job(JobId(0, 0), {**arguments, "none": None}, resumed=False))
        ended = rig.until_ended(job_id)
        assert ended.failure is None, ended
        told, place = (report.values for report in rig.reports(job_id))
    assert place == {"here": True}
    assert json.loads(str(told["arguments"])) == ["--no-amp", "1"]
    assert json.loads(str(told["file"])) == {
        "lr": 1e-5,
        "deep": {"on": True, "er": None, "as": "true"},
        "l": [1, 2],
    }
    assert told["folder"] is True


BOTO3_FROM_ELSEWHERE = """
import importlib, sys
sys.path.insert(0, PLACE)
del sys.modules["boto3"]
importlib.import_module("boto3")
"""


@pytest.mark.parametrize(
    ("driver", "newer"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n", True),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.133.20  Release Build  (u@h)\n", True),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build  (u@h)\n", False),
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  595.71.05  Fri Aug 7 2026\n", False),
        ("something else\n", False),
        (None, False),
    ],
)
def test_the_images_cuda_library_replaces_that_of_an_older_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, driver: str | None, newer: bool
) -> None:
    """What the entry point of AWS's images does, in whose place ours stands."""
    compat, version = tmp_path / "compat", tmp_path / "version"
    if driver is not None:
        version.write_text(driver)
    assert library_path(compat, version) == {}  # no such image
    compat.mkdir()
    (compat / "libcuda.so.580.95.05").touch()
    (compat / "libcuda.so.1").symlink_to("libcuda.so.580.95.05")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/local/lib")
    expected = {"LD_LIBRARY_PATH": f"{compat}:/usr/local/lib"} if newer else {}
    assert library_path(compat, version) == expected


@pytest.mark.parametrize("in_index", [True, False])
def test_an_image_without_boto3(open_emulator: Open, tmp_path: Path, in_index: bool) -> None:
    """The image is an interpreter that has pip and nothing else; the index is a folder."""
    import boto3

    pip = pytest.importorskip("pip")
    image, index = tmp_path / "image", tmp_path / "index"
    venv.create(image, with_pip=False)
    (image / "pip-alone").mkdir()
    (image / "pip-alone/pip").symlink_to(Path(pip.__file__).parent)
    index.mkdir()
    if in_index:
        place = str(Path(boto3.__file__).parents[1])
        with zipfile.ZipFile(index / "boto3-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr("boto3/__init__.py", f"PLACE = {place!r}\n{BOTO3_FROM_ELSEWHERE}")
            wheel.writestr(
                "boto3-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: boto3\nVersion: 1.0\n"
            )
            wheel.writestr("boto3-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
            wheel.writestr("boto3-1.0.dist-info/RECORD", "")
    open_emulator(
        environment={
            "PATH": f"{image}/bin:{os.defpath}",
            "PYTHONPATH": str(image / "pip-alone"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(index),
        }
    )
    with rig_for(example, tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 2}, resumed=False))
        ended = rig.until_ended(job_id)
        if in_index:
            assert ended.failure is None, ended
            assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2]
        else:
            assert ended.failure is FailureKind.ERROR
            assert (
                "The image has no boto3, and pip can't install it (exit code 1): use an image" in ended.detail
            )


def test_elapsed_time_is_measured_by_monotonic_clocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two containers of a spot job, on two machines, the second's time of day two hours behind; and a script
    that writes its reports without the monotonic clock."""
    store = FolderBucket(tmp_path)
    day, ticks = [1e9], [100.0]
    clock = SimpleNamespace(time=lambda: day[0], monotonic=lambda: ticks[0])
    monkeypatch.setattr("tunewise.backends.sagemaker.container.reports.time", clock)

    first = ReportObject(store, "reports", None, put_every=0.0)
    first.begin()
    ticks[0] = 107.0
    first.report(ReportLine(0, day[0] + 7.0, {"epoch": 1}, 105.0))
    first.report(ReportLine(1, day[0] + 7200.0, {"epoch": 2}))
    first.put()

    day[0], ticks[0] = 1e9 - 7200.0, 3.0
    second = ReportObject(store, "reports", store.get("reports"), put_every=0.0)
    second.begin()
    ticks[0] = 14.0
    second.report(ReportLine(0, day[0], {"epoch": 3}, 13.0))
    second.put()

    told = read(store.get("reports") or b"")
    assert [(report.seq, report.elapsed) for report in told.reports] == [(0, 5.0), (1, 7.0), (2, 17.0)]
