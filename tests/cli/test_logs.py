"""`tunewise logs` and `tunewise jobs`."""

import fcntl
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from tests.helpers.commands import Call, lines
from tests.helpers.recordings import Recording, typical
from tests.helpers.strange_files import put_strange, without_waiting

from tunewise.backends.base import BusyError
from tunewise.backends.job_views import Column, JobList, JobOutput, ListedJob, Unit
from tunewise.backends.local import LocalBackend
from tunewise.backends.specs import Location
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

# ---- logs -----------------------------------------------------------------------------------------------


def test_the_output_of_the_latest_job(call: Call) -> None:
    recording = typical()
    recording.write()
    recording.file(1, 0, "stdout", "first job\n")
    recording.file(1, 1, "stdout", "second job\n")
    recording.file(1, 1, "stderr", "a warning\n")
    assert lines(call("logs", "lm", "1")) == ["second job"]
    assert lines(call("logs", "lm", "1", "--job", "0")) == ["first job"]
    assert lines(call("logs", "lm", "1", "--stderr")) == ["a warning"]


@pytest.mark.parametrize("kind", ["a folder", "a named pipe", "a link to itself"])
def test_a_log_that_is_not_a_file_is_refused_at_once(call: Call, kind: str) -> None:
    recording = Recording()
    recording.start()
    paths = recording.write().paths
    put_strange(kind, paths.job(JobId(0, 0)).stdout)
    with without_waiting():
        result = call("logs", "lm", "0")
    assert result.exit_code == 3
    assert "can't be read" in result.stderr


def test_following_ends_with_a_job_that_was_never_launched_or_lost_its_guard(call: Call) -> None:
    recording = Recording()
    recording.start()
    recording.write()
    assert "has printed nothing" in call("logs", "lm", "0", "--follow").stderr
    recording.file(0, 0, "lock")
    recording.file(0, 0, "stdout", "one\n")
    assert lines(call("logs", "lm", "0", "--follow")) == ["one"]


def test_an_empty_stream_points_to_the_other_one(call: Call) -> None:
    recording = typical()
    recording.write()
    recording.file(3, 0, "stdout")
    recording.file(3, 0, "stderr", "Traceback\n")
    result = call("logs", "lm", "3")
    assert (lines(result), result.stderr) == ([], "Nothing here; there is more with --stderr.\n")


@pytest.mark.parametrize("flags", [(), ("--stderr",), ("--follow",)])
def test_a_job_without_output_says_so(call: Call, flags: tuple[str, ...]) -> None:
    recording = typical()
    recording.write()
    recording.file(3, 0, "stdout")
    recording.file(3, 0, "stderr")
    result = call("logs", "lm", "3", *flags)
    assert (lines(result), result.stderr) == ([], "Job 3.0 has printed nothing.\n")


def test_missing_jobs_and_logs(call: Call) -> None:
    typical().write()
    assert "Trial 1 has no job 2: it has jobs 0 to 1." in call("logs", "lm", "1", "--job", "2").stderr
    missing = call("logs", "lm", "1")
    assert missing.exit_code == 3
    assert "has printed nothing" in missing.stderr


@pytest.mark.slow
def test_a_log_is_followed_until_the_job_has_ended() -> None:
    recording = Recording()
    recording.start()
    recording.write()
    log = recording.file(0, 0, "stdout", "one\n")
    command = [sys.executable, "-m", "tunewise", "logs", "lm", "0", "--follow"]
    lock = recording.file(0, 0, "lock").open("a")
    fcntl.flock(lock, fcntl.LOCK_EX)  # as long as the job's guard lives
    with lock, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as logs:
        assert logs.stdout is not None
        assert logs.stdout.readline() == "one\n"
        with log.open("a") as file:
            file.write("two\n")
        assert logs.stdout.readline() == "two\n"
        assert logs.poll() is None
        recording.file(0, 0, "ended.json")
        assert logs.stdout.read() == ""
    assert logs.returncode == 0


class Loudspeaker(JobOutput):
    """Has a line more at each look, but for the second one, at which its engine is busy."""

    poll_interval = 0.0

    def __init__(self) -> None:
        self.looks = 0

    def is_over(self) -> bool:
        return self.looks == 3

    def read_new(self) -> Iterator[bytes]:
        self.looks += 1
        if self.looks == 2:
            raise BusyError("Asking for more")
        yield b"look %d\n" % self.looks

    def why_empty(self) -> str:
        return "It is silent."


