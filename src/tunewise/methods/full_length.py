"""Methods whose trials all run to their end."""

from functools import partial

from tunewise.methods.recipes import MIDDLE, Configs, recipe
from tunewise.problem import Problem
from tunewise.schedulers.base import RunToEnd, Scheduler
from tunewise.searchers.evolution import EvolutionSearcher
from tunewise.searchers.model_free import GridSearcher, PointsFirst, RandomSearcher, SobolSearcher


@recipe
def rs(problem: Problem, *, seed: int = 0, points_to_evaluate: Configs = ()) -> Scheduler:
    """Random search: each trial tries a new configuration, drawn at random, to its end.

    J. Bergstra and Y. Bengio: Random Search for Hyper-Parameter Optimization. JMLR 13 (2012).
    """
    searcher = PointsFirst(problem, points_to_evaluate, RandomSearcher(problem))
    return RunToEnd(problem, searcher)


@partial(recipe, ends=True)
def grid(problem: Problem, *, seed: int = 0, points_to_evaluate: Configs = (), points: int = 5) -> Scheduler:
    """Grid search: the points of a regular grid, one after the other, each to its end.

    points: values taken from each domain that has more of them, evenly spread on its own scale; at least 2.
    """
    searcher = PointsFirst(problem, points_to_evaluate, GridSearcher(problem, points))
    return RunToEnd(problem, searcher)


@recipe
def sobol(problem: Problem, *, seed: int = 0, points_to_evaluate: Configs = ()) -> Scheduler:
    """Quasi-random search: a scrambled Sobol sequence, which leaves fewer gaps than random draws.

    I. M. Sobol: On the distribution of points in a cube and the approximate evaluation of integrals. USSR
    Computational Mathematics and Mathematical Physics 7 (1967). A. B. Owen: Scrambling Sobol' and
    Niederreiter-Xing Configs. Journal of Complexity 14 (1998).
    """
    searcher = PointsFirst(problem, points_to_evaluate, SobolSearcher(problem, seed))
    return RunToEnd(problem, searcher)


@recipe
def regularized_evolution(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    population_size: int = 20,
    sample_size: int = 5,
) -> Scheduler:
    """Regularised evolution: each trial changes one hyperparameter of a good configuration, and runs to its
    end; only the latest trials have children.

    population_size: how many of the latest trials have children, and how many random ones come first; at
        least 2.
    sample_size: the best of this many of them, drawn at random, has the next child; at least 1.

    Raises `ValueError` for an argument out of its range.

    E. Real, A. Aggarwal, Y. Huang and Q. V. Le: Regularized Evolution for Image Classifier Architecture
    Search. AAAI 2019, arXiv:1802.01548, with populations of 100 and samples of 25.
    """
    evolution = EvolutionSearcher(problem, population_size, sample_size)
    searcher = PointsFirst(problem, points_to_evaluate, evolution)
    return RunToEnd(problem, searcher)


@recipe
def tpe(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    initial: int = 10,
) -> Scheduler:
    """The tree-structured Parzen estimator: each trial tries what is likely among the good ones, to its end.

    initial: the number of random trials; at least 1.

    J. Bergstra et al.: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011; multivariate as in
    S. Watanabe: Tree-Structured Parzen Estimator. 2023, arXiv:2304.11127.
    """
    from tunewise.searchers.densities import TpeSearcher

    searcher = PointsFirst(problem, points_to_evaluate, TpeSearcher(problem, initial))
    return RunToEnd(problem, searcher)


@recipe
def bo(
    problem: Problem,
    *,
    seed: int = 0,
    points_to_evaluate: Configs = (),
    initial: int | None = None,
    cost_exponent: float = 1.0,
) -> Scheduler:
    """Bayesian optimisation: runs every trial to its end, and chooses the configuration with the largest
    improvement per second that a Gaussian process expects.

    Unfinished trials count with values that the process considers likely. While no trial has learned
    anything, trials are random. Unless points are given, it begins with the middle of the space.

    initial: random trials that start before the model is used; at least 1. By default one more
        than there are tuned hyperparameters, and at most 6.
    cost_exponent: how far it counts what a trial takes, from 1, in full, to 0, not at all, as where the
        number of trials is limited.

    Raises `ValueError` for an argument out of its range.

    J. Snoek, H. Larochelle and R. P. Adams: Practical Bayesian Optimization of Machine Learning Algorithms.
    NeurIPS 2012, arXiv:1206.2944. S. Ament et al.: Unexpected Improvements to Expected Improvement for
    Bayesian Optimization. NeurIPS 2023, arXiv:2310.20708.
    """
    from tunewise.searchers.bayes import BayesSearcher  # here because its models take 0.3 s

    searcher = PointsFirst(
        problem, points_to_evaluate or MIDDLE, BayesSearcher(problem, initial, cost_exponent)
    )
    return RunToEnd(problem, searcher)
