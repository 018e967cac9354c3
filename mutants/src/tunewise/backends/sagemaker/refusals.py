"""What it means that an account's limits refuse a training job: whether waiting may cure it, and what will.

AWS has one code for all of it, ResourceLimitExceeded, and says the rest in words, which have changed over the
years: the tests have those that are known, and where they were found.
"""

import re
from typing import NamedTuple

_NAME = re.compile(r"(?:(?<=\blimit )|(?<=\bfor ))'([^']+)'|\blimit for (\S+)")
"""Other apostrophes are those of words."""
_NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: ([A-Za-z]+))?"
_MOST = re.compile(rf"\b(?:limit|quota)\b(?:[^.]|\.(?=\S))*? (?:is|of) {_NUMBER}")
_USED = re.compile(rf"\butili[sz]ation of {_NUMBER}")
_ASKED = re.compile(rf"\bdelta of {_NUMBER}")
_LACKING = re.compile(r"(\S+) is not (?:available|supported) in th\w+ region\b", re.IGNORECASE)


class Quota(NamedTuple):
    """What a refusal tells of a quota; None or "" where it doesn't. name: as AWS calls it. most, used, asked:
    what the account may have, has, and would have got more, in `unit` (Instances, GBs, Seconds)."""

    name: str
    most: float | None
    used: float | None
    asked: float | None
    unit: str


class Diagnosis(NamedTuple):
    """passes: whether waiting may cure it. text: a sentence that says what to do."""

    passes: bool
    text: str


def read_quota(message: str) -> Quota:
    text = " ".join(message.split())
    named = _NAME.search(text)
    bare = text if named is None else text.replace(named[0], "limit" * (named[2] is not None))
    most, used, asked = (_number(pattern, bare) for pattern in (_MOST, _USED, _ASKED))
    name = "" if named is None else named[1] or named[2]
    return Quota(name, most[0], used[0], asked[0], most[1] or asked[1])


def judge_refusal(message: str) -> Diagnosis:
    """message: of an error with the code ResourceLimitExceeded. One that isn't understood may pass."""
    lacking = _LACKING.search(message)
    if lacking is not None:
        kind = lacking[1].rpartition("/")[2]
        return Diagnosis(
            False,
            f"AWS has no {kind} for training jobs in this Region: choose another type or another Region.",
        )
    quota = read_quota(message)
    if quota.most is None:
        told = message.rstrip(".") or "A limit of the account is exceeded"
        return Diagnosis(True, f"{told}: jobs wait until there is room.")
    name = f"The account's quota {quota.name!r}" if quota.name else "A quota of the account"
    most, least = f"{quota.most:.15g}", 1 if quota.asked is None else quota.asked
    amount = " ".join(filter(None, (most, quota.unit)))
    if least <= quota.most:
        part = "" if quota.used is None else f"{quota.used:.15g} of "
        return Diagnosis(True, f"{name} is used up ({part}{amount}): jobs wait until there is room.")
    told = f"{name} is {amount} and a job asks for {least:.15g}"
    return Diagnosis(False, f"{told}: {_smaller(quota, most)}ask AWS for more (Service Quotas).")


def _smaller(quota: Quota, most: str) -> str:
    """What may fit into the account's other quotas, or this one."""
    if quota.unit.startswith("GB"):
        return f"set volume_gb to {most} at most, or "
    if quota.unit.startswith("Second"):
        return f"set max_run to {most} s at most (for a tuner: shorten the wall-clock), or "
    if " for spot " in quota.name:
        return "leave out spot, choose another instance type, or "
    return "choose another instance type, or " if quota.name.endswith("usage") else ""


def _number(pattern: re.Pattern[str], text: str) -> tuple[float | None, str]:
    """With its unit."""
    match = pattern.search(text)
    return (None, "") if match is None else (float(match[1].replace(",", "")), match[2] or "")
