"""A real experiment whose tuner is killed with -9 at any moment ends as if nothing had been."""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import psutil
import pytest
from tests.killed import check_no_report_lost_or_doubled, fork_and_kill, lines_of

from tunewise import LocalBackend, Problem, StoppingCriterion, Tuner, methods, space
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult, load_experiment
from tunewise.tuner import resume

TRIALS = 16
LONGEST = 60.0  # seconds for a journal to grow
LEAST_LINES = 40  # of about eighty: several hundred milliseconds before the end of the experiment
SCRIPT = """\
import argparse, json, os, sys, time
sys.path.insert(0, {source!r})
from tunewise import Reporter, checkpoint_dir

parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float, required=True)
parser.add_argument("--epochs", type=int, required=True)
args = parser.parse_args()
with open({starts!r}, "a") as file:
    file.write(json.dumps([os.environ["TUNEWISE_REPORTS"], args.x]) + "\\n")
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    time.sleep(0.01)
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
    return Tuner(LocalBackend(str(script), stop_grace=1.0), method, stop, workers=2, name="killed")


def processes_of(paths: ExperimentPaths) -> list[psutil.Process]:
    """Processes that carry a path of the experiment in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(paths.folder) in process.environ().get("TUNEWISE_REPORTS", ""):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue  # gone meanwhile, or not ours
    return found


def check_nothing_lost_and_nothing_twice(record: ExperimentResult, starts: Path) -> None:
    trials = record.state.trials
    check_no_report_lost_or_doubled(record, TRIALS)
    rows = [(row["trial_id"], row["epoch"]) for row in record.rows()]
    assert len(rows) == len(set(rows)) == sum(len(trial.levels) for trial in trials)
    launches = Counter(json.loads(line)[0] for line in starts.read_text().splitlines())
    assert set(launches.values()) == {1}, "a job ran twice"
    assert len(launches) == record.state.launches
    configs = [trial.config["x"] for trial in trials]
    assert len(set(configs)) == TRIALS


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(50))
def test_kill_the_tuner_at_a_random_moment(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    starts = tmp_path / "starts"
    script = tmp_path / "train.py"
    source = str(Path(sys.modules["tunewise"].__file__ or "").parents[1])
    script.write_text(SCRIPT.format(source=source, starts=str(starts)))
    paths = ExperimentPaths.named("killed")
    fork_and_kill(tuner(script).run, paths, rng.randrange(LEAST_LINES), rng.uniform(0.0, 0.04), LONGEST)
    if rng.random() < 0.5 and paths.definition.exists() and lines_of(paths) < LEAST_LINES:
        # a second tuner may die, too, in the midst of taking up what the first one left
        fork_and_kill(lambda: resume("killed"), paths, lines_of(paths), rng.uniform(0.0, 0.1), LONGEST)
    if rng.random() < 0.3:
        time.sleep(rng.uniform(0.0, 0.3))  # jobs go on, and end, with no tuner to see it
    if paths.definition.exists():
        resume("killed")
    else:
        tuner(script).run()  # killed before there was anything to resume
    check_nothing_lost_and_nothing_twice(load_experiment("killed"), starts)
    assert not processes_of(paths)
