"""Jobs on a real Ray cluster: what they see, where they wait, what becomes of them when something dies."""

import os
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil
import pytest
from examples.clusters.ray_cluster import RayCluster
from tests.backends.ray.conftest import MakeRig

from tunewise.backends.base import LiveJob
from tunewise.backends.job_folders import identity_of
from tunewise.backends.ray.cluster import CONNECT, Cluster
from tunewise.events import JobQueued, JobStarted
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig
from tunewise.testing.harness import is_alive
from tunewise.trial import FailureKind, JobId

pytestmark = pytest.mark.slow

WORLD = """
args = options()
report(
    gpus=os.environ.get("CUDA_VISIBLE_DEVICES", "unset"),
    threads=os.environ["OMP_NUM_THREADS"] + os.environ["MKL_NUM_THREADS"],
    of_ray=" ".join(name for name in os.environ if name.startswith("RAY_") or name == "PYTHONBREAKPOINT"),
    nice=os.nice(0),
    own=os.environ.get("OWN", ""),
    folder=os.getcwd(),
)
wait_for(args.gate)
"""
"""Reports what a job finds in its environment, and waits for the gate."""

SAVES = """
args = options(last=2)
saved = checkpoint_dir() / "step"
first = int(saved.read_text()) + 1 if saved.exists() else 1
report(step=0, main=os.getpid(), actor=os.getpgid(0))
def on_sigterm(number, frame):
    saved.write_text(str(step))
    sys.exit(0)
signal.signal(signal.SIGTERM, on_sigterm)
for step in range(first, args.last + 1):
    report(step=step, main=os.getpid())
    wait_for(args.gate) if step == 1 else None
"""
"""Waits for the gate at step 1; saves on SIGTERM, and goes on from there."""


def seen(rig: Rig, job_id: JobId) -> Mapping[str, object]:
    (report,) = rig.until_reports(job_id, 1)
    return report.values


@pytest.fixture
def outsider(ray: RayCluster) -> Iterator[Cluster]:
    """Somebody else who speaks to the cluster."""
    other = Cluster(None)
    other.connect(CONNECT)
    yield other
    other.close()


# ---- what jobs see -----------------------------------------------------------------------------------------


def test_a_job_without_gpus_sees_none_and_nothing_of_ray(ray: RayCluster, make_rig: MakeRig) -> None:
    rig = make_rig(WORLD, cpus=2, environment={"OWN": "mine"}, cwd="/usr")
    assert seen(rig, rig.start(rig.job())) == {
        "gpus": "",
        "threads": "22",
        "of_ray": "",
        "nice": 0 if os.geteuid() == 0 else 15,
        "own": "mine",
        "folder": "/usr",
    }
    rig.gate.touch()


def test_each_job_has_its_own_gpu(ray: RayCluster, make_rig: MakeRig) -> None:
    rig = make_rig(WORLD, gpus_per_trial=1)
    jobs = [rig.start(rig.job(trial)) for trial in range(3)]
    rig.until("two jobs", lambda: sum(bool(rig.reports(job)) for job in jobs) == 2)
    rig.look(3)
    reports = [report for job in jobs for report in rig.reports(job)]
    assert [report.values["gpus"] for report in reports] == ["0", "0"]  # of two nodes, each with its GPU 0
    rig.gate.touch()
    rig.until_ended(*jobs)


def test_two_jobs_share_a_gpu(ray: RayCluster, make_rig: MakeRig) -> None:
    rig = make_rig(WORLD, gpus_per_trial=0.5, resources={"n1": 0.1})
    jobs = [rig.start(rig.job(trial)) for trial in range(2)]
    assert [seen(rig, job)["gpus"] for job in jobs] == ["0", "0"]
    rig.gate.touch()
    rig.until_ended(*jobs)


def test_what_no_node_has_is_waited_for_and_told(
    ray: RayCluster, make_rig: MakeRig, caplog: pytest.LogCaptureFixture
) -> None:
    rig = make_rig(scripts.STEPS, gpus_per_trial=3)
    rig.gate.touch()
    job = rig.start(rig.job())
    rig.until("words", lambda: any(isinstance(fact, JobQueued) for fact in rig.facts))
    (queued,) = rig.facts
    assert isinstance(queued, JobQueued)
    assert queued.why == "no node of the Ray cluster has what a job asks for: 1 CPU, 3 GPU"
    assert "Jobs wait until one joins that has." in caplog.text
    ray.add_node("big", cpus=1, gpus=3)
    assert rig.until_ended(job).failure is None
    ray.drop_node("big")


def test_what_a_node_does_not_see_is_said(ray: RayCluster, make_rig: MakeRig, tmp_path: Path) -> None:
    rig = make_rig(scripts.STEPS, python="/no/such/python")
    ended = rig.until_ended(rig.start(rig.job()))
    assert ended.failure is FailureKind.INFRASTRUCTURE
    assert (
        "doesn't see /no/such/python: name an interpreter that all nodes have, with --python" in ended.detail
    )
    assert not any(isinstance(fact, JobStarted) for fact in rig.facts)


# ---- what dies -------------------------------------------------------------------------------------------


def actor_of(rig: Rig, job_id: JobId) -> str:
    return f"{identity_of(rig.paths, 'ray')}/{job_id}"


