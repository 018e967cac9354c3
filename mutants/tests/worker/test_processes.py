"""What the kernel is asked about memory: a cgroup's own events go before those of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tunewise.worker.processes import oom_kills

if TYPE_CHECKING:
    from pathlib import Path

V1 = "5:devices:/\n4:cpu,memory:/docker/a\n1:name=systemd:/\n0::/\n"
V2 = "0::/user.slice/a:b\n"


@pytest.mark.parametrize(
    ("cgroup", "files", "count"),
    [
        (V2, {"cgroups/user.slice/a:b/memory.events": "low 0\noom 3\noom_kill 2\noom_group_kill 1\n"}, 2),
        (V2, {"cgroups/memory.events": "oom_kill 3\n"}, 3),  # a container in which only its own is mounted
        (V2, {"cgroups/user.slice/a:b/memory.events": "oom 1\n"}, 9),  # an early kernel's don't count
        ("0::/\n", {}, 9),  # the root has none
        (V1, {"cgroups/memory/docker/a/memory.oom_control": "under_oom 0\noom_kill 4\n"}, 4),
        (V1, {"cgroups/memory/memory.oom_control": "oom_kill 5\n"}, 5),
        (
            V1,
            {"cgroups/memory/memory.oom_control": "under_oom 0\n", "cgroups/memory.events": "oom_kill 6\n"},
            6,
        ),
        ("", {}, 9),
        ("", {"proc/vmstat": "nr_free_pages 1\n"}, 0),
    ],
)
def test_where_kills_are_counted(tmp_path: Path, cgroup: str, files: dict[str, str], count: int) -> None:
    contents = {"proc/vmstat": "nr_free_pages 1\noom_kill 9\n", "proc/self/cgroup": cgroup, **files}
    for name, text in contents.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assert oom_kills(str(tmp_path / "proc"), str(tmp_path / "cgroups")) == count


def test_a_kernel_without_cgroups_counts_for_the_machine(tmp_path: Path) -> None:
    (tmp_path / "vmstat").write_text("oom_kill 9\n")
    assert oom_kills(str(tmp_path), str(tmp_path)) == 9


def test_this_machine_counts() -> None:
    assert oom_kills() >= 0
