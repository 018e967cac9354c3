"""Jobs of Slurm as people look at them."""

import os
from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tunewise.backends.base import BackendError
from tunewise.backends.job_folders import identity_of
from tunewise.backends.job_views import Column, JobList, ListedJob, Unit
from tunewise.backends.slurm import commands
from tunewise.backends.slurm.commands import Runner
from tunewise.paths import ExperimentPaths

KIND = "slurm"
COLUMNS = (
    *map(Column, ("job", "id", "state", "partition")),
    Column("ran", Unit.SECONDS),
    Column("node"),
    Column("submitted", Unit.MOMENT),
)
_FIELDS = "%V|%i|%T|%P|%M|%N|%r|%j"


def jobs_of(paths: ExperimentPaths | None, cluster: str | None, limit: int) -> JobList:
    """As `BackendSpec.jobs`: of this user, as `squeue` lists them, which forgets what has been over for some
    minutes."""
    prefixes = [""] if paths is None else [_prefix(folder) for folder in _folders(paths)]
    if not prefixes:
        assert paths is not None
        raise BackendError(
            f"No experiment of {paths.name} had jobs on Slurm: leave the name out to see all jobs."
        )
    where = ["-M", cluster] if cluster else []
    asked = ["squeue", "-h", "-a", "-t", "all", "-u", str(os.getuid()), *where, "-o", _FIELDS]
    lines = (line.strip().split("|", 7) for line in Runner(os.environ).ask(asked).splitlines())
    found = [told for told in lines if len(told) == 8 and told[-1].startswith(tuple(prefixes))]
    found.sort(key=lambda told: (told[0], int(told[1].partition("_")[0])), reverse=True)
    return JobList(COLUMNS, [partial(_listed, told) for told in found[:limit]])


def _folders(paths: ExperimentPaths) -> Iterator[ExperimentPaths]:
    """An experiment's folder, or those of a study, as far as they had jobs on Slurm."""
    for file in (paths.folder / f"{KIND}.json", *sorted(paths.folder.glob(f"*/{KIND}.json"))):
        if file.exists():
            yield ExperimentPaths(file.parent)


def _prefix(paths: ExperimentPaths) -> str:
    return f"tw-{identity_of(paths, KIND)}-"


def _listed(told: list[str]) -> ListedJob:
    submitted, number, state, partition, ran, node, reason, name = told
    cells = (name, number, state, partition, commands.parse_time(ran), node, _moment(submitted))
    return ListedJob(cells, commands.why_it_waits(reason))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
