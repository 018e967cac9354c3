"""Spaces go to ConfigSpace and come from it, and mean the same there."""

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ConfigSpace import (
    AndConjunction,
    CategoricalHyperparameter,
    Configuration,
    ConfigurationSpace,
    Constant,
    EqualsCondition,
    ForbiddenEqualsClause,
    GreaterThanCondition,
    InCondition,
    LessThanCondition,
    NormalFloatHyperparameter,
    NotEqualsCondition,
    OrConjunction,
    OrdinalHyperparameter,
    UniformFloatHyperparameter,
    UniformIntegerHyperparameter,
)

from tunewise.space import (
    Config,
    Space,
    SpaceError,
    choice,
    finrange,
    from_configspace,
    lograndint,
    loguniform,
    ordinal,
    parse_domain,
    to_configspace,
    uniform,
)

DRAWS = 200
OURS = Space(
    {
        "lr": loguniform(1e-5, 0.1),
        "layers": lograndint(1, 16),
        "opt": choice(["sgd", "adam", None, True, 3]),
        "batch": ordinal([64, 16, 32]),
        "drop": finrange(0, 0.5, 6),
        "seed": 7,
        "momentum": uniform(0, 1).when("opt", "sgd"),
        "decay": parse_domain("uniform(0, 1) if layers >= 3 and opt != 'adam'"),
        "width": parse_domain("randint(1, 9) if lr <= 0.01 and layers not in [5, 6] and layers != 2"),
        "depth": parse_domain("randint(1, 9) if batch in [16, 32] and drop > 0.2 and layers in [4, 5, 6]"),
        "warm": parse_domain("randint(1, 9) if lr > 0.001 and layers < 9"),
        "late": parse_domain("choice([1]) if momentum < 0.5"),
    }
)


def theirs() -> ConfigurationSpace:
    space = ConfigurationSpace(seed=1)
    opt = CategoricalHyperparameter("opt", ["sgd", "adam", None])
    batch = OrdinalHyperparameter("batch", [64, 16, 32])
    layers = UniformIntegerHyperparameter("layers", 1, 16, log=True, default_value=3)
    known: list[Any] = [
        UniformFloatHyperparameter("lr", 1e-5, 0.1, log=True),
        layers,
        opt,
        batch,
        Constant("seed", 7),
    ]
    a, b, c, d = (UniformFloatHyperparameter(name, 0, 1) for name in "abcd")
    on = Constant("on", "yes")
    space.add(*known, a, b, c, d, on)
    space.add(
        EqualsCondition(a, opt, "sgd"),
        AndConjunction(InCondition(b, opt, ["sgd", "adam"]), GreaterThanCondition(b, layers, 3)),
        LessThanCondition(c, batch, 32),  # by its place in the list
        OrConjunction(EqualsCondition(d, layers, 4), LessThanCondition(d, layers, 4)),
        NotEqualsCondition(on, opt, "sgd"),
    )
    return space


def plain(configuration: Configuration) -> Config:
    """As JSON has it: its values may be NumPy's."""
    config: Config = json.loads(json.dumps(dict(configuration), default=lambda value: value.item()))
    return config


def told(space: ConfigurationSpace) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(json.dumps(space.to_serialized_dict()))
    return content


def test_what_either_draws_of_ours_the_other_accepts() -> None:
    space = ConfigurationSpace.from_serialized_dict(json.loads(json.dumps(to_configspace(OURS))))
    space.seed(1)
    for configuration in space.sample_configuration(DRAWS):
        OURS.validate(plain(configuration))
    rng = Random(1)
    for _ in range(DRAWS):
        Configuration(space, values=OURS.sample(rng)).check_valid_configuration()


def test_what_either_draws_of_theirs_the_other_accepts() -> None:
    space = theirs()
    ours = from_configspace(told(space))
    assert ours.constants == {"seed": 7}
    assert ours.domains["c"].text() == "uniform(0.0, 1.0) if batch in (64, 16)"
    assert ours.domains["d"].text() == "uniform(0.0, 1.0) if layers <= 4"
    assert ours.domains["on"].text() == "choice(['yes']) if opt != 'sgd'"
    for configuration in space.sample_configuration(DRAWS):
        ours.validate(plain(configuration))
    rng = Random(1)
    for _ in range(DRAWS):
        Configuration(space, values=ours.sample(rng)).check_valid_configuration()


def test_there_and_back_is_the_same() -> None:
    back = from_configspace(to_configspace(OURS))
    assert from_configspace(to_configspace(back)) == back
    rng = Random(1)
    for _ in range(DRAWS):
        config = OURS.sample(rng)
        assert back.validate(config) == config
    assert from_configspace(told(ConfigurationSpace.from_serialized_dict(to_configspace(back)))).names


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"forbiddens": told(theirs())["conditions"]}, "forbids combinations"),
        ({"hyperparameters": [{"type": "uniform_int", "name": "n"}]}, "isn't as ConfigSpace writes it"),
        ({"hyperparameters": [{"type": "uniform_float", "name": "n", "q": 0.1}]}, "n has steps"),
        ({"conditions": [{"type": "XOR", "child": "a"}]}, "unknown kind 'XOR'"),
    ],
)
def test_what_no_space_of_ours_has_is_told(change: Mapping[str, Any], message: str) -> None:
    with pytest.raises(SpaceError, match=message):
        from_configspace({**told(theirs()), **change})


def test_what_it_writes_of_other_kinds_is_told() -> None:
    space = theirs()
    space.add(ForbiddenEqualsClause(space["layers"], 2))
    with pytest.raises(SpaceError, match="forbids combinations, which a space here can't"):
        from_configspace(told(space))
    normal = NormalFloatHyperparameter("n", 0, 1, -1, 1)
    with pytest.raises(SpaceError, match=r"n is normal_float, and .* uniform: write uniform_float"):
        from_configspace(told(ConfigurationSpace(space=[normal])))
    weighed = CategoricalHyperparameter("w", ["a", "b"], weights=[1, 2])
    with pytest.raises(SpaceError, match="w has weights"):
        from_configspace(told(ConfigurationSpace(space=[weighed])))
    space, a = theirs(), UniformFloatHyperparameter("x", 0, 1)
    space.add(a)
    space.add(OrConjunction(EqualsCondition(a, space["opt"], "sgd"), EqualsCondition(a, space["layers"], 2)))
    with pytest.raises(SpaceError, match="x matters if one of several conditions holds"):
        from_configspace(told(space))
    with pytest.raises(SpaceError, match=r"n is ordinal\(\[1, 2\], 'nn'\), and"):
        to_configspace(Space({"n": ordinal([1, 2], "nn")}))


def test_its_own_file_is_read(tmp_path: Path) -> None:
    theirs().to_json(tmp_path / "space.json")
    space = from_configspace(json.loads((tmp_path / "space.json").read_text()))
    (tmp_path / "ours.json").write_text(json.dumps(to_configspace(space)))
    assert set(ConfigurationSpace.from_json(tmp_path / "ours.json")) == set(theirs())
