"""What a study runs: an experiment for each method, benchmark, number of workers and seed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tunewise import disk
from tunewise.backends import spec_class
from tunewise.backends.specs import Location, ScriptBackendSpec
from tunewise.benchmarks.definitions import (
    Benchmark,
    benchmark_of,
    real_benchmark_definitions,
    simulated_benchmark_definitions,
)
from tunewise.blackboxes.references import (
    absolute_place,
    absolute_reference,
    kept_reference,
    without_defaults,
)
from tunewise.disk import decode
from tunewise.paths import ExperimentPaths, StudyPaths, check_name, home
from tunewise.studies.spec import StudyError, StudySpec


class Cell(msgspec.Struct, frozen=True):
    """One experiment of a study.

    name: of its folder. benchmark: a name or reference. seed: the number of the repetition, from which the
    method's seed is derived. max_wallclock_time: in seconds.
    """

    name: str
    method: str
    benchmark: str
    workers: int = msgspec.field(name="n_workers")
    seed: int
    max_wallclock_time: float


class StudySettings(msgspec.Struct, frozen=True):
    """What all experiments of a study share. It can't change later.

    source: the file or folder that defines the methods. backend: the kind of back end that runs the trials.
    size: of real benchmarks. random_seed: of everything. max_failures: an experiment ends when this many
    trials failed before the first success. price: money for a worker-hour; pay_idle: whether idle workers
    cost. max_cost: of each experiment. site: the back end's settings, as `ScriptBackendSpec.options` gives
    them; None for the defaults. tuners: the kind of back end that runs the tuners as jobs; "" if they are
    processes on this machine. Earlier versions wrote None: jobs on SageMaker if there is a site.
    """

    source: str
    backend: str
    size: str | None
    random_seed: int
    max_failures: int
    price: float
    pay_idle: bool
    max_cost: float | None
    start_delay: float | None
    site: dict[str, Any] | None = None
    tuners: str | None = None

    @property
    def location(self) -> Location:
        """Where jobs run. Raises `BackendError` for a back end that isn't known here."""
        return spec_class(self.backend).location

    @property
    def simulated(self) -> bool:
        return self.location is Location.VIRTUAL

    @property
    def tuned_on(self) -> str:
        """The kind of back end that runs the tuners as jobs; "" if they are local processes."""
        if self.tuners is None:
            return "" if self.site is None else self.backend
        return self.tuners


class Plan(msgspec.Struct, frozen=True):
    """A study: its tag, its settings, and its experiments in the order in which they run."""

    tag: str
    settings: StudySettings
    cells: tuple[Cell, ...]

    @property
    def paths(self) -> StudyPaths:
        return StudyPaths.named(self.tag)


def seed_of(random_seed: int, number: int) -> int:
    """The seed of a repetition: the same for all methods and numbers of workers."""
    import numpy as np  # those who read a plan need none of it

    return int(np.random.SeedSequence([random_seed, number]).generate_state(1)[0] >> 1)


def scaled(seconds: float, workers: int, default_workers: int) -> float:
    """The wall-clock time for fewer workers than the default: longer, for the same worker-time."""
    return seconds * default_workers / min(workers, default_workers)


