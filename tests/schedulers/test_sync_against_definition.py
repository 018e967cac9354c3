"""Synchronous halving against its definition, computed from scratch for each decision."""

from collections import Counter
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.random_history import RandomHistory, came_to

from tunewise import Problem, space
from tunewise.schedulers.base import Exhausted, Resume, Start, Verdict, Wait
from tunewise.schedulers.sync_halving import OneEpochTopK, SyncHyperband
from tunewise.searchers.model_free import RandomSearcher
from tunewise.trial import TERMINAL, Status

LARGEST = 4
ROUND = [[(1, 4), (2, 2), (4, 1)], [(2, 3), (4, 1)], [(4, 3)]]  # of Hyperband: pairs of level and slots


def hyperband_bracket(number):
    return ROUND[number % 3]


def doubling_bracket(number):
    return [(1, 3 * 2**number), (LARGEST, 2)]


class Definition:
    """No cache: everything is read off the trials."""

    def __init__(self, bracket):
        self.bracket = bracket

    def brackets(self, trials):
        """Each bracket that has begun, as its rungs and the trials that began in it."""
        number, first = 0, 0
        while first < len(trials):
            rungs = self.bracket(number)
            yield rungs, [trial for trial in trials if first <= trial.id < first + rungs[0][1]]
            number, first = number + 1, first + rungs[0][1]

    def decision(self, trials, exhausted):
        """What a free worker does: a pair of a trial and a level to resume it to, or the level of a new
        trial, or a class."""
        waits = False
        for rungs, members in self.brackets(trials):
            is_full = len(members) == rungs[0][1]
            for position, (level, slots) in enumerate(rungs):
                missing = [trial for trial in members if self.may_come(trial, level)]
                paused = [trial for trial in missing if trial.status is Status.PAUSED]
                if paused:
                    return paused[0].id, level
                if missing or not (is_full or exhausted):
                    waits |= any(level < LARGEST or self.pauses_first(trial, level) for trial in missing)
                    break
                if position + 1 < len(rungs):
                    members = self.best(members, level)[
                        : max(1, len(members) * rungs[position + 1][1] // slots)
                    ]
        if exhausted:
            return Wait if waits else Exhausted
        number, last = 0, self.bracket(0)[0][1]
        while last <= len(trials):
            number, last = number + 1, last + self.bracket(number + 1)[0][1]
        return self.bracket(number)[0][0]

    def may_come(self, trial, level):
        stuck = trial.status is Status.PAUSED and trial.until >= level
        return not self.came(trial, level) and trial.status not in TERMINAL and not stuck

    def pauses_first(self, trial, level):
        return trial.status is Status.HALTING or trial.until < level

    def best(self, members, level):
        there = [trial for trial in members if self.came(trial, level)]
        return sorted(there, key=lambda trial: (self.loss(trial, level), trial.id))

    def loss(self, trial, level):
        sign = {"min": 1, "max": -1}[trial.config["mode"]]
        return sign * next(value for reached, value in came_to(trial) if reached >= level)

    def came(self, trial, level):
        return any(reached >= level for reached, _ in came_to(trial))


KINDS = st.sampled_from(
    [0] * 4 + [3] * 6 + [7] * 6 + [8, 9, 9, 10, 10, 11] + [12, 13, 13, 14, 15, 15, 16]
)  # rungs must be full now and then
STEPS = st.lists(
    st.tuples(KINDS, st.integers(0, 20), st.sampled_from([1, 1, 1, 2, 3]), st.integers(0, 6)),
    min_size=60,
    max_size=200,
)
MODES = st.sampled_from(["min", "max"])
SIZES = st.sampled_from([None, 4, 11])


def make_problem(mode, size):
    domain = space.uniform(0, 1) if size is None else space.randint(1, size)
    return Problem({"x": domain, "mode": mode}, "y", mode, "epoch", LARGEST)


def check(build, definition, steps, size):
    launches: Counter[tuple[int, int | None]] = Counter()

    def on_next(trials, decision):
        exhausted = size is not None and len(trials) == size
        expected = definition.decision(trials, exhausted=False)
        if isinstance(expected, int) and exhausted:
            expected = definition.decision(trials, exhausted=True)
        if isinstance(decision, Resume):
            assert (decision.trial_id, decision.until) == expected
            launches[decision.trial_id, decision.until] += 1
        elif isinstance(decision, Start):
            assert decision.until == expected
        else:
            assert type(decision) is expected

    def on_report(trials, trial, judgement):
        pauses = trial.until <= trial.level < LARGEST
        assert judgement.verdict is (Verdict.PAUSE if pauses else Verdict.CONTINUE)

    if size is not None:  # a person might choose what was tried, so that the space has some left
        steps = [step for step in steps if step[0] != 16]
    RandomHistory(build().problem, build).play(steps, on_next, on_report)
    assert all(times == 1 for times in launches.values()), "a trial was promoted twice"


@given(STEPS, MODES, SIZES)
@settings(max_examples=100)
def test_hyperband(steps, mode, size):
    problem = make_problem(mode, size)
    build = partial(SyncHyperband, problem, RandomSearcher(problem), reduction_factor=2)
    check(build, Definition(hyperband_bracket), steps, size)


@given(STEPS, MODES, SIZES)
@settings(max_examples=100)
def test_one_epoch_top_k(steps, mode, size):
    problem = make_problem(mode, size)
    build = partial(OneEpochTopK, problem, RandomSearcher(problem), first=3, top_k=2)
    check(build, Definition(doubling_bracket), steps, size)
