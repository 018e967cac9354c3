"""The experiments of a study whose learning curves are looked at."""

from collections.abc import Mapping, Sequence

from tunewise.results import ExperimentResult, load_folder
from tunewise.studies.outcome import Outcome
from tunewise.studies.plan import Cell, Plan, find_benchmark
from tunewise.studies.spec import StudyError, StudySpec

Chosen = dict[str, dict[str, "ExperimentResult"]]
"""For each figure's name the experiments in it, by their titles."""


def typical(plan: Plan, outcomes: Mapping[str, Outcome]) -> Chosen:
    """Of each benchmark and method the first seed that went well, at the middle number of workers.

    outcomes: by the names of their experiments.
    """
    groups: dict[str, dict[str, Cell]] = {}
    for cell in sorted(plan.cells, key=lambda cell: cell.seed):
        outcome = outcomes.get(cell.name)
        if outcome is None or not outcome.well:
            continue
        if cell.workers == _middle(plan, cell.benchmark):
            groups.setdefault(outcome.benchmark, {}).setdefault(cell.method, cell)
    methods = list(dict.fromkeys(cell.method for cell in plan.cells))
    chosen: Chosen = {}
    for benchmark, cells in groups.items():
        for cell in sorted(cells.values(), key=lambda cell: methods.index(cell.method)):
            record = _load(plan, cell)
            if record is not None:  # its folder may have been tidied up
                chosen.setdefault(benchmark, {})[_title(cell)] = record
    return chosen


def named(plan: Plan, spec: StudySpec, names: Sequence[str]) -> Chosen:
    """Experiments by their names, finished or not, in figures by their benchmarks. Raises `StudyError`."""
    known = {cell.name: cell for cell in plan.cells}
    chosen: Chosen = {}
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
    return f"{cell.method}, {cell.workers} worker{'s' * (cell.workers != 1)}, seed {cell.seed}"
