"""Requests are written as files that a tuner takes up."""

import errno
import os
from collections.abc import Callable, Container, Sequence
from pathlib import Path

import msgspec
import pytest
from tests.helpers.commands import TRAIN

from tunewise import LocalBackend, Problem, StoppingCriterion, Tuner, methods, requests, space
from tunewise.definition import Definition, DefinitionError, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import ChangeTerms, Entry, Refuse, Request, Requested, decode, encode
from tunewise.paths import ExperimentPaths
from tunewise.requests import (
    SET_ASIDE,
    Change,
    EndTrial,
    Inbox,
    PauseTrial,
    Remark,
    ResumeTrial,
    Suspend,
    TryNext,
    ask,
)


@pytest.fixture
def paths() -> ExperimentPaths:
    paths = ExperimentPaths.named("steered")
    paths.folder.mkdir(parents=True)
    tuned = {
        "lr": space.loguniform(1e-4, 1.0),
        "layers": space.choice([2, 4, 8]),
        "optimizer": space.choice(["sgd", "adam"]),
        "momentum": space.uniform(0.0, 1.0).when("optimizer", "sgd"),
    }
    problem = Problem(tuned, "loss", "min", "epoch", 9)
    method = MethodSpec("rs", 0, {})
    backend = {"kind": "local"}
    write_definition(
        paths.definition,
        Definition("steered", "", "", problem.to_json(), method, backend, 2, {}, 1.0, Policy()),
    )
    return paths


ALL = (
    PauseTrial(3),
    ResumeTrial(3),
    EndTrial(3),
    TryNext({"lr": 0.1, "optimizer": "adam", "layers": 4}),
    TryNext({"lr": "0.1"}),
    Change(workers=8, limits={"max_cost": 5.0}),
    Remark("the disk was slow", trial_id=2),
    Suspend(),
)


@pytest.mark.parametrize("request_", ALL, ids=lambda request: type(request).__name__)
def test_a_request_is_a_file_of_its_own(paths: ExperimentPaths, request_: Request) -> None:
    request_id = ask(paths, request_)
    (file,) = paths.requests.iterdir()
    assert file.name == f"{request_id}.json"
    assert msgspec.json.decode(file.read_bytes(), type=Request) == request_
    fact = Requested(1.0, request_id, request_)
    entry = Entry(fact, [Refuse(1.0, request_id, "it can't be")])
    assert decode(encode(entry)) == entry


def test_ids_sort_by_the_time_of_their_requests(paths: ExperimentPaths) -> None:
    ids = [ask(paths, Suspend()) for _ in range(20)]
    assert sorted(set(ids)) == ids


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (PauseTrial(-1), "trials count from 0"),
        (PauseTrial("1"), "can't be asked"),  # type: ignore[arg-type]
        (TryNext({"rate": 0.1}), "There is no hyperparameter 'rate'"),
        (TryNext({"lr": "fast"}), "lr: "),
        (TryNext({"lr": 2.0}), "lr: "),
        (TryNext({"optimizer": "adam", "momentum": 0.5}), "only matters if"),
        (Change(), "Nothing would change"),
        (Change(workers=0), "workers is 0"),
        (Change(limits={"max_luck": 1.0}), "There is no limit named 'max_luck'"),
        (Change(limits={"max_cost": -1.0}), "max_cost"),
        (Remark("  "), "empty"),
        (Remark("x" * 2001), "2,001 characters"),
        (TryNext({"optimizer": "x" * 70_000}), "optimizer: "),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, msgspec.Struct) else None,
)
def test_what_can_never_be_is_refused_at_once(
    paths: ExperimentPaths, request_: Request, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ask(paths, request_)
    assert not paths.requests.exists()


# ---- the tuner's end -------------------------------------------------------------------------------------


def waiting(inbox: Inbox, known: Container[str] = ()) -> list[Request]:
    return [fact.request for fact in inbox.waiting(known, True, 5.0)]


def test_requests_wait_in_order_until_they_are_dropped(paths: ExperimentPaths) -> None:
    inbox = Inbox(paths)
    assert waiting(inbox) == []
    for request in ALL:
        ask(paths, request)
    assert waiting(inbox) == list(ALL)
    taken_up = inbox.waiting((), True, 5.0)
    assert {fact.time for fact in taken_up} == {5.0}
    inbox.drop(taken_up[:2])
    assert waiting(inbox) == list(ALL[2:])
    # what the journal has is not taken up again, and its file goes
    assert waiting(inbox, {taken_up[2].id}) == list(ALL[3:])
    assert len(list(paths.requests.iterdir())) == len(ALL) - 3


def test_it_looks_ten_times_a_second_unless_it_is_told_to(paths: ExperimentPaths) -> None:
    inbox = Inbox(paths)
    assert inbox.waiting((), False, 0.0) == []
    ask(paths, Suspend())
    assert inbox.waiting((), False, 0.0) == ()
    assert len(inbox.waiting((), True, 0.0)) == 1


def test_what_waited_to_suspend_an_earlier_tuner_is_dropped(paths: ExperimentPaths) -> None:
    for request in (Suspend(), PauseTrial(1), Suspend("a person asked")):
        ask(paths, request)
    inbox = Inbox(paths)
    inbox.drop_suspends()
    assert waiting(inbox) == [PauseTrial(1)]


def test_the_back_end_may_object(paths: ExperimentPaths) -> None:
    ask(paths, Change(workers=9))
    inbox = Inbox(paths, lambda request: "Too many." if isinstance(request, Change) else "")
    assert [fact.objection for fact in inbox.waiting((), True, 0.0)] == ["Too many."]


def test_a_flood_is_taken_up_bit_by_bit(paths: ExperimentPaths) -> None:
    request_id = ask(paths, Remark("again"))
    content = (paths.requests / f"{request_id}.json").read_bytes()
    for number in range(1, 250):
        (paths.requests / f"{number:019d}-00000000.json").write_bytes(content)
    inbox, numbers = Inbox(paths), []
    while taken_up := inbox.waiting((), True, 0.0):
        assert len(taken_up) <= 100
        inbox.drop(taken_up)
        numbers.append(len(taken_up))
    assert numbers == [100, 100, 50]


ID = f"{7:019d}-0000000a.json"

STRANGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda folder: (folder / ID).touch(),
    "no JSON": lambda folder: (folder / ID).write_text("{"),
    "not UTF-8": lambda folder: (folder / ID).write_bytes(b'{"request":"remark","text":"\xff"}'),
    "half a pair": lambda folder: (folder / ID).write_text('{"request":"remark","text":"\\ud800"}'),
    "unknown": lambda folder: (folder / ID).write_text('{"request":"shout"}'),
    "wrong type": lambda folder: (folder / ID).write_text('{"request":"pause_trial","trial_id":"x"}'),
    "deep": lambda folder: (folder / ID).write_text("[" * 50_000),
    "huge": lambda folder: (folder / ID).write_text('{"request":"remark","text":"' + "x" * 70_000 + '"}'),
    "a folder": lambda folder: (folder / ID).mkdir(),
    "a pipe": lambda folder: os.mkfifo(folder / ID),
    "a circular link": lambda folder: (folder / ID).symlink_to(folder / ID),
    "a device": lambda folder: (folder / ID).symlink_to("/dev/zero"),
    "another name": lambda folder: (folder / "hello.txt").write_text("hello"),
    "another folder": lambda folder: (folder / "more").mkdir(),
    "a name that is no text": lambda folder: (folder / os.fsdecode(b"\xff.json")).touch(),
}


