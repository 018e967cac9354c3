"""The contract suite for schedulers: plain functions that a test runs for each scheduler.

Each check takes a function that builds the scheduler for a problem, and raises `AssertionError` if the
scheduler breaks its contract. Run them for your own scheduler like this::

    @pytest.mark.parametrize("check", SCHEDULER_CHECKS)
    def test_contract(check):
        check(lambda problem: MyScheduler(problem, RandomSearcher(problem)))
"""

import copy
import math
import time
from array import array
from collections.abc import Callable

import msgspec
import numpy as np

from tunewise.problem import Mode, Problem, largest_resource
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.base import Decision, Judgement, Resume, RunToEnd, Scheduler, Start
from tunewise.searchers.model_free import RandomSearcher
from tunewise.space import Space, Value, choice, randint, uniform
from tunewise.testing.driver import World, drive
from tunewise.testing.history import fingerprint
from tunewise.trial import ELSEWHERE, TERMINAL, Best, JobId, Status, Trial, Trials
from tunewise.trial_table import TableImage, TrialTable

Build = Callable[[Problem], Scheduler]

NUM_ELSEWHERE = 12
_PLAIN = (str, bool, int, float, type(None))

_WORLDS = (
    World(workers=1, seed=1, launches=20),
    World(workers=4, seed=2, launches=40),
    World(workers=8, seed=3, launches=60, mishaps=0.05, coarse=True),
)


def _problem(mode: Mode = "min", max_resource: int = 9) -> Problem:
    space = Space({"x": uniform(0.0, 1.0), "width": randint(1, 64), "kind": choice(["a", "b", "c"])})
    return Problem(space, metric="metric", mode=mode, resource_attr="epoch", max_resource=max_resource)


def _finite_problem() -> Problem:
    space = Space({"width": randint(1, 4), "kind": choice(["a", "b", "c"])})
    return Problem(space, metric="metric", resource_attr="epoch", max_resource=9)


# ---- checks ----------------------------------------------------------------------------------------------


def check_decides_what_is_legal(build: Build) -> None:
    for world in _WORLDS:
        for max_resource in (1, 2, 27):
            problem = _problem(max_resource=max_resource)
            transcript = drive(problem, build(problem), world)
            assert len(transcript.trials) > 0, "it never started a trial"


def check_says_why_in_plain_values(build: Build) -> None:
    problem = _problem()
    for decision in drive(problem, build(problem), _WORLDS[2]).decisions:
        if not isinstance(decision, (Start, Resume, Judgement)):
            continue
        why = decision.why
        assert not why or isinstance(why.get("kind"), str), f"{decision} has no kind of reason"
        for key, value in why.items():
            # NumPy scalars pass for Python ones, but not in JSON
            assert type(value) in _PLAIN, f"{key} of {decision} isn't a plain value"
            finite = not isinstance(value, float) or math.isfinite(value)
            assert finite, f"{key} of {decision} is not finite"


def check_changes_nothing(build: Build) -> None:
    problem = _problem()
    drive(problem, _Watched(build(problem)), _WORLDS[2])


def check_decides_the_same_again(build: Build) -> None:
    problem = _problem()
    for world in _WORLDS:
        first, second = (drive(problem, build(problem), world).decisions for _ in range(2))
        assert first == second, "the same world led to different decisions"


def check_remembers_nothing_but_the_history(build: Build) -> None:
    """As after a restart: a new scheduler decides like the one that was there all the time."""
    for world in _WORLDS:
        problem = _problem()
        drive(problem, _ComparedWithFresh(build, problem), world)


def check_takes_up_a_copied_history(build: Build) -> None:
    """A scheduler that is asked about two histories in turn doesn't mix them up."""
    problem = _problem()
    drive(problem, _AskedAboutCopies(build, problem), World(workers=3, seed=4, launches=30, mishaps=0.05))


def check_takes_up_what_another_began(build: Build) -> None:
    for other in (RunToEnd, AshaPromotion):
        problem = _problem()
        first = other(problem, RandomSearcher(problem))
        drive(problem, _Relay(first, build(problem), after=25), _WORLDS[2])


def check_goes_on_where_trials_are_missing(build: Build) -> None:
    """As where an experiment goes on with a smaller space: some trials of its own, and of another scheduler,
    are gone. It decides as a new scheduler would, and in a finite space it comes to an end all the same."""
    for finite in (False, True):
        problem = _finite_problem() if finite else _problem()
        for first in (build(problem), AshaPromotion(problem, RandomSearcher(problem))):
            before = drive(problem, first, World(workers=3, seed=10, launches=8, mishaps=0.05)).trials
            trials = _without_every_third(before)
            world = World(workers=3, seed=11, launches=1000 if finite else 20)
            transcript = drive(problem, _ComparedWithFresh(build, problem), world, trials)
            assert transcript.exhausted or not finite, "it went on in a finite space"


