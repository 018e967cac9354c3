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
    """How many GPUs each job gets, and how many jobs each GPU; at most one of the two is above 1.

    per_job 0: jobs are given no GPUs, and see those that the tuner sees.
    """

    per_job: int
    per_gpu: int = 1


UNMANAGED = GpuShare(0)


def gpu_share(gpus_per_trial: float) -> GpuShare:
    """Reads a number of GPUs per trial: 0, a whole number, or 1/k. Raises ValueError for any other."""
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
    """Not enough free GPUs for a job, because jobs of an earlier tuner still hold some."""


class GpuSlots:
    """Which job holds which of the machine's GPUs."""

    def __init__(self, gpus: Iterable[str], share: GpuShare) -> None:
        self.gpus = tuple(gpus)
        self._share = share
        self._held: dict[JobId, tuple[str, ...]] = {}

    @property
    def capacity(self) -> int | None:
        """How many jobs can run at a time; None: as many as one likes."""
        if self._share.per_job == 0:
            return None
        return len(self.gpus) * self._share.per_gpu // self._share.per_job

    def take(self, job: JobId) -> tuple[str, ...]:
        """Gives a job the GPUs that have the fewest jobs. Raises `NoFreeGpuError`."""
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
        """Notes that a job holds these GPUs, whatever its share would be now."""
        self._held[job] = gpus

    def held_by(self, job: JobId) -> tuple[str, ...]:
        return self._held.get(job, ())

    def release(self, job: JobId) -> None:
        self._held.pop(job, None)


def detect_gpus(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The GPUs that this process may use, by the names that `CUDA_VISIBLE_DEVICES` takes.

    That variable itself where it is set, else what `nvidia-smi` lists, where it is installed.
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
        return ()  # installed, but without a driver that works
    return parse_listing(listing.stdout)


def _parse_visible(visible: str) -> tuple[str, ...]:
    names: list[str] = []
    for name in visible.split(","):
        if not name.strip() or name.strip().startswith("-"):
            break  # CUDA ignores everything from the first name on that is none
        names.append(name.strip())
    return tuple(names)


def parse_listing(listing: str) -> tuple[str, ...]:
    """Reads `nvidia-smi -L`: indices of GPUs; for a GPU that is cut into MIG instances, those instead."""
    gpus: list[str] = []
    whole: str | None = None  # the index of the last GPU listed, as long as no instance of it followed
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
    """How many threads each of so many workers has for itself, of the CPUs that are usable here."""
    return max(1, len(os.sched_getaffinity(0)) // max(1, workers))


def script_environment(threads: int, known: Mapping[str, str]) -> dict[str, str]:
    """Variables for a script that is to use so many threads, and of which what it prints can be read while it
    runs. What the user has set, in `known`, is left alone; all limits of threads are where one of them is."""
    limited = any(name in known for name in THREAD_LIMITS)
    variables = {} if limited else dict.fromkeys(THREAD_LIMITS, str(threads))
    return variables if "PYTHONUNBUFFERED" in known else {**variables, "PYTHONUNBUFFERED": "1"}
