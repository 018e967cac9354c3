"""Ask and tell: every method for people who run their own loop, without a back end."""

import math
from collections.abc import Mapping

from tunewise.clock import RealClock
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import Policy
from tunewise.events import Fact, HaltJob, JobEnded, Reported
from tunewise.schedulers.base import Decision, Method, Verdict, check_method
from tunewise.trial import Best, FailureKind, Status, Trial, Trials
from tunewise.worker.report import scalar

_VERDICTS = {Status.PAUSED: Verdict.PAUSE, Status.SUSPENDED: Verdict.PAUSE}


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁAskTellǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁask__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁreport__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁcomplete__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁfail__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁ_standing__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁ_end__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁ_trial__mutmut: MutantDict = {}  # type: ignore
mutants_xǁAskTellǁ_time__mutmut: MutantDict = {}  # type: ignore


class AskTell:
    """Decides for a loop that the caller runs.

    `now` is in seconds on the caller's clock, real or virtual; left out, a monotonic clock counts from the
    construction of this object. Any number of trials may run at once: each `ask` is for one free worker.

    A paused or stopped trial's worker is free as soon as `report` says so. A trial that goes on to its end
    is told by `complete`. Reports on a trial that does not run any more change nothing and are answered
    with what became of it.
    """

    @_mutmut_mutated(mutants_xǁAskTellǁ__init____mutmut)
    def __init__(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_orig(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_1(self, method: Method, policy: Policy | None = None) -> None:
        check_method(None, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_2(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, None)
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_3(self, method: Method, policy: Policy | None = None) -> None:
        check_method("method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_4(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, )
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_5(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "XXmethodXX")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_6(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "METHOD")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_7(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = None
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_8(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(None, policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_9(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, None)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_10(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(policy)
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_11(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, )
        self._clock = RealClock()
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_12(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = None
        self._latest = -math.inf

    def xǁAskTellǁ__init____mutmut_13(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = None

    def xǁAskTellǁ__init____mutmut_14(self, method: Method, policy: Policy | None = None) -> None:
        check_method(method, "method")
        self._experiment = Experiment(method, policy)
        self._clock = RealClock()
        self._latest = +math.inf

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

    @_mutmut_mutated(mutants_xǁAskTellǁask__mutmut)
    def ask(self, now: float | None = None) -> Decision:
        """What a free worker does: Start, Resume, Wait (ask again after a report or an end) or Exhausted."""
        return self._experiment.offer(self._time(now))

    def xǁAskTellǁask__mutmut_orig(self, now: float | None = None) -> Decision:
        """What a free worker does: Start, Resume, Wait (ask again after a report or an end) or Exhausted."""
        return self._experiment.offer(self._time(now))

    def xǁAskTellǁask__mutmut_1(self, now: float | None = None) -> Decision:
        """What a free worker does: Start, Resume, Wait (ask again after a report or an end) or Exhausted."""
        return self._experiment.offer(None)

    def xǁAskTellǁask__mutmut_2(self, now: float | None = None) -> Decision:
        """What a free worker does: Start, Resume, Wait (ask again after a report or an end) or Exhausted."""
        return self._experiment.offer(self._time(None))

    @_mutmut_mutated(mutants_xǁAskTellǁreport__mutmut)
    def report(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_orig(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_1(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = None
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_2(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(None), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_3(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(None)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_4(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_5(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(None)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_6(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = None
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_7(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[+1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_8(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-2].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_9(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = None
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_10(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(None, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_11(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, None) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_12(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_13(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, ) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_14(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = None
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_15(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=None, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_16(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=None, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_17(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=None, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_18(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=None, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_19(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=None)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_20(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_21(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_22(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_23(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_24(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, )
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_25(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time + started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_26(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(None):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_27(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(None, time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_28(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], None, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_29(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, None)
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_30(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(time, None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_31(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], None, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_32(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, "")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_33(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, )
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_34(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "XXXX")
        return self._standing(trial)

    def xǁAskTellǁreport__mutmut_35(self, trial_id: int, values: Mapping[str, object], now: float | None = None) -> Verdict:
        """Tells a report of a running trial, with the keys that the script would report."""
        trial, time = self._trial(trial_id), self._time(now)
        if not trial.busy:
            return self._standing(trial)
        started = trial.jobs[-1].started
        plain = {key: scalar(key, value) for key, value in values.items()}
        fact = Reported(time=time, job=trial.job, seq=trial.seen, elapsed=time - started, values=plain)
        for action in self._experiment.apply(fact):
            if isinstance(action, HaltJob):  # of this trial, or of another one whose time limit is over
                self._end(self.trials[action.job.trial_id], time, None, "")
        return self._standing(None)

    @_mutmut_mutated(mutants_xǁAskTellǁcomplete__mutmut)
    def complete(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, "")

    def xǁAskTellǁcomplete__mutmut_orig(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, "")

    def xǁAskTellǁcomplete__mutmut_1(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = None
        if trial.busy:
            self._end(trial, time, None, "")

    def xǁAskTellǁcomplete__mutmut_2(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(None), self._time(now)
        if trial.busy:
            self._end(trial, time, None, "")

    def xǁAskTellǁcomplete__mutmut_3(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(None)
        if trial.busy:
            self._end(trial, time, None, "")

    def xǁAskTellǁcomplete__mutmut_4(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(None, time, None, "")

    def xǁAskTellǁcomplete__mutmut_5(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, None, None, "")

    def xǁAskTellǁcomplete__mutmut_6(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, None)

    def xǁAskTellǁcomplete__mutmut_7(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(time, None, "")

    def xǁAskTellǁcomplete__mutmut_8(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, None, "")

    def xǁAskTellǁcomplete__mutmut_9(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, "")

    def xǁAskTellǁcomplete__mutmut_10(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, )

    def xǁAskTellǁcomplete__mutmut_11(self, trial_id: int, now: float | None = None) -> None:
        """Tells that a trial's script ended by itself. Changes nothing for one that was paused or stopped."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, "XXXX")

    @_mutmut_mutated(mutants_xǁAskTellǁfail__mutmut)
    def fail(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_orig(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_1(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = None
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_2(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(None), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_3(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(None)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_4(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(None, time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_5(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, None, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_6(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, None, reason)

    def xǁAskTellǁfail__mutmut_7(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), None)

    def xǁAskTellǁfail__mutmut_8(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(time, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_9(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, FailureKind(kind), reason)

    def xǁAskTellǁfail__mutmut_10(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, reason)

    def xǁAskTellǁfail__mutmut_11(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(kind), )

    def xǁAskTellǁfail__mutmut_12(
        self,
        trial_id: int,
        reason: str,
        now: float | None = None,
        kind: FailureKind = FailureKind.CONFIGURATION,
    ) -> None:
        """Tells that a trial failed. By default the configuration is at fault and the method learns from it;
        a trial that was preempted will be handed out again by `ask` as a Resume."""
        trial, time = self._trial(trial_id), self._time(now)
        if trial.busy:
            self._end(trial, time, FailureKind(None), reason)

    @_mutmut_mutated(mutants_xǁAskTellǁ_standing__mutmut)
    def _standing(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(trial.status, Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_orig(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(trial.status, Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_1(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if (trial.busy) and False else _VERDICTS.get(trial.status, Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_2(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if (trial.busy) or True else _VERDICTS.get(trial.status, Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_3(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(None, Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_4(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(trial.status, None)

    def xǁAskTellǁ_standing__mutmut_5(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(Verdict.STOP)

    def xǁAskTellǁ_standing__mutmut_6(self, trial: Trial) -> Verdict:
        return Verdict.CONTINUE if trial.busy else _VERDICTS.get(trial.status, )

    @_mutmut_mutated(mutants_xǁAskTellǁ_end__mutmut)
    def _end(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_orig(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_1(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = None
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_2(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time + trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_3(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[+1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_4(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-2].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_5(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = None
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_6(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=None, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_7(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=None, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_8(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=None, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_9(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=None, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_10(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=None)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_11(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_12(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_13(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, failure=failure, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_14(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, detail=detail)
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_15(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, )
        self._experiment.apply(fact)

    def xǁAskTellǁ_end__mutmut_16(self, trial: Trial, time: float, failure: FailureKind | None, detail: str) -> None:
        elapsed = time - trial.jobs[-1].started
        fact: Fact = JobEnded(time=time, job=trial.job, elapsed=elapsed, failure=failure, detail=detail)
        self._experiment.apply(None)

    @_mutmut_mutated(mutants_xǁAskTellǁ_trial__mutmut)
    def _trial(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_orig(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_1(self, trial_id: int) -> Trial:
        trials = None
        if not 0 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_2(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if 0 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_3(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 1 <= trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_4(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 < trial_id < len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_5(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 <= trial_id <= len(trials):
            raise KeyError(f"There is no trial {trial_id}: ask() has given out {len(trials)} so far.")
        return trials[trial_id]

    def xǁAskTellǁ_trial__mutmut_6(self, trial_id: int) -> Trial:
        trials = self._experiment.state.trials
        if not 0 <= trial_id < len(trials):
            raise KeyError(None)
        return trials[trial_id]

    @_mutmut_mutated(mutants_xǁAskTellǁ_time__mutmut)
    def _time(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_orig(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_1(self, now: float | None) -> float:
        time = None
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_2(self, now: float | None) -> float:
        time = self._clock.now() if (now is None) and False else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_3(self, now: float | None) -> float:
        time = self._clock.now() if (now is None) or True else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_4(self, now: float | None) -> float:
        time = self._clock.now() if now is not None else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_5(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time <= self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_6(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time < self._latest:
            raise ValueError(None)
        self._latest = time
        return time

    def xǁAskTellǁ_time__mutmut_7(self, now: float | None) -> float:
        time = self._clock.now() if now is None else now
        if time < self._latest:
            raise ValueError(f"now is {time}, which is before {self._latest}: time cannot go back.")
        self._latest = None
        return time

mutants_xǁAskTellǁ__init____mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_1'] = AskTell.xǁAskTellǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_2'] = AskTell.xǁAskTellǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_3'] = AskTell.xǁAskTellǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_4'] = AskTell.xǁAskTellǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_5'] = AskTell.xǁAskTellǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_6'] = AskTell.xǁAskTellǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_7'] = AskTell.xǁAskTellǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_8'] = AskTell.xǁAskTellǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_9'] = AskTell.xǁAskTellǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_10'] = AskTell.xǁAskTellǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_11'] = AskTell.xǁAskTellǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_12'] = AskTell.xǁAskTellǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_13'] = AskTell.xǁAskTellǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁAskTellǁ__init____mutmut['xǁAskTellǁ__init____mutmut_14'] = AskTell.xǁAskTellǁ__init____mutmut_14 # type: ignore # mutmut generated

mutants_xǁAskTellǁask__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁask__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁask__mutmut['xǁAskTellǁask__mutmut_1'] = AskTell.xǁAskTellǁask__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁask__mutmut['xǁAskTellǁask__mutmut_2'] = AskTell.xǁAskTellǁask__mutmut_2 # type: ignore # mutmut generated

mutants_xǁAskTellǁreport__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁreport__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_1'] = AskTell.xǁAskTellǁreport__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_2'] = AskTell.xǁAskTellǁreport__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_3'] = AskTell.xǁAskTellǁreport__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_4'] = AskTell.xǁAskTellǁreport__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_5'] = AskTell.xǁAskTellǁreport__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_6'] = AskTell.xǁAskTellǁreport__mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_7'] = AskTell.xǁAskTellǁreport__mutmut_7 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_8'] = AskTell.xǁAskTellǁreport__mutmut_8 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_9'] = AskTell.xǁAskTellǁreport__mutmut_9 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_10'] = AskTell.xǁAskTellǁreport__mutmut_10 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_11'] = AskTell.xǁAskTellǁreport__mutmut_11 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_12'] = AskTell.xǁAskTellǁreport__mutmut_12 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_13'] = AskTell.xǁAskTellǁreport__mutmut_13 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_14'] = AskTell.xǁAskTellǁreport__mutmut_14 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_15'] = AskTell.xǁAskTellǁreport__mutmut_15 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_16'] = AskTell.xǁAskTellǁreport__mutmut_16 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_17'] = AskTell.xǁAskTellǁreport__mutmut_17 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_18'] = AskTell.xǁAskTellǁreport__mutmut_18 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_19'] = AskTell.xǁAskTellǁreport__mutmut_19 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_20'] = AskTell.xǁAskTellǁreport__mutmut_20 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_21'] = AskTell.xǁAskTellǁreport__mutmut_21 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_22'] = AskTell.xǁAskTellǁreport__mutmut_22 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_23'] = AskTell.xǁAskTellǁreport__mutmut_23 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_24'] = AskTell.xǁAskTellǁreport__mutmut_24 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_25'] = AskTell.xǁAskTellǁreport__mutmut_25 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_26'] = AskTell.xǁAskTellǁreport__mutmut_26 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_27'] = AskTell.xǁAskTellǁreport__mutmut_27 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_28'] = AskTell.xǁAskTellǁreport__mutmut_28 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_29'] = AskTell.xǁAskTellǁreport__mutmut_29 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_30'] = AskTell.xǁAskTellǁreport__mutmut_30 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_31'] = AskTell.xǁAskTellǁreport__mutmut_31 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_32'] = AskTell.xǁAskTellǁreport__mutmut_32 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_33'] = AskTell.xǁAskTellǁreport__mutmut_33 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_34'] = AskTell.xǁAskTellǁreport__mutmut_34 # type: ignore # mutmut generated
mutants_xǁAskTellǁreport__mutmut['xǁAskTellǁreport__mutmut_35'] = AskTell.xǁAskTellǁreport__mutmut_35 # type: ignore # mutmut generated

mutants_xǁAskTellǁcomplete__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁcomplete__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_1'] = AskTell.xǁAskTellǁcomplete__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_2'] = AskTell.xǁAskTellǁcomplete__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_3'] = AskTell.xǁAskTellǁcomplete__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_4'] = AskTell.xǁAskTellǁcomplete__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_5'] = AskTell.xǁAskTellǁcomplete__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_6'] = AskTell.xǁAskTellǁcomplete__mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_7'] = AskTell.xǁAskTellǁcomplete__mutmut_7 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_8'] = AskTell.xǁAskTellǁcomplete__mutmut_8 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_9'] = AskTell.xǁAskTellǁcomplete__mutmut_9 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_10'] = AskTell.xǁAskTellǁcomplete__mutmut_10 # type: ignore # mutmut generated
mutants_xǁAskTellǁcomplete__mutmut['xǁAskTellǁcomplete__mutmut_11'] = AskTell.xǁAskTellǁcomplete__mutmut_11 # type: ignore # mutmut generated

mutants_xǁAskTellǁfail__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁfail__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_1'] = AskTell.xǁAskTellǁfail__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_2'] = AskTell.xǁAskTellǁfail__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_3'] = AskTell.xǁAskTellǁfail__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_4'] = AskTell.xǁAskTellǁfail__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_5'] = AskTell.xǁAskTellǁfail__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_6'] = AskTell.xǁAskTellǁfail__mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_7'] = AskTell.xǁAskTellǁfail__mutmut_7 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_8'] = AskTell.xǁAskTellǁfail__mutmut_8 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_9'] = AskTell.xǁAskTellǁfail__mutmut_9 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_10'] = AskTell.xǁAskTellǁfail__mutmut_10 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_11'] = AskTell.xǁAskTellǁfail__mutmut_11 # type: ignore # mutmut generated
mutants_xǁAskTellǁfail__mutmut['xǁAskTellǁfail__mutmut_12'] = AskTell.xǁAskTellǁfail__mutmut_12 # type: ignore # mutmut generated

mutants_xǁAskTellǁ_standing__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁ_standing__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_1'] = AskTell.xǁAskTellǁ_standing__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_2'] = AskTell.xǁAskTellǁ_standing__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_3'] = AskTell.xǁAskTellǁ_standing__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_4'] = AskTell.xǁAskTellǁ_standing__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_5'] = AskTell.xǁAskTellǁ_standing__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_standing__mutmut['xǁAskTellǁ_standing__mutmut_6'] = AskTell.xǁAskTellǁ_standing__mutmut_6 # type: ignore # mutmut generated

mutants_xǁAskTellǁ_end__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁ_end__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_1'] = AskTell.xǁAskTellǁ_end__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_2'] = AskTell.xǁAskTellǁ_end__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_3'] = AskTell.xǁAskTellǁ_end__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_4'] = AskTell.xǁAskTellǁ_end__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_5'] = AskTell.xǁAskTellǁ_end__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_6'] = AskTell.xǁAskTellǁ_end__mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_7'] = AskTell.xǁAskTellǁ_end__mutmut_7 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_8'] = AskTell.xǁAskTellǁ_end__mutmut_8 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_9'] = AskTell.xǁAskTellǁ_end__mutmut_9 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_10'] = AskTell.xǁAskTellǁ_end__mutmut_10 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_11'] = AskTell.xǁAskTellǁ_end__mutmut_11 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_12'] = AskTell.xǁAskTellǁ_end__mutmut_12 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_13'] = AskTell.xǁAskTellǁ_end__mutmut_13 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_14'] = AskTell.xǁAskTellǁ_end__mutmut_14 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_15'] = AskTell.xǁAskTellǁ_end__mutmut_15 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_end__mutmut['xǁAskTellǁ_end__mutmut_16'] = AskTell.xǁAskTellǁ_end__mutmut_16 # type: ignore # mutmut generated

mutants_xǁAskTellǁ_trial__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁ_trial__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_1'] = AskTell.xǁAskTellǁ_trial__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_2'] = AskTell.xǁAskTellǁ_trial__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_3'] = AskTell.xǁAskTellǁ_trial__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_4'] = AskTell.xǁAskTellǁ_trial__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_5'] = AskTell.xǁAskTellǁ_trial__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_trial__mutmut['xǁAskTellǁ_trial__mutmut_6'] = AskTell.xǁAskTellǁ_trial__mutmut_6 # type: ignore # mutmut generated

mutants_xǁAskTellǁ_time__mutmut['_mutmut_orig'] = AskTell.xǁAskTellǁ_time__mutmut_orig # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_1'] = AskTell.xǁAskTellǁ_time__mutmut_1 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_2'] = AskTell.xǁAskTellǁ_time__mutmut_2 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_3'] = AskTell.xǁAskTellǁ_time__mutmut_3 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_4'] = AskTell.xǁAskTellǁ_time__mutmut_4 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_5'] = AskTell.xǁAskTellǁ_time__mutmut_5 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_6'] = AskTell.xǁAskTellǁ_time__mutmut_6 # type: ignore # mutmut generated
mutants_xǁAskTellǁ_time__mutmut['xǁAskTellǁ_time__mutmut_7'] = AskTell.xǁAskTellǁ_time__mutmut_7 # type: ignore # mutmut generated
