"""A space learned from what trials asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tunewise.space.conditions import Condition
from tunewise.space.domains import Domain, Float
from tunewise.space.finite import Choice, Ordinal
from tunewise.space.space import Space
from tunewise.space.values import Config, Value, identity


def learned_space(domains: Mapping[str, Domain], asked: Sequence[Config]) -> Space:
    """The space of what trials asked for.

    domains: by name, in the order in which they were first asked for. asked: for each trial, in its order.

    What only some trials asked for depends on something that they had asked for before, if one comparison
    tells them from all others. Choices are tried before numbers, and what was asked for last first; on real
    numbers nothing depends, as a few trials would always differ in one. What no comparison explains is
    always part of the space.
    """
    found: dict[str, Domain] = {}
    for name, domain in domains.items():
        having = [_before(name, config) for config in asked if name in config]
        lacking = [config for config in asked if name not in config]
        if having:
            conditions = _conditions(having, lacking, found) if lacking else ()
            found[name] = replace(domain, conditions=conditions)
    return Space(found)


def _before(name: str, config: Config) -> Config:
    """What a trial had asked for before."""
    names = list(config)
    return {each: config[each] for each in names[: names.index(name)]}


def _conditions(
    having: Sequence[Config], lacking: Sequence[Config], known: Mapping[str, Domain]
) -> tuple[Condition, ...]:
    shared = [name for name in reversed(list(known)) if all(name in config for config in having)]
    shared.sort(key=lambda name: not isinstance(known[name], (Choice, Ordinal)))
    for parent in shared:
        if isinstance(known[parent], Float):
            continue
        values = {identity(config[parent]): config[parent] for config in having}
        others = {identity(config[parent]): config[parent] for config in lacking if parent in config}
        if not others:  # asked for whenever the parent is
            return known[parent].conditions
        if values.keys().isdisjoint(others):
            listed, unlisted = list(values.values()), list(others.values())
            return (_comparison(parent, known[parent], listed, unlisted),)
    return ()


def _comparison(parent: str, domain: Domain, values: list[Value], others: list[Value]) -> Condition:
    """What holds for the values of a parent and not for the others."""
    if not isinstance(domain, (Choice, Ordinal)):
        lowest, highest = min(values), max(values)  # type: ignore[type-var]  # numbers
        if lowest > max(others):  # type: ignore[operator, type-var]
            return Condition(parent, ">=", lowest)
        if highest < min(others):  # type: ignore[operator, type-var]
            return Condition(parent, "<=", highest)
    return Condition(parent, "==", values[0]) if len(values) == 1 else Condition(parent, "in", tuple(values))
