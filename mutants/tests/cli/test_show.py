"""`list`, `show`, `best`, `logs`, `export` and `plot` on experiments made up line by line."""

import csv
import fcntl
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from tests.helpers.recordings import Recording, typical
from tests.helpers.strange_files import put_strange, without_waiting

from tunewise.backends.base import BusyError
from tunewise.backends.job_views import Column, JobList, JobOutput, ListedJob, Unit
from tunewise.backends.local import LocalBackend
from tunewise.backends.specs import Location
from tunewise.cli import main
from tunewise.cli.parameters import complete_names
from tunewise.cli.records import Standing, standing, tuner_at_work
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths
from tunewise.trial import FailureKind, JobId, Status

Call = Callable[..., Result]


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


# ---- list -----------------------------------------------------------------------------------------------


def test_the_latest_experiment_comes_first(call: Call) -> None:
    typical("older").write()
    Recording("newer", created="2027-01-01T00:00:00+00:00").write()
    heading, newer, older = lines(call("list"))
    assert heading.split() == ["name", "method", "state", "trials", "best", "time", "cost", "created"]
    assert newer.split()[:5] == ["newer", "asha", "abandoned", "0", "-"]
    assert older.split()[:6] == ["older", "asha", "finished", "4", "val_loss", "4"]


def test_there_may_be_nothing_to_list(call: Call) -> None:
    assert "There are no experiments" in lines(call("list"))[0]


def with_problem(text: bytes, **changes: object) -> bytes:
    told = json.loads(text)
    return json.dumps({**told, "problem": {**told["problem"], **changes}}).encode()


DAMAGED: dict[str, Callable[[bytes], bytes | None]] = {
    "empty": lambda text: b"",
    "cut": lambda text: text[: len(text) // 2],
    "zeros": lambda text: bytes(len(text)),
    "another object": lambda text: b"{}",
    "no UTF-8": lambda text: text.replace(b"asha", b"a\xffha"),
    "nested deeply": lambda text: b'{"name": ' + b"[" * 100_000,
    "nested deeply beside it all": lambda text: text[:-2] + b', "more": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    "a space that is a text": lambda text: with_problem(text, space="lr"),
    "a domain that is none": lambda text: with_problem(text, space={"lr": "uniform(0"}),
    "a domain that is a list": lambda text: with_problem(text, space={"lr": [1]}),
    "a metric that is an object": lambda text: with_problem(text, metric={"a": 1}),
    "a resource that is a number": lambda text: with_problem(text, resource_attr=3),
    "what no version knows": lambda text: with_problem(text, budget=3),
    "a folder": lambda text: None,
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_experiment_is_told_in_a_line_beside_the_others(
    call: Call, damage: Callable[[bytes], bytes | None]
) -> None:
    typical("good").write()
    definition = typical("bad").write().paths.definition
    text = damage(definition.read_bytes())
    definition.unlink()
    if text is None:
        definition.mkdir()
    else:
        definition.write_bytes(text)
    result = call("list")
    assert [line.split()[0] for line in lines(result)] == ["name", "good"]
    (told,) = result.stderr.splitlines()
    assert told.startswith("bad is damaged: ")
    assert "restore it" in told
    shown = call("show", "bad")
    assert shown.exit_code == 3
    assert "restore it" in shown.stderr


@pytest.mark.parametrize("seed", range(5))
def test_whatever_became_of_a_definition_it_is_an_experiment_or_damaged(call: Call, seed: int) -> None:
    typical("good").write()
    definition = typical("bad").write().paths.definition
    text, random = definition.read_bytes(), Random(seed)
    for _ in range(20):
        changed = bytearray(text)
        for _ in range(random.randint(1, 3)):
            changed[random.randrange(len(text))] = random.randrange(256)
        definition.write_bytes(changed)
        result = call("list")
        assert "good" in [line.split()[0] for line in lines(result)]
        assert len(result.stderr.splitlines()) <= 1


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (FinishReason.LIMIT, Standing.FINISHED),
        (FinishReason.EXHAUSTED, Standing.FINISHED),
        (FinishReason.STOPPED, Standing.SUSPENDED),
        (FinishReason.FAILING, Standing.FAILED),
    ],
)
def test_where_an_experiment_stands(reason: FinishReason, expected: Standing) -> None:
    told = Recording()
    told.finish(reason)
    assert standing(told.write()) is expected


