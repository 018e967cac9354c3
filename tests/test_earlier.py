"""Earlier studies of other systems are read, and what of them fits is tried first."""

from __future__ import annotations

import json
import math
import os
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.helpers.commands import FLAGS, TRAIN
from tests.helpers.recordings import typical

from tunewise import Problem, load_experiment, space
from tunewise.cli import main
from tunewise.csv_rows import write_rows
from tunewise.earlier import EarlierError, EarlierStudy, EarlierTrial, first_tries, fit, read_earlier
from tunewise.paths import home
from tunewise.results import write_results
from tunewise.space import Config

FLOAT = '{"name": "FloatDistribution", "attributes": {"low": 0.0, "high": 1.0, "step": null, "log": false}}'
INT = '{"name": "IntDistribution", "attributes": {"low": 1, "high": 4, "step": 1, "log": false}}'
CHOICES = '{"name": "CategoricalDistribution", "attributes": {"choices": ["sgd", null, true, [1, 2]]}}'
CONFIGS: list[Config] = [
    {"lr": 0.5, "layers": 2, "opt": "sgd"},
    {"lr": 0.25, "layers": 4, "opt": None},
    {"lr": 0.1},
]


def entry(code: int, **fields: Any) -> str:  # noqa: ANN401 - JSON may be anything
    return json.dumps({"op_code": code, "worker_id": "w", **fields})


def param(trial: int, name: str, value: float, distribution: str) -> str:
    return entry(5, trial_id=trial, param_name=name, param_value_internal=value, distribution=distribution)


def journal(path: Path) -> None:
    """As optuna 4.5.0 and 5.0.0 write it: three trials that completed, one that failed, one without a finite
    value, another study, one that was deleted, and a line that a crash cut."""
    given = {"state": 1, "values": None, "value": 0.75, "params": {"lr": 0.1}, "distributions": {"lr": FLOAT}}
    lines = [
        entry(0, study_name="gone", directions=[2]),
        entry(4, study_id=0),
        entry(1, study_id=0),
        entry(0, study_name="a", directions=[1]),
        entry(0, study_name="a", directions=[2]),  # of a process that was too late
        entry(4, study_id=0),  # of a study that is gone
        *(entry(4, study_id=1) for _ in range(3)),
        param(1, "lr", 0.5, FLOAT),
        param(2, "lr", 0.25, FLOAT),
        param(2, "layers", 4.0, INT),
        param(1, "layers", 2.0, INT),
        param(1, "opt", 0, CHOICES),
        param(2, "opt", 1, CHOICES),
        entry(7, trial_id=1, step=0, intermediate_value=2.0),
        entry(6, trial_id=1, state=1, values=[2.0]),
        entry(6, trial_id=3, state=3, values=None),
        entry(6, trial_id=2, state=1, values=[1.0]),
        entry(4, study_id=1, **given),
        entry(4, study_id=1, state=1, values=[-math.inf]),
        entry(0, study_name="b", directions=[2, 1]),
    ]
    path.write_text("\n".join(lines) + '\n{"op_code": 4, "study')


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.executescript("""
            CREATE TABLE studies (study_id INTEGER, study_name VARCHAR);
            CREATE TABLE study_directions (study_id INTEGER, direction VARCHAR, objective INTEGER);
            CREATE TABLE trials (trial_id INTEGER, number INTEGER, study_id INTEGER, state VARCHAR,
                datetime_start DATETIME, datetime_complete DATETIME);
            CREATE TABLE trial_params (param_id INTEGER, trial_id INTEGER, param_name VARCHAR,
                param_value FLOAT, distribution_json TEXT);
            CREATE TABLE trial_values (trial_id INTEGER, objective INTEGER, value FLOAT, value_type VARCHAR);
            CREATE TABLE trial_intermediate_values (trial_id INTEGER, step INTEGER, intermediate_value FLOAT);
            INSERT INTO trial_intermediate_values VALUES (1, 0, 2.0), (1, 1, NULL);
            INSERT INTO studies VALUES (1, 'a'), (2, 'b');
            INSERT INTO study_directions VALUES (1, 'MINIMIZE', 0), (2, 'MAXIMIZE', 0), (2, 'MINIMIZE', 1);
            INSERT INTO trials (trial_id, number, study_id, state) VALUES (1, 0, 1, 'COMPLETE'),
                (2, 1, 1, 'COMPLETE'), (3, 2, 1, 'FAIL'), (4, 3, 1, 'COMPLETE'), (5, 0, 2, 'COMPLETE'),
                (6, 4, 1, 'COMPLETE');
            INSERT INTO trial_values VALUES (1, 0, 2.0, 'FINITE'), (2, 0, 1.0, 'FINITE'),
                (4, 0, 0.75, 'FINITE'), (5, 0, 1.0, 'FINITE'), (5, 1, NULL, 'INF_POS'),
                (6, 0, NULL, 'INF_NEG');
        """)
        params = [
            (1, "lr", 0.5, FLOAT),
            (1, "layers", 2.0, INT),
            (1, "opt", 0.0, CHOICES),
            (2, "lr", 0.25, FLOAT),
            (2, "layers", 4.0, INT),
            (2, "opt", 1.0, CHOICES),
            (3, "lr", 0.9, FLOAT),
            (4, "lr", 0.1, FLOAT),
        ]
        rows = [(number, *row) for number, row in enumerate(params)]
        base.executemany("INSERT INTO trial_params VALUES (?, ?, ?, ?, ?)", rows)
        base.commit()