def check_learns_from_trials_of_elsewhere(build: Build) -> None:
    """An experiment begins with trials that were trained elsewhere, with their curves or their ends alone."""
    for finite in (False, True):
        problem = _finite_problem() if finite else _problem()
        trials = _of_elsewhere(problem)
        world = World(workers=3, seed=12, launches=1000 if finite else 30, mishaps=0.03)
        transcript = drive(problem, _ComparedWithFresh(build, problem), world, trials)
        assert transcript.exhausted or not finite, "it went on in a finite space"
        assert finite or len(trials) > NUM_ELSEWHERE, "it never started a trial"


def check_maximising_mirrors_minimising(build: Build) -> None:
    for world in _WORLDS:
        minimised, maximised = (
            [_without_why(decision) for decision in drive(problem, build(problem), world).decisions]
            for problem in (_problem("min"), _problem("max"))
        )
        assert minimised == maximised, "it decides otherwise about the negated metric"


def check_comes_to_an_end(build: Build) -> None:
    """In a finite space, nothing stays running or suspended, and nothing waits for ever."""
    for mishaps in (0.0, 0.05):
        problem = _finite_problem()
        world = World(workers=3, seed=5, launches=1000, mishaps=mishaps)
        transcript = drive(problem, build(problem), world)
        assert transcript.exhausted, "it went on in a finite space"
        for trial in transcript.trials:
            assert trial.status in TERMINAL or trial.status is Status.PAUSED, f"{trial} was left"


def check_lives_with_what_people_ask_for(build: Build) -> None:
    """Trials are held, let go, ended and resumed at any moment, and configurations come from outside. It
    decides as a new scheduler would, and in a finite space it comes to an end all the same."""
    problem = _problem()
    world = World(workers=3, seed=7, launches=40, mishaps=0.03, coarse=True, wishes=0.3)
    drive(problem, _ComparedWithFresh(build, problem), world)
    for seed in (8, 9):
        problem = _finite_problem()
        world = World(workers=3, seed=seed, launches=1000, mishaps=0.03, wishes=0.3)
        transcript = drive(problem, build(problem), world)
        assert transcript.exhausted, "it went on in a finite space"
        for trial in transcript.trials:
            assert trial.status in TERMINAL or trial.status is Status.PAUSED, f"{trial} was left"


def check_copes_with_no_trials_at_all(build: Build) -> None:
    problem = _problem()
    decision = build(problem).next(TrialTable(problem), np.random.default_rng(0))
    assert isinstance(decision, Start), f"it begins with {decision}"


def check_is_fast(build: Build) -> None:
    """On the way to four hundred trials, a decision takes less than 50 ms of processor time on average."""
    problem = _problem()
    timed = _Timed(build(problem))
    drive(problem, timed, World(workers=8, seed=6, launches=400))
    mean = sum(timed.seconds) / len(timed.seconds)
    assert mean < 0.05, f"a decision took {mean:.3f} s on average"


SCHEDULER_CHECKS = tuple(check for name, check in list(globals().items()) if name.startswith("check_"))
"""All checks, in the order of this file."""


# ---- schedulers that check another one ------------------------------------------------------------------


class _Around(Scheduler):
    """Passes every question on."""

    def __init__(self, inner: Scheduler) -> None:
        super().__init__(inner.problem, inner.searcher)
        self._inner = inner

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._inner.next(trials, rng)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return self._inner.observe(trials, trial)

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int | None, int]:
        return self._inner.place(trials, rng)

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        return self._inner.recalled(trials, trial)


class _Watched(_Around):
    """Asserts that the history is the same after each question."""

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        before = fingerprint(trials)
        decision = super().next(trials, rng)
        assert fingerprint(trials) == before, f"the history was changed on the way to {decision}"
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        before = fingerprint(trials)
        judgement = super().observe(trials, trial)
        assert fingerprint(trials) == before, f"the history was changed on the way to {judgement}"
        return judgement


