"""Jobs that are forked from a process with their imports, beside ones that are executed."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from tunewise.backends import local_launcher
from tunewise.backends.base import BackendError
from tunewise.backends.gpus import THREAD_LIMITS
from tunewise.backends.local import LocalBackend
from tunewise.backends.orphans import experiment_mark
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.worker import warm
from tunewise.worker.processes import MARK, read_process

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tunewise.trial import JobId

pytestmark = pytest.mark.slow


def starting_with(*preload: str, cwd: Path | None = None) -> Callable[[Path], LocalBackend]:
    """What makes the back end of a script. cwd: by default the folder of the script."""
    return lambda script: LocalBackend(
        str(script), ("--fixed", "1"), cwd=str(cwd or script.parent), preload=preload
    )


def run(rig: Rig, trial: int = 0, arguments: Mapping[str, object] | None = None) -> JobId:
    job_id = rig.start(rig.job(trial, arguments=arguments))
    rig.until_ended(job_id)
    return job_id


def printed(rig: Rig, job_id: JobId) -> str:
    return rig.paths.job(job_id).stdout.read_text()


SHOW = """
import gc, ctypes, json, os, resource, signal, threading
death = ctypes.c_int()
ctypes.CDLL(None).prctl(2, ctypes.byref(death))
stat = open("/proc/self/stat").read().rpartition(")")[2].split()
files = {int(name) for name in os.listdir("/proc/self/fd")}
print(json.dumps({
    "argv": [sys.argv, sys.orig_argv],
    "path": sys.path,
    "main": {name: str(globals()[name]) for name in globals() if name.startswith("__")},
    "module": [name for name in sys.modules["__main__"].__dict__ if name in ("SHOWN", "__file__")],
    "cwd": os.getcwd(),
    "environment": dict(os.environ),
    "files": [number for number in files if number < 3 or os.path.exists(f"/proc/self/fd/{number}")],
    "targets": [os.readlink(f"/proc/self/fd/{number}") for number in range(3)],
    "handlers": {int(number): str(signal.getsignal(number)) for number in signal.valid_signals()},
    "blocked": [int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, ())],
    "leads": [int(stat[2]) == os.getpid(), int(stat[3]) == os.getpid()],
    "death": death.value,
    "comm": open("/proc/self/comm").read(),
    "gc": [gc.isenabled(), gc.get_threshold()],
    "limits": [resource.getrlimit(number) for number in range(16)],
    "threads": [thread.name for thread in threading.enumerate()],
    "streams": [
        [stream.encoding, stream.errors, stream.line_buffering, stream.isatty()]
        for stream in (sys.stdin, sys.stdout, sys.stderr)
    ],
    "flags": str(sys.flags),
    "here": sys.argv[0] == __file__,
}))
SHOWN = 1
"""


def seen(folder: Path, *preload: str) -> dict[str, Any]:
    folder.mkdir()
    with rig_for(starting_with(*preload, cwd=folder), folder, SHOW) as rig:
        text = printed(rig, run(rig, arguments={"name": "a b; c"}))
    return dict(json.loads(re.sub(re.escape(str(folder)), "FOLDER", text)))


def test_a_forked_script_sees_what_an_executed_one_sees(tmp_path: Path) -> None:
    executed, forked = seen(tmp_path / "executed"), seen(tmp_path / "forked", "json", "tunewise")
    for each in (executed, forked):
        each["environment"].pop("TUNEWISE_JOB")  # the digest of its folder
        for name in ("LINES", "COLUMNS"):  # Python's readline sets them, where os.environ doesn't see it
            each["environment"].pop(name, None)
        for name in ("__loader__", "__annotations__", "__warningregistry__"):  # the last two as they come
            each["main"].pop(name, None)
        assert each["environment"].pop("TUNEWISE_REPORTS").startswith("FOLDER")
    assert forked["argv"][1][1:] == ["FOLDER/script.py", "--fixed", "1", *forked["argv"][1][4:]]
    assert forked == executed


ENDINGS = {
    "well": "print('done')",
    "with a code": "sys.exit(5)",
    "with words": "sys.exit('no data')",
    "with an error": "def deeper():\n    raise ValueError('a bug')\ndeeper()",
    "of its syntax": "x ===",
    "by Ctrl-C": "os.kill(os.getpid(), signal.SIGINT)\ntime.sleep(60)",
    "by a signal": "os.kill(os.getpid(), signal.SIGTERM)\ntime.sleep(60)",
    "at once": "os._exit(9)",
    "with a thread left": (
        "import threading\nthreading.Timer(0.05, lambda: print('thread')).start()\nprint('main')"
    ),
    "with what is done at the end": "import atexit\natexit.register(print, 'last')\nprint('first')",
    "with an open file": "file = open('text', 'w')\nfile.write('kept')",
    "with an open file of a module": "import beside",
    "with last words of others": (
        "import shutil, tempfile\nclass Place:\n"
        "    def __init__(self):\n        self.path = tempfile.mkdtemp()\n"
        "    def __del__(self):\n        shutil.rmtree(self.path)\n        print('removed')\n"
        "place = Place()\nplace.itself = place"
    ),
    "with an open file of a preloaded module": "import beside_json\nbeside_json.FILE.write('kept')",
    "with strange modules": (
        "class Strange:\n    __slots__ = ()\nsys.modules['a'] = None\nsys.modules['b'] = Strange()\n"
        "sys.modules['c'] = Strange\nfile = open('text', 'w')\nfile.write('kept')\nprint('well')"
    ),
    "with a closed stream": "sys.stdout.close()",
    "with a daemon left": (
        "import threading\ndef go():\n    while True:\n        time.sleep(0.001)\n"
        "threading.Thread(target=go, daemon=True).start()"
    ),
    "with what the C library wrote": "import ctypes\nctypes.CDLL(None).printf(b'from C')",
    "with an error in a thread": (
        "import threading\ndef go():\n    raise ValueError('there')\nthreading.Thread(target=go).start()"
    ),
    "with an object's last words": (
        "class Last:\n    def __del__(self):\n        print('gone')\nlast = Last()\ncircle = [last]\n"
        "circle.append(circle)"
    ),
    "with a main module for others": (
        "import multiprocessing\ndef double(x):\n    return 2 * x\nif __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(1) as pool:\n"
        "        print(pool.map(double, [21]))"
    ),
    "with its own hook": "sys.excepthook = lambda *error: print('hook', error[1])\nraise ValueError('mine')",
}


@pytest.mark.parametrize("how", ENDINGS)
def test_a_forked_script_ends_as_an_executed_one_ends(how: str, tmp_path: Path) -> None:
    ends = []
    for name, preload in (("executed", ()), ("forked", ("json", "beside_json"))):
        folder = tmp_path / name
        folder.mkdir()
        with rig_for(starting_with(*preload), folder, ENDINGS[how]) as rig:
            (folder / "beside_json.py").write_text("import json\nFILE = open('text', 'a')")
            (folder / "beside.py").write_text("file = open('text', 'w')\nfile.write('kept')")
            job_id = run(rig)
            files = rig.paths.job(job_id)
            end = json.loads(files.ended.read_text())
            errors = files.stderr.read_text().replace(str(folder), "FOLDER").splitlines()
            written = (folder / "text").read_text() if (folder / "text").exists() else ""
            status = [end["exit_code"], end["signal"], end["halted"], rig.ends(job_id)[0].failure]
            ends.append([*status, files.stdout.read_text(), errors, written])
    assert ends[1] == ends[0]


COUNT_IMPORTS = """
import slow_module, random, numpy
report(step=1, imported=slow_module.PID, own=os.getpid(), drawn=random.random(), also=numpy.random.random())
"""


def test_imports_happen_once_and_random_states_differ(tmp_path: Path) -> None:
    (tmp_path / "slow_module.py").write_text("import os, random, numpy.random\nPID = os.getpid()")
    with rig_for(starting_with("slow_module"), tmp_path, COUNT_IMPORTS) as rig:
        jobs = [rig.start(rig.job(trial)) for trial in range(3)]
        rig.until_ended(*jobs)
        values = [rig.reports(job_id)[0].values for job_id in jobs]
    assert len({each["imported"] for each in values}) == 1
    assert len({each["own"] for each in values} | {values[0]["imported"]}) == 4
    assert len({each["drawn"] for each in values}) == len({each["also"] for each in values}) == 3


REFUSED = {
    "there_is_no_such": (None, "import there_is_no_such failed: ModuleNotFoundError: No module named"),
    "exits": ("raise SystemExit(3)", "import exits failed: SystemExit: 3"),
    "fork_bomb": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "was killed by signal 9"),
    "leaves": ("import os\nos._exit(4)", "ended with exit code 4"),
    "threaded": (
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
        "the imports left threads running, which no fork copies: ",
    ),
    "starts": ("import subprocess\nsubprocess.Popen(['sleep', '1000'])", "the imports started processes"),
    "connected": ("import socket\nPAIR = socket.socketpair()", "left connections open, which all jobs would"),
    "locked": (
        "import multiprocessing\nLOCK = multiprocessing.get_context('fork').Lock()",
        "the imports made locks or memory that all jobs would share: /dev/shm/",
    ),
    "titled": (  # as setproctitle does
        "import ctypes\nplaces = open('/proc/self/stat').read().rpartition(')')[2].split()\n"
        "ctypes.memset(int(places[47]), 0, int(places[48]) - int(places[47]))",
        "the imports left what no job can have for itself",
    ),
    "torch": (
        "class cuda:\n    is_initialized = staticmethod(lambda: True)",
        "the imports initialised CUDA",
    ),
}


@pytest.mark.parametrize("module", REFUSED)
def test_jobs_import_for_themselves_if_nothing_can_be_preloaded(
    module: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text, reason = REFUSED[module]
    if text is not None:
        (tmp_path / f"{module}.py").write_text(text)
    with (
        caplog.at_level(logging.WARNING),
        rig_for(starting_with("json", module), tmp_path, "report(step=1)") as rig,
    ):
        jobs = [run(rig, trial) for trial in range(2)]
        assert [rig.ends(job_id)[0].failure for job_id in jobs] == [None, None]
    [record] = caplog.records
    assert record.getMessage().startswith(f"No job starts with --preload json,{module}, and each imports")
    assert reason in record.getMessage()


def test_imports_without_end_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(local_launcher, "_IMPORT_TIMEOUT", 0.3)
    (tmp_path / "endless.py").write_text(
        "import os, signal\nopen('pid', 'w').write(str(os.fork()))\nwhile True:\n    signal.pause()"
    )
    with rig_for(starting_with("endless"), tmp_path, "report(step=1)") as rig:
        assert rig.ends(run(rig))[0].failure is None
    assert "took more than" in caplog.text
    until_ended(int((tmp_path / "pid").read_text().removesuffix("0")))
    assert not [child for child in psutil.Process().children() if child.name() == "tunewise-launch"]


def test_nobody_waits_for_imports_but_jobs(tmp_path: Path) -> None:
    """The tuner hears of the end of another job meanwhile, and may leave."""
    left = tmp_path / "left"
    left.mkdir()
    for folder in (tmp_path, left):
        (folder / "slow.py").write_text(
            "import os, time\nopen('pid', 'w').write(f'{os.getpid()}0')\n"
            "while not os.path.exists('gate'):\n    time.sleep(0.01)"
        )
    with rig_for(starting_with("slow"), tmp_path, "report(step=1)") as rig:
        halted, waits = rig.start(rig.job(0)), rig.start(rig.job(1))
        rig.backend.halt(halted, 0.0)
        assert rig.until_ended(halted).detail == "told to end before it began"
        (tmp_path / "gate").touch()
        assert rig.until_ended(waits).failure is None
        assert rig.reports(waits)
    with rig_for(starting_with("slow"), left, "report(step=1)") as rig:
        rig.start(rig.job(0))
        rig.until("the imports", lambda: (left / "pid").exists() and (left / "pid").read_text() != "")
    until_ended(int((left / "pid").read_text().removesuffix("0")))


def until_ended(pid: int) -> None:
    """Waits for a process that is no child of this one."""
    while (process := read_process(pid)) is not None and not process.ended:
        pass


def test_refused_imports_leave_nothing(tmp_path: Path) -> None:
    (tmp_path / "stays.py").write_text(
        "import subprocess, threading\nthreading.Thread(target=threading.Event().wait).start()\n"
        "with open('pids', 'w') as file:\n"
        "    for command in ('exec sleep 1000', 'setsid sleep 1000 & echo $!; exit'):\n"
        "        process = subprocess.Popen(command, shell=True, stdout=file)\n"
        "        print(process.pid, file=file)\n    process.wait()"
    )
    with rig_for(starting_with("stays"), tmp_path, "report(step=1)") as rig:
        run(rig)
        launchers = [child for child in psutil.Process().children() if child.name() == "tunewise-launch"]
        assert len(launchers) == 1  # the one that imports nothing
    for pid in (tmp_path / "pids").read_text().split():
        until_ended(int(pid))


def test_jobs_read_files_of_preloaded_modules_at_positions_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "opened.py").write_text(
        "import os\nopen('data', 'w').write('0123456789')\n"
        "FILE = open('data', 'rb', buffering=0)\nFILE.read(2)\nos.remove('data')"
    )
    script = (
        "import opened\nprint(opened.FILE.read(3), flush=True)\nreport(step=1)\n"
        "wait_for(sys.argv[sys.argv.index('--gate') + 1])\nprint(opened.FILE.read(3))"
    )
    with rig_for(starting_with("opened"), tmp_path, script) as rig:
        jobs = [rig.start(rig.job(trial)) for trial in range(3)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        rig.gate.touch()
        rig.until_ended(*jobs)
        assert [printed(rig, job_id) for job_id in jobs] == ["b'234'\nb'567'\n"] * 3


def test_no_job_removes_what_an_import_made(tmp_path: Path) -> None:
    (tmp_path / "made.py").write_text(
        "import os, tempfile\nPID = os.getpid()\nPLACE = tempfile.TemporaryDirectory()\n"
        "FILE = tempfile.TemporaryFile()\nNAMED = tempfile.NamedTemporaryFile()"
    )
    script = "import made\nreport(step=1, place=os.path.exists(made.PLACE.name), imported=made.PID)"
    with rig_for(starting_with("made"), tmp_path, script) as rig:
        values = [rig.reports(run(rig, trial))[0].values for trial in range(2)]
        children = psutil.Process().children()
        [launcher] = [child.pid for child in children if child.name() == "tunewise-launch"]
    assert [(each["place"], each["imported"]) for each in values] == [(True, launcher)] * 2


def test_a_script_that_is_told_to_end_while_its_threads_do_so_loses_nothing(tmp_path: Path) -> None:
    script = (
        "import threading\ndef stop(*_):\n    print('stopped')\n    sys.exit(3)\n"
        "signal.signal(signal.SIGTERM, stop)\nmain = threading.main_thread()\n"
        "def go():\n    main.join()\n    os.kill(os.getpid(), signal.SIGTERM)\n"
        "threading.Thread(target=go).start()\nimport atexit\natexit.register(print, 'at exit')\nprint('main')"
    )
    ends = []
    for name, preload in (("executed", ()), ("forked", ("json",))):
        (tmp_path / name).mkdir()
        with rig_for(starting_with(*preload), tmp_path / name, script) as rig:
            job_id = run(rig)
            end = json.loads(rig.paths.job(job_id).ended.read_text())
            ends.append((end["exit_code"], end["signal"], printed(rig, job_id)))
    assert ends[0] == (0, None, "main\nstopped\nat exit\n")
    assert ends[1] == ends[0]


def test_libraries_that_end_their_threads_at_a_fork_are_welcome(tmp_path: Path) -> None:
    """As NumPy's OpenBLAS, which has more than one thread here."""
    (tmp_path / "blas.py").write_text(
        "import os\nos.environ['OPENBLAS_NUM_THREADS'] = '4'\nimport numpy\n"
        "WARM = os.getpid()\nnumpy.ones((400, 400)) @ numpy.ones((400, 400))"
    )
    script = (
        "import blas, numpy\nproduct = numpy.ones((400, 400)) @ numpy.ones((400, 400))\n"
        "report(step=int(product[0, 0]), warm=blas.WARM)"
    )
    with rig_for(starting_with("blas"), tmp_path, script) as rig:
        values = rig.reports(run(rig))[0].values
    assert values["step"] == 400
    assert values["warm"] != os.getpid()


