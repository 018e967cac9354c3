"""The new configuration at which one density is highest in proportion to another."""

from collections.abc import Hashable
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.models.cells import points_of
from tunewise.searchers.tried import Tried
from tunewise.space import Config, Space
from tunewise.surrogates.parzen import Parzen


class Candidate(NamedTuple):
    """A configuration, and the logarithm of the ratio of the densities there."""

    config: Config
    log_ratio: float


def best_candidate(space: Space, drawn: Array, good: Parzen, bad: Parzen, tried: Tried) -> Candidate | None:
    """Of points drawn in the unit cube (m, d), the one with the highest ratio of `good` to `bad`.

    None if all of them were tried before. Of equals the first counts. Only those compete for which the same
    hyperparameters matter as for the first: where more of them matter, a density has more gaps, and a ratio
    to it more peaks, so that such candidates would win for no reason.
    """
    new: dict[Hashable, Config] = {}
    for point in drawn:
        config = space.from_unit(point.tolist())
        if config not in tried:
            new.setdefault(space.key(config), config)
    configs = list(new.values())
    if not configs:
        return None
    points = points_of(space, configs)
    alike = np.flatnonzero((points.active == points.active[0]).all(axis=1))
    points = points.take(alike)
    ratios = good.log_density(points) - bad.log_density(points)
    best = int(np.argmax(ratios))
    return Candidate(configs[alike[best]], float(ratios[best]))