def test_a_tuner_at_work_holds_the_lock_of_the_journal() -> None:
    record = typical().write()
    assert not tuner_at_work(record.paths)
    with record.paths.journal.open("a") as journal:
        fcntl.flock(journal, fcntl.LOCK_EX)
        assert standing(record) is Standing.RUNNING
    assert standing(record) is Standing.FINISHED


# ---- show -----------------------------------------------------------------------------------------------


def test_an_experiment_and_its_trials_the_best_first(call: Call) -> None:
    typical().write()
    shown = lines(call("show", "lm"))
    assert shown[0] == "Experiment lm"
    facts = "\n".join(shown)
    assert "/home/ann/train.py --data 'wiki text'" in facts
    assert "asha, type=promotion, seed 0" in facts
    assert "finished: the limit of 10 trials started is reached" in facts
    assert "4 trials (1 paused, 1 completed, 2 failed)" in facts
    assert "Best val_loss 4: trial 1 at epoch 9" in facts
    heading = next(number for number, line in enumerate(shown) if line.startswith("trial"))
    assert shown[heading].split() == ["trial", "status", "epoch", "val_loss", "time", "configuration"]
    assert [line.split()[:4] for line in shown[heading + 1 :]] == [
        ["1", "completed", "9", "4"],
        ["0", "paused", "1", "8"],
        ["2", "failed", "0", "-"],
        ["3", "failed", "0", "-"],
    ]


def test_an_experiment_that_has_only_just_begun(call: Call) -> None:
    Recording().write()
    assert "No trial reported val_loss." in lines(call("show", "lm"))[-1]


def test_long_tables_are_cut_unless_all_is_asked_for(call: Call) -> None:
    told = Recording()
    for number in range(25):
        trial = told.start()
        told.report(trial, float(number))
        told.end(trial)
    told.write()
    assert lines(call("show", "lm"))[-1] == "... and 5 more: `tunewise show lm --all`"
    assert lines(call("show", "lm", "--all"))[-1].split()[0] == "24"


def test_larger_may_be_better(call: Call) -> None:
    told = Recording(mode="max")
    for value in (0.5, 0.9, 0.7):
        trial = told.start()
        told.report(trial, value, value - 0.1)
    told.write()
    assert [line.split()[0] for line in lines(call("show", "lm"))[-3:]] == ["1", "2", "0"]


def test_one_trial_with_its_jobs_and_files(call: Call) -> None:
    record = typical().write()
    record.paths.checkpoint(1).mkdir(parents=True)
    shown = "\n".join(lines(call("show", "lm", "--trial", "1")))
    assert "Trial 1 of lm: completed" in shown
    assert "best 4 at epoch 9, last 4 at 9" in shown
    assert "job 0       " in shown
    assert "up to epoch 9" in shown
    assert str(record.paths.checkpoint(1)) in shown
    assert "tunewise logs lm 1" in shown


def test_where_the_jobs_of_a_trial_ran_and_how_long_they_waited(call: Call) -> None:
    told = Recording(queues=True)
    told.start()
    told.start()
    told.begin(0)
    told.begin(1)
    told.report(0, 1.0)
    told.pause(0)
    told.resume(0)
    told.wait(0, "Priority")
    told.write()
    shown = lines(call("show", "lm", "--trial", "0"))
    job = shown.index("Jobs") + 1
    assert shown[job].endswith("queued for 20s before")
    assert shown[job + 1].strip() == "node 7"
    assert shown[job + 2].split()[:2] == ["job", "1"]
    assert shown[job + 2].endswith("Priority")
    assert shown[job + 3].split()[0] == "printed"  # it is nowhere yet


