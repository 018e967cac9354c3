"""SMAC's multi-fidelity facade (Hyperband with a random forest), asked by as many workers as there are.

Budgets are rounded to whole levels. A configuration that goes on to a higher level continues its training. A
training that diverges is a trial that crashed and costs as much as the worst so far: infinity, the default,
can't be fitted. Argument: random, how many random configurations come first; SMAC's own default is ten for
each hyperparameter, its example of epochs as budgets has 5 (examples/2_multi_fidelity/1_mlp_epochs.py).
"""

import logging
import tempfile

from answering import CONTINUE, PAUSE, Tuner, serve
from configspace_spaces import space_of
from smac import MultiFidelityFacade, Scenario
from smac.runhistory import StatusType, TrialValue

TRIALS = 500
"""Of one level each: about as many as an experiment has. A quarter of it bounds the random ones."""


class Smac(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        scenario = Scenario(
            space_of(self.space, self.seed),
            deterministic=True,
            min_budget=1,
            max_budget=self.levels,
            n_trials=TRIALS,
            seed=self.seed,
            output_directory=tempfile.mkdtemp(),
        )
        random = self.arguments.get("random")
        self.smac = MultiFidelityFacade(
            scenario,
            None,
            initial_design=MultiFidelityFacade.get_initial_design(scenario, n_configs=random),
            logging_level=logging.CRITICAL,
            overwrite=True,
        )
        self.worst = 0.0
        self.trials = 0
        self.jobs = {}  # those that run, by trial
        self.left = {}  # trials that may go on, by configuration: (trial, level)

    def ask(self):
        job = self.smac.ask()
        until = max(1, round(job.budget))
        trial, level = self.left.pop(job.config, (None, 0))
        if trial is None or level >= until:
            trial = self.trials
            self.trials += 1
        self.jobs[trial] = job, until
        return trial, dict(job.config), until

    def report(self, trial, level, value, seconds):
        job, until = self.jobs[trial]
        if level < until:
            return CONTINUE
        self.left[job.config] = trial, level
        self.worst = max(self.worst, value)
        self._tell(trial, TrialValue(cost=value, time=seconds))
        return PAUSE

    def fail(self, trial):
        self._tell(trial, TrialValue(cost=self.worst, status=StatusType.CRASHED))

    def _tell(self, trial, value):
        job, _ = self.jobs.pop(trial)
        self.smac.tell(job, value, save=False)


serve(Smac)
