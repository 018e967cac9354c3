"""The guard of a job: it starts the script, ends all of its processes, and records how it went.

A guard is independent of the tuner. It continues when the tuner is killed, and records what happened in two
files, `started.json` and `ended.json`. The order of its steps guarantees that:

- Without `started.json`, no script ran: the script's program begins only after that file is written.
- Each job runs once: only the guard that creates `started.json` runs the job, so it does no harm if an engine
  starts a job twice.
- `ended.json` is written last, when no process of the job is left.

On the tuner's own machine, where a launcher forks guards, there is also the job's lock. The tuner takes it
before the launch and hands it over as an open file, so it is held without a gap until the guard is dead; the
script doesn't inherit it. So while the lock is held, the guard lives or is about to start. If it is free and
there is no `ended.json`, the guard was killed, and the script with it. On other machines a guard is a program
of its own, `python -m tunewise.worker.guard ORDER`, or the child of a leash or a holder.

The descendants of the script can't escape by a new session or a double fork: the guard is their subreaper, so
orphans become its children, and it is done when it has no child left. Linux only.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from tunewise.worker import lease as leases
from tunewise.worker import processes
from tunewise.worker.files import open_file, parse, read_file, write_json
from tunewise.worker.lease import Lease, RefusedError
from tunewise.worker.metrics import LOOK_ELSEWHERE_EVERY, LOOK_EVERY, Sources, Watch
from tunewise.worker.report import NEWS, OVER, REPORTS, ring, until_there_is_room, write_all

HALT_SIGNALS = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
"""Signals that tell a guard to end its job: the tuner sends SIGTERM, others may come from outside."""
GUARD_SIGNALS = HALT_SIGNALS | {signal.SIGCHLD}
"""Blocked before a guard is forked, so that none arrives too early."""
_IGNORED = (signal.SIGPIPE, signal.SIGXFSZ)
"""Python ignores these, but a script doesn't expect it."""
_DEFAULT = (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)
"""Further signals that get their default action in the script, however the tuner was started, and in the
guard, which waits for its signals."""

CHANGED_SIGNALS = (*_IGNORED, *_DEFAULT)  # their handlers change on the way to a script
LEFTOVER_GRACE = 2.0  # seconds for processes that outlive the script, between SIGTERM and SIGKILL
RETRY = 0.1  # seconds between two rounds of SIGKILL
NOT_EXECUTED = 127  # the exit code of a script that can't be executed, as in shells
REFUSED = os.EX_CANTCREAT  # 73, the exit code of a guard whose job was started before


class Order(NamedTuple):
    """What a guard is to run.

    environment: differences from the launcher's environment; None unsets a variable. grace: seconds between
    SIGTERM and SIGKILL when the job is halted. stdout, stderr, started, ended: paths of files. bell: the
    named pipe that wakes the tuner, if there is one. lease: keeps the trial's jobs apart on machines that may
    stop responding; None if locks do that. metrics: where to look for metrics, and the file of reports, if
    the script doesn't report itself.
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
    metrics: Sources | None = None

    @classmethod
    def read(cls, data: bytes) -> Order:
        """What `json.dumps(order._asdict())` wrote."""
        fields = json.loads(data)
        lease, metrics = fields.pop("lease", None), fields.pop("metrics", None)
        return cls(**fields, lease=lease and Lease(*lease), metrics=metrics and Sources(*metrics))


Execute = Callable[[str, list[str], dict[str, str]], object]
"""What a process becomes the script by: `os.execve`, or something like it that doesn't return either."""


class _End(NamedTuple):
    """How the script's main process ended. status: its wait status. halted: it was told to end. expired: it
    was killed because its lease expired."""

    status: int
    halted: bool = False
    expired: bool = False


def main() -> int:
    """The program: runs the job whose `Order` is in the JSON file on the command line. Its exit code doesn't
    depend on the script's."""
    signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    try:
        guard(read_order(sys.argv[1]))
    except RefusedError as error:
        print(f"tunewise: {error}", file=sys.stderr, flush=True)
        return REFUSED
    return 0


def guard(order: Order, execute: Execute = os.execve) -> None:
    """Runs a job from start to end. Called in a new process with `GUARD_SIGNALS` blocked. If it is told to
    end before the script begins, it leaves only its lease. Raises `RefusedError`."""
    with suppress(PermissionError):  # it already leads a session, by which its engine may know it
        os.setpgid(0, 0)
    processes.show_as("tunewise-guard")
    processes.adopt_orphans()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # if ignored, the kernel would reap the script
    if os.path.lexists(order.started):  # before the redirection, so that its own stderr has the message
        raise RefusedError(_refusal(order))
    _redirect(order)
    if order.lease is not None and not leases.take(order.lease, _pause):
        return
    keeper = None if order.lease is None else leases.LeaseKeeper(order.lease)
    oom_kills = processes.oom_kills()
    watch = _watch(order)
    wall, begun = time.time(), time.monotonic()
    script = _start(order, execute, keeper, wall, begun)
    processes.outlive_children()  # to record what happened to them
    end = _attend(script, order.grace, keeper, watch)
    end_leftovers(0.0 if end.expired else min(LEFTOVER_GRACE, order.grace), end.halted)
    if end.expired:  # printed only now, as the file system may hang
        print("tunewise: killed, as its lease could not be renewed in time", file=sys.stderr, flush=True)
    if watch is not None:
        watch.finish()
    _write_end(order, end, wall, begun, oom_kills)


