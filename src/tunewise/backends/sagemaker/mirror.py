"""A copy on S3 of an experiment's folder, which outlives the tuner's machine."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from tunewise import disk
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.names import Places
from tunewise.paths import ExperimentPaths
from tunewise.worker.files import leads_out

Stamp = tuple[int, int, int]  # inode, size and time of a file, which change with it

SEND_EVERY = 20.0  # seconds
OF_ONE_MACHINE = frozenset({"bell", "stop", "__pycache__"})
"""Files that mean something only to the processes of one machine."""


class Mirror:
    """A local folder and its copy below a prefix on S3, which ends with a slash. Calls raise what
    `translated` does."""

    def __init__(self, folder: Path, bucket: Bucket, prefix: str) -> None:
        self._folder = folder
        self._bucket = bucket
        self._prefix = prefix
        self._sent: dict[Path, Stamp] = {}
        self._fetched: dict[Path, tuple[str, Stamp | None]] = {}  # the ETag, and the stamp of the local file

    def send(self) -> None:
        """Sends all files that changed since they were sent, in the order in which they were written: the
        last one, such as the experiment's end, says on S3, too, that the others are there."""
        for path in sorted(self._files(), key=_written):
            self.send_file(path)

    def send_file(self, path: Path) -> None:
        """Does nothing if the file doesn't exist or hasn't changed since it was sent."""
        stamp = _stamp(path)
        if stamp is None or self._sent.get(path) == stamp:
            return
        name = path.relative_to(self._folder).as_posix()
        with translated(f"Copying {name} to S3"):
            self._bucket.put(self._prefix + name, path.read_bytes())
        self._sent[path] = stamp

    def differences(self) -> dict[Path, str]:
        """The ETags of files on S3 that are missing here or differ, by their local paths."""
        with translated("Looking at the copy on S3"):
            etags = self._bucket.etags(self._prefix)
        # a key that ends with a slash is a folder of AWS's console, not a file
        places = {self._place(key): etag for key, etag in etags.items() if not key.endswith("/")}
        return {path: etag for path, etag in places.items() if not self._is_same(path, etag)}

    def read(self, path: Path) -> bytes | None:
        """The copy of a file; None if there is none."""
        name = path.relative_to(self._folder).as_posix()
        with translated(f"Reading {name} from S3"):
            return self._bucket.get(self._prefix + name)

    def write(self, path: Path, etag: str, body: bytes) -> None:
        """Writes a file that was read from S3. etag: as `differences` returned it."""
        disk.write(path, body)
        self._fetched[path] = etag, _stamp(path)

    def _is_same(self, path: Path, etag: str) -> bool:
        """Whether the local file is the one with this ETag. In a bucket that a customer's key encrypts, an
        ETag isn't a checksum: there each file differs once."""
        if self._fetched.get(path) == (etag, _stamp(path)):
            return True
        if not path.is_file():
            return False
        return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest() == etag.strip('"')

    def _place(self, key: str) -> Path:
        """Raises BackendError for a key that leads out of the folder."""
        name = key.removeprefix(self._prefix)
        if leads_out(name):
            raise BackendError(
                f"{self._prefix} on S3 has a file {name!r}, which leads out of the folder: delete it there."
            )
        return self._folder / name

    def _files(self) -> Iterator[Path]:
        for parent, folders, names in os.walk(self._folder):
            folders[:] = sorted(set(folders) - OF_ONE_MACHINE)
            for name in sorted(set(names) - OF_ONE_MACHINE):
                if not name.endswith(".new"):  # a draft
                    yield Path(parent, name)


class ExperimentMirror:
    """The copy of one experiment's folder. One tuner at a time sends it."""

    def __init__(self, paths: ExperimentPaths, bucket: Bucket, places: Places) -> None:
        self._paths = paths
        self._mirror = Mirror(paths.folder, bucket, places.record)

    def send_journal(self) -> None:
        """Sends what a tuner elsewhere needs to continue from here."""
        self._mirror.send_file(self._paths.definition)
        self._mirror.send_file(self._paths.journal)

    def send(self) -> None:
        """Sends everything that has changed, the journal first."""
        self.send_journal()
        self._mirror.send()

    def fetch(self) -> int:
        """Fetches the files that differ on S3, and returns how many. Leaves a definition without a journal on
        S3: its tuner ended between the two, so the experiment has not begun.

        Raises `BackendError` if the local journal isn't the beginning of the one on S3: somebody continued
        the experiment here, and the results of that would be lost.
        """
        differing = self._mirror.differences()
        if self._paths.journal not in differing and not self._paths.journal.exists():
            differing.pop(self._paths.definition, None)
        first = sorted(
            differing, key=lambda path: path != self._paths.journal
        )  # the journal may refuse all of them
        return sum(self._fetch(path, differing[path]) for path in first)

    def _fetch(self, path: Path, etag: str) -> bool:
        body = self._mirror.read(path)
        if body is None:  # it was deleted meanwhile
            return False
        if path == self._paths.journal:
            self._check_longer(body)
        self._mirror.write(path, etag, body)
        return True

    def _check_longer(self, body: bytes) -> None:
        journal = self._paths.journal
        here = journal.read_bytes() if journal.exists() else b""
        if not body.startswith(here[: here.rfind(b"\n") + 1]):
            raise BackendError(
                f"{journal} has lines that its copy on S3 lacks, since somebody continued the experiment "
                "here: move its folder away to fetch the copy."
            )


class MirrorSchedule:
    """Sends an experiment's copy to S3 when that is due; does nothing if `mirror` is None. Calls raise what
    `translated` does."""

    def __init__(self, mirror: ExperimentMirror | None) -> None:
        self._mirror = mirror
        self._due = 0.0

    def before_acting(self) -> None:
        """Sends the journal before anything is done that outlives the tuner, so that the next one knows
        it."""
        if self._mirror is not None:
            self._mirror.send_journal()

    def now_and_then(self) -> None:
        if self._mirror is not None and time.monotonic() >= self._due:
            self._mirror.send()
            self._due = time.monotonic() + SEND_EVERY


def _written(path: Path) -> int:
    """When a file was written, in nanoseconds."""
    stamp = _stamp(path)
    return 0 if stamp is None else stamp[2]


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
