"""Checks: questions to both the emulator and AWS, their answers, and how these compare."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from aws_checks.side import Side

Json = Any
LONGEST_WORDS = 600  # characters that are shown of a message

PERMISSIONS = (
    "iam:PassRole",
    "logs:DescribeLogStreams",
    "logs:GetLogEvents",
    "s3:GetObject",
    "s3:ListBucket",
    "s3:PutObject",
    "sagemaker:AddTags",
    "sagemaker:CreateTrainingJob",
    "sagemaker:DescribeTrainingJob",
    "sagemaker:ListTrainingJobs",
    "sagemaker:StopTrainingJob",
    "sagemaker:UpdateTrainingJob",
    "servicequotas:ListAWSDefaultServiceQuotas",
    "servicequotas:ListServiceQuotas",
)
"""The permissions that all checks together need."""


class Answer(NamedTuple):
    """An answer to one question. value: JSON to compare. words: to show only, such as an error's message."""

    what: str
    value: Json
    words: str = ""


@dataclass(frozen=True)
class Check:
    """A check. ask: yields the answers of one side, each as soon as it has it.

    about: what it asks, in a sentence. jobs: how many training jobs it starts, and at_once at the same time.
    minutes: of instances that are billed, roughly, including idle ones. kind: of its jobs, as in quotas.
    """

    name: str
    about: str
    ask: Callable[[Side], Iterator[Answer]]
    jobs: int
    at_once: int
    minutes: float
    kind: str = "training job"

    @property
    def free(self) -> bool:
        return self.jobs == 0


def lacking(one: Check, quotas: Mapping[str, float], instance_type: str) -> str:
    """Which quota a check exceeds, in words; "" if it exceeds none that is known."""
    for name in (f"{instance_type} for {one.kind} usage", f"Number of instances across all {one.kind}s"):
        if quotas.get(name, one.at_once) < one.at_once:
            return f"it takes {one.at_once} at once, and the quota {name!r} is {quotas[name]:g}"
    return ""


@dataclass
class Observed:
    """The answers of one side. broken: why some are missing, if so."""

    answers: dict[str, Answer] = field(default_factory=dict)
    broken: str = ""


REGISTERED: dict[str, Check] = {}
"""All checks by name; `checks` registers them."""


def check(
    *, jobs: int = 0, at_once: int = 1, minutes: float = 0.0, kind: str = "training job"
) -> Callable[[Callable[[Side], Iterator[Answer]]], Callable[[Side], Iterator[Answer]]]:
    """Makes a check of a function, by its name and the first line of its docstring; see `Check`."""

    def registered(ask: Callable[[Side], Iterator[Answer]]) -> Callable[[Side], Iterator[Answer]]:
        about = (ask.__doc__ or "").splitlines()[0]
        REGISTERED[ask.__name__] = Check(
            ask.__name__, about, ask, jobs, at_once if jobs else 0, minutes, kind
        )
        return ask

    return registered


def observe(one: Check, side: Side) -> Observed:
    """Runs a check. An exception ends only this check, and is reported.

    Answers are plain JSON without names of this run, so that those of two sides can be compared.
    """
    observed = Observed()
    try:
        for answer in one.ask(side):
            value = json.loads(json.dumps(answer.value).replace(side.run, "RUN"))
            observed.answers[answer.what] = answer._replace(value=value)
    except Exception as error:  # noqa: BLE001 - it is reported, and the other checks go on
        observed.broken = " ".join(f"{type(error).__name__}: {error}".split())
    return observed


def compared(emulated: Observed, real: Observed) -> Iterator[tuple[bool, str]]:
    """For each answer, and each side that broke off, whether all is the same, and a line that says so."""
    sides = {"here": emulated, "at AWS": real}
    unanswered: dict[str, list[str]] = {where: [] for where in sides}
    for what in dict.fromkeys([*emulated.answers, *real.answers]):
        silent = next((where for where, side in sides.items() if what not in side.answers), None)
        if silent is None:
            yield _compared(emulated.answers[what], real.answers[what])
        elif sides[silent].broken:
            unanswered[silent].append(what)
        else:
            yield False, f"{what}: no answer {silent}"
    for where, side in sides.items():
        if side.broken:
            rest = ", ".join(unanswered[where])
            yield False, f"could not be answered {where}: {side.broken}{rest and f' ({rest})'}"


def _compared(here: Answer, there: Answer) -> tuple[bool, str]:
    words = f" ({_short(there.words)})" if there.words else ""
    if here.value == there.value:
        return True, f"{here.what}: {_text(there.value)}{words}"
    return False, f"{here.what}: here {_text(here.value)}, at AWS {_text(there.value)}{words}"


def _short(words: str) -> str:
    """On one line. Long texts, such as those that repeat a request, are cut in the middle."""
    line, half = " ".join(words.split()), LONGEST_WORDS // 2
    return line if len(line) <= LONGEST_WORDS else f"{line[:half]} ... {line[-half:]}"


def _text(value: Json) -> str:
    return value if isinstance(value, str) and value else json.dumps(value)
