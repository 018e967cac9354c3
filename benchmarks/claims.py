"""What is claimed of the methods, tested on the recorded runs of each family and condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import catalogue, regret
from benchmarks.figures import Figure
from benchmarks.peers.catalogue import PEERS
from benchmarks.records import Record
from benchmarks.regret import SHOWN, Runs
from benchmarks.simulation import BUDGET

JUDGED = ("wise", "bo", "auto")
"""Ours, each of which is set against the outside peer that is best beside it."""
FLAGSHIP = "wise"
HALF_FROM = 0.25
"""From this share of the budget on, the flagship also claims half of that peer's regret."""
ITSELF = "auto"
MARGIN = 0.02
"""The method that picks itself claims to be at most so much worse than the best of our others."""

NAMESAKES = (
    ("bo", "optuna_gp"),
    ("bo", "syne_tune_bo"),
    ("mobster", "syne_tune_mobster"),
    ("hypertune", "syne_tune_hypertune"),
    ("asha_promotion", "syne_tune_asha"),
    ("bohb", "syne_tune_bohb"),
    ("bohb", "optuna_tpe_hyperband"),
    ("bohb", "dehb"),
    ("cqr", "syne_tune_cqr"),
    ("tpe", "optuna_tpe"),
)
"""Ours, and what goes by that name, or does the same, elsewhere."""


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
    (Side("bo"), Side("rs", workers=8)),
    (Side("mobster"), Side("asha")),
    (Side("mobster"), Side("asha_promotion")),
    (Side("mobster", workers=2, budget=2 * BUDGET), Side("asha", workers=8)),
    (Side("mobster", workers=2, budget=2 * BUDGET), Side("asha_promotion", workers=8)),
)
"""Each left side is claimed to have less regret than its right side, some at half of its cost."""


@dataclass(frozen=True)
class Verdict:
    """A claim at one share of the budget: left is at most `factor` times right, plus `margin`.

    left, right: arithmetic means of the pairs. difference: of left and what it may be, with its interval.
    ratio: geometric mean of left / right, with its interval.
    """

    claim: str
    family: str
    condition: str
    share: float
    left: float
    right: float
    difference: tuple[float, float, float]
    ratio: tuple[float, float, float]
    pairs: int
    wins: float
    factor: float = 1.0
    margin: float = 0.0

    @property
    def holds(self) -> bool:
        """As arithmetic means."""
        return self.difference[0] <= 0.0

    @property
    def word(self) -> str:
        """Whether it holds, as arithmetic and as geometric means, and whether the interval leaves it open."""
        mean, low, high = self.difference
        certain = high <= 0.0 or low > 0.0
        plain = f"{'yes' if mean <= 0.0 else '**no**'}{'' if certain else ', open'}"
        if self.margin:
            return plain
        middle, low, high = self.ratio
        certain = high <= self.factor or low > self.factor
        return f"{plain} / {'yes' if middle <= self.factor else '**no**'}{'' if certain else ', open'}"

    @property
    def figure(self) -> Figure:
        """Left as a multiple of right, with the interval of its difference to what it may be."""
        at_most = self.factor + self.margin / max(self.right, 1e-9)
        mean, low, high = self.difference
        remark = (
            f"{self.left:.3f} and {self.right:.3f}, difference {mean:+.3f} ({low:+.3f} to {high:+.3f}), "
            f"{self.pairs} pairs, better in {self.wins:.0%}"
        )
        label = f"{self.family}, {self.condition}, {self.share:.0%}: {self.claim}"
        return Figure(label, self.left / max(self.right, 1e-9), at_most, "x", remark=remark)


Condition = tuple[int, float, float, float]
"""Workers, start-up delay, noise and budget."""


def condition_of(run: Record) -> Condition:
    at = run.setting
    return at.workers, at.delay, at.noise, at.budget


def in_words(condition: Condition) -> str:
    workers, delay, noise, budget = condition
    length = "" if budget == BUDGET else f", {budget:g} trainings long"
    plural = "" if workers == 1 else "s"
    return f"{workers} worker{plural}, start-up {delay:g} epochs, noise {noise:g}{length}"


def enough(runs: Sequence[Record]) -> tuple[list[Record], list[str]]:
    """Those of contestants that ran on at least a third of a family's benchmarks in a condition, as fewer say
    nothing of the family; and who else there is, in words."""
    groups: dict[tuple[str, Condition, str], list[Record]] = {}
    benchmarks: dict[str, set[str]] = {}
    for run in runs:
        family = catalogue.family(run.setting.benchmark)
        groups.setdefault((family, condition_of(run), run.contestant), []).append(run)
        benchmarks.setdefault(family, set()).add(run.setting.benchmark)
    told: list[Record] = []
    left_out: list[str] = []
    for (family, condition, name), some in groups.items():
        where = {run.setting.benchmark for run in some}
        if 3 * len(where) >= len(benchmarks[family]):
            told += some
        else:
            left_out.append(f"{name} ({family}, {in_words(condition)}: {len(some)})")
    return told, left_out


MAIN: Condition = (4, 0.0, 0.0, BUDGET)
PLAIN = "no start-up, no noise"


