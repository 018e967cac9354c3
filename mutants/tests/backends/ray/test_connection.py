"""Specifications of jobs on Ray, and how its cluster is found, without one."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any

import pytest

from tunewise.backends.base import BackendError, Job
from tunewise.backends.diagnosis import EndRecord
from tunewise.backends.platform import EngineStatus, JobEnd, JobState, JobStatus, NoAnswerError
from tunewise.backends.ray import RayBackend
from tunewise.backends.ray.cluster import Cluster, check_address, find_address, surroundings
from tunewise.backends.ray.platform import RayPlatform
from tunewise.backends.ray.spec import size_of
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, JobId


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))


@pytest.mark.usefixtures("nowhere")
def test_a_cluster_is_found_where_people_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BackendError, match=r"No Ray cluster is known here: start one with `ray start"):
        find_address(None)
    (tmp_path / "ray").mkdir()
    (tmp_path / "ray" / "ray_current_cluster").write_text("10.0.0.1:6379")
    assert find_address(None) == "10.0.0.1:6379"
    monkeypatch.setenv("RAY_ADDRESS", "10.0.0.2:6379")
    assert find_address(None) == "10.0.0.2:6379"
    assert find_address("auto") == "10.0.0.1:6379"
    assert find_address("10.0.0.3:6379") == "10.0.0.3:6379"
    with pytest.raises(BackendError, match="run tunewise on a node of the cluster"):
        find_address("ray://10.0.0.1:10001")


def test_where_nobody_listens_is_said_at_once(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound, so that nobody else is there, but not listening
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(BackendError, match=rf"No Ray cluster answers at {address} \(Conn.* refused\)"):
            check_address(address)
        script = tmp_path / "train.py"
        script.touch()
        with pytest.raises(BackendError, match="No Ray cluster answers"):
            RayBackend(str(script), address=address).check(4)
        began = time.monotonic()
        with pytest.raises(BackendError, match="No Ray cluster answers"):
            Cluster(address).connect(60.0)
        assert time.monotonic() - began < 10.0
    with pytest.raises(BackendError, match="'head' is no address of a Ray cluster: give HOST:PORT"):
        check_address("head")


def test_a_token_is_sent_where_there_is_one(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    assert "RAY_AUTH_MODE" not in surroundings(home)
    assert surroundings({**home, "RAY_AUTH_TOKEN": "secret"})["RAY_AUTH_MODE"] == "token"
    (tmp_path / ".ray").mkdir()
    (tmp_path / ".ray" / "auth_token").write_text("secret")
    assert surroundings(home)["RAY_AUTH_MODE"] == "token"
    assert surroundings({**home, "RAY_AUTH_MODE": "disabled"})["RAY_AUTH_MODE"] == "disabled"


def test_an_error_says_nothing_of_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ray may have taken an actor and failed at the next step."""
    program = "print('{}', flush=True)\ninput()\nprint(json.dumps({'error': 'ValueError: oh'}))"
    cluster = driven_by(program, monkeypatch)
    with pytest.raises(NoAnswerError, match="Ray: ValueError: oh"):
        cluster.call("create")
    cluster.close()


def test_a_cluster_that_never_lets_a_tuner_in_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tunewise.backends.ray.cluster.CONNECT", 0.2)
    cluster = driven_by("input()", monkeypatch)
    with pytest.raises(
        BackendError, match=r"doesn't let the tuner in \(no answer within 0 s\): this machine"
    ):
        cluster.connect(0.2)
    cluster.close()


def driven_by(program: str, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A connection through a program that speaks to no cluster."""
    monkeypatch.setattr("tunewise.backends.ray.cluster._PROGRAM", f"import json\n{program}")
    monkeypatch.setattr("tunewise.backends.ray.cluster.check_address", lambda _: None)
    monkeypatch.setattr("tunewise.backends.ray.cluster.GLANCE", 30.0)  # beside other work
    return Cluster("10.0.0.1:6379")


@pytest.mark.parametrize(
    ("text", "size"), [("", 0), ("512M", 512 << 20), ("1.5 GiB", 3 << 29), ("16g", 16 << 30), ("1000", 1000)]
)
def test_sizes(text: str, size: int) -> None:
    assert size_of(text) == size


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"mem": "much"}, "'much' is no amount of memory"),
        ({"gpus_per_trial": 1.5}, "gpus_per_trial is 1.5, and Ray gives whole ones, or a part of one"),
        ({"gpus_per_trial": -1.0}, "gpus_per_trial is -1"),
        ({"cpus": 0}, "cpus is 0"),
        ({"resources": {"licence": "some"}}, "The resource licence is 'some': give a number"),
        ({"poll_every": 0.0}, "poll_every is 0.0"),
        (
            {"gpus_per_trial": 1.0, "environment": {"CUDA_VISIBLE_DEVICES": "0"}},
            "CUDA_VISIBLE_DEVICES is for Ray to set",
        ),
    ],
)
def test_what_makes_no_sense_is_said(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        RayBackend("train.py", **settings)


def test_flags_make_a_specification() -> None:
    spec = RayBackend.from_settings(
        "train.py", (), {"mem": "2G", "custom_resource": {"licence": "2"}, "cpus": 3}
    )
    assert spec.actor_options() == {
        "num_cpus": 3,
        "num_gpus": 0,
        "memory": 2 << 30,
        "resources": {"licence": 2.0},
    }


def test_a_preview_says_what_would_be_created(tmp_path: Path) -> None:
    spec = RayBackend("train.py", gpus_per_trial=0.5, address="10.0.0.1:6379", python="python3", cwd="/")
    job = Job(JobId(3, 0), {"lr": 0.1}, resumed=False)
    shown = spec.preview(job, ExperimentPaths(tmp_path))
    assert shown.splitlines() == [
        "# an actor on 10.0.0.1:6379, with",
        "options(name='...3.0', namespace='tunewise', lifetime='detached', num_cpus=1, num_gpus=0.5)",
        "# which runs",
        f"cd / && python3 {spec.entry_point} --lr 0.1",
    ]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("end", "kind", "words"),
    [
        (
            "The actor died.\n2 worker(s) were killed due to the node running low on memory. Consider more.",
            FailureKind.CONFIGURATION,
            "out of memory: 2 worker(s) were killed due to the node running low on memory",
        ),
        (
            "\tname: a\nThe actor is dead because it was killed by `ray.kill`.",
            FailureKind.PREEMPTED,
            "The actor is dead because it was killed by `ray.kill`: told to end from outside",
        ),
        (
            "Worker exits with an exit code 0. exit_actor() is called.",
            FailureKind.PREEMPTED,
            "told to end from outside: exit code 0",
        ),
    ],
)
def test_why_ray_ended_an_actor_is_told(
    end: str, kind: FailureKind, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cluster, "call", lambda *_, **__: {"end": end})
    platform = RayPlatform(RayBackend("train.py"), ExperimentPaths(tmp_path), 1)
    ended = EndRecord(0, None, 3.0, 0.0, 3.0, halted=True, oom_killed=False)
    status = JobStatus(ran=3.0, ended=ended, over=True)
    told = platform.job_end(JobId(0, 0), EngineStatus(JobState.RUNNING), status, asked=False)
    assert isinstance(told, JobEnd)
    assert told.outcome.failure is kind
    assert told.outcome.detail.startswith(words)
    asked = platform.job_end(JobId(0, 0), EngineStatus(JobState.RUNNING), status, asked=True)
    assert isinstance(asked, JobEnd)
    assert asked.outcome.failure is None
