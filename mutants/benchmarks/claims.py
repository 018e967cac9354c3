"""What is claimed of the methods, tested on the recorded runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks import regret
from benchmarks.figures import Figure
from benchmarks.records import Record
from benchmarks.regret import SHOWN, Runs
from benchmarks.simulation import BUDGET

FLAGSHIP = "wise"
HALVED = ("mobster",)


@dataclass(frozen=True)
class Side:
    """Runs of a method with so many workers for so long."""

    method: str
    workers: int = 4
    budget: float = BUDGET

    def __str__(self) -> str:
        length = "" if self.budget == BUDGET else f" for {self.budget:g} trainings"
        return f"{self.method} with {self.workers}{length}"


ORDERS = (
    (Side("bo"), Side("rs")),
    (Side("mobster"), Side("asha")),
    (Side("mobster"), Side("asha_promotion")),
    (Side("bo"), Side("rs", workers=8)),
    (Side("mobster", workers=2, budget=2 * BUDGET), Side("asha", workers=8)),
    (Side("mobster", workers=2, budget=2 * BUDGET), Side("asha_promotion", workers=8)),
)
"""Each left side is claimed to have less regret than its right side."""


@dataclass(frozen=True)
class Verdict:
    """A claim at one share of the budget. factor: left is to be at most so many times right."""

    claim: str
    condition: str
    share: float
    left: float
    right: float
    difference: tuple[float, float, float]
    pairs: int
    wins: float
    factor: float = 1.0

    @property
    def holds(self) -> bool:
        return self.left <= self.factor * self.right

    @property
    def figure(self) -> Figure:
        """Left as a multiple of right."""
        times = self.left / max(self.right, 1e-9)
        remark = f"{self.left:.3f} and {self.right:.3f}, {self.pairs} pairs, better in {self.wins:.0%}"
        return Figure(
            f"{self.claim}, {self.condition}, {self.share:.0%}", times, self.factor, "x", remark=remark
        )


def test(runs: Sequence[Record], zero: Mapping[str, float]) -> list[Verdict]:
    """All claims that there are runs for, in each family, delay and noise."""
    verdicts: list[Verdict] = []
    for family, delay, noise in sorted({_condition(run) for run in runs}):
        here = [run for run in runs if _condition(run) == (family, delay, noise)]
        condition = f"{family}, start-up {delay:g}, noise {noise:g}"
        for left, right in ORDERS:
            ours, theirs = _of(here, left, zero), _of(here, right, zero)
            verdicts += _verdicts(f"{left} < {right}", condition, ours, theirs)
        verdicts += _flagship(here, condition, zero)
    return verdicts


def page(runs: Sequence[Record], zero: Mapping[str, float]) -> str:
    """The claims as a Markdown section."""
    lines = ["## Claims", "", "Differences are paired by benchmark and seed, with 95 % intervals.", ""]
    lines += [
        "| claim | condition | share | left | right | difference | better in | holds |",
        "|" + "---|" * 8,
    ]
    for verdict in test(runs, zero):
        mean, low, high = verdict.difference
        lines.append(
            f"| {verdict.claim} | {verdict.condition} | {verdict.share:.0%} | {verdict.left:.3f} | "
            f"{verdict.right:.3f} | {mean:+.3f} ({low:+.3f} to {high:+.3f}) | "
            f"{verdict.wins:.0%} of {verdict.pairs} | {'yes' if verdict.holds else '**no**'} |"
        )
    return "\n".join(lines)


def _condition(run: Record) -> tuple[str, float, float]:
    return run.setting.benchmark.split("/")[0], run.setting.delay, run.setting.noise


def _of(runs: Sequence[Record], side: Side, zero: Mapping[str, float]) -> Runs:
    some = [
        run
        for run in runs
        if run.contestant == side.method
        and run.setting.workers == side.workers
        and run.setting.budget == side.budget
    ]
    return regret.regrets(some, zero)


def _verdicts(claim: str, condition: str, left: Runs, right: Runs, factor: float = 1.0) -> list[Verdict]:
    """One for each share; none without pairs."""
    pairs = left.keys() & right.keys()
    if not pairs:
        return []
    left, right = {key: left[key] for key in pairs}, {key: right[key] for key in pairs}
    difference, wins = regret.difference(left, right), regret.wins(left, right)
    ours, theirs = regret.arithmetic(left).mean, regret.arithmetic(right).mean
    return [
        Verdict(
            claim,
            condition,
            share,
            float(ours[i]),
            float(theirs[i]),
            (float(difference.mean[i]), float(difference.low[i]), float(difference.high[i])),
            len(pairs),
            float(wins[i]),
            factor,
        )
        for i, share in enumerate(SHOWN)
    ]


def _flagship(runs: Sequence[Record], condition: str, zero: Mapping[str, float]) -> list[Verdict]:
    """The flagship against the best other at each share, and against half of each in HALVED."""
    verdicts: list[Verdict] = []
    for workers in sorted({run.setting.workers for run in runs}):
        ours = _of(runs, Side(FLAGSHIP, workers), zero)
        names = {run.contestant for run in runs} - {FLAGSHIP}
        others = {name: _of(runs, Side(name, workers), zero) for name in sorted(names)}
        others = {name: theirs for name, theirs in others.items() if theirs.keys() >= ours.keys()}
        if not ours or not others:
            continue
        at = "" if workers == 4 else f" with {workers}"
        for i in range(len(SHOWN)):
            best = min(others, key=lambda name: float(np.mean([others[name][key][i] for key in ours])))
            claim = f"{FLAGSHIP} <= best other ({best}){at}"
            verdicts.append(_verdicts(claim, condition, ours, others[best])[i])
        for name in HALVED:
            if name in others:
                claim = f"{FLAGSHIP} <= half of {name}{at}"
                verdicts += _verdicts(claim, condition, ours, others[name], factor=0.5)
    return verdicts
