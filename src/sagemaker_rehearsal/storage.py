"""S3, STS and IAM by moto: its WSGI application for clients, its S3 store for the platform itself.

What the platform reads and writes (channels, checkpoints, models) isn't in the ledger: clients don't see it
at AWS either. moto keeps its state in the process, so a process can have one emulator at a time.
"""

import os
import threading
from collections import deque
from typing import Any

from sagemaker_rehearsal.messages import Request, Response, not_rehearsed

ACCOUNT = "123456789012"
"""The account to which moto assigns unknown access keys."""

SERVICES = ("s3", "sts", "iam")
_IN_MEMORY = 64 * 1024  # bytes; larger objects lie in temporary files


class Storage:
    """Everything the rehearsal uses of moto, one call at a time."""

    def __init__(self) -> None:
        os.environ["MOTO_S3_DEFAULT_KEY_BUFFER_SIZE"] = str(_IN_MEMORY)
        from moto.moto_server.werkzeug_app import create_backend_app
        from moto.s3.models import FakeKey, s3_backends

        FakeKey.instances_tracked = deque(maxlen=0)  # otherwise overwritten objects are never freed
        self._lock = threading.RLock()
        self._applications: dict[str, Any] = {service: create_backend_app(service) for service in SERVICES}
        self._backends = s3_backends
        self.reset()

    def reset(self) -> None:
        """Forgets all buckets, and the users and roles."""
        from moto.iam.models import iam_backends
        from moto.sts.models import sts_backends

        with self._lock:
            for backends in (self._backends, iam_backends, sts_backends):
                backends[ACCOUNT]["aws"].reset()

    def serve(self, request: Request) -> Response:
        """Answers a client's request to S3, STS or IAM."""
        service = request.credential[2] or "s3"
        if service not in self._applications:
            raise not_rehearsed(f"the service {service}")
        from werkzeug.test import run_wsgi_app

        with self._lock:
            parts, status, headers = run_wsgi_app(
                self._applications[service], _environ(request), buffered=True
            )
        return Response(int(status.split()[0]), dict(headers), b"".join(parts))

    def make_bucket(self, bucket: str, region: str) -> None:
        with self._lock:
            self._s3.create_bucket(bucket, region)

    def has_bucket(self, bucket: str) -> bool:
        with self._lock:
            return bucket in self._s3.buckets

    def keys(self, bucket: str, prefix: str) -> list[str]:
        """The keys that begin with a prefix, sorted; none if there is no such bucket."""
        with self._lock:
            there = self._s3.buckets.get(bucket)
            return sorted(key for key in there.keys if key.startswith(prefix)) if there else []

    def get(self, bucket: str, key: str) -> bytes | None:
        with self._lock:
            stored = self._s3.get_object(bucket, key) if bucket in self._s3.buckets else None
            return None if stored is None else stored.value

    def put(self, bucket: str, key: str, body: bytes) -> None:
        with self._lock:
            if bucket in self._s3.buckets:
                self._s3.put_object(bucket, key, body, disable_notification=True)

    def delete(self, bucket: str, key: str) -> None:
        with self._lock:
            if bucket in self._s3.buckets:
                self._s3.delete_object(bucket, key)

    @property
    def _s3(self) -> Any:  # noqa: ANN401 - moto's types are not for others
        return self._backends[ACCOUNT]["aws"]


def split_uri(uri: str) -> tuple[str, str]:
    """Bucket and key of `s3://bucket/key`."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def _environ(request: Request) -> dict[str, Any]:
    from werkzeug.test import EnvironBuilder

    return EnvironBuilder(
        path=request.target,
        base_url=f"http://{request.headers.get('host', '127.0.0.1')}/",
        method=request.method,
        headers=[pair for pair in request.headers.items() if pair[0] != "transfer-encoding"],
        data=request.body,
        environ_overrides={
            "REQUEST_URI": request.target,  # as the client wrote it
            "RAW_URI": request.target,
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(request.body)),
        },
    ).get_environ()
