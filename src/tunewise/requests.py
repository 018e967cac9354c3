"""Requests: what people ask of a running tuner, as files in the experiment's folder `requests`.

`ask` writes a file, and the tuner takes it up as the fact `Requested`. What follows from it, or why it is
refused, is in the same line of the journal. The file is deleted once that line is on the disk, so that a
request is neither lost nor taken up twice, whenever the tuner dies. Without a tuner it waits for the next
one; a `Suspend` that waits is dropped, as it was meant for an earlier one.
"""

import logging
import os
import re
import secrets
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, time_ns
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from tunewise.backends.imported import ImportedBackend
from tunewise.definition import read_definition
from tunewise.disk import decode, replacing
from tunewise.engine.policy import StoppingCriterion, check_workers
from tunewise.events import (
    LONGEST_REMARK,
    LOOK_EVERY,
    Change,
    EndTrial,
    Entry,
    PauseTrial,
    Remark,
    Request,
    Requested,
    ResumeTrial,
    Suspend,
    TryNext,
)
from tunewise.events import decode as decode_entry
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.worker.files import NO_FILE, open_file
from tunewise.worker.report import ring

__all__ = [
    "BY_COMMAND",
    "Change",
    "EndTrial",
    "Inbox",
    "PauseTrial",
    "Remark",
    "Request",
    "ResumeTrial",
    "Suspend",
    "TryNext",
    "answered",
    "ask",
]

BY_COMMAND = "stopped by `tunewise stop`"
"""Who asked, in a `Suspend` by that command."""

LARGEST = 1 << 16
"""Bytes of a request."""

SET_ASIDE = "set-aside"
"""The folder for what isn't a request."""

_FILE = re.compile(r"(\d{19}-[0-9a-f]{8})\.json")
_DRAFT = ".new"
_MOST_AT_ONCE = 100

logger = logging.getLogger(__name__)


def ask(paths: ExperimentPaths, request: Request) -> str:
    """Asks the tuner of an experiment for something, now or when it next runs. Returns the request's id, by
    which the journal tells the outcome; ids sort by the time of their requests.

    Raises `DefinitionError` if there is no such experiment, ValueError for a request that can't be met
    whatever its state is, such as an unknown hyperparameter, and OSError if the folder can't be written.
    Everything else is for the tuner to refuse.
    """
    definition = read_definition(paths.definition)
    if definition.backend["kind"] == ImportedBackend.kind:
        raise ValueError(f"Nothing can be asked of {paths.name}: it is another tuner's study.")
    _check(request, Problem.from_json(definition.problem))
    if isinstance(request, Suspend) and request != _in_short(request):
        raise ValueError(f"Who asks for it is told in one line of at most {LONGEST_REMARK:,} characters.")
    content = msgspec.json.encode(request)
    if len(content) > LARGEST:
        raise ValueError(f"The request has {len(content):,} bytes, and at most {LARGEST:,} are allowed.")
    request_id = f"{time_ns():019d}-{secrets.token_hex(4)}"
    paths.requests.mkdir(exist_ok=True)
    with replacing(paths.requests / f"{request_id}.json", durable=True) as draft:
        draft.write_bytes(content)
    if isinstance(request, Suspend):
        paths.old_stop.touch()  # for a tuner of the version before; goes with the next one
    ring(os.fspath(paths.bell))
    return request_id


def _in_short(request: Request) -> Request:
    """The request, with who asked in one line; only a `Suspend` has that."""
    if not isinstance(request, Suspend):
        return request
    why = " ".join(request.why.split())[:LONGEST_REMARK]
    return replace(request, why=why) if why else Suspend()


def pending(paths: ExperimentPaths, known: Container[str], most: int) -> tuple[list[Request], int]:
    """What waits for the tuner, without what the journal knows: the first ones, and the number of all."""
    try:
        names = sorted(os.listdir(paths.requests))
    except OSError:  # most often there is none; and this is only for people to see
        return [], 0
    waiting = [name for name in names if (match := _FILE.fullmatch(name)) and match[1] not in known]
    first: list[Request] = []
    for name in waiting[:most]:
        with suppress(OSError, ValueError):  # the tuner says what is wrong with it
            first.append(_read(paths.requests / name))
    return first, len(waiting)


def _read(path: str | Path) -> Request:
    """Raises ValueError for a file that isn't a request, and OSError."""
    file = open_file(path)
    try:
        content = os.pread(file, LARGEST + 1, 0)
    finally:
        os.close(file)
    if len(content) > LARGEST:
        raise ValueError(f"it has more than {LARGEST:,} bytes")
    return _in_short(cast("Request", decode(content, cast("type[Any]", Request))))


def answered(paths: ExperimentPaths, request_id: str, since: int = 0) -> Entry | None:
    """The line of the journal in which a tuner took a request up: the fact, and the actions that followed or
    the action `Refuse`; None as long as there is none. since: where to begin in the journal, in bytes, at
    the beginning of a line, such as its size before the request."""
    try:
        file = open_file(paths.journal)
    except FileNotFoundError:
        return None
    with os.fdopen(file, "rb") as lines:
        lines.seek(since)
        named = f'"{request_id}"'.encode()
        for line in lines:
            if named in line and line.endswith(b"\n"):
                entry = decode_entry(line)
                if isinstance(entry.fact, Requested) and entry.fact.id == request_id:
                    return entry
    return None


