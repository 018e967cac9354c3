"""Spaces as Syne Tune's JSON has them: a constant, or the class of a domain with its arguments and sampler.

A domain has the values that it has there, each once, where there a range rounded to whole numbers or a list
may repeat some. What its JSON can't say, and what is drawn in another way, is in docs/formats.md.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from tunewise import space
from tunewise.space import Domain, Float, SpaceError, Value
from tunewise.space.values import identity

SAMPLERS = ("Uniform", "LogUniform")


def domains_of(entries: Mapping[str, Any]) -> dict[str, Domain | Value]:
    """The domains and constants by name. Raises `SpaceError`, which names the hyperparameter, for one that
    can't be simulated, and what damaged JSON raises."""
    found: dict[str, Domain | Value] = {}
    for name, entry in entries.items():
        try:
            found[name] = _domain(entry) if isinstance(entry, dict) else entry
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}") from error
    return found


def _domain(entry: Mapping[str, Any]) -> Domain:
    kind, told = entry["domain_cls"], entry["domain_kwargs"]
    sampler = entry.get("sampler_cls", "Uniform")
    if sampler not in SAMPLERS:
        raise SpaceError(
            f"A domain {kind!r} drawn by {sampler!r} can't be simulated: there are {', '.join(SAMPLERS)}."
        )
    if kind in ("Float", "Integer"):
        return _number(kind, told["lower"], told["upper"], sampler == "LogUniform")
    if kind == "FiniteRange":
        return _range(told)
    if kind not in ("Categorical", "Ordinal", "OrdinalNearestNeighbor"):
        raise SpaceError(f"There is no domain {kind!r} that could be simulated.")
    categories = [value for _, value in dict.fromkeys(map(identity, told["categories"]))]
    if kind == "Categorical":
        return space.choice(categories)
    if kind == "Ordinal":
        return space.ordinal(categories)
    return space.ordinal(categories, "nn-log" if told.get("log_scale") else "nn")


def _number(kind: str, lower: Any, upper: Any, log: bool) -> Domain:  # noqa: ANN401
    if lower == upper:
        return space.choice([float(lower) if kind == "Float" else lower])
    if log and lower <= 0:
        raise SpaceError(
            f"It has no logarithm at {lower!r}, so that it was reverseloguniform, which Syne Tune writes as "
            "LogUniform: write Uniform."
        )
    if kind == "Float":
        return (space.loguniform if log else space.uniform)(lower, upper)
    return (space.lograndint if log else space.randint)(lower, upper)


def _range(told: Mapping[str, Any]) -> Domain:
    lower, upper, size, whole = told["lower"], told["upper"], told["size"], told.get("cast_int", False)
    log = told.get("log_scale", False)
    if size == 1 or lower == upper:
        return space.choice([round(lower) if whole else float(lower)])
    spaced = space.logfinrange if log else space.finrange
    if not whole:
        return spaced(lower, upper, size)
    numbers = _whole_numbers(space.Float(lower, upper, log), size)
    # the same as a range, where that holds them: a long one is too long to be listed
    if len(numbers) == size and (numbers[0], numbers[-1]) == (lower, upper):
        found = spaced(lower, upper, size, cast_int=True)
        if found.members() == numbers:
            return found
    return space.ordinal(numbers)


def _whole_numbers(bounds: Float, size: int) -> tuple[int, ...]:
    """Rounded as there, where errors of floats come first: 14.5 of finrange(0, 29, 29) becomes 15."""
    ends = np.array([bounds.lower, bounds.upper])
    first, last = np.log(ends) if bounds.log else ends
    inner = np.arange(size) * ((last - first) / (size - 1)) + first
    numbers = np.clip(np.exp(inner) if bounds.log else inner, *ends)
    return tuple(dict.fromkeys(map(round, numbers.tolist())))
