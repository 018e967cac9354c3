"""What docs/warm-starts.md shows works."""

import re
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


@pytest.mark.slow
def test_the_command_says_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("train.py").write_text(TRAIN)
    lines = [entry(0, study_name="a", directions=[1])]
    for trial, layers in enumerate([1, 2, 6, 3, 4, 1, 2, 3]):
        lines += [
            entry(4, study_id=0),
            param(trial, "layers", layers, INT),
            param(trial, "lr", (trial + 1) / 100, FLOAT),
        ]
        lines.append(entry(6, trial_id=trial, state=1, values=[float(trial)]))
    Path("study.log").write_text("\n".join(lines))
    text = PAGE.read_text(encoding="utf-8")
    [command] = re.findall(r"^```\n(.*?)^```$", text, re.M | re.S)
    [told] = re.findall(r"^```text\n(.*?)\n```$", text, re.M | re.S)
    words = shlex.split(command.replace("\\\n", " "))
    done = subprocess.run([sys.executable, "-m", *words], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert told in " ".join(done.stdout.split())
    layers_tried = [trial.config["layers"] for trial in load_experiment("warm").state.trials]
    assert layers_tried[2:7] == [1, 2, 3, 4, 1]
