"""The guard of a job: starts the script, ends all of its processes, and writes down how it went.

A guard belongs to no tuner. It goes on when the tuner is killed, and tells what happened through two files,
`started.json` and `ended.json`. These promises follow from the order in which it does things:

- No `started.json`, no script: the script's program begins only after that file is written.
- One `started.json`, one script: the guard that makes the file is the only one that runs the job, so that an
  engine that starts a job again, or twice, does no harm.
- `ended.json` is written last of all, when no process of the job is left.

On the tuner's own machine, where a launcher forks guards, there is the job's lock as well: taken by the tuner
before the launch and handed over as an open file, it is held without a gap until the guard is dead; the
script doesn't inherit it. So a held lock means that the guard lives or is about to, and a free one without
`ended.json` that it was killed, and the script with it. Elsewhere a guard is a program of its own,
`python -m tunewise.worker.guard ORDER`, or the child of a leash or of a holder.

The descendants of the script can't get away, be it by a new session or a double fork: the guard is their
subreaper, so orphans become its children, and it is done when it has no child left. Linux only.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from tunewise.worker import lease as leases
from tunewise.worker import processes
from tunewise.worker.files import open_file, parse, read_file, write_json
from tunewise.worker.lease import Lease, RefusedError
from tunewise.worker.report import NEWS, OVER, ring, until_there_is_room, write_all

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Mapping

HALT_SIGNALS = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
"""What tells a guard to end its job: the tuner sends SIGTERM, others may come from outside."""
GUARD_SIGNALS = HALT_SIGNALS | {signal.SIGCHLD}
"""To be blocked before a guard is forked, so that none can come too early."""
_IGNORED = (signal.SIGPIPE, signal.SIGXFSZ)
"""What Python ignores, and no script expects to be."""
_DEFAULT = (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)
"""What else has its default in the script, whatever the tuner was started with, and in the guard, which waits
for its signals."""

LEFTOVER_GRACE = 2.0  # seconds for processes that outlive the script, between SIGTERM and SIGKILL
RETRY = 0.1  # seconds between two rounds of SIGKILL
NOT_EXECUTED = 127  # the exit code of a script that can't be executed, as shells have it
REFUSED = os.EX_CANTCREAT  # the exit code of a guard whose job had been started before, 73


class Order(NamedTuple):
    """What a guard is to run.

    environment: what differs from the launcher's environment; None unsets. grace: seconds between SIGTERM
    and SIGKILL when the job is halted. stdout, stderr, started, ended: paths of files. bell: the named pipe
    that wakes the tuner, if there is one. lease: how the trial's jobs keep out of one another's way where
    machines may fall silent; None where locks do.
    """

    argv: list[str]
    cwd: str
    environment: dict[str, str | None]
    grace: float
    stdout: str
    stderr: str
    started: str
    ended: str
    bell: str | None
    lease: Lease | None = None

    @classmethod
    def read(cls, data: bytes) -> Order:
        """What `json.dumps(order._asdict())` wrote."""
        told = json.loads(data)
        lease = told.pop("lease", None)
        return cls(**told, lease=None if lease is None else Lease(*lease))


def to_flags(arguments: Mapping[str, object]) -> list[str]:
    """Arguments as a script takes them: `--name value`. None is left out, for the script's default."""
    flags: list[str] = []
    for name, value in arguments.items():
        if value is not None:
            text = str(value)
            # what begins with a hyphen would be taken for a flag
            flags += [f"--{name}={text}"] if text.startswith("-") else [f"--{name}", text]
    return flags


class _End(NamedTuple):
    """How the script's main process ended: its wait status, whether it had been told to end, and whether it
    was killed for want of its lease."""

    status: int
    halted: bool = False
    expired: bool = False


def main() -> int:
    """The program: runs the job whose `Order` is the JSON file that the command line names. Its exit code
    says nothing of the script's end."""
    signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    try:
        guard(read_order(sys.argv[1]))
    except RefusedError as error:
        print(f"tunewise: {error}", file=sys.stderr, flush=True)
        return REFUSED
    return 0


