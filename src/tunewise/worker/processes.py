"""Processes as the kernel shows and controls them. Linux only: /proc, prctl, timers."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

MARK = "TUNEWISE_JOB"
"""The environment variable that marks the processes of a job."""

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_TIMER_ABSTIME = 1

_libc = ctypes.CDLL(None, use_errno=True)


class Process(NamedTuple):
    """A process as /proc shows it.

    group: its process group. started: clock ticks since the machine booted; together with the pid it
    identifies a process for good, while a pid alone may be reused. ended: it is a zombie, which waits for its
    parent.
    """

    pid: int
    parent: int
    group: int
    started: int
    ended: bool


def read_process(pid: int) -> Process | None:
    """The process with this pid; None if there is none, or if it may not be read."""
    try:
        line = _read(f"/proc/{pid}/stat")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return None
    fields = line[line.rindex(b")") + 2 :].split()  # the name may contain spaces and brackets
    return Process(
        pid=pid,
        parent=int(fields[1]),
        group=int(fields[2]),
        started=int(fields[19]),
        ended=fields[0] in (b"Z", b"X"),
    )


def descendants(ancestor: int) -> list[Process]:
    """The children of a process, their children and so on, without those that have ended.

    A process that is forked meanwhile may be missing, so callers repeat this until none is left.
    """
    children: dict[int, list[Process]] = {}
    for name in os.listdir("/proc"):
        process = read_process(int(name)) if name.isdigit() else None
        if process is not None:
            children.setdefault(process.parent, []).append(process)
    found: list[Process] = []
    parents = [ancestor]
    while parents:
        for process in children.get(parents.pop(), ()):
            parents.append(process.pid)
            found.append(process)
    return [process for process in found if not process.ended]


def oom_kills(proc: str = "/proc", cgroups: str = "/sys/fs/cgroup") -> int:
    """How many processes the kernel has killed because memory was short: in the cgroup of this process, or if
    that doesn't count, on the whole machine since boot.

    proc, cgroups: where these file systems are.
    """
    if (proc, cgroups) not in _counting:
        files = [*_memory_events(proc, cgroups), f"{proc}/vmstat"]
        _counting[proc, cgroups] = next((path for path in files if _oom_kills(path) is not None), "")
    return _oom_kills(_counting[proc, cgroups]) or 0  # kernels before 4.13 don't count


_counting: dict[tuple[str, str], str] = {}
"""The file that counts, by the arguments of `oom_kills`: to find it takes longer than to read it."""


def _oom_kills(path: str) -> int | None:
    """The count in a file; None if it has none."""
    try:
        lines = _read(path).splitlines()
    except OSError:
        return None  # the other version of cgroups, or their root, which doesn't count
    return next((int(line.split()[1]) for line in lines if line.startswith(b"oom_kill ")), None)


def _memory_events(proc: str, cgroups: str) -> list[str]:
    """The files that may count the events of this process's cgroup. In a container the path may be the outer
    one, while the container's own cgroup is mounted."""
    files: list[str] = []
    try:
        lines = os.fsdecode(_read(f"{proc}/self/cgroup")).rstrip("\n").split("\n")
    except FileNotFoundError:  # a kernel without cgroups
        return files
    for line in filter(None, lines):
        number, controllers, path = line.split(":", 2)
        if "memory" in controllers.split(","):  # version 1
            files += [f"{cgroups}/memory{place}/memory.oom_control" for place in (path, "")]
        elif number == "0":  # version 2
            files += [f"{cgroups}{place}/memory.events" for place in (path, "")]
    return files


def adopt_orphans() -> None:
    """From now on, descendants whose parent ends become children of this process instead of init."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(number: int = signal.SIGKILL) -> None:
    """Has the kernel send this process a signal when its parent ends, for whatever reason. Survives an exec.

    "Parent" is the thread that forked it.
    """
    _prctl(_PR_SET_PDEATHSIG, number)


def outlive_children() -> None:
    """Undoes the setting by which engines make the kernel kill their workers first when memory is short.
    Children that were forked before keep it."""
    try:
        if int(_read("/proc/self/oom_score_adj")) > 0:
            with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
                file.write("0\n")
    except OSError:
        pass  # only root may do this


def show_as(name: str) -> None:
    """The name of this process in `top` and `ps -o comm`: at most 15 bytes."""
    file = os.open("/proc/self/comm", os.O_WRONLY | os.O_CLOEXEC)
    os.write(file, name.encode())
    os.close(file)


class Shown(NamedTuple):
    """A variable of the environment as others see it in /proc, which shows what this process was executed
    with: its address, and how many bytes there are."""

    address: int
    room: int

    def show(self, value: str) -> None:
        """Changes it, also in a fork; spaces follow the value. Raises ValueError for one that is too long."""
        if len(value) > self.room:
            raise ValueError(f"{value!r} is too long for {self.room} bytes")
        ctypes.memmove(self.address, value.encode("ascii").ljust(self.room), self.room)


def shown_environment(name: str) -> Shown:
    """Where a variable is. Raises ValueError if it wasn't there when this process was executed."""
    shown = _read("/proc/self/environ")
    stat = _read("/proc/self/stat")
    first = int(stat[stat.rindex(b")") + 2 :].split()[47])  # the address of the first variable
    begin = b"\0".join((b"", shown)).index(f"\0{name}=".encode()) + len(name) + 1
    return Shown(first + begin, shown.index(b"\0", begin) - begin)


def deadly_timer() -> Callable[[float], None]:
    """A timer of the kernel that kills this process at a time on `CLOCK_BOOTTIME`, even if it is stopped or
    stuck. Returns a function that sets the time."""
    library = _libc if hasattr(_libc, "timer_create") else ctypes.CDLL("librt.so.1")  # before glibc 2.34
    event, timer = _Event(signo=signal.SIGKILL), ctypes.c_void_p()
    _check(library.timer_create(time.CLOCK_BOOTTIME, ctypes.byref(event), ctypes.byref(timer)))

    def kill_at(moment: float) -> None:
        seconds, rest = divmod(max(moment, 0.001), 1.0)  # 0 would turn it off
        times = _Times(0, 0, int(seconds), int(rest * 1e9))
        _check(library.timer_settime(timer, _TIMER_ABSTIME, ctypes.byref(times), None))

    return kill_at


class _Event(ctypes.Structure):
    """`sigevent`; all other fields are 0, which means `SIGEV_SIGNAL`."""

    _fields_ = (("value", ctypes.c_void_p), ("signo", ctypes.c_int), ("rest", ctypes.c_byte * 52))


class _Times(ctypes.Structure):
    """`itimerspec`."""

    _fields_ = tuple((name, ctypes.c_long) for name in ("every_s", "every_ns", "first_s", "first_ns"))


def _prctl(option: int, value: int) -> None:
    _check(_libc.prctl(option, *[ctypes.c_ulong(argument) for argument in (value, 0, 0, 0)]))


def _check(result: int) -> None:
    """Raises OSError if a function of the C library failed."""
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


@cache
def boot_id() -> str:
    """Identifies the machine and its boot: monotonic clocks are comparable only within one."""
    return _read("/proc/sys/kernel/random/boot_id").decode().strip()


def _read(path: str) -> bytes:
    """Reads a file of the kernel. `open` takes several times as long, which would cost each job."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return b"".join(iter(lambda: os.read(file, 1 << 16), b""))
    finally:
        os.close(file)
