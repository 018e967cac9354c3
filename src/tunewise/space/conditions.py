"""Conditions: a hyperparameter may matter only for some values of another one."""

import keyword
import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tunewise.space.values import ByText, SpaceError, Value, brief, plain, same

Operand = Value | tuple[Value, ...]

ORDERINGS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
MEMBERSHIPS = ("in", "not in")
OPERATORS = ("==", "!=", *MEMBERSHIPS, *ORDERINGS)


@dataclass(frozen=True, eq=False)
class Condition(ByText):
    """A comparison of the value of `parent` with `operand`.

    op: one of `OPERATORS`. operand: several values for `in` and `not in`, else one.
    """

    parent: str
    op: str
    operand: Operand

    def __post_init__(self) -> None:
        if self.op not in OPERATORS:
            raise SpaceError(f"{brief(self.op)} isn't a comparison: use one of {', '.join(OPERATORS)}.")
        if isinstance(self.operand, tuple) != (self.op in MEMBERSHIPS):
            raise SpaceError(
                f"{self.parent} {self.op} {brief(self.operand)} can't be compared: give several values to "
                "'in' and 'not in', and one to the others."
            )
        if not self.options:
            raise SpaceError(f"The condition on {self.parent} names no value: say which ones it is about.")
        options = tuple(plain(option) for option in self.options)
        object.__setattr__(self, "operand", options if self.op in MEMBERSHIPS else options[0])

    def holds(self, value: Value) -> bool:
        """Whether it holds for a value of the parent; an order is defined for numbers only."""
        if self.op in ORDERINGS:
            return ORDERINGS[self.op](value, self.operand)
        listed = any(same(value, option) for option in self.options)
        return listed == (self.op in ("==", "in"))

    @property
    def options(self) -> tuple[Value, ...]:
        """The operand's values."""
        return self.operand if isinstance(self.operand, tuple) else (self.operand,)

    def text(self) -> str:
        """As in the text of a domain; a parent that Python can't name, such as a-b, is quoted."""
        parts = self.parent.split(".")
        plain_name = all(part.isidentifier() and not keyword.iskeyword(part) for part in parts)
        return f"{self.parent if plain_name else repr(self.parent)} {self.op} {self.operand!r}"


def all_hold(conditions: Iterable[Condition], config: Mapping[str, Value]) -> bool:
    """Whether all conditions hold; a condition on a missing hyperparameter doesn't."""
    for condition in conditions:  # all() would take three times as long if there are none
        if condition.parent not in config or not condition.holds(config[condition.parent]):
            return False
    return True
