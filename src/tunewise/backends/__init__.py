"""Where jobs run. This module finds the back ends that packages register as `tunewise.backends`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec, ScriptBackendSpec
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "tunewise.backends"


@cache
def kinds() -> Mapping[str, Sequence[EntryPoint]]:
    """The registrations of each name: one, unless packages conflict. Imports none of them."""
    from importlib import metadata  # takes longer to import than everything else here

    found: dict[str, list[EntryPoint]] = {}
    for entry in sorted(metadata.entry_points(group=GROUP)):
        same = found.setdefault(entry.name, [])
        if entry.value not in [other.value for other in same]:
            same.append(entry)
    return found


def spec_class(kind: object) -> type[BackendSpec]:
    """The specification that is registered under a name; imports no other.

    Raises `BackendError` if the kind is unknown, if two packages register it, and if it can't be imported or
    isn't a specification.
    """
    entries = kinds().get(kind, ()) if isinstance(kind, str) else ()
    if not entries:
        raise BackendError(
            f"There is no back end {kind!r}: this version of Tunewise has {', '.join(kinds())}."
            if kinds()
            else "No back end is registered, because Tunewise isn't installed: pip install it."
        )
    packages = [_package(entry) for entry in entries]
    if len(entries) > 1:
        raise BackendError(
            f"{' and '.join(packages)} both register a back end {kind!r}: uninstall all but one of them."
        )
    try:
        found = entries[0].load()
    except Exception as error:
        raise BackendError(
            f"The back end {kind!r} of {packages[0]} can't be imported ({type(error).__name__}: {error}): "
            "fix or uninstall that package."
        ) from error
    if not (isinstance(found, type) and issubclass(found, BackendSpec) and found.kind == kind):
        raise BackendError(
            f"{packages[0]} registers {entries[0].value} as the back end {kind!r}, but that isn't a "
            "specification of this kind: fix or uninstall that package."
        )
    return found


@cache
def script_kinds() -> Mapping[str, type[ScriptBackendSpec] | BackendError]:
    """All back ends that run scripts, by name, the local one first; an error for one that can't be used."""
    found: dict[str, type[ScriptBackendSpec] | BackendError] = {}
    for kind in sorted(kinds(), key=lambda name: (name != "local", name)):
        try:
            spec = spec_class(kind)
        except BackendError as error:
            found[kind] = error
        else:
            if issubclass(spec, ScriptBackendSpec):
                found[kind] = spec
    return found


def spec_from_json(data: Mapping[str, Any]) -> BackendSpec:
    """The specification in `experiment.json`: its `kind`, and the result of its `to_json`.

    Raises `BackendError` for an unknown kind, and for a description that its kind can't read.
    """
    fields = dict(data)
    kind = fields.pop("kind", None)
    spec = spec_class(kind)
    try:
        return spec.from_json(fields)
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise BackendError(f"The description of the back end {kind!r} can't be used: {reason}.") from error


def moved(data: Mapping[str, Any], paths: ExperimentPaths) -> Mapping[str, Any]:
    """The same description where its script lies in the experiment's folder, which was renamed since."""
    before, now = str(data.get("entry_point", "")), str(paths.function.absolute())
    if os.path.basename(before) != paths.function.name or before == now or not paths.function.exists():
        return data
    preload = [now if entry == before else entry for entry in data.get("preload", ())]
    return {**data, "entry_point": now, **({"preload": preload} if preload else {})}


def _package(entry: EntryPoint) -> str:
    return "an unknown package" if entry.dist is None else f"the package {entry.dist.name}"
