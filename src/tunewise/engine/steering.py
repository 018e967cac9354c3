"""What follows from a request: actions, or a refusal that tells a person why."""

from collections.abc import Sequence

from msgspec.structs import replace

from tunewise.engine.budgets import why_used_up
from tunewise.engine.policy import StoppingCriterion, check_workers
from tunewise.engine.state import State
from tunewise.events import (
    Action,
    Change,
    ChangeTerms,
    EndTrial,
    Enqueue,
    HaltJob,
    Hold,
    PauseTrial,
    Recall,
    Refuse,
    Release,
    Remark,
    Requested,
    ResumeTrial,
    StopTrial,
    Suspend,
    TryNext,
)
from tunewise.schedulers.base import ASKED, Scheduler
from tunewise.space import SpaceError
from tunewise.trial import HALTING, PAUSED, RUNNING, STOPPED, SUSPENDED, TERMINAL, Status, Trial


class RefusedError(Exception):
    """The request can't be met; the message is a sentence for the person who asked."""


def answer(fact: Requested, state: State, scheduler: Scheduler, ending: bool) -> Sequence[Action]:
    """What a request leads to. ending: the experiment is about to end or to be suspended. Nothing follows
    here from a `Suspend`, and from a note."""
    request, time = fact.request, fact.time
    try:
        _refuse_if(fact.objection)
        if isinstance(request, PauseTrial):
            return _pause(_trial(state, request.trial_id), time)
        if isinstance(request, ResumeTrial):
            return _resume(_trial(state, request.trial_id), time, state, scheduler, ending)
        if isinstance(request, EndTrial):
            return _end(_trial(state, request.trial_id), time)
        if isinstance(request, TryNext):
            return [_enqueue(fact.id, request, time, state)]
        if isinstance(request, Change):
            return [_change(request, time, state, ending)]
        if isinstance(request, Remark):
            _refuse_if(state.objection_to(request))
    except RefusedError as refusal:
        return [Refuse(time=time, id=fact.id, why=str(refusal))]
    assert isinstance(request, (Remark, Suspend))
    return []


def _trial(state: State, trial_id: int) -> Trial:
    _refuse_if(state.no_such_trial(trial_id))
    return state.trials[trial_id]


def _refuse_if(why: str) -> None:
    if why:
        raise RefusedError(why)


_OVER = {
    Status.COMPLETED: "has completed",
    Status.STOPPED: "has been stopped for good",
    Status.FAILED: "has failed",
}


def _check_unfinished(trial: Trial) -> None:
    if trial.status in TERMINAL:
        raise RefusedError(f"Trial {trial.id} {_OVER[trial.status]}.")
    if trial.status is HALTING and trial.target in TERMINAL:
        raise RefusedError(f"Trial {trial.id} is just ending for good.")


def _pause(trial: Trial, time: float) -> Sequence[Action]:
    _check_unfinished(trial)
    if trial.held:
        raise RefusedError(f"Trial {trial.id} is held already.")
    hold = Hold(time=time, trial_id=trial.id)
    if trial.status is RUNNING:
        return [HaltJob(time=time, job=trial.job, target=SUSPENDED, why=ASKED), hold]
    return [hold]


def _resume(trial: Trial, time: float, state: State, scheduler: Scheduler, ending: bool) -> Sequence[Action]:
    _check_unfinished(trial)
    if trial.held:
        return [Release(time=time, trial_id=trial.id)]
    if trial.status is RUNNING:
        raise RefusedError(f"Trial {trial.id} is running.")
    if ending:
        raise RefusedError("The experiment is about to end: ask again after resuming it.")
    if trial.status is SUSPENDED:
        raise RefusedError(f"Trial {trial.id} goes on anyway, as soon as it can.")
    if trial.status is HALTING:
        raise RefusedError(f"Trial {trial.id} is just pausing: ask again when its job is over.")
    assert trial.status is PAUSED
    resumed = scheduler.recalled(state.trials, trial)
    if isinstance(resumed, str):
        raise RefusedError(resumed)
    return [Recall(time=time, trial_id=trial.id, until=resumed.until)]


def _end(trial: Trial, time: float) -> Sequence[Action]:
    _check_unfinished(trial)
    if trial.busy:
        return [HaltJob(time=time, job=trial.job, target=STOPPED, why=ASKED)]
    return [StopTrial(time=time, trial_id=trial.id)]


def _enqueue(request_id: str, request: TryNext, time: float, state: State) -> Action:
    try:
        config = state.trials.problem.space.completed(request.config, texts=True)
    except SpaceError as error:
        raise RefusedError(str(error)) from None
    return Enqueue(time=time, id=request_id, config=config)


def _change(request: Change, time: float, state: State, ending: bool) -> Action:
    before = state.opened
    if before is None or ending:
        raise RefusedError("The experiment is about to end: give the new workers and limits to its resume.")
    workers = before.workers if request.workers is None else request.workers
    try:
        check_workers(workers)
        limits = StoppingCriterion.of({**before.limits, **request.limits}).limits()
    except ValueError as error:
        raise RefusedError(str(error)) from None
    terms = replace(before, workers=workers)
    for name in request.limits:
        _refuse_if(why_used_up(name, limits[name], state, terms))
    return ChangeTerms(time=time, workers=workers, limits=limits)
