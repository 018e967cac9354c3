"""The findings of a study for each benchmark, and its tables as CSV and Markdown."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tunewise.csv_rows import write_rows
from tunewise.disk import replacing
from tunewise.display.formats import count
from tunewise.results import ExperimentResult, load_folder
from tunewise.studies import comparison
from tunewise.studies.outcome import Outcome
from tunewise.studies.plan import Cell, Plan, find_benchmark
from tunewise.studies.spec import StudyError, StudySpec

AXES: tuple[comparison.Axis, ...] = ("wallclock", "worker_hours")


class Findings:
    """The findings of the experiments on one benchmark.

    groups: the methods in each panel, by the panel's title; the other methods share a panel. claims: to test.
    target: by default the final value of the first method with the most workers.
    """

    def __init__(
        self,
        outcomes: Iterable[Outcome],
        benchmark: str,
        groups: Mapping[str, Sequence[str]],
        claims: Sequence[comparison.Claim] = comparison.PUBLISHED,
        target: float | None = None,
    ) -> None:
        self.benchmark = benchmark
        self.arms: comparison.Arms = comparison.arms_of(outcomes, benchmark)
        first = next(iter(self.arms.values()))[0]
        self.metric, self.mode, self.price = first.metric, first.mode, first.price
        self.ends = comparison.ends(self.arms)
        self.target = comparison.default_target(self.arms) if target is None else target
        self.reaches = comparison.reaches(self.arms, self.target)
        self.missing = comparison.missing_seeds(self.arms)
        found = [comparison.evaluate(claim, self.arms) for claim in claims]
        self.verdicts: list[comparison.Verdict] = [verdict for verdict in found if verdict is not None]
        self.groups = self._grouped(groups)

    @property
    def priced(self) -> bool:
        """Whether a price was given, so that costs aren't just worker-hours."""
        return self.price != 1.0

    @property
    def axes(self) -> tuple[comparison.Axis, ...]:
        return (*AXES, "money") if self.priced else AXES

    @property
    def methods(self) -> list[str]:
        return list(dict.fromkeys(arm.method for arm in self.arms))

    @property
    def workers(self) -> list[int]:
        return sorted({arm.workers for arm in self.arms})

    def _grouped(self, groups: Mapping[str, Sequence[str]]) -> dict[str, list[comparison.Arm]]:
        found = {title: [arm for arm in self.arms if arm.method in names] for title, names in groups.items()}
        rest = [arm for arm in self.arms if not any(arm.method in names for names in groups.values())]
        return {title: arms for title, arms in (*found.items(), ("others" if found else "", rest)) if arms}


def findings_of(
    outcomes: Sequence[Outcome],
    groups: Mapping[str, Sequence[str]],
    claims: Sequence[comparison.Claim] = comparison.PUBLISHED,
    target: float | None = None,
) -> list[Findings]:
    """The findings for each benchmark that has a result."""
    shown = [outcome for outcome in outcomes if outcome.well]
    return [
        Findings(shown, benchmark, groups, claims, target) for benchmark in comparison.benchmarks_of(shown)
    ]