def guard(order: Order) -> None:
    """Runs a job from its start to its end. Called in a fresh process with `GUARD_SIGNALS` blocked. One
    that is told to end before it begins leaves no more than its lease. Raises `RefusedError`."""
    with suppress(PermissionError):  # it leads a session already, by which its engine may know it
        os.setpgid(0, 0)
    processes.show_as("tunewise-guard")
    processes.adopt_orphans()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, it would have the kernel reap the script
    if os.path.lexists(order.started):  # looked at here as well, so that the words stand in its own stderr
        raise RefusedError(_refusal(order))
    _redirect(order)
    if order.lease is not None and not leases.take(order.lease, _pause):
        return
    held = None if order.lease is None else leases.Held(order.lease)
    oom_kills = processes.oom_kills()
    wall, begun = time.time(), time.monotonic()
    script = _start(order, held, wall, begun)
    processes.outlive_children()  # to tell what became of them
    end = _attend(script, order.grace, held)
    end_leftovers(0.0 if end.expired else min(LEFTOVER_GRACE, order.grace), end.halted)
    if end.expired:  # told now that all is killed, as this may take as long as the file system likes
        print("tunewise: killed, as its lease could not be renewed in time", file=sys.stderr, flush=True)
    _write_end(order, end, wall, begun, oom_kills)


def fork_guard(place: str) -> int:
    """Forks a guard for the order in a file, and returns its pid. Called with `GUARD_SIGNALS` blocked, so
    that it hears what comes before it listens. It is told to end when this process ends, however that
    happens."""
    this = os.getpid()
    child = os.fork()
    if child != 0:
        return child
    exit_code = 1
    try:
        processes.die_with_parent(signal.SIGTERM)
        if os.getppid() == this:
            guard(read_order(place))
        exit_code = 0
    except RefusedError as error:
        print(f"tunewise: {error}", file=sys.stderr, flush=True)
        exit_code = REFUSED
    except BaseException:  # noqa: BLE001 - this copy of its parent must not go on, whatever happened
        import traceback  # which takes a launcher's memory, and so each guard's time

        traceback.print_exc()
    finally:
        os._exit(exit_code)


def read_order(place: str) -> Order:
    return Order.read(read_file(place))


def end_for_guard(place: str, code: int, oom_kills: int) -> None:
    """Ends what a guard left that is gone, and writes down the job's end where it was killed. Called by its
    parent, a subreaper, with `GUARD_SIGNALS` blocked. place: of its order. code: its exit code. oom_kills: as
    they were before the job."""
    end_leftovers(0.0, terminated=True)
    if code >= 0:
        return
    with suppress(OSError, ValueError, KeyError):  # it never began
        order = read_order(place)
        if not os.path.exists(order.ended):
            started = parse(read_file(order.started))
            _write_end(order, _End(signal.SIGKILL), started["time"], started["monotonic"], oom_kills)


def _write_end(order: Order, end: _End, wall: float, begun: float, oom_kills: int) -> None:
    """wall, begun: when it began, by the time of day and by the monotonic clock."""
    code = os.waitstatus_to_exitcode(end.status)
    summary = {
        "exit_code": code if code >= 0 else None,
        "signal": -code if code < 0 else None,
        "seconds": time.monotonic() - begun,
        "started": wall,
        "ended": time.time(),
        "halted": end.halted,
        "expired": end.expired,
        "oom_killed": processes.oom_kills() > oom_kills,
        "disk_full": not os.statvfs(os.path.dirname(order.ended)).f_bavail,
    }
    # Not synced: a sync costs up to tens of milliseconds, for each job. If the machine crashes before this
    # reaches the disk, the job counts as lost and is run again from its checkpoint: no more than that.
    until_there_is_room(order.ended, lambda: write_json(order.ended, summary), order.bell)
    _ring(order, OVER)


# ---- starting --------------------------------------------------------------------------------------------


