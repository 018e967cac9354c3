"""The id of an experiment: what its jobs' names begin with, and its folder on S3."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.names import slug
from tunewise.files import replacing

if TYPE_CHECKING:
    from tunewise.backends.paths import ExperimentPaths

FILE = "sagemaker.json"


def identity_of(paths: ExperimentPaths) -> tuple[str, bool]:
    """The id, and whether it is older than this call.

    It is drawn once and kept in the experiment's folder, on the disk before any job has it: names of training
    jobs can't be had again, not even by an experiment that takes the name of one that was deleted.
    """
    file = Path(paths.folder) / FILE
    try:
        return str(json.loads(file.read_bytes())["experiment"]), True
    except FileNotFoundError:
        pass
    except (ValueError, KeyError) as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error
    experiment = f"{slug(paths.folder.name)}-{secrets.token_hex(3)}"
    paths.folder.mkdir(parents=True, exist_ok=True)
    with replacing(file, durable=True) as draft:
        draft.write_text(json.dumps({"experiment": experiment}) + "\n", encoding="utf-8")
    return experiment, False


def known_identity(paths: ExperimentPaths) -> str | None:
    """The id of an experiment that had one drawn; None if it hadn't. Raises BackendError."""
    file = Path(paths.folder) / FILE
    try:
        return str(json.loads(file.read_bytes())["experiment"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError) as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error
