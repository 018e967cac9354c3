"""What the console takes for 10,000 trials with 8 hyperparameters and 200,000 reports, in a headless
Chromium, while 50 reports a second arrive; and its list of 1,000 experiments."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from benchmarks.figures import Figure, Skipped, median, spread
from benchmarks.peers.environments import PeerMissing, ask, python_of
from tunewise.events import Entry, Reported
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TRIALS, NAMES, REPORTS = 10_000, 8, 20
RATE = 50.0  # reports a second
OPENINGS = 5
LISTED = 1_000
STUDY = "optuna_dashboard_study.py"

SEEN = """() => new Promise((resolve) => {
    const tiles = [...document.querySelectorAll(".tile")], times = [];
    const tile = tiles.find((each) => /reports/.test(each.textContent));
    const observer = new MutationObserver(() => {
        const text = tile.querySelector("small").textContent;
        times.push([Number(text.replace(/[^0-9]/g, "")), Date.now() / 1000]);
        if (times.length > 60) { observer.disconnect(); resolve(times); }
    });
    observer.observe(tile, {subtree: true, characterData: true, childList: true});
})"""
DRAWN = """(name) => new Promise((resolve) => {
    const begun = performance.now();
    document.getElementById(`tab-${name}`).click();
    const drawn = () => document.querySelector(".axisnames ~ .canvasbox canvas")?.width > 300;
    const look = () => requestAnimationFrame(drawn() ? done : look);
    const done = () => resolve((performance.now() - begun) / 1000);
    look();
})"""
FRAMES = """() => new Promise((resolve) => {
    const box = document.querySelector(".virtual"), frames = [];
    let last = performance.now(), left = 150;
    const step = (now) => {
        frames.push(now - last);
        last = now;
        box.scrollTop += 400;
        left-- ? requestAnimationFrame(step) : resolve(frames.slice(2));
    };
    requestAnimationFrame(step);
})"""


def measure() -> Iterator[Figure | Skipped]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        yield Skipped("console", "Chromium isn't installed: scripts/install-chromium")
        return
    from playwright.sync_api import sync_playwright
    from tests.console.made_up import write_large

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        write_large(home / "large", TRIALS, NAMES, REPORTS, finished=False)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serving(home) as (address, server), reporting(home / "large") as sent:
            root = address.partition("?")[0]
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(address)
            opened = []
            for _ in range(OPENINGS):
                page.goto("about:blank")
                begun = time.perf_counter()
                page.goto(f"{root}#/e/large")
                page.locator(".tile .figure").first.wait_for()
                opened.append(time.perf_counter() - begun)
            yield Figure("console: first paint, server just started", opened[0], 1.0, "s")
            yield Figure("console: first paint", median(opened[1:]), 1.0, "s", remark=spread(opened[1:]))
            page.get_by_text("reading the journal").wait_for(state="detached", timeout=120_000)
            page.wait_for_timeout(3000)
            before, at = server.cpu_times(), time.perf_counter()
            seen = page.evaluate(SEEN)
            delays = [moment - sent[number] for number, moment in seen if number in sent]
            yield Figure("console: a new report is visible", median(delays), 0.3, "s", remark=spread(delays))
            ours = (median(opened[1:]), median(delays))
            page.wait_for_timeout(5000)
            after, took = server.cpu_times(), time.perf_counter() - at
            share = (after.user + after.system - before.user - before.system) / took
            yield Figure("console: share of a core at 50 reports a second", share, 0.05, "")
            yield Figure("console: memory of the server", server.memory_info().rss / 1e6, 150.0, "MB")
            yield Figure("console: parallel coordinates", page.evaluate(DRAWN, "parameters"), 1.0, "s")
            page.goto(f"{root}#/e/large?tab=trials")
            page.locator(".virtual tbody tr").first.wait_for()
            frames = page.evaluate(FRAMES)
            yield Figure("console: longest frame while the table scrolls", max(frames), 50.0, "ms")
            context.close()
        try:
            theirs = dashboard(browser, home / "optuna.log")
            for what, their, our in zip(("first paint", "new result"), theirs, ours, strict=True):
                name = f"optuna-dashboard against the console: {what}"
                yield Figure(name, their / our, 5.0, "x", at_most=False, remark=f"{their:.1f} s")
        except PeerMissing as error:
            yield Skipped("console against optuna-dashboard", str(error))
        browser.close()
    yield from listing()


def dashboard(browser: "Browser", storage: Path) -> tuple[float, float]:
    """Seconds that optuna-dashboard takes to show a study of the same size, and a new best trial in it. Each
    is timed once: they take minutes."""
    python = python_of("optuna_dashboard")
    size = {"storage": str(storage), "names": NAMES, "reports": REPORTS}
    [study] = ask(python, STUDY, {**size, "trials": TRIALS, "value": None})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [python.with_name("optuna-dashboard"), storage, "--host", "127.0.0.1", "--port", port]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            next(line for line in server.stderr if "Listening on" in line)
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(300_000)
            root = f"http://127.0.0.1:{port}/dashboard"
            page.goto(root)  # what it imports and the page's script are there now
            page.goto("about:blank")
            begun = time.perf_counter()
            page.goto(f"{root}/studies/{study:.0f}")
            page.get_by_text("large (id=").first.wait_for()
            opened = time.perf_counter() - begun
            ask(python, STUDY, {**size, "trials": 1, "value": -1.0})
            begun = time.perf_counter()
            page.get_by_text(f"Best Trial (number={TRIALS})").first.wait_for()
            return opened, time.perf_counter() - begun
        finally:
            server.terminate()
            server.stderr.close()


def listing() -> Iterator[Figure]:
    """The list of many small experiments."""
    from tests.console.made_up import write_large

    from tunewise.console.listing import Listing
    from tunewise.results import load_folder

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["TUNEWISE_HOME"] = folder
        for number in range(LISTED):
            write_large(home / f"e{number}", trials=4)
            load_folder(ExperimentPaths(home / f"e{number}"))  # as `tunewise list` leaves it
        listed, took = Listing(), []
        for _ in range(4):
            begun = time.perf_counter()
            assert len(listed.rows()["experiments"]) == LISTED
            took.append(time.perf_counter() - begun)
        del os.environ["TUNEWISE_HOME"]
    yield Figure(f"console: list of {LISTED:,} experiments, at first", took[0], 0.5, "s")
    yield Figure(f"console: list of {LISTED:,} experiments, again", median(took[1:]), 0.5, "s")


@contextmanager
def serving(home: Path) -> Iterator[tuple[str, psutil.Process]]:
    """A console: its address and its process."""
    env = {**os.environ, "TUNEWISE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "tunewise", "console", "--port", "0"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as console:
        assert console.stdout is not None
        address = next(found[0] for line in console.stdout if (found := re.search(r"http\S+", line)))
        try:
            yield address, psutil.Process(console.pid)
        finally:
            console.send_signal(signal.SIGINT)


@contextmanager
def reporting(folder: Path) -> Iterator[dict[int, float]]:
    """The last trial goes on reporting. Yields when each report was written, by its number over all."""
    sent: dict[int, float] = {}
    over = threading.Event()
    first = TRIALS * REPORTS

    def report() -> None:
        with Journal(ExperimentPaths(folder).journal) as journal:
            begun, number = time.monotonic(), 0
            job = JobId(TRIALS - 1, 0)
            while not over.wait(max(0.0, begun + number / RATE - time.monotonic())):
                number += 1
                values = {"epoch": REPORTS + number, "loss": 1.0 + 1.0 / number}
                clock = TRIALS + number / RATE
                journal.append([Entry(Reported(clock, job, REPORTS + number - 1, number / RATE, values))])
                sent[first + number] = time.time()

    thread = threading.Thread(target=report)
    thread.start()
    try:
        yield sent
    finally:
        over.set()
        thread.join()
