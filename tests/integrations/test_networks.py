"""A paused and resumed training of a network gives what an unpaused one gives, bit by bit.

Skipped where Lightning, Keras or transformers isn't installed, as in the tests that decide what lands.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partialmethod
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.frameworks import EXAMPLES, Example, check_kill, check_pauses

from tunewise.integrations.random_state import random_state, restore_random_state
from tunewise.worker.report import Reporter

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("framework", ["lightning", "keras", "transformers"])
def test_the_example_pauses_and_goes_on(
    framework: str, run_example: Callable[[str], Example], tmp_path: Path
) -> None:
    if find_spec(framework) is None:
        pytest.skip(f"{framework} isn't installed: docs/frameworks.md has its version")
    example = run_example(f"{framework}_digits")
    result = check_pauses(example, framework, tmp_path)
    levels = {trial.id: list(trial.levels) for trial in result.state.trials}
    assert all(each == list(range(1, len(each) + 1)) for each in levels.values())
    resumed = [trial for trial in result.state.trials if len(trial.jobs) > 1]
    reported = [row["epoch"] for row in result.rows() if row["trial_id"] == resumed[0].id]
    assert reported == levels[resumed[0].id]  # no epoch was trained twice


@pytest.mark.parametrize(
    ("framework", "written_by"),
    [
        ("lightning", ("os", "replace", 3)),  # the new checkpoint is complete, but not in its place
        ("keras", ("os", "replace", 3)),
        ("transformers", ("torch", "save", 8)),  # some files of the third checkpoint are missing
    ],
)
def test_a_kill_in_the_middle_of_a_save_costs_one_epoch(
    framework: str, written_by: tuple[str, str, int], tmp_path: Path
) -> None:
    if find_spec(framework) is None:
        pytest.skip(f"{framework} isn't installed: docs/frameworks.md has its version")
    check_kill(f"{framework}_digits", {"lr": 0.01, "dropout": 0.2}, written_by, tmp_path)


def test_lightning_reports_no_epoch_without_validation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if find_spec("lightning") is None:
        pytest.skip("lightning isn't installed: docs/frameworks.md has its version")
    monkeypatch.syspath_prepend(EXAMPLES)
    from lightning.pytorch import Trainer

    every = partialmethod(Trainer.__init__, check_val_every_n_epoch=4)
    monkeypatch.setattr(Trainer, "__init__", every)
    import_module("lightning_digits").train({"lr": 0.01, "dropout": 0.1}, Reporter())
    reports = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("epoch=")]
    assert [report[0] for report in reports] == ["epoch=4", "epoch=8"]
    assert len({report[1] for report in reports}) == 2


def test_transformers_reports_several_data_sets_together(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if find_spec("transformers") is None:
        pytest.skip("transformers isn't installed: docs/frameworks.md has its version")
    monkeypatch.syspath_prepend(EXAMPLES)
    monkeypatch.chdir(tmp_path)
    from transformers import Trainer

    def with_two(trainer: Trainer, *arguments: object, eval_dataset: list[object], **others: object) -> None:
        halves = {"first": eval_dataset[:32], "second": eval_dataset[32:]}
        init(trainer, *arguments, eval_dataset=halves, **others)

    init = Trainer.__init__
    monkeypatch.setattr(Trainer, "__init__", with_two)
    import_module("transformers_digits").train({"lr": 0.01, "dropout": 0.1}, Reporter())
    reports = [line for line in capsys.readouterr().out.splitlines() if line.startswith("step=")]
    assert len(reports) == 9
    assert all("eval_first_loss=" in report and "eval_second_loss=" in report for report in reports)


def test_random_states_travel_as_plain_values() -> None:
    torch = pytest.importorskip("torch")

    def draw() -> list[float]:
        return [random.gauss(0, 1), float(np.random.standard_normal()), float(torch.rand(1))]

    draw()  # half of a pair that Gaussian generators make
    state = random_state()
    first = draw() + draw()
    restore_random_state(state)
    assert draw() + draw() == first