def write_tables(findings: Sequence[Findings], folder: Path) -> list[Path]:
    """Writes the tables and claims of each benchmark into a folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in findings:
        prefix = folder / one.benchmark
        paths += [_write_ends(one, prefix), _write_curves(one, prefix), _write_markdown(one, prefix)]
    return paths


def _write_ends(one: Findings, prefix: Path) -> Path:
    path = prefix.with_name(f"{prefix.name}-ends.csv")
    header = (
        "method", "n_workers", "seeds", "mean", "low_90", "high_90", "wallclock_s", "worker_hours", "money",
        "target_reached", "target_wallclock_s", "target_worker_hours", "target_money",
    )  # fmt: skip
    rows = [
        (*end.arm, *end[1:], reach.reached, *map(_finite, reach[3:]))
        for end, reach in zip(one.ends, one.reaches, strict=True)
    ]
    return _write_csv(path, header, rows)


def _finite(amount: float) -> float | str:
    return amount if math.isfinite(amount) else ""


def _write_curves(one: Findings, prefix: Path) -> Path:
    path = prefix.with_name(f"{prefix.name}-curves.csv")
    header = (
        "axis", "method", "n_workers", "amount", "mean", "mean_low_90", "mean_high_90",
        "median", "median_low_90", "median_high_90",
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    for axis in one.axes:
        for arm, group in one.arms.items():
            mean, median = comparison.curve(group, axis), comparison.curve(group, axis, "median")
            columns = (mean.amounts, mean.centre, mean.low, mean.high, median.centre, median.low, median.high)
            rows += [(axis, *arm, *row) for row in zip(*(column.tolist() for column in columns), strict=True)]
    return _write_csv(path, header, rows)


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with replacing(path) as draft, draft.open("w", newline="", encoding="utf-8") as file:
        write_rows(file, header, rows)
    return path


def _write_markdown(one: Findings, prefix: Path) -> Path:
    path = prefix.with_name(f"{prefix.name}.md")
    with replacing(path) as draft:
        draft.write_text(markdown(one), encoding="utf-8")
    return path


def markdown(one: Findings) -> str:
    """The claims, and the table of final values and of what it took to reach the target."""
    lines = [f"# {one.benchmark}", ""]
    lines += [*(f"- {verdict}" for verdict in one.verdicts), ""] if one.verdicts else []
    lines += [
        f"Target: {one.metric} {one.target:.5g}. Means over seeds with 90 % bootstrap intervals; time and "
        "cost to the target are medians over seeds, missing where half of them or more did not reach it.",
        "",
        f"| method | workers | seeds | {one.metric} at the end | wall-clock | worker-hours | cost | target "
        "reached | time to it | worker-hours | cost |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table(one)]
    if one.missing:
        told = "; ".join(f"{arm}: {', '.join(map(str, seeds))}" for arm, seeds in one.missing.items())
        lines += ["", f"Seeds without a result: {told}."]
    return "\n".join(lines) + "\n"


def table(one: Findings) -> list[tuple[str, ...]]:
    """A row for each arm, with the columns of `markdown`."""
    return [
        (
            end.arm.method,
            str(end.arm.workers),
            str(end.seeds),
            f"{end.mean:.4g} ({end.low:.4g} to {end.high:.4g})",
            f"{end.wallclock:,.0f} s",
            f"{end.worker_hours:.3g}",
            f"{end.money:.3g}" if one.priced else "-",
            f"{reach.reached} of {reach.seeds}",
            f"{reach.wallclock:,.0f} s" if math.isfinite(reach.wallclock) else "-",
            f"{reach.worker_hours:.3g}" if math.isfinite(reach.worker_hours) else "-",
            f"{reach.money:.3g}" if one.priced and math.isfinite(reach.money) else "-",
        )
        for end, reach in zip(one.ends, one.reaches, strict=True)
    ]


ChosenExperiments = dict[str, dict[str, "ExperimentResult"]]
"""The experiments whose learning curves a figure shows, by its name and by their titles."""


def typical_experiments(plan: Plan, outcomes: Mapping[str, Outcome]) -> ChosenExperiments:
    """For each benchmark and method the first successful seed, with the middle number of workers.

    outcomes: by their experiments' names.
    """
    groups: dict[str, dict[str, Cell]] = {}
    for cell in sorted(plan.cells, key=lambda cell: cell.seed):
        outcome = outcomes.get(cell.name)
        if outcome is None or not outcome.well:
            continue
        if cell.workers == _middle(plan, cell.benchmark):
            groups.setdefault(outcome.benchmark, {}).setdefault(cell.method, cell)
    methods = list(dict.fromkeys(cell.method for cell in plan.cells))
    chosen: ChosenExperiments = {}
    for benchmark, cells in groups.items():
        for cell in sorted(cells.values(), key=lambda cell: methods.index(cell.method)):
            record = _load(plan, cell)
            if record is not None:  # its folder may have been deleted
                chosen.setdefault(benchmark, {})[_title(cell)] = record
    return chosen


def named_experiments(plan: Plan, spec: StudySpec, names: Sequence[str]) -> ChosenExperiments:
    """Experiments by their names, finished or not, with a figure for each benchmark. Raises `StudyError`."""
    known = {cell.name: cell for cell in plan.cells}
    chosen: ChosenExperiments = {}
    for name in names:
        if name not in known:
            raise StudyError(
                f"There is no experiment {name!r} in {plan.tag}: `tunewise list {plan.tag}` lists them."
            )
        cell = known[name]
        record = _load(plan, cell)
        if record is None or record.best is None:
            raise StudyError(f"{name} has no report yet: choose other experiments for --curves.")
        benchmark = find_benchmark(cell.benchmark, plan.settings, spec).name
        chosen.setdefault(benchmark, {})[_title(cell)] = record
    return chosen


def _load(plan: Plan, cell: Cell) -> ExperimentResult | None:
    paths = plan.paths.experiment(cell.name)
    return load_folder(paths) if paths.definition.exists() else None


def _middle(plan: Plan, benchmark: str) -> int:
    numbers = sorted({cell.workers for cell in plan.cells if cell.benchmark == benchmark})
    return numbers[len(numbers) // 2]


def _title(cell: Cell) -> str:
    return f"{cell.method}, {count(cell.workers, 'worker')}, seed {cell.seed}"
