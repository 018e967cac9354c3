"""All kinds of ASHA against their definitions, computed from scratch for each decision."""

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.random_history import RandomHistory, came_to

from tunewise import Problem, space
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.base import Exhausted, Resume, Start, Verdict
from tunewise.schedulers.hypertune import HyperTune
from tunewise.searchers.model_free import RandomSearcher
from tunewise.trial import Status


class Definition:
    """ASHA as the papers have it: no cache, everything is read off the trials."""

    def __init__(self, problem, eta, brackets):
        self.problem = problem
        self.eta = eta
        levels = [eta**k for k in range(20) if eta**k < problem.max_resource]
        self.brackets = [levels[skipped:] for skipped in range(brackets)]

    def rung(self, trials, level):
        """All that was recorded at a rung, the best first: pairs of loss and trial."""
        recorded = []
        for trial in trials:
            if level in self.brackets[trial.bracket]:
                at_or_above = [value for reached, value in came_to(trial) if reached >= level]
                if at_or_above:
                    recorded.append((self.problem.sign * at_or_above[0], trial.id))
        return sorted(recorded)

    def promotion(self, trials):
        """The trial to promote and the level to go to, or None."""
        following = self.problem.max_resource
        for level in reversed(self.brackets[0]):
            recorded = self.rung(trials, level)
            gone_on = {t.id for t in trials if t.until >= following or t.level >= following}
            for _, trial_id in recorded[: self.share(recorded, gone_on)]:
                if trials[trial_id].status is Status.PAUSED and trial_id not in gone_on:
                    return trial_id, following
            following = level
        return None

    def share(self, recorded, gone_on):
        """How many of the best may be sent on."""
        return len(recorded) // self.eta

    def stopped(self, trials, trial):
        """Whether a trial fails at a rung that its newest report brought it to."""
        before = [level for level, _ in came_to(trial)][:-1]
        for level in self.brackets[trial.bracket]:
            if max(before, default=0) < level <= trial.level:
                recorded = self.rung(trials, level)
                better = sum(loss < self.problem.sign * trial.values[-1] for loss, _ in recorded)
                if better + 1 > max(1, len(recorded) // self.eta):
                    return True
        return False

    def paused(self, trial):
        return trial.until <= trial.level < self.problem.max_resource


class Delayed(Definition):
    """As in Hyper-Tune: nobody is sent on until the rung has enough for one more than were."""

    def share(self, recorded, gone_on):
        sent = sum(trial_id in gone_on for _, trial_id in recorded)
        return len(recorded) // self.eta if len(recorded) // self.eta > sent else 0


STEPS = st.lists(
    st.tuples(st.integers(0, 16), st.integers(0, 20), st.sampled_from([1, 1, 1, 2, 5]), st.integers(0, 6)),
    max_size=150,
)
MODES = st.sampled_from(["min", "max"])
ETAS = st.sampled_from([2, 3])
BRACKETS = st.integers(1, 3)


def make_problem(mode):
    return Problem({"x": space.uniform(0, 1)}, metric="y", mode=mode, resource_attr="epoch", max_resource=18)


def check_promotion(make, definition, problem, steps):
    def on_next(trials, decision):
        promotion = definition.promotion(trials)
        if promotion is not None:
            assert isinstance(decision, Resume)
            assert (decision.trial_id, decision.until) == promotion
        else:
            assert isinstance(decision, Start)
            levels = [*definition.brackets[decision.bracket], problem.max_resource]
            assert decision.until == levels[0]

    def on_report(trials, trial, judgement):
        assert (judgement.verdict is Verdict.PAUSE) == definition.paused(trial)
        assert judgement.verdict is not Verdict.STOP

    RandomHistory(problem, make).play(steps, on_next, on_report)


@given(STEPS, MODES, ETAS, BRACKETS)
@settings(max_examples=150, deadline=None)
def test_promotion(steps, mode, eta, brackets):
    problem = make_problem(mode)
    make = partial(AshaPromotion, problem, RandomSearcher(problem), 1, eta, brackets)
    check_promotion(make, Definition(problem, eta, brackets), problem, steps)


@given(STEPS, MODES, ETAS)
@settings(max_examples=100, deadline=None)
def test_delayed_promotion(steps, mode, eta):
    """In one bracket, which takes no model to choose."""
    problem = make_problem(mode)
    make = partial(HyperTune, problem, RandomSearcher(problem), 1, eta, 1)
    check_promotion(make, Delayed(problem, eta, 1), problem, steps)


@given(STEPS, MODES, ETAS, BRACKETS)
@settings(max_examples=150, deadline=None)
def test_stopping(steps, mode, eta, brackets):
    problem = make_problem(mode)
    definition = Definition(problem, eta, brackets)

    def on_next(trials, decision):
        assert isinstance(decision, Start)
        assert decision.until == problem.max_resource
        assert not isinstance(decision, Exhausted)

    def on_report(trials, trial, judgement):
        expected = Verdict.STOP if definition.stopped(trials, trial) else Verdict.CONTINUE
        assert judgement.verdict is expected

    make = partial(AshaStopping, problem, RandomSearcher(problem), 1, eta, brackets)
    RandomHistory(problem, make).play(steps, on_next, on_report)
