"""What docs/functions.md shows works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment

PAGE = Path(__file__).resolve().parents[1] / "docs" / "functions.md"

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _in_a_folder_with_its_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
    blocks = re.findall(r"^```python\n# (.*?)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 4
    for name, block in blocks:
        Path(name).write_text(block)


def python(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_study_is_begun_and_continued() -> None:
    assert "'lr'" in python("study.py")
    first = load_experiment("study")
    assert not any(trial.failure for trial in first.state.trials)
    assert len(first.state.trials) == 12
    assert "finished" in python("longer.py")
    python("longer.py")  # again, with nothing left to do
    python("-m", "tunewise", "resume", "study", "--max-trials", "18")
    result = load_experiment("study")
    assert len(result.state.trials) == 18
    assert not any(trial.failure for trial in result.state.trials)


def test_a_function_runs_by_hand() -> None:
    by_hand = 'import study, tunewise; study.train({"lr": 0.1, "decay": 0.0}, tunewise.Reporter())'
    assert python("-c", by_hand).splitlines()[0].startswith("epoch=1 loss=0.81")


def test_a_function_that_returns_its_metric() -> None:
    assert python("square.py").startswith("Best(value=")


def test_an_objective_that_asks_as_it_runs() -> None:
    printed = python("define_by_run.py").splitlines()
    assert float(printed[0].split()[0]) < 0.1
    assert "if optimizer == 'sgd'" in printed[1]
