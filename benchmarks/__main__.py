"""Runs the measurements named on the command line, or all of them.

`python -m benchmarks efficiency` with options is a command of its own: see `benchmarks.efficiency`.
"""

import importlib
import sys
from collections.abc import Iterator

from benchmarks.figures import Figure, Skipped, show

MEASUREMENTS = (
    *(
        "imports",
        "engine",
        "overhead",
        "warm_starts",
        "functions",
        "decision_time",
        "density",
        "curve_density",
        "simulator",
        "rehearsal",
    ),
    *("looking", "console", "sagemaker", "slurm_jobs", "ray_jobs", "efficiency", "stopping"),
)
"""Modules with a function `measure`; imported one by one, as what they import weighs on what they measure."""


def main(names: list[str]) -> int:
    if names[:1] == ["efficiency"] and len(names) > 1:
        return int(importlib.import_module("benchmarks.efficiency").main(names[1:]))
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(
            f"There is no measurement {unknown[0]!r}: choose from {', '.join(MEASUREMENTS)}.", file=sys.stderr
        )
        return 2
    reached, count, skipped = 0, 0, 0
    for name in names or MEASUREMENTS:
        measured: Iterator[Figure | Skipped] = importlib.import_module(f"benchmarks.{name}").measure()
        for figure in measured:
            print(show(figure), flush=True)
            if isinstance(figure, Skipped):
                skipped += 1
            else:
                count += 1
                reached += figure.reached
    left_out = f", {skipped} not measured" if skipped else ""
    print(f"\n{reached} of {count} targets reached{left_out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
