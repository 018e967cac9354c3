"""A served console, and a browser that looks at it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.console.made_up import LIVE_SCRIPT, write_large

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


expect.set_options(timeout=60_000)  # on a busy machine


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tunewise", *arguments]


class Served:
    """A running console. address: with its token."""

    def __init__(self, home: Path, address: str, process: subprocess.Popen[str]) -> None:
        self.home, self.address, self.process = home, address, process
        self.root = address.partition("?")[0]


@contextmanager
def serving(home: Path, *flags: str) -> Iterator[Served]:
    process = subprocess.Popen(
        command("console", "--port", "0", *flags),
        env={**os.environ, "TUNEWISE_HOME": str(home), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = next(found[0] for line in process.stdout if (found := re.search(r"http\S+", line)))
        yield Served(home, address, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated experiment, one of 10,000 trials, one with a damaged journal, and a study."""
    home = tmp_path_factory.mktemp("console")
    env = {**os.environ, "TUNEWISE_HOME": str(home)}
    simulate = ("simulate", "--method", "asha", "--method-arg", "type=promotion", "--max-wallclock", "2m")
    for name in ("simulated", "damaged"):
        subprocess.run(command(*simulate, "--name", name), env=env, check=True, capture_output=True)
    journal = home / "damaged" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[200] = lines[200].replace(b"1", b"2")
    journal.write_bytes(b"".join(lines))
    (home / "train.py").write_text(LIVE_SCRIPT)
    write_large(home / "large", trials=10_000)
    study = Path(__file__).parents[2] / "examples" / "tmlr10"
    flags = (
        "--n-workers",
        "2",
        "--num-seeds",
        "2",
        "--method",
        "RS,ASHA",
        "--scale-max-wallclock-time",
        "1",
    )
    subprocess.run(
        command("study", str(study), "--experiment-tag", "small", "--backend", "simulated", *flags),
        env=env,
        check=True,
        capture_output=True,
    )
    return home


@pytest.fixture(scope="module")
def served(filled_home: Path) -> Iterator[Served]:
    with serving(filled_home) as found:
        yield found


@contextmanager
def running(home: Path, name: str) -> Iterator[None]:
    """An experiment whose jobs run on this machine."""
    spaces = ("--space", "lr=loguniform(1e-4, 1)", "--space", "optimizer=choice(['adamw', 'sgd'])")
    flags = ("--metric", "val_loss", "--resource", "epoch", "--max-resource", "epochs=27", "--workers", "2")
    method = ("--method", "asha", "--method-arg", "type=promotion", "--max-wallclock", "10m", "--name", name)
    process = subprocess.Popen(
        command("run", str(home / "train.py"), *spaces, *flags, *method),
        env={**os.environ, "TUNEWISE_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=120)


@pytest.fixture(scope="module")
def live(filled_home: Path) -> Iterator[str]:
    """The name of an experiment that runs."""
    with running(filled_home, "live"):
        yield "live"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium isn't installed (scripts/install-chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@contextmanager
def opened(browser: Browser, width: int = 1280, dark: bool = False, root: str = "") -> Iterator[Page]:
    """A page of its own. It fails if the page fails, or asks another host for anything."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((root, "data:", "blob:")) else faults.append(asked.url),
    )
    page.on(
        "console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None
    )
    try:
        yield page
        assert not faults
    finally:
        context.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    with opened(browser, root=served.root) as found:
        found.goto(served.address)
        found.get_by_role("heading", name="Experiments").wait_for()
        yield found
