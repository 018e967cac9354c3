"""Curves of a history as arrays, the model given them, and what it says of trials."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise import Problem, space
from tunewise.models import curves, observations
from tunewise.models.codec import Codec
from tunewise.models.curves import (
    FIRST_FIT,
    LEAST_INFORMATION,
    MOST_NEWS,
    CurveForecasts,
    CurveModel,
    CurveTable,
    conditioned_at,
)
from tunewise.models.levels import check_levels, level_grid, log_levels
from tunewise.surrogates.curve_gp import CurvePosterior, CurvePredictor
from tunewise.testing.history import History
from tunewise.trial import Failure, FailureKind, Status


def problem(max_resource=27, mode="min"):
    domains = {"x": space.uniform(0.0, 1.0), "kind": space.choice(["a", "b"])}
    return Problem(domains, metric="loss", mode=mode, resource_attr="epoch", max_resource=max_resource)


def history(tuned, trials=12, sign=1):
    """Trials of all lengths, the last of them running."""
    written = History(tuned)
    for number in range(trials):
        trial = written.start(until=tuned.max_resource)
        length = (tuned.max_resource, 1, 4, 9)[number % 4]
        x = trial.config["x"]
        assert isinstance(x, float)
        target = (x - 0.3) ** 2
        written.curve(trial, [sign * (target + 1.0 / level) for level in range(1, length + 1)])
        if number < trials - 1:
            written.end(trial, Status.COMPLETED if length == tuned.max_resource else Status.PAUSED)
    return written


def fitted(model, written):
    fit = model.as_of(written.trials, written.trials.num_reports)
    assert fit is not None
    return fit


# ---- levels ----------------------------------------------------------------------------------------------


@given(st.integers(1, 100_000))
def test_a_grid_of_levels_begins_at_1_and_ends_with_the_last(max_resource):
    grid = level_grid(max_resource)
    assert (grid[0], grid[-1]) == (1, max_resource)
    assert (np.diff(grid) > 0).all()
    assert len(grid) <= 64
    u = log_levels(grid)
    assert u[-1] == 1.0
    assert max_resource == 1 or u[0] == 0.0


@given(st.integers(1, 10_000), st.floats(1.05, 4.0))
def test_levels_of_comparison_are_about_a_factor_apart(max_resource, ratio):
    grid = level_grid(max_resource)
    levels = check_levels(grid, ratio)
    assert (levels[0], levels[-1]) == (1, max_resource)
    assert (np.diff(levels) > 0).all()
    assert set(levels.tolist()) <= set(grid.tolist())
    if max_resource <= 64:
        assert (levels[1:] <= np.maximum(levels[:-1] + 1, ratio * levels[:-1] + 0.5)).all()


# ---- curves ----------------------------------------------------------------------------------------------


def test_curves_are_rows_of_the_trials():
    tuned = problem(mode="max")
    written = history(tuned, sign=-1)
    codec = Codec(tuned.space)
    table = CurveTable(tuned, codec, level_grid(27))
    table.update(written.trials)
    np.testing.assert_array_equal(table.points, codec.encode([trial.config for trial in written.trials]))
    for trial, losses, latest in zip(written.trials, table.losses, table.latest, strict=True):
        np.testing.assert_array_equal(losses[: trial.level], -np.array(trial.values))
        assert np.isnan(losses[trial.level :]).all()
        assert latest == -trial.values[-1]


def test_a_level_between_two_of_the_grid_counts_for_the_one_below():
    tuned = problem(max_resource=1000)
    written = History(tuned)
    trial = written.start(until=1000)
    table = CurveTable(tuned, Codec(tuned.space), level_grid(1000))
    written.report(trial, 999, 5.0)
    table.update(written.trials)
    assert np.flatnonzero(np.isfinite(table.losses[0])).tolist() == [len(level_grid(1000)) - 2]


def test_what_was_read_up_to_a_report_is_what_there_was_then():
    tuned = problem()
    written = history(tuned)
    table = CurveTable(tuned, Codec(tuned.space), level_grid(27))
    for reports in (40, 80, 60):  # a smaller number begins again
        table.update(written.trials, reports)
        assert np.isfinite(table.losses).sum() == reports
    fresh = CurveTable(tuned, Codec(tuned.space), level_grid(27))
    fresh.update(written.trials, 60)
    np.testing.assert_array_equal(table.losses, fresh.losses)


def test_milestones_are_snapshots_of_their_moment():
    tuned = problem()
    written = history(tuned)
    table = CurveTable(tuned, Codec(tuned.space), level_grid(27))
    table.update(written.trials)
    assert np.isfinite(table.snapshots[0].losses).sum() == FIRST_FIT
    sizes = [int(np.isfinite(snapshot.losses).sum()) for snapshot in table.snapshots]
    assert sizes == sorted(sizes)


# ---- the model -------------------------------------------------------------------------------------------


def test_a_long_lived_model_is_a_fresh_one():
    tuned = problem()
    written = history(tuned, trials=3)
    model = CurveModel(tuned, Codec(tuned.space))
    for _ in range(6):
        trial = written.start(until=27)
        written.curve(trial, [1.0 / level for level in range(1, 8)])
        again = CurveModel(tuned, Codec(tuned.space))
        fresh, known = fitted(again, written), fitted(model, written)
        np.testing.assert_array_equal(
            known.posterior.parameters.vector(), fresh.posterior.parameters.vector()
        )
        np.testing.assert_array_equal(known.units, fresh.units)
        points = Codec(tuned.space).sample(np.random.default_rng(0), 5)
        expected = again.predictor(fresh, written.trials).predict(points)
        found = model.predictor(known, written.trials).predict(points)
        for same, wanted in zip(found, expected, strict=True):
            np.testing.assert_array_equal(same, wanted)


@pytest.mark.parametrize(("reports", "news"), [(99, 7), (10_000, 1000), (10**6, MOST_NEWS)])
def test_the_model_is_never_far_behind(reports, news):
    assert reports - news < conditioned_at(reports) <= reports


def test_between_milestones_the_model_knows_every_report():
    """Extended by what came later it says the same as conditioned anew, up to what is left out as negligible
    and the unit of losses."""
    tuned = problem()
    written = history(tuned, trials=8)
    running = written.start(until=27)
    written.curve(running, [0.9, 0.8, 0.7])
    before = written.trials.num_reports
    base = CurveModel(tuned, Codec(tuned.space))
    base._base = (written.trials, conditioned_at(before + 6), fitted(base, written))
    written.curve(running, [0.65, 0.62, 0.6])
    written.curve(written.start(until=27), [0.9, 0.8, 0.7])
    fresh = fitted(CurveModel(tuned, Codec(tuned.space)), written)
    found = fitted(base, written)
    assert found.reports == fresh.reports == before + 6
    assert found.trials.tolist() == list(range(10))
    np.testing.assert_array_equal(found.reached, fresh.reached)
    np.testing.assert_allclose(found.scale.from_units(found.units), fresh.scale.from_units(fresh.units))
    codec, told = Codec(tuned.space), found.posterior
    anew = CurvePosterior(
        found.points, found.units, codec.kernel_columns, told.parameters, told.basis, LEAST_INFORMATION
    )
    points = codec.sample(np.random.default_rng(0), 5)
    mean, variance = CurvePredictor(told).predict(points)
    expected, spread = CurvePredictor(anew).predict(points)
    np.testing.assert_allclose(variance, spread, rtol=1e-3)
    np.testing.assert_allclose(mean, expected, atol=0.05)  # in units


def test_the_model_as_of_a_report_knows_nothing_of_what_came_later():
    tuned = problem()
    written = history(tuned)
    model = CurveModel(tuned, Codec(tuned.space))
    before = model.as_of(written.trials, 40)
    written.curve(written.start(until=27), [9.0] * 20)
    again = CurveModel(tuned, Codec(tuned.space)).as_of(written.trials, 40)
    assert before is not None
    assert again is not None
    np.testing.assert_array_equal(before.trials, again.trials)
    np.testing.assert_array_equal(before.units, again.units)
    assert model.as_of(written.trials, 0) is None


def test_what_was_chosen_as_of_a_report_does_not_change_with_trials_that_start(monkeypatch):
    monkeypatch.setattr(curves, "MAX_OBSERVATIONS", 40)
    tuned = problem()
    written = history(tuned, trials=60)
    reports = written.trials.num_reports
    before = CurveModel(tuned, Codec(tuned.space)).as_of(written.trials, reports)
    for _ in range(20):
        written.start(until=27)
    after = CurveModel(tuned, Codec(tuned.space)).as_of(written.trials, reports)
    assert before is not None
    assert after is not None
    np.testing.assert_array_equal(before.trials, after.trials)


def test_fits_of_another_order_of_reports_are_no_fits_of_this_one():
    tuned = problem()
    one, other = History(tuned), History(tuned)
    values = [1.0 / level for level in range(1, 28)]
    for written in (one, other):
        for _ in range(3):
            written.start(until=27)
    for trial in one.trials:
        one.curve(trial, values)
    for value in values:
        for trial in other.trials:
            other.curve(trial, [value])
    model = CurveModel(tuned, Codec(tuned.space))
    fitted(model, one)
    known, fresh = fitted(model, other), fitted(CurveModel(tuned, Codec(tuned.space)), other)
    np.testing.assert_array_equal(known.posterior.parameters.vector(), fresh.posterior.parameters.vector())


@pytest.mark.parametrize(
    ("failure", "learns"),
    [
        (Failure(FailureKind.INFRASTRUCTURE, "the machine is gone"), False),
        (Failure(FailureKind.CONFIGURATION, "NaN"), True),
    ],
)
def test_a_failed_trial_counts_as_the_worst_if_it_is_its_own_fault(failure, learns):
    tuned = problem()
    written = history(tuned)
    model = CurveModel(tuned, Codec(tuned.space))
    trial = written.start(until=27)
    point = Codec(tuned.space).encode([trial.config])
    fit = fitted(model, written)
    before, _ = CurvePredictor(fit.posterior).predict(point)
    written.trials.fail(trial, failure)
    written.end(trial, Status.FAILED)
    after, _ = model.predictor(fit, written.trials).predict(point)
    assert (after > before + 0.1) == learns


def test_of_very_many_failures_some_are_enough(monkeypatch):
    monkeypatch.setattr(observations, "MAX_FAILED", 5)
    tuned = problem()
    written = history(tuned)
    model = CurveModel(tuned, Codec(tuned.space))
    fit = fitted(model, written)
    for _ in range(20):
        written.end(written.start(until=27), Status.FAILED)
    assert len(model.predictor(fit, written.trials)._x) == len(fit.trials) + 5


def test_of_too_many_curves_the_best_are_kept(monkeypatch):
    monkeypatch.setattr(curves, "MAX_OBSERVATIONS", 40)
    tuned = problem()
    written = history(tuned, trials=60)
    fit = fitted(CurveModel(tuned, Codec(tuned.space)), written)
    assert 10 < len(fit.trials) < 40
    assert written.trials.best.trial_id in fit.trials


# ---- what it says ----------------------------------------------------------------------------------------


def view_of(written, tuned):
    return CurveForecasts(fitted(CurveModel(tuned, Codec(tuned.space)), written), np.array([8, 26]), 27)


def test_forecasts_know_the_end_of_what_has_ended_and_narrow_with_each_level():
    tuned = problem()
    written = history(tuned, trials=16)
    view = view_of(written, tuned)
    ended = [row for row, level in enumerate(view.fit.reached) if level == 27]
    np.testing.assert_allclose(view.final_mean[ended], view.fit.units[ended, -1], atol=0.05)
    _, variance = view.at(np.arange(len(view.fit.reached)))
    by_level = [np.median(variance[view.fit.reached == level, -1]) for level in (1, 4, 9, 27)]
    assert by_level == sorted(by_level, reverse=True)
    assert view.fit.best == np.nanmin(view.fit.units)
    assert view.expected_best <= view.fit.best


def test_of_pending_trials_the_predictor_is_surer():
    tuned = problem()
    written = history(tuned)
    model = CurveModel(tuned, Codec(tuned.space))
    fit = fitted(model, written)
    waiting = written.start(until=27)
    points = np.vstack([fit.points, Codec(tuned.space).encode([waiting.config])])
    (mean, variance), (same, smaller) = (
        predictor.predict(points)
        for predictor in (CurvePredictor(fit.posterior), model.predictor(fit, written.trials))
    )
    np.testing.assert_allclose(mean, same, atol=1e-8)
    assert (smaller <= variance + 1e-12).all()
    assert smaller[-1] < 0.9 * variance[-1]


@pytest.mark.parametrize("level", [1, 47, 999, 1000])
def test_the_level_reached_is_the_trials_own_whatever_the_grid(level):
    tuned = problem(max_resource=1000)
    written = history(problem(), trials=4)
    trial = written.start(until=1000)
    written.report(trial, level, 1.0)
    fit = fitted(CurveModel(tuned, Codec(tuned.space)), written)
    assert fit.reached[fit.rows([trial.id])[0]] == level
