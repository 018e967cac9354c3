"""Many runs, each in a process of its own, a few at a time."""

from __future__ import annotations

import multiprocessing
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from benchmarks.contestants import CONTESTANTS
from benchmarks.records import Record, Setting
from benchmarks.simulation import Factory, run


@dataclass(frozen=True)
class Spec:
    """A method to run. method: a name, or a function (problem, seed) -> Method."""

    contestant: str
    method: str | Factory
    arguments: dict[str, object]
    identity: str

    @classmethod
    def of(cls, contestant: str) -> Spec:
        """A contestant by its name, or a method by its name. Raises `MethodError` later if there is none."""
        known = CONTESTANTS.get(contestant)
        if known is None:
            return cls(contestant, contestant, {}, f"{contestant} {{}} 1")
        return cls(contestant, known.method, known.arguments, known.identity)


@dataclass(frozen=True)
class Failed:
    """A run that ended in an error."""

    spec: Spec
    setting: Setting
    error: str


Job = tuple[Spec, Setting]


def run_all(jobs: Sequence[Job], processes: int) -> Iterator[tuple[Record | Failed, float]]:
    """Runs them in order, and yields each as it ends with the seconds that it took.

    The processes are forked, so a spec may hold any function.
    """
    fork = multiprocessing.get_context("fork")
    left = list(reversed(jobs))
    busy: dict[Connection, tuple[BaseProcess, Job, float]] = {}
    while left or busy:
        while left and len(busy) < processes:
            receiver, sender = fork.Pipe(duplex=False)
            job = left.pop()
            process: BaseProcess = fork.Process(target=_run, args=(sender, *job), daemon=True)
            process.start()
            sender.close()
            busy[receiver] = (process, job, time.perf_counter())
        for ready in wait(list(busy)):
            assert isinstance(ready, Connection)
            ended, (spec, setting), begun = busy.pop(ready)
            try:
                outcome = ready.recv()
            except EOFError:
                outcome = Failed(spec, setting, "its process died")
            ended.join()
            if isinstance(outcome, str):
                outcome = Failed(spec, setting, outcome)
            yield outcome, time.perf_counter() - begun


def _run(sender: Connection, spec: Spec, setting: Setting) -> None:
    try:
        result = run(
            spec.method,
            spec.arguments,
            setting.benchmark,
            setting.seed,
            setting.workers,
            setting.delay,
            setting.noise,
            setting.budget,
        )
        sender.send(Record.of(spec.contestant, spec.identity, setting, result))
    except Exception:  # noqa: BLE001 whatever it is, the other runs go on
        sender.send(traceback.format_exc())