def test_jemalloc_is_welcome_with_its_thread(tmp_path: Path) -> None:
    """As that of pyarrow, which pandas imports."""
    (tmp_path / "arrows.py").write_text(
        "import os, pyarrow\nWARM, pool = os.getpid(), pyarrow.jemalloc_memory_pool()\n"
        "kept = pyarrow.allocate_buffer(1 << 24, memory_pool=pool)\n"
        "names = {open(f'/proc/self/task/{each}/comm').read() for each in os.listdir('/proc/self/task')}\n"
        "assert 'jemalloc_bg_thd\\n' in names"
    )
    script = (
        "import arrows, pyarrow\n"
        "for size in range(1, 200):\n    pyarrow.allocate_buffer(size << 12, memory_pool=arrows.pool)\n"
        "report(step=1, grew=arrows.pool.max_memory() > 1 << 24, warm=arrows.WARM)"
    )
    with rig_for(starting_with("arrows"), tmp_path, script) as rig:
        values = rig.reports(run(rig))[0].values
    assert values["grew"]
    assert values["warm"] != os.getpid()


def test_devices_of_gpus_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    device = tmp_path / "nvidia0"
    monkeypatch.setattr(warm, "_DEVICES", (str(tmp_path),))
    assert warm._open_files(warm._DEVICES) == set()
    with device.open("w"):
        assert warm._open_files(warm._DEVICES) == {str(device)}


