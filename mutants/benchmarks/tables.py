"""Recorded learning curves as benchmarks: an objective that also answers what lies between the rows.

A table has 2,000 random configurations of a multilayer perceptron on one LCBench task, with validation
error and seconds for 52 epochs each. Between them we interpolate exactly with a Matern-3/2 kernel in the
unit cube, logarithmic columns on their logarithms. What is interpolated is log seconds of each epoch, so
that times stay positive, and the errors or their logits, whichever predicts the best tenth of the table
better when each row is left out in turn. Left out, on four tables: final error of the best tenth wrong by
0.003 to 0.022 (root mean square), total seconds by 7 to 8 %; Matern-5/2 was no better on any. The
length-scales are those of the highest likelihood on the first rows.
"""

import getpass
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.problems import Benchmark, Curve, Floats
from tunewise.blackboxes import lcbench
from tunewise.blackboxes.interpolation import Interpolation, interpolate
from tunewise.blackboxes.lcbench import DOMAINS
from tunewise.space import Config

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "tables" / "lcbench"
CACHE = Path(tempfile.gettempdir()) / f"tunewise-benchmarks-{getpass.getuser()}"
VERSION = 1  # of the interpolation: bump it when its weights change
FAMILY = "lcbench"
EPOCHS = 52
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


class MissingTables(FileNotFoundError):
    """The recorded tables are not there; the message says where they were looked for."""


def ids() -> list[str]:
    """The tasks that there are tables of. Raises `MissingTables` if there are none."""
    found = sorted(path.stem for path in FOLDER.glob("*.npz"))
    if not found:
        raise MissingTables(f"There are no tables in {FOLDER}: put LCBench's ID.npz there.")
    return found


@cache
def table(task: str) -> Benchmark:
    """The table of an OpenML task. Raises `MissingTables` if it isn't there."""
    source = FOLDER / f"{task}.npz"
    if not source.exists():
        raise MissingTables(f"There is no table {source}: put LCBench's ID.npz there.")
    recorded = lcbench.load(source, {"first_level": "1"})  # as the recorded runs were made
    configs = np.array([list(config.values()) for config in recorded.configs], dtype=np.float64)
    errors, times = recorded.columns["val_error"][:, 0], recorded.seconds[:, 0]
    seconds = np.diff(times, axis=1, prepend=0.0)
    answers = _cached(task, lambda: _fitted(unit(configs), errors, seconds))
    return Benchmark(
        name=f"{FAMILY}/{task}",
        problem=recorded.problem,
        curve=answers.curve,
        final=errors[:, -1],
        total=times[:, -1],
        roughness=np.ones(EPOCHS),
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
    """A table off its rows. logits: whether `errors` gives logits of errors."""

    errors: Interpolation
    log_seconds: Interpolation
    logits: bool

    def curve(self, config: Config) -> Curve:
        point = unit(np.array([[float(config[name]) for name in DOMAINS]]))[0]  # type: ignore[arg-type]
        values = self.errors(point)
        values = from_logits(values) if self.logits else np.clip(values, 0.0, 1.0)
        return Curve(values, np.exp(self.log_seconds(point)))


def to_logits(errors: Floats) -> Floats:
    clipped = np.clip(errors, CLIP, 1.0 - CLIP)
    return np.asarray(np.log(clipped / (1.0 - clipped)))


def from_logits(logits: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _fitted(points: Floats, errors: Floats, seconds: Floats) -> Answers:
    plain, plain_left_out = interpolate(points, errors)
    logits, logits_left_out = interpolate(points, to_logits(errors))
    best = errors[:, -1] <= np.percentile(errors[:, -1], 10)
    plain_miss = np.square(np.clip(plain_left_out, 0, 1) - errors)[best].mean()
    logits_miss = np.square(from_logits(logits_left_out) - errors)[best].mean()
    log_seconds, _ = interpolate(points, np.log(seconds))
    use_logits = bool(logits_miss <= plain_miss)
    return Answers(logits if use_logits else plain, log_seconds, use_logits)


def _cached(task: str, make: Callable[[], Answers]) -> Answers:
    """From the cache, or made and put there: the weights of a table take a few seconds."""
    stamp = (FOLDER / f"{task}.npz").stat()
    path = CACHE / f"{FAMILY}-{task}-{VERSION}-{stamp.st_size}-{stamp.st_mtime_ns}.npz"
    if not path.exists():
        answers = make()
        arrays = {"logits": np.array(answers.logits)}
        for name, part in (("errors", answers.errors), ("log_seconds", answers.log_seconds)):
            arrays |= {f"{name}_{field}": getattr(part, field) for field in _FIELDS}
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = CACHE / f"{path.stem}-{os.getpid()}.draft.npz"
        np.savez(draft, **arrays)  # type: ignore[arg-type]
        draft.replace(path)
    with np.load(path, allow_pickle=False) as data:
        errors, log_seconds = (
            Interpolation(*(np.asarray(data[f"{name}_{field}"]) for field in _FIELDS))
            for name in ("errors", "log_seconds")
        )
        return Answers(errors, log_seconds, bool(data["logits"]))


_FIELDS = ("points", "scales", "weights", "mean")