def test_the_failure_of_a_trial_with_its_traceback(call: Call) -> None:
    typical().write()
    shown = lines(call("show", "lm", "--trial", "3"))
    assert shown[-4:] == [
        "Failure (error)",
        "exit code 1",
        "Traceback (most recent call last):",
        "KeyError: 'weights'",
    ]


def test_a_trial_that_is_not_there(call: Call) -> None:
    typical().write()
    result = call("show", "lm", "--trial", "4")
    assert result.exit_code == 3
    assert "'lm' has no trial 4: there are trials 0 to 3." in result.stderr


def test_decisions_in_words_the_newest_last(call: Call) -> None:
    typical().write()
    shown = [line[11:] for line in lines(call("show", "lm", "--decisions"))]
    assert shown == [
        "starts trial 0 up to epoch 1: drawn at random, with lr=0.5 dropout=0.5",
        "starts trial 1 up to epoch 1: drawn at random, with lr=0.01 dropout=0.5",
        "pauses trial 0: 1st of 1 at epoch 1",
        "pauses trial 1: 1st of 2 at epoch 1",
        "resumes trial 1 up to epoch 9: 1st of 3 at epoch 1",
        "starts trial 2 up to epoch 1: drawn at random, with lr=1 dropout=0.5",
        "gives up trial 2: val_loss was nan",
        "starts trial 3 up to epoch 1: drawn at random, with lr=0.2 dropout=0.5",
        "Finished: the limit of 10 trials started is reached",
    ]
    of_one = lines(call("show", "lm", "--trial", "0", "--decisions"))
    assert of_one[-1].endswith("pauses trial 0: 1st of 1 at epoch 1")


def test_failures_and_notes(call: Call) -> None:
    told = typical()
    told.open()
    trial = told.start()
    told.report(trial, 5.0)
    told.report(trial, 4.0, level=1)
    told.write()
    shown = [line[11:] for line in lines(call("show", "lm", "--notes"))]
    assert shown == [
        "trial 2: failed (configuration): val_loss was nan",
        "trial 3: failed (error): exit code 1: KeyError: 'weights'",
        "trial 4: epoch 1 was reported again; only the first report of a level counts",
    ]
    assert "nothing to note" in lines(call("show", "lm", "--notes", "--trial", "0"))[-1]


@pytest.mark.parametrize(
    ("limits", "flags"),
    [
        ({"max_num_trials_started": 10}, ""),
        ({"max_num_trials_started": 2}, ""),  # they have not come to their end
        ({"max_wallclock_time": 50.0}, " --max-wallclock 100s"),
        ({"max_wallclock_time": 1.5, "max_cost": 0.01}, " --max-wallclock 96s --max-cost 0.02"),
        ({"max_num_evaluations": 1}, " --max-evaluations 4"),
    ],
)
def test_what_goes_on_with_an_experiment_gives_more_of_what_is_used_up(
    call: Call, limits: dict[str, float], flags: str
) -> None:
    told = Recording(limits=limits)
    for _ in range(2):
        trial = told.start()
        told.report(trial, 1.0)
        told.halt(trial, Status.SUSPENDED, why={"kind": "experiment ends"})
        told.end(trial)
    told.finish(FinishReason.STOPPED, "interrupted by Ctrl-C")
    told.write()
    state = next(line for line in lines(call("show", "lm")) if line.startswith("  state"))
    assert state.endswith(f"interrupted by Ctrl-C; `tunewise resume lm{flags}` goes on")


# ---- best -----------------------------------------------------------------------------------------------


def test_the_best_and_how_to_train_it_again(call: Call) -> None:
    record = typical().write()
    record.paths.checkpoint(1).mkdir(parents=True)
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 4: trial 1 at epoch 9"
    assert shown[1:3] == ["  lr          0.01", "  dropout     0.5"]
    assert shown[3].endswith("checkpoint (of epoch 9)")
    command = (
        "cd /home/ann && /usr/bin/python3 /home/ann/train.py --data 'wiki text' --lr 0.01 --dropout 0.5 "
        "--epochs 9"
    )
    assert shown[-1].strip() == command
    assert lines(call("best", "lm", "--command")) == [command]


