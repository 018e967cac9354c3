"""The contract suites catch what they are there to catch, and the driver drives as it says."""

import math

import pytest
from tests.helpers.discovery import discover

from tunewise import Problem, space
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.base import Exhausted, Judgement, Resume, RunToEnd, Scheduler, Start, Verdict, Wait
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing import schedulers, searchers
from tunewise.testing.driver import World, drive
from tunewise.testing.fingerprint import fingerprint
from tunewise.testing.history import History
from tunewise.trial import Status


class Altered(RunToEnd):
    """A scheduler with a fault, which `alter` puts in."""

    def __init__(self, problem, alter):
        super().__init__(problem, RandomSearcher(problem))
        self.alter = alter
        self.asked = 0

    def next(self, trials, rng):
        self.asked += 1
        return self.alter(self, trials, super().next(trials, rng))


def moved(decision, **changes):
    fields = {name: getattr(decision, name) for name in ("trial_id", "config", "until", "bracket", "why")}
    return Start(**{**fields, **changes})


def touching(scheduler, trials, decision):
    if len(trials):
        trials[0].retries += 1
    return decision


def judging(verdict):
    def alter(scheduler, trials, decision):
        scheduler.observe = lambda trials, trial: Judgement(verdict(scheduler, trial))
        return decision

    return alter


SCHEDULER_FAULTS = {
    "a trial out of turn": (lambda s, t, d: moved(d, trial_id=7), "check_decides_what_is_legal"),
    "a level beyond the end": (lambda s, t, d: moved(d, until=99), "check_decides_what_is_legal"),
    "no level": (lambda s, t, d: moved(d, until=None), "check_decides_what_is_legal"),
    "a bad configuration": (lambda s, t, d: moved(d, config={"x": "?"}), "check_decides_what_is_legal"),
    "a resume of what runs": (
        lambda s, t, d: Resume(0, 9) if t.having(Status.RUNNING) else d,
        "check_decides_what_is_legal",
    ),
    "waiting for nothing": (lambda s, t, d: Wait(), "check_decides_what_is_legal"),
    "no trial": (lambda s, t, d: Exhausted(), "check_copes_with_no_trials_at_all"),
    "a change of the history": (touching, "check_changes_nothing"),
    "a memory": (
        lambda s, t, d: moved(d, bracket=s.asked % 2),
        "check_remembers_nothing_but_the_history",
    ),
    "a memory across histories": (
        lambda s, t, d: moved(d, bracket=s.asked % 2),
        "check_takes_up_a_copied_history",
    ),
    "a why without a kind": (lambda s, t, d: moved(d, why={"x": 1}), "check_says_why_in_plain_values"),
    "a why that is not finite": (
        lambda s, t, d: moved(d, why={"kind": "k", "x": math.nan}),
        "check_says_why_in_plain_values",
    ),
    "a liking for large values": (
        judging(lambda s, trial: Verdict.STOP if trial.values[-1] < 0.8 else Verdict.CONTINUE),
        "check_maximising_mirrors_minimising",
    ),
    "coming back from the end": (
        lambda s, t, d: Exhausted() if s.asked == 6 else d,
        "check_decides_what_is_legal",
    ),
}


@pytest.mark.parametrize("fault", SCHEDULER_FAULTS)
def test_a_scheduler_with_a_fault_is_caught(fault):
    alter, check = SCHEDULER_FAULTS[fault]
    with pytest.raises((AssertionError, ValueError)):
        getattr(schedulers, check)(lambda problem: Altered(problem, alter))


def test_a_scheduler_that_never_ends_is_caught():
    class Repeating(Scheduler):
        def next(self, trials, rng):
            return Start(len(trials), self.problem.space.sample(rng), self.problem.max_resource)

        def observe(self, trials, trial):
            return Judgement(Verdict.CONTINUE)

    with pytest.raises(AssertionError, match="went on in a finite space"):
        schedulers.check_comes_to_an_end(lambda problem: Repeating(problem, RandomSearcher(problem)))


class AlteredSearcher(Searcher):
    """A random searcher with a fault, which `alter` puts in."""

    def __init__(self, problem, alter):
        super().__init__(problem)
        self.alter = alter
        self.random = RandomSearcher(problem)
        self.asked = 0
        self.first = None

    def propose(self, trials, rng):
        self.asked += 1
        return self.alter(self, trials, rng, self.random.propose(trials, rng))


