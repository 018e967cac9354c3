import inspect
import json
import tracemalloc
from typing import Any

import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.methods import MethodError
from tunewise.problem import ProblemError
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.base import Method
from tunewise.testing.driver import World, drive


@pytest.fixture
def problem():
    domains = {"lr": space.loguniform(1e-4, 1e-1), "width": space.randint(8, 64)}
    return Problem(domains, metric="loss", resource_attr="epoch", max_resource=9)


POINTS = [{"lr": 0.01, "width": 16}, {"lr": 0.02, "width": 32}]


def peak_of_decisions(name, values):
    """Bytes that 15 decisions held at most, with a choice of so many values."""
    domains = {"token": space.choice(range(values)), "lr": space.loguniform(1e-4, 1e-1)}
    problem = Problem(domains, metric="loss", resource_attr="epoch", max_resource=9)
    method = methods.build(name, problem, arguments={"initial": 4} if name == "tpe" else None)
    drive(problem, method.scheduler, World(launches=5))  # loads what it needs
    tracemalloc.start()
    try:
        drive(problem, method.scheduler, World(launches=15))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["bo", "bohb", "cqr", "hypertune", "mobster", "sync_mobster", "tpe", "wise"])
def test_values_that_nobody_has_tried_cost_nothing(name):
    few, many = peak_of_decisions(name, 300), peak_of_decisions(name, 3000)
    assert many < few + 2_000_000  # an array of 3,000 columns for 400 points has 9,600,000


@pytest.mark.parametrize("name", ["auto", "bo", "wise"])
def test_ours_begin_in_the_middle_of_the_space_unless_points_are_given(problem, name):
    method = methods.build(name, problem)
    first, second = drive(problem, method.scheduler, World(launches=2)).trials
    assert first.config == {"lr": pytest.approx(10**-2.5), "width": 36}
    assert first.why["kind"] == "middle"
    assert second.why["kind"] == "initial design"
    assert method.arguments["points_to_evaluate"] == []


def test_names_are_those_of_the_recipes():
    assert {"asha", "grid", "median_stopping", "rs", "sobol"} <= set(methods.names())
    assert methods.names() == sorted(methods.names())
    assert not {"build", "names"} & set(methods.names())


@pytest.mark.parametrize("name", methods.names())
class TestEveryMethod:
    def test_it_says_its_name_seed_and_arguments(self, problem, name):
        recipe = getattr(methods, name)
        method = recipe(problem, seed=5, points_to_evaluate=POINTS)
        assert isinstance(method, Method)
        assert (method.name, method.seed) == (name, 5)
        assert method.problem is problem
        assert method.scheduler.problem is problem
        assert set(method.arguments) == set(inspect.signature(recipe).parameters) - {"problem", "seed"}
        assert method.arguments["points_to_evaluate"] == POINTS

    def test_its_arguments_build_it_again(self, problem, name):
        method = getattr(methods, name)(problem, seed=5, points_to_evaluate=POINTS)
        arguments = json.loads(json.dumps(method.arguments))
        again = methods.build(name, problem, 5, arguments)
        assert again.arguments == method.arguments
        world = World(launches=30)
        decisions = [drive(problem, m.scheduler, world).decisions for m in (method, again)]
        assert decisions[0] == decisions[1]

    def test_it_begins_with_the_given_points(self, problem, name):
        method = getattr(methods, name)(problem, points_to_evaluate=POINTS)
        trials = drive(problem, method.scheduler, World(launches=4)).trials
        assert [trial.config for trial in trials][:2] == POINTS
        assert trials[0].why["kind"] == "given point"
        assert trials[2].why["kind"] != "given point"

    def test_it_refuses_points_outside_the_space(self, problem, name):
        with pytest.raises(MethodError, match="point"):
            methods.build(name, problem, arguments={"points_to_evaluate": [{"lr": 7.0}]})

    def test_it_is_documented(self, problem, name):
        assert len(inspect.getdoc(getattr(methods, name)) or "") > 80

    def test_its_parameters_are_keyword_only_and_have_defaults(self, problem, name):
        _, *rest = inspect.signature(getattr(methods, name)).parameters.values()
        assert all(p.kind is p.KEYWORD_ONLY and p.default is not p.empty for p in rest)


def test_build_takes_arguments_as_text(problem):
    method = methods.build(
        "asha", problem, 1, {"type": "promotion", "reduction-factor": "4", "brackets": "2"}
    )
    assert isinstance(method.scheduler, AshaPromotion)
    assert method.arguments == {
        "points_to_evaluate": [],
        "type": "promotion",
        "grace_period": 1,
        "reduction_factor": 4,
        "brackets": 2,
    }


