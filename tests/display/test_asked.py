"""What people ask for, and what comes of it, in words; and where it is shown."""

import pytest
from tests.helpers.recordings import Recording

from tunewise.display import asked, words
from tunewise.display.frame import Size, Title, frame
from tunewise.display.progress import PRINTED_AT_ONCE
from tunewise.display.story import Kind, Story
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.state import State
from tunewise.events import (
    Action,
    Change,
    ChangeTerms,
    EndTrial,
    Enqueue,
    Entry,
    Finish,
    FinishReason,
    HaltJob,
    Hold,
    PauseTrial,
    Recall,
    Refuse,
    Release,
    Remark,
    Request,
    Requested,
    ResumeJob,
    ResumeTrial,
    StartJob,
    StopTrial,
    Suspend,
    TryNext,
    Why,
)
from tunewise.space import Value
from tunewise.trial import JobId, Status

PROBLEM = Recording().problem
ASKED: dict[str, Value] = {"kind": "asked"}


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        (PauseTrial(7), "pause trial 7"),
        (ResumeTrial(7), "resume trial 7"),
        (EndTrial(7), "end trial 7"),
        (TryNext({"lr": "0.1", "dropout": 0.25}), "try next: lr=0.1 dropout=0.25"),
        (TryNext({}), "try next:"),
        (Change(workers=1), "change to 1 worker"),
        (Change(8, {"max_cost": 5.0}), "change to 8 workers, a cost of 5.00"),
        (Remark("slow\ndisk \x1b[2J", 7), "note on trial 7: slow␊disk ␛[2J"),
        (Remark("why?"), "note: why?"),
        (TryNext({"l\x1br": 0.1}), "try next: l␛r=0.1"),
        (Suspend(), "suspend the experiment"),
    ],
)
def test_requests(request_: Request, text: str) -> None:
    assert asked.request(request_) == text


HALT = HaltJob(0.0, JobId(7, 0), Status.SUSPENDED, why=ASKED)
STOP = HaltJob(0.0, JobId(7, 0), Status.STOPPED, why=ASKED)
RESUMED = ResumeJob(0.0, JobId(7, 1), 9, why=ASKED)
STARTED = StartJob(0.0, 8, {"lr": 0.1}, 9, why={**ASKED, "request": "r1"})
BACK = "`tunewise resume lm --trial 7` lets it go on."
FREE = (
    "Trial 7 is no longer held. It goes on as soon as a worker is free or, if the method had paused it, when "
    "the method resumes it."
)


@pytest.mark.parametrize(
    ("request_", "actions", "text"),
    [
        (PauseTrial(7), [HALT, Hold(0.0, 7)], f"Trial 7 is told to save and end, and is held: {BACK}"),
        (PauseTrial(7), [Hold(0.0, 7)], f"Trial 7 is held: {BACK}"),
        (ResumeTrial(7), [Release(0.0, 7), RESUMED], "Trial 7 goes on up to epoch 9."),
        (ResumeTrial(7), [Release(0.0, 7)], FREE),
        (ResumeTrial(7), [Recall(0.0, 7, 3)], "Trial 7 goes on up to epoch 3 as soon as a worker is free."),
        (EndTrial(7), [STOP], "Trial 7 is told to end, for good."),
        (EndTrial(7), [StopTrial(0.0, 7)], "Trial 7 has ended, for good."),
        (
            TryNext({}),
            [Enqueue(0.0, "r1", {"lr": 0.1})],
            "It is tried as soon as a worker is free and the limits allow it: lr=0.1",
        ),
        (TryNext({}), [Enqueue(0.0, "r1", {"lr": 0.1}), STARTED], "Trial 8 tries it: lr=0.1"),
        (
            Change(workers=8),
            [ChangeTerms(0.0, 8, {"max_cost": 5.0})],
            "There are now 8 workers, and the limits are: a cost of 5.00.",
        ),
        (Change(workers=1), [ChangeTerms(0.0, 1)], "There is now 1 worker, and the limits are: none."),
        (Remark("so"), [], "Noted."),
        (Suspend(), [], "lm is being suspended."),
    ],
)
def test_what_comes_of_them(request_: Request, actions: list[Action], text: str) -> None:
    assert asked.came_of(request_, actions, PROBLEM, "lm") == text


