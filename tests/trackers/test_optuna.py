"""The file of Optuna's storage, whatever has happened to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.helpers.recordings import typical

from tunewise.trackers import TrackerError
from tunewise.trackers.following import track
from tunewise.trackers.optuna import WORKER


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


@pytest.mark.parametrize("worker", ["theirs", WORKER])
def test_another_study_stays_as_it_is(tmp_path: Path, worker: str) -> None:
    path = tmp_path / "study.log"
    path.write_text(f'{{"op_code": 0, "worker_id": "{worker}", "study_name": "other", "directions": [1]}}\n')
    before = path.read_text()
    with pytest.raises(TrackerError, match=r"study\.log has another study, other: choose another file"):
        track(typical().write().paths, f"optuna:{path}")
    assert path.read_text() == before


def test_what_an_experiment_of_the_same_name_left_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "study.log"
    result = typical().write()
    track(result.paths, f"optuna:{path}")
    whole = path.read_text()
    path.write_text(whole.replace(result.definition.created, "2020-01-01T00:00:00+00:00"))
    track(result.paths, f"optuna:{path}")
    assert path.read_text() == whole
    path.write_text(whole.replace('"study_name": "lm"', '"study_name": "former"'))  # it was renamed
    track(result.paths, f"optuna:{path}")
    assert path.read_text() == whole
