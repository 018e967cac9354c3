"""From settings to a tuner that is ready to run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from tunewise import methods, space
from tunewise.cli.exits import BadUsage
from tunewise.cli.limits import LIMITS
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import StoppingCriterion
from tunewise.problem import Problem, names_a_gain
from tunewise.space import SpaceError, parse_domain

if TYPE_CHECKING:
    from tunewise.cli.settings import Settings
    from tunewise.schedulers.base import Method
    from tunewise.space import Domain, Value

Said = TypeVar("Said")
_WORD = re.compile(r"[\w./:@+-]+")


def problem_of(settings: Settings) -> Problem:
    """The problem. Raises ValueError, or a `BadUsage` for what isn't said."""
    metric = _needed(settings.metric, "metric", "the key that the script reports, such as val_loss")
    if settings.mode is None and names_a_gain(metric):
        raise BadUsage(
            f"Say which way {metric} is better: --mode max if larger is better, --mode min if smaller is (in "
            'the file, mode = "max" or mode = "min").'
        )
    if not settings.space:
        raise BadUsage('Say what to tune: --space "lr=loguniform(1e-5, 1e-1)", once for each hyperparameter.')
    argument, largest = parse_max_resource(settings.max_resource)
    return Problem(
        {name: _domain(name, value) for name, value in settings.space.items()},
        metric,
        settings.mode,
        settings.resource,
        largest,
        argument,
    )


def method_of(settings: Settings, problem: Problem) -> Method:
    """The method. Raises ValueError, or a `BadUsage` for what isn't said."""
    name = _needed(settings.method, "method", f"one of {', '.join(methods.names())}")
    return methods.build(name, problem, seed=settings.seed, arguments=settings.method_arg)


def criterion_of(settings: Settings) -> StoppingCriterion:
    """The limits. Raises ValueError."""
    limits = {limit: getattr(settings, flag) for flag, limit in LIMITS.items()}
    return StoppingCriterion.of({name: value for name, value in limits.items() if value is not None})


def policy_of(settings: Settings) -> Policy:
    return Policy(
        trial_timeout=settings.trial_timeout,
        max_early_errors=settings.max_failures,
        keep_checkpoints=settings.keep_checkpoints,
    )


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


def _needed(said: Said | None, name: str, what: str) -> Said:
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
