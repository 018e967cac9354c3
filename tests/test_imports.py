"""Modules import one another one way, whatever for: types and what is imported late count, too."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

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


WITHOUT_EXTRAS = """
import importlib, sys
EXTRAS = "boto3 botocore flask matplotlib moto onnxruntime pandas pyarrow ray sklearn torch".split()
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in EXTRAS:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hidden())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


EXTRA = {
    "tunewise.studies.figures",  # these two say which extra they need
    "tunewise.studies.panels",
    "tunewise.backends.ray.driver",  # a process of its own, where Ray is
}


def test_what_commands_import_needs_no_extra() -> None:
    """So that whoever lacks one gets a sentence and no traceback."""
    rooms = ("backends", "blackboxes", "cli", "display", "engine", "methods", "searchers", "studies")
    names = [name for name in modules() if name.startswith(tuple(f"tunewise.{room}" for room in rooms))]
    names = [name for name in names if ".container" not in name and not name.endswith(("__main__", ".boot"))]
    assert len(names) > 100
    subprocess.run([sys.executable, "-c", WITHOUT_EXTRAS, *sorted({*names} - EXTRA)], check=True)


AS_A_COMMAND = """
import sys
from tunewise.cli import main
try:
    main(sys.argv[1].split())
except SystemExit as exit:
    assert not exit.code
print(*sys.modules, file=sys.stderr)
"""
HEAVY = {"numpy", "scipy", "psutil", "rich.live", "tunewise.checking", "tunewise.methods", "tunewise.tuner"}


@pytest.mark.parametrize(
    "command",
    ["--help", "run --help", "simulate --help", "stop --help", "show --help", "export --help", "list"],
)
def test_a_light_command_imports_nothing_heavy(command: str, tmp_path: Path) -> None:
    """Neither what decides nor what draws: a person waits for it."""
    done = subprocess.run(
        [sys.executable, "-c", AS_A_COMMAND, command],
        env={**os.environ, "TUNEWISE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not HEAVY & set(done.stderr.split())
