"""The benchmarks: smooth where they say so, positive times, noise of the size they say."""

import numpy as np
import pytest
from benchmarks.kept import MissingTables, length_scales
from benchmarks.problems import OFFSET, PER_EPOCH
from benchmarks.simulation import run

from benchmarks import boosting, catalogue, synthetic, tables, taskset
from tunewise.blackboxes import off_grid
from tunewise.blackboxes.lcbench import DOMAINS
from tunewise.trial import Status, Trial


@pytest.mark.parametrize("name", synthetic.names())
def test_synthetic_curves_are_sound_and_stay_as_they_are(name):
    benchmark = catalogue.benchmark(f"synthetic/{name}")
    rng = np.random.default_rng(5)
    for _ in range(50):
        config = benchmark.problem.space.sample(rng)
        curve = benchmark.curve(config)
        assert curve.values.shape == curve.seconds.shape == (benchmark.epochs,)
        assert np.isfinite(curve.values).all()
        assert (curve.values > 0).all()
        assert (curve.seconds > 0).all()
        assert np.array_equal(curve.values, benchmark.curve(config).values)
    assert benchmark.noise_scale > 0


def test_noise_has_a_part_for_the_training_and_one_for_each_epoch():
    benchmark = catalogue.benchmark("synthetic/crossing")  # as rough at every epoch
    rng = np.random.default_rng(0)
    configs = [benchmark.problem.space.sample(rng) for _ in range(400)]
    noise = np.array([benchmark.noise(config, 0) for config in configs]) / benchmark.noise_scale
    assert noise.mean(axis=1).std() == pytest.approx(np.hypot(OFFSET, 0.1 * PER_EPOCH), rel=0.15)
    assert noise.std(axis=1).mean() == pytest.approx(PER_EPOCH, rel=0.1)
    assert np.array_equal(benchmark.noise(configs[0], 0), benchmark.noise(configs[0], 0))
    assert not np.array_equal(benchmark.noise(configs[0], 0), benchmark.noise(configs[0], 1))


