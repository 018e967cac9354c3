"""The folder that a container sees as /opt/ml, what the platform puts there and takes from it, and the copy
of its checkpoints on S3."""

import io
import json
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from sagemaker_rehearsal.messages import ApiError
from sagemaker_rehearsal.storage import Storage, split_uri
from sagemaker_rehearsal.training_job import TrainingJob

Stamp = tuple[int, int, int]  # what tells a changed file: its inode, size and time


class CheckpointSync:
    """Brings an S3 prefix to the state of a folder: new and changed files go up, deletions follow.

    shuffled: the files of one round go up in a random order, as several uploads at once may do; otherwise in
    the order in which they were written. A file that is being written goes up as it is at that moment.
    """

    def __init__(self, storage: Storage, uri: str, folder: Path, shuffled: Random | None = None) -> None:
        bucket, prefix = split_uri(uri)
        self._bucket = bucket
        self._prefix = prefix.rstrip("/") + "/" if prefix else ""
        self._storage = storage
        self._folder = folder
        self._shuffled = shuffled
        self._known = _stamps(folder)

    def run(self) -> None:
        found = _stamps(self._folder)
        changed = [name for name, stamp in found.items() if self._known.get(name) != stamp]
        changed.sort(key=lambda name: found[name][2])
        if self._shuffled is not None:
            self._shuffled.shuffle(changed)
        for name in changed:
            body = _read(self._folder / name)
            if body is not None:
                self._storage.put(self._bucket, self._prefix + name, body)
        for name in self._known.keys() - found.keys():
            self._storage.delete(self._bucket, self._prefix + name)
        self._known = found


def _stamps(folder: Path) -> dict[str, Stamp]:
    stamps: dict[str, Stamp] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            try:
                status = path.lstat()
            except FileNotFoundError:
                continue  # deleted meanwhile
            if path.is_file() and not path.is_symlink():
                stamps[str(path.relative_to(folder))] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return stamps


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


CHECKPOINTS = "/opt/ml/checkpoints"
WARM_CACHE = "sagemaker/warmpoolcache"
"""Below /opt/ml: the folder that a warm pool keeps from job to job."""
LONGEST_REASON = 1024
_FOLDERS = ("input/config", "input/data", "model", "output/data", "checkpoints", "sagemaker", "code")
HOST = "algo-1"


class DownloadError(Exception):
    """A channel whose data can't be had; the message is what FailureReason tells."""


