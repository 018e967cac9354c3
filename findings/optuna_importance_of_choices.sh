#!/usr/bin/env bash
# Optuna 5.0.0, PED-ANOVA: a choice matters several times less than the same values as whole numbers.
#
# Two hyperparameters hold the same thing in each trial: one as a choice of "a", "b", ..., the other as the
# numbers 0, 1, ... All of the best trials have "a" and 0. Whatever importance is, both have the same, but the
# choice gets a third of the other's with two values and an eighth with four, however many trials there are:
# the densities of choices are smoothed by the number of different values that were seen, not by that of
# trials, so that "all of the best have a" counts as three quarters of them. A study with both kinds ranks its
# choices too low, also on the page of optuna-dashboard 0.21.0, which uses this evaluator.
#
# Seen, shares of the choice and of the same numbers:
#   2 values, 100 trials: 0.235 and 0.765
#   2 values, 10000 trials: 0.238 and 0.762
#   4 values, 100 trials: 0.107 and 0.893
#   4 values, 10000 trials: 0.113 and 0.887
#
# Exits with 0 if this is still so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q optuna==5.0.0 scipy==1.17.1

"$folder/venv/bin/python" - <<'PY'
import random

import optuna
from optuna.distributions import CategoricalDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from optuna.trial import create_trial

optuna.logging.set_verbosity(optuna.logging.ERROR)
for values in (2, 4):
    names = list("abcd")[:values]
    distributions = {"choice": CategoricalDistribution(names), "number": IntDistribution(0, values - 1)}
    for trials in (100, 10_000):
        draw = random.Random(0)
        study = optuna.create_study()
        found = []
        for _ in range(trials):
            place = draw.randrange(values)
            params = {"choice": names[place], "number": place}
            loss = (place > 0) + draw.random() / 1000
            found.append(create_trial(params=params, distributions=distributions, value=loss))
        study.add_trials(found)
        shares = get_param_importances(study, evaluator=PedAnovaImportanceEvaluator())
        print(f"{values} values, {trials} trials: {shares['choice']:.3f} and {shares['number']:.3f}")
        assert shares["choice"] < 0.3
PY
