"""`tunewise run`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tunewise.cli.backends import SAGEMAKER_FLAGS, backend_options, check_backend, with_flags
from tunewise.cli.how import how_options
from tunewise.cli.limits import limit_options, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import assignment, at_least_zero, once_each, seconds, whole
from tunewise.cli.sections import SectionedCommand, section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.cli.settings import Settings

_TUNED = section("What is tuned")
_JOBS = section("Jobs")


class RunCommand(SectionedCommand):
    """Tells where the script's own arguments belong if they are taken for flags."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            message = f"{error.message} Arguments for the script itself stand after --."
            raise click.NoSuchOption(error.option_name, message, error.possibilities, ctx) from None


@click.command(cls=RunCommand)
@click.argument("source", metavar="SCRIPT|FILE.toml", type=click.Path(exists=True, dir_okay=False))
@click.argument("arguments", metavar="[-- ARGUMENTS...]", nargs=-1)
@click.option(
    "--space",
    metavar="NAME=DOMAIN",
    type=assignment,
    multiple=True,
    cls=_TUNED,
    help="A hyperparameter, which is a flag of the script: lr=loguniform(1e-6, 1e-3). A plain value is a "
    "constant: batch_size=32. Repeat it for each.",
)
@click.option("--metric", cls=_TUNED, help="The reported key to improve.")
@click.option(
    "--mode",
    type=click.Choice(["min", "max"]),
    cls=_TUNED,
    help="Its direction. By default min, but for metrics that are named like an accuracy or a score.",
)
@click.option("--resource", cls=_TUNED, help="The reported key that counts the resource, such as epoch.")
@click.option(
    "--max-resource",
    metavar="ARG=N",
    cls=_TUNED,
    help="The script's flag that limits the resource, and its largest value: epochs=40. N alone if the "
    "script has no such flag.",
)
@how_options
@limit_options
@price_options
@backend_options
@click.option(
    "--trial-timeout",
    metavar="TIME",
    type=seconds,
    cls=_JOBS,
    help="A trial that holds a worker for longer has failed.",
)
@click.option(
    "--max-failures",
    metavar="N",
    type=whole(1),
    cls=_JOBS,
    help="So many failures by the script's own fault, before anything went well, end the experiment. By "
    "default 3.",
)
@click.option(
    "--gpus-per-trial",
    metavar="N",
    type=at_least_zero,
    cls=_JOBS,
    help="Whole GPUs of this machine, or a fraction: 0.5 for two trials on one. By default one, if there "
    "are any.",
)
@click.option(
    "--stop-grace",
    metavar="TIME",
    type=seconds,
    cls=_JOBS,
    help="Time to save for a script that is told to end. By default 10s, and 30s on SageMaker.",
)
@click.option(
    "--keep-checkpoints/--drop-checkpoints",
    default=None,
    cls=_JOBS,
    help="Keep those that nobody needs any more, too.",
)
@click.option(
    "--python", cls=_JOBS, help="The interpreter for the script. By default the one that runs tunewise."
)
@outliving_its_reader()
def run(source: str, arguments: tuple[str, ...], **flags: object) -> None:
    """Tunes a script, or what a TOML file describes.

    The script gets each hyperparameter as a flag and reports with tunewise.Reporter. What stands after --
    are arguments that it always gets.

    \b
    tunewise run train.py --space "lr=loguniform(1e-6, 1e-3)" \\
        --space "dropout=uniform(0, 0.7)" --metric val_loss \\
        --resource epoch --max-resource epochs=40 --method asha \\
        --workers 4 --max-wallclock 1h -- --data wikitext

    A TOML file has the flags' names as its keys, and flags that are given as well take precedence. Its
    script is relative to the file.

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

    Jobs run on this machine, or on SageMaker, where docs/sagemaker.md says what has to be there; a file has
    the flags for it in a table [sagemaker]. `tunewise rehearse` tries it without an account.

    \b
    tunewise run train.py --backend sagemaker --instance-type ml.g4dn.xlarge \\
        --role arn:aws:iam::123456789012:role/training \\
        --s3 s3://my-bucket/tunewise --warm-pool 1 --space ...

    Ctrl-C suspends the experiment; `tunewise resume NAME` goes on with it. Flags may also have the names
    that they have in Syne Tune, such as --n_workers and --max_wallclock_time.
    """
    from tunewise.cli.settings import read_file, settings_of

    path = Path(source)
    told = read_file(path) if path.suffix == ".toml" else {"script": source}
    on_sagemaker = {name: flags.pop(name) for name in SAGEMAKER_FLAGS}
    check_backend(told := merged(told, arguments, flags), on_sagemaker)
    told["sagemaker"] = with_flags(told.get("sagemaker", {}), on_sagemaker)
    _run(settings_of(told))


def merged(
    told: Mapping[str, object], arguments: tuple[str, ...], flags: Mapping[str, object]
) -> dict[str, object]:
    """What a file told, with what the command line says on top of it.

    Spaces are merged name by name. Arguments of the file's method don't outlive a change of the method.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    if arguments:
        given["arguments"] = arguments
    if given.get("method", told.get("method")) != told.get("method"):
        told = {name: value for name, value in told.items() if name != "method_arg"}
    for name in ("space", "method_arg"):
        before = told.get(name, {})
        pairs = once_each(name, given.pop(name, ()))
        given[name] = {**before, **pairs} if isinstance(before, dict) else before
    return {**told, **given}


def _run(settings: Settings) -> None:
    from tunewise.cli import setup
    from tunewise.cli.backends import backend_of, with_price
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.running import start

    with explained(), usage():
        problem = setup.problem_of(settings)
        method = setup.method_of(settings, problem)
        backend = backend_of(settings)
    settings, remark = with_price(settings)
    start(settings, method, backend, remark)