def test_asha_stops_unless_told_to_promote(problem):
    assert isinstance(methods.asha(problem).scheduler, AshaStopping)


@pytest.mark.parametrize("name", ["median-stopping", "median_stopping", "Median-Stopping"])
def test_build_takes_names_as_people_write_them(problem, name):
    assert methods.build(name, problem).name == "median_stopping"


@pytest.mark.parametrize(("type", "cls"), [("stopping", AshaStopping), ("promotion", AshaPromotion)])
def test_hyperband_is_asha_in_all_brackets(problem, type, cls):
    hyperband = methods.hyperband(problem, seed=1, type=type)
    asha = methods.asha(problem, seed=1, type=type, brackets=3)
    assert isinstance(hyperband.scheduler, cls)
    world = World(launches=60)
    decisions = [drive(problem, method.scheduler, world).decisions for method in (hyperband, asha)]
    assert decisions[0] == decisions[1]


def test_brackets_may_be_none_as_text(problem):
    for name in ("hyperband", "sync_hyperband"):
        assert methods.build(name, problem, 0, {"brackets": "none"}).arguments["brackets"] is None
        assert methods.build(name, problem, 0, {"brackets": "2"}).arguments["brackets"] == 2


def test_the_seed_decides(problem):
    first, same, other = (methods.sobol(problem, seed=seed) for seed in (1, 1, 2))
    world = World(launches=5)
    configs = [[t.config for t in drive(problem, m.scheduler, world).trials] for m in (first, same, other)]
    assert configs[0] == configs[1] != configs[2]


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("ahsa", {}, r"There is no method 'ahsa' \(did you mean 'asha'\?\)\."),
        ("build", {}, "There is no method 'build'"),
        ("_plain", {}, "There is no method '_plain'"),
        ("Problem", {}, "There is no method 'Problem'"),
        ("asha", {"grace": 1}, r"asha has no argument 'grace' \(did you mean 'grace_period'\?\)"),
        ("asha", {"seed": 1}, "asha has no argument 'seed'"),
        ("asha", {"problem": 1}, "asha has no argument 'problem'"),
        ("asha", {"type": "halting"}, "type of asha is 'halting': it must be 'stopping' or 'promotion'"),
        ("asha", {"reduction_factor": 1}, "reduction_factor is 1: it must be"),
        ("hyperband", {"type": "halting"}, "type of hyperband is 'halting': it must be"),
        ("sync_hyperband", {"brackets": 4}, "brackets is 4: .* must be from 1 to 3"),
        ("pasha", {"grace_period": 10}, "grace_period is 10: it must be from 1 to max_resource"),
        ("one_epoch_top_k", {"top_k": 17}, "top_k is 17: it must be at most first, which is 16"),
        ("regularized_evolution", {"sample_size": 0}, "sample_size is 0: it must be"),
        ("mobster", {"model": "best"}, "model of mobster is 'best': it must be 'curve' or 'joint'"),
        ("sync_mobster", {"model": "best"}, "model of sync_mobster is 'best'"),
        ("wise", {"full": 2}, "full is 2.*a share, from 0 to 1"),
        ("wise", {"initial": 0}, "initial is 0: at least 1"),
        ("bo", {"cost_exponent": 2}, "cost_exponent is 2"),
        ("grid", {"points": "many"}, "points of grid is 'many': it must be a whole number"),
    ],
)
def test_build_refuses_what_there_is_not(problem, name, arguments, message):
    with pytest.raises(MethodError, match=message):
        methods.build(name, problem, 0, arguments)


def test_a_problem_without_max_resource_cannot_be_halved():
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    halving = (methods.asha, methods.hyperband, methods.sync_hyperband, methods.pasha)
    for method in (*halving, methods.mobster, methods.sync_mobster, methods.wise):
        with pytest.raises(ProblemError, match="max_resource"):
            method(problem)


def test_arguments_are_checked_in_python_as_well(problem):
    with pytest.raises(ValueError, match="'promotoin'"):
        methods.asha(problem, type="promotoin")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"grace_period is 1.5: it must be a whole number"):
        methods.asha(problem, grace_period=1.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="seed is -1"):
        methods.rs(problem, seed=-1)


def test_numpy_values_become_plain(problem):
    name = problem.space.names[0]
    value = problem.space.domains[name].from_unit(0.5)
    point = {name: np.asarray(value)[()]}
    seed: Any = np.int64(3)
    method = methods.rs(problem, seed=seed, points_to_evaluate=[point])  # type: ignore[list-item]
    assert type(method.seed) is int
    assert method.arguments == {"points_to_evaluate": [{name: value}]}
    json.dumps(method.arguments)
