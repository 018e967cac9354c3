"""The figures of a study: everything in them can be read, and nothing hides anything."""

import itertools

import msgspec
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from tests.helpers.outcomes import made_up_outcome, made_up_study
from tests.helpers.recordings import Recording, typical

from tunewise.plots.axes import FEW
from tunewise.problem import Mode
from tunewise.studies.comparison import Arm, Axis, Curve, arms_of, curve, ranks, reaches
from tunewise.studies.figures import curves_figure, figures_of, ranks_figure, reach_figure
from tunewise.studies.outcome import Outcome
from tunewise.studies.panels import CROWDED, Look, axis_unit, distinguished_by, panels
from tunewise.studies.report import findings_of

GROUPS = {"asynchronous": ("RS", "BO", "ASHA", "MOBSTER"), "synchronous": ("SyncHB", "SyncMOBSTER")}
LONG = "a method whose name is as long as that of nothing one should have to draw"

METHODS = GROUPS["asynchronous"]

CASES = {
    "usual": made_up_study((*METHODS, *GROUPS["synchronous"]), (2, 4, 8), 2),
    "with a price": made_up_study(("RS", "BO"), (2, 4), 2, price=0.736),
    "ten methods": made_up_study([f"M{number}" for number in range(10)], (2, 4), 2),
    "long names": made_up_study([f"{LONG} {number}" for number in range(3)], (2, 4), 2, benchmark=LONG),
    "many workers": made_up_study(("RS", "BO"), (1, 2, 4, 8, 16, 32, 64), 2),
    "one method": made_up_study(("RS",), (2, 4), 3),
    "one seed": made_up_study(("RS", "BO"), (2, 4), 1),
    "one experiment": made_up_study(("RS",), (1,), 1),
    "decades": made_up_study(("RS", "BO"), (2,), 2, floor=1e-6, scale=1e6),
    "accuracy": made_up_study(("RS", "BO"), (2,), 2, mode="max", floor=-0.97, scale=0.9),
    "negative": made_up_study(("RS", "BO"), (2,), 2, floor=-1e4, scale=10.0),
    "days": made_up_study(("RS", "BO"), (2,), 2, end=1e6),
    "moments": made_up_study(("RS", "BO"), (2,), 2, end=6.0),
    "equal": [made_up_outcome(m, 2, seed) for m in ("RS", "BO") for seed in range(3)],
    "zero": [made_up_outcome(m, 2, seed, [(1.0, 0.0)]) for m in ("RS", "BO") for seed in range(3)],
    "first at the end": [made_up_outcome(m, 2, 0, [(100.0, 1.0)], 100.0) for m in ("RS", "BO")],
    "names as of formulas": [
        msgspec.structs.replace(outcome, method=f"{outcome.method} $_^", metric="$\\frac$")
        for outcome in made_up_study(("RS", "BO"), (2,), 2, benchmark="be$nch$_^")
    ],
    "huge": made_up_study(("RS", "BO"), (2,), 2, floor=1e308, scale=0.7e308),
    "hugely negative": made_up_study(("RS", "BO"), (2,), 2, mode="max", floor=1e308, scale=0.7e308),
    "tiny": made_up_study(("RS", "BO"), (2,), 2, floor=1e-300, scale=1e-299),
    "nothing spent": [made_up_outcome(m, 2, 0, [(0.0, 1.0)], 0.0) for m in ("RS", "BO")],
}


def render(figure: Figure) -> None:
    FigureCanvasAgg(figure).draw()


def shown(figure: Figure) -> list[Axes]:
    return [axes for axes in figure.axes if axes.axison]


@pytest.mark.slow
@pytest.mark.filterwarnings("error")  # as matplotlib and NumPy warn
@pytest.mark.parametrize("case", CASES)
def test_all_figures_can_be_read(case: str) -> None:
    """No warning, legends beside the axes, texts within the figure, labels."""
    outcomes = CASES[case]
    (found,) = findings_of(outcomes, GROUPS)
    figures = figures_of(found)
    ranked = [one for n in found.workers if (one := ranks(outcomes, n)) is not None]
    if ranked:
        figures["ranks"] = ranks_figure(ranked, Look(found.methods, found.workers))
    assert figures
    for name, figure in figures.items():
        render(figure)
        check_legends(figure)
        check_texts(figure)
        for axes in shown(figure):
            unit = axes.get_xlabel().rpartition(" (")[2]
            assert unit.rstrip(")") in {"s", "min", "h", "days", "money", "% of the budget"}, name
        assert shown(figure)[0].get_ylabel() or name == "target"


def tight(axes: Axes) -> Bbox:
    """An axis with its labels."""
    box = axes.get_tightbbox()
    assert box is not None
    return box


