"""Which method is in charge, and why."""

import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.models.evidence import Evidence
from tunewise.schedulers.auto import Auto, Known, choose, in_charge
from tunewise.schedulers.base import Resume, RunToEnd, Start, Verdict
from tunewise.schedulers.median import MedianStopping
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status

SPACE = {"x": space.uniform(0.0, 1.0)}
PROBLEM = Problem(SPACE, "loss", resource_attr="epoch", max_resource=9)


@pytest.mark.parametrize(
    ("known", "evidence", "part"),
    [
        (Known(), Evidence(), "hypertune"),
        (Known(checkpoints=False), Evidence(), "asha"),
        (Known(only_trials=True), Evidence(), "bo"),
        (Known(), Evidence(4, silent=4), "bo"),
        (Known(), Evidence(4, silent=3), "hypertune"),
        (Known(), Evidence(looks=8, stuck=3), "wise"),
        (Known(checkpoints=False), Evidence(looks=8, stuck=3), "wise"),
        (Known(), Evidence(looks=8, stuck=4), "hypertune"),
        (Known(checkpoints=True), Evidence(looks=8, stuck=4), "hypertune"),
        (Known(checkpoints=False), Evidence(looks=8, stuck=4), "asha"),
        (Known(), Evidence(looks=8, stuck=4, restarts=1, resumes=1), "hypertune"),
        (Known(), Evidence(looks=8, stuck=4, restarts=2, resumes=3), "asha"),
        (Known(), Evidence(looks=8, stuck=4, restarts=2, resumes=4), "hypertune"),
        (Known(), Evidence(4, early=-1.0, looks=8), "wise"),
        (Known(), Evidence(8, early=-0.5, looks=8), "wise (full=1)"),
        (Known(), Evidence(8, early=-0.5, looks=8, stuck=4), "hypertune"),
        (Known(), Evidence(8, early=0.0, looks=8), "wise"),
        (Known(), Evidence(64, early=0.0, looks=8), "wise (full=1)"),
        (Known(), Evidence(64, early=0.4, looks=8), "wise"),
        (Known(), Evidence(64, early=None, looks=8), "wise"),
        (Known(), Evidence(timed=2, first=0.17), "bo"),
        (Known(checkpoints=False), Evidence(looks=8, stuck=8, timed=2, first=0.17), "bo"),
        (Known(), Evidence(looks=8, timed=8, first=0.16), "wise"),
    ],
)
def test_the_method_follows_from_what_is_known_and_seen(known: Known, evidence: Evidence, part: str) -> None:
    choice = choose(PROBLEM, known, evidence)
    assert choice.part == part
    assert choice.because


def test_trials_that_go_on_from_their_start_are_told_as_such() -> None:
    because = "trials differ early, and a model of their curves says which one to go on with"
    seen = Evidence(looks=8, stuck=3)
    assert choose(PROBLEM, Known(), seen).because == because
    told = choose(PROBLEM, Known(checkpoints=False), seen).because
    assert told == f"{because}, from its start, as there are no checkpoints"


@pytest.mark.parametrize("largest", [None, 1])
def test_without_levels_it_is_bo(largest: int | None) -> None:
    problem = Problem(SPACE, "loss", resource_attr="epoch", max_resource=largest)
    assert choose(problem, Known(), Evidence()).part == "bo"


def auto() -> Auto:
    """One whose methods can be told apart: only `hypertune` stops trials."""
    searcher = RandomSearcher(PROBLEM)
    return Auto(
        PROBLEM,
        searcher,
        {
            "hypertune": lambda: MedianStopping(PROBLEM, searcher, min_trials=1),
            "bo": lambda: RunToEnd(PROBLEM, searcher),
        },
    )


def test_a_method_says_once_that_it_is_in_charge_and_why() -> None:
    history, scheduler = History(PROBLEM), auto()
    seen = []
    for number in range(7):
        decision, restarted = (
            each.next(history.trials, np.random.default_rng(number)) for each in (scheduler, auto())
        )
        assert decision == restarted
        assert isinstance(decision, Start)
        seen.append((decision.why.get("by"), decision.why.get("chosen")))
        trial = history.start(decision.config, until=9, why=decision.why)
        history.report(trial, 9, 1.0)
        history.end(trial, Status.COMPLETED)
    assert [by for by, _ in seen] == ["hypertune", None, None, None, "bo", None, None]
    assert seen[4][1] == "the first 4 trainings that ended had reported nothing before their end"
    assert in_charge(history.trials) == "bo"


def test_where_looking_is_dear_the_first_trials_run_to_their_end_the_best_one_first() -> None:
    history, rng = History(PROBLEM), np.random.default_rng(0)
    trials = [history.start(until=2) for _ in range(10)]  # which takes longer than a training from there on
    for trial, loss in zip(trials, [2.0, 1.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 0.0, 0.0], strict=True):
        history.curve(trial, [9.0, loss])
        history.end(trial, Status.PAUSED)
    for best in (1, 0, 2, 3, 4, 5, 6, 7):
        decision = auto().next(history.trials, rng)
        assert isinstance(decision, Resume)
        assert (decision.trial_id, decision.until) == (best, 9)
        history.resume(trials[best], until=9)
    decision = auto().next(history.trials, rng)
    assert isinstance(decision, Start)
    assert decision.why["by"] == "bo"
    chosen = "a first report takes 68% of a training (the median of 8), so a pause saves little"
    assert decision.why["chosen"] == chosen


def test_the_method_in_charge_judges_trials_that_another_one_started() -> None:
    history = History(PROBLEM)
    for loss in (1.0, 2.0, 3.0):
        trial = history.start(until=9)
        history.report(trial, 9, loss)
        history.end(trial, Status.COMPLETED)
    good, bad = history.start(until=9), history.start(until=9)
    history.report(good, 1, 4.0)
    history.report(bad, 1, 5.0)
    assert auto().observe(history.trials, bad).verdict is Verdict.STOP
    trial = history.start(until=9)
    history.report(trial, 9, 1.0)
    history.end(trial, Status.COMPLETED)  # the fourth that reported only at its end
    assert auto().observe(history.trials, bad).verdict is Verdict.CONTINUE


@pytest.mark.parametrize(
    ("arguments", "name", "its"),
    [
        ({"budget": "trials"}, "bo", {"cost_exponent": 0.0}),  # trials are limited, whatever they cost
        ({}, "hypertune", {"grace_period": 2}),
        ({"checkpoints": False}, "asha", {"grace_period": 2}),
    ],
)
def test_it_decides_as_the_method_that_it_picks(
    arguments: dict[str, object], name: str, its: dict[str, object]
) -> None:
    point = {"x": 0.25}
    problem = Problem(SPACE, "loss", resource_attr="epoch", max_resource=54)
    picked, fixed = (
        methods.build(each, problem, 3, {**given, "points_to_evaluate": [point]}).scheduler
        for each, given in (("auto", arguments), (name, its))
    )
    world = World(workers=2, launches=8)
    trials, others = (drive(problem, scheduler, world).trials for scheduler in (picked, fixed))
    assert [trial.config for trial in trials] == [trial.config for trial in others]
    assert trials[0].config == point
    assert in_charge(trials) == name
    assert in_charge(others) is None
