"""`tunewise simulate`."""

from __future__ import annotations

import click

from tunewise.cli.how import how_options
from tunewise.cli.limits import LIMITS, limit_options, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import at_least_zero, delay, once_each, whole
from tunewise.cli.sections import SectionedCommand, section

MACHINES = (
    "start_delay",
    "restore_delay",
    "stop_delay",
    "failure_rate",
    "preemption_rate",
    "checkpoint_every",
)

_MACHINES = section("The machines")


@click.command(cls=SectionedCommand)
@click.argument("blackbox", default="transformer_wikitext2")
@how_options
@limit_options
@price_options
@click.option(
    "--start-delay",
    metavar="TIME",
    type=delay,
    cls=_MACHINES,
    help="From the start of a job to its training. By default the recorded one.",
)
@click.option(
    "--restore-delay",
    metavar="TIME",
    type=delay,
    cls=_MACHINES,
    help="The same again for a job that goes on from a checkpoint.",
)
@click.option(
    "--stop-delay",
    metavar="TIME",
    type=delay,
    cls=_MACHINES,
    help="From the end of a script, or from when it is told to end, until its worker is free.",
)
@click.option(
    "--failure-rate", metavar="N", type=at_least_zero, cls=_MACHINES, help="Failures per hour of a job."
)
@click.option(
    "--preemption-rate",
    metavar="N",
    type=at_least_zero,
    cls=_MACHINES,
    help="How often a job loses its worker, per hour.",
)
@click.option(
    "--checkpoint-every",
    metavar="N",
    type=whole(0),
    cls=_MACHINES,
    help="Levels between checkpoints. 0: no checkpoints.",
)
@outliving_its_reader()
def simulate(blackbox: str, **flags: object) -> None:
    """Runs a method on a recorded benchmark, in virtual time.

    BLACKBOX is a reference such as transformer_wikitext2, which comes with Tunewise, recorded:my.npz,
    lcbench:tables/126029.npz, yahpo:yahpo_data/rbv2_rpart or syne_tune:folder. An experiment that would take
    hours takes seconds, and its folder looks like that of a real one. Without a limit it has the time for
    about nine trainings on each worker.

    \b
    tunewise simulate --method mobster --workers 4 --max-wallclock 4m
    """
    from tunewise.backends.simulated import SimulatedBackend
    from tunewise.benchmarks.definitions import benchmark_of
    from tunewise.blackboxes.references import open_blackbox
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.running import start
    from tunewise.cli.settings import settings_of
    from tunewise.cli.setup import method_of

    machines = {name: flags.pop(name) for name in MACHINES}
    given = {name: value for name, value in flags.items() if value not in (None, ())}
    given["method_arg"] = once_each("method_arg", given.pop("method_arg", ()))
    with explained(), usage():
        benchmark = benchmark_of(blackbox)
        limits = {} if given.keys() & LIMITS.keys() else {"max_wallclock": benchmark.max_wallclock_time}
        settings = settings_of({"method": "asha", **limits, **given})
        method = method_of(settings, benchmark.problem)
        recorded = benchmark.simulated(settings.seed).to_json()
        said = {name: value for name, value in machines.items() if value is not None}
        backend = SimulatedBackend.from_json({**recorded, **said})
        answers = open_blackbox(backend.blackbox).answers
    start(settings, method, backend, answers)
