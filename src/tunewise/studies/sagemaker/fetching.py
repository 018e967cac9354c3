"""Fetches the plan of a study that was launched elsewhere; its results come later."""

import re
import shutil
from collections.abc import Iterator
from typing import TypeVar

from tunewise.backends.sagemaker.calls import Clients, make_clients, translated
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.identity import Identity, identity_of, keep_identity
from tunewise.backends.sagemaker.names import Places, slug
from tunewise.disk import decode
from tunewise.paths import ExperimentPaths
from tunewise.studies.plan import Plan, joined_plan, keep_plan
from tunewise.studies.sagemaker.tuner_job import CELLS, PLAN, site_of
from tunewise.studies.spec import StudyError

Kind = TypeVar("Kind")


def fetch_study(tag: str, s3: str, region: str | None) -> Plan:
    """Finds a study by its tag, and writes its plan here. Its methods are code and stay where they are.

    s3: the place that it is below, or its own folder there. region: of the bucket; by default the one that
    boto3 finds. Raises `StudyError` and what `translated` does.
    """
    clients = make_clients(region)
    studies = [(places, plan) for places, plan in _candidates(clients, tag, s3) if plan.tag == tag]
    if not studies:
        raise StudyError(
            f"There is no study {tag!r} below {s3}: look there for the tag that it was launched with."
        )
    if len(studies) > 1:
        ids = " and ".join(places.experiment for places, _ in studies)
        raise StudyError(
            f"{s3} has several studies {tag!r}, {ids}: name the folder of one, as in "
            f"--s3 {s3.rstrip('/')}/{studies[0][0].experiment}."
        )
    return _write(*studies[0], clients)


def fetch_again(plan: Plan) -> Plan:
    """Fetches what was added elsewhere to a study that was fetched before. Raises what `fetch_study` does."""
    identity = identity_of(ExperimentPaths(plan.paths.folder))
    if identity is None:
        return plan
    site = site_of(plan)
    clients = make_clients(site.region)
    places = Places.below(site.s3, identity.experiment)
    return _write(places, read_kept(clients, places, PLAN, Plan) or plan, clients)


def _candidates(clients: Clients, tag: str, s3: str) -> Iterator[tuple[Places, Plan]]:
    named = re.compile(f"{re.escape(slug(tag))}-[0-9a-f]{{6}}")
    above, _, last = s3.rstrip("/").rpartition("/")
    if named.fullmatch(last):
        s3, found = above, [last]
    else:
        below = Places.below(s3, slug(tag))
        with translated(f"Looking for the study at {s3}"):
            folders = Bucket(below.bucket, clients.s3).folders(below.root.removesuffix("/") + "-")
        names = [folder.rstrip("/").rpartition("/")[2] for folder in folders]
        found = [name for name in names if named.fullmatch(name)]
    for name in found:
        places = Places.below(s3, name)
        plan = read_kept(clients, places, PLAN, Plan)
        if plan is not None:
            yield places, plan


def _write(places: Places, plan: Plan, clients: Clients) -> Plan:
    joined_plan(plan)  # may refuse it, before anything here is changed
    identities = read_kept(clients, places, CELLS, dict[str, Identity]) or {}
    first = min((each.since for each in identities.values() if each.since is not None), default=None)
    keep_identity(ExperimentPaths(plan.paths.folder), Identity(places.experiment, clients.region, first))
    for name, identity in identities.items():
        paths = plan.paths.experiment(name)
        kept = identity_of(paths)
        if kept is not None and kept.experiment != identity.experiment:
            shutil.rmtree(paths.folder)  # it failed, was deleted where it was launched, and starts again
        keep_identity(paths, identity)
    return keep_plan(plan)


def read_kept(clients: Clients, places: Places, name: str, kind: type[Kind]) -> Kind | None:
    """A file of the study; None if it doesn't exist."""
    key = places.record + name
    with translated(f"Reading the plan of {places.experiment}"):
        body = Bucket(places.bucket, clients.s3).get(key)
    try:
        return None if body is None else decode(body, kind)
    except ValueError as error:
        raise StudyError(f"{places.uri(key)} can't be read ({error}): restore or delete it.") from error
