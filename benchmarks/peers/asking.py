"""Whole runs of other libraries in our simulation: `answering.py` is the peer's end of the conversation."""

from __future__ import annotations

import json
import math
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.peers.environments import THREADS, PeerMissing
from benchmarks.problems import Benchmark
from benchmarks.records import Setting
from benchmarks.simulation import Result, Simulation
from tunewise import Start, Verdict, Wait
from tunewise.schedulers.base import Decision, Resume
from tunewise.space import Choice, Config, Domain, Float, Integer, Space, Value
from tunewise.space.finite import Finite

Answer = Any  # JSON's types, as `answering.Tuner` says


class Peer:
    """A process that holds a peer's experiments, one after the other. Close it at the end.

    python: the interpreter of its environment. script: that calls `answering.serve`.
    """

    def __init__(self, python: Path | str, script: Path | str, arguments: Mapping[str, object]) -> None:
        self._arguments = dict(arguments)
        command, pipe = [str(python), str(script)], subprocess.PIPE
        surroundings = {**os.environ, **THREADS, "PYTHONHASHSEED": "0"}
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=surroundings)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def run(self, benchmark: Benchmark, setting: Setting) -> Result:
        tuner = PeerTuner(self, benchmark, setting)
        at = (setting.seed, setting.workers, setting.delay, setting.noise, setting.budget)
        simulation = Simulation(tuner, benchmark, *at, clock=tuner.spent)
        simulation.run()
        return simulation.result()

    def call(self, name: str, *given: object) -> tuple[Answer, float]:
        """The answer, and the CPU seconds that it took."""
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        questions.write(json.dumps([name, *given]) + "\n")
        questions.flush()
        line = answers.readline()
        if not line:
            raise PeerMissing(f"the peer's process ended at {name!r}; what it printed says why")
        answer, seconds = json.loads(line)
        return answer, float(seconds)

    def begin(self, *given: object) -> float:
        return self.call("begin", *given, self._arguments)[1]


class PeerTuner:
    """An experiment of a peer, as the simulation has it. A metric that isn't finite is told as a failure."""

    def __init__(self, peer: Peer, benchmark: Benchmark, setting: Setting) -> None:
        self._peer, self._problem = peer, benchmark.problem
        entries = described(self._problem.space)
        self._seconds = peer.begin(entries, benchmark.epochs, setting.workers, setting.seed)
        self._ids: list[int] = []  # the peer's number of each trial
        self._until: dict[int, int] = {}

    def spent(self) -> float:
        """CPU seconds of the peer's decisions so far."""
        return self._seconds

    def ask(self, now: float) -> Decision:
        decision = self._call("ask")
        if decision is None:
            return Wait()
        theirs, config, until = decision
        if theirs in self._ids:
            return Resume(self._ids.index(theirs), until)
        self._ids.append(theirs)
        return Start(len(self._ids) - 1, configuration(self._problem.space, config), until)

    def report(self, trial_id: int, values: Mapping[str, object], now: float) -> Verdict:
        value = float(str(values[self._problem.metric]))
        if not math.isfinite(value):
            self._call("fail", self._ids[trial_id])
            return Verdict.STOP
        told = (values[self._problem.level_name], value, values["elapsed_time"])
        return Verdict(self._call("report", self._ids[trial_id], *told))

    def complete(self, trial_id: int, now: float) -> None:
        """The peer knows it from its last report."""

    def _call(self, name: str, *given: object) -> Answer:
        answer, seconds = self._peer.call(name, *given)
        self._seconds += seconds
        return answer


def described(space: Space) -> list[dict[str, object]]:
    """A space for `answering.Tuner`, parents first. Ordered values are given as their positions, which are
    whole numbers. Raises ValueError for conditions other than one of some values of one parent."""
    entries = [{"name": name, **_domain(domain)} for name, domain in space.domains.items()]
    return sorted(entries, key=lambda entry: "parent" in entry)


def _domain(domain: Domain) -> dict[str, object]:
    entry: dict[str, object]
    if isinstance(domain, Float | Integer):
        kind = "float" if isinstance(domain, Float) else "int"
        entry = {"kind": kind, "lower": domain.lower, "upper": domain.upper, "log": domain.log}
    elif isinstance(domain, Choice):
        entry = {"kind": "choice", "values": list(domain.values)}
    else:
        assert isinstance(domain, Finite)
        entry = {"kind": "int", "lower": 0, "upper": domain.cardinality - 1, "log": False}
    if domain.conditions:
        if len(domain.conditions) > 1 or domain.conditions[0].op not in ("==", "in"):
            raise ValueError(f"peers can't be told of {domain.text()}")
        condition = domain.conditions[0]
        entry |= {"parent": condition.parent, "parent_values": list(condition.options)}
    return entry


def configuration(space: Space, told: Mapping[str, Any]) -> Config:
    """What a peer proposes, without what doesn't matter, and with the rounding errors of bounds undone."""
    config: dict[str, Value] = {}
    for entry in described(space):
        name = str(entry["name"])
        if space.is_active(name, config):
            config[name] = _value(space.domains[name], told[name])
    return space.validate(config)


def _value(domain: Domain, told: Answer) -> Value:
    if isinstance(domain, Float | Integer):
        told = min(max(told, domain.lower), domain.upper)
    elif isinstance(domain, Finite) and not isinstance(domain, Choice):
        told = domain.members()[told]
    return domain.validate(told)
