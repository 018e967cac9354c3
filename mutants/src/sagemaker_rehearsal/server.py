"""The HTTP server, on loopback alone: a thread for each connection, and each answer written at once."""

import socket
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol

from sagemaker_rehearsal.messages import Request, Response


class Application(Protocol):
    def refuse(self, head: Request) -> Response | None:
        """The answer to somebody who may not call at all; None for others. head: a request without its body,
        which nobody reads in that case."""

    def __call__(self, request: Request) -> Response | None:
        """Answers a request; None: the connection is closed without an answer."""


class Server:
    """Serves an application on a free port of 127.0.0.1 until it is closed."""

    def __init__(self, application: Application, port: int = 0) -> None:
        handler = type("Handler", (_Handler,), {"application": application})
        self._server = _HttpServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """No request is answered any more once this returns; open connections are cut."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server.cut_connections()


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as the base class has them
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def cut_connections(self) -> None:
        with self._lock:
            connections = list(self._connections)
        for connection in connections:
            _cut(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Clients that go away, such as jobs that are killed, are nothing to tell about."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    application: Application
    protocol_version = "HTTP/1.1"
    wbufsize = 64 * 1024  # an answer's headers and body leave together
    disable_nagle_algorithm = True

    def serve(self) -> None:
        if self._refuse():
            return
        head = self._head()
        response = self.application(replace(head, body=self._body(head.headers)))
        if response is None:
            self.close_connection = True
            _cut(self.connection)
        else:
            self._send(response)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = serve

    def _head(self) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, self.path, headers, b"")

    def _refuse(self) -> bool:
        """Answers who may not call, and leaves the body where it is: there is no next request then."""
        refusal = self.application.refuse(self._head())
        if refusal is not None:
            self.close_connection = True
            self._send(refusal)
            self.wfile.flush()
        return refusal is not None

    def _send(self, response: Response) -> None:
        self.send_response_only(response.status)
        for name, value in response.headers.items():
            if name.lower() not in ("content-length", "connection", "transfer-encoding"):
                self.send_header(name, value)
        length = str(len(response.body))
        if self.command == "HEAD":
            length = next((v for n, v in response.headers.items() if n.lower() == "content-length"), length)
        if response.status != 204:
            self.send_header("Content-Length", length)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body[: len(response.body) // 2] if response.torn else response.body)
        if response.torn:
            self.close_connection = True

    def handle_expect_100(self) -> bool:
        """Without the flush, a client that asks whether to go on waits for a second before it does."""
        if self._refuse():
            return False
        going_on = super().handle_expect_100()
        self.wfile.flush()
        return going_on

    def _body(self, headers: Mapping[str, str]) -> bytes:
        if "chunked" in headers.get("transfer-encoding", ""):
            return b"".join(iter(self._chunk, b""))
        return self._read(int(headers.get("content-length", 0)))

    def _chunk(self) -> bytes:
        head = self.rfile.readline()
        if not head:
            raise ConnectionAbortedError
        chunk = self._read(int(head.split(b";")[0], 16))
        self.rfile.readline()
        return chunk

    def _read(self, size: int) -> bytes:
        """So many bytes. Fewer are no request, as of a job that was killed while it sent one."""
        read = self.rfile.read(size)
        if len(read) < size:
            raise ConnectionAbortedError
        return read

    def log_message(self, format: str, *args: Any) -> None:  # noqa: ANN401
        """The ledger knows more."""


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # the other end was faster
        connection.shutdown(socket.SHUT_RDWR)
