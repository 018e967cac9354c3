"""What instances cost: dated data that a user overrides.

`prices.json` beside this file says from when and where its prices are. `$TUNEWISE_PRICES`, or else
`prices.json` in `$TUNEWISE_HOME`, may name others, as `{"date": "...", "currency": "USD", "hourly": {"TYPE":
1.23}}`; its prices go before ours.
"""

import os
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import msgspec

from tunewise.disk import decode
from tunewise.paths import home

VARIABLE = "TUNEWISE_PRICES"


class PriceError(ValueError):
    """A price that isn't known or can't be read; the message says what to do."""


class PriceList(msgspec.Struct, frozen=True):
    """Prices an hour by instance type, as of a date."""

    date: str
    currency: str
    hourly: dict[str, float]
    region: str = ""
    source: str = ""


class Price(NamedTuple):
    """Money for an hour of an instance, as of a date."""

    hourly: float
    currency: str
    date: str


def price_of(instance_type: str) -> Price:
    """The price of an instance type, the user's own before ours. Raises `PriceError`."""
    for prices in _lists():
        hourly = prices.hourly.get(instance_type)
        if hourly is not None:
            return Price(hourly, prices.currency, prices.date)
    raise PriceError(
        f"The price of {instance_type!r} isn't known: write it to {_own()} as "
        f'{{"date": "2026-01-01", "currency": "USD", "hourly": {{"{instance_type}": 1.23}}}}.'
    )


def is_priced(name: str) -> bool:
    """Whether there is a price of that name. Raises `PriceError` where the user's own can't be read."""
    return any(name in prices.hourly for prices in _lists())


def worker_price(instance: str) -> float:
    """Money for a worker-hour on `TYPE`, or on `TYPE:N` that holds N workers. Raises `PriceError`."""
    instance_type, colon, number = instance.partition(":")
    if colon and not (number.isdecimal() and int(number) > 0):
        raise PriceError(f"{instance!r} is no instance: write TYPE, or TYPE:N if it holds N workers.")
    return price_of(instance_type).hourly / (int(number) if colon else 1)


def _lists() -> list[PriceList]:
    shipped = resources.files("tunewise").joinpath("prices.json").read_bytes()
    ours = msgspec.json.decode(shipped, type=PriceList)
    own = _own()
    return [_read(own), ours] if own.exists() or os.environ.get(VARIABLE) else [ours]


def _own() -> Path:
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else home() / "prices.json"


def _read(path: Path) -> PriceList:
    try:
        prices = decode(path.read_bytes(), PriceList)
    except FileNotFoundError:
        raise PriceError(f"${VARIABLE} names {path}, which isn't there: write it, or unset it.") from None
    except (OSError, ValueError) as error:
        raise PriceError(f"The prices in {path} can't be read ({error}): mend the file.") from error
    wrong = [name for name, hourly in prices.hourly.items() if not 0 < hourly < float("inf")]
    if wrong:
        raise PriceError(f"The price of {wrong[0]} in {path} must be a number above 0.")
    return prices
