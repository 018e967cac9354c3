"""The contract suite for blackboxes, as plain functions.

Every function of `BLACKBOX_CHECKS` takes a blackbox and raises `AssertionError` if it breaks its contract.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from tunewise.blackboxes.base import Blackbox, typical_seconds
from tunewise.space import Config

Check = Callable[[Blackbox], None]


def check_curves_are_what_a_script_would_report(blackbox: Blackbox) -> None:
    problem = blackbox.problem
    assert problem.max_resource is not None, "it must be known at which level a training ends"
    for config in _configs(blackbox):
        curve = blackbox.curve(config, 0)
        assert len(curve.levels) == len(curve.seconds) >= 1
        assert curve.levels[0] >= 1
        assert all(earlier < later for earlier, later in pairwise(curve.levels))
        assert curve.levels[-1] <= problem.max_resource
        assert problem.metric in curve.columns
        assert problem.resource_attr not in curve.columns, "the resource is reported anyway"
        assert all(len(column) == len(curve.seconds) for column in curve.columns.values())
        assert all(type(value) is float for column in curve.columns.values() for value in column)


def check_time_grows(blackbox: Blackbox) -> None:
    for config in _configs(blackbox):
        seconds = blackbox.curve(config, 0).seconds
        assert seconds[0] > 0.0
        assert all(earlier < later for earlier, later in pairwise(seconds))
        assert seconds[-1] < float("inf")
    assert typical_seconds(blackbox, 20) == typical_seconds(blackbox, 20) > 0.0
    assert blackbox.start_delay >= 0.0


def check_the_same_configuration_and_seed_give_the_same_curve(blackbox: Blackbox) -> None:
    for config in _configs(blackbox):
        for seed in (0, 7):
            assert blackbox.curve(dict(config), seed) == blackbox.curve(config, seed)


def check_a_configuration_is_left_as_it_is(blackbox: Blackbox) -> None:
    for config in _configs(blackbox):
        before = dict(config)
        blackbox.curve(config, 0)
        assert config == before


def check_it_says_how_it_answers(blackbox: Blackbox) -> None:
    assert blackbox.answers[0].isupper()
    assert blackbox.answers.endswith(".")


def _configs(blackbox: Blackbox) -> Iterator[Config]:
    rng = Random(3)
    return (blackbox.problem.space.sample(rng) for _ in range(25))


BLACKBOX_CHECKS: tuple[Check, ...] = tuple(
    value for name, value in globals().items() if name.startswith("check_")
)
"""All of the above, in order."""
