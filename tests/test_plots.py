"""The figures of one experiment."""

import io
import math
import random
import subprocess
import sys
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from tests.helpers.recordings import Recording, typical

from tunewise.plots import BEST, best_over_time, figure, learning_curves, segments
from tunewise.plots.axes import FEW, Drawing, metric_range
from tunewise.problem import Mode
from tunewise.trial import FailureKind

# ---- the range of an axis -------------------------------------------------------------------------------

CURVES = [[10.0, 7.0, 5.5, 5.0], [11.0, 8.0, 6.0], [10.5]]
MANY = CURVES * 7


def test_all_values_are_shown_without_outliers() -> None:
    shown = metric_range(CURVES, minimise=True)
    assert (shown.low, shown.high) == pytest.approx((4.7, 11.3))
    assert (shown.log, shown.unit) == (False, 1.0)


@pytest.mark.parametrize("astray", [1e6, 1e300])
def test_an_outlier_does_not_flatten_the_others(astray: float) -> None:
    shown = metric_range([*MANY, [10.2, astray, astray]], minimise=True)
    assert shown == metric_range(MANY, minimise=True)
    assert not shown.holds(astray)


def test_outliers_are_below_if_larger_is_better() -> None:
    shown = metric_range([*[[0.1, 0.9], [0.2, 0.8]] * 10, [0.3, -1e6]], minimise=False)
    assert 0.0 < shown.low < 0.1
    assert shown.holds(0.9)


FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.lists(FINITE, min_size=1, max_size=3), min_size=1, max_size=FEW + 5), st.booleans())
def test_any_values_have_an_axis_and_few_curves_are_not_cut_off(
    curves: list[list[float]], minimise: bool
) -> None:
    shown = metric_range(curves, minimise)
    assert -sys.float_info.max <= shown.low < shown.high <= sys.float_info.max
    assert not shown.log or shown.low > 0
    drawn = [value / shown.unit for curve in curves for value in curve]
    assert all(map(math.isfinite, drawn))
    assert shown.holds((min if minimise else max)(drawn))
    assert len(curves) >= FEW or all(map(shown.holds, drawn))


def test_the_best_is_always_shown() -> None:
    assert metric_range([*MANY, [-50.0]], minimise=True).holds(-50.0)


def test_values_over_decades_get_a_logarithmic_scale() -> None:
    shown = metric_range([[1e4, 300.0, 150.0, 120.0, 110.0, 105.0]] * 3, minimise=True)
    assert shown.log
    assert shown.holds(1e4)
    assert shown.holds(105.0)
    assert shown.low > 0


def test_an_accuracy_keeps_a_linear_scale() -> None:
    curves = [[0.01, 0.4, 0.7, 0.85, 0.9]] * 3
    assert not metric_range(curves, minimise=False).log


@pytest.mark.parametrize("value", [0.0, 5.0, -5.0, 1e-12])
def test_equal_values_have_room_around_them(value: float) -> None:
    shown = metric_range([[value], [value, value]], minimise=True)
    assert shown.low < value < shown.high


# ---- segments -------------------------------------------------------------------------------------------


def test_a_curve_is_cut_at_its_pauses() -> None:
    trials = typical().state().trials
    first, second = segments(trials[1])
    assert first == ([(1.0, 7.0)], "paused")
    assert second.points == list(zip(range(2, 10), [6.0, 5.5, 5.0, 4.8, 4.5, 4.2, 4.1, 4.0], strict=True))
    assert second.end == "completed"


def test_a_job_without_a_report_leaves_no_segment() -> None:
    recording = Recording()
    trial = recording.start()
    recording.report(trial, 5.0)
    recording.pause(trial)
    recording.resume(trial)
    recording.end(trial, FailureKind.ERROR, "exit code 1")
    assert segments(recording.state().trials[trial]) == [([(1.0, 5.0)], "failed")]


# ---- what is drawn --------------------------------------------------------------------------------------


def axis() -> Axes:
    return Figure().subplots()


def dashes(lines: LineCollection) -> object:
    """The lengths of dashes and gaps; None for solid lines."""
    styles: Any = lines.get_linestyle()  # matplotlib types it as that of a single line
    return styles[0][1]


def labels(drawn: Axes) -> list[str]:
    legend = drawn.get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


def data(drawn: Line2D, axis: Literal["x", "y"]) -> list[float]:
    """The coordinates of a line."""
    coordinates: list[float] = np.asarray(drawn.get_xdata() if axis == "x" else drawn.get_ydata()).tolist()
    return coordinates


def line(drawn: Axes, label: str) -> Line2D:
    (found,) = (line for line in drawn.get_lines() if line.get_label() == label)
    return found