@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE)
def test_what_is_no_request_is_set_aside(
    paths: ExperimentPaths, make: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    paths.requests.mkdir()
    make(paths.requests)
    ask(paths, PauseTrial(1))
    inbox = Inbox(paths)
    assert waiting(inbox) == [PauseTrial(1)]
    assert len(list((paths.requests / SET_ASIDE).iterdir())) == 1
    assert "isn't a request" in caplog.text
    assert waiting(inbox) == [PauseTrial(1)]
    assert len(caplog.records) == 1


def test_a_file_in_place_of_the_folder_harms_nobody(paths: ExperimentPaths) -> None:
    paths.requests.touch()
    assert waiting(Inbox(paths)) == []


def test_what_can_be_neither_deleted_nor_read_stops_nobody(
    paths: ExperimentPaths, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    ask(paths, PauseTrial(1))
    inbox = Inbox(paths)
    taken_up = inbox.waiting((), True, 0.0)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        inbox.drop(taken_up)
        assert waiting(inbox, {taken_up[0].id}) == []
    assert "can't be deleted" in caplog.text
    caplog.clear()
    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", refuse)
        assert waiting(Inbox(paths)) == waiting(inbox) == waiting(inbox) == []
    assert caplog.text.count("has to wait") == 2  # once by each
    assert waiting(Inbox(paths)) == [PauseTrial(1)]


def test_a_draft_is_left_alone(paths: ExperimentPaths) -> None:
    paths.requests.mkdir()
    (paths.requests / f"{ID}.new").write_text("{")
    assert waiting(Inbox(paths)) == []
    assert (paths.requests / f"{ID}.new").exists()


def test_without_an_experiment_there_is_nobody_to_ask() -> None:
    with pytest.raises(DefinitionError, match="There is no experiment 'nothing'"):
        ask(ExperimentPaths.named("nothing"), Suspend())


def test_all_requests_are_public() -> None:
    assert {type(each).__name__ for each in ALL} < set(requests.__all__)


class Asking:
    """A watcher that asks for something in the first round."""

    def __init__(self, name: str, *wishes: Request) -> None:
        self._paths, self._wishes = ExperimentPaths.named(name), list(wishes)

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        while self._wishes:
            ask(self._paths, self._wishes.pop(0))


@pytest.mark.slow
def test_more_workers_than_the_machine_has_gpus_for_are_refused(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(TRAIN)
    problem = Problem({"lr": space.uniform(0, 1)}, "loss", resource_attr="epoch", max_resource=3)
    backend = LocalBackend(str(script), gpus=("0", "1"), gpus_per_trial=1)
    asking = Asking("small", Change(workers=3), Change(workers=2), Change(workers=1))
    criterion = StoppingCriterion(max_num_trials_started=3)
    record = Tuner(backend, methods.rs(problem), criterion, 1, "small", watchers=[asking]).run()
    answers = [entry.actions[0] for entry in record.entries() if isinstance(entry.fact, Requested)]
    assert isinstance(answers[0], Refuse)
    assert answers[0].why.startswith("The GPUs of this machine (0, 1) are enough for 2 workers, not for 3")
    assert [answer.workers for answer in answers if isinstance(answer, ChangeTerms)] == [2, 1]
    assert record.last_run.workers == 1
