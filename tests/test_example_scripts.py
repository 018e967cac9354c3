"""Scripts that know nothing of Tunewise are tuned by the commands that they show."""

import ast
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import ExperimentResult, load_experiment

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "scripts"

pytestmark = pytest.mark.slow


def run(script: str) -> ExperimentResult:
    """What the command at a script's beginning finds; and that the best command repeats its best value."""
    shown = ast.get_docstring(ast.parse((FOLDER / script).read_text())) or ""
    command = shlex.split(shown[shown.index("tunewise run") :].replace("\\\n", " "))
    printed = subprocess.run(
        [sys.executable, "-m", *command], cwd=FOLDER, check=True, capture_output=True, text=True
    ).stdout
    result = load_experiment(command[command.index("--name") + 1])
    assert "Finished" in printed
    assert not [trial.failure.message for trial in result.state.trials if trial.failure]
    return result


def again(result: ExperimentResult) -> str:
    """What the command that `tunewise best` shows prints."""
    best = [sys.executable, "-m", "tunewise", "best", result.name, "--command"]
    command = subprocess.run(best, check=True, capture_output=True, text=True).stdout
    return subprocess.run(["sh", "-c", command], check=True, capture_output=True, text=True).stdout


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))


def test_a_score_without_epochs() -> None:
    result = run("sklearn_scores.py")
    assert result.best is not None
    assert f"F1 score: {result.best.value:.4f}" in again(result)
    for trial in result.state.trials:
        assert ("trees" in trial.config, "C" in trial.config) in ((True, False), (False, True))


def test_a_yaml_file_with_conditions_and_checkpoints_of_its_own() -> None:
    pytest.importorskip("torch")
    result = run("torch_yaml.py")
    resumed = [trial for trial in result.state.trials if len(trial.jobs) > 1]
    assert resumed
    assert all(list(trial.levels) == list(range(1, trial.level + 1)) for trial in resumed)
    assert all({"val_acc", "val_loss"} <= row.keys() for row in result.rows())
    assert result.best is not None
    assert f"epoch {result.best.level}: val_loss={result.best.value:.4f}" in again(result)


def test_a_log_with_noise() -> None:
    result = run("noisy_log.py")
    assert result.best is not None
    assert re.search(rf"Epoch \[ *{result.best.level}/9\].* val acc: {result.best.value:.2f}%", again(result))
    assert {row["epoch"] for row in result.rows()} == set(range(1, 10))
