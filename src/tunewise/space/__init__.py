"""What can be tuned: domains, conditions, spaces, and their text form.

NumPy is needed by `Encoding` alone, which is loaded when it's first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.space.conditions import Condition, Value
from tunewise.space.domains import (
    Choice,
    Domain,
    Finite,
    FiniteRange,
    Float,
    Integer,
    Ordinal,
    SpaceError,
    choice,
    finrange,
    logfinrange,
    lograndint,
    loguniform,
    ordinal,
    randint,
    uniform,
)
from tunewise.space.space import Config, Space
from tunewise.space.text import parse_domain

if TYPE_CHECKING:
    from tunewise.space.encoding import Encoding

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
    "logfinrange",
    "lograndint",
    "loguniform",
    "ordinal",
    "parse_domain",
    "randint",
    "uniform",
]


def __getattr__(name: str) -> object:
    if name == "Encoding":
        from tunewise.space.encoding import Encoding

        return Encoding
    raise AttributeError(f"module 'tunewise.space' has no attribute {name!r}")
