"""Syne Tune's simulator back end: ASHA with promotion on an LCBench table, the nearest row answering for what
isn't in it. Prints the number of reports, and CPU seconds of the tuner."""

import contextlib
import json
import logging
import os
import sys
import tempfile
import time

import numpy as np
import pandas as pd

request = json.loads(sys.argv[1])
folder = tempfile.TemporaryDirectory()
os.environ["SYNETUNE_FOLDER"] = folder.name  # read when the library is imported

from sklearn.neighbors import KNeighborsRegressor  # noqa: E402
from syne_tune import StoppingCriterion, Tuner  # noqa: E402
from syne_tune.backend.simulator_backend.simulator_callback import SimulatorCallback  # noqa: E402
from syne_tune.blackbox_repository import add_surrogate  # noqa: E402
from syne_tune.blackbox_repository.blackbox_tabular import BlackboxTabular  # noqa: E402
from syne_tune.blackbox_repository.simulated_tabular_backend import UserBlackboxBackend  # noqa: E402
from syne_tune.config_space import lograndint, loguniform, randint, uniform  # noqa: E402
from syne_tune.optimizer.baselines import ASHA  # noqa: E402

SPACE = {
    "batch_size": lograndint(16, 512),
    "learning_rate": loguniform(1e-4, 1e-1),
    "momentum": uniform(0.1, 0.99),
    "weight_decay": uniform(1e-5, 1e-1),
    "num_layers": randint(1, 5),
    "max_units": lograndint(64, 1024),
    "max_dropout": uniform(0.0, 1.0),
}
INTEGERS = {"batch_size": int, "num_layers": int, "max_units": int}


def blackbox(path):
    with np.load(path, allow_pickle=False) as data:
        configs = pd.DataFrame(data["configs"], columns=[str(name) for name in data["names"]])
        objectives = np.stack([data["val_error"], data["elapsed_time"]], axis=-1)[:, None]
    epochs = objectives.shape[2]
    table = BlackboxTabular(
        configs.astype(INTEGERS),
        SPACE,
        {"epoch": randint(1, epochs)},
        objectives,
        np.arange(1, epochs + 1),
        ["val_error", "elapsed_time"],
    )
    return add_surrogate(table, KNeighborsRegressor(n_neighbors=1)), epochs


class Count:
    """Counts the results that the scheduler gets."""

    def __init__(self, scheduler):
        self.reports = 0
        told = scheduler.on_trial_result

        def counted(trial, result):
            self.reports += 1
            return told(trial, result)

        scheduler.on_trial_result = counted


logging.disable(logging.WARNING)
table, epochs = blackbox(request["table"])
scheduler = ASHA(
    {**SPACE, "epochs": epochs},
    metric="val_error",
    mode="min",
    resource_attr="epoch",
    max_resource_attr="epochs",
    type="promotion",
    random_seed=0,
)
count = Count(scheduler)
tuner = Tuner(
    trial_backend=UserBlackboxBackend(table, elapsed_time_attr="elapsed_time", max_resource_attr="epochs"),
    scheduler=scheduler,
    stop_criterion=StoppingCriterion(max_wallclock_time=request["wallclock"]),
    n_workers=request["workers"],
    sleep_time=0,
    callbacks=[SimulatorCallback()],
    results_update_interval=600,
    print_update_interval=600,
    save_tuner=False,
)
with contextlib.redirect_stdout(sys.stderr):
    begun = time.process_time()
    tuner.run()
    seconds = time.process_time() - begun
folder.cleanup()
print(json.dumps([count.reports, seconds]))
