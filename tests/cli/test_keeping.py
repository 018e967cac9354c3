"""`rm`, `rename`, and folders that a person copied or renamed."""

import fcntl
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from tests.helpers.commands import Call
from tests.helpers.recordings import Recording, typical

from tunewise import housekeeping, load_experiment
from tunewise.backends.base import BackendError
from tunewise.backends.orphans import experiment_mark
from tunewise.backends.sagemaker.identity import Identity, keep_identity, refuse_copies
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths, StudyPaths, home
from tunewise.studies.plan import read_plan
from tunewise.worker.processes import MARK


def refused(result: Result) -> str:
    """The one sentence of an expected error."""
    assert (result.exit_code, result.stdout) == (3, ""), result.output
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


# ---- folders that a person copied or renamed ---------------------------------------------------------------


def test_an_experiment_has_the_name_of_its_folder(call: Call) -> None:
    folder = typical("first").write().paths.folder
    shutil.copytree(folder, home() / "copied")
    folder.rename(home() / "renamed")
    for name in ("copied", "renamed"):
        for command in ("show", "best", "cost", "plot", "check"):
            result = call(command, name)
            assert result.exit_code == 0, result.output
            assert name in result.stdout or command == "best"
            assert "first" not in result.output
        assert load_experiment(name).name == name
    assert [line.split()[0] for line in call("list").stdout.splitlines()] == ["name", "copied", "renamed"]
    assert call("show", "first").exit_code == 3


def test_messages_name_the_study_and_the_experiment(call: Call) -> None:
    folder = typical("first").write().paths.folder
    shutil.copytree(folder, home() / "tag" / "cell")
    assert load_experiment("tag/cell").name == "tag/cell"
    assert call("show", "tag/cell").stdout.startswith("Experiment tag/cell\n")
    with Journal(home() / "tag/cell/journal.jsonl", "tag/cell"):
        assert "`tunewise stop tag/cell`" in call("resume", "tag/cell").stderr


def test_a_copied_study_has_the_name_of_its_folder() -> None:
    make_study("tag")
    shutil.copytree(home() / "tag", home() / "other")
    assert read_plan("other").tag == "other"
    assert read_plan("other").paths.folder == home() / "other"


def test_copies_of_an_experiment_on_sagemaker_do_not_share_its_jobs(tmp_path: Path) -> None:
    first = ExperimentPaths.named("first")
    identity = Identity("first-a1b2c3")
    keep_identity(first, identity)
    refuse_copies(first, identity)
    copy = ExperimentPaths.named("copied")
    shutil.copytree(first.folder, copy.folder)
    refuse_copies(first, identity)  # it is called as it was at first
    with pytest.raises(BackendError, match="'copied' and 'first' are copies of one experiment"):
        refuse_copies(copy, identity)
    shutil.copytree(first.folder, home() / "tag" / "first")  # and this one, too
    with pytest.raises(BackendError, match="'first' and 'tag/first' are copies"):
        refuse_copies(first, identity)
    shutil.rmtree(home() / "tag")
    shutil.rmtree(first.folder)
    refuse_copies(copy, identity)  # it was renamed


# ---- rename ------------------------------------------------------------------------------------------------


def test_an_experiment_is_renamed(call: Call) -> None:
    typical().write()
    result = call("rename", "lm", "better")
    assert (result.exit_code, result.stdout) == (0, f"lm is now better, in {home() / 'better'}.\n")
    assert call("show", "better").exit_code == 0
    assert "There is no experiment 'lm'" in refused(call("rename", "lm", "other"))


def test_an_existing_name_is_refused(call: Call) -> None:
    typical("one").write()
    typical("two").write()
    assert f"There is {home() / 'two'} already: choose another name." in refused(call("rename", "one", "two"))
    make_study("tag")
    for name, new in (("one", "tag/one"), ("tag/cell", "three"), ("tag", "three")):
        assert "A study and its experiments keep their names" in refused(call("rename", name, new))
    assert call("rename", "one", "../two").exit_code == 2
    assert sorted(path.name for path in home().iterdir()) == ["one", "tag", "two"]


# ---- rm ----------------------------------------------------------------------------------------------------


def test_a_deleted_experiment_is_gone(call: Call) -> None:
    for name in ("one", "two", "three"):
        typical(name).write()
    result = call("rm", "one", "two", "--yes")
    assert (result.exit_code, result.stdout) == (0, "one is deleted.\ntwo is deleted.\n")
    assert [path.name for path in home().iterdir()] == ["three"]


def test_nothing_is_deleted_without_a_terminal_to_ask_on(call: Call) -> None:
    typical().write()
    result = call("rm", "lm")
    assert result.exit_code == 2
    assert "This would delete lm, and there is nobody to ask: add --yes." in result.stderr
    assert "There is no experiment 'ml'" in refused(call("rm", "lm", "ml", "--yes"))
    assert load_experiment("lm").name == "lm"