def test_the_output_of_a_job_comes_from_its_back_end(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever that keeps it; an engine that is busy is asked again only by somebody who follows."""
    recording = Recording()
    recording.start()
    recording.end(0)
    recording.write()
    speaker = Loudspeaker()
    monkeypatch.setattr(LocalBackend, "output", lambda spec, paths, job, stderr: speaker)
    monkeypatch.setattr(LocalBackend, "location", Location.REMOTE)
    monkeypatch.setattr(LocalBackend, "output_location", lambda spec, paths, job: "the loudspeaker")
    assert lines(call("logs", "lm", "0")) == ["look 1"]
    busy = call("logs", "lm", "0")
    assert (busy.exit_code, busy.stdout) == (2, "")
    assert "busy or can't be reached (Asking for more): try again." in busy.stderr
    assert lines(call("logs", "lm", "0", "--follow")) == ["look 3", "look 4"]
    assert "the loudspeaker" in [line.strip() for line in lines(call("show", "lm", "--trial", "0"))]


def test_following_goes_on_while_the_tuner_waits_for_a_job_that_the_engine_does_not_show(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one does that is to be started only now."""
    recording = Recording()
    recording.start()
    record = recording.write()

    class Unheard(Loudspeaker):
        def is_over(self) -> bool:
            if self.looks == 5:
                held.close()  # its tuner has left
            return True

        def read_new(self) -> Iterator[bytes]:
            self.looks += 1
            return iter(())

    speaker = Unheard()
    monkeypatch.setattr(LocalBackend, "output", lambda spec, paths, job, stderr: speaker)
    monkeypatch.setattr(LocalBackend, "location", Location.REMOTE)
    held = record.paths.journal.open("a")
    fcntl.flock(held, fcntl.LOCK_EX)
    result = call("logs", "lm", "0", "--follow")
    assert (lines(result), result.stderr) == ([], "It is silent.\n")
    assert speaker.looks == 6


# ---- jobs -----------------------------------------------------------------------------------------------


def test_jobs_are_listed_by_the_back_end_of_the_experiment(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    typical().write()
    created = datetime(2026, 5, 4, 13, 37, tzinfo=UTC)
    columns = (
        Column("job"),
        Column("node"),
        Column("ran", Unit.SECONDS),
        Column("cost", Unit.MONEY),
        Column("created", Unit.MOMENT),
    )
    remark = "The price of 'gpu' isn't known."
    found = [
        ListedJob(("lm-1", "", None, None, created), why="Priority\nas ever", remark=remark),
        ListedJob(("lm-0", "n1", 90.0, None, created), remark=remark),
        ListedJob(("an older one", "n2", 3600.0, 0.5, created)),
    ]
    asked = []

    def list_jobs(paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        asked.append((paths and paths.name, at, limit))
        return JobList(columns, [partial(iter([job]).__next__) for job in found[:limit]])

    monkeypatch.setattr(LocalBackend, "list_jobs", list_jobs)
    assert [
        re.split(r" {2,}", line) for line in lines(call("jobs", "lm", "--limit", "2", "--at", "here"))
    ] == [
        ["job", "node", "ran", "cost", "created"],
        ["lm-1", "-", "-", "-", "2026-05-04 13:37"],
        ["lm-0", "n1", "1m 30s", "-", "2026-05-04 13:37"],
        ["all 2 jobs", "1m 30s", "-"],
        ["There are more jobs: --limit shows up to 500."],
        ["lm-1: Priority: as ever"],
        [remark],
    ]
    assert lines(call("jobs", "--backend", "local"))[-3].startswith("all 3 jobs")
    assert asked == [("lm", "here", 3), (None, None, 21)]


def test_back_ends_without_a_list_of_jobs(call: Call) -> None:
    typical().write()
    for arguments, words in (
        (("--backend", "simulated"), "The back end simulated has no list of jobs: `tunewise show NAME"),
        (("--backend", "local"), "Jobs on this machine are listed by experiment: `tunewise jobs NAME`."),
        (("--backend", "elsewhere"), "There is no back end 'elsewhere'"),
    ):
        result = call("jobs", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
