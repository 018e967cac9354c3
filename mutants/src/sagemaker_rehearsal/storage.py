"""S3, STS and IAM by moto: its WSGI application for clients, its S3 store for the platform's own work.

What the platform itself reads and writes (channels, checkpoints, models) goes past the ledger, as clients
don't see it at AWS either. moto keeps its state in the process, so one emulator at a time lives in it.
"""

import io
import os
import sys
import threading
from collections import deque
from typing import Any
from urllib.parse import urlsplit

from sagemaker_rehearsal.messages import Request, Response, not_rehearsed

ACCOUNT = "123456789012"
"""The account that moto takes unknown access keys for."""

SERVICES = ("s3", "sts", "iam")
_IN_MEMORY = 64 * 1024  # bytes; larger objects lie in temporary files


class Storage:
    """All of moto that the rehearsal uses, one call at a time."""

    def __init__(self) -> None:
        os.environ["MOTO_S3_DEFAULT_KEY_BUFFER_SIZE"] = str(_IN_MEMORY)
        from moto.moto_server.werkzeug_app import create_backend_app
        from moto.s3.models import FakeKey, s3_backends

        FakeKey.instances_tracked = deque(maxlen=0)  # else nothing that is overwritten is ever freed
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
        status = [500]
        headers: dict[str, str] = {}

        def start_response(line: str, pairs: list[tuple[str, str]], *_: object) -> None:
            status[0] = int(line.split()[0])
            headers.update(pairs)

        with self._lock:
            parts = self._applications[service](_environ(request), start_response)
            try:
                body = b"".join(parts)
            finally:
                if hasattr(parts, "close"):
                    parts.close()
        return Response(status[0], headers, body)

    def make_bucket(self, bucket: str, region: str) -> None:
        with self._lock:
            self._s3.create_bucket(bucket, region)

    def has_bucket(self, bucket: str) -> bool:
        with self._lock:
            return bucket in self._s3.buckets

    def keys(self, bucket: str, prefix: str) -> list[str]:
        """Sorted; empty where there is no such bucket."""
        with self._lock:
            found = self._s3.buckets.get(bucket)
            return sorted(key for key in found.keys if key.startswith(prefix)) if found else []

    def get(self, bucket: str, key: str) -> bytes | None:
        with self._lock:
            found = self._s3.get_object(bucket, key) if bucket in self._s3.buckets else None
            return None if found is None else found.value

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
    target = urlsplit(request.target)
    host = request.headers.get("host", "127.0.0.1")
    name, _, port = host.partition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path.encode().decode("latin-1"),
        "QUERY_STRING": target.query,
        "REQUEST_URI": request.target,
        "RAW_URI": request.target,
        "SERVER_NAME": name,
        "SERVER_PORT": port or "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(request.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for header, value in request.headers.items():
        name = header.upper().replace("-", "_")
        if name == "CONTENT_TYPE":
            environ[name] = value
        elif name not in ("CONTENT_LENGTH", "TRANSFER_ENCODING"):
            environ[f"HTTP_{name}"] = value
    return environ
