"""`tunewise run`, `tunewise simulate` and `tunewise resume`: an experiment is shown while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec
from tunewise.benchmarks.definitions import benchmark_of
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.cli import experiment_flags
from tunewise.cli.backend_flags import backend_of, backend_options, registered
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import BadExperiment, BadUsage, Exit, Interrupted
from tunewise.cli.experiments import has_tuner, load, plan_fields, print_outcome
from tunewise.cli.flags import SectionedCommand, declared, name_argument, whole
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.settings import domains_of, merged, method_of, problem_of, read_file, tuner_of
from tunewise.display.formats import count, duration
from tunewise.display.printing import print_fields, say, say_as_is
from tunewise.engine.budgets import TARGET
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.events import FinishReason
from tunewise.options import by_field, settings_of
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult

if TYPE_CHECKING:  # the help of these commands needs neither tuner nor display
    from tunewise.display.progress import Display, Shown
    from tunewise.schedulers.base import Method
    from tunewise.tuner import Changes, Tuner

# ---- commands -------------------------------------------------------------------------------------------


class RunCommand(SectionedCommand):
    """Says where the script's own arguments belong if they are taken for flags, and which back ends can't
    offer theirs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            broken = "".join(f" {each}" for each in registered().values() if isinstance(each, BackendError))
            message = f"{error.message} Arguments for the script itself come after --.{broken}"
            raise click.NoSuchOption(error.option_name, message, error.possibilities, ctx) from None


@click.command(cls=RunCommand)
@click.argument("source", metavar="SCRIPT|FILE.toml", type=click.Path(exists=True, dir_okay=False))
@click.argument("arguments", metavar="[-- ARGUMENTS...]", nargs=-1)
@declared("What is tuned", experiment_flags.TUNED.values())
@experiment_flags.method_options
@experiment_flags.limit_options
@experiment_flags.price_options
@backend_options
@declared("Jobs", settings_of(Policy).values())
@click.option(
    "--dry-run",
    is_flag=True,
    help="Print what would run, and what would be submitted for the first job; run nothing.",
)
@outliving_its_reader()
def run(source: str, arguments: tuple[str, ...], dry_run: bool, **flags: object) -> None:
    """Tunes a script, or what a TOML file describes.

    The script gets each hyperparameter as a flag and reports with tunewise.Reporter. Arguments after -- are
    passed to every run of the script.

    \b
    tunewise run train.py --space "lr=loguniform(1e-6, 1e-3)" \\
        --space "dropout=uniform(0, 0.7)" --metric val_loss \\
        --resource epoch --max-resource epochs=40 \\
        --workers 4 --max-wallclock 1h -- --data wikitext

    A TOML file has the flags' names as its keys. Flags on the command line override it. Its script is
    relative to the file.

    \b
    script = "train.py"
    arguments = ["--data", "wikitext"]
    metric = "val_loss"
    resource = "epoch"
    max_resource = "epochs=40"
    workers = 4
    max_wallclock = "1h"
    [space]
    lr = "loguniform(1e-6, 1e-3)"
    dropout = "uniform(0, 0.7)"
    batch_size = 32
    [method]                    # or, above [space]: method = "asha"
    name = "asha"
    type = "promotion"

    Jobs run on this machine, or where --backend says; docs/ has a page for each back end, such as
    docs/sagemaker.md. A file may have the flags of a back end in a table of its name, such as [sagemaker].
    `tunewise rehearse` tries SageMaker without an account.

    \b
    tunewise run train.py --backend sagemaker --instance-type ml.g4dn.xlarge \\
        --role arn:aws:iam::123456789012:role/training \\
        --s3 s3://my-bucket/tunewise --warm-pool 1 --space ...

    Ctrl-C suspends the experiment; `tunewise resume NAME` resumes it. Flags also have their names of Syne
    Tune, such as --n_workers and --max_wallclock_time.
    """
    path = Path(source)
    in_file = read_file(path) if path.suffix == ".toml" else {"script": source}
    settings = merged(in_file, {**flags, "arguments": arguments or None})
    with explained(), usage():
        method = method_of(settings, problem_of(settings))
        backend = backend_of(settings)
    (_preview if dry_run else _start)(settings, method, backend)


