"""S3 as tuners and containers use it, and how a container waits for it."""

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
"""Codes of errors that may pass, besides the service's own (status 5xx)."""


class OutOfReachError(RuntimeError):
    """S3 was busy or unreachable for too long."""


class RefusedError(RuntimeError):
    """S3 refused a call, and a retry would not help."""


class Bucket:
    """One bucket, for tuners and for containers. Calls raise what boto3 raises.

    client: for calls that are small or repeated anyway. patient: for uploads, downloads and deletions, by
    default the same.
    """

    def __init__(self, name: str, client: Client, patient: Client = None) -> None:
        self.name = name
        self._client = client
        self._patient = client if patient is None else patient

    def get(self, key: str) -> bytes | None:
        """The content of an object; None if it doesn't exist."""
        try:
            body: bytes = self._client.get_object(Bucket=self.name, Key=key)["Body"].read()
        except self._client.exceptions.NoSuchKey:
            return None
        return body

    def put(self, key: str, body: bytes) -> None:
        self._client.put_object(Bucket=self.name, Key=key, Body=body)

    def upload(self, path: Path, key: str) -> None:
        with path.open("rb") as file:
            self._patient.upload_fileobj(file, self.name, key)

    def download(self, key: str, path: Path) -> None:
        self._patient.download_file(self.name, key, str(path))

    def exists(self, key: str) -> bool:
        return key in self.etags(key)

    def etags(self, prefix: str, after: str = "") -> dict[str, str]:
        """The ETags of all objects below a prefix, which change with their content."""
        request = {"Bucket": self.name, "Prefix": prefix, **({"StartAfter": after} if after else {})}
        pages = self._client.get_paginator("list_objects_v2").paginate(**request)
        return {item["Key"]: item["ETag"] for page in pages for item in page.get("Contents", ())}

    def folders(self, prefix: str) -> list[str]:
        """What keys that begin with a prefix have in common up to the next slash."""
        request = {"Bucket": self.name, "Prefix": prefix, "Delimiter": "/"}
        pages = self._client.get_paginator("list_objects_v2").paginate(**request)
        return [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", ())]

    def delete(self, keys: list[str]) -> list[dict[str, str]]:
        """Deletes objects, and returns S3's errors about single ones, for which the call itself succeeds."""
        errors: list[dict[str, str]] = []
        for first in range(0, len(keys), 1000):
            some = [{"Key": key} for key in keys[first : first + 1000]]
            response = self._patient.delete_objects(Bucket=self.name, Delete={"Objects": some, "Quiet": True})
            errors += response.get("Errors", ())
        return errors


class Retry:
    """Repeats a call until it succeeds, for `patience` seconds, with growing pauses."""

    def __init__(self, patience: float) -> None:
        self._patience = patience

    def __call__(self, what: str, action: Callable[[], Result]) -> Result:
        """what: what is being read, as the beginning of a sentence.

        Raises OutOfReachError, and RefusedError if a retry would not help.
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
    """Whether the same call may succeed later: after everything that tuners call busy (as in `calls.py`), and
    after errors of an instance's own credentials."""
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
            HTTPError,  # reading a body raises some that aren't botocore's
            exceptions.NoCredentialsError,  # an instance may get its own late
            exceptions.CredentialRetrievalError,
            exceptions.MetadataRetrievalError,
        ),
    )


def is_refused(error: Exception) -> bool:
    from botocore.exceptions import ClientError

    return isinstance(error, ClientError)


def open_bucket(name: str) -> Bucket:
    """The bucket as a container uses it: reads and writes are tried once, since they are repeated anyway."""
    return Bucket(name, _client(attempts=1), _client(attempts=5))


def _client(attempts: int) -> Client:
    import boto3
    from botocore.config import Config

    retries = {"mode": "standard", "total_max_attempts": attempts}
    config = Config(retries=retries, connect_timeout=10, read_timeout=60)
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    return boto3.client("s3", config=config, region_name=region)
