"""Recorded tables: what they hold, what they answer between it, and their files."""

import contextlib
import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.tables import PROBLEM, made_up_reference, made_up_table, sparse_table

from tunewise import space
from tunewise.blackboxes import lcbench
from tunewise.blackboxes.__main__ import main
from tunewise.blackboxes.base import BlackboxError, typical_seconds
from tunewise.blackboxes.off_grid import (
    NUGGET,
    OFF_GRID,
    Interpolated,
    Nearest,
    Stack,
    fitted,
    interpolate,
    kernel,
    off_grid,
)
from tunewise.blackboxes.references import absolute_reference, embedded, kept_reference, open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.blackboxes.table import Table, TableBlackbox, load_table, save_table
from tunewise.problem import Problem
from tunewise.space import Config

TABLE = made_up_table()


@pytest.mark.parametrize("way", ["nearest", "interpolation"])
def test_what_was_recorded_comes_back_exactly(way: str) -> None:
    blackbox = TableBlackbox(TABLE, off_grid(TABLE, way))
    for row, config in enumerate(TABLE.configs):
        curve = blackbox.curve(config, 0)
        assert curve.columns["loss"] == TABLE.columns["loss"][row, 0].tolist()
        assert curve.seconds == TABLE.seconds[row, 0].tolist()


@given(seed=st.integers(0, 10_000))
def test_the_nearest_neighbour_by_brute_force(seed: int) -> None:
    config = PROBLEM.space.sample(np.random.default_rng(seed))

    def distance(other: dict[str, object]) -> float:
        u, v = PROBLEM.space.to_unit(config), PROBLEM.space.to_unit(other)  # type: ignore[arg-type]
        same = other["kind"] == config["kind"]
        return (u[0] - v[0]) ** 2 + (u[1] - v[1]) ** 2 + (0.0 if same else 1.0)

    nearest = min(range(len(TABLE.configs)), key=lambda row: distance(dict(TABLE.configs[row])))
    assert Nearest(TABLE).curve(config, 0).columns["loss"] == TABLE.columns["loss"][nearest, 0].tolist()


def test_the_nearest_neighbour_says_how_wrong_it_is() -> None:
    final = TABLE.columns["loss"].mean(axis=1)[:, -1]
    squares = []
    for row in range(len(final)):
        rest = np.delete(np.arange(len(final)), row)
        columns = {name: column[rest] for name, column in TABLE.columns.items()}
        others = replace(
            TABLE, configs=tuple(TABLE.configs[i] for i in rest), columns=columns, seconds=TABLE.seconds[rest]
        )
        answered = Nearest(others).curve(TABLE.configs[row], 0).columns["loss"]
        nearest = [i for i in rest if TABLE.curve(int(i), 0).columns["loss"] == answered]
        squares.append((final[nearest[0]] - final[row]) ** 2)
    error = float(np.sqrt(np.mean(squares)))
    assert (
        Nearest(TABLE).answers
        == f"their nearest neighbour (loss at the end is wrong by {error:.2g} on average)"
    )


def test_an_interpolation_predicts_better_than_the_nearest_neighbour() -> None:
    rest = made_up_table(200)
    few, left = _split(rest, 120)
    errors = {
        name: np.mean([abs(way.curve(c, 0).columns["loss"][-1] - t) for c, t in left])
        for name, way in (("nearest", Nearest(few)), ("interpolation", Interpolated(few)))
    }
    assert errors["interpolation"] < 0.5 * errors["nearest"]


def _split(table: Table, size: int) -> tuple[Table, list[tuple[Config, float]]]:
    few = replace(
        table,
        configs=table.configs[:size],
        columns={name: column[:size] for name, column in table.columns.items()},
        seconds=table.seconds[:size],
    )
    rest = zip(table.configs[size:], table.columns["loss"][size:, 0, -1], strict=True)
    return few, [(dict(config), float(loss)) for config, loss in rest]


def test_an_interpolation_never_leaves_what_was_recorded() -> None:
    way = Interpolated(TABLE)
    rng = np.random.default_rng(3)
    low, high = TABLE.columns["loss"].min(axis=(0, 1)), TABLE.columns["loss"].max(axis=(0, 1))
    for _ in range(200):
        curve = way.curve(PROBLEM.space.sample(rng), 0)
        assert (np.array(curve.columns["loss"]) >= low).all()
        assert (np.array(curve.columns["loss"]) <= high).all()
        assert (np.diff(curve.seconds, prepend=0.0) > 0.0).all()


