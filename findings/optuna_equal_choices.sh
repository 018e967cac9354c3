#!/usr/bin/env bash
# Optuna 5.0.0 (the same in 4.0.0): if Python considers choices equal, the study's record keeps the first.
#
# scikit-learn's max_features means one feature as 1 and all features as 1.0, so that [1, 1.0, "sqrt"] are
# three choices. The objective gets each of the three. The study's record, and best_params with it, then says
# 1 where 1.0 was run, as a value is looked up by equality when it is written down. With True beside 1, or
# False beside 0, it is the same. There is no warning, and training the best configuration again trains a different model.
#
# Seen, in 60 trials of which those with 1.0 are best:
#   optuna 4.0.0: ran: 'sqrt', 1, 1.0    recorded: 'sqrt', 1    best ran with: 1.0    best_params: {'max_features': 1}
#   optuna 5.0.0: ran: 'sqrt', 1, 1.0    recorded: 'sqrt', 1    best ran with: 1.0    best_params: {'max_features': 1}
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"

also="alembic==1.20.1 colorlog==6.12.0 Mako==1.4.3 MarkupSafe==3.0.4 numpy==2.4.6 packaging==26.4 PyYAML==6.0.4
    SQLAlchemy==2.1.9 tqdm==4.70.1 typing_extensions==4.16.0"
for version in 4.0.0 5.0.0; do
    # shellcheck disable=SC2086
    "$folder/venv/bin/pip" install -q --no-deps "optuna==$version" $also
    "$folder/venv/bin/python" - <<'PY'
import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0))
ran = []


def objective(trial):
    value = trial.suggest_categorical("max_features", [1, 1.0, "sqrt"])
    ran.append(value)
    return {int: 1.0, float: 0.0, str: 2.0}[type(value)]


study.optimize(objective, n_trials=60)
recorded = [trial.params["max_features"] for trial in study.trials]
best = ran[study.best_trial.number]
shown = [", ".join(sorted({repr(value) for value in values})) for values in (ran, recorded)]
print(f"optuna {optuna.__version__}: ran: {shown[0]}    recorded: {shown[1]}    best ran with: {best!r}    ", end="")
print(f"best_params: {study.best_params}")
assert {repr(value) for value in ran} == {"1", "1.0", "'sqrt'"}
assert {repr(value) for value in recorded} == {"1", "'sqrt'"}
assert repr(best) == "1.0" and repr(study.best_params) == "{'max_features': 1}"
PY
done
