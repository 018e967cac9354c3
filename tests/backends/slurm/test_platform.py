"""What Slurm's words mean for a job whose guard wrote down no end, and what is asked of Slurm."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.diagnosis import Outcome
from tunewise.backends.platform import EngineStatus, FullError, JobState, JobStatus, NoAnswerError, Resubmit
from tunewise.backends.slurm import SlurmBackend, commands
from tunewise.backends.slurm.commands import Answer, Runner
from tunewise.backends.slurm.holding import HeldPlatform
from tunewise.backends.slurm.platform import SlurmPlatform
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.trial import FailureKind, JobId

JOB = Job(JobId(3, 1), {"x": 0.5}, resumed=True)
CANCELLED = "it was cancelled on Slurm, not by this experiment"


class Canned(Runner):
    """A Slurm that answers as it is told, command by command, and notes what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__({})
        self.answers = list(answers)
        self.asked: list[list[str]] = []

    def run(self, argv: Sequence[str], text: str = "") -> Answer:
        self.asked.append(list(argv))
        return self.answers.pop(0) if self.answers else Answer(0, "", "")


def platform(folder: Path, runner: Runner | None = None) -> SlurmPlatform:
    spec = SlurmBackend(str(folder / "train.py"), stop_grace=0.0)
    paths = ExperimentPaths(folder / "experiment")
    return SlurmPlatform(spec, paths, 1, runner or Canned())


def held_platform(folder: Path, runner: Runner | None = None) -> HeldPlatform:
    spec = SlurmBackend(str(folder / "train.py"), stop_grace=0.0, hold=1)
    return HeldPlatform(spec, ExperimentPaths(folder / "experiment"), 1, runner or Canned())


def begin(folder: Path) -> JobPaths:
    """What is on the disk of a job that has begun."""
    files = ExperimentPaths(folder / "experiment").job(JOB.id)
    files.folder.mkdir(parents=True, exist_ok=True)
    process = {"pid": 7, "started": 1}
    files.started.write_text(json.dumps({"time": 1000.0, "host": "n1", "guard": process, "script": process}))
    return files


def listed(slurm: SlurmPlatform, name: str, state: str = "RUNNING") -> Answer:
    return Answer(0, f"7|{state}|None|n1|{slurm._prefix}{name}", "")


@pytest.mark.parametrize(
    ("why", "began", "stderr", "kind", "words"),
    [
        ("PREEMPTED", True, "", FailureKind.PREEMPTED, "Slurm preempted it (PREEMPTED)"),
        ("CANCELLED", True, "", FailureKind.PREEMPTED, CANCELLED),
        ("CANCELLED", False, "", FailureKind.PREEMPTED, CANCELLED),
        ("TIMEOUT (TimeLimit)", True, "", FailureKind.PREEMPTED, "its time on Slurm was over (TIMEOUT"),
        ("NODE_FAIL", True, "", FailureKind.INFRASTRUCTURE, "its node failed (NODE_FAIL)"),
        ("OUT_OF_MEMORY", True, "", FailureKind.CONFIGURATION, "out of memory: it used more memory than"),
        (
            "FAILED",
            True,
            "slurmstepd: error: Detected 1 oom-kill event(s) in StepId=7.batch",
            FailureKind.CONFIGURATION,
            "out of memory: ",
        ),
        ("DEADLINE", False, "", FailureKind.INFRASTRUCTURE, "its deadline on Slurm had come"),
        (
            "FAILED (JobLaunchFailure)",
            True,
            "",
            FailureKind.INFRASTRUCTURE,
            "it is over on Slurm (FAILED (JobLaunchFailure)): the guard died",
        ),
        ("UNKNOWN", True, "", FailureKind.INFRASTRUCTURE, "Slurm no longer knows it: the guard died"),
        (
            "COMPLETED",
            True,
            "",
            FailureKind.INFRASTRUCTURE,
            "it is over on Slurm (COMPLETED): the guard died",
        ),
        ("FAILED", False, "", FailureKind.INFRASTRUCTURE, "before it could write to "),
        (
            "FAILED",
            False,
            "bad module\ntunewise: the set-up of the job failed",
            FailureKind.ERROR,
            "its modules or its set-up line failed\nbad module",
        ),
    ],
)
def test_an_end_that_nobody_wrote_down_is_explained(
    tmp_path: Path, why: str, began: bool, stderr: str, kind: FailureKind, words: str
) -> None:
    slurm = platform(tmp_path)
    slurm.record(JOB.id, 0, 0)
    if began:
        begin(tmp_path)
    told = slurm.explain(JOB.id, EngineStatus(JobState.GONE, why), JobStatus(stderr=stderr), asked=False)
    assert isinstance(told, Outcome)
    assert told.failure is kind
    assert words in told.detail
    asked = slurm.explain(JOB.id, EngineStatus(JobState.GONE, why), JobStatus(stderr=stderr), asked=True)
    assert asked == Outcome(None, "told to end")


