"""The recorded runs as Markdown tables."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks import claims, regret
from benchmarks.records import Record
from benchmarks.regret import SHOWN, Estimate, Runs
from benchmarks.simulation import BUDGET

PAGE = Path(__file__).parents[1] / "docs" / "measured" / "efficiency.md"
HEADS = [f"{share:.0%}" for share in SHOWN]


def everything(runs: Sequence[Record]) -> str:
    """A page with the means for each family and condition, and the claims."""
    zero = regret.zeros(runs)
    parts = [_introduction(runs)]
    for condition, some in sorted(by_condition(runs).items()):
        family, workers, delay, noise, budget = condition
        by_name = {name: regret.regrets(theirs, zero) for name, theirs in some.items()}
        length = "" if budget == BUDGET else f", {budget:g} trainings long"
        parts.append(
            f"## {family}, {workers} workers, start-up {delay:g} epochs, noise {noise:g}{length}\n\n"
            f"{means(by_name)}\n\n{counts(some)}"
        )
    parts.append(claims.page(runs, zero))
    return "\n\n".join(parts) + "\n"


Condition = tuple[str, int, float, float, float]


def by_condition(runs: Sequence[Record]) -> dict[Condition, dict[str, list[Record]]]:
    """Runs by family, workers, delay, noise and budget, then by contestant in the order of the catalogue."""
    found: dict[Condition, dict[str, list[Record]]] = {}
    for record in runs:
        at = record.setting
        condition = (at.benchmark.split("/")[0], at.workers, at.delay, at.noise, at.budget)
        found.setdefault(condition, {}).setdefault(record.contestant, []).append(record)
    return found


def means(by_name: Mapping[str, Runs]) -> str:
    """Arithmetic and geometric means at SHOWN with intervals; best by the geometric mean at the end first."""
    rows = []
    for name, runs in by_name.items():
        plain, logs = regret.arithmetic(runs), regret.geometric(runs)
        rows.append((logs.mean[-1], [name, str(plain.count), *_cells(plain), *_cells(logs)]))
    rows.sort(key=lambda row: row[0])
    heads = [
        "method",
        "runs",
        *(f"mean {head}" for head in HEADS),
        *(f"geometric {head}" for head in HEADS),
    ]
    return table(heads, [cells for _, cells in rows])


def counts(by_name: Mapping[str, Sequence[Record]]) -> str:
    """What the runs did, on average."""
    heads = ["method", "trials", "resumes", "epochs", "full trainings", "CPU s deciding", "ms a decision"]
    rows = []
    for name, runs in by_name.items():
        decisions = sum(run.decisions for run in runs)
        cpu = sum(run.cpu_seconds for run in runs)
        figures = [
            np.mean([getattr(run, what) for run in runs]) for what in ("starts", "resumes", "epochs", "full")
        ]
        cells = [f"{figure:.0f}" for figure in figures]
        rows.append([name, *cells, f"{cpu / len(runs):.1f}", f"{1000 * cpu / max(1, decisions):.1f}"])
    return table(heads, rows)


def by_benchmark(by_name: Mapping[str, Runs]) -> str:
    """Means over seeds for each benchmark, at SHOWN."""
    names = sorted({name for runs in by_name.values() for name, _ in runs})
    rows = []
    for name in names:
        for method, runs in by_name.items():
            mean = np.mean([values for (where, _), values in runs.items() if where == name], axis=0)
            rows.append([name, method, *(f"{value:.3f}" for value in mean)])
    return table(["benchmark", "method", *HEADS], rows)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _cells(estimate: Estimate) -> list[str]:
    return [
        f"{mean:.3f} ({low:.3f}-{high:.3f})"
        for mean, low, high in zip(estimate.mean, estimate.low, estimate.high, strict=True)
    ]


def _introduction(runs: Sequence[Record]) -> str:
    benchmarks = len({run.setting.benchmark for run in runs})
    seeds = len({run.setting.seed for run in runs})
    return f"""# Sample efficiency

{len(runs):,} recorded runs on {benchmarks} benchmarks with {seeds} seeds, in virtual time: \
`python -m benchmarks efficiency` runs what is missing, `--analyse --write` wrote this page.

Wall-clock budget: {BUDGET:g} mean full trainings. The figures are normalised regrets of the incumbent, the \
best value reported so far, by what it is worth without noise. 0 is the best value of all runs on a \
benchmark; 1 is what a quarter of random configurations reach in a full training; worse than \
{regret.WORST:g} counts as {regret.WORST:g}, and below {regret.FLOOR:g} as {regret.FLOOR:g} in geometric \
means. In brackets: 95 % intervals, by drawing benchmarks and then seeds with replacement. Noise 1: each \
training is off by a twentieth of the distance between good configurations (best hundredth to best quarter), \
each epoch by as much again. Start-up: from a start or resume to its first epoch, in mean epochs."""