@click.command(cls=SectionedCommand)
@click.argument("blackbox", default="transformer_wikitext2")
@experiment_flags.method_options
@experiment_flags.limit_options
@experiment_flags.price_options
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
    given = {name: value for name, value in flags.items() if value is not None}
    with explained(), usage():
        benchmark = benchmark_of(blackbox)
        limits = (
            {}
            if given.keys() & (experiment_flags.LIMITS.keys() - {TARGET})
            else {"max_wallclock": benchmark.max_wallclock_time}
        )
        settings = {**limits, **given}
        method = method_of(settings, benchmark.problem)
        recorded = benchmark.simulated(method.seed).to_json()
        backend = SimulatedBackend.from_json(
            {**recorded, **by_field(settings_of(SimulatedBackend), settings)}
        )
        answers = open_blackbox(backend.blackbox).answers
    _start(settings, method, backend, answers)


@click.command(cls=SectionedCommand)
@name_argument
@experiment_flags.successor_options
@experiment_flags.limit_options
@experiment_flags.new_price_options
@experiment_flags.track_option
@click.option("--workers", metavar="N", type=whole(1), help="Jobs at a time from now on.")
@click.option(
    "--trial",
    "trials",
    metavar="N",
    type=whole(0),
    multiple=True,
    help="Instead of the experiment, resume a trial that was paused. Repeat it for each.",
)
@outliving_its_reader()
def resume(
    name: str,
    trials: tuple[int, ...],
    price: float | None,
    instance: str | None,
    pay_idle: bool | None,
    workers: int | None,
    track: tuple[str, ...] | None,
    **flags: Any,  # noqa: ANN401 - of limits, and of what is different
) -> None:
    """Resumes an experiment: after a stop, after a crash, or after its end with a bigger budget.

    Jobs that still run are kept, and no report is lost. Settings that aren't given stay as they were. Limits
    are totals: after `run --max-trials 100`, `resume --max-trials 150` starts 50 more.

    With another space or method it goes on as another experiment, which has the trials so far as far as they
    fit, and says which don't; this one stays as it is. Other flags, such as limits, are the new one's.

    \b
    tunewise resume lm --space "lr=loguniform(1e-6, 1e-1)" --method bo
    tunewise resume lm --space "dropout=uniform(0, 0.5)" --fill dropout=0.1

    With --trial, the tuner that runs the experiment lets a trial go on that `tunewise pause` or the method
    has paused.
    """
    if trials:
        _resume_trials(name, trials, [price, instance, pay_idle, workers, track, *flags.values()])
        return
    from tunewise.display.frame import Title
    from tunewise.display.progress import Shown, make_display
    from tunewise.tuner import Changes, resume_with

    if has_tuner(ExperimentPaths.named(name)):
        raise BadExperiment(f"{name!r} is running already; `tunewise stop {name}` suspends it.")
    limits = by_field(settings_of(StoppingCriterion), flags)
    changes = Changes(workers, experiment_flags.worker_hour_price(price, instance), pay_idle, limits)
    if any(flags[flag] is not None for flag in experiment_flags.SUCCESSOR_SETTINGS):
        name = _succeeded(name, flags, changes)
    record = load(name)
    definition, problem, state = record.definition, record.problem, record.state
    with explained(), usage():
        opened = changes.applied_to(record)
    plan = plan_fields(definition, problem, record.paths.folder, opened)

    def begin() -> Display:
        so_far = f"after {count(len(state.trials), 'trial')} in {duration(state.now)}"
        _print_heading(f"Experiment {name}, {so_far}", plan)
        return make_display(Title(name, definition.method.name, problem), before=state)

    shown = Shown(begin)
    _conclude(_watch(name, shown, lambda: resume_with(name, changes, [shown], trackers=track)))


