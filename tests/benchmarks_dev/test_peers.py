"""Libraries in environments of their own: what goes wrong there is said, and ours runs by the same loop."""

import sys

import pytest
from benchmarks.figures import Figure, Skipped, show
from benchmarks.peers import environments
from benchmarks.peers.environments import PeerMissing, ask, python_of

from benchmarks import decision_time


def test_ours_decides_in_the_common_loop():
    seconds = ask(sys.executable, "tunewise_decisions.py", {"n": 12, "decisions": 3, "method": "rs"})
    assert len(seconds) == 3
    assert all(0.0 < value < 10.0 for value in seconds)


def test_a_script_that_fails_is_told():
    with pytest.raises(PeerMissing, match="There is no method 'none'"):
        ask(sys.executable, "tunewise_decisions.py", {"n": 12, "decisions": 1, "method": "none"})


def test_what_cannot_be_installed_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(environments, "FOLDER", tmp_path)
    monkeypatch.setitem(environments.REQUIREMENTS, "optuna", [["--no-index", "optuna"]])
    monkeypatch.setattr(decision_time, "PEERS", (("Optuna", "optuna", "optuna_decisions.py", ("bo",)),))
    with pytest.raises(PeerMissing, match="optuna could not be installed"):
        python_of("optuna")
    (skipped,) = decision_time.side_by_side(200, {"bo": [1.0]})
    assert isinstance(skipped, Skipped)
    assert "not measured: optuna could not be installed" in show(skipped)


def test_ratios_of_what_is_there(monkeypatch):
    monkeypatch.setattr(decision_time, "python_of", lambda name: "python")
    monkeypatch.setattr(decision_time, "ask", lambda python, script, request: [2.0, 4.0, 3.0])
    figures = list(decision_time.side_by_side(200, {"bo": [0.1]}))
    assert all(isinstance(figure, Figure) and figure.value == pytest.approx(30.0) for figure in figures)
    assert all(isinstance(figure, Figure) and figure.reached for figure in figures)
