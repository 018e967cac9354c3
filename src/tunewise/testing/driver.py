"""A small deterministic simulation that drives a scheduler: workers, learning curves, mishaps, people.

It uses only `TrialTable`, without engine or back end, so any fault that a contract suite finds is the
scheduler's. Everything depends only on the settings: the same settings give the same transcript.
"""

import heapq
import zlib
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from tunewise.problem import Problem
from tunewise.schedulers.base import ASKED, Decision, Exhausted, Judgement, Resume, Scheduler, Start, Verdict
from tunewise.space import Config
from tunewise.trial import TERMINAL, Failure, FailureKind, Status, Trial
from tunewise.trial_table import TrialTable

CURVE_LENGTH = 12
"""How many levels a script has if the problem has no max_resource."""


@dataclass(frozen=True)
class World:
    """The settings of the simulation around a scheduler.

    workers: their number, at least 1. seed: of the curves, durations, mishaps and decisions. launches: the
    largest number of starts and resumes. mishaps: the probability that the trial fails after a report, and
    also the probability that it is suspended then; in [0, 0.5]. coarse: whether some scripts report only
    every second level, and some end by themselves at their limit. wishes: the probability that a person asks
    for something after each moment: to hold a trial or let go of it, to end one, to let a paused one go on,
    or to try some configuration; in [0, 0.5]. Held trials are let go in the end.
    """

    workers: int = 4
    seed: int = 0
    launches: int = 200
    mishaps: float = 0.0
    coarse: bool = False
    wishes: float = 0.0


@dataclass
class Transcript:
    """The decisions in order, and the history at the end.

    exhausted: whether the run ended because the scheduler had nothing left to do.
    """

    trials: TrialTable
    decisions: list[Decision | Judgement] = field(default_factory=list)
    exhausted: bool = False


class _Moment(NamedTuple):
    """Something that will happen: a report at `level`, or, with None, the end of a halted job."""

    time: float
    order: int
    trial_id: int
    level: int | None
    run: int


def drive(
    problem: Problem, scheduler: Scheduler, world: World, trials: TrialTable | None = None
) -> Transcript:
    """Drives `scheduler` until it is exhausted, or until `world.launches` is reached and every job is over.

    trials: with which it begins; none of them has a job. Raises `AssertionError` if a decision is invalid.
    """
    return _Drive(problem, scheduler, world, TrialTable(problem) if trials is None else trials).run()


