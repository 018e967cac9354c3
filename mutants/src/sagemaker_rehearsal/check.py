"""What a check is: questions that are put to the emulator and to AWS, and what each of them answered."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sagemaker_rehearsal.check_side import Side

Json = Any
LONGEST_WORDS = 600  # characters that are told of a message

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
"""What whoever runs the checks must be allowed, over all of them."""


class Answer(NamedTuple):
    """value: of JSON, which is compared. words: told and not compared, such as the message of an error."""

    what: str
    value: Json
    words: str = ""


@dataclass(frozen=True)
class Check:
    """A check: `ask` yields the answers of one side, each as soon as it is known.

    about: what it asks, in a sentence. jobs: training jobs that it starts, of which at_once at a time.
    minutes: for which instances are billed, about, idle ones included. kind: of its jobs, as quotas say.
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
    """Which quota doesn't admit a check, in words; "" if all that are known do."""
    for name in (f"{instance_type} for {one.kind} usage", f"Number of instances across all {one.kind}s"):
        if quotas.get(name, one.at_once) < one.at_once:
            return f"it takes {one.at_once} at once, and the quota {name!r} is {quotas[name]:g}"
    return ""


@dataclass
class Observed:
    """What one side answered. broken: why it didn't answer all, if so."""

    answers: dict[str, Answer] = field(default_factory=dict)
    broken: str = ""


REGISTERED: dict[str, Check] = {}
"""By name. `checks` registers all."""


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
    """Runs a check to its end, or as far as it comes: what stands in its way is told, and ends no other.

    What it tells can be compared: plain JSON, without this run's own names.
    """
    told = Observed()
    try:
        for answer in one.ask(side):
            value = json.loads(json.dumps(answer.value).replace(side.run, "RUN"))
            told.answers[answer.what] = answer._replace(value=value)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and the other checks go on
        told.broken = " ".join(f"{type(error).__name__}: {error}".split())
    return told


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
    """On one line, and of a long text, such as one that repeats a request, the beginning and the end."""
    line, half = " ".join(words.split()), LONGEST_WORDS // 2
    return line if len(line) <= LONGEST_WORDS else f"{line[:half]} ... {line[-half:]}"


def _text(value: Json) -> str:
    return value if isinstance(value, str) and value else json.dumps(value)
