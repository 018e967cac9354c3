"""Decisions and happenings in words."""

import re

import pytest
from tests.helpers.recordings import Recording, typical

from tunewise.display import words
from tunewise.display.limits import limits_in_words, used
from tunewise.display.story import Happening, Kind, Story
from tunewise.engine.budgets import HOUR
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.state import State
from tunewise.events import DropCheckpoint, HaltJob, ResumeJob, StartJob, Why
from tunewise.problem import Mode
from tunewise.trial import FailureKind, JobId, Status

PROBLEM = Recording().problem


def halted(target: Status, why: Why) -> str | None:
    return words.decision(HaltJob(0.0, JobId(3, 0), target, why=why), PROBLEM)


def test_a_start_that_puts_a_method_in_charge_says_so() -> None:
    why: Why = {"kind": "random", "by": "bo", "chosen": "a trial reports only once"}
    start = StartJob(0.0, 0, {"lr": 0.1}, 9, 0, why)
    assert words.decision(start, PROBLEM) == (
        "starts trial 0 up to epoch 9: drawn at random; from here on bo, as a trial reports only once, with "
        "lr=0.1"
    )
    assert words.reason({"by": "bo"}, words.Names("loss", "epoch")) == "by bo"


@pytest.mark.parametrize(
    ("target", "why", "text"),
    [
        (
            Status.STOPPED,
            {"kind": "rung", "level": 3, "rank": 7, "of": 9, "keep": 3},
            "stops trial 3: 7th of 9 at epoch 3, where the best 3 go on",
        ),
        (
            Status.STOPPED,
            {"kind": "median", "level": 3, "best": 5.61, "median": 5.4, "of": 8},
            "stops trial 3: its best 5.61 is worse than the median 5.4 of 8 others at epoch 3",
        ),
        (
            Status.STOPPED,
            {"kind": "median", "level": 3, "value": 5.61, "median": 5.4, "of": 8},
            "stops trial 3: its value 5.61 is worse than the median 5.4 of 8 others at epoch 3",
        ),
        (Status.SUSPENDED, {"kind": "experiment ends"}, "suspends trial 3: the experiment ends for now"),
        (
            Status.COMPLETED,
            {"kind": "past max_resource"},
            "ends trial 3: it has gone past the largest resource",
        ),
        (
            Status.PAUSED,
            {"kind": "rung", "level": 3, "rank": 2, "of": 4, "slots": 9},
            "pauses trial 3: 2nd of 4 at epoch 3, where 9 are to be compared",
        ),
        (
            Status.PAUSED,
            {"kind": "rung", "level": 3, "rank": 2, "of": 9, "slots": 9},
            "pauses trial 3: 2nd of 9 at epoch 3",
        ),
        (
            Status.PAUSED,
            {"kind": "below its rung", "level": 9},
            "pauses trial 3: its first rung is at epoch 9",
        ),
        # a searcher or scheduler that this module knows nothing of
        (Status.PAUSED, {"kind": "rate", "gain": 0.12345678}, "pauses trial 3: rate (gain 0.1235)"),
        (Status.PAUSED, {"gain": 2}, "pauses trial 3: gain 2"),
        (Status.PAUSED, {}, "pauses trial 3"),
        (Status.PAUSED, {"kind": "rung"}, "pauses trial 3: rung"),
    ],
)
def test_why_a_job_was_halted(target: Status, why: Why, text: str) -> None:
    assert halted(target, why) == text


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ({"kind": "random"}, "drawn at random"),
        (
            {"kind": "random", "because": "no trial has a result yet"},
            "drawn at random, as no trial has a result yet",
        ),
        ({"kind": "random safeguard"}, "drawn at random, in case the model is wrong"),
        ({"kind": "initial design"}, "one of the first, before there is a model"),
        ({"kind": "given point"}, "given point"),
        ({"kind": "middle"}, "the middle of the space"),
        (
            {"kind": "acquisition", "log_ei": -2.34567, "predicted": 3.21},
            "the model's choice, which predicts val_loss 3.21 (log EI -2.346)",
        ),
        (
            {"kind": "acquisition", "log_ei": -2.0, "predicted": 3.21, "predicted_std": 0.5, "level": 9},
            "the model's choice, which predicts val_loss 3.21 ± 0.5 at epoch 9 (log EI -2)",
        ),
        (
            {"kind": "acquisition", "log_ei": -2.0, "level": 9},
            "the model's choice (log EI -2, level 9)",
        ),
        (
            {"kind": "density ratio", "log_ratio": 1.5, "level": 3},
            "more likely among the good trials than among the others at epoch 3 (log ratio 1.5)",
        ),
        (
            {"kind": "quantile sample", "quantile": 0.1, "predicted": 3.0},
            "the best of the values drawn for all candidates: val_loss 3 (quantile 0.1)",
        ),
        (
            {"kind": "full training", "log_ei": -2.0, "predicted": 3.0},
            "one of those that run to their end, by a model that predicts val_loss 3 (log EI -2)",
        ),
        ({"kind": "evolution", "parent": 4, "changed": "lr"}, "trial 4 with another lr"),
        ({"kind": "evolution"}, "evolution"),
    ],
)
def test_why_a_trial_was_started(why: Why, text: str) -> None:
    started = StartJob(0.0, 3, {"lr": 0.01}, until=9, why=why)
    assert words.decision(started, PROBLEM) == f"starts trial 3 up to epoch 9: {text}, with lr=0.01"


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ({"kind": "promotion", "from_level": 3, "rank": 1, "of": 9}, "1st of 9 at epoch 3"),
        (
            {"kind": "forecast", "predicted": 3.21, "predicted_std": 0.125, "gain_per_second": 0.5},
            "predicted to reach val_loss 3.21 ± 0.125 (gain per second 0.5)",
        ),
        ({"kind": "forecast"}, "forecast"),
        ({"kind": "forecast", "level": 9, "predicted": 3.2}, "predicted to reach val_loss 3.2 at epoch 9"),
        ({"kind": "all configurations were tried"}, "all configurations were tried"),
        ({"kind": "goes on"}, "it had been interrupted"),
        ({"kind": "below its rung", "level": 9}, "its first rung is at epoch 9"),
    ],
)
def test_why_a_trial_was_resumed(why: Why, text: str) -> None:
    resumed = ResumeJob(0.0, JobId(3, 1), until=9, why=why)
    assert words.decision(resumed, PROBLEM) == f"resumes trial 3 up to epoch 9: {text}"


