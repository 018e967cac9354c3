"""Figures of one experiment: the best value over time, and the learning curves. Needs the extra `plots`."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

try:
    from matplotlib.collections import LineCollection
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator
except ImportError:
    raise ImportError("Figures need matplotlib: pip install 'tunewise[plots]'.") from None

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from tunewise.engine.state import State
from tunewise.plots.axes import (
    Drawing,
    Range,
    finish,
    literal,
    metric_label,
    metric_range,
    show_metric,
    time_unit,
    title,
)
from tunewise.problem import Problem
from tunewise.trial import Best, Status, Trial

# M. Okabe and K. Ito: Color Universal Design, 2008: distinct with any kind of colour vision
BEST = "#D55E00"
CURVE = "#0072B2"
FAINT = "#8A8A8A"
FAILED = "#000000"

ENDS = {
    Status.PAUSED: "paused",
    Status.SUSPENDED: "paused",
    Status.STOPPED: "stopped",
    Status.COMPLETED: "completed",
    Status.FAILED: "failed",
}
MARKERS = {"paused": "o", "stopped": "x", "completed": "s", "failed": "D"}
MANY = 60  # trials, from which marks are small

Point = tuple[float, float]


class Segment(NamedTuple):
    """What one job of a trial reported, and how it ended: a key of `MARKERS`, or "" while it runs."""

    points: list[Point]
    end: str


Curve = list[Segment]
"""A trial's segments, job by job."""


def figure(state: State, about: str) -> Figure:
    """Both figures side by side. about: the title. Raises ValueError if nothing has been reported."""
    drawing = Drawing(figsize=(13.0, 5.6), dpi=120, layout="constrained")
    left, right = drawing.subplots(1, 2)
    best_over_time(state, left)
    learning_curves(state, right)
    title(drawing, about)
    return drawing


def best_over_time(state: State, axis: Axes) -> None:
    """Draws the best metric so far over the experiment's time, with all reports faint behind it."""
    trials, problem = state.trials, state.trials.problem
    value = _best(state).value
    reports = [trials.report(position) for position in range(trials.num_reports)]
    length, unit = time_unit(state.now)
    times = [trial.times[index] / length for trial, index in reports]
    shown = _show_metric(state, axis)
    values = [trial.values[index] / shown.unit for trial, index in reports]
    size, opacity = (4.0, 0.5) if len(values) < 500 else (2.5, 0.3)
    (points,) = axis.plot(
        times,
        values,
        "o",
        color=FAINT,
        markersize=size,
        alpha=opacity,
        markeredgewidth=0,
        zorder=3.0,  # above the line, so that those on it are visible
        label="reports",
    )
    end = max(state.now / length, times[-1])
    steps = list(accumulate(values, min if problem.mode == "min" else max))
    (best,) = axis.step(
        [*times, end], [*steps, steps[-1]], where="post", color=BEST, linewidth=2.2, label="best so far"
    )
    outside = [time for time, value in zip(times, values, strict=True) if not shown.holds(value)]
    axis.set_xlim(0.0, end * 1.02)
    finish(axis, f"time ({unit})")
    axis.set_title(f"Best so far: {value:.5g}", fontsize=11, pad=10.0)
    _legend(axis, [best, points, *_draw_outside(axis, outside, problem, "report")])


def learning_curves(state: State, axis: Axes) -> None:
    """Draws each trial's metric over the resource, the best trial on top, with pauses, stops and failures.

    A dotted line leads over each pause. Where no trial has reported more than once there are no curves, and
    the trials stand side by side.
    """
    handles = draw_curves(state, axis)
    side_by_side = all(len(trial.levels) <= 1 for trial in state.trials)
    title = "Trials" if side_by_side else "Learning curves"
    axis.set_title(title + _failed_unseen(state), fontsize=11, pad=10.0)
    _legend(axis, handles)


def draw_curves(state: State, axis: Axes, shown: Range | None = None) -> list[Artist]:
    """The same without a title and a legend; returns the handles for a legend.

    shown: the range of the metric, by default of all reports of this experiment that aren't outliers.
    """
    best, problem = _best(state), state.trials.problem
    trials = [trial for trial in state.trials if trial.levels]
    side_by_side = all(len(trial.levels) == 1 for trial in trials)
    shown = _show_metric(state, axis, shown)
    curves = {trial.id: segments(trial, side_by_side, shown.unit) for trial in trials}
    outside = [x for curve in curves.values() if (x := _first_outside(curve, shown)) is not None]
    best_curve = [curves.pop(best.trial_id)]
    others = list(curves.values())
    handles = _draw_lines(axis, best_curve, BEST, 2.4, 1.0, f"trial {best.trial_id}, the best")
    handles.append(_draw_star(axis, best.trial_id if side_by_side else best.level, best.value, shown))
    if others:
        handles += _draw_lines(axis, others, CURVE, 1.2, _opacity(others), "other trials")
    size = 6.5 if len(trials) <= MANY else 3.5
    for end in MARKERS:
        on_others = _draw_marks(axis, end, others, CURVE, size)
        on_best = _draw_marks(axis, end, best_curve, BEST, 6.0)
        handles += on_others or on_best
    handles += _draw_outside(axis, outside, problem, "trial")
    axis.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    finish(axis, "trial" if side_by_side else literal(problem.level_name))
    return handles


