"""Jobs on a real Slurm, where it does what it does to jobs."""

from __future__ import annotations

import logging
import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from examples.clusters.slurm_cluster import SlurmCluster, missing
from tests.helpers.harnesses.slurm import example

from tunewise.backends.base import BackendError, LiveJob
from tunewise.backends.gpus import THREAD_LIMITS
from tunewise.backends.job_folders import read_start_record
from tunewise.events import JobQueued, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, processes, rig_for
from tunewise.testing.harness import is_alive
from tunewise.trial import FailureKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.helpers.harnesses.slurm import SlurmHarness

    from tunewise.backends.slurm import SlurmBackend

pytestmark = pytest.mark.slow

SEES = """
names = ("SLURM_ARRAY_TASK_ID", "SLURM_MEM_PER_CPU", "SBATCH_COMMENT", "OMP_NUM_THREADS", "LOADED", "MINE")
told = {name: os.environ.get(name) for name in names}
report(step=1, cwd=os.getcwd(), argv=" ".join(sys.argv[1:]), **told)
"""
SAVES = """
import subprocess
def save(number, frame):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # where Slurm tells each process itself, it comes twice
    print("saved", flush=True)
    os._exit(0)
signal.signal(signal.SIGTERM, save)
child = subprocess.Popen([sys.executable, "-c", "import os, time; os.setsid(); time.sleep(1000)"])
report(step=1, child=child.pid)
while True:
    time.sleep(0.05)
"""
LIMITED = """\
#!/bin/sh
if [ -n "$(squeue -h -t PENDING,RUNNING -o %i)" ]; then
    echo "sbatch: error: AssocMaxSubmitJobLimit" >&2
    echo "sbatch: error: Batch job submission failed: Job violates accounting/QOS policy" >&2
    exit 1
fi
exec {sbatch} "$@"
"""
NO_HIDDEN_FOLDER = "only root can hide a folder from a node"


def changed(**fields: object) -> Callable[[Path], SlurmBackend]:
    return lambda script: replace(example(script), **fields)  # type: ignore[arg-type]


@pytest.fixture
def rig(harness: SlurmHarness, tmp_path: Path) -> Iterator[Rig]:
    with rig_for(harness.spec, tmp_path, scripts.COUNTED) as rig:
        yield rig


def ids(cluster: SlurmCluster) -> list[str]:
    return cluster.run("squeue", "-h", "-o", "%i").split()


# ---- what jobs are given ---------------------------------------------------------------------------------


