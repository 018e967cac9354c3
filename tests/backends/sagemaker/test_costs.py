"""What jobs cost: by the experiment, by `tunewise jobs`, by the emulator's bill, and by hand.

The emulator's clock stands still but where the test puts it forward, between one call of the tuner and the
next, so that the numbers below are all that there is to know. Each ends in a fraction of a second, and whole
seconds that have begun are paid for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from click.testing import CliRunner
from tests.backends.sagemaker.conftest import make_with
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise import Problem, StoppingCriterion, Tuner, methods
from tunewise.backends.base import Job
from tunewise.backends.sagemaker import platform, views
from tunewise.backends.sagemaker.calls import make_clients
from tunewise.cli import main
from tunewise.space import loguniform
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import JobId

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator
    from tunewise.results import ExperimentResult

pytestmark = pytest.mark.slow

Open = Any  # the fixture `open_emulator`

HOURLY = 3600.0  # so that a second costs 1
STANDSTILL = 1e-6  # emulated seconds in a real one
COLD, WARM, COLD_DOWNLOAD, WARM_DOWNLOAD = 120.0, 10.0, 60.0, 5.0
GAP = 50.0
PROFILE: dict[str, Any] = {
    "time_scale": STANDSTILL,
    "cold_start": COLD,
    "warm_start": WARM,
    "cold_download": COLD_DOWNLOAD,
    "warm_download": WARM_DOWNLOAD,
    "spot_gap": GAP,
    "spot_saving": 0.6,
}
KEEP_ALIVE = 600
TRAIN = """
import argparse, sys, time
from pathlib import Path
from tunewise import Reporter
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
rate = parser.parse_args().lr
gate = Path("GATE")
while not gate.exists():
    time.sleep(0.01)
gate.unlink()
if rate == FAILS:
    sys.exit("as it is to be")
Reporter()(loss=rate)
"""
FAILS = 0.2


class Life(NamedTuple):
    """A job as it is to be. before: seconds from the end of the one before to its creation. trains: seconds
    in the status Training; None: it is stopped by somebody while it has no instance yet."""

    before: float
    warm: bool
    trains: float | None


LIVES = [
    Life(before=0.0, warm=False, trains=200.4),
    Life(before=39.4, warm=True, trains=99.4),  # its script fails
    Life(before=12.4, warm=True, trains=None),
    Life(before=0.0, warm=False, trains=10.4),  # the same trial again
    Life(before=1000.0, warm=False, trains=30.4),  # the instance was kept for 600 s of these
]
ENDED_AFTER = 7.4  # seconds from the last job's end until the tuner ends its instance

BY_HAND = [  # of each job: seconds that are billed, and idle ones of its instance kept afterwards
    (60 + 201, 40),
    (5 + 100, 13),
    (0, 0),  # the instance that it had got is given up before it was there
    (60 + 11, 600),
    (60 + 31, 8),
]


class Director:
    """Brings about the lives, at the tuner's own calls: nothing here depends on how fast anything is."""

    def __init__(self, emulator: Emulator, gate: Path, lives: list[Life]) -> None:
        self._emulator = emulator
        self._gate = gate
        self._coming = iter(lives)
        self._life: Life | None = None
        self._ending = False

    def before_create(self, **_: object) -> None:
        self._life = next(self._coming)
        self._emulator.advance(self._life.before)

    def before_list(self, **_: object) -> None:
        """Lets the latest job live its life."""
        life, self._life = self._life, None
        if life is None:
            return
        name = self._emulator.jobs()[-1].name
        if life.trains is None:
            self._emulator.client("sagemaker").stop_training_job(TrainingJobName=name)
        else:
            self._train(name, life, life.trains)
        self._emulator.wait_for(name)

    def before_update(self, **_: object) -> None:
        if not self._ending:
            self._ending = True
            self._emulator.advance(ENDED_AFTER)

    def _train(self, name: str, life: Life, seconds: float) -> None:
        self._emulator.wait_for(name, "Starting")
        self._emulator.advance(WARM if life.warm else COLD)
        self._emulator.wait_for(name, "Downloading")
        self._emulator.advance(WARM_DOWNLOAD if life.warm else COLD_DOWNLOAD)
        self._emulator.wait_for(name, "Training")
        self._emulator.advance(seconds)
        self._gate.touch()


@pytest.fixture
def emulator(open_emulator: Open) -> Emulator:
    emulator: Emulator = open_emulator(**PROFILE)
    return emulator


