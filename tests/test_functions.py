"""Functions are tuned as scripts are: in processes of their own, wherever they are defined."""

from __future__ import annotations

import importlib
import json
import os
import pickle
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

import tunewise
from tunewise import functions, load_experiment, methods, space
from tunewise.backends.slurm import SlurmBackend
from tunewise.engine.policy import Policy
from tunewise.journal import JournalBusyError, only_writer
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, JobId, Status
from tunewise.tuner import TunerError
from tunewise.worker.report import Reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from tunewise.results import ExperimentResult
    from tunewise.trial import Trial, Trials

pytestmark = pytest.mark.slow

LR = {"lr": space.loguniform(1e-3, 1)}

MODULE = '''
import json, os, signal, sys, time
IMPORTED_BY = os.getpid()

def train(config, report):
    """Goes on from its checkpoint; its loss says what it was trained with."""
    done, slope = 0, 0.0
    saved = report.checkpoint / "state"
    if saved.exists():
        done, slope = json.loads(saved.read_text())
    for epoch in range(done + 1, (report.limit or 9) + 1):
        slope += config["lr"] * (1 - slope)
        saved.write_text(json.dumps([epoch, slope]))
        report(epoch=epoch, loss=1 - slope, process=os.getpid(), imported_by=IMPORTED_BY)

def endless(config, report):
    """Ignores how far it should train."""
    for epoch in range(1, 10):
        report(epoch=epoch, loss=1 / epoch)
    return "never read"

def square(config):
    return (config["x"] - 0.3) ** 2

def two(config):
    return {"loss": config["lr"], "other": 7}

def budget(config, report):
    return config["lr"] / report.limit

def echo(config):
    print(json.dumps(config))
    return 1.0

def hangs(config, report):
    if os.fork() == 0:
        os.setsid()
    while True:
        signal.pause()

class Model:
    @staticmethod
    def fit(config):
        return config["lr"]
'''


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module of the user's."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "users_study.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path / "code"))
    yield importlib.import_module("users_study")
    del sys.modules["users_study"]


def failures(result: ExperimentResult) -> list[str]:
    return [trial.failure.message for trial in result.state.trials if trial.failure]


def printed(result: ExperimentResult, job: JobId) -> str:
    return result.paths.job(job).stdout.read_text()


