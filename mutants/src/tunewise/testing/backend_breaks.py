"""The contract suite for back ends, where things go wrong: what it does to an engine, through its harness."""

from pathlib import Path

from tunewise.backends.base import LiveJob
from tunewise.events import JobStarted
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import (
    assert_nothing_left,
    rig_for,
    wait_until_gone,
    what_was_saved,
)
from tunewise.testing.doomed import die
from tunewise.testing.harness import Check, Harness, needs
from tunewise.trial import FailureKind

QUEUED_FOR = 2.0  # seconds, well above what services round to
LONGEST_DETAIL = 10_000  # characters


# ---- jobs end -------------------------------------------------------------------------------------------


@needs(Harness.kill)
def check_a_job_that_is_killed_is_lost_and_nothing_of_it_left(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        harness.kill(rig.target(job_id))
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.INFRASTRUCTURE, ended
        assert_nothing_left(harness, report)


@needs(Harness.kill)
def check_a_job_that_is_killed_while_no_tuner_runs(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job = rig.job(arguments={"first": 3, "last": 4})
        reports = rig.until_reports(rig.start(job), 3)
        target = rig.target(job.id)
        rig.drop()
        harness.kill(target)
        wait_until_gone(harness, reports[-1])
        rig.open([LiveJob(job, reports_seen=1, halted=False, begun=True)])
        ended = rig.until_ended(job.id)
        assert ended.failure is FailureKind.INFRASTRUCTURE, ended
        assert [report.seq for report in rig.reports(job.id)] == [1, 2]


@needs(Harness.end_from_outside)
def check_a_job_that_somebody_else_ends_was_preempted_and_has_saved(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        harness.end_from_outside(rig.target(job_id))
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.PREEMPTED, ended
        assert_nothing_left(harness, report)
        assert what_was_saved(rig) == "on SIGTERM"


@needs(Harness.end_from_outside)
def check_a_job_that_somebody_else_ends_while_no_tuner_runs(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job = rig.job()
        (report,) = rig.until_reports(rig.start(job), 1)
        target = rig.target(job.id)
        rig.drop()
        harness.end_from_outside(target)
        wait_until_gone(harness, report)
        rig.open([LiveJob(job, reports_seen=0, halted=False, begun=True)])
        ended = rig.until_ended(job.id)
        assert ended.failure is FailureKind.PREEMPTED, ended
        assert len(rig.reports(job.id)) == 1


def check_a_script_may_print_without_end(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.CHATTER) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"fail": trial_id})) for trial_id in range(2)]
        (report,) = rig.until_reports(jobs[0], 1)
        failed = rig.until_ended(jobs[1])
        assert failed.failure is FailureKind.ERROR, failed.detail[:500]
        assert "exit code 3" in failed.detail
        assert len(failed.detail) < LONGEST_DETAIL
        rig.backend.halt(jobs[0], 0.0)
        assert rig.until_ended(jobs[0]).failure is None
        assert_nothing_left(harness, report)


def check_jobs_do_not_see_each_others_variables(harness: Harness, folder: Path) -> None:
    """Neither side by side nor one after the other, where a worker may be kept."""
    with rig_for(harness.spec, folder, scripts.VARIABLES) as rig:
        jobs = [rig.job(trial_id, arguments={"word": f"tw-word-{trial_id}"}) for trial_id in range(3)]
        for job in jobs[:2]:
            rig.until_reports(rig.start(job), 1)
        rig.gate.touch()
        rig.until_ended(*[job.id for job in jobs[:2]])
        rig.until_ended(rig.start(jobs[2]))
        assert [[report.values["words"] for report in rig.reports(job.id)] for job in jobs] == [[""]] * 3


# ---- the engine can't be reached --------------------------------------------------------------------------


@needs(Harness.away)
def check_what_is_started_while_the_engine_is_away_runs_later(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        rig.gate.touch()
        rig.until_ended(rig.start(rig.job(0, arguments={"trial": 0})))  # what all jobs need is there now
        with harness.away():
            job_id = rig.start(rig.job(1, arguments={"trial": 1}))
            rig.look()
            assert rig.reports(job_id) == []
        assert rig.until_ended(job_id).failure is None
        assert rig.runs(1) == 1
        assert len(rig.reports(job_id)) == 3


@needs(Harness.away)
def check_a_job_that_is_followed_while_the_engine_is_away(harness: Harness, folder: Path) -> None:
    """One goes on, and one ends; nothing is lost, and nobody takes them for gone."""
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"first": 1})) for trial_id in range(2)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        with harness.away():
            rig.gate.touch()
            rig.look()
        rig.until_ended(*jobs)
        for job_id in jobs:
            assert rig.ends(job_id)[0].failure is None
            assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2, 3]


