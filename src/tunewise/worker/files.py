"""Files in folders to which scripts can write as well: writing small files as a whole, and reading safely
whatever may be there."""

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
TAIL_BYTES = 1 << 16  # launchers' summaries are long, and progress bars rewrite a line many times
NO_FILE = frozenset(
    (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.EINVAL, errno.EFBIG)
)
"""Errors of opening something that doesn't exist or isn't a file, such as a folder, a socket or a circular
link."""


def open_file(path: str | os.PathLike[str], flags: int = os.O_RDONLY) -> int:
    """Opens a file and returns its descriptor; never waits. Raises OSError, also if it isn't a regular file:
    opening a named pipe or a device may take forever. With O_CREAT, a link isn't accepted either, as it may
    lead anywhere."""
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
    """The contents of a small file. Never waits; raises OSError, also if it isn't a file or is larger than
    `LARGEST`."""
    file = open_file(path)
    try:
        if os.fstat(file).st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
        return os.pread(file, LARGEST, 0)
    finally:
        os.close(file)


def leads_out(name: str) -> bool:
    """Whether a name from outside, such as from S3, would lead out of the folder to which it is joined."""
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or parts[-1] in ("", ".") or "\0" in name


def read_if_there(path: str | os.PathLike[str]) -> bytes | None:
    """The contents of a small file; None if it doesn't exist, or something else is in its place. Raises
    OSError if it can't be read for another reason."""
    try:
        return read_file(path)
    except OSError as error:
        if error.errno in NO_FILE:
            return None
        raise


def read_tail(path: str | os.PathLike[str]) -> str:
    """The last `TAIL_BYTES` of a text file; "" if it can't be read."""
    try:
        with os.fdopen(open_file(path), "rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES))
            return file.read(TAIL_BYTES).decode(errors="replace")
    except OSError:
        return ""


def parse(data: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    """Reads JSON that a script or a crash may have left. Raises only ValueError, whatever is wrong with it;
    infinite numbers and NaN aren't valid."""
    try:
        return _decoder.decode(data.decode())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def json_object(text: str | bytes) -> dict[str, Any]:
    """The object that a JSON text is, as others write them: NaN and infinite numbers are allowed. Empty if it
    is none, such as a last line that was cut."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: str, data: Mapping[str, object], indent: int | None = None) -> None:
    """Writes a file so that readers see all of it or nothing. Only one process at a time may write it.

    It isn't synced to the disk: after a crash of the machine it may be missing or empty, and readers treat
    both as "never written". Raises OSError, for instance if the disk is full.
    """
    part = path + ".part"
    rest = json.dumps(data, indent=indent).encode() + b"\n"
    file = open_file(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
    os.replace(part, path)


def refresh_folder(folder: str | os.PathLike[str], name: str) -> None:
    """Ensures that the next read of a folder sees what others did there until now. A shared file system may
    cache a folder for half a minute, until this machine changes it: so this creates and removes a file with
    this name."""
    path = os.path.join(folder, name)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644))
        os.unlink(path)
    except OSError:
        pass  # it doesn't exist or isn't writable: the cache has to do


def _finite(text: str) -> float:
    value = float(text)
    if value - value != 0.0:
        raise ValueError(f"{text[:20]} is no finite number")
    return value


_decoder = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)
