"""Figures of what the hyperparameters do."""

import io
import math
from collections.abc import Mapping
from typing import get_args

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from tests.helpers.learned import EPOCHS, entries_of, state_of, write
from tests.helpers.recordings import Recording, typical

from tunewise import Problem, load_experiment, space
from tunewise.models.importance import importance_of
from tunewise.plots.hyperparameters import KINDS, figure_of, smoothed, ticks
from tunewise.results import Drawn
from tunewise.space import Value

STATE = state_of(entries_of(60, rung=3, failed=4))


@pytest.mark.filterwarnings("error")
def test_all_kinds_can_be_drawn() -> None:
    write("lm", entries_of(40))
    record = load_experiment("lm")
    for kind in get_args(Drawn):
        drawing = record.plot(kind=kind)
        drawing.savefig(io.BytesIO())
        assert drawing.axes
    assert {*KINDS, "progress"} == {*get_args(Drawn)}


def test_bars_are_the_shares_and_hollow_where_they_may_be_chance() -> None:
    found = importance_of(STATE.trials).findings
    (axis,) = figure_of("importance", STATE, "lm").axes
    bars = [each for each in axis.patches if isinstance(each, Rectangle)]
    assert [label.get_text() for label in reversed(axis.get_yticklabels())] == [each.name for each in found]
    assert [bar.get_width() for bar in reversed(bars)] == pytest.approx([100 * each.share for each in found])
    hollow = [bar.get_facecolor() == (1.0, 1.0, 1.0, 1.0) for bar in reversed(bars)]
    assert hollow == [not each.matters for each in found]
    assert [text.get_text() for text in axis.texts] == ["missing in all of the best"]


def test_slices_have_a_panel_for_each_hyperparameter_the_most_important_first() -> None:
    axes = figure_of("slices", STATE, "lm").axes
    assert [axis.get_xlabel() for axis in axes] == [
        "lr, logarithmic",
        "dropout",
        "optimizer",
        "layers",
        "momentum",
    ]
    points = [next(each for each in axis.collections if isinstance(each, PathCollection)) for axis in axes]
    beyond = [
        sum(len(np.asarray(line.get_xdata())) for line in axis.get_lines() if line.get_marker() == "^")
        for axis in axes
    ]
    having = sum("momentum" in trial.config for trial in STATE.trials if trial.values)
    drawn = [len(np.asarray(each.get_offsets())) + far for each, far in zip(points, beyond, strict=True)]
    assert drawn == [56, 56, 56, 56, having]
    assert beyond == [2, 2, 2, 2, 2]
    assert [bool(axis.patches) for axis in axes] == [True, True, False, True, False]  # the shaded regions


def test_contours_are_of_pairs_of_the_ordered() -> None:
    axes = figure_of("contour", STATE, "lm").axes[:-1]  # the last one is the scale of colours
    assert [(axis.get_xlabel(), axis.get_ylabel()) for axis in axes] == [
        ("lr, logarithmic", "dropout"),
        ("lr, logarithmic", "layers"),
        ("dropout", "layers"),
    ]


