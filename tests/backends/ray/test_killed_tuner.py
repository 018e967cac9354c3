"""An experiment on Ray whose tuner is killed with -9 again and again ends as if nothing had been."""

import json
import random
from collections import Counter
from pathlib import Path

import psutil
import pytest
from examples.clusters.ray_cluster import RayCluster
from tests.killed import check_no_report_lost_or_doubled, fork_and_kill, lines_of

from tunewise import Problem, StoppingCriterion, Tuner, methods, space
from tunewise.backends.ray import RayBackend
from tunewise.events import ResumeTrial
from tunewise.paths import ExperimentPaths
from tunewise.requests import ask
from tunewise.results import ExperimentResult, load_experiment
from tunewise.successor import Difference, found
from tunewise.trial import Status
from tunewise.tuner import resume

TRIALS = 6
DEATHS = 5  # of one experiment's tuners
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


def check_nothing_lost_and_nothing_twice(
    record: ExperimentResult, starts: Path, trials: int = TRIALS
) -> None:
    check_no_report_lost_or_doubled(record, trials)
    begun = [json.loads(line) for line in starts.read_text().splitlines()]
    assert set(Counter(reports for reports, _ in begun).values()) == {1}, "a job ran twice"
    assert len(begun) == record.state.launches
    assert not [pid for _, pid in begun if psutil.pid_exists(pid)], "a script is left"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.chaos
def test_tuners_are_killed_at_random_moments(ray: RayCluster, tmp_path: Path, chaos_seed: int) -> None:
    rng = random.Random(chaos_seed)
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


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_successor_goes_on_from_checkpoints(ray: RayCluster, tmp_path: Path) -> None:
    starts, script = tmp_path / "starts", tmp_path / "train.py"
    script.write_text(SCRIPT.format(starts=str(starts), kept=str(tmp_path / "kept"), last="none"))
    before = tuner(script).run().state.trials
    waiting = min(before.having(Status.PAUSED))
    name, _ = found("killed", Difference(space={"x": space.uniform(0, 2)}))
    ask(ExperimentPaths.named(name), ResumeTrial(waiting))
    result = resume(name, max_num_trials_started=TRIALS + 2)
    check_nothing_lost_and_nothing_twice(result, starts, TRIALS + 2)
    assert len(result.state.trials[waiting].jobs) > len(before[waiting].jobs)
