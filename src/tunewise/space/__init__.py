"""What can be tuned: domains, conditions, spaces, and their text form.

Real numbers: `uniform`, `loguniform`. Whole numbers: `randint`, `lograndint`. One of several values:
`choice`, `ordinal`. Evenly spaced numbers: `finrange`, `logfinrange`. Only where a condition holds:
`Domain.when`. From text, such as "uniform(0, 1) if optimizer == 'sgd'": `parse_domain`. A `Space` has domains
by name, and `SpaceError` is raised for anything invalid. In ConfigSpace's JSON: `from_configspace`,
`to_configspace`; in NNI's: `from_nni`.

NumPy is needed by `Encoding` alone, which is loaded when it's first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.space.conditions import Condition
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import Choice, Finite, FiniteRange, Ordinal
from tunewise.space.space import Space
from tunewise.space.text import (
    choice,
    finrange,
    logfinrange,
    lograndint,
    loguniform,
    ordinal,
    parse_domain,
    randint,
    uniform,
)
from tunewise.space.values import Config, SpaceError, Value

if TYPE_CHECKING:
    from tunewise.space.configspace import from_configspace, to_configspace
    from tunewise.space.encoding import Encoding
    from tunewise.space.nni import from_nni

__all__ = [
    "Choice",
    "Condition",
    "Config",
    "Domain",
    "Encoding",
    "Finite",
    "FiniteRange",
    "Float",
    "Integer",
    "Ordinal",
    "Space",
    "SpaceError",
    "Value",
    "choice",
    "finrange",
    "from_configspace",
    "from_nni",
    "logfinrange",
    "lograndint",
    "loguniform",
    "ordinal",
    "parse_domain",
    "randint",
    "to_configspace",
    "uniform",
]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    if name == "Encoding":
        from tunewise.space.encoding import Encoding

        return Encoding
    if name in ("from_configspace", "to_configspace"):
        from tunewise.space import configspace

        return getattr(configspace, name)
    if name == "from_nni":
        from tunewise.space.nni import from_nni

        return from_nni
    raise AttributeError(f"module 'tunewise.space' has no attribute {name!r}")
