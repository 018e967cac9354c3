"""What Python shows of an experiment that it runs: in a terminal, in a notebook, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import LocalBackend, StoppingCriterion, Tuner, methods, resume
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.cli import main
from tunewise.display.notebook import in_notebook
from tunewise.studies.cell import run_patiently
from tunewise.studies.outcome import DONE
from tunewise.studies.plan import read_plan

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from tunewise import SimulatedBackend, StoppingCriterion, Tuner, methods
from tests.helpers.tables import PROBLEM
backend = SimulatedBackend({reference!r})
tuner = Tuner(backend, methods.rs(PROBLEM), StoppingCriterion(max_num_trials_started=6), 2, "shown")
tuner.run({progress})
assert {seen} == ("rich" in sys.modules)
"""


def tuner(folder: Path, trials: int = 6) -> Tuner:
    backend = SimulatedBackend(made_up_reference(folder))
    return Tuner(backend, methods.rs(PROBLEM), StoppingCriterion(max_num_trials_started=trials), 2, "shown")


def script(folder: Path, seen: bool, progress: bool | None = None) -> list[str]:
    """The command of a script that runs an experiment, and of which something is seen or nothing."""
    text = SCRIPT.format(reference=made_up_reference(folder), progress=progress, seen=seen)
    return [sys.executable, "-c", text]


@pytest.mark.parametrize("progress", [None, False])
def test_a_terminal_shows_a_picture_and_the_ending_by_default(progress: bool | None, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "TERM": "xterm",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "100",
        "LINES": "40",
    }
    command = script(tmp_path, progress is None, progress)
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, env=environment, cwd=ROOT, check=False
    )
    os.write(theirs, b"END")
    seen = b""
    while not seen.endswith(b"END"):
        seen += os.read(ours, 65536)
    os.close(ours)
    os.close(theirs)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())
    assert (done.returncode, done.stdout) == (0, b""), text
    if progress is False:
        assert text == "END"
        return
    assert text.split()[:3] == ["Experiment", "shown,", "in"]  # the folder may need a line of its own
    assert "shown  rs, 0s  Ctrl-C suspends" in text
    end = text[text.index("Finished") :].splitlines()
    assert end[0] == "Finished: the limit of 6 trials started is reached."
    assert re.fullmatch(r"Best loss \S+: trial \d at epoch \d", end[1])


@pytest.mark.parametrize("progress", [None, True])
def test_without_a_terminal_there_are_lines_on_request(progress: bool | None, tmp_path: Path) -> None:
    command = script(tmp_path, progress is True, progress)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    if progress is None:
        assert done.stderr == ""
        return
    lines = done.stderr.splitlines()
    assert lines[0].startswith("Experiment shown, in ")
    assert any(re.match(r"\[0:\d\d:\d\d\] best loss ", line) for line in lines)
    assert lines[-2] == "Finished: the limit of 6 trials started is reached."


class ZMQInteractiveShell:
    """What IPython calls the one of a notebook."""


class Notebook:
    """Stands for IPython where it is the kernel of a notebook. pictures: what the cell showed, in order."""

    def __init__(self, shell: type) -> None:
        self.pictures: list[str] = []
        self.get_ipython = shell
        self.display = SimpleNamespace(display=self.show)

    def show(self, data: dict[str, str], raw: bool, display_id: bool) -> Notebook:
        assert raw
        assert display_id
        self.pictures.append(data["text/plain"])
        return self

    def update(self, data: dict[str, str], raw: bool) -> None:
        assert raw
        assert bool(data["text/html"]) == bool(data["text/plain"])
        self.pictures.append(data["text/plain"])


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """This process is the kernel of a notebook."""
    made = Notebook(ZMQInteractiveShell)
    monkeypatch.setitem(sys.modules, "IPython", made)
    monkeypatch.setitem(sys.modules, "IPython.display", made.display)
    return made


def test_a_notebook_shows_one_picture_in_place_of_the_last(
    notebook: Notebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tuner(tmp_path).run()
    first, *between, last = notebook.pictures
    assert (first, last) == ("", "")
    assert between[0].startswith("shown  rs, 0s  Ctrl-C suspends")
    out, err = capsys.readouterr()
    assert err == ""  # which a notebook paints red
    assert out.splitlines()[-2] == "Finished: the limit of 6 trials started is reached."
    resume("shown", max_num_trials_started=8)
    assert len(notebook.pictures) > len(between) + 2
    resume("shown", max_num_trials_started=9, progress=False)
    assert "9 trials" not in capsys.readouterr().out


def test_a_notebook_says_why_no_trial_has_reported(
    notebook: Notebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("1 / 0\n")
    limits = StoppingCriterion(max_num_trials_started=9)
    Tuner(LocalBackend(str(broken)), methods.rs(PROBLEM), limits, workers=1, name="broken").run()
    out = capsys.readouterr().out
    assert "Failed: the first 3 trials failed by an error of the script." in out
    assert "ZeroDivisionError: division by zero" in out
    assert "`tunewise logs broken 2 --stderr`" in out


def test_the_terminal_of_ipython_is_not_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not in_notebook()
    monkeypatch.setitem(sys.modules, "IPython", Notebook(type("TerminalInteractiveShell", (), {})))
    assert not in_notebook()
    colab = type("Shell", (ZMQInteractiveShell,), {})
    monkeypatch.setitem(sys.modules, "IPython", Notebook(colab))
    assert in_notebook()


def test_experiments_of_commands_and_studies_show_nothing_themselves(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    def call(*arguments: str) -> str:
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    source, reference = tmp_path / "study.py", made_up_reference(tmp_path)
    source.write_text(
        "from tunewise import methods as recipes\nmethods = {'RS': lambda a: recipes.rs(a.problem)}\n"
    )
    cells = ("--n_workers", "2", "--num_seeds", "1")
    call("study", str(source), "--experiment_tag", "tag", "--benchmark", reference, *cells)
    plan = read_plan("tag")
    (cell,) = plan.cells
    shutil.rmtree(plan.paths.experiment(cell.name).folder)
    notebook: Notebook = request.getfixturevalue("notebook")  # matplotlib, above, wants a real IPython
    assert run_patiently(plan, cell.name) == DONE
    out = call("simulate", reference, "--method", "rs", "--max-trials", "3", "--name", "command")
    assert out.count("Finished: ") == 1
    call("resume", "command", "--max-trials", "4")
    assert notebook.pictures == []
