"""Every scheduler and every method against the contract of schedulers."""

import pytest
from tests.helpers.discovery import discover

from tunewise import methods
from tunewise.schedulers.base import Scheduler
from tunewise.searchers.random import RandomSearcher
from tunewise.testing.schedulers import SCHEDULER_CHECKS


def of_class(cls):
    return pytest.param(lambda problem: cls(problem, RandomSearcher(problem)), id=cls.__name__)


def of_method(name):
    return pytest.param(lambda problem: methods.build(name, problem, 3).scheduler, id=f"method {name}")


SCHEDULERS = [of_class(cls) for cls in discover(Scheduler, "tunewise.schedulers")]
METHODS = [of_method(name) for name in methods.names()]


@pytest.mark.parametrize("check", SCHEDULER_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("build", [*SCHEDULERS, *METHODS])
def test_scheduler(build, check):
    check(build)


def test_there_are_schedulers():
    assert len(SCHEDULERS) >= 4
