"""What `make rehearsal` does: a study on SageMaker as it would be launched, on an emulator on this machine.

Flags are passed on to the launch, such as --max_wallclock_time 1m for a shorter one.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

from tunewise.benchmarks.transformer_wikitext2.data import VARIABLE, announce, find_data

HERE = Path(__file__).resolve().parent
INSIDE = "--inside"
LAUNCH = (
    "--benchmark", "transformer_wikitext2", "--n_workers", "2", "--warm_pool", "1",
    "--scale_max_wallclock_time", "1", "--num_seeds", "1", "--yes",
)  # fmt: skip
SMALL = {"TUNEWISE_BENCHMARK_SIZE": "ci"}
ONE_THREAD = ("--env", "OMP_NUM_THREADS=1", "--env", "OPENBLAS_NUM_THREADS=1")


def call(*words: str) -> None:
    """Shows a command and runs it; ends the rehearsal if it fails."""
    print(f"\n$ {shlex.join(words)}", flush=True)
    program = [sys.executable, "-m", *words] if words[0] == "tunewise" else [sys.executable, *words[1:]]
    code = subprocess.run(program, check=False).returncode
    if code != 0:
        sys.exit(code)


def inside(flags: list[str]) -> None:
    """What a person does once the rehearsal has begun."""
    tag = f"rehearsal-{time.strftime('%Y%m%d-%H%M%S')}"
    call("python", "examples/tmlr10/launch_remote.py", "--experiment_tag", tag, *LAUNCH, *flags)
    call("tunewise", "fetch", tag, "--wait")
    call("tunewise", "jobs", tag, "--limit", "100")


def rehearse(flags: list[str]) -> None:
    """Runs this script again, inside a rehearsal."""
    data = find_data(stand_in=True)
    print(announce(data))
    command = ["tunewise", "rehearse", *ONE_THREAD, "--env", f"{VARIABLE}={data}", "--"]
    command += ["python", "examples/rehearsal.py", INSIDE, *flags]
    print(f"\n$ {shlex.join(command)}", flush=True)
    program = [sys.executable if word == "python" else word for word in command]
    os.execve(sys.executable, [sys.executable, "-m", *program], {**os.environ, **SMALL})


def main() -> None:
    os.chdir(HERE.parent)
    if sys.argv[1:2] == [INSIDE]:
        inside(sys.argv[2:])
    else:
        rehearse(sys.argv[1:])


if __name__ == "__main__":
    main()
