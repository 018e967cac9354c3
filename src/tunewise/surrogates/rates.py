"""The rate at which training on improves the best value: expected improvement per second."""

from __future__ import annotations

import numpy as np

from tunewise.arrays import Array
from tunewise.surrogates.acquisition import log_improvement

_LEAST_VARIANCE = 1e-12


def best_rates(mean: Array, variance: Array, cost: Array, incumbent: float) -> Array:
    """The best rates (m,) of m candidates that may be trained on to k levels: logarithms of improvement per
    second.

    mean, variance (m, k): of the values there, better when smaller. cost (m, k): seconds to reach a level
    from now; infinity for one that has been passed. incumbent: the value to improve upon.

    As in freeze-thaw Bayesian optimisation and its successors, with the logarithm for what is unlikely: K.
    Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014); M. Wistuba,
    A. Kadra and J. Grabocka: Supervising the Multi-Fidelity Race of Hyperparameter Configurations. NeurIPS
    2022, arXiv:2202.09774. That improvement at any level counts lets the first trainings of an experiment
    show something early; that cost is counted to the last second lets the later ones be finished.
    """
    deviation = np.sqrt(np.maximum(variance, _LEAST_VARIANCE))
    ahead = np.isfinite(cost)
    score, _ = log_improvement((incumbent - mean) / deviation)
    log_rate = np.where(ahead, score + np.log(deviation) - np.log(np.where(ahead, cost, 1.0)), -np.inf)
    return np.asarray(log_rate.max(axis=1))
