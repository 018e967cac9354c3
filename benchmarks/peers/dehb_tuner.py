"""DEHB, asked by as many workers as there are.

Levels are rounded to whole ones. A configuration that goes on to a higher level continues its training, as
its identity is known. A training that diverges is infinitely bad.
"""

import math
import tempfile

from answering import CONTINUE, PAUSE, Tuner, serve
from configspace_spaces import space_of
from dehb import DEHB


class Dehb(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        self.dehb = DEHB(
            cs=space_of(self.space, self.seed),
            min_fidelity=1,
            max_fidelity=self.levels,
            seed=self.seed,
            n_workers=1,  # of its own; those that ask aren't counted
            save_freq="end",
            log_level="ERROR",
            output_path=tempfile.mkdtemp(),
        )
        self.trials = 0
        self.jobs = {}  # those that run, by trial
        self.left = {}  # trials that may go on, by configuration: (trial, level)

    def ask(self):
        job = self.dehb.ask()
        until = max(1, round(job["fidelity"]))
        trial, level = self.left.pop(job["config_id"], (None, 0))
        if trial is None or level >= until:
            trial = self.trials
            self.trials += 1
        self.jobs[trial] = job, until
        return trial, dict(job["config"]), until

    def report(self, trial, level, value, seconds):
        job, until = self.jobs[trial]
        if level < until:
            return CONTINUE
        self.left[job["config_id"]] = trial, level
        self._tell(trial, value, seconds)
        return PAUSE

    def fail(self, trial):
        self._tell(trial, math.inf, 0.0)

    def _tell(self, trial, value, seconds):
        job, _ = self.jobs.pop(trial)
        self.dehb.tell(job, {"fitness": value, "cost": seconds})


serve(Dehb)
