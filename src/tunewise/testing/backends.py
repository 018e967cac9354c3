"""The contract suite for back ends that run scripts: what each of them must do, as plain functions.

Every function of `BACKEND_CHECKS` takes a harness whose engine is up and an empty folder, and raises
`AssertionError` for a breach. The scripts that it runs are real ones.
"""

import json
from dataclasses import replace
from pathlib import Path

from tunewise.backends.base import Job, LiveJob
from tunewise.backends.specs import BackendSpec, ScriptBackendSpec
from tunewise.events import JobQueued, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.space import Config
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

FOREVER = 3600.0  # seconds of patience that never run out during a check


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
    """Even if somebody changes the clock. Arguments arrive as written."""
    with rig_for(harness.spec, folder, scripts.REPORTS) as rig:
        begun = rig.backend.clock.now()
        text = "two words, a 'quote' and a $HOME"
        job = Job(JobId(0, 0), {"rate": 1e-05, "n_units": 3, "text": text, "flag": True}, resumed=False)
        ended = rig.until_ended(rig.start(job))
        assert ended.failure is None, ended
        reports = rig.reports(job.id)
        arguments = {"rate": "1e-05", "n_units": "3", "text": text, "flag": "True"}
        assert reports[0].values == {"step": 1, **arguments}
        assert [report.seq for report in reports] == list(range(25))
        assert [report.values["step"] for report in reports] == list(range(1, 26))
        elapsed = [report.elapsed for report in reports]
        assert elapsed == sorted(elapsed)
        passed = rig.backend.clock.now() - begun
        assert elapsed[-1] <= passed
        assert ended.elapsed <= passed + 1.0, ended  # a service may count whole seconds
        assert elapsed[-1] <= ended.elapsed + 1.0  # by two clocks
        first = next(fact for fact in rig.facts if not isinstance(fact, JobQueued))  # on a busy machine
        assert isinstance(first, JobStarted)
        assert first.place
        rig.backend.halt(job.id, 0.0)  # it is over already
        assert rig.backend.poll(0.01) == []


def check_a_script_that_reports_nothing_is_read(harness: Harness, folder: Path) -> None:
    """It takes its hyperparameters in its own way, and its metrics are read while it runs: from what it
    prints, and from what it writes."""

    def make(script: Path) -> BackendSpec:
        spec = harness.spec(script)
        assert isinstance(spec, ScriptBackendSpec)
        return replace(
            spec,
            pass_as="json",
            booleans="no",
            template="--flag {flag} {file} '{text}' -o {output_dir}",
            metric_patterns={"loss": r"step (?P<step>\d) of 2: loss (?P<value>[\d.]+) (?P<rest>.*)"},
            metrics_from="{output_dir}/log.csv",
            count_from=0,
        )

    with rig_for(make, folder, scripts.UNCHANGED) as rig:
        text = "two words, a 'quote' and a $HOME"
        arguments: Config = {"at.first": 0.5, "gate": str(rig.gate), "text": text, "flag": False}
        job = Job(JobId(0, 0), arguments, resumed=False, metric="loss", resource="step")
        rig.start(job)
        rest = f"['--no-flag'] {[text, '-o']}"[:-1]
        (first,) = rig.until_reports(job.id, 1)
        assert str(first.values.pop("rest")).startswith(rest)
        assert first.values == {"step": 1, "loss": 0.5}
        rig.gate.touch()
        ended = rig.until_ended(job.id)
        assert ended.failure is None, ended
        *_, second, third = (report.values for report in rig.reports(job.id))
        assert (second["step"], second["loss"]) == (2, 1.5)
        assert third == {"step": 3, "loss": 7.5, "text": "last"}


