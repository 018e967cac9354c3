from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tunewise.backends.gpus import (
    THREAD_LIMITS,
    UNMANAGED,
    GpuShare,
    GpuSlots,
    NoFreeGpuError,
    detect_gpus,
    gpu_share,
    parse_listing,
    script_environment,
    threads_per_worker,
)
from tunewise.trial import JobId

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = JobId(0, 0), JobId(1, 0), JobId(2, 0)


@pytest.mark.parametrize(
    ("gpus_per_trial", "share"),
    [
        (0, UNMANAGED),
        (1, GpuShare(1)),
        (2.0, GpuShare(2)),
        (0.5, GpuShare(1, 2)),
        (0.33, GpuShare(1, 3)),
        (1 / 8, GpuShare(1, 8)),
    ],
)
def test_shares(gpus_per_trial: float, share: GpuShare) -> None:
    assert gpu_share(gpus_per_trial) == share


@pytest.mark.parametrize("gpus_per_trial", [-1, 0.4, 0.75, 1.5, float("nan"), float("inf")])
def test_other_shares_are_refused(gpus_per_trial: float) -> None:
    with pytest.raises(ValueError, match="whole number of GPUs, or a fraction"):
        gpu_share(gpus_per_trial)


@pytest.mark.parametrize(
    ("gpus", "share", "capacity"),
    [
        ("", UNMANAGED, None),
        ("0123", GpuShare(1), 4),
        ("0123", GpuShare(3), 1),
        ("0", GpuShare(2), 0),
        ("01", GpuShare(1, 4), 8),
    ],
)
def test_capacity(gpus: str, share: GpuShare, capacity: int | None) -> None:
    assert GpuSlots(gpus, share).capacity == capacity


def test_whole_gpus_are_disjoint_and_come_back() -> None:
    slots = GpuSlots("0123", GpuShare(2))
    assert slots.take(A) == ("0", "1")
    assert slots.take(B) == ("2", "3")
    with pytest.raises(NoFreeGpuError, match=r"0\.0, 1\.0"):
        slots.take(C)
    slots.release(A)
    assert slots.take(C) == ("0", "1")


def test_shared_gpus_are_filled_evenly() -> None:
    slots = GpuSlots("01", GpuShare(1, 2))
    jobs = [JobId(trial_id, 0) for trial_id in range(4)]
    assert [slots.take(job) for job in jobs] == [("0",), ("1",), ("0",), ("1",)]
    slots.release(jobs[1])
    slots.release(jobs[3])
    assert slots.take(A._replace(run=1)) == ("1",)


def test_jobs_of_an_earlier_tuner_keep_what_they_hold_under_another_layout() -> None:
    slots = GpuSlots("012", GpuShare(1))
    slots.keep(A, ("1", "gone"))
    assert slots.take(B) == ("0",)
    assert slots.take(C) == ("2",)
    with pytest.raises(NoFreeGpuError):
        slots.take(JobId(3, 0))


def test_jobs_without_gpus_are_without_limit() -> None:
    slots = GpuSlots((), UNMANAGED)
    assert [slots.take(job) for job in (A, B, C)] == [(), (), ()]
    slots.release(JobId(9, 9))


@pytest.mark.parametrize(
    ("visible", "gpus"),
    [
        ("", ()),
        ("-1", ()),
        ("1, 0", ("1", "0")),
        ("GPU-8932f937,MIG-GPU-1/2", ("GPU-8932f937", "MIG-GPU-1/2")),
        ("2,-1,0", ("2",)),
    ],
)
def test_visible_devices_are_believed(visible: str, gpus: tuple[str, ...]) -> None:
    assert detect_gpus({"CUDA_VISIBLE_DEVICES": visible}) == gpus


def test_listing() -> None:
    listing = (
        "GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-5d5ba0d6)\n"
        "  MIG 3g.20gb     Device  0: (UUID: MIG-c7384736)\n"
        "  MIG 3g.20gb     Device  1: (UUID: MIG-a28ad590)\n"
        "GPU 1: NVIDIA A100-SXM4-40GB (UUID: GPU-8932f937)\n"
        "GPU 10: NVIDIA A100-SXM4-40GB (UUID: GPU-9932f937)\n"
    )
    assert parse_listing(listing) == ("MIG-c7384736", "MIG-a28ad590", "1", "10")


@pytest.mark.parametrize(
    ("program", "gpus"),
    [
        ("echo 'GPU 0: NVIDIA H100 (UUID: GPU-1)'", ("0",)),
        ("echo 'NVIDIA-SMI has failed'; exit 9", ()),
        ("echo 'No devices found.'", ()),
    ],
)
def test_nvidia_smi_is_asked(tmp_path: Path, program: str, gpus: tuple[str, ...]) -> None:
    script = tmp_path / "nvidia-smi"
    script.write_text(f"#!/bin/sh\n{program}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    assert detect_gpus({"PATH": str(tmp_path)}) == gpus


def test_no_gpus_without_nvidia_smi(tmp_path: Path) -> None:
    assert detect_gpus({"PATH": str(tmp_path)}) == ()


def test_threads_are_shared_among_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(10)))
    assert threads_per_worker(3) == 3
    assert threads_per_worker(64) == 1
    assert script_environment(3, {}) == {**dict.fromkeys(THREAD_LIMITS, "3"), "PYTHONUNBUFFERED": "1"}


@pytest.mark.parametrize("name", THREAD_LIMITS)
def test_the_users_own_thread_limits_are_left_alone(name: str) -> None:
    assert script_environment(4, {name: "7"}) == {"PYTHONUNBUFFERED": "1"}
    assert script_environment(4, {name: "7", "PYTHONUNBUFFERED": ""}) == {}