def test_the_interpolation_goes_through_its_points_and_leaves_each_out() -> None:
    rng = np.random.default_rng(0)
    points = rng.random((40, 2))
    values = np.sin(3.0 * points[:, :1]) + points[:, 1:] + np.arange(3) * points[:, :1] ** 2
    found, left_out = interpolate(points, values)
    assert np.allclose([found(point) for point in points], values, atol=1e-3)
    scaled, mean = points / found.scales, values.mean(axis=0)
    covariance = kernel(scaled[1:], scaled[1:]) + NUGGET * np.eye(39)
    without = mean + kernel(scaled[:1], scaled[1:]) @ np.linalg.solve(covariance, values[1:] - mean)
    assert np.allclose(left_out[0], without[0], atol=1e-3)


def test_a_stack_of_interpolations_gives_what_each_gives_to_the_last_bit() -> None:
    rng = np.random.default_rng(0)
    points, recorded = rng.random((30, 6)), [rng.random((30, 4)), rng.random((30, 4)) ** 3]
    parts = [interpolate(points, values)[0] for values in recorded]
    stack = Stack(parts, recorded)
    for point in rng.random((50, 6)):
        alone = [
            np.clip(p(point), v.min(axis=0), v.max(axis=0)) for p, v in zip(parts, recorded, strict=True)
        ]
        assert np.array_equal(stack.at(point), alone)


def test_a_column_that_never_changes_is_interpolated_too() -> None:
    rng = np.random.default_rng(0)
    points = rng.random((5, 2))
    found, _ = interpolate(points, np.full((5, 3), 7.0))
    assert found(np.array([0.3, 0.4])).tolist() == [7.0, 7.0, 7.0]


def test_seeds_take_turns_at_the_repetitions() -> None:
    table = made_up_table(5, repetitions=3)
    seconds = table.seconds.copy()
    seconds[0, 1] = np.nan  # which was not made
    losses = table.columns["loss"].copy()
    losses[0, 1] = np.nan
    table = replace(table, seconds=seconds, columns={"loss": losses})
    blackbox = TableBlackbox(table, off_grid(table))
    assert [blackbox.curve(table.configs[1], seed).columns["loss"][0] for seed in range(4)] == [
        losses[1, place, 0] for place in (0, 1, 2, 0)
    ]
    assert [blackbox.curve(table.configs[0], seed).columns["loss"][0] for seed in range(3)] == [
        losses[0, place, 0] for place in (0, 2, 0)
    ]


def test_a_curve_that_ended_early_is_replayed_as_short() -> None:
    seconds = TABLE.seconds.copy()
    seconds[2, 0, 4:] = np.nan
    table = replace(TABLE, seconds=seconds)
    assert len(TableBlackbox(table, off_grid(table)).curve(TABLE.configs[2], 0).seconds) == 4
    with pytest.raises(BlackboxError, match="use off_grid=nearest"):
        off_grid(table, "interpolation")


def test_values_that_a_file_rounds_otherwise_are_on_the_grid() -> None:
    domain = space.finrange(0.1, 0.7, 7)
    problem = Problem({"d": domain}, "loss", max_resource=1)
    configs: tuple[Config, ...] = tuple({"d": place * 0.1} for place in range(1, 8))
    assert [config["d"] for config in configs] != list(domain.members())
    loss = np.arange(7.0).reshape(7, 1, 1)
    table = Table(problem, configs, {"loss": loss}, np.ones((7, 1, 1)))
    blackbox = TableBlackbox(table, off_grid(table, "interpolation"))
    found = [blackbox.curve({"d": value}, 0).columns["loss"] for value in domain.members()]
    assert found == loss[:, 0].tolist()


