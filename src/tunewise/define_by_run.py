"""Searches whose space is what an objective asks for, in the caller's own process: for Optuna's habits.

The objective runs as it likes and asks for each hyperparameter when it needs it. Its first trial is random.
From what trials asked for follows the space, with conditions for what only some of them needed, so that any
method can decide. When a trial asks for something new, that is random once, and the space is learned again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from random import Random
from typing import TYPE_CHECKING

from tunewise import methods
from tunewise.earlier import EarlierTrial
from tunewise.elsewhere import entries_of
from tunewise.engine.ask_tell import AskTell
from tunewise.problem import Mode, Problem
from tunewise.results import frame_of
from tunewise.schedulers.base import Method, Resume, Start, Verdict
from tunewise.space import (
    Config,
    Domain,
    Space,
    SpaceError,
    Value,
    choice,
    finrange,
    lograndint,
    loguniform,
    randint,
    uniform,
)
from tunewise.space.learned import learned_space
from tunewise.worker.report import scalar

if TYPE_CHECKING:
    import pandas as pd

METRIC = "value"
RUNNING, COMPLETE, PRUNED, FAILED = "running", "complete", "pruned", "failed"

Objective = Callable[["SuggestingTrial"], float | None]
MakeMethod = Callable[[Problem], Method]


class TrialPruned(Exception):
    """Raised by an objective when `should_prune` says that its trial isn't worth more."""


class SuggestingTrial:
    """A trial that learns its configuration by asking for it.

    number: from 0. config: what it has asked for so far, in this order. reports: pairs of step and value.
    state: "running", "complete", "pruned" or "failed". elsewhere: whether it was added, and not run here.
    """

    def __init__(self, search: DefineByRun, number: int, given: Mapping[str, Value]) -> None:
        self.number = number
        self.config: Config = {}
        self.reports: list[tuple[int, float]] = []
        self.state = RUNNING
        self._search = search
        self._given = dict(given)
        self.elsewhere = False
        self._unwanted = False  # the method has seen enough of it

    def __repr__(self) -> str:
        return f"<Trial {self.number} {self.state}: {self.config}>"

    @property
    def value(self) -> float | None:
        """Its best finite value; None before the first."""
        values = [value for _, value in self.reports if isfinite(value)]
        return (min if self._search.mode == "min" else max)(values, default=None)

    def suggest_float(
        self, name: str, low: float, high: float, *, step: float | None = None, log: bool = False
    ) -> float:
        """A number from low to high. step: distance of the values, which begin with low; not with log."""
        if step is None and low != high:
            return float(self._suggest(name, loguniform(low, high) if log else uniform(low, high)))  # type: ignore[arg-type]
        domain = _stepped(name, float(low), high, 1.0 if step is None else step, step is not None and log)
        return float(self._suggest(name, domain))  # type: ignore[arg-type]

    def suggest_int(self, name: str, low: int, high: int, *, step: int = 1, log: bool = False) -> int:
        """A whole number from low to high, both included. step: distance of the values; not with log."""
        if step == 1 and low != high:
            return int(self._suggest(name, lograndint(low, high) if log else randint(low, high)))  # type: ignore[arg-type]
        return int(self._suggest(name, _stepped(name, low, high, step, step != 1 and log)))  # type: ignore[arg-type]

    def suggest_categorical(self, name: str, choices: Sequence[Value]) -> Value:
        """One of several values: texts, numbers, booleans or None."""
        return self._suggest(name, choice(choices))

    def report(self, value: float, step: int) -> None:
        """Tells the value after a step: 1 for the first epoch, and so on, up to the search's max_resource."""
        if not isinstance(step, int) or isinstance(step, bool) or step < 1:
            raise ValueError(f"step is {step!r}: give a whole number, 1 for the first epoch.")
        self.reports.append((step, float(scalar("value", value))))  # type: ignore[arg-type]
        self._unwanted = self._search._reported(self) or self._unwanted

    def should_prune(self) -> bool:
        """Whether the method would rather have another trial: raise `TrialPruned` then."""
        return self._unwanted

    def _suggest(self, name: str, domain: Domain) -> Value:
        if name not in self.config:
            self.config[name] = self._search._value(name, domain, self._given)
        else:
            self._search._check(name, domain)
        return self.config[name]


