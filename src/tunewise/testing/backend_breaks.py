"""The contract suite for back ends when things go wrong: it breaks an engine through its harness."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tunewise.backends.base import LiveJob
from tunewise.events import JobEnded, JobStarted, Reported
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import assert_nothing_left, rig_for, wait_until_gone, what_was_saved
from tunewise.testing.doomed import die
from tunewise.testing.harness import Check, Harness, Target, needs
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


@needs(Harness.end_from_outside)
def check_a_job_that_somebody_else_ends_was_preempted_and_has_saved(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        harness.end_from_outside(rig.target(job_id))
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.PREEMPTED, ended
        assert_nothing_left(harness, report)
        assert what_was_saved(rig, job_id) == "on SIGTERM"


@needs(Harness.kill)
def check_a_job_that_is_killed_while_no_tuner_runs(harness: Harness, folder: Path) -> None:
    reports, ended = _after_a_break(harness, folder, harness.kill, "main")  # the next tuner ends its children
    assert ended.failure is FailureKind.INFRASTRUCTURE, ended
    assert [report.seq for report in reports] == [1, 2]


@needs(Harness.end_from_outside)
def check_a_job_that_somebody_else_ends_while_no_tuner_runs(harness: Harness, folder: Path) -> None:
    reports, ended = _after_a_break(harness, folder, harness.end_from_outside)
    assert ended.failure is FailureKind.PREEMPTED, ended
    assert [report.seq for report in reports] == [1, 2, 3]  # the last one says what it saved


def _after_a_break(
    harness: Harness, folder: Path, happens: Callable[[Target], object], process: str = ""
) -> tuple[Sequence[Reported], JobEnded]:
    """What the next tuner gets from a job to which something happened while there was none. Nothing of the
    job is left then. process: whose end the next tuner waits for, by default that of all."""
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job = rig.job(arguments={"first": 3})
        report = rig.until_reports(rig.start(job), 3)[-1]
        target = rig.target(job.id)
        rig.drop()
        happens(target)
        wait_until_gone(harness, report, process)
        rig.open([LiveJob(job, reports_seen=1, halted=False, begun=True)])
        ended = rig.until_ended(job.id)
        assert_nothing_left(harness, report)
        return rig.reports(job.id), ended


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


# ---- the engine can't be reached --------------------------------------------------------------------------


@needs(Harness.away)
def check_nothing_is_lost_while_the_engine_is_away(harness: Harness, folder: Path) -> None:
    """Meanwhile one job ends, one continues, one is halted, and one is started."""
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        opened = folder / "opened-while-away"
        ends, goes_on, halted = jobs = [
            rig.start(rig.job(0, arguments={"gate": opened, "last": 3})),
            rig.start(rig.job(1, arguments={"last": 3})),
            rig.start(rig.job(2)),
        ]
        reports = {job_id: rig.until_reports(job_id, 1)[0] for job_id in jobs}
        with harness.away():
            opened.touch()
            rig.backend.halt(halted, 0.0)
            started = rig.start(rig.job(3, arguments={"trial": 3}))
            rig.look()
            assert rig.reports(started) == []
            assert rig.ends(goes_on) == []
        rig.until_ended(ends, halted)
        rig.until_reports(started, 1)
        rig.gate.touch()
        rig.until_ended(goes_on, started)
        for job_id in (*jobs, started):
            assert rig.ends(job_id)[0].failure is None, rig.ends(job_id)
        for job_id in (ends, goes_on):
            assert [report.values.get("step") for report in rig.reports(job_id)] == [1, 2, 3, None]
        for report in (*reports.values(), rig.reports(started)[0]):
            assert_nothing_left(harness, report)
        assert what_was_saved(rig, halted) == "on SIGTERM"
        assert rig.runs(3) == 1
        assert len(rig.reports(started)) == 2


@needs(Harness.answers_lost)
def check_a_job_whose_answer_is_lost_runs_once(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        with harness.answers_lost():
            jobs = [rig.start(rig.job(trial_id, arguments={"trial": trial_id})) for trial_id in range(2)]
            rig.look()
            rig.backend.halt(jobs[1], 0.0)
        assert rig.until_ended(jobs[1]).failure is None
        rig.gate.touch()
        assert rig.until_ended(jobs[0]).failure is None
        assert len(rig.reports(jobs[0])) == 3
        assert rig.runs(0) == 1
        assert rig.runs(1) <= 1


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
    """And a job that is halted while it waits never runs."""
    with rig_for(harness.spec, folder, scripts.COUNTED) as rig:
        rig.gate.touch()
        with harness.queue_held():
            waits, halted = (
                rig.start(rig.job(trial_id, arguments={"trial": trial_id})) for trial_id in range(2)
            )
            until = rig.backend.clock.now() + QUEUED_FOR
            rig.until("time to pass", lambda: rig.backend.clock.now() >= until)
            rig.backend.halt(halted, 0.0)
            never_ran = rig.until_ended(halted)
            assert not any(isinstance(fact, JobStarted) for fact in rig.facts)
            released = rig.backend.clock.now()  # while it is being released, the job may already begin
        assert never_ran.failure is None, never_ran
        assert never_ran.elapsed == 0.0
        assert rig.runs(1) == 0
        ended = rig.until_ended(waits)
        assert ended.failure is None, ended
        (started,) = [fact for fact in rig.facts if isinstance(fact, JobStarted)]
        assert started.time >= released
        ran = rig.backend.clock.now() - released
        assert ended.elapsed <= ran + 1.0, ended  # a service may count whole seconds
        assert all(report.elapsed <= ran for report in rig.reports(waits))


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

MOMENTS = (0.3, 0.8)
"""When tuners die during a start, as shares of its externally visible acts."""


def check_a_tuner_that_dies_leaves_one_job(harness: Harness, folder: Path) -> None:
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
"""All of the above, in order."""
