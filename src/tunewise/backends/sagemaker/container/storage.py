"""The part of S3 that a container uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

Client = Any  # boto3 makes its classes when it runs


class Store:
    """One bucket. Calls raise what boto3 raises, after its own retries."""

    def __init__(self, bucket: str) -> None:
        import boto3
        from botocore.config import Config

        self._bucket = bucket
        config = Config(
            retries={"mode": "standard", "total_max_attempts": 3}, connect_timeout=10, read_timeout=60
        )
        self._client: Client = boto3.client("s3", config=config, region_name=_region())

    def get(self, key: str) -> bytes | None:
        """The content of an object; None if there is none."""
        try:
            body: bytes = self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        except self._client.exceptions.NoSuchKey:
            return None
        return body

    def put(self, key: str, body: bytes) -> None:
        self._client.put_object(Bucket=self._bucket, Key=key, Body=body)

    def upload(self, path: Path, key: str) -> None:
        self._client.upload_file(str(path), self._bucket, key)

    def download(self, key: str, path: Path) -> None:
        self._client.download_file(self._bucket, key, str(path))

    def delete(self, keys: list[str]) -> None:
        for first in range(0, len(keys), 1000):
            some = [{"Key": key} for key in keys[first : first + 1000]]
            self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": some, "Quiet": True})


def _region() -> str | None:
    import os

    return os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
