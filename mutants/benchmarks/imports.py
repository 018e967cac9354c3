"""What imports cost, in seconds above a Python that does nothing (the CLI: in all)."""

import sys
from collections.abc import Iterator

from benchmarks.figures import Figure, median, spread, time_process

RUNS = 11


def measure() -> Iterator[Figure]:
    bare, package, whole, reporter, command = [], [], [], [], []
    for _ in range(RUNS):  # in turns, so that a slow moment of the machine meets all of them
        bare.append(time_process([sys.executable, "-c", "pass"]).wall)
        package.append(time_process([sys.executable, "-c", "import tunewise"]).wall)
        whole.append(time_process([sys.executable, "-c", "from tunewise import Tuner, methods, space"]).wall)
        reporter.append(time_process([sys.executable, "-c", "from tunewise import Reporter"]).wall)
        command.append(time_process([sys.executable, "-m", "tunewise", "--help"]).wall)
    idle = median(bare)
    yield Figure("import tunewise", median(package) - idle, 0.25, "s", remark=spread(package))
    # names are loaded when first used, so this is what a program that tunes pays
    yield Figure(
        "from tunewise import Tuner, methods, space", median(whole) - idle, 0.25, "s", remark=spread(whole)
    )
    yield Figure("tunewise --help", median(command), 0.4, "s", remark=spread(command))
    yield Figure("from tunewise import Reporter", median(reporter) - idle, 0.03, "s", remark=spread(reporter))