@pytest.mark.parametrize("write", [journal, database])
def test_a_study_of_optuna(tmp_path: Path, write: Any) -> None:  # noqa: ANN401 - one of two functions
    path = tmp_path / "study"
    write(path)
    study = read_earlier(f"optuna:{path}#a", "loss", "min")
    assert (study.mode, study.left_out) == ("min", 2)
    values = [2.0, 1.0, 0.75]
    curves: list[dict[int, float]] = [{1: 2.0}, {}, {}]
    told = [(trial.config, trial.value, trial.curve) for trial in study.trials]
    assert told == list(zip(CONFIGS, values, curves, strict=True))
    assert type(study.trials[0].config["layers"]) is int
    for reference, mode, message in (
        ("", "min", "has the studies a, b: name one, as in optuna:.*#NAME"),
        ("#c", "min", "has the studies a, b"),
        ("#b", "max", "has 2 objectives"),
        ("#a", "max", "smaller is better: give --mode min"),
    ):
        with pytest.raises(EarlierError, match=message):
            read_earlier(f"optuna:{path}{reference}", "loss", mode)  # type: ignore[arg-type]


PARAMS = [
    {"lr": 0.5, "opt": {"name": "sgd", "betas": [0.9, 0.99]}, "clip": float("inf")},
    {"train_loop_config": {"lr": 0.25, "opt": {"name": None, "betas": [0.5, 0.5]}}, "seed": 1},
]


def ray_folder(folder: Path, table: bool = False) -> None:
    """As ray 2.60.0 writes it: two trials with results, the last of one cut; one without; one whose metric is
    NaN. table: with `progress.csv` alone."""
    curves: list[list[object]] = [[0.9, 0.7], [0.8], [], [float("nan")]]
    for number, curve in enumerate(curves):
        trial = folder / f"train_f968e_{number:05}_{number}_lr=0.5000_2026-11-30_21-14-05"
        trial.mkdir()
        (trial / "params.json").write_text(json.dumps(PARAMS[number % 2]))
        (trial / "params.pkl").write_bytes(b"never read")
        rows = [
            {
                "val": {"loss": loss},
                "training_iteration": 1 + epoch,
                "config": PARAMS[number % 2],
                "done": False,
            }
            for epoch, loss in enumerate(curve)
        ]
        if table:
            text = "val/loss,training_iteration\n" + "".join(
                f"{loss},{1 + epoch}\n" for epoch, loss in enumerate(curve)
            )
            (trial / "progress.csv").write_text(text)
        elif rows:
            (trial / "result.json").write_text(
                "".join(f"{json.dumps(row)}\n" for row in rows) + '{"val": {"lo'
            )
    (folder / "experiment_state-2026-11-30_21-14-05.json").write_text("{}")
    (folder / "tuner.pkl").write_bytes(b"never read")


@pytest.mark.parametrize("table", [False, True])
def test_a_folder_of_ray_tune(tmp_path: Path, table: bool) -> None:
    ray_folder(tmp_path, table)
    first, second = {1: 0.9, 2: 0.7}, {1: 0.8}
    assert read_earlier(f"ray-tune:{tmp_path}", "val/loss", "min") == EarlierStudy(
        [
            EarlierTrial(
                {"lr": 0.5, "opt.name": "sgd", "opt.betas": "[0.9, 0.99]", "clip": "inf"}, 0.7, first
            ),
            EarlierTrial({"lr": 0.25, "opt.name": None, "opt.betas": "[0.5, 0.5]", "seed": 1}, 0.8, second),
        ],
        left_out=2,
    )
    with pytest.raises(EarlierError, match=r"has no results called loss: it has .*val/loss"):
        read_earlier(f"ray-tune:{tmp_path}", "loss", "min")


