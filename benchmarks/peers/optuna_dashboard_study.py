"""Writes into Optuna's journal file what benchmarks/console.py shows of ours.

Run in the peer's environment. The request: storage, the file's path; trials, how many; names, the number of
hyperparameters; reports of each; value of all, or null for many different ones. Prints the study's number.
"""

import json
import random
import sys

import optuna
from optuna.distributions import FloatDistribution
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import FrozenTrial, create_trial


def trial(draw: random.Random, names: int, reports: int, value: float | None) -> FrozenTrial:
    params = {f"x{number}": draw.random() for number in range(names)}
    end = abs(params["x0"] - 0.5) + params["x1"] if value is None else value
    return create_trial(
        params=params,
        distributions=dict.fromkeys(params, FloatDistribution(0.0, 1.0)),
        value=end + 1.0 / reports,
        intermediate_values={level: end + 1.0 / level for level in range(1, reports + 1)},
    )


def main() -> None:
    asked = json.loads(sys.argv[1])
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    storage = JournalStorage(JournalFileBackend(asked["storage"]))
    study = optuna.create_study(storage=storage, study_name="large", load_if_exists=True)
    draw = random.Random(0)
    study.add_trials(
        [trial(draw, asked["names"], asked["reports"], asked["value"]) for _ in range(asked["trials"])]
    )
    print(json.dumps([storage.get_study_id_from_name("large")]))


if __name__ == "__main__":
    main()
