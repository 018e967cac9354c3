"""Studies that really run: to their end, through failures, and through kills."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.helpers.tables import made_up_reference

from tunewise.cli import main
from tunewise.cli.study import Lines
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths, StudyPaths, experiment_names, home
from tunewise.studies.cell import run_patiently
from tunewise.studies.outcome import read_outcome
from tunewise.studies.plan import Cell, Plan, StudySettings, read_plan
from tunewise.studies.runner import StudyRunner, jobs_at_once

BASELINES = """
from tunewise import methods as recipes
methods = {
    "RS": lambda a: recipes.rs(a.problem, seed=a.seed),
    "ASHA": lambda a: recipes.asha(a.problem, seed=a.seed, type="promotion"),
}
"""

ONE_METHOD = """
from tunewise import methods as recipes
methods = {"RS": lambda a: recipes.rs(a.problem, seed=a.seed)}
"""

pytestmark = pytest.mark.slow

CUSTOM = """
from tunewise.schedulers.base import Method
from tunewise.schedulers.base import RunToEnd
from tunewise.searchers.model_free import RandomSearcher
methods = {
    "Mine": lambda a: Method("mine", a.problem, RunToEnd(a.problem, RandomSearcher(a.problem)), a.seed),
}
"""


def arguments(tmp_path: Path, baselines: str = BASELINES, *more: str) -> list[str]:
    source = tmp_path / "baselines.py"
    source.write_text(baselines)
    return [
        "study", str(source), "--experiment_tag", "tag", "--benchmark", made_up_reference(tmp_path),
        "--n_workers", "2,4", "--num_seeds", "2", *more,
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def _without_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures take longer than the studies here; `finished_study` has them."""
    monkeypatch.setattr("tunewise.studies.figures.write_figures", lambda *_: [])