@pytest.mark.parametrize(("answer", "left"), [("n\n", True), ("\n", True), ("y\n", False)])
def test_rm_asks_on_a_terminal(answer: str, left: bool) -> None:
    folder = typical().write().paths.folder
    terminal, side = os.openpty()
    os.write(terminal, answer.encode())
    result = subprocess.run(
        [sys.executable, "-m", "tunewise", "rm", "lm"],
        stdin=side,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(terminal)
    os.close(side)
    assert result.returncode == 0, result.stderr
    assert "Delete lm? [y/N]" in result.stdout
    assert folder.exists() is left
    assert ("Nothing is deleted." in result.stdout) is left


@pytest.mark.parametrize("command", [("rm", "lm", "--yes"), ("rename", "lm", "ml")])
def test_a_running_experiment_is_refused(call: Call, command: tuple[str, ...]) -> None:
    recording = typical()
    record = recording.write()
    with Journal(record.paths.journal):
        assert "Another tuner is running 'lm'" in refused(call(*command))
    lock = recording.file(3, 0, "lock")
    with locked(lock):
        assert "Jobs that the killed tuner of 'lm' left behind may still run" in refused(call(*command))
    assert load_experiment("lm").name == "lm"
    assert call(*command).exit_code == 0


def test_an_experiment_whose_jobs_may_run_on_sagemaker_is_refused(call: Call) -> None:
    recording = Recording()
    recording.start()
    recording.write(kind="sagemaker")
    assert "may still run: end them by `tunewise stop lm`" in refused(call("rm", "lm", "--yes"))


def test_an_experiment_of_an_unknown_back_end_is_refused(call: Call) -> None:
    """Its package was uninstalled; without jobs that may run it is deleted as any other."""
    recording = Recording()
    recording.start()
    folder = recording.write(kind="elsewhere").paths.folder
    result = call("rm", "lm", "--yes")
    assert result.exit_code == 2
    assert "There is no back end 'elsewhere'" in result.stderr
    assert folder.exists()
    typical("over").write()
    assert call("rm", "over", "--yes").exit_code == 0


def test_a_symbolic_link_is_left_alone(call: Call) -> None:
    folder = typical().write().paths.folder
    folder.rename(home().parent / "elsewhere")
    folder.symlink_to(home().parent / "elsewhere")
    assert "is a link" in refused(call("rm", "lm", "--yes"))
    assert (folder / "experiment.json").exists()


def test_a_study_behind_a_link_is_left_alone(call: Call) -> None:
    elsewhere = home().parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "study.json").write_text("{}")
    home().mkdir(exist_ok=True)
    (home() / "study").symlink_to(elsewhere)
    assert "is a link" in refused(call("rm", "study", "--yes"))
    assert (elsewhere / "study.json").exists()


@pytest.mark.slow
def test_processes_of_a_killed_guard_are_ended(call: Call) -> None:
    mark = f"{experiment_mark(typical().write().paths.folder)}0.0"
    with subprocess.Popen(["sleep", "600"], env={MARK: mark}) as process:
        try:
            assert call("rm", "lm", "--yes").exit_code == 0
            process.wait(30)  # and not 600
        finally:
            process.kill()


def test_a_folder_stays_if_its_processes_cannot_be_ended(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = typical().write().paths.folder
    monkeypatch.setattr(housekeeping, "kill_marked", lambda wanted: False)  # it hangs in the kernel
    assert "can't be ended" in refused(call("rm", "lm", "--yes"))
    assert (folder / "experiment.json").exists()


def test_an_experiment_whose_journal_is_lost_can_be_deleted(call: Call) -> None:
    record = typical().write()
    record.paths.journal.unlink()
    assert call("rm", "lm", "--yes").exit_code == 0
    assert not record.paths.folder.exists()


def make_study(tag: str) -> StudyPaths:
    paths = StudyPaths.named(tag)
    paths.folder.mkdir(parents=True)
    settings = (
        '{"source":"x.py","backend":"simulated","size":null,"random_seed":0,"max_failures":3,"price":1.0,'
        '"pay_idle":false,"max_cost":null,"start_delay":null}'
    )
    paths.plan.write_text(f'{{"tag":"{tag}","settings":{settings},"cells":[]}}')
    shutil.copytree(typical(f"{tag}-cell").write().paths.folder, paths.folder / "cell")
    shutil.rmtree(home() / f"{tag}-cell")
    return paths


def test_a_study_is_deleted_with_its_experiments_unless_it_runs(call: Call) -> None:
    paths = make_study("tag")
    with locked(paths.lock):
        assert "The study 'tag' is running" in refused(call("rm", "tag", "--yes"))
        assert "The study of 'tag/cell' is running" in refused(call("rm", "tag/cell", "--yes"))
    with Journal(paths.folder / "cell/journal.jsonl"):
        assert "Another tuner is running 'tag/cell'" in refused(call("rm", "tag", "--yes"))
    paths.staged.mkdir()
    assert "was launched, so that its tuners may be at work elsewhere" in refused(call("rm", "tag", "--yes"))
    paths.staged.rmdir()
    asked = call("rm", "tag")
    assert "delete the study tag with 1 experiment, and there is nobody to ask: add --yes" in asked.stderr
    assert call("rm", "tag", "--yes").exit_code == 0
    assert not paths.folder.exists()


def test_a_study_may_have_more_experiments_than_files_may_be_open(call: Call) -> None:
    paths = make_study("tag")
    for number in range(40):
        shutil.copytree(paths.experiment("cell").folder, paths.experiment(f"cell-{number}").folder)
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/proc/self/fd")) + 30, before[1]))
    try:
        result = call("rm", "tag", "--yes")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert result.exit_code == 0, result.output
    assert not paths.folder.exists()