class _Drive:
    def __init__(self, problem: Problem, scheduler: Scheduler, world: World, trials: TrialTable) -> None:
        self._problem = problem
        self._scheduler = scheduler
        self._world = world
        self._trials = trials
        self._transcript = Transcript(self._trials)
        self._moments: list[_Moment] = []
        self._order = 0
        self._launches = 0
        self._time = max((trial.jobs[-1].ended or 0.0 for trial in trials), default=0.0)

    def run(self) -> Transcript:
        self._fill()
        while self._moments or self._let_go():
            moment = heapq.heappop(self._moments)
            self._time = moment.time
            trial = self._trials[moment.trial_id]
            if not trial.busy or moment.run != trial.job.run or (moment.level and trial.target is not None):
                continue  # a person had its job ended
            if moment.level is None:
                assert trial.target is not None
                self._end_job(trial, trial.target)
            else:
                self._report(trial, moment.level)
            if self._world.wishes:
                self._ask(np.random.default_rng([self._world.seed, 1, self._order, len(self._moments)]))
            self._fill()
        return self._transcript

    # ---- people -----------------------------------------------------------------------------------------

    def _ask(self, rng: np.random.Generator) -> None:
        """A person may ask for something."""
        if rng.random() >= self._world.wishes:
            return
        unfinished = [trial for trial in self._trials if trial.status not in TERMINAL]
        wish = int(rng.integers(5))
        if wish == 4 and self._launches < self._world.launches and self._busy() < self._world.workers:
            until, bracket = self._scheduler.place(self._trials, rng)
            config = self._problem.space.sample(rng)
            self._transcript.exhausted = False
            self._start(Start(len(self._trials), config, until, bracket, ASKED))
        elif wish < 4 and unfinished:
            trial = unfinished[int(rng.integers(len(unfinished)))]
            (self._hold, self._release, self._end_for_good, self._recall)[wish](trial)

    def _hold(self, trial: Trial) -> None:
        if trial.status is Status.RUNNING:
            self._halt(trial, Status.SUSPENDED)
        if trial.target not in TERMINAL:
            self._trials.hold(trial)

    def _release(self, trial: Trial) -> None:
        if trial.held:
            self._transcript.exhausted = False
            self._trials.release(trial)

    def _end_for_good(self, trial: Trial) -> None:
        self._transcript.exhausted = False
        if not trial.busy:
            self._trials.stop(trial)
        elif trial.target not in TERMINAL:
            self._halt(trial, Status.STOPPED)

    def _recall(self, trial: Trial) -> None:
        if trial.status is not Status.PAUSED:
            return
        resumed = self._scheduler.recalled(self._trials, trial)
        if isinstance(resumed, str):
            assert resumed.endswith("."), f"a refusal is a sentence for people: {resumed}"
            return
        check_resume(self._trials, resumed)
        assert resumed.trial_id == trial.id, f"{resumed} is about another trial than {trial}"
        self._transcript.exhausted = False
        self._trials.recall(trial, resumed.until)

    def _let_go(self) -> bool:
        """In the end, people let go of all trials. Returns whether something runs then."""
        for trial in self._held():
            self._release(trial)
        self._fill()
        return bool(self._moments)

    def _held(self) -> list[Trial]:
        return [trial for trial in self._trials if trial.held]

    # ---- free workers -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        while self._busy() < self._world.workers:
            suspended = self._trials.having(Status.SUSPENDED).values()
            trial = next((trial for trial in suspended if not trial.held), None)
            if trial is not None:
                self._resume(trial, trial.until)
            elif self._launches >= self._world.launches or not self._launch():
                return

    def _busy(self) -> int:
        return len(self._trials.having(Status.RUNNING)) + len(self._trials.having(Status.HALTING))

    def _launch(self) -> bool:
        """Asks what a free worker should do. Returns whether there was something to do."""
        rng = np.random.default_rng([self._world.seed, self._launches])
        decision = self._scheduler.next(self._trials, rng)
        self._transcript.decisions.append(decision)
        was_exhausted, self._transcript.exhausted = (
            self._transcript.exhausted,
            isinstance(decision, Exhausted),
        )
        assert self._transcript.exhausted or not was_exhausted, f"after Exhausted came {decision}"
        if isinstance(decision, Start):
            self._start(decision)
        elif isinstance(decision, Resume):
            check_resume(self._trials, decision)
            self._launches += 1
            self._resume(self._trials[decision.trial_id], decision.until)
        else:
            waits_for_something = self._busy() or self._held()
            assert isinstance(decision, Exhausted) or waits_for_something, "it waits although nothing runs"
            return False
        return True

    def _start(self, decision: Start) -> None:
        check_start(self._trials, decision)
        self._launches += 1
        trial = self._trials.add(decision.config, decision.bracket, decision.until, decision.why, self._time)
        self._trials.begin_job(trial, self._time)
        self._go_on(trial, self._start_up(trial))

    def _resume(self, trial: Trial, until: int | None) -> None:
        self._trials.resume(trial, until, self._time)
        self._trials.begin_job(trial, self._time)
        self._go_on(trial, self._start_up(trial))

    # ---- running jobs -----------------------------------------------------------------------------------

    def _go_on(self, trial: Trial, delay: float) -> None:
        """The trial's script works on its next report, or ends if there is none left."""
        last = self._problem.max_resource or CURVE_LENGTH
        stride = 2 if self._world.coarse and self._draw(trial, "stride") < 0.3 else 1
        if trial.level >= last:
            self._end_job(trial, Status.COMPLETED)
        elif self._ends_at_its_limit(trial, trial.level + stride, last):
            self._end_job(trial, Status.PAUSED)
        else:
            self._schedule(trial, delay + 0.5 + self._draw(trial, "speed"), min(trial.level + stride, last))

    def _ends_at_its_limit(self, trial: Trial, following: int, last: int) -> bool:
        """Whether the trial's script ends by itself, because its next report would be beyond its limit."""
        if trial.until is None or trial.level == 0 or not trial.until < min(following, last):
            return False
        return self._world.coarse and self._draw(trial, "limit") < 0.5

    def _report(self, trial: Trial, level: int) -> None:
        self._trials.add_report(trial, level, self._curve(trial, level), self._time)
        judgement = self._scheduler.observe(self._trials, trial)
        self._transcript.decisions.append(judgement)
        mishap = self._draw(trial, f"mishap {level}")
        if judgement.verdict is not Verdict.CONTINUE:
            target = Status.PAUSED if judgement.verdict is Verdict.PAUSE else Status.STOPPED
            self._halt(trial, target)
        elif mishap < self._world.mishaps:
            self._trials.fail(trial, Failure(FailureKind.CONFIGURATION, "out of memory"))
            self._end_job(trial, Status.FAILED)
        elif mishap > 1 - self._world.mishaps:
            self._end_job(trial, Status.SUSPENDED)
        else:
            self._go_on(trial, 0.0)

    def _halt(self, trial: Trial, target: Status) -> None:
        self._trials.halt(trial, target, None)
        self._schedule(trial, self._draw(trial, f"halt {trial.level}"), None)

    def _end_job(self, trial: Trial, status: Status) -> None:
        self._trials.end_job(trial, status, self._time, self._time - trial.jobs[-1].started)

    def _schedule(self, trial: Trial, delay: float, level: int | None) -> None:
        self._order += 1
        moment = _Moment(self._time + delay, self._order, trial.id, level, trial.job.run)
        heapq.heappush(self._moments, moment)

    # ---- what the world is like -------------------------------------------------------------------------

    def _curve(self, trial: Trial, level: int) -> float:
        """The metric: a power law towards the configuration's own asymptote, with some noise."""
        asymptote, speed = self._draw(trial, "asymptote"), 0.3 + self._draw(trial, "decay")
        loss: float = asymptote + level**-speed + 0.1 * self._draw(trial, f"noise {level}")
        return self._problem.sign * loss

    def _start_up(self, trial: Trial) -> float:
        return 2.0 * self._draw(trial, f"start-up {len(trial.jobs)}")

    def _draw(self, trial: Trial, what: str) -> float:
        """A number in [0, 1) that belongs to the trial's configuration and to `what`."""
        text = f"{self._world.seed} {what} {_text(trial.config)}"
        return float(np.random.default_rng(zlib.crc32(text.encode())).random())


