"""All that a history says, in one text, to see whether anybody has changed it."""

from tunewise.trial import Status, Trial, Trials


def fingerprint(trials: Trials) -> str:
    """Two histories have the same fingerprint if and only if they say the same in every field."""
    fields = [[getattr(trial, name) for name in Trial.__slots__] for trial in trials]
    states = [list(trials.having(status)) for status in Status]
    reports = [(trial.id, index) for trial, index in map(trials.report, range(trials.num_reports))]
    arrivals = [(trial.id, arrival) for trial, arrival in map(trials.arrival, range(trials.num_arrivals))]
    return repr((fields, states, reports, arrivals, trials.best))