@pytest.fixture(scope="module")
def finished_study(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a study of eight experiments, and what its command printed."""
    folder = tmp_path_factory.mktemp("finished")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TUNEWISE_HOME", str(folder / "home"))
        result = call(arguments(folder))
    assert result.exit_code == 0, result.output
    return folder, result.output


@pytest.fixture
def finished(finished_study: tuple[Path, str]) -> Path:
    """The same folder, with a copy of the study in this test's own home."""
    folder, _ = finished_study
    shutil.copytree(folder / "home", home())
    return folder


def call(command: list[str]) -> Result:
    result = CliRunner().invoke(main, command)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def results(tag: str = "tag") -> dict[str, bytes]:
    return {
        cell.name: ExperimentPaths.named(f"{tag}/{cell.name}").results.read_bytes()
        for cell in read_plan(tag).cells
    }


def outcomes(tag: str = "tag") -> dict[str, bytes]:
    return {path.parent.name: path.read_bytes() for path in (home() / tag).glob("*/outcome.json")}


def test_a_study_runs_and_is_compared(finished_study: tuple[Path, str], finished: Path) -> None:
    _, printed = finished_study
    assert "Study tag: 8 experiments" in printed
    assert printed.count(" best loss ") == 8
    assert len(experiment_names("tag")) == 8
    written = {path.name for path in (home() / "tag" / "results").iterdir()}
    assert {"table.md", "table-ends.csv", "table-curves.csv", "table-comparison-wall-clock.png"} <= written
    shown = call(["show", "tag/table-RS-2w-0"])
    assert shown.exit_code == 0, shown.output


def test_a_finished_study_is_not_run_twice_and_can_grow(finished: Path) -> None:
    before = results()
    again = call(arguments(finished))
    assert "8 finished before" in again.output
    assert " best loss " not in again.output
    assert results() == before
    more = call(arguments(finished, BASELINES, "--n_workers", "2", "--start_seed", "2"))
    assert more.output.count(" best loss ") == 4  # two seeds more
    after = results()
    assert {name: after[name] for name in before} == before


def test_methods_share_seeds(finished: Path) -> None:
    first = {}
    for name, content in results().items():
        header, row = content.decode().splitlines()[:2]
        columns = dict(zip(header.split(","), row.split(","), strict=True))
        first[name] = columns["config_lr"], columns["config_width"]
    assert first["table-RS-4w-0"] == first["table-ASHA-4w-0"] != first["table-RS-4w-1"]


def test_a_forecast_runs_nothing(tmp_path: Path) -> None:
    result = call(arguments(tmp_path, BASELINES, "--forecast", "--instance", "ml.g4dn.xlarge"))
    assert result.exit_code == 0, result.output
    assert "of virtual time" in result.output
    assert not (home() / "tag").exists()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_study_goes_on_to_the_same_end(
    number: signal.Signals, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, expected_outcomes = results(), outcomes()
    monkeypatch.setenv("TUNEWISE_HOME", str(home().with_name("interrupted")))
    command = arguments(finished, BASELINES, "--n_workers", "2", "--jobs", "2")
    process = subprocess.Popen(
        [sys.executable, "-m", "tunewise", *command], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert process.stdout is not None
    for line in process.stdout:  # until half of them have ended
        if line.startswith("[2/4]"):
            break
    process.send_signal(number)
    rest = process.stdout.read()
    process.wait(60)
    if number is signal.SIGINT:
        assert process.returncode == 130
        assert "the same command continues the study" in rest
    else:
        assert process.returncode == -signal.SIGKILL
    # simulations were killed, not suspended: resumed jobs would start up once more
    journals = (home() / "tag").glob("*/journal.jsonl")
    assert not any(b"stop_requested" in journal.read_bytes() for journal in journals)
    done = call(command)
    assert done.exit_code == 0, done.output
    names = [f"table-{method}-2w-{seed}" for seed in (0, 1) for method in ("RS", "ASHA")]
    assert results() == {name: expected[name] for name in names}
    assert outcomes() == {name: expected_outcomes[name] for name in names}


def test_an_experiment_whose_tuner_is_still_at_work_is_waited_for(tmp_path: Path) -> None:
    command = arguments(tmp_path, BASELINES, "--method", "RS", "--num_seeds", "1", "--jobs", "2")
    assert call([*command, "--forecast"]).exit_code == 0
    paths = ExperimentPaths.named("tag/table-RS-2w-0")
    paths.folder.mkdir(parents=True)
    journal = Journal(paths.journal)
    process = subprocess.Popen(
        [sys.executable, "-m", "tunewise", *command], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert process.stdout is not None
    deadline = time.monotonic() + 60.0
    while len([n for n in experiment_names("tag") if read_outcome(home() / n / "outcome.json")]) < 1:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert process.poll() is None
    journal.close()
    process.stdout.read()
    assert process.wait(60) == 0
    assert read_outcome(paths.folder / "outcome.json") is not None


def test_failures_are_listed_and_run_anew(tmp_path: Path) -> None:
    broken = ONE_METHOD + '\nmethods["Broken"] = lambda a: recipes.rs(a.problem, seed=a.seed, nonsense=1)\n'
    result = call(arguments(tmp_path, broken, "--n_workers", "2", "--num_seeds", "1"))
    assert result.exit_code == 1, result.output
    assert "FAILED" in result.output
    assert "failed: table-Broken-2w-0" in result.output
    assert "--rerun-failed" in result.output
    mended = ONE_METHOD + '\nmethods["Broken"] = lambda a: recipes.rs(a.problem, seed=a.seed)\n'
    command = arguments(tmp_path, mended, "--n_workers", "2", "--num_seeds", "1", "--rerun-failed")
    result = call(command)
    assert result.exit_code == 0, result.output
    assert "1 finished before, 1 failed one again" in result.output


def test_a_failure_is_told_by_the_first_line_of_its_message(tmp_path: Path) -> None:
    broken = (
        BASELINES
        + """
def broken(arguments):
    raise RuntimeError("first line\\nsecond line")
methods = {"RS": methods["RS"], "Broken": broken, "None": lambda a: None}
"""
    )
    result = call(arguments(tmp_path, broken, "--n_workers", "2", "--num_seeds", "1"))
    assert result.exit_code == 1, result.output
    assert "FAILED: RuntimeError: first line  took" in result.output
    assert "FAILED: None in" in result.output
    assert "returns a value of type NoneType: let it return a method" in result.output
    assert "Left out because they failed: table-Broken-2w-0, table-None-2w-0." in result.output
    assert "not finished" not in result.output


def test_a_file_may_print_and_read_what_it_likes(tmp_path: Path) -> None:
    chatty = ONE_METHOD + "\nimport sys\nprint('hello', len(sys.stdin.read()), flush=True)\n"
    result = call(arguments(tmp_path, chatty, "--n_workers", "2", "--num_seeds", "2"))
    assert result.exit_code == 0, result.output
    for cell in read_plan("tag").cells:
        assert StudyPaths.named("tag").log(cell.name).read_text() == "hello 0\n"


def test_an_experiment_without_a_report_failed(tmp_path: Path) -> None:
    command = arguments(tmp_path, BASELINES, "--n_workers", "2", "--num_seeds", "1", "--method", "RS")
    result = call([*command, "--start_delay", "2h", "--max_wallclock_time", "1h"])
    assert result.exit_code == 1, result.output
    assert "FAILED: no trial reported loss: the limit of " in result.output


def test_an_experiment_whose_process_died_is_gone_on_with(tmp_path: Path) -> None:
    dying = (
        BASELINES
        + """
import os, signal
from pathlib import Path
def dying(arguments):
    if not Path(__file__).with_name("died").exists():
        Path(__file__).with_name("died").touch()
        folder = next((Path(os.environ["TUNEWISE_HOME"]) / "tag").glob("table-Dying*"))
        (folder / "journal.jsonl").touch()  # as if it had begun
        os.kill(os.getpid(), signal.SIGKILL)
    return recipes.rs(arguments.problem, seed=arguments.seed)
methods = {"RS": methods["RS"], "Dying": dying}
"""
    )
    command = arguments(tmp_path, dying, "--n_workers", "2", "--num_seeds", "1")
    result = call(command)
    assert result.exit_code == 1, result.output
    assert "FAILED: killed by signal 9" in result.output
    assert "The same command continues those whose process died." in result.output
    assert "--rerun-failed" not in result.output
    assert call(command).exit_code == 0


def test_a_study_outlives_its_reader(tmp_path: Path) -> None:
    command = arguments(tmp_path, ONE_METHOD, "--n_workers", "2", "--num_seeds", "1")
    process = subprocess.Popen(
        [sys.executable, "-m", "tunewise", *command], stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert (home() / "tag" / "results" / "table.md").exists()


def test_a_study_of_failures_alone_compares_nothing(tmp_path: Path) -> None:
    broken = "methods = {'Broken': lambda arguments: 1 / 0}"
    result = call(arguments(tmp_path, broken, "--n_workers", "2", "--num_seeds", "1"))
    assert result.exit_code == 1, result.output
    assert result.output.endswith(
        "The same command with --rerun-failed runs them again from the beginning.\n"
    )


def test_a_forecast_is_of_what_is_left(finished: Path) -> None:
    result = call(arguments(finished, BASELINES, "--num_seeds", "4", "--n_workers", "2", "--forecast"))
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[1].split()[:3] == ["table", "2", "4"]
    assert "Without 8 experiments that ended before." in result.output
    result = call(arguments(finished, BASELINES, "--random_seed", "1", "--forecast"))
    assert result.exit_code == 2
    assert "was begun with random_seed=0" in result.output


def test_a_method_of_ones_own_is_taken_up_again(tmp_path: Path) -> None:
    command = arguments(tmp_path, CUSTOM, "--n_workers", "2", "--num_seeds", "1")
    assert call(command).exit_code == 0
    paths = ExperimentPaths.named("tag/table-Mine-2w-0")
    expected = paths.results.read_bytes()
    lines = paths.journal.read_bytes().splitlines(keepends=True)
    paths.journal.write_bytes(b"".join(lines[: len(lines) // 2]))
    (paths.folder / "outcome.json").unlink()
    result = call(command)
    assert result.exit_code == 0, result.output
    assert paths.results.read_bytes() == expected


def test_a_real_training(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    source = tmp_path / "baselines.py"
    source.write_text(BASELINES)
    result = call(
        ["study", str(source), "--experiment_tag", "real", "--benchmark", "mlp_digits", "--backend", "local",
         "--n_workers", "2", "--max_wallclock_time", "20s", "--method", "ASHA"]
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "best val_error" in result.output


def test_the_full_size_is_trained_without_a_gpu_only_where_it_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"CUDA_VISIBLE_DEVICES": "", "TUNEWISE_BENCHMARK_SIZE": ""}.items():
        monkeypatch.setenv(name, value)
    source = tmp_path / "baselines.py"
    source.write_text(BASELINES)
    command = ["study", str(source), "--experiment_tag", "real", "--backend", "local", "--method", "ASHA"]
    refused = call(command)
    assert refused.exit_code == 2
    assert "would train at its full size" in refused.stderr
    assert "--size ci" in refused.stderr
    real = call([*command, "--start-delay", "5m"])
    assert "--start-delay is for simulated jobs: leave it out with --backend local." in real.stderr
    assert not StudyPaths.named("real").folder.exists()
    assert call([*command, "--forecast"]).exit_code == 0  # which trains nothing
    assert "would train" not in call([*command, "--size", "nothing"]).stderr


def test_a_tag_that_is_an_experiment_is_refused(tmp_path: Path) -> None:
    call(["simulate", made_up_reference(tmp_path), "--name", "tag", "--max-trials", "2"])
    result = call(arguments(tmp_path))
    assert result.exit_code == 2
    assert "is an experiment already" in result.output


def test_a_study_that_is_at_work_is_refused_and_left_as_it_is(finished: Path) -> None:
    paths = StudyPaths.named("tag")
    before = paths.plan.read_bytes()
    with paths.lock.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # as long as somebody is at work
        result = call(arguments(finished, BASELINES, "--start_seed", "5", "--rerun-failed"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: The study 'tag' is already running: wait for it, or stop it with Ctrl-C.\n"
    )
    assert paths.plan.read_bytes() == before


def test_studies_are_listed(finished: Path) -> None:
    result = call(["list"])
    assert "tag" in result.output
    assert "8 experiments" in result.output
    result = call(["list", "tag"])
    assert "tag/table-RS-2w-0" in result.output


def test_trainings_side_by_side_share_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(16)))
    settings = StudySettings("x", "local", None, 0, 3, 1.0, False, None, None)
    cell = Cell("a", "RS", "mlp_digits", 2, 0, 1.0)
    launcher = StudyRunner(
        Plan("tag", settings, (cell,)), 2, Lines(Plan("tag", settings, (cell,)), 1), "0123"
    )
    shares = [launcher._environment(place, 2) for place in (0, 1)]
    assert [share["CUDA_VISIBLE_DEVICES"] for share in shares] == ["0,1", "2,3"]
    assert {share["OMP_NUM_THREADS"] for share in shares} == {"4"}  # 16 for two experiments of two workers
    assert jobs_at_once(Plan("tag", settings, (cell,)), 4) == 2
    assert jobs_at_once(Plan("tag", settings, (cell,)), 0) == 8


def test_an_experiment_that_a_second_signal_ended_has_not_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def left(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tunewise.studies.cell.run", left)
    settings = StudySettings("x", "local", None, 0, 3, 1.0, False, None, None)
    plan = Plan("tag", settings, (Cell("a", "RS", "mlp_digits", 2, 0, 1.0),))
    assert run_patiently(plan, "a") == 130
