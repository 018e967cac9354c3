"""Profiles by name, and files that describe one together with the faults that shall happen.

A file is TOML, or JSON by its name:

    profile = "realistic"          # what it starts from
    time_scale = 60
    [quotas]
    "ml.g4dn.xlarge" = 4
    [rates.CreateTrainingJob]
    per_second = 1
    burst = 5
    [[faults]]
    effect = "lost_response"
    operation = "CreateTrainingJob"
    after = 2
"""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from sagemaker_rehearsal.errors import RehearsalError
from sagemaker_rehearsal.faults import Fault
from sagemaker_rehearsal.profile import Profile, Rate

Made = TypeVar("Made")

_RATES = MappingProxyType(
    {
        "CreateTrainingJob": Rate(per_second=1, burst=1),
        "StopTrainingJob": Rate(per_second=5, burst=10),
        "UpdateTrainingJob": Rate(per_second=5, burst=10),
        "DescribeTrainingJob": Rate(per_second=10, burst=20),
        "ListTrainingJobs": Rate(per_second=2, burst=2),
        "Search": Rate(per_second=5, burst=10),
        "ListTags": Rate(per_second=5, burst=10),
        "AddTags": Rate(per_second=5, burst=10),
        "FilterLogEvents": Rate(per_second=5, burst=5),
        "GetLogEvents": Rate(per_second=10, burst=10),
        "DescribeLogStreams": Rate(per_second=5, burst=5),
    }
)
"""Of the account as a whole. CreateTrainingJob and FilterLogEvents are documented, ListTrainingJobs is as an
account's quotas were quoted in public; the others, and how many calls may come at once, are guesses."""

_REALISTIC = Profile(
    default_pending=60,
    cold_start=120,
    cold_download=60,
    warm_start=10,
    warm_download=10,
    rates=_RATES,
    capacity_delay=120,
    spot_gap=300,
    log_delay=3,
)
PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "quick": Profile(),
        "realistic": _REALISTIC,
        "pessimistic": replace(
            _REALISTIC,
            default_pending=900,
            final_sync=False,
            shuffled_sync=True,
            sync_every=30,
            log_delay=60,
            shuffled_logs=True,
            list_delay=20,
            late_name_filter=True,
            steal_rate=0.25,
            capacity_error_rate=0.1,
            spot_life=900,
        ),
    }
)
"""quick: nothing takes time, nothing goes wrong. realistic: delays as they were published. pessimistic: all
that the documents don't rule out."""


def open_profile(reference: str) -> tuple[Profile, list[Fault]]:
    """A profile by its name, or by the path of a file, with the faults that the file lists.

    Raises RehearsalError.
    """
    if reference in PROFILES:
        return PROFILES[reference], []
    path = Path(reference)
    if path.suffix not in (".toml", ".json"):
        raise RehearsalError(
            f"There is no profile {reference!r}: there are {', '.join(PROFILES)}, or name a TOML file."
        )
    told = _read(path)
    base, start = PROFILES.get(str(told.pop("profile", "quick"))), told.pop("faults", [])
    if base is None:
        raise RehearsalError(f"{path}: profile must be one of {', '.join(PROFILES)}.")
    whole = {field.name: getattr(base, field.name) for field in fields(Profile)}
    profile = _converted({**whole, **told}, Profile, str(path))
    if not isinstance(start, list):
        raise RehearsalError(f"{path}: faults must be a list of tables.")
    return profile, [_converted(fault, Fault, f"{path}: fault {n + 1}") for n, fault in enumerate(start)]


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        told = json.loads(text) if path.suffix == ".json" else msgspec.toml.decode(text)
    except (OSError, ValueError, RecursionError) as error:
        raise RehearsalError(f"{path} can't be read ({error}): mend the file.") from error
    if not isinstance(told, dict):
        raise RehearsalError(f"{path} holds no settings: write an object of them.")
    return told


def _converted(told: Mapping[str, Any], kind: type[Made], where: str) -> Made:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(told) - known)
    if unknown:
        close = get_close_matches(unknown[0], known, 1)
        meant = f" (did you mean {close[0]!r}?)" if close else ""
        raise RehearsalError(
            f"{where}: there is no {unknown[0]!r}{meant}; there is {', '.join(sorted(known))}."
        )
    try:
        return msgspec.convert(dict(told), kind)
    except msgspec.ValidationError as error:
        raise RehearsalError(f"{where}: {error}.") from None
