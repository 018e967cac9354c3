"""Who gets into the console, and who doesn't."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.helpers.recordings import Recording

from tunewise.console.access import LOOPBACK, Keys, host_name
from tunewise.console.server import application, names_of

HOST = "127.0.0.1:8642"
ORIGIN = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def keys() -> Keys:
    return Keys(8642)


@pytest.fixture
def stranger(keys: Keys) -> Iterator[TestClient]:
    """A browser that hasn't been let in."""
    with TestClient(
        application(keys, LOOPBACK, read_only=False), base_url=f"http://{HOST}", follow_redirects=False
    ) as client:
        yield client


@pytest.fixture
def browser(stranger: TestClient, keys: Keys) -> TestClient:
    """One that has."""
    stranger.get("/", params={"token": keys.token})
    return stranger


def test_the_token_becomes_a_cookie_that_other_sites_cannot_use(stranger: TestClient, keys: Keys) -> None:
    answer = stranger.get("/", params={"token": keys.token})
    assert answer.status_code == 200
    assert keys.token not in answer.text
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert keys.token not in answer.headers["set-cookie"]
    assert stranger.get("/api/about").status_code == 200


def test_the_address_may_be_clicked_in_another_page(stranger: TestClient, keys: Keys) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Referer": "http://notebook.example/"}
    answer = stranger.get("/", params={"token": keys.token}, headers=foreign)
    assert answer.status_code == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    script = re.search(r'<script src="([^"]+)"></script>', answer.text)
    assert script is not None
    goes_on = stranger.get(script[1], headers={"Sec-Fetch-Site": "same-origin"})
    assert 'location.replace("/")' in goes_on.text
    assert stranger.get("/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert stranger.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/static/app.js", "/api/about", "/api/list", "/api/experiment/live?name=x"]
)
def test_without_the_cookie_nothing_is_served(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "é", "\x00", "a" * 10_000])
def test_a_wrong_token_opens_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get("/", params={"token": token})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_a_wrong_cookie_opens_nothing(stranger: TestClient, keys: Keys) -> None:
    for value in ("", "x", keys.token, keys.session[:-1], "ä"):
        cookie = f"{keys.cookie}={value}".encode()
        assert stranger.get("/api/about", headers={b"Cookie": cookie}).status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "127.0.0.1.evil.example", "", "[::2]:8642"]
)
def test_a_foreign_host_is_refused_even_with_the_cookie(browser: TestClient, host: str) -> None:
    assert browser.get("/api/about", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:9000", "127.0.0.1", "[::1]:8642", "LOCALHOST"])
def test_a_tunnel_may_have_another_port(stranger: TestClient, keys: Keys, host: str) -> None:
    headers = {"Host": host, "Cookie": f"{keys.cookie}={keys.session}"}
    assert stranger.get("/api/about", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://{HOST}.evil.example"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "cross-site"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_only_a_page_of_the_console_changes_anything(browser: TestClient, headers: dict[str, str]) -> None:
    Recording().write()
    for path in ("request", "resume"):
        answer = browser.post(f"/api/experiment/{path}", params={"name": "lm"}, json={}, headers=headers)
        assert answer.status_code == 403


def test_other_sites_cannot_even_read(browser: TestClient) -> None:
    assert browser.get("/api/list", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_request_is_json_of_limited_size(browser: TestClient) -> None:
    url = "/api/experiment/request?name=lm"
    form = browser.post(url, data={"request": "suspend"}, headers=ORIGIN)
    assert form.status_code == 415
    large = browser.post(url, content=b" " * 70_000, headers={**ORIGIN, "Content-Type": "application/json"})
    assert large.status_code == 413

    def pieces() -> Iterator[bytes]:
        yield b"{}"

    endless = browser.post(url, content=pieces(), headers={**ORIGIN, "Content-Type": "application/json"})
    assert endless.status_code == 411
    both = {**ORIGIN, "Content-Type": "application/json", "Content-Length": "2"}
    assert (
        browser.post(url, content=pieces(), headers={**both, "Transfer-Encoding": "chunked"}).status_code
        == 411
    )


def test_no_page_runs_or_loads_anything_foreign(browser: TestClient) -> None:
    answer = browser.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "../server.py",
        "%2e%2e/server.py",
        "..%2fserver.py",
        "vendor/../../server.py",
        "/etc/passwd",
        ".",
        "vendor",
        "app.js/",
        "app.js%00",
    ],
)
def test_only_files_of_the_page_are_served(browser: TestClient, path: str) -> None:
    assert browser.get(f"/static/{path}").status_code == 404


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_a_host_is_read_whatever_it_says(text: str) -> None:
    assert host_name(text) == host_name(text).lower()


def test_a_server_for_all_addresses_knows_its_names() -> None:
    assert names_of("127.0.0.1") == LOOPBACK
    assert "evil.example" not in names_of("0.0.0.0")
    assert names_of("0.0.0.0") > LOOPBACK


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/api/list/live", "/api/experiment/live?name=lm"])
def test_ctrl_c_ends_open_streams_without_a_word(path: str) -> None:
    Recording().write()
    process = subprocess.Popen(
        [sys.executable, "-m", "tunewise", "console", "--port", "0"],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address = next(found[0] for line in process.stdout if (found := re.search(r"http\S+", line)))
    opener = build_opener(HTTPCookieProcessor())
    opener.open(address).close()
    with opener.open(address.partition("/?")[0] + path) as stream:
        assert stream.readline().startswith(b"retry")
        process.send_signal(signal.SIGINT)
        complaints = process.communicate(timeout=60)[1]
    assert complaints == ""
