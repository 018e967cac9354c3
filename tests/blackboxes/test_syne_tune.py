"""Syne Tune's blackbox folders: curves and times as they are there, or a sentence why not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.blackboxes.syne_tune_folders import CONFIGS, SPACE, Folder, domain, made_up_values

from tunewise.blackboxes import syne_tune
from tunewise.blackboxes.base import Blackbox, BlackboxError
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.table import TableBlackbox
from tunewise.space import Domain, Finite, parse_domain
from tunewise.space.syne_tune import domains_of


def check_curves(blackbox: Blackbox, folder: Folder, time: int = 1, count: int | None = None) -> None:
    """That each configuration has the curves of the folder, value for value, seed by seed."""
    assert isinstance(blackbox, TableBlackbox)
    assert blackbox.table.seconds.shape[:2] == (count or len(folder.configs), folder.values.shape[1])
    for row, config in enumerate(folder.configs[:count]):
        for seed in range(folder.values.shape[1]):
            curve = blackbox.curve(blackbox.problem.space.validate(config), seed)
            assert list(curve.levels) == list(folder.levels)
            assert curve.seconds == folder.values[row, seed, :, time].tolist()
            others = {name: index for index, name in enumerate(folder.objectives) if index != time}
            assert {name: list(column) for name, column in curve.columns.items()} == {
                name: folder.values[row, seed, :, index].tolist() for name, index in others.items()
            }


# ---- layouts -----------------------------------------------------------------------------------------------


def test_a_folder_for_all_tasks(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    blackbox = open_blackbox(f"syne_tune:{folder.for_all_tasks()}?task=a")
    assert (blackbox.problem.metric, blackbox.problem.mode) == ("metric_loss", "min")
    assert (blackbox.problem.resource_attr, blackbox.problem.max_resource_arg) == ("hp_epoch", "epochs")
    check_curves(blackbox, folder)
    folder.values *= 2.0
    check_curves(open_blackbox(f"syne_tune:{tmp_path}?task=b"), folder)


def test_a_folder_with_files_for_each_task(tmp_path: Path) -> None:
    """pd1, hpob, icml-deepar: not all tasks have the same configurations."""
    folder = Folder(tmp_path, {"metric_elapsed_time": "metric_elapsed_time", "time_attr": "global_step"})
    folder.resource = "global_step"
    folder.for_each_task()
    first = open_blackbox(f"syne_tune:{tmp_path}?task=a")
    assert (first.problem.resource_attr, first.problem.max_resource_arg) == ("global_step", "global_steps")
    check_curves(first, folder)
    check_curves(open_blackbox(f"syne_tune:{tmp_path}?task=b"), folder, count=2)


def test_curves_of_different_lengths(tmp_path: Path) -> None:
    """pd1 pads with NaN, and has rows that were never trained."""
    folder = Folder(tmp_path)
    folder.tasks = ["a"]
    folder.values[0, :, 2:] = np.nan
    folder.values[1] = np.nan
    blackbox = syne_tune.load(folder.for_each_task(), {"off_grid": "nearest"})
    assert isinstance(blackbox, TableBlackbox)
    assert len(blackbox.table.configs) == 2
    assert blackbox.curve(CONFIGS[0], 0).seconds == [10.0, 20.0]
    assert blackbox.curve(CONFIGS[2], 0).seconds == [10.0, 20.0, 30.0, 40.0]


def test_a_fold_that_is_missing(tmp_path: Path) -> None:
    """tabrepo: the first of the seeds, which are folds, may not be there."""
    folder = Folder(tmp_path)
    folder.values[1, 0] = np.nan
    blackbox = syne_tune.load(folder.for_all_tasks(), {"task": "a", "off_grid": "nearest"})
    for seed in (0, 1):
        assert blackbox.curve(CONFIGS[1], seed).columns["metric_loss"] == folder.values[1, 1, :, 0].tolist()


@pytest.mark.parametrize("seed", ["seed", None])
def test_a_folder_of_evaluations(seed: str | None, tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.levels = (1, 3, 9, 27)
    blackbox = open_blackbox(f"syne_tune:{folder.evaluations(seed)}?task=b")
    check_curves(blackbox, folder)
    assert blackbox.problem.max_resource == 27


def test_a_seed_that_is_missing_is_a_run_like_others(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    path = folder.evaluations() / "data-a.parquet"
    frame = pd.read_parquet(path)
    frame.assign(seed=frame["seed"].where(frame["seed"] > 0)).to_parquet(path)
    check_curves(syne_tune.load(tmp_path, {"task": "a"}), folder)


def test_columns_in_single_precision(tmp_path: Path) -> None:
    """A number is the one of the space that was rounded to it, also at a bound, or else the shortest."""
    folder = Folder(tmp_path)
    folder.space = {
        "hp_lr": domain("Float", lower=0.1, upper=1 / 3),
        "hp_decay": domain("FiniteRange", lower=0.01, upper=10.0, size=7, log_scale=True),
        "hp_rate": domain("FiniteRange", lower=0.0, upper=0.6, size=3),
    }
    decays = parse_domain("logfinrange(0.01, 10, 7)")
    assert isinstance(decays, Finite)
    folder.configs = [
        {"hp_lr": rate, "hp_decay": decays.members()[place], "hp_rate": 0.3}
        for rate, place in ((0.1, 1), (0.2, 3), (1 / 3, 5))
    ]
    path = folder.for_all_tasks() / "hyperparameters.parquet"
    pd.read_parquet(path).astype("float32").to_parquet(path)
    blackbox = syne_tune.load(tmp_path, {"task": "a"})
    assert isinstance(blackbox, TableBlackbox)
    assert list(blackbox.table.configs) == folder.configs


def test_evaluations_without_levels(tmp_path: Path) -> None:
    """icml-deepar as 0.13 writes it. Numbers went through logarithms there."""
    folder = Folder(tmp_path)
    folder.space = {**SPACE, "hp_layers": domain("Integer", lower=2, upper=4)}
    layers = (np.exp(np.log(2.0)), 3.0000000000000004, 4.000000000000001)
    folder.configs = [
        {**config, "hp_layers": float(number)} for config, number in zip(CONFIGS, layers, strict=True)
    ]
    folder.objectives = ("metric_CRPS", "metric_train_runtime")
    folder.values, folder.levels = made_up_values(1, 1), (1,)
    blackbox = syne_tune.load(folder.evaluations(seed=None, fidelity=False), {"task": "a"})
    assert (blackbox.problem.resource_attr, blackbox.problem.max_resource) == (None, 1)
    assert blackbox.problem.metric == "metric_CRPS"
    assert isinstance(blackbox, TableBlackbox)
    assert [config["hp_layers"] for config in blackbox.table.configs] == [2, 3, 4]
    for row, config in enumerate(blackbox.table.configs):
        curve = blackbox.curve(config, 0)
        assert (curve.seconds, curve.columns["metric_CRPS"]) == ([10.0], [folder.values[row, 0, 0, 0]])


# ---- what metadata.json names ------------------------------------------------------------------------------


def test_a_time_that_is_named_is_used_and_none_that_only_looks_like_it(tmp_path: Path) -> None:
    """nasbench201: the seconds of each epoch come before those since the beginning."""
    named = {"metric_elapsed_time": "metric_elapsed_time", "metric_default": "metric_train_error"}
    folder = Folder(tmp_path, named)
    folder.objectives = ("metric_valid_error", "metric_train_error", "metric_runtime", "metric_elapsed_time")
    folder.values = made_up_values(objectives=folder.objectives)
    blackbox = open_blackbox(f"syne_tune:{folder.for_all_tasks()}?task=a")
    check_curves(blackbox, folder, time=3)
    assert blackbox.problem.metric == "metric_train_error"
    assert blackbox.problem.max_resource == 4  # and not the upper bound of the fidelity space
    with pytest.raises(BlackboxError, match=r"metric_runtime .* doesn't grow from level to level \(\d\d% of"):
        syne_tune.load(tmp_path, {"task": "a", "time": "metric_runtime"})


@pytest.mark.parametrize("key", ["time_attr", "resource_attr"])
def test_lcbench_is_read_without_a_question(key: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path, {"metric_elapsed_time": "time", "metric_default": "val_accuracy", key: "epoch"})
    folder.objectives = ("val_balanced_accuracy", "val_accuracy", "time")
    folder.values = made_up_values(objectives=folder.objectives)
    folder.tasks, folder.resource = ["adult"], "epoch"
    blackbox = open_blackbox(f"syne_tune:{folder.for_all_tasks()}")
    check_curves(blackbox, folder, time=2)
    assert (blackbox.problem.metric, blackbox.problem.mode) == ("val_accuracy", "max")
    assert (blackbox.problem.resource_attr, blackbox.problem.max_resource_arg) == ("epoch", "epochs")


def test_a_resource_may_be_called_otherwise_than_in_the_space(tmp_path: Path) -> None:
    """autoencodix: the fidelity space has `time_attr` itself for a name, and its only level is 0."""
    names = {"metric_elapsed_time": "training_runtime", "metric_default": "mean_auc", "time_attr": "epoch"}
    folder = Folder(tmp_path, names)
    folder.objectives, folder.resource = ("training_runtime", "valid_r2", "mean_auc"), "time_attr"
    folder.values, folder.levels = made_up_values(1, 1, folder.objectives), (0,)
    problem = syne_tune.load(folder.for_all_tasks(), {"task": "a"}).problem
    assert (problem.metric, problem.mode) == ("mean_auc", "max")
    assert (problem.resource_attr, problem.max_resource) == ("epoch", 1)


@pytest.mark.parametrize(
    ("objectives", "levels", "time", "metric", "mode"),
    [
        (("metric_accuracy", "metric_elapsed_time"), 1, "metric_elapsed_time", "metric_accuracy", "max"),
        (
            ("time_infer_s", "metric_error", "metric_elapsed_time"),
            1,
            "metric_elapsed_time",
            "metric_error",
            "min",
        ),
        (("metric_train_runtime", "metric_CRPS"), 1, "metric_train_runtime", "metric_CRPS", "min"),
        (("metric_runtime", "valid_r2", "elapsed_time"), 4, "elapsed_time", "valid_r2", "max"),
    ],
)
def test_what_isnt_named_is_known_by_its_name(
    objectives: tuple[str, ...], levels: int, time: str, metric: str, mode: str, tmp_path: Path
) -> None:
    folder = Folder(tmp_path)
    folder.objectives, folder.levels = objectives, range(1, levels + 1)
    folder.values = made_up_values(levels, objectives=objectives)
    blackbox = syne_tune.load(folder.for_all_tasks(), {"task": "a"})
    check_curves(blackbox, folder, time=objectives.index(time))
    assert (blackbox.problem.metric, blackbox.problem.mode) == (metric, mode)


# ---- levels and times --------------------------------------------------------------------------------------


def test_levels_that_are_far_apart_are_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.levels = (1, 3, 9, 27)
    blackbox = syne_tune.load(folder.for_all_tasks(), {"task": "a"})
    check_curves(blackbox, folder)
    # nothing limits a job, as none could end between two levels
    assert (blackbox.problem.max_resource, blackbox.problem.max_resource_arg) == (27, None)


@pytest.mark.parametrize("levels", [(0, 1, 2, 3), (0.25, 0.5, 0.75, 1.0), (1, 3, 2, 4), (1, 2, 2, 3)])
def test_levels_that_cant_be_counted_to(levels: tuple[float, ...], tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.levels = levels
    with pytest.raises(BlackboxError, match="only increasing whole numbers from 1 upwards can be replayed"):
        syne_tune.load(folder.for_all_tasks(), {"task": "a"})


def test_times_that_stand_still_for_once_go_on_by_a_tick(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    times = [0.0, 5.0, 4.0, 5.0, *np.arange(6.0, 30.0)]  # as clocks and single precision have it
    folder.levels = range(1, len(times) + 1)
    folder.values = made_up_values(len(times))
    folder.values[..., 1] = times
    seconds = syne_tune.load(folder.for_all_tasks(), {"task": "a"}).curve(CONFIGS[0], 0).seconds
    tick = syne_tune.TICK
    assert seconds == [tick, 5.0, 5.0 + tick, 5.0 + tick + tick, *times[4:]]


# ---- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "Say which task: task= one of a, b"),
        ({"task": "c"}, "There is no task 'c'"),
        ({"task": "a", "metric": "x"}, "There is no metric 'x': say metric= one of metric_loss"),
        (
            {"task": "a", "time": "x"},
            "There is no time 'x': say time= one of metric_loss, metric_elapsed_time",
        ),
        ({"task": "a", "colour": "x"}, "no option 'colour'"),
    ],
)
def test_options_of_syne_tune(options: dict[str, str], message: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path).for_all_tasks()
    with pytest.raises(BlackboxError, match=re.escape(message)):
        syne_tune.load(folder, options)


def test_a_folder_without_times(tmp_path: Path) -> None:
    """icml-xgboost has the error alone."""
    folder = Folder(tmp_path)
    folder.objectives, folder.levels = ("metric_error",), (1,)
    folder.values = made_up_values(1, 1, folder.objectives)
    with pytest.raises(BlackboxError, match=r"doesn't say how long .* its objectives \(metric_error\) is"):
        syne_tune.load(folder.for_each_task(), {"task": "a"})


def test_a_folder_with_nothing_but_times(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.objectives = ("metric_elapsed_time",)
    folder.values = folder.values[..., 1:]
    refusal = "no objective besides metric_elapsed_time, so nothing to improve"
    with pytest.raises(BlackboxError, match=refusal):
        syne_tune.load(folder.for_all_tasks(), {"task": "a"})


@pytest.mark.parametrize("axis", [0, 2, 3])
def test_objectives_of_another_shape(axis: int, tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.values = np.delete(folder.values, 0, axis=axis)
    with pytest.raises(
        BlackboxError, match=r"of shape \(\d, 2, \d, \d\) .* 3 configurations, 4 levels and 2 obj"
    ):
        syne_tune.load(folder.for_all_tasks(), {"task": "a"})


def test_two_times_are_asked_about(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.objectives = ("metric_loss", "elapsed_time_train", "elapsed_time_all")
    folder.values = made_up_values(objectives=folder.objectives)
    with pytest.raises(BlackboxError, match="Say which time: time= one of metric_loss, elapsed_time_train"):
        syne_tune.load(folder.for_all_tasks(), {"task": "a"})


def test_several_resources(tmp_path: Path) -> None:
    folder = Folder(tmp_path).evaluations()
    (folder / "fidelityspace.json").write_text(json.dumps({"hp_epoch": {}, "trainsize": {}}))
    with pytest.raises(BlackboxError, match=r"several resources \(hp_epoch, trainsize\): only one can be"):
        syne_tune.load(folder, {"task": "a"})


def test_a_configuration_outside_of_the_space(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.configs = [*CONFIGS[:2], {**CONFIGS[2], "hp_lr": 1.5}]
    with pytest.raises(BlackboxError, match=r"outside of its own space \(hp_lr: 1.5 isn't a number from"):
        syne_tune.load(folder.for_all_tasks(), {"task": "a"})


@pytest.mark.parametrize(("name", "content"), [("metadata.json", "{}"), ("metadata.json", "[]")])
def test_a_folder_that_is_written_otherwise(name: str, content: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path).for_all_tasks()
    (folder / name).write_text(content)
    with pytest.raises(BlackboxError, match="isn't as Syne Tune writes it"):
        syne_tune.load(folder, {"task": "a"})


def test_a_folder_that_lacks_a_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path).for_all_tasks()
    (folder / "hyperparameters.parquet").unlink()
    with pytest.raises(
        BlackboxError, match=r"neither hyperparameters.parquet nor a-hyper.* nor data-a.parquet"
    ):
        syne_tune.load(folder, {"task": "a"})


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BlackboxError, match=r"metadata.json can't be read .*: name a folder of Syne Tune"):
        syne_tune.load(tmp_path, {})


# ---- spaces ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (domain("Float", "Uniform", lower=0, upper=5), "uniform(0.0, 5.0)"),
        (domain("Float", "LogUniform", lower=1e-6, upper=1.0), "loguniform(1e-06, 1.0)"),
        (domain("Float", "Uniform", lower=2, upper=2), "choice([2.0])"),
        (domain("Integer", "LogUniform", lower=1, upper=100), "lograndint(1, 100)"),
        (domain("Integer", lower=1, upper=7), "randint(1, 7)"),
        (domain("Integer", "Uniform", lower=3, upper=3), "choice([3])"),
        (domain("Categorical", "Uniform", categories=["a", "b", "a"]), "choice(['a', 'b'])"),
        (
            domain("Categorical", "Uniform", categories=[True, 1, 1.0, False, 0]),
            "choice([True, 1, False, 0])",
        ),
        (domain("Ordinal", "Uniform", categories=[3, 1, 2]), "ordinal([3, 1, 2])"),
        (
            domain("OrdinalNearestNeighbor", categories=[1, 10, 100], log_scale=False),
            "ordinal([1, 10, 100], 'nn')",
        ),
        (domain("OrdinalNearestNeighbor", categories=[1, 9], log_scale=True), "ordinal([1, 9], 'nn-log')"),
        (domain("FiniteRange", lower=0.0, upper=1.0, size=11), "finrange(0.0, 1.0, 11)"),
        (domain("FiniteRange", lower=2.0, upper=9.0, size=1), "choice([2.0])"),
        (domain("FiniteRange", lower=2.0, upper=2.0, size=3), "choice([2.0])"),
        (
            domain("FiniteRange", lower=1, upper=30_000, size=30_000, cast_int=True),
            "finrange(1.0, 30000.0, 30000, cast_int=True)",
        ),
        (
            domain("FiniteRange", lower=16, upper=512, size=6, cast_int=True, log_scale=True),
            "logfinrange(16.0, 512.0, 6, cast_int=True)",
        ),
        (domain("FiniteRange", lower=2.0, upper=2.0, size=3, cast_int=True, log_scale=True), "choice([2])"),
        # the values that Syne Tune 0.16 makes of these
        (domain("FiniteRange", lower=1, upper=3, size=5, cast_int=True), "ordinal([1, 2, 3])"),
        (
            domain("FiniteRange", lower=1, upper=10, size=12, cast_int=True, log_scale=True),
            "ordinal([1, 2, 3, 4, 5, 7, 8, 10])",
        ),
        (domain("FiniteRange", lower=0.5, upper=3.5, size=4, cast_int=True), "ordinal([0, 2, 4])"),
        (domain("FiniteRange", lower=1.0, upper=1.4, size=3, cast_int=True), "ordinal([1])"),
        (
            domain("FiniteRange", lower=0, upper=29, size=29, cast_int=True),
            f"ordinal({[*range(14), *range(15, 30)]})",
        ),
        (0.5, "0.5"),
        (None, "None"),
    ],
)
def test_domains_of_syne_tune(entry: object, text: str) -> None:
    found = domains_of({"x": entry})["x"]
    assert (found.text() if isinstance(found, Domain) else repr(found)) == text


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            domain("Float", "LogUniform", lower=0.0, upper=0.99),
            "x: Its lower bound 0.0 has no logarithm, so it was",
        ),
        (domain("Float", "Normal", lower=0.0, upper=0.0), "x: A domain 'Float' drawn by 'Normal' can't"),
        (domain("Function", "Uniform"), "x: A domain 'Function' can't be simulated"),
        (domain("Float", "Uniform", lower=2, upper=1), "x: The lower bound 2.0 isn't below"),
        (
            domain("FiniteRange", lower=0, upper=8, size=4, cast_int=True, log_scale=True),
            "x: The lower bound 0.0 has no logarithm",
        ),
        (
            domain("FiniteRange", lower=8, upper=0, size=4, cast_int=True),
            "x: The lower bound 8.0 isn't below",
        ),
    ],
)
def test_domains_of_syne_tune_that_are_refused(
    entry: dict[str, object], message: str, tmp_path: Path
) -> None:
    folder = Folder(tmp_path)
    folder.space = {"x": entry}
    folder.for_all_tasks()
    with pytest.raises(BlackboxError, match=f"can't be read: {re.escape(message)}"):
        syne_tune.load(tmp_path, {"task": "a"})
