"""Every scheduler and every method against the contract of schedulers."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.helpers.discovery import discover

from tunewise import Problem, methods
from tunewise.schedulers.base import Scheduler
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.schedulers import SCHEDULER_CHECKS

Build = Callable[[Problem], Scheduler]


def of_class(cls: Any) -> object:  # noqa: ANN401 - all schedulers are made so
    return pytest.param(lambda problem: cls(problem, RandomSearcher(problem)), id=cls.__name__)


def of_method(name: str) -> object:
    return pytest.param(lambda problem: methods.build(name, problem, 3).scheduler, id=f"method {name}")


SCHEDULERS = [of_class(cls) for cls in discover(Scheduler, "tunewise.schedulers")]  # type: ignore[type-abstract]
METHODS = [of_method(name) for name in methods.names()]


@pytest.mark.slow
@pytest.mark.parametrize("check", SCHEDULER_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("build", [*SCHEDULERS, *METHODS])
def test_scheduler(build: Build, check: Callable[[Build], None]) -> None:
    check(build)


def test_there_are_schedulers() -> None:
    assert len(SCHEDULERS) >= 4
