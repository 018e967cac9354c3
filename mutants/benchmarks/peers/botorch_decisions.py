"""BoTorch as its tutorials have it: SingleTaskGP, LogEI, optimize_acqf with 10 restarts and 512 raw samples;
choices as one-hot columns, pending trials believed to come out as predicted."""

import warnings

import numpy as np
import torch
from botorch.acquisition import LogExpectedImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskGP
from botorch.optim import optimize_acqf
from gpytorch.mlls import ExactMarginalLogLikelihood
from protocol import SPACE, main, onehot

warnings.simplefilter("ignore")
torch.set_num_threads(1)
torch.manual_seed(0)


class Engine:
    def __init__(self, history, pending):
        self.rows = [onehot(config) for config, _ in history]
        self.values = [value for _, value in history]
        self.pending = list(pending)

    def ask(self):
        x = torch.tensor(np.array(self.rows))
        y = -torch.tensor(self.values, dtype=torch.double)[:, None]
        y = (y - y.mean()) / y.std()
        model = SingleTaskGP(x, y, outcome_transform=None)
        fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
        if self.pending:
            ahead = torch.tensor(np.array([onehot(config) for config in self.pending]))
            with torch.no_grad():
                model = model.condition_on_observations(ahead, model.posterior(ahead).mean)
        bounds = torch.tensor([[0.0] * x.shape[1], [1.0] * x.shape[1]], dtype=torch.double)
        acquisition = LogExpectedImprovement(model, best_f=y.max())
        found, _ = optimize_acqf(acquisition, bounds=bounds, q=1, num_restarts=10, raw_samples=512)
        config = decode(found[0].numpy())
        self.pending.append(config)
        return config

    def tell(self, config, value):
        self.pending.remove(config)
        self.rows.append(onehot(config))
        self.values.append(value)


def decode(row):
    config, column = {}, 0
    for name, (kind, *rest) in SPACE.items():
        if kind == "choice":
            continue
        share = float(row[column])
        if kind == "log":
            config[name] = float(np.exp(np.log(rest[0]) + share * (np.log(rest[1]) - np.log(rest[0]))))
        else:
            number = rest[0] + share * (rest[1] - rest[0])
            config[name] = round(number) if kind == "int" else number
        column += 1
    for name, (kind, *rest) in SPACE.items():
        if kind == "choice":
            config[name] = rest[0][int(np.argmax(row[column : column + len(rest[0])]))]
            column += len(rest[0])
    return {name: config[name] for name in SPACE}


main(Engine)
