"""Spaces of NNI."""

from typing import Any

import pytest

from tunewise import space
from tunewise.space import Space, SpaceError
from tunewise.worker.passing import nested

SIZES = {"_type": "choice", "_value": [2, 3, 5]}


def of(kind: str, *value: Any) -> dict[str, Any]:  # noqa: ANN401 - as in NNI's JSON
    return {"x": {"_type": kind, "_value": list(value)}}


@pytest.mark.parametrize(
    ("entry", "domain"),
    [
        (of("choice", 16, 32), space.choice([16, 32])),
        (of("choice", "relu", "tanh"), space.choice(["relu", "tanh"])),
        (of("randint", 1, 5), space.randint(1, 4)),
        (of("uniform", 0.1, 0.5), space.uniform(0.1, 0.5)),
        (of("loguniform", 1e-4, 0.1), space.loguniform(1e-4, 0.1)),
        (of("quniform", 0, 100, 25), space.finrange(0, 100, 5)),
        (of("quniform", 0.2, 0.5, 0.1), space.finrange(0.2, 0.5, 4)),
        (of("quniform", 2, 10, 5), space.ordinal([2, 5, 10], "nn")),  # what is beyond an end is the end
        (of("quniform", 1, 14, 5), space.ordinal([1, 5, 10, 14], "nn")),
        (of("qloguniform", 1, 4, 1), space.ordinal([1, 2, 3, 4], "nn-log")),
    ],
)
def test_what_is_drawn(entry: dict[str, Any], domain: space.Domain) -> None:
    assert space.from_nni(entry) == Space({"x": domain})


def test_what_depends_on_a_choice() -> None:
    """As the nested choices of NNI's documentation are."""
    options = [
        {"_name": "empty"},
        {"_name": "conv", "kernel": {"_type": "choice", "_value": [1, 3]}},
        {"_name": "max", "size": SIZES},
        {"_name": "mean", "size": SIZES, "edge": {"_type": "choice", "_value": [{"_name": 0, "by": SIZES}]}},
    ]
    found = space.from_nni({"layer": {"_type": "choice", "_value": options}, **of("uniform", 0, 1)})
    sizes = space.choice([2, 3, 5])
    assert found == Space(
        {
            "layer._name": space.choice(["empty", "conv", "max", "mean"]),
            "layer.kernel": space.choice([1, 3]).when("layer._name", "conv"),
            "layer.size": sizes.when("layer._name", "max", "mean"),
            "layer.edge._name": space.choice([0]).when("layer._name", "mean"),
            "layer.edge.by": sizes.when("layer.edge._name", 0),
            "x": space.uniform(0, 1),
        }
    )
    config = found.completed({"layer._name": "max", "layer.size": 5, "x": 0.5})
    assert nested(config) == {"layer": {"_name": "max", "size": 5}, "x": 0.5}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (of("normal", 0, 1), "x is drawn by 'normal', which a space here can't"),
        (of("uniform", 0), "It isn't as NNI has it"),
        (of("quniform", 0, 1, 0), "It isn't as NNI has it"),
        (of("quniform", 0, 1, 1e-9), "x has 1,000,000,000 steps"),
        (of("uniform", 1, 0), "The lower bound 1.0 isn't below the upper bound 0.0"),
        ({"x": 5}, "It isn't as NNI has it"),
        (of("choice", {"_name": "a", "k": SIZES}, 5), "It isn't as NNI has it"),
        (
            of("choice", {"_name": "a", "k": SIZES}, {"_name": "b", "k": of("uniform", 0, 1)["x"]}),
            "x.k isn't the same in all options of x",
        ),
    ],
)
def test_what_no_space_has_is_refused(entries: dict[str, Any], message: str) -> None:
    with pytest.raises(SpaceError, match=message):
        space.from_nni(entries)
