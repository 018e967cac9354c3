"""Syne Tune's schedulers, called as its `Tuner` calls them. Arguments: scheduler, a name in its `baselines`;
options, what that is called with besides.

There are no conditions in its spaces, so it gets all hyperparameters. A training that diverges is a trial
that failed.
"""

import datetime
import logging
import warnings

from answering import CONTINUE, Tuner, serve
from syne_tune.backend.trial_status import Trial
from syne_tune.config_space import choice, lograndint, loguniform, randint, uniform
from syne_tune.optimizer import baselines

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

KINDS = {("float", False): uniform, ("float", True): loguniform, ("int", False): randint}
KINDS["int", True] = lograndint
FULL = ("BayesianOptimization", "CQR", "BORE")  # train to the end


def domain(entry):
    if entry["kind"] == "choice":
        return choice(entry["values"])
    return KINDS[entry["kind"], entry["log"]](entry["lower"], entry["upper"])


class SyneTune(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        options = {"metric": "loss", "mode": "min", "random_seed": self.seed, **self.arguments["options"]}
        if self.arguments["scheduler"] not in FULL:
            options |= {"resource_attr": "level", "max_resource_attr": "levels"}
        space = {entry["name"]: domain(entry) for entry in self.space}
        scheduler = getattr(baselines, self.arguments["scheduler"])
        self.scheduler = scheduler({**space, "levels": self.levels}, **options)
        self.trials = []

    def ask(self):
        suggestion = self.scheduler.suggest(len(self.trials))
        if suggestion is None:
            return None
        if suggestion.spawn_new_trial_id:
            trial = Trial(len(self.trials), suggestion.config, datetime.datetime.now())
            self.trials.append(trial)
            self.scheduler.on_trial_add(trial)
        else:
            trial = self.trials[suggestion.checkpoint_trial_id]
            trial.config = suggestion.config or trial.config
        return trial.trial_id, trial.config, trial.config["levels"]

    def report(self, trial, level, value, seconds):
        trial = self.trials[trial]
        result = {"loss": value, "level": level, "elapsed_time": seconds}
        verdict = self.scheduler.on_trial_result(trial, result).lower()  # as ours
        if verdict != CONTINUE:
            self.scheduler.on_trial_remove(trial)
        elif level == trial.config["levels"]:
            self.scheduler.on_trial_complete(trial, result)
        return verdict

    def fail(self, trial):
        self.scheduler.on_trial_error(self.trials[trial])


serve(SyneTune)
