"""Files that a reader sees whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
    except BaseException:
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
