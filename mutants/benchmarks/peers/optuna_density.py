"""Optuna's Gaussian process, fitted as its GPSampler does it: what it says of held-out values.

The request: a list of {x, y, categorical, x_test, y_test}, numbers in [0, 1] and choices as indices; y in
units in which the training values have mean 0 and standard deviation 1, to be maximised. Prints the mean
logarithm of the density of y_test for each.
"""

import json
import sys
import warnings

import numpy as np
import torch
from optuna._gp import gp, prior

warnings.simplefilter("ignore")
torch.set_num_threads(1)


def log_density(case):
    x, x_test = np.array(case["x"]), np.array(case["x_test"])
    y, y_test = np.array(case["y"]), np.array(case["y_test"])
    model = gp.fit_kernel_params(
        X=x,
        Y=y,
        is_categorical=np.array(case["categorical"]),
        log_prior=prior.default_log_prior,
        minimum_noise=prior.DEFAULT_MINIMUM_NOISE_VAR,
        deterministic_objective=False,
    )
    with torch.no_grad():
        mean, variance = model.posterior(torch.from_numpy(x_test))
    total = variance.numpy() + float(model.noise_var)
    terms = np.log(2 * np.pi * total) + (y_test - mean.numpy()) ** 2 / total
    return float(np.mean(-0.5 * terms))


with open(json.loads(sys.argv[1])["cases"]) as file:
    print(json.dumps([log_density(case) for case in json.load(file)]))