def _succeeded(name: str, flags: Mapping[str, Any], changes: Changes) -> str:
    """Makes a successor, and says how the trials fit. Returns its name."""
    from tunewise.successor import Difference, found

    given = {flag: flags[flag] for flag in experiment_flags.SUCCESSOR_SETTINGS if flags[flag] is not None}
    new = given.pop("as", None)
    with explained(), usage():
        given["space"] = domains_of(given)
        given.pop("space_from", None)
        given["arguments"] = given.pop("method_arg", {})
        name, remark = found(name, Difference(**given), new, changes)
    say(remark)
    return name


def _resume_trials(name: str, trials: Sequence[int], others: Sequence[object]) -> None:
    from tunewise.cli.steer import steer
    from tunewise.requests import ResumeTrial

    if any(other is not None for other in others):
        raise BadUsage("--trial goes without other flags: `tunewise change` changes workers and limits.")
    steer(name, [ResumeTrial(trial) for trial in trials])


# ---- what they share ------------------------------------------------------------------------------------


def _start(settings: Mapping[str, Any], method: Method, backend: BackendSpec, remark: str = "") -> None:
    """Sets an experiment up, prints what will run, and runs it to its end. remark: printed first."""
    from tunewise.display.frame import Title
    from tunewise.display.progress import Shown, make_display

    def begin() -> Display:
        _print_plan(tuner, method, filter(None, (remark, unpriced)))
        return make_display(Title(tuner.name, method.name, method.problem))

    shown = Shown(begin)
    with explained(), usage():
        tuner, unpriced = tuner_of(settings, method, backend, [shown])
    _conclude(_watch(tuner.name, shown, lambda: tuner.run(progress=False)))


def _preview(settings: Mapping[str, Any], method: Method, backend: BackendSpec) -> None:
    """Prints what `_start` would run, and what would be submitted for its first job. Writes nothing."""
    with explained(), usage():
        tuner, unpriced = tuner_of(settings, method, backend)
        submitted = tuner.preview()
    _print_plan(tuner, method, filter(None, (unpriced,)))
    say("Nothing was run. For the first job this would be submitted:\n")
    say_as_is(submitted)


def _print_plan(tuner: Tuner, method: Method, remarks: Iterable[str]) -> None:
    plan = plan_fields(tuner.definition, method.problem, ExperimentPaths.named(tuner.name).folder)
    for remark in remarks:
        say(remark)
    _print_heading(f"Experiment {tuner.name}", plan)


def _print_heading(title: str, plan: Sequence[tuple[str, str]]) -> None:
    say(title)
    print_fields(plan)
    say()


def _watch(name: str, shown: Shown, run: Callable[[], ExperimentResult]) -> ExperimentResult:
    """Runs an experiment while it is shown.

    A second Ctrl-C or SIGTERM ends this process and leaves the jobs running; `Interrupted` says how to go on.
    """
    from tunewise.tuner import interrupted_result

    try:
        with explained(), shown:
            return run()
    except KeyboardInterrupt as interruption:
        record = interrupted_result(interruption)
        if record is not None:
            return record
        raise Interrupted(
            f"The tuner has left, and jobs may still run: `tunewise resume {name}` goes on with them, "
            f"`tunewise stop {name}` ends them."
        ) from None


def _conclude(record: ExperimentResult) -> None:
    """Prints how an experiment ended, and exits with the code for it."""
    say()
    print_outcome(record)
    code = _exit_code(record)
    if code is Exit.FAILED:
        from tunewise.display.progress import print_failures

        print_failures(record.state.trials, record.name)
    if code is not Exit.FINE:
        click.get_current_context().exit(code)


def _exit_code(record: ExperimentResult) -> Exit:
    finished = record.state.finished
    if finished is not None and finished.reason is FinishReason.STOPPED:
        return Exit.INTERRUPTED
    failing = finished is not None and finished.reason is FinishReason.FAILING
    return Exit.FAILED if failing or record.best is None else Exit.FINE
