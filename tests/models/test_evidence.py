"""What trainings say about the problem."""

import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from tunewise import Problem, space
from tunewise.models.evidence import Evidence, EvidenceTable, StandoutTable, rank_correlation
from tunewise.problem import Mode
from tunewise.testing.history import History
from tunewise.trial import Status

PROBLEM = Problem({"x": space.uniform(0, 1)}, "loss", resource_attr="epoch", max_resource=9)
PAIRS = st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=2, max_size=12)


@given(PAIRS)
def test_ranks_correlate_as_in_scipy(pairs: list[tuple[float, float]]) -> None:
    one, other = zip(*pairs, strict=True)
    found = rank_correlation(one, other)
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(scipy.stats.spearmanr(one, other).statistic, abs=1e-12)


@given(PAIRS)
def test_ranks_see_only_the_order(pairs: list[tuple[float, float]]) -> None:
    one, other = zip(*pairs, strict=True)
    stretched = [math.exp(value) for value in one]
    assert rank_correlation(stretched, other) == rank_correlation(one, other)
    assert rank_correlation(other, one) == pytest.approx(rank_correlation(one, other))


def trained(history: History, early: float, final: float) -> None:
    trial = history.start(until=9)
    history.curve(trial, [early] * 3 + [final] * 6)
    history.end(trial, Status.COMPLETED)


def test_trainings_are_weighed_when_twice_as_many_have_ended() -> None:
    history, table = History(PROBLEM), EvidenceTable(PROBLEM)
    numbers = np.random.default_rng(0).normal(size=(20, 2)).tolist()
    for ended, (early, final) in enumerate(numbers):
        weighed = table.of(history.trials)
        assert weighed.trainings == max((n for n in (4, 8, 16) if n <= ended), default=0)
        assert weighed == EvidenceTable(PROBLEM).of(history.trials)  # as after a restart
        if weighed.trainings:
            one, other = zip(*numbers[: weighed.trainings], strict=True)
            found = scipy.stats.spearmanr(one, other).statistic, scipy.stats.pearsonr(one, other).statistic
            assert weighed.early == pytest.approx(max(found))
        trained(history, early, final)


@pytest.mark.parametrize(("final", "early"), [([5.0] * 4, None), ([1e200, -1e200, 1e200, 0.0], -1.0)])
def test_losses_that_are_equal_or_huge_are_no_numbers_to_correlate(
    final: list[float], early: float | None
) -> None:
    history = History(PROBLEM)
    for loss in final:
        trained(history, -loss, loss)
    assert EvidenceTable(PROBLEM).of(history.trials).early == (
        None if early is None else pytest.approx(early)
    )


def test_infinity_less_infinity_is_no_correlation() -> None:
    assert rank_correlation([1e200, 0.0, 0.0], [0.0, 1e200, 0.0]) == pytest.approx(-0.5)
    history = History(PROBLEM)
    for early, final in ((1e200, 0.0), (0.0, 1e200), (0.0, 0.0), (0.0, 0.0)):
        trained(history, early, final)
    assert EvidenceTable(PROBLEM).of(history.trials).early == pytest.approx(-1 / 3)


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize(
    ("values", "looks", "stuck"),
    [
        ([0.7] * 6 + [0.2], 0, 0),
        ([0.7] * 6 + [0.2, 0.3], 8, 6),
        ([0.7, 0.701, 0.7099, 0.711, 0.72, 0.2, 0.7, 0.69], 8, 5),  # within 2 % of 0.7 - 0.2
        ([0.1 * number for number in range(8)], 8, 1),
        ([0.1 * number for number in range(7)] + [1e9], 8, 1),  # one that exploded makes no others alike
        ([0.7] * 8, 8, 8),
        ([0.7] * 8 + [0.2] * 7, 8, 8),
        ([0.7] * 8 + [0.2] * 8, 16, 8),
        ([0.0] * 8, 8, 8),
        ([1e308] * 4 + [-1e308] * 4, 8, 4),
    ],
)
def test_trials_are_stuck_that_look_alike(mode: Mode, values: list[float], looks: int, stuck: int) -> None:
    problem = Problem({"x": space.uniform(0, 1)}, "loss", mode, resource_attr="epoch", max_resource=54)
    history, table = History(problem), EvidenceTable(problem)
    for value in values:
        trial = history.start(until=27)
        for level, reported in ((1, 9.0), (2, value), (9, 0.2)):
            history.report(trial, level, reported)
        history.end(trial, Status.PAUSED)
        found = table.of(history.trials)
    assert (found.looks, found.stuck) == (looks, stuck)
    assert found == EvidenceTable(problem).of(history.trials)


