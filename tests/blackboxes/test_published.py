"""Published data: LCBench's tables, YAHPO Gym's surrogates, Syne Tune's blackbox folders."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from tunewise.blackboxes import syne_tune, yahpo
from tunewise.blackboxes.base import Blackbox, BlackboxError
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.syne_tune_space import domains_of
from tunewise.space import Condition, Domain

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def lcbench() -> Path:
    path = SHARED / "tables" / "lcbench" / "126029.npz"
    if not path.exists():
        pytest.skip("LCBench's tables are not in ../shared/tables/lcbench")
    return path


@pytest.fixture
def yahpo_data() -> Path:
    pytest.importorskip("onnxruntime")
    folder = SHARED / "yahpo_data"
    if not (folder / "rbv2_rpart" / "model.onnx").exists():
        pytest.skip("YAHPO Gym's data are not in ../shared/yahpo_data")
    return folder


def test_a_table_of_lcbench(lcbench: Path) -> None:
    blackbox = open_blackbox(f"lcbench:{lcbench}")
    with np.load(lcbench) as data:
        config = dict(zip(map(str, data["names"]), data["configs"][17].tolist(), strict=True))
        config = blackbox.problem.space.validate(config)
        curve = blackbox.curve(config, 0)
        assert curve.columns["val_error"] == data["val_error"][17].tolist()
        assert curve.seconds == data["elapsed_time"][17].tolist()


@pytest.mark.parametrize("damage", ["names", "configs"])
def test_another_table_is_refused(damage: str, tmp_path: Path) -> None:
    arrays = {"names": np.array(["a"]), "configs": np.ones((1, 1)), "val_error": np.ones((1, 2))}
    path = tmp_path / "1.npz"
    np.savez(path, elapsed_time=np.ones((1, 2)), **{k: v for k, v in arrays.items() if k != damage})
    with pytest.raises(BlackboxError, match="is no table of LCBench"):
        open_blackbox(f"lcbench:{path}")


# ---- YAHPO Gym ---------------------------------------------------------------------------------------------


def direct(folder: Path, numbers: list[float], choices: list[int]) -> list[float]:
    """The surrogate's answer to arrays that were filled by hand."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    inputs = {"x_cat": np.array([choices], np.int32), "x_cont": np.array([numbers], np.float32)}
    return session.run(None, inputs)[0][0].tolist()  # type: ignore[no-any-return]


def test_a_surrogate_of_yahpo_answers_as_by_hand(yahpo_data: Path) -> None:
    blackbox = open_blackbox(f"yahpo:{yahpo_data}/rbv2_rpart?instance=1040&metric=auc")
    config = {
        "cp": 0.01,
        "maxdepth": 12,
        "minbucket": 5,
        "minsplit": 20,
        "num.impute.selected.cpo": "impute.hist",
    }
    curve = blackbox.curve(config, 0)
    # cp, maxdepth, minbucket, minsplit, trainsize, repl; task_id, num.impute.selected.cpo
    expected = direct(yahpo_data / "rbv2_rpart", [0.01, 12, 5, 20, 1.0, 10], [1, 1])
    assert curve.columns["auc"] == [expected[2]]
    assert curve.columns["acc"] == [expected[0]]
    assert curve.seconds == [expected[6]]
    assert (blackbox.problem.metric, blackbox.problem.mode) == ("auc", "max")
    assert "task_id" not in blackbox.problem.space.names
    with pytest.raises(BlackboxError, match=r"cp: 5\.0 is no number from"):
        blackbox.curve({**config, "cp": 5.0}, 0)


def test_options_of_yahpo(yahpo_data: Path) -> None:
    where = f"yahpo:{yahpo_data}/iaml_glmnet"
    blackbox = open_blackbox(f"{where}?instance=1489&trainsize=0.25")
    assert (blackbox.problem.metric, blackbox.problem.mode) == ("mmce", "min")
    expected = direct(yahpo_data / "iaml_glmnet", [0.5, 2.0, 0.25], [2])
    assert blackbox.curve({"alpha": 0.5, "s": 2.0}, 0).columns["mmce"] == [expected[0]]
    for options, message in (
        ("instance=7", "There is no instance '7': there are 40981"),
        ("metric=colour", "'colour' is no metric"),
        ("trainsize=2", "trainsize must be from 0.03 to 1"),
        ("depth=2", "no option 'depth'"),
    ):
        with pytest.raises(BlackboxError, match=re.escape(message)):
            open_blackbox(f"{where}?{options}")


