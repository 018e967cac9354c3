"""What is kept of a journal says what the journal says, and not a moment longer."""

import dataclasses
import io
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.invariants import check_state
from tests.helpers.recordings import typical
from tests.helpers.tables import PROBLEM, made_up_reference
from tests.test_accounting import RETRY, SMALL, Step, play, steps

from tunewise import StoppingCriterion, Tuner, load_experiment, methods, results
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.engine.state import State, StateImage
from tunewise.journal import read_journal
from tunewise.results import ExperimentResult, export_csv, replay_folder
from tunewise.snapshot import read_snapshot, read_summary, summary_of
from tunewise.testing.history import fingerprint
from tunewise.trial_table import TableImage, TrialTable
from tunewise.tuner import resume


def test_an_image_has_every_attribute() -> None:
    """So that none that is added is forgotten."""
    given_to_it = {"_problem", "_retry"}
    assert set(StateImage.__struct_fields__) == vars(State(SMALL, RETRY)).keys() - given_to_it
    told = {
        "problem",
        "_sign",
        "by_id",
        "num_trials",
        "num_elsewhere",
        "num_reports",
        "num_arrivals",
    }  # by the others
    of_table = {name.lstrip("_") for name in vars(TrialTable(SMALL)).keys() - told}
    assert set(TableImage.__struct_fields__) == of_table


@given(steps, st.integers(0, 60))
def test_a_restored_state_is_the_one_that_was_written_down(whole: list[Step], cut: int) -> None:
    """Also in what becomes of it when the story goes on."""
    told = play(whole)
    state = State(SMALL, RETRY)
    for entry in told.entries[:cut]:
        state.replay(entry)
    data = msgspec.msgpack.encode(state.image())
    restored = State.restored(SMALL, RETRY, msgspec.msgpack.decode(data, type=StateImage))
    check_state(restored)
    assert msgspec.msgpack.encode(restored.image()) == data
    for entry in told.entries[cut:]:
        restored.replay(entry)
    assert msgspec.msgpack.encode(restored.image()) == msgspec.msgpack.encode(told.state.image())
    assert fingerprint(restored.trials) == fingerprint(told.state.trials)


@pytest.fixture
def finished(tmp_path: Path) -> ExperimentResult:
    """A simulated experiment with failures and preemptions."""
    backend = SimulatedBackend(made_up_reference(tmp_path), start_delay=3.0, failure_rate=30.0)
    stop = StoppingCriterion(max_num_trials_started=12)
    return Tuner(backend, methods.asha(PROBLEM, seed=1), stop, 4, "kept", price=2.0).run()


def exported(record: ExperimentResult) -> str:
    file = io.StringIO()
    export_csv(record, file)
    return file.getvalue()


def kept(state: State) -> bytes:
    """A state as a snapshot hands it on."""
    data = msgspec.msgpack.encode(state.image())
    return msgspec.msgpack.encode(msgspec.msgpack.decode(data, type=StateImage))


