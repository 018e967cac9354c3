"""What docs/scripts.md shows works."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment

PAGE = Path(__file__).resolve().parents[1] / "docs" / "scripts.md"


@pytest.fixture(autouse=True)
def _in_a_folder_with_its_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks("python"):
        name = block.splitlines()[0].removeprefix("# ")
        Path(name).write_text(block)


def blocks(language: str) -> list[str]:
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [block for name, block in fenced if name == language]


def words(beginning: str) -> list[str]:
    """The words of the page's command that begins so."""
    [command] = [block for block in blocks("") if block.startswith(beginning)]
    return shlex.split(command.replace("\\\n", " "))


def tunewise(*arguments: str) -> str:
    command = [sys.executable, "-m", "tunewise", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_file_and_a_switch() -> None:
    tunewise(*words("tunewise run config_file.py")[1:])
    record = load_experiment("config-file")
    assert len(record.state.trials) == 8
    assert not any(trial.failure for trial in record.state.trials)
    best = record.best_config()
    assert best is not None
    assert best["centred"] is True
    command = tunewise("best", "config-file", "--command")
    repeated = subprocess.run(["sh", "-c", command], check=True, capture_output=True, text=True).stdout
    assert record.best is not None
    assert repeated.splitlines()[-1] == f"epoch=9 loss={record.best.value}"


@pytest.mark.slow
def test_a_script_that_only_prints() -> None:
    tunewise(*words("tunewise run only_prints.py")[1:])
    record = load_experiment("only-prints")
    assert len(record.state.trials) == 8
    assert not any(trial.failure for trial in record.state.trials)
    assert record.best is not None
    lr, level = (record.best_config() or {})["lr"], record.best.level
    assert isinstance(lr, float)
    assert record.best.value == pytest.approx(100 * (1 - (1 - lr) ** level), abs=0.01)
    assert max(trial.level for trial in record.state.trials) == 9


def test_hydra_gets_its_overrides() -> None:
    Path("app.py").touch()
    printed = tunewise("run", "--dry-run", *words("tunewise run app.py")[2:])
    command = shlex.split(printed.strip().splitlines()[-1])
    assert command[-5].startswith("data=cifar10")
    run, lr, layers, epochs = command[-4:]
    assert run == "hydra.run.dir='$output_dir'"
    assert re.fullmatch(r"model.lr=[0-9.e-]+", lr)
    assert layers in ("model.layers=[64,64]", "model.layers=[128]")
    assert epochs == "trainer.max_epochs=40"


def test_each_way_of_the_table_is_understood() -> None:
    """Its flags go together with a space that has what they name."""
    Path("train.py").touch()
    Path("config.yaml").write_text("lr: 1")
    tables = PAGE.read_text(encoding="utf-8").split("|---|---|\n")[1:]
    rows = [row for table in tables for row in table.split("\n\n")[0].splitlines()]
    ways = [way for row in rows for way in re.findall(r"`(--.*?)`", row.split(" | ")[1])]
    assert len(ways) > 15
    for way in (way for way in ways if way not in ("--resource", '--metric-pattern "NAME=REGEX"')):
        given = (
            "--space",
            "lr=uniform(0, 1)",
            "--space",
            "name=choice(['a', 'b'])",
            "--metric",
            "acc",
            "--mode",
            "max",
        )
        printed = tunewise("run", "train.py", *given, *shlex.split(way), "--max-trials", "1", "--dry-run")
        assert "For the first job this would be submitted" in printed