def fork_guard(place: str) -> int:
    """Forks a guard for the order in a file, and returns its pid. Called with `GUARD_SIGNALS` blocked, so
    that no signal is lost. The guard is told to end when this process ends, for whatever reason."""
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
        import traceback  # imported here, as it would cost each fork of a launcher memory and time

        traceback.print_exc()
    finally:
        os._exit(exit_code)


def read_order(place: str) -> Order:
    return Order.read(read_file(place))


def end_for_guard(place: str, code: int, oom_kills: int) -> None:
    """Ends the processes that a guard left, and records the job's end if the guard was killed. Called by its
    parent, a subreaper, with `GUARD_SIGNALS` blocked. place: of its order. code: its exit code. oom_kills:
    the count before the job."""
    end_leftovers(0.0, terminated=True)
    if code >= 0:
        return
    with suppress(OSError, ValueError, KeyError):  # it never began
        order = read_order(place)
        if not os.path.exists(order.ended):
            started = parse(read_file(order.started))
            _write_end(order, _End(signal.SIGKILL), started["time"], started["monotonic"], oom_kills)


def _write_end(order: Order, end: _End, wall: float, begun: float, oom_kills: int) -> None:
    """wall, begun: when the job began, by the time of day and by the monotonic clock."""
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
    # Not synced, as that can take tens of milliseconds for each job. If the machine crashes before this
    # reaches the disk, the job counts as lost, and its trial continues from the checkpoint.
    until_there_is_room(order.ended, lambda: write_json(order.ended, summary), order.bell)
    _ring(order, OVER)


# ---- starting --------------------------------------------------------------------------------------------


def _redirect(order: Order) -> None:
    """Redirects standard input, output and error to those of the script, which inherits them.

    So the guard keeps none of the tuner's files open, such as a pipe that someone reads to its end, and the
    traceback of a failed guard is in the job's stderr.
    """
    appending = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    for target, path in ((1, order.stdout), (2, order.stderr)):
        file = until_there_is_room(path, partial(open_file, path, appending), order.bell)
        os.dup2(file, target)
        os.close(file)


def _start(
    order: Order, execute: Execute, keeper: leases.LeaseKeeper | None, wall: float, begun: float
) -> int:
    """Starts the script, writes `started.json` and returns the script's pid.

    Until then its process waits at a gate: a pipe, at whose end it ends if the guard is killed.
    """
    claim = _claim(order)
    names = {
        "time": wall,
        "monotonic": begun,
        "boot": processes.boot_id(),
        "host": os.environ.get("SLURMD_NODENAME") or os.uname().nodename,  # the name that its engine uses
        "guard": {"pid": os.getpid(), "started": _start_ticks(os.getpid())},
    }
    begun_text = json.dumps(names)[:-1]  # before the fork, as in `_fork_script`
    gate, opener = os.pipe()
    fork = partial(_fork_script, order, execute, gate, opener)
    script = fork() if keeper is None else keeper.fork_beater(fork)
    os.close(gate)
    script_text = json.dumps({"script": {"pid": script, "started": _start_ticks(script)}})[1:]
    write_all(claim, f"{begun_text}, {script_text}\n".encode(), order.started, order.bell)
    os.close(claim)
    with suppress(BrokenPipeError):  # it was killed already, as `_attend` will notice
        os.write(opener, b"!")
    os.close(opener)
    _ring(order)
    return script


def _watch(order: Order) -> Watch | None:
    """What looks for metrics, if the script doesn't report itself."""
    reports, printed = order.environment.get(REPORTS), (order.stdout, order.stderr)
    return Watch(order.metrics, printed, reports, order.bell) if order.metrics and reports else None


def _claim(order: Order) -> int:
    """Creates `started.json`, which only one guard can. It is empty until the script is forked. Raises
    `RefusedError`."""
    exclusive = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return until_there_is_room(order.started, partial(open_file, order.started, exclusive), order.bell)
    except FileExistsError:
        raise RefusedError(_refusal(order)) from None


def _refusal(order: Order) -> str:
    return f"the job has been started before, as {order.started} says, and is not run again"


def _fork_script(order: Order, execute: Execute, gate: int, opener: int) -> int:
    """Forks the script's process, and returns its pid. Does as much as possible before the fork, because
    after it each page of memory that is touched is copied."""
    parent = os.getpid()
    changed = {**os.environ, **order.environment}
    environment = {name: value for name, value in changed.items() if value is not None}
    for number in _DEFAULT:
        signal.signal(number, signal.SIG_DFL)
    script = os.fork()
    if script == 0:
        try:
            os.close(opener)
            if _becomes_script(order, gate, parent):
                execute(order.argv[0], order.argv, environment)  # an exec closes the lock, as all our files
        except BaseException as error:  # noqa: BLE001 - this copy of the guard must not continue
            os.write(2, f"tunewise: can't run {order.argv[0]}: {error}\n".encode(errors="replace"))
        finally:
            os._exit(NOT_EXECUTED)
    return script


