"""The experiment: a pure state machine, facts in, actions out. No clock, no file, no thread."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tunewise.engine.budgets import BUDGETS, CONDITIONS, ROUNDING, Budget, num_started, refused, stale_at
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.engine.rules import PAST_THE_END, Flaw, Reading
from tunewise.engine.state import State
from tunewise.engine.steering import answer
from tunewise.events import (
    Action,
    ChangeTerms,
    DropCheckpoint,
    Fact,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    JobStarted,
    Opened,
    Reported,
    Requested,
    ResumeJob,
    StartJob,
    StopRequested,
    StopTrial,
    Suspend,
    Why,
)
from tunewise.models.outlook import Outlooks
from tunewise.schedulers.base import ASKED, GOES_ON, STOPS, Decision, Exhausted, Method, Resume, Start, Wait
from tunewise.trial import TERMINAL, FailureKind, JobId, Status, Trial

if TYPE_CHECKING:
    import numpy as np

RUNNING, HALTING, PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED = Status  # quicker than its attributes

ASK_AGAIN_FACTOR = 1.2
"""If a method wants to start a trial that the budget doesn't allow, it is asked again when a trial's state
changes or the number of reports has grown by this factor, as a decision costs as much as a hundred
reports."""


# NumPy's own `jumped` advances by this odd multiple of 2**128 divided by the golden ratio: stretches of the
# stream that begin so far apart never overlap, and have no pattern in common.
_STRETCH = 0x9E3779B97F4A7C15F39CC0605CEDC835


class Randomness:
    """A stream of random numbers, cut into a stretch for each decision: the k-th follows from (seed, k)
    alone, so there is no generator state to save.

    Like `Generator(PCG64(seed).jumped(k))`, in a quarter of the time.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed

    @cached_property
    def _stream(self) -> tuple[np.random.PCG64, Any, np.random.Generator]:
        import numpy as np  # here, as those who only read need none of it, and jobs' imports begin before it

        bits = np.random.PCG64(self._seed)
        return bits, bits.state, np.random.Generator(bits)

    def of(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        bits, start, generator = self._stream
        bits.state = start
        bits.advance(decision * _STRETCH)
        return generator


class Experiment:
    """Decides what follows from each fact.

    `state` owns the state, a fold over facts and actions; this class asks the scheduler and keeps the budget.
    After a restart it gets the state that replaying the journal led to, and an `Opened` fact continues from
    there. reading: what the latest fact means, if it is a report of a running job.
    """

    def __init__(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._least: dict[str, float] = {}  # what more training must promise
        self._outlooks = Outlooks(self.problem)
        self._ending: tuple[FinishReason, str] | None = None
        self._urgent = False  # the end has just come, and jobs with patience left must end now
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; jobs that are over are skipped
        self._actions: list[Action] = []
        self._refused: tuple[tuple[object, ...], int] | None = None

    # ---- facts in, actions out --------------------------------------------------------------------------

    def apply(self, fact: Fact) -> list[Action]:
        """Applies what happened and returns what to do, in this order."""
        self._actions = []
        state, time = self.state, fact.time
        trials = state.trials
        best_before, running_before = trials.best, state.running
        self.reading = reading = state.take_fact(fact)
        if state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials.by_id[fact.job.trial_id])
        if isinstance(fact, Reported):  # first, as most facts are
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        elif isinstance(fact, Requested):
            self._answer(fact)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, time)
        if self._deadlines:
            self._check_deadlines(time)
        self._check_limits(time)
        if self._ending is None and state.busy < self._workers:
            self._fill(time)
        if self._ending is not None:
            self._wind_up(time)
        return self._actions

    def offer(self, time: float) -> Decision:
        """What a free worker does next, for callers that run their own loop and count their own workers."""
        self._actions = []
        self.state.now = time
        return self._assign(time)

    @property
    def finished(self) -> bool:
        return self.state.finished is not None

    def wake_at(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self._limits.max_time_without_improvement is not None:
                moment = min(moment, stale_at(self.state.trials, self._limits.max_time_without_improvement))
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended() if not trial.held)])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    # ---- reactions --------------------------------------------------------------------------------------

    def _do(self, action: Action) -> None:
        self.state.take_action(action)
        self._actions.append(action)

    def _open(self, fact: Opened) -> None:
        self._take_terms(fact.workers, fact.limits)
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(RUNNING).values():
            self._watch(trial)

    def _take_terms(self, workers: int, limits: Mapping[str, float]) -> None:
        self._workers = workers
        self._limits = StoppingCriterion.of(limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in limits.items()
            if name in BUDGETS and name != "max_num_trials_started"  # the trials started run to their end
        ]
        self._least = {name: limit for name, limit in limits.items() if name in CONDITIONS}

    def _answer(self, fact: Requested) -> None:
        self._refused = None  # a trial that may go on again needs no start
        if isinstance(fact.request, Suspend):
            self._end(FinishReason.STOPPED, fact.request.why)
        for action in answer(fact, self.state, self.method.scheduler, self._ending is not None):
            self._do(action)
            if isinstance(action, ChangeTerms):
                self._take_terms(action.workers, action.limits)
            elif isinstance(action, StopTrial):
                self._drop_checkpoint_of(action.trial_id, fact.time)

    def _judge(self, fact: Reported, reading: Reading) -> None:
        trials = self.state.trials
        trial = trials.by_id[fact.job.trial_id]
        if trial.status is not RUNNING:
            if trial.target is PAUSED:
                self._stop_waiting(trial, fact.time, reading)
            if trial.target is not SUSPENDED:
                return  # its verdict is final
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(trials, trial)
        if judgement.verdict is GOES_ON:
            return
        if judgement.verdict is STOPS:
            self._halt(trial, fact.time, STOPPED, 0.0, judgement.why)
        else:
            self._halt(trial, fact.time, PAUSED, self._patience(trial), judgement.why)

    def _stop_waiting(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is being paused has reported again: beyond its limit it won't end by itself, and it may
        even have reached the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, PAUSED, 0.0, {"kind": "past its limit"})

    def _patience(self, trial: Trial) -> float:
        """Seconds to wait for a job to end by itself: it does if it has reached the limit it was started
        with."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def _halt(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=patience, why=why))

    def _fail(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def _drop_checkpoint_of(self, trial_id: int, time: float) -> None:
        """Drops a checkpoint that is no longer needed: of any trial that has ended, except the best one."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    # ---- the budget -------------------------------------------------------------------------------------

    def _watch(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    def _is_running(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is not None and trial.status is RUNNING

    def _check_deadlines(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def _cost_reached_at(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def _check_limits(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        for name, limit in self._least.items() if self._least else ():
            if why := refused(name, limit, state, self._outlooks):
                self._end(FinishReason.LIMIT, why)
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def _end(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = (reason, detail)
            self._urgent = True

    def _wind_up(self, time: float) -> None:
        """Suspends what runs, so that it can be resumed later; then the experiment is over."""
        assert self._ending is not None
        if self._urgent:
            self._urgent = False
            for trial in self.state.trials.having(HALTING).values():
                if trial.target is PAUSED:  # it may have time left to end by itself
                    self._halt(trial, time, PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(RUNNING).values()):
            self._halt(trial, time, SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    # ---- work for free workers --------------------------------------------------------------------------

    def _fill(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    def _why_exhausted(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = self._limits.max_num_trials_started
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "the method has nothing left to try"

    def _starts_used_up(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is not None and num_started(self.state.trials) >= limit

    def _suspended(self) -> list[Trial]:
        return list(self.state.trials.having(SUSPENDED).values())

    def _assign(self, time: float) -> Decision:
        """Gives one free worker something to do, if possible."""
        suspended = self.state.trials.having(SUSPENDED)
        for trial in suspended.values():
            if trial.retry_at <= time and not trial.held:
                why: Why = {"kind": "goes on"} if trial.wish is None else ASKED
                return self._resume(Resume(trial.id, trial.until, why), time)
        if self.state.wanted and not self._starts_used_up():
            return self._start(self._wanted(), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def _wanted(self) -> Start:
        """The start of the next configuration that a person asked for."""
        state = self.state
        request, config = next(iter(state.wanted.items()))
        until, bracket = self.method.scheduler.place(state.trials, self._randomness.of(state.launches))
        return Start(len(state.trials), config, until, bracket, {**ASKED, "request": request})

    def _decision(self) -> Decision:
        """The decision of the scheduler, unless it is to start a trial that may not be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(PAUSED):
            return Exhausted()  # saves the cost of a proposal that would be discarded
        if no_start and self._refused is not None:
            fingerprint, reports = self._refused
            if fingerprint == self._fingerprint() and trials.num_reports < ASK_AGAIN_FACTOR * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._refused = self._fingerprint(), trials.num_reports
            return Exhausted()
        return decision

    def _fingerprint(self) -> tuple[object, ...]:
        """Changes whenever a trial's state changes, or a tuner opens the experiment."""
        state = self.state
        return state.opened, state.launches, state.busy, len(state.trials.having(RUNNING))

    def _start(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def _resume(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision
