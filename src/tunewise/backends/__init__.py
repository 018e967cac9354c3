"""Where jobs run."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tunewise.backends.base import BackendError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.base import BackendSpec

_SPECS = {
    "local": ("tunewise.backends.local", "LocalBackend"),
    "sagemaker": ("tunewise.backends.sagemaker", "SageMakerBackend"),
    "simulated": ("tunewise.backends.simulated", "SimulatedBackend"),
}


def spec_from_json(data: Mapping[str, Any]) -> BackendSpec:
    """The specification that `experiment.json` describes: its `kind`, and what its `to_json` gave.

    Raises `BackendError` for a kind that there isn't, and for what no specification of its kind is.
    """
    fields = dict(data)
    kind = fields.pop("kind", None)
    if not isinstance(kind, str) or kind not in _SPECS:
        raise BackendError(
            f"There is no back end {kind!r}: this version of Tunewise has {', '.join(_SPECS)}."
        )
    module, name = _SPECS[kind]
    try:
        spec: BackendSpec = getattr(import_module(module), name).from_json(fields)
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise BackendError(f"The description of the back end {kind!r} can't be used: {reason}.") from error
    return spec
