"""The console as a web application, and how it is served."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import re
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import psutil
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.job_views import JobOutput, OutputError
from tunewise.console import steering, views
from tunewise.console.access import LOOPBACK, Access, Keys
from tunewise.console.jobs import jobs_view
from tunewise.console.listing import Listing
from tunewise.console.live import Hub, Message, encode
from tunewise.console.reading import Follower
from tunewise.definition import DefinitionError
from tunewise.paths import ExperimentPaths, HomeError, home
from tunewise.studies.spec import StudyError
from tunewise.trial import JobId
from tunewise.version import __version__

STATIC = Path(__file__).with_name("static")
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".LICENSE": "text/plain",
}
ASSET = re.compile(r"(?:vendor/|views/|charts/)?[a-z][a-z0-9-]*\.(?:js|css|svg|LICENSE)")

ALIVE = 15.0  # seconds after which a stream without news says that it is alive
LIST_EVERY = 1.0  # seconds between two looks at the list while a page shows it
TAIL = 256 << 10  # bytes of a log that are shown at first


Result = TypeVar("Result")


class Console:
    """What the pages ask for. read_only: nothing can be changed. ending: set when all streams are to end."""

    def __init__(self, read_only: bool, ending: asyncio.Event) -> None:
        self.read_only = read_only
        self._ending = ending
        self.hub = Hub()
        self.listing = Listing()
        self.tuners = steering.Tuners()

    def routes(self) -> list[Route]:
        asked: Mapping[str, Callable[[Request], Any]] = {
            "/": self.page,
            "/static/{path:path}": self.asset,
            "/api/about": self.about,
            "/api/list": self.list,
            "/api/list/live": self.list_live,
            "/api/experiment": self.experiment,
            "/api/experiment/beginning": self.beginning,
            "/api/experiment/live": self.live,
            "/api/experiment/curves": self.curves,
            "/api/experiment/trial": self.trial,
            "/api/experiment/told": self.told,
            "/api/experiment/cost": self.cost,
            "/api/experiment/importance": self.importance,
            "/api/experiment/log": self.log,
            "/api/experiment/jobs": self.jobs,
            "/api/study": self.study,
            "/api/study/log": self.study_log,
        }
        routes = [Route(path, explained(answer), methods=["GET"]) for path, answer in asked.items()]
        changes = {"/api/experiment/request": self.request, "/api/experiment/resume": self.resume}
        return routes + [Route(path, explained(change), methods=["POST"]) for path, change in changes.items()]

    # ---- the page -----------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        return FileResponse(STATIC / "index.html", media_type="text/html")

    async def asset(self, request: Request) -> Response:
        path = request.path_params["path"]
        if not ASSET.fullmatch(path) or not (STATIC / path).is_file():
            return PlainTextResponse("There is no such file.", 404)
        return FileResponse(
            STATIC / path, media_type=TYPES[Path(path).suffix], headers={"Cache-Control": "no-cache"}
        )

    async def about(self, request: Request) -> Response:
        return answer({"version": __version__, "home": str(home()), "readOnly": self.read_only})

    # ---- the list -----------------------------------------------------------------------------------

    async def list(self, request: Request) -> Response:
        return answer(await asyncio.to_thread(self.listing.rows))

    async def list_live(self, request: Request) -> Response:
        return self._stream(self._lists())

    async def _lists(self) -> AsyncIterator[Message]:
        """The rows that have changed, and the names of those that are gone."""
        known: dict[str, dict[str, Any]] | None = None
        rest: dict[str, Any] = {}
        while True:
            found = dict(await asyncio.to_thread(self.listing.latest))
            rows = {row["name"]: row for row in found.pop("experiments")}
            changed = [row for name, row in rows.items() if not known or known.get(name) is not row]
            gone = [name for name in known or () if name not in rows]
            if changed or gone or found != rest or known is None:
                whole = known is None  # whatever the page has shown before
                known, rest = rows, found
                yield Message("list", encode({**found, "changed": changed, "gone": gone, "whole": whole}))
            await asyncio.sleep(LIST_EVERY)

    # ---- an experiment ------------------------------------------------------------------------------

    async def experiment(self, request: Request) -> Response:
        async with self.hub.watching(name_in(request)) as watched:
            await watched.readable()

            def view(follower: Follower) -> bytes:
                return encode({**views.overview(follower), "cursor": watched.cursor})

            return json_answer(await watched.ask(view))

    async def beginning(self, request: Request) -> Response:
        return answer(await self._ask(request, views.beginning))

    async def live(self, request: Request) -> Response:
        name = name_in(request)
        cursor = request.headers.get("last-event-id") or request.query_params.get("from", "")
        watching = self.hub.watching(name)
        watched = await watching.__aenter__()

        async def messages() -> AsyncIterator[Message]:
            try:
                async for message in watched.messages(cursor):
                    yield message
            finally:
                await watching.__aexit__(None, None, None)

        return self._stream(messages())

    async def curves(self, request: Request) -> Response:
        data = await self._ask(request, lambda follower: views.curves(follower.state))
        return Response(data, media_type="application/octet-stream")

    async def trial(self, request: Request) -> Response:
        number = whole(request, "trial")
        try:
            return answer(await self._ask(request, lambda follower: views.trial_view(follower, number)))
        except IndexError:
            return refusal(f"There is no trial {number}.", 404)

    async def told(self, request: Request) -> Response:
        return answer(await self._ask(request, lambda follower: follower.chronicle.told))

    async def cost(self, request: Request) -> Response:
        return answer(await self._ask(request, lambda follower: views.cost_view(follower.state)))

    async def importance(self, request: Request) -> Response:
        from tunewise.console.importance import gathered  # needs NumPy

        view = await self._ask(request, lambda follower: gathered(follower.state))
        return answer(await asyncio.to_thread(view))

    async def jobs(self, request: Request) -> Response:
        kind = request.query_params.get("kind")
        return answer(await asyncio.to_thread(jobs_view, name_in(request), kind))

    async def log(self, request: Request) -> Response:
        """The output of a job, as it comes."""
        job = JobId(whole(request, "trial"), whole(request, "run"))
        with_errors = request.query_params.get("stderr") == "1"

        def output(follower: Follower) -> JobOutput:
            return spec_from_json(follower.definition.backend).output(follower.paths, job, with_errors)

        async with self.hub.watching(name_in(request)) as watched:
            found = await watched.ask(output)
        await asyncio.to_thread(found.skip, TAIL)
        return self._stream(follow_log(found))

    async def _ask(self, request: Request, question: Callable[[Follower], Result]) -> Result:
        async with self.hub.watching(name_in(request)) as watched:
            await watched.readable()
            return await watched.ask(question)

    # ---- changes ------------------------------------------------------------------------------------

    async def request(self, request: Request) -> Response:
        self._refuse_read_only()
        paths = ExperimentPaths.named(name_in(request))
        request_id = await asyncio.to_thread(steering.request, paths, await request.body())
        return answer({"id": request_id})

    async def resume(self, request: Request) -> Response:
        self._refuse_read_only()
        async with self.hub.watching(name_in(request)) as watched:  # it exists
            paths = watched.follower.paths
        await asyncio.to_thread(self.tuners.resume, paths, await request.body())
        return answer({})

    def _stream(self, messages: AsyncIterator[Message]) -> Response:
        return StreamingResponse(_events(messages, self._ending), media_type="text/event-stream")

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise steering.NotNowError(
                "This console was started with --read-only: nothing can be changed here."
            )

    # ---- studies ------------------------------------------------------------------------------------

    async def study(self, request: Request) -> Response:
        from tunewise.console.studies import study_view  # needs NumPy

        claims = request.query_params.getlist("claim")
        return answer(await asyncio.to_thread(study_view, name_in(request), claims))

    async def study_log(self, request: Request) -> Response:
        from tunewise.console.studies import cell_log

        cell = request.query_params.get("cell", "")
        return answer({"text": await asyncio.to_thread(cell_log, name_in(request), cell)})


async def follow_log(output: JobOutput) -> AsyncIterator[Message]:
    """What a job prints, from near its end on."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")  # a letter may come in two parts
    first, any_text = True, False
    while True:
        over = await asyncio.to_thread(output.is_over)
        pieces: list[bytes] = await asyncio.to_thread(lambda: tail(output.read_new(), TAIL))
        text = decoder.decode(b"".join(pieces), final=over)
        any_text = any_text or bool(text)
        if text or first or over:
            empty = "" if any_text else await asyncio.to_thread(why_empty, output)
            yield Message("log", encode({"text": text, "first": first, "over": over, "empty": empty}))
        if over and not text:
            return
        first = False
        await asyncio.sleep(output.poll_interval)


