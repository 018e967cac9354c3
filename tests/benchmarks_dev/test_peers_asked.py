"""Whole runs of peers: the conversation, spaces in its words, and that a run is a function of its arguments.

The peers here are scripts that run in our own interpreter.
"""

import sys

import numpy as np
import pytest
from benchmarks.peers.asking import Peer, configuration, described
from benchmarks.peers.environments import SCRIPTS, PeerMissing
from benchmarks.problems import Benchmark, Curve
from benchmarks.records import Setting
from benchmarks.simulation import run

from tunewise import Problem, space

EPOCHS = 4
SCRIPT = f"""
import random
import sys
sys.path.insert(0, {str(SCRIPTS)!r})
from answering import CONTINUE, PAUSE, STOP, Tuner, serve
print("what a library prints isn't an answer")
"""
RANDOM = """
class Random(Tuner):
    def __init__(self, *given):
        super().__init__(*given)
        self.count = 0

    def ask(self):
        self.count += 1
        return self.count, {"x": random.random()}, self.levels

    def report(self, trial, level, value, seconds):
        return CONTINUE

    def fail(self, trial):
        pass

serve(Random)
"""
SCRIPTED = """
class Scripted(Tuner):
    # trial 7 pauses at level 1, 8 is stopped at 2, 7 goes on to the end, 9 diverges; then it only waits
    def __init__(self, *given):
        super().__init__(*given)
        assert (self.levels, self.workers, self.seed, self.arguments) == (4, 1, 3, {"a": 1})
        self.plan = [(7, {"x": 0.5}, 1), (8, {"x": 0.75}, 4), (7, {"x": 0.5}, 4), (9, {"x": 1.0}, 4)]
        self.seen = []

    def ask(self):
        return self.plan.pop(0) if self.plan else None

    def report(self, trial, level, value, seconds):
        self.seen.append((trial, level, value, seconds))
        return {(7, 1): PAUSE, (8, 2): STOP}.get((trial, level), CONTINUE)

    def fail(self, trial):
        eight = [(8, 1, 0.75, 1), (8, 2, 0.75, 2)]
        assert trial == 9
        assert self.seen == [(7, 1, 0.5, 1), *eight, *((7, level, 0.5, level) for level in (2, 3, 4))]

serve(Scripted)
"""


def benchmark():
    """Constant curves of x, of a second a level; above 0.9 they diverge at once."""
    problem = Problem({"x": space.uniform(0, 1)}, "val_error", "min", "epoch", EPOCHS, "epochs")

    def curve(config):
        return Curve(np.full(EPOCHS, config["x"] if config["x"] <= 0.9 else np.nan), np.ones(EPOCHS))

    return Benchmark("peers", problem, curve, np.linspace(0, 1, 11), np.full(11, EPOCHS), np.zeros(EPOCHS))


@pytest.fixture
def peer(tmp_path):
    """Makes peers from scripts, and ends their processes."""
    made: list[Peer] = []

    def make(script, arguments):
        path = tmp_path / f"{len(made)}.py"
        path.write_text(SCRIPT + script)
        made.append(Peer(sys.executable, path, arguments))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_peer_starts_pauses_resumes_and_hears_of_divergence(peer):
    result = peer(SCRIPTED, {"a": 1}).run(benchmark(), Setting("peers", seed=3, workers=1))
    assert (result.starts, result.resumes, result.epochs, result.full) == (3, 1, 7, 1)
    assert list(result.times) == [1.0]
    assert list(result.values) == [0.5]


def test_a_peer_runs_as_ours_do_and_each_run_begins_anew(peer):
    asked = peer(RANDOM, {})
    first, again = (asked.run(benchmark(), Setting("peers", seed=1)) for _ in range(2))
    assert list(first.values) == list(again.values)
    ours = run("rs", {}, benchmark(), seed=1)
    assert (first.starts, first.full) == pytest.approx((ours.starts, ours.full), abs=8)  # some diverge
    assert 0.0 < first.cpu_seconds < 10.0


def test_a_peer_that_dies_is_told(peer):
    with pytest.raises(PeerMissing, match="ended at 'begin'"):
        peer("raise SystemExit(1)", {}).run(benchmark(), Setting("peers"))


SPACE = space.Space(
    {
        "depth": space.randint(1, 8).when("kind", "tree", "forest"),
        "kind": space.choice(["tree", "line", "forest"]),
        "rate": space.loguniform(1e-3, 1.0),
        "size": space.ordinal([8, 64, 512]),
    }
)


def test_a_space_is_told_with_conditions_and_ordered_values_as_positions():
    kind, rate, size, depth = described(SPACE)
    assert kind == {"name": "kind", "kind": "choice", "values": ["tree", "line", "forest"]}
    assert rate == {"name": "rate", "kind": "float", "lower": 1e-3, "upper": 1.0, "log": True}
    assert size == {"name": "size", "kind": "int", "lower": 0, "upper": 2, "log": False}
    assert depth["parent"] == "kind"
    assert depth["parent_values"] == ["tree", "forest"]


def test_what_does_not_matter_is_left_out_and_bounds_hold():
    told = {"kind": "line", "depth": 3, "rate": 1.0000000000000002, "size": 1}
    assert configuration(SPACE, told) == {"kind": "line", "rate": 1.0, "size": 64}
    assert configuration(SPACE, {**told, "kind": "tree"})["depth"] == 3


def test_a_space_that_peers_cannot_be_told_of_is_refused():
    with pytest.raises(ValueError, match="can't be told"):
        described(space.Space({"a": space.randint(1, 9), "b": space.parse_domain("uniform(0, 1) if a > 2")}))
