"""A peer's end of a conversation about experiments: it is asked what free workers do, and told what trials
report. Standard library only, as it runs in each peer's environment; the other end is `asking.py`.

A question is a line of JSON on the standard input; its answer, with the CPU seconds that it took, is one on
the standard output. What libraries print goes to the standard error.
"""

import json
import os
import random
import sys
import time
from abc import ABC, abstractmethod

CONTINUE, PAUSE, STOP = "continue", "pause", "stop"

_ANSWERS = os.fdopen(os.dup(1), "w")  # taken before libraries print at their import
os.dup2(2, 1)


class Tuner(ABC):
    """An experiment of a peer, whose metric is to be minimised.

    space: a list of hyperparameters, each with a name and a kind: float or int, with lower and upper, both
    included, and log; or choice, with values. Some have a parent as well, and matter only if that has one of
    parent_values. levels: of a full training. workers: that ask. arguments: of the peer.

    Trials are whole numbers that the peer makes up. A job runs a trial up to a level and frees its worker
    there. Nothing is said of a trial after it has failed or was stopped.
    """

    def __init__(self, space, levels, workers, seed, arguments):
        self.space, self.levels, self.workers, self.seed = space, levels, workers, seed
        self.arguments = arguments

    @abstractmethod
    def ask(self):
        """(trial, config, until): a new trial, or a paused one that goes on, up to a level. None if the
        worker has to wait. Values in config that don't matter are ignored."""

    @abstractmethod
    def report(self, trial, level, value, seconds):
        """What becomes of a running trial after a report: CONTINUE, PAUSE or STOP. At the job's last level
        anything but PAUSE ends the trial. seconds: that its training has taken so far."""

    @abstractmethod
    def fail(self, trial):
        """The trial's training has diverged and ends here."""


def serve(make):
    """Holds experiments, one after the other. make: from the arguments of `Tuner` to one."""
    for line in sys.stdin:
        name, *given = json.loads(line)
        begun = time.process_time()
        if name == "begin":
            _seed(given[3])
            tuner, answer = make(*given), None
        else:
            answer = getattr(tuner, name)(*given)
        spent = time.process_time() - begun
        print(json.dumps([answer, spent], default=_plain), file=_ANSWERS, flush=True)


def _seed(seed):
    """All generators that a library may share between experiments."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)


def _plain(value):
    """NumPy's numbers and texts as Python's own."""
    return value.item()
