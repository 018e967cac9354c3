"""Copies on S3 of what lies in a folder here, which outlive the machine: the record of an experiment."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.names import Places
from tunewise.disk import replacing
from tunewise.paths import ExperimentPaths
from tunewise.worker.files import leads_out

Stamp = tuple[int, int, int]  # what tells a changed file: its inode, size and time

KEEP_EVERY = 20.0  # seconds
OF_ONE_MACHINE = frozenset({"bell", "stop", "__pycache__"})
"""What means something to the processes of one machine alone."""


class Mirror:
    """A folder here and a prefix on S3, with a slash at its end. Calls raise what `translated` does."""

    def __init__(self, folder: Path, bucket: Bucket, prefix: str) -> None:
        self._folder = folder
        self._bucket = bucket
        self._prefix = prefix
        self._sent: dict[Path, Stamp] = {}
        self._brought: dict[Path, tuple[str, Stamp | None]] = {}  # the ETag, and the file that came of it

    def send(self) -> None:
        """Sends all files that have changed since they were sent, in the order of their writing: what is
        written last, such as how the experiment went, says there, too, that the rest is there."""
        for path in sorted(self._files(), key=_written):
            self.send_file(path)

    def send_file(self, path: Path) -> None:
        """Does nothing where the file isn't there, or hasn't changed since it was sent."""
        stamp = _stamp(path)
        if stamp is None or self._sent.get(path) == stamp:
            return
        name = path.relative_to(self._folder).as_posix()
        with translated(f"Keeping {name} on S3"):
            self._bucket.put(self._prefix + name, path.read_bytes())
        self._sent[path] = stamp

    def news(self) -> dict[Path, str]:
        """The ETags of files that are on S3 and not here, or not as they are there, by where they belong."""
        with translated("Looking at what is kept on S3"):
            etags = self._bucket.etags(self._prefix)
        # a key that ends with a slash is a folder to AWS's console, and no file
        places = {self._place(key): etag for key, etag in etags.items() if not key.endswith("/")}
        return {path: etag for path, etag in places.items() if not self._is_same(path, etag)}

    def read(self, path: Path) -> bytes | None:
        """What S3 has of a file; None if nothing."""
        name = path.relative_to(self._folder).as_posix()
        with translated(f"Reading {name} from S3"):
            return self._bucket.get(self._prefix + name)

    def bring(self, path: Path, etag: str, body: bytes) -> None:
        """Writes a file that was read. etag: what it had when it was looked for."""
        write(path, body)
        self._brought[path] = etag, _stamp(path)

    def _is_same(self, path: Path, etag: str) -> bool:
        """Whether a file here is the one with this ETag. Where a bucket is encrypted by a key of one's own
        that is no checksum: all files count as new once."""
        if self._brought.get(path) == (etag, _stamp(path)):
            return True
        if not path.is_file():
            return False
        return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest() == etag.strip('"')

    def _place(self, key: str) -> Path:
        """Raises BackendError for a key that leads out of the folder."""
        name = key.removeprefix(self._prefix)
        if leads_out(name):
            raise BackendError(f"{self._prefix} on S3 has a file {name!r}, which can't be: delete it there.")
        return self._folder / name

    def _files(self) -> Iterator[Path]:
        for parent, folders, names in os.walk(self._folder):
            folders[:] = sorted(set(folders) - OF_ONE_MACHINE)
            for name in sorted(set(names) - OF_ONE_MACHINE):
                if not name.endswith(".new"):  # a draft
                    yield Path(parent, name)


class Record:
    """The files of one experiment. One tuner at a time sends them."""

    def __init__(self, paths: ExperimentPaths, bucket: Bucket, places: Places) -> None:
        self._paths = paths
        self._mirror = Mirror(paths.folder, bucket, places.record)

    def send_journal(self) -> None:
        """Sends what a tuner elsewhere would need to go on from here."""
        self._mirror.send_file(self._paths.definition)
        self._mirror.send_file(self._paths.journal)

    def send(self) -> None:
        """Sends all that has changed, the journal first."""
        self.send_journal()
        self._mirror.send()

    def fetch(self) -> int:
        """Brings the files here that differ on S3; how many. A definition without a journal stays there: its
        tuner ended between the two, before anything was done, and the experiment is yet to begin.

        Raises `BackendError` where the journal here isn't a beginning of that on S3: somebody went on with
        the experiment here, and what that found would be lost.
        """
        news = self._mirror.news()
        if self._paths.journal not in news and not self._paths.journal.exists():
            news.pop(self._paths.definition, None)
        first = sorted(news, key=lambda path: path != self._paths.journal)  # it may refuse all of them
        return sum(self._fetch(path, news[path]) for path in first)

    def _fetch(self, path: Path, etag: str) -> bool:
        body = self._mirror.read(path)
        if body is None:  # deleted meanwhile
            return False
        if path == self._paths.journal:
            self._check_longer(body)
        self._mirror.bring(path, etag, body)
        return True

    def _check_longer(self, body: bytes) -> None:
        journal = self._paths.journal
        here = journal.read_bytes() if journal.exists() else b""
        if not body.startswith(here[: here.rfind(b"\n") + 1]):
            raise BackendError(
                f"{journal} has what its copy on S3 lacks, as somebody went on with the experiment here: "
                "move its folder away to have the other."
            )


class Keeper:
    """Keeps a record on S3, where it is to be there: before anything is done that outlives the tuner, so that
    another one knows of it. record: None where it is on the disk alone, and nothing is to be done. Raises
    what `translated` does."""

    def __init__(self, record: Record | None) -> None:
        self._record = record
        self._due = 0.0

    def before_acting(self) -> None:
        if self._record is not None:
            self._record.send_journal()

    def now_and_then(self) -> None:
        if self._record is not None and time.monotonic() >= self._due:
            self._record.send()
            self._due = time.monotonic() + KEEP_EVERY


def write(path: Path, body: bytes) -> None:
    """Writes a file whole, and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(body)


def _written(path: Path) -> int:
    """When, in nanoseconds."""
    stamp = _stamp(path)
    return 0 if stamp is None else stamp[2]


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
