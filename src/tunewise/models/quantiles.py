"""`Domain.from_unit` and `Domain.to_unit` for many values at a time, which stand for themselves by place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array
from tunewise.space.domains import Integer
from tunewise.space.finite import Ordinal

if TYPE_CHECKING:
    from tunewise.space import Domain


def index_of(domain: Domain, quantiles: Array) -> Array:
    """The places (n,), counted from 0, of the values at quantiles (n,) in [0, 1] of a counted domain.

    Whole numbers as floats: there may be more of them than an integer's bits.
    """
    last = _size(domain) - 1.0
    if isinstance(domain, Integer) and domain.log:
        low, high = _log_bounds(domain)
        places: Array = np.rint(np.exp(low + (high - low) * quantiles)) - domain.lower
        return np.clip(places, 0.0, last)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.searchsorted(domain.edges[1:-1], quantiles, side="right").astype(np.float64)
    return np.minimum(np.floor(quantiles * (last + 1.0)), last)


def quantile_of(domain: Domain, places: Array) -> Array:
    """The quantiles (n,) of the values at places (n,), as `Domain.to_unit` gives them."""
    if isinstance(domain, Integer) and domain.log:
        low, high = _log_bounds(domain)
        quantiles: Array = (np.log(domain.lower + places) - low) / (high - low)
        return np.clip(quantiles, 0.0, 1.0)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.array(domain.quantiles)[places.astype(np.intp)]
    return (places + 0.5) / _size(domain)


def _size(domain: Domain) -> float:
    size = domain.cardinality
    assert size is not None, "only a domain that is counted has places"
    return float(size)


def _log_bounds(domain: Integer) -> tuple[float, float]:
    """As in `Integer`: half a number beyond the bounds."""
    return math.log(domain.lower - 0.5), math.log(domain.upper + 0.5)
