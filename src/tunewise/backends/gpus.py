"""Which job has which GPUs, and how many CPU threads each gets."""

import math
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tunewise.trial import JobId

VISIBLE_GPUS = "CUDA_VISIBLE_DEVICES"
THREAD_LIMITS = (
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
_NVIDIA_SMI_TIMEOUT = 60.0  # seconds; it is slow where the driver must be loaded first


class GpuShare(NamedTuple):
    """How many GPUs each job gets, and how many jobs share a GPU; at most one of the two is above 1.

    per_job 0: jobs are assigned no GPUs, and see those that the tuner sees.
    """

    per_job: int
    per_gpu: int = 1


UNMANAGED = GpuShare(0)


def gpu_share(gpus_per_trial: float) -> GpuShare:
    """Reads a number of GPUs per trial: 0, a whole number, or 1/k. Raises ValueError for anything else."""
    if gpus_per_trial >= 0 and float(gpus_per_trial).is_integer():
        return GpuShare(int(gpus_per_trial))
    if 0 < gpus_per_trial < 1:
        sharing = round(1 / gpus_per_trial)
        if math.isclose(sharing * gpus_per_trial, 1.0, rel_tol=0.02):  # people write 0.33
            return GpuShare(1, sharing)
    raise ValueError(
        f"gpus_per_trial is {gpus_per_trial!r}: give a whole number of GPUs, or a fraction such as 0.5 or "
        "0.25 for 2 or 4 trials on each."
    )


class NoFreeGpuError(RuntimeError):
    """Not enough GPUs are free for a job, because jobs of an earlier tuner still hold some."""


class GpuSlots:
    """Which job holds which of the machine's GPUs."""

    def __init__(self, gpus: Iterable[str], share: GpuShare) -> None:
        self.gpus = tuple(gpus)
        self._share = share
        self._held: dict[JobId, tuple[str, ...]] = {}

    @property
    def capacity(self) -> int | None:
        """How many jobs can run at a time; None: any number."""
        if self._share.per_job == 0:
            return None
        return len(self.gpus) * self._share.per_gpu // self._share.per_job

    def take(self, job: JobId) -> tuple[str, ...]:
        """Assigns the GPUs with the fewest jobs to a job. Raises `NoFreeGpuError`."""
        load = dict.fromkeys(self.gpus, 0)
        for gpus in self._held.values():
            for gpu in gpus:
                load[gpu] = load.get(gpu, 0) + 1
        free = [gpu for gpu in self.gpus if load[gpu] < self._share.per_gpu]
        if len(free) < self._share.per_job:
            raise NoFreeGpuError(f"no free GPU: {', '.join(map(str, self._held))} hold them all")
        chosen = tuple(sorted(free, key=lambda gpu: load[gpu])[: self._share.per_job])
        self.keep(job, chosen)
        return chosen

    def keep(self, job: JobId, gpus: tuple[str, ...]) -> None:
        """Records that a job holds these GPUs, whatever its share would be now."""
        self._held[job] = gpus

    def held_by(self, job: JobId) -> tuple[str, ...]:
        return self._held.get(job, ())

    def release(self, job: JobId) -> None:
        self._held.pop(job, None)


def detect_gpus(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The GPUs that this process may use, by their names in `CUDA_VISIBLE_DEVICES`.

    They come from that variable if it is set, otherwise from `nvidia-smi` if it is installed.
    """
    visible = environment.get(VISIBLE_GPUS)
    if visible is not None:
        return _parse_visible(visible)
    program = shutil.which("nvidia-smi", path=environment.get("PATH"))
    if program is None:
        return ()
    try:
        listing = subprocess.run(
            [program, "-L"], capture_output=True, text=True, timeout=_NVIDIA_SMI_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ()  # installed, but its driver doesn't work
    return parse_listing(listing.stdout)


def _parse_visible(visible: str) -> tuple[str, ...]:
    names: list[str] = []
    for name in visible.split(","):
        if not name.strip() or name.strip().startswith("-"):
            break  # CUDA ignores the first invalid name and everything after it
        names.append(name.strip())
    return tuple(names)


def parse_listing(listing: str) -> tuple[str, ...]:
    """Reads `nvidia-smi -L`: the indices of GPUs, or the MIG instances of a GPU that is divided into them."""
    gpus: list[str] = []
    whole: str | None = None  # the index of the last GPU, until an instance of it follows
    for line in listing.splitlines():
        if match := re.match(r"GPU (\d+):", line):
            whole = match[1]
            gpus.append(whole)
        elif match := re.match(r"\s+MIG .*\(UUID: (MIG-[^)]+)\)", line):
            if whole is not None and gpus[-1] == whole:
                gpus.pop()
                whole = None
            gpus.append(match[1])
    return tuple(gpus)


def threads_per_worker(workers: int) -> int:
    """How many of the CPUs that this process may use each worker gets."""
    return max(1, len(os.sched_getaffinity(0)) // max(1, workers))


def script_environment(threads: int, known: Mapping[str, str]) -> dict[str, str]:
    """Variables that limit a script to a number of threads, and that make its output readable while it runs.
    known: the current environment. What is set there stays; if one limit of threads is set, all stay."""
    limited = any(name in known for name in THREAD_LIMITS)
    variables = {} if limited else dict.fromkeys(THREAD_LIMITS, str(threads))
    return variables if "PYTHONUNBUFFERED" in known else {**variables, "PYTHONUNBUFFERED": "1"}
