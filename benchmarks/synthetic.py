"""Six made-up problems, so that methods are judged on more than one family.

What they have that the recorded tables lack: categorical and conditional hyperparameters, an optimum in
the interior (in all but one), curves that cross, diverge or overfit, and noise that falls with the epochs.
Every number of a problem is drawn once, from a seed of its own, so a problem never changes.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from benchmarks.problems import SAMPLES, Benchmark, Curve, Floats
from tunewise import Problem, space
from tunewise.space import Choice, Config, Domain, Space

FAMILY = "synthetic"


@dataclass(frozen=True)
class Recipe:
    """How a problem is made.

    fall: how curves come down. pace: how many times faster the fastest are than the slowest, about.
    crossing: how much a fast configuration ends worse, as a share of the range of final values.
    overfitting: how far the worst offenders rise again after a third of the training, the same.
    diverging: about which share of configurations blows up. corner: whether the optimum lies at bounds.
    cost: how many times dearer the dearest epochs are than the cheapest, about. rough: how many times
    larger the noise is at the first epoch than at the last. best: the lowest value of all, about.
    """

    seed: int
    domains: Mapping[str, Domain]
    epochs: int
    fall: Literal["power", "exponential"]
    pace: float
    crossing: float
    overfitting: float
    diverging: float
    cost: float
    rough: float
    best: float
    corner: bool = False


def _network(optimizers: list[str]) -> dict[str, Domain]:
    return {
        "optimizer": space.choice(optimizers),
        "lr": space.loguniform(1e-5, 1.0),
        "width": space.lograndint(16, 1024),
        "depth": space.randint(1, 8),
    }


RECIPES: dict[str, Recipe] = {
    "floats": Recipe(
        1,
        {
            "lr": space.loguniform(1e-5, 1.0),
            "decay": space.loguniform(1e-7, 1e-1),
            "momentum": space.uniform(0.0, 0.999),
            "smoothing": space.uniform(0.0, 0.5),
        },
        epochs=81, fall="power", pace=20.0, crossing=0.15, overfitting=0.0, diverging=0.15, cost=1.0,
        rough=3.0, best=0.05,
    ),
    "mixed": Recipe(
        2,
        {
            **_network(["sgd", "adam", "lamb"]),
            "dropout": space.uniform(0.0, 0.8),
            "batch": space.ordinal([16, 32, 64, 128, 256, 512]),
            "augment": space.choice([True, False]),
        },
        epochs=50, fall="exponential", pace=15.0, crossing=0.1, overfitting=0.15, diverging=0.1, cost=12.0,
        rough=2.0, best=0.2,
    ),
    "conditional": Recipe(
        3,
        {
            **_network(["sgd", "adam"]),
            "momentum": space.uniform(0.0, 0.99).when("optimizer", "sgd"),
            "beta": space.loguniform(1e-4, 1e-1).when("optimizer", "adam"),
            "dropout": space.uniform(0.0, 0.8),
        },
        epochs=27, fall="power", pace=10.0, crossing=0.0, overfitting=0.1, diverging=0.1, cost=5.0,
        rough=2.0, best=0.1,
    ),
    "crossing": Recipe(
        4,
        {
            "lr": space.loguniform(1e-5, 1.0),
            "warmup": space.uniform(0.0, 1.0),
            "batch": space.lograndint(8, 1024),
            "schedule": space.choice(["cosine", "linear", "constant"]),
            "clip": space.loguniform(1e-2, 10.0),
        },
        epochs=100, fall="exponential", pace=60.0, crossing=0.4, overfitting=0.0, diverging=0.05, cost=4.0,
        rough=1.0, best=0.3,
    ),
    "overfitting": Recipe(
        5,
        {
            **{f"rate{i}": space.uniform(0.0, 1.0) for i in range(5)},
            "trees": space.lograndint(10, 1000),
            "kind": space.choice(["a", "b", "c", "d", "e"]),
        },
        epochs=81, fall="exponential", pace=10.0, crossing=0.05, overfitting=0.5, diverging=0.0, cost=20.0,
        rough=1.0, best=0.15,
    ),
    "corner": Recipe(
        6,
        {
            "lr": space.loguniform(1e-4, 1e-1),
            "width": space.lograndint(32, 2048),
            "layers": space.randint(1, 12),
            "decay": space.loguniform(1e-6, 1e-2),
            "mixup": space.uniform(0.0, 1.0),
            "norm": space.choice(["batch", "layer", "none"]),
            "skip": space.choice([True, False]),
        },
        epochs=50, fall="power", pace=8.0, crossing=0.1, overfitting=0.1, diverging=0.2, cost=30.0,
        rough=4.0, best=0.1, corner=True,
    ),
}  # fmt: skip


def names() -> list[str]:
    return list(RECIPES)


@cache
def synthetic(name: str) -> Benchmark:
    """The problem of this name. Raises KeyError if there is none."""
    if name not in RECIPES:
        raise KeyError(f"There is no benchmark {FAMILY}/{name}: choose from {', '.join(RECIPES)}.")
    recipe = RECIPES[name]
    problem = Problem(recipe.domains, "val_error", "min", "epoch", recipe.epochs, "epochs")
    surface = Surface(problem.space, recipe)
    rng = np.random.default_rng([recipe.seed, 1])
    curves = [surface.curve(problem.space.sample(rng)) for _ in range(SAMPLES)]
    progress = np.linspace(0.0, 1.0, recipe.epochs)
    return Benchmark(
        name=f"{FAMILY}/{name}",
        problem=problem,
        curve=surface.curve,
        final=np.array([curve.values[-1] for curve in curves]),
        total=np.array([curve.seconds.sum() for curve in curves]),
        roughness=np.power(recipe.rough, 1.0 - progress),
    )


class Surface:
    """The made-up training. Numbers count by their quantiles u in [0, 1]; a choice by its index."""

    def __init__(self, tuned: Space, recipe: Recipe) -> None:
        rng = np.random.default_rng([recipe.seed, 0])
        self._space, self._recipe = tuned, recipe
        domains = list(tuned.domains.items())
        self._numbers = [i for i, (_, domain) in enumerate(domains) if not isinstance(domain, Choice)]
        self._choices = [(i, d.cardinality) for i, (_, d) in enumerate(domains) if isinstance(d, Choice)]
        d = len(self._numbers)
        self._optimum = rng.uniform(0.3, 0.7, d)
        if recipe.corner:
            at_bound = rng.permutation(d) < (d + 1) // 2
            self._optimum[at_bound] = rng.integers(0, 2, int(at_bound.sum()))
        self._weights = np.sort(rng.lognormal(1.0, 0.8, d))[::-1].copy()
        mixing = rng.normal(0.0, 0.25, (d, d))
        self._mix = np.eye(d) + np.triu(mixing, 1)
        self._waves = rng.uniform(1.0, 2.5, d)
        self._penalties = [rng.permutation(np.linspace(0.0, 0.5, k)) for _, k in self._choices]
        self._shifts = [rng.uniform(-0.12, 0.12, (k, d)) for _, k in self._choices]
        for penalties, shifts in zip(self._penalties, self._shifts, strict=True):
            shifts[np.argmin(penalties)] = 0.0  # the best choices have the optimum where it was drawn
        self._fast, self._dear, self._risky, self._greedy = (_direction(rng, d) for _ in range(4))
        self._risky_above = np.quantile(
            rng.uniform(-0.5, 0.5, (SAMPLES, d)) @ self._risky, 1 - recipe.diverging
        )

    def curve(self, config: Config) -> Curve:
        u = np.asarray(self._space.to_unit(config))
        centred = u[self._numbers] - 0.5
        recipe, epochs = self._recipe, self._recipe.epochs
        t = np.arange(1, epochs + 1) / epochs
        fast = float(centred @ self._fast)  # about -0.5 to 0.5
        end = recipe.best + (1.0 - recipe.best) * self._badness(config, u, fast)
        start = 1.0 + 0.1 * (1.0 - end)
        tau = 0.08 * recipe.pace**-fast
        if recipe.fall == "power":
            left = np.power(1.0 + t / tau, -1.2)
        else:
            left = np.exp(-t / tau)
        values = end + (start - end) * left
        greed = max(0.0, float(centred @ self._greedy))
        values = values + recipe.overfitting * (1.0 - recipe.best) * greed * np.maximum(0.0, t - 1 / 3)
        risk = float(centred @ self._risky) - self._risky_above
        if risk > 0.0:  # the larger the risk, the sooner it blows up
            values = np.where(t >= 0.7 * np.exp(-12.0 * risk), 1.2, values)
        seconds = 10.0 * recipe.cost ** float(centred @ self._dear) * np.ones(epochs)
        seconds[0] *= 1.5
        return Curve(values, seconds)

    def _badness(self, config: Config, u: Floats, fast: float) -> float:
        """In [0, 1): 0 at the optimum."""
        away = u[self._numbers] - self._optimum
        penalty = 0.0
        for (i, k), penalties, shifts in zip(self._choices, self._penalties, self._shifts, strict=True):
            chosen = min(int(u[i] * k), k - 1)
            penalty += penalties[chosen]
            away = away - shifts[chosen]
        active = np.array([self._space.names[i] in config for i in self._numbers])
        away = np.where(active, away, 0.0)
        bowl = float(self._weights @ np.square(self._mix @ away))
        ripple = 0.06 * float(np.sum(active * (1.0 - np.cos(2.0 * np.pi * self._waves * away))))
        haste = self._recipe.crossing * max(0.0, fast)
        return 1.0 - math.exp(-(bowl + ripple + 0.5 * penalty + haste))


def _direction(rng: np.random.Generator, d: int) -> Floats:
    """Weights (d,) of a few numbers, so that points of the centred cube come to about -0.5 to 0.5."""
    weights = rng.normal(0.0, 1.0, d) * (rng.permutation(d) < max(1, (d + 1) // 2))
    return np.asarray(weights / np.abs(weights).sum())
