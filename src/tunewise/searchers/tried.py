"""Which configurations a history has tried, and the first of a sequence that it hasn't."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from tunewise.history_cache import HistoryCache
from tunewise.space import Config, Space
from tunewise.trial import Trial, Trials

Key = Callable[[Config], Hashable]


class TriedConfigs(HistoryCache):
    """The configurations of all trials, whatever their states.

    key: equal for configurations that count as one; by default that of the space.
    """

    def __init__(self, space: Space, key: Key | None = None) -> None:
        super().__init__()
        self._key = key or space.key
        self._reset()

    def __contains__(self, config: Config) -> bool:
        return self._key(config) in self._keys

    @property
    def count(self) -> int:
        """How many different ones. Not `__len__`: an empty cache must not be false."""
        return len(self._keys)

    def _reset(self) -> None:
        self._keys: set[Hashable] = set()

    def _add_trial(self, trial: Trial) -> None:
        self._keys.add(self._key(trial.config))


class SequenceWalk(TriedConfigs):
    """Walks along a sequence of configurations and skips those that the history has tried.

    A configuration that was tried stays tried, so the walk goes through the sequence only once.

    sequence: starts the sequence, which must be the same each time and may be endless. key: as for
        `TriedConfigs`.
    """

    _rest: Iterator[Config]
    _head: Config | None
    _looked_at: int
    _ended: bool

    def __init__(
        self, space: Space, sequence: Callable[[], Iterable[Config]], key: Key | None = None
    ) -> None:
        self._sequence = sequence
        super().__init__(space, key)

    def first_new(self, trials: Trials, among: int | None = None) -> Config | None:
        """The first configuration of the sequence that wasn't tried yet, or None if there is none.

        among: look only at this many from the start of the sequence. Must not shrink as `trials` grows.
        """
        if self._ended and trials is self._trials:
            return None
        self.update(trials)
        while self._head is None or self._head in self:
            if self._looked_at == among or self._ended:
                return None
            self._head = next(self._rest, None)
            self._looked_at += 1
            self._ended = self._head is None
        return dict(self._head)

    def _reset(self) -> None:
        super()._reset()
        self._rest = iter(self._sequence())
        self._head = None
        self._looked_at = 0
        self._ended = False
