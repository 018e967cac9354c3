"""A launcher that imports modules once, and forks each job's script: so a job starts without its imports.

It is a program of the script's own interpreter, with the environment and the folder of the jobs. The guard is
the same as for scripts that are executed, and a job is as separate: the script has its own process, session,
files, arguments, environment and random state, and runs as `__main__` from its file. What all jobs share is
the state in which imports leave modules, and the seed of the hashes of texts.

At its end it does what an interpreter does for the script: it waits for threads, calls `atexit`, and lets go
of the script's objects, which closes files. What was imported is left to the kernel, and C libraries' own
exit handlers aren't called: taking all that apart would cost more than the start.

A fork copies neither threads nor a GPU's context. If an import leaves one behind, or fails, the launcher says
so and ends, and the tuner starts an ordinary one.
"""

from __future__ import annotations

import atexit
import builtins
import ctypes
import gc
import importlib
import importlib.machinery
import json
import os
import random  # its state is drawn anew in each fork
import runpy
import signal
import socket
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from tunewise.worker import processes
from tunewise.worker.launcher import NAME, serve

READY = b"ready"
"""What it tells the tuner once everything is imported; anything else is the reason why it can't be used."""
LONGEST_REASON = 1000  # bytes
_DEVICES = ("/dev/nvidia", "/dev/kfd", "/dev/dxg")
"""What a process has open that has begun to use a GPU."""


class Imports(NamedTuple):
    """What is imported. script: the path of the script, beside which modules are found. modules: in order, by
    their names; a path that ends in `.py` is that of a file to execute."""

    script: str
    modules: Sequence[str]


class ImportsRefused(Exception):
    """Jobs can't be forked after these imports; the message says why."""


def main() -> None:
    """The program. Its arguments: the descriptor of the socket to the tuner, and `Imports` as JSON."""
    processes.show_as(NAME)
    processes.die_with_parent()  # an import may take long
    forget_tunewise()
    imports = Imports(*json.loads(sys.argv[2]))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)  # however the tuner was started
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with socket.socket(fileno=int(sys.argv[1])) as tuner:
        try:
            _import(imports)
        except ImportsRefused as error:
            tuner.send(str(error).encode(errors="replace")[:LONGEST_REASON])
            return
        state = _State.now(tuner)
        processes.die_with_parent(0)
        tuner.send(READY)
        serve(tuner, partial(_be_script, state))
    sys.stderr.flush()
    os._exit(0)


def forget_tunewise() -> None:
    """The script imports the Tunewise that it finds by itself, if any, and not the one that runs it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "tunewise"]:
        del sys.modules[name]


def _import(imports: Imports) -> None:
    """Imports the modules as the script would. Raises `ImportsRefused`."""
    if not getattr(sys.flags, "safe_path", False):
        sys.path.insert(0, os.path.dirname(os.path.realpath(imports.script)))
    for name in imports.modules:
        try:
            if name.endswith(".py"):
                runpy.run_path(name, run_name="__preload__")
            else:
                importlib.import_module(name)
        except BaseException as error:
            traceback.print_exc()
            raise ImportsRefused(f"import {name} failed: {type(error).__name__}: {error}") from error
    sys.stdout.flush()  # otherwise each job would print it
    if devices := _open_devices():
        raise ImportsRefused(f"the imports began to use the GPU ({', '.join(devices)} is open)")
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        raise ImportsRefused("the imports initialised CUDA")
    if threads := _threads_left():
        raise ImportsRefused(f"the imports left threads running, which no fork copies: {', '.join(threads)}")


def _open_devices() -> list[str]:
    found = set()
    for file in os.listdir("/proc/self/fd"):
        with suppress(OSError):  # the listing's own
            target = os.readlink(f"/proc/self/fd/{file}")
            if target.startswith(_DEVICES):
                found.add(target)
    return sorted(found)


def _threads_left() -> list[str]:
    """The names of threads that are there after a fork. Libraries that can be forked, such as OpenBLAS, end
    their threads before one, and begin them again when they need them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns of what this finds out
        child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    names = []
    for thread in os.listdir("/proc/self/task"):
        if int(thread) != os.getpid():
            with suppress(FileNotFoundError), open(f"/proc/self/task/{thread}/comm") as file:
                names.append(file.read().strip())
    return sorted(names)


