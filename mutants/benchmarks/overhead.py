"""What the tuner adds to 200 short scripts: `tunewise run` against a bare loop, in turns."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, median, spread, time_process

TRIALS = 200
WORKERS = 2
RUNS = 5

SCRIPT = """\
import argparse

from tunewise import Reporter

parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float, required=True)
x = parser.parse_args().x
Reporter()(loss=(x - 0.3) ** 2)
"""


def bare_loop(script: Path) -> float:
    """Seconds for the same processes, two at a time, by nothing but a loop."""
    begun = time.perf_counter()
    running: set[int] = set()
    for number in range(TRIALS):
        if len(running) == WORKERS:
            running.discard(os.wait()[0])
        command = [sys.executable, str(script), "--x", str(number / TRIALS)]
        silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        running.add(os.posix_spawn(sys.executable, command, os.environ, file_actions=silence))
    while running:
        running.discard(os.wait()[0])
    return time.perf_counter() - begun


def tuned(script: Path, home: Path, number: int) -> float:
    """Seconds for `tunewise run` from its start to its end."""
    options = (
        f"--name run{number} --metric loss --method rs --workers {WORKERS} --max-trials {TRIALS} --seed 1"
    )
    command = [
        sys.executable,
        "-m",
        "tunewise",
        "run",
        str(script),
        "--space",
        "x=uniform(0, 1)",
        *options.split(),
    ]
    return time_process(command, {"TUNEWISE_HOME": str(home)}).wall


def measure() -> Iterator[Figure]:
    ratios, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.py"
        script.write_text(SCRIPT)
        for number in range(RUNS):
            bare.append(bare_loop(script))
            ratios.append(tuned(script, Path(folder) / "home", number) / bare[-1])
    remark = f"{spread(ratios)}; the bare loop took {median(bare):.1f} s"
    yield Figure(
        f"{TRIALS} short scripts, {WORKERS} at a time, by a bare loop",
        median(ratios),
        1.35,
        "x",
        remark=remark,
    )
