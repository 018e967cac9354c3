"""Sends to S3 what jobs need besides their arguments: the code, and local data.

Everything lies below the SHA256 of its content, so it is sent only once, and the jobs of one experiment never
see two versions of a file.
"""

import gzip
import hashlib
import io
import json
import logging
import os
import stat
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import boot
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.left_out import is_useless, why_secret
from tunewise.backends.sagemaker.names import CODE, Places
from tunewise.backends.sagemaker.requests import ARCHIVE
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.version import PACKAGE, __version__

LARGEST = 256 << 20  # bytes of code; anything larger is data and belongs in a channel
SHOWN = 3  # links of a kind that a warning names
MOST_NAMES = 200  # of one folder, by links: folders that link to each other multiply
_CONTAINER = Path(boot.__file__).parent / "container"
_OURS = frozenset({".py", ".json"})

logger = logging.getLogger(__name__)


def send(spec: SageMakerSpec, places: Places, bucket: Bucket) -> dict[str, str]:
    """Uploads what isn't on S3 yet. Returns the URIs of all channels by name; the code's ends with a slash.

    Raises BackendError if something can't be read.
    """
    try:
        code = _send_code(spec, places, bucket)
    except OSError as error:
        raise _unsendable(error) from error
    return {CODE: code, **send_data(spec.channels, places, bucket)}


def send_data(channels: Mapping[str, str], places: Places, bucket: Bucket) -> dict[str, str]:
    """Uploads local data that isn't on S3 yet, and returns the URIs of all channels by name. Raises
    BackendError if something can't be read."""
    try:
        return {
            name: source if source.startswith("s3://") else _send_data(name, Path(source), places, bucket)
            for name, source in channels.items()
        }
    except OSError as error:
        raise _unsendable(error) from error


def _unsendable(error: OSError) -> BackendError:
    return BackendError(f"{error.filename} can't be sent to S3 ({error.strerror}): fix that.")


def _send_code(spec: SageMakerSpec, places: Places, bucket: Bucket) -> str:
    archive = pack(spec)
    prefix = places.code(hashlib.sha256(archive).hexdigest()[:32])
    last = prefix + "boot.py"  # uploaded last, so it says that the rest is there
    if not bucket.exists(last):
        bucket.put(prefix + ARCHIVE, archive)
        bucket.put(last, Path(boot.__file__).read_bytes())
    return places.uri(prefix)


def pack(spec: SageMakerSpec) -> bytes:
    """The code as a tar.gz, with the same bytes for the same files.

    boot.py, tunewise_job.json, requirements.txt, source/ (the user's), lib/ (ours).
    """
    buffer = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=6) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as archive,
    ):
        total = 0
        for name, source in _members(spec):
            size, executable = _look_at(source)
            total += size
            if total > LARGEST:
                raise BackendError(
                    f"The code in {spec.source_dir}, with the targets of its links, has more than "
                    f"{LARGEST >> 20} MB: send data as channels."
                )
            body = source.read_bytes() if isinstance(source, Path) else source
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(body), 0o755 if executable else 0o644
            archive.addfile(info, io.BytesIO(body))
    return buffer.getvalue()


def _look_at(source: Path | bytes) -> tuple[int, bool]:
    """Its size, and whether it is executable."""
    if isinstance(source, bytes):
        return len(source), False
    status = source.stat()
    return status.st_size, bool(status.st_mode & stat.S_IXUSR)


def _members(spec: SageMakerSpec) -> Iterator[tuple[str, Path | bytes]]:
    script = Path(spec.entry_point)
    yield "boot.py", Path(boot.__file__)
    yield "tunewise_job.json", json.dumps(_settings(spec), sort_keys=True).encode()
    if spec.packages is not None:
        yield "requirements.txt", spec.packages
    if spec.source_dir is None:
        yield f"source/{script.name}", script
    else:
        for path in files_of(Path(spec.source_dir)):
            yield f"source/{path.relative_to(spec.source_dir).as_posix()}", path
    for folder, name in ((_CONTAINER, "tunewise_container"), (Path(PACKAGE), "tunewise")):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _OURS and path.is_file():  # an editor may leave dead links
                yield f"lib/{name}/{path.relative_to(folder).as_posix()}", path
    # where a job that is itself a tuner finds its back ends, as if Tunewise were installed
    registered = metadata.distribution("tunewise").read_text("entry_points.txt") or ""
    yield f"lib/tunewise-{__version__}.dist-info/entry_points.txt", registered.encode()


