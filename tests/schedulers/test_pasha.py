from functools import partial
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.random_history import RandomHistory

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.base import Exhausted, Resume, RunToEnd, Start
from tunewise.schedulers.pasha import Pasha, Progress
from tunewise.searchers.model_free import GridSearcher, RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status, Trial


def make_problem(max_resource=27, mode="min"):
    domains = {"x": space.uniform(0, 1)}
    return Problem(domains, "loss", mode, resource_attr="epoch", max_resource=max_resource)


@pytest.fixture
def problem():
    return make_problem()


@pytest.fixture
def history(problem):
    return History(problem)


@pytest.fixture
def scheduler(problem):
    return Pasha(problem, RandomSearcher(problem), reduction_factor=3)


def ask(scheduler, history):
    return scheduler.next(history.trials, np.random.default_rng(0))


def paused(history, *curve):
    """A trial with this learning curve, paused at its end."""
    trial = history.start(until=len(curve))
    history.curve(trial, curve)
    history.end(trial, Status.PAUSED)
    return trial


def test_trials_stop_at_the_second_rung_while_the_ranking_is_stable(scheduler, history):
    for loss in (1.0, 2.0, 3.0):
        paused(history, loss, loss, loss)
    assert isinstance(ask(scheduler, history), Start)


def test_a_change_of_the_ranking_opens_the_next_rung(scheduler, history):
    paused(history, 1.0, 1.0, 1.0)
    paused(history, 2.0, 2.0, 0.5)
    paused(history, 3.0, 3.0, 3.0)
    decision = ask(scheduler, history)
    assert decision == Resume(1, 9, {"kind": "promotion", "from_level": 3, "rank": 1, "of": 3})


def test_a_tie_is_no_change_of_the_ranking(scheduler, history):
    paused(history, 3.0, 3.0, 1.0)
    paused(history, 2.0, 2.0, 1.0)
    paused(history, 1.0, 1.0, 1.0)
    assert isinstance(ask(scheduler, history), Start)


def test_losses_that_are_rounded_do_not_open_rungs(problem):
    """Curves that never cross, as a script prints them to one decimal: they tie at each rung."""

    def highest(digits):
        scheduler, history = Pasha(make_problem(81), RandomSearcher(problem)), History(make_problem(81))
        for _ in range(200):
            decision = ask(scheduler, history)
            if isinstance(decision, Start):
                trial = history.start(decision.config, until=decision.until)
            else:
                trial = history.trials[decision.trial_id]
                history.resume(trial, until=decision.until)
            x = trial.config["x"]
            assert isinstance(x, float)
            for level in range(trial.level + 1, decision.until + 1):
                history.report(trial, level, round(x + 1 / level, digits))
            history.end(trial, Status.PAUSED)
        return max(trial.level for trial in history.trials)

    assert highest(digits=12) == highest(digits=1) == 3


def test_it_stays_open(scheduler, history):
    paused(history, 1.0, 1.0, 1.0)
    best = paused(history, 2.0, 2.0, 0.5)
    paused(history, 3.0, 3.0, 3.0)
    history.resume(best, until=9)
    for loss in (4.0, 5.0, 6.0):
        paused(history, loss, loss, loss)
    assert ask(scheduler, history) == Resume(0, 9, {"kind": "promotion", "from_level": 3, "rank": 2, "of": 6})


def test_what_differs_by_noise_is_no_change_of_the_ranking(scheduler, history):
    first, second = (2.0, 2.0, 2.2), (2.1, 1.9, 2.4)  # cross twice, and are 0.2 apart in the end
    paused(history, *first)
    paused(history, *second)
    paused(history, 2.05, 2.3, 2.1)  # best at the top, and was 0.05 from the best below
    assert isinstance(ask(scheduler, history), Start)


