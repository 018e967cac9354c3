"""The recorded runs as Markdown tables."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks import catalogue, claims, regret
from benchmarks.claims import JUDGED, MAIN, Condition, Verdict
from benchmarks.peers.catalogue import PEERS
from benchmarks.records import Record
from benchmarks.regret import SHOWN, Estimate, Runs
from benchmarks.simulation import BUDGET

PAGE = Path(__file__).parents[1] / "docs" / "measured" / "efficiency.md"
METHODS = PAGE.parents[1] / "methods.md"
BEGIN, END = "<!-- recorded: by python -m benchmarks efficiency --analyse --write -->", "<!-- end -->"
COMPARED = ("rs", "asha_promotion", *JUDGED)
"""The methods that are recorded in all conditions."""
HEADS = [f"{share:.0%}" for share in SHOWN]


def everything(runs: Sequence[Record]) -> str:
    """A page with a part for each family: how good its answers are, the claims, and the means in each
    condition. Nothing is a mean over families."""
    zero = regret.zeros(runs)
    runs, left_out = claims.enough(runs)
    verdicts = claims.test(runs, zero)
    parts = [_introduction(runs), *([_too_few(left_out)] if left_out else [])]
    for family in catalogue.FAMILIES:
        here = [run for run in runs if catalogue.family(run.setting.benchmark) == family]
        if not here:
            continue
        parts += [f"## {family}", quality(sorted({run.setting.benchmark for run in here}))]
        parts += [f"### Claims on {family}", claims.page(verdicts, family)]
        for condition, some in by_condition(here).items():
            by_name = {name: regret.regrets(theirs, zero) for name, theirs in some.items()}
            parts.append(f"### {family}, {claims.in_words(condition)}")
            parts += [means(by_name), counts(some)]
    return "\n\n".join(parts) + "\n"


def by_condition(runs: Sequence[Record]) -> dict[Condition, dict[str, list[Record]]]:
    """Runs by condition, the main one first, then by contestant."""
    found: dict[Condition, dict[str, list[Record]]] = {}
    for condition in sorted({claims.condition_of(run) for run in runs}, key=lambda at: (at != MAIN, at)):
        for record in runs:
            if claims.condition_of(record) == condition:
                found.setdefault(condition, {}).setdefault(record.contestant, []).append(record)
    return found


def quality(names: Sequence[str]) -> str:
    """What the benchmarks are, and how far their answers are to be trusted when each recorded row is left
    out in turn."""
    rows = []
    for name in names:
        benchmark = catalogue.benchmark(name)
        reference = f"{benchmark.reference:.4g}"
        rows.append([name, str(benchmark.epochs), f"{benchmark.training:.4g}", reference, benchmark.quality])
    heads = ["benchmark", "levels", "seconds of a training", "regret 1", "answers for what wasn't recorded"]
    return table(heads, rows)


def summary(runs: Sequence[Record]) -> str:
    """What docs/methods.md tells of the recorded runs: all methods in the main condition, some of them in the
    others, and the claims."""
    zero = regret.zeros(runs)
    runs, left_out = claims.enough(runs)
    first = [run for run in runs if run.setting.seed == 0]
    parts = ["### All methods", side_by_side(first, zero), "### In other conditions", elsewhere(first, zero)]
    verdicts = claims.test(runs, zero)
    for family in catalogue.FAMILIES:
        theirs = [verdict for verdict in verdicts if verdict.family == family]
        if theirs:
            parts += [f"### Claims on {family}", standing(theirs)]
    return "\n\n".join([*parts, *([_too_few(left_out)] if left_out else [])])


def side_by_side(runs: Sequence[Record], zero: Mapping[str, float]) -> str:
    """Means at SHOWN in the main condition: a row for each method, outside peers last, and a column for each
    family. The best one at each share is bold, of those that ran on all of its benchmarks; of others the
    cell says on how many."""
    here = [run for run in runs if claims.condition_of(run) == MAIN]
    names = sorted(
        {run.contestant for run in here}, key=lambda name: (name in PEERS, name not in JUDGED, name)
    )
    families = [name for name in catalogue.FAMILIES if any(_of(run, name) for run in here)]
    columns = [_column([run for run in here if _of(run, family)], names, zero) for family in families]
    rows = [[_name(name), *(column[i] for column in columns)] for i, name in enumerate(names)]
    return table(["method", *families], rows)


def elsewhere(runs: Sequence[Record], zero: Mapping[str, float]) -> str:
    """The same for the methods of COMPARED: a row for each condition and family that the judged methods
    ran in, a column for each method. Only benchmarks count on which all of these ran."""
    rows = []
    for condition, by_name in by_condition([run for run in runs if run.contestant in COMPARED]).items():
        for family in catalogue.FAMILIES:
            theirs = [run for some in by_name.values() for run in some if _of(run, family)]
            ran = {(run.contestant, run.setting.benchmark) for run in theirs}
            names = {name for name, _ in ran}
            shared = {where for _, where in ran if all((name, where) in ran for name in names)}
            here = [run for run in theirs if run.setting.benchmark in shared]
            if any(run.contestant in JUDGED for run in here):
                cells = _column(here, COMPARED, zero)
                rows.append([_unlike_main(condition), family, str(len(shared)), *cells])
    return table(["condition", "family", "tasks", *map(_name, COMPARED)], rows)


def standing(verdicts: Sequence[Verdict]) -> str:
    """The claims in the conditions without start-up and noise, a row each, with the differences at SHOWN."""
    rows: dict[str, dict[float, str]] = {}
    pairs: dict[str, set[int]] = {}
    for verdict in verdicts:
        if verdict.condition not in (claims.in_words(MAIN), claims.PLAIN):
            continue
        claim = re.sub(r" \([a-z_]+\)", "", verdict.claim)
        rival = re.search(r"\(([a-z_]+)\)", verdict.claim)
        mean, low, high = verdict.difference
        beside = f", {_name(rival[1])}" if rival else ""
        cell = f"{verdict.word}: {mean:+.3f} ({low:+.3f} to {high:+.3f}){beside}"
        rows.setdefault(claim, {})[verdict.share] = cell
        pairs.setdefault(claim, set()).add(verdict.pairs)
    return table(
        ["claim", "pairs", *HEADS],
        [
            [claim, ", ".join(map(str, sorted(pairs[claim]))), *(cells.get(share, "") for share in SHOWN)]
            for claim, cells in rows.items()
        ],
    )


def _column(runs: Sequence[Record], names: Sequence[str], zero: Mapping[str, float]) -> list[str]:
    """A cell for each method with its means at SHOWN; empty where it has no runs."""
    found = {name: regret.regrets((run for run in runs if run.contestant == name), zero) for name in names}
    means = {name: regret.arithmetic(theirs).mean.round(3) for name, theirs in found.items() if theirs}
    everywhere = max(map(len, found.values()))
    best = np.min([mean for name, mean in means.items() if len(found[name]) == everywhere], axis=0)
    cells = []
    for name in names:
        some = len(found[name]) < everywhere
        words = [
            f"**{value:.3f}**" if value == least and not some else f"{value:.3f}"
            for value, least in zip(means.get(name, ()), best, strict=False)
        ]
        cells.append(" ".join(words) + (f" ({len(found[name])} of {everywhere})" if some and words else ""))
    return cells


def _of(run: Record, family: str) -> bool:
    return catalogue.family(run.setting.benchmark) == family


def _unlike_main(condition: Condition) -> str:
    """What differs from the main condition."""
    workers, delay, noise, budget = condition
    words = ["1 worker" if workers == 1 else f"{workers} workers"] if workers != MAIN[0] else []
    words += [f"start-up of {delay:g} epochs"] if delay else []
    words += [f"noise {noise:g}"] if noise else []
    words += [f"{budget:g} trainings"] if budget != MAIN[3] else []
    return ", ".join(words) or f"{MAIN[0]} workers, {MAIN[3]:g} trainings"


def _too_few(left_out: Sequence[str]) -> str:
    return (
        "Left out, as they are recorded on less than a third of a family's benchmarks (with their runs): "
        f"{'; '.join(left_out)}."
    )


def _name(contestant: str) -> str:
    return f"*{contestant}*" if contestant in PEERS else f"`{contestant}`"


def insert(text: str, part: str) -> str:
    """The text with this part between its marks. Raises ValueError if it has none."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no {BEGIN} with an {END} after it")
    return f"{before}{begin}\n\n{part}\n\n{end}{after}"


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

