"""Who an experiment is to AWS: what its jobs' names begin with, and where and since when they are there."""

import secrets
from datetime import datetime

import msgspec

from tunewise import disk
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.calls import earliest_now
from tunewise.backends.sagemaker.names import slug
from tunewise.disk import decode
from tunewise.paths import ExperimentPaths, home

FILE = "sagemaker.json"


class Identity(msgspec.Struct, frozen=True):
    """experiment: the id, also of its folder on S3. since: a moment before its first job by any clock.
    on_s3: whether the experiment's folder is copied there as it grows, since the tuner's machine may go away.

    Files of earlier versions have neither `region` nor `since`.
    """

    experiment: str
    region: str | None = None
    since: datetime | None = None
    on_s3: bool = False


def identity_of(paths: ExperimentPaths) -> Identity | None:
    """None if the experiment has none yet. Raises BackendError."""
    file = paths.folder / FILE
    try:
        return decode(file.read_bytes(), Identity)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error


def identities_of(paths: ExperimentPaths) -> list[Identity]:
    """Those of an experiment, or of a study and all its experiments, also of those whose journal isn't here
    yet. Raises BackendError."""
    folders = [paths.folder, *sorted(file.parent for file in paths.folder.glob(f"*/{FILE}"))]
    identities = [identity_of(ExperimentPaths(folder)) for folder in folders]
    return [identity for identity in identities if identity is not None]


def draw_identity(paths: ExperimentPaths, region: str, on_s3: bool = False) -> Identity:
    """Draws a new one and writes it to disk before any job has it.

    Training jobs keep their names until they are deleted at AWS, even if the experiment is deleted here and
    another one takes its name; and a tuner that continues elsewhere must look for them in the same Region.
    """
    identity = Identity(f"{slug(paths.folder.name)}-{secrets.token_hex(3)}", region, earliest_now(), on_s3)
    keep_identity(paths, identity)
    return identity


def refuse_copies(paths: ExperimentPaths, identity: Identity) -> None:
    """Raises BackendError if the experiment's folder is a copy of another one's: AWS can't tell the two
    apart, and each would end the other's jobs and delete its checkpoints. The folder that still has its first
    name is not the copy."""
    this = paths.folder.resolve()
    for file in (*home().glob(f"*/{FILE}"), *home().glob(f"*/*/{FILE}")):
        other = ExperimentPaths(file.parent)
        if other.folder.resolve() == this or identity_of(other) != identity:
            continue
        first_name = identity.experiment.rpartition("-")[0]
        if first_name != slug(paths.folder.name) or first_name == slug(other.folder.name):
            raise BackendError(
                f"{paths.name!r} and {other.name!r} are copies of one experiment, with the same jobs and "
                f"checkpoints on SageMaker: delete one of the two, as with `tunewise rm {paths.name}`."
            )


def keep_identity(paths: ExperimentPaths, identity: Identity) -> None:
    """Writes it to disk, replacing any other."""
    disk.write(paths.folder / FILE, msgspec.json.encode(identity) + b"\n")
