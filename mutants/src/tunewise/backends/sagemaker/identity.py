"""Who an experiment is to AWS: what its jobs' names begin with, and where and since when they are there."""

import secrets
from datetime import datetime
from pathlib import Path

import msgspec

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.calls import surely_past
from tunewise.backends.sagemaker.names import slug
from tunewise.disk import decode, replacing
from tunewise.paths import ExperimentPaths, home

FILE = "sagemaker.json"


class Identity(msgspec.Struct, frozen=True):
    """experiment: the id, also of its folder on S3. since: a moment before its first job by any clock.
    on_s3: whether the experiment's record is kept there as it grows, as the tuner's machine may go away.

    What earlier versions wrote has neither a Region nor that moment.
    """

    experiment: str
    region: str | None = None
    since: datetime | None = None
    on_s3: bool = False


def identity_of(paths: ExperimentPaths) -> Identity | None:
    """None if it has none yet. Raises BackendError."""
    file = Path(paths.folder) / FILE
    try:
        return decode(file.read_bytes(), Identity)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error


def identities_of(paths: ExperimentPaths) -> list[Identity]:
    """Those of an experiment, or of a study and all its experiments, also of those whose record isn't here
    yet. Raises BackendError."""
    folders = [paths.folder, *sorted(file.parent for file in paths.folder.glob(f"*/{FILE}"))]
    found = [identity_of(ExperimentPaths(folder)) for folder in folders]
    return [identity for identity in found if identity is not None]


def draw_identity(paths: ExperimentPaths, region: str, on_s3: bool = False) -> Identity:
    """A new one, on the disk before any job has it.

    Training jobs have their names until AWS is told to delete them, even where an experiment was deleted here
    and another takes its name; and a tuner that comes back elsewhere must look for them where they are.
    """
    identity = Identity(f"{slug(paths.folder.name)}-{secrets.token_hex(3)}", region, surely_past(), on_s3)
    keep_identity(paths, identity)
    return identity


def refuse_copies(paths: ExperimentPaths, identity: Identity) -> None:
    """Raises BackendError for an experiment whose folder is a copy of another one's: they would be one to
    AWS, and each would end the other's jobs and delete its checkpoints. The one that is called as it was at
    first is no copy."""
    this = paths.folder.resolve()
    for file in (*home().glob(f"*/{FILE}"), *home().glob(f"*/*/{FILE}")):
        other = ExperimentPaths(file.parent)
        if other.folder.resolve() == this or identity_of(other) != identity:
            continue
        begun_as = identity.experiment.rpartition("-")[0]
        if begun_as != slug(paths.folder.name) or begun_as == slug(other.folder.name):
            raise BackendError(
                f"{paths.name!r} and {other.name!r} are copies of one experiment, with the same jobs and "
                f"checkpoints on SageMaker: delete one of the two, as by `tunewise rm {paths.name}`."
            )


def keep_identity(paths: ExperimentPaths, identity: Identity) -> None:
    """Writes it down, in the place of any other."""
    paths.folder.mkdir(parents=True, exist_ok=True)
    with replacing(Path(paths.folder) / FILE, durable=True) as draft:
        draft.write_bytes(msgspec.json.encode(identity) + b"\n")