def _settings(spec: SageMakerSpec) -> dict[str, object]:
    folder = Path(spec.source_dir) if spec.source_dir is not None else Path(spec.entry_point).parent
    return {
        "script": Path(spec.entry_point).relative_to(folder).as_posix(),
        "arguments": list(spec.arguments),
        "passing": list(spec.passing),
        "sought": spec.sought and list(spec.sought),
        "run_in": spec.run_in,
        "grace": spec.stop_grace,
        "checkpoint_every": spec.checkpoint_every,
        "put_every": min(1.0, spec.poll_every),
        "look_every": min(2.0, spec.poll_every),
        "patience": min(120.0, 24 * spec.poll_every),
    }


def files_of(folder: Path, without: Path | None = None) -> Iterator[Path]:
    """The files to send, in a fixed order, with the targets of links. At the end it warns about files that
    are left out but may be needed, and about those that come from elsewhere.

    without: a folder that isn't sent. Raises OSError, and BackendError if links multiply.
    """
    notes = _Notes(folder)
    yield from _walk(folder, (), notes, without)
    notes.warn()


@dataclass
class _Notes:
    """What to say about a folder that is sent: one sentence for each kind."""

    root: Path
    secrets: list[tuple[Path, str]] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)
    nowhere: list[Path] = field(default_factory=list)
    circles: list[Path] = field(default_factory=list)
    visits: Counter[Path] = field(default_factory=Counter)

    def visit(self, real: Path) -> None:
        """Counts the names of a folder. Raises BackendError for too many."""
        self.visits[real] += 1
        if self.visits[real] > MOST_NAMES:
            raise BackendError(
                f"{self.root} can't be sent, as its links lead to {real} in more than {MOST_NAMES} ways: "
                "remove links between folders that link to each other."
            )

    def warn(self) -> None:
        for path, why in self.secrets:
            logger.warning(
                "%s isn't sent, as %s: give secrets to jobs with pass_environment, or --pass-env.", path, why
            )
        for links, words in (
            (self.outside, f"out of {self.root}, and their targets are sent, too"),
            (self.nowhere, "nowhere and aren't sent"),
            (self.circles, "back to a folder that contains them and aren't followed"),
        ):
            if links:
                shown = ", ".join(f"{link} (to {os.readlink(link)})" for link in links[:SHOWN])
                more = f" and {len(links) - SHOWN} more" if len(links) > SHOWN else ""
                logger.warning("These links lead %s: %s%s.", words, shown, more)


def _walk(folder: Path, above: tuple[Path, ...], notes: _Notes, without: Path | None) -> Iterator[Path]:
    """The files of a folder, then those of its subfolders. above: the real folders that lead to it."""
    above = (*above, folder.resolve())
    notes.visit(above[-1])
    folders: list[Path] = []
    for name in sorted(os.listdir(folder)):
        path = folder / name
        if is_useless(path) or path == without or not _is_sent(path, above, notes):
            continue
        if path.is_dir():
            folders.append(path)
        elif path.is_file():
            yield path
    for path in folders:
        yield from _walk(path, above, notes, without)


def _is_sent(path: Path, above: tuple[Path, ...], notes: _Notes) -> bool:
    """Whether a path is neither a secret nor a link that leads nowhere or in a circle. Notes what to say
    about it."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else None
    if target is not None and not target.exists():
        notes.nowhere.append(path)
        return False
    if target is not None and any(passed.is_relative_to(target) for passed in above):
        notes.circles.append(path)
        return False
    why = why_secret(path, notes.root)
    if why is not None:
        notes.secrets.append((path, why))
    elif target is not None and not target.is_relative_to(above[0]):
        notes.outside.append(path)
    return why is None


def _send_data(channel: str, source: Path, places: Places, bucket: Bucket) -> str:
    files = [source] if source.is_file() else list(files_of(source))
    if not files:
        raise BackendError(f"{source} for the channel {channel!r} is empty: put data there.")
    root = source.parent if source.is_file() else source
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0{_sha256(path)}\n".encode())
    prefix = places.data(channel, digest.hexdigest()[:32])
    on_s3 = set(bucket.etags(prefix))
    for path in files:
        key = prefix + path.relative_to(root).as_posix()
        if key not in on_s3:
            bucket.upload(path, key)
    return places.uri(prefix)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
