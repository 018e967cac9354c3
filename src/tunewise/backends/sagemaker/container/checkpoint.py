"""A trial's checkpoint on S3: its files by what is in them, and a manifest that is written last.

    PREFIX/files/SHA256       the content of a file
    PREFIX/manifest.json      {"files": {"a/b": "SHA256", ...}, "reports": 7}

Only files in the manifest count, so a checkpoint is complete or doesn't exist, whenever the job is killed.
Files that the manifest no longer names are deleted after it is written.

Uploads take time and scripts don't wait for them, so new files are first copied on the disk: the script may
go on writing while the copy is uploaded. Files that are on S3 already aren't copied, and each copy is deleted
once it is uploaded.
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

from .storage import Bucket, Retry, is_passing

MANIFEST = "manifest.json"
FILES = "files/"
GRAIN = 0.01  # seconds: two writes to a file within this time may look like one
PIECE = 1 << 22  # bytes read at once

Stamp = tuple[int, int, int]  # inode, size and time of change (ns) of a file, which change with it
Stamps = dict[str, Stamp]  # by path
Files = dict[str, str]  # SHA256 by path


class BrokenCheckpointError(RuntimeError):
    """A file in the manifest is missing or was changed."""


class ChangedError(RuntimeError):
    """The folder was written to meanwhile."""


class Staged(NamedTuple):
    """The folder at one moment. files: for its manifest. at: when it was last seen like that, in seconds
    since the epoch. copied: whether files that aren't on S3 were copied; if not, they are uploaded from the
    folder itself, and count only if nothing is written there meanwhile."""

    stamps: Stamps
    files: Files
    at: float
    copied: bool

    @property
    def newest(self) -> float:
        """When the latest of its files was written, in seconds since the epoch."""
        return _newest(self.stamps)


class Checkpoint:
    """The contents of `folder`, copied to S3 below `prefix`. One job at a time writes them.

    staging: a folder for copies, which take no more room than the checkpoint itself.
    """

    def __init__(self, folder: Path, staging: Path, bucket: Bucket, prefix: str) -> None:
        self._folder = folder
        self._staging = staging
        self._bucket = bucket
        self._prefix = prefix
        self._hashes: dict[str, tuple[Stamp, str]] = {}
        self._on_s3: set[str] = set()
        self._begun: set[str] = set()  # uploads that may be on S3, complete or not
        self._kept: Files = {}
        self._warned = False

    def restore(self, retry: Retry) -> None:
        """Fills the folder from S3. Raises BrokenCheckpointError, and what `retry` does."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        body = retry("The checkpoint's manifest", lambda: self._bucket.get(self._prefix + MANIFEST))
        if body is None:
            return
        files = _named_by(body)
        for name, digest in files.items():
            retry(f"{name} of the checkpoint", partial(self._download, name, digest))
        self._kept, self._on_s3 = files, set(files.values())

    def _download(self, name: str, digest: str) -> None:
        path = self._folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._bucket.download(self._prefix + FILES + digest, path)
        except Exception as error:
            if is_passing(error):
                raise
            raise BrokenCheckpointError(f"{name} of the checkpoint can't be read: {error}") from error
        if _read(path, None) != digest:
            raise BrokenCheckpointError(f"{name} of the checkpoint differs from its manifest.")
        self._hashes[name] = (_stamp(path), digest)

    def stage(self, copying: bool) -> Staged | None:
        """Lists the folder, and copies files that aren't on S3 if `copying` and if there is room.

        None if nothing has changed since the last manifest. Raises ChangedError.
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
            self._warn_full(stamps)
            return self.stage(copying=False)
        at = time.time()
        if _stamps(self._folder) != stamps:
            raise ChangedError
        return None if files == self._kept else Staged(stamps, files, at, copying)

    def is_like(self, staged: Staged) -> bool:
        """Whether nothing was written since."""
        return _stamps(self._folder) == staged.stamps

    def was_like(self, staged: Staged, moment: float) -> bool:
        """Whether the folder was at `moment` as staged before, as far as can be seen now: all files that
        differ were written later."""
        then, now = staged.stamps, _stamps(self._folder)
        changed = [name for name in now.keys() | then.keys() if now.get(name) != then.get(name)]
        return all(name in now and _newest({name: now[name]}) > moment for name in changed)

    def upload(self, staged: Staged) -> None:
        """Uploads files that aren't on S3. Raises ChangedError, and what boto3 does."""
        for name, digest in staged.files.items():
            if digest in self._on_s3:
                continue
            path = self._staging / digest if staged.copied else self._folder / name
            self._begun.add(digest)
            self._bucket.upload(path, self._prefix + FILES + digest)
            if staged.copied:
                path.unlink()
            elif _stamp(path) != staged.stamps[name]:
                raise ChangedError
            self._on_s3.add(digest)
        if not staged.copied and _stamps(self._folder) != staged.stamps:
            raise ChangedError

    def commit(self, files: Files, reports: int) -> None:
        """Writes the manifest, then deletes files that it no longer names."""
        manifest = {"files": files, "reports": reports}
        self._bucket.put(self._prefix + MANIFEST, json.dumps(manifest).encode())
        self._kept = files
        named = set(files.values())
        self._begun = (self._on_s3 | self._begun) - named
        self._on_s3 &= named
        self._bucket.delete([self._prefix + FILES + digest for digest in sorted(self._begun)])
        self._begun.clear()

    # ---- copies ------------------------------------------------------------------------------------------

    def _known_hash(self, name: str, stamp: Stamp) -> str | None:
        """The SHA256 of a file that hasn't changed since it was last read."""
        known = self._hashes.get(name)
        return known[1] if known is not None and known[0] == stamp else None

    def _take(self, name: str, stamp: Stamp, copying: bool) -> str:
        digest = self._known_hash(name, stamp)
        copied = copying and (digest is None or digest not in self._on_s3)
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
        """Deletes copies that are no longer needed. Returns whether there is room for those that are missing,
        and for the script's next checkpoint."""
        known = {name: self._known_hash(name, stamp) for name, stamp in stamps.items()}
        self._staging.mkdir(parents=True, exist_ok=True)
        for path in self._staging.iterdir():
            if path.name not in known.values():
                path.unlink()
        present = self._on_s3 | {path.name for path in self._staging.iterdir()}
        needed = sum(stamp[1] for name, stamp in stamps.items() if known[name] not in present)
        if shutil.disk_usage(self._staging).free >= needed + _size(stamps):
            return True
        self._warn_full(stamps)
        return False

    def _warn_full(self, stamps: Stamps) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)
        if not self._warned:
            self._warned = True
            print(
                f"tunewise: there is no room to copy the checkpoint ({_size(stamps) / 1e9:.2g} GB), so it "
                "reaches S3 only if it isn't written to meanwhile: give the jobs a larger volume_gb.",
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
        raise BrokenCheckpointError(
            f"The checkpoint's manifest has a file {outside!r}, which leads out of its folder."
        )
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
    """Uses the time of change: copies keep the time of modification, and renaming doesn't change it."""
    status = os.stat(file)
    return status.st_ino, status.st_size, status.st_ctime_ns


def _newest(stamps: Stamps) -> float:
    return max((stamp[2] for stamp in stamps.values()), default=0) / 1e9


def _size(stamps: Stamps) -> int:
    return sum(stamp[1] for stamp in stamps.values())


def _read(path: Path, copy: Path | None, stamp: Stamp | None = None) -> str:
    """The SHA256 of a file, which is copied to `copy`. Raises ChangedError if it no longer matches
    `stamp`."""
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
