"""Hand-written histories, for tests that describe in a few lines what has happened so far."""

from collections.abc import Mapping, Sequence

import numpy as np

from tunewise.problem import Problem
from tunewise.space import Config, Value
from tunewise.trial import TRANSITIONS, Status, Trial, Trials
from tunewise.trial_table import TrialTable


class History:
    """Writes a `TrialTable`, with one second per step. `trials` is the table so far."""

    def __init__(self, problem: Problem) -> None:
        self.trials = TrialTable(problem)
        self._problem = problem
        self._time = 0.0

    def start(
        self,
        config: Config | None = None,
        until: int | None = None,
        bracket: int = 0,
        why: Mapping[str, Value] | None = None,
    ) -> Trial:
        """Starts a new trial, with a random configuration unless one is given."""
        if config is None:
            config = self._problem.space.sample(np.random.default_rng(len(self.trials)))
        return self.trials.add(config, bracket, until, why or {}, self._tick())

    def report(self, trial: Trial, level: int, value: float) -> None:
        self.trials.add_report(trial, level, value, self._tick())

    def curve(self, trial: Trial, values: Sequence[float]) -> None:
        """Adds one report for each value, at the levels after the trial's current one."""
        for value in values:
            self.report(trial, trial.level + 1, value)

    def end(self, trial: Trial, status: Status) -> None:
        """Ends the trial's job, which leaves it in `status`; it is halted first where it must be, or where it
        pauses."""
        if status is Status.PAUSED or status not in TRANSITIONS[trial.status]:
            self.trials.halt(trial, status, None)
        self.trials.end_job(trial, status, self._tick(), 1.0)

    def arrive(self, trial: Trial) -> None:
        """The trial's job ends by itself at its limit, which pauses the trial."""
        self.trials.end_job(trial, Status.PAUSED, self._tick(), 1.0)

    def resume(self, trial: Trial, until: int | None = None) -> None:
        self.trials.resume(trial, until, self._tick())

    def _tick(self) -> float:
        self._time += 1.0
        return self._time


def fingerprint(trials: Trials) -> str:
    """Two histories have the same fingerprint if and only if they agree in every field."""
    fields = [[getattr(trial, name) for name in Trial.__slots__] for trial in trials]
    states = [list(trials.having(status)) for status in Status]
    reports = [(trial.id, index) for trial, index in map(trials.report, range(trials.num_reports))]
    arrivals = [(trial.id, arrival) for trial, arrival in map(trials.arrival, range(trials.num_arrivals))]
    return repr((fields, states, reports, arrivals, trials.best))
