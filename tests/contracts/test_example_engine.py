"""The engine that CONTRIBUTING shows keeps the contract, and needs nothing but its entry point."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from test_plain_engine import test_contract as contract

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "engine"
MOST = 60  # lines, without empty ones, imports and the docstring
SCRIPT = """
import argparse, os
from tunewise import Reporter
parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float)
Reporter()(loss=parser.parse_args().x, nice=os.nice(0))
"""

test_contract = pytest.mark.slow(contract)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is where other processes find it."""
    monkeypatch.setenv("PYTHONPATH", f"{EXAMPLE}:{os.environ.get('PYTHONPATH', '')}")


@pytest.fixture
def tunewise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs a command where the package of the engine is installed, and returns what it printed."""
    project = (EXAMPLE / "pyproject.toml").read_text()
    registered = project[project.index("[project.entry-points") :].split("\n\n")[0]
    info = tmp_path / "site" / "tunewise_plain-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tunewise-plain\nVersion: 1.0\n")
    lines = registered.replace('[project.entry-points."tunewise.backends"]', "[tunewise.backends]")
    (info / "entry_points.txt").write_text(lines.replace('"', "") + "\n")
    monkeypatch.setenv("PYTHONPATH", f"{info.parent}:{os.environ['PYTHONPATH']}")

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "tunewise", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.slow
def test_an_entry_point_is_all_that_commands_need(tunewise: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(SCRIPT)
    where = ["--backend=plain", "--nice=3"]
    how = ["--space=x=uniform(0, 1)", "--metric=loss", "--method=rs", "--max-trials=2", "--workers=2"]
    tunewise("run", str(tmp_path / "train.py"), *where, *how, "--name=mine")
    table = tunewise("export", "mine")
    rows = list(csv.DictReader(table.splitlines()))
    assert [row["nice"] for row in rows] == [str(min(19, os.nice(0) + 3))] * 2
    assert "plain processes" in tunewise("run", "--help")


def test_the_page_shows_the_engine_as_it_is() -> None:
    page, engine = (ROOT / "CONTRIBUTING.md").read_text(), (EXAMPLE / "plain_engine.py").read_text()
    assert f"```python\n{engine}```\n" in page
    code = engine[engine.index("GUARD = ") :]
    assert len([line for line in code.splitlines()[1:] if line.strip()]) <= MOST
    assert 'plain = "plain_engine:PlainBackend"\n' in (EXAMPLE / "pyproject.toml").read_text()