def make_plan(
    tag: str,
    settings: StudySettings,
    spec: StudySpec,
    benchmarks: Sequence[str],
    methods: Sequence[str],
    workers: Sequence[int],
    seeds: Sequence[int],
    max_wallclock_time: float | None = None,
    scale_max_wallclock_time: bool = False,
) -> Plan:
    """The grid of experiments. workers: if empty, the benchmark's default. max_wallclock_time: in seconds, by
    default the benchmark's. Raises `StudyError`."""
    try:
        check_name(tag)
    except ValueError:
        raise StudyError(
            f"{tag!r} can't name a study: use letters, digits, '.', '_' and '-', at most 100, beginning with "
            "a letter or digit."
        ) from None
    if "/" in tag:
        raise StudyError(f"{tag!r} can't name a study: leave out the slash.")
    unknown = [name for name in methods if name not in spec.methods]
    if unknown:
        raise StudyError(
            f"There is no method {unknown[0]!r}: {settings.source} has {', '.join(spec.methods)}."
        )
    cells = []
    for name_or_reference in benchmarks:
        # absolute, as an experiment may be resumed from another folder
        known = ":" not in name_or_reference
        reference = name_or_reference if known else absolute_place(name_or_reference)
        benchmark = find_benchmark(reference, settings, spec)
        seconds = max_wallclock_time or benchmark.max_wallclock_time
        # seed by seed, so that an unfinished study has some of each method
        for seed, count, method in product(seeds, workers or (benchmark.workers,), methods):
            limit = scaled(seconds, count, benchmark.workers) if scale_max_wallclock_time else seconds
            name = _name(f"{benchmark.name}-{method}-{count}w-{seed}")
            cells.append(Cell(name, method, reference, count, seed, limit))
    doubles = {cell.name for cell in cells if sum(other.name == cell.name for other in cells) > 1}
    if doubles:
        raise StudyError(
            f"Two experiments would be called {min(doubles)}: name each thing once, differently."
        )
    return Plan(tag, settings, tuple(cells))


def _name(text: str) -> str:
    """Of an experiment. Raises `StudyError`."""
    try:
        return check_name(re.sub(r"[^A-Za-z0-9._-]", "_", text))
    except ValueError:
        raise StudyError(
            f"An experiment can't be called {text}: let the names of benchmarks and methods be shorter, as "
            "all of it may have 100 characters, and begin with a letter or digit."
        ) from None


def find_benchmark(name: str, settings: StudySettings, spec: StudySpec) -> Benchmark:
    """A benchmark of the study or of Tunewise, or the one that a reference names. Raises `StudyError`."""
    if name in spec.benchmarks:
        return spec.benchmarks[name]
    if ":" in name:
        return benchmark_of(name)
    if settings.simulated:
        known = simulated_benchmark_definitions()
    else:
        try:
            known = real_benchmark_definitions(settings.location is Location.REMOTE, settings.size)
        except ValueError as error:
            raise StudyError(str(error)) from None
    if name not in known and name.endswith(".npz"):
        raise StudyError(
            f"{name!r} doesn't say which format it has: write recorded:{name} for what `tunewise record` "
            f"made, or lcbench:{name}."
        )
    if name not in known:
        raise StudyError(
            f"There is no benchmark {name!r} for the back end {settings.backend}: there are "
            f"{', '.join([*spec.benchmarks, *known])}, and recordings as FORMAT:PATH."
        )
    return known[name]


def read_plan(tag: str) -> Plan:
    """The plan of an existing study. Raises `StudyError`."""
    path = StudyPaths.named(tag).plan
    try:
        plan = decode(path.read_bytes(), Plan)
    except FileNotFoundError:
        if ExperimentPaths(path.parent).definition.exists():
            raise StudyError(
                f"{tag!r} is an experiment, not a study: `tunewise show {tag}` shows it."
            ) from None
        raise StudyError(f"There is no study {tag!r} in {home()}: `tunewise study` makes one.") from None
    except ValueError as error:
        raise StudyError(f"{path} can't be read ({error}): restore it.") from None
    cells = tuple(
        msgspec.structs.replace(cell, benchmark=kept_reference(cell.benchmark)) for cell in plan.cells
    )
    return msgspec.structs.replace(plan, tag=tag, cells=cells)  # the folder may have been copied


def joined_plan(plan: Plan) -> Plan:
    """The plan together with what the study has planned before. Raises `StudyError` if they contradict each
    other."""
    if ExperimentPaths(plan.paths.folder).definition.exists():
        raise StudyError(f"{plan.tag!r} is an experiment already: choose another --experiment-tag.")
    before = read_plan(plan.tag) if plan.paths.plan.exists() else None
    plan = _with_full_references(plan, () if before is None else before.cells)
    return plan if before is None else _joined(before, plan)


