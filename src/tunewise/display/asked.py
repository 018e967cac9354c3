"""What people ask of a tuner, and what comes of it, in words."""

from collections.abc import Sequence

from tunewise import events
from tunewise.display import words
from tunewise.display.formats import configuration, count, in_one_line
from tunewise.display.limits import limits_in_words
from tunewise.engine.state import Remarked, State
from tunewise.problem import Problem

MOST_LISTED = 8  # trials that are named one by one


def request(request: events.Request) -> str:
    """What a person asks for, in a line: `pause trial 7`."""
    return in_one_line(_request(request))


def _request(request: events.Request) -> str:
    if isinstance(request, events.PauseTrial):
        return f"pause trial {request.trial_id}"
    if isinstance(request, events.ResumeTrial):
        return f"resume trial {request.trial_id}"
    if isinstance(request, events.EndTrial):
        return f"end trial {request.trial_id}"
    if isinstance(request, events.TryNext):
        return f"try next: {configuration(request.config)}".rstrip()
    if isinstance(request, events.Change):
        parts = [] if request.workers is None else [count(request.workers, "worker")]
        return f"change to {', '.join([*parts, *([_limits(request.limits)] if request.limits else [])])}"
    if isinstance(request, events.Remark):
        return f"note{_about(request.trial_id)}: {request.text}"
    return "suspend the experiment"


def about(request: events.Request) -> int | None:
    """The trial that a request is about; None if it is about no particular one."""
    named = (events.PauseTrial, events.ResumeTrial, events.EndTrial, events.Remark)
    return request.trial_id if isinstance(request, named) else None


def came_of(request: events.Request, actions: Sequence[events.Action], problem: Problem, name: str) -> str:
    """What came of an accepted request, in sentences for the person who asked. name: of the experiment."""
    until = [action.until for action in actions if isinstance(action, (events.ResumeJob, events.Recall))]
    if isinstance(request, events.PauseTrial):
        told = any(isinstance(action, events.HaltJob) for action in actions)
        ends = " is told to save and end, and" if told else ""
        back = f"`tunewise resume {name} --trial {request.trial_id}` lets it go on"
        return f"Trial {request.trial_id}{ends} is held: {back}."
    if isinstance(request, events.ResumeTrial):
        trial = f"Trial {request.trial_id}"
        resumed = (action.job.trial_id for action in actions if isinstance(action, events.ResumeJob))
        if request.trial_id in resumed:
            return f"{trial} goes on{words.up_to(problem, until[-1])}."
        if any(isinstance(action, events.Recall) for action in actions):
            return f"{trial} goes on{words.up_to(problem, until[-1])} as soon as a worker is free."
        return (
            f"{trial} is no longer held. It goes on as soon as a worker is free or, if the method had paused "
            "it, when the method resumes it."
        )
    if isinstance(request, events.EndTrial):
        told = any(isinstance(action, events.HaltJob) for action in actions)
        return f"Trial {request.trial_id} {'is told to end' if told else 'has ended'}, for good."
    if isinstance(request, events.TryNext):
        configs = [configuration(action.config) for action in actions if isinstance(action, events.Enqueue)]
        asked = [each for each in actions if isinstance(each, events.StartJob) and "request" in each.why]
        how = (
            f"Trial {asked[0].trial_id} tries it"
            if asked
            else "It is tried as soon as a worker is free and the limits allow it"
        )
        return f"{how}: {configs[0] if configs else ''}"
    if isinstance(request, events.Change):
        terms = (action for action in actions if isinstance(action, events.ChangeTerms))
        return " ".join(f"There {'is' if t.workers == 1 else 'are'} now {_terms(t)}." for t in terms)
    return "Noted." if isinstance(request, events.Remark) else f"{name} is being suspended."


def decision(action: events.Action, problem: Problem) -> str | None:
    """An action that followed from a request, or a refusal; None for others."""
    if isinstance(action, events.Recall):
        return f"is to resume trial {action.trial_id}{words.up_to(problem, action.until)}"
    if isinstance(action, events.Enqueue):
        return f"is to try next {configuration(action.config)}"
    if isinstance(action, events.ChangeTerms):
        return f"goes on with {_terms(action)}"
    return f"refuses: {in_one_line(action.why)}" if isinstance(action, events.Refuse) else None


def _terms(action: events.ChangeTerms) -> str:
    return f"{count(action.workers, 'worker')}, and the limits are: {_limits(action.limits)}"


def _limits(limits: dict[str, float]) -> str:
    return limits_in_words(limits, price=0.0)  # any but 1, for a cost in whatever unit


def _about(trial_id: int | None) -> str:
    return "" if trial_id is None else f" on trial {trial_id}"


def remark(remark: Remarked) -> str:
    """A person's note in a line."""
    return f"note{_about(remark.trial_id)}: {in_one_line(remark.text)}"


def held(state: State) -> str:
    """The trials that are held: `trials 3 and 7`; "" if none is."""
    ids = [str(trial.id) for trial in state.trials if trial.held]
    if len(ids) > MOST_LISTED:
        ids = [*ids[: MOST_LISTED - 1], f"{len(ids) - MOST_LISTED + 1} more"]
    if not ids:
        return ""
    return f"trial {ids[0]}" if len(ids) == 1 else f"trials {', '.join(ids[:-1])} and {ids[-1]}"


def wanted(state: State) -> list[str]:
    """The configurations that people asked for and that are started next, in order."""
    return [configuration(config) for config in state.wanted.values()]
