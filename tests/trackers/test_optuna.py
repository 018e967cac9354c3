"""The file of Optuna's storage, whatever has happened to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.recordings import typical

from tunewise.trackers import TrackerError
from tunewise.trackers.following import track


def test_a_file_that_was_cut_off_anywhere_is_completed(tmp_path: Path) -> None:
    result, path = typical().write(), tmp_path / "study.log"
    track(result.paths, f"optuna:{path}")
    whole = path.read_text()
    for cut in range(0, len(whole), 97):
        path.write_text(whole[:cut])
        track(result.paths, f"optuna:{path}")
        assert sorted(path.read_text().splitlines()) == sorted(whole.splitlines())
    note = json.dumps(
        {"op_code": 3, "worker_id": "dashboard", "study_id": 0, "system_attr": {"note": "good"}}
    )
    path.write_text(f"{whole}{note}\n")
    track(result.paths, f"optuna:{path}")
    assert path.read_text() == f"{whole}{note}\n"


def test_a_study_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "study.log"
    path.write_text('{"op_code": 0, "worker_id": "theirs", "study_name": "lm", "directions": [1]}\n')
    before = path.read_text()
    with pytest.raises(TrackerError, match="is a study of Optuna's own: choose another file"):
        track(typical().write().paths, f"optuna:{path}")
    assert path.read_text() == before


def test_a_file_of_an_earlier_experiment_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "study.log"
    track(typical("earlier").write().paths, f"optuna:{path}")
    track(typical("later").write().paths, f"optuna:{path}")
    assert json.loads(path.read_text().splitlines()[0])["study_name"] == "later"
