"""Benchmarks by name: a tuning problem with a training script or a recording of one, and its defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tunewise import space
from tunewise.backends import spec_class
from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec, ScriptBackendSpec
from tunewise.blackboxes.base import typical_seconds
from tunewise.blackboxes.references import absolute_reference, embedded, open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.problem import Problem

SCRIPTS = Path(__file__).parent
SIZE = "TUNEWISE_BENCHMARK_SIZE"
TRAININGS = 8.6
"""How many full trainings a worker has time for by default: 5 hours at 2,100 s each, as published."""

HOUR = 3600.0


class Instance(NamedTuple):
    """A type of machine to rent, and how many workers fit on it."""

    kind: str
    workers: int


LOCAL_INSTANCE = Instance("ml.g4dn.12xlarge", 4)  # four GPUs
SAGEMAKER_INSTANCE = Instance("ml.g4dn.xlarge", 1)  # one GPU for each training job


@dataclass(frozen=True)
class Benchmark:
    """A tuning problem with a script or a recording, and defaults.

    workers, max_wallclock_time: defaults, the latter in seconds. script, arguments: the training script,
    if there is one, and its fixed arguments. blackbox: the reference of a recording, if there is one.
    instance: what to rent for it; None for a simulation. size: of a benchmark that comes in several sizes.
    """

    name: str
    about: str
    problem: Problem
    max_wallclock_time: float
    workers: int = 4
    script: Path | None = None
    arguments: tuple[str, ...] = ()
    blackbox: str | None = None
    instance: Instance | None = None
    size: str | None = None

    def on(
        self,
        kind: str,
        options: Mapping[str, Any] | None = None,
        seed: int = 0,
        start_delay: float | None = None,
    ) -> BackendSpec:
        """A back end that trains, if this kind of back end runs scripts; otherwise a replay, as `simulated`.

        kind: of the back end. options: its settings, as `ScriptBackendSpec.options` returns them.
        Raises `BackendError` if there is nothing to train or to replay.
        """
        spec = spec_class(kind)
        if not issubclass(spec, ScriptBackendSpec):
            return self.simulated(seed, start_delay)
        if self.script is None:
            raise BackendError(
                f"{self.name} is a recording without a script to train: use the back end simulated."
            )
        return spec.from_options(self.script, self.arguments, options or {})

    def local(self) -> BackendSpec:
        """A back end that trains on this machine."""
        return self.on("local")

    def simulated(self, seed: int = 0, start_delay: float | None = None) -> SimulatedBackend:
        """A back end that replays the recording.

        seed: chooses the recorded repetition. start_delay: in seconds; the recorded one by default.
        """
        if self.blackbox is None:
            raise BackendError(f"{self.name} has no recording: use the back end local.")
        if start_delay is None:
            start_delay = open_blackbox(self.blackbox).start_delay
        return SimulatedBackend(self.blackbox, start_delay=start_delay, seed=seed)


class _Size(NamedTuple):
    """A size of the transformer: its learning rates, epochs, and default wall-clock."""

    lr: space.Domain
    epochs: int
    max_wallclock_time: float


TRANSFORMER_SIZES: Mapping[str, _Size] = {
    "full": _Size(space.loguniform(1e-6, 1e-3), 40, 5 * HOUR),
    # smaller models need larger steps: with the published range they would hardly learn
    "laptop": _Size(space.loguniform(1e-4, 1e-1), 27, 0.5 * HOUR),
    "ci": _Size(space.loguniform(1e-4, 1e-1), 27, 220.0),
}


def transformer_wikitext2(size: str = "full", instance: Instance = LOCAL_INSTANCE) -> Benchmark:
    """A transformer language model on WikiText-2, in one of `TRANSFORMER_SIZES`."""
    lr, epochs, seconds = TRANSFORMER_SIZES[size]
    tuned: dict[str, space.Domain] = {
        "lr": lr,
        "dropout": space.uniform(0.0, 0.99),
        "batch_size": space.randint(16, 48),
        "momentum": space.uniform(0.0, 0.99),
        "clip": space.uniform(0.0, 1.0),
    }
    return Benchmark(
        name="transformer_wikitext2",
        about=f"transformer language model on WikiText-2, size {size}",
        problem=Problem(tuned, "val_loss", "min", "epoch", epochs, "epochs"),
        max_wallclock_time=seconds,
        script=SCRIPTS / "transformer_wikitext2" / "train.py",
        arguments=("--size", size),
        instance=instance,
        size=size,
    )


def resnet_cifar10(instance: Instance = LOCAL_INSTANCE) -> Benchmark:
    """A residual network on CIFAR-10."""
    tuned: dict[str, space.Domain] = {
        "batch_size": space.randint(8, 256),
        "momentum": space.uniform(0.0, 0.99),
        "weight_decay": space.loguniform(1e-5, 1.0),
        "lr": space.loguniform(1e-3, 0.1),
    }
    return Benchmark(
        name="resnet_cifar10",
        about="residual network on CIFAR-10",
        problem=Problem(tuned, "val_acc", "max", "epoch", 27, "epochs"),
        max_wallclock_time=3 * HOUR,
        script=SCRIPTS / "resnet_cifar10" / "train.py",
        instance=instance,
    )


def mlp_digits(instance: Instance = LOCAL_INSTANCE) -> Benchmark:
    """A small network on the images of digits that come with scikit-learn: seconds on a CPU."""
    tuned: dict[str, space.Domain] = {
        "lr": space.loguniform(1e-4, 1.0),
        "batch_size": space.lograndint(8, 256),
        "momentum": space.uniform(0.0, 0.99),
        "weight_decay": space.loguniform(1e-6, 1e-1),
        "layers": space.randint(1, 3),
        "width": space.lograndint(8, 256),
    }
    return Benchmark(
        name="mlp_digits",
        about="small network on 1,797 images of digits",
        problem=Problem(tuned, "val_error", "min", "epoch", 27, "epochs"),
        max_wallclock_time=120.0,
        script=SCRIPTS / "mlp_digits" / "train.py",
        instance=instance,
    )


def chosen_size(size: str | None) -> str | None:
    """A size of the transformer: this one, or else `$TUNEWISE_BENCHMARK_SIZE`, or None."""
    return size or os.environ.get(SIZE) or None


def size_or_default(size: str | None) -> str:
    """A size of the transformer: this one, or else `$TUNEWISE_BENCHMARK_SIZE`, or the published one. Raises
    ValueError for an unknown size."""
    size = chosen_size(size) or "full"
    if size not in TRANSFORMER_SIZES:
        raise ValueError(f"There is no size {size!r}: choose from {', '.join(TRANSFORMER_SIZES)}.")
    return size


def real_benchmark_definitions(
    sagemaker_backend: bool = False, size: str | None = None
) -> dict[str, Benchmark]:
    """Benchmarks that really train, by name.

    sagemaker_backend: use the instance for one worker, as on SageMaker, instead of the one for four. size:
    of the transformer, as for `size_or_default`, which may raise ValueError.
    """
    instance = SAGEMAKER_INSTANCE if sagemaker_backend else LOCAL_INSTANCE
    size = size_or_default(size)
    benchmarks = (transformer_wikitext2(size, instance), resnet_cifar10(instance), mlp_digits(instance))
    return {benchmark.name: benchmark for benchmark in benchmarks}


def simulated_benchmark_definitions() -> dict[str, Benchmark]:
    """Benchmarks that come recorded with Tunewise, by name."""
    return {name: benchmark_of(name) for name in embedded()}


def benchmark_of(reference: str) -> Benchmark:
    """The benchmark of a blackbox, with time for `TRAININGS` trainings on each worker. Raises
    `BlackboxError`."""
    return _benchmark_of(absolute_reference(reference))


@cache  # the blackbox itself is also opened once per process
def _benchmark_of(reference: str) -> Benchmark:
    blackbox = open_blackbox(reference)
    training = typical_seconds(blackbox) + blackbox.start_delay
    return Benchmark(
        name=_name(reference),
        about=blackbox.answers,
        problem=blackbox.problem,
        max_wallclock_time=round(TRAININGS * training),
        blackbox=reference,
    )


def _name(reference: str) -> str:
    """A short name: `lcbench-126029-nearest` for lcbench:/data/126029.npz?off_grid=nearest. It
    leaves out what only completes a reference, so that studies keep their names."""
    where, _, options = reference.partition("?")
    form, _, path = where.rpartition(":")
    stem = Path(path).name.removesuffix(".npz")
    settings = [option.partition("=") for option in options.split("&") if option]
    values = [value for name, _, value in settings if name != "first_level"]
    parts = [form, stem, *values] if form not in ("", "recorded") else [stem, *values]
    return "-".join(part.replace("/", "-") for part in parts)
