"""`tunewise console` and `tunewise report`, as far as they don't need a page."""

import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from tests.helpers.commands import Call, lines
from tests.helpers.recordings import typical

from tunewise.cli.console import PORT
from tunewise.console.server import Serving


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Serving, Callable[[str], object] | None]]:
    """The consoles that listened, and what each opens; none waits for requests."""
    found: list[tuple[Serving, Callable[[str], object] | None]] = []

    def run(serving: Serving, opens: Callable[[str], object] | None = None) -> None:
        serving._socket.close()
        found.append((serving, opens))

    monkeypatch.setattr(Serving, "run", run)
    return found


def test_the_address_is_printed_and_opened_on_request(
    call: Call, served: list[tuple[Serving, Callable[[str], object] | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Mock()
    monkeypatch.setattr("webbrowser.open", browser)
    printed = lines(call("console", "--port", "0"))
    assert re.search(r"http://127\.0\.0\.1:\d+/\?token=\S{43}$", printed[1])
    call("console", "--port", "0", "--open")
    assert [opens for _, opens in served] == [None, browser]


def test_listening_for_other_machines_is_warned_of(
    call: Call, served: list[tuple[Serving, Callable[[str], object] | None]]
) -> None:
    assert call("console", "--port", "0").stderr == ""
    warned = call("console", "--port", "0", "--host", "0.0.0.0").stderr
    assert "Warning: whoever can reach 0.0.0.0" in warned
    assert served[1][0].address.startswith("http://127.0.0.1:")


def test_a_taken_port_is_refused_if_it_was_asked_for_and_else_another_is_taken(
    call: Call, served: list[tuple[Serving, Callable[[str], object] | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        refused = call("console", "--port", str(taken))
        assert refused.exit_code == 2
        assert f"127.0.0.1, port {taken}, can't be listened on" in refused.stderr
        monkeypatch.setattr("tunewise.cli.console.PORT", taken)
        assert call("console").exit_code == 0
    assert served[0][0].port not in (taken, PORT)
    assert "choose others" in call("console", "--host", "no.such.host.invalid").stderr


def test_a_report_goes_where_it_is_told_to(call: Call, tmp_path: Path) -> None:
    typical().write()
    file = tmp_path / "lm.html"
    assert "is written" in call("report", "lm", "-o", str(file)).stdout
    assert file.read_text().startswith("<!doctype html>")


def test_a_report_that_cannot_be_written_is_refused_before_it_is_made(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typical().write()
    made = Mock()
    monkeypatch.setattr("tunewise.console.report.report_of_experiment", made)
    missing = tmp_path / "nowhere" / "lm.html"
    refused = call("report", "lm", "-o", str(missing))
    assert refused.exit_code == 2
    assert f"{missing} can't be written: choose another file with -o." in refused.stderr
    assert not made.called
    assert not os.path.exists(missing.parent)
