from itertools import count

import pytest

from tunewise import Problem, space
from tunewise.searchers.tried import Tried, Walk
from tunewise.testing.history import History
from tunewise.trial import Status


@pytest.fixture
def problem():
    return Problem({"n": space.randint(0, 1000), "epochs": 3}, metric="loss")


@pytest.fixture
def history(problem):
    return History(problem)


def config(n):
    return {"n": n, "epochs": 3}


def test_what_a_trial_has_is_tried_whatever_became_of_it(problem, history):
    tried = Tried(problem.space)
    assert config(1) not in tried
    history.end(history.start(config(1)), Status.FAILED)
    history.start(config(2))
    tried.update(history.trials)
    assert config(1) in tried
    assert config(2) in tried
    assert config(3) not in tried


class TestWalk:
    @pytest.fixture
    def looked_at(self):
        return []

    @pytest.fixture
    def walk(self, problem, looked_at):
        def sequence():
            for n in (4, 2, 4, 7):
                looked_at.append(n)
                yield config(n)

        return Walk(problem.space, sequence)

    def test_it_gives_the_first_that_was_not_tried(self, walk, history):
        for expected in (4, 2, 7):
            assert walk.first_new(history.trials) == config(expected)
            assert walk.first_new(history.trials) == config(expected)
            history.start(config(expected))
        assert walk.first_new(history.trials) is None
        assert walk.first_new(history.trials) is None

    def test_it_passes_over_what_others_tried(self, walk, history):
        history.start(config(4))
        history.start(config(99))
        assert walk.first_new(history.trials) == config(2)

    def test_it_looks_at_each_once(self, walk, history, looked_at):
        for n in (4, 2, 7):
            walk.first_new(history.trials)
            history.start(config(n))
        walk.first_new(history.trials)
        assert looked_at == [4, 2, 4, 7]

    def test_it_looks_no_further_than_it_is_told(self, walk, history):
        history.start(config(4))
        assert walk.first_new(history.trials, among=1) is None
        assert walk.first_new(history.trials, among=2) == config(2)
        history.start(config(2))
        assert walk.first_new(history.trials, among=3) is None
        assert walk.first_new(history.trials, among=4) == config(7)

    def test_it_begins_again_with_another_history(self, walk, history, problem):
        history.start(config(4))
        assert walk.first_new(history.trials) == config(2)
        assert walk.first_new(History(problem).trials) == config(4)

    def test_it_may_be_endless(self, problem, history):
        walk = Walk(problem.space, lambda: map(config, count()))
        history.start(config(0))
        assert walk.first_new(history.trials) == config(1)
