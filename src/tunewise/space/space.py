"""The space: named hyperparameters with their domains, conditions among them, and constants."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Protocol

from tunewise.space.conditions import ORDERINGS, Condition, Value, same
from tunewise.space.domains import Choice, Domain, Finite, Integer, SpaceError
from tunewise.space.text import parse_domain

Config = dict[str, Value]

COUNTED = 10_000
"""So many values of a hyperparameter that others depend on are gone through to count configurations."""

_NAME = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*")


class Uniform(Protocol):
    """A source of random numbers, such as NumPy's `Generator`."""

    def random(self) -> float:
        """Uniform in [0, 1)."""
        ...


class Space:
    """What can be tuned. Never changes.

    hyperparameters: a domain or, for a constant, a value by each name, in the order that configurations
    have. Raises `SpaceError` naming the hyperparameter for anything that can't be.
    """

    def __init__(self, hyperparameters: Mapping[str, Domain | Value]) -> None:
        domains = {name: entry for name, entry in hyperparameters.items() if isinstance(entry, Domain)}
        self._order = tuple(hyperparameters)
        self.domains: Mapping[str, Domain] = domains
        self.constants: Mapping[str, Value] = {
            name: _constant(name, entry) for name, entry in hyperparameters.items() if name not in domains
        }
        for name in self._order:
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise SpaceError(
                    f"{name!r} can't name a hyperparameter: use letters, digits, '_', '-' and '.'."
                )
        for name, domain in domains.items():
            for condition in domain.conditions:
                self._check_condition(name, condition)
        self._evaluation = self._parents_first()
        self._parents = {condition.parent for domain in domains.values() for condition in domain.conditions}

    # ---- what there is ----------------------------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """The tuned hyperparameters, in order."""
        return tuple(self.domains)

    @property
    def dimension(self) -> int:
        """How many hyperparameters are tuned."""
        return len(self.domains)

    @property
    def cardinality(self) -> int | None:
        """How many configurations there are, conditions honoured; None if they can't be counted.

        Goes through the values of hyperparameters that others depend on, one group of dependent ones
        after the other; all others are multiplied. So one with others that depend on it and more than
        `COUNTED` values isn't counted, either.
        """
        counts = [self._count(group, {}) for group in self._groups()]
        known = [count for count in counts if count is not None]
        return math.prod(known) if len(known) == len(counts) else None

    def is_active(self, name: str, config: Mapping[str, Value]) -> bool:
        """Whether a hyperparameter matters in a configuration, in which its parents are set already."""
        for condition in self.domains[name].conditions:
            if condition.parent not in config or not condition.holds(config[condition.parent]):
                return False
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Space):
            return NotImplemented
        return self._order == other._order and self.to_text() == other.to_text()

    def __hash__(self) -> int:
        return hash(self._order)

    def __repr__(self) -> str:
        return f"Space({self.to_text()!r})"

    # ---- configurations ---------------------------------------------------------------------------------

    def sample(self, rng: Uniform) -> Config:
        """A configuration at random."""
        return self.from_unit([rng.random() for _ in self.domains])

    def from_unit(self, u: Sequence[float]) -> Config:
        """The configuration at a point of the unit cube, which has a coordinate for each of `names`."""
        if len(u) != self.dimension:
            raise ValueError(f"{len(u)} coordinates for {self.dimension} hyperparameters")
        quantiles = dict(zip(self.domains, u, strict=True))
        chosen: Config = {}
        for name in self._evaluation:
            if self.is_active(name, chosen):
                chosen[name] = self.domains[name].from_unit(float(quantiles[name]))
        return self._in_order(chosen)

    def to_unit(self, config: Mapping[str, Value]) -> list[float]:
        """The inverse of `from_unit`; 0.5 for hyperparameters that the configuration lacks."""
        return [
            domain.to_unit(config[name]) if name in config else 0.5 for name, domain in self.domains.items()
        ]

    def validate(self, config: Mapping[str, Value]) -> Config:
        """The configuration complete, in order and in Python's own types. Raises `SpaceError`."""
        for name in config:
            if name not in self.domains and name not in self.constants:
                raise SpaceError(f"There is no hyperparameter {name!r}{self._meant(name)}.")
        for name, constant in self.constants.items():
            if name in config and not same(config[name], constant):
                raise SpaceError(f"{name} is {config[name]!r}, but it is the constant {constant!r}.")
        chosen: Config = {}
        for name in self._evaluation:
            active = self.is_active(name, chosen)
            if active and name not in config:
                raise SpaceError(f"{name} is missing: give it a value from {self.domains[name].call()}.")
            if name in config and not active:
                raise SpaceError(f"{name} has a value, but it only matters if {self._condition_text(name)}.")
            if active:
                chosen[name] = self._validated(name, config[name])
        return self._in_order(chosen)

    def key(self, config: Mapping[str, Value]) -> Hashable:
        """Equal for equal configurations, and only for them."""
        return tuple(
            [(name, isinstance(config[name], bool), config[name]) for name in self.domains if name in config]
        )

    # ---- enumeration ------------------------------------------------------------------------------------

    def grid(self, points: int) -> Iterator[Config]:
        """All configurations of a grid, lazily: every value of a list or of up to `points` integers, and
        `points` (at least 2) values at even quantiles, bounds included, of anything larger."""
        if points < 2:
            raise ValueError(f"a grid of {points} points for each domain has no two bounds")
        axes = {name: _grid_values(domain, points) for name, domain in self.domains.items()}
        return self._combinations(axes, 0, {})

    def grid_size(self, points: int) -> int:
        """How many configurations `grid(points)` has; goes through all of them if there are conditions."""
        if not self._parents:
            return math.prod(len(_grid_values(domain, points)) for domain in self.domains.values())
        return sum(1 for _ in self.grid(points))

    def all(self) -> Iterator[Config]:
        """All configurations, lazily. Raises ValueError if they can't be counted."""
        for name, domain in self.domains.items():
            if domain.cardinality is None:
                raise ValueError(f"{name} has endlessly many values")
        return self._combinations({name: _values(domain) for name, domain in self.domains.items()}, 0, {})

    def _combinations(
        self, axes: Mapping[str, Sequence[Value]], position: int, chosen: Config
    ) -> Iterator[Config]:
        if position == len(self._evaluation):
            yield self._in_order(chosen)
            return
        name = self._evaluation[position]
        if not self.is_active(name, chosen):
            yield from self._combinations(axes, position + 1, chosen)
            return
        for value in axes[name]:
            yield from self._combinations(axes, position + 1, {**chosen, name: value})

    # ---- text -------------------------------------------------------------------------------------------

    def to_text(self) -> dict[str, str]:
        """Each entry as text, from which `from_text` makes an equal space."""
        return {
            name: self.domains[name].text() if name in self.domains else repr(self.constants[name])
            for name in self._order
        }

    @classmethod
    def from_text(cls, texts: Mapping[str, Value]) -> Space:
        """A space from texts as `parse_domain` understands them; other values are constants."""
        entries: dict[str, Domain | Value] = {}
        for name, text in texts.items():
            try:
                entries[name] = parse_domain(text) if isinstance(text, str) else text
            except SpaceError as error:
                raise SpaceError(f"{name}: {error}") from None
        return cls(entries)

    # ---- conditions -------------------------------------------------------------------------------------

    def _check_condition(self, name: str, condition: Condition) -> None:
        parent = self.domains.get(condition.parent)
        if parent is None:
            reason = "is a constant" if condition.parent in self.constants else "isn't in the space"
            raise SpaceError(f"{name} depends on {condition.parent!r}, which {reason}.")
        for option in condition.options:
            try:
                parent.validate(option)
            except SpaceError as error:
                raise SpaceError(f"{name} depends on {condition.text()}, but {error}.") from None
        if condition.op in ORDERINGS and not _is_numeric(parent):
            raise SpaceError(f"{name} depends on {condition.text()}, but {condition.parent} has no order.")

    def _parents_first(self) -> tuple[str, ...]:
        order: list[str] = []
        pending = list(self.domains)
        while pending:
            ready = [
                name
                for name in pending
                if all(condition.parent in order for condition in self.domains[name].conditions)
            ]
            if not ready:
                raise SpaceError(
                    f"{' and '.join(pending)} depend on each other: remove one of the conditions."
                )
            order += ready
            pending = [name for name in pending if name not in ready]
        return tuple(order)

    def _groups(self) -> list[list[str]]:
        """The hyperparameters in groups that don't depend on each other, parents first in each."""
        group_of: dict[str, list[str]] = {}
        for name in self._evaluation:
            merged = [name]
            for condition in self.domains[name].conditions:
                joined = group_of[condition.parent]
                if joined is not group_of.get(merged[0]):
                    merged = joined + [other for other in merged if other not in joined]
                    for member in merged:
                        group_of[member] = merged
            for member in merged:
                group_of[member] = merged
        return list({id(group): group for group in group_of.values()}.values())

    def _count(self, names: Sequence[str], chosen: Config) -> int | None:
        if not names:
            return 1
        name, rest = names[0], names[1:]
        if not self.is_active(name, chosen):
            return self._count(rest, chosen)
        domain = self.domains[name]
        if domain.cardinality is None:
            return None
        if name not in self._parents:
            count = self._count(rest, chosen)
            return None if count is None else domain.cardinality * count
        if domain.cardinality > COUNTED:
            return None
        total = 0
        for value in _values(domain):
            count = self._count(rest, {**chosen, name: value})
            if count is None:
                return None
            total += count
        return total

    # ---- helpers ----------------------------------------------------------------------------------------

    def _in_order(self, chosen: Mapping[str, Value]) -> Config:
        return {
            name: chosen[name] if name in chosen else self.constants[name]
            for name in self._order
            if name in chosen or name in self.constants
        }

    def _validated(self, name: str, value: Value) -> Value:
        try:
            return self.domains[name].validate(value)
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}.") from None

    def _condition_text(self, name: str) -> str:
        return " and ".join(condition.text() for condition in self.domains[name].conditions)

    def _meant(self, name: str) -> str:
        close = difflib.get_close_matches(name, self._order, n=1)
        return f" (did you mean {close[0]!r}?)" if close else f"; there are {', '.join(self._order)}"


def _constant(name: str, value: object) -> Value:
    if (
        value is None
        or isinstance(value, (str, bool, int))
        or (isinstance(value, float) and math.isfinite(value))
    ):
        return value
    raise SpaceError(f"{name} is {value!r}: give a domain such as uniform(0, 1), or a constant.")


def _is_numeric(domain: Domain) -> bool:
    if isinstance(domain, Choice):
        return False
    if isinstance(domain, Finite):
        return all(
            isinstance(value, (int, float)) and not isinstance(value, bool) for value in domain.members()
        )
    return True


def _values(domain: Domain) -> Sequence[Value]:
    """All values of a domain that has a cardinality, lazily if there are many."""
    if isinstance(domain, Integer):
        return range(domain.lower, domain.upper + 1)
    assert isinstance(domain, Finite)
    return domain.members()


def _grid_values(domain: Domain, points: int) -> Sequence[Value]:
    small = isinstance(domain, Integer) and domain.cardinality <= points
    if small or isinstance(domain, Finite):
        return _values(domain)
    # the quantiles of large integer domains may fall together
    return list(dict.fromkeys(domain.from_unit(index / (points - 1)) for index in range(points)))