def test_decisions_that_follow() -> None:
    why: Why = {**ASKED, "request": "0123"}
    started = words.decision(StartJob(0.0, 8, {"lr": 0.1}, 9, why=why), PROBLEM)
    assert started == "starts trial 8 up to epoch 9: a person asked, with lr=0.1"
    assert words.decision(Hold(0.0, 7), PROBLEM) == "holds trial 7: a person asked"
    assert words.decision(Release(0.0, 7), PROBLEM) == "lets go of trial 7: a person asked"
    assert words.decision(StopTrial(0.0, 7), PROBLEM) == "stops trial 7: a person asked"
    assert asked.decision(Recall(0.0, 7, 3), PROBLEM) == "is to resume trial 7 up to epoch 3"
    assert asked.decision(Refuse(0.0, "r1", "It has\nended."), PROBLEM) == "refuses: It has␊ended."


def steered() -> Recording:
    """One trial is held and another has completed; one configuration waits."""
    told = Recording(limits={}, workers=2)
    first, second = told.start(0.1, until=9), told.start(0.2, until=9)
    told.report(first, 5.0)
    told.ask(PauseTrial(0), HaltJob(told.time, JobId(0, 0), Status.SUSPENDED, why=ASKED), Hold(told.time, 0))
    told.ask(PauseTrial(9), Refuse(told.time, "r", "There is no trial 9: there are trials 0 to 1."))
    told.ask(Remark("the disk is slow", 0))
    told.end(first)
    told.report(second, 4.0, level=9)
    told.end(second)
    told.ask(TryNext({"lr": 0.3}), Enqueue(told.time, "r9", {"lr": 0.3, "dropout": 0.5}))
    return told


def test_they_are_told_as_they_come() -> None:
    told = steered()
    story, state = Story(told.problem), told.state()
    requests = [each for each in story.take(state, told.entries) if each.kind is Kind.REQUEST]
    assert Kind.REQUEST in PRINTED_AT_ONCE
    assert [each.text for each in requests] == [
        "asked: pause trial 0",
        "asked: pause trial 9",
        "refused: There is no trial 9: there are trials 0 to 1.",
        "asked: note on trial 0: the disk is slow",
        "asked: try next: lr=0.3",
    ]
    told.ask(Suspend("stopped by `tunewise stop`"))
    [stopping] = story.take(told.state(), told.entries[-1:])
    assert stopping[1:] == (Kind.STOPPING, "stopped by `tunewise stop`")


def test_a_picture_shows_what_is_held_and_what_is_next() -> None:
    told = steered()
    title = Title("lm", "rs", told.problem)
    lines = [line.plain for line in frame(title, told.state(), [], told.time, Size(100, 23))]
    assert "trials     2: 1 completed, 1 held; 1 configuration to try next" in lines
    assert any("waits for a person: the 1 trial left to train is held" in line for line in lines)


def test_an_experiment_says_that_it_waits_for_a_person() -> None:
    told = steered()
    state = told.state()
    assert words.at_work(state) == "waits for a person: the 1 trial left to train is held"
    assert asked.held(state) == "trial 0"
    assert asked.wanted(state) == ["lr=0.3 dropout=0.5"]
    told.ask(ResumeTrial(0), Release(told.time, 0))
    assert words.waits_for_a_person(told.state()) == ""


def test_many_held_trials_are_not_all_named() -> None:
    told = Recording(limits={}, workers=20)
    for number in range(12):
        told.start(0.1, until=9)
        told.ask(
            PauseTrial(number),
            HaltJob(told.time, JobId(number, 0), Status.SUSPENDED, why=ASKED),
            Hold(told.time, number),
        )
    assert asked.held(told.state()) == "trials 0, 1, 2, 3, 4, 5, 6 and 5 more"


def test_who_suspended_an_experiment_is_told_in_a_line() -> None:
    fact = Requested(1.0, "id", Suspend("a\x1b[2J\nb"))
    told = Story(PROBLEM).take(State(PROBLEM, RetryPolicy()), [Entry(fact)])
    assert [happening.text for happening in told] == ["a␛[2J␊b"]
    finish = Finish(1.0, FinishReason.STOPPED, "a\x1b[2J\nb")
    assert words.ending(finish) == "Suspended: a␛[2J␊b"
