"""Brackets of synchronous successive halving: their arithmetic as pure functions, and the trials in them.

A bracket is a series of rungs, each with a level of the resource and a number of slots for trials. Once every
slot of a rung is filled and has its result, the best trials fill the slots of the next one.

L. Li, K. Jamieson, G. DeSalvo, A. Rostamizadeh and A. Talwalkar: Hyperband: A Novel Bandit-Based Approach to
Hyperparameter Optimization. JMLR 18 (2018), arXiv:1603.06560, algorithm 1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tunewise.history_cache import HistoryCache
from tunewise.schedulers.rungs import Entry, Levels, bracket_levels, loss_at
from tunewise.trial import TERMINAL, Status, Trial, Trials


class Slots(NamedTuple):
    """A rung: trials run to `level` to be compared there, and there is room for `number` of them."""

    level: int
    number: int


class Bracket(NamedTuple):
    """Rungs of growing level and falling number, the last at the largest resource.

    kind: distinguishes the brackets of a method; new trials record it.
    """

    kind: int
    rungs: tuple[Slots, ...]


def hyperband_brackets(
    levels: Levels, brackets: int, reduction_factor: int, max_resource: int
) -> tuple[Bracket, ...]:
    """The brackets of one round of Hyperband: bracket s leaves out the s lowest levels.

    With S = len(levels) + 1 rungs, max_resource included, bracket s begins with
    ceil(S / (S - s) * reduction_factor^(S - s - 1)) trials, and a reduction_factor-th of them, rounded down,
    goes on from each rung; at least one trial gets to the end. Raises `ValueError` unless
    1 <= brackets <= S.
    """
    total = len(levels) + 1
    result = []
    for kind, rungs in enumerate(bracket_levels(levels, brackets)):
        stages = len(rungs) + 1
        first = -(-total * reduction_factor ** (stages - 1) // stages)  # rounded up
        slots = tuple(
            Slots(level, first // reduction_factor**stage)
            for stage, level in enumerate((*rungs, max_resource))
        )
        result.append(Bracket(kind, slots))
    return tuple(result)


def growing_bracket(number: int, first: int, kept: int, level: int, max_resource: int) -> Bracket:
    """One of the brackets that double: first * 2^number trials run to `level`, and `kept` to the end.

    number counts from 0. If `level` is the end, there is a single rung.
    """
    lowest = Slots(level, first * 2**number)
    if level >= max_resource:
        return Bracket(0, (lowest,))
    return Bracket(0, (lowest, Slots(max_resource, min(kept, lowest.number))))


def num_promoted(entered: int, slots: int, following: int) -> int:
    """How many of the trials that entered a rung may go on to the next one's slots.

    A rung that isn't full, at the end of a finite space or because trials failed below it, promotes the same
    share, but at least one trial.
    """
    return max(1, entered * following // slots)


class StartedBracket(NamedTuple):
    """A bracket whose lowest rung is filled by the trials from `first` on."""

    first: int
    bracket: Bracket

    @property
    def end(self) -> int:
        """The first trial after it."""
        return self.first + self.bracket.rungs[0].number

    def is_over(self, known: list[SyncRung]) -> bool:
        """Whether nothing can happen in it any more, given its known rungs."""
        return len(known) == len(self.bracket.rungs) and not known[-1].unsettled

    def known_rungs(self, trials: Trials, closed: bool) -> list[SyncRung]:
        """The rungs whose members are known: the lowest, and each above a rung that is over.

        A rung is over once it is full and all its members are settled. What is recorded there never changes,
        so that its best go on whatever becomes of them. closed: the lowest rung counts as full, as no trial
        will be added to it.
        """
        return list(self._known_rungs(trials, closed))

    def _known_rungs(self, trials: Trials, closed: bool) -> Iterator[SyncRung]:
        rungs = self.bracket.rungs
        members = list(range(self.first, min(self.end, len(trials))))
        full = closed or len(members) == rungs[0].number
        for stage, (level, slots) in enumerate(rungs):
            rung = SyncRung.of(members, level, slots, trials)
            yield rung
            if rung.unsettled or not full or stage + 1 == len(rungs):
                return
            promoted = num_promoted(len(members), slots, rungs[stage + 1].number)
            members = [entry.trial_id for entry in rung.entries[:promoted]]


class SyncRung(NamedTuple):
    """A rung whose trials are known.

    members: its trials, the best of the rung below first. entries: those that have their result, best first.
    unsettled: members that may still get a result.
    """

    level: int
    slots: int
    members: list[int]
    entries: list[Entry]
    unsettled: list[Trial]

    @classmethod
    def of(cls, members: list[int], level: int, slots: int, trials: Trials) -> SyncRung:
        """The rung with these members."""
        entries, unsettled = [], []
        for trial_id in members:
            trial = trials[trial_id]
            if trial.reached >= level > trial.unseen:
                entries.append(Entry(loss_at(trials.problem, trial, level), trial_id))
            elif not _never_reaches(trial, level):
                unsettled.append(trial)
        entries.sort()
        return cls(level, slots, members, entries, unsettled)

    def rank(self, loss: float) -> int:
        """1 for the best; of equals, all have the best rank that one of them can have."""
        return 1 + bisect_left(self.entries, (loss,))

    @property
    def resumable(self) -> Trial | None:
        """The first member that is paused and may run to this rung, if any."""
        return next((trial for trial in self.unsettled if trial.status is Status.PAUSED), None)


def _never_reaches(trial: Trial, level: int) -> bool:
    """Whether a trial will never reach a level that it hasn't reached. It has ended, or another scheduler has
    paused it on the way there, where it may not be possible to resume it."""
    if trial.status is Status.PAUSED:
        return trial.until is None or trial.until >= level
    return trial.status in TERMINAL


class BracketSequence(HistoryCache):
    """The brackets that a history has started.

    Trials fill the lowest rungs in the order of their ids, bracket after bracket, whoever started them. So
    the history of any other scheduler is divided into brackets as well.

    bracket: the brackets by their number, from 0.
    """

    _firsts: list[int]  # the first trial of each bracket that has started
    _full: list[StartedBracket]  # those that may not be over
    _latest: StartedBracket | None  # None once it is full

    def __init__(self, bracket: Callable[[int], Bracket]) -> None:
        super().__init__()
        self._bracket = bracket
        self._reset()

    @property
    def filling(self) -> Bracket:
        """The bracket that the next new trial goes into."""
        return self._latest.bracket if self._latest else self._bracket(len(self._firsts))

    def being_filled(self, trials: Trials, closed: bool) -> list[list[SyncRung]]:
        """The known rungs of the bracket that has started and isn't full, if there is one. closed: it will
        never be full."""
        return [] if self._latest is None else [self._latest.known_rungs(trials, closed)]

    def unfinished(self, trials: Trials) -> list[list[SyncRung]]:
        """The known rungs of each full bracket that isn't over, oldest first.

        A bracket that is over stays over and is forgotten.
        """
        rungs = [(bracket, bracket.known_rungs(trials, closed=False)) for bracket in self._full]
        unfinished = [(bracket, known) for bracket, known in rungs if not bracket.is_over(known)]
        self._full = [bracket for bracket, _ in unfinished]
        return [known for _, known in unfinished]

    def of_trial(self, trial_id: int) -> StartedBracket:
        """The bracket of a trial that has been read."""
        number = bisect_right(self._firsts, trial_id) - 1
        return StartedBracket(self._firsts[number], self._bracket(number))

    def _reset(self) -> None:
        self._firsts = []
        self._full = []
        self._latest = None

    def _add_trial(self, trial: Trial) -> None:
        if self._latest is None:
            self._latest = StartedBracket(trial.id, self._bracket(len(self._firsts)))
            self._firsts.append(trial.id)
        if trial.id + 1 == self._latest.end:
            self._full.append(self._latest)
            self._latest = None
