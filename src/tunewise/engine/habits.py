"""What a script does as a habit that costs its author, and that is worth a word once in an experiment."""

from collections.abc import Iterator, Sequence

import msgspec

from tunewise.problem import Problem
from tunewise.trial import Trial

REPORTS_SELDOM = "reports seldom"

SURE = 3  # resumed trials that may have begun again, and none that can't have


class Habits(msgspec.Struct):
    """Looks on while jobs report, end and are resumed, and tells of each habit once.

    told: the habits. paused_at: the levels of trials whose resumed jobs haven't reported yet. began_again,
    went_on: how many resumed jobs did.
    """

    told: set[str] = msgspec.field(default_factory=set)
    paused_at: dict[int, int] = msgspec.field(default_factory=dict)
    began_again: int = 0
    went_on: int = 0

    def resumes(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self.paused_at[trial.id] = trial.level

    def reports(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, which counts or doesn't. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # as nearly always
        return list(self._reports(problem, trial, level))

    def _reports(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._begins(name, trial, level, paused_at)

    def arrives(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.told:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def _begins(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.went_on += 1
            return
        self.began_again += 1
        if level <= first < paused_at or (self.began_again >= SURE and not self.went_on):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def _once(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self.told:
            self.told.add(habit)
            yield message
