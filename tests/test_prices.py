"""Prices of instances: ours, the user's own before them, and what is said where there are none."""

import json
from datetime import date
from pathlib import Path

import pytest

from tunewise.backends.slurm import SlurmBackend
from tunewise.benchmarks.definitions import real_benchmark_definitions
from tunewise.cli.settings import backend_price
from tunewise.paths import home
from tunewise.prices import VARIABLE, PriceError, price_of, worker_price


def write(path: Path, **hourly: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    named = {name.replace("_", "."): price for name, price in hourly.items()}
    path.write_text(json.dumps({"date": "2031-05-06", "currency": "EUR", "hourly": named}))
    return path


def test_what_ships_is_dated() -> None:
    price = price_of("ml.g4dn.xlarge")
    assert price.currency == "USD"
    assert date.fromisoformat(price.date) < date.today()
    assert 0.1 < price.hourly < 10


def test_ones_own_prices_go_before_ours_and_leave_the_others() -> None:
    write(home() / "prices.json", ml_g4dn_xlarge=9.5, box=2.0)
    assert price_of("ml.g4dn.xlarge") == (9.5, "EUR", "2031-05-06")
    assert price_of("box").hourly == 2.0
    assert price_of("ml.p3.2xlarge").currency == "USD"


def test_a_variable_names_the_file_of_prices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home() / "prices.json", box=2.0)
    monkeypatch.setenv(VARIABLE, str(write(tmp_path / "mine.json", box=3.0)))
    assert price_of("box").hourly == 3.0


def test_a_named_file_that_is_missing_is_no_reason_to_take_our_prices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.json"))
    with pytest.raises(PriceError, match=r"\$TUNEWISE_PRICES names .*gone.json, which isn't there"):
        price_of("ml.g4dn.xlarge")


def test_the_message_for_an_unknown_type_says_where_to_write_its_price() -> None:
    with pytest.raises(PriceError) as raised:
        price_of("ml.x9.mega")
    message = str(raised.value)
    assert message.startswith(
        f"The price of 'ml.x9.mega' isn't known: write it to {home() / 'prices.json'} as "
    )
    example = message[message.index("{") : message.rindex("}") + 1]
    (home()).mkdir(parents=True, exist_ok=True)
    (home() / "prices.json").write_text(example)  # what is told works
    assert price_of("ml.x9.mega").hourly == 1.23


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"date": 1}', "\udcff"])
def test_a_file_that_cannot_be_read_is_named(content: str) -> None:
    home().mkdir(parents=True)
    (home() / "prices.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(PriceError, match=r"The prices in .*prices.json can't be read .*fix the file"):
        price_of("ml.g4dn.xlarge")


@pytest.mark.parametrize("price", [0.0, -1.0])
def test_a_price_is_above_nothing(price: float) -> None:
    write(home() / "prices.json", box=price)
    with pytest.raises(PriceError, match=r"The price of box in .* must be a number above 0"):
        price_of("box")


def test_an_instance_may_hold_several_workers() -> None:
    write(home() / "prices.json", box=6.0)
    assert worker_price("box") == 6.0
    assert worker_price("box:4") == 1.5
    for wrong in ("box:", "box:0", "box:-1", "box:1.5", "box:four"):
        with pytest.raises(PriceError, match="isn't an instance: write TYPE, or TYPE:N"):
            worker_price(wrong)


def test_the_instances_of_the_benchmarks_have_prices() -> None:
    for sagemaker in (False, True):
        for benchmark in real_benchmark_definitions(sagemaker).values():
            assert benchmark.instance is not None
            assert price_of(benchmark.instance.kind).hourly > 0


def test_a_partition_of_slurm_has_a_price_where_one_is_written_down() -> None:
    gpu, cpu = SlurmBackend("train.py", partition="gpu"), SlurmBackend("train.py", partition="cpu")
    assert backend_price(gpu) == (None, "")
    write(home() / "prices.json", **{"slurm/gpu": 1.5})
    assert backend_price(gpu) == (1.5, "")
    assert backend_price(cpu) == backend_price(SlurmBackend("train.py")) == (None, "")
