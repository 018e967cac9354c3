"""Spaces for the peers that take them from ConfigSpace, with their conditions."""

from ConfigSpace import (
    CategoricalHyperparameter,
    ConfigurationSpace,
    InCondition,
    UniformFloatHyperparameter,
    UniformIntegerHyperparameter,
)

KINDS = {"float": UniformFloatHyperparameter, "int": UniformIntegerHyperparameter}


def space_of(entries, seed):
    """entries: as `answering.Tuner` has them."""
    space = ConfigurationSpace(seed=seed)
    for entry in entries:
        name = entry["name"]
        if entry["kind"] == "choice":
            space.add(CategoricalHyperparameter(name, entry["values"]))
        else:
            space.add(KINDS[entry["kind"]](name, entry["lower"], entry["upper"], log=entry["log"]))
    for entry in entries:
        if "parent" in entry:
            child, parent = space[entry["name"]], space[entry["parent"]]
            space.add(InCondition(child, parent, entry["parent_values"]))
    return space
