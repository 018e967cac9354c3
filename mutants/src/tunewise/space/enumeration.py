"""All configurations of a space or of a grid on it, in order, and their number without going through them.

Domains are given parents first, and axes by the same names: the values to go through.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tunewise.space.conditions import Condition, all_hold
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import Finite, evenly_spaced
from tunewise.space.values import Config, Value


def all_values(domain: Domain) -> Sequence[Value] | None:
    """All values of a domain, lazily for integers; None if they can't be counted."""
    if isinstance(domain, Integer):
        return range(domain.lower, domain.upper + 1)
    return domain.members() if isinstance(domain, Finite) else None


def grid_values(domain: Domain, points: int) -> Sequence[Value]:
    """All values of a list or of up to `points` integers, else evenly spaced ones, bounds included: `points`,
    or fewer where those of a narrow domain fall together."""
    if isinstance(domain, Finite) or (domain.cardinality is not None and domain.cardinality <= points):
        values = all_values(domain)
        assert values is not None, "a domain that is counted can be listed"
        return values
    spaced: Iterable[Value]
    if isinstance(domain, Float):
        spaced = evenly_spaced(domain.lower, domain.upper, points, domain.log)
    elif isinstance(domain, Integer) and domain.log:
        spaced = map(round, evenly_spaced(domain.lower, domain.upper, points, log=True))
    else:
        spaced = (domain.from_unit(index / (points - 1)) for index in range(points))
    return list(dict.fromkeys(spaced))


def combinations(domains: Mapping[str, Domain], axes: Mapping[str, Sequence[Value]]) -> Iterator[Config]:
    """The product of the axes, the last one fastest, each only where its hyperparameter is active."""
    names = list(domains)
    stack: list[Iterator[Config]] = [iter([{}])]
    while stack:
        config = next(stack[-1], None)
        if config is None:
            stack.pop()
        elif len(stack) > len(names):
            yield config
        else:
            name = names[len(stack) - 1]
            stack.append(_extended(config, name, domains[name], axes[name]))


def count(domains: Mapping[str, Domain], axes: Mapping[str, Sequence[Value] | None]) -> int | None:
    """How many configurations `combinations` has; None if an axis is None where it is active.

    One pass over the hyperparameters. It keeps, for each set of conditions that can hold together and that
    a later hyperparameter asks for, the number of ways to get there, so the time grows with the number of
    such sets and not with the product.
    """
    asked: dict[str, set[Condition]] = {name: set() for name in domains}
    for domain in domains.values():
        for condition in domain.conditions:
            asked[condition.parent].add(condition)
    ways: Counter[frozenset[Condition]] = Counter({frozenset(): 1})
    for (name, domain), later in zip(domains.items(), _asked_later(domains), strict=True):
        outcomes: Counter[frozenset[Condition]] | None = None
        following: Counter[frozenset[Condition]] = Counter()
        for holding, number in ways.items():
            if not holding.issuperset(domain.conditions):
                following[holding & later] += number
                continue
            values = axes[name]
            if values is None:
                return None
            outcomes = outcomes or _outcomes(values, asked[name])
            for outcome, share in outcomes.items():
                following[(holding | outcome) & later] += number * share
        ways = following
    return sum(ways.values())


def _extended(config: Config, name: str, domain: Domain, values: Iterable[Value]) -> Iterator[Config]:
    if not all_hold(domain.conditions, config):
        yield config
        return
    for value in values:
        yield {**config, name: value}


def _asked_later(domains: Mapping[str, Domain]) -> list[frozenset[Condition]]:
    """For each domain, the conditions of those after it."""
    later: list[frozenset[Condition]] = []
    asked: frozenset[Condition] = frozenset()
    for domain in reversed(list(domains.values())):
        later.append(asked)
        asked = asked.union(domain.conditions)
    return later[::-1]


def _outcomes(values: Sequence[Value], conditions: set[Condition]) -> Counter[frozenset[Condition]]:
    """For each set of conditions that holds for some values, the number of these."""
    outcomes: Counter[frozenset[Condition]] = Counter()
    for value, number in _alike(values, conditions):
        outcomes[frozenset(condition for condition in conditions if condition.holds(value))] += number
    return outcomes


def _alike(values: Sequence[Value], conditions: Iterable[Condition]) -> Iterator[tuple[Value, int]]:
    """Values, and how many there are for which the same conditions hold.

    A range can be too long to go through, and only changes at the values that conditions name.
    """
    if not isinstance(values, range):
        yield from ((value, 1) for value in values)
        return
    named = {option for condition in conditions for option in condition.options}
    start = values.start
    for cut in sorted(option for option in named if isinstance(option, int)):
        if start < cut:
            yield start, cut - start
        yield cut, 1
        start = cut + 1
    if start < values.stop:
        yield start, values.stop - start
