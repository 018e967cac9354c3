"""Regularised evolution: the children of good configurations, in a population that the oldest leave.

E. Real, A. Aggarwal, Y. Huang and Q. V. Le: Regularized Evolution for Image Classifier Architecture Search.
AAAI 2019, arXiv:1802.01548, algorithm 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.tried import TriedConfigs
from tunewise.space import Config, Domain, Space, Value
from tunewise.space.values import same
from tunewise.trial import Status, Trial, Trials

if TYPE_CHECKING:
    import numpy as np

ATTEMPTS = 50
"""Tries for a child that wasn't tried before, and for a value that differs from the old one."""


class EvolutionSearcher(Searcher):
    """Changes one hyperparameter of the best of a few configurations drawn from the population.

    The population is the `population_size` trials that completed last, and its fittest the one with the best
    last value. `sample_size` of them are drawn, with replacement, and the fittest of these has a child: its
    configuration with a new value for one hyperparameter, drawn from its domain. Hyperparameters that matter
    because of the new value are drawn as well, and those that no longer matter are left out. Configurations
    are random until `population_size` trials have started and one has completed, and if every child was
    tried before.

    The paper has populations of 100 and samples of 25, for thousands of trials. Raises `ValueError` unless
    1 <= sample_size and 2 <= population_size.
    """

    def __init__(self, problem: Problem, population_size: int = 20, sample_size: int = 5) -> None:
        super().__init__(problem)
        for name, value, least in (("population_size", population_size, 2), ("sample_size", sample_size, 1)):
            if not isinstance(value, int) or value < least:
                raise ValueError(f"{name} is {value!r}: it must be a whole number of at least {least}.")
        self._population_size = population_size
        self._sample_size = sample_size
        self._random = RandomSearcher(problem)
        self._tried = TriedConfigs(problem.space)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        population = self._population(trials)
        if len(trials) < self._population_size or not population:
            return self._random.propose(trials, rng)
        self._tried.update(trials)
        for _ in range(ATTEMPTS):
            parent = self._fittest_of_a_sample(population, rng)
            name = _drawn_to_change(self.problem.space, parent.config, rng)
            if name is None:
                break
            child = mutated(self.problem.space, parent.config, name, rng)
            if child not in self._tried:
                return Proposal(child, {"kind": "evolution", "parent": parent.id, "changed": name})
        why: dict[str, Value] = {"kind": "random", "because": "every child was tried before"}
        return self._random.propose_because(trials, rng, why)

    def _population(self, trials: Trials) -> list[Trial]:
        """The last trials to complete, oldest first."""
        completed = list(trials.having(Status.COMPLETED).values())
        return [trial for trial in completed[-self._population_size :] if trial.values]

    def _fittest_of_a_sample(self, population: list[Trial], rng: np.random.Generator) -> Trial:
        places: list[int] = rng.integers(len(population), size=self._sample_size).tolist()
        sign = self.problem.sign
        return min((population[place] for place in places), key=lambda trial: sign * trial.values[-1])


def mutated(space: Space, parent: Config, name: str, rng: np.random.Generator) -> Config:
    """A configuration like `parent` but with another value of the hyperparameter `name`.

    The parent's values stay if they still matter. Others are drawn from their domains.
    """
    fresh = {other: domain.from_unit(rng.random()) for other, domain in space.domains.items()}
    wanted = {**fresh, **parent, name: _another_value(space.domains[name], parent[name], rng)}
    child: Config = {}
    for _ in space.names:  # a value may make another one matter, which comes before it
        for other in space.names:
            if other not in child and space.is_active(other, child):
                child[other] = wanted[other]
    return space.validate(child)


def _another_value(domain: Domain, value: Value, rng: np.random.Generator) -> Value:
    drawn = domain.from_unit(rng.random())
    for _ in range(ATTEMPTS):
        if not same(drawn, value):
            break
        drawn = domain.from_unit(rng.random())
    return drawn


def _drawn_to_change(space: Space, config: Config, rng: np.random.Generator) -> str | None:
    """One of the hyperparameters that can take another value; None if there is none."""
    names = [name for name in space.names if name in config and space.domains[name].cardinality != 1]
    return names[int(rng.integers(len(names)))] if names else None
