"""A measured figure beside its target."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """value and target share a unit; at_most says on which side of the target the value should be."""

    name: str
    value: float
    target: float
    unit: str
    at_most: bool = True
    remark: str = ""

    @property
    def ratio(self) -> float:
        """Of the target: at or below 1 is reached, whichever side is the good one."""
        return self.value / self.target if self.at_most else self.target / self.value

    @property
    def reached(self) -> bool:
        return self.ratio <= 1.0


@dataclass(frozen=True)
class Skipped:
    """What could not be measured, and why."""

    name: str
    why: str


def show(figure: Figure | Skipped) -> str:
    if isinstance(figure, Skipped):
        return f"{figure.name:<52} not measured: {figure.why}"
    sign = "<=" if figure.at_most else ">="
    verdict = "ok" if figure.reached else "MISSED"
    line = (
        f"{figure.name:<52} {figure.value:>10,.4g} {figure.unit:<8} (target {sign} {figure.target:,.4g}; "
        f"{figure.ratio:.2f} of it) {verdict}"
    )
    return f"{line}  [{figure.remark}]" if figure.remark else line


@dataclass(frozen=True)
class Times:
    """Seconds that a process took: on the clock, and of processors, its children included."""

    wall: float
    cpu: float


def time_process(command: list[str], environment: dict[str, str] | None = None) -> Times:
    """Runs a command to its end. Its modules are compiled, as those of an installed package are, once it has
    run before. Raises RuntimeError if it fails."""
    told = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=told)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} failed: {errors.decode()}")
    return Times(wall, usage.ru_utime + usage.ru_stime)


def spread(values: list[float]) -> str:
    """How far the runs were apart."""
    return f"median of {len(values)}, {min(values):.3g} to {max(values):.3g}"


def median(values: list[float]) -> float:
    return statistics.median(values)
