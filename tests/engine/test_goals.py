"""An experiment ends at its target, and after trials or time without improvement."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.conftest import Make, Scripted
from tests.engine.facts import STOP, ended, report, start

from tunewise import Problem, space
from tunewise.engine.budgets import BUDGETS, used_up, why_used_up
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import StoppingCriterion
from tunewise.engine.state import State
from tunewise.events import Action, Entry, Fact, Finish, FinishReason, HaltJob, Opened, Ticked
from tunewise.schedulers.base import CONTINUE, Method
from tunewise.trial import FailureKind, Status

STALE = "max_num_trials_without_improvement"


def one_after_the_other(losses: list[float]) -> list[Fact]:
    """A second for each trial, which reports once, at its end."""
    found: list[Fact] = []
    for trial_id, loss in enumerate(losses):
        found += [report(trial_id + 0.9, trial_id, 9, loss, seq=0), ended(trial_id + 1.0, trial_id)]
    return found


def experiment_of(make: Make, trials: int, workers: int = 1, **limits: float) -> Experiment:
    experiment = make([start(trial_id) for trial_id in range(trials + workers)], [CONTINUE] * trials)
    experiment.apply(Opened(0.0, workers, limits))
    return experiment


def finish(actions: list[Action]) -> Finish | None:
    return next((action for action in actions if isinstance(action, Finish)), None)


def end(experiment: Experiment, facts: list[Fact]) -> tuple[int, str]:
    """The number of the fact at which it finishes, and why."""
    for number, fact in enumerate(facts):
        if found := finish(experiment.apply(fact)):
            assert found.reason is FinishReason.LIMIT
            return number, found.detail
    return len(facts), ""


def test_a_target_ends_it_at_the_report_that_reaches_it(make: Make) -> None:
    experiment = experiment_of(make, 3, workers=2, target=0.5)
    assert not any(isinstance(action, HaltJob) for action in experiment.apply(report(0.5, 0, 1, 0.51)))
    halts = experiment.apply(report(1.0, 0, 2, 0.5))
    assert [(halt.job.trial_id, halt.target) for halt in halts if isinstance(halt, HaltJob)] == [
        (0, Status.SUSPENDED),
        (1, Status.SUSPENDED),
    ]
    assert end(experiment, [ended(1.5, 1), ended(2.0, 0)]) == (
        1,
        "loss has reached 0.5, and 0.5 was the target",
    )
    state = experiment.state
    assert used_up("target", 0.5, state)
    assert not used_up("target", 0.4, state)
    why = why_used_up("target", 0.5, state, Opened(2.0, 1))
    assert why == "target is 0.5, which is reached: give a value that is better than the best one."
    assert finish(experiment.apply(Opened(3.0, 1, {"target": 0.5})))
    experiment.apply(Opened(4.0, 1, {"target": 0.4}))
    assert not experiment.finished


@pytest.mark.parametrize(("target", "reached"), [(0.8, True), (0.81, False), (-1.0, True)])
def test_a_target_of_a_metric_that_is_better_when_larger(make: Make, target: float, reached: bool) -> None:
    problem = Problem(
        {"x": space.randint(0, 1000)}, "loss", mode="max", resource_attr="epoch", max_resource=9
    )
    experiment = make([start(0), start(1)], [CONTINUE], problem=problem)
    experiment.apply(Opened(0.0, 1, {"target": target}))
    halts = experiment.apply(report(1.0, 0, 1, 0.8))
    assert any(isinstance(action, HaltJob) for action in halts) == reached


def test_trials_without_improvement_end_it(make: Make) -> None:
    """The count begins again with each improvement, and equal values are none."""
    experiment = experiment_of(make, 8, **{STALE: 3})
    losses = [0.5, 0.6, 0.7, 0.4, 0.4, 0.9, 0.8, 0.1]
    assert end(experiment, one_after_the_other(losses)) == (
        13,
        "the limit of 3 trials without improvement is reached",
    )
    assert used_up(STALE, 3, experiment.state)
    assert "give more than 3 (trials without improvement)" in why_used_up(
        STALE, 2, experiment.state, Opened(7.0, 1)
    )
    assert not used_up(STALE, 4, experiment.state)


def test_only_trials_that_began_since_and_have_come_to_rest_count(make: Make) -> None:
    experiment = make(
        [start(trial_id) for trial_id in range(9)], [CONTINUE, CONTINUE, CONTINUE, STOP, CONTINUE]
    )
    experiment.apply(Opened(0.0, 3))
    spent = BUDGETS[STALE].spent

    def count(*facts: Fact) -> float:
        for fact in facts:
            experiment.apply(fact)
        return spent(experiment.state, experiment.state.now)

    assert count(ended(0.5, 2, FailureKind.ERROR, "Error")) == 0  # nothing was reported yet, and 3 begins
    assert count(report(1.0, 0, 1, 0.5)) == 0
    assert count(report(2.0, 1, 1, 0.6), ended(3.0, 1)) == 0  # it began before, and 4 begins
    assert count(report(4.0, 4, 1, 0.7)) == 0  # it goes on
    assert count(ended(5.0, 4, FailureKind.ERROR, "Error")) == 1
    assert count(ended(6.0, 5, FailureKind.INFRASTRUCTURE, "the node is lost")) == 1  # it goes on by itself
    assert count(report(7.0, 6, 1, 0.9), ended(8.0, 6)) == 2  # the scheduler stopped it
    assert count(report(9.0, 0, 2, 0.4)) == 0


def test_time_without_improvement_ends_it_at_a_moment_that_it_knows(make: Make) -> None:
    experiment = experiment_of(make, 3, max_time_without_improvement=10.0)
    assert experiment.wake_at() == math.inf  # before there is a value to improve
    experiment.apply(report(50.0, 0, 1, 0.5))
    assert experiment.wake_at() == 60.0
    experiment.apply(report(55.0, 0, 2, 0.5))
    assert experiment.wake_at() == 60.0
    experiment.apply(report(58.0, 0, 3, 0.3))
    assert experiment.wake_at() == 68.0
    assert not any(isinstance(action, HaltJob) for action in experiment.apply(Ticked(67.9)))
    assert any(isinstance(action, HaltJob) for action in experiment.apply(Ticked(68.0)))
    found = finish(experiment.apply(ended(69.0, 0)))
    assert found is not None
    assert found.detail == "the limit of 10 seconds without improvement is reached"


def test_the_moment_is_not_too_early_for_its_limit(make: Make) -> None:
    """By a rounding, after which virtual time would stand still."""
    since, limit = 524279.4690853784, 48.0
    assert since + limit - since < limit
    experiment = experiment_of(make, 3, max_time_without_improvement=limit)
    experiment.apply(report(since, 0, 1, 0.5))
    assert any(isinstance(action, HaltJob) for action in experiment.apply(Ticked(experiment.wake_at())))


@given(st.lists(st.integers(0, 9), max_size=20), st.integers(1, 4), st.integers(0, 38))
def test_a_restarted_tuner_ends_it_at_the_same_fact(losses: list[int], limit: int, cut: int) -> None:
    problem = Problem({"x": space.randint(0, 1000)}, "loss", resource_attr="epoch", max_resource=9)
    limits: dict[str, float] = {STALE: limit, "target": 0}
    facts = one_after_the_other([float(loss) for loss in losses])

    def method(first: int) -> Method:
        starts = [start(trial_id) for trial_id in range(first, len(losses) + 1)]
        return Method("scripted", problem, Scripted(problem, starts, [CONTINUE] * len(losses)), seed=0)

    whole = Experiment(method(0))
    entries = [Entry(fact, list(whole.apply(fact))) for fact in [Opened(0.0, 1, limits), *facts]]
    ends = [
        number for number, entry in enumerate(entries) if any(isinstance(a, Finish) for a in entry.actions)
    ]
    expected, best, since = len(entries), math.inf, 0
    for number, loss in enumerate(losses):
        best, since = (loss, 0) if loss < best else (best, since + 1)
        if best == 0 or since == limit:
            expected = 2 * number + 2
            break
    assert (ends or [len(entries)])[0] == expected
    cut = min(cut, expected - 1)
    state = State(problem, whole.policy.retry)
    for entry in entries[: cut + 1]:
        state.replay(entry)
    again = Experiment(method(len(state.trials)), whole.policy, state)
    again.apply(Opened(state.now, 1, limits))
    later = entries[cut + 1 : expected + 1]
    assert [list(again.apply(entry.fact)) for entry in later] == [entry.actions for entry in later]


def test_goals_as_limits() -> None:
    limits = {"target": -0.5, STALE: 30, "max_time_without_improvement": 7200.0}
    assert StoppingCriterion.of(limits).limits() == limits
    for wrong in ({"target": math.inf}, {STALE: 0}, {"max_time_without_improvement": 0.0}):
        with pytest.raises(ValueError, match=f"^{next(iter(wrong))} is "):
            StoppingCriterion(**wrong)
