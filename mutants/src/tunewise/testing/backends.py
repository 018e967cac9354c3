"""The contract suite for back ends that run scripts: what each of them must do, as plain functions.

Every function of `BACKEND_CHECKS` takes a harness whose engine is up and an empty folder, and raises
`AssertionError` for a breach. The scripts that it runs are real ones.
"""

import json
from pathlib import Path

from tunewise.backends.base import Job, LiveJob
from tunewise.events import JobQueued, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_breaks import BREAKING_CHECKS
from tunewise.testing.backend_rig import (
    LONGEST,
    assert_nothing_left,
    rig_for,
    wait_until_gone,
    what_was_saved,
)
from tunewise.testing.harness import Check, Harness
from tunewise.trial import FailureKind, JobId

FOREVER = 3600.0  # seconds of patience that no check lives to see


# ---- running ---------------------------------------------------------------------------------------------


def check_a_specification_survives_json(harness: Harness, folder: Path) -> None:
    spec = harness.spec(folder / "script.py")
    assert type(spec).from_json(json.loads(json.dumps(spec.to_json()))) == spec


def check_the_clock_goes_on_from_where_it_was(harness: Harness, folder: Path) -> None:
    script = folder / "script.py"
    script.write_text(scripts.STEPS)
    backend = harness.spec(script).open(ExperimentPaths(folder / "experiment"), workers=1, elapsed=5000.0)
    backend.attach([])
    assert backend.poll(0.01) == []
    assert 5000.0 < backend.clock.now() < 5000.0 + LONGEST
    backend.close()


def check_reports_come_once_in_order_and_before_the_end(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"last": 25}))
        rig.gate.touch()
        ended = rig.until_ended(job_id)
        assert ended.failure is None, ended
        reports = rig.reports(job_id)
        assert [report.seq for report in reports] == list(range(25))
        assert [report.values["step"] for report in reports] == list(range(1, 26))
        assert all(report.elapsed <= ended.elapsed + 1.0 for report in reports)  # by two clocks
        first = next(fact for fact in rig.facts if not isinstance(fact, JobQueued))  # on a busy machine
        assert isinstance(first, JobStarted)
        assert first.place


def check_whoever_sets_the_clock_changes_no_duration(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.CLOCK) as rig:
        begun = rig.backend.clock.now()
        ended = rig.until_ended(rig.start(rig.job()))
        elapsed = [report.elapsed for report in rig.reports(ended.job)]
        assert len(elapsed) == 7
        assert elapsed == sorted(elapsed)
        passed = rig.backend.clock.now() - begun
        assert elapsed[-1] <= passed
        assert ended.elapsed <= passed + 1.0, ended  # a service may count whole seconds


def check_arguments_arrive_as_written(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.ECHO) as rig:
        text = "two words, a 'quote' and a $HOME"
        job = Job(JobId(0, 0), {"rate": 1e-05, "n_units": 3, "text": text, "flag": True}, resumed=False)
        rig.until_ended(rig.start(job))
        (report,) = rig.reports(job.id)
        assert report.values == {"rate": "1e-05", "n_units": "3", "text": text, "flag": "True"}


def check_jobs_run_side_by_side(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"first": 1, "last": 2})) for trial_id in range(3)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        rig.gate.touch()
        rig.until_ended(*jobs)
        assert [len(rig.reports(job_id)) for job_id in jobs] == [2, 2, 2]


def check_failures_have_kinds(harness: Harness, folder: Path) -> None:
    out_of_memory = FailureKind.CONFIGURATION
    kinds = {"raise": FailureKind.ERROR, "memory": out_of_memory, "buried": out_of_memory, "return": None}
    with rig_for(harness.spec, folder, scripts.FAIL) as rig:
        jobs = [rig.job(trial_id, arguments={"how": how}) for trial_id, how in enumerate(kinds)]
        rig.until_ended(*[rig.start(job) for job in jobs])
        ends = [rig.ends(job.id)[0] for job in jobs]
        assert [end.failure for end in ends] == list(kinds.values()), ends
        assert "ValueError: a bug in line 7" in ends[0].detail
        assert "exit code 1" in ends[0].detail


def check_what_outlives_its_script_is_ended_with_it(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        rig.gate.touch()
        assert rig.until_ended(job_id).failure is None
        assert_nothing_left(harness, rig.reports(job_id)[0])


def check_lines_that_are_no_reports_cost_themselves_alone(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.SCRIBBLE) as rig:
        job_id = rig.start(rig.job())
        rig.until("the end", lambda: bool(rig.ends(job_id)))
        (ended,) = rig.ends(job_id)
        assert ended.failure is None, ended
        assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2]
        assert ended.note == "reports.jsonl: 5 lines passed over: no valid reports"


def check_what_replaces_the_file_of_reports_ends_the_script_and_is_told(
    harness: Harness, folder: Path
) -> None:
    with rig_for(harness.spec, folder, scripts.REPLACE) as rig:
        jobs = [rig.job(trial_id, arguments={"by": by}) for trial_id, by in enumerate(("folder", "pipe"))]
        rig.until_ended(*[rig.start(job) for job in jobs])
        for job in jobs:
            (ended,) = rig.ends(job.id)
            assert ended.failure is FailureKind.ERROR, ended
            assert "reports.jsonl" in ended.detail  # of the script's own error
            assert ended.note.startswith("reports.jsonl: it can't be read"), ended


