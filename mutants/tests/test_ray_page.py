"""What docs/ray.md shows works, on a cluster of this machine; but for `ray start`, which is Ray's."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from examples.clusters.ray_cluster import missing

from tunewise import load_experiment
from tunewise.trial import Status

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "ray.md"

TRAIN = """\
import argparse
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
print("from epoch", first)
for epoch in range(first, args.epochs + 1):
    saved.write_text(str(epoch))
    report(epoch=epoch, val_loss=args.lr + 1 / epoch)
"""


def block(beginning: str) -> str:
    """The page's commands that begin so."""
    fenced = re.findall(r"^```\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    (text,) = [text for text in fenced if text.startswith(beginning)]
    return str(text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if missing():
        pytest.skip(missing())
    (tmp_path / "train.py").write_text(TRAIN)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tunewise").write_text(f'#!/bin/sh\nexec {sys.executable} -m tunewise "$@"\n')
    (tmp_path / "bin" / "python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    for program in (tmp_path / "bin").iterdir():
        program.chmod(0o755)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    return tmp_path


def run(folder: Path, commands: str) -> str:
    (folder / "commands.sh").write_text(commands)
    done = subprocess.run(
        [
            sys.executable,
            ROOT / "examples/clusters/ray_cluster.py",
            "--cpus=4",
            "--gpus=1",
            "--",
            "sh",
            "-ex",
            "commands.sh",
        ],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_commands_do_what_they_say(folder: Path) -> None:
    commands = block("tunewise run train.py --backend ray")
    assert "--max-wallclock 1h" in commands
    output = run(folder, commands.replace("--max-wallclock 1h", "--max-trials 4"))
    assert "runs on     Ray" in output
    assert "from epoch 1" in output
    record = load_experiment("lm")
    assert len(record.state.trials) == 4
    assert not record.state.trials.having(Status.FAILED)


@pytest.mark.slow
def test_the_throw_away_cluster_runs_a_command(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-ex"],
        input=block("python examples/clusters/ray_cluster.py"),
        cwd=folder,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0
    assert len(load_experiment("tried").state.trials.having(Status.COMPLETED)) == 4
