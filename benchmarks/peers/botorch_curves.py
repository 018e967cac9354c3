"""BoTorch's latent Kronecker Gaussian process of learning curves: what it says of their ends.

J. A. Lin, S. Ament, M. Balandat, E. Bakshy: Scaling Gaussian Processes for Learning Curve Prediction via
Latent Kronecker Structure. 2024, arXiv:2410.09239. As there, hyperparameters are in the unit cube and levels
on a logarithmic scale; kernels, transforms and iterative solutions are BoTorch's own.

The request: a file of cases {x, u, y, rows}: x (n, d) in [0, 1], u (T,) in [0, 1], y (n, T) with null for
what wasn't seen, and the rows that are asked for. Prints for each the means and variances of their values at
the last level, those of the noise included, and CPU seconds.
"""

import json
import sys
import time
import warnings

import torch
from botorch.fit import fit_gpytorch_mll
from botorch.models.latent_kronecker_gp import LatentKroneckerGP
from gpytorch.mlls import ExactMarginalLogLikelihood

warnings.simplefilter("ignore")
torch.set_num_threads(1)
torch.set_default_dtype(torch.double)


def predictions(case):
    begun = time.process_time()
    torch.manual_seed(0)
    x, u = torch.tensor(case["x"]), torch.tensor(case["u"])[:, None]
    y = torch.tensor([[float("nan") if value is None else value for value in row] for row in case["y"]])
    model = LatentKroneckerGP(x, u, y)
    with model.use_iterative_methods(), torch.no_grad():
        with torch.enable_grad():
            fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
        posterior = model.posterior(x[case["rows"]], u[-1:])
        mean, variance = posterior.mean.flatten(), posterior.variance.flatten()
        noise = model.likelihood.noise * model.outcome_transform.stdvs**2
    total = variance + noise.flatten()
    return [mean.tolist(), total.tolist(), time.process_time() - begun]


with open(json.loads(sys.argv[1])["cases"]) as file:
    print(json.dumps([predictions(case) for case in json.load(file)]))