def test_a_change_of_the_workers_imports_again_with_their_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(6)))
    for name in THREAD_LIMITS:  # what is set already stays
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "limits.py").write_text("import os\nTHREADS = int(os.environ['OMP_NUM_THREADS'])")
    script = "import limits\nreport(step=1, threads=limits.THREADS)"
    with rig_for(starting_with("limits"), tmp_path, script) as rig:
        before = run(rig, 0)
        rig.backend.resize(2)
        after = run(rig, 1)
        assert [rig.reports(job_id)[0].values["threads"] for job_id in (before, after)] == [1, 3]


def test_another_interpreter_imports_what_it_has(tmp_path: Path) -> None:
    """Without Tunewise: the launcher's own modules are none of the script's."""
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {os.path.realpath(psutil.Process().exe())} -S "$@"\n')
    python.chmod(0o755)
    script = tmp_path / "without.py"
    script.write_text(
        "import sys\ntry:\n    import tunewise\nexcept ImportError:\n"
        "    print('json' in sys.modules, 'tunewise' in sys.modules)\n"
    )
    spec = LocalBackend(
        str(script), python=str(python), preload=("json",), metrics_from=f"tensorboard:{tmp_path}"
    )
    with rig_for(lambda _: spec, tmp_path, "") as rig:
        assert printed(rig, run(rig)) == "True False\n"