@pytest.fixture
def experiment(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExperimentResult:
    """One that has gone through all lives."""
    gate, script = tmp_path / "gate", tmp_path / "train.py"
    script.write_text(TRAIN.replace("GATE", str(gate)).replace("FAILS", str(FAILS)))
    director = Director(emulator, gate, LIVES)

    def clients(region: str | None) -> Any:  # noqa: ANN401
        made = make_clients(region)
        events = made.sagemaker.meta.events
        events.register("before-call.sagemaker.CreateTrainingJob", director.before_create)
        events.register("before-call.sagemaker.ListTrainingJobs", director.before_list)
        events.register("before-call.sagemaker.UpdateTrainingJob", director.before_update)
        return made

    monkeypatch.setattr(platform, "make_clients", clients)
    rates = [0.1, FAILS, 0.3, 0.4]
    problem = Problem({"lr": loguniform(1e-4, 1.0)}, "loss")
    tuner = Tuner(
        replace(example(script), keep_alive=KEEP_ALIVE),
        methods.rs(problem, points_to_evaluate=[{"lr": rate} for rate in rates]),
        StoppingCriterion(max_num_trials_started=len(rates)),
        workers=1,
        name="costs",
        price=HOURLY,
    )
    return tuner.run()


def test_all_costs_agree_with_those_computed_by_hand(
    emulator: Emulator, experiment: ExperimentResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = emulator.jobs()
    assert [job.name[-9:] for job in found] == [
        f"t0000{n}-r{r}" for n, r in ((0, 0), (1, 0), (2, 0), (2, 1), (3, 0))
    ]
    assert [job.status for job in found] == ["Completed", "Failed", "Stopped", "Completed", "Completed"]
    assert [job.warm for job in found] == [life.warm for life in LIVES]

    bill = emulator.bill(lambda kind: HOURLY)
    assert [(item.seconds, item.idle_seconds) for item in bill] == BY_HAND
    assert [item.cost for item in bill] == pytest.approx([seconds + idle for seconds, idle in BY_HAND])

    told = [seconds_of(emulator, job.name) for job in found]
    assert [(billed or 0, idle or 0) for billed, idle in told] == BY_HAND

    billed, idle = (sum(column) for column in zip(*BY_HAND, strict=True))
    state = experiment.state
    assert state.worker_time(state.now) == billed
    assert state.cost(state.now) == pytest.approx(billed + idle)

    monkeypatch.setattr(views, "price_of", lambda kind: SimpleNamespace(hourly=HOURLY))
    printed = CliRunner().invoke(main, ["jobs", "costs"])
    lines = printed.output.splitlines()[1:]
    costs = [line.split()[-3] for line in lines[: len(BY_HAND)]]
    assert costs == [f"{sum(seconds):.2f}" if sum(seconds) else "-" for seconds in reversed(BY_HAND)]
    assert lines[len(BY_HAND)].split()[-1] == f"{billed + idle:,.2f}"


@pytest.mark.parametrize(
    ("spot", "billed"),
    [
        (True, 101),  # 0.4 x (60 + 100.4 + 60 + 30.4): spot saves 60 %, and waiting for an instance is free
        (False, 251),  # the attempt that was lost is paid for like the other
    ],
)
def test_a_job_that_loses_its_instance_pays_for_both(
    emulator: Emulator, tmp_path: Path, *, spot: bool, billed: int
) -> None:
    make = make_with(spot=spot, retries=0 if spot else 1)
    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"first": 1, "gate": str(rig.gate)}, resumed=False))
        (job,) = emulator.jobs()
        begin(emulator, job.name)
        rig.until_reports(job_id, 1)
        emulator.advance(100.4)
        if spot:
            emulator.interrupt(job.name)
            rig.until("it has left its instance", lambda: emulator.job(job.name).run_start is None)
            emulator.advance(GAP)
        else:
            emulator.lose_instance(job.name)
        emulator.wait_for(job.name, "Starting")
        begin(emulator, job.name)
        emulator.advance(30.4)
        rig.gate.touch()
        assert rig.until_ended(job_id).elapsed == billed
    (item,) = emulator.bill(lambda kind: HOURLY)
    assert (item.seconds, item.idle_seconds, seconds_of(emulator, job.name)[0]) == (
        billed,
        0,
        billed,
    )


def test_a_job_without_an_instance_costs_nothing(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator([Fault("capacity_error", times=2)], **PROFILE)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        job_id = rig.start(rig.job())
        rig.until("two jobs without an instance", lambda: len(emulator.jobs()) == 3)
        name = emulator.jobs()[-1].name
        begin(emulator, name)
        emulator.wait_for(name)
        assert rig.until_ended(job_id).elapsed == 61
    assert [item.cost for item in emulator.bill(lambda kind: HOURLY)] == pytest.approx([0, 0, 61])
    assert [seconds_of(emulator, job.name)[0] for job in emulator.jobs()] == [
        None,
        None,
        61,
    ]


def begin(emulator: Emulator, name: str) -> None:
    """Brings a job to its training on a new instance."""
    emulator.advance(COLD)
    emulator.wait_for(name, "Downloading")
    emulator.advance(COLD_DOWNLOAD)
    emulator.wait_for(name, "Training")


def seconds_of(emulator: Emulator, name: str) -> tuple[float | None, float | None]:
    """What `tunewise jobs` shows as billed, and as idle."""
    job = views._look(views.Account(emulator.client("sagemaker")), name)
    *_, billed, idle, _, _ = job.cells
    assert not isinstance(billed, (str, datetime))
    assert not isinstance(idle, (str, datetime))
    return billed, idle
