"""What docs/slurm.md shows works, on a cluster of this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from examples.clusters.slurm_cluster import SlurmCluster, missing

from tunewise import load_experiment
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "slurm.md"

TRAIN = """\
import argparse, os, time
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
    while os.path.exists("barred"):
        time.sleep(0.05)
    saved.write_text(str(epoch))
    report(epoch=epoch, val_loss=args.lr + 1 / epoch)
"""


def block(beginning: str) -> str:
    """The page's code that begins so."""
    fenced = re.findall(r"^```\w*\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    (text,) = [text for text in fenced if beginning in text]
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


@pytest.fixture
def cluster(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlurmCluster]:
    with SlurmCluster(folder / "cluster", cpus=16) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        yield cluster


def run(folder: Path, commands: str) -> str:
    ran = subprocess.run(
        ["sh", "-ex"],
        input=commands,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
    return ran.stdout


@pytest.mark.slow
def test_commands_work(folder: Path, cluster: SlurmCluster) -> None:
    first = block("tunewise logs lm 0")
    assert first.count("--max-wallclock 8h") == 1
    printed = run(folder, first.replace("--max-wallclock 8h", "--max-trials 3"))
    assert "from epoch 1" in printed
    assert len(load_experiment("lm").state.trials) == 3
    run(folder, block("--hold 4"))
    assert len(load_experiment("held").state.trials) == 12
    served = list(ExperimentPaths.named("held").held.glob("*.serving"))
    assert 1 <= len(served) <= 4
    cluster.wait_until("nothing is held any more", lambda: not cluster.jobs())


@pytest.mark.slow
def test_a_tuner_that_is_a_job_goes_on_in_another(folder: Path, cluster: SlurmCluster) -> None:
    (folder / "barred").touch()
    (folder / "tuner.sh").write_text(block("trap next USR1"))
    run(folder, "sbatch tuner.sh")
    cluster.wait_until(
        "four trials wait", lambda: sum(name.startswith("tw-") for name in cluster.jobs()) == 4
    )
    listed = (line.split("|") for line in cluster.run("squeue", "-h", "-o", "%i|%j").split())
    (tuner,) = [number for number, name in listed if name == "tuner"]
    cluster.run("scancel", "--batch", "--signal=USR1", tuner)
    cluster.wait_until("the next tuner is there", lambda: _tuners(cluster) not in ([], [tuner]))
    assert sum(name.startswith("tw-") for name in cluster.jobs()) == 4
    (folder / "barred").unlink()
    cluster.wait_until("the last tuner is through", lambda: not cluster.jobs())
    record = load_experiment("again")
    assert record.ended is not None
    assert len(record.state.trials) == 12
    assert not any(trial.failure for trial in record.state.trials), (folder / "tuner.log").read_text()


def _tuners(cluster: SlurmCluster) -> list[str]:
    return cluster.run("squeue", "-h", "-t", "RUNNING", "-n", "tuner", "-o", "%i").split()


@pytest.mark.slow
def test_the_throw_away_cluster_works(folder: Path) -> None:
    run(folder, block("examples/clusters/slurm_cluster.py"))
    assert len(load_experiment("tried").state.trials) == 4
