"""Runs the measurements named on the command line, or all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks import efficiency, engine, imports, overhead
from benchmarks.figures import Figure, show

MEASUREMENTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "imports": imports.measure,
    "engine": engine.measure,
    "overhead": overhead.measure,
}


def main(names: list[str]) -> int:
    if names[:1] == ["efficiency"]:  # a command with options of its own
        return efficiency.main(names[1:])
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(
            f"There is no measurement {unknown[0]!r}: choose from {', '.join(MEASUREMENTS)}.", file=sys.stderr
        )
        return 2
    figures: list[Figure] = []
    for name in names or MEASUREMENTS:
        for figure in MEASUREMENTS[name]():
            print(show(figure), flush=True)
            figures.append(figure)
    missed = sum(not figure.reached for figure in figures)
    print(f"\n{len(figures) - missed} of {len(figures)} targets reached.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
