"""The part of S3 that a tuner uses."""

from pathlib import Path
from typing import Any

Client = Any  # boto3 makes its classes when it runs


class Bucket:
    """One bucket. Calls raise what boto3 raises, after its own retries."""

    def __init__(self, client: Client, name: str) -> None:
        self._client = client
        self.name = name

    def get(self, key: str) -> bytes | None:
        """The content of an object; None if there is none."""
        try:
            body: bytes = self._client.get_object(Bucket=self.name, Key=key)["Body"].read()
        except self._client.exceptions.NoSuchKey:
            return None
        return body

    def put(self, key: str, body: bytes) -> None:
        self._client.put_object(Bucket=self.name, Key=key, Body=body)

    def upload(self, path: Path, key: str) -> None:
        with path.open("rb") as file:
            self._client.upload_fileobj(file, self.name, key)

    def exists(self, key: str) -> bool:
        return key in self.etags(key)

    def etags(self, prefix: str, after: str = "") -> dict[str, str]:
        """The keys below a prefix, and what tells each object's content from another (its ETag)."""
        found: dict[str, str] = {}
        request: dict[str, str] = {"Bucket": self.name, "Prefix": prefix}
        if after:
            request["StartAfter"] = after
        while True:
            page = self._client.list_objects_v2(**request)
            found |= {item["Key"]: item["ETag"] for item in page.get("Contents", ())}
            if not page.get("IsTruncated"):
                return found
            request["ContinuationToken"] = page["NextContinuationToken"]

    def folders(self, prefix: str) -> list[str]:
        """What keys that begin with a prefix have in common up to the next slash."""
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self.name, Prefix=prefix, Delimiter="/"
        )
        return [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", ())]

    def delete(self, keys: list[str]) -> None:
        for first in range(0, len(keys), 1000):
            some = [{"Key": key} for key in keys[first : first + 1000]]
            told = self._client.delete_objects(Bucket=self.name, Delete={"Objects": some, "Quiet": True})
            for error in told.get("Errors", ()):  # where others could be deleted, the answer is no error
                raise self._client.exceptions.ClientError({"Error": error}, "DeleteObjects")
