"""The simulated runs: what they count, and that they are functions of their arguments."""

import math

import numpy as np
import pytest
from benchmarks.problems import Benchmark, Curve
from benchmarks.simulation import run

from tunewise import Problem, methods, space
from tunewise.trial import Trial

EPOCHS = 9


def flat(seconds=1.0, roughness=0.0, slope=1.0):
    """Epochs of the same length, values that fall towards x."""
    problem = Problem({"x": space.uniform(0, 1)}, "val_error", "min", "epoch", EPOCHS, "epochs")
    levels = np.arange(1, EPOCHS + 1)

    def curve(config):
        return Curve(slope * config["x"] + 1.0 / levels, np.full(EPOCHS, seconds))

    final = np.linspace(0, 1, 101) + 1.0 / EPOCHS
    total = np.full(101, seconds * EPOCHS)
    return Benchmark("flat", problem, curve, final, total, np.full(EPOCHS, roughness))


def test_full_trainings_fill_the_budget():
    result = run("rs", {}, flat(), workers=4, budget=3.0)
    assert (result.starts, result.full, result.epochs) == (16, 12, 4 * 3 * EPOCHS)
    assert result.times[0] == 1.0  # one report at a time, the first worker's first
    assert result.at(1.0) == min(result.values)


def test_start_up_delays_each_start():
    result = run("rs", {}, flat(), workers=1, budget=3.0, delay=EPOCHS)
    assert result.full == 1  # of 27 seconds, each training takes 18
    assert result.times[0] == EPOCHS + 1
    assert result.at(0.2) == math.inf


def test_paused_trials_go_on_with_their_next_epoch():
    seen = []

    def watch(trials, now):
        seen.extend(trials)

    result = run("asha", {"type": "promotion"}, flat(), workers=2, budget=6.0, watch=watch)
    assert result.resumes > 0
    assert result.epochs == sum(len(trial.levels) for trial in seen)
    for trial in seen:
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1))
    assert result.full == sum(trial.level == EPOCHS for trial in seen)


def test_elapsed_time_of_a_resumed_trial_counts_training_alone():
    moments: list[tuple[Trial, float]] = []

    def watch(trials, now):
        moments.extend((trial, now) for trial in trials)

    run("asha", {"type": "promotion"}, flat(2.0), workers=1, budget=6.0, delay=1.0, watch=watch)
    assert all(now <= 6.0 * 2.0 * EPOCHS for _, now in moments)
    for trial, _ in moments:
        steps = np.diff(trial.times)
        assert (steps >= 2.0).all()


@pytest.mark.parametrize("method", ["rs", "asha", "hyperband", "sync_hyperband"])
def test_same_arguments_same_run(method):
    if method not in methods.names():
        pytest.skip(f"there is no {method}")
    first, again = (run(method, {}, "synthetic/conditional", 3, 3, 2.0, 1.0, 2.0) for _ in range(2))
    assert np.array_equal(first.times, again.times)
    assert np.array_equal(first.values, again.values)
    assert (first.starts, first.epochs, first.decisions) == (again.starts, again.epochs, again.decisions)
    other = run(method, {}, "synthetic/conditional", 4, 3, 2.0, 1.0, 2.0)
    assert not np.array_equal(first.values, other.values)


def test_incumbents_are_chosen_by_what_is_seen_and_counted_by_what_they_are_worth():
    rough = flat(roughness=1.0, slope=0.01)  # so that noise says who wins
    noisy = [run("rs", {}, rough, seed=seed, workers=2, budget=9.0, noise=3.0) for seed in range(5)]
    plain = run("rs", {}, rough, workers=2, budget=9.0)
    assert (np.diff(plain.values) < 0).all()
    assert any((np.diff(result.values) > 0).any() for result in noisy)
    assert all(min(result.values) >= 1.0 / EPOCHS for result in noisy)


def test_a_function_may_stand_for_a_method():
    result = run(lambda problem, seed: methods.rs(problem, seed=seed), None, flat(), budget=1.0)
    assert np.array_equal(result.values, run("rs", None, flat(), budget=1.0).values)
