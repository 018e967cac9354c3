"""Where jobs run, and which back ends there are: those that packages register as `tunewise.backends`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec, ScriptBackendSpec

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "tunewise.backends"


@cache
def kinds() -> Mapping[str, Sequence[EntryPoint]]:
    """Who registers each name, by name: one, unless packages are at odds. None is imported."""
    from importlib import metadata  # takes longer to import than all else here

    found: dict[str, list[EntryPoint]] = {}
    for entry in sorted(metadata.entry_points(group=GROUP)):
        same = found.setdefault(entry.name, [])
        if entry.value not in [other.value for other in same]:
            same.append(entry)
    return found


def spec_class(kind: object) -> type[BackendSpec]:
    """The specification that is registered under a name; it alone is imported.

    Raises `BackendError` for a kind that there isn't, for one that two packages claim, and for one that
    can't be imported or isn't one.
    """
    entries = kinds().get(kind, ()) if isinstance(kind, str) else ()
    if not entries:
        raise BackendError(
            f"There is no back end {kind!r}: this version of Tunewise has {', '.join(kinds())}."
            if kinds()
            else "No back end is registered, as Tunewise isn't installed: pip install it."
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
            "mend or uninstall that package."
        ) from error
    if not (isinstance(found, type) and issubclass(found, BackendSpec) and found.kind == kind):
        raise BackendError(
            f"{packages[0]} registers {entries[0].value} as the back end {kind!r}, but that is no "
            f"specification of this kind: mend or uninstall that package."
        )
    return found


@cache
def script_kinds() -> Mapping[str, type[ScriptBackendSpec] | BackendError]:
    """All back ends that run scripts, by name, this machine's first; an error for one that can't be used."""
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
    """The specification that `experiment.json` describes: its `kind`, and what its `to_json` gave.

    Raises `BackendError` for a kind that there isn't, and for what no specification of its kind is.
    """
    fields = dict(data)
    kind = fields.pop("kind", None)
    spec = spec_class(kind)
    try:
        return spec.from_json(fields)
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise BackendError(f"The description of the back end {kind!r} can't be used: {reason}.") from error


def _package(entry: EntryPoint) -> str:
    return "an unknown package" if entry.dist is None else f"the package {entry.dist.name}"
