"""How the emulated AWS behaves: delays, quotas, rates, and what goes wrong.

A profile has a name, or is a file that starts from one and may list faults: TOML, or JSON by its name.

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
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from sagemaker_rehearsal.faults import Fault
from sagemaker_rehearsal.messages import RehearsalError


def _nothing() -> MappingProxyType[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Rate:
    """A token bucket: `per_second` calls in the long run, `burst` at once."""

    per_second: float
    burst: int


@dataclass(frozen=True)
class Profile:
    """The settings of an emulator. Seconds are emulated ones unless it says real.

    time_scale: emulated seconds in a real one.
    region: the only region that there is.

    pending: how long jobs wait for a new instance, by type (status Pending): then it is prepared. Not billed.
    default_pending: the same for the other types with accelerators; jobs on the rest aren't queued.
    cold_start, warm_start: from the request, or from the end of the queue, until the instance is there, on a
        new instance and on one from a warm pool. Not billed.
    cold_download, warm_download: what follows until the container runs (status Downloading). Billed.
    stop_grace: between SIGTERM and SIGKILL.
    sync_every: between two looks at /opt/ml/checkpoints.
    final_sync: whether what was saved since the last look is uploaded when the container has ended.
    shuffled_sync: whether the files of one look are uploaded in any order, not in that of their writing.

    quotas: instances at a time per instance type; None for any number. A type that the mapping lacks has
        `default_quota`. pool_quotas, default_pool_quota, spot_quotas, default_spot_quota: the same for warm
        pools and for spot. total_quota, total_spot_quota: instances at a time of all types together.
    longest_run, largest_volume: seconds and GB that the account's quotas allow a job.
    lacking_types: instance types that the region doesn't have.

    rates: calls a real second by operation, for the whole account. An operation that it lacks is not limited.

    capacity_error_rate: the share of cold starts that fail for want of capacity.
    capacity_delay: how long such a job is InProgress first.
    spot_life: the mean time until a spot job is interrupted; None for never.
    spot_gap: from an interruption until a new instance is there.
    spot_saving: the share of spot's time that is not billed.

    log_delay: until a line that was printed can be read. Each is late by a random part of it.
    shuffled_logs: whether lines arrive in another order than they were printed in.
    list_delay: how old what ListTrainingJobs shows is.
    late_name_filter: whether NameContains, as StatusEquals always, is applied after pages are cut.
    steal_rate: the share of warm pools that are gone at the moment when a job would reuse them.

    environment: variables that all containers get besides what AWS sets, such as OPENBLAS_NUM_THREADS.
    keep_folders: keeps each job's /opt/ml after its end, to look at.
    seed: of everything random here.
    """

    time_scale: float = 1.0
    region: str = "us-east-1"

    pending: Mapping[str, float] = field(default_factory=_nothing)
    default_pending: float = 0.0
    cold_start: float = 0.0
    warm_start: float = 0.0
    cold_download: float = 0.0
    warm_download: float = 0.0
    stop_grace: float = 120.0
    sync_every: float = 5.0
    final_sync: bool = True
    shuffled_sync: bool = False

    quotas: Mapping[str, int] = field(default_factory=_nothing)
    default_quota: int | None = None
    pool_quotas: Mapping[str, int] = field(default_factory=_nothing)
    default_pool_quota: int | None = None
    spot_quotas: Mapping[str, int] = field(default_factory=_nothing)
    default_spot_quota: int | None = None
    total_quota: int | None = None
    total_spot_quota: int | None = None
    longest_run: int = 432_000
    largest_volume: int = 1024
    lacking_types: tuple[str, ...] = ("ml.t3.medium",)

    rates: Mapping[str, Rate] = field(default_factory=_nothing)

    capacity_error_rate: float = 0.0
    capacity_delay: float = 0.0
    spot_life: float | None = None
    spot_gap: float = 0.0
    spot_saving: float = 0.7

    log_delay: float = 0.0
    shuffled_logs: bool = False
    list_delay: float = 0.0
    late_name_filter: bool = False
    steal_rate: float = 0.0

    environment: Mapping[str, str] = field(default_factory=_nothing)
    keep_folders: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.time_scale > 0:
            raise RehearsalError(f"time_scale is {self.time_scale!r}: give a number above 0.")
        if not self.sync_every > 0:
            raise RehearsalError(f"sync_every is {self.sync_every!r}: give a number of seconds above 0.")
        for name in ("capacity_error_rate", "spot_saving", "steal_rate"):
            if not 0 <= getattr(self, name) <= 1:
                raise RehearsalError(f"{name} is {getattr(self, name)!r}: give a share between 0 and 1.")


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
