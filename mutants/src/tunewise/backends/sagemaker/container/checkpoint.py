"""A trial's checkpoint on S3: its files by what is in them, and a manifest that is written last.

    PREFIX/files/SHA256       the content of a file
    PREFIX/manifest.json      {"files": {"a/b": "SHA256", ...}, "reports": 7}

Only what the manifest names counts, so that a checkpoint is there whole or not at all, whenever the job is
killed. Files that the manifest no longer names are deleted after it was written.

As uploads take their time and scripts don't wait for them, what is new is copied on the disk first: the
script may go on writing while the copy goes up. Copies of what is on S3 already aren't made, and each is
deleted when it is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tunewise.worker.files import leads_out, open_file, parse
from tunewise.worker.report import FULL

from .storage import Insist, Store, is_passing

MANIFEST = "manifest.json"
FILES = "files/"
GRAIN = 0.01  # seconds by which the times of files are coarse: two writes within may look like one
PIECE = 1 << 22  # bytes that are read at once

Stamp = tuple[int, int, int]  # what tells a changed file: its inode, size and time of change, in ns
Stamps = dict[str, Stamp]  # by path
Files = dict[str, str]  # SHA256 by path


class BrokenCheckpointError(RuntimeError):
    """The manifest names what isn't there, or isn't what it was."""


class ChangedError(RuntimeError):
    """The folder was written to meanwhile."""


class Staged(NamedTuple):
    """The folder as it was at one moment. files: what its manifest is to name. at: when it was last seen like
    that, seconds since the epoch. copied: whether what isn't on S3 was copied; if not, it is to be uploaded
    from the folder itself, and counts only if nothing is written there meanwhile."""

    stamps: Stamps
    files: Files
    at: float
    copied: bool

    @property
    def newest(self) -> float:
        """When the latest of its files was written, seconds since the epoch."""
        return _newest(self.stamps)


class Checkpoint:
    """What is in `folder`, kept on S3 below `prefix`. One job at a time writes it.

    staging: a folder for copies, on a disk as large. It holds no more than the checkpoint itself does.
    """

    def __init__(self, folder: Path, staging: Path, store: Store, prefix: str) -> None:
        self._folder = folder
        self._staging = staging
        self._store = store
        self._prefix = prefix
        self._hashes: dict[str, tuple[Stamp, str]] = {}
        self._there: set[str] = set()
        self._begun: set[str] = set()  # may be there as well, or something else in their place
        self._kept: Files = {}
        self._told = False

    def restore(self, insist: Insist) -> None:
        """Makes the folder what the manifest says. Raises BrokenCheckpointError, and what `insist` does."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        body = insist("The checkpoint's manifest", lambda: self._store.get(self._prefix + MANIFEST))
        if body is None:
            return
        files = _named_by(body)
        for name, digest in files.items():
            insist(f"{name} of the checkpoint", partial(self._download, name, digest))
        self._kept, self._there = files, set(files.values())

    def _download(self, name: str, digest: str) -> None:
        path = self._folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._store.download(self._prefix + FILES + digest, path)
        except Exception as error:
            if is_passing(error):
                raise
            raise BrokenCheckpointError(f"{name} of the checkpoint can't be read: {error}") from error
        if _read(path, None) != digest:
            raise BrokenCheckpointError(f"{name} of the checkpoint isn't what its manifest says.")
        self._hashes[name] = (_stamp(path), digest)

    def stage(self, copying: bool) -> Staged | None:
        """Takes down what is in the folder, and copies what isn't on S3 if `copying` and if there is room.

        None if nothing is new since the last manifest. Raises ChangedError.
        """
        stamps = _stamps(self._folder)
        if time.time() < _newest(stamps) + GRAIN:
            time.sleep(GRAIN)
        copying = copying and self._make_room(stamps)
        try:
            files = {name: self._take(name, stamp, copying) for name, stamp in stamps.items()}
        except OSError as error:
            if not copying or error.errno not in FULL:
                raise
            self._tell_full(stamps)
            return self.stage(copying=False)
        at = time.time()
        if _stamps(self._folder) != stamps:
            raise ChangedError
        return None if files == self._kept else Staged(stamps, files, at, copying)

    def is_like(self, staged: Staged) -> bool:
        """Whether nothing has been written since."""
        return _stamps(self._folder) == staged.stamps

    def was_like(self, staged: Staged, moment: float) -> bool:
        """Whether the folder was at `moment` what was staged before, as far as can be seen now: what is
        different was written later."""
        then, now = staged.stamps, _stamps(self._folder)
        changed = [name for name in now.keys() | then.keys() if now.get(name) != then.get(name)]
        return all(name in now and _newest({name: now[name]}) > moment for name in changed)

    def upload(self, staged: Staged) -> None:
        """Uploads what isn't there. Raises ChangedError, and what boto3 does."""
        for name, digest in staged.files.items():
            if digest in self._there:
                continue
            path = self._staging / digest if staged.copied else self._folder / name
            self._begun.add(digest)
            self._store.upload(path, self._prefix + FILES + digest)
            if staged.copied:
                path.unlink()
            elif _stamp(path) != staged.stamps[name]:
                raise ChangedError
            self._there.add(digest)
        if not staged.copied and _stamps(self._folder) != staged.stamps:
            raise ChangedError

    def commit(self, files: Files, reports: int) -> None:
        """Writes the manifest, then deletes what it no longer names."""
        manifest = {"files": files, "reports": reports}
        self._store.put(self._prefix + MANIFEST, json.dumps(manifest).encode())
        self._kept = files
        named = set(files.values())
        self._begun = (self._there | self._begun) - named
        self._there &= named
        self._store.delete([self._prefix + FILES + digest for digest in sorted(self._begun)])
        self._begun.clear()

    # ---- copies ------------------------------------------------------------------------------------------

    def _known(self, name: str, stamp: Stamp) -> str | None:
        """The SHA256 of a file that hasn't changed since it was last read."""
        known = self._hashes.get(name)
        return known[1] if known is not None and known[0] == stamp else None

    def _take(self, name: str, stamp: Stamp, copying: bool) -> str:
        digest = self._known(name, stamp)
        copied = copying and (digest is None or digest not in self._there)
        if digest is None or (copied and not (self._staging / digest).exists()):
            digest = self._read_unchanged(name, stamp, self._staging / "part" if copied else None)
            if copied:
                os.replace(self._staging / "part", self._staging / digest)
            self._hashes[name] = (stamp, digest)
        return digest

    def _read_unchanged(self, name: str, stamp: Stamp, copy: Path | None) -> str:
        try:
            return _read(self._folder / name, copy, stamp)
        except FileNotFoundError as error:
            raise ChangedError from error

    def _make_room(self, stamps: Stamps) -> bool:
        """Deletes copies that nobody needs any more. Whether there is room for those that are missing, and
        for the script to write its next checkpoint."""
        known = {name: self._known(name, stamp) for name, stamp in stamps.items()}
        self._staging.mkdir(parents=True, exist_ok=True)
        for path in self._staging.iterdir():
            if path.name not in known.values():
                path.unlink()
        there = self._there | {path.name for path in self._staging.iterdir()}
        needed = sum(stamp[1] for name, stamp in stamps.items() if known[name] not in there)
        if shutil.disk_usage(self._staging).free >= needed + _size(stamps):
            return True
        self._tell_full(stamps)
        return False

    def _tell_full(self, stamps: Stamps) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)
        if not self._told:
            self._told = True
            print(
                f"tunewise: there is no room for a copy of the checkpoint ({_size(stamps) / 1e9:.2g} GB), so "
                "that it gets to S3 only if it isn't written to meanwhile: give the jobs a larger volume_gb.",
                file=sys.stderr,
                flush=True,
            )


