"""How well the Gaussian process of `bo` predicts: log density of held-out values, beside Optuna's.

Both are fitted to the same values of random configurations, in units in which these have mean 0 and
standard deviation 1; a figure is the mean over held-out configurations and seeds.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import catalogue
from benchmarks.figures import Figure, Skipped
from benchmarks.kept import MissingTables
from benchmarks.peers.environments import PeerMissing, ask, python_of
from benchmarks.problems import Floats
from tunewise import space
from tunewise.models.codec import Codec
from tunewise.models.gp_models import HyperparameterFits
from tunewise.space import Choice, Config, Space
from tunewise.surrogates.gp import condition
from tunewise.surrogates.targets import Scale

SEEDS = {50: 10, 200: 3, 500: 3}
"""How many draws, by size: fits to fewer observations differ more."""

SIZES = tuple(SEEDS)
HELD_OUT = 500
MARGIN = 0.05
STEP = 1e-5  # for slopes by differences
SMALLEST_SLOPE = 1e-3
TABLE = "lcbench/167184"
MIXED = "synthetic/mixed"

_HARTMANN_WEIGHTS = np.array([1.0, 1.2, 3.0, 3.2])
_HARTMANN_SCALES = np.array(
    [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
    ]
)
_HARTMANN_CENTRES = 1e-4 * np.array(
    [
        [1312, 1696, 5569, 124, 8283, 5886],
        [2329, 4135, 8307, 3736, 1004, 9991],
        [2348, 1451, 3522, 2883, 3047, 6650],
        [4047, 8828, 8732, 5743, 1091, 381],
    ]
)
HARTMANN_NOISE = 0.02


@dataclass(frozen=True)
class Case:
    """Training and held-out configurations with values in the units of the former."""

    space: Space
    configs: list[Config]
    values: Floats
    held_out: list[Config]
    held_out_values: Floats


def measure() -> Iterator[Figure | Skipped]:
    for name, draw in PROBLEMS.items():
        try:
            cases = {size: [draw_case(draw, size, seed) for seed in range(SEEDS[size])] for size in SIZES}
        except MissingTables as missing:
            yield Skipped(f"log density on {name}", str(missing))
            continue
        try:
            theirs = theirs_of([case for size in SIZES for case in cases[size]])
        except PeerMissing as missing:
            yield Skipped(f"log density on {name} beside Optuna's", str(missing))
            continue
        for size in SIZES:
            ours = np.array([log_density(case) for case in cases[size]])
            other, theirs = np.array(theirs[: len(ours)]), theirs[len(ours) :]
            error = (other - ours).std(ddof=1) / np.sqrt(len(ours))
            label = f"log density below Optuna's, {name}, n = {size}"
            remark = f"ours {ours.mean():.3f}, Optuna's {other.mean():.3f}; +- {error:.3f}"
            yield Figure(label, float(other.mean() - ours.mean()), MARGIN, "nats", remark=remark)


def log_density(case: Case) -> float:
    """Of the held-out values, by our model as `bo` fits it; mean over them.

    It sees values in units of its own, in which bad ones are drawn in, so a density in these is multiplied
    with their slope by the values.
    """
    codec = Codec(case.space)
    points = codec.encode(case.configs)
    scale = Scale.of(case.values)
    hyperparameters = HyperparameterFits(codec.kernel_columns).fit(points, case.values)
    posterior = condition(points, scale.to_units(case.values), codec.kernel_columns, hyperparameters)
    mean, variance = posterior.predict(codec.encode(case.held_out))
    total = variance + hyperparameters.noise
    off = scale.to_units(case.held_out_values) - mean[:, 0]
    ahead, behind = (scale.to_units(case.held_out_values + step) for step in (STEP, -STEP))
    slopes = np.maximum((ahead - behind) / (2.0 * STEP), SMALLEST_SLOPE)
    return float(np.mean(np.log(slopes) - 0.5 * (np.log(2 * np.pi * total) + np.square(off) / total)))


def theirs_of(cases: list[Case]) -> list[float]:
    """Optuna's log density of each case. Raises `PeerMissing`."""
    python = python_of("optuna")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.json"
        path.write_text(json.dumps([_plain(case) for case in cases]))
        return ask(python, "optuna_density.py", {"cases": str(path)})


Draw = Callable[[np.random.Generator, int], tuple[Space, list[Config], Floats]]
"""Random configurations, so many, with what a method would see of them."""


def draw_case(draw: Draw, size: int, seed: int) -> Case:
    rng = np.random.default_rng([seed, size])
    tuned, configs, values = draw(rng, size + HELD_OUT)
    values = (values - values[:size].mean()) / values[:size].std()
    return Case(tuned, configs[:size], values[:size], configs[size:], values[size:])


def _of_benchmark(name: str) -> Draw:
    def draw(rng: np.random.Generator, count: int) -> tuple[Space, list[Config], Floats]:
        benchmark = catalogue.benchmark(name)
        configs = [benchmark.problem.space.sample(rng) for _ in range(count)]
        seen = [benchmark.curve(config).values[-1] + benchmark.noise(config, 0)[-1] for config in configs]
        return benchmark.problem.space, configs, np.array(seen)

    return draw


def _hartmann(rng: np.random.Generator, count: int) -> tuple[Space, list[Config], Floats]:
    """Hartmann's function of six variables, with noise."""
    tuned = Space({f"x{i}": space.uniform(0.0, 1.0) for i in range(6)})
    points = rng.random((count, 6))
    distances = np.square(points[:, None, :] - _HARTMANN_CENTRES)
    values = -np.exp(-(distances * _HARTMANN_SCALES).sum(axis=2)) @ _HARTMANN_WEIGHTS
    values = values + HARTMANN_NOISE * rng.standard_normal(count)
    return tuned, [tuned.from_unit(point.tolist()) for point in points], values


def _plain(case: Case) -> dict[str, object]:
    """In the peer's terms, which maximises."""
    choices = {name: d for name, d in case.space.domains.items() if isinstance(d, Choice)}

    def rows(configs: list[Config]) -> list[list[float]]:
        return [
            [
                float(choices[name].index(config[name])) if name in choices else quantile
                for name, quantile in zip(case.space.names, case.space.to_unit(config), strict=True)
            ]
            for config in configs
        ]

    return {
        "x": rows(case.configs),
        "y": (-case.values).tolist(),
        "categorical": [name in choices for name in case.space.names],
        "x_test": rows(case.held_out),
        "y_test": (-case.held_out_values).tolist(),
    }


PROBLEMS: dict[str, Draw] = {
    "LCBench's final error": _of_benchmark(TABLE),
    "made-up mixed": _of_benchmark(MIXED),
    "Hartmann6": _hartmann,
}
