"""Syne Tune's MOBSTER, stopping, with its own defaults."""

import logging
import warnings

from protocol import RUNGS, SPACE, main_curves
from syne_tune.backend.trial_status import Trial
from syne_tune.optimizer.baselines import MOBSTER
from syne_tune.optimizer.scheduler import SchedulerDecision
from syne_tune_space import CONFIG_SPACE

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


class Engine:
    def __init__(self, points):
        self.scheduler = MOBSTER(
            CONFIG_SPACE,
            metric="loss",
            mode="min",
            resource_attr="epoch",
            max_t=RUNGS[-1],
            random_seed=0,
            points_to_evaluate=points,
            search_options={"debug_log": False},
        )
        self.count = 0
        self.latest = {}

    def ask(self):
        suggestion = self.scheduler.suggest(self.count)
        trial = Trial(self.count, suggestion.config, None)
        self.scheduler.on_trial_add(trial)
        self.count += 1
        return trial, {name: suggestion.config[name] for name in SPACE}

    def report(self, trial, level, value):
        self.latest[trial.trial_id] = {"epoch": level, "loss": value}
        decision = self.scheduler.on_trial_result(trial, self.latest[trial.trial_id])
        self.stopped = decision != SchedulerDecision.CONTINUE
        return not self.stopped

    def end(self, trial):
        if self.stopped:
            self.scheduler.on_trial_remove(trial)
        else:
            self.scheduler.on_trial_complete(trial, self.latest[trial.trial_id])


main_curves(Engine)
