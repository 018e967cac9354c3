"""Syne Tune's SageMaker back end, wherever the environment says that AWS is. Prints what came to the tuner,
with the moments when it was reported and seen: [[trial, epoch, made, seen], ...]"""

import contextlib
import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

request = json.loads(sys.argv[1])
folder = tempfile.TemporaryDirectory()
os.environ["SYNETUNE_FOLDER"] = folder.name  # read when the library is imported
os.environ["SAGEMAKER_SUPPRESS_V2_WARNING"] = "1"
logging.disable(logging.WARNING)

import boto3  # noqa: E402
import syne_tune  # noqa: E402
from sagemaker import Session  # noqa: E402
from sagemaker.pytorch import PyTorch  # noqa: E402
from syne_tune import StoppingCriterion, Tuner  # noqa: E402
from syne_tune.backend.sagemaker_backend.sagemaker_backend import SageMakerBackend  # noqa: E402
from syne_tune.backend.sagemaker_backend.sagemaker_utils import default_config  # noqa: E402
from syne_tune.config_space import loguniform  # noqa: E402
from syne_tune.optimizer.baselines import ASHA, RandomSearch  # noqa: E402
from syne_tune.tuner_callback import TunerCallback  # noqa: E402

METRIC = {"metric": "loss", "mode": "min", "random_seed": 0}
SPACE = {"lr": loguniform(1e-4, 1.0), "epochs": request["epochs"], "seconds": request["epoch_seconds"]}


class Deliveries(TunerCallback):
    """Notes what comes to the tuner."""

    def __init__(self):
        self.seen = []

    def on_fetch_status_results(self, trial_status_dict, new_results):
        now = time.time()
        self.seen += [(trial, result["epoch"], result["made"], now) for trial, result in new_results]


def scheduler():
    if request["method"] == "random":
        return RandomSearch(SPACE, **METRIC)
    return ASHA(
        SPACE,
        **METRIC,
        type=request["method"],
        resource_attr="epoch",
        max_resource_attr="epochs",
        grace_period=1,
        reduction_factor=3,
    )


# Nothing but the emulator is called: with a bucket of its own the SDK doesn't ask STS for the account, at an
# address that can't be set, and it sends no telemetry. Saving the tuner would make a session without that.
session = Session(
    sagemaker_client=boto3.client("sagemaker", config=default_config()),
    default_bucket=request["bucket"],
    sagemaker_config={
        "SchemaVersion": "1.0",
        "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}},
    },
)
estimator = PyTorch(
    entry_point="syne_tune_training.py",
    source_dir=request["source"],
    role=request["role"],
    instance_type="ml.m5.large",
    instance_count=1,
    framework_version="2.0.0",
    py_version="py310",
    max_run=86_400,
    sagemaker_session=session,
    disable_profiler=True,
    debugger_hook_config=False,
    environment={"PEER_PACKAGES": str(Path(syne_tune.__path__[0]).parent)},
)
deliveries = Deliveries()
tuner = Tuner(
    trial_backend=SageMakerBackend(
        estimator, metrics_names=["loss"], s3_path=f"s3://{request['bucket']}/syne-tune"
    ),
    scheduler=scheduler(),
    stop_criterion=StoppingCriterion(max_wallclock_time=request["wallclock"]),
    n_workers=request["workers"],
    callbacks=[deliveries],
    tuner_name="peer",
    save_tuner=False,
)
with contextlib.redirect_stdout(sys.stderr):
    tuner.run()
folder.cleanup()
print(json.dumps(deliveries.seen))
