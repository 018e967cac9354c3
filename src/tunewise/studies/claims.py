"""Claims such as "BO with 4 workers ends below RS with 8", tested by the bootstrap over seeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tunewise.studies.comparison import Arm, resampled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tunewise.studies.comparison import Arms
    from tunewise.studies.outcome import Outcome

_CLAIM = re.compile(r"\s*(\S+?)@(\d+)\s*<\s*(\S+?)@(\d+)\s*")


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

    holds: by the means over seeds. share: of the bootstrap samples in which it holds. cost: of the better
    arm, as a multiple of the other one's. paired: whether seeds were resampled in pairs.
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
        answer = "yes" if self.holds else "no"
        return (
            f"{better.method} with {better.n_workers} workers ends {side} {than.method} with "
            f"{than.n_workers}: {answer}, in {100.0 * self.share:.0f} % of bootstrap samples, at "
            f"{self.cost:.2f} of the cost"
        )


def parse_claim(text: str) -> Claim:
    """The claim that `BO@4 < RS@8` makes: BO with 4 workers is better than RS with 8. Raises ValueError."""
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no claim: write METHOD@WORKERS < METHOD@WORKERS, better on the left.")
    better, workers, than, other = match.groups()
    return Claim(Arm(better, int(workers)), Arm(than, int(other)))


def evaluate(claim: Claim, arms: Arms) -> Verdict | None:
    """What the experiments say, or None where there are none of one of the arms."""
    if claim.better not in arms or claim.than not in arms:
        return None
    left, right = arms[claim.better], arms[claim.than]
    common = {o.seed for o in left} & {o.seed for o in right}
    paired = len(common) > 1 or len(left) == len(right) == 1
    if paired:
        left = [outcome for outcome in left if outcome.seed in common] or left
        right = [outcome for outcome in right if outcome.seed in common] or right
    sign = 1.0 if left[0].mode == "min" else -1.0
    first, second = sign * _last(left), sign * _last(right)
    if paired and len(left) == len(right):
        differences = resampled(first - second)[:, 0]
    else:  # two different draws, though the numbers are equal
        differences = resampled(first)[:, 0] - resampled(second)[::-1, 0]
    return Verdict(
        claim,
        left[0].mode,
        bool(first.mean() < second.mean()),
        float((differences < 0.0).mean()),
        _mean(o.end.money for o in left) / _mean(o.end.money for o in right),
        _mean(o.end.wallclock for o in left) / _mean(o.end.wallclock for o in right),
        min(len(left), len(right)),
        paired,
    )


def _last(outcomes: Iterable[Outcome]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[outcome.values[-1]] for outcome in outcomes])


def _mean(numbers: Iterable[float]) -> float:
    return float(np.mean(list(numbers)))
