"""What a launch takes of an account's quotas, and whether that can be had."""

from collections.abc import Sequence

from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.limits import doubts
from tunewise.display.formats import count, duration
from tunewise.studies.forecast import HOUR
from tunewise.studies.plan import Cell
from tunewise.studies.tuners import Needs

FIRST_QUOTA = 4  # instances over all training jobs of a new account


def needs_of(
    site: SageMakerBackend,
    tuners: SageMakerBackend,
    cells: Sequence[Cell],
    at_work: Sequence[Cell],
    total_quota: int | None,
) -> Needs:
    """The quota that starting these experiments needs, and why they can't be started. site: of the trials'
    jobs. total_quota: instances that the account may have over all training jobs; None where nobody has
    said."""
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
    told, refusal = _total([*cells, *at_work], site.spot, total_quota)
    lines += told
    told = doubts(site.instance_type, site.max_run, site.volume_gb)
    told += doubts(tuners.instance_type, tuners.max_run, tuners.volume_gb)
    lines += [f"Warning: {doubt}" for doubt in dict.fromkeys(told)]
    if min(cell.max_wallclock_time for cell in cells) < HOUR:
        lines.append(
            "Warning: Waiting for a place or an instance counts as wall-clock, which may be over before a "
            "job runs: the same command runs such experiments anew."
        )
    return Needs(f"below {site.s3}", lines, refusal, tuners.instance_type)


def _total(cells: Sequence[Cell], spot: bool, quota: int | None) -> tuple[list[str], str]:
    """The same over all types, where spot instances have a quota of their own. Also why tuners can't be
    started with this one; "" if they can."""
    tuners, workers = len(cells), 0 if spot else sum(cell.workers for cell in cells)
    needed = tuners + workers
    taken = ", which the tuners would take" * bool(workers and tuners >= FIRST_QUOTA)
    asks = f"; a new account has {FIRST_QUOTA}{taken}: --total-quota says what yours has"
    lines = [f"  {needed} over all training jobs{asks * (quota is None and needed > FIRST_QUOTA)}"]
    if quota is None or needed <= quota:
        return lines, ""
    if workers and tuners >= quota:
        return lines, (
            f"{count(tuners, 'tuner')} would take all places of --total-quota {quota}, and be paid for while "
            "their jobs find none: start fewer experiments at a time, or ask AWS for more (Service "
            "Quotas, 'Number of instances across all training jobs')."
        )
    left = f"what the tuners leave, {quota - tuners}, their jobs have in turn"
    lines.append(
        f"  Of those there are {quota}: {left if workers else 'tuners start in turn, as others end'}."
    )
    return lines, ""
