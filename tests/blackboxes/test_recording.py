"""From experiments to a recorded benchmark, and back."""

import re
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from tests.helpers.tables import PROBLEM, made_up_reference, made_up_table

from tunewise import LocalBackend, Problem, StoppingCriterion, Tuner, methods, space
from tunewise.blackboxes.recording import RecordingError, record
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.blackboxes.table import load_table
from tunewise.cli import main
from tunewise.results import ExperimentResult
from tunewise.schedulers.base import Method
from tunewise.tuner import resume


def simulate(
    folder: Path,
    method: Method,
    name: str = "test",
    trials: int = 12,
    checkpoint_every: int = 1,
    **settings: float,
) -> ExperimentResult:
    reference = f"{made_up_reference(folder)}?off_grid=interpolation"
    backend = SimulatedBackend.from_json(
        {"blackbox": reference, "checkpoint_every": checkpoint_every, **settings}
    )
    return Tuner(backend, method, StoppingCriterion(max_num_trials_started=trials), 3, name).run()


def test_a_recording_replays_what_was_trained(tmp_path: Path) -> None:
    done = simulate(tmp_path, methods.rs(PROBLEM, seed=1), start_delay=4.0)
    recording = record([done])
    table = recording.table
    truth = open_blackbox(f"{made_up_reference(tmp_path)}?off_grid=interpolation")
    assert len(table.configs) == 12
    assert not recording.left_out
    assert table.problem == PROBLEM
    for row, config in enumerate(table.configs):
        curve = truth.curve(config, 0)
        assert table.columns["loss"][row, 0].tolist() == curve.columns["loss"]
        assert table.columns["accuracy"][row, 0].tolist() == curve.columns["accuracy"]
        # epochs of one configuration take equally long here, so that the first one's share is known
        assert np.allclose(table.seconds[row, 0], curve.seconds, rtol=1e-6)
    assert table.start_delay == pytest.approx(4.0, abs=1e-3)
    assert "from test" in table.about


def test_resumed_trials_are_joined_without_their_start_up(tmp_path: Path) -> None:
    method = methods.asha(PROBLEM, seed=1, type="promotion")
    done = simulate(tmp_path, method, trials=30, start_delay=4.0, restore_delay=3.0)
    recording = record([done])
    truth = open_blackbox(f"{made_up_reference(tmp_path)}?off_grid=interpolation")
    assert len(recording.table.configs) > 1
    assert recording.left_out["paused by the method"] + len(recording.table.configs) == 30
    for row, config in enumerate(recording.table.configs):
        curve = truth.curve(config, 0)
        assert recording.table.columns["loss"][row, 0].tolist() == curve.columns["loss"]
        assert np.allclose(recording.table.seconds[row, 0], curve.seconds, rtol=1e-6)


def test_preempted_trials_lose_nothing(tmp_path: Path) -> None:
    done = simulate(
        tmp_path, methods.rs(PROBLEM, seed=1), preemption_rate=400.0, checkpoint_every=3, start_delay=1.0
    )
    assert any(len(trial.jobs) > 1 for trial in done.state.trials)
    table = record([done]).table
    truth = open_blackbox(f"{made_up_reference(tmp_path)}?off_grid=interpolation")
    for row, config in enumerate(table.configs):
        assert table.columns["loss"][row, 0].tolist() == truth.curve(config, 0).columns["loss"]


def test_equal_configurations_become_repetitions(tmp_path: Path) -> None:
    points = [dict(config) for config in made_up_table().configs[:2]]
    done = [
        simulate(tmp_path, methods.rs(PROBLEM, seed=seed, points_to_evaluate=points), f"seed-{seed}", 3)
        for seed in (1, 2)
    ]
    table = record(done).table
    assert table.seconds.shape == (4, 2, 9)
    made = np.isfinite(table.seconds[:, :, 0]).sum(axis=1).tolist()
    assert sorted(made) == [1, 1, 2, 2]


def test_stopped_trials_are_left_out_and_told(tmp_path: Path) -> None:
    done = simulate(tmp_path, methods.asha(PROBLEM, seed=1, type="stopping"), trials=30)
    recording = record([done])
    assert recording.left_out["stopped by the method"] + len(recording.table.configs) == 30


