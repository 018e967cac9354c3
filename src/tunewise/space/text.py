"""Domains as users write them: in Python, or as text such as `loguniform(1e-6, 1e-3)` or `uniform(0, 1) if
optimizer == "sgd"`, which is never evaluated."""

import ast
import difflib
import inspect
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace

from tunewise.space.conditions import MEMBERSHIPS, Condition, Operand
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import Choice, FiniteRange, Ordinal, listed
from tunewise.space.values import Element, SpaceError, Value, brief, element, plain, writable

LONGEST = 100_000
"""The most characters of a text; much longer ones can crash Python's own parser."""


def uniform(lower: float, upper: float) -> Float:
    """Real numbers from lower to upper."""
    return Float(lower, upper)


def loguniform(lower: float, upper: float) -> Float:
    """Real numbers from lower > 0 to upper, uniform in the logarithm."""
    return Float(lower, upper, log=True)


def randint(lower: int, upper: int) -> Integer:
    """Whole numbers from lower to upper, both included."""
    return Integer(lower, upper)


def lograndint(lower: int, upper: int) -> Integer:
    """Whole numbers from lower > 0 to upper, both included, uniform in the logarithm."""
    return Integer(lower, upper, log=True)


def choice(values: Sequence[Element]) -> Choice:
    """One of several values without an order. Lists and mappings become JSON text."""
    return Choice(listed(values))


def ordinal(values: Sequence[Element], kind: str = "equal") -> Ordinal:
    """One of several values in an order, such as [16, 32, 64]; with equal probability or, if kind is "nn" or
    "nn-log", with its share of the interval of numbers, or of their logarithms, that are nearest to it."""
    return Ordinal(listed(values), kind)


def finrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` evenly spaced numbers from lower to upper, both included; rounded to whole ones if cast_int."""
    return FiniteRange(lower, upper, size, cast_int=cast_int)


def logfinrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` numbers from lower > 0 to upper, both included, evenly spaced in the logarithm; rounded to whole
    ones if cast_int."""
    return FiniteRange(lower, upper, size, log=True, cast_int=cast_int)


_FUNCTIONS: dict[str, Callable[..., Domain]] = {
    function.__name__: function
    for function in (uniform, loguniform, randint, lograndint, choice, ordinal, finrange, logfinrange)
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


def parse_domain(text: str) -> Domain | Value:
    """The domain or the constant that a text describes, as written by `Domain.text` or `repr`.

    Constants are numbers, quoted strings, True, False and None; a list or a mapping in a list becomes JSON
    text. Nothing is evaluated. Raises `SpaceError`, which quotes the text, for anything else.
    """
    try:
        expression, test = _parsed(writable(text).strip())
        if test is not None:
            return replace(_call(expression), conditions=tuple(_conditions(test)))
        if isinstance(expression, (ast.List, ast.Tuple)):
            raise _NotUnderstoodError(
                "write choice([1, 2]) for one of several, and uniform(1, 2) for a range."
            )
        return _call(expression) if isinstance(expression, ast.Call) else _scalar(expression)
    except _NotUnderstoodError as error:
        raise SpaceError(f"{brief(text)} isn't a domain: {error}") from None


def read_constant(value: Value) -> Value:
    """The number or constant that a text stands for, as on a command line; all else as it is, also words."""
    try:
        meant = parse_domain(value) if isinstance(value, str) else value
    except SpaceError:
        return value
    return value if isinstance(meant, Domain) else meant


def looks_like_a_domain(text: str) -> bool:
    """Whether the text begins like the call of a domain, valid or not."""
    function, bracket, _ = text.partition("(")
    return bool(bracket) and function.strip() in _FUNCTIONS


class _NotUnderstoodError(Exception):
    """A part of the text is invalid; the message says what is valid."""

    def __init__(self, advice: str | None = None) -> None:
        super().__init__(
            advice
            or f"write a constant, or one of {', '.join(_FUNCTIONS)}, such as uniform(0, 1) or, with a "
            "condition, uniform(0, 1) if depth >= 3."
        )


def _parsed(text: str) -> tuple[ast.expr, ast.expr | None]:
    """The domain or constant, and its condition if there is one."""
    if len(text) > LONGEST:
        raise _NotUnderstoodError(f"it has {len(text)} characters, and at most {LONGEST} are read.")
    expression = _expression(text)
    if expression is not None:
        return expression, None
    # Python has no conditional expression without an alternative
    conditional = _expression(text + " else None")
    if isinstance(conditional, ast.IfExp) and isinstance(conditional.orelse, ast.Constant):
        return conditional.body, conditional.test
    raise _NotUnderstoodError


def _expression(source: str) -> ast.expr | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # for example about invalid escapes in a string
        try:
            return ast.parse(source, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _call(node: ast.expr) -> Domain:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        raise _NotUnderstoodError
    function = _FUNCTIONS.get(node.func.id)
    if function is None:
        close = difflib.get_close_matches(node.func.id, _FUNCTIONS, 1)
        advice = f" (did you mean {close[0]!r}?)" if close else f"; there are {', '.join(_FUNCTIONS)}"
        raise _NotUnderstoodError(f"there is no {node.func.id!r}{advice}.")
    if any(keyword.arg is None for keyword in node.keywords):
        raise _NotUnderstoodError
    arguments = [_operand(argument) for argument in node.args]
    keywords = {str(keyword.arg): _operand(keyword.value) for keyword in node.keywords}
    signature = inspect.signature(function)
    try:
        bound = signature.bind(*arguments, **keywords)
    except TypeError:
        raise _wrong_arguments(node.func.id, signature) from None
    for name, value in bound.arguments.items():
        if isinstance(value, tuple) != (name == "values"):
            raise _wrong_arguments(node.func.id, signature)
    return function(*bound.args, **bound.kwargs)


def _wrong_arguments(name: str, signature: inspect.Signature) -> _NotUnderstoodError:
    parameters = ["[first, second, ...]" if given == "values" else given for given in signature.parameters]
    return _NotUnderstoodError(f"{name} has wrong arguments: write {name}({', '.join(parameters)}).")


def _conditions(node: ast.expr) -> list[Condition]:
    parts = node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]
    return [_condition(part) for part in parts]


def _condition(node: ast.expr) -> Condition:
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise _NotUnderstoodError
    op = _COMPARISONS.get(type(node.ops[0]))
    if op is None:
        raise _NotUnderstoodError
    operand = _operand(node.comparators[0])
    if isinstance(operand, tuple) != (op in MEMBERSHIPS):
        raise _NotUnderstoodError
    return Condition(_parent(node.left), op, operand)


def _parent(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_parent(node.value)}.{node.attr}"
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise _NotUnderstoodError(
        "name the hyperparameter first in a condition, in quotes if it has '-', as in 'batch-size' > 8."
    )


def _operand(node: ast.expr) -> Operand:
    if isinstance(node, (ast.List, ast.Tuple)):
        return tuple(_element(each) for each in node.elts)
    return _scalar(node)


def _element(node: ast.expr) -> Value:
    if not isinstance(node, (ast.List, ast.Tuple, ast.Dict)):
        return _scalar(node)
    try:
        return element(ast.literal_eval(node))
    except SpaceError as error:
        raise _NotUnderstoodError(str(error)) from None
    except (ValueError, TypeError, RecursionError):
        raise _NotUnderstoodError("a list or a mapping in it has parts that are no constants.") from None


def _scalar(node: ast.expr) -> Value:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        number = _constant(node.operand)
        if isinstance(number, bool) or not isinstance(number, (int, float)):
            raise _NotUnderstoodError
        return -number if isinstance(node.op, ast.USub) else number
    return _constant(node)


def _constant(node: ast.expr) -> Value:
    if isinstance(node, ast.Name) and node.id not in _FUNCTIONS:
        raise _NotUnderstoodError(f"as a string, {node.id} needs quotes ({node.id!r}).")
    if not isinstance(node, ast.Constant):
        raise _NotUnderstoodError
    try:
        return plain(node.value)
    except SpaceError as error:
        raise _NotUnderstoodError(str(error)) from None