def test_trainings_without_early_reports_are_silent() -> None:
    history = History(PROBLEM)
    for number in range(4):
        trial = history.start(until=9)
        history.report(trial, 9, 1.0 + number)
        history.end(trial, Status.COMPLETED)
    assert EvidenceTable(PROBLEM).of(history.trials) == Evidence(trainings=4, silent=4, early=1.0)


@pytest.mark.parametrize(("repeated", "restarts"), [(0, 0), (1, 0), (4, 1)])
def test_a_resumed_trial_that_takes_as_long_as_before_began_again(repeated: int, restarts: int) -> None:
    history = History(PROBLEM)
    trial = history.start(until=9)
    history.curve(trial, [3.0] * 4)
    history.end(trial, Status.PAUSED)
    history.resume(trial, until=9)
    for _ in range(repeated):  # what it trains again takes its time, and says nothing
        history.start()
    history.curve(trial, [2.0] * 2)
    assert EvidenceTable(PROBLEM).of(history.trials) == Evidence(restarts=restarts, resumes=1)


def test_one_that_had_hardly_trained_says_nothing() -> None:
    history = History(PROBLEM)
    trial = history.start(until=9)
    history.curve(trial, [3.0] * 2)
    history.end(trial, Status.PAUSED)
    history.resume(trial, until=9)
    history.curve(trial, [2.0] * 2)
    assert EvidenceTable(PROBLEM).of(history.trials) == Evidence()


@pytest.mark.parametrize(
    ("waits", "timed", "first"),
    [
        ([], 0, 0.0),
        ([8], 0, 0.0),
        ([0], 0, 0.0),
        ([8, 8], 2, 0.5),  # eight seconds to the first of nine levels, and eight to come
        ([8, 8, 0], 2, 0.5),
        ([8, 8, 2, 2], 4, 0.35),  # half-way between 2 / 10 and a half
        ([2] * 4 + [72] * 4, 8, 0.55),
    ],
)
def test_what_first_reports_take_is_weighed_when_twice_as_many_tell(
    waits: list[int], timed: int, first: float
) -> None:
    history, table = History(PROBLEM), EvidenceTable(PROBLEM)
    for wait in waits:
        trial = history.start(until=9)
        for _ in range(wait - 1):  # each takes a second
            history.start()
        if wait:
            history.curve(trial, [1.0, 1.0])
        table.of(history.trials)
    found = table.of(history.trials)
    assert found.timed == timed
    assert found.first == pytest.approx(first)
    assert found == EvidenceTable(PROBLEM).of(history.trials)


def test_a_report_of_the_next_job_does_not_tell_what_the_first_one_took() -> None:
    history = History(PROBLEM)
    for _ in range(2):
        trial = history.start(until=1)
        history.report(trial, 1, 1.0)
        history.end(trial, Status.PAUSED)
        history.resume(trial, until=9)
        history.curve(trial, [1.0] * 3)
    assert EvidenceTable(PROBLEM).of(history.trials).timed == 0


CHANCE = [0.6931, 0.6929, 0.694, 0.6935, 0.72, 40.0]


def ended_at(
    losses: list[float], kind: str = "random", problem: Problem = PROBLEM, first: float = 0.693
) -> History:
    """Trials that report at the beginning and at the end."""
    history = History(problem)
    for loss in losses:
        trial = history.start(until=9, why={"kind": kind})
        history.report(trial, 1, first)
        history.report(trial, 9, loss)
        history.end(trial, Status.COMPLETED)
    return history


