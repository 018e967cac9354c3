"""What CONTRIBUTING says about adding things works as it stands, in a copy of the sources."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md")


def blocks(language: str) -> Iterator[str]:
    yield from re.findall(rf"^```{language}\n(.*?)^```$", PAGES[0].read_text(), re.DOTALL | re.MULTILINE)


def edited(text: str, change: str) -> str:
    """A text with a change of CONTRIBUTING made to it. What the change shows of it must be there once."""
    lines = change.rstrip("\n").split("\n")
    before = "\n".join(line[1:] for line in lines if line[:1] != "+")
    assert text.count(before) == 1, f"not there, or not once:\n{before}"
    return text.replace(before, "\n".join(line[1:] for line in lines if line[:1] != "-"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after a newcomer has followed every section."""
    root = tmp_path_factory.mktemp("newcomer")
    ignored = shutil.ignore_patterns("__pycache__", "recorded", "*.egg-info")
    for name in ("src", "tests", "examples", "benchmarks"):
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", root)
    for block in blocks("python"):
        if (named := re.match(r"# (src/\S+)\n", block)) is not None:
            path = root / named[1]
            path.parent.mkdir(exist_ok=True)
            path.write_text(block[named.end() :])
    for block in blocks("diff"):
        head, _, changes = block.partition("\n")
        path = root / head.removeprefix("--- ")
        for change in changes.split("@@\n"):
            path.write_text(edited(path.read_text(), change))
    return root


def run(copy: Path, *arguments: str) -> str:
    """What a command of Python printed there."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_searcher_and_a_scheduler_keep_their_contracts(copy: Path) -> None:
    contracts = [f"tests/contracts/test_{what}.py" for what in ("searchers", "schedulers")]
    chosen = ["-k", "NearestSearcher or StopHopeless"]
    out = run(copy, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *contracts, *chosen)
    assert re.search(r"\b(1[5-9]|[2-9]\d) passed", out), out


@pytest.mark.slow
def test_a_method_is_known_to_commands(copy: Path, tmp_path: Path) -> None:
    flags = ["--method", "nearby", "--method-arg", "draws=3", "--max-trials", "8", "--name", "near"]
    run(copy, "-m", "tunewise", "simulate", "transformer_wikitext2", *flags)
    folder = tmp_path / "home" / "near"
    assert '"kind":"nearest"' in (folder / "journal.jsonl").read_text()
    assert '"draws": 3' in (folder / "experiment.json").read_text()


@pytest.mark.slow
def test_a_benchmark_and_a_key_in_every_report_show_in_the_results(copy: Path, tmp_path: Path) -> None:
    script = copy / "src" / "tunewise" / "benchmarks" / "parabola" / "train.py"
    known = "from tunewise.benchmarks.definitions import real_benchmark_definitions as known; print(known()"
    assert run(copy, "-c", f"{known}['parabola'].script)").strip() == str(script)
    tuned = ["--space", "lr=0.1", "--metric", "loss", "--resource", "epoch"]
    run(
        copy,
        "-m",
        "tunewise",
        "run",
        str(script),
        *tuned,
        "--method",
        "rs",
        "--max-trials",
        "1",
        "--name",
        "one",
    )
    with (tmp_path / "home" / "one" / "results.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 9
    assert all(float(row["cpu_seconds"]) > 0.0 for row in rows)


@pytest.mark.slow
def test_a_command_is_in_the_help_and_runs(copy: Path, tmp_path: Path) -> None:
    assert "Count the experiments and studies." in run(copy, "-m", "tunewise", "--help")
    (tmp_path / "home" / "one").mkdir(parents=True)
    assert run(copy, "-m", "tunewise", "count") == f"1 in {tmp_path / 'home'}\n"


def test_paths_that_pages_name_are_there() -> None:
    sources = {str(path.relative_to(ROOT)) for path in ROOT.glob("*/**/*.py") if ".venv" not in path.parts}
    made = {block.split("\n")[0][2:] for block in blocks("python")}
    for page in PAGES:
        named = set(re.findall(r"(?:\w[\w/]*)?\b(?<!\.)(?!PATH|NAME|FORMAT)\w+\.py\b", page.read_text()))
        lost = {name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in sources | made)}
        made_by_us = {"train.py", "tuned_function.py", "benchmarks/NAME/train.py"}
        assert lost <= made_by_us, f"{page.name} names files that are not there"