def _becomes_script(order: Order, gate: int, parent: int) -> bool:
    """Prepares the script's process, and waits for the gate. False if its parent or the guard is dead."""
    os.setsid()
    processes.die_with_parent()
    if os.getppid() != parent or not os.read(gate, 1):  # it died before `die_with_parent`, or later
        return False
    os.chdir(order.cwd)
    for number in _IGNORED:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    return True


def _start_ticks(pid: int) -> int | None:
    process = processes.read_process(pid)
    return process.started if process else None


# ---- attending -------------------------------------------------------------------------------------------


def _attend(script: int, grace: float, keeper: leases.LeaseKeeper | None, watch: Watch | None) -> _End:
    """Waits for the script's main process, and ends it when told to or when its lease expires. Meanwhile it
    looks for metrics."""
    halted = expired = False
    deadline: float | None = None
    while True:
        due = _sooner(deadline, keeper)
        if watch is not None:
            watch.look()
            next_look = time.monotonic() + (LOOK_EVERY if keeper is None else LOOK_ELSEWHERE_EVERY)
            due = next_look if due is None else min(due, next_look)
        number = _next_signal(due)
        status = _reap(script)
        expired = expired or (keeper is not None and keeper.left() <= 0.0)
        if status is not None:
            # Who signals all processes of a job, as Slurm may, also ends the script before we can do it.
            halted = halted or number in HALT_SIGNALS or bool(signal.sigpending() & HALT_SIGNALS)
            return _End(status, halted, expired)
        if number in HALT_SIGNALS and not halted:
            halted = True
            deadline = time.monotonic() + grace
            _terminate(script)
        if expired or (deadline is not None and time.monotonic() >= deadline):
            _kill_everything()
            deadline = time.monotonic() + RETRY


def _sooner(deadline: float | None, keeper: leases.LeaseKeeper | None) -> float | None:
    """When to act even without a signal, on the monotonic clock."""
    left = None if keeper is None else keeper.left()
    if left is None or left <= 0.0:
        return deadline
    expires = time.monotonic() + left
    return expires if deadline is None else min(deadline, expires)


def _pause(seconds: float) -> bool:
    """Sleeps; False if the job was told to end meanwhile."""
    return _next_signal(time.monotonic() + seconds) not in HALT_SIGNALS


def _terminate(script: int) -> None:
    """Sends SIGTERM once to each process of the job: many scripts that are saving exit at once on a
    second."""
    with suppress(PermissionError):  # as in _signal
        try:
            os.killpg(script, signal.SIGTERM)
        except ProcessLookupError:  # it was just forked and leads no group yet
            os.kill(script, signal.SIGTERM)
    everything = processes.descendants(os.getpid())
    _signal([process for process in everything if script not in (process.pid, process.group)], signal.SIGTERM)


def end_leftovers(grace: float, terminated: bool) -> None:
    """Ends the processes that outlive the script's main process, in rounds until none is left.

    terminated: SIGTERM was sent already.
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
    """Sends SIGKILL to all current processes; the next round finds those that are forked meanwhile."""
    everything = processes.descendants(os.getpid())
    for group in {process.group for process in everything}:
        _kill_group(group)
    _signal(everything, signal.SIGKILL)


def _kill_group(group: int) -> None:
    """Kills a group as a whole, so that no fork within it escapes."""
    if group != os.getpgrp():
        with suppress(ProcessLookupError, PermissionError):  # as in _signal
            os.killpg(group, signal.SIGKILL)


def _signal(targets: list[processes.Process], number: signal.Signals) -> None:
    for process in targets:
        # A process that has ended needs nothing more. One of another user can't be ended: the worker stays
        # busy until it ends by itself.
        with suppress(ProcessLookupError, PermissionError):
            os.kill(process.pid, number)


def _next_signal(deadline: float | None) -> int | None:
    """Waits for a signal, until `deadline` on the monotonic clock at most."""
    if deadline is None:
        return signal.sigwaitinfo(GUARD_SIGNALS).si_signo
    received = signal.sigtimedwait(GUARD_SIGNALS, max(0.0, deadline - time.monotonic()))
    return received.si_signo if received else None


def _reap(script: int) -> int | None:
    """Reaps all children that have ended; returns the script's wait status if it is among them."""
    found = None
    try:
        while (reaped := os.waitpid(-1, os.WNOHANG))[0] != 0:
            if reaped[0] == script:
                found = reaped[1]
    except ChildProcessError:
        pass  # that was the last one
    return found


def _children_left(killing: bool = False) -> bool:
    """Reaps all children that have ended; returns whether others are left.

    killing: also kills their groups, including processes that they have just forked. Until a child is reaped,
    the number of its group can't be reused.
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
