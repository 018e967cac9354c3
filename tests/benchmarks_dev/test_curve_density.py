"""The comparison of curve models: ours predicts, and sees no more than what is told to the other one."""

import numpy as np
import pytest

from benchmarks import catalogue, curve_density


@pytest.fixture
def case():
    return curve_density.draw(catalogue.benchmark("synthetic/crossing"), 20, seed=0)


def test_the_ends_of_trainings_are_predicted_from_their_beginnings(case):
    fit, said = curve_density.fitted(case)
    assert 0 < len(said.mean) == len(case.open) < 20
    true = fit.scale.to_units(case.values[case.open, -1])
    density, error, order, seconds = said.scores(true)
    assert error < 0.8 * true.std()
    assert order > 0.5
    assert density > -0.5 * np.log(2 * np.pi * np.e * true.var())  # of a normal distribution that knows them
    assert seconds > 0.0


def test_the_other_model_is_told_what_ours_has_seen(case, monkeypatch):
    fit, said = curve_density.fitted(case)
    told = curve_density.plain(case, fit)
    seen = np.array(told["y"], dtype=float)
    assert (np.isfinite(seen).sum(axis=1) == case.seen).all()
    assert np.nanmax(np.abs(seen - fit.scale.to_units(case.values))) == 0.0
    assert told["rows"] == case.open.tolist()
    monkeypatch.setattr(curve_density, "theirs", lambda cases, fits: [said, said])
    figures = list(curve_density.compared("made-up", [case, case]))
    assert [figure.value for figure in figures[:3]] == pytest.approx(
        [0.0, 1.0, 0.0]
    )  # the last one is of times
