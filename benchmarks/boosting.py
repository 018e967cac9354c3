"""XGBoost on tabular data sets: YAHPO Gym's surrogate `rbv2_xgboost`, with the training size as the resource.

Level l of 20 is a training on l twentieths of the data; it is reported after the time that the surrogate
predicts for it, and what continues a trial pays the difference. Values are 1 - accuracy. Hyperparameters
depend on the kind of booster, and trainings differ a hundredfold in time. The instances are for
development: methods are judged on others.
"""

from functools import cache

import numpy as np

from benchmarks.kept import CACHE, SHARED, MissingTables, kept
from benchmarks.problems import SAMPLES, Benchmark, Curve
from tunewise import Problem
from tunewise.blackboxes import yahpo
from tunewise.space import Config

FAMILY = "rbv2_xgboost"
FOLDER = SHARED / "yahpo_data" / FAMILY
VERSION = 1  # of the random configurations
INSTANCES = ("1040", "1049", "1067", "1111", "1461", "1489", "181", "23", "3", "40685", "4134", "554")


def instances() -> list[str]:
    """The instances for development. Raises `MissingTables` if there is no surrogate."""
    if not (FOLDER / "model.onnx").exists():
        raise MissingTables(f"There is no surrogate in {FOLDER}: put YAHPO Gym's folder there.")
    return list(INSTANCES)


@cache
def instance(name: str) -> Benchmark:
    """Raises `MissingTables` if there is no surrogate, KeyError for an instance of another use."""
    if name not in instances():
        raise KeyError(f"There is no benchmark {FAMILY}/{name}: choose from {', '.join(INSTANCES)}.")
    surrogate = yahpo.load(FOLDER, {"instance": name, "metric": "acc", "resource": yahpo.SIZE})
    tuned, levels = surrogate.problem.space, surrogate.problem.max_resource
    assert levels is not None

    def curve(config: Config) -> Curve:
        found = surrogate.curve(config, 0)
        return Curve(1.0 - np.array(found.columns["acc"]), np.diff(found.seconds, prepend=0.0))

    def sampled() -> dict[str, np.ndarray]:
        rng = np.random.default_rng(0)
        curves = [curve(tuned.sample(rng)) for _ in range(SAMPLES)]
        return {
            "final": np.array([found.values[-1] for found in curves]),
            "total": np.array([found.seconds.sum() for found in curves]),
        }

    arrays = kept(CACHE, FOLDER / "model.onnx", f"{FAMILY}-{name}", VERSION, sampled)
    return Benchmark(
        name=f"{FAMILY}/{name}",
        problem=Problem(tuned, "val_error", "min", "epoch", levels, "epochs"),
        curve=curve,
        final=arrays["final"],
        total=arrays["total"],
        roughness=np.ones(levels),
        quality="every configuration is answered by the same surrogate",
    )