def _named_by(manifest: bytes) -> Files:
    """Raises BrokenCheckpointError."""
    try:
        files: Files = {str(name): str(digest) for name, digest in parse(manifest)["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenCheckpointError(f"The checkpoint's manifest can't be read: {error}") from error
    outside = next(filter(leads_out, files), None)
    if outside is not None:
        raise BrokenCheckpointError(f"The checkpoint's manifest has a file {outside!r}, which can't be.")
    return files


def _stamps(folder: Path) -> Stamps:
    stamps: Stamps = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            with suppress(FileNotFoundError):  # deleted meanwhile
                if path.is_file():
                    stamps[str(path.relative_to(folder))] = _stamp(path)
    return stamps


def _stamp(file: Path | int) -> Stamp:
    """Not the time of modification, which copies take over and renaming leaves as it is."""
    status = os.stat(file)
    return status.st_ino, status.st_size, status.st_ctime_ns


def _newest(stamps: Stamps) -> float:
    return max((stamp[2] for stamp in stamps.values()), default=0) / 1e9


def _size(stamps: Stamps) -> int:
    return sum(stamp[1] for stamp in stamps.values())


def _read(path: Path, copy: Path | None, stamp: Stamp | None = None) -> str:
    """The SHA256 of a file, which is copied to `copy`. Raises ChangedError once it isn't as `stamp` says."""
    digest = hashlib.sha256()
    with os.fdopen(open_file(path), "rb", buffering=0) as file, _opened(copy) as target:
        while piece := file.read(PIECE):
            digest.update(piece)
            target.write(piece)
            if stamp is not None and _stamp(file.fileno()) != stamp:
                raise ChangedError
    return digest.hexdigest()


def _opened(path: Path | None) -> BinaryIO:
    return Path(os.devnull if path is None else path).open("wb")
