"""What `make demo` does: tunes a small transformer for two minutes, as a person would at the terminal.

Without PyTorch it tunes a small network in NumPy, as `tunewise demo` does.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = "tunewise.benchmarks.transformer_wikitext2.data"


def call(*words: str) -> None:
    """Shows a command and runs it; ends the demo if it fails."""
    print(f"\n$ {shlex.join(words)}", flush=True)
    program = [sys.executable, "-m", *words] if words[0] == "tunewise" else [sys.executable, *words[1:]]
    code = subprocess.run(program, check=False).returncode
    if code != 0:
        sys.exit(code)


def main() -> None:
    os.chdir(HERE.parent)
    if find_spec("torch") is None:
        call("tunewise", "demo")
        return
    name = f"demo-{time.strftime('%Y%m%d-%H%M%S')}"
    call("python", "-m", DATA, "--stand_in")
    call("tunewise", "run", "examples/transformer_wikitext2.toml", "--name", name)
    call("tunewise", "best", name)
    call("tunewise", "plot", name)


if __name__ == "__main__":
    main()
