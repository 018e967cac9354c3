"""A study that was launched elsewhere is brought here: what it is, before what it found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.paths import ExperimentPaths, StudyPaths
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.identity import Identity, identity_of, keep_identity
from tunewise.backends.sagemaker.names import Places, slug
from tunewise.backends.sagemaker.record import Mirror, write
from tunewise.studies.plan import Plan, keep_plan
from tunewise.studies.spec import StudyError
from tunewise.studies.tuner_job import PLAN, SOURCE, read_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tunewise.backends.sagemaker.clients import Clients


def bring_study(tag: str, s3: str, region: str | None) -> Plan:
    """Finds a study below a place on S3 by its tag, and writes down here what it is.

    region: of the bucket; by default what boto3 finds. Raises `StudyError` and what `translated` does.
    """
    clients = make_clients(region)
    found = [(places, plan) for places, plan in _candidates(clients, tag, s3) if plan.tag == tag]
    if not found:
        raise StudyError(f"There is no study {tag!r} below {s3}: look there for what it was launched as.")
    if len(found) > 1:
        ids = " and ".join(places.experiment for places, _ in found)
        raise StudyError(f"{s3} has several studies {tag!r}, {ids}: move away those that aren't meant.")
    places, plan = found[0]
    _bring_staged(clients, places, StudyPaths.named(tag))
    return _keep(plan, places, clients.region)


def _candidates(clients: Clients, tag: str, s3: str) -> Iterator[tuple[Places, Plan]]:
    below = Places.below(s3, slug(tag))
    bucket = Bucket(clients.s3, below.bucket)
    with translated(f"Looking for the study at {s3}"):
        folders = bucket.folders(below.root.removesuffix("/") + "-")
    for folder in folders:
        places = Places.below(s3, folder.rstrip("/").rpartition("/")[2])
        with translated(f"Reading what {places.experiment} is"):
            body = bucket.get(places.record + PLAN)
        if body is not None:
            yield places, msgspec.json.decode(body, type=Plan)


def _bring_staged(clients: Clients, places: Places, study: StudyPaths) -> None:
    mirror = Mirror(study.staged, Bucket(clients.s3, places.bucket), places.record)
    for path in mirror.news():
        body = mirror.read(path)
        if body is not None:
            write(path, body)


def _keep(plan: Plan, places: Places, region: str) -> Plan:
    """Writes the plan down, with its methods where they are here, and who is who to AWS."""
    study = plan.paths
    source = str(study.staged / SOURCE / Path(plan.settings.source).name)
    plan = msgspec.structs.replace(plan, settings=msgspec.structs.replace(plan.settings, source=source))
    identities = read_cells(study.staged)
    first = min(identity.since for identity in identities.values() if identity.since is not None)
    for paths, identity in [
        (ExperimentPaths(study.folder), Identity(places.experiment, region, first)),
        *((study.experiment(name), identity) for name, identity in identities.items()),
    ]:
        if identity_of(paths) is None:
            keep_identity(paths, identity)
    return keep_plan(plan)
