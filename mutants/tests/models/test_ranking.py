import pytest

from tunewise import Problem, space
from tunewise.models.levels import LevelLosses
from tunewise.searchers.densities import ranked_by_result
from tunewise.testing.history import History
from tunewise.trial import Status


def history(mode="min"):
    return History(Problem({"x": space.uniform(0, 1)}, metric="m", mode=mode, max_resource=9))


def ended(history, status, *values):
    trial = history.start()
    history.curve(trial, values)
    if status is not None:
        history.end(trial, status)
    return trial.id


@pytest.mark.parametrize(("mode", "sign"), [("min", 1.0), ("max", -1.0)])
def test_completed_trials_come_first_and_then_those_that_went_further(mode, sign):
    h = history(mode)
    poor = ended(h, Status.COMPLETED, sign * 0.0, sign * 9.0)
    running = ended(h, None, sign * 1.0)
    near = ended(h, Status.STOPPED, sign * 2.0)
    far_poor = ended(h, Status.PAUSED, sign * 1.0, sign * 8.0)
    far = ended(h, Status.STOPPED, sign * 1.0, sign * 5.0)
    failed = ended(h, Status.FAILED, sign * 0.1)
    silent = ended(h, Status.COMPLETED)
    good = ended(h, Status.COMPLETED, sign * 3.0)
    equal = ended(h, Status.COMPLETED, sign * 3.0)
    suspended = ended(h, Status.SUSPENDED, sign * 0.0)
    ranked, rest = ranked_by_result(h.trials)
    assert ranked == [good, equal, poor, far, far_poor, near]
    assert rest == [running, failed, silent, suspended]


def test_losses_at_given_levels_are_those_of_the_first_report_there():
    h = history("max")
    losses = LevelLosses(-1, [1, 3, 9])
    first = ended(h, None, 1.0, 2.0)
    losses.update(h.trials)
    assert dict(losses.at(1)) == {first: -1.0}
    assert dict(losses.at(3)) == {}
    second = h.start()
    h.report(second, 4, 7.0)
    h.report(h.trials[first], 3, 5.0)
    losses.update(h.trials)
    assert dict(losses.at(1)) == {first: -1.0, second.id: -7.0}
    assert dict(losses.at(3)) == {second.id: -7.0, first: -5.0}
    assert losses.highest(2) == 3
    assert losses.highest(3) is None


def test_without_levels_those_count_that_are_reported():
    h = history()
    losses = LevelLosses(1)
    ended(h, None, 1.0, 2.0)
    h.report(h.start(), 2, 3.0)
    losses.update(h.trials)
    assert dict(losses.at(2)) == {0: 2.0, 1: 3.0}
    assert losses.highest(2) == 2
    assert losses.highest(1) == 2
    losses.update(history().trials)
    assert losses.highest(1) is None