def first_again(searcher, trials, rng, proposal):
    searcher.first = searcher.first or proposal
    return searcher.first


SEARCHER_FAULTS = {
    "outside the space": (
        lambda s, t, r, p: Proposal({"x": "?"}, p.why),
        "check_proposes_what_is_in_the_space",
    ),
    "repetition": (first_again, "check_proposes_nothing_twice"),
    "no end": (lambda s, t, r, p: p or Proposal({}, {"kind": "?"}), "check_uses_up_a_finite_space"),
    "an early end": (lambda s, t, r, p: p if len(t) < 5 else None, "check_uses_up_a_finite_space"),
    "no kind": (lambda s, t, r, p: Proposal(p.config), "check_says_why_in_plain_values"),
    "a change of the history": (lambda s, t, r, p: touching(s, t, p), "check_changes_nothing"),
    "one configuration for all": (first_again, "check_a_proposal_is_the_callers_own"),
    "a memory": (
        lambda s, t, r, p: Proposal(p.config, {"asked": s.asked}),
        "check_same_history_and_generator_same_proposal",
    ),
}


@pytest.mark.parametrize("fault", SEARCHER_FAULTS)
def test_a_searcher_with_a_fault_is_caught(fault):
    alter, check = SEARCHER_FAULTS[fault]
    with pytest.raises((AssertionError, ValueError)):
        getattr(searchers, check)(lambda problem: AlteredSearcher(problem, alter))


def test_every_check_is_collected():
    for module, checks in (
        (schedulers, schedulers.SCHEDULER_CHECKS),
        (searchers, searchers.SEARCHER_CHECKS),
    ):
        assert {check.__name__ for check in checks} == {n for n in dir(module) if n.startswith("check_")}


def test_discovery_finds_what_a_package_defines():
    found = discover(Scheduler, "tunewise.schedulers")
    assert RunToEnd in found
    assert AshaPromotion in found
    assert Scheduler not in found
    assert found == sorted(found, key=lambda cls: cls.__module__)
    assert discover(Scheduler, "tunewise.searchers") == []


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, metric="loss", resource_attr="epoch", max_resource=9)


class TestDriver:
    def test_it_stops_launching_and_lets_all_jobs_end(self, problem):
        transcript = drive(problem, AshaPromotion(problem, RandomSearcher(problem)), World(launches=30))
        assert not transcript.exhausted
        assert sum(isinstance(d, (Start, Resume)) for d in transcript.decisions) == 30
        assert not transcript.trials.having(Status.RUNNING)
        assert sum(len(trial.jobs) for trial in transcript.trials) == 30

    def test_it_keeps_to_the_number_of_workers(self, problem):
        spans = [
            (job.started, job.ended)
            for trial in drive(problem, RunToEnd(problem, RandomSearcher(problem)), World(workers=3)).trials
            for job in trial.jobs
        ]
        assert max(sum(a <= start < b for a, b in spans) for start, _ in spans) == 3

    def test_it_has_mishaps_and_resumes_what_was_suspended(self, problem):
        world = World(launches=60, mishaps=0.1)
        trials = drive(problem, RunToEnd(problem, RandomSearcher(problem)), world).trials
        assert trials.having(Status.FAILED)
        assert not trials.having(Status.SUSPENDED)
        assert any(len(trial.jobs) > 1 for trial in trials)

    def test_some_scripts_skip_levels_but_not_the_last(self, problem):
        world = World(launches=40, coarse=True)
        trials = drive(problem, RunToEnd(problem, RandomSearcher(problem)), world).trials
        assert {tuple(trial.levels) for trial in trials} == {tuple(range(1, 10)), (2, 4, 6, 8, 9)}


def test_any_difference_shows_in_the_fingerprint(problem):
    def written(value=1.0, status=Status.PAUSED):
        history = History(problem)
        trial = history.start({"x": 0.5}, until=1)
        history.report(trial, 1, value)
        history.end(trial, status)
        return fingerprint(history.trials)

    assert written() == written()
    assert len({written(), written(value=1.0000000000000002), written(status=Status.FAILED)}) == 3
