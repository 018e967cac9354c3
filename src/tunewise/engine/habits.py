"""What a script does as a habit that costs its author, and that is worth a word once in an experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tunewise.problem import Problem
    from tunewise.trial import Trial

SURE = 3  # resumed trials that may have begun again, and none that can't have


class Habits:
    """Looks on while jobs report, end and are resumed, and tells of each habit once."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._level = problem.resource_attr or "report"
        self._told: set[str] = set()
        self._paused_at: dict[int, int] = {}  # the levels of trials whose resumed jobs haven't reported yet
        self._began_again = 0
        self._went_on = 0

    def resumes(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self._paused_at[trial.id] = trial.level

    def reports(self, trial: Trial, level: int) -> Iterator[str]:
        """A job has reported a level, which counts or doesn't. Called before the next job."""
        problem, until = self._problem, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{self._level} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self._paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._begins(trial, level, paused_at)

    def arrives(self, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = self._level, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            message = (
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports"
            )
        else:
            message = (
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there"
            )
        yield from self._once("arrives without a report", message)

    def _begins(self, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self._went_on += 1
            return
        self._began_again += 1
        if level <= first < paused_at or (self._began_again >= SURE and not self._went_on):
            yield from self._once(
                "begins again",
                f"it was paused at {self._level} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def _once(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self._told:
            self._told.add(habit)
            yield message
