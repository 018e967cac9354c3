"""Which hyperparameter depends on which: conditions checked against the space, and parents put first."""

from collections.abc import Mapping
from dataclasses import replace

from tunewise.space.conditions import MEMBERSHIPS, ORDERINGS, Condition
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import Choice, Finite
from tunewise.space.values import SpaceError, Value, number


def with_parents_checked(domains: Mapping[str, Domain], constants: Mapping[str, Value]) -> dict[str, Domain]:
    """The domains, with the values in their conditions as their parents write them.

    Raises `SpaceError` for a condition on a constant, on nothing, on a value that the parent can't have, or
    on an order that the parent hasn't.
    """
    return {
        name: replace(
            domain,
            conditions=tuple(
                _checked(name, condition, domains, constants) for condition in domain.conditions
            ),
        )
        for name, domain in domains.items()
    }


def parents_first(domains: Mapping[str, Domain]) -> dict[str, Domain]:
    """The domains in an order in which each follows its parents, as soon as it can.

    Raises `SpaceError` if hyperparameters depend on each other.
    """
    children: dict[str, list[str]] = {name: [] for name in domains}
    for name, domain in domains.items():
        for condition in domain.conditions:
            children[condition.parent].append(name)
    placed: dict[str, Domain] = {}
    waiting = list(domains)[::-1]
    while waiting:
        name = waiting.pop()
        if name not in placed and _parents(domains[name]) <= placed.keys():
            placed[name] = domains[name]
            # a child that still lacks a parent comes up again after that one
            waiting.extend(reversed(children[name]))
    if len(placed) < len(domains):
        raise _cycle({name: domain for name, domain in domains.items() if name not in placed})
    return placed


def _checked(
    name: str, condition: Condition, domains: Mapping[str, Domain], constants: Mapping[str, Value]
) -> Condition:
    parent = domains.get(condition.parent)
    if parent is None:
        reason = "is a constant" if condition.parent in constants else "isn't in the space"
        raise SpaceError(f"{name} depends on {condition.parent!r}, which {reason}.")
    try:
        options = tuple(parent.validate(option) for option in condition.options)
    except SpaceError as error:
        raise SpaceError(f"{name} depends on {condition.text()}, but {error}.") from None
    if condition.op in ORDERINGS and not _is_numeric(parent):
        raise SpaceError(
            f"{name} depends on {condition.text()}, but {condition.parent} has no order: use == or in."
        )
    return replace(condition, operand=options if condition.op in MEMBERSHIPS else options[0])


def _is_numeric(domain: Domain) -> bool:
    if isinstance(domain, Finite) and not isinstance(domain, Choice):
        return all(number(member) is not None for member in domain.members())
    return isinstance(domain, (Float, Integer))


def _parents(domain: Domain) -> set[str]:
    return {condition.parent for condition in domain.conditions}


def _cycle(unplaced: Mapping[str, Domain]) -> SpaceError:
    """The error for domains of which each has a parent among them."""
    path: list[str] = []
    name = next(iter(unplaced))
    while name not in path:
        path.append(name)
        name = next(
            condition.parent for condition in unplaced[name].conditions if condition.parent in unplaced
        )
    cycle = path[path.index(name) :]
    whom = "itself" if len(cycle) == 1 else "each other"
    depend = "depends" if len(cycle) == 1 else "depend"
    return SpaceError(f"{' and '.join(cycle)} {depend} on {whom}: remove one of the conditions.")
