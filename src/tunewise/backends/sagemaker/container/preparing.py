"""What a container prepares before the script begins: packages, a place for the checkpoint, and variables.

The variables are those by which SageMaker's own toolkit tells a script where it is, as documented on its page
about them, for scripts that were written for SageMaker; what the toolkit says about itself (SM_TRAINING_ENV,
and everything that isn't on that page) is left out. Also the variable that the entry point of AWS's images
sets, which ours replaces.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

CODE = "code"  # the channel with this code, which isn't the script's
LOG_LEVEL = 20  # logging.INFO
LONGEST = 128 * 1024 - 1  # bytes of a variable; with a longer one the kernel starts no process

COMPAT = Path("/usr/local/cuda/compat")
"""In images: a library for CUDA that may be newer than the driver."""
DRIVER = Path("/proc/driver/nvidia/version")

_GPU = re.compile(r"nvidia\d+")
_LIBRARY = re.compile(r"libcuda\.so\.([\d.]+)")
_MODULE = re.compile(r"Kernel Module.*?\s(\d+\.[\d.]+)")  # there may be "for x86_64" between


class PackagesError(RuntimeError):
    """A package can't be installed."""


def install(requirements: Path) -> None:
    """Installs the packages in a file, if it exists. Raises PackagesError."""
    if requirements.exists():
        code = _pip("-r", str(requirements))
        if code != 0:
            raise PackagesError(
                f"pip can't install the packages in requirements.txt (exit code {code}): the log says why."
            )


def install_boto3() -> None:
    """Installs boto3 if the image lacks it. Raises PackagesError."""
    if find_spec("boto3") is not None:
        return
    print("tunewise: the image has no boto3: installing it with pip", file=sys.stderr, flush=True)
    code = _pip("boto3")
    importlib.invalidate_caches()
    if find_spec("boto3") is None:
        raise PackagesError(
            f"The image has no boto3, and pip can't install it (exit code {code}): use an image with boto3, "
            "or let the jobs reach a package index."
        )


def _pip(*what: str) -> int:
    """The exit code of pip, which ends with this process, PID 1 of the container."""
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *what]
    return subprocess.run(pip, check=False).returncode


def place_checkpoint(usual: Path, scratch: Path) -> Path:
    """The folder of the checkpoint, on the volume that SageMaker mounts for the job.

    usual: /opt/ml/checkpoints. It is certainly on the volume only if SageMaker copies it to S3, which we
    don't ask for; the system's disk may be small. scratch: a folder to create in /tmp, which is on the
    volume. If /tmp is on another disk than the system but `usual` isn't, the checkpoint lies in `scratch`,
    and `usual` is a link to it.
    """
    usual.mkdir(parents=True, exist_ok=True)
    system = os.stat("/").st_dev
    if usual.stat().st_dev != system or scratch.parent.stat().st_dev == system:
        return usual
    scratch.mkdir()
    try:
        shutil.rmtree(usual)
        usual.symlink_to(scratch)
    except OSError as error:  # scripts that ask for the folder of their checkpoint still find it
        print(f"tunewise: {usual} can't be a link to the checkpoint: {error}", file=sys.stderr, flush=True)
    return scratch


def sagemaker_variables(base: Path, arguments: list[str]) -> dict[str, str]:
    """From the files in input/config and from the machine. base: /opt/ml. arguments: the script's."""
    hyperparameters = script_hyperparameters(base)
    resources = _read(base, "resourceconfig")
    inputs = {name: value for name, value in _read(base, "inputdataconfig").items() if name != CODE}
    values = {
        "MODEL_DIR": str(base / "model"),
        "OUTPUT_DIR": str(base / "output"),
        "OUTPUT_DATA_DIR": str(base / "output/data"),
        "INPUT_DIR": str(base / "input"),
        "INPUT_CONFIG_DIR": str(base / "input/config"),
        "INPUT_DATA_CONFIG": inputs,
        "CHANNELS": sorted(inputs),
        "RESOURCE_CONFIG": resources,
        "CURRENT_HOST": resources["current_host"],
        "HOSTS": resources["hosts"],
        "NETWORK_INTERFACE_NAME": resources.get("network_interface_name", "eth0"),
        "NUM_CPUS": os.cpu_count() or 1,
        "NUM_GPUS": sum(_GPU.fullmatch(name) is not None for name in os.listdir("/dev")),
        "LOG_LEVEL": LOG_LEVEL,
        "HPS": {name: _decoded(text) for name, text in hyperparameters.items()},
        "USER_ARGS": arguments,
        **{f"CHANNEL_{name.upper()}": str(base / "input/data" / name) for name in inputs},
        **{f"HP_{name.upper()}": text for name, text in hyperparameters.items()},
    }
    texts = {f"SM_{name}": _encoded(value) for name, value in values.items()}
    return {name: text for name, text in texts.items() if _fits(name, text)}


def library_path(compat: Path = COMPAT, driver: Path = DRIVER) -> dict[str, str]:
    """LD_LIBRARY_PATH for an image whose CUDA is newer than the instance's driver; else nothing."""
    try:
        library = _LIBRARY.fullmatch((compat / "libcuda.so.1").resolve(strict=True).name)
        module = _MODULE.search(driver.read_text(encoding="utf-8"))
    except OSError:  # another image, or no GPU
        return {}
    if library is None or module is None or _version(module) >= _version(library):
        return {}
    before = os.environ.get("LD_LIBRARY_PATH")
    return {"LD_LIBRARY_PATH": os.pathsep.join(filter(None, (str(compat), before)))}


def _version(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match[1].split(".") if part]


def script_hyperparameters(base: Path) -> dict[str, str]:
    """The hyperparameters for the script, not for the toolkit."""
    return {
        name: text
        for name, text in _read(base, "hyperparameters").items()
        if not name.startswith("sagemaker_")
    }


def _read(base: Path, name: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads((base / f"input/config/{name}.json").read_text(encoding="utf-8"))
    return values


def _encoded(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _decoded(text: str) -> object:
    """As the toolkit reads it: a number if it is one."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _fits(name: str, text: str) -> bool:
    return "=" not in name and len(f"{name}={text}".encode()) <= LONGEST
