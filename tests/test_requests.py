"""Requests are written as files that a tuner takes up."""

import msgspec
import pytest

from tunewise import Problem, requests, space
from tunewise.definition import Definition, DefinitionError, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.events import Entry, Refuse, Request, Requested, decode, encode
from tunewise.paths import ExperimentPaths
from tunewise.requests import Change, EndTrial, PauseTrial, Remark, ResumeTrial, Suspend, TryNext, ask


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


def test_without_an_experiment_there_is_nobody_to_ask() -> None:
    with pytest.raises(DefinitionError, match="There is no experiment 'nothing'"):
        ask(ExperimentPaths.named("nothing"), Suspend())


def test_all_requests_are_public() -> None:
    assert {type(each).__name__ for each in ALL} < set(requests.__all__)
