"""Really trained learning curves as benchmarks: recurrent text classifiers under Adam, from TaskSet.

A table has 1,000 random configurations of eight hyperparameters and the validation loss at 51 equally spaced
steps, the first of them before the training. We keep that one, as scripts do report it: what it says of the
end is nothing. There are no times, so a step takes a second. A training that diverges reports NaN once, as a
script would, and that fails its trial; until then it costs as much as any other.

Configurations that weren't trained are answered by the curve of the nearest one that was, so every curve is
one that a training made, with its plateau, its noise or its divergence; interpolations are smooth where no
training is, and come out better than anything that was trained. The price: as few configurations learn, most
of what is chosen near the best repeats a curve that was seen, so exploiting earns little. Nearest is by
logarithms, each divided by the length-scale that it gets when the ranks of the final losses are fitted by a
Gaussian process: the learning rate counts most, and some hyperparameters for nothing.

L. Metz et al.: Using a thousand optimization tasks to learn hyperparameter search strategies. 2020,
arXiv:2002.11887.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.spatial.distance import cdist
from scipy.stats import norm, rankdata, spearmanr

from benchmarks.kept import CACHE, SHARED, kept, length_scales, table_file, table_names
from benchmarks.problems import Benchmark, Curve, Floats
from tunewise import Problem, space
from tunewise.blackboxes.off_grid import interpolate
from tunewise.space import Config, Domain
from tunewise.space.encoding import Encoding

FAMILY = "taskset"
FOLDER = SHARED / "tables" / FAMILY
VERSION = 1  # of the length-scales
LEARNED = 0.66  # chance is ln 2 = 0.693
DIVERGED = 0.8

DOMAINS: dict[str, Domain] = {
    "learning_rate": space.loguniform(1e-8, 10.0),
    "one_minus_beta1": space.loguniform(1e-4, 1.0),
    "one_minus_beta2": space.loguniform(1e-6, 1.0),
    "epsilon": space.loguniform(1e-10, 1e3),
    "l1": space.loguniform(1e-8, 10.0),
    "l2": space.loguniform(1e-8, 10.0),
    "linear_decay": space.loguniform(1e-7, 1e-4),
    "exponential_decay": space.loguniform(1e-6, 1e-3),
}


def tasks() -> list[str]:
    """The tasks that there are tables of. Raises `MissingTables` if there are none."""
    return table_names(FOLDER)


@cache
def task(name: str) -> Benchmark:
    """The table of a task. Raises `MissingTables` if it isn't there."""
    source = table_file(FOLDER, name)
    with np.load(source, allow_pickle=False) as data:
        configs = np.asarray(data["configs"], dtype=np.float64)
        losses = np.asarray(data["valid_loss"], dtype=np.float64)
    configs[:, [1, 2]] = 1.0 - configs[:, [1, 2]]
    problem = Problem(DOMAINS, "val_error", "min", "epoch", losses.shape[1], "epochs")
    encoding = Encoding(problem.space)
    names = list(DOMAINS)
    ends = [(domain.from_unit(0.0), domain.from_unit(1.0)) for domain in DOMAINS.values()]
    points = encoding.encode(
        [
            {key: float(np.clip(value, *end)) for key, value, end in zip(names, row, ends, strict=True)}
            for row in configs
        ]
    )
    final = np.where(np.isnan(losses[:, -1]), np.inf, losses[:, -1])
    known = length_scales().get(f"{FAMILY}/{name}")
    scales = np.array(known["ranks"]) if known else _kept_scales(source, points, final)
    nearest = Nearest(encoding, points / scales, scales, losses)
    return Benchmark(
        name=f"{FAMILY}/{name}",
        problem=problem,
        curve=nearest.curve,
        final=final,
        total=np.full(len(losses), float(losses.shape[1])),
        roughness=np.ones(losses.shape[1]),
        quality=left_out(points / scales, final),
    )


@dataclass(frozen=True)
class Nearest:
    """points: (n, d) rows divided by scales. scales: (d,). losses: (n, T)."""

    encoding: Encoding
    points: Floats
    scales: Floats
    losses: Floats

    def curve(self, config: Config) -> Curve:
        point = self.encoding.encode([config])[0] / self.scales
        row = int(np.square(self.points - point).sum(axis=1).argmin())
        return Curve(self.losses[row], np.ones(self.losses.shape[1]))


def _kept_scales(source: Path, points: Floats, final: Floats) -> Floats:
    return kept(CACHE, source, FAMILY, VERSION, lambda: {"scales": _fitted(points, final)})["scales"]


def _fitted(points: Floats, final: Floats) -> Floats:
    """The length-scales (d,) of the ranks of the final losses (n,) at points (n, d), drawn to a normal."""
    ranks = norm.ppf((rankdata(final) - 0.5) / len(final))
    return interpolate(points, ranks[:, None])[0].scales


def left_out(points: Floats, final: Floats) -> str:
    """How well the nearest other row answers for each row, in words."""
    distance = cdist(points, points)
    np.fill_diagonal(distance, np.inf)
    answered = final[distance.argmin(axis=1)]
    order = spearmanr(answered, final).statistic
    learned, failed = final < LEARNED, ~(final < DIVERGED)
    best = final <= np.percentile(final, 10)
    miss = np.sqrt(np.square(np.minimum(answered, 1.5) - final)[best].mean())
    found, lost = np.mean(answered[learned] < LEARNED), np.mean(~(answered[failed] < DIVERGED))
    return (
        f"rank correlation {order:.2f}; {found:.0%} of those that learned and {lost:.0%} of those that "
        f"diverged are answered so; final loss of the best tenth wrong by {miss:.2f}"
    )
