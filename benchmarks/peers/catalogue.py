"""The peers whose whole runs are recorded, by the names that the tables of results have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.environments import REQUIREMENTS

STORE = Path(__file__).parents[1] / "recorded" / "peers.jsonl"


@dataclass(frozen=True)
class Contestant:
    """A peer with its arguments, which its script describes. version: bump it when the script does otherwise
    than before, and its recorded runs count no more."""

    environment: str
    script: str
    arguments: dict[str, object] = field(default_factory=dict)
    version: str = "1"

    @property
    def identity(self) -> str:
        pinned = " ".join(pin for step in REQUIREMENTS[self.environment] for pin in step)
        return f"{self.script} {json.dumps(self.arguments, sort_keys=True)} {pinned} {self.version}"


def optuna(**arguments: object) -> Contestant:
    return Contestant("optuna", "optuna_tuner.py", arguments)


def syne_tune(scheduler: str, **options: object) -> Contestant:
    return Contestant("syne_tune", "syne_tune_tuner.py", {"scheduler": scheduler, "options": options})


QUIET = {"debug_log": False}

PEERS = {
    "optuna_gp": optuna(sampler="gp"),
    "optuna_tpe": optuna(sampler="tpe"),
    "optuna_tpe_hyperband": optuna(sampler="tpe", hyperband=True),
    "syne_tune_bo": syne_tune("BayesianOptimization", search_options=QUIET),
    "syne_tune_cqr": syne_tune("CQR"),
    "syne_tune_asha": syne_tune("ASHA", type="promotion"),
    "syne_tune_bohb": syne_tune("BOHB", type="promotion"),
    "syne_tune_mobster": syne_tune("MOBSTER", type="promotion", search_options=QUIET),
    "syne_tune_hypertune": syne_tune("HyperTune", type="promotion", brackets=4, search_options=QUIET),
    "syne_tune_dyhpo": syne_tune("DyHPO", search_options=QUIET),
    "dehb": Contestant("dehb", "dehb_tuner.py"),
    "smac": Contestant("smac", "smac_tuner.py"),
    "smac_5_random": Contestant("smac", "smac_tuner.py", {"random": 5}),
    "neps_priorband": Contestant("neps", "neps_tuner.py"),
}
