import numpy as np
import pytest
from scipy.stats import kendalltau

from tunewise.models.level_ensemble import RESAMPLES, ranking_weights
from tunewise.surrogates.acquisition import Mixture


def rng():
    return np.random.default_rng(0)


def test_a_perfect_order_outweighs_a_random_one():
    losses = rng().random(20)
    weights = ranking_weights(np.array([np.exp(losses), rng().permutation(losses)]), losses, rng())
    assert weights.tolist() == [1.0, 0.0]


def test_equals_share():
    losses = rng().random(10)
    weights = ranking_weights(np.array([losses, 2 * losses, -losses]), losses, rng())
    assert weights.tolist() == [0.5, 0.5, 0.0]


def test_what_says_nothing_is_better_than_what_is_wrong_and_worse_than_what_is_right():
    losses = np.arange(10.0)
    flat = np.zeros(10)
    assert ranking_weights(np.array([flat, -losses]), losses, rng()).tolist() == [1.0, 0.0]
    assert ranking_weights(np.array([flat, losses]), losses, rng()).tolist() == [0.0, 1.0]


def test_it_is_the_share_of_resamples_in_which_a_model_has_the_best_rank_correlation():
    losses = rng().normal(size=12)
    predicted = losses + rng().normal(size=(3, 12)) * np.array([[0.3], [0.6], [1.5]])
    drawn = rng().integers(12, size=(RESAMPLES, 12))
    wins = np.zeros(3)
    for sample in drawn:
        taus = [kendalltau(scores[sample], losses[sample], variant="c").statistic for scores in predicted]
        best = np.isclose(taus, max(taus))
        wins += best / best.sum()
    np.testing.assert_allclose(ranking_weights(predicted, losses, rng()), wins / RESAMPLES, atol=0.02)


def test_weights_sum_up_to_one_even_where_all_losses_are_equal():
    weights = ranking_weights(rng().random((4, 6)), np.ones(6), rng())
    assert weights.tolist() == pytest.approx([0.25] * 4)


class Line:
    """Predicts slope * x, with a variance of slope^2."""

    def __init__(self, slope):
        self.slope = slope

    def means(self, x):
        return self.slope * x

    def predict(self, x):
        return self.means(x), np.full(len(x), self.slope**2)

    def predict_with_gradient(self, x):
        return *self.predict(x), np.full((len(x), 1, 1), self.slope), np.zeros((len(x), 1))


def test_a_mixture_is_the_sum_of_independent_parts():
    mixture = Mixture([Line(1.0), Line(10.0)], [0.75, 0.25])
    x = np.array([[1.0], [2.0]])
    mean, variance = mixture.predict(x)
    np.testing.assert_allclose(mean, 3.25 * x)
    np.testing.assert_array_equal(mixture.means(x), mean)
    np.testing.assert_allclose(variance, 0.75**2 + 0.25**2 * 100)
    again, _, slope, variance_slope = mixture.predict_with_gradient(x)
    np.testing.assert_allclose(again, mean)
    np.testing.assert_allclose(slope, 3.25)
    assert not variance_slope.any()
