"""Experiments are followed while they are written, damaged, replaced and deleted."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.recordings import Recording

from tunewise.cli.experiments import standing_of
from tunewise.console.chronicle import Answer
from tunewise.console.listing import Listing
from tunewise.console.live import Hub, Message, Watched
from tunewise.console.reading import Follower
from tunewise.console.views import changes_of, head, overview
from tunewise.disk import is_shared
from tunewise.display.words import Standing
from tunewise.events import Entry, Requested, Suspend
from tunewise.journal import Journal, JournalError, JournalReader, JournalReplacedError, write_journal
from tunewise.paths import ExperimentPaths
from tunewise.results import load_experiment, load_folder


def recording(name: str = "lm") -> Recording:
    """Two trials, of which one pauses and one goes on."""
    told = Recording(name)
    for lr in (0.1, 0.01):
        trial = told.start(lr, until=3)
        told.report(trial, 3.0 + lr, 2.0 + lr, 1.5 + lr)
        told.pause(trial, kind="rung", level=3, rank=1, of=2)
    told.resume(1, until=9)
    told.report(1, 1.2, 1.1)
    return told


def read_all(follower: Follower) -> Follower:
    while follower.advance():
        pass
    return follower


def paths_of(told: Recording) -> ExperimentPaths:
    return told.write().paths


def test_a_followed_journal_leads_to_the_same_state_as_a_read_one() -> None:
    told = recording()
    entries = list(told.entries)
    paths = paths_of(told)
    write_journal(paths.journal, entries[:1])
    follower = read_all(Follower(paths))
    follower.take_changes()
    with Journal(paths.journal) as journal:
        for entry in entries[1:]:
            journal.append([entry])
            read_all(follower)
    assert follower.state.image() == load_folder(paths).state.image()
    changes = follower.take_changes()
    assert changes.trials == {0, 1}
    assert len(changes.reports) == follower.state.trials.num_reports
    assert changes_of(follower, changes)["head"]["best"]["trial_id"] == 1


def test_a_snapshot_shows_all_at_once_and_the_journal_is_then_told() -> None:
    paths = paths_of(recording())
    whole = load_folder(paths)  # writes the snapshot
    follower = Follower(paths)
    assert follower.usable
    assert follower.state.image() == whole.state.image()
    assert not follower.chronicle.told
    read_all(follower)
    assert follower.state.image() == whole.state.image()
    assert [item.kind for item in follower.chronicle.told].count("start") == 2


def test_it_goes_on_from_a_snapshot_when_the_experiment_does() -> None:
    told = recording()
    entries = list(told.entries)
    paths = paths_of(told)
    write_journal(paths.journal, entries[:-2])
    load_folder(paths)
    follower = Follower(paths)
    with Journal(paths.journal) as journal:
        journal.append(entries[-2:])
    read_all(follower)
    assert follower.state.image() == load_folder(paths).state.image()


def test_a_torn_last_line_waits_until_it_is_complete() -> None:
    paths = paths_of(recording())
    whole = paths.journal.read_bytes()
    paths.journal.write_bytes(whole[:-20])
    follower = read_all(Follower(paths))
    reports = follower.state.trials.num_reports
    assert not follower.flaw
    with paths.journal.open("ab") as file:
        file.write(whole[-20:])
    read_all(follower)
    assert follower.state.trials.num_reports == reports + 1


def test_what_comes_before_the_damage_is_shown_and_the_damage_named() -> None:
    paths = paths_of(recording())
    paths.journal.write_bytes(paths.journal.read_bytes().replace(b":2.1", b":9.1"))
    follower = read_all(Follower(paths))
    assert "Line 5" in follower.flaw
    assert "tunewise check lm" in follower.flaw
    assert follower.state.trials.num_reports == 1
    assert overview(follower)["head"]["flaw"] == follower.flaw


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"garbage\n", b"x" * 100_000, b"[" * 5000 + b"\n", b"\x00" * 5000]
)
def test_no_file_in_place_of_a_journal_breaks_the_reader(content: bytes) -> None:
    paths = paths_of(recording())
    paths.journal.write_bytes(content)
    follower = read_all(Follower(paths))
    assert follower.state.trials.num_reports == 0
    overview(follower)


def test_a_line_without_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = paths_of(recording())
    monkeypatch.setattr("tunewise.journal.MAX_LINE", 1 << 20)
    with paths.journal.open("ab") as file:
        file.write(b"x" * (3 << 20))
    assert "MiB" in read_all(Follower(paths)).flaw


def test_a_replaced_journal_is_noticed() -> None:
    told = recording()
    paths = paths_of(told)
    reader = JournalReader(paths.journal)
    while reader.read():
        pass
    write_journal(paths.journal, told.entries[:3])
    with pytest.raises(JournalReplacedError):
        reader.read()
    follower = read_all(Follower(paths))
    paths.journal.write_bytes(paths.journal.read_bytes()[:-40])
    with pytest.raises(JournalReplacedError):
        follower.advance()


def test_a_repaired_journal_is_read_again() -> None:
    paths = paths_of(recording())
    whole = paths.journal.read_bytes()
    paths.journal.write_bytes(whole.replace(b"2.1", b"9.1"))
    follower = read_all(Follower(paths))
    assert follower.flaw
    assert not follower.advance()
    paths.journal.write_bytes(whole)
    with pytest.raises(JournalReplacedError):
        follower.advance()
    follower.restart()
    assert not read_all(follower).flaw


@pytest.mark.parametrize("journal", ["new", "old"])
def test_an_experiment_whose_tuner_was_killed_is_abandoned_at_once(journal: str) -> None:
    paths = paths_of(recording())
    with Journal(paths.journal):
        assert read_all(Follower(paths)).standing is Standing.RUNNING
        assert Listing().rows()["experiments"][0]["standing"] == "running"
    if journal == "old":
        os.utime(paths.journal, (1.7e9, 1.7e9))
    follower = read_all(Follower(paths))
    assert follower.standing is Standing.ABANDONED is standing_of(load_experiment("lm"))
    assert Listing().rows()["experiments"][0]["standing"] == "abandoned"
    assert head(follower)["endsIn"] is None


def test_the_end_comes_when_the_last_trials_are_over_and_not_when_they_are_started() -> None:
    told = Recording(limits={"max_num_trials_started": 4})
    told.end(told.start())
    for _ in range(3):
        told.start()
    paths = paths_of(told)
    with Journal(paths.journal):
        seen = head(read_all(Follower(paths)))
    assert seen["endsIn"] == pytest.approx(3.0 * seen["now"])  # one of four is over


def test_a_journal_that_grows_on_a_shared_disk_without_a_lock_is_run_by_another_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = paths_of(recording())
    monkeypatch.setattr("tunewise.console.reading.is_shared", lambda path: path == paths.journal)
    assert read_all(Follower(paths)).standing is Standing.RUNNING
    old = paths.journal.stat().st_mtime - 3600
    os.utime(paths.journal, (old, old))
    assert read_all(Follower(paths)).standing is Standing.ABANDONED


def test_a_missing_journal_is_a_sentence() -> None:
    with pytest.raises(JournalError, match="no journal"):
        JournalReader(Path("nowhere")).read()


def test_a_named_pipe_in_place_of_a_journal_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.jsonl")
    with pytest.raises(JournalError, match="no regular file"):
        JournalReader(tmp_path / "journal.jsonl").read()


def test_shared_disks_are_known_by_their_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    device = tmp_path.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    for kind, shared in [("nfs4", True), ("fuse.sshfs", True), ("ext4", False), ("overlay", False)]:
        line = (
            f"36 35 {number} / / rw,noatime shared:1 - {kind} server:/x rw\n37 35 0:999 / /y rw - nfs4 a rw"
        )
        monkeypatch.setattr(Path, "read_text", lambda *_, line=line, **__: line)
        assert is_shared(tmp_path) is shared
    assert not is_shared(tmp_path / "nothing")


# ---- pages ----------------------------------------------------------------------------------------------


class Page:
    """What a page shows: all that was loaded, and every change since."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched
        self.cursor = ""
        self.reports = 0
        self.reloads = 0

    async def load(self) -> None:
        self.cursor, self.reports = await self.watched.ask(
            lambda follower: (self.watched.cursor, follower.state.trials.num_reports)
        )

    async def follow(self, until: int) -> None:
        """Takes messages until so many reports are shown."""
        async for message in self.watched.messages(self.cursor):
            await self.take(message)
            if self.reports >= until:
                return

    async def take(self, message: Message) -> None:
        if message.event == "reload":
            self.reloads += 1
            await self.load()
        elif message.event == "changes":
            data: dict[str, Any] = json.loads(message.data)
            self.reports += len(data["points"])
        self.cursor = message.cursor or self.cursor


