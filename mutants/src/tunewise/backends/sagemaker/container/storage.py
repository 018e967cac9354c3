"""The part of S3 that a container uses."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Client = Any  # boto3 makes its classes when it runs
Result = TypeVar("Result")

TRIES = 3  # at least, whatever the patience
PASSING = frozenset({"SlowDown", "RequestTimeout", "RequestTimeTooSkewed", "ExpiredToken", "429"})
"""Codes of errors that may be gone the next time, besides those of the service's own (status 5xx)."""


class OutOfReachError(RuntimeError):
    """S3 was busy, or couldn't be reached, for too long."""


class RefusedError(RuntimeError):
    """S3 refused a call: asking again wouldn't help."""


class Store:
    """One bucket. Calls raise what boto3 raises; `get` and `put` at once, as they are made again anyway, the
    others after boto3's own retries."""

    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._client = _client(attempts=5)
        self._quick = _client(attempts=1)

    def get(self, key: str) -> bytes | None:
        """The content of an object; None if there is none."""
        try:
            body: bytes = self._quick.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        except self._quick.exceptions.NoSuchKey:
            return None
        return body

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


class Insist:
    """Calls what it is given until it gets through: for `patience` seconds, ever more seldom."""

    def __init__(self, patience: float) -> None:
        self._patience = patience

    def __call__(self, what: str, action: Callable[[], Result]) -> Result:
        """what: is being read, as the beginning of a sentence.

        Raises OutOfReachError, and RefusedError where asking again wouldn't help.
        """
        deadline = time.monotonic() + self._patience
        tries = 0
        while True:
            try:
                return action()
            except Exception as error:
                words = f"{what} can't be read from S3: {str(error).rstrip('.')}"
                if not is_passing(error):
                    if not is_refused(error):
                        raise
                    raise RefusedError(f"{words}: see to the permissions of the job's role.") from error
                tries += 1
                if tries >= TRIES and time.monotonic() >= deadline:
                    raise OutOfReachError(f"{words}.") from error
                print(f"tunewise: {words}; it is tried again", file=sys.stderr, flush=True)
            time.sleep(self._patience / 128 * 2 ** min(tries, 4))  # of 2 minutes: 2, 4, 8, 15, 15, ... s


def is_passing(error: Exception) -> bool:
    """Whether the same call may go well later: after all that tuners take for a busy service, too (as in
    `calls.py`), and after what comes of an instance's own credentials."""
    from boto3.exceptions import RetriesExceededError
    from botocore import exceptions
    from botocore.parsers import ResponseParserError
    from urllib3.exceptions import HTTPError

    if isinstance(error, exceptions.ClientError):
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        return status >= 500 or error.response.get("Error", {}).get("Code") in PASSING
    return isinstance(
        error,
        (
            RetriesExceededError,
            exceptions.ConnectionError,
            exceptions.HTTPClientError,
            exceptions.IncompleteReadError,
            exceptions.FlexibleChecksumError,
            ResponseParserError,
            HTTPError,  # not all of them are botocore's own while a body is read
            exceptions.NoCredentialsError,  # an instance's own may be late
            exceptions.CredentialRetrievalError,
            exceptions.MetadataRetrievalError,
        ),
    )


def is_refused(error: Exception) -> bool:
    from botocore.exceptions import ClientError

    return isinstance(error, ClientError)


def _client(attempts: int) -> Client:
    import boto3
    from botocore.config import Config

    retries = {"mode": "standard", "total_max_attempts": attempts}
    config = Config(retries=retries, connect_timeout=10, read_timeout=60)
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    return boto3.client("s3", config=config, region_name=region)
