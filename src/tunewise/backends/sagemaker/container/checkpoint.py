"""A trial's checkpoint on S3: its files by what is in them, and a manifest that is written last.

    PREFIX/files/SHA256       the content of a file
    PREFIX/manifest.json      {"files": {"a/b": "SHA256", ...}, "reports": 7}

Only what the manifest names counts, so that a checkpoint is there whole or not at all, whenever the job is
killed. Files that the manifest no longer names are deleted after it was written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import threading
from pathlib import Path

from .storage import Store

MANIFEST = "manifest.json"
FILES = "files/"

Stamp = tuple[int, int, int]  # what tells a changed file: its inode, size and time
Files = dict[str, str]  # SHA256 by path


class BrokenCheckpointError(RuntimeError):
    """The manifest names what isn't there, or isn't what it was."""


class Checkpoint:
    """What is in `folder`, kept on S3 below `prefix`. One job at a time writes it."""

    def __init__(self, folder: Path, store: Store, prefix: str) -> None:
        self._folder = folder
        self._store = store
        self._prefix = prefix
        self._hashes: dict[str, tuple[Stamp, str]] = {}
        self._uploaded: set[str] = set()
        self._kept: Files = {}
        self.newest = 0.0  # when the latest file of the last copy was written, seconds since the epoch

    def restore(self) -> None:
        """Brings the folder to what the manifest says. Raises BrokenCheckpointError."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        body = self._store.get(self._prefix + MANIFEST)
        if body is None:
            return
        files: Files = json.loads(body)["files"]
        for name, digest in files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._store.download(self._prefix + FILES + digest, path)
            except Exception as error:
                raise BrokenCheckpointError(f"{name} of the checkpoint can't be read: {error}") from error
            if _sha256(path) != digest:
                raise BrokenCheckpointError(f"{name} of the checkpoint isn't what its manifest says.")
        self._kept, self._uploaded = files, set(files.values())

    def copy(self) -> Files | None:
        """Uploads what is new in the folder; what the manifest is to name then.

        None if nothing has changed since the last manifest, or if something was written meanwhile.
        """
        before = _stamps(self._folder)
        files: Files = {}
        self.newest = max((stamp[2] for stamp in before.values()), default=0) / 1e9
        for name, stamp in before.items():
            path = self._folder / name
            try:
                known = self._hashes.get(name)
                digest = known[1] if known is not None and known[0] == stamp else _sha256(path)
                if digest not in self._uploaded:
                    self._store.upload(path, self._prefix + FILES + digest)
            except FileNotFoundError:
                return None
            self._hashes[name] = (stamp, digest)
            files[name] = digest
            if _stamps(self._folder).get(name) == stamp:  # what was read is what was hashed
                self._uploaded.add(digest)
        if files == self._kept or _stamps(self._folder) != before:
            return None
        return files

    def commit(self, files: Files, reports: int) -> None:
        """Writes the manifest, then deletes what it no longer names."""
        manifest = {"files": files, "reports": reports}
        self._store.put(self._prefix + MANIFEST, json.dumps(manifest).encode())
        self._kept = files
        unnamed = self._uploaded - set(files.values())
        self._uploaded -= unnamed
        self._store.delete([self._prefix + FILES + digest for digest in sorted(unnamed)])


class Saver:
    """Copies the checkpoint in a thread of its own, so that reports don't wait for large files."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint
        self._thread: threading.Thread | None = None
        self._copied: Files | None = None

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def begin(self) -> None:
        self._copied = None
        self._thread = threading.Thread(target=self._copy, daemon=True)
        self._thread.start()

    def result(self, wait: bool = False) -> Files | None:
        """What the manifest is to name, once a copy is done; None before, and if there is nothing new."""
        if self._thread is None or (self._thread.is_alive() and not wait):
            return None
        self._thread.join()
        self._thread = None
        return self._copied

    def _copy(self) -> None:
        try:
            self._copied = self._checkpoint.copy()
        except Exception as error:  # noqa: BLE001 - the job goes on, with its last checkpoint
            print(f"tunewise: the checkpoint can't be copied to S3: {error}", file=sys.stderr, flush=True)


def _stamps(folder: Path) -> dict[str, Stamp]:
    stamps: dict[str, Stamp] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            try:
                status = path.stat()
            except FileNotFoundError:
                continue  # deleted meanwhile
            if path.is_file():
                where = str(path.relative_to(folder))
                stamps[where] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return stamps


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
