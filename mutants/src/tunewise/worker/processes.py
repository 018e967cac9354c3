"""What the kernel tells about processes and can be asked to do for them. Linux only: /proc, prctl, timers."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from functools import cache
from typing import NamedTuple

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_TIMER_ABSTIME = 1

_libc = ctypes.CDLL(None, use_errno=True)


class Process(NamedTuple):
    """A process as /proc shows it.

    group: its process group. started: clock ticks since the machine booted; a pid together with it names a
    process for good, where a pid alone may have passed on to another. ended: a zombie, which does nothing
    any more and waits for its parent to notice.
    """

    pid: int
    parent: int
    group: int
    started: int
    ended: bool


def read_process(pid: int) -> Process | None:
    """The process with this pid; None if there is none, or none that we may look at."""
    try:
        line = _read(f"/proc/{pid}/stat")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return None
    fields = line[line.rindex(b")") + 2 :].split()  # the name before it may hold spaces and brackets
    return Process(
        pid=pid,
        parent=int(fields[1]),
        group=int(fields[2]),
        started=int(fields[19]),
        ended=fields[0] in (b"Z", b"X"),
    )


def descendants(ancestor: int) -> list[Process]:
    """The children of a process, their children and so on, as far as they have not ended.

    One that is forked while this looks may be missing, so callers look again until nothing is left.
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
    """How many processes the kernel has killed for want of memory: of this one's cgroup, since that was made;
    where it has none that counts, of the whole machine since boot.

    proc, cgroups: where these file systems are.
    """
    for path in (*_memory_events(proc, cgroups), f"{proc}/vmstat"):
        try:
            lines = _read(path).splitlines()
            counts = [int(line.split()[1]) for line in lines if line.startswith(b"oom_kill ")]
        except OSError:
            continue  # the other version of cgroups, or their root, which doesn't count
        if counts:
            return counts[0]
    return 0  # kernels before 4.13 don't count


def _memory_events(proc: str, cgroups: str) -> list[str]:
    """Where the events of this process's cgroup are counted. In a container the path may be that outside,
    while what is mounted is the container's own cgroup."""
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
    """From now on, descendants whose parent ends become children of this process instead of init's."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(number: int = signal.SIGKILL) -> None:
    """This process is to be killed when its parent ends, however that ends. Holds across an exec.

    number: the signal that it is to get instead. "Parent" is the thread that forked it.
    """
    _prctl(_PR_SET_PDEATHSIG, number)


def outlive_children() -> None:
    """Takes back from this process the mark by which engines have the kernel kill their workers first when it
    wants memory. Children that were forked before keep it."""
    try:
        if int(_read("/proc/self/oom_score_adj")) > 0:
            with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
                file.write("0\n")
    except OSError:
        pass  # only root may take it back


def show_as(name: str) -> None:
    """The name of this process in `top` and `ps -o comm`: at most 15 bytes."""
    file = os.open("/proc/self/comm", os.O_WRONLY | os.O_CLOEXEC)
    os.write(file, name.encode())
    os.close(file)


def deadly_timer() -> Callable[[float], None]:
    """A timer of the kernel that kills this process at a moment on `CLOCK_BOOTTIME`, be it stopped, suspended
    or stuck, unless it is told a later moment by then. Returns what tells it."""
    library = _libc if hasattr(_libc, "timer_create") else ctypes.CDLL("librt.so.1")  # before glibc 2.34
    event, timer = _Event(signo=signal.SIGKILL), ctypes.c_void_p()
    _check(library.timer_create(time.CLOCK_BOOTTIME, ctypes.byref(event), ctypes.byref(timer)))

    def kill_at(moment: float) -> None:
        seconds, rest = divmod(max(moment, 0.001), 1.0)  # 0 would turn it off
        times = _Times(0, 0, int(seconds), int(rest * 1e9))
        _check(library.timer_settime(timer, _TIMER_ABSTIME, ctypes.byref(times), None))

    return kill_at


class _Event(ctypes.Structure):
    """`sigevent`, of which all that isn't named is 0: `SIGEV_SIGNAL`."""

    _fields_ = (("value", ctypes.c_void_p), ("signo", ctypes.c_int), ("rest", ctypes.c_byte * 52))


class _Times(ctypes.Structure):
    """`itimerspec`."""

    _fields_ = tuple((name, ctypes.c_long) for name in ("every_s", "every_ns", "first_s", "first_ns"))


def _prctl(option: int, value: int) -> None:
    _check(_libc.prctl(option, *[ctypes.c_ulong(argument) for argument in (value, 0, 0, 0)]))


def _check(result: int) -> None:
    """Raises OSError where a function of the C library has failed."""
    if result != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


@cache
def boot_id() -> str:
    """Which start of which machine this is: monotonic clocks of two can't be compared."""
    return _read("/proc/sys/kernel/random/boot_id").decode().strip()


def _read(path: str) -> bytes:
    """What a file of the kernel's says. `open` takes several times as long, for which each job would pay."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return b"".join(iter(lambda: os.read(file, 1 << 16), b""))
    finally:
        os.close(file)