class DefineByRun:
    """Searches the space that an objective asks for: `DefineByRun("min").optimize(objective, trials=50)`.

    mode: "min" or "max", the better direction. max_resource: the last step that objectives report, for
    methods that compare trials before their end. method: the name of a method, or what makes one of a
    problem; one that stops trials (`asha`) rather than one that pauses them, as an objective has no
    checkpoint. seed: for a method by its name, and for what is drawn outside of it.

    `trials` has all trials. Not for threads: one trial runs at a time, or several by `ask` and `tell`.
    """

    def __init__(
        self,
        mode: Mode = "min",
        max_resource: int | None = None,
        method: str | MakeMethod = "tpe",
        seed: int = 0,
    ) -> None:
        self.mode = mode
        self.trials: list[SuggestingTrial] = []
        self._max_resource = max_resource
        self._method = method
        self._seed = seed
        self._random = Random(seed)
        self._domains: dict[str, Domain] = {}
        self._wanted: list[Config] = []
        self._stopped = False
        self._engine: AskTell | None = None
        self._of_engine: dict[int, int] = {}  # the engine's numbers of trials, by ours
        self._problem({"x": choice([0])})  # raises for what no problem can have

    @property
    def space(self) -> Space | None:
        """The space as far as the trials have shown it; None before the first one has asked."""
        return None if self._engine is None else self._engine.trials.problem.space

    @property
    def best_trial(self) -> SuggestingTrial:
        """Raises ValueError if no trial has a value."""
        valued = [trial for trial in self.trials if trial.value is not None and trial.state != FAILED]
        if not valued:
            raise ValueError("No trial has a value yet.")
        sign = 1 if self.mode == "min" else -1
        return min(valued, key=lambda trial: sign * (trial.value or 0.0))

    @property
    def best_config(self) -> Config:
        """As of `best_trial`."""
        return dict(self.best_trial.config)

    def trials_dataframe(self) -> pd.DataFrame:
        """A row per trial: number, state, value, steps reported, and its configuration. Needs the extra
        `plots`."""
        columns = ("number", "state", "value", "steps")
        names = dict.fromkeys(name for trial in self.trials for name in trial.config)
        rows = [
            dict(zip(columns, (trial.number, trial.state, trial.value, len(trial.reports)), strict=True))
            | {f"config_{name}": value for name, value in trial.config.items()}
            for trial in self.trials
        ]
        return frame_of(rows, [*columns, *(f"config_{name}" for name in names)])

    # ---- running ----------------------------------------------------------------------------------------

    def optimize(
        self,
        objective: Objective,
        trials: int | None = None,
        timeout: float | None = None,
        callbacks: Sequence[Callable[[DefineByRun, SuggestingTrial], object]] = (),
        catch: tuple[type[Exception], ...] = (),
    ) -> None:
        """Calls an objective, trial after trial.

        trials: how many. timeout: seconds after which no further one begins. The method may end it, too, as
        may a callback, each of which is called after each trial, by calling `stop`. catch: exceptions of the
        objective by which only its trial fails. The value that the objective returns counts if it reported
        none.
        """
        if trials is None and timeout is None:
            raise ValueError("Nothing would end this: give trials or timeout.")
        self._stopped = False
        began = time.monotonic()
        done = 0
        while not self._stopped and (trials is None or done < trials):
            if timeout is not None and time.monotonic() - began >= timeout:
                return
            trial = self.ask()
            if trial is None:
                return
            self._run(objective, trial, catch)
            done += 1
            for callback in callbacks:
                callback(self, trial)

    def _run(self, objective: Objective, trial: SuggestingTrial, catch: tuple[type[Exception], ...]) -> None:
        try:
            value = objective(trial)
        except TrialPruned:
            self.tell(trial, state=PRUNED)
        except BaseException as error:
            self.tell(trial, state=FAILED)
            if not isinstance(error, catch):
                raise
        else:
            self.tell(trial, value)

    def stop(self) -> None:
        """Lets `optimize` end after the present trial."""
        self._stopped = True

    def enqueue(self, config: Config) -> None:
        """Tries these values next; what they leave out is drawn, or the middle of its range."""
        self._wanted.append(dict(config))

    def ask(self) -> SuggestingTrial | None:
        """A new trial, for a loop of one's own; None if the method has nothing left to try, or waits for
        others. Raises ValueError for a method that pauses trials."""
        given: Mapping[str, Value] = {}
        number = len(self.trials)
        wanted = self._wanted.pop(0) if self._wanted else None
        if self._engine is None:
            given = wanted or {}
        else:
            known = self._engine.trials.problem.space.domains
            if wanted is not None:
                self._engine.enqueue({name: value for name, value in wanted.items() if name in known})
            decision = self._engine.ask()
            if isinstance(decision, Resume):
                raise ValueError("This method pauses trials: choose one that stops them, such as 'asha'.")
            if not isinstance(decision, Start):
                return None
            self._of_engine[number] = decision.trial_id
            given = {**decision.config, **(wanted or {})}
        trial = SuggestingTrial(self, number, given)
        self.trials.append(trial)
        return trial

    def tell(self, trial: SuggestingTrial, value: float | None = None, state: str = COMPLETE) -> None:
        """A trial of `ask` has ended. value: counts if it has reported none. state: "complete", "pruned" or
        "failed", which is also one that has no value, or one that isn't finite."""
        if state not in (COMPLETE, PRUNED, FAILED):
            raise ValueError(f"state is {state!r}: give 'complete', 'pruned' or 'failed'.")
        if trial.state != RUNNING:
            raise ValueError(f"Trial {trial.number} has ended already.")
        if value is not None and not trial.reports:
            trial.report(value, self._max_resource or 1)
        if state == COMPLETE and not (trial.reports and all(isfinite(value) for _, value in trial.reports)):
            state = FAILED
        trial.state = state
        if trial.number in self._of_engine and self._engine is not None:
            _end(self._engine, self._of_engine[trial.number], state)
        if trial.config:
            self._learn()

    def add_trials(self, trials: Sequence[tuple[Mapping[str, Value], float] | EarlierTrial]) -> None:
        """Adds trials of somewhere else, as pairs of a configuration and its value at the end of training.
        Those count whose values are finite, and whose configurations the objective could get, once it
        has asked for all that is in them."""
        for config, value, *_ in trials:
            trial = SuggestingTrial(self, len(self.trials), {})
            trial.config, trial.state, trial.elsewhere = dict(config), COMPLETE, True
            trial.reports.append((self._max_resource or 1, float(value)))
            self.trials.append(trial)
        if self._engine is not None:
            self._learn(always=True)

    # ---- what trials ask of the search ------------------------------------------------------------------

    def _value(self, name: str, domain: Domain, given: Mapping[str, Value]) -> Value:
        self._check(name, domain)
        self._domains.setdefault(name, domain)
        if name in given:
            try:
                return domain.validate(given[name])
            except SpaceError as error:
                raise ValueError(f"{name}: {error}.") from None
        return domain.from_unit(self._random.random())

    def _check(self, name: str, domain: Domain) -> None:
        known = self._domains.get(name, domain)
        if known != domain:
            raise ValueError(f"{name} was {known!r} in an earlier trial and is {domain!r}: keep its range.")

    def _reported(self, trial: SuggestingTrial) -> bool:
        """Passes the last report on; whether the method would rather have another trial."""
        place = self._of_engine.get(trial.number)
        if self._engine is None or place is None:
            return False
        step, value = trial.reports[-1]
        return self._engine.report(place, _report(step, value)) is not Verdict.CONTINUE

    # ---- learning the space -----------------------------------------------------------------------------

    def _learn(self, always: bool = False) -> None:
        """Begins with the space that the trials show now, if it isn't the one before."""
        usable = [trial for trial in self.trials if trial.config and self._fits(trial)]
        space = learned_space(self._domains, [trial.config for trial in usable])
        if not always and space == self.space:
            return
        problem = self._problem(space)
        make = self._method
        engine = AskTell(methods.build(make, problem, self._seed) if isinstance(make, str) else make(problem))
        self._of_engine = {}
        for trial in usable:
            _replay(engine, trial, self._of_engine)
        self._engine = engine

    def _fits(self, trial: SuggestingTrial) -> bool:
        """Whether the method can learn from a trial, which may be of elsewhere."""
        try:
            fits = all(self._domains[name].validate(value) == value for name, value in trial.config.items())
        except (KeyError, SpaceError):
            return False
        return fits and (trial.value is not None or not trial.elsewhere)

    def _problem(self, space: Space | Mapping[str, Domain]) -> Problem:
        resource = "step" if self._max_resource is not None else None
        return Problem(space, METRIC, self.mode, resource, self._max_resource)


