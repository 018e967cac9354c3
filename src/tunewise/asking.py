"""What a program asks of the experiment that it runs: what to try first, and an end when a callback says so.
Both are requests, as those of people: the journal has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tunewise.engine.state import State
from tunewise.events import Entry, JobEnded
from tunewise.paths import ExperimentPaths
from tunewise.requests import Suspend, TryNext, ask
from tunewise.space import Config
from tunewise.trial import Trial, Trials

Callback = Callable[[Trials, Trial], object]
"""Called with all trials and one of them after each end of a job of it, in the tuner's process. If it returns
True, the experiment is suspended: running jobs end, and it can go on later."""


class Asking:
    """A watcher that asks the tuner for configurations as soon as it runs, and for an end when one of the
    callbacks returns True."""

    def __init__(
        self, paths: ExperimentPaths, callbacks: Sequence[Callback] = (), first: Sequence[Config] = ()
    ) -> None:
        self._paths, self._callbacks, self._first = paths, callbacks, first

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        first, self._first = self._first, ()
        for config in first:
            ask(self._paths, TryNext(config))
        for entry in entries if self._callbacks else ():
            if isinstance(entry.fact, JobEnded):
                trial = state.trials[entry.fact.job.trial_id]
                if True in [callback(state.trials, trial) for callback in self._callbacks]:
                    ask(self._paths, Suspend("a callback said so"))