def test_why_a_trial_was_paused() -> None:
    why: Why = {"kind": "outpaced", "level": 9, "predicted": 3.2}
    paused = HaltJob(0.0, JobId(3, 1), target=Status.PAUSED, why=why)
    expected = (
        "pauses trial 3: others promise more a second; it is predicted to reach val_loss 3.2 at epoch 9"
    )
    assert words.decision(paused, PROBLEM) == expected


def test_a_trial_without_a_limit_is_started() -> None:
    started = StartJob(0.0, 3, {"lr": 0.012345, "layers": 2}, why={"kind": "grid"})
    assert words.decision(started, PROBLEM) == "starts trial 3: grid, with lr=0.01235 layers=2"


def test_a_trial_is_started_without_a_reason() -> None:
    assert words.decision(StartJob(0.0, 3, {"lr": 0.5}, why={}), PROBLEM) == "starts trial 3 with lr=0.5"


def test_housekeeping_is_not_a_decision() -> None:
    assert words.decision(DropCheckpoint(0.0, 3), PROBLEM) is None


def heard(recording: Recording) -> list[Happening]:
    """What a story tells of an experiment, line by line."""
    story, state = Story(recording.problem), State(recording.problem, RetryPolicy())
    happenings = []
    for entry in recording.entries:
        state.replay(entry)
        happenings += story.take(state, [entry])
    return happenings


def test_the_story_of_an_experiment() -> None:
    happenings = heard(typical())
    assert [happening[1:] for happening in happenings if happening.kind is not Kind.DECISION] == [
        (Kind.BEST, "best val_loss 8: trial 0 at epoch 1"),
        (Kind.BEST, "best val_loss 7: trial 1 at epoch 1"),
        (Kind.FAILURE, "trial 2 failed: val_loss was nan"),
        *(
            (Kind.BEST, f"best val_loss {value}: trial 1 at epoch {level}")
            for level, value in enumerate([6, 5.5, 5, 4.8, 4.5, 4.2, 4.1, 4], start=2)
        ),
        (Kind.COMPLETION, "trial 1 is complete at epoch 9"),
        (Kind.FAILURE, "trial 3 failed: exit code 1: KeyError: 'weights'"),
    ]
    assert [happening.time for happening in happenings] == sorted(happening.time for happening in happenings)


def test_many_entries_at_once_give_the_same_endings() -> None:
    recording = typical()
    at_once = Story(recording.problem).take(recording.state(), recording.entries)
    ends = (Kind.COMPLETION, Kind.FAILURE)
    assert [h for h in at_once if h.kind in ends] == [h for h in heard(recording) if h.kind in ends]


def test_nothing_from_before_a_resumption_is_repeated() -> None:
    recording = typical()
    trial = recording.start()
    recording.report(trial, 5.0, 4.9)
    recording.report(trial, 5.0, level=1)
    state = recording.state()
    assert len(state.notes) == 2
    assert Story(recording.problem, before=state).take(state, []) == []


def test_notes_retries_and_stop_requests_are_events() -> None:
    recording = Recording()
    trial = recording.start()
    recording.report(trial, 5.0)
    recording.report(trial, 5.0, level=1)
    recording.ask_to_stop()
    recording.end(trial, FailureKind.INFRASTRUCTURE, "killed by SIGKILL from outside\nand more")
    assert [happening[1:] for happening in heard(recording)[2:]] == [
        (
            Kind.NOTE,
            "trial 0: epoch 1 was reported again: let it grow, as each level counts once",
        ),
        (Kind.STOPPING, "interrupted by Ctrl-C"),
        (
            Kind.NOTE,
            "trial 0 was interrupted (killed by SIGKILL from outside: and more), tried again in 10s",
        ),
    ]


