"""Requests are written as files that a tuner takes up."""

import errno
import os
import re
from collections.abc import Callable, Container, Sequence
from pathlib import Path

import msgspec
import pytest
from tests.helpers.commands import TRAIN
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import (
    LocalBackend,
    Problem,
    StoppingCriterion,
    Tuner,
    load_experiment,
    methods,
    requests,
    resume,
    space,
)
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.definition import Definition, DefinitionError, MethodSpec, write_definition
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import (
    ChangeTerms,
    Entry,
    Finish,
    FinishReason,
    Refuse,
    Request,
    Requested,
    decode,
    encode,
)
from tunewise.paths import ExperimentPaths
from tunewise.requests import (
    BY_COMMAND,
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
from tunewise.schedulers.base import Method
from tunewise.trial import Status


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
        (Suspend("x" * 2001), "in one line of at most 2,000"),
        (Suspend("a\nb"), "in one line"),
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


def test_a_tuner_of_the_version_before_is_asked_by_its_file(paths: ExperimentPaths) -> None:
    inbox = Inbox(paths)
    ask(paths, PauseTrial(1))
    assert not paths.old_stop.exists()
    ask(paths, Suspend())
    assert paths.old_stop.exists()
    inbox.drop(inbox.waiting((), True, 0.0))
    assert not paths.old_stop.exists()
    assert inbox.stopped_as_before() is None
    paths.old_stop.touch()
    assert Inbox(paths).stopped_as_before() == BY_COMMAND
    assert not paths.old_stop.exists()
    paths.old_stop.touch()
    inbox.drop_suspends()
    assert not paths.old_stop.exists()


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


def test_a_request_that_cannot_be_read_for_now_holds_up_those_behind_it(
    paths: ExperimentPaths, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stale(path: str) -> int:
        raise OSError(errno.ESTALE, "Stale file handle", path)

    for number in range(2):
        ask(paths, PauseTrial(number))
    inbox = Inbox(paths)
    with monkeypatch.context() as patched:
        patched.setattr(requests, "open_file", stale)
        inbox.drop_suspends()
        assert waiting(inbox) == waiting(inbox) == []
    assert caplog.text.count("can't be read for now") == 1
    assert waiting(inbox) == [PauseTrial(0), PauseTrial(1)]
    assert not (paths.requests / SET_ASIDE).exists()


def test_names_and_contents_of_strange_files_stay_harmless_in_the_log(
    paths: ExperimentPaths, caplog: pytest.LogCaptureFixture
) -> None:
    paths.requests.mkdir()
    (paths.requests / "a\x1b[2Jb\nc").touch()
    (paths.requests / ID).write_text('{"request":"sh\\u001bout\\n"}')
    assert waiting(Inbox(paths)) == []
    assert len(caplog.messages) == 2
    assert all(message.isprintable() for message in caplog.messages)


def test_who_asks_is_told_in_a_line_whatever_wrote_the_file(paths: ExperimentPaths) -> None:
    paths.requests.mkdir()
    for number, why in enumerate(("so\n\tit  goes", "x" * 3000, " \n")):
        content = msgspec.json.encode(Suspend(why))
        (paths.requests / f"{number:019d}-00000000.json").write_bytes(content)
    assert waiting(Inbox(paths)) == [Suspend("so it goes"), Suspend("x" * 2000), Suspend()]


def test_of_many_files_only_those_are_looked_at_that_are_taken_up(
    paths: ExperimentPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    request_id = ask(paths, Remark("again"))
    content = (paths.requests / f"{request_id}.json").read_bytes()
    for number in range(300):
        (paths.requests / f"{number:019d}-00000000.json").write_bytes(content)
    looked_at: list[str] = []
    monkeypatch.setattr(requests, "_FILE", Counting(requests._FILE, looked_at))
    assert len(waiting(Inbox(paths))) == len(looked_at) == 100


class Counting:
    """A pattern that keeps what it is matched with."""

    def __init__(self, pattern: re.Pattern[str], seen: list[str]) -> None:
        self._pattern, self._seen = pattern, seen

    def fullmatch(self, text: str) -> re.Match[str] | None:
        self._seen.append(text)
        return self._pattern.fullmatch(text)


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


# ---- what waits for a tuner of an experiment that has ended ----------------------------------------------


def end_with_two_trials(method: Method, folder: Path) -> ExperimentPaths:
    backend = SimulatedBackend(made_up_reference(folder), start_delay=1.0)
    Tuner(backend, method, StoppingCriterion(max_num_trials_started=2), 1, "over").run()
    return ExperimentPaths.named("over")


def answers(paths: ExperimentPaths, method: Method) -> list[Entry]:
    """The lines of requests; all of the journal's decisions are the same when they are made again."""
    record = load_experiment(paths.name)
    assert record.state.finished is not None
    again = Experiment(method, record.definition.policy)
    for entry in record.entries():
        assert again.apply(entry.fact) == entry.actions
    assert not list(paths.requests.iterdir())
    return [entry for entry in record.entries() if isinstance(entry.fact, Requested)]


def refusals(entries: Sequence[Entry]) -> list[str]:
    return [action.why for entry in entries for action in entry.actions if isinstance(action, Refuse)]


def test_an_experiment_that_has_ended_takes_up_what_waits_and_goes_on(tmp_path: Path) -> None:
    paths = end_with_two_trials(methods.rs(PROBLEM, seed=1), tmp_path)
    asked: list[Request] = [
        Remark("look", trial_id=1),
        Change(limits={"max_num_trials_started": 4}),
        TryNext({"lr": 0.5, "width": 8, "kind": "a"}),
        Remark("more"),
    ]
    for request in asked:
        ask(paths, request)
    result = resume("over")
    entries = answers(paths, methods.rs(PROBLEM, seed=1))
    assert [entry.fact.request for entry in entries if isinstance(entry.fact, Requested)] == asked
    assert refusals(entries) == []
    assert len(result.state.trials) == 4
    assert {"lr": 0.5, "width": 8, "kind": "a"} in [trial.config for trial in result.state.trials]
    assert result.last_run.limits == {"max_num_trials_started": 4}


def test_what_an_ended_experiment_has_no_room_for_is_refused(tmp_path: Path) -> None:
    paths = end_with_two_trials(methods.rs(PROBLEM, seed=1), tmp_path)
    ask(paths, TryNext({"lr": 0.5}))
    ask(paths, Change(workers=3))
    ask(paths, PauseTrial(9))
    result = resume("over")
    why = refusals(answers(paths, methods.rs(PROBLEM, seed=1)))
    assert [sentence.split(":")[0] for sentence in why] == [
        "The experiment is about to end",
        "There is no trial 9",
    ]
    assert result.state.finished == Finish(
        result.state.now, FinishReason.LIMIT, "the limit of 2 trials started is reached"
    )
    assert result.last_run.workers == 1
    assert [config["lr"] for config in result.state.wanted.values()] == [0.5]
    assert result.last_run.limits == {"max_num_trials_started": 2}


def test_a_paused_trial_goes_on_although_nothing_else_is_left(tmp_path: Path) -> None:
    def method() -> Method:
        return methods.asha(PROBLEM, type="promotion", seed=1)

    paths = end_with_two_trials(method(), tmp_path)
    paused = next(trial for trial in load_experiment("over").state.trials if trial.status is Status.PAUSED)
    ask(paths, ResumeTrial(paused.id))
    result = resume("over")
    assert refusals(answers(paths, method())) == []
    assert result.state.trials[paused.id].level > paused.level
    assert result.state.finished is not None


def test_a_suspension_that_comes_meanwhile_is_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = end_with_two_trials(methods.rs(PROBLEM, seed=1), tmp_path)
    monkeypatch.setattr(Inbox, "drop_suspends", lambda inbox: None)
    ask(paths, Suspend("enough"))
    ask(paths, Change(limits={"max_num_trials_started": 4}))
    result = resume("over")
    assert result.state.finished is not None
    assert (result.state.finished.reason, result.state.finished.detail) == (FinishReason.STOPPED, "enough")
    assert len(result.state.trials) == 2
    assert len(list(paths.requests.iterdir())) == 1
