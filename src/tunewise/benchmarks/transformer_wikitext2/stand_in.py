"""A text for machines that can't reach WikiText-2: the sources of Python's own standard library.

It is as long as WikiText-2 where the library is whole, so a job costs the same; what it learns, and so every
loss, is another matter. The same version of Python makes the same text.
"""

import hashlib
import os
import platform
import re
import shutil
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tunewise.benchmarks.transformer_wikitext2.corpus import UNKNOWN, cache_folder

SPLITS = {"train.txt": 2_088_628, "valid.txt": 217_646, "test.txt": 245_569}  # tokens, as in WikiText-2
NOTICE = "STAND-IN.txt"
_RARE = 3  # words that occur less often in the training text become <unk>, as in WikiText-2
# tests are left out by many distributions; encodings are tables of numbers
_LEFT_OUT = {"site-packages", "dist-packages", "test", "tests", "encodings", "__pycache__"}
_WORD = re.compile(r"\w+|[^\w\s]")

Lines = list[list[str]]


def stand_in_folder() -> Path:
    return cache_folder() / f"stand-in-python-{platform.python_version()}"


def prepare_stand_in() -> Path:
    """The folder of the stand-in, made now if it isn't there. Several jobs may do so at once."""
    folder = stand_in_folder()
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        _write(draft)
        os.rename(draft, folder)
    except OSError:
        if not folder.is_dir():  # else another job was faster, with the same text
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _write(folder: Path) -> None:
    texts = _split(_library())
    counts = Counter(word for line in texts["train.txt"] for word in line)
    kept = {word for word, count in counts.items() if count >= _RARE}
    sizes = []
    for name, lines in texts.items():
        text = "".join(" ".join(word if word in kept else UNKNOWN for word in line) + "\n" for line in lines)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        sizes.append(f"{name}: {_tokens(lines):,} tokens")
    (folder / NOTICE).write_text(_notice(sizes), encoding="utf-8")


def _notice(sizes: list[str]) -> str:
    return "\n".join(
        [
            "A STAND-IN TEXT IS USED. It is NOT WikiText-2: losses aren't comparable.",
            f"It is made of the sources of the standard library of Python {platform.python_version()}.",
            "; ".join(sizes),
        ]
    )


def _library() -> list[Path]:
    """The library's sources in an order that is fixed, yet mixes its parts: by the digest of their names."""
    root = Path(sysconfig.get_path("stdlib"))
    names = [path.relative_to(root) for path in root.rglob("*.py")]
    chosen = [name for name in names if not _LEFT_OUT.intersection(name.parts)]
    chosen.sort(key=lambda name: hashlib.sha256(name.as_posix().encode()).digest())
    return [root / name for name in chosen]


def _split(files: list[Path]) -> dict[str, Lines]:
    """Cuts the files into texts of the lengths in SPLITS, or of the same shares of less.

    A file that crosses a text's end is cut off there, so that no file is in two texts.
    """
    sources = [list(_lines(path)) for path in files]
    there = sum(map(_tokens, sources))
    share = min(1.0, 0.98 * there / sum(SPLITS.values()))  # the rest makes good for what is cut off
    remaining = iter(sources)
    return {name: _take(remaining, int(share * tokens)) for name, tokens in SPLITS.items()}


def _take(sources: Iterator[Lines], tokens: int) -> Lines:
    """The first lines of the next sources, exactly `tokens` long unless these run out."""
    taken: Lines = []
    missing = tokens
    for source in sources:
        for line in source:
            if missing <= 0:
                break
            taken.append(line[: missing - 1])  # the line's end is a token too
            missing -= len(taken[-1]) + 1
        if missing <= 0:
            break
    return taken


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if words := _WORD.findall(line):
            yield words


def _tokens(lines: Lines) -> int:
    """The tokens of these lines, each line's end counted."""
    return sum(len(line) + 1 for line in lines)
