"""Tools that show experiments while they run, such as MLflow (docs/tracking.md).

A tracker is told what the journal says by a process of its own, which only reads. So no tracker can slow,
stop or change a tuner, and one that was away is told everything again. Packages register theirs as
`tunewise.trackers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from tunewise.trackers.base import Tracker

GROUP = "tunewise.trackers"

_SECRET = re.compile(
    r"(?<=//)[^/@\s]+(?=@)|(?<=[?&])\w*(?:pass|pwd|token|secret|key)\w*=[^&\s]*", re.IGNORECASE
)
"""Users and passwords of addresses, and what their queries call so."""


class TrackerError(RuntimeError):
    """A tracker that wasn't told everything; the message says why."""


@cache
def kinds() -> dict[str, EntryPoint]:
    """The registrations by name. Imports none of them."""
    from importlib import metadata  # takes longer to import than everything else here

    return {entry.name: entry for entry in sorted(metadata.entry_points(group=GROUP))}


def tracker_class(tracker: str) -> type[Tracker]:
    """The class of a tracker that is given as KIND or KIND:PLACE. Raises ValueError if there is none, or the
    package that it needs isn't installed."""
    kind = tracker.partition(":")[0]
    if kind not in kinds():
        raise ValueError(f"There is no tracker {kind!r}: this version of Tunewise has {', '.join(kinds())}.")
    try:
        found: type[Tracker] = kinds()[kind].load()
    except Exception as error:
        raise ValueError(
            f"The tracker {kind} can't be imported ({type(error).__name__}: {error}): fix or uninstall its "
            "package."
        ) from error
    if found.package and find_spec(found.package) is None:
        raise ValueError(f"The tracker {kind} needs {found.package}: pip install {found.package}.")
    return found


def checked(trackers: Iterable[str]) -> tuple[str, ...]:
    """Trackers as an experiment keeps them. Raises ValueError for those that can't be used, and for a
    password, which would be kept."""
    found = []
    for tracker in trackers:
        kind, _, place = tracker.partition(":")
        if _SECRET.search(place):
            raise ValueError(
                f"The tracker {without_secrets(tracker)} has a user or a password, which would be kept in "
                f"files: give them in the environment, as {kind}'s documentation says."
            )
        place = tracker_class(tracker).kept_place(place)
        found.append(f"{kind}:{place}" if place else kind)
    return tuple(dict.fromkeys(found))


def without_secrets(text: str) -> str:
    """Text, such as a library's error, without secrets in its addresses."""
    return _SECRET.sub("***", text)
