"""What an experiment has taught, in words with figures: what mattered, where the best trials lie, what to try
next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from tunewise.display.formats import count, value
from tunewise.engine.state import State
from tunewise.models.importance import LEAST, LEAST_REACHED, Comparison, Finding, Importance, Region, Tally
from tunewise.problem import Problem
from tunewise.space import Domain, Value
from tunewise.space.domains import Float, Integer
from tunewise.space.finite import Choice
from tunewise.trial import Trial, Trials

NEVER = 3.0
"""A value isn't missing among the best by chance if so many trials would be expected there."""

MARGIN = 0.1
"""A narrowed hyperparameter keeps this part of its scale on both sides of the good region."""

NARROW = 0.5
"""A hyperparameter isn't narrowed to more than this part of its scale."""

FURTHER = 1 / 3
"""A hyperparameter is widened by this part of its scale."""

IDLE = 0.1
"""A hyperparameter can be fixed if its share is surely below this."""

ENOUGH_TO_FIX = 50
"""Trials that must be compared before anything is called idle."""

LAST = 0.8
"""The end of a training begins after this part of it."""

STILL = 0.02
"""A training still improves if its end brought this part of the whole improvement."""


class Advice(NamedTuple):
    """What to try and why, and the flags of the space for it."""

    text: str
    flags: tuple[str, ...] = ()


# ---- what was compared ----------------------------------------------------------------------------------


def compared(importance: Importance, problem: Problem) -> str:
    """Which trials were compared and by what, or that there are too few."""
    found = importance.compared
    if not found.best:
        return (
            f"It is too early to tell what matters: that takes {LEAST} trials that have ended, "
            f"{LEAST_REACHED} of which have reported {problem.metric}."
        )
    by = f"their best {problem.metric}"
    if found.level is None:
        first = f"{_trained(found)} by {by}"
    else:
        first = f"{count(len(found.ids), 'trial')} by {by} up to {problem.level_name} {found.level}"
        if found.reached < len(found.ids):
            first += f", which {found.reached:,} have reached"
    parts = [first, *_others(found), f"the best {found.best:,} are held against all of them"]
    return f"Compared: {'; '.join(parts)}."


def _trained(found: Comparison) -> str:
    if found.reached == len(found.ids):
        return f"{count(found.reached, 'trial')}, all trained to the end,"
    return f"{count(len(found.ids), 'trial')}, {found.reached:,} of them trained to the end,"


def _others(found: Comparison) -> Iterator[str]:
    behind = len(found.ids) - found.reached
    if behind:
        failed = f" ({found.failed:,} failed)" if found.failed else ""
        counts = "counts" if behind == 1 else "count"
        yield f"{behind:,} that ended before{failed} {counts} as worse"
    if found.left_out:
        yield f"{found.left_out:,} that can't be judged yet {'is' if found.left_out == 1 else 'are'} left out"


# ---- what mattered --------------------------------------------------------------------------------------


def mattered(finding: Finding) -> str:
    """`62 % (80 %: 55 to 70 %)`, and whether that may be chance."""
    if not finding.active:
        return "unknown: it is missing in all of the best"
    share = percent(finding.share)
    between = f"80 %: {percent(finding.low).removesuffix(' %')} to {percent(finding.high)}"
    if finding.matters:
        return f"{share} ({between})"
    if finding.share < 0.005:
        return f"nothing beyond chance (at most {percent(finding.high)})"
    return f"{share} ({between}), which may be chance"


def percent(share: float) -> str:
    return f"{100.0 * share:.0f} %"


# ---- where the best lie ---------------------------------------------------------------------------------


def good_region(finding: Finding, importance: Importance, problem: Problem) -> str:
    """Where the best trials lie on the scale of a hyperparameter; "" if that isn't known."""
    domain = problem.space.domains[finding.name]
    missing = importance.compared.best - finding.active
    some = f"; {missing:,} of the best without it" if missing and finding.active else ""
    if finding.tallies:
        return _among(finding.tallies) + some if finding.active else ""
    if finding.region is None:
        return ""
    low, high = short(finding.region.low), short(finding.region.high)
    where = low if low == high else f"{low} to {high}"
    bounds = _touched(finding.region) if finding.matters else []
    crowd = f"; they crowd at the {' and the '.join(bounds)} bound" if bounds else ""
    return f"{where} of {_scale(domain)}{crowd}{some}"


