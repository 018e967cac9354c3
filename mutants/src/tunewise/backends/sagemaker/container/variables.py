"""The variables by which SageMaker's own toolkit tells a script where it is, as its page on them has it, and
the one that the entry point of AWS's images sets, in whose place ours stands.

The former are for scripts that were written for SageMaker. What the toolkit tells of itself is left out:
SM_TRAINING_ENV, and what isn't on that page.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

CODE = "code"  # the channel that holds this very code, and is none of the script's
LOG_LEVEL = 20  # logging.INFO
LONGEST = 128 * 1024 - 1  # bytes; the kernel starts no process with a longer text in its environment

COMPAT = Path("/usr/local/cuda/compat")
"""In images: a driver's library for CUDA that is newer than the driver."""
DRIVER = Path("/proc/driver/nvidia/version")

_GPU = re.compile(r"nvidia\d+")
_LIBRARY = re.compile(r"libcuda\.so\.([\d.]+)")
_MODULE = re.compile(r"Kernel Module.*?\s(\d+\.[\d.]+)")  # there may be "for x86_64" between


def sagemaker_variables(base: Path, arguments: list[str]) -> dict[str, str]:
    """What files in input/config say, and what the machine has. base: /opt/ml. arguments: the script's."""
    hyperparameters = script_hyperparameters(base)
    resources = _read(base, "resourceconfig")
    inputs = {name: told for name, told in _read(base, "inputdataconfig").items() if name != CODE}
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
    """LD_LIBRARY_PATH for an image whose CUDA is newer than the instance's driver; nothing where it's not."""
    try:
        library = _LIBRARY.fullmatch((compat / "libcuda.so.1").resolve(strict=True).name)
        module = _MODULE.search(driver.read_text(encoding="utf-8"))
    except OSError:  # no such image, or no GPU
        return {}
    if library is None or module is None or _version(module) >= _version(library):
        return {}
    before = os.environ.get("LD_LIBRARY_PATH")
    return {"LD_LIBRARY_PATH": os.pathsep.join(filter(None, (str(compat), before)))}


def _version(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match[1].split(".") if part]


def script_hyperparameters(base: Path) -> dict[str, str]:
    """Those that are for the script, and not for the toolkit."""
    told = _read(base, "hyperparameters")
    return {name: text for name, text in told.items() if not name.startswith("sagemaker_")}


def _read(base: Path, name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((base / f"input/config/{name}.json").read_text(encoding="utf-8"))
    return told


def _encoded(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _decoded(text: str) -> object:
    """As the toolkit reads it: a number where it is one."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _fits(name: str, text: str) -> bool:
    return "=" not in name and len(f"{name}={text}".encode()) <= LONGEST
