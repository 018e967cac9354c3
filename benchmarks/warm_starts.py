"""What a job costs that imports PyTorch, with and without `--preload torch`, in turns."""

import json
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.figures import Figure, Skipped, median, spread
from tunewise.backends.base import Backend, Job
from tunewise.backends.local import LocalBackend
from tunewise.events import JobEnded
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

JOBS = 10
WORKERS = 2

SCRIPT = """\
import json, os, resource, time
import torch

begun = time.clock_gettime(time.CLOCK_MONOTONIC)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"begun": begun, "cpu": usage.ru_utime + usage.ru_stime}))
"""
"""Says when it has its imports, on the machine's monotonic clock, and what processor time that took."""


class Start(NamedTuple):
    """Seconds from the order to the first line after the imports, and of processors; and to the job's end."""

    wall: float
    cpu: float
    whole: float


def starts(script: Path, folder: Path, preload: tuple[str, ...]) -> list[Start]:
    """The starts of jobs, one after the other; one more job at first, for which the launcher starts."""
    paths = ExperimentPaths(folder)
    backend = LocalBackend(str(script), preload=preload).open(paths, WORKERS, elapsed=0.0)
    try:
        return [start(backend, paths, JobId(number, 0)) for number in range(JOBS + 1)][1:]
    finally:
        backend.close()


def start(backend: Backend, paths: ExperimentPaths, job_id: JobId) -> Start:
    """The start of one job, which is waited for."""
    ordered = time.monotonic()
    backend.start(Job(job_id, {}, resumed=False))
    while not any(isinstance(fact, JobEnded) for fact in backend.poll(60.0)):
        pass
    whole = time.monotonic() - ordered
    said = json.loads(paths.job(job_id).stdout.read_text())
    return Start(said["begun"] - ordered, said["cpu"], whole)


def measure() -> Iterator[Figure | Skipped]:
    if find_spec("torch") is None:
        yield Skipped("the start of a job with --preload torch", "PyTorch isn't installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "script.py")
        script.write_text(SCRIPT)
        cold = starts(script, Path(folder, "cold"), ())
        warm = starts(script, Path(folder, "warm"), ("torch",))
    walls = [each.wall for each in warm]
    before = median([each.wall for each in cold])
    whole, whole_before = (median([each.whole for each in jobs]) for jobs in (warm, cold))
    yield Figure(
        "the start of a job with --preload torch",
        median(walls),
        0.1,
        "s",
        remark=f"{spread(walls)}; {before:.2f} s without; to the end {whole:.2f} and {whole_before:.2f} s",
    )
    spent = median([each.cpu for each in warm])
    yield Figure(
        "processor time of a start without it, compared",
        median([each.cpu for each in cold]) / spent,
        15.0,
        "x",
        at_most=False,
        remark=f"{spent * 1000:.1f} ms with it",
    )
