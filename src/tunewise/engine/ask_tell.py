"""Ask and tell: every method for people who run their own loop, without a back end."""

import math
from collections.abc import Iterable, Mapping

from tunewise.clock import RealClock
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import Policy
from tunewise.events import Entry, Fact, HaltJob, JobEnded, Refuse, Reported, Requested, TryNext
from tunewise.schedulers.base import Decision, Method, Verdict, check_method
from tunewise.space import Value
from tunewise.trial import Best, FailureKind, Status, Trial, Trials
from tunewise.worker.report import scalar

_VERDICTS = {Status.PAUSED: Verdict.PAUSE, Status.SUSPENDED: Verdict.PAUSE}


class AskTell:
    """Decides for a loop that the caller runs.

    `now` is in seconds on the caller's clock, real or virtual; by default a monotonic clock counts from the
    construction of this object. Any number of trials may run at once: each `ask` is for one free worker.

    The worker of a trial is free as soon as `report` returns PAUSE or STOP. Call `complete` for a trial that
    ran to its end. A report on a trial that no longer runs changes nothing and returns what became of it.
    """

    def __init__(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf
        self._enqueued = 0

    def __repr__(self) -> str:
        return f"<AskTell of {self._experiment.method!r}: {self.trials!r}, best {self.best!r}>"

    @property
    def trials(self) -> Trials:
        """All trials so far."""
        return self._experiment.state.trials

    @property
    def best(self) -> Best | None:
        """The best metric reported so far, with its trial and level."""
        return self._experiment.state.trials.best

    def ask(self, now: float | None = None) -> Decision:
        """What a free worker does: Start, Resume, Wait (ask again after a report or an end) or Exhausted."""
        return self._experiment.offer(self._time(now))

    def add(self, history: Iterable[Entry]) -> None:
        """Adds trials that were trained elsewhere, as `tunewise.elsewhere` makes them."""
        for entry in history:
            self._experiment.state.replay(entry)

    def enqueue(self, config: Mapping[str, Value], now: float | None = None) -> None:
        """Lets `ask` start this configuration before any other new one. What it leaves out is set to the
        middle of its domain. Raises ValueError for one that isn't in the space."""
        self._enqueued += 1
        request = TryNext(config=dict(config))
        for action in self._experiment.apply(Requested(self._time(now), str(self._enqueued), request)):
            if isinstance(action, Refuse):
                raise ValueError(action.why)

    def report(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Adds a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._verdict(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one that reached its time limit
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._verdict(trial)

    def complete(self, trial_id: int, now: float | None = None) -> None:
        """A trial's script ended by itself. Changes nothing if the trial was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, "")

    def fail(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """A trial failed. By default the configuration is at fault and the method learns from it; a trial
        that was preempted comes back from `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def _verdict(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(trial.status, Verdict.STOP)

    def _end(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def _trial(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def _time(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time