def test_what_was_better_before_the_end_is_not_promised_by_the_command(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 5.0, 3.0)
    told.report(trial, 4.0, level=9)
    told.end(trial)
    told.write()
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 3: trial 0 at epoch 2, which last had 4 at epoch 9"
    assert shown[-2] == "To train it again up to epoch 9, where it had val_loss 4, not the 3 of epoch 2:"
    alone = call("best", "lm", "--command")
    assert len(lines(alone)) == 1
    assert "which last had 4 at epoch 9" in alone.stderr


def test_a_best_that_the_end_differs_from_in_no_digit_shown_is_not_set_against_it(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0000001, 3.0)
    told.report(trial, 3.0000002, level=9)
    told.end(trial)
    told.write()
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 3: trial 0 at epoch 2, which last had about the same at epoch 9"
    assert shown[-2] == "To train it again up to epoch 9, where it had val_loss 3:"


def test_a_best_checkpoint_that_the_script_keeps_is_shown(call: Call) -> None:
    record = typical().write()
    kept = record.paths.checkpoint(1) / "best"
    kept.mkdir(parents=True)
    (kept / "report.json").write_text('{"epoch": 5, "val_loss": 3.5}')
    shown = lines(call("best", "lm"))
    assert shown[3].split()[0] == "checkpoint"
    assert shown[4].endswith("trials/00001/checkpoint/best (of epoch 5, val_loss 3.5)")
    (kept / "report.json").write_text("[" * 1000)
    assert len(lines(call("best", "lm"))) == len(shown) - 1


def test_a_trial_that_was_not_trained_to_its_end_promises_nothing(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0, level=2)
    told.write()
    assert lines(call("best", "lm"))[-2] == "To train it up to epoch 9 (it had val_loss 3 at epoch 2):"


def test_a_best_trial_that_failed_is_marked_wherever_it_is_shown(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0, level=2)
    told.end(trial, FailureKind.CONFIGURATION, "out of memory")
    told.write()
    best = "Best val_loss 3: trial 0 at epoch 2, which failed"
    assert lines(call("best", "lm"))[0] == best
    assert best in lines(call("show", "lm"))
    assert best in lines(call("cost", "lm"))
    assert "val_loss 3 (failed)" in lines(call("list"))[1]
    assert best.split(": ")[1] in call("best", "lm", "--command").stderr


def test_a_program_that_is_no_python_script_is_called_itself(call: Call) -> None:
    typical().write(entry_point="/home/ann/my train")
    assert lines(call("best", "lm", "--command"))[0].startswith("cd /home/ann && '/home/ann/my train' --data")


@pytest.mark.parametrize("command", ["best", "show", "resume"])
def test_a_back_end_that_is_not_known_is_told_in_a_sentence(call: Call, command: str) -> None:
    typical().write(kind="teleport")
    result = call(command, "lm")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no back end 'teleport'" in result.stderr


@pytest.mark.parametrize("command", ["best", "plot"])
def test_there_may_be_no_best_yet(call: Call, command: str) -> None:
    Recording().write()
    result = call(command, "lm")
    assert result.exit_code == 3
    assert "no trial of lm has reported val_loss yet" in result.stderr.lower()


# ---- logs -----------------------------------------------------------------------------------------------


def test_what_the_latest_job_printed(call: Call) -> None:
    told = typical()
    told.write()
    told.file(1, 0, "stdout", "first job\n")
    told.file(1, 1, "stdout", "second job\n")
    told.file(1, 1, "stderr", "a warning\n")
    assert lines(call("logs", "lm", "1")) == ["second job"]
    assert lines(call("logs", "lm", "1", "--job", "0")) == ["first job"]
    assert lines(call("logs", "lm", "1", "--stderr")) == ["a warning"]


