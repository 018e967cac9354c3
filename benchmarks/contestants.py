"""The methods that are measured, by the names that the tables of results have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tunewise import methods


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
    "median_stopping": Contestant("median_stopping"),
    "asha": Contestant("asha"),
    "asha_promotion": Contestant("asha", {"type": "promotion"}),
    "hyperband": Contestant("hyperband"),
    "sync_hyperband": Contestant("sync_hyperband"),
    "pasha": Contestant("pasha"),
    "one_epoch_top_k": Contestant("one_epoch_top_k"),
    "regularized_evolution": Contestant("regularized_evolution"),
    "tpe": Contestant("tpe"),
    "cqr": Contestant("cqr"),
    "bohb": Contestant("bohb"),
    "bo": Contestant("bo"),
    "bo_cost": Contestant("bo", {"cost_aware": True}),
    "mobster": Contestant("mobster"),
    "mobster_promotion": Contestant("mobster", {"type": "promotion"}),
    "sync_mobster": Contestant("sync_mobster"),
    "hypertune": Contestant("hypertune"),
    "wise": Contestant("wise"),
}


def available() -> list[str]:
    """The names of the contestants whose methods exist, in order."""
    known = set(methods.names())
    return [name for name, contestant in CONTESTANTS.items() if contestant.method in known]