TUNES = """
import sys
import ray
from ray import tune

def train(config):
    for epoch in (1, 2):
        tune.report({"loss": config["opt"]["lr"] / epoch, "acc": {"top": epoch}})

ray.init(num_cpus=1, include_dashboard=False, object_store_memory=80_000_000, _temp_dir=sys.argv[1])
space = {"opt": {"lr": tune.grid_search([0.5, 0.25])}, "act": tune.choice([None])}
run = tune.RunConfig(name="study", storage_path=sys.argv[2], verbose=0)
tune.Tuner(tune.with_resources(train, {"cpu": 1}), param_space=space, run_config=run).fit()
"""


@pytest.mark.slow
def test_a_folder_that_ray_tune_wrote(tmp_path: Path) -> None:
    pytest.importorskip("ray.tune", exc_type=ImportError)
    quiet = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "disabled"}
    with tempfile.TemporaryDirectory(prefix="ray-") as short:  # paths of sockets may have 107 characters
        command = [sys.executable, "-c", TUNES, short, str(tmp_path)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **quiet})
    study = read_earlier(f"ray-tune:{tmp_path / 'study'}", "loss", "min")
    told = [(trial.config, trial.value, trial.curve) for trial in study.trials]
    assert told == [
        ({"opt.lr": 0.5, "act": None}, 0.25, {1: 0.5, 2: 0.25}),
        ({"opt.lr": 0.25, "act": None}, 0.125, {1: 0.25, 2: 0.125}),
    ]
    assert all(trial.began and 0 < trial.seconds[1] < trial.seconds[2] for trial in study.trials)
    assert read_earlier(f"ray-tune:{tmp_path / 'study'}", "acc/top", "max").trials[0].value == 2.0


ROWS = """\
epoch,loss,st_decision,trial_id,config_lr,config_opt
1,0.9,CONTINUE,0,0.5,sgd
2,0.7,STOP,0,0.5,sgd
1,0.8,CONTINUE,1,0.25,
1,,CONTINUE,2,0.1,sgd
1,nan,CONTINUE,2,0.1,sgd
"""
FOUND = [EarlierTrial({"lr": "0.5", "opt": "sgd"}, 0.7), EarlierTrial({"lr": "0.25", "opt": ""}, 0.8)]


@pytest.mark.parametrize("told", ["min", ["min"], None])
def test_results_of_syne_tune(tmp_path: Path, told: object) -> None:
    with zipfile.ZipFile(tmp_path / "results.csv.zip", "w") as packed:
        packed.writestr("results.csv", ROWS)
    if told is not None:
        (tmp_path / "metadata.json").write_text(json.dumps({"metric_mode": told}))
    assert read_earlier(f"syne-tune:{tmp_path}", "loss", "min") == EarlierStudy(
        FOUND, None if told is None else "min", left_out=1
    )