def _stepped(name: str, low: float, high: float, step: float, log: object) -> Domain:
    """Numbers from low on, so far apart."""
    if log:
        raise ValueError(f"{name} can't have both step and log: leave out one of them.")
    if low > high or step <= 0:
        raise ValueError(
            f"{name} has no values from {low} to {high} by {step}: give low <= high and step > 0."
        )
    size = int((high - low) / step + 1e-9) + 1
    whole = isinstance(low, int) and isinstance(step, int)
    return finrange(low, low + (size - 1) * step, size, cast_int=whole) if size > 1 else choice([low])


def _report(step: int, value: float) -> dict[str, object]:
    return {METRIC: value, "step": step}


def _replay(engine: AskTell, trial: SuggestingTrial, places: dict[int, int]) -> None:
    """Gives a trial of before to a new engine."""
    if trial.elsewhere:
        known = EarlierTrial(trial.config, trial.reports[0][1])
        engine.add(entries_of(len(engine.trials), "add_trials", known, engine.trials.problem))
        return
    engine.enqueue(trial.config)
    decision = engine.ask()
    assert isinstance(decision, Start)
    places[trial.number] = decision.trial_id
    for step, value in trial.reports:
        engine.report(decision.trial_id, _report(step, value))
    if trial.state != RUNNING:
        _end(engine, decision.trial_id, trial.state)


def _end(engine: AskTell, place: int, state: str) -> None:
    if state == FAILED:
        engine.fail(place, "the objective failed")
    else:
        engine.complete(place)
