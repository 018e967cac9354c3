"""A method at work on a benchmark in virtual time: a small discrete-event simulation over `AskTell`.

    from benchmarks.simulation import run
    result = run("asha", {"type": "promotion"}, "lcbench/126029", seed=0, workers=4, delay=5.0, noise=1.0)
    result.at(0.5)          # true value of the incumbent at half the budget
    result.cpu_seconds      # what deciding took

`run` also takes a function (problem, seed) -> Method in place of a name, for methods that aren't in
`tunewise.methods` yet, and a `Benchmark` in place of its name. To compare methods over benchmarks and
seeds, see `benchmarks.efficiency.compare`. Run from the repository's root, with OPENBLAS_NUM_THREADS=1.

A run is a function of its arguments: the order of simultaneous events is fixed, and decisions take no
virtual time.
"""

import heapq
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from benchmarks import catalogue
from benchmarks.problems import Benchmark, Floats
from tunewise import AskTell, Problem, Resume, Start, Verdict, methods
from tunewise.schedulers.base import Decision, Method
from tunewise.space import Config
from tunewise.trial import Trials

BUDGET = 9.0  # wall-clock, in mean full trainings
Factory = Callable[[Problem, int], Method]


@dataclass(frozen=True)
class Result:
    """What a run came to.

    times: seconds at which the incumbent, the best value that was reported, changed; values: what the
    incumbents are worth without noise. seconds: the budget. epochs: those that were reported.
    """

    times: Floats
    values: Floats
    seconds: float
    starts: int
    resumes: int
    epochs: int
    full: int
    decisions: int
    cpu_seconds: float

    def at(self, share: float) -> float:
        """The incumbent's worth at a share of the budget in [0, 1]; infinity before the first report."""
        index = int(np.searchsorted(self.times, share * self.seconds * (1 + 1e-12), side="right")) - 1
        return float(self.values[index]) if index >= 0 else math.inf


def run(
    method: str | Factory,
    arguments: Mapping[str, object] | None,
    benchmark: str | Benchmark,
    seed: int = 0,
    workers: int = 4,
    delay: float = 0.0,
    noise: float = 0.0,
    budget: float = BUDGET,
    watch: Callable[[Trials, float], None] | None = None,
) -> Result:
    """Runs a method until the budget is spent.

    delay: from each start or resume to its first epoch, in mean epochs of the benchmark. noise: times the
    benchmark's noise; 0 for none. budget: wall-clock in mean full trainings. watch: is given the trials and
    the time at the end.
    """
    if isinstance(benchmark, str):
        benchmark = catalogue.benchmark(benchmark)
    if isinstance(method, str):
        built = methods.build(method, benchmark.problem, seed, arguments)
    else:
        built = method(benchmark.problem, seed)
    tuner = AskTell(built)
    simulation = Simulation(tuner, benchmark, seed, workers, delay, noise, budget)
    simulation.run()
    if watch is not None:
        watch(tuner.trials, simulation.now)
    return simulation.result()


class Tuner(Protocol):
    """What a simulation needs of `AskTell`. A metric that isn't finite ends its trial."""

    def ask(self, now: float) -> Decision: ...

    def report(self, trial_id: int, values: Mapping[str, object], now: float) -> Verdict: ...

    def complete(self, trial_id: int, now: float) -> None: ...


@dataclass
class _Job:
    """A trial on a worker. seen: (T,) what it will report. spent: seconds of training so far."""

    trial_id: int
    until: int
    epoch: int
    seen: list[float]
    worth: list[float]
    seconds: list[float]
    spent: float


class Simulation:
    """One run; times in virtual seconds. clock: tells the CPU seconds of deciding."""

    def __init__(
        self,
        tuner: Tuner,
        benchmark: Benchmark,
        seed: int,
        workers: int,
        delay: float,
        noise: float,
        budget: float,
        clock: Callable[[], float] = time.process_time,
    ) -> None:
        self.tuner, self._clock = tuner, clock
        self.benchmark = benchmark
        self.now = 0.0
        self._seed, self._noise = seed, noise
        self._delay = delay * benchmark.epoch
        self._seconds = budget * benchmark.training
        self._idle = workers
        self._events: list[tuple[float, int, _Job]] = []  # a heap: the next report of each busy worker
        self._count = 0
        self._left: dict[int, _Job] = {}  # trials without a worker that may go on
        self._best = math.inf
        self._times: list[float] = []
        self._values: list[float] = []
        self._starts = self._resumes = self._epochs = self._full = self._decisions = 0
        self._cpu = 0.0

    def run(self) -> None:
        self._fill()
        while self._events:
            moment, _, job = heapq.heappop(self._events)
            if moment > self._seconds:
                break
            self.now = moment
            self._report(job)
            self._fill()

    def result(self) -> Result:
        return Result(
            np.array(self._times),
            np.array(self._values),
            self._seconds,
            self._starts,
            self._resumes,
            self._epochs,
            self._full,
            self._decisions,
            self._cpu,
        )

    def _fill(self) -> None:
        """Idle workers ask; one that has to wait asks again after the next event."""
        while self._idle > 0:
            begun = self._clock()
            decision = self.tuner.ask(self.now)
            self._cpu += self._clock() - begun
            if isinstance(decision, Start):
                self._starts += 1
                job = self._new_job(decision.trial_id, decision.config)
            elif isinstance(decision, Resume):
                self._resumes += 1
                job = self._left.pop(decision.trial_id)
            else:  # Wait or Exhausted
                return
            self._decisions += 1
            self._idle -= 1
            job.until = decision.until or self.benchmark.epochs
            self._await_report(job, self._delay)

    def _new_job(self, trial_id: int, config: Config) -> _Job:
        curve = self.benchmark.curve(config)
        seen = curve.values
        if self._noise > 0.0:
            seen = np.clip(seen + self._noise * self.benchmark.noise(config, self._seed), 0.0, None)
        return _Job(trial_id, 0, 0, seen.tolist(), curve.values.tolist(), curve.seconds.tolist(), 0.0)

    def _await_report(self, job: _Job, delay: float) -> None:
        self._count += 1
        heapq.heappush(self._events, (self.now + delay + job.seconds[job.epoch], self._count, job))

    def _report(self, job: _Job) -> None:
        index = job.epoch
        job.spent += job.seconds[index]
        job.epoch += 1
        self._epochs += 1
        self._full += job.epoch == self.benchmark.epochs and math.isfinite(job.seen[index])
        self._note(job.seen[index], job.worth[index])
        report = {"epoch": job.epoch, "val_error": job.seen[index], "elapsed_time": job.spent}
        begun = self._clock()
        verdict = self.tuner.report(job.trial_id, report, self.now)
        ends = verdict is Verdict.CONTINUE and job.epoch >= job.until
        if ends:
            self.tuner.complete(job.trial_id, self.now)
        self._cpu += self._clock() - begun
        if verdict is Verdict.CONTINUE and not ends:
            self._await_report(job, 0.0)
            return
        if verdict is Verdict.PAUSE or (ends and job.epoch < self.benchmark.epochs):
            self._left[job.trial_id] = job
        self._idle += 1

    def _note(self, seen: float, worth: float) -> None:
        if seen < self._best:
            self._best = seen
            self._times.append(self.now)
            self._values.append(worth)
