"""Spaces in the JSON of the ConfigSpace library, as its versions 0.6 to 1.2 write it: read, and written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tunewise.space.conditions import ORDERINGS, Condition
from tunewise.space.domains import Domain, Float, Integer
from tunewise.space.finite import Choice, Finite, Ordinal
from tunewise.space.space import Space
from tunewise.space.text import choice, lograndint, loguniform, ordinal, randint, uniform
from tunewise.space.values import SpaceError, Value, brief

FORMAT = {"python_module_version": "1.2.2", "format_version": 0.4}
_OPERATORS = {"EQ": "==", "NEQ": "!=", "LT": "<", "GT": ">", "IN": "in"}
_TYPES = {operator: name for name, operator in _OPERATORS.items()}
_OR_EQUAL = {"<=": "LT", ">=": "GT"}


def from_configspace(content: Mapping[str, Any]) -> Space:
    """The space in a `ConfigurationSpace.to_serialized_dict()`, which is also what is in its JSON. Defaults
    are left out. Raises `SpaceError` for what no space of ours has: forbidden combinations, distributions
    that aren't uniform, and conditions of which one is enough."""
    try:
        entries = {entry["name"]: entry for entry in content["hyperparameters"]}
        if content.get("forbiddens"):
            raise SpaceError(
                "It forbids combinations, which a space here can't: take its forbiddens out, and let the "
                "script fail on them, from which methods learn."
            )
        for name, entry in entries.items():
            weights = entry.get("weights") or entry.get("probabilities") or [1]
            if len(set(weights)) > 1 or entry.get("q") is not None:
                raise SpaceError(
                    f"{name} has {'steps' if entry.get('q') else 'weights'}, which a space here can't hold: "
                    "take them out, or list the values."
                )
        domains = domains_of(entries.values(), content.get("conditions") or ())
        parents = {condition.parent for domain in domains.values() for condition in domain.conditions}
        return Space(
            {
                name: entries[name]["value"]
                if entries[name]["type"] == "constant" and not domain.conditions and name not in parents
                else domain
                for name, domain in domains.items()
            }
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise SpaceError(
            f"It isn't as ConfigSpace writes it ({error!r}): give its own JSON, or write each "
            "hyperparameter as --space."
        ) from None


def domains_of(
    entries: Iterable[Mapping[str, Any]], conditions: Iterable[Mapping[str, Any]]
) -> dict[str, Domain]:
    """The domains of hyperparameters, with their conditions; a constant is a choice of one. Raises
    `SpaceError`, and KeyError and the like for what isn't ConfigSpace's JSON."""
    domains = {entry["name"]: _domain(entry) for entry in entries}
    held: dict[str, list[Condition]] = {}
    for entry in conditions:
        held.setdefault(entry["child"], []).extend(_conditions(entry))
    return {
        name: replace(domain, conditions=tuple(_placed(each, domains) for each in held.get(name, ())))
        for name, domain in domains.items()
    }


def _domain(entry: Mapping[str, Any]) -> Domain:
    kind, log = entry["type"], entry.get("log", False)
    if kind in ("categorical", "constant"):
        return choice(entry["choices"] if kind == "categorical" else [entry["value"]])
    if kind == "ordinal":
        return ordinal(entry["sequence"])
    if kind == "uniform_float":
        return (loguniform if log else uniform)(entry["lower"], entry["upper"])
    if kind == "uniform_int" and entry["lower"] == entry["upper"]:
        return choice([entry["lower"]])
    if kind == "uniform_int":
        return (lograndint if log else randint)(entry["lower"], entry["upper"])
    raise SpaceError(
        f"{entry['name']} is {kind}, and real and whole numbers here are uniform: write uniform_float or "
        "uniform_int over its likely range."
    )


def _conditions(entry: Mapping[str, Any]) -> Iterator[Condition]:
    """The conditions, all of which must hold, of an entry."""
    kind, parts = entry["type"], entry.get("conditions", ())
    if kind == "AND":
        for part in parts:
            yield from _conditions(part)
    elif kind == "OR":
        kinds, compared = {part["type"] for part in parts}, {(p.get("parent"), p.get("value")) for p in parts}
        operator = next((op for op, other in _OR_EQUAL.items() if kinds == {"EQ", other}), None)
        if operator is None or len(compared) > 1:
            raise SpaceError(
                f"{entry['child']} matters if one of several conditions holds, and here all must: write one "
                "condition with several values (IN), or a hyperparameter for each case."
            )
        yield Condition(parts[0]["parent"], operator, parts[0]["value"])
    elif kind in _OPERATORS:
        operand = tuple(entry["values"]) if kind == "IN" else entry["value"]
        yield Condition(entry["parent"], _OPERATORS[kind], operand)
    else:
        raise SpaceError(f"{entry['child']} has a condition of the unknown kind {brief(kind)}.")


def _placed(condition: Condition, domains: Mapping[str, Domain]) -> Condition:
    """A condition whose order is that of an ordinal's list, as ConfigSpace means it, by the values."""
    parent = domains.get(condition.parent)
    if condition.op not in ORDERINGS or not isinstance(parent, Finite):
        return condition
    place = parent.index(condition.operand)
    return Condition(
        condition.parent,
        "in",
        tuple(value for at, value in enumerate(parent.members()) if ORDERINGS[condition.op](at, place)),
    )


# ---- written ---------------------------------------------------------------------------------------------


def to_configspace(space: Space) -> dict[str, Any]:
    """What `ConfigurationSpace.from_serialized_dict` reads, and in JSON `from_json`. A range becomes an
    ordinal of its values. Raises `SpaceError` for an ordinal whose values aren't equally likely."""
    hyperparameters = [_entry(name, domain) for name, domain in space.domains.items()]
    hyperparameters += [
        {"type": "constant", "name": name, "value": value} for name, value in space.constants.items()
    ]
    conditions: list[dict[str, Any]] = []
    for name, domain in space.domains.items():
        parts = [part for each in domain.conditions for part in _written(name, each, space)]
        conditions += parts if len(parts) < 2 else [{"type": "AND", "child": name, "conditions": parts}]
    return {
        "name": None,
        "hyperparameters": hyperparameters,
        "conditions": conditions,
        "forbiddens": [],
        **FORMAT,
    }


def _entry(name: str, domain: Domain) -> dict[str, Any]:
    if isinstance(domain, Float | Integer):
        kind = "uniform_float" if isinstance(domain, Float) else "uniform_int"
        bounds = {"lower": domain.lower, "upper": domain.upper, "log": domain.log}
        return {"type": kind, "name": name, **bounds}
    assert isinstance(domain, Finite)
    if isinstance(domain, Choice):
        return {"type": "categorical", "name": name, "choices": list(domain.members()), "weights": None}
    if isinstance(domain, Ordinal) and domain.edges:
        raise SpaceError(f"{name} is {domain.call()}, and ordinals of ConfigSpace have equal shares only.")
    return {"type": "ordinal", "name": name, "sequence": list(domain.members())}


def _written(child: str, condition: Condition, space: Space) -> Iterator[dict[str, Any]]:
    """A condition as ConfigSpace has it: entries that must all hold."""
    parent, names = space.domains[condition.parent], {"child": child, "parent": condition.parent}
    if isinstance(parent, Finite):
        yield {"type": "IN", **names, "values": [v for v in parent.members() if condition.holds(v)]}
    elif condition.op == "in":
        yield {"type": "IN", **names, "values": list(condition.options)}
    elif condition.op == "not in":
        yield from ({"type": "NEQ", **names, "value": value} for value in condition.options)
    elif condition.op in _OR_EQUAL:
        parts: list[dict[str, Value]] = [
            {"type": kind, **names, "value": condition.options[0]} for kind in ("EQ", _OR_EQUAL[condition.op])
        ]
        yield {"type": "OR", "child": child, "conditions": parts}
    else:
        yield {"type": _TYPES[condition.op], **names, "value": condition.options[0]}
