"""The course of a simulated job: when it reports what, and when and how it ends."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.backends.simulated import Course, Failing
from tunewise.blackboxes.base import Curve
from tunewise.events import JobEnded, Reported
from tunewise.trial import FailureKind, JobId

JOB = JobId(3, 1)
CURVE = Curve({"loss": [0.5, 0.4, 0.3, 0.2]}, [10.0, 21.0, 33.0, 46.0])
LOST = FailureKind.PREEMPTED

Told = tuple[float, float]


def course(
    first: int = 0,
    last: int = 4,
    failure: Failing | None = None,
    curve: Curve = CURVE,
    resource: str | None = "epoch",
) -> Course:
    """Started at 100 s, begun at 105 s, and over 2 s after its last report."""
    return Course(JOB, 100.0, 105.0, curve, resource, first, last, 2.0, failure)


def story(course: Course) -> list[Reported | JobEnded]:
    """All that a course does, at the moments that it says itself."""
    facts: list[Reported | JobEnded] = []
    while course.reports_next:
        facts.append(course.report(course.next_event))
    assert course.next_event == course.ends
    return [*facts, course.end(course.next_event)]


def moments(course: Course) -> list[float]:
    return [fact.time for fact in story(course)]


def test_reports_come_at_their_times_and_then_the_end() -> None:
    assert story(course()) == [
        Reported(115.0, JOB, 0, 15.0, {"epoch": 1, "loss": 0.5}),
        Reported(126.0, JOB, 1, 26.0, {"epoch": 2, "loss": 0.4}),
        Reported(138.0, JOB, 2, 38.0, {"epoch": 3, "loss": 0.3}),
        Reported(151.0, JOB, 3, 51.0, {"epoch": 4, "loss": 0.2}),
        JobEnded(153.0, JOB, 53.0),
    ]


def test_a_resumed_job_trains_what_is_missing() -> None:
    facts = story(course(first=2, last=3))
    assert facts == [
        Reported(117.0, JOB, 0, 17.0, {"epoch": 3, "loss": 0.3}),
        JobEnded(119.0, JOB, 19.0),
    ]


@pytest.mark.parametrize(("first", "last"), [(0, 0), (2, 2), (3, 2)])
def test_a_job_with_nothing_to_train_begins_and_ends(first: int, last: int) -> None:
    assert story(course(first, last)) == [JobEnded(107.0, JOB, 7.0)]


def test_levels_may_be_far_apart() -> None:
    sparse = Curve({"loss": [0.5, 0.4, 0.3, 0.2]}, [10.0, 21.0, 33.0, 46.0], (1, 3, 9, 27))
    reports = [fact.values for fact in story(course(first=1, curve=sparse)) if isinstance(fact, Reported)]
    assert reports == [{"epoch": 3, "loss": 0.4}, {"epoch": 9, "loss": 0.3}, {"epoch": 27, "loss": 0.2}]
    assert [sparse.reports_to(level) for level in (0, 1, 2, 3, 26, 27, 81)] == [0, 1, 1, 2, 3, 4, 4]


def test_what_is_not_finite_is_reported_as_text() -> None:
    odd = Curve({"loss": [math.nan, math.inf, -math.inf]}, [1.0, 2.0, 3.0])
    values = [fact.values for fact in story(course(last=3, curve=odd)) if isinstance(fact, Reported)]
    assert [value["loss"] for value in values] == ["nan", "inf", "-inf"]


def test_a_script_without_a_resource_reports_none() -> None:
    assert next(fact.values for fact in story(course(resource=None)) if isinstance(fact, Reported)) == {
        "loss": 0.5
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (100.0, [102.0]),  # before it has begun
        (126.0, [115.0, 126.0, 128.0]),  # at the moment of a report, which still counts
        (137.9, [115.0, 126.0, 139.9]),
        (151.5, [115.0, 126.0, 138.0, 151.0, 153.0]),  # it is ending by itself
        (500.0, [115.0, 126.0, 138.0, 151.0, 153.0]),
    ],
)
def test_a_job_that_is_told_to_end_reports_nothing_more(told: float, expected: list[float]) -> None:
    running = course()
    running.tell(told, 2.0)
    assert moments(running) == pytest.approx(expected)


def test_the_first_word_to_come_true_counts() -> None:
    running = course()
    for moment in (140.0, 127.0, 160.0):
        running.tell(moment, 2.0)
    assert moments(running) == [115.0, 126.0, 129.0]


def test_a_failure_ends_it_at_once() -> None:
    facts = story(course(failure=Failing(130.0, LOST, "gone")))
    assert [fact.time for fact in facts] == [115.0, 126.0, 130.0]
    assert facts[-1] == JobEnded(130.0, JOB, 30.0, LOST, "gone")


def test_a_failure_after_the_last_report_comes_too_late() -> None:
    assert story(course(failure=Failing(151.0, LOST)))[-1] == JobEnded(153.0, JOB, 53.0)


@pytest.mark.parametrize(("told", "failed"), [(120.0, False), (127.0, False), (129.0, True)])
def test_one_that_was_told_to_end_may_fail_before_it_has(told: float, failed: bool) -> None:
    running = course(failure=Failing(130.0, LOST))
    running.tell(told, 2.0)
    end = story(running)[-1]
    assert isinstance(end, JobEnded)
    assert (end.failure is LOST) == failed
    assert end.time == (130.0 if failed else told + 2.0)


@given(
    first=st.integers(0, 4),
    last=st.integers(0, 4),
    failure=st.none() | st.floats(105.0, 200.0),
    told=st.lists(st.floats(100.0, 200.0), max_size=3),
    seen=st.integers(0, 6),
)
def test_a_course_taken_up_again_goes_on_alike(
    first: int, last: int, failure: float | None, told: list[float], seen: int
) -> None:
    def fresh() -> Course:
        running = course(first, last, None if failure is None else Failing(failure, LOST))
        for moment in told:
            running.tell(moment, 2.0)
        return running

    whole = story(fresh())
    seen = min(seen, len(whole) - 1)
    again = fresh()
    again.skip(seen)
    assert story(again) == whole[seen:]
    assert [fact.time for fact in whole] == sorted(fact.time for fact in whole)
