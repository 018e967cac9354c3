"""NePS: PriorBand over asynchronous Hyperband, without a prior, as none is known: so it samples uniformly or
around the best. From ten full trainings' worth on it samples by Bayesian optimisation.

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
KICK_IN = 10


def domain(entry):
    if entry["kind"] == "choice":
        return HPOCategorical(entry["values"])
    return KINDS[entry["kind"]](entry["lower"], entry["upper"], log=entry["log"])


class Neps(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        space = {entry["name"]: domain(entry) for entry in self.space}
        space["levels"] = HPOInteger(1, self.levels, is_fidelity=True)
        optimiser = algorithms.priorband(
            SearchSpace(space), base="async_hb", bayesian_optimization_kick_in_point=KICK_IN
        )
        self.neps = AskAndTell(optimiser)
        self.numbers = {}  # of trials, by the configuration's identity
        self.jobs = {}  # the newest of each trial: (identity, until)

    def ask(self):
        job = self.neps.ask()
        identity, until = job.metadata.id, job.config["levels"]
        trial = self.numbers.setdefault(identity.split("_")[0], len(self.numbers))
        self.jobs[trial] = identity, until
        return trial, {name: value for name, value in job.config.items() if name != "levels"}, until

    def report(self, trial, level, value, seconds):
        identity, until = self.jobs[trial]
        if level < until:
            return CONTINUE
        self.neps.tell(identity, {"objective_to_minimize": value, "cost": seconds})
        return PAUSE

    def fail(self, trial):
        self.neps.tell(self.jobs[trial][0], ArithmeticError("diverged"))


serve(Neps)
