"""The bill, against one computed by hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.conftest import warm
from tests.rehearsal.test_life import GENTLE, SPOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

HOURLY = {"ml.m5.large": 3.6, "ml.m5.xlarge": 7.2}


def price(instance_type: str) -> float:
    if instance_type not in HOURLY:
        raise ValueError(instance_type)
    return HOURLY[instance_type]


def stop(world: World, name: str) -> None:
    world.sagemaker.stop_training_job(TrainingJobName=name)
    world.emulator.wait_for(name)


def start(world: World, name: str) -> None:
    """Brings a job through a cold start of 1000 seconds and a download of 200."""
    world.emulator.advance(1000)
    world.emulator.wait_for(name, "Downloading")
    world.emulator.advance(200)
    world.until_printed(name, "ready")


def test_the_bill_equals_one_computed_by_hand(open_world: Callable[..., World]) -> None:
    world = open_world(cold_start=1000, warm_start=10, cold_download=200, spot_saving=0.75)
    tick = world.emulator.advance
    world.create("cold", GENTLE, ResourceConfig=warm(600))
    start(world, "cold")  # until there is an instance it is free
    tick(50)
    stop(world, "cold")
    tick(100)  # kept idle: billed
    world.create("warm", GENTLE, ResourceConfig=warm(600))
    tick(10)  # free again
    world.until_printed("warm", "ready")  # and nothing to download
    tick(30)
    stop(world, "warm")
    tick(5000)  # kept for 600 of them
    world.create("spot", GENTLE, **SPOT)
    start(world, "spot")
    tick(400)
    stop(world, "spot")
    world.create("unpriced", GENTLE, ResourceConfig=warm(0, "ml.c5.xlarge"))
    start(world, "unpriced")

    by_hand = {  # seconds, idle seconds; that of a thousandth of an hour's price each
        "cold": (250, 100),
        "warm": (30, 600),
        "spot": ((200 + 400) * 0.25, 0),
    }
    items = {item.job: item for item in world.emulator.bill(price)}
    for name, (seconds, idle) in by_hand.items():
        assert items[name].seconds == pytest.approx(seconds, abs=6), name  # the test itself takes time
        assert items[name].idle_seconds == pytest.approx(idle, abs=6), name
        cost = (items[name].seconds + items[name].idle_seconds) / 3600 * HOURLY["ml.m5.large"]
        assert items[name].cost == pytest.approx(cost)
    assert items["unpriced"].cost is None
    assert items["unpriced"].seconds >= 200
    told = world.describe("cold")
    assert told["BillableTimeInSeconds"] == items["cold"].seconds
    assert told["WarmPoolStatus"]["ResourceRetainedBillableTimeInSeconds"] == items["cold"].idle_seconds


def test_running_jobs_are_billed_up_to_now_and_waiting_ones_are_not(open_world: Callable[..., World]) -> None:
    world = open_world(default_quota=None, cold_start=100)
    world.create("runs", GENTLE)
    world.create("waits", GENTLE)
    world.emulator.advance(50)
    assert [item.seconds for item in world.emulator.bill(price)] == [0, 0]
    stop(world, "waits")
    world.emulator.advance(50)
    world.until_printed("runs", "ready")
    world.emulator.advance(1800)
    runs, waits = world.emulator.bill(price)
    assert runs.cost == pytest.approx(3.6 * 1800 / 3600, rel=0.01)
    assert (waits.seconds, waits.cost) == (0, 0.0)


def test_billed_seconds_are_whole_and_at_least_one(world: World) -> None:
    world.run("short")
    (item,) = world.emulator.bill(price)
    told = world.describe("short")
    span = (told["TrainingEndTime"] - told["TrainingStartTime"]).total_seconds()
    assert item.seconds == told["BillableTimeInSeconds"] == max(1, math.ceil(span))