def _among(tallies: Sequence[Tally]) -> str:
    total = sum(each.best for each in tallies)
    had = [f"{value(each.value)} {each.best} of {total}" for each in tallies if each.best]
    never = [f"{value(each.value)} (of {count(each.all, 'trial')})" for each in never_among(tallies)]
    return ", ".join(had) + (f"; never {', '.join(never)}" if never else "")


def never_among(tallies: Sequence[Tally]) -> list[Tally]:
    """Values that none of the best have, though chance would have given them to some."""
    best, everything = sum(each.best for each in tallies), sum(each.all for each in tallies)
    return [each for each in tallies if not each.best and best * each.all >= NEVER * everything]


def _touched(region: Region) -> list[str]:
    """The bounds at which the region lies."""
    return [bound for bound, at in (("lower", region.at_low), ("upper", region.at_high)) if at]


def _scale(domain: Domain) -> str:
    low, high = domain.from_unit(0.0), domain.from_unit(1.0)
    return f"{short(low)} to {short(high)}"


def short(item: Value) -> str:
    """A value in a range, whose further digits say nothing."""
    return f"{item:.3g}" if isinstance(item, float) else value(item)


# ---- what to try ----------------------------------------------------------------------------------------


def advice(importance: Importance, state: State, can_change: bool) -> list[Advice]:
    """What to try next, as far as the history supports it. can_change: whether the space can be another."""
    if not can_change:
        return []
    domains = state.trials.problem.space.domains
    parents = {each.parent for domain in domains.values() for each in domain.conditions}
    found = []
    for finding in importance.findings:
        about = _about_space(finding, domains[finding.name]) if finding.matters else None
        if about is not None:
            # conditions name values of a parent: whoever changes it has to look at them, too
            found.append(about._replace(flags=()) if finding.name in parents else about)
    return [*found, *_fixed(importance, state, parents), *_longer(importance, state.trials)]


def _about_space(finding: Finding, domain: Domain) -> Advice | None:
    if isinstance(domain, Choice):
        return _chosen(finding, domain)
    return _moved(finding.name, domain, finding.region) if finding.region is not None else None


def _fixed(importance: Importance, state: State, parents: Set[str]) -> Iterator[Advice]:
    """What makes no difference. What others depend on is left as it is, and so is what isn't always there."""
    best, domains = state.trials.best, state.trials.problem.space.domains
    if best is None or len(importance.compared.ids) < ENOUGH_TO_FIX:
        return
    config = state.trials[best.trial_id].config
    idle = [each.name for each in importance.findings if not each.matters and each.high < IDLE]
    idle = [name for name in idle if name not in parents and not domains[name].conditions]
    if idle:
        at = " and ".join(f"{name} at {value(config[name])}" for name in idle)
        them, they = ("it", "it makes") if len(idle) == 1 else ("them", "they make")
        text = f"fix {at}, as the best trial has {them}: {they} no difference so far"
        yield Advice(text, tuple(f"{name}={_flag_value(config[name])}" for name in idle))


def _flag_value(at: Value) -> str:
    return f"{at:.4g}" if isinstance(at, float) else repr(at)


def _chosen(finding: Finding, domain: Choice) -> Advice | None:
    never = [each.value for each in never_among(finding.tallies)]
    kept = [each for each in domain.values if not any(each is other for other in never)]
    if not never or not kept:
        return None
    text = f"leave out {', '.join(map(value, never))} of {finding.name}: none of the best has it"
    if len(kept) == 1 and not domain.conditions:
        return Advice(text, (f"{finding.name}={_flag_value(kept[0])}",))
    return Advice(text, (f"{finding.name}={replace(domain, values=tuple(kept)).text()}",))