@pytest.mark.parametrize("kind", ["a folder", "a named pipe", "a link to itself"])
def test_a_log_that_is_no_file_is_refused_and_not_waited_for(call: Call, kind: str) -> None:
    told = Recording()
    told.start()
    paths = told.write().paths
    put_strange(kind, paths.job(JobId(0, 0)).stdout)
    with without_waiting():
        result = call("logs", "lm", "0")
    assert result.exit_code == 3
    assert "can't be read" in result.stderr


def test_following_ends_with_a_job_that_was_never_launched_or_lost_its_guard(call: Call) -> None:
    told = Recording()
    told.start()
    told.write()
    assert "has printed nothing" in call("logs", "lm", "0", "--follow").stderr
    told.file(0, 0, "lock")
    told.file(0, 0, "stdout", "one\n")
    assert lines(call("logs", "lm", "0", "--follow")) == ["one"]


def test_where_nothing_was_printed_the_other_stream_is_pointed_out(call: Call) -> None:
    told = typical()
    told.write()
    told.file(3, 0, "stdout")
    told.file(3, 0, "stderr", "Traceback\n")
    result = call("logs", "lm", "3")
    assert (lines(result), result.stderr) == ([], "Nothing here; there is more with --stderr.\n")


@pytest.mark.parametrize("flags", [(), ("--stderr",), ("--follow",)])
def test_it_is_said_that_a_job_has_printed_nothing_at_all(call: Call, flags: tuple[str, ...]) -> None:
    told = typical()
    told.write()
    told.file(3, 0, "stdout")
    told.file(3, 0, "stderr")
    result = call("logs", "lm", "3", *flags)
    assert (lines(result), result.stderr) == ([], "Job 3.0 has printed nothing.\n")


def test_jobs_and_logs_that_are_not_there(call: Call) -> None:
    typical().write()
    assert "Trial 1 has no job 2: it has jobs 0 to 1." in call("logs", "lm", "1", "--job", "2").stderr
    missing = call("logs", "lm", "1")
    assert missing.exit_code == 3
    assert "has printed nothing" in missing.stderr


def test_a_log_is_followed_until_the_job_has_ended() -> None:
    told = Recording()
    told.start()
    told.write()
    log = told.file(0, 0, "stdout", "one\n")
    command = [sys.executable, "-m", "tunewise", "logs", "lm", "0", "--follow"]
    lock = told.file(0, 0, "lock").open("a")
    fcntl.flock(lock, fcntl.LOCK_EX)  # as long as the job's guard lives
    with lock, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as logs:
        assert logs.stdout is not None
        assert logs.stdout.readline() == "one\n"
        with log.open("a") as file:
            file.write("two\n")
        assert logs.stdout.readline() == "two\n"
        assert logs.poll() is None
        told.file(0, 0, "ended.json")
        assert logs.stdout.read() == ""
    assert logs.returncode == 0


class Loudspeaker(JobOutput):
    """Has a line more at each look, but for the second one, at which its engine is busy."""

    look_every = 0.0

    def __init__(self) -> None:
        self.looks = 0

    def over(self) -> bool:
        return self.looks == 3

    def more(self) -> Iterator[bytes]:
        self.looks += 1
        if self.looks == 2:
            raise BusyError("Asking for more")
        yield b"look %d\n" % self.looks

    def nothing(self) -> str:
        return "It is silent."


