"""The methods that are measured, by the names that the tables of results have."""

import json
from dataclasses import dataclass, field

from benchmarks.peers.catalogue import PEERS
from tunewise import Problem, methods, space


@dataclass(frozen=True)
class Contestant:
    """A method with arguments. version: bump it when the method decides otherwise than before, and its
    recorded runs count no more."""

    method: str
    arguments: dict[str, object] = field(default_factory=dict)
    version: str = "1"

    @property
    def identity(self) -> str:
        return f"{self.method} {json.dumps(self.arguments, sort_keys=True)} {self.version}"


CONTESTANTS = {
    "rs": Contestant("rs"),
    "sobol": Contestant("sobol"),
    "median_stopping": Contestant("median_stopping", version="2"),
    "asha": Contestant("asha"),
    "asha_promotion": Contestant("asha", {"type": "promotion"}),
    "hyperband": Contestant("hyperband", version="2"),
    "sync_hyperband": Contestant("sync_hyperband"),
    "pasha": Contestant("pasha", version="2"),
    "one_epoch_top_k": Contestant("one_epoch_top_k"),
    "regularized_evolution": Contestant("regularized_evolution"),
    "tpe": Contestant("tpe"),
    "cqr": Contestant("cqr", version="2"),
    "bohb": Contestant("bohb"),
    "bo": Contestant("bo", version="8"),
    "bo_any_cost": Contestant("bo", {"cost_exponent": 0.0}, version="8"),
    "mobster": Contestant("mobster", version="11"),
    "mobster_joint": Contestant("mobster", {"model": "joint"}, version="8"),
    "sync_mobster": Contestant("sync_mobster", version="11"),
    "hypertune": Contestant("hypertune", version="9"),
    "wise": Contestant("wise", version="15"),
    "auto": Contestant("auto", version="13"),
}


def is_current(contestant: str, identity: str) -> bool:
    """Whether a recorded run is of the contestant as it is now."""
    known = CONTESTANTS.get(contestant) or PEERS.get(contestant)
    return known is None or known.identity == identity


def available() -> list[str]:
    """The names of the contestants whose methods exist with these arguments, in order."""
    problem = Problem({"x": space.uniform(0, 1)}, "loss", resource_attr="epoch", max_resource=27)
    found = []
    for name, contestant in CONTESTANTS.items():
        try:
            methods.build(contestant.method, problem, 0, contestant.arguments)
        except methods.MethodError:
            continue
        found.append(name)
    return found