class _ComparedWithFresh(_Around):
    """Asserts that a scheduler built for a single question gives the same answer.

    It asks each of the first questions twice, and later one in seven: a model takes time to learn a whole
    history again.
    """

    def __init__(self, build: Build, problem: Problem) -> None:
        super().__init__(build(problem))
        self._build = build
        self._asked = {"next": 0, "observe": 0}

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        copied = copy.deepcopy(rng)
        decision = super().next(trials, rng)
        if self._compares("next"):
            fresh = self._build(self.problem).next(trials, copied)
            assert decision == fresh, "one that was there all the time decides otherwise than a new one"
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        judgement = super().observe(trials, trial)
        if self._compares("observe"):
            fresh = self._build(self.problem).observe(trials, trial)
            assert judgement == fresh, "one that was there all the time judges otherwise than a new one"
        return judgement

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int | None, int]:
        copied = copy.deepcopy(rng)
        placed = super().place(trials, rng)
        assert placed == self._build(self.problem).place(trials, copied), "a new one places it elsewhere"
        return placed

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        resumed = super().recalled(trials, trial)
        assert resumed == self._build(self.problem).recalled(trials, trial), "a new one resumes it otherwise"
        return resumed

    def _compares(self, question: str) -> bool:
        self._asked[question] += 1
        return self._asked[question] <= 15 or self._asked[question] % 7 == 0


class _AskedAboutCopies(_Around):
    """Asks the same scheduler about a copy of the history before each question."""

    def __init__(self, build: Build, problem: Problem) -> None:
        super().__init__(build(problem))

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        about_copy = super().next(copy.deepcopy(trials), copy.deepcopy(rng))
        decision = super().next(trials, rng)
        assert decision == about_copy, "it decides otherwise about a copy of the history"
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        copied = copy.deepcopy(trials)
        about_copy = super().observe(copied, copied[trial.id])
        judgement = super().observe(trials, trial)
        assert judgement == about_copy, "it judges otherwise about a copy of the history"
        return judgement


class _Relay(_Around):
    """Switches to a second scheduler after this many trials."""

    def __init__(self, first: Scheduler, second: Scheduler, after: int) -> None:
        super().__init__(first)
        self._second = second
        self._after = after

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._in_charge(trials).next(trials, rng)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return self._in_charge(trials).observe(trials, trial)

    def _in_charge(self, trials: Trials) -> Scheduler:
        return self._second if len(trials) >= self._after else self._inner


class _Timed(_Around):
    """Records the CPU seconds of each answer, which other processes don't affect."""

    def __init__(self, inner: Scheduler) -> None:
        super().__init__(inner)
        self.seconds: list[float] = []

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        begin = time.process_time()
        decision = super().next(trials, rng)
        self.seconds.append(time.process_time() - begin)
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        begin = time.process_time()
        judgement = super().observe(trials, trial)
        self.seconds.append(time.process_time() - begin)
        return judgement


def _of_elsewhere(problem: Problem) -> TrialTable:
    """Trials that were trained elsewhere: a third each has completed, was stopped, is known by its end."""
    trials, largest, rng = TrialTable(problem), largest_resource(problem, "it"), np.random.default_rng(13)
    for number in range(NUM_ELSEWHERE):
        bare, stopped = number % 3 == 0, number % 3 == 1
        why: dict[str, Value] = {"kind": ELSEWHERE, "unseen": largest - 1 if bare else 0}
        trial = trials.add(problem.space.sample(rng), 0, largest, why, 0.0, queued=False)
        for level in range(largest if bare else 1, (largest // 2 if stopped else largest) + 1):
            trials.add_report(trial, level, problem.sign * (number % 5 + 1 / level), 0.0)
        if stopped:
            trials.halt(trial, Status.STOPPED, None)
        trials.end_job(trial, Status.STOPPED if stopped else Status.COMPLETED, 0.0, 0.0)
    return trials


def _without_every_third(trials: TrialTable) -> TrialTable:
    """The history as if every third trial, the first one included, had never been."""
    numbers = {trial.id: number for number, trial in enumerate(t for t in trials if t.id % 3)}
    log = [(trial, index) for trial, index in map(trials.report, range(trials.num_reports))]
    log = [(trial, index) for trial, index in log if trial.id in numbers]
    image, sign = trials.image(), trials.problem.sign
    best, at = min(log, key=lambda report: sign * report[0].values[report[1]])
    found = Best(best.values[at], numbers[best.id], best.levels[at])
    kept = [
        msgspec.structs.replace(one, id=numbers[one.id], job=JobId(numbers[one.id], one.job.run))
        for one in image.trials
        if one.id in numbers
    ]
    by_status = {s: [numbers[one] for one in ids if one in numbers] for s, ids in image.by_status.items()}
    ids, indices = (
        array("i", column).tobytes() for column in zip(*((numbers[t.id], i) for t, i in log), strict=True)
    )
    return TrialTable.restored(trials.problem, TableImage(kept, by_status, ids, indices, [], found))


def _without_why(decision: Decision | Judgement) -> object:
    """What is decided; the reasons may quote values of the metric."""
    if isinstance(decision, Start):
        return decision.trial_id, decision.config, decision.until, decision.bracket
    if isinstance(decision, Resume):
        return decision.trial_id, decision.until
    if isinstance(decision, Judgement):
        return decision.verdict
    return decision