def _check(request: Request, problem: Problem) -> None:
    """Raises ValueError for what can never be met, and for values of the wrong type."""
    try:
        msgspec.convert(msgspec.to_builtins(request), Request)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{request} can't be asked: {error}.") from None
    if isinstance(request, (PauseTrial, ResumeTrial, EndTrial)) and request.trial_id < 0:
        raise ValueError(f"There is no trial {request.trial_id}: trials count from 0.")
    if isinstance(request, TryNext):
        problem.space.completed(request.config, texts=True)
    elif isinstance(request, Change):
        if request.workers is None and not request.limits:
            raise ValueError("Nothing would change: give workers or a limit.")
        if request.workers is not None:
            check_workers(request.workers)
        StoppingCriterion.of(request.limits)
    elif isinstance(request, Remark):
        if not request.text.strip():
            raise ValueError("The note is empty: give some text.")
        if len(request.text) > LONGEST_REMARK:
            raise ValueError(
                f"The note has {len(request.text):,} characters, and at most {LONGEST_REMARK:,} are kept."
            )


class Inbox:
    """The requests that wait for the tuner of an experiment. Only its tuner may read it.

    What isn't a request never stops a tuner: it is moved to `SET_ASIDE`, and the log says so. objection: why
    the back end can't do something, as a sentence; "" if it can.
    """

    def __init__(self, paths: ExperimentPaths, objection: Callable[[Request], str] = lambda _: "") -> None:
        self._folder = paths.requests
        self._old_stop = paths.old_stop
        self._old_stop_due = 0.0
        self._objection = objection
        self._due = 0.0
        self._left: set[str] = set()  # names of what can be neither deleted nor moved
        self._readable = True
        self._unread = ""  # the name of a request that can't be read for now

    def waiting(self, known: Container[str], soon: bool, time: float) -> Sequence[Requested]:
        """The requests whose ids aren't known, in order, as facts at this time; a hundred at most. A file
        with a known id is deleted. soon: look in any case; otherwise ten times a second at most."""
        now = monotonic()
        if not soon and now < self._due:
            return ()
        self._due = now + LOOK_EVERY
        found: list[Requested] = []
        for request_id, name in self._files():
            if request_id in known:
                self._delete(name)
                continue
            try:
                request = self._read(name)
            except OSError as error:  # of the file system: those behind it have to wait as well
                if name != self._unread:
                    self._unread = name
                    logger.warning("The request %r can't be read for now (%r).", name, str(error))
                break
            if request is not None:
                objection = self._objection(request)
                found.append(Requested(time=time, id=request_id, request=request, objection=objection))
            if len(found) == _MOST_AT_ONCE:
                break
        return found

    def drop(self, taken_up: Sequence[Requested]) -> None:
        """Deletes requests, which are in the journal on the disk."""
        for fact in taken_up:
            self._delete(f"{fact.id}.json")
            if isinstance(fact.request, Suspend):
                self._drop_old_stop()

    def stopped_as_before(self) -> str | None:
        """Why the experiment is to be suspended, if a `tunewise stop` of the version before asks for it by a
        file; looks as often as `waiting`. Goes with the next version."""
        now = monotonic()
        if now < self._old_stop_due:
            return None
        self._old_stop_due = now + LOOK_EVERY
        if not os.path.exists(self._old_stop) or any(self._files()):  # a request says who asks, and why
            return None
        self._drop_old_stop()
        return BY_COMMAND

    def _drop_old_stop(self) -> None:
        with suppress(OSError):  # whoever can't delete it is suspended by it once
            self._old_stop.unlink()

    def drop_suspends(self) -> None:
        """Drops the `Suspend` requests that wait: they were meant for an earlier tuner."""
        self._drop_old_stop()
        for _, name in self._files():
            with suppress(OSError):  # it waits, and is read again
                if isinstance(self._read(name), Suspend):
                    self._delete(name)

    def _delete(self, name: str) -> None:
        try:
            (self._folder / name).unlink(missing_ok=True)
        except OSError as error:  # its id is in the journal, so that nothing comes of it any more
            self._left.add(name)
            logger.warning("The request %r can't be deleted (%r).", name, str(error))

    def _files(self) -> Iterator[tuple[str, str]]:
        """The ids and names of requests, in order. What has the name of none is set aside."""
        try:
            names = sorted(os.listdir(self._folder))
        except (FileNotFoundError, NotADirectoryError):  # the usual case
            return
        except OSError as error:
            if self._readable:
                logger.warning(
                    "%s can't be read, and what people ask for has to wait (%s).", self._folder, error
                )
            self._readable = False
            return
        self._readable = True
        for name in names:
            if name == SET_ASIDE or name.endswith(_DRAFT) or name in self._left:
                continue
            match = _FILE.fullmatch(name)
            if match is None:
                self._set_aside(name, "its name is none of a request")
            else:
                yield match[1], name

    def _read(self, name: str) -> Request | None:
        """None for what isn't a request, which is set aside. Raises OSError for one that can't be read now,
        as may happen on a shared file system."""
        try:
            return _read(f"{self._folder}/{name}")
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno not in NO_FILE:
                raise
            self._set_aside(name, str(error))
            return None

    def _set_aside(self, name: str, why: str) -> None:
        aside = self._folder / SET_ASIDE
        try:
            aside.mkdir(exist_ok=True)
            os.replace(self._folder / name, aside / f"{time_ns()}-{name}")
        except OSError as error:
            self._left.add(name)
            logger.warning("%r isn't a request and can't be moved away (%r).", name, str(error))
        else:
            logger.warning("%r isn't a request (%r): it was moved to %s.", name, why, aside)
