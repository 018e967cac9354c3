"""How the emulated AWS behaves: delays, quotas, rates, and what goes wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sagemaker_rehearsal.errors import RehearsalError


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
