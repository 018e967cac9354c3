"""Claims such as "BO with 4 workers ends below RS with 8", tested by the bootstrap over seeds."""

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tunewise.studies.comparison import Arm, Arms, resampled
from tunewise.studies.outcome import Outcome

_ARM = r"\s*([^@<>]*[^@<>\s])\s*@\s*(\d+)\s*"
_CLAIM = re.compile(f"{_ARM}<{_ARM}", re.ASCII)


class Claim(NamedTuple):
    """That one arm ends with a better value than another one."""

    better: Arm
    than: Arm


PUBLISHED = (
    Claim(Arm("BO", 4), Arm("RS", 8)),
    Claim(Arm("MOBSTER", 2), Arm("ASHA", 8)),
)
"""What was published of the transformer on WikiText-2."""


class Verdict(NamedTuple):
    """What the data say of a claim.

    holds: by the means over seeds. share: of the bootstrap samples in which it holds. cost, wallclock: of the
    better arm, as multiples of the other one's; NaN where that has none. seeds: of the arm that has fewer.
    paired: whether seeds were resampled in pairs.
    """

    claim: Claim
    mode: str
    holds: bool
    share: float
    cost: float
    wallclock: float
    seeds: int
    paired: bool

    def __str__(self) -> str:
        better, than = self.claim
        side = "below" if self.mode == "min" else "above"
        return (
            f"{better.method} with {better.workers} worker{'s' * (better.workers != 1)} ends {side} "
            f"{than.method} with {than.workers}: {self._answer()}"
            + (f", at {self.cost:.2f} of the cost" if math.isfinite(self.cost) else "")
        )

    def _answer(self) -> str:
        if self.seeds == 1:  # no spread to resample
            return f"{'yes' if self.holds else 'no'}, with a single seed"
        share = f"in {100.0 * self.share:.0f} % of bootstrap samples"
        return f"yes, {share}" if self.holds else f"no, only {share}"


def parse_claim(text: str) -> Claim:
    """The claim that `BO@4 < RS@8` makes: BO with 4 workers is better than RS with 8. Raises ValueError."""
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no claim: write METHOD@WORKERS < METHOD@WORKERS, better on the left.")
    better, workers, than, other = match.groups()
    return Claim(Arm(better, int(workers)), Arm(than, int(other)))


def evaluate(claim: Claim, arms: Arms) -> Verdict | None:
    """What the experiments say, or None where there are none of one of the arms.

    Arms are compared in pairs on the seeds that both have, if those are two or more; else as they are.
    """
    if claim.better not in arms or claim.than not in arms:
        return None
    left, right = arms[claim.better], arms[claim.than]
    common = {o.seed for o in left} & {o.seed for o in right}
    paired = len(common) > 1
    if paired:
        left = [outcome for outcome in left if outcome.seed in common]
        right = [outcome for outcome in right if outcome.seed in common]
    sign = 1.0 if left[0].mode == "min" else -1.0
    first, second = sign * _last(left), sign * _last(right)
    if paired:
        differences = resampled(first - second)[:, 0]
    else:  # two different draws, also where the arms have as many seeds
        differences = resampled(first)[:, 0] - resampled(second)[::-1, 0]
    return Verdict(
        claim,
        left[0].mode,
        bool(first.mean() < second.mean()),
        float((differences < 0.0).mean()),
        _ratio([o.end.money for o in left], [o.end.money for o in right]),
        _ratio([o.end.wallclock for o in left], [o.end.wallclock for o in right]),
        min(len(left), len(right)),
        paired,
    )


def _last(outcomes: Iterable[Outcome]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[outcome.values[-1]] for outcome in outcomes])


def _ratio(left: Sequence[float], right: Sequence[float]) -> float:
    """Of the means."""
    whole = float(np.mean(right))
    return float(np.mean(left)) / whole if whole else math.nan
