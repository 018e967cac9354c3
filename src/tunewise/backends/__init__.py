"""Where jobs run."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.base import BackendSpec

_SPECS = {"local": ("tunewise.backends.local", "LocalBackend")}


def spec_from_json(data: Mapping[str, Any]) -> BackendSpec:
    """The specification that `experiment.json` describes: its `kind`, and what its `to_json` gave."""
    fields = dict(data)
    kind = fields.pop("kind")
    if kind not in _SPECS:
        raise ValueError(f"There is no back end {kind!r}: this version of Tunewise has {', '.join(_SPECS)}.")
    module, name = _SPECS[kind]
    spec: BackendSpec = getattr(import_module(module), name).from_json(fields)
    return spec
