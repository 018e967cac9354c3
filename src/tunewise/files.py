"""Files that a reader sees whole or not at all."""

import os
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

Kind = TypeVar("Kind")


def decode(data: bytes | memoryview, kind: type[Kind]) -> Kind:
    """Reads JSON of which a crash, a script or a person may have made anything. Raises ValueError for all
    that can be wrong with it, and nothing else: malformed, not of this kind, no UTF-8, nested too deeply."""
    try:
        found: Kind = _decoder(cast("Hashable", kind)).decode(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return found


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


@contextmanager
def replacing(path: Path, durable: bool = False) -> Iterator[Path]:
    """Hands out a draft beside `path` to be written; at the end of the block it takes the place of `path`.

    durable: it is on the disk, name and all, when the block is left. If the block raises, `path` is as it
    was before.
    """
    draft = path.with_name(f"{path.name}.new")
    try:
        yield draft
        if durable:
            sync(draft)
        os.replace(draft, path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename is None:  # as of a disk that is full
            error.filename = str(path)
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    if durable:
        sync(path.parent)


def sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are where a power cut can't reach them."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
