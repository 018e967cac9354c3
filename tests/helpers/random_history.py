"""Lets anything happen to trials that can happen to them, and looks over a scheduler's shoulder meanwhile.

For property tests that compare a scheduler with its definition at each step.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from tunewise.problem import Problem
from tunewise.schedulers.base import Decision, Judgement, Resume, Scheduler, Start, Verdict
from tunewise.trial import TERMINAL, Status, Trial, Trials
from tunewise.trial_table import TrialTable

Build = Callable[[], "Scheduler"]
OnNext = Callable[[Trials, Decision], None]
OnReport = Callable[[Trials, Trial, Judgement], None]


class Step(NamedTuple):
    """One thing that happens, as whole numbers that any generator of examples can make.

    kind, from 0 to 16: 0 to 2 ask for something to do; 3 to 6 let a running trial report, `step` levels up
    and with metric `value`; 7 ends a halted job; 8 lets it report once more; 9 ends a running job, as
    `value` says; 10 resumes a suspended trial; 11 puts a new scheduler in the place of the one that there
    was, as a restart does. By a person's request, 12 holds a trial, 13 lets go of one, 14 ends one for good,
    15 has a paused one go on, and 16 starts some configuration. Where there is no such trial, nothing
    happens. which: of several trials.
    """

    kind: int
    which: int
    step: int
    value: int


def came_to(trial: Trial) -> list[tuple[int, float]]:
    """The levels that a trial came to and the metric that counts there, in their order: its reports, and the
    limits at which its jobs ended without one. Levels grow: what it had come to before counts no more."""
    steps = [(number, 0, level, trial.values[number]) for number, level in enumerate(trial.levels)]
    steps += [(number, 1, level, trial.values[number]) for level, number, _ in trial.arrivals]
    found: list[tuple[int, float]] = []
    for _, _, level, value in sorted(steps):
        if not found or level > found[-1][0]:
            found.append((level, value))
    return found


class RandomHistory:
    """The history that a scheduler's answers and a list of steps make. `trials` is the history so far.

    build: makes the scheduler, and another one where it is restarted.
    """

    def __init__(self, problem: Problem, build: Build) -> None:
        self.trials = TrialTable(problem)
        self._build = build
        self._scheduler = build()

    def play(self, steps: Iterable[tuple[int, int, int, int]], on_next: OnNext, on_report: OnReport) -> None:
        """Plays the steps. `on_next` and `on_report` are called after each answer of the scheduler, before
        it has consequences, and may raise `AssertionError`."""
        for number, step in enumerate(map(Step._make, steps)):
            if step.kind <= 2:
                self._ask(number, on_next)
            elif step.kind <= 6:
                self._report(step, on_report)
            elif step.kind == 11:
                self._scheduler = self._build()
            elif step.kind == 16:
                self._try(np.random.default_rng(number))
            elif step.kind >= 12:
                self._meet_a_request(step)
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
        trial = self._one_that_is(status, step.which, held=None if step.kind in (7, 8) else False)
        if trial is None:
            return
        if step.kind == 7:
            assert trial.target is not None
            self.trials.end_job(trial, trial.target, 0.0, 1.0)
        elif step.kind == 8:  # a late report, of which nobody is asked
            self.trials.add_report(trial, trial.level + step.step, float(step.value), 0.0)
        elif step.kind == 9:
            endings = (Status.FAILED, Status.SUSPENDED, Status.COMPLETED, self._by_itself(trial))
            self.trials.end_job(trial, endings[step.value % 4], 0.0, 1.0)
        else:
            self.trials.resume(trial, trial.until, 0.0)

    def _try(self, rng: np.random.Generator) -> None:
        until, bracket = self._scheduler.place(self.trials, rng)
        self.trials.add(self.trials.problem.space.sample(rng), bracket, until, {"kind": "asked"}, 0.0)

    def _meet_a_request(self, step: Step) -> None:
        unfinished = [trial for trial in self.trials if trial.status not in TERMINAL]
        if not unfinished:
            return
        trial = unfinished[step.which % len(unfinished)]
        ends = trial.target in TERMINAL
        if step.kind == 12 and not ends:
            if trial.status is Status.RUNNING:
                self.trials.halt(trial, Status.SUSPENDED, None)
            self.trials.hold(trial)
        elif step.kind == 13 and trial.held:
            self.trials.release(trial)
        elif step.kind == 14 and not ends:
            if trial.busy:
                self.trials.halt(trial, Status.STOPPED, None)
            else:
                self.trials.stop(trial)
        elif step.kind == 15 and trial.status is Status.PAUSED:
            resumed = self._scheduler.recalled(self.trials, trial)
            if isinstance(resumed, Resume):
                self.trials.recall(trial, resumed.until)

    def _by_itself(self, trial: Trial) -> Status:
        """What becomes of a trial whose script ends by itself at the limit of its job."""
        largest = self.trials.problem.max_resource
        limited = trial.until is not None and largest is not None and trial.until < largest
        return Status.PAUSED if limited and trial.level > 0 else Status.COMPLETED

    def _one_that_is(self, status: Status, which: int, held: bool | None = None) -> Trial | None:
        found = [t for t in self.trials.having(status).values() if held is None or t.held is held]
        return found[which % len(found)] if found else None