@pytest.mark.parametrize("scenario", ["lcbench", "rbv2_super", "iaml_xgboost", "nb301", "fcnet"])
def test_every_kind_of_scenario_has_a_space(
    scenario: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other scenarios' folders are made up after their names, with conditions and epochs."""
    known = yahpo._scenario(scenario)
    folder = tmp_path / scenario
    folder.mkdir()
    numbers = [
        {"name": n, "type": "uniform_float", "log": False, "lower": 0.0, "upper": 1.0} for n in known.numbers
    ]
    for entry in numbers:
        if entry["name"] in ("epoch", "repl", "replication"):
            entry |= {"type": "uniform_int", "lower": 1, "upper": 5}
    choices = [
        {"name": n, "type": "categorical", "choices": ["x", "y"], "default": "x"} for n in known.choices
    ]
    tuned = [n for n in known.numbers if n not in ("epoch", "repl", "replication", "trainsize")]
    parent = next((n for n in known.choices if n != known.instance), None)
    conditions = [
        {"type": "EQ", "child": child, "parent": parent, "value": "y"} for child in tuned[:1] if parent
    ]
    content = {"hyperparameters": [*numbers, *choices], "conditions": conditions, "forbiddens": []}
    (folder / "config_space.json").write_text(json.dumps(content))
    codes = {n: {"#na#": 0, "x": 1, "y": 2} for n in known.choices}
    (folder / "encoding.json").write_text(json.dumps(codes))
    asked: list[dict[str, np.ndarray]] = []  # type: ignore[type-arg]

    class Session:
        def run(self, outputs: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:  # type: ignore[type-arg]
            asked.append(inputs)
            rows = len(inputs["x_cont"])
            return [np.tile(np.arange(rows, 0.0, -1.0)[:, None], (1, len(known.targets)))]

    monkeypatch.setattr(yahpo, "_session", lambda path: Session())
    blackbox: Blackbox = yahpo.load(folder, {})
    problem = blackbox.problem
    assert known.instance not in problem.space.names
    if conditions:
        assert problem.space.domains[tuned[0]].conditions == (Condition(str(parent), "==", "y"),)
    config = problem.space.from_unit([0.1] * problem.space.dimension)
    curve = blackbox.curve(config, 0)
    levels = 5 if "epoch" in known.fidelities else 1
    assert len(curve.seconds) == levels == problem.max_resource
    assert all(later > earlier for earlier, later in zip(curve.seconds, curve.seconds[1:], strict=False))
    assert asked[0]["x_cont"].shape == (levels, len(known.numbers))
    if levels == 5:
        epochs = asked[0]["x_cont"][:, known.numbers.index("epoch")]
        assert epochs.tolist() == [1, 2, 3, 4, 5]
    if conditions:  # inactive: 0 for a number
        assert asked[0]["x_cont"][0, known.numbers.index(tuned[0])] == 0.0


# ---- Syne Tune ---------------------------------------------------------------------------------------------

SPACE = {
    "hp_lr": {
        "domain_cls": "Float",
        "domain_kwargs": {"lower": 1e-4, "upper": 1.0},
        "sampler_cls": "LogUniform",
        "sampler_kwargs": {},
    },
    "hp_units": {
        "domain_cls": "FiniteRange",
        "domain_kwargs": {"lower": 16, "upper": 64, "size": 3, "log_scale": True, "cast_int": True},
    },
    "hp_kind": {"domain_cls": "Categorical", "domain_kwargs": {"categories": ["relu", "tanh"]}},
}


def syne_tune_folder(folder: Path, levels: int = 4) -> np.ndarray:  # type: ignore[type-arg]
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    rows = {"hp_lr": [0.001, 0.1, 0.5], "hp_units": [16, 32, 64], "hp_kind": ["relu", "tanh", "relu"]}
    pd.DataFrame(rows).to_parquet(folder / "hyperparameters.parquet", compression="gzip")
    (folder / "configspace.json").write_text(json.dumps(SPACE))
    epoch = {"domain_cls": "Integer", "domain_kwargs": {"lower": 1, "upper": levels}}
    (folder / "fidelityspace.json").write_text(json.dumps({"hp_epoch": epoch}))
    names = ["metric_loss", "metric_elapsed_time"]
    (folder / "metadata.json").write_text(json.dumps({"objectives_names": names, "task_names": ["a", "b"]}))
    np.save(folder / "fidelities_values.npy", np.arange(1, levels + 1))
    values = np.random.default_rng(0).random((2, 3, 2, levels, 2)).astype(np.float32)
    values[..., 1] = 10.0 * np.arange(1, levels + 1)
    np.save(folder / "objectives_evaluations.npy", values)
    return values


def test_a_folder_of_syne_tune(tmp_path: Path) -> None:
    values = syne_tune_folder(tmp_path)
    blackbox = open_blackbox(f"syne_tune:{tmp_path}?task=b")
    assert blackbox.problem.metric == "metric_loss"
    assert (blackbox.problem.resource_attr, blackbox.problem.max_resource_arg) == ("hp_epoch", "epochs")
    for seed in (0, 1):
        curve = blackbox.curve({"hp_lr": 0.1, "hp_units": 32, "hp_kind": "tanh"}, seed)
        assert curve.columns["metric_loss"] == values[1, 1, seed, :, 0].astype(float).tolist()
        assert curve.seconds == [10.0, 20.0, 30.0, 40.0]


def domain(kind: str, sampler: str | None = None, **arguments: object) -> dict[str, object]:
    """A domain in the words of Syne Tune's JSON."""
    drawn = {} if sampler is None else {"sampler_cls": sampler, "sampler_kwargs": {}}
    return {"domain_cls": kind, "domain_kwargs": arguments, **drawn}


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (domain("Float", "Uniform", lower=0, upper=5), "uniform(0.0, 5.0)"),
        (domain("Float", "LogUniform", lower=1e-6, upper=1.0), "loguniform(1e-06, 1.0)"),
        (domain("Float", "Uniform", lower=2, upper=2), "choice([2.0])"),
        (domain("Integer", "LogUniform", lower=1, upper=100), "lograndint(1, 100)"),
        (domain("Integer", lower=1, upper=7), "randint(1, 7)"),
        (domain("Integer", "Uniform", lower=3, upper=3), "choice([3])"),
        (domain("Categorical", "Uniform", categories=["a", "b", "a"]), "choice(['a', 'b'])"),
        (domain("Ordinal", "Uniform", categories=[3, 1, 2]), "ordinal([3, 1, 2])"),
        (
            domain("OrdinalNearestNeighbor", categories=[1, 10, 100], log_scale=False),
            "ordinal([1, 10, 100], 'nn')",
        ),
        (domain("OrdinalNearestNeighbor", categories=[1, 9], log_scale=True), "ordinal([1, 9], 'nn-log')"),
        (domain("FiniteRange", lower=0.0, upper=1.0, size=11), "finrange(0.0, 1.0, 11)"),
        (domain("FiniteRange", lower=2.0, upper=9.0, size=1), "choice([2.0])"),
        (domain("FiniteRange", lower=2.0, upper=2.0, size=3), "choice([2.0])"),
        # the values that Syne Tune 0.16 makes of these
        (domain("FiniteRange", lower=1, upper=3, size=5, cast_int=True), "ordinal([1, 2, 3])"),
        (
            domain("FiniteRange", lower=1, upper=10, size=12, cast_int=True, log_scale=True),
            "ordinal([1, 2, 3, 4, 5, 7, 8, 10])",
        ),
        (domain("FiniteRange", lower=0.5, upper=3.5, size=4, cast_int=True), "ordinal([0, 2, 4])"),
        (domain("FiniteRange", lower=1.0, upper=1.4, size=3, cast_int=True), "ordinal([1])"),
        (
            domain("FiniteRange", lower=0, upper=29, size=29, cast_int=True),
            f"ordinal({[*range(14), *range(15, 30)]})",
        ),
        (0.5, "0.5"),
        (None, "None"),
    ],
)
def test_domains_of_syne_tune(entry: object, text: str) -> None:
    found = domains_of({"x": entry})["x"]
    assert (found.text() if isinstance(found, Domain) else repr(found)) == text


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            domain("Float", "LogUniform", lower=0.0, upper=0.99),
            "x: It has no logarithm at 0.0, so that it was",
        ),
        (domain("Float", "Normal", lower=0.0, upper=0.0), "x: A Float drawn by 'Normal' can't be simulated"),
        (domain("Function", "Uniform"), "x: There is no domain 'Function' that could be simulated"),
        (domain("Float", "Uniform", lower=2, upper=1), "x: The lower bound 2.0 isn't below"),
    ],
)
def test_domains_of_syne_tune_that_are_refused(
    entry: dict[str, object], message: str, tmp_path: Path
) -> None:
    syne_tune_folder(tmp_path)
    (tmp_path / "configspace.json").write_text(json.dumps({"x": entry}))
    with pytest.raises(BlackboxError, match=f"can't be read: {re.escape(message)}"):
        syne_tune.load(tmp_path, {"task": "a"})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "Say which task: task= one of a, b"),
        ({"task": "c"}, "There is no task 'c'"),
        ({"task": "a", "metric": "x"}, "There is no metric 'x': there are metric_loss"),
        ({"task": "a", "colour": "x"}, "no option 'colour'"),
    ],
)
def test_options_of_syne_tune(options: dict[str, str], message: str, tmp_path: Path) -> None:
    syne_tune_folder(tmp_path)
    with pytest.raises(BlackboxError, match=re.escape(message)):
        syne_tune.load(tmp_path, options)


@pytest.mark.parametrize(
    ("name", "content"),
    [("metadata.json", "{}"), ("fidelityspace.json", "{}"), ("configspace.json", '{"hp_lr": {}}')],
)
def test_a_folder_that_is_written_otherwise(name: str, content: str, tmp_path: Path) -> None:
    syne_tune_folder(tmp_path)
    (tmp_path / name).write_text(content)
    with pytest.raises(BlackboxError, match="isn't as Syne Tune writes it"):
        syne_tune.load(tmp_path, {"task": "a"})


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BlackboxError, match=r"metadata.json can't be read .*: name a folder of Syne Tune"):
        syne_tune.load(tmp_path, {})
