"""Whole experiments on a real Slurm: tuners that are killed, nodes that are lost."""

import json
import os
import random
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from examples.clusters.slurm_cluster import SlurmCluster, missing
from tests.helpers.harnesses.slurm import example
from tests.killed import check_no_report_lost_or_doubled, fork_and_kill, in_a_child, lines_of

from tunewise import Problem, StoppingCriterion, Tuner, load_experiment, methods, space
from tunewise.events import JobEnded, ResumeTrial
from tunewise.paths import ExperimentPaths
from tunewise.requests import ask
from tunewise.results import ExperimentResult
from tunewise.successor import Difference, found
from tunewise.trial import Status
from tunewise.tuner import resume

DEATHS = 4  # of one experiment's tuners
SCRIPT = """\
import argparse, json, os, sys, time
sys.path.insert(0, {source!r})
from tunewise import Reporter, checkpoint_dir

parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float, required=True)
parser.add_argument("--epochs", type=int, required=True)
args = parser.parse_args()
def note(what):
    with open({starts!r}, "a") as file:
        told = [os.environ["TUNEWISE_REPORTS"], os.environ["SLURMD_NODENAME"], what, os.getpid(), args.x]
        file.write(json.dumps(told) + "\\n")

note("begins")
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    while epoch > 1 and os.path.exists({barred!r}):
        time.sleep(0.05)
    while {last!r} in os.environ["TUNEWISE_REPORTS"] and os.path.exists({kept!r}):
        time.sleep(0.05)
        note("waits")
    draft = saved.with_name("draft")
    draft.write_text(str(epoch))
    os.replace(draft, saved)
    report(epoch=epoch, loss=(args.x - 0.3) ** 2 + 1 / epoch)
"""


class Note(NamedTuple):
    """A line of a job. x: of its trial."""

    reports: str
    node: str
    what: str
    pid: int
    x: float


class Study:
    """An experiment by the name `slurm` of a script that notes where each of its jobs began."""

    def __init__(self, folder: Path, trials: int, hold: int, pauses: bool = True) -> None:
        self._pauses = pauses
        self.starts, self.barred, self.trials = folder / "starts", folder / "barred", trials
        self.kept = folder / "kept"  # as long as it is there, the last trial isn't over
        self._script = folder / "train.py"
        source = str(Path(sys.modules["tunewise"].__file__ or "").parents[1])
        self._script.write_text(
            SCRIPT.format(
                source=source,
                starts=str(self.starts),
                barred=str(self.barred),
                kept=str(self.kept),
                last=f"/{trials - 1:05d}/",
            )
        )
        self._hold = hold
        self.paths = ExperimentPaths.named("slurm")

    def run(self) -> ExperimentResult:
        problem = Problem(
            {"x": space.uniform(0, 1)},
            metric="loss",
            resource_attr="epoch",
            max_resource=3,
            max_resource_arg="epochs",
        )
        promotion = methods.asha(problem, type="promotion", grace_period=1, seed=1)
        method = promotion if self._pauses else methods.rs(problem, seed=1)
        stop = StoppingCriterion(max_num_trials_started=self.trials)
        spec = replace(example(self._script), hold=self._hold, lease=4.0)
        return Tuner(spec, method, stop, workers=4, name="slurm").run()

    def resume(self) -> ExperimentResult:
        return resume("slurm") if self.paths.definition.exists() else self.run()

    def notes(self) -> list[Note]:
        """What the script noted, in the order of time on this one machine."""
        return [Note(*json.loads(line)) for line in self.starts.read_text().splitlines()]

    def reports(self) -> int:
        return self.paths.journal.read_bytes().count(b'"reported"') if self.paths.journal.exists() else 0

    def check(self) -> ExperimentResult:
        """No report is lost or doubled, and no job ran twice."""
        record = load_experiment("slurm")
        check_no_report_lost_or_doubled(record, self.trials)
        begun = Counter(note.reports for note in self.notes() if note.what == "begins")
        assert set(begun.values()) == {1}, "a job ran twice"
        return record


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.chaos
@pytest.mark.parametrize("hold", [0, 3])
def test_tuners_are_killed_at_random_moments(
    slurm: SlurmCluster, tmp_path: Path, chaos_seed: int, hold: int
) -> None:
    rng = random.Random(chaos_seed)
    study = Study(tmp_path, trials=6, hold=hold)
    study.kept.touch()
    for _ in range(DEATHS):
        lines, delay = lines_of(study.paths) + rng.randrange(7), rng.uniform(0.0, 0.3)
        fork_and_kill(study.resume, study.paths, lines, delay, longest=10.0)
    study.kept.unlink()
    study.resume()
    study.check()
    slurm.wait_until("no job is left", lambda: not slurm.jobs())


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_successor_goes_on_from_checkpoints(slurm: SlurmCluster, tmp_path: Path) -> None:
    study = Study(tmp_path, trials=4, hold=0)
    before = study.run().state.trials
    waiting = min(before.having(Status.PAUSED))
    name, _ = found("slurm", Difference(space={"x": space.uniform(0, 2)}))
    ask(ExperimentPaths.named(name), ResumeTrial(waiting))
    result = resume(name, max_num_trials_started=6)
    check_no_report_lost_or_doubled(result, 6)  # a trial that began anew would report an epoch twice
    assert len(result.state.trials[waiting].jobs) > len(before[waiting].jobs)
    slurm.wait_until("no job is left", lambda: not slurm.jobs())


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("hold", "silent"), [(0, False), (0, True), (4, True)])
def test_what_ran_on_a_node_that_is_lost_goes_on_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: int, silent: bool
) -> None:
    """silent: the node's jobs run on, though Slurm takes them for gone."""
    if missing():
        pytest.skip(missing())
    settings = ["SlurmdTimeout=4", "KillWait=5"]
    with SlurmCluster(tmp_path / "cluster", nodes=2, cpus=4, settings=settings) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        study = Study(tmp_path, trials=4, hold=hold, pauses=False)
        study.barred.touch()
        child = in_a_child(study.run)
        cluster.wait_until("four jobs wait after an epoch", lambda: study.reports() >= 4)
        lost = study.notes()[0].node
        (cluster.silence_node if silent else cluster.drop_node)(lost)
        state = ["sinfo", "-h", "-n", lost, "-o", "%T"]
        cluster.wait_until("Slurm sees it", lambda: "down" in cluster.run(*state))
        again = {note.x for note in study.notes() if note.node == lost}
        cluster.wait_until("its trials begin again", lambda: again <= begun_again(study, lost))
        study.barred.unlink()
        os.waitpid(child, 0)
        record = study.check()
        details = [
            entry.fact.detail
            for entry in record.entries()
            if isinstance(entry.fact, JobEnded) and entry.fact.failure is not None
        ]
        assert {detail.partition(" (")[0].partition(":")[0] for detail in details} == {"its node failed"}
        for x in again:
            nodes = [note.node for note in study.notes() if note.x == x]
            assert nodes == sorted(nodes, key=lambda node: node != lost), "two jobs of a trial at a time"


def begun_again(study: Study, lost: str) -> set[float]:
    return {note.x for note in study.notes() if note.what == "begins" and note.node != lost}
