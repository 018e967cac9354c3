"""`tunewise console` and `tunewise report`."""

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.flags import whole
from tunewise.display.printing import say
from tunewise.paths import home

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORT = 8642
MISSING = "The console needs the extra `console`: pip install 'tunewise[console]'."


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
    try:
        from tunewise.console.server import Serving
    except ImportError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        raise BadUsage(MISSING) from None
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
    click.echo(f"  {serving.address}")
    say("until Ctrl-C.")

    import webbrowser

    serving.run(webbrowser.open if opens else None)