def test_how_much_of_each_limit_is_used() -> None:
    limits = {
        "max_wallclock_time": 7200.0,
        "max_cost": 2.0,
        "max_num_trials_started": 10,
        "max_num_trials_completed": 4,
        "max_num_trials_finished": 6,
        "max_num_evaluations": 1000,
    }
    state = typical(limits=limits, price=3.0).state()
    assert [(use.label, round(use.share, 3), use.text) for use in used(state, 3600.0)] == [
        ("time", 0.5, "1h 00m of 2h 00m"),
        ("cost", 0.092, "cost 0.18 of 2.00"),
        ("started", 0.4, "4 of 10 trials"),
        ("completed", 0.25, "1 of 4 trials"),
        ("finished", 0.5, "3 of 6 trials"),
        ("reports", 0.01, "10 of 1,000 reports"),
    ]
    assert limits_in_words(limits, 3.0) == (
        "2h 00m, a cost of 2.00, 10 trials started, 4 trials completed, 6 trials finished, 1,000 reports"
    )
    goals = {
        "target": 4.0,
        "max_num_trials_without_improvement": 30,
        "max_time_without_improvement": 1800.0,
    }
    state = typical(limits=goals).state()
    first, best = state.trials[0].values[0], state.trials.best
    assert best is not None
    share = (first - best.value) / (first - 4.0)
    assert [(use.limit, use.label, round(use.share, 3), use.text) for use in used(state, state.now)] == [
        ("max_num_trials_without_improvement", "no better", 0.033, "1 of 30 trials without improvement"),
        ("max_time_without_improvement", "no better", 0.022, "40s of 30m 00s without improvement"),
        ("target", "target", round(share, 3), f"{best.value:.4g}, and 4 is the target"),
    ]
    assert limits_in_words(goals, 3.0) == (
        "the value 4, 30 trials without improvement, 30m 00s without improvement"
    )
    assert limits_in_words({"max_cost": 2.0}, 1.0) == "2.00 worker-hours"
    assert limits_in_words({}, 1.0) == "none"
    assert limits_in_words({"min_gain": 0.001, "worth": 500.0}, 3.0) == (
        "a promised gain of 0.001 an hour, a gain of 1 is worth 500"
    )


@pytest.mark.parametrize(
    ("price", "limits", "mode", "pace", "text"),
    [
        (
            1.0,
            {},
            "min",
            600,
            r"hour is .* lower val_loss by \S+ \(80 %: \S+ to \S+\), for 2.00 worker-hours",
        ),
        (3.0, {}, "max", 600, r"hour is .* raise val_loss by \S+ \(80 %: \S+ to \S+\), at a cost of 6.00"),
        (3.0, {"worth": 10.0}, "min", 600, r"hour is .*, at a cost of 6.00, and is worth \d+.\d\d"),
        (3.0, {}, "min", 0, r"2m 25s is expected .*, at a cost of 0.24"),  # no more than as much again
        (3.0, {}, "min", 1e4, r"hour is expected to lower val_loss by 0\.0\d+ .*"),  # not to 0
    ],
)
def test_what_more_time_promises(
    price: float, limits: dict[str, float], mode: Mode, pace: float, text: str
) -> None:
    recording = Recording(price=price, limits=limits, mode=mode)
    for number in range(15):
        assert (words.outlook(recording.state()) == "") == (number <= 10)
        trial = recording.start()
        recording.report(trial, 5.0 - 0.1 * number + (number % 3), level=9)
        recording.time += pace
        recording.end(trial)
    if pace > HOUR:
        trial = recording.start()
        recording.report(trial, 0.1, level=9)
        recording.end(trial)
    found = words.outlook(recording.state())
    assert re.fullmatch(f"another {text}", found)


def test_a_job_that_ends_at_its_limit_pauses_its_trial_in_words() -> None:
    recording = Recording("lm")
    trial = recording.start(until=5)
    recording.report(trial, 5.0, 4.0)
    recording.end(trial)
    happenings = Story(recording.problem).take(recording.state(), recording.entries)
    paused = "pauses trial 0 at epoch 2: its job ended by itself, limited to epoch 5"
    assert [each.text for each in happenings if each.kind is Kind.DECISION][-1] == paused


def test_what_workers_do_and_why_jobs_wait() -> None:
    recording = Recording(limits={}, workers=3, queues=True)
    assert words.at_work(recording.state()) == "on 0 workers"
    for _ in range(3):
        recording.start(until=9)
    assert words.at_work(recording.state()) == "3 jobs queued"
    recording.begin(0)
    recording.wait(2, "Preparing the instances for training")
    recording.wait(1, "Training job waiting for capacity")
    assert words.at_work(recording.state()) == "on 1 worker, 2 jobs queued: Training job waiting for capacity"
    recording.begin(1)
    assert words.why_queued(recording.state().trials) == "Preparing the instances for training"
    recording.begin(2)
    assert words.at_work(recording.state()) == "on 3 workers"