def nothing(history: History) -> str | None:
    return StandoutTable(history.trials.problem).nothing(history.trials)


@pytest.mark.parametrize("divergence", [0.75, 40.0, 1e16, 1e300])
def test_trials_at_chance_do_not_stand_out_however_others_diverge(divergence: float) -> None:
    because = nothing(ended_at([*[0.693] * 5, divergence]))
    assert because == "none stands out from 6 random trials, at least half of which have learned nothing"


@pytest.mark.parametrize("learned", [0.6, 0.1, -5.0])
def test_one_trial_that_learned_stands_out_whoever_chose_it(learned: float) -> None:
    history = ended_at(CHANCE)
    assert nothing(history) is not None
    trial = history.start(until=9, why={"kind": "acquisition"})
    history.report(trial, 1, learned)
    assert nothing(history) is None


def test_small_differences_count_where_trainings_learn() -> None:
    """Scores from .92 to .94 after .3: a model can look for the best of them, also if one has diverged."""
    numbers = np.random.default_rng(0)
    scores = (0.92 + 0.02 * numbers.random(20)).tolist()
    higher = Problem(PROBLEM.space, "score", "max", resource_attr="epoch", max_resource=9)
    for some in (scores, [*scores, 0.1, 0.1]):
        assert nothing(ended_at(some, problem=higher, first=0.3)) is None


def test_small_differences_count_where_nothing_is_seen_of_the_training() -> None:
    history = History(Problem(PROBLEM.space, "loss"))
    for loss in [0.07, 0.0701, 0.0699, 0.07, 0.9]:
        history.report(history.start(why={"kind": "random"}), 1, loss)
    assert nothing(history) is None


def test_trials_that_a_model_chose_do_not_say_what_is_usual() -> None:
    """Otherwise a search that has come close to an optimum would seem to be stuck."""
    history = ended_at([0.9, 0.5, 0.7, 0.2], first=0.9)
    for _ in range(20):
        history.report(history.start(until=9, why={"kind": "acquisition"}), 9, 0.1)
    assert nothing(history) is None
    assert nothing(ended_at([0.1] * 20, "acquisition", first=0.1)) is None


@pytest.mark.parametrize(("count", "stuck"), [(3, False), (4, True), (64, True), (65, False)])
def test_few_random_trials_say_nothing_and_many_are_enough(count: int, stuck: bool) -> None:
    assert (nothing(ended_at([0.693] * count)) is not None) == stuck


@given(st.lists(st.floats(0.01, 1e6), min_size=4, max_size=20, unique=True), st.floats(0.01, 1e6))
def test_half_of_what_is_usual_stands_out_from_the_rest(losses: list[float], first: float) -> None:
    """As the unit is what losses differ by, it is the same for a metric that is multiplied or maximised."""
    found = nothing(ended_at(losses, first=first))
    higher = Problem(PROBLEM.space, "score", "max", resource_attr="epoch", max_resource=9)
    assert nothing(ended_at([-loss for loss in losses], problem=higher, first=-first)) == found
    assert nothing(ended_at([1024.0 * loss for loss in losses], first=1024.0 * first)) == found
    assert nothing(ended_at([*losses, 0.5 * min(losses)], first=first)) is None


def test_a_table_that_saw_the_history_grow_says_the_same_as_a_new_one() -> None:
    numbers, grown = np.random.default_rng(1), StandoutTable(PROBLEM)
    history = ended_at([40.0])
    found = set()
    for step in range(60):
        trial = history.start(until=9, why={"kind": ["random", "acquisition"][step % 2]})
        for level in range(1, int(numbers.integers(1, 4))):
            history.report(trial, level, float(numbers.choice([0.693, 0.694, 0.7, 0.695 - step / 3000])))
            found.add(grown.nothing(history.trials) is None)
            assert grown.nothing(history.trials) == StandoutTable(PROBLEM).nothing(history.trials)
    assert found == {True, False}