def check_legends(figure: Figure) -> None:
    for legend in figure.legends:
        box = legend.get_window_extent()
        for axes in shown(figure):
            assert not box.overlaps(tight(axes)), "a legend hides a part of an axis"
    assert not any(axes.get_legend() for axes in figure.axes)


def check_texts(figure: Figure) -> None:
    """Titles and legends end within the figure."""
    width, height = figure.canvas.get_width_height()
    title = figure._suptitle.get_window_extent()  # type: ignore[attr-defined]
    boxes = [title, *(legend.get_window_extent() for legend in figure.legends)]
    boxes += [tight(axes) for axes in shown(figure)]
    for box in boxes:
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert box.y0 >= -1
        assert box.y1 <= height + 1
    for one, other in itertools.combinations(boxes, 2):
        assert not one.padded(-1).overlaps(other.padded(-1))


# ---- what tells curves apart ----------------------------------------------------------------------------


def test_no_two_methods_look_alike() -> None:
    methods = [f"M{number}" for number in range(16)]
    look = Look(methods, [1])
    styles = [look.of_method(method) for method in methods]
    assert len(set(styles)) == 16
    assert len({(style.colour, style.marker) for style in styles}) == 16
    assert len({style.colour for style in styles[:8]}) == 8


def test_no_two_numbers_of_workers_look_alike() -> None:
    workers = [1, 2, 4, 8, 16, 32]
    look = Look(["RS"], workers)
    assert len({look.of(Arm("RS", n), "both") for n in workers}) == 6
    assert len({look.of_workers(n).colour for n in workers}) == 6
    assert look.of(Arm("RS", 32), "both").line == "-"


def test_the_look_of_a_method_is_that_of_all_figures() -> None:
    look = Look(["RS", "BO", "RS"], [4, 2])
    assert look.methods == ["RS", "BO"]
    assert look.of(Arm("BO", 2), "both")._replace(line="-") == look.of(Arm("BO", 4), "method")


def test_panels_tell_apart_what_differs_in_them() -> None:
    by_method = [[Arm("RS", 2), Arm("RS", 4)], [Arm("BO", 2), Arm("BO", 4)]]
    by_workers = [[Arm("RS", 2), Arm("BO", 2)], [Arm("RS", 4), Arm("BO", 4)]]
    assert distinguished_by(by_method) == "workers"
    assert distinguished_by(by_workers) == "method"
    assert distinguished_by([[*by_method[0], *by_method[1]]]) == "both"
    assert distinguished_by([[Arm("RS", 2)]]) == "method"


def test_a_legend_has_a_row_of_methods_and_one_of_workers() -> None:
    (found,) = findings_of(CASES["usual"], GROUPS)
    figure = figures_of(found)["comparison-wall-clock"]
    (legend,) = figure.legends
    render(figure)
    heights: dict[int, list[str]] = {}
    for text in sorted(legend.get_texts(), key=lambda text: text.get_window_extent().x0):
        if text.get_text():
            heights.setdefault(round(text.get_window_extent().y0 / 4), []).append(text.get_text())
    assert [heights[key] for key in sorted(heights, reverse=True)] == [
        ["RS", "BO", "ASHA", "MOBSTER", "SyncHB", "SyncMOBSTER"],
        ["2 workers", "4 workers", "8 workers"],
    ]


# ---- curves ---------------------------------------------------------------------------------------------


def drawn(outcomes: list[Outcome], axis: Axis = "wallclock", mode: Mode = "min") -> Figure:
    arms = arms_of(outcomes, "table")
    curves = {arm: curve(group, axis) for arm, group in arms.items()}
    look = Look([arm.method for arm in arms], [arm.workers for arm in arms])
    figure = panels(curves, {"all": list(arms)}, look, axis, "loss", mode, "about")
    assert figure is not None
    return figure


def bands(axes: Axes) -> list[PolyCollection]:
    return [one for one in axes.collections if isinstance(one, PolyCollection)]


def test_curves_are_drawn_as_they_are() -> None:
    outcomes = made_up_study(("RS", "BO"), (2,), 3)
    (axes,) = drawn(outcomes).axes
    arms = arms_of(outcomes, "table")
    for line, group in zip(axes.lines, arms.values(), strict=True):
        expected = curve(group, "wallclock")
        assert np.allclose(line.get_xdata(), expected.amounts / 60.0)
        assert np.allclose(line.get_ydata(), expected.centre)
    assert len(bands(axes)) == 2


