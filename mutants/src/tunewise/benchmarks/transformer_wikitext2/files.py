"""The cache folder, and files that appear whole or not at all."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def cache_folder() -> Path:
    """Where downloaded and prepared texts are kept; it needn't exist yet."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tunewise" / "wikitext-2"


@contextmanager
def replacing(path: Path, temporary: Path) -> Iterator[BinaryIO]:
    """Opens `temporary`, in the same folder, to be written; at the end of the block it becomes `path`.

    Whoever reads `path` sees the former file or the new one, never a part: not in a race of several jobs,
    nor after a kill or a power cut.
    """
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_shared(path: Path, content: bytes) -> None:
    """Writes a file that several jobs may be writing at the same time: the last one to finish wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, path.with_name(f".{path.name}.{uuid.uuid4().hex}")) as file:
        file.write(content)