async def grown(paths: ExperimentPaths, entries: list[Entry]) -> AsyncIterator[None]:
    with Journal(paths.journal) as journal:
        for entry in entries:
            journal.append([entry])
            await asyncio.sleep(0)
            yield


def test_a_page_sees_each_report_once_also_when_it_was_cut_off() -> None:
    told = recording()
    entries = list(told.entries)
    paths = paths_of(told)
    total = load_folder(paths).state.trials.num_reports
    write_journal(paths.journal, entries[:3])

    async def run() -> Page:
        hub = Hub()
        async with hub.watching("lm") as watched:
            await watched.readable()
            page = Page(watched)
            await page.load()
            with Journal(paths.journal) as journal:
                journal.append(entries[3:6])
            await page.follow(until=3)
            with Journal(paths.journal) as journal:  # while the page is away
                journal.append(entries[6:])
            await page.follow(until=total)
        await hub.close()
        return page

    page = asyncio.run(asyncio.wait_for(run(), 30))
    assert page.reports == total
    assert page.reloads == 0


def test_a_page_loads_again_when_the_journal_was_replaced() -> None:
    told = recording()
    paths = paths_of(told)

    async def run() -> Page:
        hub = Hub()
        async with hub.watching("lm") as watched:
            await watched.readable()
            page = Page(watched)
            await page.load()
            other = recording()
            trial = other.start()
            other.report(trial, 0.5)
            write_journal(paths.journal, other.entries)
            await page.follow(until=page.reports + 1)
        await hub.close()
        return page

    assert asyncio.run(asyncio.wait_for(run(), 30)).reloads >= 1


def test_an_experiment_that_is_deleted_while_it_is_watched_says_so() -> None:
    paths = paths_of(recording())

    async def run() -> str:
        hub = Hub()
        async with hub.watching("lm") as watched:
            await watched.readable()
            shutil.rmtree(paths.folder)
            async for message in watched.messages(watched.cursor):
                if message.event == "status" and (flaw := json.loads(message.data)["flaw"]):
                    break
        await hub.close()
        return str(flaw)

    assert asyncio.run(asyncio.wait_for(run(), 30))


def test_the_answer_to_a_request_is_known_by_its_id() -> None:
    told = recording()
    told.entries.append(Entry(Requested(told.time, "17-a", Suspend())))
    follower = read_all(Follower(paths_of(told)))
    assert follower.chronicle.answers == {"17-a": Answer("lm is being suspended.")}
    assert follower.chronicle.told[-1].text == "a person asks: suspend the experiment"
