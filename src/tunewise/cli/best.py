"""`tunewise best`."""

from __future__ import annotations

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument


@click.command()
@name_argument
@click.option("--command", "only_command", is_flag=True, help="Print the command alone, for a shell to run.")
def best(name: str, only_command: bool) -> None:
    """Shows the best configuration, and the command that trains it again with the largest resource."""
    from tunewise.cli import words
    from tunewise.cli.records import backend_of, load
    from tunewise.cli.summaries import print_field, short_path

    record = load(name)
    found = record.best
    if found is None:
        raise BadExperiment(f"No trial of {name} has reported {record.problem.metric} yet.")
    config = record.best_config()
    arguments = record.problem.arguments(config, record.problem.max_resource)
    command = backend_of(record.definition).command(arguments)
    if only_command:
        click.echo(command)
        return
    trial = record.state.trials[found.trial_id]
    click.echo(f"Best {words.best_found(record.problem, found)}")
    for key, value in config.items():
        print_field(key, str(value))
    checkpoint = record.paths.checkpoint(trial.id)
    if checkpoint.exists():
        print_field(
            "checkpoint", f"{short_path(checkpoint)} (of {words.level_name(record.problem)} {trial.level})"
        )
    click.echo("\nTo run it again:")
    click.echo(f"  {command}")