def test_a_launcher_belongs_to_the_job_in_which_its_tuner_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MARK, "outer/1.0")
    with rig_for(starting_with("json"), tmp_path, "import os\nprint(os.environ['TUNEWISE_JOB'])") as rig:
        assert printed(rig, run(rig)) == f"{experiment_mark(rig.paths.folder)}0.0\n"
        [launcher] = [child for child in psutil.Process().children() if child.name() == "tunewise-launch"]
        assert launcher.environ()[MARK].rstrip() == "outer/1.0"


def test_only_python_can_be_forked(tmp_path: Path) -> None:
    program = tmp_path / "train"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    with pytest.raises(BackendError, match=r"no \.py file"):
        LocalBackend(str(program), preload=("json",)).check(1)


def test_a_launcher_that_still_imports_ends_with_its_tuner(tmp_path: Path) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text(
        "import os, signal\nopen('pid', 'w').write(str(os.getpid()))\nwhile True:\n    signal.pause()"
    )
    driver = tmp_path / "driver.py"
    driver.write_text(
        "from tunewise.backends.local import LocalBackend\nfrom tunewise.paths import ExperimentPaths\n"
        "from tunewise.backends.base import Job\nfrom tunewise.trial import JobId\nfrom pathlib import Path\n"
        "spec = LocalBackend('endless.py', preload=('endless',))\n"
        "backend = spec.open(ExperimentPaths(Path('e')), 1, 0.0)\n"
        "backend.start(Job(JobId(0, 0), {}, resumed=False))\nimport signal\nsignal.pause()\n"
    )
    with psutil.Popen([sys.executable, str(driver)], cwd=tmp_path) as tuner:
        pid = tmp_path / "pid"
        while not (pid.exists() and pid.read_text()):
            assert tuner.poll() is None
        launcher = psutil.Process(int(pid.read_text()))
        tuner.send_signal(signal.SIGKILL)
    launcher.wait(60)


