"""An experiment on Ray whose tuner is killed with -9 again and again ends as if nothing had been."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import TYPE_CHECKING

import psutil
import pytest
from tests.killed import check_no_report_lost_or_doubled, fork_and_kill, lines_of

from tunewise import Problem, StoppingCriterion, Tuner, methods, space
from tunewise.backends.ray import RayBackend
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult, load_experiment
from tunewise.tuner import resume

if TYPE_CHECKING:
    from pathlib import Path

    from examples.clusters.ray_cluster import RayCluster

TRIALS = 12
DEATHS = 10  # of one experiment's tuners
LONGEST = 10.0  # seconds for a journal to grow
SCRIPT = """\
import argparse, json, os, time
from tunewise import Reporter, checkpoint_dir

parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float, required=True)
parser.add_argument("--epochs", type=int, required=True)
args = parser.parse_args()
with open({starts!r}, "a") as file:
    file.write(json.dumps([os.environ["TUNEWISE_REPORTS"], os.getpid()]) + "\\n")
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    time.sleep(0.02)
    while {last!r} in os.environ["TUNEWISE_REPORTS"] and os.path.exists({kept!r}):
        time.sleep(0.05)
    draft = saved.with_name("draft")
    draft.write_text(str(epoch))
    os.replace(draft, saved)
    report(epoch=epoch, loss=(args.x - 0.3) ** 2 + 1 / epoch)
"""


def tuner(script: Path) -> Tuner:
    problem = Problem(
        {"x": space.uniform(0, 1)},
        metric="loss",
        resource_attr="epoch",
        max_resource=9,
        max_resource_arg="epochs",
    )
    method = methods.asha(problem, type="promotion", seed=1)
    stop = StoppingCriterion(max_num_trials_started=TRIALS)
    backend = RayBackend(str(script), stop_grace=1.0, poll_every=0.5)
    return Tuner(backend, method, stop, workers=3, name="killed")


def check_nothing_lost_and_nothing_twice(record: ExperimentResult, starts: Path) -> None:
    check_no_report_lost_or_doubled(record, TRIALS)
    begun = [json.loads(line) for line in starts.read_text().splitlines()]
    assert set(Counter(reports for reports, _ in begun).values()) == {1}, "a job ran twice"
    assert len(begun) == record.state.launches
    assert not [pid for _, pid in begun if psutil.pid_exists(pid)], "a script is left"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(3))
def test_kill_the_tuner_at_random_moments(cluster: RayCluster, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    starts, script = tmp_path / "starts", tmp_path / "train.py"
    kept = tmp_path / "kept"  # as long as it is there, the last trial isn't over
    kept.touch()
    script.write_text(SCRIPT.format(starts=str(starts), kept=str(kept), last=f"/{TRIALS - 1:05d}/"))
    paths = ExperimentPaths.named("killed")
    for _ in range(DEATHS):
        run = (lambda: resume("killed")) if paths.definition.exists() else tuner(script).run
        lines, delay = lines_of(paths) + rng.randrange(5), rng.choice((0.0, rng.uniform(0.0, 0.5)))
        fork_and_kill(run, paths, lines, delay, LONGEST)
    kept.unlink()
    resume("killed")
    check_nothing_lost_and_nothing_twice(load_experiment("killed"), starts)
