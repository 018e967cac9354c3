"""Domains in Syne Tune's JSON, as its releases 0.13 and 0.16 write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tunewise.space.domains import Domain, Float
from tunewise.space.text import (
    choice,
    finrange,
    logfinrange,
    lograndint,
    loguniform,
    ordinal,
    randint,
    uniform,
)
from tunewise.space.values import SpaceError, Value, identity

SAMPLERS = ("Uniform", "LogUniform")


def domains_of(entries: Mapping[str, Any]) -> dict[str, Domain | Value]:
    """The domains and constants by name.

    Raises `SpaceError`, which names the hyperparameter, if one can't be simulated. For damaged JSON, raises
    KeyError and the like.
    """
    domains: dict[str, Domain | Value] = {}
    for name, entry in entries.items():
        try:
            domains[name] = _domain(entry) if isinstance(entry, dict) else entry
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}") from error
    return domains


def _domain(entry: Mapping[str, Any]) -> Domain:
    kind, arguments = entry["domain_cls"], entry["domain_kwargs"]
    sampler = entry.get("sampler_cls", "Uniform")
    if sampler not in SAMPLERS:
        raise SpaceError(
            f"A domain {kind!r} drawn by {sampler!r} can't be simulated: there are {', '.join(SAMPLERS)}."
        )
    if kind in ("Float", "Integer"):
        return _number(kind, arguments["lower"], arguments["upper"], sampler == "LogUniform")
    if kind == "FiniteRange":
        return _range(arguments)
    if kind not in ("Categorical", "Ordinal", "OrdinalNearestNeighbor"):
        raise SpaceError(f"A domain {kind!r} can't be simulated.")
    categories = [value for _, value in dict.fromkeys(map(identity, arguments["categories"]))]
    if kind == "Categorical":
        return choice(categories)
    if kind == "Ordinal":
        return ordinal(categories)
    return ordinal(categories, "nn-log" if arguments.get("log_scale") else "nn")


def _number(kind: str, lower: Any, upper: Any, log: bool) -> Domain:  # noqa: ANN401
    if lower == upper:
        return choice([float(lower) if kind == "Float" else lower])
    if log and lower <= 0:
        raise SpaceError(
            f"Its lower bound {lower!r} has no logarithm, so it was reverseloguniform, which Syne Tune "
            "writes as LogUniform: write Uniform instead."
        )
    if kind == "Float":
        return (loguniform if log else uniform)(lower, upper)
    return (lograndint if log else randint)(lower, upper)


def _range(arguments: Mapping[str, Any]) -> Domain:
    lower, upper, size = arguments["lower"], arguments["upper"], arguments["size"]
    whole, log = arguments.get("cast_int", False), arguments.get("log_scale", False)
    if size == 1 or lower == upper:
        return choice([round(lower) if whole else float(lower)])
    spaced = logfinrange if log else finrange
    if not whole:
        return spaced(lower, upper, size)
    numbers = _whole_numbers(Float(lower, upper, log), size)
    # as a range if that has the same numbers, because a long list costs too much
    if len(numbers) == size and (numbers[0], numbers[-1]) == (lower, upper):
        domain = spaced(lower, upper, size, cast_int=True)
        if domain.members() == numbers:
            return domain
    return ordinal(numbers)


def _whole_numbers(bounds: Float, size: int) -> tuple[int, ...]:
    """Rounded as Syne Tune does, with its floating-point errors: 14.5 of finrange(0, 29, 29) becomes 15."""
    import numpy as np  # whose logarithms Syne Tune takes

    ends = np.array([bounds.lower, bounds.upper])
    first, last = np.log(ends) if bounds.log else ends
    inner = np.arange(size) * ((last - first) / (size - 1)) + first
    numbers = np.clip(np.exp(inner) if bounds.log else inner, *ends)
    return tuple(dict.fromkeys(map(round, numbers.tolist())))