@pytest.mark.parametrize("arms", [CROWDED, CROWDED + 1])
def test_many_curves_have_intervals_at_the_end_instead_of_bands(arms: int) -> None:
    outcomes = made_up_study([f"M{number}" for number in range(arms)], (2,), 3)
    figure = drawn(outcomes)
    (axes,) = figure.axes
    if arms <= CROWDED:
        assert (len(bands(axes)), len(axes.lines)) == (arms, arms)
        assert figure.get_suptitle() == "about, with 90 % bootstrap bands"
        return
    assert not bands(axes)
    assert figure.get_suptitle() == "about, with 90 % bootstrap intervals at the end"
    intervals = [line for line in axes.lines if len(np.array(line.get_xdata())) == 2]
    assert len(intervals) == arms
    places = [float(np.array(line.get_xdata())[0]) for line in intervals]
    assert len(set(places)) == arms  # beside each other
    assert 20.0 < min(places) < max(places) < axes.get_xlim()[1]  # beyond the end, of 20 min, and visible
    last = [curve(group, "wallclock") for group in arms_of(outcomes, "table").values()]
    for line, one in zip(intervals, last, strict=True):
        assert np.allclose(line.get_ydata(), [one.low[-1], one.high[-1]])


@pytest.mark.parametrize(
    "case", ["usual", "decades", "accuracy", "negative", "equal", "zero", "huge", "tiny"]
)
def test_the_ends_of_all_curves_are_visible(case: str) -> None:
    (found,) = findings_of(CASES[case], GROUPS)
    figure = figures_of(found)["comparison-wall-clock"]
    low, high = figure.axes[0].get_ylim()
    assert low < high
    unit = float(figure.axes[0].get_ylabel().partition(" / ")[2].partition(" ")[0] or 1.0)
    for group in found.arms.values():
        end = curve(group, "wallclock")
        assert low <= end.low[-1] / unit <= end.high[-1] / unit <= high


def test_ends_over_decades_are_told_apart_on_a_logarithmic_axis() -> None:
    assert drawn(made_up_study(METHODS, (8,), 3, floor=1e-6, scale=1e6)).axes[0].get_yscale() == "log"
    assert drawn(made_up_study(("RS", "BO"), (2,), 3)).axes[0].get_yscale() == "linear"


def test_a_single_seed_has_no_bands() -> None:
    figure = drawn(made_up_study(("RS",), (2,), 1))
    assert not bands(figure.axes[0])
    assert figure.get_suptitle() == "about"


def test_arms_without_a_curve_are_told() -> None:
    outcomes = [
        made_up_outcome("RS", 2, 0, [(10.0, 5.0)], 20.0),
        made_up_outcome("RS", 2, 1, [(30.0, 5.0)], 40.0),
        made_up_outcome("BO", 2, 0, [(10.0, 5.0)], 20.0),
    ]
    text = drawn(outcomes).get_suptitle().replace("\n", " ")
    assert text == "about (no curve: a seed of RS with 2 workers ended before another one's first report)"


def test_a_method_whose_curves_are_far_beyond_the_others_is_told_and_not_in_the_legend() -> None:
    outcomes = [
        *made_up_study([f"M{number}" for number in range(FEW)], (2,), 1, floor=-1.0),
        made_up_outcome("Far", 2, 0, [(10.0, 1e6)], 1200.0),
    ]
    figure = drawn(outcomes)
    (legend,) = figure.legends
    labels = [text.get_text() for text in legend.get_texts() if text.get_text()]
    assert set(labels) == {f"M{number}" for number in range(FEW)}
    assert figure.get_suptitle().replace("\n", " ") == "about (beyond the axis: Far with 2 workers)"


def test_without_any_curve_there_is_no_figure() -> None:
    nothing = np.zeros(0)
    empty = Curve(nothing, nothing, nothing, nothing, seeds=2)
    arm = Arm("RS", 2)
    assert panels({arm: empty}, {"": [arm]}, Look(["RS"], [2]), "wallclock", "loss", "min", "about") is None


@pytest.mark.parametrize(
    ("axis", "largest", "expected"),
    [
        ("wallclock", 100.0, (1.0, "s")),
        ("wallclock", 1000.0, (60.0, "min")),
        ("worker_hours", 0.01, (1.0 / 3600.0, "s")),
        ("worker_hours", 1.0, (1.0 / 60.0, "min")),
        ("worker_hours", 10.0, (1.0, "h")),
        ("worker_hours", 1000.0, (24.0, "days")),
        ("money", 3.0, (1.0, "money")),
    ],
)
def test_units_fit_what_is_shown(axis: Axis, largest: float, expected: tuple[float, str]) -> None:
    length, unit = axis_unit(axis, largest)
    assert length == pytest.approx(expected[0])
    assert unit == expected[1]


def test_directions_are_told() -> None:
    assert drawn(CASES["equal"]).axes[0].get_ylabel() == "loss (smaller is better)"
    assert drawn(CASES["accuracy"], mode="max").axes[0].get_ylabel() == "loss (larger is better)"


# ---- ranks and targets ----------------------------------------------------------------------------------


def test_the_best_rank_is_on_top() -> None:
    found = ranks(CASES["usual"], 4)
    assert found is not None
    figure = ranks_figure([found], Look(found.methods, [4]))
    bottom, top = figure.axes[0].get_ylim()
    assert top < 1.0 < 6.0 < bottom