def _redirect(order: Order) -> None:
    """Points standard input, output and error where the script's go; it inherits them.

    The guard keeps nothing of the tuner's open, such as a pipe that someone reads to its end, and the
    traceback of a guard that fails is found in the job's stderr.
    """
    appending = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    for target, path in ((1, order.stdout), (2, order.stderr)):
        file = until_there_is_room(path, partial(open_file, path, appending), order.bell)
        os.dup2(file, target)
        os.close(file)


def _start(order: Order, held: leases.Held | None, wall: float, begun: float) -> int:
    """Starts the script, writes `started.json` and returns the script's pid.

    The script's process waits at a gate, a pipe, until the file is written. If the guard is killed before,
    the pipe closes unused and the process ends without having begun.
    """
    claim = _claim(order)
    gate, opener = os.pipe()
    fork = partial(_fork_script, order, gate, opener)
    script = fork() if held is None else held.fork_beater(fork)
    os.close(gate)
    names = {
        "time": wall,
        "monotonic": begun,
        "boot": processes.boot_id(),
        "host": os.environ.get("SLURMD_NODENAME") or os.uname().nodename,  # as its engine calls it
        "guard": {"pid": os.getpid(), "started": _start_ticks(os.getpid())},
        "script": {"pid": script, "started": _start_ticks(script)},
    }
    write_all(claim, json.dumps(names).encode() + b"\n", order.started, order.bell)
    os.close(claim)
    with suppress(BrokenPipeError):  # it has been killed already, as `_attend` will see
        os.write(opener, b"!")
    os.close(opener)
    _ring(order)
    return script


def _claim(order: Order) -> int:
    """Makes `started.json`, which one guard alone can. It is empty for as long as it takes to fork. Raises
    `RefusedError`."""
    exclusive = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return until_there_is_room(order.started, partial(open_file, order.started, exclusive), order.bell)
    except FileExistsError:
        raise RefusedError(_refusal(order)) from None


def _refusal(order: Order) -> str:
    return f"the job has been started before, as {order.started} says, and is not run again"


def _fork_script(order: Order, gate: int, opener: int) -> int:
    """Forks the script's process, and returns its pid. What can be is done before: after a fork, each page of
    memory that is touched is copied first."""
    parent = os.getpid()
    changed = {**os.environ, **order.environment}
    environment = {name: value for name, value in changed.items() if value is not None}
    for number in _DEFAULT:
        signal.signal(number, signal.SIG_DFL)
    script = os.fork()
    if script == 0:
        try:
            os.close(opener)
            _become_script(order, environment, gate, parent)
        except BaseException as error:  # noqa: BLE001 - whatever it is: this copy of the guard must not go on
            os.write(2, f"tunewise: can't run {order.argv[0]}: {error}\n".encode(errors="replace"))
        finally:
            os._exit(NOT_EXECUTED)
    return script


def _become_script(order: Order, environment: dict[str, str], gate: int, parent: int) -> None:
    """Turns this process into the script. Returns only if its parent, or the guard, is dead; raises if it
    can't be run."""
    os.setsid()
    processes.die_with_parent()
    if os.getppid() != parent:  # it died before this process was bound to die with it
        return
    if not os.read(gate, 1):
        return
    os.chdir(order.cwd)
    for number in _IGNORED:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.execve(order.argv[0], order.argv, environment)  # the lock closes here, as all of Python's files do


def _start_ticks(pid: int) -> int | None:
    process = processes.read_process(pid)
    return process.started if process else None


# ---- attending -------------------------------------------------------------------------------------------


def _attend(script: int, grace: float, held: leases.Held | None) -> _End:
    """Waits for the script's main process, and ends it when told to, or when its lease has run out."""
    halted = expired = False
    deadline: float | None = None
    while True:
        number = _next_signal(_sooner(deadline, held))
        status = _reap(script)
        expired = expired or (held is not None and held.left() <= 0.0)
        if status is not None:  # looked at first: a script that ended by itself was not halted
            return _End(status, halted, expired)
        if number in HALT_SIGNALS and not halted:
            halted = True
            deadline = time.monotonic() + grace
            _terminate(script)
        if expired or (deadline is not None and time.monotonic() >= deadline):
            _kill_everything()
            deadline = time.monotonic() + RETRY


