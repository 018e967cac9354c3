"""The flags that `study` and `launch` share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from tunewise.cli.parameters import declared
from tunewise.cli.sections import all_of
from tunewise.options import NAMES, NUMBERS, POSITIVE, SECONDS, Option, from_flags, settings_of, whole

if TYPE_CHECKING:
    from tunewise.studies.plan import Plan, Settings
    from tunewise.studies.spec import StudySpec


@dataclass(frozen=True)
class Grid:
    """What is compared. max_wallclock_time: seconds. scale_max_wallclock_time: 0 or 1."""

    experiment_tag: Annotated[
        str,
        Option("Names the study. The same tag again goes on with it.", metavar="TAG", required=True),
    ]
    benchmark: Annotated[
        tuple[str, ...],
        Option("Names of benchmarks, or references of recordings such as lcbench:tables/126029.npz.", NAMES),
    ] = ("transformer_wikitext2",)
    method: Annotated[tuple[str, ...] | None, Option("Methods of the file.", NAMES, default_text="all")] = (
        None
    )
    workers: Annotated[
        tuple[int, ...] | None,
        Option(
            "Numbers of workers, such as 2,4,8.", NUMBERS, flag="n_workers", default_text="the benchmark's"
        ),
    ] = None
    num_seeds: Annotated[int, Option("How many seeds.", whole(1))] = 1
    start_seed: Annotated[int, Option("The first of the seeds.", whole(0))] = 0
    random_seed: Annotated[
        int,
        Option("The number from which all seeds are drawn: seed 3 is the same for all methods.", whole(0)),
    ] = 0
    max_wallclock_time: Annotated[
        float | None, Option("Wall-clock time of each experiment.", SECONDS, default_text="the benchmark's")
    ] = None
    scale_max_wallclock_time: Annotated[
        int,
        Option(
            "1: fewer workers than the benchmark's default have longer: its workers / their number.",
            whole(0, 1),
            metavar="0|1",
        ),
    ] = 0


@dataclass(frozen=True)
class StudyFlags(Grid):
    """What the flags say."""

    size: Annotated[
        str | None,
        Option(
            "Size of a real benchmark: full, laptop or ci.",
            metavar="NAME",
            default_text="$TUNEWISE_BENCHMARK_SIZE, or else full",
        ),
    ] = None
    max_failures: Annotated[
        int, Option("So many trials that fail before one goes well end an experiment.", whole(1))
    ] = 3
    max_cost: Annotated[
        float | None, Option("Most that each experiment may cost.", POSITIVE, metavar="COST")
    ] = None
    rerun_failed: Annotated[bool, Option("Run experiments anew that failed.")] = False
    only_forecast: Annotated[bool, Option("Say what it will take, and run nothing.", flag="forecast")] = False

    @classmethod
    def of(cls, flags: Mapping[str, object]) -> StudyFlags:
        return from_flags(cls, flags)

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
            self.workers or (),
            range(self.start_seed, self.start_seed + self.num_seeds),
            self.max_wallclock_time,
            self.scale_max_wallclock_time == 1,
        )

    def refuse_unasked_hours(self, plan: Plan, spec: StudySpec) -> None:
        """Raises `StudyError` where a benchmark would train at its full size as nobody chose one, and this
        machine, which is to train it, has no GPU."""
        from tunewise.backends.gpus import detect_gpus
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
    declared("The grid", settings_of(Grid).values()),
    declared(
        "How it runs",
        [setting for flag, setting in settings_of(StudyFlags).items() if flag not in settings_of(Grid)],
    ),
)
"""`@study_options` adds the flags to a command; `StudyFlags.of` reads them."""
