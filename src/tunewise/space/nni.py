"""Spaces in NNI's JSON, as its versions 2 and 3 read it from `search_space.json`."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tunewise.space.domains import Domain
from tunewise.space.space import Space
from tunewise.space.text import choice, finrange, loguniform, ordinal, randint, uniform
from tunewise.space.values import SpaceError, Value

MOST_STEPS = 10_000


def from_nni(content: Mapping[str, Any]) -> Space:
    """The space that NNI's JSON describes. A nested choice `layer` becomes `layer._name`, and what an option
    of it has `layer.size` and the like, where that is chosen; `--pass-as nni` nests them again.

    Raises `SpaceError` for what no space of ours has, such as normal distributions.
    """
    try:
        return Space(_read(content, ""))
    except SpaceError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise SpaceError(
            f"It isn't as NNI has it ({error!r}): give its search_space.json, or write each hyperparameter "
            "as --space."
        ) from None


def _read(entries: Mapping[str, Any], prefix: str) -> dict[str, Domain]:
    domains: dict[str, Domain] = {}
    for name, entry in entries.items():
        options = entry["_value"]
        if entry["_type"] != "choice" or not any(isinstance(option, dict) for option in options):
            domains[prefix + name] = _domain(prefix + name, entry["_type"], options)
            continue
        within = f"{prefix}{name}."
        domains[f"{within}_name"] = choice([option["_name"] for option in options])
        where: dict[str, list[Value]] = {}
        for option in options:
            inner = {key: value for key, value in option.items() if key != "_name"}
            for each, domain in _read(inner, within).items():
                if domains.setdefault(each, domain) != domain:
                    raise SpaceError(
                        f"{each} isn't the same in all options of {name}: rename it in one of them."
                    )
                where.setdefault(each, []).append(option["_name"])
        for each, values in where.items():
            if not domains[each].conditions:  # what is deeper has that of its own choice
                domains[each] = domains[each].when(f"{within}_name", *values)
    return domains


def _domain(name: str, kind: str, given: Sequence[Any]) -> Domain:
    if kind == "choice":
        return choice(given)
    if kind == "randint":
        lower, upper = given
        return randint(lower, upper - 1)
    if kind in ("uniform", "loguniform"):
        lower, upper = given
        return (uniform if kind == "uniform" else loguniform)(lower, upper)
    if kind not in ("quniform", "qloguniform"):
        raise SpaceError(f"{name} is drawn by {kind!r}, which a space here can't: give a range.")
    lower, upper, step = given
    first, last = round(lower / step), round(upper / step)
    if not 0 <= last - first <= MOST_STEPS:
        raise SpaceError(f"{name} has {last - first:,} steps: give a range without steps.")
    values = sorted({min(max(place * step, lower), upper) for place in range(first, last + 1)})
    if kind == "quniform" and all(math.isclose(high - low, step) for low, high in pairwise(values)):
        return finrange(values[0], values[-1], len(values))
    return ordinal(values, "nn" if kind == "quniform" else "nn-log")