def test_ranks_have_a_legend_of_all_methods_in_any_panel() -> None:
    study = [*made_up_study(("A", "B"), (2,), 2), *made_up_study(("A", "C"), (4,), 2)]
    found = [one for n in (2, 4) if (one := ranks(study, n)) is not None]
    (legend,) = ranks_figure(found, Look("ABC", [2, 4])).legends
    assert [text.get_text() for text in legend.get_texts()] == ["A", "B", "C"]


def test_bars_tell_what_was_not_reached() -> None:
    outcomes = [
        made_up_outcome("A", 2, seed, [(60.0 * (seed + 1), 1.0 if seed < 2 else 9.0)], 600.0)
        for seed in range(3)
    ] + [made_up_outcome("B", 2, 0, [(60.0, 9.0)], 600.0)]
    found = reaches(arms_of(outcomes, "table"), 1.0)
    figure = reach_figure(found, Look("AB", [2]), "loss 1", price=False)
    left, _ = figure.axes
    assert [text.get_text() for text in left.texts] == ["120 s, reached by 2 of 3 seeds", "not reached"]
    assert [text.get_text() for text in left.get_yticklabels()] == ["A, 2 workers", "B, 2 workers"]
    assert len(left.patches) == 1


def test_bars_have_units_and_say_who_reached_the_target() -> None:
    outcomes = [
        made_up_outcome("A", 2, seed, [(60.0, 1.0 if seed < 1 else 9.0)], 600.0) for seed in range(2)
    ] + [made_up_outcome("B", 4, 0, [(450.0, 1.0)], 600.0)]
    found = reaches(arms_of(outcomes, "table"), 1.0)
    left, right = reach_figure(found, Look("AB", [2, 4]), "loss 1", price=False).axes
    assert [text.get_text() for text in left.texts] == ["reached by 1 of 2 seeds", "7.5 min"]
    assert [text.get_text() for text in right.texts] == ["reached by 1 of 2 seeds", "30 min"]


@pytest.mark.parametrize("seeds", [1, 3])
def test_ranks_are_steps_with_bands_of_several_cases(seeds: int) -> None:
    found = ranks(made_up_study(("A", "B"), (2,), seeds), 2)
    assert found is not None
    figure = ranks_figure([found], Look("AB", [2]))
    (axes,) = figure.axes
    assert {line.get_drawstyle() for line in axes.lines} == {"steps-post"}
    assert len(bands(axes)) == (2 if seeds > 1 else 0)
    for band in bands(axes):  # each of their edges is upright or level
        (path,) = band.get_paths()
        edges = np.diff(np.asarray(path.vertices)[:-1], axis=0)
        assert np.all((edges[:, 0] == 0.0) | (edges[:, 1] == 0.0))
    assert ("bands" in figure.get_suptitle()) == (seeds > 1)


# ---- learning curves ------------------------------------------------------------------------------------


def recording(name: str, values: list[float], mode: Mode = "min") -> Recording:
    told = Recording(name, mode=mode)
    for value in values:
        trial = told.start()
        told.report(trial, value + 1.0, value)
        told.stop(trial)
    told.finish()
    return told


@pytest.mark.parametrize("number", [1, 2, 3, 4, 7])
def test_experiments_stand_side_by_side_on_one_axis(number: int) -> None:
    records = {f"{LONG} {k}": recording(f"e{k}", [5.0 + k, 4.0, 3.0 + k]).write() for k in range(number)}
    figure = curves_figure(records, "table: learning curves")
    render(figure)
    check_legends(figure)
    check_texts(figure)
    assert len(shown(figure)) == number
    assert len({axes.get_ylim() for axes in shown(figure)}) == 1
    assert len({axes.get_xlim() for axes in shown(figure)}) == 1
    (legend,) = figure.legends
    labels = [text.get_text() for text in legend.get_texts() if text.get_text()]
    assert len(set(labels)) == len(labels)
    assert {"the best trial", "the best value", "other trials", "stopped"} <= set(labels)
    assert shown(figure)[0].get_title().splitlines()[-1] == "3 trials, best 3"


def test_all_that_became_of_trials_is_in_the_legend_once() -> None:
    far = recording("far", [3.0, 1e9, 4.0] + [5.0] * FEW).write()
    figure = curves_figure({"one": typical().write(), "two": far}, "about")
    (legend,) = figure.legends
    assert sorted(text.get_text() for text in legend.get_texts() if text.get_text()) == [
        "completed", "other trials", "paused", "stopped", "the best trial", "the best value",
        "trials beyond the axis",
    ]  # fmt: skip


def test_nothing_reported_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        curves_figure({"empty": Recording("empty").write()}, "about")
