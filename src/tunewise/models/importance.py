"""What a history says about its hyperparameters: how much each matters, and where the best trials lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Indices
from tunewise.models.observations import EXTERNAL_FAILURES, evenly_spread
from tunewise.space import Config, Domain, Space, Value
from tunewise.space.domains import Integer
from tunewise.space.enumeration import all_values
from tunewise.space.finite import Choice, Finite
from tunewise.surrogates.importance import Axis, weigh
from tunewise.trial import Status, Trial, Trials

BEST_SHARE = 0.1
"""The share of the trials that count as the best, as in the paper."""

LEAST_BEST = 8
"""The best are at least so many."""

LEAST_REACHED = 2 * LEAST_BEST
"""So many trials must have a value by which they are compared."""

LEAST = 20
"""Fewer trials say nothing. On a sum of three squares with weights 4, 2 and 1/2 and three hyperparameters
that don't matter, the first in rank was one of the two that do in 98 of 100 cases with 20 random trials, and
in 78 with 10."""

MOST_WEIGHED = 2_000
"""Trials, evenly spread over the ranks, that are weighed: more take longer and change little."""

STEPS = 50
"""Cells of a hyperparameter that has more values."""

SURE = 0.02
"""Something matters if random trials would differ as much with at most this probability."""

MIDDLE = (0.1, 0.9)
"""Between these quantiles of the best trials is the good region."""

AT_BOUND = 0.1, 0.3
"""A bound is touched if this part of the scale beside it has this share of the best."""


@dataclass(frozen=True)
class Comparison:
    """Which trials are compared, and by what.

    ids: of the trials, the best first. best: how many of them count as the best; 0 if there are too few.
    level: what counts is the best value up to this level; None: up to the end of the training. reached: how
    many have such a value; they come first. The others ended before and count as worse. failed: how many of
    these failed. left_out: trials that aren't judged yet.
    """

    ids: tuple[int, ...]
    best: int
    level: int | None
    reached: int
    failed: int
    left_out: int


class Region(NamedTuple):
    """Where the middle of the best trials lies.

    low, high: values. width: the share of the scale between them. at_low, at_high: whether the best crowd at
    a bound of the space.
    """

    low: Value
    high: Value
    width: float
    at_low: bool
    at_high: bool


class Tally(NamedTuple):
    """A value of a choice, and how many of the best and of all trials have it."""

    value: Value
    best: int
    all: int


@dataclass(frozen=True)
class Finding:
    """What is known of a hyperparameter.

    share: of all importance, from 0 to 1; low, high: its 80 % interval. divergence: of the best trials from
    all, as the paper has it. chance: the probability that random trials differ as much. active: how many of
    the best have it. region: None if fewer than 3 do, or for a choice, which has tallies.
    """

    name: str
    share: float
    low: float
    high: float
    divergence: float
    chance: float
    active: int
    region: Region | None = None
    tallies: tuple[Tally, ...] = ()

    @property
    def matters(self) -> bool:
        return self.chance <= SURE and self.share > 0.0


@dataclass(frozen=True)
class Importance:
    """What the hyperparameters do. findings: the most important first; none if too few are compared."""

    compared: Comparison
    findings: tuple[Finding, ...]


def importance_of(trials: Trials) -> Importance:
    """Weighs the hyperparameters by the trials so far. A function of the history: the same for the same."""
    compared = comparison(trials)
    configs = [trials[trial_id].config for trial_id in compared.ids]
    return Importance(compared, weighed(compared, configs, trials.problem.space))


def weighed(compared: Comparison, configs: Sequence[Config], space: Space) -> tuple[Finding, ...]:
    """What the configurations of the compared trials say, the most important first."""
    if not compared.best or not space.domains:
        return ()
    kept, best = _thinned(len(configs), compared.best)
    domains = space.domains
    axes = [axis_of(name, domain, [configs[place] for place in kept]) for name, domain in domains.items()]
    found = weigh(axes, best, np.random.default_rng(0))
    parts = np.array([found.shares, found.low, found.high, found.divergence, found.chance]).T.tolist()
    findings = [
        _finding(name, domain, configs, compared.best, own)
        for (name, domain), own in zip(domains.items(), parts, strict=True)
    ]
    return tuple(sorted(findings, key=lambda each: -each.share))


# ---- which trials are compared --------------------------------------------------------------------------


def comparison(trials: Trials) -> Comparison:
    """Ranks trials although they have reached different levels.

    Values of different levels say nothing about one another. So what counts is the highest level that enough
    trials have reached, as what is best early needn't be so in the end. Trials that ended before it, because
    they were stopped, paused or failed, were left behind for those that reached it, and count as worse. The
    best are a tenth of all, or a third of those that reached it if these are fewer.
    """
    known = [trial for trial in trials if trial.values or _is_behind(trial)]
    ends = sorted((_end(trial, trials) for trial in known if trial.values), reverse=True)
    if len(known) < LEAST or len(ends) < LEAST_REACHED:
        return Comparison((), 0, None, 0, 0, len(trials))
    end = ends[LEAST_REACHED - 1]
    level = None if end == math.inf else int(end)
    sign = trials.problem.sign
    losses = {trial.id: _loss(trial, level, sign) for trial in known if _end(trial, trials) >= end}
    best = max(LEAST_BEST, min(math.ceil(BEST_SHARE * len(known)), len(losses) // 3))
    behind = sorted(
        (trial for trial in known if trial.id not in losses and _is_behind(trial)),
        key=lambda trial: (-trial.level, trial.id),
    )
    ids = (*sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id)), *(t.id for t in behind))
    failed = sum(trial.status is Status.FAILED for trial in behind)
    return Comparison(ids, best, level, len(losses), failed, len(trials) - len(ids))


def _end(trial: Trial, trials: Trials) -> float:
    """The level up to which a trial can be compared: infinite for one that is fully trained."""
    if not trial.values:
        return 0.0
    largest = trials.problem.max_resource
    over = trial.status is Status.COMPLETED or (largest is not None and trial.reached >= largest)
    return math.inf if over else float(trial.reached)


def _loss(trial: Trial, level: int | None, sign: int) -> float:
    """The least loss up to a level; of a trial that was fully trained before it, of all."""
    index = None if level is None else trial.index_at(level)
    values = trial.values if index is None else trial.values[: index + 1]
    return min(sign * value for value in values)


def _is_behind(trial: Trial) -> bool:
    """Whether it was decided that a trial goes no further for now, or it failed through its own fault."""
    status = trial.target if trial.status is Status.HALTING else trial.status
    if status is Status.FAILED:
        return trial.failure is None or trial.failure.kind not in EXTERNAL_FAILURES
    return status in (Status.PAUSED, Status.STOPPED)


def _thinned(count: int, best: int) -> tuple[list[int], int]:
    """Places of the trials that are weighed, and how many of them are the best."""
    if count <= MOST_WEIGHED:
        return list(range(count)), best
    kept = evenly_spread(count, MOST_WEIGHED).tolist()
    return kept, sum(place < best for place in kept)


# ---- what they say --------------------------------------------------------------------------------------


def axis_of(name: str, domain: Domain, configs: Sequence[Config]) -> Axis:
    """The values of a hyperparameter in configurations (n,), as places on its scale."""
    ordered = not isinstance(domain, Choice)
    listed = domain.cardinality is not None and (not ordered or domain.cardinality <= STEPS)
    if listed and isinstance(domain, (Finite, Integer)):
        members = all_values(domain)
        assert members is not None
        edges = [*(domain.cell(member)[0] for member in members), 1.0]
        places = [_index(domain, config[name]) if name in config else -1 for config in configs]
    else:
        edges = [step / STEPS for step in range(STEPS + 1)]
        units = [domain.to_unit(config[name]) if name in config else -1.0 for config in configs]
        places = [min(int(unit * STEPS), STEPS - 1) if unit >= 0.0 else -1 for unit in units]
    cells: Indices = np.array(places, dtype=np.intp)
    return Axis(cells, np.array(edges), ordered)


def _index(domain: Finite | Integer, value: Value) -> int:
    return domain.index(value) if isinstance(domain, Finite) else domain.validate(value) - domain.lower


def _finding(
    name: str, domain: Domain, configs: Sequence[Config], best: int, weighed: Sequence[float]
) -> Finding:
    """configs: of all compared trials, the best first."""
    share, low, high, divergence, chance = weighed
    top = [config[name] for config in configs[:best] if name in config]
    found = Finding(name, share, low, high, divergence, chance, len(top))
    if not isinstance(domain, Choice):
        return found if len(top) < 3 else replace(found, region=_region(domain, top))
    places = [domain.index(config[name]) for config in configs if name in config]
    among, overall = places[: len(top)], np.bincount(places, minlength=domain.cardinality).tolist()
    tallies = [Tally(value, among.count(place), overall[place]) for place, value in enumerate(domain.values)]
    return replace(found, tallies=tuple(sorted(tallies, key=lambda each: -each.best)))


def _region(domain: Domain, top: Sequence[Value]) -> Region:
    units = np.array([domain.to_unit(value) for value in top])
    low, high = np.quantile(units, MIDDLE).tolist()
    part, share = AT_BOUND
    at = []
    for bound, distances in ((0.0, units), (1.0, 1.0 - units)):
        begin, end = domain.cell(domain.from_unit(bound))
        width = max(part, end - begin)  # of a few values, the outer one may be more than this part
        at.append(bool((distances <= width).mean() >= max(share, 2.0 * width)))
    return Region(domain.from_unit(low), domain.from_unit(high), high - low, *at)
