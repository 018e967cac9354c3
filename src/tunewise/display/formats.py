"""How durations, numbers, money and configurations are written for people, and foreign text made harmless."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from tunewise.space import Value

# ---- control characters ---------------------------------------------------------------------------------

_LINE_BREAKS = {"\n": "␊", "\t": "␉", "\u2028": "␤", "\u2029": "␤"}
_INVISIBLE = [*range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_PICTURES = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in _LINE_BREAKS},
    0x7F: 0x2421,
    **dict.fromkeys(_INVISIBLE, 0xFFFD),  # C1, and what changes the direction of writing
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # surrogates, which stand for bytes that were not text
}
_ONE_LINE = {**_PICTURES, **{ord(mark): ord(picture) for mark, picture in _LINE_BREAKS.items()}}


def harmless(text: str) -> str:
    """The text with a picture in place of each control character: `␛[2J`. Line breaks and tabs stay."""
    return text if text.isprintable() else text.translate(_PICTURES)


def in_one_line(text: str) -> str:
    """The same with pictures for line breaks and tabs, too."""
    return text if text.isprintable() else text.translate(_ONE_LINE)


# ---- values ---------------------------------------------------------------------------------------------


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
    """A time on the experiment's clock: `0:12:04`."""
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


def has_price(price: float) -> bool:
    """Whether costs are money. Files keep a price of 1 where nobody gave one: costs are then worker-hours."""
    return price != 1.0


def money(cost: float, price: float) -> str:
    """A cost: in money where a worker-hour has a price, else in worker-hours."""
    return f"cost {amount(cost)}" if has_price(price) else f"{amount(cost)} worker-hours"


def amount(cost: float) -> str:
    """The bare number of a cost; of a very small one the first digit."""
    return f"{cost:,.2f}" if cost >= 0.095 or cost == 0.0 else f"{cost:.1g}"


def count(items: int, thing: str) -> str:
    """`1 trial`, `2 trials`."""
    return f"{items:,} {thing}" if items == 1 else f"{items:,} {thing}s"


def listed(noun: str, things: Sequence[object]) -> str:
    """`job 3/0`, `jobs 3/0 and 4/0`, `jobs 3/0, 4/0, 5/0 and 7 more`."""
    if len(things) == 1:
        return f"{noun} {things[0]}"
    first = [str(thing) for thing in things[:3]]
    more = f"{len(things) - 3} more" if len(things) > 3 else first.pop()
    return f"{noun}s {', '.join(first)} and {more}"


def moment(iso: str) -> str:
    """A date and time: `4 May 13:37`, or the date alone if it wasn't this year. Other text stays."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    this_year = when.year == datetime.now().year
    return f"{when.day} {when:%b %H:%M}" if this_year else f"{when.day} {when:%b %Y}"


def gist(message: str) -> str:
    """The main point of a traceback or a log in one line: its first and its last line with text."""
    lines = [line.strip() for line in message.splitlines() if any(map(str.isalnum, line))]
    return ": ".join(dict.fromkeys([*lines[:1], *lines[-1:]]))


def ordinal(rank: Value) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, ..., `11th`."""
    if not isinstance(rank, int):
        return str(rank)
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"