@pytest.mark.parametrize("why", ["NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "COMPLETED", "UNKNOWN"])
def test_what_never_began_by_slurms_own_fault_is_had_again_some_times(tmp_path: Path, why: str) -> None:
    slurm = platform(tmp_path)
    told = []
    for attempt in range(5):
        slurm.record(JOB.id, attempt, 0)
        told.append(slurm.explain(JOB.id, EngineStatus(JobState.GONE, why), JobStatus(), asked=False))
    assert [isinstance(each, Resubmit) for each in told] == [True] * 4 + [False]


def test_what_is_over_is_believed_gone_when_it_was_missed_twice(tmp_path: Path) -> None:
    slurm = platform(tmp_path)
    slurm.record(JOB.id, 0, 0)
    assert slurm.states([JOB.id]) == {}
    assert slurm.states([JOB.id]) == {JOB.id: EngineStatus(JobState.GONE, "UNKNOWN")}


def test_one_call_tells_of_all_jobs_and_of_two_with_one_name_the_one_that_runs(tmp_path: Path) -> None:
    runner = Canned()
    slurm = platform(tmp_path, runner)
    jobs = [JobId(number, 0) for number in range(1000)]
    for job in jobs:
        slurm.record(job, 0, 0)
    names = [f"{slurm._prefix}{job.trial_id}-0-0" for job in jobs]
    lines = [f"{2 * number}|PENDING|Priority||{name}" for number, name in enumerate(names)]
    lines += [f"{2 * number + 1}|RUNNING|None|n1|{name}" for number, name in enumerate(names[:500])]
    runner.answers = [Answer(0, "\n".join(lines), "")]
    states = slurm.states(jobs)
    assert [argv[0] for argv in runner.asked] == ["squeue"]
    waits = "others go first (Priority)"
    assert [states[job].why for job in jobs] == ["it is being prepared"] * 500 + [waits] * 500


def test_a_lost_answer_is_asked_after_by_name_and_nothing_submitted_twice(tmp_path: Path) -> None:
    lost = Answer(
        1, "", "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation"
    )
    config, found = Answer(0, "KillWait = 30 sec\n", ""), Answer(0, "7|PENDING|None||tw\n", "")
    runner = Canned(config, lost, found)
    slurm = platform(tmp_path, runner)
    with pytest.raises(NoAnswerError, match="Socket timed out"):
        slurm.submit(JOB, 0, unsure=False)
    slurm.submit(JOB, 0, unsure=True)
    assert [argv[0] for argv in runner.asked] == ["scontrol", "sbatch", "squeue"]
    assert runner.asked[-1][runner.asked[-1].index("-n") + 1] == f"{slurm._prefix}3-1-0"


@pytest.mark.parametrize(
    ("stderr", "kind"),
    [
        ("sbatch: error: QOSMaxSubmitJobPerUserLimit", FullError),
        ("sbatch: error: Batch job submission failed: Invalid account", BackendError),
    ],
)
def test_a_refusal_is_raised_as_what_it_is(tmp_path: Path, stderr: str, kind: type[Exception]) -> None:
    slurm = platform(tmp_path, Canned(Answer(0, "", ""), Answer(1, "", stderr)))
    with pytest.raises(kind):
        slurm.submit(JOB, 0, unsure=False)


def test_a_held_job_that_an_earlier_tuner_saw_end_is_over(tmp_path: Path) -> None:
    """That tuner was killed between taking its files away and writing down the end."""
    begin(tmp_path)
    slurm = held_platform(tmp_path)
    assert slurm.recover([LiveJob(JOB, 0, halted=False, begun=True)]) == {JOB.id: 0}
    slurm.record(JOB.id, 0, 0)
    assert slurm.states([JOB.id]) == {}
    assert slurm.states([JOB.id]) == {JOB.id: EngineStatus(JobState.GONE, "UNKNOWN")}


def test_two_looks_in_vain_at_a_held_job_count_only_in_a_row(tmp_path: Path) -> None:
    slurm = held_platform(tmp_path)
    slurm.recover([])
    slurm.record(JOB.id, 0, 0)
    waiting = tmp_path / "experiment" / "held" / "waiting" / "3-1-0"
    assert slurm.states([JOB.id]) == {}
    waiting.touch()
    assert slurm.states([JOB.id])[JOB.id].state is JobState.QUEUED
    waiting.unlink()
    assert slurm.states([JOB.id]) == {}


def test_a_job_that_could_not_be_cancelled_is_told_again(tmp_path: Path) -> None:
    denied = Answer(1, "", "scancel: error: Kill job error on job id 7: Access/permission denied")
    slurm = platform(tmp_path, Canned(denied))
    slurm.record(JOB.id, 0, 0)
    with pytest.raises(BusyError, match="Access/permission denied"):
        slurm.terminate(JOB.id)


def test_a_path_that_would_be_a_line_of_the_batch_script_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is more than one line"):
        SlurmBackend(str(tmp_path / "train.py"), cwd=f"{tmp_path}\n#SBATCH --partition=other")


def test_records_can_be_read_while_slurm_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = "sbatch: error: Batch job submission failed: Unable to contact slurm controller"
    for name in commands.NEEDED:
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{away}' >&2; exit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (tmp_path / "train.py").touch()
    SlurmBackend(str(tmp_path / "train.py")).check(1)


@pytest.mark.parametrize("hold", [False, True])
def test_a_job_runs_from_its_script_on_and_no_earlier(tmp_path: Path, hold: bool) -> None:
    """A node may be slow to be made ready, and an earlier job's lease has to be waited for."""
    runner = Canned()
    slurm = held_platform(tmp_path, runner) if hold else platform(tmp_path, runner)
    slurm.recover([])
    record = slurm.record(JOB.id, 0, 0)
    if hold:
        (tmp_path / "experiment" / "held" / "taken" / "3-1-0@1").touch()
    name = "hold-1" if hold else "3-1-0"
    runner.answers = [listed(slurm, name)] * 2
    told = slurm.states([JOB.id])[JOB.id]
    assert (told.state, told.why) == (JobState.QUEUED, "it is being prepared")
    begin(tmp_path)
    assert slurm.states([JOB.id])[JOB.id].state is JobState.RUNNING
    assert record.read(gone=False).place == "node n1, pid 7"


def test_each_job_of_a_name_is_cancelled(tmp_path: Path) -> None:
    """An answer that was lost may have made two."""
    runner = Canned()
    slurm = platform(tmp_path, runner)
    slurm.record(JOB.id, 0, 0)
    runner.answers = [listed(slurm, "3-1-0")]
    slurm.states([JOB.id])
    slurm.terminate(JOB.id)
    assert runner.asked[-1] == ["scancel", "-u", str(os.getuid()), f"--name={slurm._prefix}3-1-0"]


@pytest.mark.parametrize("make", [platform, held_platform])
def test_who_asks_for_the_next_attempt_follows_this_one_still(
    tmp_path: Path, make: Callable[[Path], SlurmPlatform]
) -> None:
    slurm = make(tmp_path)
    slurm.recover([])
    slurm.record(JOB.id, 0, 0)
    assert not slurm.exists(JOB.id, 1)
    slurm.states([JOB.id])
    told = slurm.explain(JOB.id, slurm.states([JOB.id])[JOB.id], JobStatus(), asked=False)
    assert isinstance(told, Resubmit)
    assert slurm._names[JOB.id] == f"{slurm._prefix}3-1-0"


def test_a_held_job_whose_record_told_its_end_leaves_nothing(tmp_path: Path) -> None:
    slurm = held_platform(tmp_path)
    slurm.recover([])
    slurm.record(JOB.id, 0, 0)
    over = tmp_path / "experiment" / "held" / "over" / "3-1-0@1"
    slurm.job_end(JOB.id, EngineStatus(JobState.RUNNING), JobStatus(), asked=True)
    over.touch()  # by its worker, a moment later
    slurm.record(JobId(4, 0), 0, 0)
    slurm.states([JobId(4, 0)])
    assert not over.exists()


def test_a_held_job_is_looked_at_past_the_caches_of_its_file_system(tmp_path: Path) -> None:
    slurm = held_platform(tmp_path)
    slurm.recover([])
    slurm.record(JOB.id, 0, 0)
    (tmp_path / "experiment" / "held" / "taken" / "3-1-0@1").touch()
    folder = begin(tmp_path).folder
    before = folder.stat().st_mtime_ns
    slurm.states([JOB.id])
    assert folder.stat().st_mtime_ns != before


def test_a_folder_that_is_away_for_a_while_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slurm = held_platform(tmp_path)
    slurm.recover([])
    record = slurm.record(JOB.id, 0, 0)
    files = begin(tmp_path)
    taken = tmp_path / "experiment" / "held" / "taken"
    taken.rename(tmp_path / "away")
    taken.touch()
    for ask in (slurm.states, slurm.alive):
        with pytest.raises(BusyError, match="the experiment's folder can't be reached"):
            ask([JOB.id])
    slurm._maintained = False
    assert slurm.maintain() == ()
    files.ended.write_text("{}")
    assert record.has_news()
    with monkeypatch.context() as stale:
        stale.setattr("tunewise.backends.diagnosis.read_if_there", fail)
        with pytest.raises(BusyError, match="Stale file handle"):
            record.read(gone=False)
    assert record.has_news()


def fail(path: object) -> None:
    raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))


def test_held_jobs_that_failed_are_forgotten_when_a_later_one_starts(tmp_path: Path) -> None:
    runner = Canned()
    slurm = held_platform(tmp_path, runner)
    slurm.recover([])
    slurm._asked_for = {1, 2, 3, 4}
    (tmp_path / "experiment" / "held" / "3.serving").touch()
    lines = [f"{number}|FAILED|None|n1|{slurm._prefix}hold-{number}" for number in (1, 2, 4)]
    runner.answers = [Answer(0, "\n".join(lines), "")]
    slurm.states([])
    assert slurm._failed == {4}


def test_a_job_that_was_lost_elsewhere_ran_as_long_as_it_kept_its_lease(tmp_path: Path) -> None:
    files = begin(tmp_path)
    slurm = platform(tmp_path)
    record = slurm.record(JOB.id, 0, 0)
    files.lease.touch()
    os.utime(files.lease, (1500.0, 1500.0))
    assert record.read(gone=True).ran == 500.0