@pytest.fixture
def made_up_table(tmp_path, monkeypatch):
    rng = np.random.default_rng(0)
    n = 120
    low = np.array([bounds[0] for bounds in tables.BOUNDS.values()])
    high = np.array([bounds[1] for bounds in tables.BOUNDS.values()])
    configs = low + rng.random((n, 7)) * (high - low)
    configs[:, [0, 4, 5]] = configs[:, [0, 4, 5]].round()
    levels = np.arange(1, 53)
    end = 0.1 + 0.3 * tables.unit(configs)[:, [1]] + 0.1 * tables.unit(configs)[:, [6]]
    errors = end + 0.4 / levels
    times = np.cumsum(np.ones((n, len(levels))) * (1.0 + configs[:, [5]] / 500), axis=1)
    names = np.array(list(DOMAINS))
    np.savez(tmp_path / "7.npz", configs=configs, val_error=errors, elapsed_time=times, names=names)
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    monkeypatch.setattr(tables, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(off_grid, "FIT_ROWS", 60)
    tables.table.cache_clear()
    yield configs, errors, times
    tables.table.cache_clear()


def test_a_table_gives_its_rows_back_and_what_lies_between(made_up_table):
    configs, errors, times = made_up_table
    benchmark = catalogue.benchmark("lcbench/7")
    rows = [dict(zip(DOMAINS, row.tolist(), strict=True)) for row in configs]
    for row in (0, 50, 119):
        curve = benchmark.curve(rows[row])
        assert np.allclose(curve.values, errors[row, 1:], atol=1e-3)
        assert np.allclose(np.cumsum(curve.seconds), times[row, 1:] - times[row, 0], rtol=1e-2)
    between = benchmark.curve({**rows[0], "max_dropout": rows[0]["max_dropout"] * 0.98})
    assert np.allclose(between.values, errors[0, 1:], atol=0.02)
    assert (between.seconds > 0).all()


def test_the_weights_are_kept(made_up_table):
    first = catalogue.benchmark("7")
    tables.table.cache_clear()
    config = first.problem.space.sample(np.random.default_rng(1))
    again = catalogue.benchmark("7")
    assert again is not first
    assert np.array_equal(again.curve(config).values, first.curve(config).values)
    assert len(list(tables.FOLDER.joinpath("cache").iterdir())) == 1


@pytest.fixture
def trainings(tmp_path, monkeypatch):
    """Half of the trainings learn, by their learning rates; the others diverge halfway."""
    rng = np.random.default_rng(0)
    domains = taskset.DOMAINS.values()
    configs = np.array([[domain.from_unit(rng.random()) for domain in domains] for _ in range(60)])
    learns = configs[:, 0] < 1e-3
    losses = np.where(learns[:, None], 0.7 - 0.01 * np.arange(20), np.nan)
    losses[:, :10] = 0.7
    stored = configs.copy()
    stored[:, [1, 2]] = 1.0 - stored[:, [1, 2]]  # TaskSet has betas
    np.savez(tmp_path / "rnn.npz", configs=stored, valid_loss=losses)
    monkeypatch.setattr(taskset, "FOLDER", tmp_path)
    monkeypatch.setattr(taskset, "CACHE", tmp_path / "cache")
    taskset.task.cache_clear()
    yield configs, losses
    taskset.task.cache_clear()


def test_trainings_that_were_not_made_are_answered_by_the_nearest_one(trainings):
    configs, losses = trainings
    benchmark = catalogue.benchmark("taskset/rnn")
    assert benchmark.training == 20.0
    assert np.isinf(benchmark.final).mean() == np.isnan(losses[:, -1]).mean()
    # the length-scales know that only the learning rate decides
    assert "100% of those that learned and 100% of those that diverged" in benchmark.quality
    for row in range(60):
        trained = dict(zip(taskset.DOMAINS, configs[row].tolist(), strict=True))
        assert np.array_equal(benchmark.curve(trained).values, losses[row], equal_nan=True)
    rng = np.random.default_rng(1)
    drawn = [benchmark.problem.space.sample(rng) for _ in range(200)]
    learned = [np.isfinite(benchmark.curve(config).values[-1]) for config in drawn]
    expected = [float(config["learning_rate"]) < 1e-3 for config in drawn]  # type: ignore[arg-type]
    assert np.mean(np.equal(learned, expected)) > 0.9


def test_the_recorded_length_scales_are_those_that_a_fit_finds(tmp_path, monkeypatch):
    try:
        names = catalogue.expand(["lcbench", "taskset"])
    except MissingTables as error:
        pytest.skip(str(error))
    assert sorted(names) == sorted(length_scales())
    name = taskset.tasks()[0]
    monkeypatch.setattr(taskset, "CACHE", tmp_path)
    monkeypatch.setattr(taskset, "length_scales", dict)
    taskset.task.__wrapped__(name)
    with np.load(next(tmp_path.iterdir())) as fitted:
        assert fitted["scales"] == pytest.approx(length_scales()[f"taskset/{name}"]["ranks"], rel=1e-2)


def test_a_training_that_diverges_fails_its_trial(trainings):
    trials: list[Trial] = []
    result = run("rs", {}, "taskset/rnn", workers=1, budget=10.0, watch=lambda all, now: trials.extend(all))
    failed = [trial for trial in trials if trial.status is Status.FAILED]
    assert failed
    assert all(trial.level == 10 for trial in failed)  # it reported NaN once, and cost that step
    assert result.epochs == sum(len(trial.levels) for trial in trials) + len(failed)
    assert np.isfinite(result.values).all()


def test_boosting_has_conditions_and_costs_that_differ_a_hundredfold():
    pytest.importorskip("onnxruntime")
    try:
        names = boosting.instances()
    except MissingTables as error:
        pytest.skip(str(error))
    benchmark = catalogue.benchmark(f"rbv2_xgboost/{names[0]}")
    assert np.percentile(benchmark.total, 99) > 100 * np.percentile(benchmark.total, 5)
    config = benchmark.problem.space.sample(np.random.default_rng(0))
    curve = benchmark.curve(config)
    assert curve.values.shape == curve.seconds.shape == (20,)
    assert (curve.seconds > 0).all()
    with pytest.raises(KeyError, match="choose from"):
        catalogue.benchmark("rbv2_xgboost/15")  # not for development


def test_missing_tables_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(MissingTables, match="no tables in"):
        tables.ids()
    with pytest.raises(MissingTables, match="There is no table"):
        tables.table("1")


def test_names_of_families_stand_for_all_of_them():
    assert catalogue.expand(["synthetic"]) == [f"synthetic/{name}" for name in synthetic.names()]
    assert catalogue.expand(["126029", "lcbench/126029"]) == ["lcbench/126029"]
    for name in ("synthetic/none", "none/1"):
        with pytest.raises(KeyError, match="choose from"):
            catalogue.benchmark(name)
