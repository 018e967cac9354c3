"""Experiments as folders: `tunewise list`, `stop`, `check`, `rename` and `rm`."""

import sys
import time

import click

from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment, BadUsage, Exit
from tunewise.cli.experiments import Listed, has_tuner, load, load_all, short_path, standing_in_words
from tunewise.cli.flags import experiment_name, name_argument, names_argument, seconds
from tunewise.cli.output import outliving_its_reader
from tunewise.display.formats import amount, count, duration, moment
from tunewise.display.printing import print_table, say
from tunewise.display.words import best_in_short
from tunewise.paths import ExperimentPaths, experiment_names, home, study_names
from tunewise.requests import BY_COMMAND, Suspend, answered, ask
from tunewise.results import load_folder

HEADINGS = ("name", "method", "state", "trials", "best", "time", "cost", "created")
NUMBERS = frozenset({"trials", "best", "time", "cost"})
POLL_EVERY = 0.2  # seconds
TELL_EVERY = 5.0


@click.command("list")
@click.argument("study", required=False)
def list_experiments(study: str | None) -> None:
    """Lists the experiments, the latest first, or those of a study.

    Costs are in worker-hours where these have no price.
    """
    studies = study_names()
    if study is not None and study not in studies:
        if study in experiment_names():
            raise BadUsage(f"{study!r} is an experiment, not a study: `tunewise show {study}` shows it.")
        raise BadUsage(f"There is no study {study!r} in {home()}: `tunewise list` lists the existing ones.")
    listed, complaints = load_all(study)
    if listed:
        print_table(HEADINGS, map(_row, listed), NUMBERS)
    elif not complaints and not studies:
        say(f"There are no experiments in {home()}: `tunewise run` makes one.")
    for name in studies if study is None else ():
        experiments = count(len(experiment_names(name)), "experiment")
        say(f"study {name}: {experiments} (`tunewise list {name}`, `tunewise compare {name}`)")
    for complaint in complaints:
        say(complaint, err=True)


def _row(listed: Listed) -> tuple[str, ...]:
    definition, summary = listed.definition, listed.summary
    return (
        listed.name,
        definition.method.name,
        listed.standing.value,
        f"{summary.trials:,}",
        best_in_short(definition.problem.get("metric", ""), summary.best, summary.best_failed),
        duration(summary.now),
        amount(summary.cost),
        moment(definition.created),
    )


@click.command()
@name_argument
@click.option(
    "--timeout", metavar="TIME", type=seconds, default="2m", show_default=True, help="How long to wait."
)
@outliving_its_reader()
def stop(name: str, timeout: float) -> None:
    """Suspends a running experiment: its jobs are told to save and end, and its tuner leaves.

    It returns when nothing of the experiment runs any more. If the tuner was killed, it ends the jobs that
    were left behind. `tunewise resume NAME` resumes the experiment.
    """
    record = load(name)
    if has_tuner(record.paths):
        since = record.paths.journal.stat().st_size
        _wait(record.paths, ask(record.paths, Suspend(BY_COMMAND)), since, timeout)
    elif record.state.finished is not None:
        say(f"Nothing of {name} is running.")
        return
    else:
        from tunewise.tuner import stop_orphaned_jobs  # the usual cases need no tuner

        say("Its tuner is gone; ending the jobs that it left behind.")
        with explained():
            stop_orphaned_jobs(name)
    say(f"{name} is {standing_in_words(load(name))}.")


def _wait(paths: ExperimentPaths, request_id: str, since: int, timeout: float) -> None:
    """Waits until the tuner has left, and prints every few seconds what it waits for. since: the size of the
    journal before the request."""

    def taken_up() -> bool:
        """A tuner of the version before deletes its file, and doesn't know the request."""
        return not paths.old_stop.exists() or answered(paths, request_id, since) is not None

    started = time.monotonic()
    tell_at = started + TELL_EVERY
    while has_tuner(paths):
        now = time.monotonic()
        if now - started > timeout:
            waits = f"still waits for {_jobs(paths)} to end" if taken_up() else "hasn't taken the request up"
            raise BadExperiment(
                f"After {timeout:g} s the tuner {waits}; the request stands, and "
                f"`tunewise stop {paths.name}` waits on."
            )
        if now >= tell_at:
            say(f"waiting for {_jobs(paths)} to end" if taken_up() else "waiting for the tuner's answer")
            tell_at = now + TELL_EVERY
        time.sleep(POLL_EVERY)


def _jobs(paths: ExperimentPaths) -> str:
    return count(load_folder(paths).state.busy, "job")


@click.command()
@name_argument
@click.option("--accept", is_flag=True, help="Keep a journal that you have edited.")
def check(name: str, accept: bool) -> None:
    """Checks that the files of an experiment are whole and fit together.

    Each line of the journal has its number and a checksum, so that every change is found. If there is one, it
    prints what can be kept, and the exit code is 3.

    --accept gives the lines new numbers and checksums if they can follow one another. The former journal is
    moved aside within the experiment's folder, and so are folders of jobs that the journal doesn't know.
    """
    from tunewise.checking import accept_edit, check_experiment

    paths = ExperimentPaths.named(name)
    with explained():
        if accept:
            aside = accept_edit(paths)
            say(f"Accepted; the former files are in {short_path(aside)}." if aside else "Nothing to accept.")
        report = check_experiment(paths)
    for line in (*report.flaws, *report.notes):
        say(line)
    if not report.flaws:
        say(f"{name} is whole: {report.kept}, in {short_path(paths.folder)}.")
        return
    if report.kept:
        say(f"As it was written: {report.kept}.")
    if report.way_out:
        say(report.way_out)
    click.get_current_context().exit(Exit.EXPERIMENT)


@click.command()
@name_argument
@click.argument("new", type=experiment_name, metavar="NEW")
@outliving_its_reader()
def rename(name: str, new: str) -> None:
    """Renames an experiment and its folder.

    It refuses a running experiment, and one whose jobs may still run.
    """
    from tunewise.housekeeping import rename_experiment

    with explained():
        folder = rename_experiment(name, new)
    say(f"{name} is now {new}, in {short_path(folder)}.")


@click.command()
@names_argument
@click.option("--yes", "-y", is_flag=True, help="Don't ask.")
@outliving_its_reader()
def rm(names: tuple[str, ...], yes: bool) -> None:
    """Deletes experiments, or studies with all of their experiments: reports, output and checkpoints.

    It refuses running experiments, and those whose jobs may still run. What an experiment has on S3 stays.
    """
    from tunewise.housekeeping import delete

    described = ", ".join(_described(name) for name in dict.fromkeys(names))
    if not yes:
        if not sys.stdin.isatty():
            raise BadUsage(f"This would delete {described}, and there is nobody to ask: add --yes.")
        if not click.confirm(f"Delete {described}?"):
            say("Nothing is deleted.")
            return
    for name in dict.fromkeys(names):
        with explained():
            delete(name)
        say(f"{name} is deleted.")


def _described(name: str) -> str:
    """What would be deleted; raises `BadExperiment` if it isn't there."""
    from tunewise.housekeeping import is_study, refuse_missing

    if is_study(name):
        return f"the study {name} with {count(len(experiment_names(name)), 'experiment')}"
    with explained():
        refuse_missing(ExperimentPaths.named(name))
    return name
