"""Domains from text: `loguniform(1e-6, 1e-3)`, `uniform(0, 1) if optimizer == "sgd"`; never evaluated."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from dataclasses import replace

from tunewise.space import domains
from tunewise.space.conditions import Condition, Operand, Value
from tunewise.space.domains import Domain, SpaceError

_FUNCTIONS: dict[str, Callable[..., Domain]] = {
    function.__name__: function
    for function in (
        domains.uniform,
        domains.loguniform,
        domains.randint,
        domains.lograndint,
        domains.choice,
        domains.ordinal,
        domains.finrange,
        domains.logfinrange,
    )
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_LONGEST = 10_000  # characters; a longer text is no domain that a person wrote


def parse_domain(text: str) -> Domain | Value:
    """The domain, or the constant, that the text describes. Raises `SpaceError` for any other text."""
    expression = _parsed(text)
    try:
        if isinstance(expression, ast.IfExp):
            domain = _call(expression.body)
            return replace(domain, conditions=tuple(_conditions(expression.test)))
        if isinstance(expression, ast.Call):
            return _call(expression)
        return _scalar(expression)
    except _NotUnderstoodError:
        raise _not_understood(text, expression) from None


class _NotUnderstoodError(Exception):
    """A part of the text that is none of the forms there are."""


def _parsed(text: str) -> ast.expr:
    if len(text) <= _LONGEST:
        # the second form is a domain with its condition, made into a complete expression
        for source in (text.strip(), text.strip() + " else None"):
            try:
                return ast.parse(source, mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
    raise _not_understood(text, None)


def _not_understood(text: str, expression: ast.expr | None) -> SpaceError:
    shown = text if len(text) <= 80 else text[:77] + "..."
    if isinstance(expression, ast.Name) and expression.id not in _FUNCTIONS:
        return SpaceError(f"{shown!r} is no domain: as a text, it needs quotes ({expression.id!r}).")
    return SpaceError(
        f"{shown!r} is no domain: write a constant, or one of {', '.join(_FUNCTIONS)} such as uniform(0, 1)."
    )


def _call(node: ast.expr) -> Domain:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        raise _NotUnderstoodError
    function = _FUNCTIONS.get(node.func.id)
    if function is None or any(keyword.arg is None for keyword in node.keywords):
        raise _NotUnderstoodError
    arguments = [_operand(argument) for argument in node.args]
    keywords = {str(keyword.arg): _operand(keyword.value) for keyword in node.keywords}
    signature = inspect.signature(function)
    try:
        bound = signature.bind(*arguments, **keywords)
    except TypeError:
        raise SpaceError(
            f"{ast.unparse(node)} is called wrongly: {node.func.id}{_shown(signature)}."
        ) from None
    for name, value in bound.arguments.items():
        if isinstance(value, tuple) != (name == "values"):
            raise SpaceError(f"{ast.unparse(node)} is called wrongly: {node.func.id}{_shown(signature)}.")
    return function(*bound.args, **bound.kwargs)


def _shown(signature: inspect.Signature) -> str:
    names = [f"[{name}, ...]" if name == "values" else name for name in signature.parameters]
    return f"({', '.join(names)})"


def _conditions(node: ast.expr) -> list[Condition]:
    parts = node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]
    return [_condition(part) for part in parts]


def _condition(node: ast.expr) -> Condition:
    if not isinstance(node, ast.Compare) or len(node.ops) != 1 or not isinstance(node.left, ast.Name):
        raise _NotUnderstoodError
    op = _COMPARISONS.get(type(node.ops[0]))
    if op is None:
        raise _NotUnderstoodError
    operand = _operand(node.comparators[0])
    if isinstance(operand, tuple) != (op in ("in", "not in")):
        raise _NotUnderstoodError
    return Condition(node.left.id, op, operand)


def _operand(node: ast.expr) -> Operand:
    if isinstance(node, (ast.List, ast.Tuple)):
        return tuple(_scalar(element) for element in node.elts)
    return _scalar(node)


def _scalar(node: ast.expr) -> Value:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        number = _scalar(node.operand)
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise _NotUnderstoodError
        return -number if isinstance(node.op, ast.USub) else number
    if isinstance(node, ast.Constant) and (
        node.value is None or isinstance(node.value, (str, bool, int, float))
    ):
        return node.value
    raise _NotUnderstoodError
