"""The rehearsal of SageMaker on this machine: an emulator that checks requests strictly and runs the jobs.

Needs the extra `rehearsal`. `docs/rehearsal.md` says what is emulated, and what of it is known from documents
alone.
"""

from __future__ import annotations

from importlib import import_module

from sagemaker_rehearsal.faults import Fault
from sagemaker_rehearsal.profile import Profile

TYPE_CHECKING = False

if TYPE_CHECKING:
    from sagemaker_rehearsal.emulator import Emulator

_HOMES = {
    "Emulator": "sagemaker_rehearsal.emulator",
    "Fault": "sagemaker_rehearsal.faults",
    "Profile": "sagemaker_rehearsal.profile",
}

__all__ = ["Emulator", "Fault", "Profile"]


def __getattr__(name: str) -> object:
    """Loads names when they are first used: the process that forks containers must stay small."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