def test_what_a_job_printed_is_had_from_its_back_end(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever that keeps it; an engine that is busy is asked again only by somebody who follows."""
    told = Recording()
    told.start()
    told.end(0)
    told.write()
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


def test_an_engine_that_shows_no_job_yet_is_asked_on_while_the_tuner_waits_for_it(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one does that is to be started only now."""
    told = Recording()
    told.start()
    record = told.write()

    class Unheard(Loudspeaker):
        def over(self) -> bool:
            if self.looks == 5:
                held.close()  # its tuner has left
            return True

        def more(self) -> Iterator[bytes]:
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


def test_jobs_are_listed_as_the_back_end_of_the_experiment_shows_them(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    typical().write()
    created = datetime(2026, 5, 4, 13, 37, tzinfo=timezone.utc)
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


def test_jobs_that_nobody_lists(call: Call) -> None:
    typical().write()
    for arguments, words in (
        (("lm",), "The back end local has no list of jobs: `tunewise show NAME --trial N` tells"),
        (("--backend", "elsewhere"), "There is no back end 'elsewhere'"),
    ):
        result = call("jobs", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr


# ---- export and plot ------------------------------------------------------------------------------------


def test_the_table_of_reports(call: Call, tmp_path: Path) -> None:
    typical().write()
    printed = call("export", "lm")
    rows = list(csv.DictReader(io.StringIO(printed.stdout)))
    assert len(rows) == 11
    assert rows[0] | {"val_loss": "8.0", "decision": "pause", "config_lr": "0.5"} == rows[0]
    path = tmp_path / "lm.csv"
    assert lines(call("export", "lm", "--output", str(path))) == [str(path)]
    assert path.read_text() == printed.stdout
    failed = call("export", "lm", "--output", str(tmp_path / "no folder" / "lm.csv"))
    assert failed.exit_code == 2
    assert "can't be written: No such file or directory" in failed.stderr


def test_a_figure_is_written(call: Call, tmp_path: Path) -> None:
    record = typical().write()
    assert lines(call("plot", "lm")) == [str(record.paths.folder / "figure.png")]
    assert (record.paths.folder / "figure.png").read_bytes().startswith(b"\x89PNG")
    assert lines(call("plot", "lm", "--output", str(tmp_path / "lm.svg"))) == [str(tmp_path / "lm.svg")]
    failed = call("plot", "lm", "--output", str(tmp_path / "lm.doc"))
    assert failed.exit_code == 2
    assert "Format 'doc' is not supported" in failed.stderr


# ---- all ------------------------------------------------------------------------------------------------


def test_a_shell_completes_names() -> None:
    typical("lm-1").write()
    typical("lm-2").write()
    typical("other").write()
    context = main.make_context("tunewise", ["list"])
    assert complete_names(context, main.params[0], "lm") == ["lm-1", "lm-2"]


def test_ctrl_c_ends_a_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(study: str | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tunewise.cli.records.load_all", interrupt)
    result = CliRunner().invoke(main, ["list"])
    assert (result.exit_code, result.output) == (130, "")


def test_a_retried_job_is_no_failure(call: Call) -> None:
    told = Recording()
    trial = told.start()
    told.end(trial, FailureKind.INFRASTRUCTURE, "killed by SIGKILL from outside")
    told.write()
    assert "nothing to note" in lines(call("show", "lm", "--notes"))[-1]


def test_a_job_in_a_queue_is_told_with_how_long_it_waits(call: Call) -> None:
    told = Recording("lm", limits={}, workers=2, queues=True)
    first, second = told.start(0.1, until=9), told.start(0.2, until=9)
    told.wait(second, "Training job waiting for capacity")
    told.time = 3600.0
    told.begin(first)
    told.report(first, 5.0, 4.0)
    told.time = 3650.0
    told.end(first)
    told.write()
    shown = call("show", "lm").stdout
    assert "2 trials (1 queued, 1 completed) in 1h 00m, 0.01 worker-hours, 2h 00m in queues" in shown
    rows = [line.split() for line in shown.splitlines()]
    assert [second, "queued"] == [int(rows[-1][0]), rows[-1][1]]
    job = next(line for line in call("show", "lm", "--trial", "0").stdout.splitlines() if "job 0" in line)
    assert job.split(maxsplit=2)[2] == "50s from 1:00:00 on up to epoch 9, queued for 59m 50s before"
    job = next(line for line in call("show", "lm", "--trial", "1").stdout.splitlines() if "job 0" in line)
    assert "queued for 1h 00m so far, to run up to epoch 9: Training job waiting for capacity" in job
    assert "2h 00m in queues" in call("cost", "lm").stdout
