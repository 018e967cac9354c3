import pytest

from tunewise import Problem, space
from tunewise.history_cache import HistoryCache
from tunewise.testing.history import History
from tunewise.trial import Arrival, Status, Trial


class Diary(HistoryCache):
    """Writes down what it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def _reset(self) -> None:
        self.lines = ["begin"]

    def _add_trial(self, trial: Trial) -> None:
        self.lines.append(f"trial {trial.id}")

    def _add_report(self, trial: Trial, index: int) -> None:
        self.lines.append(f"{trial.id}@{trial.levels[index]}")

    def _add_arrival(self, trial: Trial, arrival: Arrival) -> None:
        self.lines.append(f"{trial.id} arrives at {arrival.level}")


@pytest.fixture
def problem() -> Problem:
    return Problem({"x": space.uniform(0, 1)}, metric="y")


@pytest.fixture
def history(problem: Problem) -> History:
    return History(problem)


def test_it_reads_everything_once_and_in_order(history: History) -> None:
    diary = Diary()
    first = history.start()
    history.report(first, 1, 0.0)
    diary.update(history.trials)
    assert diary.lines == ["begin", "trial 0", "0@1"]
    diary.update(history.trials)
    assert len(diary.lines) == 3

    second = history.start()
    history.report(second, 2, 0.0)
    history.report(first, 3, 0.0)
    history.end(first, Status.COMPLETED)
    diary.update(history.trials)
    assert diary.lines[3:] == ["trial 1", "1@2", "0@3"]


def test_it_begins_again_with_another_history(problem: Problem, history: History) -> None:
    diary = Diary()
    history.report(history.start(), 1, 0.0)
    diary.update(history.trials)
    other = History(problem)
    other.report(other.start(), 2, 0.0)
    diary.update(other.trials)
    assert diary.lines == ["begin", "trial 0", "0@2"]
    diary.update(History(problem).trials)
    assert diary.lines == ["begin"]


def test_arrivals_come_where_they_stand_among_the_reports(history: History) -> None:
    first, second = history.start(until=3), history.start(until=3)
    history.report(first, 2, 0.0)
    history.arrive(first)
    history.report(second, 1, 0.0)
    diary = Diary()
    diary.update(history.trials)
    expected = ["0@2", "0 arrives at 3", "1@1"]
    assert diary.lines[3:] == expected
    history.arrive(second)
    diary.update(history.trials)
    assert diary.lines[3:] == [*expected, "1 arrives at 3"]


def test_as_of_some_report_no_arrival_is_known_that_came_after_it(history: History) -> None:
    trial = history.start(until=3)
    history.report(trial, 2, 0.0)
    diary = Diary()
    diary.update(history.trials, reports=1)
    history.arrive(trial)
    diary.update(history.trials, reports=1)
    assert diary.lines == ["begin", "trial 0", "0@2"]
    history.resume(trial, until=9)
    history.report(trial, 4, 0.0)
    diary.update(history.trials, reports=2)
    assert diary.lines[3:] == ["0 arrives at 3", "0@4"]
