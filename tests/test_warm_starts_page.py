"""What docs/warm-starts.md shows works."""

import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.test_earlier import FLOAT, INT, entry, param

from tunewise import load_experiment

PAGE = Path(__file__).resolve().parents[1] / "docs" / "warm-starts.md"
TRAIN = """\
import argparse
from tunewise import Reporter
parser = argparse.ArgumentParser()
for name in ("lr", "layers", "dropout"):
    parser.add_argument(f"--{name}", type=float)
args = parser.parse_args()
Reporter()(loss=args.lr * args.layers + args.dropout)
"""


@pytest.fixture(autouse=True)
def _study_of_optuna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's study, in the current folder."""
    monkeypatch.chdir(tmp_path)
    lines = [entry(0, study_name="a", directions=[1])]
    for trial, layers in enumerate([1, 2, 6, 3, 4, 1, 2, 3]):
        lines += [
            entry(4, study_id=0),
            param(trial, "layers", layers, INT),
            param(trial, "lr", (trial + 1) / 100, FLOAT),
            entry(6, trial_id=trial, state=1, values=[float(trial)]),
        ]
    Path("study.log").write_text("\n".join(lines))


def blocks(language: str) -> list[str]:
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [block for name, block in fenced if name == language]


@pytest.mark.slow
def test_the_command_says_what_the_page_says() -> None:
    Path("train.py").write_text(TRAIN)
    [command], [told] = blocks(""), blocks("text")
    words = shlex.split(command.replace("\\\n", " "))
    done = subprocess.run([sys.executable, "-m", *words], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert told.strip() in " ".join(done.stdout.split())
    layers_tried = [trial.config["layers"] for trial in load_experiment("warm").state.trials]
    assert layers_tried[2:7] == [1, 2, 3, 4, 1]
    Path("go_on.py").write_text(blocks("python")[1])
    found = runpy.run_path("go_on.py")
    assert found["remark"] == "wider goes on from warm with 9 of 9 trials."
    assert [trial.config["layers"] for trial in found["result"].state.trials][:9] == layers_tried
    assert len(found["result"].state.trials) == 12


@pytest.mark.slow
def test_earlier_trials_are_observations_in_a_loop_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    source = blocks("python")[0]
    Path("loop.py").write_text(source)
    found = runpy.run_path("loop.py")
    assert "7 of 8 earlier trials fit the space" in capsys.readouterr().out
    search = found["search"]
    assert len(search.trials) == 1 + 7 + 5
    assert [trial.value for trial in search.trials[1:8]] == [0.0, 1.0, 3.0, 4.0, 5.0, 6.0, 7.0]
    assert set(search.space.names) == {"lr", "layers"}