def why_empty(output: JobOutput) -> str:
    try:
        return output.why_empty()
    except OutputError as error:
        return str(error)


def tail(pieces: Iterable[bytes], most: int) -> list[bytes]:
    """The last pieces, of about `most` bytes."""
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        while size - len(kept[0]) > most:
            size -= len(kept.pop(0))
    return kept


# ---- answers --------------------------------------------------------------------------------------------


class AskedWrongly(Exception):
    """A request that makes no sense; the message says why."""


def name_in(request: Request) -> str:
    return request.query_params.get("name", "")


def whole(request: Request, key: str) -> int:
    text = request.query_params.get(key, "")
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise AskedWrongly(f"{key} must be a whole number.")
    return int(text)


def answer(value: object) -> Response:
    return json_answer(encode(value))


def json_answer(data: bytes) -> Response:
    return Response(data, media_type="application/json")


def refusal(sentence: str, status: int) -> Response:
    return Response(msgspec.json.encode({"error": sentence}), status, media_type="application/json")


def explained(endpoint: Callable[[Request], Any]) -> Callable[[Request], Any]:
    """The same, with a sentence for what can go wrong."""

    async def asked(request: Request) -> Response:
        try:
            found: Response = await endpoint(request)
            return found
        except (DefinitionError, StudyError) as error:
            return refusal(str(error), 404)
        except (ValueError, AskedWrongly) as error:
            return refusal(str(error), 400)
        except steering.NotNowError as error:
            return refusal(str(error), 409)
        except HomeError as error:
            return refusal(str(error), 500)
        except OSError as error:
            return refusal(f"{error.filename or 'A file'} can't be used ({error.strerror or error}).", 500)
        except (BackendError, BusyError, OutputError) as error:
            return refusal(str(error), 502)

    return asked


