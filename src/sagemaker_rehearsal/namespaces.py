"""Turns a process into a container: its own namespaces, and mounts for /opt/ml and a /tmp of its own.

Only the standard library, by system calls of Linux. If the kernel or a container around this process forbids
namespaces, jobs run without them (`Isolation.NONE`).
"""

import ctypes
import os
import signal
from enum import StrEnum
from typing import NamedTuple

_CLONE_NEWNS = 0x00020000
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWPID = 0x20000000
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_MS_NOSUID, _MS_NODEV, _MS_BIND, _MS_REC, _MS_PRIVATE = 0x2, 0x4, 0x1000, 0x4000, 0x40000

_libc = ctypes.CDLL(None, use_errno=True)


class Isolation(StrEnum):
    """How far a job is separated from this machine.

    ROOT: it has its own mounts and processes, made by root. USER: the same in a user namespace, in which the
    job seems to be root. NONE: /opt/ml is a folder elsewhere, which SAGEMAKER_BASE_DIR names.
    """

    ROOT = "root"
    USER = "user"
    NONE = "none"


def detect() -> Isolation:
    """The best that works here, tried in short-lived processes."""
    candidates = [Isolation.ROOT, Isolation.USER] if os.geteuid() == 0 else [Isolation.USER]
    for isolation in candidates:
        if _works(isolation):
            return isolation
    return Isolation.NONE


def _works(isolation: Isolation) -> bool:
    probe = os.fork()
    if probe == 0:
        try:
            _be_probe(isolation)
        except OSError:
            os._exit(1)
        finally:
            os._exit(2)
    return os.waitpid(probe, 0)[1] == 0


def _be_probe(isolation: Isolation) -> None:
    os.dup2(os.open(os.devnull, os.O_RDWR), 2)
    leave(isolation)
    inner = os.fork()
    if inner == 0:
        code = 1
        try:
            own_mounts()
            show(ml=None, tmp=None, kept=())
            code = 0
        finally:
            os._exit(code)
    os._exit(0 if os.waitpid(inner, 0)[1] == 0 else 1)


def leave(isolation: Isolation) -> None:
    """Enters new namespaces: the next child of this process is their PID 1."""
    uid, gid = os.geteuid(), os.getegid()
    flags = _CLONE_NEWNS | _CLONE_NEWPID
    if isolation is Isolation.USER:
        flags |= _CLONE_NEWUSER
    _call("unshare", _libc.unshare(flags))
    if isolation is Isolation.USER:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"0 {uid} 1")
        _write("/proc/self/gid_map", f"0 {gid} 1")


def own_mounts() -> None:
    """For PID 1: makes its mounts its own, and shows only its own processes in /proc."""
    _mount("none", "/", "", _MS_REC | _MS_PRIVATE)
    _mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV)


def show(ml: str | None, tmp: str | None, kept: tuple[str, ...]) -> None:
    """Shows the folder `ml` as /opt/ml and the folder `tmp` as /tmp, below which `kept` stays visible.

    None: tries only whether /opt/ml could be shown.
    """
    if ml is None or not os.path.isdir("/opt/ml"):
        _make_room_in_opt()
    if ml is not None:
        _bind(ml, "/opt/ml")
    if tmp is not None:
        for path in kept:
            draft = os.path.join(tmp, os.path.relpath(path, "/tmp"))
            os.makedirs(draft, exist_ok=True)
            _bind(path, draft)
        _bind(tmp, "/tmp")


def _make_room_in_opt() -> None:
    """Mounts an empty file system on /opt, with everything that was there and a folder ml.

    /opt may contain the interpreter, and only root may be allowed to create a folder there.
    """
    names = os.listdir("/opt")
    before = os.open("/opt", os.O_PATH | os.O_DIRECTORY)
    _mount("tmpfs", "/opt", "tmpfs", _MS_NOSUID | _MS_NODEV)
    for name in names:
        _put_back(f"/proc/self/fd/{before}/{name}", f"/opt/{name}")
    os.makedirs("/opt/ml", exist_ok=True)
    os.close(before)


def _put_back(source: str, target: str) -> None:
    if os.path.islink(source):
        os.symlink(os.readlink(source), target)
        return
    if os.path.isdir(source):
        os.mkdir(target)
    else:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY))
    _bind(source, target)


def _bind(source: str, target: str) -> None:
    _mount(source, target, "", _MS_BIND | _MS_REC)


def _mount(source: str, target: str, kind: str, flags: int) -> None:
    result = _libc.mount(
        os.fsencode(source), os.fsencode(target), kind.encode(), ctypes.c_ulong(flags), ctypes.c_char_p(None)
    )
    _call(f"mount {target}", result)


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w") as file:
            file.write(text)
    except FileNotFoundError:
        if not path.endswith("setgroups"):  # which kernels before 3.19 don't have
            raise


def _call(what: str, result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def die_with_parent() -> None:
    """The kernel kills this process when its parent ends, however that ends. Holds across an exec."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """From now on, descendants whose parent ends become children of this process instead of init's."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _prctl(option: int, value: int) -> None:
    _call("prctl", _libc.prctl(option, *[ctypes.c_ulong(argument) for argument in (value, 0, 0, 0)]))


class Process(NamedTuple):
    pid: int
    parent: int


def descendants(ancestor: int) -> list[Process]:
    """The processes below one that have not ended, parents before their children.

    One that is forked meanwhile may be missing: look again until nothing is left.
    """
    children: dict[int, list[tuple[Process, bool]]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                line = file.read()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        fields = line[line.rindex(b")") + 2 :]  # the name before it may hold spaces and brackets
        state, parent = fields.split()[:2]
        process = Process(int(name), int(parent))
        children.setdefault(process.parent, []).append((process, state not in (b"Z", b"X")))
    below: list[Process] = []
    parents = [ancestor]
    while parents:
        for process, alive in children.get(parents.pop(), ()):
            parents.append(process.pid)
            if alive:
                below.append(process)
    return below


def leftovers(launcher: int, mark: str) -> list[Process]:
    """Processes that a job has left to the launcher, and their children. mark: a variable of the job.

    The launcher also adopts processes of jobs that still run, so the environment tells which job's they are.
    """
    family = descendants(launcher)
    left = {process.pid for process in family if process.parent == launcher and _has(process.pid, mark)}
    for process in family:
        if process.parent in left:
            left.add(process.pid)
    return [process for process in family if process.pid in left]


def _has(pid: int, variable: str) -> bool:
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            return variable.encode() in file.read().split(b"\0")
    except OSError:
        return False  # it has ended