TORCH = """
import torch
from torch.utils.data import DataLoader, TensorDataset
print(torch.rand(1).item())
torch.manual_seed(1)
x = torch.randn(256, 32)
model = torch.nn.Sequential(torch.nn.Linear(32, 64), torch.nn.ReLU(), torch.nn.Linear(64, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
if __name__ == "__main__":
    for step in (1, 2):
        for (batch,) in DataLoader(TensorDataset(x), batch_size=64, num_workers=1):
            optimizer.zero_grad()
            loss = model(batch).square().mean()
            loss.backward()
            optimizer.step()
        report(step=step, loss=loss.item(), threads=torch.get_num_threads())
"""


def test_torch_trains_in_a_fork_as_it_does_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    found = []
    for name, preload in (("executed", ()), ("forked", ("torch",))):
        (tmp_path / name).mkdir()
        with rig_for(starting_with(*preload), tmp_path / name, TORCH, workers=1) as rig:
            jobs = [run(rig, trial) for trial in range(2)]
            assert [rig.ends(job_id)[0].failure for job_id in jobs] == [None, None]
            found += [[report.values for report in rig.reports(job_id)] for job_id in jobs]
            assert len({printed(rig, job_id) for job_id in jobs}) == 2  # nobody shares a random state
    assert len(found[0]) == 2
    assert found[1:] == found[:1] * 3
