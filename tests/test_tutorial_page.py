"""What docs/tutorial.md shows works."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tutorial.md"


def blocks(language: str) -> list[str]:
    """The code blocks of a language ("" for commands)."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [block for name, block in fenced if name == language]


def commands() -> list[list[str]]:
    """The words of each command of the page, in order, except the one that serves until it is ended."""
    lines = [line for block in blocks("") for line in block.replace("\\\n", " ").splitlines()]
    return [shlex.split(line) for line in lines if line != "tunewise console"]  # tests/console has that


@pytest.mark.slow
def test_the_tutorial_from_script_to_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    [script] = blocks("python")
    Path("moons.py").write_text(script)
    printed = {}
    for first, *others in commands():
        module = ["-m", "tunewise"] if first == "tunewise" else []
        done = subprocess.run(
            [sys.executable, *module, *others], check=False, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, f"{others}: {done.stderr}"
        printed[others[0]] = done.stdout
    assert re.match(r"epoch=1 val_loss=0\.\d+\n", printed["moons.py"])
    assert set(printed) == {"moons.py", "run", "show", "best", "plot", "resume", "report"}
    record = load_experiment("moons")
    assert len(record.state.trials) == 18
    assert not any(trial.failure for trial in record.state.trials)
    assert record.best is not None
    assert record.best.value < 0.3  # half-moons with some noise; ln 2 is what guessing reaches
    assert (record.paths.folder / "figure.png").exists()
    assert Path("moons.html").stat().st_size > 10_000