def test_a_surface_is_the_mean_nearby_and_blank_where_nothing_is() -> None:
    surface = smoothed(np.array([0.1, 0.9]), np.array([0.1, 0.9]), np.array([1.0, 3.0]))
    size = len(surface)
    assert surface[size // 10, size // 10] == pytest.approx(1.0)
    assert surface[-size // 10, -size // 10] == pytest.approx(3.0)
    assert np.isnan(surface[size // 2, size // 2])
    assert np.isnan(surface[size // 10, -size // 10])


def test_parallel_coordinates_have_a_line_for_each_trial_and_a_place_for_what_is_missing() -> None:
    (axis,) = figure_of("parallel", STATE, "lm").axes
    lines, best = (each for each in axis.collections if isinstance(each, LineCollection))
    assert (len(lines.get_paths()), len(best.get_paths())) == (56, 1)
    ends = np.asarray(best.get_paths()[0].vertices)
    assert ends[-1].tolist() == [5.0, 0.0]
    assert ends[4][1] < 0.0  # momentum, which the best lacks
    assert "missing" in [text.get_text() for text in axis.texts]


@pytest.mark.parametrize("mode", ["min", "max"])
def test_the_darker_the_better(mode) -> None:
    recording = Recording(mode=mode)
    for value in (1.0, 5.0, 9.0):
        trial = recording.start()
        recording.report(trial, value)
        recording.end(trial)
    (axis,) = figure_of("parallel", recording.state(), "lm").axes
    lines = axis.collections[0]
    assert isinstance(lines, LineCollection)
    values = np.asarray(lines.get_array())
    shade = dict(zip(values.tolist(), lines.to_rgba(values).sum(axis=1).tolist(), strict=True))
    assert (shade[1.0] < shade[5.0] < shade[9.0]) == (mode == "min")


def test_the_distribution_rises_to_all_trials() -> None:
    (axis,) = figure_of("distribution", STATE, "lm").axes
    legend = axis.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["all trials (56)", "trained to the end (18)"]
    for line in axis.get_lines():
        y = np.asarray(line.get_ydata())
        assert (np.diff(y) > 0).all()
        assert y[-1] == pytest.approx(100.0)


def test_few_trials_can_be_drawn_but_not_weighed() -> None:
    state = typical().state()
    for kind in ("slices", "contour", "parallel", "distribution"):
        figure_of(kind, state, "lm").savefig(io.BytesIO())
    with pytest.raises(ValueError, match="too early to tell what matters"):
        figure_of("importance", state, "lm")
    with pytest.raises(ValueError, match="No trial has reported 'val_loss'"):
        figure_of("slices", Recording().state(), "lm")


def test_choices_alone_have_no_contours() -> None:
    problem = Problem(
        {"a": space.choice([1, 2]), "b": space.uniform(0, 1)}, "val_loss", resource_attr="epoch"
    )
    state = state_of(entries_of(3, problem, lambda config, epoch: 1.0), problem)
    with pytest.raises(ValueError, match="draw slices instead"):
        figure_of("contour", state, "x")


def test_contours_leave_out_what_no_trial_has_together() -> None:
    layers = space.uniform(0, 1).when("kind", "mlp"), space.uniform(0, 1).when("kind", "cnn")
    tuned = dict(zip(("kind", "width", "channels"), (space.choice(["mlp", "cnn"]), *layers), strict=True))
    problem = Problem({**tuned, "lr": space.uniform(0, 1)}, "val_loss", resource_attr="epoch")
    state = state_of(entries_of(9, problem, lambda config, epoch: 1.0), problem)
    assert len(figure_of("contour", state, "x").axes) == 2 + 1  # and the scale of colours


def test_a_logarithmic_scale_within_two_powers_of_ten_has_ticks_of_1_2_and_5() -> None:
    assert [text for _, text in ticks(space.lograndint(16, 256))] == ["20", "50", "100", "200"]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("scale", [1e308, 1e-300, 0.0])
def test_extreme_values_and_names_are_drawn(scale: float) -> None:
    domains = {
        "$x_1$ \\frac": space.uniform(-1e300, 1e300),
        "n": space.lograndint(1, 10**12),
        "name" * 20: space.choice(["$a_1$", "long " * 30, "потеря"]),
        "o": space.ordinal([1, 2, 4, 1024], "nn-log"),
    }
    names = {f"x{place}": domain for place, domain in enumerate(domains.values())}
    problem = Problem(names, metric="$m$_1", mode="min", resource_attr="epoch", max_resource=EPOCHS)

    def metric(config: Mapping[str, Value], epoch: int) -> float:
        return scale * (0.1 + 0.8 / epoch)

    state = state_of(entries_of(25, problem, metric), problem)
    for kind in KINDS:
        drawing: Figure = figure_of(kind, state, "$lm$")
        drawing.savefig(io.BytesIO())


@pytest.mark.parametrize(
    ("domain", "texts"),
    [
        (space.loguniform(1e-5, 1.0), ["1e-05", "0.001", "0.1"]),
        (space.loguniform(0.2, 0.9), ["0.3", "0.45", "0.6", "0.75"]),
        (space.uniform(0.0, 1.0), ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (space.randint(1, 3), ["1", "2", "3"]),
        (space.lograndint(1, 1000), ["1", "10", "100", "1000"]),
        (space.choice(["a", "b"]), ["a", "b"]),
        (space.finrange(0.0, 1.0, 3), ["0", "0.5", "1"]),
    ],
)
def test_scales_name_round_values(domain, texts) -> None:
    marks = ticks(domain)
    assert [text for _, text in marks] == texts
    places = [at for at, _ in marks]
    assert places == sorted(places)
    assert all(0.0 <= at <= 1.0 and math.isfinite(at) for at in places)


def test_a_space_of_many_shows_the_most_important() -> None:
    problem = Problem(
        {f"x{i}": space.uniform(0, 1) for i in range(20)},
        "val_loss",
        resource_attr="epoch",
        max_resource=EPOCHS,
    )
    state = state_of(entries_of(40, problem, lambda config, epoch: float(str(config["x17"]))), problem)
    axes = figure_of("slices", state, "x").axes
    assert len(axes) == 12
    assert axes[0].get_xlabel() == "x17"
