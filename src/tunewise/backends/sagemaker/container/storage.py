"""The part of S3 that a container uses."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

Client = Any  # boto3 makes its classes when it runs


class Store:
    """One bucket. Calls raise what boto3 raises; `put` and `is_there` at once, as they are made again anyway
    and nothing should wait for them, the others after boto3's own retries."""

    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._client = _client(attempts=5)
        self._quick = _client(attempts=1)

    def get(self, key: str) -> bytes | None:
        """The content of an object; None if there is none."""
        return _get(self._client, self._bucket, key)

    def is_there(self, key: str) -> bool:
        return _get(self._quick, self._bucket, key) is not None

    def put(self, key: str, body: bytes) -> None:
        self._quick.put_object(Bucket=self._bucket, Key=key, Body=body)

    def upload(self, path: Path, key: str) -> None:
        self._client.upload_file(str(path), self._bucket, key)

    def download(self, key: str, path: Path) -> None:
        self._client.download_file(self._bucket, key, str(path))

    def delete(self, keys: list[str]) -> None:
        for first in range(0, len(keys), 1000):
            some = [{"Key": key} for key in keys[first : first + 1000]]
            self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": some, "Quiet": True})


def _client(attempts: int) -> Client:
    import boto3
    from botocore.config import Config

    retries = {"mode": "standard", "total_max_attempts": attempts}
    config = Config(retries=retries, connect_timeout=10, read_timeout=60)
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    return boto3.client("s3", config=config, region_name=region)


def _get(client: Client, bucket: str, key: str) -> bytes | None:
    try:
        body: bytes = client.get_object(Bucket=bucket, Key=key)["Body"].read()
    except client.exceptions.NoSuchKey:
        return None
    return body