def test_a_table(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(ROWS)
    assert read_earlier(f"csv:{path}", "loss", "min") == EarlierStudy(FOUND, left_out=1)
    path.write_text("\ufefflr,acc\n0.5,1\n0.5,3\n0.1,2\n0.1,bad\n")
    assert read_earlier(f"csv:{path}", "acc", "max").trials == [
        EarlierTrial({"lr": "0.5"}, 3.0),
        EarlierTrial({"lr": "0.1"}, 2.0),
    ]


@pytest.mark.parametrize("nothing", [None, ""])
def test_cells_that_are_empty_or_have_a_mark_are_read_back(tmp_path: Path, nothing: str | None) -> None:
    problem = Problem(
        {
            "opt": space.choice(["=sgd", "+x"]),
            "clip": space.choice([nothing, 1]),
            "lr": space.uniform(0, 1),
            "wd": space.uniform(0, 1).when("opt", "+x"),
        },
        "loss",
    )
    path = tmp_path / "results.csv"
    rows: list[list[object]] = [["=sgd", nothing, 0.25, "", 1.0], ["+x", 1, "", 0.125, 2.0]]
    with open(path, "w", newline="", encoding="utf-8") as file:
        write_rows(file, ["config_opt", "config_clip", "config_lr", "config_wd", "loss"], rows)
    found = fit(read_earlier(f"csv:{path}", "loss", "min"), problem)
    assert found.trials == [
        EarlierTrial({"opt": "=sgd", "clip": nothing, "lr": 0.25}, 1.0),
        EarlierTrial({"opt": "+x", "clip": 1, "lr": 0.5, "wd": 0.125}, 2.0),
    ]
    assert found.remark == "2 of 2 earlier trials fit the space."


def test_levels_of_a_table(tmp_path: Path) -> None:
    """They may count from 0. What is told of no whole level isn't the value at the end."""
    path = tmp_path / "mine.csv"
    path.write_text("trial_id,lr,epoch,loss\n0,0.5,0,3\n0,0.5,1,2\n1,0.1,0,4\n2,0.2,0.5,1\n3,0.3,,5\n")
    assert read_earlier(f"csv:{path}", "loss", "min", "epoch").trials == [
        EarlierTrial({"lr": "0.5"}, 2.0, {1: 3.0, 2: 2.0}),
        EarlierTrial({"lr": "0.1"}, 4.0, {1: 4.0}),
        EarlierTrial({"lr": "0.3"}, 5.0),
    ]


@pytest.mark.parametrize(
    ("table", "trials", "note"),
    [
        (  # as reports come of trials that run at the same time
            "lr,epoch,loss\n0.5,1,3\n0.1,1,4\n0.5,2,2\n",
            [EarlierTrial({"lr": "0.5"}, 2.0, {1: 3.0, 2: 2.0}), EarlierTrial({"lr": "0.1"}, 4.0, {1: 4.0})],
            "epoch counts up in each trial and is taken for the resource",
        ),
        (
            "trial_id,lr,passes,loss\n0,0.5,0,3\n0,0.5,9,2\n",
            [EarlierTrial({"lr": "0.5"}, 2.0, {1: 3.0, 10: 2.0})],
            "passes counts up in each trial and is taken for the resource",
        ),
        (
            "config_lr,seconds,passes,loss\n0.5,1.5,1,3\n0.5,2.5,3,2\n",
            [EarlierTrial({"lr": "0.5"}, 2.0, {1: 3.0, 3: 2.0})],
            "passes counts up in each trial and is taken for the resource",
        ),
        (  # a grid
            "lr,layers,loss\n0.5,1,3\n0.5,2,2\n",
            [
                EarlierTrial({"lr": "0.5", "layers": "1"}, 3.0),
                EarlierTrial({"lr": "0.5", "layers": "2"}, 2.0),
            ],
            "layers is taken for a hyperparameter: if it is the resource, give --resource layers",
        ),
        (
            "lr,epoch,loss\n0.5,9,3\n",
            [EarlierTrial({"lr": "0.5", "epoch": "9"}, 3.0)],
            "epoch is taken for a hyperparameter: if it is the resource, give --resource epoch",
        ),
        ("lr,loss\n0.5,3\n0.1,2\n", [EarlierTrial({"lr": "0.5"}, 3.0), EarlierTrial({"lr": "0.1"}, 2.0)], ""),
    ],
)
def test_levels_that_nobody_names_are_found(
    tmp_path: Path, table: str, trials: list[EarlierTrial], note: str
) -> None:
    (tmp_path / "mine.csv").write_text(table)
    study = read_earlier(f"csv:{tmp_path}/mine.csv", "loss", "min")
    assert (study.trials, study.note) == (trials, note)
    assert study.resource == (note.split()[0] if "counts up" in note else None)


def test_a_hyperparameter_that_counts_up_is_no_level(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("lr,step,loss\n0.5,1,3\n0.5,2,2\n")
    problem = Problem({"lr": space.uniform(0, 1), "step": space.randint(1, 4)}, "loss")
    best, remark = first_tries(f"csv:{tmp_path}/mine.csv", 2, problem)
    assert best == [{"lr": 0.5, "step": 2}, {"lr": 0.5, "step": 1}]
    assert remark.endswith("2 of 2 earlier trials fit the space.")


def test_a_metric_of_an_experiment_may_have_the_name_of_another_column() -> None:
    typical("earlier").write()
    (home() / "earlier" / "results.csv").write_text(
        "trial_id,reported_cost,config_lr,cost\n0,3,0.5,1\n1,2,0.25,9\n"
    )
    study = read_earlier("tunewise:earlier", "cost", "min")
    assert [trial.value for trial in study.trials] == [3.0, 2.0]


def test_an_experiment_says_what_is_better() -> None:
    write_results(typical("earlier").write())
    assert read_earlier("tunewise:earlier", "val_loss", None).mode == "min"
    with pytest.raises(EarlierError, match="In tunewise:earlier smaller is better: give --mode min"):
        read_earlier("tunewise:earlier", "val_loss", "max")


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("study.log", "is no earlier study: give optuna:FILE"),
        ("ray:x", "is no earlier study"),
        ("optuna:", "is no earlier study"),
        ("optuna:none.log", "can't be read"),
        ("optuna:text", "has no study of Optuna"),
        ("ray-tune:.", "has no trials of Ray Tune"),
        ("csv:text", "has no column loss: it has rubbish"),
        ("syne-tune:.", "can't be read"),
        ("tunewise:none", "can't be read"),
    ],
)
def test_what_is_no_study_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text").write_text("rubbish\n1\n")
    with pytest.raises(EarlierError, match=message):
        read_earlier(reference, "loss", "min")


