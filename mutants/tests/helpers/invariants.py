"""What must hold of an experiment's state at any time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tunewise.trial import TERMINAL, Best, Status, Trial, Trials

if TYPE_CHECKING:
    from tunewise.engine.state import State


def check_state(state: State) -> None:
    """Raises AssertionError, saying what is wrong, unless the state is consistent."""
    trials = state.trials
    for position, trial in enumerate(trials):
        assert trial.id == position, f"trial {trial.id} stands at {position}"
        _check_trial(trial)
        holders = [status for status in Status if trial.id in trials.having(status)]
        assert holders == [trial.status], f"{trial} is listed under {holders}"
    busy = [trial for trial in trials if trial.busy]
    assert state.busy == len(busy), f"{state.busy} workers counted, {len(busy)} jobs"
    assert state.launches == sum(len(trial.jobs) for trial in trials)
    now = state.now
    spent = sum(trial.spent(now) for trial in trials)
    assert math.isclose(state.worker_time(now), spent, rel_tol=1e-9, abs_tol=1e-6)
    if state.opened is not None:
        assert state.held_time(now) >= spent - 1e-6, "more workers had a job than there were"
    _check_log(trials)
    if state.finished is not None:
        assert not busy, "the experiment is finished and jobs run"


def _check_trial(trial: Trial) -> None:
    assert len(trial.levels) == len(trial.values) == len(trial.times)
    assert all(a < b for a, b in zip(trial.levels, trial.levels[1:], strict=False)), f"{trial}: levels fall"
    assert all(a <= b for a, b in zip(trial.times, trial.times[1:], strict=False)), f"{trial}: times fall"
    assert all(math.isfinite(value) for value in trial.values), f"{trial}: a value is not finite"
    limits = [arrival.level for arrival in trial.arrivals]
    assert limits == sorted(set(limits)), f"{trial}: its arrivals fall"
    for level, report, _ in trial.arrivals:
        assert trial.levels[report] < level, f"{trial} had reported {level} before a job arrived there"
        assert any(job.until == level for job in trial.jobs), f"no job of {trial} was to run to {level}"
    assert trial.jobs, f"{trial} has no job"
    assert all(job.ended is not None for job in trial.jobs[:-1]), f"{trial} has two jobs at once"
    assert (trial.jobs[-1].ended is None) == trial.busy, f"{trial}: its job and its state disagree"
    assert (trial.target is not None) == (trial.status is Status.HALTING), (
        f"{trial} has target {trial.target}"
    )
    if trial.status is Status.FAILED:
        assert trial.failure is not None, f"{trial} failed for no reason"
    if trial.status in TERMINAL and trial.status is not Status.FAILED:
        assert trial.failure is None, f"{trial} carries a failure"


def _check_log(trials: Trials) -> None:
    log = [trials.report(position) for position in range(trials.num_reports)]
    assert len(log) == sum(len(trial.levels) for trial in trials)
    best: Best | None = None
    seen: dict[int, int] = {}
    for trial, index in log:
        assert index == seen.get(trial.id, 0), f"{trial}: its reports are out of order in the log"
        seen[trial.id] = index + 1
        value = trial.values[index]
        if best is None or trials.problem.sign * value < trials.problem.sign * best.value:
            best = Best(value, trial.id, trial.levels[index])
    assert trials.best == best
    arrivals = [trials.arrival(number) for number in range(trials.num_arrivals)]
    assert sorted(map(repr, arrivals)) == sorted(repr((t, each)) for t in trials for each in t.arrivals)
    places = [arrival.place for _, arrival in arrivals]
    assert places == sorted(places), "arrivals are out of order"
    assert all(place <= trials.num_reports for place in places)
