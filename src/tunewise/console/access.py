"""Who may use the console: only whoever knows the token, from a page of the console itself.

The printed address has the token. The first visit exchanges it for a cookie that other sites' pages can't
send (SameSite=Strict) and scripts can't read (HttpOnly); the address that remains has no token. The address
may be clicked in another site's page, such as a notebook's terminal: a redirect would then still come from
that site, and be refused, so the answer is a page that goes on by itself. A request
must name this machine as its host, so that no foreign name that resolves to it can reach the console from a
browser, and one that changes something must come from a page of the console.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE = frozenset({"GET", "HEAD"})
LARGEST_BODY = 1 << 16  # bytes

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

ENTRANCE = """<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Tunewise</title><script src="/static/enter.js"></script></head>
  <body><p><a href="/">Open the console</a></p></body>
</html>
"""

NO_COOKIE = (
    "This console opens only by the address that `tunewise console` printed: use that one, with its token."
)
WRONG_TOKEN = "The token in this address is wrong or of an earlier start: use the address printed last."
FOREIGN_HOST = "This console isn't served under that name: use the address that `tunewise console` printed."
FOREIGN_PAGE = "Only a page of this console may ask for changes."


class Keys:
    """The secrets of one start of the console. token: in the printed address. cookie: what it is exchanged
    for; port: names the cookie, as cookies of one host are shared by all ports."""

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(32)
        self.session = secrets.token_urlsafe(32)
        self.cookie = f"tunewise_console_{port}"

    def admits(self, given: str) -> bool:
        """Whether a cookie is the one that was given out."""
        return secrets.compare_digest(given.encode(), self.session.encode())

    def opens(self, given: str) -> bool:
        """Whether a token is the printed one."""
        return secrets.compare_digest(given.encode(), self.token.encode())


class Access:
    """Lets requests through to an application, or refuses them in a sentence.

    hosts: names of this machine, without port, under which it is served.
    """

    def __init__(self, app: ASGIApp, keys: Keys, hosts: Iterable[str]) -> None:
        self._app = app
        self._keys = keys
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        answer = self._refusal(scope)
        await (self._app if answer is None else answer)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that doesn't get through; None for one that does."""
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse(FOREIGN_HOST, 421)
        if scope["path"] == "/" and b"token=" in scope["query_string"]:
            return self._exchange(scope)
        if not self._keys.admits(_cookie(headers.getlist("cookie"), self._keys.cookie)):
            return PlainTextResponse(NO_COOKIE, 401)
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse(FOREIGN_PAGE, 403)
        if scope["method"] not in SAFE:
            return self._refused_change(headers)
        return None

    def _exchange(self, scope: Scope) -> Response:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not self._keys.opens(given):
            return PlainTextResponse(WRONG_TOKEN, 401)
        answer = HTMLResponse(ENTRANCE)
        answer.set_cookie(self._keys.cookie, self._keys.session, httponly=True, samesite="strict", path="/")
        return answer

    def _refused_change(self, headers: Headers) -> Response | None:
        origin = headers.get("origin", "")
        if origin not in (f"http://{headers.get('host')}", f"https://{headers.get('host')}"):
            return PlainTextResponse(FOREIGN_PAGE, 403)
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return PlainTextResponse("A request for a change is JSON.", 415)
        length = headers.get("content-length", "")
        if not length.isdecimal() or "transfer-encoding" in headers:
            return PlainTextResponse("A request for a change says how long it is.", 411)
        if len(length) > 9 or int(length) > LARGEST_BODY:
            return PlainTextResponse(f"A request has at most {LARGEST_BODY >> 10} KiB.", 413)
        return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _cookie(headers: Iterable[str], name: str) -> str:
    """The value of a cookie; "" if there is none. Parsed by hand, as one odd cookie of another program on
    this host must not hide ours."""
    for part in ";".join(headers).split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return ""
