"""The documentation as a site: it builds, its links lead somewhere, and it loads nothing from elsewhere."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import tunewise
from tunewise.cli.group import COMMANDS

ROOT = Path(__file__).resolve().parents[1]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

LOADED = {("img", "src"), ("script", "src"), ("link", "href"), ("source", "srcset"), ("iframe", "src")}
"""Attributes with what a browser fetches by itself."""


class Page(HTMLParser):
    """A built page: what can be linked to, where it links, and what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.ids, self.links = path, {""}, list[str]()
        self.loads = list[str]()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif (tag, name) in LOADED:
                self.loads.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    flags = ["--fail-on-warning", "--keep-going", "--quiet", "-d", str(folder / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *flags, "-c", "docs", ".", str(folder / "html")]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    found = {path: Page(path) for path in site.rglob("*.html") if "_static" not in path.parts}
    assert len(found) > 30
    return found


def test_links_lead_to_a_place_of_the_site(site: Path, pages: dict[Path, Page]) -> None:
    broken = []
    for page in pages.values():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
            place = unquote(parts.fragment)
            if not target.is_file() or (target in pages and place not in pages[target].ids):
                broken.append(f"{page.path.relative_to(site)}: {link}")
    assert not broken


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[Path, Page]) -> None:
    loads = [load for page in pages.values() for load in page.loads]
    assert len(loads) > 100
    elsewhere = {load for load in loads if urlsplit(load).netloc}
    styles = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert styles
    fetched = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
    elsewhere |= {found for style in styles for found in fetched.findall(style)}
    assert not elsewhere


def test_every_public_name_and_command_has_its_entry(site: Path, pages: dict[Path, Page]) -> None:
    documented = pages[site / "docs" / "api.html"].ids
    values = {name for name in tunewise.__all__ if name not in ("__version__", "methods", "space")}
    assert {f"tunewise.{name}" for name in values} <= documented
    others = pages[site / "docs" / "api-methods.html"].ids
    assert {f"tunewise.methods.{name}" for name in tunewise.methods.names()} <= others
    assert COMMANDS.keys() <= pages[site / "docs" / "commands.html"].ids
