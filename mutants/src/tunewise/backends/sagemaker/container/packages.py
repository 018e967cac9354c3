"""What pip installs before the script begins: the user's packages, and boto3 where the image lacks it."""

from __future__ import annotations

import importlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


class PackagesError(RuntimeError):
    """Something can't be installed."""


def install(requirements: Path) -> None:
    """requirements: a file that need not be there. Raises PackagesError."""
    if requirements.exists():
        code = _pip("-r", str(requirements))
        if code != 0:
            raise PackagesError(
                f"pip can't install what requirements.txt names (exit code {code}): mend what the log says."
            )


def install_boto3() -> None:
    """Does nothing where it's there. Raises PackagesError."""
    if find_spec("boto3") is not None:
        return
    print("tunewise: the image has no boto3, and gets it by pip", file=sys.stderr, flush=True)
    code = _pip("boto3")
    importlib.invalidate_caches()
    if find_spec("boto3") is None:
        raise PackagesError(
            f"The image has no boto3, and pip can't install it (exit code {code}): take an image with boto3, "
            "or let the jobs reach a package index."
        )


def _pip(*what: str) -> int:
    """Its exit code. It ends with this process, PID 1 of the container, should that be told to end."""
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *what]
    return subprocess.run(pip, check=False).returncode
