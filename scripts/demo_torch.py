"""Installs PyTorch for `make demo` if that is quick: demo_torch.py [INDEX].

On x86-64 Linux, what PyPI has as `torch` brings gigabytes of packages for GPUs. A machine without one takes
PyTorch's own build for CPUs from the index where it is published. If that can't be reached, nothing is
installed, and the demo does without PyTorch.
"""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

CPU_BUILDS = "https://download.pytorch.org/whl/cpu"
PATIENCE = 5.0  # seconds without an answer until the index counts as unreachable
GPUS = ("/dev/nvidiactl", "/dev/dxg")
"""What is there where PyTorch may find a GPU: Nvidia's driver, or that of Windows under Linux."""


class Choice(NamedTuple):
    """What pip is given to install PyTorch, None if it isn't installed, and a sentence that says why."""

    arguments: tuple[str, ...] | None
    why: str


def choose(index: str, has_gpu: bool) -> Choice:
    """Where PyTorch comes from. index: that of the builds for CPUs."""
    if has_gpu:
        return Choice(("torch",), "Installing PyTorch with its packages for GPUs: about 3 GB to download.")
    try:
        with urllib.request.urlopen(f"{index}/torch/", timeout=PATIENCE):
            pass
    except (OSError, urllib.error.URLError) as error:
        reason = getattr(error, "reason", error)
        return Choice(
            None,
            f"The demo does without PyTorch: {index} can't be reached ({reason}), and what PyPI has brings "
            "about 3 GB for GPUs, of which this machine has none.",
        )
    arguments = ("--extra-index-url", index, "torch")
    return Choice(arguments, "Installing PyTorch's build for CPUs: about 200 MB to download.")


def main(arguments: Sequence[str]) -> int:
    """Installs PyTorch, if at all, into the environment of this interpreter. Returns pip's exit code."""
    if find_spec("torch") is not None:
        return 0
    index = arguments[0] if arguments else CPU_BUILDS
    choice = choose(index, has_gpu=any(Path(device).exists() for device in GPUS))
    print(choice.why, flush=True)
    if choice.arguments is None:
        return 0
    constraints = Path(__file__).parents[1] / "constraints.txt"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    return subprocess.run([*pip, "-c", constraints, *choice.arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
