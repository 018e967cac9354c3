import numpy as np
import pytest

from tunewise.models import gp_models
from tunewise.models.codec import Codec
from tunewise.models.gp_models import FANTASIES, CostModel, LossModel, milestone
from tunewise.models.observations import MAX_FAILED, Observations
from tunewise.space import Space, uniform
from tunewise.surrogates.gp import Posterior

CODEC = Codec(Space({"x": uniform(0, 1), "y": uniform(0, 1)}))


def observed(n, failed=(), pending=()):
    points = np.random.default_rng(0).random((n, 2))
    losses = (points[:, 0] - 0.3) ** 2 + 0.1 * points[:, 1]
    rows = [np.array(rows, dtype=float).reshape(-1, 2) for rows in (failed, pending)]
    return Observations(points, losses, np.arange(n), *rows)


def rng():
    return np.random.default_rng(1)


def test_pending_points_get_values_that_they_may_well_have():
    pending = [[0.3, 0.0], [0.9, 0.9]]
    without = LossModel(CODEC).fit(observed(30), rng())
    belief = LossModel(CODEC).fit(observed(30, pending=pending), rng())
    mean, variance = without.predictor.predict(np.array(pending))
    fantasies, certain = belief.predictor.predict(np.array(pending))
    assert fantasies.shape == (2, FANTASIES)
    assert len(np.unique(fantasies[0])) == FANTASIES
    np.testing.assert_allclose(fantasies.mean(axis=1), mean[:, 0], atol=1e-6)
    assert (np.abs(fantasies - mean) < 5.0 * np.sqrt(variance + 0.1)[:, None]).all()
    assert (certain < variance).all()
    assert belief.incumbents.shape == (FANTASIES,)


def test_a_failure_keeps_others_away_but_not_from_far_off():
    failed = [[0.3, 0.1], [0.31, 0.1]]
    belief = LossModel(CODEC).fit(observed(30, failed=failed), rng())
    without = LossModel(CODEC).fit(observed(30), rng())
    near, far = np.array([[0.305, 0.1]]), np.array([[0.3, 0.9]])
    assert belief.predictor.predict(near)[0][0, 0] > without.predictor.predict(near)[0][0, 0] + 0.3
    assert belief.predictor.predict(far)[0][0, 0] < 0.5
    assert belief.predictor.predict(near)[0][0, 0] < 5.0


def test_incumbents_and_best_points():
    observations = observed(30)
    belief = LossModel(CODEC).fit(observations, rng())
    order = np.argsort(observations.losses)
    np.testing.assert_array_equal(belief.best, observations.points[order[:5]])
    best = belief.scale.to_units(observations.losses).min()
    assert belief.incumbents[0] == pytest.approx(best, abs=0.3)


def test_many_observations_are_thinned_out(monkeypatch):
    monkeypatch.setattr(gp_models, "MAX_CONDITIONED", 40)
    observations = observed(97)
    belief = LossModel(CODEC).fit(observations, rng())
    posterior = belief.predictor
    assert isinstance(posterior, Posterior)
    assert len(posterior) == 40 + 97 - milestone(97)
    best = observations.points[np.argsort(observations.losses)[:10]]
    # about the best, what is known is known still
    assert (posterior.predict(best)[1] < posterior.hyperparameters.noise).all()


def test_costs_are_learned_in_logarithms():
    points = observed(20).points
    belief = CostModel(CODEC).fit(points, np.exp(3.0 * points[:, 0]))
    assert belief is not None
    cheap, dear = belief.unit * belief.posterior.predict(np.array([[0.1, 0.5], [0.9, 0.5]]))[0][:, 0]
    assert dear - cheap == pytest.approx(2.4, abs=0.3)


@pytest.mark.parametrize("seconds", [0.0, 7.0])
def test_no_costs_or_equal_ones_say_nothing(seconds):
    assert CostModel(CODEC).fit(observed(5).points, np.full(5, seconds)) is None


def test_of_very_many_failures_some_are_enough():
    failed = np.random.default_rng(2).random((2000, 2))
    posterior = LossModel(CODEC).fit(observed(20, failed=failed), rng()).predictor
    assert isinstance(posterior, Posterior)
    assert len(posterior) == 20 + MAX_FAILED
