"""`tunewise best`."""

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import Outlet, print_fields, say, say_command
from tunewise.problem import Problem
from tunewise.trial import Best, Status, Trial


@click.command()
@name_argument
@click.option("--command", "only_command", is_flag=True, help="Print the command alone, for a shell to run.")
def best(name: str, only_command: bool) -> None:
    """Shows the best configuration, and the command that trains it again with the largest resource."""
    from tunewise.cli.records import backend_of, load
    from tunewise.cli.summaries import short_path
    from tunewise.display import words
    from tunewise.worker.kept import BEST, best_report

    record = load(name)
    found = record.best
    if found is None:
        raise BadExperiment(f"No trial of {name} has reported {record.problem.metric} yet.")
    config = record.best_config()
    arguments = record.problem.arguments(config, record.problem.max_resource)
    command = backend_of(record.definition).command(arguments)
    trial = record.state.trials[found.trial_id]
    if only_command:
        if trial.level > found.level or trial.status is Status.FAILED:
            say(f"The best is {words.best_found(record.state.trials)}.", err=True)
        Outlet().write(f"{command}\n".encode(errors="surrogateescape"))
        return
    say(f"Best {words.best_found(record.state.trials)}")
    fields = [(key, str(value)) for key, value in config.items()]
    checkpoint = record.paths.checkpoint(trial.id)
    if checkpoint.exists():
        level = f"{record.problem.level_name} {trial.level}"
        fields.append(("checkpoint", f"{short_path(checkpoint)} (of {level})"))
    kept = best_report(checkpoint)
    if kept is not None:
        fields.append(("kept", f"{short_path(checkpoint / BEST)} (of {_told(record.problem, kept)})"))
    print_fields(fields)
    say(f"\n{_what_it_reaches(record.problem, trial, found)}:")
    say_command(command)


def _told(problem: Problem, report: dict[str, object]) -> str:
    """What a report said of the resource and the metric, as in `epoch 12, val_loss 0.31`."""
    from tunewise.display.formats import value

    told = [(key, report.get(key)) for key in (problem.resource_attr, problem.metric) if key is not None]
    return ", ".join(f"{key} {value(said)}" for key, said in told if isinstance(said, (int, float)))


def _what_it_reaches(problem: Problem, trial: Trial, best: Best) -> str:
    """What is to be expected of the command, which trains as far as it goes, whatever was reported before."""
    from tunewise.display.formats import number

    name, largest = problem.level_name, problem.max_resource
    target = "to its end" if largest is None else f"up to {name} {largest}"
    last, top = number(trial.values[-1]), number(best.value)
    had = f"it had {problem.metric} {last}"
    if trial.status is not Status.COMPLETED and trial.level != largest:
        return f"To train it {target} ({had} at {name} {trial.level})"
    beaten = f", not the {top} of {name} {best.level}" if last != top else ""
    return f"To train it again {target}, where {had}{beaten}"
