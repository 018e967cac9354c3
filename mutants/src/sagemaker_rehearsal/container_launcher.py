"""The launcher: a small process that forks a container for each job, and is the parent of them all.

The emulator sends messages over a socket and gets messages back, each a line of JSON:

    {"start": 7, "folder": ".../jobs/NAME"}, with the file that takes the job's output
    {"signal": 7, "number": 15}
    {"job": 7, "status": 0}                        the job has ended, with this wait status
    {"job": 7, "status": null, "error": "..."}     it could not be started

No job outlives the emulator, however that ends: the socket closes, the launcher kills what it has started
and ends; and should the launcher itself be killed, the kernel does the same for it (PR_SET_PDEATHSIG).
Standard library only, so that a fork is cheap.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from typing import Any, NamedTuple

from sagemaker_rehearsal import namespaces
from sagemaker_rehearsal.namespaces import Isolation

LONGEST_MESSAGE = 64 * 1024
_ROUND = 0.005  # seconds between two rounds of SIGKILL
NOT_EXECUTED = 127  # the exit code of what can't be executed, as shells have it
_RESET = (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Order(NamedTuple):
    """What a container runs, kept as order.json in its job's folder.

    environment: all of it. ml, tmp: the folders that it sees as /opt/ml and /tmp. kept: folders below /tmp
    that stay where they are, since the interpreter needs them. isolation: a value of `Isolation`.
    """

    argv: list[str]
    environment: dict[str, str]
    ml: str
    tmp: str
    kept: list[str]
    isolation: str


def main(descriptor: int, folder: str) -> None:
    """Serves the emulator at the other end of the socket until that end is closed.

    folder: deleted in the end, as an emulator that was killed can't do it; none if empty.
    """
    with open("/proc/self/comm", "w") as name:
        name.write("sagemaker-jobs")  # what `top` and `ps -o comm` show
    namespaces.adopt_orphans()  # the containers: the process that makes one ends at once
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the emulator's affair
    gc.disable()
    gc.freeze()
    with socket.socket(fileno=descriptor) as emulator:
        _Launcher(emulator).serve()
    if folder:
        import shutil

        shutil.rmtree(folder, ignore_errors=True)


class _Launcher:
    def __init__(self, emulator: socket.socket) -> None:
        self._emulator = emulator
        self._pids: dict[int, int] = {}  # of jobs that run, by the emulator's number
        self._bare: dict[int, str] = {}  # of those without namespaces, a variable that tells their processes
        self._alive, self._life = os.pipe()  # the second end is open for as long as this process lives
        self._wake, self._waker = socket.socketpair()
        for end in (self._wake, self._waker):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)

    def serve(self) -> None:
        try:
            while True:
                ready, _, _ = select.select([self._emulator, self._wake], [], [])
                if self._wake in ready:
                    self._wake.recv(4096)
                    self._reap()
                if self._emulator in ready and not self._obey():
                    return
        except ConnectionError:
            return  # the emulator is gone
        finally:
            self._end_all()

    def _obey(self) -> bool:
        """Does what one message says. False: there will be no more."""
        message, files, _, _ = socket.recv_fds(self._emulator, LONGEST_MESSAGE, 1)
        if not message:
            return False
        order: dict[str, Any] = json.loads(message)
        if "start" in order:
            self._start(order["start"], order["folder"], files[0])
        elif order["signal"] in self._pids:
            os.kill(self._pids[order["signal"]], order["number"])
        return True

    def _start(self, job: int, folder: str, output: int) -> None:
        try:
            with open(os.path.join(folder, "order.json"), encoding="utf-8") as file:
                order = Order(**json.load(file))
            isolated = order.isolation != Isolation.NONE
            self._pids[job] = self._make(order, output) if isolated else self._fork(order, output)
            if not isolated:
                self._bare[job] = f"TRAINING_JOB_NAME={order.environment['TRAINING_JOB_NAME']}"
        except OSError as error:
            self._tell({"job": job, "status": None, "error": str(error)})
        finally:
            os.close(output)

    def _fork(self, order: Order, output: int) -> int:
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            os.setsid()
            self._be_job(order, output)
        return pid

    def _make(self, order: Order, output: int) -> int:
        """The pid, as seen from here, of a new container's PID 1. Raises OSError."""
        report, reporter = os.pipe()
        go, goer = os.pipe()
        maker = os.fork()
        if maker == 0:
            os.close(goer)
            self._be_maker(order, output, reporter, go)
        os.close(reporter)
        os.close(go)
        try:
            with os.fdopen(report) as file:
                told = file.read()
            os.waitpid(maker, 0)
            if not told.isdigit():
                raise OSError(told or "the container's maker was killed")
            os.write(goer, b".")  # it waited until this process is its parent
            return int(told)
        finally:
            os.close(goer)

    def _be_maker(self, order: Order, output: int, reporter: int, go: int) -> None:
        """Never returns."""
        try:
            signal.set_wakeup_fd(-1)
            namespaces.leave(Isolation(order.isolation))
            pid = os.fork()
            if pid == 0:
                os.close(reporter)
                os.setsid()
                self._be_pid_1(order, output, go)
            os.write(reporter, str(pid).encode())
        except BaseException as error:  # noqa: BLE001 - this copy of the launcher must not go on
            os.write(reporter, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)

    def _be_pid_1(self, order: Order, output: int, go: int) -> None:
        """Never returns."""
        try:
            os.dup2(output, 2)
            if os.read(go, 1):
                os.chdir("/")
                namespaces.own_mounts()
                namespaces.show(order.ml, order.tmp, tuple(order.kept))
                self._be_job(order, output)
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        finally:
            os._exit(NOT_EXECUTED)

    def _be_job(self, order: Order, output: int) -> None:
        """Becomes the job's program. Never returns."""
        try:
            os.close(self._life)
            namespaces.die_with_parent()
            if select.select([self._alive], [], [], 0)[0]:
                os._exit(NOT_EXECUTED)  # the launcher was gone before the kernel knew that it matters
            nothing = os.open(os.devnull, os.O_RDONLY)
            for source, target in ((nothing, 0), (output, 1), (output, 2)):
                os.dup2(source, target)
            for number in _RESET:
                signal.signal(number, signal.SIG_DFL)
            if order.isolation == Isolation.NONE:
                # PID 1 of a container gets no signal for which it has no handler.
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                os.chdir(order.ml)
            os.execvpe(order.argv[0], order.argv, order.environment)
        except OSError as error:
            print(f"exec: {order.argv[0]}: {error.strerror}", file=sys.stderr, flush=True)
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        finally:
            os._exit(NOT_EXECUTED)

    def _reap(self) -> None:
        """Tells the emulator which jobs have ended."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            for job, known in list(self._pids.items()):
                if known == pid:
                    del self._pids[job]
                    if job in self._bare:
                        self._end_leftovers(self._bare.pop(job))
                    self._tell({"job": job, "status": status})

    def _end_leftovers(self, mark: str) -> None:
        """Kills what a job without namespaces has left: it ends as a whole, as any container."""
        while left := namespaces.leftovers(os.getpid(), mark):
            for process in left:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
            time.sleep(_ROUND)

    def _tell(self, message: dict[str, Any]) -> None:
        self._emulator.sendall(json.dumps(message).encode())

    def _end_all(self) -> None:
        """Kills everything that descends from here, and leaves when nothing of it is left."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        while left := namespaces.descendants(os.getpid()):
            for process in left:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
            self._bury(os.WNOHANG)
            time.sleep(_ROUND)
        self._bury(0)

    @staticmethod
    def _bury(options: int) -> None:
        with suppress(ChildProcessError):
            while os.waitpid(-1, options) != (0, 0):
                pass
