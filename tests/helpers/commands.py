"""What tests of the command line share."""

from collections.abc import Callable

from click.testing import Result

Call = Callable[..., Result]
"""The type of the fixture `call`."""

TRAIN = """\
import argparse, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--pace", type=float, default=0.0)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
for epoch in range(first, args.epochs + 1):
    time.sleep(args.pace)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch)
"""

FLAGS = (
    "--space",
    "lr=uniform(0, 1)",
    "--metric",
    "loss",
    "--resource",
    "epoch",
    "--max_resource",
    "epochs=3",
)


def lines(result: Result) -> list[str]:
    """The lines of standard output of a command that went well."""
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()
