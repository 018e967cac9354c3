"""The base of every cache over a history: it reads each trial, report and arrival once, in order."""

from tunewise.trial import Arrival, Trial, Trials


class HistoryCache:
    """Something computed from a history, one trial and one report after the other.

    Searchers and schedulers are functions of the history, so whatever they remember must be what a new
    instance would compute. `update` ensures this: it passes on what is new since the last call, and starts
    over when given another history (a history never becomes shorter). A subclass defines how to start
    (`_reset`) and what a trial, a report or an arrival adds. Of a trial it may use only the id, the
    configuration, the bracket and what came up to the item passed on: the rest may have changed since.
    """

    def __init__(self) -> None:
        self._reads_reports = type(self)._add_report is not HistoryCache._add_report
        self._trials: Trials | None = None
        self._trials_read = 0
        self._reports_read = 0
        self._arrivals_read = 0

    def update(self, trials: Trials, reports: int | None = None) -> None:
        """Reads what `trials` holds beyond what was read before.

        reports: read only this many of its reports, and the arrivals before the last of them. For a cache
            that is always given a number; it starts over if it has read more.
        """
        num_trials, num_reports, num_arrivals = trials.num_trials, trials.num_reports, trials.num_arrivals
        if reports is not None:
            num_reports = reports
        if trials is not self._trials or self._reports_read > num_reports:
            self._trials, self._trials_read, self._reports_read, self._arrivals_read = trials, 0, 0, 0
            self._reset()
        for trial_id in range(self._trials_read, num_trials):
            self._add_trial(trials.by_id[trial_id])
        if self._reads_reports:
            for position in range(self._reports_read, num_reports):
                if self._arrivals_read < num_arrivals:
                    self._add_arrivals(trials, position)
                self._add_report(*trials.report(position))
        if reports is None and self._arrivals_read < num_arrivals:
            self._add_arrivals(trials, num_reports)
        self._trials_read, self._reports_read = num_trials, num_reports

    def _add_arrivals(self, trials: Trials, place: int) -> None:
        """Adds the arrivals up to a place among the reports."""
        while self._arrivals_read < trials.num_arrivals:
            trial, arrival = trials.arrival(self._arrivals_read)
            if arrival.place > place:
                return
            self._add_arrival(trial, arrival)
            self._arrivals_read += 1

    def _reset(self) -> None:
        """Forgets everything."""
        raise NotImplementedError

    def _add_trial(self, trial: Trial) -> None:
        """Adds a new trial, before any of its reports."""

    def _add_report(self, trial: Trial, index: int) -> None:
        """Adds the report `trial.values[index]`, made at level `trial.levels[index]`."""

    def _add_arrival(self, trial: Trial, arrival: Arrival) -> None:
        """Adds that a job of the trial ended at a level that it had not reported."""


class LevelCache(HistoryCache):
    """A cache that depends on when a trial comes to a level, by a report or without one."""

    def _add_report(self, trial: Trial, index: int) -> None:
        self._add_step(trial, index, trial.reached_before(index), trial.levels[index])

    def _add_arrival(self, trial: Trial, arrival: Arrival) -> None:
        earlier = (one.level for one in trial.arrivals if one.level < arrival.level)
        before = max(trial.levels[arrival.report], max(earlier, default=0))
        self._add_step(trial, arrival.report, before, arrival.level)

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        """Adds that a trial has come from one level to another, where the report `trial.values[index]`
        counts. After an arrival it may come to levels that it has reached already: then `after` isn't above
        `before`."""
        raise NotImplementedError