def test_a_conditional_space_is_answered() -> None:
    problem = Problem(
        {"kind": space.choice(["a", "b"]), "depth": space.randint(1, 9).when("kind", "a")},
        "loss",
        resource_attr="epoch",
        max_resource=1,
    )
    configs: tuple[Config, ...] = ({"kind": "a", "depth": 2}, {"kind": "a", "depth": 8}, {"kind": "b"})
    ones = np.ones((3, 1, 1))
    table = Table(problem, configs, {"loss": ones * np.arange(3)[:, None, None]}, ones)
    blackbox = TableBlackbox(table, off_grid(table, "nearest"))
    assert blackbox.curve({"kind": "b"}, 0).columns["loss"] == [2.0]
    assert blackbox.curve({"kind": "a", "depth": 9}, 0).columns["loss"] == [1.0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"columns": {"accuracy": TABLE.columns["accuracy"]}}, "lacks the metric 'loss': it has accuracy"),
        ({"seconds": TABLE.seconds[:5]}, "times of shape (5, 1, 9) for 60 configurations"),
        ({"columns": {"loss": TABLE.columns["loss"][:, :, :3]}}, "loss has shape (60, 1, 3)"),
        ({"seconds": TABLE.seconds[:, :, ::-1]}, "don't increase with the level"),
        ({"levels": (1, 3, 9)}, "has the levels (1, 3, 9) for 9 reports a curve"),
        ({"levels": (1, 2, 3, 4, 5, 6, 7, 9, 8)}, "each above the one before"),
        ({"levels": (0, 1, 2, 3, 4, 5, 6, 7, 9)}, "from 1 upwards"),
        ({"levels": (1, 2, 3, 4, 5, 6, 7, 8, 27)}, "ends at level 27, but max_resource is 9"),
        ({"configs": (*TABLE.configs[:-1], TABLE.configs[0])}, "contains a configuration twice"),
        ({"configs": (*TABLE.configs[:-1], {"lr": 7.0, "width": 5, "kind": "a"})}, "isn't in its space"),
        ({"seconds": np.where(np.arange(9) == 3, np.nan, TABLE.seconds)}, "missing before the end"),
        ({"seconds": np.where(np.arange(9) >= 0, np.nan, TABLE.seconds)}, "has no curve"),
    ],
)
def test_tables_are_checked(change: dict[str, object], message: str) -> None:
    with pytest.raises(BlackboxError, match=re.escape(message)):
        replace(TABLE, **change)  # type: ignore[arg-type]


