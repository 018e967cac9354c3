"""When a hyperparameter matters: conditions on the value of another one."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Value = str | int | float | bool | None
Operand = Value | tuple[Value, ...]

ORDERINGS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
OPERATORS = ("==", "!=", "in", "not in", *ORDERINGS)


def same(first: object, second: object) -> bool:
    """Equality that keeps truth values and numbers apart: True is not 1."""
    return isinstance(first, bool) == isinstance(second, bool) and first == second


@dataclass(frozen=True)
class Condition:
    """Holds if `parent`'s value stands in relation `op` to `operand`: a value, or several for `in`."""

    parent: str
    op: str
    operand: Operand

    def holds(self, value: Value) -> bool:
        if self.op in ORDERINGS:
            return ORDERINGS[self.op](value, self.operand)
        found = any(same(value, option) for option in self.options)
        return found == (self.op in ("==", "in"))

    @property
    def options(self) -> tuple[Value, ...]:
        """The operand's values."""
        return self.operand if isinstance(self.operand, tuple) else (self.operand,)

    def text(self) -> str:
        return f"{self.parent} {self.op} {self.operand!r}"
