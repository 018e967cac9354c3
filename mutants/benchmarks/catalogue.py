"""All benchmarks by name: `lcbench/ID` from recorded tables, `synthetic/NAME` made up."""

from benchmarks import synthetic, tables
from benchmarks.problems import Benchmark


def benchmark(name: str) -> Benchmark:
    """`lcbench/ID`, `ID` alone, or `synthetic/NAME`. Raises KeyError or `tables.MissingTables`."""
    family, _, key = name.rpartition("/")
    if family == synthetic.FAMILY:
        if key not in synthetic.RECIPES:
            raise KeyError(f"There is no benchmark {name!r}: choose from {', '.join(synthetic.names())}.")
        return synthetic.synthetic(key)
    if family not in ("", tables.FAMILY):
        raise KeyError(f"There is no family {family!r}: choose {tables.FAMILY} or {synthetic.FAMILY}.")
    return tables.table(key)


def expand(names: list[str]) -> list[str]:
    """Full names; a family's name stands for all of it."""
    full: list[str] = []
    for name in names:
        if name == tables.FAMILY:
            full += [f"{tables.FAMILY}/{task}" for task in tables.ids()]
        elif name == synthetic.FAMILY:
            full += [f"{synthetic.FAMILY}/{key}" for key in synthetic.names()]
        else:
            full.append(name if "/" in name else f"{tables.FAMILY}/{name}")
    return list(dict.fromkeys(full))