def test_it_opens_rungs_up_to_the_largest_resource(scheduler, history):
    trials = [paused(history, *[float(number)] * 3) for number in range(9)]
    trials.append(paused(history, 9.0, 9.0, -1.0))  # opens the rung at 9
    for trial, loss in ((trials[9], -2.0), (trials[0], 2.0), (trials[1], 0.5)):
        assert ask(scheduler, history) == Resume(trial.id, 9, ask(scheduler, history).why)
        history.resume(trial, until=9)
        history.curve(trial, [loss] * 6)
        history.end(trial, Status.PAUSED)
    why: dict[str, space.Value] = {"kind": "promotion", "from_level": 9, "rank": 1, "of": 3}
    assert ask(scheduler, history) == Resume(9, 27, why)


@pytest.mark.parametrize(("max_resource", "grace_period"), [(3, 1), (27, 9), (27, 27)])
def test_with_two_rungs_or_fewer_it_is_asha(max_resource, grace_period):
    problem = make_problem(max_resource)
    world = World(launches=80, mishaps=0.05)
    pasha, asha = (
        drive(problem, cls(problem, RandomSearcher(problem), grace_period), world)
        for cls in (Pasha, AshaPromotion)
    )
    assert pasha.decisions == asha.decisions


def test_it_takes_less_than_asha():
    problem = make_problem(81)

    def spent(cls):
        trials = drive(problem, cls(problem, RandomSearcher(problem)), World(launches=300)).trials
        return sum(trial.level for trial in trials) / len(trials)

    assert spent(Pasha) < spent(AshaPromotion)


def test_a_finite_space_ends_at_the_open_rung():
    problem = Problem({"n": space.randint(1, 9)}, metric="loss", max_resource=27)
    scheduler, history = Pasha(problem, GridSearcher(problem, 9)), History(problem)
    for number in range(1, 10):
        trial = history.start({"n": number}, until=1)
        history.report(trial, 1, float(number))
        history.end(trial, Status.PAUSED)
    for _ in range(3):
        decision = ask(scheduler, history)
        assert isinstance(decision, Resume)
        trial = history.trials[decision.trial_id]
        history.resume(trial, until=3)
        history.curve(trial, [trial.values[0]] * 2)
        history.end(trial, Status.PAUSED)
    assert ask(scheduler, history) == Exhausted()


def test_it_must_know_the_largest_resource():
    problem = make_problem(max_resource=None)
    with pytest.raises(ProblemError, match="give max_resource"):
        Pasha(problem, RandomSearcher(problem))


# ---- against the definition, computed from scratch for each decision --------------------------------------