def test_a_file_holds_a_table_and_equal_tables_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        save_table(made_up_table(8, 2), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    table, found = made_up_table(8, 2), load_table(tmp_path / "one.npz")
    assert found.problem == table.problem
    assert found.configs == table.configs
    assert np.array_equal(found.seconds, table.seconds)
    assert found.columns.keys() == table.columns.keys()
    assert all(np.array_equal(found.columns[name], table.columns[name]) for name in table.columns)
    assert (found.start_delay, found.about) == (table.start_delay, table.about)


def test_a_file_holds_what_was_fitted_and_answers_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = made_up_table()
    save_table(fitted(table), tmp_path / "fitted.npz")
    expected = Interpolated(table)
    monkeypatch.setattr("tunewise.blackboxes.off_grid._length_scales", None)  # nothing is fitted again
    found = Interpolated(load_table(tmp_path / "fitted.npz"))
    config: Config = {"lr": 0.2, "width": 7, "kind": "a"}
    assert found.curve(config, 0) == expected.curve(config, 0)
    assert found.answers == expected.answers
    with pytest.raises(BlackboxError, match="length-scales of 1 columns"):
        replace(table, scales=[[1.0]])


def test_a_file_holds_the_levels(tmp_path: Path) -> None:
    table = sparse_table()
    blackbox = open_blackbox(made_up_reference(tmp_path, table) + "?off_grid=interpolation")
    assert isinstance(blackbox, TableBlackbox)
    assert list(blackbox.table.levels) == [1, 3, 9]
    for config in (table.configs[0], PROBLEM.space.sample(np.random.default_rng(5))):
        assert list(blackbox.curve(config, 0).levels) == [1, 3, 9]


@pytest.mark.parametrize("damage", [b"", b"no zip", None])
def test_a_file_that_is_none_is_said_in_a_sentence(damage: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "bad.npz"
    if damage is None:
        np.savez(path, header=np.array("{}"), seconds=np.ones(3))
    else:
        path.write_bytes(damage)
    with pytest.raises(BlackboxError) as caught:
        load_table(path)
    assert "isn't a recorded benchmark" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("load", [load_table, lcbench.load])
def test_whatever_is_damaged_is_said_in_a_sentence(load: Callable[[Path], Table], tmp_path: Path) -> None:
    path = tmp_path / "table.npz"
    save_table(made_up_table(5), path)
    whole = path.read_bytes()
    rng = Random(0)
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[rng.randrange(len(whole))] = rng.randrange(256)
        path.write_bytes(damaged)
        with contextlib.suppress(BlackboxError):  # and any other is a failure
            load(path)
    np.save(tmp_path / "array.npy", np.ones(3))
    with pytest.raises(BlackboxError, match="isn't a"):
        load(tmp_path / "array.npy")


def test_a_configuration_that_lacks_a_value_has_no_answer() -> None:
    problem = Problem({"a": space.uniform(0, 1), "b": space.uniform(0, 1)}, "loss", max_resource=1)
    configs: tuple[Config, ...] = ({"a": 0.2, "b": 0.3}, {"a": 0.7, "b": 0.1})
    table = Table(problem, configs, {"loss": np.ones((2, 1, 1))}, np.ones((2, 1, 1)))
    for way in OFF_GRID:
        with pytest.raises(BlackboxError, match="b is missing"):
            TableBlackbox(table, off_grid(table, way)).curve({"a": 0.2}, 0)


def test_the_command_of_a_job_prints_its_curve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    domains = {"shift": space.uniform(-1, 1), "code": space.choice(["1", "2"]), "on": space.choice([True, 0])}
    problem = Problem(domains, "loss", resource_attr="epoch", max_resource=3, max_resource_arg="epochs")
    config: Config = {"shift": -0.5, "code": "2", "on": True}
    steps = np.arange(1.0, 4.0).reshape(1, 1, 3)
    reference = made_up_reference(tmp_path, Table(problem, (config,), {"loss": 1.0 / steps}, 2.0 * steps))
    line = SimulatedBackend(reference).command({**config, "folder": "/data", "epochs": 2})
    assert main(shlex.split(line)[3:]) == 0
    printed = [row.split("\t") for row in capsys.readouterr().out.splitlines()]
    assert printed == [["epoch", "seconds", "loss"], ["1", "2", "1"], ["2", "4", "0.5"]]
    for wrong in ([], [reference, "--shift"], [reference, "shift", "1"], [reference, "--shift", "3"]):
        assert main(wrong) == 2


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    path = tmp_path / "bad.npz"
    np.savez(path, header=np.array([{"a": 1}], dtype=object), seconds=np.ones(3))
    with pytest.raises(BlackboxError, match="isn't a recorded benchmark"):
        load_table(path)


def test_references_are_read_and_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_up_reference(tmp_path)
    monkeypatch.chdir(tmp_path)
    reference = absolute_reference("recorded:table.npz?off_grid=nearest")
    assert reference == f"recorded:{tmp_path}/table.npz?off_grid=nearest"
    assert "nearest neighbour" in open_blackbox(reference).answers
    assert absolute_reference("transformer_wikitext2") == "transformer_wikitext2"


def test_what_a_reference_means_does_not_depend_on_how_its_place_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lcbench").mkdir()
    monkeypatch.chdir(tmp_path / "lcbench")
    assert absolute_reference("yahpo:.") == f"yahpo:{tmp_path}/lcbench?first_level={lcbench.FIRST_LEVEL}"


def test_references_that_are_kept_go_on_to_mean_the_same() -> None:
    said, earlier = f"lcbench:/7.npz?first_level={lcbench.FIRST_LEVEL}", "lcbench:/7.npz?first_level=1"
    assert absolute_reference("lcbench:/7.npz") == said
    assert kept_reference("lcbench:/7.npz") == earlier  # which is what it meant once
    for reference in (said, earlier, "recorded:/x.npz?off_grid=nearest", "what?ever", "nothing:?"):
        assert kept_reference(reference) == reference
    assert absolute_reference(earlier) == earlier
    assert absolute_reference("yahpo:/lcbench?instance=3945") == "yahpo:/lcbench?first_level=2&instance=3945"
    assert kept_reference("yahpo:/lcbench") == "yahpo:/lcbench?first_level=1"
    assert absolute_reference("yahpo:/fcnet") == kept_reference("yahpo:/fcnet") == "yahpo:/fcnet"
    reference = "lcbench:/7.npz?off_grid=nearest"
    assert kept_reference(reference) == "lcbench:/7.npz?first_level=1&off_grid=nearest"


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("nonsense", "There is no recording 'nonsense'"),
        ("zip:/x", "isn't a reference: write FORMAT:PATH"),
        ("recorded:", "isn't a reference"),
        ("recorded:/x?a", "can't be read"),
        ("recorded:/nowhere.npz", "There is no recorded benchmark /nowhere.npz"),
        ("lcbench:/nowhere.npz", "There is no table /nowhere.npz"),
        ("transformer_wikitext2?colour=red", "an option 'colour' that isn't known"),
        (
            "transformer_wikitext2?off_grid=magic",
            "off_grid=magic isn't known: choose from nearest, interpolation",
        ),
    ],
)
def test_bad_references_are_said_in_a_sentence(reference: str, message: str) -> None:
    with pytest.raises(BlackboxError, match=re.escape(message)) as caught:
        open_blackbox(reference)
    assert "\n" not in str(caught.value)


def test_the_recordings_that_come_with_tunewise_are_sound() -> None:
    assert embedded() == ["transformer_wikitext2"]
    blackbox = open_blackbox("transformer_wikitext2")
    assert isinstance(blackbox, TableBlackbox)
    table = blackbox.table
    assert table.complete
    assert table.problem.max_resource == 27
    assert len(table.configs) >= 200
    assert 3.9 < table.columns["val_loss"].min() < 4.1  # nats a token
    assert table.columns["val_loss"][:, :, -1].max() < 8.0
    assert 15.0 < typical_seconds(blackbox) < 60.0
