"""`tunewise stop`."""

import time

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import name_argument, seconds
from tunewise.display.printing import say
from tunewise.paths import ExperimentPaths

LOOK_EVERY = 0.2  # seconds
TELL_EVERY = 5.0


@click.command()
@name_argument
@click.option(
    "--timeout", metavar="TIME", type=seconds, default="2m", show_default=True, help="How long to wait."
)
@outliving_its_reader()
def stop(name: str, timeout: float) -> None:
    """Suspends an experiment that runs: its jobs are told to save and end, and its tuner leaves.

    It returns when nothing of the experiment runs any more. Where the tuner was killed, it ends the jobs
    that were left behind. `tunewise resume NAME` goes on.
    """
    from tunewise.cli.errors import explained
    from tunewise.cli.records import load, standing, tuner_at_work
    from tunewise.cli.summaries import standing_in_words
    from tunewise.tuner import stop_orphaned_jobs
    from tunewise.worker.report import ring

    record = load(name)
    if tuner_at_work(record.paths):
        record.paths.stop_request.touch()
        ring(str(record.paths.bell))
        _wait(record.paths, timeout)
    elif record.state.finished is not None:
        say(f"Nothing of {name} runs.")
        return
    else:
        say("Its tuner is gone; the jobs that it left behind are ended.")
        with explained():
            stop_orphaned_jobs(name)
    record = load(name)
    say(f"{name} is {standing_in_words(record, standing(record))}.")


def _wait(paths: ExperimentPaths, timeout: float) -> None:
    """Waits until the tuner has left, and tells now and then what for."""
    from tunewise.cli.records import tuner_at_work

    begun = time.monotonic()
    tell_at = begun + TELL_EVERY
    while tuner_at_work(paths):
        now = time.monotonic()
        if now - begun > timeout:
            raise BadExperiment(
                f"After {timeout:g} s the tuner still waits for {_jobs(paths)} to end; the request stands, "
                f"and `tunewise stop {paths.name}` waits on."
            )
        if now >= tell_at:
            say(f"waits for {_jobs(paths)} to end")
            tell_at = now + TELL_EVERY
        time.sleep(LOOK_EVERY)


def _jobs(paths: ExperimentPaths) -> str:
    from tunewise.display.formats import count
    from tunewise.results import load_folder

    return count(load_folder(paths).state.busy, "job")
