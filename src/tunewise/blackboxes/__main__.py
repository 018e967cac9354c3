"""Prints the curve of a configuration: `python -m tunewise.blackboxes REFERENCE --lr 0.1 ...`."""

import sys
from collections.abc import Callable

from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.references import open_blackbox
from tunewise.space import Domain, SpaceError, Value

_TRUTH = {"True": True, "False": False}


def main(arguments: list[str]) -> int:
    try:
        reference, *flags = arguments
        show(reference, _arguments(flags))
    except (BlackboxError, SpaceError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except ValueError:
        print("usage: python -m tunewise.blackboxes REFERENCE --NAME VALUE ...", file=sys.stderr)
        return 2
    return 0


def show(reference: str, arguments: dict[str, str]) -> None:
    """Prints the levels, the seconds and the reported values, tab-separated."""
    blackbox = open_blackbox(reference)
    problem = blackbox.problem
    limit = arguments.get(problem.max_resource_arg or "")
    config = {
        name: _value(domain, arguments[name])
        for name, domain in problem.space.domains.items()
        if name in arguments
    }
    curve = blackbox.curve(problem.space.validate(config), 0)
    print(problem.level_name, "seconds", *curve.columns, sep="\t")
    for index in range(curve.reports_to(int(limit)) if limit else len(curve.seconds)):
        print(
            curve.levels[index],
            f"{curve.seconds[index]:.6g}",
            *(f"{column[index]:.6g}" for column in curve.columns.values()),
            sep="\t",
        )


def _arguments(flags: list[str]) -> dict[str, str]:
    """Flags as `--name value` or `--name=value`. Raises ValueError for anything else."""
    arguments: dict[str, str] = {}
    rest = iter(flags)
    for flag in rest:
        name, equals, text = flag.partition("=")
        value = text if equals else next(rest, None)
        if not name.startswith("--") or value is None:
            raise ValueError(flag)
        arguments[name[2:]] = value
    return arguments


def _value(domain: Domain, text: str) -> Value:
    """The value of the domain that a text means; the text itself if it means none."""
    kinds: tuple[Callable[[str], Value], ...] = (str, int, float, _TRUTH.__getitem__)
    for kind in kinds:
        try:
            return domain.validate(kind(text))
        except (KeyError, ValueError):
            continue
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
