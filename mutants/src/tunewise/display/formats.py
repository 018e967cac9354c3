"""How durations, numbers, money and configurations are written for people."""

from collections.abc import Mapping
from datetime import datetime

from tunewise.display.characters import in_one_line
from tunewise.space import Value


def duration(seconds: float) -> str:
    """A duration in its two largest units: `45s`, `12m 04s`, `1h 05m`, `2d 03h`."""
    whole = round(seconds)
    if whole < 60:
        return f"{seconds:.1f}s" if 0 < seconds < 9.95 else f"{whole}s"
    if whole < 3600:
        return f"{whole // 60}m {whole % 60:02d}s"
    if whole < 86400:
        return f"{whole // 3600}h {whole % 3600 // 60:02d}m"
    return f"{whole // 86400}d {whole % 86400 // 3600:02d}h"


def clock(seconds: float) -> str:
    """A moment of the experiment's clock: `0:12:04`."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def number(value: float) -> str:
    """A metric's value in five digits."""
    return f"{value:.5g}"


def value(item: Value) -> str:
    """A hyperparameter's value in one line, floats in four digits."""
    return f"{item:.4g}" if isinstance(item, float) else in_one_line(str(item))


def configuration(config: Mapping[str, Value]) -> str:
    """A configuration in one line: `lr=0.0003 dropout=0.25`."""
    return " ".join(f"{name}={value(item)}" for name, item in config.items())


def money(cost: float, price: float) -> str:
    """A cost: in worker-hours where they have no price of their own, and in money elsewhere."""
    return f"{amount(cost)} worker-hours" if price == 1.0 else f"cost {amount(cost)}"


def amount(cost: float) -> str:
    """The bare number of a cost; of a very small one its first digit."""
    return f"{cost:,.2f}" if cost >= 0.095 or cost == 0.0 else f"{cost:.1g}"


def count(items: int, thing: str) -> str:
    """`1 trial`, `2 trials`."""
    return f"{items:,} {thing}" if items == 1 else f"{items:,} {thing}s"


def moment(iso: str) -> str:
    """When something was: `4 May 13:37`, or the date alone if it wasn't this year. Other texts stay."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    this_year = when.year == datetime.now().year
    return f"{when.day} {when:%b %H:%M}" if this_year else f"{when.day} {when:%b %Y}"


def gist(message: str) -> str:
    """One line that says most: of a traceback or a log its first and its last one, and no rule."""
    lines = [line.strip() for line in message.splitlines() if any(map(str.isalnum, line))]
    return ": ".join(dict.fromkeys([*lines[:1], *lines[-1:]]))


def ordinal(rank: Value) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, ..., `11th`."""
    if not isinstance(rank, int):
        return str(rank)
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"