def in_python(program: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a program, as a file in this folder."""
    (folder / "program.py").write_text(program)
    command = [sys.executable, "program.py", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_function_of_a_module_pauses_and_resumes(study: ModuleType) -> None:
    method = partial(methods.asha, type="promotion")
    result = tunewise.tune(
        study.train, LR, "loss", max_resource=9, method=method, workers=2, trials=9, name="first"
    )
    assert result.name == "first"
    assert not failures(result)
    trials = list(result.state.trials)
    assert len(trials) == 9
    assert {trial.level for trial in trials} == {1, 3, 9}
    resumed = [trial for trial in trials if len(trial.jobs) > 1]
    assert resumed
    for trial in trials:
        assert list(trial.levels) == list(range(1, trial.level + 1))  # no epoch was trained twice
        for epoch, value in zip(trial.levels, trial.values, strict=True):
            assert value == pytest.approx((1 - float(trial.config["lr"] or 0)) ** epoch)
    for job in range(len(resumed[0].jobs)):
        ended = json.loads(result.paths.job(JobId(resumed[0].id, job)).ended.read_text())
        assert (ended["exit_code"], ended["halted"]) == (0, False)
    rows = list(result.rows())
    assert len({row["process"] for row in rows}) == sum(len(trial.jobs) for trial in trials)
    [warm] = {row["imported_by"] for row in rows}
    assert warm not in {os.getpid(), *(row["process"] for row in rows)}


def test_a_function_that_ignores_its_limit_ends_there(study: ModuleType) -> None:
    method = partial(methods.asha, type="promotion")
    result = tunewise.tune(study.endless, LR, "loss", max_resource=9, method=method, workers=2, trials=4)
    assert not failures(result)
    assert {trial.level for trial in result.state.trials} <= {1, 3, 9}
    assert any(trial.status is Status.PAUSED for trial in result.state.trials)


@pytest.mark.parametrize(
    ("name", "entries", "options"),
    [
        ("square", {"x": space.uniform(0, 1)}, {}),
        ("two", LR, {}),
        ("budget", LR, {"max_resource": 4, "method": "rs"}),
        ("Model.fit", LR, {}),
    ],
)
def test_what_a_function_returns_is_reported(
    study: ModuleType, name: str, entries: dict[str, Any], options: dict[str, Any]
) -> None:
    function: Any = study
    for part in name.split("."):
        function = getattr(function, part)
    result = tunewise.tune(function, entries, "loss", **{"method": "rs", **options}, workers=2, trials=3)
    assert not failures(result)
    for trial in result.state.trials:
        [value] = trial.values
        if name == "budget":
            assert value == float(trial.config["lr"] or 0) / 4
        else:
            expected = function(trial.config)
            assert value == (expected["loss"] if name == "two" else expected)
        assert trial.status is Status.COMPLETED


def test_a_configuration_arrives_as_it_is(study: ModuleType) -> None:
    entries: dict[str, Any] = {
        "optimizer.lr": space.choice([0.1]),
        "optimizer": space.choice([None]),
        "amp": space.choice([False]),
        "layers": space.choice([[64, 64]]),
        "name": space.choice(["a b"]),
        "steps": space.choice([3]),
        "fixed": "7",
    }
    result = tunewise.tune(study.echo, entries, "loss", method="rs", trials=1)
    assert json.loads(printed(result, JobId(0, 0))) == {
        "optimizer.lr": 0.1,
        "optimizer": None,
        "amp": False,
        "layers": [64, 64],
        "name": "a b",
        "steps": 3,
        "fixed": "7",
    }


SCRIPT = """
import multiprocessing
import sys
import tunewise
from tunewise import space

OFFSET = len(sys.argv)

def double(x):
    return 2 * x

def train(config, report):
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        [doubled] = pool.map(double, [config["x"]])
    report(loss=doubled + OFFSET)

if __name__ == "__main__":
    result = tunewise.tune(
        train, {"x": space.uniform(0, 1)}, "loss", method="rs", trials=2, workers=2, name="script"
    )
    print(result.ended)
"""


def test_a_function_of_a_script(tmp_path: Path) -> None:
    done = in_python(SCRIPT, tmp_path, "--an", "argument")
    assert done.returncode == 0, done.stderr
    result = load_experiment("script")
    assert not failures(result)
    for trial in result.state.trials:
        assert list(trial.values) == [2 * float(trial.config["x"] or 0) + 3]


def test_a_script_that_tunes_when_it_is_imported_is_told(tmp_path: Path) -> None:
    script = SCRIPT.replace('if __name__ == "__main__":', "if True:").replace("trials=2", "trials=3")
    done = in_python(script, tmp_path)
    assert "No job starts with --preload" in done.stderr
    assert "if __name__ == '__main__'" in done.stderr
    assert str(load_experiment("script").ended).startswith("failed: ")


def test_a_function_of_a_folder_that_is_run(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__main__.py").write_text(SCRIPT)
    done = subprocess.run([sys.executable, "app"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not failures(load_experiment("script"))


TUNES = """
import os, tunewise
from tunewise import space

def train(config):
    return config["x"]

with open("imports", "a") as file:
    file.write(".")
assert os.path.getsize("imports") < 10, "imported again and again"
tunewise.tune(train, {"x": space.uniform(0, 1)}, "loss", method="rs", trials=3, workers=1)
"""


@pytest.mark.parametrize("command", [("-m", "tunes"), ("-c", "import tunes")])
def test_a_module_that_tunes_when_it_is_imported_is_told(command: tuple[str, str], tmp_path: Path) -> None:
    """Otherwise each of its jobs would tune, and so would their jobs."""
    (tmp_path / "tunes.py").write_text(TUNES)
    done = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "tunes tunes when it is imported, and each job imports it" in done.stderr
    [folder] = (tmp_path / "home").iterdir()
    assert str(load_experiment(folder.name).ended).startswith("failed: ")


NOTEBOOK = """
import os, tunewise
from tunewise import space
FACTOR = 3
class Data:
    rows = [1, 2]
def train(config, report):
    report(loss=FACTOR * config["x"] + len(Data.rows))
options = {"method": "rs", "workers": 2, "name": "notebook"}
result = tunewise.tune(train, {"x": space.uniform(0, 1)}, "loss", trials=2, **options)
print([list(trial.values) == [3 * trial.config["x"] + 2] for trial in result.state.trials])
FACTOR = 30
result = tunewise.tune(train, {"x": space.uniform(0, 1)}, "loss", trials=4, resume=True, **options)
print([list(trial.values) == [30 * trial.config["x"] + 2] for trial in result.state.trials])
"""


def test_a_function_of_a_notebook(tmp_path: Path) -> None:
    """Typed in, it has no file. With resume it is what it is now."""
    done = subprocess.run(
        [sys.executable], input=NOTEBOOK, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["[True, True]", "[False, False, True, True]"], done.stderr
    more = [sys.executable, "-m", "tunewise", "resume", "notebook", "--max-trials", "5"]
    subprocess.run(more, cwd=tmp_path, capture_output=True, check=True)
    trials = load_experiment("notebook").state.trials
    assert list(trials[4].values) == [30 * float(trials[4].config["x"] or 0) + 2]


class Trap:
    """Says which process has unpickled it."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return _trapped, (self.place, "_")


def _trapped(place: Path, _: str) -> str:
    with place.open("a") as file:
        file.write(f"{os.getpid()}\n")
    return "loaded"


def test_only_jobs_unpickle(tmp_path: Path) -> None:
    trap: object = Trap(tmp_path / "trap")

    def train(config: dict[str, float]) -> float:
        assert trap == "loaded"
        return config["lr"]

    result = tunewise.tune(train, LR, "loss", method="rs", trials=2, name="once")
    assert not failures(result)
    tunewise.resume("once", max_num_trials_started=3)
    load_experiment("once").trials_dataframe()
    loaded = (tmp_path / "trap").read_text().split()
    assert loaded
    assert str(os.getpid()) not in loaded
    assert len(loaded) == 2  # by the warm process of each tuner, and not by each job


def test_every_job_imports_for_itself_if_nothing_is_preloaded(study: ModuleType) -> None:
    result = tunewise.tune(study.train, LR, "loss", max_resource=1, method="rs", trials=2, preload=())
    rows = list(result.rows())
    assert [row["imported_by"] for row in rows] == [row["process"] for row in rows]


def test_a_trial_that_hangs_ends_with_all_of_its_processes(study: ModuleType) -> None:
    policy = Policy(trial_timeout=0.3)
    backend = partial(tunewise.LocalBackend, stop_grace=0.1)
    result = tunewise.tune(
        study.hangs, LR, "loss", method="rs", trials=1, policy=policy, backend=backend, name="hangs"
    )
    [trial] = result.state.trials
    assert trial.failure is not None
    assert trial.failure.kind is FailureKind.CONFIGURATION
    started = json.loads(result.paths.job(JobId(0, 0)).started.read_text())
    assert not psutil.pid_exists(started["script"]["pid"])


KILLED = """
import users_study, tunewise
from tunewise import space
tunewise.tune(users_study.train, {"lr": space.loguniform(1e-3, 1)}, "loss", max_resource=9,
    method="wise", workers=2, trials=30, name="killed", resume=True)
"""


def test_an_experiment_survives_kills_of_its_tuner(study: ModuleType, tmp_path: Path) -> None:
    """The tuner gets SIGKILL after its first, fifth, and twentieth report, and is run again each time."""
    (tmp_path / "code" / "program.py").write_text(KILLED)
    journal = ExperimentPaths.named("killed").journal
    for reports in (1, 5, 20, None):
        with subprocess.Popen([sys.executable, "program.py"], cwd=tmp_path / "code") as tuner:
            while reports is not None and tuner.poll() is None:
                if journal.exists() and journal.read_text().count('"Reported"') >= reports:
                    tuner.send_signal(signal.SIGKILL)
            assert tuner.wait(120) in (0, -signal.SIGKILL)
    result = load_experiment("killed")
    assert result.ended is not None
    assert len(result.state.trials) == 30
    assert not failures(result)
    for trial in result.state.trials:
        for epoch, value in zip(trial.levels, trial.values, strict=True):
            assert value == pytest.approx((1 - float(trial.config["lr"] or 0)) ** epoch)


def test_a_renamed_experiment_goes_on(study: ModuleType) -> None:
    tunewise.tune(study.square, {"x": space.uniform(0, 1)}, "loss", method="rs", trials=1, name="before")
    home = ExperimentPaths.named("before").folder.parent
    (home / "before").rename(home / "after")
    result = tunewise.resume("after", max_num_trials_started=2)
    assert len(result.state.trials) == 2
    assert not failures(result)


def test_what_cannot_go_on_is_told(study: ModuleType) -> None:
    entries = {"x": space.uniform(0, 1)}
    again = partial(tunewise.tune, study.square, method="rs", trials=1)
    again(entries, "loss", name="taken")
    with pytest.raises(TunerError, match="resume=True"):
        again(entries, "loss", name="taken")
    with pytest.raises(TunerError, match="the same problem"):
        again({"x": space.uniform(0, 2)}, "loss", name="taken", resume=True)
    with pytest.raises(TunerError, match="give name"):
        again(entries, "loss", resume=True)
    assert len(again(entries, "loss", name="taken", resume=True).state.trials) == 1
    assert len(again(entries, "loss", name="new", resume=True).state.trials) == 1


def test_jobs_of_a_running_tuner_keep_their_function(study: ModuleType) -> None:
    entries = {"x": space.uniform(0, 1)}
    result = tunewise.tune(study.square, entries, "loss", method="rs", trials=1, name="busy")
    before = result.paths.function.read_text()
    with only_writer(result.paths.journal, "busy"), pytest.raises(JournalBusyError, match="Another tuner"):
        tunewise.tune(study.echo, entries, "loss", method="rs", trials=2, name="busy", resume=True)
    assert result.paths.function.read_text() == before


def test_experiments_without_names_keep_apart(study: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(functions, "default_name", lambda method: "same")
    names = [tunewise.tune(study.echo, LR, "loss", method="rs", trials=1).name for _ in range(2)]
    assert names == ["same", "same-2"]


@pytest.mark.parametrize("function", [lambda: 1, lambda a, b, c: 1, lambda *, config: 1])
def test_a_function_must_take_what_it_is_given(function: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="train\\(config, report\\)"):
        tunewise.tune(function, LR, "loss", trials=1)


def test_a_function_that_takes_no_report_has_no_levels() -> None:
    with pytest.raises(TypeError, match="can't tell what it has reached of max_resource"):
        tunewise.tune(lambda config: config["lr"], LR, "loss", max_resource=9, trials=1)


def test_what_no_other_process_can_have_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "open").open("w") as file, pytest.raises(TunerError, match="can't be sent"):
        tunewise.tune(lambda config: file.write("x"), LR, "loss", trials=1)
    monkeypatch.setitem(sys.modules, "cloudpickle", None)
    with pytest.raises(ImportError, match="tunewise\\[functions\\]"):
        tunewise.tune(lambda config: 1.0, LR, "loss", trials=1)
    assert not (tmp_path / "home").exists()


def test_errors_of_arguments_leave_no_folder(study: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(TunerError, match="Nothing would end"):
        tunewise.tune(study.square, LR, "loss")
    with pytest.raises(TunerError, match="can't name"):
        tunewise.tune(study.square, LR, "loss", trials=1, name="../up")
    with pytest.raises(ValueError, match="duration"):
        tunewise.tune(study.square, LR, "loss", timeout="soon")
    with pytest.raises(methods.MethodError):
        tunewise.tune(study.square, LR, "loss", trials=1, method="nothing")
    assert not (tmp_path / "home").exists()


def test_other_back_ends_run_the_same_script(study: ModuleType, tmp_path: Path) -> None:
    paths = ExperimentPaths(tmp_path / "experiment")
    backend = partial(SlurmBackend, partition="gpu")
    spec = functions._specification(backend, None, paths)
    assert isinstance(spec, SlurmBackend)
    assert (spec.entry_point, spec.pass_as, spec.partition) == (str(paths.function), "config", "gpu")
    local = functions._specification(tunewise.LocalBackend, ("torch",), paths)
    assert isinstance(local, tunewise.LocalBackend)
    assert local.preload == ("torch",)


def test_the_first_points_are_tried_first(study: ModuleType) -> None:
    result = tunewise.tune(
        study.square,
        {"x": space.uniform(0, 1)},
        "loss",
        method="rs",
        trials=3,
        points_to_evaluate=[{"x": 0.25}],
        timeout="10m",
    )
    assert result.state.trials[0].config == {"x": 0.25}
    assert result.last_run.limits == {"max_wallclock_time": 600.0, "max_num_trials_started": 3}
    assert result.best is not None
    assert result.best_trial.id == result.best.trial_id
    assert result.best_config() == result.best_trial.config


def test_points_and_an_earlier_study_come_first_whatever_the_method(study: ModuleType) -> None:
    entries = {"x": space.uniform(0, 1)}
    options: dict[str, Any] = {"method": methods.rs, "workers": 1}
    tunewise.tune(study.square, entries, "loss", trials=4, name="before", **options)
    best = tunewise.load_experiment("before").best_config()
    result = tunewise.tune(
        study.square,
        entries,
        "loss",
        trials=3,
        points_to_evaluate=[{"x": 0.25}],
        earlier="tunewise:before",
        earlier_best=1,
        **options,
    )
    assert [trial.config for trial in result.state.trials][1:] == [{"x": 0.25}, best]
    with pytest.raises(ValueError, match="y"):
        tunewise.tune(study.square, entries, "loss", trials=3, points_to_evaluate=[{"y": 1}], **options)


def test_an_earlier_study_may_be_observations(study: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "before.csv").write_text("x,loss\n0.5,0.25\n0.1,0.01\n")
    entries = {"x": space.uniform(0, 1), "depth": space.randint(1, 4)}
    options: dict[str, Any] = {"method": "rs", "workers": 1, "earlier": f"csv:{tmp_path}/before.csv"}
    asked: dict[str, Any] = {**options, "earlier_as": "observations", "fill": {"depth": 2}}
    result = tunewise.tune(study.square, entries, "loss", trials=1, **asked)
    known = [trial.config for trial in result.state.trials if trial.elsewhere]
    assert known == [{"x": 0.5, "depth": 2}, {"x": 0.1, "depth": 2}]
    assert len(result.state.trials) == 3
    for refused in ({**asked, "earlier_best": 1}, {**options, "fill": {"depth": 2}}):
        with pytest.raises(ValueError, match="earlier_"):
            tunewise.tune(study.square, entries, "loss", trials=1, **refused)
    with pytest.raises(ValueError, match="say tries or observations"):
        tunewise.tune(study.square, entries, "loss", trials=1, **{**asked, "earlier_as": "tried"})


def test_callbacks_see_each_trial_and_may_end_the_experiment(study: ModuleType) -> None:
    seen: list[int] = []

    def enough(trials: Trials, trial: Trial) -> bool:
        assert trials[trial.id] is trial
        seen.append(trial.id)
        return len(seen) == 3

    entries = {"x": space.uniform(0, 1)}
    options: dict[str, Any] = {"method": "rs", "workers": 1, "name": "enough", "callbacks": [enough]}
    result = tunewise.tune(study.square, entries, "loss", trials=50, **options)
    assert result.ended is not None
    assert (result.ended.how, result.ended.why) == ("suspended", "a callback said so")
    assert seen[:3] == [0, 1, 2]
    assert len(result.state.trials) < 50
    before = len(result.state.trials)
    result = tunewise.tune(study.square, entries, "loss", trials=50, resume=True, **options)
    assert result.ended is not None
    assert result.ended.how == "finished"
    assert len(seen) >= 50 - before
    assert len(result.state.trials) == 50


def test_a_row_per_trial(study: ModuleType) -> None:
    pytest.importorskip("pandas")
    method = partial(methods.asha, type="promotion")
    result = tunewise.tune(study.train, LR, "loss", max_resource=9, method=method, workers=2, trials=4)
    frame = result.trials_dataframe()
    assert list(frame["trial_id"]) == [0, 1, 2, 3]
    for row, trial in zip(frame.to_dict("records"), result.state.trials, strict=True):
        assert row["value"] == min(trial.values)
        assert row["level"] == trial.levels[list(trial.values).index(row["value"])]
        assert (row["reached"], row["jobs"], row["failure"]) == (trial.level, len(trial.jobs), "")
        assert row["config_lr"] == trial.config["lr"]
        assert row["status"] == trial.standing


def test_without_a_tuner_a_reporter_has_no_limit_and_no_checkpoint() -> None:
    report = Reporter()
    assert (report.limit, report.checkpoint) == (None, None)


def test_the_script_quotes_what_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / 'a"b\'c\n"""d'
    folder.mkdir()
    (folder / "odd_study.py").write_text("def train(config):\n    return config['lr']\n")
    monkeypatch.syspath_prepend(str(folder))
    odd = importlib.import_module("odd_study")
    result = tunewise.tune(odd.train, LR, "loss", method="rs", trials=1)
    assert not failures(result)
    assert pickle.dumps(odd.train)  # importable by its name