@pytest.mark.parametrize("type", ["stopping", "promotion"])
def test_a_recording_says_how_few_and_how_selected_its_trials_are(type: str, tmp_path: Path) -> None:
    simulate(tmp_path, methods.build("asha", PROBLEM, 1, {"type": type}), trials=30)
    path = tmp_path / "out.npz"
    result = CliRunner().invoke(main, ["record", "test", "--output", str(path)])
    assert result.exit_code == 0, result.output
    n, d = len(load_table(path).configs), len(PROBLEM.space.names)
    few, selected = [line for line in result.stderr.splitlines() if line]
    assert few.startswith(
        f"Warning: The table has only {n} configurations of {d} hyperparameters, which answer"
    )
    assert few.endswith(f"train {10 * d} or more, 10 for each hyperparameter.")
    assert selected.startswith(f"Warning: The trials are selected: the method gave up {30 - n} of 30, and")


def test_many_trials_of_random_search_are_no_reason_to_warn(tmp_path: Path) -> None:
    few = record([simulate(tmp_path, methods.rs(PROBLEM, seed=1))])
    assert len(few.warnings) == 1
    many = simulate(tmp_path, methods.rs(PROBLEM, seed=2), "many", trials=10 * len(PROBLEM.space.names))
    assert not record([many]).warnings


def test_a_suspended_experiment_gives_what_is_complete(tmp_path: Path) -> None:
    backend = SimulatedBackend(made_up_reference(tmp_path))
    done = Tuner(backend, methods.rs(PROBLEM), StoppingCriterion(max_wallclock_time=40.0), 3, "test").run()
    recording = record([done])
    assert recording.left_out == {"not trained to the end": 3}
    more = record([resume("test", max_wallclock_time=80.0)])
    assert len(more.table.configs) > len(recording.table.configs)


def test_other_problems_are_not_mixed(tmp_path: Path) -> None:
    first = simulate(tmp_path, methods.rs(PROBLEM), "one", 2)
    other = Problem({"lr": space.uniform(0, 1)}, "loss", resource_attr="epoch", max_resource=9)
    second = ExperimentResult(first.paths, first.definition, other, first.state)
    with pytest.raises(RecordingError, match="tunes another problem"):
        record([first, second])


SCRIPT = """
import argparse, time
from tunewise import Reporter
parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float)
parser.add_argument("--epochs", type=int)
options = parser.parse_args()
report = Reporter()
for epoch in range(1, options.epochs + 1):
    loss = float("nan") if options.x > 0.7 and epoch == 2 else options.x / epoch
    report(epoch=epoch, loss=loss, epoch_seconds=10.0 * epoch, note="text")
    if loss != loss:
        break
"""


def real(tmp_path: Path) -> ExperimentResult:
    script = tmp_path / "train.py"
    script.write_text(SCRIPT)
    problem = Problem({"x": space.uniform(0, 1)}, "loss", "min", "epoch", 3, "epochs")
    points = [{"x": 0.5}, {"x": 0.9}]
    method = methods.rs(problem, points_to_evaluate=points)
    return Tuner(
        LocalBackend(str(script)), method, StoppingCriterion(max_num_trials_started=2), 2, "real"
    ).run()


def test_seconds_from_a_key_and_a_training_that_diverged(tmp_path: Path) -> None:
    table = record([real(tmp_path)], seconds="epoch_seconds").table
    rows = {config["x"]: row for row, config in enumerate(table.configs)}
    assert list(table.columns) == ["loss"]  # texts are no columns
    assert table.seconds[rows[0.5], 0].tolist() == [10.0, 30.0, 60.0]
    diverged = table.columns["loss"][rows[0.9], 0]
    assert diverged[0] == 0.9
    assert np.isnan(diverged[1:]).all()
    assert np.isfinite(table.seconds[rows[0.9], 0]).tolist() == [True, True, False]
    with pytest.raises(RecordingError, match=re.escape("loss_seconds=None: name a key")):
        record([real_again()], seconds="loss_seconds")