def worker_of(script: object) -> psutil.Process:
    """The process of Ray's above a script, its beater, its guard and its leash."""
    assert isinstance(script, int)
    return psutil.Process(script).parents()[3]


def saved_by(rig: Rig, job_id: JobId) -> str:
    return (rig.paths.checkpoint(job_id.trial_id) / "step").read_text()


def test_a_job_whose_worker_is_killed_saves_and_is_preempted(ray: RayCluster, make_rig: MakeRig) -> None:
    rig = make_rig(SAVES, stop_grace=20.0)
    job = rig.start(rig.job())
    script = rig.until_reports(job, 2)[1].values["main"]
    worker = worker_of(script)
    assert "JobActor" in worker.name() or "ray::" in " ".join(worker.cmdline())
    worker.kill()
    ended = rig.until_ended(job)
    assert ended.failure is FailureKind.PREEMPTED, ended
    assert "worker" in ended.detail or "actor" in ended.detail
    assert saved_by(rig, job) == "1"
    assert not is_alive(script)


def test_jobs_of_a_dropped_node_go_on_elsewhere(ray: RayCluster, make_rig: MakeRig) -> None:
    ray.add_node("frail", cpus=1, gpus=2)
    rig = make_rig(SAVES, stop_grace=20.0, gpus_per_trial=2)
    job = rig.start(rig.job())
    rig.until_reports(job, 2)
    ray.drop_node("frail")
    ended = rig.until_ended(job)
    assert ended.failure is FailureKind.PREEMPTED, ended
    ray.add_node("sound", cpus=1, gpus=2)
    rig.gate.touch()
    again = rig.start(rig.job(0, run=1))
    assert rig.until_ended(again).failure is None
    assert [report.values["step"] for report in rig.reports(again)] == [0, 2]
    ray.drop_node("sound")


def test_an_actor_that_no_record_knows_is_ended(
    ray: RayCluster, make_rig: MakeRig, outsider: Cluster
) -> None:
    rig = make_rig(scripts.FAMILY)
    job = rig.start(rig.job())
    (report,) = rig.until_reports(job, 1)
    rig.drop()
    rig.open()  # with a journal that lacks the job
    prefix = identity_of(rig.paths, "ray")
    rig.until("its end", lambda: outsider.call("list", prefix=prefix)["names"] == [])
    rig.until("its last process", lambda: not is_alive(report.values["orphan"]))
    rig.drop()
    rig.open([LiveJob(rig.job(), reports_seen=1, halted=False)])  # another copy of the journal has it
    assert rig.until_ended(job).failure is FailureKind.PREEMPTED


def running_drivers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "backends.ray" in " ".join(child.cmdline())]


def test_a_tuner_leaves_no_connection(ray: RayCluster, make_rig: MakeRig) -> None:
    before = set(running_drivers())
    rig = make_rig(scripts.STEPS)
    (driver,) = set(running_drivers()) - before
    rig.drop()
    assert not is_alive(driver.pid)


def test_a_lost_connection_comes_back(ray: RayCluster, make_rig: MakeRig) -> None:
    rig = make_rig(scripts.STEPS)
    drivers = running_drivers()
    job = rig.start(rig.job(arguments={"first": 1}))
    rig.until_reports(job, 1)
    drivers[-1].kill()
    rig.gate.touch()
    assert rig.until_ended(job).failure is None
    assert rig.until_ended(rig.start(rig.job(1))).failure is None


def test_a_head_that_is_lost_is_waited_for(make_rig: MakeRig, monkeypatch: pytest.MonkeyPatch) -> None:
    with RayCluster(nodes=1, cpus=2) as cluster:
        for name, value in cluster.environment.items():
            monkeypatch.setenv(name, value)
        rig = make_rig(SAVES, stop_grace=20.0)
        job = rig.start(rig.job())
        rig.until_reports(job, 2)
        os.kill(cluster.pid("n0", "gcs_server"), signal.SIGKILL)
        cluster.close()  # and all that it started
        assert rig.until_ended(job).failure is FailureKind.PREEMPTED
        again = rig.start(rig.job(0, run=1))
        rig.gate.touch()
        rig.look(3)
        assert rig.ends(again) == []
        cluster.start()
        rig.until("the next job's end", lambda: bool(rig.ends(again)))
        assert rig.ends(again)[0].failure is None
        assert [report.values["step"] for report in rig.reports(again)] == [0, 2]


def test_who_comes_back_without_a_cluster_reads_what_ended_and_waits_with_the_rest(
    ray: RayCluster, make_rig: MakeRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig = make_rig(scripts.STEPS)
    jobs = [rig.job(trial) for trial in range(2)]
    rig.gate.touch()
    rig.until_ended(rig.start(jobs[0]))
    rig.drop()
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:9")
    rig.open([LiveJob(job, reports_seen=1, halted=False, begun=job is jobs[0]) for job in jobs])
    assert rig.until_ended(jobs[0].id).failure is None
    assert [report.seq for report in rig.reports(jobs[0].id)] == [1, 2]
    rig.look(3)
    assert rig.ends(jobs[1].id) == []
    monkeypatch.setenv("RAY_ADDRESS", ray.environment["RAY_ADDRESS"])
    assert rig.until_ended(jobs[1].id).failure is None
