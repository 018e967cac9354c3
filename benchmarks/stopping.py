"""Money saved against regret lost, if an experiment ends by what an improvement is worth.

    python -m benchmarks stopping                      # the figures, from the recorded runs
    python -m benchmarks.stopping                      # the same for each method and worth
    python -m benchmarks.stopping rs,bo lcbench 0      # records runs of methods, families and seeds first

Each run goes on to the end of its budget, with the outlook after each milestone beside the incumbents; where
it would have ended for some worth follows from that. A worth is in whole budgets for a normalised regret of
1. The net value of stopping at a share s of the budget with regret r is - worth * r - s. It is compared with
three others: spending the budget; stopping every run of a family and method at one share, the best of all in
hindsight; and stopping each run at its own best moment, which nobody can know.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from benchmarks import catalogue, records, regret
from benchmarks.contestants import CONTESTANTS
from benchmarks.figures import Figure, Skipped
from benchmarks.problems import Floats
from benchmarks.simulation import run
from tunewise.models.outlook import Outlook, Outlooks, at_rest
from tunewise.trial import Trials

STORE = Path(__file__).parent / "recorded" / "stopping.jsonl"
WORTHS = (1.0, 3.0, 10.0, 30.0)
SHOWN = 3.0
"""The worth of the figures."""

WORKERS = 4
GRID = np.linspace(0.02, 1.0, 50)
"""Shares of the budget at which runs may stop."""


@dataclass(frozen=True)
class Run:
    """times, values: the incumbents, times as shares of the budget. outlooks: for each its time, and what it
    promises for a whole budget at the rate of that moment, in units of the metric; and the effort, in whole
    budgets."""

    identity: str
    benchmark: str
    seed: int
    times: list[float]
    values: list[float]
    outlooks: list[tuple[float, float, float]]

    @property
    def cell(self) -> tuple[str, str]:
        return catalogue.family(self.benchmark), self.identity.split()[0]

    def at(self, share: float) -> float:
        """The incumbent's worth; infinite before the first report."""
        index = int(np.searchsorted(self.times, share * (1 + 1e-9), side="right")) - 1
        return self.values[index] if index >= 0 else np.inf

    def stop(self, rate: float) -> float:
        """When it ends if a whole budget must promise this much of the metric; 1 if the budget ends first."""
        so_far: list[Outlook] = []
        for time, promised, effort in self.outlooks:
            so_far.append(Outlook(time, effort, 1.0, 1.0, promised * effort, 1.0, 1.0))
            if at_rest(so_far, lambda outlook: outlook.rate <= rate):
                return time
        return 1.0


def record(contestant: str, benchmark: str, seed: int) -> Run:
    """Runs a contestant to the end of its budget."""
    known = CONTESTANTS[contestant]
    problem = catalogue.benchmark(benchmark)
    found: list[Outlook] = []

    def watch(trials: Trials, now: float) -> None:
        found.extend(Outlooks(problem.problem).of(trials))

    result = run(known.method, known.arguments, problem, seed, WORKERS, watch=watch)
    whole = WORKERS * result.seconds
    outlooks = [
        (_short(each.time / result.seconds), _short(each.rate * whole), _short(each.effort / whole))
        for each in found
    ]
    times, values = (result.times / result.seconds).tolist(), result.values.tolist()
    return Run(known.identity, benchmark, seed, list(map(_short, times)), list(map(_short, values)), outlooks)


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def load() -> list[Run]:
    """The recorded runs, the latest of each method on a benchmark with a seed."""
    lines = STORE.read_text().splitlines() if STORE.exists() else []
    runs = [Run(**json.loads(line)) for line in lines]
    return list({(run.cell, run.benchmark, run.seed): run for run in runs}.values())


@dataclass(frozen=True)
class Verdict:
    """Means over runs, of the rule for one worth. saved: share of the budget. lost: regret more than at the
    end of the budget. net, whole, fixed, oracle: values of the rule, of the whole budget, of the best share
    for all, of the best moment for each."""

    saved: float
    lost: float
    net: float
    whole: float
    fixed: float
    oracle: float
    count: int


def judge(runs: Sequence[Run], worth: float, zero: dict[str, float]) -> Verdict:
    """Of runs of one method on one family."""
    nets, own, saved, lost = [], [], [], []
    for each in runs:
        unit = catalogue.benchmark(each.benchmark).reference - zero[each.benchmark]

        def regret_at(share: float, each: Run = each, unit: float = unit) -> float:
            return float(np.clip((each.at(share) - zero[each.benchmark]) / unit, 0.0, regret.WORST))

        stop = each.stop(unit / worth)
        nets.append([-worth * regret_at(share) - share for share in GRID])
        own.append(-worth * regret_at(stop) - stop)
        saved.append(1.0 - stop)
        lost.append(regret_at(stop) - regret_at(1.0))
    table: Floats = np.array(nets)
    return Verdict(
        float(np.mean(saved)),
        float(np.mean(lost)),
        float(np.mean(own)),
        float(table[:, -1].mean()),
        float(table.mean(axis=0).max()),
        float(np.maximum(table.max(axis=1), own).mean()),
        len(runs),
    )


def verdicts(runs: Sequence[Run]) -> Iterator[tuple[tuple[str, str], float, Verdict]]:
    """For each family and method, and each worth."""
    zero = regret.zeros(records.load(records.STORE))
    for each in runs:
        zero[each.benchmark] = min(zero.get(each.benchmark, np.inf), *each.values)
    for cell in sorted({each.cell for each in runs}):
        for worth in WORTHS:
            yield cell, worth, judge([each for each in runs if each.cell == cell], worth, zero)


def measure() -> Iterator[Figure | Skipped]:
    """For each family, means over its methods of what budget and regret cost together, of what they cost at
    the end of the budget. Runs count whatever the version of their method: the rule is for any of them."""
    found = [(cell, verdict) for cell, worth, verdict in verdicts(load()) if worth == SHOWN]
    for family in catalogue.RECORDED:
        some = [verdict for cell, verdict in found if cell[0] == family]
        if not some:
            yield Skipped(f"a stop that pays, {family}", f"no runs are recorded in {STORE}")
            continue
        means = {name: float(np.mean([getattr(each, name) for each in some])) for name in asdict(some[0])}
        yield Figure(
            f"a stop that pays, {family}: budget and regret",
            means["net"] / means["whole"],
            1.0,
            "of all",
            remark=f"saves {means['saved']:.0%} of the budget, loses {means['lost']:.3f} regret, together "
            f"{means['net'] - means['whole']:+.3f} budgets; the best share for all in hindsight "
            f"{means['fixed'] - means['whole']:+.3f}, the best moment for each "
            f"{means['oracle'] - means['whole']:+.3f}; {sum(each.count for each in some)} runs",
        )


def main(methods: str, families: str, seeds: str) -> None:
    have = {(run.identity, run.benchmark, run.seed) for run in load()}
    for benchmark in catalogue.expand(families.split(",")):
        for seed in map(int, seeds.split(",")):
            for name in methods.split(","):
                if (CONTESTANTS[name].identity, benchmark, seed) not in have:
                    line = json.dumps(asdict(record(name, benchmark, seed)), separators=(",", ":"))
                    with STORE.open("a") as file:
                        file.write(line + "\n")
                    print(name, benchmark, seed, flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(*sys.argv[1:])
    for cell, worth, verdict in verdicts(load()):
        numbers = {name: round(value, 3) for name, value in asdict(verdict).items()}
        print(f"{'/'.join(cell):<24} worth {worth:<5g} {numbers}")