@pytest.mark.parametrize(
    ("epochs", "bad", "expected"),
    [
        (6, 99, [[0.5, 0.25, 1 / 6, 0.125]]),  # it knows no limit
        (2, 99, [[0.5, 0.25, np.nan, np.nan]]),
        (4, 2, [[0.5, np.nan, np.nan, np.nan]]),  # it goes on although it has diverged
    ],
)
def test_scripts_that_end_elsewhere(
    epochs: int, bad: int, expected: list[list[float]], tmp_path: Path
) -> None:
    script = tmp_path / "train.py"
    script.write_text(
        "from tunewise import Reporter\n"
        f"for epoch in range(1, {epochs + 1}):\n"
        f"    Reporter()(epoch=float(epoch), loss=float('nan') if epoch == {bad} else 0.5 / epoch)\n"
    )
    problem = Problem({"x": space.uniform(0, 1)}, "loss", "min", "epoch", 4)
    criterion = StoppingCriterion(max_num_trials_started=1)
    recording = record([Tuner(LocalBackend(str(script)), methods.rs(problem), criterion, 1, "test").run()])
    assert np.allclose(recording.table.columns["loss"][:, 0], expected, equal_nan=True)
    assert not recording.left_out


def test_a_script_that_skips_levels_is_told_to_report_them(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(
        "from tunewise import Reporter\n"
        "for epoch in (1, 3, 9):\n"
        "    Reporter()(epoch=epoch, loss=0.5 / epoch)\n"
    )
    problem = Problem({"x": space.uniform(0, 1)}, "loss", "min", "epoch", 9)
    criterion = StoppingCriterion(max_num_trials_started=1)
    done = Tuner(LocalBackend(str(script)), methods.rs(problem), criterion, 1, "test").run()
    with pytest.raises(
        RecordingError, match=r"\(1 skipped levels\): let the script report each level from 1"
    ):
        record([done])


def test_what_is_trained_again_is_no_start_up(tmp_path: Path) -> None:
    method = methods.asha(PROBLEM, seed=1, type="promotion", grace_period=1)
    done = simulate(tmp_path, method, trials=30, start_delay=4.0, checkpoint_every=0)
    assert record([done]).table.start_delay == pytest.approx(4.0, abs=1e-3)


def test_repetitions_that_were_not_made_are_no_matter(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    points = [dict(config) for config in made_up_table().configs[:2]]
    for seed in (1, 2):
        simulate(tmp_path, methods.rs(PROBLEM, seed=seed, points_to_evaluate=points), f"seed-{seed}", 3)
    path = tmp_path / "my table.npz"
    result = CliRunner().invoke(main, ["record", "seed-1", "seed-2", "seed-2", "--output", str(path)])
    assert result.exit_code == 0, result.output
    assert load_table(path).seconds.shape == (4, 2, 9)
    assert f"tunewise simulate 'recorded:{path}'" in result.output
    assert not [warning for warning in recwarn if issubclass(warning.category, RuntimeWarning)]
    result = CliRunner().invoke(main, ["record", "seed-1", "-o", str(path), "--leave-out", "loss"])
    assert result.exit_code == 2
    assert "lacks the metric 'loss'" in result.output


def real_again() -> ExperimentResult:
    from tunewise.results import load_experiment

    return load_experiment("real")


def test_the_command_says_what_came_out(tmp_path: Path) -> None:
    simulate(tmp_path, methods.rs(PROBLEM, seed=1), start_delay=4.0)
    path = tmp_path / "out.npz"
    result = CliRunner().invoke(main, ["record", "test", "--output", str(path), "--leave-out", "accuracy"])
    assert result.exit_code == 0, result.output
    assert "12 configurations" in result.output
    assert f"tunewise simulate recorded:{path}" in result.output
    assert list(load_table(path).columns) == ["loss"]
    again = ["simulate", f"recorded:{path}", "--method", "rs", "--max-trials", "3", "--name", "replayed"]
    result = CliRunner().invoke(main, again)
    assert result.exit_code == 0, result.output
    assert "Configurations that were not recorded (12 were) are answered by interpolation" in result.output
    result = CliRunner().invoke(main, ["record", "nothing", "--output", str(path)])
    assert result.exit_code == 3
