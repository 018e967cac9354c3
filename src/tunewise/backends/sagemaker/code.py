"""What jobs need besides their arguments, sent to S3 once: the code, and local data.

Everything lies below the SHA256 of its content, so that what is there already is not sent again, and jobs of
one experiment never see two versions of a file.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import tunewise
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import boot
from tunewise.backends.sagemaker.left_out import goes_along
from tunewise.backends.sagemaker.requests import ARCHIVE, CODE

if TYPE_CHECKING:
    from tunewise.backends.sagemaker.bucket import Bucket
    from tunewise.backends.sagemaker.names import Places
    from tunewise.backends.sagemaker.spec import SageMakerBackend

LARGEST = 256 << 20  # bytes of code; what is larger is data, and belongs into a channel
_CONTAINER = Path(boot.__file__).parent / "container"
_OURS = frozenset({".py", ".json"})


def send(spec: SageMakerBackend, places: Places, bucket: Bucket) -> dict[str, str]:
    """Uploads what isn't there yet; the URIs of all channels by name, the code's with a slash at its end.

    Raises BackendError where something can't be read.
    """
    try:
        code = _send_code(spec, places, bucket)
    except OSError as error:
        raise _unsendable(error) from error
    return {CODE: code, **send_data(spec.channels, places, bucket)}


def send_data(channels: Mapping[str, str], places: Places, bucket: Bucket) -> dict[str, str]:
    """Uploads local data that isn't there yet; the URIs of all channels by name. Raises BackendError where
    something can't be read."""
    try:
        return {
            name: source if source.startswith("s3://") else _send_data(name, Path(source), places, bucket)
            for name, source in channels.items()
        }
    except OSError as error:
        raise _unsendable(error) from error


def _unsendable(error: OSError) -> BackendError:
    return BackendError(f"{error.filename} can't be sent to S3 ({error.strerror}): mend that.")


def _send_code(spec: SageMakerBackend, places: Places, bucket: Bucket) -> str:
    archive = pack(spec)
    prefix = places.code(hashlib.sha256(archive).hexdigest()[:32])
    last = prefix + "boot.py"  # what is there last says that all of it is
    if not bucket.exists(last):
        bucket.put(prefix + ARCHIVE, archive)
        bucket.put(last, Path(boot.__file__).read_bytes())
    return places.uri(prefix)


def pack(spec: SageMakerBackend) -> bytes:
    """The code as a tar.gz, byte for byte the same for the same files.

    boot.py, tunewise_job.json, requirements.txt, source/ (the user's), lib/ (ours).
    """
    buffer = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=6) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as archive,
    ):
        total = 0
        for name, body in _members(spec):
            total += len(body)
            if total > LARGEST:
                raise BackendError(
                    f"The code in {spec.source_dir} has more than {LARGEST >> 20} MB: send data as channels."
                )
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(body), 0o644
            archive.addfile(info, io.BytesIO(body))
    return buffer.getvalue()


def _members(spec: SageMakerBackend) -> Iterator[tuple[str, bytes]]:
    script = Path(spec.entry_point)
    yield "boot.py", Path(boot.__file__).read_bytes()
    yield "tunewise_job.json", json.dumps(_settings(spec), sort_keys=True).encode()
    if spec.packages is not None:
        yield "requirements.txt", spec.packages.read_bytes()
    if spec.source_dir is None:
        yield f"source/{script.name}", script.read_bytes()
    else:
        for path in files_of(Path(spec.source_dir)):
            yield f"source/{path.relative_to(spec.source_dir).as_posix()}", path.read_bytes()
    for path in files_of(_CONTAINER):
        yield f"lib/tunewise_container/{path.name}", path.read_bytes()
    package = Path(tunewise.__file__).parent
    for path in files_of(package):
        if path.suffix in _OURS:
            yield f"lib/tunewise/{path.relative_to(package).as_posix()}", path.read_bytes()


def _settings(spec: SageMakerBackend) -> dict[str, object]:
    folder = Path(spec.source_dir) if spec.source_dir is not None else Path(spec.entry_point).parent
    return {
        "script": Path(spec.entry_point).relative_to(folder).as_posix(),
        "arguments": list(spec.arguments),
        "grace": spec.stop_grace,
        "checkpoint_every": spec.checkpoint_every,
        "put_every": min(1.0, spec.poll_every),
        "look_every": min(2.0, spec.poll_every),
        "patience": min(120.0, 24 * spec.poll_every),
    }


def files_of(folder: Path) -> Iterator[Path]:
    """Those that are to be sent, in an order of their own. Links to folders aren't followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if goes_along(Path(parent, name)))
        for name in sorted(names):
            path = Path(parent, name)
            if path.is_file() and goes_along(path):
                yield path


def _send_data(channel: str, source: Path, places: Places, bucket: Bucket) -> str:
    files = [source] if source.is_file() else list(files_of(source))
    if not files:
        raise BackendError(f"{source} for the channel {channel!r} is empty: put data there.")
    root = source.parent if source.is_file() else source
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(root).as_posix()}\0{_sha256(path)}\n".encode())
    prefix = places.data(channel, digest.hexdigest()[:32])
    there = set(bucket.etags(prefix))
    for path in files:
        key = prefix + path.relative_to(root).as_posix()
        if key not in there:
            bucket.upload(path, key)
    return places.uri(prefix)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
