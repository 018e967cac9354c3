"""What every cache over a history has in common: it reads each trial, report and arrival once, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tunewise.trial import Arrival, Trial, Trials


class Follower:
    """Something computed from a history, one trial and one report after the other.

    Searchers and schedulers are functions of the history, so all that they remember must be what a fresh
    one would compute. `follow` sees to that: it hands over what is new since the last call, and begins
    again when given another history (one never becomes shorter). A subclass says how to begin
    (`_begin`) and what a trial, a report or an arrival adds, and may rely on nothing of a trial but its id,
    its configuration, its bracket and what came up to the one handed over: the rest may have changed since.
    """

    def __init__(self) -> None:
        self._trials: Trials | None = None
        self._trials_read = 0
        self._reports_read = 0
        self._arrivals_read = 0

    def follow(self, trials: Trials, reports: int | None = None) -> None:
        """Takes in what `trials` holds beyond what was read before.

        reports: read only so many of its reports, and the arrivals before the last of them, for one that is
        always given a number; it begins again where it has read more.
        """
        num_trials, num_reports, num_arrivals = trials.num_trials, trials.num_reports, trials.num_arrivals
        if reports is not None:
            num_reports = reports
        if trials is not self._trials or self._reports_read > num_reports:
            self._trials, self._trials_read, self._reports_read, self._arrivals_read = trials, 0, 0, 0
            self._begin()
        for trial_id in range(self._trials_read, num_trials):
            self._take_trial(trials[trial_id])
        for position in range(self._reports_read, num_reports):
            if self._arrivals_read < num_arrivals:
                self._take_arrivals(trials, position)
            self._take_report(*trials.report(position))
        if reports is None and self._arrivals_read < num_arrivals:
            self._take_arrivals(trials, num_reports)
        self._trials_read, self._reports_read = num_trials, num_reports

    def _take_arrivals(self, trials: Trials, place: int) -> None:
        """Takes in the arrivals up to a place among the reports."""
        while self._arrivals_read < trials.num_arrivals:
            trial, arrival = trials.arrival(self._arrivals_read)
            if arrival.place > place:
                return
            self._take_arrival(trial, arrival)
            self._arrivals_read += 1

    def _begin(self) -> None:
        """Forgets everything."""
        raise NotImplementedError

    def _take_trial(self, trial: Trial) -> None:
        """Takes in a new trial, before any of its reports."""

    def _take_report(self, trial: Trial, index: int) -> None:
        """Takes in the report `trial.values[index]`, made at level `trial.levels[index]`."""

    def _take_arrival(self, trial: Trial, arrival: Arrival) -> None:
        """Takes in that a job of the trial came to a level that it didn't report."""


class LevelFollower(Follower):
    """A follower to which it matters when a trial comes to a level, by a report or without one."""

    def _take_report(self, trial: Trial, index: int) -> None:
        self._take_step(trial, index, trial.reached_before(index), trial.levels[index])

    def _take_arrival(self, trial: Trial, arrival: Arrival) -> None:
        earlier = (one.level for one in trial.arrivals if one.level < arrival.level)
        before = max(trial.levels[arrival.report], max(earlier, default=0))
        self._take_step(trial, arrival.report, before, arrival.level)

    def _take_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        """Takes in that a trial has come from one level to another, where the report `trial.values[index]`
        counts. After an arrival it may come to levels that it has reached already: `after` isn't above
        `before` then."""
        raise NotImplementedError
