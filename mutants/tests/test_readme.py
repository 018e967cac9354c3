"""What the README shows works."""

import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment, methods
from tunewise.space import parse_domain

README = Path(__file__).resolve().parents[1] / "README.md"


def blocks(language: str) -> list[str]:
    """The code blocks of a language ("" for commands)."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    return [block for name, block in fenced if name == language]


def instead(text: str, limit: str, other: str) -> str:
    """The text with a limit that doesn't depend on how fast the machine is."""
    assert text.count(limit) == 1, f"{limit} isn't in the README once"
    return text.replace(limit, other)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The README's training script, in the current folder."""
    [source] = [block for block in blocks("python") if "checkpoint_dir()" in block]
    path = tmp_path / "train.py"
    path.write_text(source)
    monkeypatch.chdir(tmp_path)
    return path


def test_the_script_runs_alone(script: Path) -> None:
    command = [sys.executable, str(script), "--epochs", "2"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert output.splitlines()[0].startswith("epoch=1 loss=")


@pytest.mark.slow
@pytest.mark.usefixtures("script")
def test_the_commands_do_what_they_say() -> None:
    [run] = [block for block in blocks("") if "tunewise run" in block]
    [others] = [block for block in blocks("") if "tunewise resume" in block]
    run = instead(run, "--max-wallclock 30s", "--max-trials 5")
    others = instead(others, "--max-wallclock 1m", "--max-trials 6")
    commands = [run.replace("\\\n", " "), *others.splitlines()]
    for command in commands:
        words = shlex.split(command, comments=True)
        done = subprocess.run([sys.executable, "-m", *words], check=False, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}: {done.stderr}"
    record = load_experiment("first")
    assert record.problem.max_resource == 27
    assert len(record.state.trials) == 6
    assert record.best is not None
    assert 0.3 < record.best.value < 1.0  # its data have noise, and so the loss a floor
    assert (record.paths.folder / "figure.png").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("script")
def test_the_python_examples_run(capsys: pytest.CaptureFixture[str]) -> None:
    examples = [block for block in blocks("python") if "checkpoint_dir()" not in block]
    assert len(examples) == 2
    limits = "max_wallclock_time=10, max_num_trials_started=50"
    examples[0] = instead(examples[0], limits, "max_num_trials_started=5")
    for number, example in enumerate(examples):
        path = Path(f"example{number}.py")
        path.write_text(example)
        runpy.run_path(str(path), run_name="__main__")
    output = capsys.readouterr().out
    assert "trial_id" in output
    assert "Best(value=" in output


def test_the_tables_list_what_there_is() -> None:
    text = README.read_text(encoding="utf-8")
    domains = re.findall(
        r"^\| (`.*?`) \| (?!random|a grid|asynch)", text.split("### Spaces")[1].split("###")[0], re.M
    )
    assert len(domains) == 7
    for cell in domains:
        for domain in re.findall(r"`(.*?)`", cell):
            parse_domain(domain)
    listed = re.findall(r"^\| (`.*?`) \|", text.split("### Methods")[1].split("###")[0], re.M)
    assert sorted(name for cell in listed for name in re.findall(r"`(.*?)`", cell)) == methods.names()


@pytest.mark.usefixtures("script")
def test_what_is_simulated_and_recorded() -> None:
    [simulated] = [block for block in blocks("") if "--name replay" in block]
    [recorded] = [block for block in blocks("") if "tunewise record" in block]
    # trials that are trained to their end, whatever the machine's speed
    first = (
        'tunewise run train.py --space "lr=loguniform(1e-3, 1)" --space "momentum=uniform(0, 0.99)" '
        "--metric loss --resource epoch --max-resource epochs=27 --method rs --max-trials 6 --name first"
    )
    for command in [*simulated.splitlines(), first, *recorded.splitlines()]:
        words = shlex.split(command, comments=True)
        done = subprocess.run([sys.executable, "-m", *words], check=False, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}: {done.stderr}"
    assert len(load_experiment("replay").state.trials) > 50
