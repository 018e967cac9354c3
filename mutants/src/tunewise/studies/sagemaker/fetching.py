"""A study that was launched elsewhere is brought here: what it is, before what it found."""

import re
import shutil
from collections.abc import Iterator
from typing import TypeVar

from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.clients import Clients, make_clients
from tunewise.backends.sagemaker.identity import Identity, identity_of, keep_identity
from tunewise.backends.sagemaker.names import Places, slug
from tunewise.disk import decode
from tunewise.paths import ExperimentPaths
from tunewise.studies.plan import Plan, joined_plan, keep_plan
from tunewise.studies.sagemaker.tuner_job import CELLS, PLAN, site_of
from tunewise.studies.spec import StudyError

Kind = TypeVar("Kind")


def bring_study(tag: str, s3: str, region: str | None) -> Plan:
    """Finds a study by its tag, and writes down here what it is. Its methods, which are code, stay where they
    are.

    s3: below which place it is, or its own folder there. region: of the bucket; by default what boto3 finds.
    Raises `StudyError` and what `translated` does.
    """
    clients = make_clients(region)
    found = [(places, plan) for places, plan in _candidates(clients, tag, s3) if plan.tag == tag]
    if not found:
        raise StudyError(f"There is no study {tag!r} below {s3}: look there for what it was launched as.")
    if len(found) > 1:
        ids = " and ".join(places.experiment for places, _ in found)
        raise StudyError(
            f"{s3} has several studies {tag!r}, {ids}: say which by its own folder, as in "
            f"--s3 {s3.rstrip('/')}/{found[0][0].experiment}."
        )
    return _bring(*found[0], clients)


def bring_again(plan: Plan) -> Plan:
    """What has been added, elsewhere, to a study that was brought here. Raises what `bring_study` does."""
    identity = identity_of(ExperimentPaths(plan.paths.folder))
    if identity is None:
        return plan
    site = site_of(plan)
    clients = make_clients(site.region)
    places = Places.below(site.s3, identity.experiment)
    return _bring(places, _read(clients, places, PLAN, Plan) or plan, clients)


def _candidates(clients: Clients, tag: str, s3: str) -> Iterator[tuple[Places, Plan]]:
    named = re.compile(f"{re.escape(slug(tag))}-[0-9a-f]{{6}}")
    above, _, last = s3.rstrip("/").rpartition("/")
    if named.fullmatch(last):
        s3, found = above, [last]
    else:
        below = Places.below(s3, slug(tag))
        with translated(f"Looking for the study at {s3}"):
            folders = Bucket(clients.s3, below.bucket).folders(below.root.removesuffix("/") + "-")
        names = [folder.rstrip("/").rpartition("/")[2] for folder in folders]
        found = [name for name in names if named.fullmatch(name)]
    for name in found:
        places = Places.below(s3, name)
        plan = _read(clients, places, PLAN, Plan)
        if plan is not None:
            yield places, plan


def _bring(places: Places, plan: Plan, clients: Clients) -> Plan:
    joined_plan(plan)  # which may refuse it, before anything here is changed
    identities = _read(clients, places, CELLS, dict[str, Identity]) or {}
    first = min((each.since for each in identities.values() if each.since is not None), default=None)
    keep_identity(ExperimentPaths(plan.paths.folder), Identity(places.experiment, clients.region, first))
    for name, identity in identities.items():
        paths = plan.paths.experiment(name)
        known = identity_of(paths)
        if known is not None and known.experiment != identity.experiment:
            shutil.rmtree(paths.folder)  # it failed, was forgotten where it was launched, and is run anew
        keep_identity(paths, identity)
    return keep_plan(plan)


def _read(clients: Clients, places: Places, name: str, kind: type[Kind]) -> Kind | None:
    """A file of the study's; None if it isn't there."""
    key = places.record + name
    with translated(f"Reading what {places.experiment} is"):
        body = Bucket(clients.s3, places.bucket).get(key)
    try:
        return None if body is None else decode(body, kind)
    except ValueError as error:
        raise StudyError(f"{places.uri(key)} can't be read ({error}): restore or delete it.") from error
