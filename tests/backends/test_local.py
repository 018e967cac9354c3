"""What a person writes down about local jobs, and what the scripts see of it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError, Job, LiveJob
from tunewise.backends.gpus import THREAD_LIMITS
from tunewise.backends.local import LocalBackend
from tunewise.events import JobEnded, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, JobId
from tunewise.worker.passing import to_flags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.events import Fact
    from tunewise.space import Value

SHOW = """
import json, os, sys
print(json.dumps({"argv": sys.argv, "cwd": os.getcwd(), "environment": dict(os.environ)}))
"""
JOB = JobId(3, 1)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.py"
    path.write_text(SHOW)
    return path


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*THREAD_LIMITS, "CUDA_VISIBLE_DEVICES", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)


def run(
    spec: LocalBackend,
    folder: Path,
    arguments: Mapping[str, Value] | None = None,
    resized: int | None = None,
) -> list[Fact]:
    """The facts of one job. resized: the number of workers that one becomes before it is started."""
    backend = spec.open(ExperimentPaths(folder), workers=1, elapsed=0.0)
    backend.attach([])
    if resized is not None:
        backend.resize(resized)
    backend.start(Job(JOB, dict(arguments or {}), resumed=True))
    facts: list[Fact] = []
    while not any(isinstance(fact, JobEnded) for fact in facts):
        facts += backend.poll(60.0)
    backend.close()
    return facts


def shown(spec: LocalBackend, folder: Path, arguments: Mapping[str, Value] | None = None) -> dict[str, Any]:
    """The environment, arguments and folder of the script."""
    facts = run(spec, folder, arguments)
    assert isinstance(facts[-1], JobEnded)
    assert facts[-1].failure is None, facts
    return dict(json.loads(ExperimentPaths(folder).job(JOB).stdout.read_text()))


def test_flags() -> None:
    arguments: dict[str, Value] = {
        "lr": 1e-05,
        "n-units": 3,
        "act": "re lu",
        "amp": True,
        "bn": False,
        "x": None,
    }
    assert to_flags(arguments) == [
        *("--lr", "1e-05", "--n-units", "3", "--act", "re lu", "--amp", "True", "--bn", "False")
    ]


def test_arguments_never_reach_a_shell(script: Path, tmp_path: Path) -> None:
    spec = LocalBackend(str(script), arguments=("train", "--data=$HOME"))
    seen = shown(spec, tmp_path / "e", {"name": "a; b `c`", "none": None})
    assert seen["argv"] == [str(script), "train", "--data=$HOME", "--name", "a; b `c`"]


def test_paths_stay_valid_after_a_change_of_folder(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    spec = LocalBackend("script.py")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert (spec.entry_point, spec.cwd) == (str(script), str(tmp_path))
    seen = shown(spec, Path("relative"))
    assert seen["cwd"] == str(tmp_path)
    assert Path(seen["environment"]["TUNEWISE_REPORTS"]).is_absolute()


def test_other_programs_are_executed_directly(tmp_path: Path) -> None:
    program = tmp_path / "train"
    program.write_text(f"#!{sys.executable}\n{SHOW}")
    program.chmod(0o755)
    assert shown(LocalBackend(str(program)), tmp_path / "e", {"a": 1})["argv"][1:] == ["--a", "1"]


def test_the_environment_of_a_script(script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "hunter2")
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(6)))
    environment = shown(LocalBackend(str(script)), tmp_path / "e")["environment"]
    assert environment["SECRET"] == "hunter2"
    assert environment["OMP_NUM_THREADS"] == "6"
    assert environment["PYTHONUNBUFFERED"] == "1"
    assert "CUDA_VISIBLE_DEVICES" not in environment
    paths = ExperimentPaths(tmp_path / "e")
    assert environment["TUNEWISE_CHECKPOINT_DIR"] == str(paths.checkpoint(3))
    assert environment["TUNEWISE_BELL"] == str(paths.bell)


def test_new_jobs_share_the_cpus_with_as_many_workers_as_there_are_now(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(6)))
    run(LocalBackend(str(script)), tmp_path / "e", resized=3)
    printed = json.loads(ExperimentPaths(tmp_path / "e").job(JOB).stdout.read_text())
    assert printed["environment"]["OMP_NUM_THREADS"] == "2"


def test_variables_of_the_user_are_kept(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", "")
    monkeypatch.setenv("MKL_NUM_THREADS", "5")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "2,3")
    environment = shown(LocalBackend(str(script), gpus_per_trial=0), tmp_path / "e")["environment"]
    assert environment["PYTHONUNBUFFERED"] == ""
    assert environment["CUDA_VISIBLE_DEVICES"] == "2,3"
    assert "OMP_NUM_THREADS" not in environment


def test_no_secret_is_written_to_disk(script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "hunter2")
    script.write_text("")
    run(LocalBackend(str(script)), tmp_path / "e", {"lr": 0.5})
    paths = ExperimentPaths(tmp_path / "e")
    files = [path for path in paths.folder.rglob("*") if path.is_file()]
    assert {"job.json", "config.json", "started.json", "ended.json"} <= {path.name for path in files}
    assert not [path for path in files if "hunter2" in path.read_text()]
    assert json.loads(paths.config(3).read_text()) == {"lr": 0.5}
    assert json.loads(paths.job(JOB).description.read_text()) == {
        "argv": [sys.executable, str(script), "--lr", "0.5"],
        "cwd": os.getcwd(),
        "gpus": [],
    }


@pytest.mark.parametrize(
    ("gpus", "gpus_per_trial", "visible", "place"),
    [
        (("4", "5"), None, "4", "gpu 4, "),
        (("4", "5"), 2, "4,5", "gpu 4,5, "),
        (("4", "5"), 0.5, "4", "gpu 4, "),
        ((), None, None, ""),
    ],
)
def test_gpus_of_jobs(
    script: Path,
    tmp_path: Path,
    gpus: tuple[str, ...],
    gpus_per_trial: float | None,
    visible: str | None,
    place: str,
) -> None:
    spec = LocalBackend(str(script), gpus=gpus, gpus_per_trial=gpus_per_trial)
    facts = run(spec, tmp_path / "e")
    paths = ExperimentPaths(tmp_path / "e").job(JOB)
    assert json.loads(paths.stdout.read_text())["environment"].get("CUDA_VISIBLE_DEVICES") == visible
    script_pid = json.loads(paths.started.read_text())["script"]["pid"]
    assert isinstance(facts[0], JobStarted)
    assert facts[0].place == f"{place}pid {script_pid}"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"entry_point": "/no/such/train.py"}, r"There is no script /no/such/train\.py\."),
        ({"entry_point": __file__ + "c"}, "There is no script"),
        ({"python": "/no/such/python"}, "no Python interpreter /no/such/python"),
        ({"cwd": "/no/such/folder"}, "no folder /no/such/folder"),
        ({"gpus": ("0", "1")}, r"are enough for 2 workers, not for 3: use fewer workers, or share .* 0\.5"),
        ({"gpus": ("0",), "gpus_per_trial": 0.5}, "are enough for 2 workers, not for 3"),
        ({"gpus": (), "gpus_per_trial": 1}, "No GPU was found"),
    ],
)
def test_check_explains_what_cannot_work(
    script: Path, tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    spec = LocalBackend(**{"entry_point": str(script), **changes})
    with pytest.raises(BackendError, match=message) as caught:
        spec.check(workers=3)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "changes", [{"entry_point": "/no/such/train.py"}, {"gpus": (), "gpus_per_trial": 1}, {"cwd": "/no/such"}]
)
def test_a_back_end_that_cannot_start_jobs_can_be_opened(
    script: Path, tmp_path: Path, changes: dict[str, Any]
) -> None:
    spec = LocalBackend(**{"entry_point": str(script), **changes})
    backend = spec.open(ExperimentPaths(tmp_path / "e"), workers=3, elapsed=0.0)
    decided = LiveJob(Job(JOB, {}, resumed=False), reports_seen=0, halted=False)
    backend.attach([decided])
    (ended,) = backend.poll(60.0)
    assert isinstance(ended, JobEnded)
    assert ended.failure is FailureKind.INFRASTRUCTURE
    assert ended.detail.startswith("the job could not be launched: ")
    with pytest.raises(BackendError):
        backend.start(Job(JobId(4, 0), {}, resumed=False))
    backend.close()


def test_a_program_must_be_executable(tmp_path: Path) -> None:
    program = tmp_path / "train"
    program.touch(0o644)
    with pytest.raises(BackendError, match="neither executable"):
        LocalBackend(str(program)).check(workers=1)


@pytest.mark.parametrize(
    "changes",
    [
        {"gpus_per_trial": 0.7},
        {"stop_grace": -1.0},
        {"stop_grace": float("nan")},
        {"arguments": "--data x"},
        {"gpus": "0,1"},
        {"preload": "torch"},
    ],
)
def test_invalid_fields_are_rejected(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(changes))):
        LocalBackend("train.py", **changes)


def test_specification_survives_json() -> None:
    spec = LocalBackend(
        "train.py", ("--data", "x"), "python3", "/tmp", 0.5, ("0", "1"), stop_grace=3.0, preload=("torch",)
    )
    assert spec_from_json({"kind": "local", **json.loads(json.dumps(spec.to_json()))}) == spec


def test_the_script_and_the_command_to_run_it_by_hand() -> None:
    spec = LocalBackend("/home/ann/train.py", ("--data", "wiki text"), "python3", "/home/ann/my work")
    assert spec.script == ("/home/ann/train.py", "--data", "wiki text")
    assert spec.command({"lr": 0.5, "none": None}) == (
        "cd '/home/ann/my work' && python3 /home/ann/train.py --data 'wiki text' --lr 0.5"
    )


def test_a_program_that_cannot_be_executed_is_an_error_of_the_script(tmp_path: Path) -> None:
    program = tmp_path / "train"
    program.write_text("#!/no/such/interpreter\n")
    program.chmod(0o755)
    ended = run(LocalBackend(str(program)), tmp_path / "e")[-1]
    assert isinstance(ended, JobEnded)
    assert ended.failure is FailureKind.ERROR
    assert "exit code 127" in ended.detail
    assert f"can't run {program}" in ended.detail


def test_jobs_are_listed_with_their_process_and_gpu(script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lm"
    run(LocalBackend(str(script), gpus=("3",)), folder)
    paths = ExperimentPaths(folder)
    lost = paths.job(JobId(4, 0))
    lost.folder.mkdir(parents=True)
    lost.description.write_text("{}")
    os.utime(lost.description, (0, 0))  # the older one
    columns, looks = LocalBackend.list_jobs(paths, None, limit=5)
    ended, unborn = (
        [*zip((column.heading for column in columns), look().cells, strict=True)] for look in looks
    )
    shown = dict(ended)
    assert (shown["job"], shown["state"], shown["GPU"]) == ("3.1", "ended", "3")
    started = json.loads(paths.job(JOB).started.read_bytes())
    assert shown["process"] == str(started["script"]["pid"])
    assert shown["node"] == started["host"]
    assert dict(unborn) == {
        **dict.fromkeys(shown, ""), "job": "4.0", "state": "never began", "ran": None, "started": None,
    }  # fmt: skip
    lost.order.write_text("{}")  # as for a machine that it still waits for
    assert LocalBackend.list_jobs(paths, None, limit=5).looks[1]().cells[1] == "queued"
    above = ExperimentPaths(tmp_path)
    assert [look().cells[0] for look in LocalBackend.list_jobs(above, None, limit=1).looks] == ["lm/3.1"]
    assert len(LocalBackend.list_jobs(paths, None, limit=1).looks) == 1
    end = json.loads(paths.job(JOB).ended.read_bytes())
    for number, words in ((9, "killed by SIGKILL"), (40, "killed by signal 40")):
        paths.job(JOB).ended.write_text(json.dumps({**end, "exit_code": None, "signal": number}))
        assert LocalBackend.list_jobs(paths, None, limit=1).looks[0]().cells[1] == words
