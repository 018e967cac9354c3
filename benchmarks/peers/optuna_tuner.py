"""Optuna. Arguments: sampler, "gp" or "tpe"; hyperband, whether HyperbandPruner stops trials.

The value of a training is its last one. A training that diverges fails, as one whose objective returns NaN.
TPE is asked for a hyperparameter only where it matters, as its documentation has it. GPSampler is asked for
all of them always: what is missing in some trials it would draw at random.
"""

import optuna
from answering import CONTINUE, STOP, Tuner, serve
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.trial import TrialState

optuna.logging.set_verbosity(optuna.logging.ERROR)

SAMPLERS = {"gp": optuna.samplers.GPSampler, "tpe": optuna.samplers.TPESampler}
KINDS = {"float": FloatDistribution, "int": IntDistribution}


def distribution(entry):
    if entry["kind"] == "choice":
        return CategoricalDistribution(entry["values"])
    return KINDS[entry["kind"]](entry["lower"], entry["upper"], log=entry["log"])


def suggest(trial, entry):
    if entry["kind"] == "choice":
        trial.suggest_categorical(entry["name"], entry["values"])
    else:
        suggested = trial.suggest_int if entry["kind"] == "int" else trial.suggest_float
        suggested(entry["name"], entry["lower"], entry["upper"], log=entry["log"])


class Optuna(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        self.flat = self.arguments["sampler"] == "gp"
        sampler = SAMPLERS[self.arguments["sampler"]](seed=self.seed)
        pruner = optuna.pruners.NopPruner()
        if self.arguments.get("hyperband"):
            pruner = optuna.pruners.HyperbandPruner(min_resource=1, max_resource=self.levels)
        self.study = optuna.create_study(sampler=sampler, pruner=pruner)
        self.distributions = {entry["name"]: distribution(entry) for entry in self.space}
        self.running = {}

    def ask(self):
        trial = self.study.ask(self.distributions if self.flat else None)
        for entry in () if self.flat else self.space:
            if "parent" not in entry or trial.params.get(entry["parent"]) in entry["parent_values"]:
                suggest(trial, entry)
        self.running[trial.number] = trial
        return trial.number, trial.params, self.levels

    def report(self, trial, level, value, seconds):
        running = self.running[trial]
        running.report(value, level)
        if level == self.levels:
            self.study.tell(running, value)
        elif running.should_prune():
            self.study.tell(running, state=TrialState.PRUNED)
            return STOP
        return CONTINUE

    def fail(self, trial):
        self.study.tell(self.running[trial], state=TrialState.FAIL)


serve(Optuna)