def check_jobs_share_nothing_but_the_checkpoint_of_their_trial(harness: Harness, folder: Path) -> None:
    """Neither jobs that run at the same time nor later ones on the same worker. The checkpoint stays until
    it is dropped."""
    with rig_for(harness.spec, folder, scripts.APART) as rig:
        words = [{"word": f"tw-word-{number}"} for number in range(5)]
        jobs = [rig.start(rig.job(trial_id, arguments=words[trial_id])) for trial_id in range(3)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        rig.gate.touch()
        rig.until_ended(*jobs)
        again = rig.start(rig.job(0, run=1, arguments=words[3]))
        rig.until_ended(again)
        rig.backend.drop_checkpoint(0)
        dropped = rig.start(rig.job(0, run=2, arguments=words[4]))
        rig.until_ended(dropped)
        reported = [[report.values for report in rig.reports(job_id)] for job_id in (*jobs, again, dropped)]
        saved = ["", "", "", "tw-word-0", ""]
        assert reported == [[{"words": "", "saved": name}, {"step": 2}] for name in saved]
        rig.backend.drop_checkpoint(8)  # which never saved anything


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


def check_what_spoils_the_file_of_reports_is_told(harness: Harness, folder: Path) -> None:
    """Invalid lines are skipped without harming others. Without its file a script can't continue."""
    with rig_for(harness.spec, folder, scripts.SPOIL) as rig:
        ways = enumerate(("lines", "folder", "pipe"))
        lines, *replaced = [rig.start(rig.job(number, arguments={"how": how})) for number, how in ways]
        rig.until("the end", lambda: bool(rig.ends(lines)))
        (ended,) = rig.ends(lines)
        assert ended.failure is None, ended
        assert [report.values["step"] for report in rig.reports(lines)] == [1, 2]
        assert ended.note == "reports.jsonl: 5 lines passed over: no valid reports"
        rig.until_ended(*replaced)
        for job_id in replaced:
            (ended,) = rig.ends(job_id)
            assert ended.failure is FailureKind.ERROR, ended
            assert "reports.jsonl" in ended.detail  # of the script's own error
            assert ended.note.startswith("reports.jsonl: it can't be read"), ended


# ---- halting ---------------------------------------------------------------------------------------------


def check_halting_lets_the_script_save_and_ends_every_process(harness: Harness, folder: Path) -> None:
    """A script that ignores it is killed, and one that was only just started may never run."""
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        saves, stubborn = rig.start(rig.job(0)), rig.start(rig.job(1, arguments={"stubborn": 1}))
        reports = [rig.until_reports(job_id, 1)[0] for job_id in (saves, stubborn)]
        started = rig.start(rig.job(2))
        for job_id in (saves, stubborn, started):
            rig.backend.halt(job_id, 0.0)
        rig.until_ended(saves, stubborn, started)
        assert [rig.ends(job_id)[0].failure for job_id in (saves, stubborn, started)] == [None] * 3
        for report in reports:
            assert_nothing_left(harness, report)
        assert what_was_saved(rig, saves) == "on SIGTERM"
        assert what_was_saved(rig, stubborn) is None
        shows = rig.start(rig.job(0, run=1, arguments={"show": 1}))
        assert rig.until_ended(shows).failure is None
        assert what_was_saved(rig, shows) == "on SIGTERM"


def check_patience_lets_a_job_end_by_itself(harness: Harness, folder: Path) -> None:
    """Processes that its script leaves behind are ended with it."""
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        rig.backend.halt(job_id, FOREVER)
        rig.look(1)  # without patience, it would have ended by now
        rig.gate.touch()
        assert rig.until_ended(job_id).failure is None
        assert_nothing_left(harness, report)
        assert what_was_saved(rig, job_id) == "at the end"


def check_patience_ends_and_is_only_ever_shortened(harness: Harness, folder: Path) -> None:
    with rig_for(harness.spec, folder, scripts.FAMILY) as rig:
        shortened, kept = jobs = [rig.start(rig.job(trial_id)) for trial_id in range(2)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        asked = rig.backend.clock.now()
        rig.backend.halt(shortened, FOREVER)
        rig.backend.halt(shortened, 0.0)
        rig.backend.halt(kept, 0.3)
        rig.backend.halt(kept, FOREVER)
        assert rig.until_ended(shortened, kept).time >= asked + 0.3
        assert [what_was_saved(rig, job_id) for job_id in jobs] == ["on SIGTERM"] * 2


# ---- taking up after a restart -----------------------------------------------------------------------------


def check_jobs_are_taken_up_as_they_were(harness: Harness, folder: Path) -> None:
    """Two run, one has ended, one was being halted, and two never began, one of which was halted."""
    with rig_for(harness.spec, folder, scripts.FAMILY, workers=6) as rig:
        opened = folder / "opened-meanwhile"
        runs = rig.job(0, arguments={"first": 3, "last": 5})
        runs_too, was_halted, new, new_and_halted = (rig.job(trial_id) for trial_id in (1, 2, 3, 4))
        ends = rig.job(5, arguments={"last": 3, "gate": opened})
        for job in (runs, runs_too, was_halted, ends):
            rig.start(job)
        reports = {job.id: rig.until_reports(job.id, 1)[0] for job in (runs_too, was_halted, ends)}
        rig.until_reports(runs.id, 3)
        rig.backend.halt(was_halted.id, FOREVER)
        rig.drop()
        opened.touch()
        wait_until_gone(harness, reports[ends.id])
        rig.open(
            [
                LiveJob(runs, reports_seen=2, halted=False),
                LiveJob(runs_too, reports_seen=1, halted=False),
                LiveJob(was_halted, reports_seen=1, halted=True),
                LiveJob(new, reports_seen=0, halted=False),
                LiveJob(new_and_halted, reports_seen=0, halted=True),
                LiveJob(ends, reports_seen=1, halted=False),
            ]
        )
        rig.backend.halt(runs_too.id, 0.0)
        rig.until_ended(runs_too.id, was_halted.id, new_and_halted.id, ends.id)
        assert_nothing_left(harness, reports[runs_too.id])
        assert_nothing_left(harness, reports[was_halted.id])
        rig.until_reports(runs.id, 1)
        rig.until_reports(new.id, 1)
        rig.gate.touch()
        rig.until_ended(runs.id, new.id)
        assert_nothing_left(harness, rig.reports(new.id)[0])
        jobs = (runs, runs_too, was_halted, new, new_and_halted, ends)
        assert [rig.ends(job.id)[0].failure for job in jobs] == [None] * 6
        assert [(report.seq, report.values.get("step")) for report in rig.reports(runs.id)] == [
            (2, 3),
            (3, 4),
            (4, 5),
            (5, None),
        ]
        assert [report.seq for report in rig.reports(ends.id)] == [1, 2, 3]
        assert [report.seq for report in rig.reports(new.id)] == [0, 1]


BACKEND_CHECKS: tuple[Check, ...] = (
    *(value for name, value in globals().items() if name.startswith("check_")),
    *BREAKING_CHECKS,
)
"""All of the above, in order, and the checks that break the engine."""
