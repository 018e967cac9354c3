"""Tuners by the hundred: one process has everything loaded, and each tuner is forked from it in milliseconds.

It reads an order a line, and answers with a line once that tuner has ended:

    {"name": "x", "operation": "PutObject", "kill": 2, "after": false, "light": true}
    {"status": -9, "calls": 7, "last": "PutObject"}

operation, kill: the call to AWS at which the tuner sends itself SIGKILL: the so-manieth of this operation, or
of any if that is empty, counted from 1; 0 for none. after: once the answer is there, and nobody has looked at
it yet; otherwise before the request leaves. light: containers run light_container.py. status: its exit code,
or a signal's number below 0. last: the operation of its last call.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import struct
import subprocess
import sys
import threading
import traceback
from dataclasses import replace
from mmap import mmap
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, NoReturn

from tests.backends.sagemaker import light_container
from tests.helpers.harnesses.sagemaker import example

from tunewise import Problem, SageMakerBackend, StoppingCriterion, Tuner, methods, resume
from tunewise.backends.sagemaker import boot, code, platform
from tunewise.backends.sagemaker.clients import Clients, make_clients
from tunewise.paths import ExperimentPaths
from tunewise.space import loguniform

TRAIN = """
import argparse, os, signal, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
rate = parser.parse_args().lr
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append(True))
report = Reporter()
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
for epoch in range(begun + 1, 10):
    time.sleep(0.05)
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
    report(epoch=epoch, loss=rate + 1 / epoch, begun=begun)
    if told:
        break
"""
"""It ends between two epochs, so that each is reported once."""
ROOT = Path(__file__).resolve().parents[3]
RATES = (0.5, 0.01, 0.3)
"""Of the trials: the second is the best, and promoted once all have reported."""
_SEEN = struct.Struct("i40s")  # how many calls there were, and the operation of the last
LONGEST = 60.0  # seconds for one tuner


class Birth(NamedTuple):
    """What became of a tuner."""

    status: int
    calls: int
    last: str

    @property
    def killed(self) -> bool:
        return self.status == -signal.SIGKILL


class Nursery:
    """The other end: a nursery in a process of its own. One tuner at a time."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.backends.sagemaker.nursery", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT), "TUNEWISE_HOME": str(folder)},
        )

    def bear(
        self, name: str, kill: int = 0, operation: str = "", *, after: bool = False, light: bool = True
    ) -> Birth:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"name": name, "operation": operation, "kill": kill, "after": after, "light": light}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return Birth(**json.loads(self._process.stdout.readline()))

    def log(self, name: str) -> str:
        """What the tuners of an experiment printed."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def close(self) -> None:
        self._process.communicate("", timeout=LONGEST)


class Watch:
    """Counts the calls of this process in memory that its parent reads, and kills it at one of them."""

    def __init__(self, memory: mmap, operation: str, number: int, after: bool) -> None:
        self._memory = memory
        self._operation = operation
        self._left = number
        self._after = after
        self._calls = 0

    @classmethod
    def of(cls, memory: mmap, order: dict[str, Any]) -> Watch:
        return cls(memory, order["operation"], order["kill"], order["after"])

    def before_call(self, model: Any, **_: object) -> None:  # noqa: ANN401 - botocore has no types
        self._calls += 1
        self._memory[:] = _SEEN.pack(self._calls, model.name.encode())
        self._left -= self._operation in ("", model.name)
        if not self._after:
            self._die_if_due(model.name)

    def after_call(self, model: Any, **_: object) -> None:  # noqa: ANN401
        if self._after:
            self._die_if_due(model.name)

    def _die_if_due(self, name: str) -> None:
        if self._left == 0 and self._operation in ("", name):
            os.kill(os.getpid(), signal.SIGKILL)


def backend(folder: Path, light: bool) -> SageMakerBackend:
    made = example(folder / "train.py")
    return replace(made, keep_alive=600, stop_grace=0.1, poll_every=0.06 if light else 0.1)


def experiment(name: str, folder: Path, light: bool) -> Tuner:
    """Three trials by two workers: they are halted at rungs, and the best is resumed up to its end."""
    problem = Problem({"lr": loguniform(1e-4, 1.0)}, "loss", resource_attr="epoch", max_resource=9)
    return Tuner(
        backend(folder, light),
        methods.asha(problem, type="promotion", points_to_evaluate=[{"lr": rate} for rate in RATES]),
        StoppingCriterion(max_num_trials_started=len(RATES)),
        workers=2,
        name=name,
    )


def _main(folder: Path) -> None:
    (folder / "train.py").write_text(TRAIN)
    clients = make_clients(None)  # half a second's work, most of it reading the service's model
    packed = {light: _pack(folder, light) for light in (True, False)}
    gc.freeze()
    memory = mmap(-1, _SEEN.size)
    for line in sys.stdin:
        order = json.loads(line)
        memory[:] = bytes(_SEEN.size)
        assert threading.active_count() == 1, "a fork would take locks along"
        pid = os.fork()
        if pid == 0:
            _be_tuner(order, folder, clients, packed[order["light"]], Watch.of(memory, order))
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        calls, last = _SEEN.unpack(memory[:])
        birth = Birth(status, calls, last.rstrip(b"\0").decode())
        print(json.dumps(birth._asdict()), flush=True)


def _pack(folder: Path, light: bool) -> bytes:
    code.boot = _boot(light)
    return code.pack(backend(folder, light))


def _boot(light: bool) -> Any:  # noqa: ANN401 - in a module's place
    return SimpleNamespace(__file__=light_container.__file__) if light else boot


def _be_tuner(order: dict[str, Any], folder: Path, clients: Clients, packed: bytes, watch: Watch) -> NoReturn:
    with (folder / f"{order['name']}.log").open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    for client in clients:
        client.meta.events.register_first("before-call", watch.before_call)
        client.meta.events.register_last("after-call", watch.after_call)
    platform.make_clients = lambda region: clients
    code.boot = _boot(order["light"])
    code.pack = lambda spec: packed
    try:
        if ExperimentPaths.named(order["name"]).definition.exists():
            resume(order["name"])
        else:
            experiment(order["name"], folder, order["light"]).run()
    except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on as a nursery
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
