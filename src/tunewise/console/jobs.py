"""The jobs of an experiment as its engine shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tunewise.backends import spec_class
from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.job_views import ListedJob
from tunewise.definition import read_definition
from tunewise.display.formats import gist
from tunewise.paths import ExperimentPaths

MOST = 200


def jobs_view(name: str, kind: str | None = None) -> dict[str, Any]:
    """The newest jobs of an experiment or, with `kind` of its back end, of a study: columns, rows, and what
    keeps them from being listed. Asks the engine, which may take seconds."""
    paths = ExperimentPaths.named(name)
    kind = kind or str(read_definition(paths.definition).backend.get("kind", ""))
    try:
        columns, looks = spec_class(kind).list_jobs(paths, None, MOST + 1)
        jobs = [look() for look in looks[:MOST]]
    except (BackendError, BusyError) as error:
        return {"columns": [], "jobs": [], "more": False, "error": str(error)}
    return {
        "columns": [{"heading": column.heading, "unit": column.unit.value} for column in columns],
        "jobs": [_job(job) for job in jobs],
        "more": len(looks) > MOST,
        "error": "",
    }


def _job(job: ListedJob) -> dict[str, Any]:
    cells = [cell.isoformat() if isinstance(cell, datetime) else cell for cell in job.cells]
    return {"cells": cells, "why": gist(job.why), "remark": job.remark, "successor": job.successor}
