"""Sample efficiency: many runs of many methods on many benchmarks.

    python -m benchmarks efficiency --methods rs,bo,wise --tables lcbench --seeds 5 --delays 0,5 --noise 0,1

runs what isn't in the store yet and appends it. All contestants, benchmarks, delays and noises are wanted
if left out, so `--seeds 5` records everything; more workers are recorded by `--workers`. --analyse runs
nothing and says what is there as tables, runs of older versions left out; --write puts them into
docs/measured/efficiency.md, and a summary into docs/methods.md. Without any option the claims are printed
as figures, as `make bench` does it.
For research there is

    from benchmarks.efficiency import compare
    compare(["rs", "bo", ("mine", my_function), ("asha2", "asha", {"reduction_factor": 2})], ["lcbench"],
            seeds=2, delays=[0, 5], noises=[1], jobs=1)

with my_function(problem, seed) -> Method. It prints and returns, and records nothing but the best values.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import catalogue, claims, contestants, records, regret, report, tables
from benchmarks.figures import Figure, Skipped
from benchmarks.grid import Failed, Job, Spec, run_all
from benchmarks.kept import CACHE, MissingTables
from benchmarks.peers import catalogue as peers
from benchmarks.records import Record, Setting
from benchmarks.simulation import BUDGET, Factory

SEEDS = 5
LONG = 10.0  # CPU seconds of deciding; longer runs aren't repeated
BEST = CACHE / f"best-{tables.VERSION}.json"
"""The best values that `compare` has seen, so that its zero stays where it is from call to call."""

Named = str | tuple[str, Factory] | tuple[str, str, Mapping[str, object]]


def compare(
    methods: Sequence[Named],
    benchmarks: Sequence[str] = ("lcbench",),
    seeds: int | Sequence[int] = 2,
    workers: int = 4,
    delays: Sequence[float] = (0.0,),
    noises: Sequence[float] = (0.0,),
    budget: float = BUDGET,
    jobs: int = 1,
    each: bool = False,
) -> dict[tuple[str, float, float], list[Record]]:
    """Runs methods and prints their regrets at 10, 25, 50 and 100 % of the budget, one table for each family,
    delay and noise; `each`: one more for each benchmark.

    methods: names of contestants or methods, (label, function) or (label, name, arguments). seeds: how
    many, or which. Zero is the best value that this or an earlier comparison has seen on this machine.
    Returns the runs by label, delay and noise.
    """
    specs = [_spec(named) for named in methods]
    chosen = list(range(seeds)) if isinstance(seeds, int) else list(seeds)
    names = catalogue.expand(list(benchmarks))
    found: dict[tuple[str, float, float], list[Record]] = {}
    conditions = [(delay, noise) for delay in delays for noise in noises]
    wanted: list[Job] = [
        (spec, Setting(name, seed, workers, delay, noise, budget))
        for seed in chosen
        for delay, noise in conditions
        for name in names
        for spec in specs
    ]
    for record in _run(wanted, jobs, quiet=True):
        key = (record.contestant, record.setting.delay, record.setting.noise)
        found.setdefault(key, []).append(record)
    zero = _best_seen([record for some in found.values() for record in some])
    for delay, noise in conditions:
        here = {
            spec.contestant: found[spec.contestant, delay, noise]
            for spec in specs
            if (spec.contestant, delay, noise) in found
        }
        for family in dict.fromkeys(map(catalogue.family, names)):
            theirs = {
                name: [run for run in some if catalogue.family(run.setting.benchmark) == family]
                for name, some in here.items()
            }
            print(f"\n{family}, {claims.in_words((workers, delay, noise, budget))}")
            print(report.means({name: regret.regrets(some, zero) for name, some in theirs.items()}))
            print(report.counts(theirs))
            if each:
                print(
                    report.by_benchmark({name: regret.regrets(some, zero) for name, some in theirs.items()})
                )
    return found


def measure() -> Iterator[Figure | Skipped]:
    """The claims on the recorded families without start-up and noise, and a few recorded runs repeated."""
    runs = _everybody(records.STORE)
    for family in catalogue.RECORDED:
        try:
            names = catalogue.expand([family])
        except MissingTables as error:
            yield Skipped(f"sample efficiency, {family}", str(error))
            continue
        here = [run for run in runs if run.setting.benchmark in names]
        if not here:
            yield Skipped(f"sample efficiency, {family}", f"no runs are recorded in {records.STORE}")
        for verdict in claims.test(claims.enough(here)[0], regret.zeros(here)):
            if verdict.condition in (claims.in_words(claims.MAIN), claims.PLAIN):
                yield verdict.figure
        yield from _repeated(here, names[0])


def _repeated(runs: Sequence[Record], name: str) -> Iterator[Figure]:
    """One recorded run of each contestant on a benchmark, if it is short, run again."""
    setting = Setting(name)
    some = [
        run
        for run in runs
        if run.setting == setting and run.cpu_seconds < LONG and run.contestant in contestants.CONTESTANTS
    ]
    jobs = [(Spec.of(run.contestant), setting) for run in some]
    changed = []
    for run, (again, _) in zip(some, run_all(jobs, 1), strict=True):
        if isinstance(again, Failed) or again.marks != run.marks:
            changed.append(run.contestant)
    remark = f"others: {', '.join(changed)}; bump their versions and record them again" if changed else ""
    same = (len(some) - len(changed)) / max(1, len(some))
    if some:
        label = f"recorded runs on {name} that repeat, of {len(some)}"
        yield Figure(label, same, 1.0, "", at_most=False, remark=remark)


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        names = catalogue.expand(options.tables)
    except MissingTables as error:
        print(error, file=sys.stderr)
        return 2
    store: Path = options.store
    failures = 0
    if not options.analyse:
        jobs = _missing(options, names, store)
        done = 0
        for record in _run(jobs, options.jobs):
            records.append(store, record)
            done += 1
        failures = len(jobs) - done
    if options.tidy:
        records.compact(store, _current(store))
    if not options.analyse and not options.write:
        return 1 if failures else 0
    runs = [run for run in _everybody(store) if run.setting.benchmark in names]
    text = report.everything(runs)
    if options.write:
        page, methods = options.write_to
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text)
        methods.write_text(report.insert(methods.read_text(), report.summary(runs)))
        print(f"Written to {page} and {methods}.")
    else:
        print(text)
    return 1 if failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks efficiency", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    listed = _list(str)
    parser.add_argument("--methods", type=listed, default=None, help="names; default: all that there are")
    parser.add_argument("--tables", type=listed, default=list(catalogue.FAMILIES))
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many")
    parser.add_argument("--workers", type=_list(int), default=[4])
    parser.add_argument("--delays", type=_list(float), default=[0.0, 5.0], help="in mean epochs")
    parser.add_argument("--noise", type=_list(float), default=[0.0, 1.0])
    parser.add_argument("--budget", type=float, default=BUDGET, help="wall-clock in mean full trainings")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--store", type=Path, default=records.STORE)
    parser.add_argument("--analyse", action="store_true", help="run nothing")
    parser.add_argument("--tidy", action="store_true", help="drop runs of older versions from the store")
    parser.add_argument("--write", action="store_true")
    pages = (report.PAGE, report.METHODS)
    parser.add_argument("--write-to", type=Path, nargs=2, default=pages, help=argparse.SUPPRESS)
    return parser


def _list(kind: type) -> Callable[[str], list[Any]]:
    def split(text: str) -> list[Any]:
        return [kind(part) for part in text.split(",") if part]

    split.__name__ = f"list of {kind.__name__}"
    return split


def _current(store: Path) -> list[Record]:
    """The recorded runs of the contestants as they are now."""
    return [run for run in records.load(store) if contestants.is_current(run.contestant, run.identity)]


def _everybody(store: Path) -> list[Record]:
    """The same, and those of the outside peers."""
    return [*_current(store), *_current(peers.STORE)]


def _missing(options: argparse.Namespace, names: list[str], store: Path) -> list[Job]:
    """What is wanted and not in the store, so ordered that what is there is balanced at any time."""
    have = {record.key for record in records.load(store)}
    specs = [Spec.of(name) for name in options.methods or contestants.available()]
    wanted = [
        (spec, Setting(name, seed, workers, delay, noise, options.budget))
        for seed in range(options.seeds)
        for workers in options.workers
        for delay in options.delays
        for noise in options.noise
        for name in _mixed(names)
        for spec in specs
    ]
    return [(spec, setting) for spec, setting in wanted if (spec.identity, setting) not in have]


def _mixed(names: Sequence[str]) -> list[str]:
    """Benchmarks so ordered that each family is got through at the same pace."""
    families: dict[str, list[str]] = {}
    for name in names:
        families.setdefault(catalogue.family(name), []).append(name)
    place = {name: (i + 0.5) / len(some) for some in families.values() for i, name in enumerate(some)}
    return sorted(names, key=place.__getitem__)


def _run(jobs: Sequence[Job], processes: int, quiet: bool = False) -> Iterator[Record]:
    """Yields the runs as they end, with a line of progress for each; if quiet, one that is overwritten.

    Those that fail are told and left out.
    """
    begun = time.perf_counter()
    for number, (outcome, seconds) in enumerate(run_all(jobs, processes), start=1):
        left = (time.perf_counter() - begun) / number * (len(jobs) - number)
        setting = outcome.setting
        if isinstance(outcome, Failed):
            print(f"\n{outcome.spec.contestant} on {setting} failed:\n{outcome.error}", file=sys.stderr)
            continue
        line = (
            f"{number}/{len(jobs)}  {outcome.contestant:<22} {setting.benchmark:<22} seed {setting.seed}  "
            f"workers {setting.workers}  delay {setting.delay:g}  noise {setting.noise:g}  "
            f"{outcome.starts} starts, {outcome.full} full, {outcome.cpu_seconds:.1f} CPU s deciding, "
            f"{seconds:.1f} s; {left / 60:.1f} min left"
        )
        end = "\r" if quiet and sys.stderr.isatty() else "\n"
        print(line, end=end, flush=True, file=sys.stderr)
        yield outcome


def _spec(named: Named) -> Spec:
    if isinstance(named, str):
        return Spec.of(named)
    label, method, *rest = named
    arguments = dict(rest[0]) if rest else {}
    return Spec(label, method, arguments, label)


def _best_seen(runs: Sequence[Record]) -> dict[str, float]:
    best = regret.zeros([*runs, *_everybody(records.STORE)])
    if BEST.exists():
        for name, value in json.loads(BEST.read_text()).items():
            best[name] = min(best.get(name, value), value)
    CACHE.mkdir(parents=True, exist_ok=True)
    draft = BEST.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(best))
    draft.replace(BEST)
    return best