def test_what_fits_comes_the_best_first_and_the_rest_is_told() -> None:
    problem = Problem(
        {
            "lr": space.uniform(0, 0.4),
            "opt": space.choice(["sgd", None]),
            "momentum": space.uniform(0, 1),
            "seed": 3,
        },
        "acc",
        mode="max",
    )
    trials = [
        EarlierTrial({"lr": "0.1", "opt": "sgd", "wd": 1, "seed": 7}, 0.5),
        EarlierTrial({"lr": 0.5, "opt": "sgd"}, 0.9),
        EarlierTrial({"lr": 0.2, "opt": None}, 0.7),
        EarlierTrial({"lr": 0.1, "opt": "sgd"}, 0.4),
    ]
    found = fit(EarlierStudy(trials), problem)
    assert found.trials == [
        EarlierTrial({"lr": 0.2, "opt": None, "momentum": 0.5, "seed": 3}, 0.7),
        EarlierTrial({"lr": 0.1, "opt": "sgd", "momentum": 0.5, "seed": 3}, 0.5),
    ]
    assert found.remark == (
        "3 of 4 earlier trials fit the space; they lack momentum, for which the middle of the domain is "
        "taken; the space lacks wd; one that doesn't fit: lr: 0.5 isn't a number from 0.0 to 0.4."
    )
    assert fit(EarlierStudy([EarlierTrial({"a": 1}, 1.0)]), problem).trials == []


@pytest.mark.slow
def test_the_best_of_an_earlier_study_are_tried_before_others(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(TRAIN)
    (tmp_path / "earlier.csv").write_text("lr,loss\n0.125,3\n0.25,1\n0.375,2\n")
    arguments = [
        "run",
        str(tmp_path / "train.py"),
        *FLAGS,
        "--method",
        "rs",
        "--workers",
        "1",
        "--name",
        "new",
    ]
    earlier = ["--from", f"csv:{tmp_path / 'earlier.csv'}", "--from-best", "2", "--max-trials", "4"]
    result = CliRunner().invoke(main, [*arguments, *earlier])
    assert result.exit_code == 0, result.output
    assert "the best 2 configurations come first: 3 of 3 earlier trials fit the space." in " ".join(
        result.stdout.split()
    )
    tried = [trial.config["lr"] for trial in load_experiment("new").state.trials]
    assert tried[1:3] == [0.25, 0.375]
    (tmp_path / "other.csv").write_text("wd,loss\n0.125,3\n")
    other = ["--from", f"csv:{tmp_path / 'other.csv'}", "--max-trials", "4"]
    refused = CliRunner().invoke(main, [*arguments[:-1], "other", *other])
    assert refused.exit_code == 2
    assert "Nothing of csv:" in refused.stderr


@pytest.mark.slow
def test_in_virtual_time_they_come_right_after_the_first_jobs(tmp_path: Path) -> None:
    (tmp_path / "earlier.csv").write_text("lr,val_loss\n0.0123,3\n0.0456,1\n0.0789,2\n")
    arguments = ["simulate", "--from", f"csv:{tmp_path / 'earlier.csv'}", "--method", "rs", "--name", "new"]
    result = CliRunner().invoke(main, [*arguments, "--workers", "2", "--max-trials", "7"])
    assert result.exit_code == 0, result.output
    tried = [trial.config["lr"] for trial in load_experiment("new").state.trials]
    assert tried[2:5] == [0.0456, 0.0789, 0.0123]
