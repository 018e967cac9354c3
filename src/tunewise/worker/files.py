"""Small JSON files that are there whole or not at all."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_json(path: str, data: Mapping[str, object], indent: int | None = None) -> None:
    """Writes a file of which a reader sees all or nothing. One process at a time may write it.

    It isn't synced to the disk: after a crash of the whole machine it may be missing or empty, and a reader
    takes either for "never written". Raises OSError, for instance if the disk is full.
    """
    part = path + ".part"
    with open(part, "wb") as file:
        file.write(json.dumps(data, indent=indent).encode() + b"\n")
    os.replace(part, path)
