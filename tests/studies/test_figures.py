"""Which figures a study has, and that equal studies give equal files."""

from pathlib import Path

import pytest
from tests.helpers.outcomes import made_up_outcome, made_up_study
from tests.helpers.recordings import typical

from tunewise.studies.figures import figures_of, write_figures
from tunewise.studies.outcome import Outcome
from tunewise.studies.report import findings_of

USUAL = {
    "comparison-wall-clock",
    "comparison-worker-time",
    "methods-wall-clock",
    "workers-wall-clock",
    "target",
}


def drawn(outcomes: list[Outcome], folder: Path, formats: tuple[str, ...] = ("svg",)) -> dict[str, bytes]:
    paths = write_figures(outcomes, findings_of(outcomes, {}), {}, folder, formats)
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize(("price", "more"), [(1.0, set()), (0.736, {"comparison-cost"})])
def test_the_figures_of_a_benchmark(price: float, more: set[str]) -> None:
    (found,) = findings_of(made_up_study(seeds=2, price=price), {})
    assert set(figures_of(found)) == USUAL | more


@pytest.mark.slow
def test_equal_studies_give_equal_files_named_by_benchmark_figure_and_format(tmp_path: Path) -> None:
    study = made_up_study(("RS", "BO"), (2,), 2, benchmark="lcbench-126029.v2")
    formats = ("png", "svg")
    files = drawn(study, tmp_path / "new", formats)
    stems = {f"lcbench-126029.v2-{name}" for name in USUAL} | {"ranks"}
    assert set(files) == {f"{stem}.{form}" for stem in stems for form in formats}
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(files)
    assert drawn(study, tmp_path / "again", formats) == files


def test_median_figures_say_so() -> None:
    (found,) = findings_of(made_up_study(("RS", "BO"), (2,), 3), {})
    figure = figures_of(found, "median")["comparison-wall-clock"]
    assert figure.get_suptitle() == "table: median over 3 seeds, with 90 % bootstrap bands"


def test_different_numbers_of_seeds_are_told() -> None:
    study = [*made_up_study(("RS",), (2,), 3), *made_up_study(("BO",), (2,), 5)]
    (found,) = findings_of(study, {})
    assert "mean over 3 to 5 seeds" in figures_of(found)["comparison-wall-clock"].get_suptitle()


def test_one_method_with_one_seed_has_no_ranks(tmp_path: Path) -> None:
    names = set(drawn(made_up_study(("RS",), (2,), 1), tmp_path))
    assert names == {f"table-{name}.svg" for name in USUAL}


def test_arms_without_a_common_time_have_no_curves_but_the_rest(tmp_path: Path) -> None:
    study = [
        made_up_outcome(seed=0, steps=[(10.0, 5.0)], end=20.0),
        made_up_outcome(seed=1, steps=[(30.0, 5.0)], end=40.0),
    ]
    assert set(drawn(study, tmp_path)) == {"table-target.svg"}


def test_learning_curves_are_drawn_of_chosen_experiments(tmp_path: Path) -> None:
    study = made_up_study(("RS",), (2,), 1)
    chosen = {"table": {"RS, 2 workers, seed 0": typical().write()}}
    paths = write_figures(study, findings_of(study, {}), chosen, tmp_path, ["svg"])
    assert "table-curves.svg" in [path.name for path in paths]


def test_an_unknown_format_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="xyz"):
        drawn(made_up_study(("RS",), (2,), 1), tmp_path / "new", ("xyz",))
    assert not list((tmp_path / "new").iterdir())
