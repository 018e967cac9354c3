"""The experiment ends once more training isn't worth what it costs, and says so."""

from __future__ import annotations

import pytest
from tests.engine.conftest import Make, Scripted
from tests.engine.facts import ended, report, start

from tunewise import Problem
from tunewise.engine.budgets import used_up
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import StoppingCriterion
from tunewise.engine.state import State
from tunewise.events import Action, DropCheckpoint, Entry, Fact, Finish, FinishReason, HaltJob, Opened
from tunewise.models.outlook import Outlooks
from tunewise.schedulers.base import CONTINUE, Decision, Method
from tunewise.trial import JobId, Status

HOURLY = 3600.0  # the price at which a second costs 1
TRIALS = 60


def loss(trial_id: int) -> float:
    """Better and better for a while, then no more; no two are equal."""
    return 1.0 / (1 + trial_id) if trial_id < 12 else 0.2 + 0.001 * trial_id


def facts() -> list[Fact]:
    """One worker, a second for each trial."""
    found: list[Fact] = []
    for trial_id in range(TRIALS):
        found += [report(trial_id + 0.5, trial_id, 9, loss(trial_id), seq=0), ended(trial_id + 1.0, trial_id)]
    return found


def opened(time: float = 0.0, price: float = HOURLY, **limits: float) -> Opened:
    return Opened(time, 1, limits, price)


def decisions(first: int = 0) -> list[Decision]:
    return [start(trial_id) for trial_id in range(first, TRIALS + 1)]


def play(experiment: Experiment, some: list[Fact]) -> tuple[int, list[Action]]:
    """Applies facts until there is something else to do than to start the next trial; its number."""
    for number, fact in enumerate(some):
        actions = experiment.apply(fact)
        if any(isinstance(action, (HaltJob, Finish)) for action in actions):
            return number, actions
    return len(some), []


@pytest.mark.parametrize(
    ("limits", "detail"),
    [
        ({"worth": 1000.0}, "{gain:.2g}, worth {worth:.3g}, and costs 3,600"),
        ({"min_gain": 0.02}, "{gain:.2g}, less than 0.02"),
    ],
)
def test_it_ends_when_the_outlook_is_too_poor(make: Make, limits: dict[str, float], detail: str) -> None:
    experiment = make(decisions(), [CONTINUE] * TRIALS)
    experiment.apply(opened(**limits))
    number, actions = play(experiment, facts())
    trial_id = number // 2
    assert 12 < trial_id < TRIALS - 1
    job = JobId(trial_id, 0)
    halt = HaltJob(trial_id + 0.5, job, Status.SUSPENDED, why={"kind": "experiment ends"})
    assert actions == [halt]
    outlook = Outlooks(experiment.problem).of(experiment.state.trials)[-1]
    gain = outlook.expected(3600.0)
    expected = f"another hour is expected to lower loss by {detail.format(gain=gain, worth=1000 * gain)}"
    assert experiment.apply(ended(trial_id + 1.0, trial_id)) == [
        DropCheckpoint(trial_id + 1.0, trial_id),
        Finish(trial_id + 1.0, FinishReason.LIMIT, expected),
    ]
    assert experiment.finished


def test_the_last_trial_that_was_to_run_is_the_one_before_which_a_second_costs_more(make: Make) -> None:
    """The rule for the rate itself, computed apart from the engine."""
    experiment = make(decisions(), [CONTINUE] * TRIALS)
    experiment.apply(opened(worth=1000.0))
    play(experiment, facts())
    outlooks = Outlooks(experiment.problem).of(experiment.state.trials)
    assert outlooks[-1].rate * 1000.0 <= 1.0  # a second costs 1
    poor = [outlook.rate * 1000.0 <= 1.0 for outlook in outlooks]
    since = len(poor) - poor[::-1].index(False)
    assert outlooks[since].effort <= 0.7 * outlooks[-1].effort  # trials are steps of a few percent


@pytest.mark.parametrize(("worth", "price"), [(1e6, HOURLY), (1000.0, HOURLY / 1e4)])
def test_it_goes_on_where_more_is_worth_its_cost(make: Make, worth: float, price: float) -> None:
    experiment = make(decisions(), [CONTINUE] * TRIALS)
    experiment.apply(opened(price=price, worth=worth))
    assert play(experiment, facts()) == (2 * TRIALS, [])


def test_it_never_ends_before_enough_is_known(make: Make) -> None:
    experiment = make(decisions(), [CONTINUE] * TRIALS)
    experiment.apply(opened(worth=1e-9, min_gain=1e9))
    number, _ = play(experiment, facts())
    assert number // 2 > 10


@pytest.mark.parametrize("cut", [9, 26, 27, 37])
def test_a_restarted_tuner_ends_it_at_the_same_fact(make: Make, problem: Problem, cut: int) -> None:
    whole = make(decisions(), [CONTINUE] * TRIALS)
    whole.apply(opened(worth=1000.0))
    number, actions = play(whole, facts())
    assert cut < number
    state = State(problem, whole.policy.retry)
    for entry in whole.entries[: cut + 1]:  # and the opening
        state.replay(Entry(entry.fact, list(entry.actions)))
    scheduler = Scripted(problem, decisions(len(state.trials)), [CONTINUE] * TRIALS)
    again = Experiment(Method("scripted", problem, scheduler, seed=0), whole.policy, state)
    assert again.apply(opened(state.now, worth=1000.0)) == []
    later, same = play(again, facts()[cut:])
    assert (cut + later, same) == (number, actions)


def test_it_is_over_at_once_when_it_is_resumed_on_equal_terms_and_goes_on_at_a_higher_worth(
    make: Make,
) -> None:
    experiment = make(decisions(), [CONTINUE] * TRIALS)
    experiment.apply(opened(worth=1000.0))
    number, _ = play(experiment, facts())
    trial_id = number // 2
    experiment.apply(ended(trial_id + 1.0, trial_id))
    state = experiment.state
    assert used_up("worth", 1000.0, state)
    assert not used_up("worth", 1e6, state)
    assert not used_up("worth", 1000.0, state, opened(price=HOURLY / 1e4))
    assert used_up("worth", 1e6, state, opened(price=1e4 * HOURLY))
    [finish] = experiment.apply(opened(trial_id + 2.0, worth=1000.0))
    assert isinstance(finish, Finish)
    experiment.apply(opened(trial_id + 3.0, worth=1e6))
    assert not experiment.finished


def test_a_worth_is_said_for_1_or_for_an_improvement() -> None:
    assert StoppingCriterion(worth=500.0, min_gain=0.1).limits() == {"min_gain": 0.1, "worth": 500.0}
    assert StoppingCriterion.of({"worth": 500.0}) == StoppingCriterion(worth=500.0)
    with pytest.raises(ValueError, match=r"^worth is -1.0: give a number above 0, or an improvement"):
        StoppingCriterion(worth=-1.0)