class Definition:
    """How far trials go according to the paper: reports are gone through one by one."""

    def __init__(self, problem, levels):
        self.sign = problem.sign
        self.levels = levels

    def open_level(self, trials):
        top, epsilon = min(1, len(self.levels) - 1), 0.0
        entered: dict[int, list[tuple[Trial, int]]] = {level: [] for level in self.levels}
        reached = dict.fromkeys(range(len(trials)), 0)
        for trial, index, level in self.steps(trials):
            came_to = [each for each in self.levels if reached[trial.id] < each <= level]
            reached[trial.id] = max(reached[trial.id], level)
            for each in came_to:
                entered[each].append((trial, index))
            if self.levels[top] not in came_to or top == len(self.levels) - 1:
                continue
            epsilon = self.epsilon(entered[self.levels[top]], epsilon)
            if not self.stable(entered[self.levels[top]], entered[self.levels[top - 1]], epsilon):
                top += 1
                epsilon = self.epsilon(entered[self.levels[top]], epsilon)
        return self.levels[top]

    def steps(self, trials):
        """Reports and arrivals of all trials in their order: the trial, the report that counts, the level."""
        found = [(place, 1, 0, *trials.report(place)) for place in range(trials.num_reports)]
        steps = [(place, kind, each, t, index, t.levels[index]) for place, kind, each, t, index in found]
        for number in range(trials.num_arrivals):
            trial, (level, index, place) = trials.arrival(number)
            steps.append((place, 0, number, trial, index, level))
        return [step[3:] for step in sorted(steps, key=lambda step: step[:3])]

    def loss(self, trial, index):
        return self.sign * trial.values[index]

    def epsilon(self, members, before):
        distances = []
        for one, other in combinations(members, 2):
            (a, b) = ({t.levels[k]: self.loss(t, k) for k in range(i + 1)} for t, i in (one, other))
            both = sorted(set(a) & set(b))
            if self.crosses(a, b, both):
                distances.append(abs(a[both[-1]] - b[both[-1]]))
        return float(np.percentile(distances, 90)) if distances else before

    def crosses(self, a, b, levels):
        """Whether the curves stand one way, later the other way, and later the first way again."""
        return any(
            (a[i] - b[i]) * (a[j] - b[j]) < 0 and (a[j] - b[j]) * (a[k] - b[k]) < 0
            for i, j, k in combinations(levels, 3)
        )

    def stable(self, top, below, epsilon):
        """Whether some order of the trials that fits their losses at the top is one from below but for noise:
        each loss below lies within epsilon of the one that has its place there, ties in any order."""
        below = {trial.id: self.loss(trial, index) for trial, index in below}
        top = {trial.id: self.loss(trial, index) for trial, index in top}
        places = sorted(below[trial] for trial in top)
        for loss in sorted(set(top.values())):
            tied = [below[trial] for trial in top if top[trial] == loss]
            theirs, places = places[: len(tied)], places[len(tied) :]
            if not self.matches(tied, theirs, epsilon + 1e-9):
                return False
        return True

    def matches(self, losses, places, epsilon):
        """Whether losses can be put on places within epsilon of each: tries them one after the other."""
        if not losses:
            return True
        for place in {place for place in places if abs(place - losses[0]) <= epsilon}:
            others = list(places)
            others.remove(place)
            if self.matches(losses[1:], others, epsilon):
                return True
        return False


KINDS = st.sampled_from([0] * 4 + [3] * 6 + [7] * 6 + [8, 9, 9, 10, 11] + [12, 13, 13, 14, 15, 16])
STEPS = st.lists(
    st.tuples(KINDS, st.integers(0, 20), st.sampled_from([1, 1, 1, 2, 3]), st.integers(0, 6)),
    min_size=60,
    max_size=150,
)


@given(STEPS, st.sampled_from(["min", "max"]))
@settings(max_examples=60)
def test_rungs_open_as_in_the_paper(steps, mode):
    problem = make_problem(8, mode)
    levels = (1, 2, 4, 8)
    pasha = partial(Pasha, problem, RandomSearcher(problem), reduction_factor=2)
    asha = AshaPromotion(problem, RandomSearcher(problem), reduction_factor=2)
    progress, definition = Progress(problem, levels), Definition(problem, levels)

    def on_next(trials, decision):
        progress.update(trials)
        assert progress.level == definition.open_level(trials)
        of_asha = asha.next(trials, np.random.default_rng(0))
        if isinstance(decision, Resume):
            assert decision.until is not None
            assert decision.until <= progress.level
            assert isinstance(of_asha, Resume)
        if isinstance(of_asha, Resume):
            assert of_asha.until is not None
            if of_asha.until <= progress.level:
                assert decision == of_asha

    RandomHistory(problem, pasha).play(steps, on_next, lambda *_: None)


LIVELY = st.lists(
    st.tuples(
        st.sampled_from([0, 3, 3, 3, 3, 3, 3]),
        st.integers(0, 20),
        st.sampled_from([1, 1, 1, 2]),
        st.integers(0, 6),
    ),
    min_size=40,
    max_size=150,
)


@given(LIVELY)
@settings(max_examples=60)
def test_noise_is_estimated_as_in_the_paper(steps):
    """Of trials that nobody pauses, whose many reports cross all the time."""
    problem = make_problem(64)
    levels = (2, 4, 8, 16, 64)
    progress, definition = Progress(problem, levels), Definition(problem, levels)

    def on_report(trials, trial, judgement):
        progress.update(trials)
        assert progress.level == definition.open_level(trials)

    history = RandomHistory(problem, partial(RunToEnd, problem, RandomSearcher(problem)))
    history.play(steps, lambda *_: None, on_report)
