"""`tunewise demo`: the first minute, with nothing but what Tunewise itself needs."""

from __future__ import annotations

import shlex
import time
from importlib.util import find_spec

import click

from tunewise.cli.output import outliving_its_reader
from tunewise.display.printing import say, say_command


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--name", help="Name of the experiment. By default demo and the time.")
@click.argument("flags", metavar="[FLAGS OF RUN...]", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
@outliving_its_reader()
def demo(ctx: click.Context, name: str | None, flags: tuple[str, ...]) -> None:
    """Tunes a small network here for 30 seconds, as you would tune yours, and shows each command.

    The network is written in NumPy and needs nothing else; it reads digits that its script draws. Flags of
    `tunewise run` change how it is tuned.

    \b
    tunewise demo --workers 4 --max-wallclock 1m
    """
    from tunewise.benchmarks.definitions import mlp_digits

    benchmark = mlp_digits()
    name = name or f"demo-{time.strftime('%Y%m%d-%H%M%S')}"
    words = ["run", str(benchmark.script)]
    for hyperparameter, domain in benchmark.problem.space.domains.items():
        words += ["--space", f"{hyperparameter}={domain.text()}"]
    words += ["--metric", "val_error", "--resource", "epoch", "--max-resource", "epochs=27", "--workers", "2"]
    _call(ctx, *words, "--max-wallclock", "30s", "--name", name, *flags, "--", "--drawn")
    _call(ctx, "best", name)
    if find_spec("matplotlib") and find_spec("pandas"):
        _call(ctx, "plot", name)
    say(f"\n`tunewise show {name}` lists the trials, and `tunewise run --help` shows how to tune a script.")


def _call(ctx: click.Context, *words: str) -> None:
    """Shows a command and runs it. One that fails ends the demo with its exit code."""
    root = ctx.find_root()
    assert isinstance(root.command, click.Group)
    say()
    say_command(f"$ tunewise {shlex.join(words)}")
    say()
    command = root.command.get_command(root, words[0])
    assert command is not None
    with command.make_context(words[0], list(words[1:]), parent=root) as called:
        command.invoke(called)
