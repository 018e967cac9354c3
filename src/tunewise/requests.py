"""Requests: what people ask of a running tuner, as files in the experiment's folder `requests`.

`ask` writes a file, and the tuner takes it up as the fact `Requested`. What follows from it, or why it is
refused, is in the same line of the journal. The file is deleted once that line is on the disk, so that a
request is neither lost nor taken up twice, whenever the tuner dies. Without a tuner it waits for the next
one; a `Suspend` that waits is dropped, as it was meant for an earlier one.
"""

import os
import secrets
import time

import msgspec

from tunewise.definition import read_definition
from tunewise.disk import replacing
from tunewise.engine.policy import StoppingCriterion
from tunewise.events import (
    Change,
    EndTrial,
    PauseTrial,
    Remark,
    Request,
    ResumeTrial,
    Suspend,
    TryNext,
)
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.worker.report import ring

__all__ = [
    "Change",
    "EndTrial",
    "PauseTrial",
    "Remark",
    "Request",
    "ResumeTrial",
    "Suspend",
    "TryNext",
    "ask",
]

LONGEST_TEXT = 2000
"""Characters of a remark."""

LARGEST = 1 << 16
"""Bytes of a request."""


def ask(paths: ExperimentPaths, request: Request) -> str:
    """Asks the tuner of an experiment for something, now or when it next runs. Returns the request's id, by
    which the journal tells the outcome; ids sort by the time of their requests.

    Raises `DefinitionError` if there is no such experiment, ValueError for a request that can't be met
    whatever its state is, such as an unknown hyperparameter, and OSError if the folder can't be written.
    Everything else is for the tuner to refuse.
    """
    problem = Problem.from_json(read_definition(paths.definition).problem)
    _check(request, problem)
    content = msgspec.json.encode(request)
    if len(content) > LARGEST:
        raise ValueError(f"The request has {len(content):,} bytes, and at most {LARGEST:,} are allowed.")
    request_id = f"{time.time_ns():019d}-{secrets.token_hex(4)}"
    paths.requests.mkdir(exist_ok=True)
    with replacing(paths.requests / f"{request_id}.json", durable=True) as draft:
        draft.write_bytes(content)
    ring(os.fspath(paths.bell))
    return request_id


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
        if request.workers is not None and request.workers < 1:
            raise ValueError(f"workers is {request.workers}: give a whole number of at least 1.")
        StoppingCriterion.of(request.limits)
    elif isinstance(request, Remark):
        if not request.text.strip():
            raise ValueError("The note is empty: give some text.")
        if len(request.text) > LONGEST_TEXT:
            raise ValueError(
                f"The note has {len(request.text):,} characters, and at most {LONGEST_TEXT:,} are kept."
            )
