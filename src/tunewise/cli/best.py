"""`tunewise best`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument

if TYPE_CHECKING:
    from tunewise.definition import Definition
    from tunewise.problem import Problem
    from tunewise.space import Config


@click.command()
@name_argument
@click.option("--command", "only_command", is_flag=True, help="Print the command alone, for a shell to run.")
def best(name: str, only_command: bool) -> None:
    """Shows the best configuration, and the command that trains it again with the largest resource."""
    from tunewise.cli import words
    from tunewise.cli.formats import number
    from tunewise.cli.records import load
    from tunewise.cli.summaries import fact, short_path

    record = load(name)
    found = record.best
    if found is None:
        raise BadExperiment(f"No trial of {name} has reported {record.problem.metric} yet.")
    config = record.best_config()
    command = training_command(record.definition, record.problem, config)
    if only_command:
        click.echo(command)
        return
    level = words.level_name(record.problem)
    trial = record.state.trials[found.trial_id]
    click.echo(
        f"Best {record.problem.metric} {number(found.value)}: trial {trial.id} at {level} {found.level}"
    )
    for key, value in config.items():
        fact(key, str(value))
    checkpoint = record.paths.checkpoint(trial.id)
    if checkpoint.exists():
        fact("checkpoint", f"{short_path(checkpoint)} (of {level} {trial.level})")
    click.echo("\nTo train it again:")
    click.echo(f"  {command}")


def training_command(definition: Definition, problem: Problem, config: Config) -> str:
    """The line for a shell that trains a configuration with the largest resource, as a job would be run."""
    from tunewise.backends.local import LocalBackend
    from tunewise.backends.local_jobs import to_flags

    fields = {key: value for key, value in definition.backend.items() if key != "kind"}
    backend = LocalBackend.from_json(fields)
    program = [backend.python] if backend.entry_point.endswith(".py") else []
    flags = to_flags(problem.arguments(config, problem.max_resource))
    argv = [*program, backend.entry_point, *backend.arguments, *flags]
    return f"cd {shlex.quote(backend.cwd)} && {shlex.join(argv)}"