def many(trials: int, mode: Mode = "min", seed: int = 0) -> Recording:
    """Trials of all fates, one of them gone astray."""
    rng = random.Random(seed)
    recording = Recording(mode=mode)
    for number in range(trials):
        trial = recording.start()
        recording.report(trial, *(5.0 + rng.random() + 5.0 / level for level in (1, 2, 3)))
        fate = number % 5
        if fate == 0:
            recording.pause(trial)
            recording.resume(trial)
            recording.report(trial, 5.5)
        elif fate == 1:
            recording.stop(trial)
        elif fate == 2:
            recording.report(trial, 1e6 if mode == "min" else -1e6)
            recording.end(trial)
        elif fate == 3:
            recording.end(trial, FailureKind.ERROR, "exit code 1")
    return recording


def test_the_best_so_far_is_a_step_line_over_the_time() -> None:
    record = typical().write()
    drawn = axis()
    best_over_time(record.state, drawn)
    steps = line(drawn, "best so far")
    assert steps.get_drawstyle() == "steps-post"
    times, values = np.asarray(steps.get_xdata()), np.asarray(steps.get_ydata())
    assert list(values) == [8.0, 7.0, 6.0, 5.5, 5.0, 4.8, 4.5, 4.2, 4.1, 4.0, 4.0]
    assert times[0] == pytest.approx(30.0 / 60.0)
    assert times[-1] == pytest.approx(record.state.now / 60.0)
    assert drawn.get_xlabel() == "time (min)"
    assert drawn.get_ylabel() == "val_loss (smaller is better)"
    assert labels(drawn) == ["best so far", "reports"]


@pytest.mark.parametrize(("seconds", "unit"), [(100.0, "s"), (3000.0, "min"), (9000.0, "h"), (1e6, "days")])
def test_time_has_a_sensible_unit(seconds: float, unit: str) -> None:
    recording = Recording()
    trial = recording.start()
    recording.time = seconds
    recording.report(trial, 5.0)
    drawn = axis()
    best_over_time(recording.write().state, drawn)
    assert drawn.get_xlabel() == f"time ({unit})"


def test_learning_curves_show_each_ending() -> None:
    record = typical().write()
    drawn = axis()
    learning_curves(record.state, drawn)
    assert labels(drawn) == ["trial 1, the best", "best: 4", "paused", "completed"]
    assert drawn.get_title() == "Learning curves (2 failed before any report)"
    assert drawn.get_xlabel() == "epoch"
    star = line(drawn, "best: 4")
    assert (data(star, "x"), data(star, "y")) == ([9], [4.0])
    dotted = [
        collection
        for collection in drawn.collections
        if isinstance(collection, LineCollection) and dashes(collection) is not None
    ]
    assert [np.asarray(path.vertices).tolist() for path in dotted[0].get_paths()] == [
        [[1.0, 7.0], [2.0, 6.0]]
    ]


def test_pauses_stops_and_failures_have_their_own_marks() -> None:
    record = many(10).write()
    drawn = axis()
    learning_curves(record.state, drawn)
    marks = {end: line(drawn, end) for end in ("stopped", "completed", "failed")}
    assert {mark.get_marker() for mark in marks.values()} == {"x", "s", "D"}
    assert [len(data(mark, "x")) for mark in marks.values()] == [2, 2, 2]
    paused = [found for found in drawn.get_lines() if found.get_label() == "paused"]
    assert all(found.get_markerfacecolor() == "white" for found in paused)
    assert any(found.get_color() == BEST for found in drawn.get_lines())


@pytest.mark.parametrize("mode", ["min", "max"])
def test_values_outside_the_range_are_marked_at_the_edge(mode: Mode) -> None:
    record = many(20, mode).write()
    for draw, what in ((learning_curves, "4 trials"), (best_over_time, "4 reports")):
        drawn = axis()
        draw(record.state, drawn)
        low, high = drawn.get_ylim()
        assert 4.0 < low < high < 13.0
        mark = line(drawn, f"{what} beyond the axis")
        assert mark.get_marker() == ("^" if mode == "min" else "v")
        assert data(mark, "y") == [1.0 if mode == "min" else 0.0] * 4


@pytest.mark.parametrize("mode", ["min", "max"])
def test_below_20_trials_nothing_is_cut_off(mode: Mode) -> None:
    record = many(19, mode).write()
    values = [value for trial in record.state.trials for value in trial.values]
    for draw in (learning_curves, best_over_time):
        drawn = axis()
        draw(record.state, drawn)
        low, high = drawn.get_ylim()
        assert low < min(values) < max(values) < high
        assert not any("beyond" in label for label in labels(drawn))


def test_the_legend_of_a_single_report_shows_what_is_drawn() -> None:
    recording = Recording()
    trial = recording.start()
    recording.report(trial, 5.0)
    recording.end(trial)
    drawn = axis()
    learning_curves(recording.write().state, drawn)
    assert labels(drawn) == ["best: 5", "completed"]  # no line, and no other trial
    assert line(drawn, "best: 5").get_zorder() < line(drawn, "completed").get_zorder()


