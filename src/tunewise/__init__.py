"""Tunewise tunes the hyperparameters of training scripts.

A function: `tune`. In a script: `Reporter`, `checkpoint_dir`. What is tuned: `Problem`, `space`. How:
`methods`. Where it runs: `LocalBackend`, `SageMakerBackend`, `SimulatedBackend`. To run it: `Tuner`,
`StoppingCriterion`, `Policy`, `resume`. What came out: `ExperimentResult`, `load_experiment`. In a loop of
one's own: `AskTell`, with `Start`, `Resume`, `Wait`, `Exhausted`, `Verdict` and `FailureKind`;
`DefineByRun` and `TrialPruned` if an objective asks for its hyperparameters.

Names are loaded when first used, so that a training script that says `from tunewise import Reporter` does
not pay for the tuner.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from tunewise import methods, space
    from tunewise.backends.local import LocalBackend
    from tunewise.backends.sagemaker import SageMakerBackend
    from tunewise.blackboxes.simulated import SimulatedBackend
    from tunewise.define_by_run import DefineByRun, TrialPruned
    from tunewise.engine.ask_tell import AskTell
    from tunewise.engine.policy import Policy, StoppingCriterion
    from tunewise.functions import tune
    from tunewise.problem import Problem
    from tunewise.results import ExperimentResult, load_experiment
    from tunewise.schedulers.base import Exhausted, Resume, Start, Verdict, Wait
    from tunewise.trial import FailureKind
    from tunewise.tuner import Tuner, resume
    from tunewise.version import __version__
    from tunewise.worker.report import Reporter, checkpoint_dir

_HOMES = {
    "AskTell": "tunewise.engine.ask_tell",
    "DefineByRun": "tunewise.define_by_run",
    "Exhausted": "tunewise.schedulers.base",
    "ExperimentResult": "tunewise.results",
    "FailureKind": "tunewise.trial",
    "LocalBackend": "tunewise.backends.local",
    "Policy": "tunewise.engine.policy",
    "Problem": "tunewise.problem",
    "Reporter": "tunewise.worker.report",
    "Resume": "tunewise.schedulers.base",
    "SageMakerBackend": "tunewise.backends.sagemaker",
    "SimulatedBackend": "tunewise.blackboxes.simulated",
    "Start": "tunewise.schedulers.base",
    "StoppingCriterion": "tunewise.engine.policy",
    "TrialPruned": "tunewise.define_by_run",
    "Tuner": "tunewise.tuner",
    "Verdict": "tunewise.schedulers.base",
    "Wait": "tunewise.schedulers.base",
    "__version__": "tunewise.version",
    "checkpoint_dir": "tunewise.worker.report",
    "load_experiment": "tunewise.results",
    "resume": "tunewise.tuner",
    "tune": "tunewise.functions",
}
_MODULES = ("methods", "space")

__all__ = [
    "AskTell",
    "DefineByRun",
    "Exhausted",
    "ExperimentResult",
    "FailureKind",
    "LocalBackend",
    "Policy",
    "Problem",
    "Reporter",
    "Resume",
    "SageMakerBackend",
    "SimulatedBackend",
    "Start",
    "StoppingCriterion",
    "TrialPruned",
    "Tuner",
    "Verdict",
    "Wait",
    "__version__",
    "checkpoint_dir",
    "load_experiment",
    "methods",
    "resume",
    "space",
    "tune",
]


def __getattr__(name: str) -> object:
    home = f"tunewise.{name}" if name in _MODULES else _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'tunewise' has no attribute {name!r}")
    try:
        module = import_module(home)
    except ModuleNotFoundError as error:
        if not home.startswith(str(error.name)):
            raise
        raise ImportError(f"{name} is not part of tunewise-worker: install tunewise as well.") from None
    value = module if name in _MODULES else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
