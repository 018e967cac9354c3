"""NePS: PriorBand over Hyperband, without a prior, as none is known: it samples uniformly or around the best.
Over asynchronous Hyperband it fails now and then: findings/neps_priorband_first_samples.sh.

There are no conditions in such spaces, so it gets all hyperparameters. A configuration that goes on to a
higher level continues its training. A training that diverges is told as an error.
"""

import logging
import warnings

from answering import CONTINUE, PAUSE, Tuner, serve
from neps import AskAndTell, HPOCategorical, HPOFloat, HPOInteger, SearchSpace, algorithms

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

KINDS = {"float": HPOFloat, "int": HPOInteger}


def domain(entry):
    if entry["kind"] == "choice":
        return HPOCategorical(entry["values"])
    return KINDS[entry["kind"]](entry["lower"], entry["upper"], log=entry["log"])


class Neps(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        space = {entry["name"]: domain(entry) for entry in self.space}
        space["levels"] = HPOInteger(1, self.levels, is_fidelity=True)
        self.neps = AskAndTell(algorithms.priorband(SearchSpace(space)))
        self.trials = 0
        self.jobs = {}  # those that run, by trial: (identity, until)
        self.left = {}  # trials that may go on, by the identity of their configuration

    def ask(self):
        job = self.neps.ask()
        identity, until = job.metadata.id, job.config["levels"]
        trial = self.left.pop(configuration(identity), None)
        if trial is None:
            trial = self.trials
            self.trials += 1
        self.jobs[trial] = identity, until
        return trial, {name: value for name, value in job.config.items() if name != "levels"}, until

    def report(self, trial, level, value, seconds):
        identity, until = self.jobs[trial]
        if level < until:
            return CONTINUE
        self.left[configuration(identity)] = trial
        self.neps.tell(identity, {"objective_to_minimize": value, "cost": seconds})
        return PAUSE

    def fail(self, trial):
        self.neps.tell(self.jobs[trial][0], ArithmeticError("diverged"))


def configuration(identity):
    """A trial of NePS is a configuration at a rung: 7_1."""
    return identity.split("_")[0]


serve(Neps)