Wall-clock budget, unless said otherwise: {BUDGET:g} mean full trainings. Each family stands for itself: \
no figure is a mean over families. The figures are normalised regrets of the incumbent, the best value \
reported so far, by what it is worth without noise. 0 is the best value of all runs on a benchmark; 1 is \
what a quarter of random configurations reach in a full training; worse than {regret.WORST:g} counts as \
{regret.WORST:g}, and below {regret.FLOOR:g} as {regret.FLOOR:g} in geometric means. In brackets: 95 % \
intervals, by drawing benchmarks and then seeds with replacement. Noise 1: each training is off by a \
twentieth of the distance between good configurations (best hundredth to best quarter), each epoch by as \
much again. Start-up: from a start or resume to its first epoch, in mean epochs. A report of NaN fails \
its trial. Names as `optuna_gp` or `syne_tune_mobster` are other libraries' methods, which ran in the \
same simulation with the same seeds.

Claims are tested in pairs of runs with the same benchmark and seed. The difference is that of \
arithmetic means, left minus what it may be at most (half of the right side, say); the ratio is the \
geometric mean of left over right. *best outside* is, at each share, the library's method that is \
furthest ahead in these pairs, and so a little flattered. *holds* answers for the arithmetic and then \
for the geometric mean; *open* means that the 95 % interval has both answers."""
