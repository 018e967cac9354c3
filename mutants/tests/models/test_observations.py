import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.codec import Codec
from tunewise.models.observations import ObservationTable
from tunewise.testing.history import History
from tunewise.trial import Failure, FailureKind, Status


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, "accuracy", "max", resource_attr="epoch", max_resource=4)


@pytest.fixture
def history(problem):
    return History(problem)


@pytest.fixture
def table(problem):
    return ObservationTable(problem, Codec(problem.space))


def started(history, *xs):
    return [history.start({"x": x}) for x in xs]


def test_values_come_in_the_order_of_the_last_reports(history, table):
    a, b, c = started(history, 0.1, 0.2, 0.3)
    history.curve(a, [1.0, 2.0])
    history.curve(c, [3.0])
    history.curve(b, [4.0, 5.0])
    history.curve(a, [6.0])
    for trial, status in ((a, Status.STOPPED), (b, Status.COMPLETED), (c, Status.PAUSED)):
        history.end(trial, status)
    found = table.of(history.trials)
    assert found.ids.tolist() == [2, 1, 0]
    assert found.points[:, 0].tolist() == [0.3, 0.2, 0.1]
    assert found.losses.tolist() == [-3.0, -5.0, -6.0]  # negated, as more is better
    assert len(found.pending) == len(found.failed) == 0


def test_what_still_runs_is_pending_until_it_has_reached_its_end(history, table):
    a, b, _ = started(history, 0.1, 0.2, 0.3)
    history.curve(a, [1.0, 2.0, 3.0])
    history.curve(b, [1.0, 2.0, 3.0, 4.0])
    found = table.of(history.trials)
    assert found.ids.tolist() == [1]
    assert found.pending[:, 0].tolist() == [0.1, 0.3]


def test_a_trial_that_is_resumed_is_pending_again(history, table):
    (a,) = started(history, 0.1)
    history.curve(a, [1.0])
    history.end(a, Status.PAUSED)
    assert table.of(history.trials).losses.tolist() == [-1.0]
    history.resume(a)
    assert len(table.of(history.trials).pending) == 1
    history.curve(a, [2.0])
    history.end(a, Status.PAUSED)
    assert table.of(history.trials).losses.tolist() == [-2.0]


def test_a_verdict_counts_before_the_job_is_over(history, table):
    a, b, c = started(history, 0.1, 0.2, 0.3)
    history.curve(a, [1.0])
    history.curve(b, [2.0])
    history.trials.halt(a, Status.STOPPED, None)
    history.trials.halt(b, Status.SUSPENDED, None)
    history.trials.halt(c, Status.STOPPED, None)
    found = table.of(history.trials)
    assert found.ids.tolist() == [0]
    assert found.pending[:, 0].tolist() == [0.2, 0.3]


def test_failures_of_the_configuration_are_told_from_those_of_the_machine(history, table):
    kinds = [FailureKind.CONFIGURATION, FailureKind.INFRASTRUCTURE, FailureKind.ERROR, None]
    for number, kind in enumerate(kinds):
        (trial,) = started(history, number / 10)
        history.curve(trial, [1.0])
        history.trials.halt(trial, Status.FAILED, kind and Failure(kind, "it failed"))
        history.end(trial, Status.FAILED)
    found = table.of(history.trials)
    assert found.failed[:, 0].tolist() == [0.0, 0.2, 0.3]
    assert len(found.losses) == len(found.pending) == 0


def test_a_long_history(problem, table):
    history = History(problem)
    for number in range(300):
        (trial,) = started(history, number / 300)
        history.curve(trial, [float(number)])
        history.end(trial, Status.COMPLETED)
        if number % 50 == 0:
            table.of(history.trials)
    np.testing.assert_array_equal(table.of(history.trials).losses, -np.arange(300.0))
