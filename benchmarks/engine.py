"""How many facts the engine takes in a second, what a large experiment weighs, how fast it is replayed."""

import gc
import multiprocessing
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from benchmarks.figures import Figure, median, spread
from tunewise import Problem, methods, space
from tunewise.engine.experiment import Experiment
from tunewise.engine.loop import less_garbage_collection
from tunewise.engine.state import State
from tunewise.events import Action, Entry, Fact, HaltJob, JobEnded, Opened, Reported, ResumeJob, StartJob
from tunewise.journal import Journal, read_journal
from tunewise.schedulers.base import Method
from tunewise.trial import JobId

EPOCHS = 100
RUNS = 5


def problem() -> Problem:
    return Problem(
        {"lr": space.loguniform(1e-6, 1e-1), "width": space.randint(8, 512), "momentum": space.uniform(0, 1)},
        metric="loss",
        resource_attr="epoch",
        max_resource=EPOCHS,
        max_resource_arg="epochs",
    )


def asha(kind: str) -> Method:
    return methods.build("asha", problem(), 0, {"type": kind})


class Driver:
    """Feeds an experiment with what ideal workers would report, an epoch a second each."""

    def __init__(self, method: Method, workers: int, trials: int) -> None:
        self.experiment = Experiment(method)
        self.facts = 0
        self._time = 0.0
        self._queue: deque[tuple[JobId, int, int]] = deque()
        self._levels: dict[int, int] = {}
        self._opening = Opened(time=0.0, workers=workers, limits={"max_num_trials_started": trials})

    def run(self, max_facts: int, keep: Callable[[Entry], None] | None = None) -> None:
        """Runs to the end of the experiment, or for about `max_facts` facts."""
        self._feed(self._opening, keep)
        while self._queue and self.facts < max_facts:
            job, level, until = self._queue.popleft()
            self._time += 0.125
            trial = self.experiment.state.current(job)
            if trial is None:
                continue
            if level > until or trial.target is not None:
                ended = JobEnded(time=self._time, job=job, elapsed=self._time - trial.jobs[-1].started)
                self._feed(ended, keep)
                continue
            loss = (job.trial_id * 0.618034) % 1.0 + 1.0 / level
            self._levels[job.trial_id] = level
            self._queue.append((job, level + 1, until))
            values = {"epoch": level, "loss": loss}
            reported = Reported(time=self._time, job=job, seq=trial.seen, elapsed=1.0, values=values)
            self._feed(reported, keep)

    def _feed(self, fact: Fact, keep: Callable[[Entry], None] | None) -> None:
        actions = self.experiment.apply(fact)
        self.facts += 1
        for action in actions:
            self._react(action)
        if keep is not None:
            keep(Entry(fact, actions))

    def _react(self, action: Action) -> None:
        if isinstance(action, StartJob):
            self._queue.append((JobId(action.trial_id, 0), 1, action.until or EPOCHS))
        elif isinstance(action, ResumeJob):
            first = self._levels[action.job.trial_id] + 1
            self._queue.append((action.job, first, action.until or EPOCHS))
        elif isinstance(action, HaltJob):
            pass  # the job's next turn ends it


def some_facts(kind: str) -> list[Fact]:
    """What happens to an experiment in its first 100,000 facts."""
    facts: list[Fact] = []
    driver = Driver(asha(kind), workers=8, trials=100_000)
    driver.run(max_facts=100_000, keep=lambda entry: facts.append(entry.fact))
    return facts


def facts_per_second(method: Method, facts: list[Fact]) -> float:
    """The same facts for a fresh experiment, which makes the same decisions again."""
    experiment = Experiment(method)
    gc.collect()
    gc.freeze()  # the recorded facts don't count in the measurement
    with less_garbage_collection():  # as in the tuner
        begun = time.process_time()
        for fact in facts:
            experiment.apply(fact)
    return len(facts) / (time.process_time() - begun)


def _megabytes() -> tuple[float, float]:
    before = psutil.Process().memory_info().rss
    driver = Driver(methods.rs(problem()), workers=8, trials=10_000)
    driver.run(max_facts=10_000_000)
    assert driver.experiment.state.trials.num_reports == 10_000 * EPOCHS
    after = psutil.Process().memory_info().rss  # nothing was let go, so this is the peak
    return after / 2.0**20, (after - before) / 2.0**20


def megabytes() -> tuple[float, float]:
    """Peak memory of a process that holds 1,000,000 reports, and how much of it the experiment brought."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_megabytes)


def replay_seconds(folder: Path) -> float:
    path = folder / "journal.jsonl"
    if not path.exists():
        with Journal(path) as journal:
            driver = Driver(methods.asha(problem(), type="promotion"), workers=8, trials=100_000)
            driver.run(max_facts=100_000, keep=lambda entry: journal.append([entry]))
    begun = time.process_time()
    state = State(problem(), Experiment(methods.rs(problem())).policy.retry)
    count = 0
    for entry in read_journal(path):
        state.replay(entry)
        count += 1
    assert count >= 100_000
    return time.process_time() - begun


def measure() -> Iterator[Figure]:
    for kind in ("stopping", "promotion"):
        facts = some_facts(kind)
        rates = [facts_per_second(asha(kind), facts) for _ in range(RUNS)]
        name = f"engine, ASHA {kind}, facts per CPU second"
        yield Figure(name, median(rates), 100_000, "1/s", at_most=False, remark=spread(rates))
    whole, grown = megabytes()
    remark = f"the experiment itself {grown:.0f} MB"
    yield Figure("1,000,000 reports of 10,000 trials, peak memory", whole, 200, "MB", remark=remark)
    with tempfile.TemporaryDirectory() as folder:
        seconds = [replay_seconds(Path(folder)) for _ in range(RUNS)]
    yield Figure(
        "replay of a journal of 100,000 facts", median(seconds), 5.0, "CPU s", remark=spread(seconds)
    )
