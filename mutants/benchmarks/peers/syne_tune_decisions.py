"""Syne Tune's Bayesian optimisation, with its own defaults."""

import logging
import warnings

from protocol import SPACE, main
from syne_tune.backend.trial_status import Trial
from syne_tune.optimizer.baselines import BayesianOptimization
from syne_tune_space import CONFIG_SPACE

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


class Engine:
    def __init__(self, history, pending):
        self.scheduler = BayesianOptimization(
            CONFIG_SPACE,
            metric="loss",
            mode="min",
            random_seed=0,
            points_to_evaluate=[*(config for config, _ in history), *pending],
            search_options={"debug_log": False},
        )
        self.trials = []
        self.count = 0
        for config, value in history:
            self.ask()
            self.tell(config, value)
        for _ in pending:
            self.ask()

    def ask(self):
        suggestion = self.scheduler.suggest(self.count)
        trial = Trial(self.count, suggestion.config, None)
        self.scheduler.on_trial_add(trial)
        self.trials.append(trial)
        self.count += 1
        return {name: suggestion.config[name] for name in SPACE}

    def tell(self, config, value):
        trial = self.trials.pop(0)
        result = {"loss": value}
        self.scheduler.on_trial_result(trial, result)
        self.scheduler.on_trial_complete(trial, result)


main(Engine)
