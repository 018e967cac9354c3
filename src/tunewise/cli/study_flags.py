"""The flags that `study` and `launch` share."""

from dataclasses import dataclass
from typing import Annotated

from tunewise.cli.flags import all_of, declared
from tunewise.options import NAMES, NUMBERS, POSITIVE, SECONDS, Option, settings_of, whole


@dataclass(frozen=True)
class Grid:
    """What is compared. max_wallclock_time: seconds. scale_max_wallclock_time: 0 or 1."""

    experiment_tag: Annotated[
        str,
        Option("Name of the study. The same tag again continues it.", metavar="TAG", required=True),
    ]
    benchmark: Annotated[
        tuple[str, ...],
        Option("Names of benchmarks, or references of recordings such as lcbench:tables/126029.npz.", NAMES),
    ] = ("transformer_wikitext2",)
    method: Annotated[
        tuple[str, ...] | None, Option("Methods of the file.", NAMES, default_text="all of them")
    ] = None
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
            "1: experiments with fewer workers than the benchmark's default get more time: its workers / "
            "theirs.",
            whole(0, 1),
            metavar="0|1",
        ),
    ] = 0


@dataclass(frozen=True)
class StudyFlags(Grid):
    """What is compared, and how it runs."""

    size: Annotated[
        str | None,
        Option(
            "Size of a real benchmark: full, laptop or ci.",
            metavar="NAME",
            default_text="$TUNEWISE_BENCHMARK_SIZE, or else full",
        ),
    ] = None
    max_failures: Annotated[
        int,
        Option("An experiment ends if this many trials fail before any has gone well.", whole(1)),
    ] = 3
    max_cost: Annotated[
        float | None, Option("The most that each experiment may cost.", POSITIVE, metavar="COST")
    ] = None
    rerun_failed: Annotated[bool, Option("Run failed experiments again from the beginning.")] = False
    only_forecast: Annotated[
        bool, Option("Print how much it will take, and run nothing.", flag="forecast")
    ] = False


study_options = all_of(
    declared("The grid", settings_of(Grid).values()),
    declared(
        "How it runs",
        [setting for flag, setting in settings_of(StudyFlags).items() if flag not in settings_of(Grid)],
    ),
)
"""`@study_options` adds the flags to a command; `from_flags(StudyFlags, ...)` reads them."""
