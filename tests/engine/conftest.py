"""Experiments whose invariants are checked after each test."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from tests.helpers.invariants import check_state

from tunewise import Problem, space
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import Action, Entry, Fact
from tunewise.schedulers.base import Decision, Judgement, Method, Scheduler
from tunewise.searchers.base import Proposal, Searcher
from tunewise.testing.history import fingerprint
from tunewise.trial import Trial, Trials


class Counting(Searcher):
    """Proposes x = 0, 1, 2, ..."""

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        return Proposal({"x": len(trials)}, {"kind": "counting"})


class Scripted(Scheduler):
    """Plays back decisions and judgements; each is taken from the front of its list."""

    def __init__(
        self, problem: Problem, decisions: Sequence[Decision], judgements: Sequence[Judgement]
    ) -> None:
        super().__init__(problem, Counting(problem))
        self.decisions = list(decisions)
        self.judgements = list(judgements)

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self.decisions.pop(0)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return self.judgements.pop(0)


class Recorded(Experiment):
    """An experiment that keeps its journal in memory."""

    def __init__(self, method: Method, policy: Policy | None) -> None:
        super().__init__(method, policy)
        self.entries: list[Entry] = []

    def apply(self, fact: Fact) -> list[Action]:
        actions = super().apply(fact)
        self.entries.append(Entry(fact, list(actions)))
        check_state(self.state)
        return actions


@pytest.fixture
def problem() -> Problem:
    return Problem(
        {"x": space.randint(0, 1000)},
        metric="loss",
        resource_attr="epoch",
        max_resource=9,
        max_resource_arg="epochs",
    )


Make = Callable[..., Recorded]


@pytest.fixture
def make(problem: Problem) -> Iterator[Make]:
    """Makes experiments; afterwards each must be what its journal says."""
    made: list[Recorded] = []

    def make_one(
        decisions: Sequence[Decision] = (),
        judgements: Sequence[Judgement] = (),
        policy: Policy | None = None,
        problem: Problem = problem,
    ) -> Recorded:
        scheduler = Scripted(problem, decisions, judgements)
        made.append(Recorded(Method("scripted", problem, scheduler, seed=0), policy))
        return made[-1]

    yield make_one
    for experiment in made:
        replayed = State(experiment.problem, experiment.policy.retry)
        for entry in experiment.entries:
            replayed.replay(entry)
        check_state(replayed)
        assert fingerprint(replayed.trials) == fingerprint(experiment.state.trials)
        assert replayed.finished == experiment.state.finished
        assert replayed.notes == experiment.state.notes
        for name in ("requests", "wanted", "remarks"):
            assert getattr(replayed, name) == getattr(experiment.state, name)
