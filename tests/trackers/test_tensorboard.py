"""What TensorBoard itself makes of the files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.console.conftest import CHROMIUM
from tests.helpers.recordings import typical

from tunewise.results import ExperimentResult
from tunewise.trackers.following import track

pytest.importorskip("tensorboard", reason="TensorBoard isn't installed")
pytestmark = pytest.mark.slow

SERVER = """\
import sys, threading
from tensorboard import program
board = program.TensorBoard()
flags = ["--host", "127.0.0.1", "--port", "0", "--reload_interval", "1"]
board.configure(argv=["", "--logdir", sys.argv[1], *flags])
print(board.launch(), flush=True)
threading.Event().wait()
"""


@pytest.fixture
def written(tmp_path: Path) -> ExperimentResult:
    result = typical().write()
    track(result.paths, f"tensorboard:{tmp_path}")
    return result


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("events*")}


def test_a_file_that_was_cut_off_anywhere_is_completed(written: ExperimentResult, tmp_path: Path) -> None:
    whole = files(tmp_path / "lm")
    assert len(whole) == 5
    for path, data in whole.items():
        for cut in range(0, len(data), 7):
            path.write_bytes(data[:cut])
            if cut % 70 == 0:
                track(written.paths, f"tensorboard:{tmp_path}")
                assert files(tmp_path / "lm") == whole
        path.write_bytes(b"of another experiment")
    track(written.paths, f"tensorboard:{tmp_path}")
    assert files(tmp_path / "lm") == whole


@pytest.fixture
def board(written: ExperimentResult, tmp_path: Path) -> Iterator[str]:
    """The address of TensorBoard on this machine."""
    command = [sys.executable, "-c", SERVER, str(tmp_path / "lm")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        yield next(found[0] for line in process.stdout if (found := re.search(r"http\S+", line)))
    finally:
        process.kill()
        process.communicate()


def asked(address: str, **body: object) -> Any:  # noqa: ANN401 - JSON
    request = Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as answer:
        return json.load(answer)


def groups_of(board: str) -> list[Any]:
    """The trials according to the HParams plugin, once it has read all files."""
    wanted = {
        "experimentName": "",
        "startIndex": 0,
        "sliceSize": 100,
        "allowedStatuses": ["STATUS_SUCCESS", "STATUS_FAILURE", "STATUS_UNKNOWN"],
        "colParams": [],
    }
    found: list[Any] = []
    while len(found) < 4:
        found = asked(f"{board}data/plugin/hparams/session_groups", **wanted)["sessionGroups"]
    return found


def test_the_hparams_plugin_shows_trials(board: str) -> None:
    found = groups_of(board)
    experiment = asked(f"{board}data/plugin/hparams/experiment")
    infos = {info["name"]: info for info in experiment["hparamInfos"]}
    assert infos["lr"]["domainInterval"] == {"minValue": 1e-06, "maxValue": 1.0}
    tags = [info["name"]["tag"] for info in experiment["metricInfos"]]
    assert tags == ["val_loss", "best/val_loss"]
    groups = {group["name"]: group for group in found}
    assert set(groups) == {f"trial {number}" for number in range(4)}
    assert groups["trial 1"]["hparams"] == {"lr": 0.01, "dropout": 0.5}
    values = {value["name"]["tag"]: value["value"] for value in groups["trial 1"]["metricValues"]}
    assert values == {"val_loss": 4.0, "best/val_loss": 4.0}
    states = {name: group["sessions"][0]["status"] for name, group in groups.items()}
    assert states == {
        "trial 0": "STATUS_UNKNOWN",  # paused: it could go on
        "trial 1": "STATUS_SUCCESS",
        "trial 2": "STATUS_FAILURE",
        "trial 3": "STATUS_FAILURE",
    }


@pytest.fixture
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium isn't installed (scripts/install-chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.mark.xdist_group("browser")
def test_the_page_shows_a_table_of_trials(board: str, browser: Browser) -> None:
    groups_of(board)
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(f"{board}#hparams")
    for text in ("trial 1", "best val_loss", "4.0000"):
        page.get_by_text(text, exact=True).first.wait_for(timeout=60_000)