def _with_full_references(plan: Plan, before: Sequence[Cell]) -> Plan:
    """The plan with complete references. An option that a reference leaves out has the value that the study
    used before, or else today's default. Raises `StudyError` for another value, which would mix results."""
    earlier = {without_defaults(cell.benchmark): cell.benchmark for cell in before}
    cells = []
    for cell in plan.cells:
        old, new = earlier.get(without_defaults(cell.benchmark)), cell.benchmark
        if ":" in new:
            new = old if old is not None and new in earlier else absolute_reference(new)
        if old is not None and new != old:
            raise StudyError(
                f"The study {plan.tag!r} was begun on {old}, not {new}: use the same again, or choose "
                "another --experiment-tag."
            )
        cells.append(msgspec.structs.replace(cell, benchmark=new))
    return msgspec.structs.replace(plan, cells=tuple(cells))


def keep_plan(plan: Plan) -> Plan:
    """Saves the plan together with what the study has planned before, and returns both as one.

    Raises `StudyError` if they contradict each other.
    """
    plan = joined_plan(plan)
    disk.write(plan.paths.plan, msgspec.json.format(msgspec.json.encode(plan), indent=1) + b"\n")
    return plan


def _joined(before: Plan, now: Plan) -> Plan:
    settings_before, settings_now = _comparable(before.settings), _comparable(now.settings)
    usual = spec_class(now.settings.backend)
    for name in {**settings_now, **settings_before}:
        old, new = (one.get(name, getattr(usual, name, None)) for one in (settings_before, settings_now))
        if old != new:
            raise StudyError(
                f"The study {now.tag!r} was begun with {name}={old!r}, not {new!r}: use the same again, or "
                "choose another --experiment-tag."
            )
    known = {cell.name: cell for cell in before.cells}
    for cell in now.cells:
        old_cell = known.setdefault(cell.name, cell)
        if old_cell != cell:
            raise StudyError(
                f"{cell.name} was planned with {old_cell.max_wallclock_time:g} s on {old_cell.benchmark}, "
                f"not {cell.max_wallclock_time:g} s on {cell.benchmark}: choose another --experiment-tag."
            )
    return msgspec.structs.replace(before, cells=tuple(known.values()))


def _comparable(settings: StudySettings) -> dict[str, object]:
    """Settings by name, the back end's first, as others depend on them. Leaves out defaults, which earlier
    versions wrote as well."""
    spec, site = spec_class(settings.backend), settings.site or {}
    if issubclass(spec, ScriptBackendSpec):
        site = spec.from_options(Path(settings.source), (), site).options()
    own = msgspec.structs.asdict(settings)
    del own["site"]
    return {"backend": own.pop("backend"), **site, **own, "tuners": settings.tuned_on}


HOUR = 3600.0


class ForecastRow(NamedTuple):
    """Experiments of one benchmark and number of workers. wallclock: seconds of each. money: of all."""

    benchmark: str
    workers: int
    experiments: int
    wallclock: float
    worker_hours: float
    money: float


class Forecast(NamedTuple):
    """The most that a study can take: each experiment uses all of its wall-clock time.

    elapsed: seconds from the first start to the last end.
    """

    rows: tuple[ForecastRow, ...]
    experiments: int
    elapsed: float
    worker_hours: float
    money: float


def forecast(plan: Plan, cells: Sequence[Cell], jobs: int) -> Forecast:
    """The forecast for these experiments, `jobs` at once."""
    groups: dict[tuple[str, int, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[cell.benchmark, cell.workers, cell.max_wallclock_time].append(cell)
    limit = plan.settings.max_cost
    rows = []
    for (benchmark, workers, wallclock), group in groups.items():
        hours = workers * wallclock / HOUR
        if limit is not None:
            hours = min(hours, limit / plan.settings.price)
        total = hours * len(group)
        rows.append(
            ForecastRow(benchmark, workers, len(group), wallclock, total, total * plan.settings.price)
        )
    return Forecast(
        tuple(rows),
        len(cells),
        _elapsed([cell.max_wallclock_time for cell in cells], jobs),
        sum(row.worker_hours for row in rows),
        sum(row.money for row in rows),
    )


def _elapsed(seconds: Sequence[float], jobs: int) -> float:
    """When the last of these runs ends, if each starts as soon as one of `jobs` places is free."""
    places = [0.0] * jobs
    for one in seconds:
        first = places.index(min(places))
        places[first] += one
    return max(places)
