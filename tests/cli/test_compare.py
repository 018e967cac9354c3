"""`tunewise compare`, on a study that was really simulated."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from tests.helpers.tables import made_up_reference

from tunewise.cli import main
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths, home
from tunewise.studies import cell as cells
from tunewise.studies.outcome import DONE, known_outcomes, read_outcome, write_outcome
from tunewise.studies.plan import Plan, StudySettings, keep_plan, make_plan, read_plan
from tunewise.studies.report import typical_experiments
from tunewise.studies.spec import load_spec

pytestmark = pytest.mark.slow

BASELINES = """
from tunewise import methods as recipes
methods = {
    "RS": lambda a: recipes.rs(a.problem, seed=a.seed),
    "ASHA": lambda a: recipes.asha(a.problem, seed=a.seed, type="promotion"),
}
"""


@pytest.fixture(scope="module")
def study_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a study: two methods with 1, 2 and 4 workers and two seeds, all run but the last
    experiment."""
    folder = tmp_path_factory.mktemp("study")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TUNEWISE_HOME", str(folder / "home"))
        run_study(folder)
    return folder / "home"


@pytest.fixture
def plan(study_home: Path) -> Plan:
    """The study, in this test's home."""
    shutil.copytree(study_home, home())
    return read_plan("tag")


def run_study(folder: Path) -> None:
    source = folder / "baselines.py"
    source.write_text(BASELINES)
    settings = StudySettings(str(source), "simulated", None, 0, 3, 1.0, False, None, None)
    reference = made_up_reference(folder)
    made = make_plan("tag", settings, load_spec(source), [reference], ["RS", "ASHA"], [1, 2, 4], [0, 1], 60.0)
    keep_plan(made)
    for cell in made.cells[:-1]:
        assert cells.run(made, cell) == DONE


def compare(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["compare", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_study_is_printed_and_drawn(plan: Plan) -> None:
    result = compare("tag", "--format", "svg")
    assert result.exit_code == 0, result.output
    assert "table: loss, target " in result.output
    assert "1 of 12 experiments are not finished." in result.output
    assert "such as table-comparison-wall-clock.svg" in result.output
    assert written(plan.paths.results) == {
        "table-ends.csv",
        "table-curves.csv",
        "table.md",
        "table-comparison-wall-clock.svg",
        "table-comparison-worker-time.svg",
        "table-methods-wall-clock.svg",
        "table-workers-wall-clock.svg",
        "table-target.svg",
        "table-curves.svg",
        "ranks.svg",
    }
    assert "ASHA with 4: 1" in (plan.paths.results / "table.md").read_text()


def test_two_runs_write_the_same_bytes(plan: Plan, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert compare("tag", "-o", str(tmp_path / folder), "--format", "svg").exit_code == 0
    assert written(tmp_path / "one") == written(tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_claims_are_judged_in_the_order_in_which_they_are_made(plan: Plan, tmp_path: Path) -> None:
    options = ("-o", str(tmp_path / "out"), "--format", "svg", "--statistic", "median", "--target", "0.5")
    result = compare("tag", "--claim", "ASHA@4 < RS@1", "--claim", "RS@1 < ASHA@4", *options)
    assert result.exit_code == 0, result.output
    told = [line for line in result.output.splitlines() if " ends below " in line]
    # ASHA with 4 workers has but one seed
    assert told[0].startswith("ASHA with 4 workers ends below RS with 1: yes, with a single seed, at ")
    assert told[1].startswith("RS with 1 worker ends below ASHA with 4: no, with a single seed, at 0.2")
    assert "target 0.5" in result.output
    assert "median over" in (tmp_path / "out" / "table-comparison-wall-clock.svg").read_text()


@pytest.mark.parametrize("claim", ["ASHA@16 < RS@1", "TPE@4 < RS@1", "ASHA@4 > RS@1"])
def test_claims_about_unknown_experiments_are_refused(plan: Plan, claim: str) -> None:
    result = compare("tag", "--claim", claim)
    assert result.exit_code == 2
    assert not (plan.paths.results).exists()


def test_a_target_is_a_number(plan: Plan) -> None:
    result = compare("tag", "--target", "nan")
    assert result.exit_code == 2
    assert "'--target': 'nan' isn't a finite number" in result.output


def test_a_narrow_terminal_shows_everything(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = compare("tag", "--format", "svg").output
    for module in ("tunewise.display.printing", "tunewise.cli.compare"):
        monkeypatch.setattr(f"{module}.line_limit", lambda err=False: 80)
    narrow = compare("tag", "--format", "svg").output
    assert "…" not in narrow
    assert {word for line in narrow.splitlines() for word in line.split()} == {
        word for line in wide.splitlines() for word in line.split()
    }


def test_failed_experiments_are_left_out_and_named(plan: Plan) -> None:
    folder = ExperimentPaths.named("tag/table-RS-2w-0").folder
    outcome = read_outcome(folder / "outcome.json")
    assert outcome is not None
    write_outcome(replace(outcome, finished=FinishReason.FAILING, values=(-1e9,)), folder / "outcome.json")
    result = compare("tag", "--format", "svg")
    assert result.exit_code == 0, result.output
    assert "Left out because they failed: table-RS-2w-0." in result.output
    assert "e+09" not in (plan.paths.results / "table.md").read_text()


def test_experiments_without_results_cannot_be_compared(plan: Plan) -> None:
    for cell in plan.cells[:-1]:
        (ExperimentPaths.named(f"tag/{cell.name}").folder / "outcome.json").unlink()
    result = compare("tag")
    assert result.exit_code != 0
    assert "No experiment of tag has a result yet." in result.output


# ---- learning curves ------------------------------------------------------------------------------------


def test_typical_experiments_are_one_of_each_method(plan: Plan) -> None:
    chosen = typical_experiments(plan, known_outcomes(plan))
    assert list(chosen) == ["table"]
    assert list(chosen["table"]) == ["RS, 2 workers, seed 0", "ASHA, 2 workers, seed 0"]
    names = [record.definition.name for record in chosen["table"].values()]
    assert names == ["tag/table-RS-2w-0", "tag/table-ASHA-2w-0"]


def test_the_first_seed_that_went_well_is_typical(plan: Plan) -> None:
    known = known_outcomes(plan)
    del known["table-RS-2w-0"]
    assert "RS, 2 workers, seed 1" in typical_experiments(plan, known)["table"]


def test_experiments_can_be_chosen(plan: Plan) -> None:
    result = compare("tag", "--curves", "table-RS-1w-1,table-ASHA-4w-0", "--format", "svg")
    assert result.exit_code == 0, result.output
    drawing = (plan.paths.results / "table-curves.svg").read_text()
    assert "RS, 1 worker, seed 1" in drawing
    assert "ASHA, 4 workers, seed 0" in drawing
    assert "2 workers" not in drawing


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nonsense", "no experiment 'nonsense'"), ("table-ASHA-4w-1", "no report yet")],
)
def test_curves_of_unknown_experiments_are_refused(plan: Plan, name: str, reason: str) -> None:
    result = compare("tag", "--curves", name)
    assert result.exit_code == 2
    assert reason in result.output
