"""`tunewise run`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tunewise.backends.base import BackendError
from tunewise.cli.backends import backend_options, registered
from tunewise.cli.how import how_options
from tunewise.cli.limits import limit_options, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import declared
from tunewise.cli.sections import SectionedCommand
from tunewise.engine.policy import Policy
from tunewise.options import settings_of
from tunewise.problem import Problem


class RunCommand(SectionedCommand):
    """Tells where the script's own arguments belong if they are taken for flags, and which back ends have
    lost theirs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            lost = "".join(
                f" {broken}" for broken in registered().values() if isinstance(broken, BackendError)
            )
            message = f"{error.message} Arguments for the script itself stand after --.{lost}"
            raise click.NoSuchOption(error.option_name, message, error.possibilities, ctx) from None


@click.command(cls=RunCommand)
@click.argument("source", metavar="SCRIPT|FILE.toml", type=click.Path(exists=True, dir_okay=False))
@click.argument("arguments", metavar="[-- ARGUMENTS...]", nargs=-1)
@declared("What is tuned", settings_of(Problem).values())
@how_options()
@limit_options
@price_options
@backend_options
@declared("Jobs", settings_of(Policy).values())
@click.option(
    "--dry-run",
    is_flag=True,
    help="Say what would run, and what would be submitted for the first job; run nothing.",
)
@outliving_its_reader()
def run(source: str, arguments: tuple[str, ...], dry_run: bool, **flags: object) -> None:
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

    Jobs run on this machine, or where --backend says; what has to be there is told in docs/, as in
    docs/sagemaker.md. A file may have the flags for it in a table of its name, such as [sagemaker].
    `tunewise rehearse` tries SageMaker without an account.

    \b
    tunewise run train.py --backend sagemaker --instance-type ml.g4dn.xlarge \\
        --role arn:aws:iam::123456789012:role/training \\
        --s3 s3://my-bucket/tunewise --warm-pool 1 --space ...

    Ctrl-C suspends the experiment; `tunewise resume NAME` goes on with it. Flags may also have the names
    that they have in Syne Tune, such as --n_workers and --max_wallclock_time.
    """
    from tunewise.cli.settings import merged, read_file

    path = Path(source)
    told = read_file(path) if path.suffix == ".toml" else {"script": source}
    _run(merged(told, {**flags, "arguments": arguments or None}), dry_run)


def _run(told: Mapping[str, Any], dry_run: bool) -> None:
    from tunewise.cli import setup
    from tunewise.cli.backends import backend_of
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.running import preview, start

    with explained(), usage():
        problem = setup.problem_of(told)
        method = setup.method_of(told, problem)
        backend = backend_of(told)
    (preview if dry_run else start)(told, method, backend)
