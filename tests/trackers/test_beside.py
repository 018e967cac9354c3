"""A tracker that fails, hangs or is killed changes nothing of an experiment, and is right in the end."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from logging.handlers import QueueHandler
from pathlib import Path
from queue import SimpleQueue

import pytest
from tests.helpers.recordings import Recording, typical

from tunewise import StoppingCriterion, Tuner, methods, resume, trackers, tune
from tunewise.backends.specs import own_process
from tunewise.benchmarks.definitions import benchmark_of
from tunewise.journal import Journal
from tunewise.results import ExperimentResult, load_experiment
from tunewise.space import Config, uniform
from tunewise.trackers import beside, checked
from tunewise.trackers.following import keep_tracking
from tunewise.trackers.optuna import optuna_journal
from tunewise.tuner import TunerError

pytestmark = pytest.mark.slow


def simulate(name: str, *trackers: str) -> ExperimentResult:
    benchmark = benchmark_of("transformer_wikitext2")
    method, limit = methods.asha(benchmark.problem, seed=3), StoppingCriterion(max_num_trials_started=9)
    return Tuner(benchmark.simulated(3), method, limit, name=name, trackers=trackers).run(progress=False)


def told(folder: Path, result: ExperimentResult) -> None:
    """That the tracker `kept` has each report once."""
    for trial in result.state.trials:
        levels = [int(line) for line in (folder / str(trial.id)).read_text().split()]
        assert levels == list(trial.levels)


def follow(name: str, tracker: str) -> subprocess.Popen[str]:
    command = own_process("tunewise", "export", name, "--to", tracker, "--follow")
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("theirs")
def test_a_tracker_is_told_everything(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.mkdir()
    result = simulate("one", f"kept:{place}")
    told(place, result)
    assert load_experiment("one").definition.trackers == (f"kept:{place}",)
    told(place, resume("one", max_num_trials_started=12, progress=False))
    other = tmp_path / "other"
    other.mkdir()
    told(other, resume("one", max_num_trials_started=14, progress=False, trackers=[f"kept:{other}"]))


def test_one_without_a_place_is_told_everything() -> None:
    result = simulate("one", "optuna")
    assert (result.paths.folder / "optuna.log").read_text() == "".join(optuna_journal(result))


@pytest.fixture
def said() -> Iterator[SimpleQueue[logging.LogRecord]]:
    """What a tuner says of trackers."""
    queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(queue)
    beside.logger.addHandler(handler)
    yield queue
    beside.logger.removeHandler(handler)


@pytest.mark.usefixtures("theirs")
def test_one_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: SimpleQueue[logging.LogRecord]
) -> None:
    alone = simulate("alone")
    place = tmp_path / "away"
    wait = beside.Processes.wait

    def come_back_and_wait(processes: beside.Processes) -> None:
        failed = said.get(timeout=60).getMessage()
        assert "fails, and is tried again until it works: OSError: http://***@host/ doesn't" in failed
        place.mkdir()
        wait(processes)

    monkeypatch.setattr(beside.Processes, "wait", come_back_and_wait)
    monkeypatch.setattr(beside, "PATIENCE", 60.0)
    result = simulate("failing", f"kept:{place}")
    assert "works again" in said.get(timeout=60).getMessage()
    assert result.paths.journal.read_bytes() == alone.paths.journal.read_bytes()
    told(place, result)
    assert said.empty()


@pytest.mark.usefixtures("theirs")
def test_one_that_hangs_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(beside, "PATIENCE", 0.0)
    alone = simulate("alone")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = simulate("hanging", f"hung:{pipe}")
    assert result.paths.journal.read_bytes() == alone.paths.journal.read_bytes()
    assert "doesn't have everything yet" in caplog.text
    os.kill(int(pipe.read_text()), signal.SIGKILL)


@pytest.mark.usefixtures("theirs")
def test_one_that_was_uninstalled_does_not_keep_from_resuming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "kept").mkdir()
    simulate("one", f"kept:{tmp_path}/kept")
    monkeypatch.setattr(beside, "checked", lambda _: (_ for _ in ()).throw(ValueError("It is gone.")))
    assert len(resume("one", max_num_trials_started=12, progress=False).state.trials) == 12
    assert caplog.messages == ["It is gone."]


@pytest.mark.usefixtures("theirs")
@pytest.mark.parametrize(
    ("tracker", "message"),
    [
        ("nothing", "There is no tracker 'nothing': this version of Tunewise has "),
        ("needy", "The tracker needy needs no_such_package: pip install no_such_package."),
        ("broken:x", "The tracker broken can't be imported (AttributeError: "),
        ("kept:http://me:secret@host", "The tracker kept:http://***@host has a user or a password"),
        ("kept:db://host/x?ssl=1&Password=secret", "The tracker kept:db://host/x?ssl=1&*** has a user"),
    ],
)
def test_what_cannot_be_used_is_refused(tracker: str, message: str) -> None:
    with pytest.raises(TunerError) as caught:
        simulate("one", tracker)
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("tracker", "kept"),
    [
        ("mlflow", "mlflow"),
        ("mlflow:http://host:5000", "mlflow:http://host:5000"),
        ("mlflow:sqlite:///ml.db", "mlflow:sqlite:///{here}/ml.db"),
        ("mlflow:sqlite:////tmp/ml.db", "mlflow:sqlite:////tmp/ml.db"),
        ("optuna:study.log", "optuna:{here}/study.log"),
        ("tensorboard:logs", "tensorboard:{here}/logs"),
        ("wandb:project", "wandb:project"),
    ],
)
def test_a_place_is_the_same_from_any_folder(
    tracker: str, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(trackers, "find_spec", lambda _: True)
    assert checked([tracker]) == (kept.format(here=tmp_path),)


def test_a_project_is_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trackers, "find_spec", lambda _: True)
    with pytest.raises(ValueError, match="team/project is no project: give its name alone"):
        checked(["wandb:team/project"])


@pytest.mark.usefixtures("theirs")
def test_one_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    recording = typical()
    place = tmp_path / "kept"
    place.mkdir()
    part = Recording("lm")
    part.entries = recording.entries[:8]
    part.write()
    with Journal(recording.paths.journal) as journal:  # as a tuner holds it
        first = follow("lm", f"kept:{place}")
        while not (place / "0").exists():
            assert first.poll() is None
            time.sleep(0.05)
        first.kill()
        first.communicate()
        second = follow("lm", f"kept:{place}")
        journal.append(recording.entries[8:])
    assert second.communicate(timeout=60)[0] == ""
    assert second.returncode == 0
    told(place, load_experiment("lm"))


@pytest.mark.usefixtures("theirs")
def test_one_that_is_away_for_a_day_is_told_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording = typical()
    recording.write()
    place = tmp_path / "away"
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2_000:
            place.mkdir()
            journal.close()

    monkeypatch.setattr(time, "sleep", sleep)
    journal = Journal(recording.paths.journal)
    keep_tracking(recording.paths, f"kept:{place}", lambda _: None)
    told(place, load_experiment("lm"))
    assert waits[:5] == [1.0, 2.0, 4.0, 8.0, 10.0]
    assert max(waits) == 10.0


@pytest.mark.usefixtures("theirs")
def test_it_goes_without_a_tuner(tmp_path: Path) -> None:
    typical().write()
    place = tmp_path / "kept"
    once = own_process("tunewise", "export", "lm", "--to", f"kept:{place}")
    failed = subprocess.run(once, capture_output=True, text=True, check=False)
    assert failed.returncode == 3
    assert "fails: OSError: http://***@host/ doesn't answer" in failed.stderr
    place.mkdir()
    subprocess.run(once, check=True)
    told(place, load_experiment("lm"))
    for flags, message in (
        (("--to", f"kept:{place}", "-o", "x"), "--output doesn't go with --to kept:"),
        (("--follow",), "--follow goes with trackers, not with csv"),
    ):
        refused = subprocess.run(
            own_process("tunewise", "export", "lm", *flags), capture_output=True, text=True, check=False
        )
        assert refused.returncode == 2
        assert message in refused.stderr


@pytest.mark.usefixtures("theirs")
def test_flags_and_files_name_trackers(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (tmp_path / "train.py").touch()
    (tmp_path / "tune.toml").write_text(
        f'script = "train.py"\nmetric = "loss"\ntrack = ["kept:{first}", "kept:{second}"]\n'
        '[space]\nlr = "uniform(0, 1)"\n'
    )
    dry = own_process("tunewise", "run", str(tmp_path / "tune.toml"), "--max-trials", "1", "--dry-run")
    printed = subprocess.run(dry, capture_output=True, text=True, check=True).stdout
    assert f"tracked by  kept:{first}, kept:{second}" in printed
    trials = ("--max-trials", "5", "--method", "rs", "--name", "one", "--track", f"kept:{first}")
    subprocess.run(own_process("tunewise", "simulate", *trials), capture_output=True, check=True)
    told(first, load_experiment("one"))
    more = ("one", "--max-trials", "6", "--track", f"kept:{second}")
    subprocess.run(own_process("tunewise", "resume", *more), capture_output=True, check=True)
    told(second, load_experiment("one"))


@pytest.mark.usefixtures("theirs")
def test_functions_are_tracked(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.mkdir()

    def square(config: Config) -> float:
        return float(config["x"]) ** 2  # type: ignore[arg-type]  # a number

    again = partial(tune, square, {"x": uniform(0, 1)}, "y", name="square", progress=False)
    told(place, again(trials=2, trackers=[f"kept:{place}"]))
    told(place, again(trials=3, resume=True))