def read_from(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fills up with what reads the journal."""
    calls: list[str] = []

    def noting(path: Path, name: str = "") -> object:
        calls.append(name)
        return read_journal(path, name)

    monkeypatch.setattr(results, "read_journal", noting)
    return calls


def test_who_looks_at_a_finished_experiment_reads_no_journal(
    finished: ExperimentResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = replay_folder(finished.paths)
    expected = by_hand.breakdown(), exported(by_hand)
    calls = read_from(monkeypatch)
    record = load_experiment("kept")
    assert (record.breakdown(), exported(record)) == expected
    assert record.snapshot is not None
    assert fingerprint(record.state.trials) == fingerprint(by_hand.state.trials)
    assert read_summary(finished.paths) == summary_of(by_hand.state)
    assert calls == []


def test_a_tuner_writes_its_results_from_memory(
    finished: ExperimentResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it took down as it went is what its journal says: rows, state and costs."""
    calls = read_from(monkeypatch)
    for trials in (14, 16):
        record = resume("kept", max_num_trials_started=trials)
        assert calls.pop() == "kept"  # to go on with it
        assert calls == []
        read = dataclasses.replace(replay_folder(record.paths), table=None)
        assert calls.pop() == "kept"
        assert record.paths.results.read_text() == exported(record) == exported(read)
        assert calls.pop() == "kept"
        snapshot = read_snapshot(record.paths, PROBLEM, record.definition.policy.retry)
        assert snapshot is not None
        assert kept(snapshot.state) == kept(record.state) == kept(read.state)


def test_a_new_experiment_never_reads_its_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = read_from(monkeypatch)
    stop = StoppingCriterion(max_num_trials_started=3)
    record = Tuner(SimulatedBackend(made_up_reference(tmp_path)), methods.rs(PROBLEM), stop, 2, "new").run()
    assert record.paths.results.read_text() == exported(record)
    assert calls == []
    assert exported(dataclasses.replace(record, table=None)) == exported(record)
    assert calls == ["new"]


def append_a_line(record: ExperimentResult) -> None:
    resume("kept", max_num_trials_started=14)


def touch(record: ExperimentResult) -> None:
    """A person has saved it from an editor, with a change that leaves its size."""
    status = record.paths.journal.stat()
    os.utime(record.paths.journal, ns=(status.st_atime_ns, status.st_mtime_ns + 1))


def touch_the_definition(record: ExperimentResult) -> None:
    os.utime(record.paths.definition)


def spoil_head(record: ExperimentResult) -> None:
    record.paths.snapshot.write_bytes(b"[" * 5000 + record.paths.snapshot.read_bytes())


def spoil_body(record: ExperimentResult) -> None:
    head, _, body = record.paths.snapshot.read_bytes().partition(b"\n")
    record.paths.snapshot.write_bytes(head + b"\n" + body[: len(body) // 2])


def take_away(record: ExperimentResult) -> None:
    record.paths.snapshot.unlink()


def change_the_code(record: ExperimentResult) -> None:
    data = record.paths.snapshot.read_bytes()
    record.paths.snapshot.write_bytes(data.replace(b'{"readers":', b'{"readers":1', 1))


@pytest.mark.parametrize(
    "change", [append_a_line, touch, touch_the_definition, spoil_head, spoil_body, take_away, change_the_code]
)
def test_a_snapshot_of_something_else_is_left_alone(
    finished: ExperimentResult, change: Callable[[ExperimentResult], None]
) -> None:
    change(finished)
    expected = replay_folder(finished.paths)
    record = load_experiment("kept")
    assert fingerprint(record.state.trials) == fingerprint(expected.state.trials)
    assert record.breakdown() == expected.breakdown()
    assert exported(record) == exported(expected)


def test_results_that_someone_changed_are_not_handed_on(finished: ExperimentResult) -> None:
    expected = exported(finished)
    finished.paths.results.write_text("mine\n")
    assert exported(load_experiment("kept")) == expected


def test_a_journal_without_a_snapshot_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = typical("old").write().paths
    assert read_snapshot(paths, typical().problem, RETRY) is not None
    paths.snapshot.unlink()
    calls = read_from(monkeypatch)
    first = load_experiment("old").breakdown()
    assert load_experiment("old").breakdown() == first
    assert len(calls) == 1


def test_none_is_kept_where_nothing_can_be_written(finished: ExperimentResult) -> None:
    finished.paths.snapshot.unlink()
    finished.paths.snapshot.with_name("snapshot.new").mkdir()  # in the way of the draft
    assert load_experiment("kept").breakdown().total.money == pytest.approx(
        finished.state.cost(finished.state.now)
    )
    assert not finished.paths.snapshot.exists()


def test_none_is_kept_of_a_number_that_it_cannot_hold() -> None:
    told = typical("huge")
    told.start(2**70)
    record = told.write()
    assert not record.paths.snapshot.exists()
    assert load_experiment("huge").breakdown() == load_experiment("huge").breakdown()
