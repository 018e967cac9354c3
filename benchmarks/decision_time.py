"""What a decision costs: CPU seconds on one thread, in a mixed space of nine dimensions, with four trials
pending; ours at its targets, and libraries side by side with it.

A decision is telling one result and asking for the next trial, by each library's own policy of when to fit
again. Medians over a sequential loop around each number of observations.
"""

import sys
from collections.abc import Iterator

from benchmarks.figures import Figure, Skipped, median, spread
from benchmarks.peers.environments import PeerMissing, ask, python_of
from tunewise import methods

TARGETS = {
    "bo": {100: 15.0, 200: 15.0, 500: 20.0, 1000: 100.0},
    "mobster": {100: 25.0, 200: 60.0, 500: 200.0, 1000: 600.0},
}
"""Milliseconds, by method and by the number of observations."""

SIDE_BY_SIDE = (200, 500)
TIMES_LESS = 20.0
OURS = 15  # decisions
THEIRS = {200: 5, 500: 3}

PEERS = (
    ("Syne Tune BO", "syne_tune", "syne_tune_decisions.py", ("bo",)),
    ("Syne Tune MOBSTER", "syne_tune", "syne_tune_mobster.py", ("bo", "mobster")),
    ("Optuna GPSampler", "optuna", "optuna_decisions.py", ("bo",)),
    ("BoTorch", "botorch", "botorch_decisions.py", ("bo",)),
)
"""Name, environment, script, and which of our methods it stands beside."""

SCRIPTS = {"bo": "tunewise_decisions.py", "mobster": "tunewise_mobster.py"}


def measure() -> Iterator[Figure | Skipped]:
    """Ours and the peers' in turns at each size, so that a slow moment of the machine meets all of them."""
    existing = [name for name in SCRIPTS if name in methods.names()]
    for name in sorted(SCRIPTS.keys() - set(existing)):
        yield Skipped(f"decision time of {name}", "there is no such method yet")
    for size in (50, *TARGETS["bo"]):
        ours = {name: ours_at(name, size) for name in existing}
        for name, seconds in ours.items():
            milliseconds = [1000.0 * value for value in seconds]
            target = TARGETS[name].get(size, TARGETS[name][100])
            label = f"{name}, a decision at {size} observations"
            remark = f"{spread(milliseconds)}, mean {sum(milliseconds) / len(milliseconds):.3g}"
            yield Figure(label, median(milliseconds), target, "CPU ms", remark=remark)
        if size in SIDE_BY_SIDE:
            yield from side_by_side(size, ours)


def side_by_side(size: int, ours: dict[str, list[float]]) -> Iterator[Figure | Skipped]:
    for name, environment, script, beside in PEERS:
        try:
            theirs = ask(python_of(environment), script, {"n": size, "decisions": THEIRS[size]})
        except PeerMissing as missing:
            yield Skipped(f"{name}, a decision at {size} observations", str(missing))
            continue
        for method in beside:
            if method in ours:
                label = f"{name} against {method}, {size} observations"
                times = median(theirs) / median(ours[method])
                remark = f"{spread(theirs)} CPU s"
                yield Figure(label, times, TIMES_LESS, "x", at_most=False, remark=remark)


def ours_at(method: str, size: int) -> list[float]:
    """CPU seconds of our decisions. Raises `PeerMissing` if the script fails, which is an error of ours."""
    return ask(sys.executable, SCRIPTS[method], {"n": size, "decisions": OURS})
