"""Ray Tune, with its defaults: a function that runs a script as a process and reports what it prints.

The request: script, python, trials, workers, reuse (of actors), folder. Prints the seconds of `fit`, on a
cluster of its own that was there before.
"""

import json
import os
import re
import subprocess
import sys
import time

request = json.loads(sys.argv[1])
os.environ.update(RAY_TMPDIR=request["folder"], RAY_USAGE_STATS_ENABLED="0", RAY_AUTH_MODE="disabled")
os.makedirs(os.path.join(request["folder"], "ray"), exist_ok=True)

import ray  # noqa: E402
from ray import tune  # noqa: E402


def train(config):
    command = [request["python"], request["script"], "--x", str(config["x"])]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    tune.report({"loss": float(re.search("loss=(.*)", printed)[1])})


ray.init(num_cpus=request["workers"], include_dashboard=False, log_to_driver=False)
begun = time.perf_counter()
results = tune.Tuner(
    tune.with_resources(train, {"cpu": 1}),
    param_space={"x": tune.uniform(0, 1)},
    tune_config=tune.TuneConfig(
        metric="loss", mode="min", num_samples=request["trials"], reuse_actors=request["reuse"]
    ),
    run_config=tune.RunConfig(storage_path=os.path.join(request["folder"], "results"), verbose=0),
).fit()
seconds = time.perf_counter() - begun
assert len(results) == request["trials"]
assert not results.num_errors
print(json.dumps([seconds]))
