"""`tunewise console` and `tunewise report`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tunewise.cli.errors import explained
from tunewise.cli.exits import BadUsage
from tunewise.cli.experiments import short_path
from tunewise.cli.flags import name_argument, whole
from tunewise.display.printing import say, say_as_is
from tunewise.paths import ExperimentPaths, home

PORT = 8642


@contextmanager
def _of_the_extra() -> Iterator[None]:
    """Around imports that need the extra. Raises `BadUsage` if it isn't installed."""
    try:
        yield
    except ImportError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        raise BadUsage("The page needs the extra `console`: pip install 'tunewise[console]'.") from None


@click.command()
@click.option(
    "--port", metavar="N", type=whole(0, 65535), help=f"By default {PORT}, or a free one if that is taken."
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Others than this machine can reach any but the default.",
)
@click.option("--read-only", is_flag=True, help="Only show: nothing can be stopped, changed or resumed.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
def console(port: int | None, host: str, read_only: bool, opens: bool) -> None:
    """Serves a page that shows all experiments, live, and steers them.

    It prints an address with a token, which a browser on this machine opens; from another machine, use
    `ssh -L 8642:localhost:8642`. It runs until Ctrl-C. Experiments don't need it: they run and end without.
    """
    home()  # complains early if it can't be read
    with _of_the_extra():
        from tunewise.console.access import LOOPBACK
        from tunewise.console.server import Serving
    try:
        try:
            serving = Serving(host, PORT if port is None else port, read_only)
        except OSError:
            if port is not None:
                raise
            serving = Serving(host, 0, read_only)
    except OSError as error:
        where = f"{host}, port {PORT if port is None else port},"
        raise BadUsage(f"{where} can't be listened on ({error.strerror or error}): choose others.") from None
    if host not in LOOPBACK:
        say(
            f"Warning: whoever can reach {host} and has the address below can use this console, and what "
            "passes is not encrypted. The default and `ssh -L` are safer.",
            err=True,
        )
    say(f"The console of {home()} is at")
    say_as_is(f"  {serving.address}")
    say("until Ctrl-C.")

    import webbrowser

    serving.run(webbrowser.open if opens else None)


@click.command()
@name_argument
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="By default NAME.html in the current folder.",
)
def report(name: str, output: str | None) -> None:
    """Writes an experiment or a study as one HTML file, to mail or to keep.

    It is the page of `tunewise console` with its data, and needs no server. Numbers have six digits, long
    curves are thinned, and of many decisions the latest are kept; the page says so.
    """
    with _of_the_extra():
        from tunewise.console.reading import Follower
        from tunewise.console.report import report_of_experiment, report_of_study
    from tunewise.housekeeping import is_study

    path = Path(output or f"{name.replace('/', '-')}.html")
    if not os.access(path if path.exists() else path.parent, os.W_OK):  # before what may take a minute
        raise BadUsage(f"{path} can't be written: choose another file with -o.")
    with explained():
        if is_study(name):
            page = report_of_study(name)
        else:
            follower = Follower(ExperimentPaths.named(name))
            while follower.advance():
                pass
            if follower.flaw:
                say(f"The report has what could be read. {follower.flaw}", err=True)
            page = report_of_experiment(follower)
    path.write_text(page, encoding="utf-8")
    say(f"{short_path(path.absolute())} is written, {len(page.encode()) / 1e6:.1f} MB.")
