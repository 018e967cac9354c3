"""A launcher that imports modules once, and forks each job's script: so a job starts without its imports.

It is a program of the script's own interpreter, with the environment and the folder of the jobs. The guard is
the same as for scripts that are executed, and a job is as separate: the script has its own process, session,
files, arguments, environment and random state, and runs as `__main__` from its file. What all jobs share is
the state in which imports leave modules, and the seed of the hashes of texts.

At its end it does what an interpreter does for the script: it waits for threads, calls `atexit`, and lets go
of the script's objects, which closes files. What was imported is left to the kernel, and C libraries' own
exit handlers aren't called: taking all that apart would cost more than the start.

A fork copies neither threads nor a GPU's context, and shares connections and child processes. If an import
leaves one of these behind, or fails, the launcher says so and ends, and the tuner starts an ordinary one.
"""

from __future__ import annotations

import atexit
import builtins
import ctypes
import fcntl
import gc
import importlib
import importlib.machinery
import io
import json
import os
import runpy
import signal
import socket
import stat
import sys
import traceback
import warnings
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import takewhile
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from tunewise.worker import processes
from tunewise.worker.guard import CHANGED_SIGNALS, GUARD_SIGNALS, LEFTOVER_GRACE, end_leftovers
from tunewise.worker.launcher import NAME, serve

READY = b"ready"
"""What it tells the tuner once everything is imported; anything else is the reason why it can't be used."""
LONGEST_REASON = 1000  # bytes
_DEVICES = ("/dev/nvidia", "/dev/kfd", "/dev/dxg")
"""What a process has open that has begun to use a GPU."""
_CONNECTIONS = ("socket:", "pipe:", "anon_inode:[eventpoll]")
"""What a process has open that talks to others, or waits for them."""


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
    processes.adopt_orphans()
    forget_tunewise()
    imports = Imports(*json.loads(sys.argv[2]))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)  # however the tuner was started
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with socket.socket(fileno=int(sys.argv[1])) as tuner:
        try:
            _import(imports)
        except ImportsRefused as error:
            signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
            end_leftovers(LEFTOVER_GRACE, terminated=False)
            tuner.send(str(error).encode(errors="replace")[:LONGEST_REASON])
            atexit._run_exitfuncs()
        else:
            state = _State.now(tuner)
            processes.die_with_parent(0)
            _keep_what_imports_made()
            tuner.send(READY)
            serve(tuner, partial(_be_script, state))
    sys.stderr.flush()
    os._exit(0)  # without waiting for threads


