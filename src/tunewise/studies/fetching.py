"""A study that was launched elsewhere is brought here: what it is, before what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.paths import ExperimentPaths
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.identity import Identity, keep_identity
from tunewise.backends.sagemaker.names import Places, slug
from tunewise.studies.plan import Plan, keep_plan
from tunewise.studies.spec import StudyError
from tunewise.studies.tuner_job import CELLS, PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tunewise.backends.sagemaker.clients import Clients


def bring_study(tag: str, s3: str, region: str | None) -> Plan:
    """Finds a study below a place on S3 by its tag, and writes down here what it is. Its methods, which are
    code, stay where they are.

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
    _keep_identities(plan, places, clients)
    return keep_plan(plan)


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


def _keep_identities(plan: Plan, places: Places, clients: Clients) -> None:
    """Writes down who the study and its experiments are to AWS."""
    with translated(f"Reading what {places.experiment} is"):
        body = Bucket(clients.s3, places.bucket).get(places.record + CELLS)
    identities = msgspec.json.decode(body or b"{}", type=dict[str, Identity])
    first = min((each.since for each in identities.values() if each.since is not None), default=None)
    keep_identity(ExperimentPaths(plan.paths.folder), Identity(places.experiment, clients.region, first))
    for name, identity in identities.items():
        keep_identity(plan.paths.experiment(name), identity)
