"""The virtual environments of the peers, made when they are first needed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / ".venv-peers"
SCRIPTS = Path(__file__).parent

REQUIREMENTS = {
    # torch first and alone: other releases than this one pull GPU packages of several GB along
    "optuna": [["torch==2.13.0"], ["optuna==5.0.0", "scipy"]],
    "optuna_dashboard": [["optuna==5.0.0", "optuna-dashboard==0.21.0"]],
    "botorch": [["torch==2.13.0"], ["botorch==0.18.1"]],
    "syne_tune": [["syne-tune[gpsearchers]==0.13.0", "scikit-learn==1.9.1"]],
    "dehb": [["dehb==0.1.2"]],
    "smac": [["smac==2.4.1"]],
    "neps": [["torch==2.13.0", "torchvision==0.28.0"], ["neural-pipeline-search==0.17.0"]],
    "syne_tune_aws": [["syne-tune[aws]==0.13.0", "sagemaker==2.257.7"]],  # 3 has no estimators any more
    "ray_tune": [["ray[tune]==2.60.0"]],
}
"""What is installed, step by step."""

THREADS = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}


class PeerMissing(RuntimeError):
    """A peer cannot be installed or run; the message is a sentence that says why."""


def python_of(peer: str) -> Path:
    """The interpreter of a peer's environment, which is built if it isn't there. Raises `PeerMissing`."""
    folder = FOLDER / peer
    done = folder / ".done"
    wanted = json.dumps(REQUIREMENTS[peer])
    python = folder / "bin" / "python"
    if done.exists() and done.read_text() == wanted:
        return python
    print(
        f"Installing {peer} into {folder} (some minutes at the first time) ...", file=sys.stderr, flush=True
    )
    _checked([sys.executable, "-m", "venv", "--clear", str(folder)], peer)
    for step in REQUIREMENTS[peer]:
        _checked([str(python), "-m", "pip", "install", "--quiet", *step], peer)
    done.write_text(wanted)
    return python


def ask(python: Path | str, script: str, request: object, timeout: float = 3600.0) -> list[float]:
    """The numbers that a script of this folder prints as JSON, given a request as JSON; on one thread.

    Raises `PeerMissing` if it fails.
    """
    return [float(number) for number in ask_rows(python, script, request, timeout)]


def ask_rows(python: Path | str, script: str, request: object, timeout: float = 3600.0) -> list[Any]:
    """The same for a script that prints a list of anything."""
    command = [str(python), str(SCRIPTS / script), json.dumps(request)]
    try:
        ended = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env={**os.environ, **THREADS},
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PeerMissing(f"{script} took more than {timeout:g} s.") from None
    if ended.returncode != 0:
        raise PeerMissing(f"{script} failed: {_last_line(ended.stderr)}")
    printed: list[Any] = json.loads(ended.stdout.splitlines()[-1])  # libraries may print before it
    return printed


def _checked(command: list[str], peer: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        raise PeerMissing(f"{peer} could not be installed: {_last_line(ended.stderr)}")


def _last_line(text: str) -> str:
    return text.strip().splitlines()[-1] if text.strip() else "it printed nothing"
