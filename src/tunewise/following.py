"""What every cache over a history has in common: it reads each trial and each report once, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tunewise.trial import Trial, Trials


class Follower:
    """Something computed from a history, one trial and one report after the other.

    Searchers and schedulers are functions of the history, so all that they remember must be what a fresh
    one would compute. `follow` sees to that: it hands over what is new since the last call, and begins
    again when given another history (one never becomes shorter). A subclass says how to begin
    (`_begin`) and what a trial or a report adds, and may rely on nothing of a trial but its id, its
    configuration, its bracket and the reports up to the one handed over: the rest may have changed since.
    """

    def __init__(self) -> None:
        self._trials: Trials | None = None
        self._trials_read = 0
        self._reports_read = 0

    def follow(self, trials: Trials, reports: int | None = None) -> None:
        """Takes in what `trials` holds beyond what was read before.

        reports: read only so many of its reports, for one that is always given a number; it begins again
        where it has read more.
        """
        num_trials, num_reports = trials.num_trials, trials.num_reports
        if reports is not None:
            num_reports = reports
        if trials is not self._trials or self._reports_read > num_reports:
            self._trials, self._trials_read, self._reports_read = trials, 0, 0
            self._begin()
        for trial_id in range(self._trials_read, num_trials):
            self._take_trial(trials[trial_id])
        for position in range(self._reports_read, num_reports):
            self._take_report(*trials.report(position))
        self._trials_read, self._reports_read = num_trials, num_reports

    def _begin(self) -> None:
        """Forgets everything."""
        raise NotImplementedError

    def _take_trial(self, trial: Trial) -> None:
        """Takes in a new trial, before any of its reports."""

    def _take_report(self, trial: Trial, index: int) -> None:
        """Takes in the report `trial.values[index]`, made at level `trial.levels[index]`."""
