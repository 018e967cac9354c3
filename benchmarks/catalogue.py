"""All benchmarks by name: `FAMILY/NAME`; see the module of each family."""

from collections.abc import Callable
from typing import NamedTuple

from benchmarks import boosting, synthetic, tables, taskset
from benchmarks.problems import Benchmark


class Family(NamedTuple):
    """names: of its benchmarks; raises `MissingTables` if there are none here. benchmark: one by its name;
    raises KeyError or `MissingTables`."""

    names: Callable[[], list[str]]
    benchmark: Callable[[str], Benchmark]


FAMILIES = {
    tables.FAMILY: Family(tables.ids, tables.table),
    taskset.FAMILY: Family(taskset.tasks, taskset.task),
    boosting.FAMILY: Family(boosting.instances, boosting.instance),
    synthetic.FAMILY: Family(synthetic.names, synthetic.synthetic),
}
RECORDED = (tables.FAMILY, taskset.FAMILY, boosting.FAMILY)
"""Families of what was really measured; the others are made up."""


def family(name: str) -> str:
    """The family of a benchmark."""
    return name.split("/")[0]


def benchmark(name: str) -> Benchmark:
    """`FAMILY/NAME`; the tables of LCBench also by their numbers. Raises KeyError or `MissingTables`."""
    key = name if "/" in name else f"{tables.FAMILY}/{name}"
    if family(key) not in FAMILIES:
        raise KeyError(f"There is no family {family(key)!r}: choose from {', '.join(FAMILIES)}.")
    return FAMILIES[family(key)].benchmark(key.partition("/")[2])


def expand(names: list[str]) -> list[str]:
    """Full names; a family's name stands for all of it."""
    full: list[str] = []
    for name in names:
        if name in FAMILIES:
            full += [f"{name}/{key}" for key in FAMILIES[name].names()]
        else:
            full.append(name if "/" in name else f"{tables.FAMILY}/{name}")
    return list(dict.fromkeys(full))
