"""Published data: LCBench's tables, YAHPO Gym's surrogates."""

import json
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.tables import lcbench_file

from tunewise.blackboxes import yahpo
from tunewise.blackboxes.base import Blackbox, BlackboxError
from tunewise.blackboxes.references import open_blackbox
from tunewise.space import Condition, Config

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
    check_levels(lcbench, "", 2)
    with np.load(lcbench) as data:  # two classes: its first level is one of guessing
        assert data["val_error"][:, 0].mean() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(("query", "first"), [("", 2), ("?first_level=1", 1), ("?first_level=4", 4)])
def test_levels_of_lcbench_before_the_training_are_left_out(query: str, first: int, tmp_path: Path) -> None:
    lcbench_file(tmp_path / "7.npz")
    check_levels(tmp_path / "7.npz", query, first)


def check_levels(path: Path, query: str, first: int) -> None:
    """That a table is the file from one of its levels on, which took no time before."""
    blackbox = open_blackbox(f"lcbench:{path}{query}")
    with np.load(path) as data:
        config = dict(zip(map(str, data["names"]), data["configs"][17].tolist(), strict=True))
        errors, times = (data[name][17].astype(float) for name in ("val_error", "elapsed_time"))
    curve = blackbox.curve(blackbox.problem.space.validate(config), 0)
    assert curve.columns["val_error"] == errors[first - 1 :].tolist()
    before = times[first - 2] if first > 1 else 0.0
    assert curve.seconds == (times[first - 1 :] - before).tolist()
    assert list(curve.levels) == list(range(1, len(errors) - first + 2))
    assert blackbox.problem.max_resource == len(errors) - first + 1


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("first_level=0", "first_level=0 is outside of the levels of "),
        ("first_level=11", "7.npz: choose from 1 to 10"),
        ("first_level=x", "first_level=x is outside of the levels of "),
        ("colour=red", "'colour' that isn't known: there is first_level and off_grid"),
    ],
)
def test_options_of_lcbench(option: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BlackboxError, match=re.escape(message)):
        open_blackbox(f"{lcbench_file(tmp_path / '7.npz')}?{option}")


