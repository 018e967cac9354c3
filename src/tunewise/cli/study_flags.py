"""The flags that `study` and `launch` share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click
import msgspec

from tunewise.cli.parameters import names_list, numbers_list, positive, seconds, whole
from tunewise.cli.sections import all_of, section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.studies.plan import Plan, Settings
    from tunewise.studies.spec import StudySpec

_GRID = section("The grid")
_RUN = section("How it runs")


class StudyFlags(msgspec.Struct, frozen=True):
    """What the flags say. max_wallclock_time: seconds. scale_max_wallclock_time: 0 or 1."""

    experiment_tag: str
    benchmark: tuple[str, ...]
    method: tuple[str, ...] | None
    n_workers: tuple[int, ...] | None
    num_seeds: int
    start_seed: int
    random_seed: int
    max_wallclock_time: float | None
    scale_max_wallclock_time: int
    size: str | None
    max_failures: int
    max_cost: float | None
    rerun_failed: bool
    only_forecast: bool

    @classmethod
    def of(cls, flags: Mapping[str, object]) -> StudyFlags:
        return msgspec.convert({name: flags[name] for name in cls.__struct_fields__}, cls)

    def settings(
        self,
        source: str,
        backend: str,
        price: float | None,
        pay_idle: bool = False,
        start_delay: float | None = None,
        site: dict[str, Any] | None = None,
        tuners: str = "",
    ) -> Settings:
        """Of the study, with what `study` and `launch` each say for themselves."""
        from tunewise.studies.plan import Settings

        return Settings(
            source=os.path.abspath(source),
            backend=backend,
            size=self.size,
            random_seed=self.random_seed,
            max_failures=self.max_failures,
            price=price or 1.0,
            pay_idle=pay_idle,
            max_cost=self.max_cost,
            start_delay=start_delay,
            site=site,
            tuners=tuners,
        )

    def plan(self, settings: Settings, spec: StudySpec) -> Plan:
        """Raises `StudyError`."""
        from tunewise.studies.plan import make_plan

        return make_plan(
            self.experiment_tag,
            settings,
            spec,
            self.benchmark,
            self.method or tuple(spec.methods),
            self.n_workers or (),
            range(self.start_seed, self.start_seed + self.num_seeds),
            self.max_wallclock_time,
            self.scale_max_wallclock_time == 1,
        )

    def refuse_unasked_hours(self, plan: Plan, spec: StudySpec) -> None:
        """Raises `StudyError` where a benchmark would train at its full size as nobody chose one, and this
        machine, which is to train it, has no GPU."""
        from tunewise.backends.slots import detect_gpus
        from tunewise.benchmarks.definitions import SIZE, chosen_size
        from tunewise.studies.plan import find_benchmark
        from tunewise.studies.spec import StudyError

        if chosen_size(self.size) or self.only_forecast or detect_gpus(os.environ):
            return
        for name in dict.fromkeys(cell.benchmark for cell in plan.cells):
            if find_benchmark(name, plan.settings, spec).size is not None:
                raise StudyError(
                    f"{name} would train at its full size, on this machine and without a GPU, which takes "
                    f"hours for each trial: --size ci (or {SIZE}=ci) takes minutes, and --size full takes it "
                    "all the same."
                )


study_options = all_of(
    click.option(
        "--experiment-tag",
        metavar="TAG",
        required=True,
        cls=_GRID,
        help="Names the study. The same tag again goes on with it.",
    ),
    click.option(
        "--benchmark",
        metavar="NAME,...",
        type=names_list,
        default="transformer_wikitext2",
        cls=_GRID,
        help="Names of benchmarks, or references of recordings such as lcbench:tables/126029.npz. By default "
        "transformer_wikitext2.",
    ),
    click.option(
        "--method", metavar="NAME,...", type=names_list, cls=_GRID, help="By default all methods of the file."
    ),
    click.option(
        "--n-workers",
        metavar="N,...",
        type=numbers_list,
        cls=_GRID,
        help="Numbers of workers, such as 2,4,8. By default the benchmark's.",
    ),
    click.option("--num-seeds", metavar="N", type=whole(1), default=1, cls=_GRID, help="By default 1."),
    click.option(
        "--start-seed",
        metavar="N",
        type=whole(0),
        default=0,
        cls=_GRID,
        help="The first of the seeds. By default 0.",
    ),
    click.option(
        "--random-seed",
        metavar="N",
        type=whole(0),
        default=0,
        cls=_GRID,
        help="From which all seeds are drawn: seed 3 is the same for all methods. By default 0.",
    ),
    click.option(
        "--max-wallclock-time", metavar="TIME", type=seconds, cls=_GRID, help="By default the benchmark's."
    ),
    click.option(
        "--scale-max-wallclock-time",
        type=whole(0, 1),
        default=0,
        cls=_GRID,
        help="1: fewer workers than the benchmark's default have longer: its workers / their number.",
    ),
    click.option(
        "--size", metavar="NAME", cls=_RUN, help="Of a real benchmark: full, laptop or ci. By default full."
    ),
    click.option(
        "--max-failures",
        metavar="N",
        type=whole(1),
        default=3,
        cls=_RUN,
        help="So many trials that fail before one goes well end an experiment. By default 3.",
    ),
    click.option(
        "--max-cost",
        metavar="COST",
        type=positive,
        cls=_RUN,
        help="Of each experiment.",
    ),
    click.option("--rerun-failed", is_flag=True, cls=_RUN, help="Run those anew that failed."),
    click.option(
        "--forecast", "only_forecast", is_flag=True, cls=_RUN, help="Say what it will take, and run nothing."
    ),
)
"""`@study_options` adds the flags to a command; `StudyFlags.of` reads them."""