def test(runs: Sequence[Record], zero: Mapping[str, float]) -> list[Verdict]:
    """All claims that there are runs for, in each family and condition."""
    verdicts: list[Verdict] = []
    for family in catalogue.FAMILIES:
        here = [run for run in runs if catalogue.family(run.setting.benchmark) == family]
        found: dict[Condition, dict[str, Runs]] = {}
        for condition in sorted({condition_of(run) for run in here}):
            some = [run for run in here if condition_of(run) == condition]
            names = {run.contestant for run in some}
            found[condition] = {
                name: regret.regrets([run for run in some if run.contestant == name], zero)
                for name in sorted(names)
            }
        for condition, methods in found.items():
            verdicts += _against_others(family, in_words(condition), methods)
        for delay, noise in sorted({(condition[1], condition[2]) for condition in found}):
            for left, right in ORDERS:
                ours, theirs = (
                    found.get((side.workers, delay, noise, side.budget), {}).get(side.method, {})
                    for side in (left, right)
                )
                words = f"start-up {delay:g} epochs, noise {noise:g}" if delay or noise else PLAIN
                verdicts += _verdicts(f"{left} < {right}", family, words, ours, theirs)
    return verdicts


def page(verdicts: Sequence[Verdict], family: str) -> str:
    """The claims in a family as a Markdown table."""
    lines = [
        "| claim | condition | share | left | right | difference | ratio | better in | holds |",
        "|" + "---|" * 9,
    ]
    for verdict in verdicts:
        if verdict.family != family:
            continue
        mean, low, high = verdict.difference
        middle, least, most = verdict.ratio
        lines.append(
            f"| {verdict.claim} | {verdict.condition} | {verdict.share:.0%} | {verdict.left:.3f} | "
            f"{verdict.right:.3f} | {mean:+.3f} ({low:+.3f} to {high:+.3f}) | "
            f"{middle:.2f} ({least:.2f} to {most:.2f}) | {verdict.wins:.0%} of {verdict.pairs} | "
            f"{verdict.word} |"
        )
    return "\n".join(lines) if len(lines) > 2 else "No claim can be tested yet."


def _against_others(family: str, condition: str, methods: Mapping[str, Runs]) -> Iterator[Verdict]:
    outside = {name: runs for name, runs in methods.items() if name in PEERS}
    own = {name: runs for name, runs in methods.items() if name not in PEERS and name != ITSELF}
    for name in JUDGED:
        yield from _against_best(name, family, condition, methods.get(name, {}), outside)
        if name == FLAGSHIP:
            yield from _against_best(name, family, condition, methods.get(name, {}), outside, factor=0.5)
    if ITSELF in methods:
        yield from _against_best(ITSELF, family, condition, methods[ITSELF], own, margin=MARGIN)
    for name, peer in NAMESAKES:
        claim = f"{name} <= {peer}"
        yield from _verdicts(claim, family, condition, methods.get(name, {}), outside.get(peer, {}))


def _against_best(
    name: str,
    family: str,
    condition: str,
    ours: Runs,
    others: Mapping[str, Runs],
    factor: float = 1.0,
    margin: float = 0.0,
) -> Iterator[Verdict]:
    """At each share (a factor: from HALF_FROM on) against the other that is furthest ahead there, in pairs,
    of those that have runs on at least a third of its benchmarks."""
    benchmarks = {where for where, _ in ours}
    ahead = {
        other: regret.difference(ours, runs).mean
        for other, runs in others.items()
        if 3 * len({where for where, _ in ours.keys() & runs.keys()}) >= max(1, len(benchmarks))
    }
    if not ahead:
        return
    for i, share in enumerate(SHOWN):
        if factor < 1.0 and share < HALF_FROM:
            continue
        best = max(ahead, key=lambda other: float(ahead[other][i]))
        if margin:
            claim = f"{name} <= best of ours ({best}) + {margin:g}"
        else:
            claim = f"{name} <= {'half of ' if factor < 1.0 else ''}best outside ({best})"
        yield _verdicts(claim, family, condition, ours, others[best], factor, margin)[i]


def _verdicts(
    claim: str,
    family: str,
    condition: str,
    left: Runs,
    right: Runs,
    factor: float = 1.0,
    margin: float = 0.0,
) -> list[Verdict]:
    """One for each share; none without pairs."""
    pairs = left.keys() & right.keys()
    if not pairs:
        return []
    left, right = {key: left[key] for key in pairs}, {key: right[key] for key in pairs}
    allowed = {key: factor * values + margin for key, values in right.items()}
    difference, ratio = regret.difference(left, allowed), regret.ratio(left, right)
    wins = regret.wins(left, right)
    ours, theirs = regret.arithmetic(left).mean, regret.arithmetic(right).mean
    return [
        Verdict(
            claim,
            family,
            condition,
            share,
            float(ours[i]),
            float(theirs[i]),
            (float(difference.mean[i]), float(difference.low[i]), float(difference.high[i])),
            (float(ratio.mean[i]), float(ratio.low[i]), float(ratio.high[i])),
            len(pairs),
            float(wins[i]),
            factor,
            margin,
        )
        for i, share in enumerate(SHOWN)
    ]