def test_what_a_job_sees(harness: SlurmHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tuner that is itself a job of Slurm passes nothing of that on, and set-up, container and variables
    come in their order."""
    monkeypatch.setenv("SLURM_ARRAY_TASK_ID", "7")
    monkeypatch.setenv("SLURM_MEM_PER_CPU", "10")
    monkeypatch.setenv("SBATCH_COMMENT", "outer")
    for name in THREAD_LIMITS:
        monkeypatch.delenv(name, raising=False)
    strange = tmp_path / "a 'strange' #name of 100%j \"all\" \\ $HOME"
    strange.mkdir()
    spec = changed(
        setup="export LOADED=twice; export LOADED=${LOADED}!",
        container="env 'MINE=two words'",
        cpus=2,
        cwd=str(strange),
    )
    with rig_for(spec, strange, SEES) as rig:
        job = rig.job(arguments={"text": "$HOME `id`"})
        assert rig.until_ended(rig.start(job)).failure is None
        assert rig.reports(job.id)[0].values == {
            "step": 1,
            "cwd": str(strange),
            "argv": f"--gate {strange / 'gate'} --text $HOME `id`",
            "SLURM_ARRAY_TASK_ID": None,
            "SLURM_MEM_PER_CPU": None,
            "SBATCH_COMMENT": None,
            "OMP_NUM_THREADS": "2",
            "LOADED": "twice!",
            "MINE": "two words",
        }


@pytest.mark.parametrize("hold", [0, 1])
def test_a_set_up_that_fails_is_told(harness: SlurmHarness, tmp_path: Path, hold: int) -> None:
    with rig_for(changed(setup="echo no such module; false", hold=hold), tmp_path, scripts.COUNTED) as rig:
        if hold:
            with pytest.raises(
                BackendError, match=r"end before they can run anything \(FAILED.*(\n.*)*module"
            ):
                rig.until_ended(rig.start(rig.job()))
            rig.spec = changed(hold=hold)(rig.gate.with_name("script.py"))
            return
        ended = rig.until_ended(rig.start(rig.job()))
        assert ended.failure is FailureKind.ERROR
        assert ended.detail.startswith("its modules or its set-up line failed")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"partition": "nope"}, "Slurm doesn't take the job (invalid partition specified: nope"),
        ({"lines": ("--frobnicate",)}, "unrecognized option '--frobnicate'"),
        ({"gpus_per_trial": 3.0}, "Requested node configuration is not available"),
        ({"constraint": "quantum"}, "Invalid feature specification"),
    ],
)
def test_what_slurm_refuses_is_told_before_anything_runs(
    harness: SlurmHarness, tmp_path: Path, fields: dict[str, object], message: str
) -> None:
    (tmp_path / "script.py").touch()
    spec = changed(**fields)(tmp_path / "script.py")
    with pytest.raises(BackendError) as caught:
        spec.check(4)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    backend = spec.open(ExperimentPaths(tmp_path / "experiment"), 4, 0.0)
    with pytest.raises(BackendError) as again:
        backend.start(Rig(changed(), tmp_path, "").job())
    assert message in str(again.value)


def test_a_grace_that_slurm_does_not_give_is_warned_of(
    harness: SlurmHarness, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.WARNING),
        rig_for(changed(stop_grace=20.0), tmp_path, scripts.COUNTED) as rig,
    ):
        rig.gate.touch()
        rig.until_ended(rig.start(rig.job()))
    assert "Slurm here kills jobs 5 s after it has told them to end (KillWait)" in caplog.text
    assert caplog.text.count("KillWait") == 1


# ---- what Slurm does to jobs -----------------------------------------------------------------------------


def test_a_job_that_is_requeued_by_hand_does_not_run_twice(rig: Rig, cluster: SlurmCluster) -> None:
    job = rig.job(arguments={"trial": 0})
    rig.until_reports(rig.start(job), 1)
    (number,) = ids(cluster)
    cluster.run("scontrol", "update", f"JobId={number}", "Requeue=1")
    cluster.run("scontrol", "requeue", number)
    ended = rig.until_ended(job.id)
    assert ended.failure is FailureKind.PREEMPTED
    assert ended.detail.startswith("it was requeued on Slurm: told to end from outside")
    cluster.wait_until("it is cancelled", lambda: not cluster.jobs())
    assert rig.runs(0) == 1


def test_a_job_whose_time_is_over_may_go_on_in_another(rig: Rig, cluster: SlurmCluster) -> None:
    rig.spec = changed(time_limit=3600.0)(rig.gate.with_name("script.py"))
    rig.drop()
    rig.open()
    job = rig.job(arguments={"trial": 0})
    rig.until_reports(rig.start(job), 1)
    cluster.run("scontrol", "update", f"JobId={ids(cluster)[0]}", "EndTime=now")
    ended = rig.until_ended(job.id)
    assert (ended.failure, ended.detail.partition(":")[0]) == (
        FailureKind.PREEMPTED,
        "its time on Slurm was over",
    )


@pytest.mark.parametrize("tracking", ["linuxproc", "pgid"])
def test_a_job_ends_the_same_way_however_slurm_tracks_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tracking: str
) -> None:
    """Slurm cancels one job, and the guard of the other one is killed. With cgroups, which other tests use
    where they can, Slurm signals the batch script's process alone."""
    if missing():
        pytest.skip(missing())
    settings = [f"ProctrackType=proctrack/{tracking}"]
    with SlurmCluster(tmp_path / "cluster", nodes=1, settings=settings) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        with rig_for(changed(stop_grace=20.0), tmp_path, SAVES) as rig:
            jobs = [rig.start(rig.job(trial_id)) for trial_id in range(2)]
            reports = [rig.until_reports(job_id, 1)[0] for job_id in jobs]
            first = min(ids(cluster), key=int)
            started = read_start_record(rig.paths.job(jobs[1]).started)
            assert started is not None
            os.kill(started.guard.pid, signal.SIGKILL)
            killed = rig.until_ended(jobs[1])
            assert killed.failure is FailureKind.INFRASTRUCTURE
            assert "killed by SIGKILL from outside" in killed.detail
            cluster.run("scancel", first)
            cancelled = rig.until_ended(jobs[0])
            assert cancelled.failure is FailureKind.PREEMPTED
            assert "told to end from outside: exit code 0" in cancelled.detail
            assert rig.paths.job(jobs[0]).stdout.read_text() == "saved\n"
            assert not any(is_alive(int(str(report.values["child"]))) for report in reports)
            cluster.wait_until("no job is left", lambda: not cluster.jobs())


def test_a_limit_on_submitted_jobs_is_waited_for(harness: SlurmHarness, rig: Rig) -> None:
    with harness.instead("sbatch", LIMITED):
        jobs = [rig.start(rig.job(number, arguments={"trial": number})) for number in range(2)]
        rig.until_reports(jobs[0], 1)
        rig.look(1)
        (why,) = [fact.why for fact in rig.facts if isinstance(fact, JobQueued) and fact.job == jobs[1]]
        assert why.startswith("Slurm takes no more of your jobs for now: AssocMaxSubmitJobLimit")
        rig.gate.touch()
        rig.until_ended(*jobs)
    assert [rig.ends(job_id)[0].failure for job_id in jobs] == [None, None]
    assert [rig.runs(number) for number in range(2)] == [1, 1]


def test_why_a_job_waits_is_told_in_words(harness: SlurmHarness, rig: Rig) -> None:
    rig.gate.touch()
    with harness.queue_held():
        job_id = rig.start(rig.job(arguments={"trial": 0}))
        queued = [JobQueued(0.0, job_id, "the partition is down (PartitionDown)")]
        rig.until(
            "the reason",
            lambda: [replace_time(fact) for fact in rig.facts if isinstance(fact, JobQueued)][-1:] == queued,
        )
    rig.until_ended(job_id)
    (started,) = [fact for fact in rig.facts if isinstance(fact, JobStarted)]
    assert started.place.startswith("node n")


def replace_time(fact: JobQueued) -> JobQueued:
    return JobQueued(0.0, fact.job, fact.why)


def test_jobs_that_no_record_knows_are_cancelled(rig: Rig, cluster: SlurmCluster) -> None:
    known, stray = (rig.job(number, arguments={"trial": number}) for number in range(2))
    for job in (known, stray):
        rig.until_reports(rig.start(job), 1)
    rig.drop()
    rig._unfinished.discard(stray.id)
    rig.open([LiveJob(known, reports_seen=1, halted=False, begun=True)])
    cluster.wait_until("the stray one is gone", lambda: len(cluster.jobs()) == 1)
    rig.gate.touch()
    assert rig.until_ended(known.id).failure is None


def test_a_copy_of_an_experiment_has_no_part_in_its_jobs(rig: Rig, cluster: SlurmCluster) -> None:
    job = rig.job(arguments={"trial": 0})
    rig.until_reports(rig.start(job), 1)
    copy = ExperimentPaths(rig.paths.folder.with_name("copy"))
    copy.folder.mkdir()
    (copy.folder / "slurm.json").write_bytes((rig.paths.folder / "slurm.json").read_bytes())
    backend = rig.spec.open(copy, workers=4, elapsed=0.0)
    backend.attach([])
    assert len(cluster.jobs()) == 1
    rig.gate.touch()
    assert rig.until_ended(job.id).failure is None


@pytest.mark.skipif(os.geteuid() != 0, reason=NO_HIDDEN_FOLDER)
def test_a_folder_that_nodes_do_not_see_is_told(harness: SlurmHarness, tmp_path: Path) -> None:
    spec = changed(lines=("--output=/nowhere/at/all", "--error=/nowhere/at/all"))
    with rig_for(spec, tmp_path, scripts.COUNTED) as rig:
        ended = rig.until_ended(rig.start(rig.job()))
    assert ended.failure is FailureKind.INFRASTRUCTURE
    assert f"before it could write to {rig.paths.job(ended.job).folder}: that has to be on" in ended.detail


# ---- held jobs -------------------------------------------------------------------------------------------


def test_one_held_job_runs_many(harness: SlurmHarness, tmp_path: Path, cluster: SlurmCluster) -> None:
    with rig_for(changed(hold=1), tmp_path, scripts.COUNTED) as rig:
        rig.gate.touch()
        jobs = [rig.start(rig.job(number, arguments={"trial": number})) for number in range(4)]
        rig.until_ended(*jobs)
        assert [rig.runs(number) for number in range(4)] == [1] * 4
        assert len(cluster.jobs()) == 1
        rig.drop()
        cluster.wait_until("nothing is held any more", lambda: not cluster.jobs())
        rig.open()
        assert rig.until_ended(rig.start(rig.job(9, arguments={"trial": 9}))).failure is None


def test_a_held_job_that_has_nothing_to_do_ends(
    harness: SlurmHarness, tmp_path: Path, cluster: SlurmCluster
) -> None:
    with rig_for(changed(hold=2, hold_idle=0.2), tmp_path, scripts.COUNTED) as rig:
        rig.gate.touch()
        for number in range(2):
            rig.until_ended(rig.start(rig.job(number, arguments={"trial": number})))
            cluster.wait_until("nothing is held any more", lambda: not cluster.jobs())


def test_a_held_job_leaves_what_it_might_not_end(
    harness: SlurmHarness, tmp_path: Path, cluster: SlurmCluster
) -> None:
    """One that took longer than what is left of the limit is the last that a held job runs."""
    with rig_for(changed(hold=1, time_limit=1.0), tmp_path, scripts.COUNTED) as rig:
        jobs = [rig.start(rig.job(number, arguments={"trial": number})) for number in range(2)]
        rig.until_reports(jobs[0], 1)
        before = rig.backend.clock.now()
        rig.until("a second to pass", lambda: rig.backend.clock.now() > before + 1.0)
        rig.gate.touch()
        rig.until_ended(*jobs)
        assert sorted(path.name for path in rig.paths.held.glob("*.serving")) == ["1.serving", "2.serving"]


def test_what_runs_on_a_held_job_goes_on_elsewhere_when_that_is_killed(
    harness: SlurmHarness, tmp_path: Path, cluster: SlurmCluster
) -> None:
    with rig_for(changed(hold=1), tmp_path, scripts.COUNTED) as rig:
        job = rig.job(arguments={"trial": 0})
        (report,) = rig.until_reports(rig.start(job), 1)
        cluster.run("scancel", "--signal=KILL", "--full", *ids(cluster))
        ended = rig.until_ended(job.id)
        assert ended.failure in (FailureKind.INFRASTRUCTURE, FailureKind.PREEMPTED)
        assert not any(harness.lives(process) for process in processes(report).values())
        rig.gate.touch()
        assert rig.until_ended(rig.start(rig.job(0, run=1, arguments={"trial": 0}))).failure is None