def forget_tunewise() -> None:
    """The script imports the Tunewise that it finds by itself, if any, and not the one that runs it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "tunewise"]:
        del sys.modules[name]


def _import(imports: Imports) -> None:
    """Imports the modules as the script would. Raises `ImportsRefused`."""
    before = _open_files(_CONNECTIONS)
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
    if refusal := _refusal(before):
        raise ImportsRefused(refusal)


def _refusal(before: set[str]) -> str:
    """Why no job can be forked after the imports; "" if it can. before: the connections from before them."""
    if devices := _open_files(_DEVICES):
        return f"the imports began to use the GPU ({', '.join(sorted(devices))} is open)"
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        return "the imports initialised CUDA"
    if threads := _threads_left():
        return f"the imports left threads running, which no fork copies: {', '.join(threads)}"
    if processes.descendants(os.getpid()):
        return "the imports started processes, which all jobs would share"
    if memory := _shared_memory():
        return f"the imports made locks or memory that all jobs would share: {', '.join(memory)}"
    if connections := _open_files(_CONNECTIONS) - before:
        names = ", ".join(sorted(connections))
        return f"the imports left connections open, which all jobs would share: {names}"
    try:
        processes.shown_environment(processes.MARK)
        _open_again(_file_numbers())
    except (OSError, ValueError) as error:
        return f"the imports left what no job can have for itself ({error})"
    return ""


def _file_numbers() -> list[int]:
    return [int(name) for name in os.listdir("/proc/self/fd")]


def _open_files(kinds: tuple[str, ...]) -> set[str]:
    """What this process has open, as /proc names it, of these kinds."""
    found = set()
    for file in _file_numbers():
        with suppress(OSError):  # the listing's own
            target = os.readlink(f"/proc/self/fd/{file}")
            if target.startswith(kinds):
                found.add(target)
    return found


def _shared_memory() -> list[str]:
    """Memory that forks share and that is no file's, as of the locks and values of multiprocessing: a job
    that is killed with such a lock would leave it taken."""
    with open("/proc/self/maps") as maps:
        parts = [line.rstrip("\n").split(maxsplit=5) for line in maps if line.endswith("(deleted)\n")]
    return sorted({path for _, rights, _, _, _, path in parts if rights.startswith("rw-s")})


def _open_again(files: Iterable[int]) -> None:
    """Gives this process positions of its own in files that are read; forks share them otherwise. Those that
    are only written stay shared, so that nothing is overwritten. Raises OSError."""
    for file in files:
        if file <= 2 or not _is_open(file) or not stat.S_ISREG(os.fstat(file).st_mode):
            continue
        flags = fcntl.fcntl(file, fcntl.F_GETFL) & (os.O_ACCMODE | os.O_APPEND)
        if flags & os.O_ACCMODE != os.O_WRONLY:
            own = os.open(f"/proc/self/fd/{file}", flags)
            os.lseek(own, os.lseek(file, 0, os.SEEK_CUR), os.SEEK_SET)
            os.dup2(own, file, os.get_inheritable(file))
            os.close(own)


def _keep_what_imports_made() -> None:
    """No job removes what all share when it ends, such as a temporary folder."""
    for each in list(weakref.finalize._registry):  # type: ignore[attr-defined]
        each.atexit = False


def _threads_left() -> list[str]:
    """The names of threads that are there after a fork. Libraries that can be forked, such as OpenBLAS, end
    their threads before one, and begin them again when they need them. jemalloc, which pandas brings along
    with pyarrow, needs not even that: it takes its locks before a fork and gives a child its own state."""
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
    return sorted(name for name in names if name != "jemalloc_bg_thd")


_STREAMS = (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom)
"""Open files that may keep back what was written to them."""


class _State(NamedTuple):
    """What is as a script expects it when it begins, and what serving jobs changes. Each look at an object
    costs a fork a page, so what can be is worked out here. modules, last, ids: the names of the modules, the
    latest of them, and the ids of all but `__main__`. mark: where the environment shows a job's mark.
    streams: what it may have written to at its end."""

    modules: frozenset[str]
    last: str
    ids: frozenset[int]
    mark: processes.Shown
    collecting: bool
    handlers: dict[int, Callable[[int, FrameType | None], Any] | int | None]
    files: frozenset[int]
    streams: tuple[io.IOBase, ...]

    @classmethod
    def now(cls, tuner: socket.socket) -> _State:
        importlib.invalidate_caches()  # of finders, for modules that are made from now on
        handlers = {int(number): signal.getsignal(number) for number in CHANGED_SIGNALS}
        modules = {name: id(module) for name, module in sys.modules.items() if name != "__main__"}
        files = set(_file_numbers()) - {tuner.fileno()}
        open_files = frozenset(file for file in files if _is_open(file))
        return cls(
            frozenset(sys.modules),
            next(reversed(sys.modules)),
            frozenset(modules.values()),
            processes.shown_environment(processes.MARK),
            gc.isenabled(),
            handlers,
            open_files,
            _streams(),
        )

    def restore(self) -> None:
        for file in set(_file_numbers()) - self.files:
            with suppress(OSError):  # the listing's own
                os.close(file)
        _open_again(self.files)
        for number, handler in self.handlers.items():
            if handler is not None:
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
        flush, let_go = partial(_flush, state.streams), partial(_let_go, state)
        for step in (_wait_for_threads, atexit._run_exitfuncs, flush, let_go):
            try:
                step()
            except BaseException:  # noqa: BLE001 - of the script's handler of a signal; the end goes on
                traceback.print_exc()
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
    state.mark.show(environment[processes.MARK])
    before = dict(os.environ)
    for name in before.keys() - environment.keys():
        del os.environ[name]
    os.environ.update(environment.items() - before.items())
    processes.show_as(os.path.basename(argv[0])[:15])
    sys.orig_argv, sys.argv = argv, argv[1:]
    _draw_seeds()


def _draw_seeds() -> None:
    """Gives the random numbers of this process other states than its siblings have. Python's own see to that
    themselves."""
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


def _wait_for_threads() -> None:
    threading = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()  # as `multiprocessing` does


def _let_go(state: _State) -> None:
    """Lets go of all objects of the script and of the modules that it imported itself. As in an interpreter,
    their last words find all that they use; then the modules that something still holds are emptied, the
    latest first."""
    threading = sys.modules.get("threading")
    if threading is not None:
        vars(threading)["excepthook"] = lambda _: None  # daemons continue without their globals
    left = []
    for name in ["__main__", *_new_modules(state)]:
        module = sys.modules.pop(name)
        if isinstance(module, type(sys)) and id(module) not in state.ids:
            left.append(weakref.ref(module))
        del module
    gc.collect()
    for found in left:
        contents = vars(found() or type(sys)("gone"))
        for name in [name for name in contents if name != "__builtins__"]:
            contents[name] = None
    gc.collect()


def _new_modules(state: _State) -> list[str]:
    """The names of the modules that the script imported, the latest first."""
    names = list(takewhile(state.last.__ne__, reversed(sys.modules)))
    if len(names) + len(state.modules) != len(sys.modules):  # it has removed some
        names = list(reversed(sys.modules))
    return [name for name in names if name not in state.modules]


def _streams() -> tuple[io.IOBase, ...]:
    """Those of this process, without those from before a fork."""
    return tuple(each for each in gc.get_objects() if issubclass(type(each), _STREAMS))


def _flush(streams: Iterable[io.IOBase]) -> None:
    """Writes what files keep back, also those of modules that aren't let go of. streams: from before the
    fork."""
    for each in (*streams, *_streams()):
        with suppress(OSError, ValueError):  # it is closed, or nobody reads it any more
            each.flush()


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
