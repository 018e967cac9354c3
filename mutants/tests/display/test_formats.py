from datetime import datetime

import pytest

from tunewise import options
from tunewise.display import formats


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("0.5", 0.5),
        ("90s", 90),
        ("30m", 1800),
        ("1.5h", 5400),
        ("1h30m", 5400),
        (" 1H 30m ", 5400),
        ("2d", 172800),
        ("1d2h3m4s", 93784),
    ],
)
def test_durations_are_read(text: str, seconds: float) -> None:
    assert options.parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "h", "1min", "30m1h", "-5", "1h!", "nan", "1 2"])
def test_other_texts_are_no_durations(text: str) -> None:
    with pytest.raises(ValueError, match="is not a duration: give seconds, or something like"):
        options.parse_duration(text)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0s"),
        (0.25, "0.2s"),
        (9.96, "10s"),
        (59.6, "1m 00s"),
        (724, "12m 04s"),
        (3900, "1h 05m"),
        (183600, "2d 03h"),
    ],
)
def test_durations_are_written(seconds: float, text: str) -> None:
    assert formats.duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(90, "90s"), (120, "2m"), (7200, "2h"), (172800, "2d"), (0.5, "0.5s")]
)
def test_short_durations_are_read_back(seconds: float, text: str) -> None:
    assert options.short_duration(seconds) == text
    assert options.parse_duration(text) == seconds


def test_costs_are_money_where_worker_hours_have_a_price() -> None:
    assert formats.money(0.5, price=1.0) == "0.50 worker-hours"
    assert formats.money(0.00123, price=1.0) == "0.001 worker-hours"
    assert formats.money(1234.5, price=2.5) == "cost 1,234.50"
    assert formats.amount(0.0) == "0.00"


def test_a_gist_is_the_first_and_the_last_line() -> None:
    assert formats.gist("val_loss was nan") == "val_loss was nan"
    assert formats.gist("exit code 1\nTraceback:\n  File x\nKeyError: 3\n\n") == "exit code 1: KeyError: 3"
    assert formats.gist("") == ""
    assert formats.gist("exit code 1\n=====\ntrain.py FAILED\n=====\n") == "exit code 1: train.py FAILED"


@pytest.mark.parametrize(
    ("rank", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (21, "21st")],
)
def test_ordinals(rank: int, text: str) -> None:
    assert formats.ordinal(rank) == text


def test_counts_and_clock() -> None:
    assert formats.count(1, "trial") == "1 trial"
    assert formats.count(1200, "trial") == "1,200 trials"
    assert formats.clock(3725.9) == "1:02:05"


def test_moments_name_the_hour_this_year_and_the_year_before_that() -> None:
    now = datetime.now().replace(month=5, day=4, hour=13, minute=37)
    assert formats.moment(now.isoformat()) == "4 May 13:37"
    assert formats.moment("2020-05-04T13:37:00+00:00") == "4 May 2020"
    assert formats.moment("yesterday") == "yesterday"