@needs(Harness.away)
def check_a_job_that_is_halted_while_the_engine_is_away_ends_later(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        with harness.away():
            rig.backend.halt(job_id, 0.0)
            rig.look()
        assert rig.until_ended(job_id).failure is None
        assert_nothing_left(harness, report)
        assert what_was_saved(rig) == "on SIGTERM"


@needs(Harness.answers_lost)
def check_a_job_whose_answer_is_lost_runs_once(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        with harness.answers_lost():
            jobs = [rig.start(rig.job(trial_id, arguments={"trial": trial_id})) for trial_id in range(3)]
            rig.look()
            rig.backend.halt(jobs[2], 0.0)
        assert rig.until_ended(jobs[2]).failure is None
        rig.gate.touch()
        rig.until_ended(*jobs[:2])
        for job_id in jobs[:2]:
            assert rig.ends(job_id)[0].failure is None
            assert len(rig.reports(job_id)) == 3
            assert rig.runs(job_id.trial_id) == 1
        assert rig.runs(2) <= 1


@needs(Harness.strange_words)
def check_a_state_that_nobody_knows_ends_no_job(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        with harness.strange_words():
            rig.look()
            assert rig.ends(job_id) == []
        rig.gate.touch()
        assert rig.until_ended(job_id).failure is None
        assert len(rig.reports(job_id)) == 3


# ---- queues ---------------------------------------------------------------------------------------------


@needs(Harness.queue_held)
def check_time_in_a_queue_is_not_counted(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        rig.gate.touch()
        with harness.queue_held():
            job_id = rig.start(rig.job())
            until = rig.backend.clock.now() + QUEUED_FOR
            rig.until("time to pass", lambda: rig.backend.clock.now() >= until)
            assert not any(isinstance(fact, JobStarted) for fact in rig.facts)
        released = rig.backend.clock.now()
        ended = rig.until_ended(job_id)
        assert ended.failure is None, ended
        (started,) = [fact for fact in rig.facts if isinstance(fact, JobStarted)]
        assert started.time >= released
        ran = rig.backend.clock.now() - released
        assert ended.elapsed <= ran + 1.0, ended  # a service may count whole seconds
        assert all(report.elapsed <= ran for report in rig.reports(job_id))


@needs(Harness.queue_held)
def check_a_job_that_is_told_to_end_before_it_runs_never_does(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        with harness.queue_held():
            job_id = rig.start(rig.job(arguments={"trial": 0}))
            rig.look()
            rig.backend.halt(job_id, 0.0)
            ended = rig.until_ended(job_id)
        assert ended.failure is None, ended
        assert ended.elapsed == 0.0
        assert not any(isinstance(fact, JobStarted) for fact in rig.facts)
        assert rig.runs(0) == 0


@needs(Harness.queue_held, Harness.end_from_outside)
def check_a_job_that_somebody_else_takes_out_of_the_queue(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        with harness.queue_held():
            job_id = rig.start(rig.job(arguments={"trial": 0}))
            rig.look()
            harness.end_from_outside(rig.target(job_id))
            ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.PREEMPTED, ended
        assert rig.runs(0) == 0


# ---- the tuner dies -------------------------------------------------------------------------------------

MOMENTS = (0.2, 0.5, 0.9)
"""Of a start, when tuners die; as a share of all that one does then to the world outside."""


def check_a_tuner_that_dies_at_any_moment_of_a_start_leaves_one_job(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED, workers=1 + len(MOMENTS)) as rig:
        rig.drop()
        jobs = [rig.job(number, arguments={"trial": number}) for number in range(1 + len(MOMENTS))]
        arguments = [job.arguments for job in jobs]
        acts = die(rig.spec, rig.paths.folder, arguments[:1], None)
        for number, moment in enumerate(MOMENTS, start=1):
            die(rig.spec, rig.paths.folder, arguments[: number + 1], max(1, round(moment * acts)))
        rig.open([LiveJob(job, reports_seen=0, halted=False) for job in jobs])
        rig.gate.touch()
        rig.until_ended(*[job.id for job in jobs])
        for job in jobs:
            assert rig.ends(job.id)[0].failure is None, rig.ends(job.id)
            assert [report.values["step"] for report in rig.reports(job.id)] == [1, 2, 3]
            assert rig.runs(job.id.trial_id) == 1


BREAKING_CHECKS: tuple[Check, ...] = tuple(
    value for name, value in globals().items() if name.startswith("check_")
)
"""All of the above, in their order."""