async def _events(messages: AsyncIterator[Message], ending: asyncio.Event) -> AsyncIterator[bytes]:
    """Server-sent events, until there are no more messages or the server ends."""
    coming = asyncio.ensure_future(anext(messages))
    over = asyncio.ensure_future(ending.wait())
    try:
        yield b"retry: 1000\n\n"
        while not over.done():
            await asyncio.wait([coming, over], timeout=ALIVE, return_when=asyncio.FIRST_COMPLETED)
            if over.done():
                return
            if not coming.done():
                yield b": alive\n\n"
                continue
            try:
                message = coming.result()
            except StopAsyncIteration:
                yield b"event: end\ndata: {}\n\n"
                return
            except (BackendError, BusyError, OutputError) as error:
                yield b"event: problem\ndata: " + encode({"error": str(error)}) + b"\n\n"
                return
            number = f"id: {message.cursor}\n" if message.cursor else ""
            yield f"{number}event: {message.event}\ndata: ".encode() + message.data + b"\n\n"
            coming = asyncio.ensure_future(anext(messages))
    finally:
        over.cancel()
        coming.cancel()
        with contextlib.suppress(asyncio.CancelledError, StopAsyncIteration):
            await coming
        close = getattr(messages, "aclose", None)
        if close is not None:
            await close()


# ---- serving --------------------------------------------------------------------------------------------


def application(
    keys: Keys, hosts: frozenset[str], read_only: bool, ending: asyncio.Event | None = None
) -> ASGIApp:
    """The whole application behind its access rules. ending: set when its streams are to end."""
    console = Console(read_only, ending or asyncio.Event())

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await console.hub.close()

    app = Starlette(routes=console.routes(), lifespan=lifespan)
    app.router.redirect_slashes = False
    return Access(app, keys, hosts)


def names_of(host: str) -> frozenset[str]:
    """Under which names a server that listens on a host may be asked."""
    names = {*LOOPBACK, host.lower()}
    if host in ("0.0.0.0", "::", ""):
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
        addresses = (each.address for cards in psutil.net_if_addrs().values() for each in cards)
        names |= {address.partition("%")[0].lower() for address in addresses}
    return frozenset(names)


class _Server(uvicorn.Server):
    """Ends the streams of pages first, which would otherwise be cut off with a traceback."""

    def __init__(self, config: uvicorn.Config, ending: asyncio.Event) -> None:
        super().__init__(config)
        self._ending = ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._ending.set()
        await super().shutdown(sockets)


class Serving:
    """A console that listens. address: with the token. Raises OSError if the port can't be had."""

    def __init__(self, host: str, port: int, read_only: bool) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((host, port))
            self._socket.listen()  # from now on, requests wait until they are answered
        except OSError:
            self._socket.close()
            raise
        self.port: int = self._socket.getsockname()[1]
        keys = Keys(self.port)
        reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
        shown = f"[{reachable}]" if ":" in reachable else reachable
        self.address = f"http://{shown}:{self.port}/?token={keys.token}"
        ending = asyncio.Event()
        app = application(keys, names_of(host), read_only, ending)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=1,
            ws="none",
            server_header=False,
        )
        self._server = _Server(config, ending)

    def run(self, opens: Callable[[str], object] | None = None) -> None:
        """Serves until a signal, or `stop`, ends it. opens: called with the address once it listens."""
        if opens is not None:
            opens(self.address)
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Ends it, from any thread."""
        self._server.should_exit = True
