"""The copy of /opt/ml/checkpoints on S3 that the platform keeps while a job runs."""

import os
from pathlib import Path
from random import Random

from sagemaker_rehearsal.storage import Storage, split_uri

Stamp = tuple[int, int, int]  # what tells a changed file: its inode, size and time


class CheckpointSync:
    """Brings an S3 prefix to the state of a folder: new and changed files go up, deletions follow.

    shuffled: the files of one round go up in a random order, as several uploads at once may do; otherwise in
    the order in which they were written. A file that is being written goes up as it is at that moment.
    """

    def __init__(self, storage: Storage, uri: str, folder: Path, shuffled: Random | None = None) -> None:
        bucket, prefix = split_uri(uri)
        self._bucket = bucket
        self._prefix = prefix.rstrip("/") + "/" if prefix else ""
        self._storage = storage
        self._folder = folder
        self._shuffled = shuffled
        self._known = _stamps(folder)

    def run(self) -> None:
        found = _stamps(self._folder)
        changed = [name for name, stamp in found.items() if self._known.get(name) != stamp]
        changed.sort(key=lambda name: found[name][2])
        if self._shuffled is not None:
            self._shuffled.shuffle(changed)
        for name in changed:
            body = _read(self._folder / name)
            if body is not None:
                self._storage.put(self._bucket, self._prefix + name, body)
        for name in self._known.keys() - found.keys():
            self._storage.delete(self._bucket, self._prefix + name)
        self._known = found


def _stamps(folder: Path) -> dict[str, Stamp]:
    stamps: dict[str, Stamp] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            try:
                status = path.lstat()
            except FileNotFoundError:
                continue  # deleted meanwhile
            if path.is_file() and not path.is_symlink():
                stamps[str(path.relative_to(folder))] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return stamps


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
