"""Optuna's GPSampler."""

import warnings

import optuna
import torch
from protocol import SPACE, main

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.simplefilter("ignore")
torch.set_num_threads(1)


def distribution(kind, *rest):
    if kind == "choice":
        return optuna.distributions.CategoricalDistribution(rest[0])
    if kind == "int":
        return optuna.distributions.IntDistribution(*rest)
    return optuna.distributions.FloatDistribution(*rest, log=kind == "log")


DISTRIBUTIONS = {name: distribution(*entry) for name, entry in SPACE.items()}


class Engine:
    def __init__(self, history, pending):
        self.study = optuna.create_study(sampler=optuna.samplers.GPSampler(seed=0))
        for config, value in history:
            self.study.add_trial(
                optuna.trial.create_trial(params=config, distributions=DISTRIBUTIONS, value=value)
            )
        self.trials = []
        for config in pending:
            self.study.enqueue_trial(config)
            self.ask()

    def ask(self):
        trial = self.study.ask(DISTRIBUTIONS)
        self.trials.append(trial)
        return trial.params

    def tell(self, config, value):
        self.study.tell(self.trials.pop(0), value)


main(Engine)
