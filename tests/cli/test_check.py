"""`check`: what is wrong in an experiment's folder, what can be kept, and how an edit is."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.helpers.commands import Call
from tests.helpers.recordings import typical

from tunewise import load_experiment
from tunewise.backends.orphans import experiment_mark
from tunewise.events import encode
from tunewise.journal import Journal, JournalError, read_journal, write_journal
from tunewise.tuner import resume
from tunewise.worker.processes import MARK


@pytest.fixture
def journal() -> Path:
    """Of an experiment of four trials whose files are all there."""
    recording = typical()
    record = recording.write()
    for trial in record.state.trials:
        for run in range(len(trial.jobs)):
            recording.file(trial.id, run, "stdout")
    return record.paths.journal


def edit(journal: Path, line: int, old: str, new: str) -> None:
    lines = journal.read_text().splitlines(keepends=True)
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    journal.write_text("".join(lines))


def test_a_whole_experiment_passes(call: Call, journal: Path) -> None:
    result = call("check", "lm")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = journal.read_bytes().count(b"\n")
    (told,) = result.stdout.splitlines()
    assert told.startswith(f"lm is whole: {lines} lines of the journal, with 4 trials and 1")
    assert call("check", "lm", "--accept").stdout.startswith("Nothing to accept.")


def test_a_changed_digit_is_found_and_the_rest_can_be_kept(call: Call, journal: Path) -> None:
    edit(journal, 5, '"val_loss":8.0', '"val_loss":3.0')
    for command in ("show", "best", "resume", "export", "cost", "plot"):
        refused = call(command, "lm")
        assert refused.exit_code == 3
        assert refused.stderr.startswith(f"Error: Line 5 of {journal} isn't as it was written: restore it;")
        assert refused.stderr.count("\n") == 1
    result = call("check", "lm")
    assert result.exit_code == 3
    flaw, kept, way_out = result.stdout.splitlines()
    assert flaw == "Line 5 of journal.jsonl isn't as it was written."
    assert kept == "As it was written: 4 lines of the journal, with 2 trials and 0 reports."
    assert "keep it by `tunewise check lm --accept`; or delete line 5 of the journal and all that" in way_out


def test_an_accepted_edit_is_kept(call: Call, journal: Path) -> None:
    before = list(read_journal(journal))
    edit(journal, 5, '"val_loss":8.0', '"val_loss":3.0')
    edited = journal.read_bytes()
    result = call("check", "lm", "--accept")
    assert result.exit_code == 0, result.output
    assert "lm is whole" in result.stdout
    record = load_experiment("lm")
    assert record.best is not None
    assert record.best.value == 3.0
    assert "3.0" in record.paths.results.read_text()
    assert (journal.parent / "set-aside-1/journal.jsonl").read_bytes() == edited
    with Journal(journal):  # and it can be written on
        pass
    edit(journal, 5, '"val_loss":3.0', '"val_loss":8.0')
    assert call("check", "lm", "--accept").exit_code == 0
    assert list(read_journal(journal)) == before
    assert (journal.parent / "set-aside-2").exists()


def test_a_person_may_remove_and_add_lines(call: Call, journal: Path) -> None:
    lines = journal.read_text().splitlines(keepends=True)
    journal.write_text("".join(line for line in lines if '"val_loss":4.1' not in line))
    assert call("check", "lm").exit_code == 3
    assert call("check", "lm", "--accept").exit_code == 0
    assert 4.2 in load_experiment("lm").state.trials[1].values
    assert 4.1 not in load_experiment("lm").state.trials[1].values


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ('"event":"stert"', "can't be read"),
        ('"event":"start","trial_id":9,"x":0', "can't follow the lines before it"),
    ],
)
def test_an_impossible_journal_is_not_accepted(call: Call, journal: Path, new: str, told: str) -> None:
    edit(journal, 4, '"event":"start"', new)
    if "trial_id" in new:
        edit(journal, 4, '"trial_id":1,', "")
    before = journal.read_bytes()
    result = call("check", "lm", "--accept")
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: Line 4 ")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert journal.read_bytes() == before
    assert not list(journal.parent.glob("set-aside*"))
    checked = call("check", "lm")
    assert "Line 4 of journal.jsonl" in checked.stdout
    assert "--accept`; or" not in checked.stdout


def test_a_journal_that_lost_its_end_is_resumed_only_when_accepted(call: Call, journal: Path) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:5]))
    checked = call("check", "lm")
    assert checked.exit_code == 3
    assert checked.stdout.startswith(
        "The journal knows nothing of jobs 1.1, 2.0 and 3.0: its end is missing."
    )
    with pytest.raises(
        JournalError, match=r"knows nothing of jobs 1.1, 2.0 and 3.0, which lie in its folder"
    ):
        resume("lm")
    assert call("check", "lm", "--accept").exit_code == 0
    aside = journal.parent / "set-aside-1"
    kept = sorted(str(path.relative_to(aside)) for path in aside.rglob("stdout"))
    assert kept == [
        "trials/00001/jobs/1/stdout",
        "trials/00002/jobs/0/stdout",
        "trials/00003/jobs/0/stdout",
    ]
    assert sorted(path.name for path in (journal.parent / "trials").iterdir()) == ["00000", "00001"]


@pytest.mark.slow
def test_processes_of_jobs_that_are_moved_aside_are_ended(call: Call, journal: Path) -> None:
    mark = f"{experiment_mark(journal.parent)}3.0"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:5]))
    with subprocess.Popen(["sleep", "600"], env={MARK: mark}) as process:
        try:
            assert call("check", "lm", "--accept").exit_code == 0
            process.wait(30)  # and not 600
        finally:
            process.kill()


def test_an_empty_journal_cannot_be_accepted(call: Call, journal: Path) -> None:
    journal.write_bytes(b"")
    assert "knows nothing of jobs 0.0, 1.0, 1.1 and 2 more" in call("check", "lm").stdout
    result = call("check", "lm", "--accept")
    assert result.exit_code == 3
    assert "has no entries, so there is nothing to go on with: restore it" in result.stderr


def test_harmless_findings_such_as_a_torn_line_are_notes(call: Call, journal: Path) -> None:
    with journal.open("ab") as file:
        file.write(b'{"fact"')
    (journal.parent / "results.csv").write_text("an old one")
    (journal.parent / "trials/00001").rename(journal.parent / "elsewhere")
    result = call("check", "lm")
    assert result.exit_code == 0, result.output
    torn, gone, results, whole = result.stdout.splitlines()
    assert torn.startswith("The last line of the journal is torn")
    assert gone.startswith("The folders of trial 1 are gone")
    assert results.startswith("results.csv isn't what the journal says now")
    assert whole.startswith("lm is whole")
    with Journal(journal):
        assert "A tuner is at work on it" in call("check", "lm").stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"asha"', '"acia"', "The method in .* can't be used: There is no method 'acia'"),
        ('"local"', '"lunar"', "The back end in .* can't be used: There is no back end 'lunar'"),
        ('"max"', '"max', "can't be read"),
        ('"loguniform', '"loguniformly', "can't be read"),
    ],
)
def test_a_damaged_definition_is_reported(call: Call, journal: Path, old: str, new: str, told: str) -> None:
    path = journal.parent / "experiment.json"
    path.write_text(path.read_text().replace(old, new) if old in path.read_text() else "{")
    result = call("check", "lm")
    assert result.exit_code == 3
    assert re.search(told, result.stdout)


def test_a_missing_experiment_cannot_be_checked(call: Call) -> None:
    result = call("check", "lm")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no experiment 'lm'" in result.stderr


def test_a_journal_of_format_1_is_checked_and_left_as_it_is(call: Call, journal: Path) -> None:
    entries = list(read_journal(journal))
    old = b'{"tunewise_journal": 1}\n' + b"".join(encode(entry) + b"\n" for entry in entries)
    journal.write_bytes(old)
    assert call("check", "lm").exit_code == 0
    assert call("check", "lm", "--accept").stdout.startswith("Nothing to accept.")
    assert journal.read_bytes() == old
    write_journal(journal, entries)
    assert list(read_journal(journal)) == entries


def test_a_changed_first_line_is_reported_with_its_right_content(call: Call, journal: Path) -> None:
    first = journal.read_text().splitlines()[0]
    edit(journal, 1, '"line":1', '"line":7')
    result = call("check", "lm")
    assert result.exit_code == 3
    assert result.stdout == f"Line 1 of {journal} isn't as it was written: put {first} there.\n"