class _State(NamedTuple):
    """What is as a script expects it when it begins, and what serving jobs changes."""

    modules: frozenset[str]
    collecting: bool
    handlers: dict[int, Callable[[int, FrameType | None], Any] | int | None]
    files: frozenset[int]

    @classmethod
    def now(cls, tuner: socket.socket) -> _State:
        handlers = {int(number): signal.getsignal(number) for number in signal.valid_signals()}
        files = {int(name) for name in os.listdir("/proc/self/fd")} - {tuner.fileno()}
        open_files = frozenset(file for file in files if _is_open(file))
        return cls(frozenset(sys.modules), gc.isenabled(), handlers, open_files)

    def restore(self) -> None:
        for file in {int(name) for name in os.listdir("/proc/self/fd")} - self.files:
            with suppress(OSError):  # the listing's own
                os.close(file)
        for number, handler in self.handlers.items():
            if handler is not None and signal.getsignal(number) != handler:
                signal.signal(number, handler)
        if self.collecting:
            gc.enable()


def _is_open(file: int) -> bool:
    try:
        os.fstat(file)
    except OSError:
        return False
    return True


def _be_script(state: _State, _: str, argv: list[str], environment: dict[str, str]) -> NoReturn:
    """Runs a script in this forked process, as `os.execve` with these arguments would."""
    _become(state, argv, environment)
    end: BaseException | None = None
    try:
        _run(argv[1])
    except BaseException as error:  # noqa: BLE001 - the interpreter, too, ends whatever it is
        end = error
    code = 1
    try:
        code = _exit_code(end)
        interrupted = isinstance(end, KeyboardInterrupt)
        end = None  # and with it the script's frames
        threading._shutdown()  # type: ignore[attr-defined]  # as `multiprocessing` does
        atexit._run_exitfuncs()
        _let_go(state.modules)
        code = _flushed(code)
        if interrupted:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)
    except BaseException:  # noqa: BLE001 - such as a second Ctrl-C; the exit code stays
        traceback.print_exc()
    finally:
        os._exit(code)


def _become(state: _State, argv: list[str], environment: dict[str, str]) -> None:
    """Makes of this forked process what it would be if it had been executed with these arguments."""
    state.restore()
    processes.overwrite_environment(processes.MARK, environment[processes.MARK])
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    os.environ.update(environment)
    processes.show_as(os.path.basename(argv[0])[:15])
    sys.orig_argv, sys.argv = argv, argv[1:]
    importlib.invalidate_caches()
    _draw_seeds()


def _draw_seeds() -> None:
    """Gives the random numbers of this process other states than its siblings have."""
    random.seed()
    numpy_random, torch = sys.modules.get("numpy.random"), sys.modules.get("torch")
    if numpy_random is not None:
        numpy_random.seed()
    if torch is not None:
        torch.default_generator.seed()  # of the CPU; that of each GPU is the same in all processes anyway


def _run(path: str) -> None:
    """Runs a script as `__main__`. Raises what it raises, without this function in the traceback."""
    main_module = type(sys)("__main__")
    loader = importlib.machinery.SourceFileLoader("__main__", path)
    vars(main_module).update(__file__=path, __builtins__=builtins, __loader__=loader, __cached__=None)
    sys.modules["__main__"] = main_module
    try:
        code = compile(loader.get_data(path), path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise error.with_traceback(None) from None
    exec(code, vars(main_module))  # noqa: S102


def _exit_code(end: BaseException | None) -> int:
    """The exit code of an interpreter whose script ended so. Prints what it would print."""
    if end is None:
        return 0
    if not isinstance(end, SystemExit):
        trace = end.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        try:
            sys.excepthook(type(end), end.with_traceback(trace), trace)
        except Exception:  # noqa: BLE001 - the script's own hook
            traceback.print_exc()
        return 1
    if end.code is None or isinstance(end.code, int):
        return (end.code or 0) & 0xFF
    print(end.code, file=sys.stderr)
    return 1


def _let_go(kept: frozenset[str]) -> None:
    """Lets go of all objects of the script and of the modules that it imported itself, the latest first."""
    threading.excepthook = lambda _: None  # daemons continue without their globals
    names = ["__main__", *(name for name in reversed(sys.modules) if name not in kept)]
    for module in [sys.modules[name] for name in names]:
        if not isinstance(module, type(sys)) or sys.modules.get(module.__name__, module) is not module:
            continue  # something that a library put there
        if module.__name__ != "__main__" and module.__name__ in kept:
            continue  # of a function's script, which is `__main__` as well
        contents = vars(module)
        for name in [name for name in contents if name != "__builtins__"]:
            contents[name] = None
    gc.collect()


def _flushed(code: int) -> int:
    """The exit code once all output is written."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not getattr(stream, "closed", False):
                stream.flush()
        except Exception:  # noqa: BLE001 - the script may have put anything there
            code = code or 120  # as the interpreter's
    ctypes.CDLL(None).fflush(None)
    return code
