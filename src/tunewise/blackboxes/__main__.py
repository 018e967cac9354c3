"""Prints the curve of a configuration: `python -m tunewise.blackboxes REFERENCE --lr 0.1 ...`."""

from __future__ import annotations

import sys

from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.references import open_blackbox
from tunewise.space import Config, SpaceError, Value


def main(arguments: list[str]) -> int:
    try:
        reference, *flags = arguments
        told = {flag.lstrip("-"): text for flag, text in zip(flags[::2], flags[1::2], strict=True)}
        show(reference, told)
    except (BlackboxError, SpaceError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except ValueError:
        print("usage: python -m tunewise.blackboxes REFERENCE --NAME VALUE ...", file=sys.stderr)
        return 2
    return 0


def show(reference: str, told: dict[str, str]) -> None:
    """Prints the levels, the seconds and what is reported, tab-separated."""
    blackbox = open_blackbox(reference)
    problem = blackbox.problem
    limit = told.pop(problem.max_resource_arg or "", None)
    curve = blackbox.curve(problem.space.validate(_typed(told)), 0)
    print(problem.resource_attr or "report", "seconds", *curve.columns, sep="\t")
    for index, seconds in enumerate(curve.seconds[: int(limit) if limit else None]):
        print(
            index + 1,
            f"{seconds:.6g}",
            *(f"{column[index]:.6g}" for column in curve.columns.values()),
            sep="\t",
        )


def _typed(told: dict[str, str]) -> Config:
    return {name: _value(text) for name, text in told.items()}


def _value(text: str) -> Value:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return {"True": True, "False": False}.get(text, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
