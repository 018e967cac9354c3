from __future__ import annotations

import pytest

from tunewise import Problem, space
from tunewise.following import Follower
from tunewise.testing.history import History
from tunewise.trial import Status


class Diary(Follower):
    """Writes down what it is handed."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def _begin(self):
        self.lines = ["begin"]

    def _take_trial(self, trial):
        self.lines.append(f"trial {trial.id}")

    def _take_report(self, trial, index):
        self.lines.append(f"{trial.id}@{trial.levels[index]}")


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, metric="y")


@pytest.fixture
def history(problem):
    return History(problem)


def test_it_reads_everything_once_and_in_order(history):
    diary = Diary()
    first = history.start()
    history.report(first, 1, 0.0)
    diary.follow(history.trials)
    assert diary.lines == ["begin", "trial 0", "0@1"]
    diary.follow(history.trials)
    assert len(diary.lines) == 3

    second = history.start()
    history.report(second, 2, 0.0)
    history.report(first, 3, 0.0)
    history.end(first, Status.COMPLETED)
    diary.follow(history.trials)
    assert diary.lines[3:] == ["trial 1", "1@2", "0@3"]


def test_it_begins_again_with_another_history(problem, history):
    diary = Diary()
    history.report(history.start(), 1, 0.0)
    diary.follow(history.trials)
    other = History(problem)
    other.report(other.start(), 2, 0.0)
    diary.follow(other.trials)
    assert diary.lines == ["begin", "trial 0", "0@2"]
    diary.follow(History(problem).trials)
    assert diary.lines == ["begin"]
