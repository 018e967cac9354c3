"""Tuners that share an account's rates of calls, in virtual time: no test here takes any."""

from __future__ import annotations

import heapq
import math
from itertools import count, pairwise
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal.access import Throttle
from sagemaker_rehearsal.profile import PROFILES
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.pacing import EASE, JITTER, LONGEST_WAIT, Pace, Turns
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Open = Any  # the fixture `open_emulator`

PACE = Pace(SageMakerBackend.poll_every)
RATES = PROFILES["realistic"].rates
HOUR = 3600.0


class Call(NamedTuple):
    at: float
    tuner: int
    admitted: bool


def share(
    operation: str, every: float, tuners: int, seconds: float, seed: int, most: float = math.inf
) -> list[Call]:
    """What so many tuners ask for that begin together, each until `most` of its calls were admitted."""
    now, random, ties = 0.0, Random(seed), count()
    clock: Callable[[], float] = lambda: now  # noqa: E731 - sees the `now` of this function
    throttle = Throttle(RATES, clock)
    turns = [Turns(every, clock, random.random) for _ in range(tuners)]
    calls: list[Call] = []
    admitted = [0] * tuners
    waiting = [(0.0, next(ties), tuner) for tuner in range(tuners)]
    while waiting:
        now, _, tuner = heapq.heappop(waiting)
        if now > seconds:
            break
        assert turns[tuner].take()
        assert not turns[tuner].take()  # none is saved up
        call = Call(now, tuner, throttle.admits(operation))
        calls.append(call)
        admitted[tuner] += call.admitted
        (turns[tuner].went_well if call.admitted else turns[tuner].refused)()
        if admitted[tuner] < most:
            heapq.heappush(waiting, (turns[tuner].due, next(ties), tuner))
    return calls


def longest_gap(calls: list[Call], tuner: int) -> float:
    moments = [call.at for call in calls if call.tuner == tuner and call.admitted]
    return max(later - earlier for earlier, later in pairwise([0.0, *moments, calls[-1].at]))


def refused(calls: list[Call]) -> float:
    return sum(not call.admitted for call in calls) / len(calls)


@pytest.mark.parametrize("seed", range(20))
def test_ten_tuners_list_side_by_side(seed: int) -> None:
    """They could ask for as many lists as there are; they leave half to others, and are seldom refused."""
    assert 10 / PACE.poll == RATES["ListTrainingJobs"].per_second
    calls = share("ListTrainingJobs", PACE.poll, 10, HOUR, seed)
    assert refused(calls) < 0.1
    assert 0.4 < sum(call.admitted for call in calls) / HOUR / RATES["ListTrainingJobs"].per_second < 0.6
    assert all(longest_gap(calls, tuner) < 180.0 for tuner in range(10))


@pytest.mark.parametrize("seed", range(5))
def test_no_tuner_starves_when_there_are_too_many(seed: int) -> None:
    calls = share("ListTrainingJobs", PACE.poll, 40, HOUR, seed)
    assert sum(call.admitted for call in calls) / HOUR > 0.7 * RATES["ListTrainingJobs"].per_second
    assert all(longest_gap(calls, tuner) < 450.0 for tuner in range(40))


@pytest.mark.parametrize("seed", range(20))
def test_ten_tuners_start_their_first_jobs(seed: int) -> None:
    """Four each, of which the account takes one a second: they take twice as long as one tuner would."""
    calls = share("CreateTrainingJob", PACE.turn, 10, HOUR, seed, most=4)
    assert sum(call.admitted for call in calls) == 40
    assert calls[-1].at < 2 * 40
    assert refused(calls) < 0.8


def test_a_single_tuner_is_never_throttled() -> None:
    assert refused(share("CreateTrainingJob", PACE.turn, 1, 600.0, seed=0)) == 0.0
    assert refused(share("ListTrainingJobs", PACE.turn, 1, 600.0, seed=0)) == 0.0


def test_waits_double_at_once_and_shrink_slowly() -> None:
    turns = Turns(1.0, lambda: 0.0, lambda: 0.5)
    waits = []
    for _ in range(4):
        turns.refused()
        waits.append(turns.due)
    assert waits == [1, 2, LONGEST_WAIT, LONGEST_WAIT]
    for number in range(1, 40):
        turns.went_well()
        assert turns.due == pytest.approx(max(1.0, LONGEST_WAIT * EASE**number) * (1 + JITTER / 2))
    turns.went_well(times=3)  # which took three calls
    assert turns.due == pytest.approx(3 * (1 + JITTER / 2))


@pytest.mark.slow
def test_jobs_are_created_one_after_the_other(open_emulator: Open, light_jobs: None, tmp_path: Path) -> None:
    """None in the beat of another, though five workers wait for them."""
    emulator = open_emulator()
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(number)) for number in range(5)]
        rig.gate.touch()
        rig.until_ended(*jobs)
        every = Pace(rig.spec.poll_every).turn  # type: ignore[attr-defined]
    moments = [call.real for call in emulator.ledger.of("CreateTrainingJob")]
    assert len(moments) == 5
    assert all(later - earlier >= every for earlier, later in pairwise(moments))
