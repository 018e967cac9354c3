"""`tunewise simulate`."""

import click

from tunewise.backends.simulated import SimulatedBackend
from tunewise.cli.how import how_options
from tunewise.cli.limits import LIMITS, limit_options, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import declared
from tunewise.cli.sections import SectionedCommand
from tunewise.options import by_field, settings_of

METHOD = "asha"


@click.command(cls=SectionedCommand)
@click.argument("blackbox", default="transformer_wikitext2")
@how_options(METHOD)
@limit_options
@price_options
@declared("The machines", settings_of(SimulatedBackend).values())
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
    from tunewise.benchmarks.definitions import benchmark_of
    from tunewise.blackboxes.references import open_blackbox
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.running import start
    from tunewise.cli.setup import method_of

    given = {name: value for name, value in flags.items() if value is not None}
    with explained(), usage():
        benchmark = benchmark_of(blackbox)
        limits = {} if given.keys() & LIMITS.keys() else {"max_wallclock": benchmark.max_wallclock_time}
        told = {"method": METHOD, **limits, **given}
        method = method_of(told, benchmark.problem)
        recorded = benchmark.simulated(method.seed).to_json()
        backend = SimulatedBackend.from_json({**recorded, **by_field(settings_of(SimulatedBackend), told)})
        answers = open_blackbox(backend.blackbox).answers
    start(told, method, backend, answers)