# ---- halting ---------------------------------------------------------------------------------------------


def check_halting_lets_the_script_save_and_ends_every_process(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        rig.until_reports(job_id, 1)
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
        assert_nothing_left(harness, rig.reports(job_id)[0])
        assert what_was_saved(rig) == "on SIGTERM"


def check_a_script_that_will_not_end_is_killed(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STUBBORN) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
        assert_nothing_left(harness, report)


def check_patience_lets_a_job_end_by_itself(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        rig.until_reports(job_id, 1)
        rig.backend.halt(job_id, FOREVER)
        rig.look(1)  # whoever has no patience has ended it by then
        rig.gate.touch()
        assert rig.until_ended(job_id).failure is None
        assert what_was_saved(rig) == "at the end"


def check_patience_ends(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        rig.until_reports(job_id, 1)
        asked = rig.backend.clock.now()
        rig.backend.halt(job_id, 0.3)
        assert rig.until_ended(job_id).time >= asked + 0.3
        assert what_was_saved(rig) == "on SIGTERM"


def check_halting_again_shortens_the_patience_and_never_lengthens_it(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        jobs = [rig.start(rig.job(trial_id)) for trial_id in range(2)]
        for job_id, patience in zip(jobs, [(FOREVER, 0.0), (0.1, FOREVER)], strict=True):
            rig.until_reports(job_id, 1)
            for seconds in patience:
                rig.backend.halt(job_id, seconds)
        rig.until_ended(*jobs)


def check_halting_right_after_the_start(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"last": 5}))
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None


def check_halting_what_is_over_does_nothing(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.gate.touch()
        rig.until_ended(job_id)
        rig.backend.halt(job_id, 0.0)
        assert rig.backend.poll(0.01) == []


# ---- taking up after a restart -----------------------------------------------------------------------------


def check_a_running_job_is_taken_up(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job = rig.job(arguments={"first": 3, "last": 6})
        rig.until_reports(rig.start(job), 3)
        rig.drop()
        rig.open([LiveJob(job, reports_seen=2, halted=False)])
        rig.until_reports(job.id, 1)
        rig.gate.touch()
        assert rig.until_ended(job.id).failure is None
        assert [(report.seq, report.values["step"]) for report in rig.reports(job.id)] == [
            (2, 3),
            (3, 4),
            (4, 5),
            (5, 6),
        ]


def check_a_job_that_ended_meanwhile_is_read_to_its_end(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        job = rig.job(arguments={"first": 1, "last": 4})
        (report,) = rig.until_reports(rig.start(job), 1)
        rig.drop()
        rig.gate.touch()
        wait_until_gone(harness, report)
        rig.open([LiveJob(job, reports_seen=1, halted=False)])
        assert rig.until_ended(job.id).failure is None
        assert [report.seq for report in rig.reports(job.id)] == [1, 2, 3]


def check_a_job_that_never_started_is_started(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STEPS) as rig:
        rig.drop()
        rig.gate.touch()
        job = rig.job(arguments={"last": 2})
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert rig.until_ended(job.id).failure is None
        assert len(rig.reports(job.id)) == 2


def check_a_job_that_never_started_and_was_halted_just_ends(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.STUBBORN) as rig:
        rig.drop()
        job = rig.job()
        rig.open([LiveJob(job, reports_seen=0, halted=True)])
        assert rig.until_ended(job.id).failure is None


def check_a_job_that_was_being_halted_is_halted(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job = rig.job()
        (report,) = rig.until_reports(rig.start(job), 1)
        rig.backend.halt(job.id, FOREVER)
        rig.drop()
        rig.open([LiveJob(job, reports_seen=1, halted=True)])
        assert rig.until_ended(job.id).failure is None
        assert_nothing_left(harness, report)


def check_a_job_that_was_taken_up_can_be_halted(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job = rig.job()
        (report,) = rig.until_reports(rig.start(job), 1)
        rig.drop()
        rig.open([LiveJob(job, reports_seen=1, halted=False)])
        rig.backend.halt(job.id, 0.0)
        assert rig.until_ended(job.id).failure is None
        assert_nothing_left(harness, report)


# ---- checkpoints -------------------------------------------------------------------------------------------


def check_a_checkpoint_stays_until_it_is_dropped(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.CHECKPOINT) as rig:
        found = []
        for run in range(3):
            job_id = rig.start(rig.job(7, run))
            rig.until_ended(job_id)
            found.append(rig.reports(job_id)[0].values["found"])
            if run == 1:
                rig.backend.drop_checkpoint(7)
        assert found == [False, True, False]
        rig.backend.drop_checkpoint(8)  # which never saved anything


BACKEND_CHECKS: tuple[Check, ...] = (
    *(value for name, value in globals().items() if name.startswith("check_")),
    *BREAKING_CHECKS,
)
"""All of the above, in their order, and those that break the engine."""
