"""How Sphinx makes the site: `make site`.

Its source is the repository, so that every link of a page leads to the same place here and on GitHub. The
navigation is made of the links of those pages that list others (`LISTS`), so that no second list is needed.
"""

import json
import os
import re
from functools import partial
from pathlib import Path
from typing import Any

import click

from tunewise.cli.group import COMMANDS, main
from tunewise.version import __version__

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent

project = "Tunewise"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown", ".ipynb": "markdown"}
include_patterns = ["*.md", "docs/**"]
exclude_patterns = [
    ".*",
    "benchmarks",
    "build",
    "examples",
    "findings",
    "mutants",
    "packages",
    "src",
    "tests",
]
root_doc = "docs/index"

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
default_role = "code"  # docstrings mark names as Markdown does
highlight_language = "none"
smartquotes = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "inherited-members": False}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "pydata_sphinx_theme"
html_title = "Tunewise"
html_extra_path = ["site/index.html"]
html_static_path = ["site/site.css"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "logo": {"text": "Tunewise"},
    "navbar_end": ["theme-switcher"],
    "navbar_align": "left",
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": [],
    "footer_end": [],
    "show_prev_next": False,
    "header_links_before_dropdown": 7,
    "navigation_with_keys": False,
}

LISTS = ("index", "how-to", "notebooks", "explanation", "reference", "coming-from")
"""Pages of docs/ whose links are the navigation."""

UNLISTED = "how-to"
"""Where a page stands that none of them names."""


def setup(app: Any) -> None:  # noqa: ANN401 - Sphinx has no types for what it calls
    app.connect("source-read", read)
    app.connect("autodoc-process-docstring", marked_up)


def read(app: Any, name: str, source: list[str]) -> None:  # noqa: ANN401
    """A page as Markdown with what is made for it."""
    if app.env.doc2path(name).suffix == ".ipynb":
        source[0] = notebook(json.loads(source[0]))
    source[0] = LINK.sub(partial(without_folders, ROOT / Path(name).parent), source[0])
    if name.removeprefix("docs/") in LISTS:
        source[0] += contents(name.removeprefix("docs/"))
    if name == "docs/commands":
        source[0] += "".join(map(command, COMMANDS))


LINK = re.compile(r"\[([^]\n]*)\]\(([^)#:\s]+)\)")


def without_folders(place: Path, link: re.Match[str]) -> str:
    """The words alone of a link to a folder, which GitHub shows and the site doesn't have."""
    return link[1] if (place / link[2]).is_dir() else link[0]


def listed(page: str) -> dict[str, str]:
    """The pages that a page of lists names, with the words of the link."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    links = re.findall(r"^- \[([^]]*)\]\(([\w./-]+)\.(?:md|ipynb)\)", text, re.M)
    return {target: words for words, target in links}


def contents(page: str) -> str:
    """The navigation below a page of lists."""
    entries = [f"{words} <{target}>" for target, words in listed(page).items()]
    if page == UNLISTED:
        known = {DOCS / f"{target}.md" for other in LISTS for target in (other, *listed(other))}
        known = {Path(os.path.normpath(path)) for path in known}
        entries += [os.path.relpath(path, DOCS)[:-3] for path in pages() if path not in known]
    return "\n".join(["\n\n```{toctree}", ":hidden:", "", *entries, "```", ""])


def pages() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def command(name: str) -> str:
    """The help of a command, as it prints it."""
    found = main.get_command(click.Context(main), name)
    assert found is not None
    context = click.Context(found, info_name=f"tunewise {name}", max_content_width=72, terminal_width=72)
    return f"\n## {name}\n\n```text\n{found.get_help(context)}\n```\n"


def notebook(content: dict[str, Any]) -> str:
    """An executed notebook: its text, its code and what that printed."""
    return "\n\n".join(part for cell in content["cells"] for part in parts(cell))


def parts(cell: dict[str, Any]) -> list[str]:
    text = "".join(cell["source"])
    if cell["cell_type"] != "code":
        return [text]
    shown = [output for found in cell["outputs"] if (output := shown_as(found))]
    return [f"```python\n{text}\n```", *shown]


def shown_as(output: dict[str, Any]) -> str:
    data = output.get("data", {"text/plain": output.get("text", "")})
    if "image/png" in data:
        return f"![What the cell draws](data:image/png;base64,{''.join(data['image/png']).strip()})"
    return "```text\n" + "".join(data["text/plain"]).rstrip() + "\n```"


TERM = re.compile(r"(?P<names>\w+(?:, \w+)*): (?P<text>.+)")


def marked_up(app: Any, what: str, name: str, thing: object, options: Any, lines: list[str]) -> None:  # noqa: ANN401
    """Lines such as `seed: a whole number` become a list; lines that continue one are indented more."""
    made: list[str] = []
    within = False
    for line in lines:
        term = TERM.fullmatch(line)
        if term:
            made += [*([] if within else [""]), f"- **{term['names']}**: {term['text']}"]
        elif within and line.strip():
            made.append(f"  {line.strip()}")
        else:
            made.append(line)
        within = bool(term) or (within and bool(line.strip()))
    lines[:] = made