def segments(trial: Trial, side_by_side: bool = False, unit: float = 1.0) -> list[Segment]:
    """A trial's curve, job by job; jobs without a usable report are left out.

    side_by_side: put it at the trial's number, and not at the levels. unit: of the values.
    """
    levels = [float(trial.id if side_by_side else level) for level in trial.levels]
    points = [(level, value / unit) for level, value in zip(levels, trial.values, strict=True)]
    starts = [job.first_report for job in trial.jobs]
    jobs = [points[start:end] for start, end in zip(starts, [*starts[1:], len(points)], strict=True)]
    reported = [job for job in jobs if job]
    ends = ["paused"] * (len(reported) - 1) + [ENDS.get(trial.status, "")]
    return [Segment(job, end) for job, end in zip(reported, ends, strict=True)]


def _draw_lines(
    axis: Axes, curves: Sequence[Curve], color: str, width: float, opacity: float, label: str
) -> list[Artist]:
    """Draws each job's part of the curves, and a dotted line over each pause.

    Returns a handle for the legend, if it drew anything but the marks of ends.
    """
    order = 3.0 if color == BEST else 2.0
    jobs = [segment.points for curve in curves for segment in curve if len(segment.points) > 1]
    pauses = [[one.points[-1], two.points[0]] for curve in curves for one, two in pairwise(curve)]
    for lines, style in ((jobs, "-"), (pauses, ":")):
        axis.add_collection(
            LineCollection(
                lines, colors=color, linewidths=width, linestyles=style, alpha=opacity, zorder=order
            )
        )
    # a line of one point is invisible; where a job has ended, its mark is there
    alone = [one.points[0] for curve in curves for one in curve if len(one.points) == 1 and not one.end]
    axis.plot([x for x, _ in alone], [y for _, y in alone], ".", color=color, alpha=opacity, zorder=order)
    axis.autoscale_view(scaley=False)
    drawn = [style for what, style in ((jobs, "-"), (pauses, ":"), (alone, ".")) if what]
    return [*axis.plot([], [], drawn[0], color=color, linewidth=width, label=label)] if drawn else []


def _opacity(curves: Sequence[Curve]) -> float:
    """The more lines there are, the fainter each of them."""
    lines = sum(1 for curve in curves if len(curve) > 1 or len(curve[0].points) > 1)
    return max(0.2, min(0.8, 12.0 / max(lines, 1)))


def _draw_star(axis: Axes, x: float, value: float, shown: Range) -> Artist:
    """Marks the best value of all; often the mark of its trial's end is inside the star."""
    (star,) = axis.plot(
        x,
        value / shown.unit,
        "*",
        color=BEST,
        markerfacecolor="white",
        markeredgewidth=1.6,
        markersize=20.0,
        zorder=4.5,
        label=f"best: {value:.5g}",
    )
    return star


def _draw_marks(axis: Axes, end: str, curves: Sequence[Curve], color: str, size: float) -> list[Artist]:
    """Marks where jobs ended in this way; returns the marks if there are any."""
    points = [segment.points[-1] for curve in curves for segment in curve if segment.end == end]
    if not points:
        return []
    face = {"paused": "white", "failed": FAILED}.get(end, color)
    (marks,) = axis.plot(
        [x for x, _ in points],
        [y for _, y in points],
        MARKERS[end],
        color=FAILED if end == "failed" else color,
        markerfacecolor=face,
        markersize=size,
        zorder=5.0 if color == BEST else 4.0,
        label=end,
    )
    return [marks]


def _failed_unseen(state: State) -> str:
    """How many trials failed before they reported anything, and so are invisible."""
    failed = state.trials.having(Status.FAILED).values()
    unseen = sum(1 for trial in failed if not trial.levels)
    return f" ({unseen} failed before any report)" if unseen else ""


def _best(state: State) -> Best:
    if state.trials.best is None:
        raise ValueError(f"No trial has reported {state.trials.problem.metric!r}: there is nothing to draw.")
    return state.trials.best


# ---- axes ------------------------------------------------------------------------------------------------


def _show_metric(state: State, axis: Axes, shown: Range | None = None) -> Range:
    """Sets up the axis of the metric, by default for all reports."""
    problem = state.trials.problem
    if shown is None:
        curves = [trial.values for trial in state.trials if trial.values]
        shown = metric_range(curves, problem.mode == "min")
    show_metric(axis, shown)
    axis.set_ylabel(metric_label(problem.metric, problem.mode, shown.unit))
    return shown


def _first_outside(curve: Curve, shown: Range) -> float | None:
    """Where a curve leaves the range that is shown, if it does."""
    points = (point for segment in curve for point in segment.points)
    return next((x for x, value in points if not shown.holds(value)), None)


def _draw_outside(axis: Axes, places: Sequence[float], problem: Problem, what: str) -> list[Artist]:
    """Marks at the end of the axis the values beyond it, which are always on the worse side."""
    if not places:
        return []
    above = problem.mode == "min"
    (marks,) = axis.plot(
        places,
        [1.0 if above else 0.0] * len(places),
        "^" if above else "v",
        transform=axis.get_xaxis_transform(),
        clip_on=False,
        color=FAINT,
        markersize=7.0,
        zorder=6.0,
        label=f"{len(places)} {what}{'s' * (len(places) > 1)} beyond the axis",
    )
    return [marks]


def _legend(axis: Axes, handles: Sequence[Artist]) -> None:
    """A legend below the axis, where it hides nothing."""
    axis.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.13),
        ncols=3 if len(handles) <= 6 else 4,
        frameon=False,
        fontsize=9,
    )