def check_start(trials: TrialTable, decision: Start) -> None:
    """Asserts that this start of a new trial is valid."""
    assert decision.trial_id == len(trials), f"{decision} should start trial {len(trials)}"
    assert decision.bracket >= 0, f"{decision} has no bracket"
    trials.problem.space.validate(decision.config)
    largest = trials.problem.max_resource
    if largest is None:
        assert decision.until is None, f"{decision} has a level, but the problem has no max_resource"
    else:
        assert decision.until is not None, f"{decision} has no level to run to"
        assert 1 <= decision.until <= largest, f"{decision} is not within 1 to {largest}"


def check_resume(trials: TrialTable, decision: Resume) -> None:
    """Asserts that this resume of a paused trial is valid."""
    trial = trials[decision.trial_id]
    assert trial.status is Status.PAUSED, f"{decision} resumes {trial}"
    largest = trials.problem.max_resource
    assert trial.until is not None, f"{decision} resumes a trial that was to run to its end"
    if largest is not None:
        assert decision.until is not None, f"{decision} has no level to run to"
        # the previous job may have ended before the level that it was meant to reach
        assert trial.reached < decision.until <= largest, f"{decision}: not in {trial.reached} to {largest}"


def _text(config: Config) -> str:
    return repr(sorted(config.items()))
