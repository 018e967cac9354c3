"""The space: hyperparameters by name, with their domains and conditions, and constants."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from tunewise.space import enumeration
from tunewise.space.conditions import all_hold
from tunewise.space.dependencies import parents_first, with_parents_checked
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import FiniteRange
from tunewise.space.text import LONGEST, looks_like_a_domain, parse_domain, read_constant
from tunewise.space.values import Config, SpaceError, Value, brief, cut, identity, plain, same

_NAME = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*")


class Uniform(Protocol):
    """A source of random numbers, such as NumPy's `Generator`."""

    def random(self) -> float:
        """Uniform in [0, 1)."""
        ...


class Space:
    """What can be tuned. Immutable.

    hyperparameters: by name a domain or, for a constant, a value, in the order of configurations. Raises
    `SpaceError`, which names the hyperparameter, for anything invalid.
    """

    def __init__(self, hyperparameters: Mapping[str, Domain | Value]) -> None:
        for name in hyperparameters:
            _check_name(name)
        domains = {name: entry for name, entry in hyperparameters.items() if isinstance(entry, Domain)}
        self._order = tuple(hyperparameters)
        self._constants = {
            name: _constant(name, entry) for name, entry in hyperparameters.items() if name not in domains
        }
        self._domains = with_parents_checked(domains, self._constants)
        self._parents_first = parents_first(self._domains)
        self._chosen_in_order = tuple(self._parents_first) == self._order
        self._unconditional = not any(domain.conditions for domain in self._domains.values())
        self._plain = self._unconditional and not self._constants
        self._ranges = {
            name: domain for name, domain in self._domains.items() if isinstance(domain, FiniteRange)
        }
        self._numeric = all(isinstance(domain, (Float, Integer)) for domain in self._domains.values())
        for name, text in self.to_text().items():
            if len(text) > LONGEST:
                raise SpaceError(f"{name} takes {len(text)} characters as text: shorten it to {LONGEST}.")

    @classmethod
    def of(cls, hyperparameters: Space | Mapping[str, Domain | Value]) -> Space:
        """Makes a space from what a user gives. The text of a domain stands for that domain, as in a file.
        (For a constant that looks like one, use `choice` of that one string.) Raises `SpaceError`."""
        if isinstance(hyperparameters, Space):
            return hyperparameters
        if not isinstance(hyperparameters, Mapping):
            raise SpaceError(
                f"{brief(hyperparameters)} isn't a space: give a mapping such as "
                '{"lr": space.loguniform(1e-4, 1e-1)}.'
            )
        if not hyperparameters:
            raise SpaceError("The space is empty: name at least one hyperparameter or constant.")
        return cls({name: _parsed(name, entry) for name, entry in hyperparameters.items()})

    # ---- content ----------------------------------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """The tuned hyperparameters, in order."""
        return tuple(self._domains)

    @property
    def domains(self) -> Mapping[str, Domain]:
        """The domains of the tuned hyperparameters, in order."""
        return MappingProxyType(self._domains)

    @property
    def constants(self) -> Mapping[str, Value]:
        """The values of the others, in order."""
        return MappingProxyType(self._constants)

    @property
    def dimension(self) -> int:
        """How many hyperparameters are tuned."""
        return len(self._domains)

    @property
    def cardinality(self) -> int | None:
        """The number of configurations, given the conditions, computed without enumerating them (see
        `enumeration.count`); None if infinite."""
        axes = {name: enumeration.all_values(domain) for name, domain in self._domains.items()}
        return enumeration.count(self._parents_first, axes)

    def is_active(self, name: str, config: Mapping[str, Value]) -> bool:
        """Whether a hyperparameter matters in a configuration, which must have those it depends on if they
        are active themselves. Constants always matter. Raises `SpaceError` if there is no such name."""
        self._check_known(name)
        return name in self._constants or all_hold(self._domains[name].conditions, config)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Space):
            return NotImplemented
        return self._order == other._order and self.to_text() == other.to_text()

    def __hash__(self) -> int:
        return hash(self._order)

    def __repr__(self) -> str:
        entries = {name: self._constants.get(name, self._domains.get(name)) for name in self._order}
        return cut(f"Space({entries!r})", 1_000)

    # ---- configurations ---------------------------------------------------------------------------------

    def sample(self, rng: Uniform) -> Config:
        """A random configuration. Draws one number for each of `names`, including inactive ones."""
        return self.from_unit([rng.random() for _ in self._domains])

    def from_unit(self, u: Sequence[float]) -> Config:
        """The configuration at a point of the unit cube, which has a coordinate for each of `names`.

        Raises ValueError for another number of coordinates, or NaN.
        """
        if len(u) != len(self._domains):
            raise ValueError(f"{len(u)} coordinates for {self.dimension} hyperparameters")
        if self._unconditional:
            pairs = zip(self._domains.items(), u, strict=True)
            chosen = {name: domain.from_unit(float(quantile)) for (name, domain), quantile in pairs}
            return chosen if self._plain else self._in_order(chosen)
        chosen = {}
        quantiles = dict(zip(self._domains, u, strict=True))
        for name, domain in self._parents_first.items():
            if not domain.conditions or all_hold(domain.conditions, chosen):
                chosen[name] = domain.from_unit(float(quantiles[name]))
        return self._in_order(chosen)

    def to_unit(self, config: Mapping[str, Value]) -> list[float]:
        """The inverse of `from_unit`; 0.5 for missing hyperparameters. Raises `SpaceError`, which names the
        hyperparameter, for an invalid value."""
        try:
            return [domain.to_unit(config[name]) for name, domain in self._domains.items()]
        except (KeyError, SpaceError):  # one is missing, or to be named
            return [self._quantile(name, config[name]) if name in config else 0.5 for name in self._domains]

    def validate(self, config: Mapping[str, Value]) -> Config:
        """The complete configuration, in order and in Python's own types.

        Constants may be omitted. Raises `SpaceError`, which names the hyperparameter, for one that is
        unknown, missing, inactive, or has an invalid value.
        """
        if self._plain and config.keys() == self._domains.keys():
            try:
                return {name: domain.validate(config[name]) for name, domain in self._domains.items()}
            except SpaceError:
                pass  # which is explained below
        for name in config:
            if name not in self._domains:
                self._check_known(name)
        for name, constant in self._constants.items():
            if name in config and not _is(config[name], constant):
                raise SpaceError(
                    f"{name} is {brief(config[name])}, but it is the constant {brief(constant)}."
                )
        chosen: Config = {}
        for name, domain in self._parents_first.items():
            if not domain.conditions or all_hold(domain.conditions, chosen):
                chosen[name] = self._validated(name, config)
            elif name in config:
                reason = " and ".join(condition.text() for condition in domain.conditions)
                raise SpaceError(f"{name} has a value, but it only matters if {reason}: remove it.")
        return self._in_order(chosen)

    def completed(
        self,
        config: Mapping[str, Value],
        texts: bool = False,
        fill: Mapping[str, Value] | None = None,
    ) -> Config:
        """The configuration with what it leaves out, and what matters given the rest, at the middle of its
        domain; complete and valid as by `validate`, whose errors it raises.

        texts: a value may be text, as on a command line, where there is no such string. fill: the only
        values, constants included, for what is left out; raises `SpaceError` for what is in neither.
        """
        given = {name: self._read(name, value, texts) for name, value in config.items()}
        names = self._domains if fill is None else self._order
        for _ in self._order:  # a value that is set may make another one matter, which comes before it
            for name in names:
                if name in given or not self.is_active(name, given):
                    continue
                if fill is None:
                    given[name] = self._domains[name].from_unit(0.5)
                elif name not in fill:
                    raise SpaceError(f"{name} is lacking: say what it was, as in `--fill {name}=VALUE`.")
                else:
                    given[name] = self._read(name, fill[name], texts)
        return self.validate(given)

    def canonical(self, config: Config) -> Config:
        """The configuration with numbers of ranges exactly as in the space; those of earlier versions had
        rounding errors. Everything else stays as it is, including values that aren't in the space."""
        for name, domain in self._ranges.items():
            if name in config:
                try:
                    config = {**config, name: domain.validate(config[name])}
                except SpaceError:
                    continue
        return config

    def key(self, config: Mapping[str, Value]) -> Hashable:
        """Equal for equal configurations of the space, and only for them."""
        if self._numeric:  # the fast path: no bool can be mistaken for a number, nor None for a value
            return tuple(map(config.get, self._domains))
        return tuple([(name, identity(config[name])) for name in self._domains if name in config])

    # ---- enumeration ------------------------------------------------------------------------------------

    def grid(self, points: int) -> Iterator[Config]:
        """All configurations of a grid, lazily: every value of a list or of up to `points` integers, and
        `points` evenly spaced values, bounds included, of anything larger.

        points: at least 2, otherwise raises ValueError.
        """
        return self._combinations(self._grid_axes(points))

    def grid_size(self, points: int) -> int:
        """How many configurations `grid(points)` has, without enumerating them."""
        size = enumeration.count(self._parents_first, self._grid_axes(points))
        assert size is not None, "a grid is finite"
        return size

    def all(self) -> Iterator[Config]:
        """All configurations, lazily. Raises ValueError if there are infinitely many."""
        axes: dict[str, Sequence[Value]] = {}
        for name, domain in self._domains.items():
            values = enumeration.all_values(domain)
            if values is None:
                raise ValueError(f"{name} has infinitely many values: use a grid.")
            axes[name] = values
        return self._combinations(axes)

    def _grid_axes(self, points: int) -> dict[str, Sequence[Value]]:
        if points < 2:
            raise ValueError(f"A grid needs at least 2 points for each domain, not {points}.")
        return {name: enumeration.grid_values(domain, points) for name, domain in self._domains.items()}

    def _combinations(self, axes: Mapping[str, Sequence[Value]]) -> Iterator[Config]:
        return map(self._in_order, enumeration.combinations(self._parents_first, axes))

    # ---- text -------------------------------------------------------------------------------------------

    def to_text(self) -> dict[str, str]:
        """Each entry as text, including constants; `from_text` makes an equal space of it."""
        return {
            name: self._domains[name].text() if name in self._domains else repr(self._constants[name])
            for name in self._order
        }

    @classmethod
    def from_text(cls, texts: Mapping[str, Value]) -> Space:
        """A space from texts as for `parse_domain`; values of other types are constants."""
        entries: dict[str, Domain | Value] = {}
        for name, text in texts.items():
            try:
                entries[name] = parse_domain(text) if isinstance(text, str) else text
            except SpaceError as error:
                raise SpaceError(f"{name}: {error}") from None
        return cls(entries)

    # ---- helpers ----------------------------------------------------------------------------------------

    def _in_order(self, chosen: Config) -> Config:
        if self._chosen_in_order:
            return chosen
        return {
            name: chosen[name] if name in chosen else self._constants[name]
            for name in self._order
            if name in chosen or name in self._constants
        }

    def _validated(self, name: str, config: Mapping[str, Value]) -> Value:
        if name not in config:
            raise SpaceError(f"{name} is missing: give it a value from {self._domains[name].call()}.")
        try:
            return self._domains[name].validate(config[name])
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}.") from None

    def _read(self, name: str, value: Value, texts: bool) -> Value:
        """A checked value. texts: text that the domain doesn't have stands for a number or a constant."""
        if name not in self._domains:
            constant = self._constants.get(name)
            return constant if texts and value == str(constant) else value
        if not texts:
            return self._validated(name, {name: value})
        try:
            return self._validated(name, {name: value})
        except SpaceError:
            meant = read_constant(value)
            if meant is value:  # about which this message says more
                raise
        return self._validated(name, {name: meant})

    def _quantile(self, name: str, value: Value) -> float:
        try:
            return self._domains[name].to_unit(value)
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}.") from None

    def _check_known(self, name: str) -> None:
        if name in self._domains or name in self._constants:
            return
        close = difflib.get_close_matches(str(name), self._order, n=1)
        advice = f" (did you mean {close[0]!r}?)" if close else f"; there are {', '.join(self._order)}"
        raise SpaceError(f"There is no hyperparameter {brief(name)}{advice}.")


def _parsed(name: str, entry: Domain | Value) -> Domain | Value:
    if not isinstance(entry, str) or not looks_like_a_domain(entry):
        return entry
    try:
        return parse_domain(entry)
    except SpaceError as error:
        raise SpaceError(f"{name}: {error}") from None


def _check_name(name: object) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise SpaceError(
            f"{brief(name)} can't name a hyperparameter: use letters, digits, '_', '.' and, within it, '-'."
        )


def _constant(name: str, value: object) -> Value:
    try:
        return plain(value)
    except SpaceError:
        raise SpaceError(
            f"{name} is {brief(value)}: give a domain such as uniform(0, 1), or a constant."
        ) from None


def _is(value: object, constant: Value) -> bool:
    try:
        return same(plain(value), constant)
    except SpaceError:
        return False
