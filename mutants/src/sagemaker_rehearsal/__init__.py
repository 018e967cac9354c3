"""The rehearsal of SageMaker on this machine: an emulator that checks requests strictly and runs the jobs.

Needs the extra `rehearsal`. `docs/rehearsal.md` says what is emulated, and what of it is known from documents
alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the process that forks containers imports this without any other package
    from sagemaker_rehearsal.emulator import Emulator
    from sagemaker_rehearsal.faults import Fault
    from sagemaker_rehearsal.profile import Profile

__all__ = ["Emulator", "Fault", "Profile"]
_MODULES = {"Emulator": "emulator", "Fault": "faults", "Profile": "profile"}


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