def test_pauses_without_a_line_are_dotted_in_the_legend() -> None:
    recording = Recording()
    trial = recording.start()
    recording.report(trial, 5.0)
    recording.pause(trial)
    recording.resume(trial)
    recording.report(trial, 4.0)  # and it still runs
    drawn = axis()
    learning_curves(recording.write().state, drawn)
    assert line(drawn, "trial 0, the best").get_linestyle() == ":"
    dots = [found for found in drawn.get_lines() if found.get_marker() == "." and len(data(found, "x"))]
    assert [data(found, "y") for found in dots] == [[4.0]]  # the mark of a pause is no dot


def test_reports_on_the_line_are_not_hidden_by_it() -> None:
    drawn = axis()
    best_over_time(typical().write().state, drawn)
    assert line(drawn, "reports").get_zorder() > line(drawn, "best so far").get_zorder()


NAMES = ["$", "a $x_1$ b", "$\\frac$", "a_b^c", "\\alpha {", "потеря", "val_loss_" * 30]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", NAMES)
def test_names_are_drawn_literally(name: str) -> None:
    record = typical(metric=name).write()
    drawing = record.plot()
    drawing.savefig(io.BytesIO())  # its canvas alone would draw nothing
    text, mathematics = drawing.axes[0].yaxis.label._preprocess_math(drawing.axes[0].get_ylabel())  # type: ignore[attr-defined]
    assert not mathematics
    assert text.startswith(name[:30])
    box = drawing.axes[0].yaxis.label.get_window_extent()
    assert 0.0 <= box.y0 < box.y1 <= drawing.bbox.y1


EXTREMES = {
    "huge": (1e308, 1.7e308, 1.1e308),
    "below": (-1e308, -1.79e308),
    "both": (1.79e308, -1.79e308, 3.0),
    "tiny": (1e-300, 3e-300),
    "least": (5e-324, 1e-323),
    "decades": (1e308, 1e-300, 1e-305, 1e-306, 1e-307),
    "zero": (0.0, 0.0),
    "zero and tiny": (0.0, 1e-300),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("values", EXTREMES.values(), ids=list(EXTREMES))
@pytest.mark.parametrize("mode", ["min", "max"])
def test_extreme_values_are_drawn(values: tuple[float, ...], mode: Mode) -> None:
    recording = Recording(mode=mode)
    trial = recording.start()
    recording.report(trial, *values)
    recording.end(trial)
    drawing = recording.write().plot()
    drawing.savefig(io.BytesIO())  # its canvas alone would draw nothing
    left, right = drawing.axes
    low, high = left.get_ylim()
    assert right.get_ylim() == (low, high)
    points = [float(y) for y in np.asarray(line(left, "reports").get_ydata())]
    assert low < min(points) <= max(points) < high
    heights = {round(left.transData.transform((1.0, y))[1]) for y in points}
    assert len(heights) == len(set(values))


def test_single_reports_stand_side_by_side() -> None:
    recording = Recording(resource=None)
    for value in (5.0, 4.0, 6.0):
        trial = recording.start()
        recording.report(trial, value)
        recording.end(trial)
    drawn = axis()
    learning_curves(recording.write().state, drawn)
    assert drawn.get_xlabel() == "trial"
    assert drawn.get_title() == "Trials"
    marks = [mark for mark in drawn.get_lines() if mark.get_label() == "completed"]
    assert [data(mark, "x") for mark in marks] == [[0.0, 2.0], [1.0]]


@pytest.mark.parametrize("trials", [1, 5, 50, 1000])
@pytest.mark.parametrize("mode", ["min", "max"])
def test_a_figure_of_any_number_of_trials(trials: int, mode: Mode) -> None:
    record = many(trials, mode).write()
    drawing = record.plot()
    drawing.savefig(io.BytesIO())  # its canvas alone would draw nothing
    assert len(drawing.axes) == 2
    for drawn in drawing.axes:
        legend = drawn.get_legend()
        assert legend is not None
        plotted = drawn.get_window_extent()
        assert legend.get_window_extent().y1 < plotted.y0  # below the curves: it hides none
    assert "lm: asha" in drawing.get_suptitle()


def test_without_reports_there_is_no_figure() -> None:
    state = Recording().state()
    with pytest.raises(ValueError, match="there is nothing to draw"):
        figure(state, "nothing")


@pytest.mark.slow
def test_without_matplotlib_a_sentence_says_what_to_install() -> None:
    program = "import sys; sys.modules['matplotlib'] = None; import tunewise.plots"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith(
        "ImportError: Figures need matplotlib: pip install 'tunewise[plots]'."
    )


def test_a_notebook_shows_a_figure_without_pyplot() -> None:
    drawn = figure(typical().state(), "lm")
    assert isinstance(drawn, Drawing)
    assert drawn._repr_png_().startswith(b"\x89PNG")
