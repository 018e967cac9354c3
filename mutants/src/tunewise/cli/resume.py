"""`tunewise resume`."""

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.limits import limit_options, new_price_options, price_of_flags
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import name_argument, whole
from tunewise.cli.sections import SectionedCommand
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import by_field, settings_of


@click.command(cls=SectionedCommand)
@name_argument
@limit_options
@new_price_options
@click.option("--workers", metavar="N", type=whole(1), help="Jobs at a time from now on.")
@outliving_its_reader()
def resume(
    name: str,
    price: float | None,
    instance: str | None,
    pay_idle: bool | None,
    workers: int | None,
    **limits: float | None,
) -> None:
    """Goes on with an experiment: after a stop, after a crash, or after its end with a bigger budget.

    Jobs that still run are taken up, and nothing that was reported is lost. What isn't said stays as it
    was. Limits are totals: after `run --max-trials 100`, `resume --max-trials 150` starts 50 more.
    """
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.records import load, tuner_at_work
    from tunewise.cli.running import conclude, print_heading, watch
    from tunewise.cli.summaries import plan_fields
    from tunewise.display.formats import count, duration
    from tunewise.display.frame import Title
    from tunewise.display.progress import Display, Shown, make_display
    from tunewise.tuner import Changes, resume_with

    record = load(name)
    if tuner_at_work(record.paths):
        raise BadExperiment(f"A tuner is at work on {name!r} already; `tunewise stop {name}` suspends it.")
    definition, problem, state = record.definition, record.problem, record.state
    changes = Changes(
        workers, price_of_flags(price, instance), pay_idle, by_field(settings_of(StoppingCriterion), limits)
    )
    with explained(), usage():
        opened = changes.applied_to(record)
    plan = plan_fields(definition, problem, record.paths.folder, opened)

    def begin() -> Display:
        so_far = f"after {count(len(state.trials), 'trial')} in {duration(state.now)}"
        print_heading(f"Experiment {name}, {so_far}", plan)
        return make_display(Title(name, definition.method.name, problem), before=state)

    shown = Shown(begin)
    conclude(watch(name, shown, lambda: resume_with(name, changes, [shown])))
