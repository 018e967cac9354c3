"""Recorded learning curves as benchmarks: an objective that also answers what lies between the rows.

A table has 2,000 random configurations of a multilayer perceptron on one LCBench task, with validation
error and seconds for 51 epochs each; what the files have before these, the network before its training, is
left out with its time, as published recipes do. Between the rows we interpolate exactly with a Matern-3/2
kernel in the unit cube, logarithmic columns on their logarithms. What is interpolated is log seconds of each
epoch, so that times stay positive, and the errors or their logits, whichever predicts the best tenth of the
table better when each row is left out in turn. Matern-5/2 was no better on any of four tables. The
length-scales are those of the highest likelihood on the first rows; `kept.length_scales` has them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.stats import spearmanr

from benchmarks.kept import CACHE, SHARED, kept, length_scales, table_file, table_names
from benchmarks.problems import Benchmark, Curve, Floats
from tunewise.blackboxes import lcbench
from tunewise.blackboxes.lcbench import DOMAINS
from tunewise.blackboxes.off_grid import Interpolation, interpolate
from tunewise.space import Config

FAMILY = "lcbench"
FOLDER = SHARED / "tables" / FAMILY
VERSION = 3  # of the interpolation: bump it when its weights change
CLIP = 1e-3  # errors below have the logit of this one

BOUNDS = {
    "batch_size": (16.0, 512.0),
    "learning_rate": (1e-4, 1e-1),
    "momentum": (0.1, 0.99),
    "weight_decay": (1e-5, 1e-1),
    "num_layers": (1.0, 5.0),
    "max_units": (64.0, 1024.0),
    "max_dropout": (0.0, 1.0),
}
LOGARITHMIC = ("batch_size", "learning_rate", "max_units")


def ids() -> list[str]:
    """The tasks that there are tables of. Raises `MissingTables` if there are none."""
    return table_names(FOLDER)


@cache
def table(task: str) -> Benchmark:
    """The table of an OpenML task. Raises `MissingTables` if it isn't there."""
    source = table_file(FOLDER, task)
    recorded = lcbench.load(source)
    configs = np.array([list(config.values()) for config in recorded.configs], dtype=np.float64)
    errors, times = recorded.columns["val_error"][:, 0], recorded.seconds[:, 0]
    seconds = np.diff(times, axis=1, prepend=0.0)
    scales = length_scales().get(f"{FAMILY}/{task}", {})
    arrays = kept(CACHE, source, FAMILY, VERSION, lambda: _fitted(unit(configs), errors, seconds, scales))
    answers = Answers.of(arrays)
    return Benchmark(
        name=f"{FAMILY}/{task}",
        problem=recorded.problem,
        curve=answers.curve,
        final=errors[:, -1],
        total=times[:, -1],
        roughness=np.ones(errors.shape[1]),
        quality=answers.quality,
    )


def unit(configs: Floats) -> Floats:
    """Configurations (n, 7) in the unit cube, logarithmic columns on their logarithms."""
    bounds = np.array([BOUNDS[name] for name in DOMAINS])
    logs = [name in LOGARITHMIC for name in DOMAINS]
    scaled = configs.copy()
    scaled[:, logs] = np.log(scaled[:, logs])
    bounds[logs] = np.log(bounds[logs])
    return np.asarray((scaled - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0]))


@dataclass(frozen=True)
class Answers:
    """A table off its rows. logits: whether `errors` gives logits of errors. left_out: (4,) when each row is
    left out: how far its final error is wrong (root mean square), the same of the best tenth, the rank
    correlation of final errors, and how far its total seconds are wrong, as a share of them.
    """

    errors: Interpolation
    log_seconds: Interpolation
    logits: bool
    left_out: Floats

    @classmethod
    def of(cls, arrays: dict[str, Floats]) -> "Answers":
        errors, log_seconds = (
            Interpolation(*(arrays[f"{name}_{field}"] for field in _FIELDS))
            for name in ("errors", "log_seconds")
        )
        return cls(errors, log_seconds, bool(arrays["logits"]), arrays["left_out"])

    def curve(self, config: Config) -> Curve:
        point = unit(np.array([[float(config[name]) for name in DOMAINS]]))[0]  # type: ignore[arg-type]
        values = self.errors(point)
        values = from_logits(values) if self.logits else np.clip(values, 0.0, 1.0)
        return Curve(values, np.exp(self.log_seconds(point)))

    @property
    def quality(self) -> str:
        miss, best, order, seconds = self.left_out
        return (
            f"rank correlation {order:.2f}; final error wrong by {miss:.3f}, that of the best tenth by "
            f"{best:.3f}; total seconds by {seconds:.0%}"
        )


def to_logits(errors: Floats) -> Floats:
    clipped = np.clip(errors, CLIP, 1.0 - CLIP)
    return np.asarray(np.log(clipped / (1.0 - clipped)))


def from_logits(logits: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _fitted(
    points: Floats, errors: Floats, seconds: Floats, scales: Mapping[str, list[float]]
) -> dict[str, Floats]:
    """The arrays of `Answers`. scales: those that are known."""
    plain, plain_out = interpolate(points, errors, scales.get("plain", ()))
    logits, logits_out = interpolate(points, to_logits(errors), scales.get("logits", ()))
    log_seconds, log_seconds_out = interpolate(points, np.log(seconds), scales.get("log_seconds", ()))
    plain_out, logits_out = np.clip(plain_out, 0.0, 1.0), from_logits(logits_out)
    best = errors[:, -1] <= np.percentile(errors[:, -1], 10)
    use_logits = bool(
        np.square(logits_out - errors)[best].mean() <= np.square(plain_out - errors)[best].mean()
    )
    ends, wrong = errors[:, -1], (logits_out if use_logits else plain_out)[:, -1] - errors[:, -1]
    total = seconds.sum(axis=1)
    left_out = [
        np.sqrt(np.square(wrong).mean()),
        np.sqrt(np.square(wrong[best]).mean()),
        spearmanr(ends + wrong, ends).statistic,
        np.sqrt(np.square(np.exp(log_seconds_out).sum(axis=1) / total - 1.0).mean()),
    ]
    arrays = {"logits": np.array(use_logits), "left_out": np.array(left_out)}
    for name, part in (("errors", logits if use_logits else plain), ("log_seconds", log_seconds)):
        arrays |= {f"{name}_{field}": getattr(part, field) for field in _FIELDS}
    return arrays


_FIELDS = ("points", "scales", "weights", "mean")
