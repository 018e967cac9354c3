"""Files in places where a script, too, can write: small ones that are there whole or not at all, and how to
open and read what somebody else may have left there."""

from __future__ import annotations

import errno
import json
import os
import stat

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

LARGEST = 1 << 24  # bytes of a file that is read as a whole
NO_FILE = frozenset(
    (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.EINVAL, errno.EFBIG)
)
"""Errors of opening what isn't there or is no file, such as a folder, a socket or a link in a circle."""


def open_file(path: str | os.PathLike[str], flags: int = os.O_RDONLY) -> int:
    """Opens a file for its descriptor, and never waits. Raises OSError, also for what is no regular file: to
    open a named pipe or a device may take for ever. Where it may be made, a link is none either: it leads to
    who knows where."""
    if flags & os.O_CREAT:
        flags |= os.O_NOFOLLOW
    try:
        file = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
    else:
        if stat.S_ISREG(os.fstat(file).st_mode):
            os.set_blocking(file, True)  # scripts inherit some of them
            return file
        os.close(file)
    raise OSError(errno.EINVAL, "no regular file", os.fspath(path))


def read_file(path: str | os.PathLike[str]) -> bytes:
    """What a small file holds. Never waits; raises OSError, also for what is no file or larger than
    `LARGEST`."""
    file = open_file(path)
    try:
        if os.fstat(file).st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
        return os.pread(file, LARGEST, 0)
    finally:
        os.close(file)


def leads_out(name: str) -> bool:
    """Whether a name that comes from elsewhere, such as from S3, is none of a file below the folder to which
    it is to be joined."""
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or parts[-1] in ("", ".") or "\0" in name


def read_if_there(path: str | os.PathLike[str]) -> bytes | None:
    """What a small file holds; None if there is none, or if something else stands in its place. Raises
    OSError where it can't be read for another reason."""
    try:
        return read_file(path)
    except OSError as error:
        if error.errno in NO_FILE:
            return None
        raise


def parse(data: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    """Reads JSON that a script or a crash may have left. Raises ValueError for all that can be wrong with it,
    and nothing else; infinite numbers and NaN are no JSON."""
    try:
        return _decoder.decode(data.decode())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def write_json(path: str, data: Mapping[str, object], indent: int | None = None) -> None:
    """Writes a file of which a reader sees all or nothing. One process at a time may write it.

    It isn't synced to the disk: after a crash of the whole machine it may be missing or empty, and a reader
    takes either for "never written". Raises OSError, for instance if the disk is full.
    """
    part = path + ".part"
    with os.fdopen(open_file(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
        file.write(json.dumps(data, indent=indent).encode() + b"\n")
    os.replace(part, path)


def refresh_folder(folder: str | os.PathLike[str], name: str) -> None:
    """Has the next look at a folder see what others did there until now. On a shared file system what is
    known of a folder may be half a minute old, until one changes something in it: makes, and removes, a
    file with this name."""
    path = os.path.join(folder, name)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644))
        os.unlink(path)
    except OSError:
        pass  # it isn't there, or not ours to write to: what is known has to do


def _finite(text: str) -> float:
    value = float(text)
    if value - value != 0.0:
        raise ValueError(f"{text[:20]} is no finite number")
    return value


_decoder = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)
