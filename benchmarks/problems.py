"""What the methods are judged on: a problem with an objective that answers any configuration at once.

Values are errors, to be minimised, and known without noise; noise is laid over what a method gets to see.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tunewise import Problem
from tunewise.space import Config

OFFSET = 0.05  # standard deviation of the noise that all epochs of a training share, of the scale of noise
PER_EPOCH = 0.05  # and of what each epoch has of its own
SAMPLES = 1000  # random configurations that say what a problem's values are like

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Curve:
    """One full training, for T = max_resource epochs.

    values: (T,) the metric after each epoch, without noise; NaN where the training has diverged.
    seconds: (T,) what each epoch takes, positive.
    """

    values: Floats
    seconds: Floats


@dataclass(frozen=True)
class Benchmark:
    """A problem and its answers.

    curve: the training of a configuration. final: (n,) values after the last epoch of random
    configurations, infinite if they diverged. total: (n,) the seconds of their full trainings.
    roughness: (T,) how much of the noise each epoch gets. quality: how far answers for what wasn't recorded
    are to be trusted, in words.
    """

    name: str
    problem: Problem
    curve: Callable[[Config], Curve]
    final: Floats
    total: Floats
    roughness: Floats
    quality: str = "made up, so exact"

    @property
    def epochs(self) -> int:
        return len(self.roughness)

    @property
    def training(self) -> float:
        """Seconds of a full training, mean over random configurations."""
        return float(self.total.mean())

    @property
    def epoch(self) -> float:
        """Seconds of an epoch, the same mean."""
        return self.training / self.epochs

    @property
    def reference(self) -> float:
        """What a quarter of random configurations reach in a full training: normalised regret 1."""
        return float(np.percentile(self.final, 25))

    @cached_property
    def noise_scale(self) -> float:
        """How far good configurations are apart: from the best hundredth to the best quarter at the end."""
        low, high = np.percentile(self.final, [1, 25])
        return float(high - low)

    def noise(self, config: Config, seed: int) -> Floats:
        """What is added to the values that a method sees of this configuration (T,), for noise of size 1.

        Trainings of one network from several seeds end apart by about a tenth of the distance between
        good configurations, and rise and fall from epoch to epoch by as much. So each training has an
        offset of its own and each epoch an independent part, both normal. The same seed and configuration
        give the same noise.
        """
        text = f"{self.name} {seed} {sorted(config.items())!r}"
        key = np.frombuffer(hashlib.blake2b(text.encode(), digest_size=16).digest(), dtype=np.uint64)
        draws = np.random.Generator(np.random.Philox(key=key)).standard_normal(self.epochs + 1)
        noise = OFFSET * draws[0] + PER_EPOCH * draws[1:]
        return np.asarray(self.noise_scale * self.roughness * noise)
