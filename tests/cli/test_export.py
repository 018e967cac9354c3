"""`tunewise export` and `tunewise plot`."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.console.made_up import write_odd
from tests.helpers.commands import Call, lines
from tests.helpers.recordings import typical

from tunewise.cli.exits import BadUsage
from tunewise.cli.settings import problem_of
from tunewise.earlier import read_earlier
from tunewise.paths import home
from tunewise.trial import Status


def test_the_table_of_reports(call: Call, tmp_path: Path) -> None:
    typical().write()
    printed = call("export", "lm")
    rows = list(csv.DictReader(io.StringIO(printed.stdout)))
    assert len(rows) == 11
    assert rows[0] | {"val_loss": "8.0", "decision": "pause", "config_lr": "0.5"} == rows[0]
    path = tmp_path / "lm.csv"
    assert lines(call("export", "lm", "--output", str(path))) == [str(path)]
    assert path.read_text() == printed.stdout
    failed = call("export", "lm", "--output", str(tmp_path / "no folder" / "lm.csv"))
    assert failed.exit_code == 2
    assert "can't be written: No such file or directory" in failed.stderr


def test_a_study_for_optuna(call: Call, tmp_path: Path) -> None:
    record = typical().write()
    path = tmp_path / "lm.log"
    assert lines(call("export", "lm", "--to", "optuna", "-o", str(path))) == [str(path)]
    study, *operations = map(json.loads, path.read_text().splitlines())
    assert study == {"op_code": 0, "worker_id": "tunewise", "study_name": "lm", "directions": [1]}
    created = [operation for operation in operations if operation["op_code"] == 4]
    assert len(created) == len(record.state.trials)
    ends = {each["trial_id"]: each for each in operations if each["op_code"] == 6}
    for trial in record.state.trials:
        values = [each for each in operations if each["op_code"] == 7 and each["trial_id"] == trial.id]
        assert [each["step"] for each in values] == list(trial.levels)
        end = ends[trial.id]
        assert end["values"] == ([min(trial.values)] if end["state"] in (1, 2) else None)
        if trial.status is Status.COMPLETED:
            assert end["state"] == 1
    read = read_earlier(f"optuna:{path}", "val_loss", "min")  # our own reader knows the format, too
    assert [trial.value for trial in read.trials] == [
        each["values"][0] for each in ends.values() if each["state"] == 1
    ]


def test_the_space_for_configspace(call: Call, tmp_path: Path) -> None:
    record = typical().write()
    path = tmp_path / "space.json"
    assert lines(call("export", "lm", "--to", "configspace", "-o", str(path))) == [str(path)]
    given = {"metric": "val_loss", "space_from": str(path), "space": {"depth": "randint(1, 4)"}}
    space = problem_of(given).space
    assert space.domains["lr"] == record.problem.space.domains["lr"]
    assert space.names == (*record.problem.space.names, "depth")
    path.write_text('{"lr": {"_type": "uniform", "_value": [0, 1]}}')  # NNI's
    assert problem_of(given).space.names == ("lr", "depth")
    path.write_text("{")
    with pytest.raises(BadUsage, match=r"The space in .*space.json can't be read: "):
        problem_of(given)


def test_optuna_reads_what_is_written_for_it(call: Call, tmp_path: Path) -> None:
    optuna = pytest.importorskip("optuna", reason="Optuna isn't installed")
    record = typical().write()
    write_odd(home() / "odd")
    studies = {}
    for name in ("lm", "odd"):
        path = tmp_path / f"{name}.log"
        call("export", name, "--to", "optuna", "-o", str(path))
        backend = optuna.storages.journal.JournalFileBackend(str(path))
        studies[name] = optuna.load_study(study_name=name, storage=optuna.storages.JournalStorage(backend))
    assert studies["lm"].metric_names == ["val_loss"]
    for ours, theirs in zip(record.state.trials, studies["lm"].trials, strict=True):
        assert theirs.params == ours.config
        assert theirs.intermediate_values == dict(zip(ours.levels, ours.values, strict=True))
    assert [trial.params for trial in studies["odd"].trials] == [
        {"status": "sgd", "level": 3, "best": 0.25, "nesterov": True},
        {"status": "adam", "level": 2, "best": 0.75},
    ]
    assert not any(trial.state.is_finished() for trial in studies["odd"].trials)


def test_a_figure_is_written(call: Call, tmp_path: Path) -> None:
    record = typical().write()
    assert lines(call("plot", "lm")) == [str(record.paths.folder / "figure.png")]
    assert (record.paths.folder / "figure.png").read_bytes().startswith(b"\x89PNG")
    assert lines(call("plot", "lm", "--output", str(tmp_path / "lm.svg"))) == [str(tmp_path / "lm.svg")]
    failed = call("plot", "lm", "--output", str(tmp_path / "lm.doc"))
    assert failed.exit_code == 2
    assert "Format 'doc' is not supported" in failed.stderr


def test_other_kinds_have_files_of_their_own(call: Call) -> None:
    record = typical().write()
    assert lines(call("plot", "lm", "--kind", "slices")) == [str(record.paths.folder / "slices.png")]
    early = call("plot", "lm", "--kind", "importance")
    assert early.exit_code == 3
    assert "too early to tell what matters: `tunewise explain`" in early.stderr