class OptMl:
    """/opt/ml of one job, as a folder elsewhere."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def prepare(self, request: Mapping[str, Any]) -> None:
        """Makes the folders, and the files in input/config."""
        for name in _FOLDERS:
            (self.root / name).mkdir(parents=True, exist_ok=True)
        resources = request["ResourceConfig"]
        channels = request.get("InputDataConfig", [])
        self._configure("hyperparameters", request.get("HyperParameters", {}))
        self._configure("resourceconfig", _resources(resources["InstanceType"]))
        self._configure(
            "inputdataconfig", {channel["ChannelName"]: _channel(channel) for channel in channels}
        )
        self._configure("upstreamoutputdataconfig", [])
        if "CheckpointConfig" in request:
            self._configure("checkpointconfig", {"LocalPath": CHECKPOINTS, **request["CheckpointConfig"]})

    def download(self, channel: Mapping[str, Any], storage: Storage) -> None:
        """Copies a channel of S3 to input/data. Raises DownloadError for what the platform can't download."""
        source = channel["DataSource"]["S3DataSource"]["S3Uri"]
        bucket, prefix = split_uri(source)
        keys = storage.keys(bucket, prefix)
        if not keys:
            raise DownloadError(no_objects(source))
        folder = self.root / "input/data" / channel["ChannelName"]
        folder.mkdir(parents=True, exist_ok=True)
        for key in keys:
            if "//" in key:
                raise DownloadError(
                    f"Failed to download data. S3 key: s3://{bucket}/{key} has an illegal char sub-sequence "
                    "'//' in it"
                )
            _save(folder, below(prefix, key), storage.get(bucket, key))

    def folder_of_checkpoints(self, request: Mapping[str, Any]) -> Path:
        path = request["CheckpointConfig"].get("LocalPath", CHECKPOINTS)
        return self.root / Path(path).relative_to("/opt/ml")

    def failure(self) -> str:
        """What the job wrote to output/failure; empty if nothing."""
        try:
            text = (self.root / "output/failure").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return text[:LONGEST_REASON]

    def _configure(self, name: str, content: object) -> None:
        (self.root / "input/config" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def restore(storage: Storage, uri: str, folder: Path) -> None:
    """Copies what lies below an S3 prefix into a folder."""
    bucket, prefix = split_uri(uri)
    prefix = prefix.rstrip("/") + "/" if prefix else ""
    folder.mkdir(parents=True, exist_ok=True)
    for key in storage.keys(bucket, prefix):
        _save(folder, key[len(prefix) :], storage.get(bucket, key))


def pack(folder: Path) -> bytes | None:
    """What is in a folder as a tar.gz; None if that is nothing."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if not names:
        return None
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz", compresslevel=1) as archive:
        for name in names:
            archive.add(folder / name, arcname=name)
    return buffer.getvalue()


def upload(ml: OptMl, job: TrainingJob, storage: Storage, *, with_model: bool) -> None:
    """Packs what a job has left in model and output/data, and puts it where its request says."""
    bucket, prefix = split_uri(job.request["OutputDataConfig"]["S3OutputPath"])
    stem = "/".join(part for part in (prefix.rstrip("/"), job.name, "output") if part)
    model = pack(ml.root / "model") if with_model else None
    if model is not None:
        storage.put(bucket, f"{stem}/model.tar.gz", model)
        job.model = f"s3://{bucket}/{stem}/model.tar.gz"
    output = pack(ml.root / "output/data")
    if output is not None:
        storage.put(bucket, f"{stem}/output.tar.gz", output)


def below(prefix: str, key: str) -> str:
    """Where in a channel's folder an object goes."""
    if key == prefix:
        return key.rsplit("/", 1)[-1]
    if key.startswith(prefix.rstrip("/") + "/"):
        return key[len(prefix.rstrip("/")) + 1 :]
    return key[prefix.rfind("/") + 1 :] if prefix else key


def no_objects(uri: str) -> str:
    return (
        f'No S3 objects found under S3 URL "{uri}" given in input data source. Please ensure that the bucket '
        "exists in the selected region, that objects exist under that S3 prefix, and that the role has "
        '"s3:ListBucket" permissions on the bucket.'
    )


def check_channel(channel: Mapping[str, Any], storage: Storage) -> None:
    source = channel["DataSource"]["S3DataSource"]["S3Uri"]
    if not storage.keys(*split_uri(source)):
        raise ApiError("ValidationException", no_objects(source))


def _save(folder: Path, relative: str, body: bytes | None) -> None:
    """An object whose key ends in a slash is a folder. One that would lie elsewhere is left out."""
    target = (folder / relative).resolve()
    if body is None or not target.is_relative_to(folder.resolve()):
        return
    if relative.endswith("/") or relative == "":
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(body)


def _channel(channel: Mapping[str, Any]) -> dict[str, str]:
    return {
        "TrainingInputMode": channel.get("InputMode", "File"),
        "S3DistributionType": "FullyReplicated",
        "RecordWrapperType": channel.get("RecordWrapperType", "None"),
        **({"ContentType": channel["ContentType"]} if "ContentType" in channel else {}),
    }


def _resources(instance_type: str) -> dict[str, Any]:
    group = {"instance_group_name": "homogeneousCluster", "instance_type": instance_type, "hosts": [HOST]}
    return {
        "current_host": HOST,
        "current_instance_type": instance_type,
        "current_group_name": "homogeneousCluster",
        "hosts": [HOST],
        "instance_groups": [group],
        "network_interface_name": "lo",
    }
