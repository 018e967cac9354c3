"""An experiment whose tuner is killed with SIGKILL at any moment ends as if nothing had happened."""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import psutil
import pytest
from tests.killed import (
    check_no_report_lost_or_doubled,
    fork_and_kill,
    in_a_child,
    kill,
    lines_of,
    wait_for_lines,
)

from tunewise import LocalBackend, Problem, StoppingCriterion, Tuner, methods, space
from tunewise.events import Requested
from tunewise.paths import ExperimentPaths
from tunewise.requests import Change, Remark, TryNext, ask
from tunewise.results import ExperimentResult, load_experiment
from tunewise.tuner import resume

TRIALS = 16
MOMENTS = 6
PATIENCE = 120.0  # seconds for a journal to grow
LAST_LINES = 40  # no tuner is killed later; the first `FREE_JOBS` jobs lead to more lines than that
FREE_JOBS = 15  # jobs that run while the file `hold` is there; later ones wait, so that no tuner ends before
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
while os.path.exists({hold!r}) and len(open({starts!r}).readlines()) > {free}:
    time.sleep(0.02)
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
    """Processes with a path of the experiment in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(paths.folder) in process.environ().get("TUNEWISE_REPORTS", ""):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue  # gone, or another user's
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


def write_script(folder: Path) -> Path:
    """The script, whose jobs wait as long as there is a file `hold` beside it, which is made."""
    starts, hold, script = folder / "starts", folder / "hold", folder / "train.py"
    source = str(Path(sys.modules["tunewise"].__file__ or "").parents[1])
    script.write_text(SCRIPT.format(source=source, starts=str(starts), hold=str(hold), free=FREE_JOBS))
    hold.touch()
    return script


@pytest.mark.chaos
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_experiment_survives_a_kill_of_its_tuner(tmp_path: Path, chaos_seed: int, moment: int) -> None:
    rng = random.Random(f"{chaos_seed} {moment}")
    script = write_script(tmp_path)
    paths = ExperimentPaths.named("killed")
    lines = int((moment + rng.random()) * LAST_LINES / MOMENTS)
    fork_and_kill(tuner(script).run, paths, lines, rng.uniform(0.0, 0.04), PATIENCE)
    if moment % 2 and paths.definition.exists():  # kill the next tuner too, while it reattaches
        fork_and_kill(lambda: resume("killed"), paths, lines_of(paths), rng.uniform(0.0, 0.1), PATIENCE)
    if moment % 3 == 0:
        time.sleep(rng.uniform(0.0, 0.3))  # jobs go on and end without a tuner
    (tmp_path / "hold").unlink()
    if paths.definition.exists():
        resume("killed")
    else:
        tuner(script).run()  # killed before there was anything to resume
    check_nothing_lost_and_nothing_twice(load_experiment("killed"), tmp_path / "starts")
    assert not processes_of(paths)


@pytest.mark.chaos
@pytest.mark.parametrize("moment", range(4))
def test_requests_survive_a_kill_of_the_tuner(tmp_path: Path, chaos_seed: int, moment: int) -> None:
    """It is killed about when it takes them up: some are in the journal by then, some only in the folder."""
    rng = random.Random(f"{chaos_seed} {moment} requests")
    script, paths = write_script(tmp_path), ExperimentPaths.named("killed")
    wishes = (
        Remark("first"),
        TryNext({"x": 0.123}),
        Change(workers=3),
        TryNext({"x": "0.456"}),
        Remark("last"),
    )
    child = in_a_child(tuner(script).run)
    wait_for_lines(paths, rng.randrange(8, 20), PATIENCE)
    ids = [ask(paths, wish) for wish in wishes]
    time.sleep(rng.uniform(0.0, 0.05))
    kill(child)
    (tmp_path / "hold").unlink()
    resume("killed")
    record = load_experiment("killed")
    check_nothing_lost_and_nothing_twice(record, tmp_path / "starts")
    assert [entry.fact.id for entry in record.entries() if isinstance(entry.fact, Requested)] == ids
    assert [remark.text for remark in record.state.remarks] == ["first", "last"]
    asked = [trial.config["x"] for trial in record.state.trials if trial.why["kind"] == "asked"]
    assert asked == [0.123, 0.456]
    assert record.last_run.workers == 3
    assert not list(paths.requests.iterdir())