def _moved(name: str, domain: Domain, region: Region) -> Advice | None:
    """Widens a hyperparameter where the best crowd at its bounds, and narrows it where there are none."""
    if not isinstance(domain, (Float, Integer)):
        bounds = _touched(region)
        ends = {"lower": domain.from_unit(0.0), "upper": domain.from_unit(1.0)}
        beyond = " and ".join(f"{'below' if b == 'lower' else 'above'} {value(ends[b])}" for b in bounds)
        return Advice(f"add values of {name} {beyond}: the best crowd there") if bounds else None
    low = _wider(domain, below=True) if region.at_low else None
    high = _wider(domain, below=False) if region.at_high else None
    if region.width <= NARROW - 2 * MARGIN:
        low = low if region.at_low else _nearer(domain, region.low, -MARGIN)
        high = high if region.at_high else _nearer(domain, region.high, MARGIN)
    if low is None and high is None:
        return None
    new = _between(domain, domain.lower if low is None else low, domain.upper if high is None else high)
    if new is None:
        return None
    outwards = new.lower < domain.lower or new.upper > domain.upper
    inwards = new.lower > domain.lower or new.upper < domain.upper
    verb = "move" if outwards and inwards else "widen" if outwards else "narrow"
    crowded = " and ".join(_touched(region))
    why = f"the best crowd at its {crowded} bound" if outwards else "the best are there"
    return Advice(
        f"{verb} {name}, from {value(new.lower)} to {value(new.upper)}: {why}", (f"{name}={new.text()}",)
    )


def _wider(domain: Float | Integer, below: bool) -> float | None:
    """A bound a third of the scale further out; None where there is nothing beyond, as far as one can tell.

    Nothing is below 0 where the space begins there, and what lies within 0 and 1 may be a share.
    """
    low, high = float(domain.lower), float(domain.upper)
    if domain.log:
        ratio: float = (high / low) ** FURTHER
        return low / ratio if below else high * ratio
    step = FURTHER * (high - low)
    is_share = isinstance(domain, Float) and low >= 0.0 and high <= 1.0
    if below:
        return low - step if low < 0.0 else max(low - step, low / 2.0) if low > 0.0 else None
    if is_share:
        return min(high + step, (high + 1.0) / 2.0) if high <= 0.98 else None
    return high + step


def _nearer(domain: Float | Integer, end: Value, margin: float) -> float | None:
    moved = float(domain.from_unit(domain.to_unit(end) + margin))
    return None if moved in (domain.lower, domain.upper) else moved


def _between(domain: Float | Integer, low: float, high: float) -> Float | Integer | None:
    """The domain with bounds of two digits, rounded outwards where they have changed; None if that changes
    nothing."""
    lower = domain.lower if low == domain.lower else _rounded(low, up=False)
    upper = domain.upper if high == domain.upper else _rounded(high, up=True)
    lower = max(lower, domain.lower) if low > domain.lower else lower  # rounded, but not beyond the space
    upper = min(upper, domain.upper) if high < domain.upper else upper
    new: Float | Integer
    if isinstance(domain, Integer):
        least = min(1, domain.lower)  # numbers of things don't go below 1
        new = replace(domain, lower=max(least, math.floor(lower)), upper=math.ceil(upper))
    else:
        new = replace(domain, lower=lower, upper=upper)
    return None if (new.lower, new.upper) == (domain.lower, domain.upper) else new


def _rounded(exact: float, up: bool) -> float:
    if exact == 0.0:
        return 0.0
    digits = math.floor(math.log10(abs(exact))) - 1
    scaled = round(exact / 10.0**digits, 6)  # so that 1.2 isn't rounded up to 1.3
    return float(f"{math.ceil(scaled) if up else math.floor(scaled)}e{digits}")


def _longer(importance: Importance, trials: Trials) -> Iterator[Advice]:
    """Whether the best trials, trained to their end, still improve there."""
    problem = trials.problem
    best = [trials[trial_id] for trial_id in importance.compared.ids[: importance.compared.best]]
    whole = [
        trial for trial in best if problem.max_resource is not None and trial.level >= problem.max_resource
    ]
    gains = [gain for trial in whole if (gain := last_gain(trial, problem.sign)) is not None]
    still = [gain for gain in gains if gain >= STILL]
    if len(gains) < 3 or 2 * len(still) <= len(gains):
        return
    yield Advice(
        f"train longer than {problem.level_name} {problem.max_resource}: in {len(still):,} of the best "
        f"{len(gains):,} trials that got there, the last fifth of the training brought at least "
        f"{percent(STILL)} of all that {problem.metric} improved by"
    )


def last_gain(trial: Trial, sign: int) -> float | None:
    """The share of a training's improvement that came in its last fifth; None if it reported too little."""
    if len(trial.levels) < 5:
        return None
    losses = [sign * each for each in trial.values]
    early = [loss for level, loss in zip(trial.levels, losses, strict=True) if level <= LAST * trial.level]
    if not early or losses[0] <= min(losses):
        return 0.0 if early else None
    return max(0.0, min(early) - min(losses)) / (losses[0] - min(losses))
