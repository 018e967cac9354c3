"""`tunewise best`."""

from __future__ import annotations

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import Outlet, print_fields, say, say_command


@click.command()
@name_argument
@click.option("--command", "only_command", is_flag=True, help="Print the command alone, for a shell to run.")
def best(name: str, only_command: bool) -> None:
    """Shows the best configuration, and the command that trains it again with the largest resource."""
    from tunewise.cli.records import backend_of, load
    from tunewise.cli.summaries import short_path
    from tunewise.display import words

    record = load(name)
    found = record.best
    if found is None:
        raise BadExperiment(f"No trial of {name} has reported {record.problem.metric} yet.")
    config = record.best_config()
    arguments = record.problem.arguments(config, record.problem.max_resource)
    command = backend_of(record.definition).command(arguments)
    if only_command:
        Outlet().write(f"{command}\n".encode(errors="surrogateescape"))
        return
    trial = record.state.trials[found.trial_id]
    say(f"Best {words.best_found(record.problem, found)}")
    fields = [(key, str(value)) for key, value in config.items()]
    checkpoint = record.paths.checkpoint(trial.id)
    if checkpoint.exists():
        level = f"{record.problem.level_name} {trial.level}"
        fields.append(("checkpoint", f"{short_path(checkpoint)} (of {level})"))
    print_fields(fields)
    say("\nTo run it again:")
    say_command(command)
