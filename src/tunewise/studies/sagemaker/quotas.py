"""What a launch needs of an account's quotas, and whether they suffice."""

from collections.abc import Sequence

from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.limits import doubts
from tunewise.display.formats import count, duration
from tunewise.studies.plan import HOUR, Cell
from tunewise.studies.tuners import Requirements

FIRST_QUOTA = 4  # instances over all training jobs of a new account


def requirements_of(
    site: SageMakerBackend,
    tuners: SageMakerBackend,
    cells: Sequence[Cell],
    at_work: Sequence[Cell],
    total_quota: int | None,
) -> Requirements:
    """The quotas that starting these experiments needs, and why they can't be started. site: of the trials'
    jobs. total_quota: how many instances the account may have over all training jobs; None if unknown."""
    workers = sum(cell.workers for cell in cells)
    lines = ["", "Quota that this needs, for all at once:"]
    needed = {site.instance_type: workers}
    needed[tuners.instance_type] = needed.get(tuners.instance_type, 0) + len(cells)
    for instance_type, number in needed.items():
        spot = "spot " * (site.spot and site.instance_type == instance_type)
        lines.append(f"  {number} x {instance_type} for {spot}training jobs")
    if site.keep_alive:
        lines.append(
            f"  {workers} x {site.instance_type} for warm pools, kept for {duration(site.keep_alive)}"
        )
    total, refusal = _total([*cells, *at_work], site.spot, total_quota)
    lines += total
    warnings = doubts(site.instance_type, site.max_run, site.volume_gb)
    warnings += doubts(tuners.instance_type, tuners.max_run, tuners.volume_gb)
    lines += [f"Warning: {doubt}" for doubt in dict.fromkeys(warnings)]
    if min(cell.max_wallclock_time for cell in cells) < HOUR:
        lines.append(
            "Warning: Waiting for a quota or an instance counts as wall-clock time, which may end before a "
            "job runs: the same command then repeats such experiments."
        )
    return Requirements(f"below {site.s3}", lines, refusal, tuners.instance_type)


def _total(cells: Sequence[Cell], spot: bool, quota: int | None) -> tuple[list[str], str]:
    """The same over all types of instances; spot instances have their own quota. Also why the tuners can't be
    started; "" if they can."""
    tuners, workers = len(cells), 0 if spot else sum(cell.workers for cell in cells)
    needed = tuners + workers
    used_up = ", which the tuners would use up" * bool(workers and tuners >= FIRST_QUOTA)
    asks = f"; a new account has {FIRST_QUOTA}{used_up}: set --total-quota to yours"
    lines = [f"  {needed} over all training jobs{asks * (quota is None and needed > FIRST_QUOTA)}"]
    if quota is None or needed <= quota:
        return lines, ""
    if workers and tuners >= quota:
        return lines, (
            f"{count(tuners, 'tuner')} would use up --total-quota {quota}, and be paid for while their jobs "
            "find no place: start fewer experiments at a time, or ask AWS for more (Service Quotas, "
            "'Number of instances across all training jobs')."
        )
    left = f"the tuners leave {quota - tuners} to their jobs, which take turns"
    lines.append(f"  The quota is {quota}: {left if workers else 'tuners start as others end'}.")
    return lines, ""