@pytest.mark.parametrize("damage", ["names", "configs"])
def test_another_table_is_refused(damage: str, tmp_path: Path) -> None:
    arrays = {"names": np.array(["a"]), "configs": np.ones((1, 1)), "val_error": np.ones((1, 2))}
    path = tmp_path / "1.npz"
    del arrays[damage]
    np.savez(path, elapsed_time=np.ones((1, 2)), **arrays)  # type: ignore[arg-type]
    with pytest.raises(BlackboxError, match="isn't a table of LCBench"):
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
    config: Config = {
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
    with pytest.raises(BlackboxError, match=r"cp: 5\.0 isn't a number from"):
        blackbox.curve({**config, "cp": 5.0}, 0)


def test_the_training_size_as_the_resource(yahpo_data: Path) -> None:
    where = f"yahpo:{yahpo_data}/rbv2_rpart?instance=1040"
    blackbox = open_blackbox(f"{where}&resource=trainsize")
    problem = blackbox.problem
    assert (problem.resource_attr, problem.max_resource) == ("trainsize", 20)
    assert "trainsize" not in problem.space.names
    config = problem.space.from_unit([0.5] * problem.space.dimension)
    curve = blackbox.curve(config, 0)
    for level in (1, 7, 20):
        alone = open_blackbox(f"{where}&trainsize={level / 20}").curve(config, 0)
        assert curve.columns["acc"][level - 1] == alone.columns["acc"][0]
    assert all(before < after for before, after in pairwise([0.0, *curve.seconds]))


def test_options_of_yahpo(yahpo_data: Path) -> None:
    where = f"yahpo:{yahpo_data}/iaml_glmnet"
    blackbox = open_blackbox(f"{where}?instance=1489&trainsize=0.25")
    assert (blackbox.problem.metric, blackbox.problem.mode) == ("mmce", "min")
    expected = direct(yahpo_data / "iaml_glmnet", [0.5, 2.0, 0.25], [2])
    assert blackbox.curve({"alpha": 0.5, "s": 2.0}, 0).columns["mmce"] == [expected[0]]
    for options, message in (
        ("instance=7", "There is no instance '7': there are 40981"),
        ("metric=colour", "'colour' isn't a metric"),
        ("trainsize=2", "trainsize must be from 0.03 to 1"),
        ("depth=2", "no option 'depth'"),
        ("resource=alpha", "resource=alpha isn't known: there is trainsize"),
        ("resource=trainsize&trainsize=1", "no option 'resource'"),
    ):
        with pytest.raises(BlackboxError, match=re.escape(message)):
            open_blackbox(f"{where}?{options}")


@pytest.mark.parametrize(
    ("metric", "instance", "warned"),
    [
        ("f1", "14", "100%"),
        ("f1", "4135", "100%"),
        ("bac", "42", "100%"),
        ("f1", "1040", ""),
        ("acc", "14", ""),
    ],
)
def test_a_score_that_says_nothing_is_warned_of(
    metric: str, instance: str, warned: str, yahpo_data: Path
) -> None:
    answers = open_blackbox(f"yahpo:{yahpo_data}/rbv2_rpart?instance={instance}&metric={metric}").answers
    expected = (
        f"But {metric} is below 0.05 for {warned} of random configurations on {instance}, so it says "
        "next to nothing there: choose another metric, such as acc."
    )
    assert (expected in answers) == bool(warned)
    assert ("nothing" in answers) == bool(warned)


def test_every_target_is_turned_the_right_way() -> None:
    """The package has f1 of rbv2 the other way round."""
    scores = {"acc", "bac", "auc", "f1", "val_accuracy", "val_balanced_accuracy", "test_balanced_accuracy"}
    costs = {
        *("mmce", "brier", "logloss", "val_cross_entropy", "test_cross_entropy", "valid_loss", "valid_mse"),
        *("time", "runtime", "timetrain", "timepredict", "memory", "ramtrain", "rammodel", "rampredict"),
        *("mec", "ias", "nf", "n_params"),  # effects that aren't simple, interactions, features, weights
    }
    text = (Path(yahpo.__file__).parent / "data" / "yahpo_scenarios.json").read_text()
    for name in json.loads(text):
        scenario = yahpo._scenario(name)
        assert set(scenario.targets) - set(scenario.minimised) <= scores
        assert set(scenario.minimised) <= costs


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
    asked: list[dict[str, np.ndarray]] = []

    class Session:
        def run(self, outputs: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
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
    asked.clear()
    curve = blackbox.curve(config, 0)
    levels = 5 if "epoch" in known.fidelities else 1
    before = scenario == "lcbench"  # one is before the training
    assert len(curve.seconds) == levels - before == problem.max_resource
    assert all(later > earlier for earlier, later in zip(curve.seconds, curve.seconds[1:], strict=False))
    assert asked[0]["x_cont"].shape == (levels, len(known.numbers))
    if levels == 5:
        epochs = asked[0]["x_cont"][:, known.numbers.index("epoch")]
        assert epochs.tolist() == [1, 2, 3, 4, 5]
    if conditions:  # inactive: 0 for a number
        assert asked[0]["x_cont"][0, known.numbers.index(tuned[0])] == 0.0
    if before:
        for first in range(1, 6):
            asked.clear()
            again = yahpo.load(folder, {"first_level": str(first)}).curve(config, 0)
            assert len(again.seconds) == 6 - first
            assert asked[-1]["x_cont"][-len(again.seconds) :, known.numbers.index("epoch")].tolist() == [
                *range(first, 6)
            ]
            # the seconds of the first of five, which the made-up surrogate answers with the number of rows
            assert again.seconds[0] == pytest.approx(5.0 if first == 1 else yahpo.LEAST_SECONDS)
        with pytest.raises(BlackboxError, match="first_level=6 is outside of the levels"):
            yahpo.load(folder, {"first_level": "6"})
