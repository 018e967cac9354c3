"""Modules import one another one way, whatever for: types and what is imported late count, too."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import tunewise

SOURCES = Path(tunewise.__file__).parents[1]


def modules() -> dict[str, Path]:
    """Every module by its name."""
    found = {}
    for path in [*SOURCES.glob("tunewise/**/*.py"), *SOURCES.glob("sagemaker_rehearsal/**/*.py")]:
        parts = path.relative_to(SOURCES).with_suffix("").parts
        found[".".join(parts[:-1] if path.name == "__init__.py" else parts)] = path
    return found


def imported(name: str, path: Path) -> Iterator[str]:
    """What a module imports anywhere, by its whole name; of `from a import b` both `a.b` and `a`."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{source}.{alias.name}" for alias in node.names)


def edges(known: Mapping[str, Path]) -> dict[str, set[str]]:
    """For each module those that it imports from."""
    found: dict[str, set[str]] = {}
    for name, path in known.items():
        targets = found[name] = set()
        for target in imported(name, path):
            while target and target not in known:  # a name in a module
                target = target.rpartition(".")[0]
            if target and target != name:
                targets.add(target)
    return found


def test_no_modules_import_one_another_in_a_circle() -> None:
    known = modules()
    assert len(known) > 200
    try:
        TopologicalSorter(edges(known)).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(reversed(error.args[1]))) from None


def test_what_is_imported_late_or_for_its_type_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "one.py"
    module.write_text(
        "import a.b\nfrom c import d\nif TYPE_CHECKING:\n    from .e import f\n"
        "def g():\n    from . import h\n    from ..i import j\n"
    )
    assert set(imported("p.q.one", module)) == {"a.b", "c.d", "p.q.e.f", "p.q.h", "p.i.j"}
