"""From what was told to a tuner that is ready to run."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from tunewise import methods, space
from tunewise.backends.specs import BackendSpec
from tunewise.cli.exits import BadUsage
from tunewise.cli.how import How
from tunewise.cli.limits import Money, price_of_flags
from tunewise.engine.loop import Watcher
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import by_field, from_flags, settings_of
from tunewise.problem import Problem, names_a_gain
from tunewise.schedulers.base import Method
from tunewise.space import Domain, SpaceError, Value, parse_domain
from tunewise.tuner import Tuner

Said = TypeVar("Said")
_WORD = re.compile(r"[\w./:@+-]+")


def problem_of(told: Mapping[str, Any]) -> Problem:
    """The problem. Raises ValueError, or a `BadUsage` for what isn't said."""
    metric = _needed(told, "metric", "the key that the script reports, such as val_loss")
    if told.get("mode") is None and names_a_gain(metric):
        raise BadUsage(
            f"Say which way {metric} is better: --mode max if larger is better, --mode min if smaller is (in "
            'the file, mode = "max" or mode = "min").'
        )
    if not told.get("space"):
        raise BadUsage('Say what to tune: --space "lr=loguniform(1e-5, 1e-1)", once for each hyperparameter.')
    argument, largest = parse_max_resource(told.get("max_resource"))
    domains = {name: _domain(name, value) for name, value in told["space"].items()}
    said = by_field(settings_of(Problem), {**told, "space": domains, "max_resource": largest})
    return Problem(**said, max_resource_arg=argument)


def method_of(told: Mapping[str, Any], problem: Problem) -> Method:
    """The method. Raises ValueError, or a `BadUsage` for what isn't said."""
    name = _needed(told, "method", f"one of {', '.join(methods.names())}")
    how = from_flags(How, told)
    return methods.build(name, problem, seed=how.seed, arguments=how.method_arg)


def tuner_of(
    told: Mapping[str, Any], method: Method, backend: BackendSpec, watchers: Sequence[Watcher] = ()
) -> tuple[Tuner, str]:
    """The tuner, and what to remark of the price if that isn't known. Raises ValueError, TunerError, or a
    `BadUsage`."""
    how, money = from_flags(How, told), from_flags(Money, told)
    price, remark = price_of_flags(money.price, money.instance), ""
    if price is None:
        price, remark = price_there(backend)
    tuner = Tuner(
        backend,
        method,
        from_flags(StoppingCriterion, told),
        workers=how.workers,
        name=how.name,
        price=1.0 if price is None else price,
        pay_idle=money.pay_idle,
        policy=from_flags(Policy, told),
        watchers=watchers,
    )
    return tuner, remark


def price_there(backend: BackendSpec) -> tuple[float | None, str]:
    """The price of what jobs run on where there is one, and what to remark if it isn't known."""
    if not backend.price_key:
        return None, ""
    from tunewise.prices import PriceError, price_of

    try:
        return price_of(backend.price_key).hourly, ""
    except PriceError as error:
        return None, f"Costs are in worker-hours, unless --price says what one costs. {error}"


def parse_max_resource(said: int | str | None) -> tuple[str | None, int | None]:
    """The script's argument and the largest resource in `epochs=40`, `40` or 40. Raises ValueError."""
    if said is None or isinstance(said, int):
        return None, said
    argument, equals, text = said.rpartition("=")
    argument = argument.strip().lstrip("-")
    if not text.strip().isdecimal() or (equals and not argument):
        raise ValueError(
            f"The largest resource is {said!r}: give the script's argument and a whole number, such as "
            "epochs=40, or the number alone if the script has no such argument."
        )
    return argument or None, int(text)


def _needed(told: Mapping[str, Any], name: str, what: str) -> str:
    said: str | None = told.get(name)
    if said is None:
        raise BadUsage(f"There is no {name}: give {what}, with --{name} or in the file.")
    return said


def _domain(name: str, said: object) -> Domain | Value:
    if isinstance(said, (bool, int, float)):
        return said
    if not isinstance(said, str):
        raise ValueError(
            f'{name} of the space is {said!r}: give a domain as text, such as "uniform(0, 1)" or '
            '"choice([1, 2])", or a constant.'
        )
    try:
        return parse_domain(said)
    except SpaceError as error:
        if _WORD.fullmatch(said) and said not in space.__all__:
            return said  # a text needs no quotes within those of a shell or of TOML
        raise ValueError(f"{name} of the space: {error}") from error
