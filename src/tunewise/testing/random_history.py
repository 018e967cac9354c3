"""Lets anything happen to trials that can happen to them, and looks over a scheduler's shoulder meanwhile.

For property tests that compare a scheduler with its definition at each step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tunewise.schedulers.base import Decision, Judgement, Resume, Start, Verdict
from tunewise.trial import Status, Trial, Trials, TrialTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tunewise.problem import Problem
    from tunewise.schedulers.base import Scheduler

OnNext = Callable[[Trials, Decision], None]
OnReport = Callable[[Trials, Trial, Judgement], None]


class Step(NamedTuple):
    """One thing that happens, as whole numbers that any generator of examples can make.

    kind, from 0 to 10: 0 to 2 ask for something to do; 3 to 6 let a running trial report, `step` levels up
    and with metric `value`; 7 ends a halted job; 8 lets it report once more; 9 ends a running job, as
    `value` says; 10 resumes a suspended trial. Where there is no such trial, nothing happens. which: of
    several trials.
    """

    kind: int
    which: int
    step: int
    value: int


class RandomHistory:
    """The history that a scheduler's answers and a list of steps make. `trials` is the history so far."""

    def __init__(self, problem: Problem, scheduler: Scheduler) -> None:
        self.trials = TrialTable(problem)
        self._scheduler = scheduler

    def play(self, steps: Iterable[tuple[int, int, int, int]], on_next: OnNext, on_report: OnReport) -> None:
        """Plays the steps. `on_next` and `on_report` are called after each answer of the scheduler, before
        it has consequences, and may raise `AssertionError`."""
        for number, step in enumerate(map(Step._make, steps)):
            if step.kind <= 2:
                self._ask(number, on_next)
            elif step.kind <= 6:
                self._report(step, on_report)
            else:
                self._end_or_resume(step)

    def _ask(self, number: int, on_next: OnNext) -> None:
        decision = self._scheduler.next(self.trials, np.random.default_rng(number))
        on_next(self.trials, decision)
        if isinstance(decision, Start):
            self.trials.add(decision.config, decision.bracket, decision.until, decision.why, 0.0)
        elif isinstance(decision, Resume):
            self.trials.resume(self.trials[decision.trial_id], decision.until, 0.0)

    def _report(self, step: Step, on_report: OnReport) -> None:
        trial = self._one_that_is(Status.RUNNING, step.which)
        if trial is None:
            return
        self.trials.add_report(trial, trial.level + step.step, float(step.value), 0.0)
        judgement = self._scheduler.observe(self.trials, trial)
        on_report(self.trials, trial, judgement)
        if judgement.verdict is Verdict.PAUSE:
            self.trials.halt(trial, Status.PAUSED, None)
        elif judgement.verdict is Verdict.STOP:
            self.trials.halt(trial, Status.STOPPED, None)

    def _end_or_resume(self, step: Step) -> None:
        status = {9: Status.RUNNING, 10: Status.SUSPENDED}.get(step.kind, Status.HALTING)
        trial = self._one_that_is(status, step.which)
        if trial is None:
            return
        if step.kind == 7:
            assert trial.target is not None
            self.trials.end_job(trial, trial.target, 0.0, 1.0)
        elif step.kind == 8:  # a late report, of which nobody is asked
            self.trials.add_report(trial, trial.level + step.step, float(step.value), 0.0)
        elif step.kind == 9:
            mishap = (Status.FAILED, Status.SUSPENDED, Status.COMPLETED)[step.value % 3]
            self.trials.end_job(trial, mishap, 0.0, 1.0)
        else:
            self.trials.resume(trial, trial.until, 0.0)

    def _one_that_is(self, status: Status, which: int) -> Trial | None:
        found = list(self.trials.having(status).values())
        return found[which % len(found)] if found else None
