"""Studies of other tuners become experiments, which every command reads."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.test_earlier import CHOICES, database, entry, journal, param, ray_folder

from tunewise import load_experiment, space
from tunewise.cli import main
from tunewise.earlier import EarlierError, read_earlier
from tunewise.events import Reported
from tunewise.housekeeping import HousekeepingError
from tunewise.importing import Told, import_study, space_of
from tunewise.paths import home
from tunewise.space import Config, Space, Value
from tunewise.trial import Status

LOG = '{"name": "FloatDistribution", "attributes": {"low": 0.001, "high": 1.0, "step": null, "log": true}}'
STEPS = '{"name": "FloatDistribution", "attributes": {"low": 0.0, "high": 0.95, "step": 0.3, "log": false}}'
MORE = '{"name": "IntDistribution", "attributes": {"low": 2, "high": %d, "step": 1, "log": false}}'


def study(path: Path) -> None:
    """As optuna 5.0.0 writes it: one trial to the end, one pruned, a shorter one, one that failed."""
    began = [f"2026-05-04T13:37:0{second}" for second in range(4)]
    lines = [
        entry(0, study_name="a", directions=[2]),
        *(entry(4, study_id=0, datetime_start=moment) for moment in began),
        *(param(trial, "lr", 0.1 * (trial + 1), LOG) for trial in range(4)),
        *(param(trial, "opt", trial % 2, CHOICES) for trial in range(3)),
        param(0, "momentum", 0.3, STEPS),
        param(2, "momentum", 0.6, STEPS),
        *(param(trial, "layers", 2.0 + trial, MORE % (3 + trial)) for trial in range(3)),
        *(entry(7, trial_id=0, step=step, intermediate_value=0.25 * step) for step in range(4)),
        entry(7, trial_id=1, step=0, intermediate_value=0.125),
        entry(6, trial_id=1, state=2, values=None, datetime_complete="2026-05-04T13:37:02"),
        entry(6, trial_id=0, state=1, values=[0.75], datetime_complete="2026-05-04T13:37:08"),
        *(entry(7, trial_id=2, step=step, intermediate_value=0.5) for step in range(2)),
        entry(6, trial_id=2, state=1, values=[0.5], datetime_complete="2026-05-04T13:37:06"),
        entry(6, trial_id=3, state=3, values=None),
    ]
    path.write_text("\n".join(lines))


def test_a_study_of_optuna_has_its_space_its_times_and_its_ends(tmp_path: Path) -> None:
    study(tmp_path / "study.log")
    remark = import_study(f"optuna:{tmp_path / 'study.log'}", "theirs")
    assert remark == f"3 trials of optuna:{tmp_path / 'study.log'}; 1 without a value left out."
    record = load_experiment("theirs")
    assert record.problem.space == Space(
        {
            "lr": space.loguniform(0.001, 1.0),
            "opt": space.choice(["sgd", None, True, "[1, 2]"]),
            "momentum": space.finrange(0.0, 0.9, 4).when("opt", "sgd"),
            "layers": space.randint(2, 5),
        }
    )
    assert (record.problem.metric, record.problem.mode, record.problem.max_resource) == ("value", "max", 4)
    trials = record.state.trials
    assert [trial.status for trial in trials] == [Status.COMPLETED, Status.STOPPED, Status.COMPLETED]
    assert [list(trial.values) for trial in trials] == [[0.0, 0.25, 0.5, 0.75], [0.125], [0.5, 0.5]]
    assert [trial.jobs[0].started for trial in trials] == [0.0, 1.0, 2.0]
    assert [trial.jobs[0].ended for trial in trials] == [8.0, 2.0, 6.0]
    assert record.definition.created.startswith("2026-05-04T13:37:00")
    assert record.ended is not None
    assert record.ended.how == "finished"
    assert [each.text for each in record.state.remarks] == [remark]


def test_steps_that_are_something_else_than_values_are_left_out(tmp_path: Path) -> None:
    """Such as the scores of folds, whose mean is returned."""
    lines = [
        entry(0, study_name="a", directions=[1]),
        *(entry(4, study_id=0) for _ in range(2)),
        *(param(trial, "lr", 0.1 * (trial + 1), LOG) for trial in range(2)),
        *(
            entry(7, trial_id=0, step=fold, intermediate_value=score)
            for fold, score in enumerate([0.25, 0.75])
        ),
        entry(6, trial_id=0, state=1, values=[0.5]),
        entry(7, trial_id=1, step=0, intermediate_value=0.125),
        entry(6, trial_id=1, state=2, values=None),
    ]
    (tmp_path / "study.log").write_text("\n".join(lines))
    remark = import_study(f"optuna:{tmp_path / 'study.log'}", "theirs")
    assert "1 without a value left out; what trials told at their steps isn't what they returned" in remark
    record = load_experiment("theirs")
    assert record.problem.resource_attr is None
    assert [list(trial.values) for trial in record.state.trials] == [[0.5]]


@pytest.mark.parametrize("write", [journal, database])
def test_both_storages_of_optuna_make_the_same(tmp_path: Path, write: Any) -> None:  # noqa: ANN401
    write(tmp_path / "study")
    import_study(f"optuna:{tmp_path / 'study'}#a", "theirs", Told(metric="loss"))
    record = load_experiment("theirs")
    assert [trial.config for trial in record.state.trials] == [
        {"lr": 0.5, "layers": 2, "opt": "sgd"},
        {"lr": 0.25, "layers": 4, "opt": None},
    ]
    [remark] = record.state.remarks
    assert "2 trials of optuna:" in remark.text
    assert "1 that don't fit the space left out, for example because layers is lacking" in remark.text


def test_a_folder_of_ray_tune_tells_no_space(tmp_path: Path) -> None:
    ray_folder(tmp_path)
    remark = import_study(
        f"ray-tune:{tmp_path}", "theirs", Told("val/loss", space={"lr": space.loguniform(0.1, 1)})
    )
    assert "2 without a value left out" in remark
    assert "it doesn't say when they ran" in remark
    record = load_experiment("theirs")
    assert record.problem.resource_attr == "training_iteration"
    assert record.problem.space.domains["lr"] == space.loguniform(0.1, 1)
    assert [list(trial.values) for trial in record.state.trials] == [[0.9, 0.7], [0.8]]


def test_a_metric_of_every_third_iteration_has_the_times_of_these(tmp_path: Path) -> None:
    trial = tmp_path / "train_00000"
    trial.mkdir()
    (trial / "params.json").write_text('{"lr": 0.5}')
    results = [
        {"training_iteration": n, "time_total_s": 2.0 * n, "timestamp": 1_800_000_000 + 2 * n}
        for n in range(1, 8)
    ]
    told = [{**result, **({"loss": 0.1} if number % 3 == 2 else {})} for number, result in enumerate(results)]
    (trial / "result.json").write_text("".join(f"{json.dumps(result)}\n" for result in told))
    import_study(f"ray-tune:{tmp_path}", "theirs", Told("loss"))
    record = load_experiment("theirs")
    reported = [
        (entry.fact.time, entry.fact.values) for entry in record.entries() if isinstance(entry.fact, Reported)
    ]
    assert [(time, values["training_iteration"]) for time, values in reported] == [(6.0, 3), (12.0, 6)]
    assert record.state.trials[0].worker_time == 14.0


def test_trials_of_a_table_without_a_value_are_counted(tmp_path: Path) -> None:
    table = tmp_path / "study.csv"
    table.write_text(
        "trial_id,config_lr,epoch,acc\n0,0.1,1,0.5\n0,0.1,2,nan\n1,0.2,1,inf\n2,0.3,1,\n3,0.4,1,0.9\n"
    )
    remark = import_study(f"csv:{table}", "theirs", Told("acc", "max", "epoch"))
    assert "2 trials of csv:" in remark
    assert "2 without a value left out" in remark


METADATA = {
    "metric_mode": "max",
    "config_space": json.dumps(
        {
            "lr": {
                "domain_cls": "Float",
                "domain_kwargs": {"lower": 0.001, "upper": 1},
                "sampler_cls": "LogUniform",
            },
            "epochs": 2,
        }
    ),
}
ROWS = """\
epoch,acc,st_worker_time,st_worker_timestamp,st_tuner_time,trial_id,config_lr,config_epochs
1,0.5,1.0,1796075924.0,11.0,0,0.5,2
2,0.25,2.5,1796075925.5,12.5,0,0.5,2
1,0.75,1.0,1796075927.0,14.0,1,0.25,2
"""


def test_results_of_syne_tune_bring_their_space(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "results.csv.zip", "w") as packed:
        packed.writestr("results.csv", ROWS)
    (tmp_path / "metadata.json").write_text(json.dumps(METADATA))
    assert "bounds" not in import_study(f"syne-tune:{tmp_path}", "theirs", Told("acc", resource="epoch"))
    record = load_experiment("theirs")
    assert record.problem.space == Space({"lr": space.loguniform(0.001, 1), "epochs": 2})
    assert record.problem.mode == "max"
    assert datetime.fromisoformat(record.definition.created).timestamp() == 1796075923.0
    trials = record.state.trials
    assert [trial.status for trial in trials] == [Status.COMPLETED, Status.STOPPED]
    assert [(job.started, job.ended) for trial in trials for job in trial.jobs] == [(0.0, 2.5), (3.0, 4.0)]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([1, 3, 2], "randint(1, 3)"),
        ([1, 128, 2], "lograndint(1, 128)"),
        ([0.5, 3, 0.25], "uniform(0.25, 3.0)"),
        ([0.5, 0.001, 0.1], "loguniform(0.001, 0.5)"),
        ([0.001, 0.25, 0.4, 0.6, 0.75, 0.99], "uniform(0.001, 0.99)"),
        ([-1.0, 100.0, 0.0], "uniform(-1.0, 100.0)"),
        ([True, False, True], "choice([True, False])"),
        (["a", 1, None], "choice(['a', 1, None])"),
    ],
)
def test_values_tell_a_domain(values: list[Value], text: str) -> None:
    assert space_of([{"x": value} for value in values], {}).to_text() == {"x": text}


def test_values_tell_constants_and_conditions() -> None:
    configs: list[Config] = [
        {"opt": "sgd", "momentum": 0.5, "seed": 1},
        {"opt": "adam", "seed": 1},
        {"opt": "sgd", "momentum": 0.25, "seed": 1},
    ]
    assert space_of(configs, {"late": space.uniform(0, 1)}).to_text() == {
        "opt": "choice(['sgd', 'adam'])",
        "momentum": "uniform(0.25, 0.5) if opt == 'sgd'",
        "late": "uniform(0.0, 1.0)",
        "seed": "1",
    }


def test_a_table_that_counts_epochs_has_curves(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("lr,epoch,loss\n0.5,1,3\n0.5,2,2\n0.25,1,4\n")
    remark = import_study(f"csv:{tmp_path}/t.csv", "theirs", Told("loss"))
    assert "epoch counts up in each trial and is taken for the resource" in remark
    record = load_experiment("theirs")
    assert (record.problem.resource_attr, record.problem.max_resource) == ("epoch", 2)
    assert list(record.problem.space.names) == ["lr"]
    assert [list(trial.values) for trial in record.state.trials] == [[3.0, 2.0], [4.0]]
    import_study(f"csv:{tmp_path}/t.csv", "again", Told("loss", space={"epoch": space.randint(1, 9)}))
    assert len(load_experiment("again").state.trials) == 3


def test_what_cannot_be_imported_is_told(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(entry(0, study_name="a", directions=[1]) + "\n" + entry(4, study_id=0))
    table = tmp_path / "t.csv"
    table.write_text("lr,loss\n0.5,1\n0.25,2\n")
    for reference, told, message in (
        ("tunewise:mine", Told("loss"), "is an experiment already"),
        (f"csv:{table}", Told(), "Say which result of .* was improved"),
        (f"csv:{table}", Told("acc"), "has no column acc"),
        (f"csv:{table}", Told("loss", space={"lr": space.uniform(0, 0.1)}), "0 trials of .* left out"),
        (f"optuna:{tmp_path / 'log'}", Told(), "has no trial with a value"),
    ):
        with pytest.raises(EarlierError, match=message):
            import_study(reference, "theirs", told)
    import_study(f"csv:{table}", "theirs", Told("loss"))
    with pytest.raises(HousekeepingError, match=r"There is .* already"):
        import_study(f"csv:{table}", "theirs", Told("loss"))


def call(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_commands_read_it_and_none_goes_on(tmp_path: Path) -> None:
    study(tmp_path / "study.log")
    told = call("import", f"optuna:{tmp_path / 'study.log'}", "--name", "theirs", "--metric", "acc")
    assert "1 without a value left out. `tunewise show theirs` shows it." in " ".join(told.stdout.split())
    shown = call("show", "theirs").stdout
    assert "trained elsewhere" not in shown
    assert "study       optuna:" in shown
    assert "best 0.75" in call("show", "theirs", "--trial", "0").stdout
    assert "It is too early to tell" in call("explain", "theirs").stdout
    assert "theirs is whole" in call("check", "theirs").stdout
    assert "To train" not in call("best", "theirs").stdout
    assert "no command here repeats one" in call("best", "theirs", "--command").stderr
    refused = call("resume", "theirs")
    assert refused.exit_code == 2
    assert (
        "none can go on here: begin another experiment with them, by --from tunewise:NAME" in refused.stderr
    )
    assert "none can go on here" in call("resume", "theirs", "--method", "bo").stderr
    assert "Nothing can be asked of theirs" in call("note", "theirs", "what a study").stderr
    assert [path.name for path in home().iterdir()] == ["theirs"]
    assert "is missing: give that of the experiment" in call("import", "optuna:study.log").stderr
    page = tmp_path / "page.html"
    assert call("report", "theirs", "-o", str(page)).exit_code == 0
    read = read_earlier("tunewise:theirs", "acc", "max", "step")
    assert [trial.curve for trial in read.trials] == [
        {1: 0.0, 2: 0.25, 3: 0.5, 4: 0.75},
        {1: 0.125},
        {1: 0.5, 2: 0.5},
    ]
