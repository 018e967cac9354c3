"""References to blackboxes, as text for command lines and `experiment.json`.

    transformer_wikitext2                 a recording that comes with Tunewise
    recorded:/data/mine.npz               a file that `tunewise record` made
    lcbench:/data/lcbench/126029.npz      a table of LCBench
    yahpo:/data/yahpo_data/rbv2_rpart?instance=1040       a scenario of YAHPO Gym
    syne_tune:/data/fcnet?task=protein    a folder of Syne Tune's blackbox repository

Options follow a question mark, as in a URL: `off_grid` (nearest or interpolation) for all tables, others
depending on the format. A saved reference also contains the options whose default has changed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode

from tunewise.blackboxes.base import Blackbox, BlackboxError

if TYPE_CHECKING:
    from tunewise.blackboxes.table import Table

FORMATS = ("recorded", "lcbench", "yahpo", "syne_tune")

FIRST_LEVEL, EARLIER_FIRST_LEVEL = "2", "1"
"""The default of LCBench's `first_level` (see `lcbench.FIRST_LEVEL`), today and earlier."""


class Reference(NamedTuple):
    """A parsed reference. form: one of `FORMATS`, or "" for a recording that comes with Tunewise."""

    form: str
    place: str
    options: Mapping[str, str]

    def __str__(self) -> str:
        options = f"?{urlencode(self.options, safe='/:,')}" if self.options else ""
        return f"{self.form}:{self.place}{options}" if self.form else f"{self.place}{options}"


def embedded() -> list[str]:
    """The recordings that come with Tunewise."""
    return sorted(
        entry.name.removesuffix(".npz")
        for entry in (resources.files("tunewise.blackboxes") / "data").iterdir()
        if entry.name.endswith(".npz")
    )


def parse_reference(reference: str) -> Reference:
    """Parses a reference. Raises `BlackboxError`."""
    where, _, query = reference.partition("?")
    try:
        options = dict(parse_qsl(query, strict_parsing=True, keep_blank_values=True)) if query else {}
    except ValueError:
        raise BlackboxError(
            f"The options of {reference!r} can't be read: write them as ?name=value&name=value."
        ) from None
    form, colon, place = where.partition(":")
    if not colon:
        return Reference("", where, options)
    if form not in FORMATS or not place:
        raise BlackboxError(
            f"{reference!r} isn't a reference: write FORMAT:PATH with one of {', '.join(FORMATS)}, or the "
            f"name of a recording that comes with Tunewise ({', '.join(embedded())})."
        )
    return Reference(form, place, options)


def absolute_place(reference: str) -> str:
    """The reference with an absolute path. Raises `BlackboxError`."""
    return str(_placed(reference))


def absolute_reference(reference: str) -> str:
    """The reference to save: with an absolute path, and with the options whose default has changed. Raises
    `BlackboxError`."""
    return _with_first_level(_placed(reference), FIRST_LEVEL)


def kept_reference(reference: str) -> str:
    """A saved reference in full, with the defaults of the time when it was saved. Raises `BlackboxError`."""
    if not reference.startswith(("lcbench:", "yahpo:")):
        return reference
    return _with_first_level(parse_reference(reference), EARLIER_FIRST_LEVEL)


def without_defaults(reference: str) -> str:
    """A saved reference without the options whose default has changed, to compare references with and without
    them. Raises `BlackboxError`."""
    parsed = parse_reference(reference)
    options = {name: value for name, value in parsed.options.items() if name != "first_level"}
    return str(parsed._replace(options=options))


def _placed(reference: str) -> Reference:
    parsed = parse_reference(reference)
    place = os.path.abspath(os.path.expanduser(parsed.place)) if parsed.form else parsed.place
    return parsed._replace(place=place)


def _with_first_level(reference: Reference, first_level: str) -> str:
    """The reference with LCBench's first level, whose default has changed."""
    form, place, options = reference
    if form == "lcbench" or (form == "yahpo" and Path(place).name == "lcbench"):
        options = {"first_level": first_level, **options}
    return str(reference._replace(options=options))


@cache
def open_blackbox(reference: str) -> Blackbox:
    """The blackbox of a reference, read once in a process. Raises `BlackboxError`."""
    form, place, options = parse_reference(reference)
    if form in ("yahpo", "syne_tune"):
        blackbox: Blackbox = import_module(f"tunewise.blackboxes.{form}").load(Path(place), options)
        return blackbox
    from tunewise.blackboxes import lcbench
    from tunewise.blackboxes.off_grid import off_grid
    from tunewise.blackboxes.table import TableBlackbox, load_table

    known = {"off_grid", "first_level"} if form == "lcbench" else {"off_grid"}
    unknown = sorted(options.keys() - known)
    if unknown:
        raise BlackboxError(
            f"{reference!r} has an option {unknown[0]!r} that isn't known: there is "
            f"{' and '.join(sorted(known))}."
        )
    if form == "lcbench":
        table = lcbench.load(Path(place), options)
    elif form == "recorded":
        table = load_table(Path(place))
    else:
        table = _embedded(place)
    return TableBlackbox(table, off_grid(table, options.get("off_grid")))


def _embedded(name: str) -> Table:
    from tunewise.blackboxes.table import load_table

    if name not in embedded():
        raise BlackboxError(
            f"There is no recording {name!r}: there are {', '.join(embedded())}, and files as FORMAT:PATH."
        )
    with resources.as_file(resources.files("tunewise.blackboxes") / "data" / f"{name}.npz") as path:
        return load_table(path)