def _sooner(deadline: float | None, held: leases.Held | None) -> float | None:
    """When to act although nothing is heard, on the monotonic clock."""
    left = None if held is None else held.left()
    if left is None or left <= 0.0:
        return deadline
    expires = time.monotonic() + left
    return expires if deadline is None else min(deadline, expires)


def _pause(seconds: float) -> bool:
    """Sleeps; False if the job was told to end meanwhile."""
    return _next_signal(time.monotonic() + seconds) not in HALT_SIGNALS


def _terminate(script: int) -> None:
    """SIGTERM once to everything of the job: a second one often means "at once" to a script that saves."""
    with suppress(PermissionError):  # as in _signal
        try:
            os.killpg(script, signal.SIGTERM)
        except ProcessLookupError:  # it was forked a moment ago and leads no group yet
            os.kill(script, signal.SIGTERM)
    everything = processes.descendants(os.getpid())
    _signal([process for process in everything if script not in (process.pid, process.group)], signal.SIGTERM)


def end_leftovers(grace: float, terminated: bool) -> None:
    """Ends what outlives the script's main process, in rounds until there is nothing left.

    terminated: SIGTERM has been sent already.
    """
    if not _children_left():
        return
    if not terminated:
        _signal(processes.descendants(os.getpid()), signal.SIGTERM)
    deadline = time.monotonic() + grace
    killing = False
    while _children_left(killing):
        if time.monotonic() >= deadline:
            killing = True
            _kill_everything()
            deadline = time.monotonic() + RETRY
        _next_signal(deadline)


def _kill_everything() -> None:
    """SIGKILL to all that is seen now; what is forked meanwhile is found in the next round."""
    everything = processes.descendants(os.getpid())
    for group in {process.group for process in everything}:
        _kill_group(group)
    _signal(everything, signal.SIGKILL)


def _kill_group(group: int) -> None:
    """Kills a group as a whole: no fork within it gets away."""
    if group != os.getpgrp():
        with suppress(ProcessLookupError, PermissionError):  # as in _signal
            os.killpg(group, signal.SIGKILL)


def _signal(targets: list[processes.Process], number: signal.Signals) -> None:
    for process in targets:
        # One that has ended meanwhile needs nothing more. For one that runs as another user nothing can be
        # done: the worker stays busy until it ends by itself.
        with suppress(ProcessLookupError, PermissionError):
            os.kill(process.pid, number)


def _next_signal(deadline: float | None) -> int | None:
    """Waits for a signal, until `deadline` on the monotonic clock at most."""
    if deadline is None:
        return signal.sigwaitinfo(GUARD_SIGNALS).si_signo
    received = signal.sigtimedwait(GUARD_SIGNALS, max(0.0, deadline - time.monotonic()))
    return received.si_signo if received else None


def _reap(script: int) -> int | None:
    """Takes leave of all children that have ended; the script's wait status if it's among them."""
    found = None
    try:
        while (reaped := os.waitpid(-1, os.WNOHANG))[0] != 0:
            if reaped[0] == script:
                found = reaped[1]
    except ChildProcessError:
        pass  # that was the last one
    return found


def _children_left(killing: bool = False) -> bool:
    """Takes leave of all children that have ended; whether others are left.

    killing: kills their groups too, and with them what they forked a moment ago. Until leave is taken of a
    child, the number of its group can't pass on to strangers.
    """
    try:
        while (ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)) is not None:
            if killing:
                _kill_group(os.getpgid(ended.si_pid))
            os.waitpid(ended.si_pid, 0)
    except ChildProcessError:
        return False
    return True


def _ring(order: Order, what: bytes = NEWS) -> None:
    if order.bell is not None:
        ring(order.bell, what)


if __name__ == "__main__":
    sys.exit(main())
