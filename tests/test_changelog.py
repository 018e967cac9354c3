"""The changelog has a place for what changes next, and an entry for each version that was published."""

import re
from pathlib import Path

from tunewise.version import __version__

ROOT = Path(__file__).parents[1]


def test_the_version_is_the_newest_or_the_next() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    newest, *published = re.findall(r"^## \[(.+)\]", text, re.MULTILINE)
    assert newest == "Unreleased"
    assert __version__ in published or f"To become {__version__}" in text
