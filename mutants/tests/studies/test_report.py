"""The tables of a study: what is in them, and that equal studies give equal files."""

import csv
import math
from pathlib import Path

import pytest
from tests.helpers.outcomes import made_up_outcome, made_up_study

from tunewise.events import FinishReason
from tunewise.studies.claims import parse_claim
from tunewise.studies.comparison import Arm, curve
from tunewise.studies.outcome import Outcome
from tunewise.studies.report import Findings, findings_of, markdown, table, write_tables

GROUPS = {"left": ("RS", "BO"), "right": ("ASHA",)}
METHODS = ("RS", "BO", "ASHA", "MOBSTER")


def one_of(outcomes: list[Outcome], target: float | None = None) -> Findings:
    (found,) = findings_of(outcomes, GROUPS, target=target)
    return found


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# ---- findings -------------------------------------------------------------------------------------------


def test_methods_in_no_group_have_a_panel_of_their_own() -> None:
    found = one_of(made_up_study(METHODS, (2, 4), 2))
    assert {title: [str(arm) for arm in arms] for title, arms in found.groups.items()} == {
        "left": ["RS with 2", "RS with 4", "BO with 2", "BO with 4"],
        "right": ["ASHA with 2", "ASHA with 4"],
        "others": ["MOBSTER with 2", "MOBSTER with 4"],
    }


def test_without_groups_there_is_one_panel() -> None:
    (found,) = findings_of(made_up_study(("RS",), (2,), 2), {})
    assert found.groups == {"": [Arm("RS", 2)]}


def test_each_benchmark_has_findings_of_its_own() -> None:
    study = [
        made_up_outcome(benchmark="first", steps=[(1.0, 2.0)]),
        made_up_outcome(benchmark="second", steps=[(1.0, 3.0)]),
        made_up_outcome(benchmark="broken", finished=FinishReason.FAILING),
    ]
    found = findings_of(study, {})
    assert [(one.benchmark, one.target) for one in found] == [("first", 2.0), ("second", 3.0)]


def test_claims_that_cannot_be_judged_are_left_out() -> None:
    claims = [parse_claim("BO@4 < RS@8"), parse_claim("BO@4 < Nobody@8")]
    (found,) = findings_of(made_up_study(), {}, claims)
    assert [verdict.claim for verdict in found.verdicts] == claims[:1]


# ---- tables ---------------------------------------------------------------------------------------------


def test_files_are_written_for_each_benchmark(tmp_path: Path) -> None:
    study = [made_up_outcome(), made_up_outcome(benchmark="lcbench-126029.v2")]
    paths = write_tables(findings_of(study, GROUPS), tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [
        "table-ends.csv",
        "table-curves.csv",
        "table.md",
        "lcbench-126029.v2-ends.csv",
        "lcbench-126029.v2-curves.csv",
        "lcbench-126029.v2.md",
    ]
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == {path.name for path in paths}


def test_ends_have_a_row_for_each_arm(tmp_path: Path) -> None:
    study = [
        made_up_outcome("A", 2, 0, [(10.0, 5.0), (20.0, 1.0)], 3600.0, price=2.0),
        made_up_outcome("A", 2, 1, [(10.0, 3.0)], 3600.0, price=2.0),
        made_up_outcome("B", 2, 0, [(36.0, 0.5)], 7200.0, price=2.0),
    ]
    write_tables([one_of(study, target=1.0)], tmp_path)
    first, second = rows(tmp_path / "table-ends.csv")
    assert (first["method"], first["n_workers"], first["seeds"], float(first["mean"])) == ("A", "2", "2", 2.0)
    assert 1.0 <= float(first["low_90"]) <= 2.0 <= float(first["high_90"]) <= 3.0
    assert (first["target_reached"], first["target_wallclock_s"], first["target_money"]) == ("1", "", "")
    assert (float(second["worker_hours"]), float(second["money"])) == (4.0, 8.0)
    assert second["target_reached"] == "1"
    assert float(second["target_wallclock_s"]) == 36.0
    assert float(second["target_worker_hours"]) == pytest.approx(0.02)
    assert float(second["target_money"]) == pytest.approx(0.04)


@pytest.mark.parametrize("price", [1.0, 0.736])
def test_curves_hold_mean_and_median_over_each_axis(tmp_path: Path, price: float) -> None:
    found = one_of(made_up_study(("RS", "BO"), (2, 4), 3, price=price))
    write_tables([found], tmp_path)
    axes = ("wallclock", "worker_hours", "money") if price != 1.0 else ("wallclock", "worker_hours")
    kept = rows(tmp_path / "table-curves.csv")
    assert list(dict.fromkeys(row["axis"] for row in kept)) == list(axes)
    for axis in axes:
        part = [row for row in kept if (row["axis"], row["method"], row["n_workers"]) == (axis, "BO", "4")]
        mean = curve(found.arms[Arm("BO", 4)], axis)  # type: ignore[arg-type]
        median = curve(found.arms[Arm("BO", 4)], axis, "median")  # type: ignore[arg-type]
        assert [float(row["amount"]) for row in part] == mean.amounts.tolist()
        assert [float(row["mean"]) for row in part] == mean.centre.tolist()
        assert [float(row["mean_high_90"]) for row in part] == mean.high.tolist()
        assert [float(row["median"]) for row in part] == median.centre.tolist()
        assert [float(row["median_low_90"]) for row in part] == median.low.tolist()


def test_equal_studies_give_equal_files(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_tables(findings_of(made_up_study(("RS", "BO"), (2,), 3), GROUPS), tmp_path / folder)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
        assert b"\r" not in path.read_bytes()


def test_markdown_has_claims_target_and_a_whole_table() -> None:
    found = one_of(made_up_study())
    text = markdown(found)
    lines = text.splitlines()
    assert lines[0] == "# table"
    assert lines[2].startswith("- BO with 4 workers ends below RS with 8: ")
    assert lines[3].startswith("- MOBSTER with 2 workers ends below ASHA with 8: ")
    assert f"Target: loss {found.target:.5g}." in text
    bars = [line for line in lines if line.startswith("|")]
    assert len(bars) == 2 + 4 * 3
    assert len({line.count("|") for line in bars}) == 1
    assert "Seeds without a result" not in text


def test_markdown_tells_seeds_without_a_result() -> None:
    study = made_up_study(("RS", "BO"), (2,), 3)
    study[3] = made_up_outcome("BO", 2, 0, finished=FinishReason.FAILING)
    assert markdown(one_of(study)).endswith("\nSeeds without a result: BO with 2: 0.\n")


def test_a_bar_in_a_name_does_not_break_the_table() -> None:
    study = [made_up_outcome("A|B"), made_up_outcome("C")]
    bars = [line for line in markdown(one_of(study)).splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in bars}) == 1


def test_a_row_of_one_seed_and_without_a_price() -> None:
    (row,) = table(one_of([made_up_outcome("RS", 2, 0, [(36.0, 5.0)], 3600.0)]))
    assert row == (
        "RS", "2", "1", "5 (5 to 5)", "3,600 s", "2", "-", "1 of 1", "36 s", "0.02", "-",
    )  # fmt: skip


def test_a_target_that_is_not_reached_leaves_gaps() -> None:
    (row,) = table(one_of([made_up_outcome(price=2.0)], target=-math.inf))
    assert row[7:] == ("0 of 1", "-", "-", "-")


def test_ten_methods_have_ten_rows() -> None:
    study = made_up_study([f"method {number}" for number in range(10)], (4,), 2)
    assert [row[0] for row in table(one_of(study))] == [f"method {number}" for number in range(10)]
