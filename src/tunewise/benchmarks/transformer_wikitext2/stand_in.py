"""A text for machines that can't reach WikiText-2: the sources of Python's own standard library.

It is as long as WikiText-2 if the library is complete, so a job costs the same. But what it learns is
different, and so is every loss. The same version of Python makes the same text.
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
_RARE = 3  # words that occur less often than this in the training text become <unk>, as in WikiText-2
# many distributions leave out the tests; encodings are tables of numbers
_LEFT_OUT = {"site-packages", "dist-packages", "test", "tests", "encodings", "__pycache__"}
_WORD = re.compile(r"\w+|[^\w\s]")

Lines = list[list[str]]


def stand_in_folder() -> Path:
    return cache_folder() / f"stand-in-python-{platform.python_version()}"


def prepare_stand_in() -> Path:
    """The folder of the stand-in; makes it if it is missing. Several jobs may do so at the same time."""
    folder = stand_in_folder()
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        _write(draft)
        os.rename(draft, folder)
    except OSError:
        if not folder.is_dir():  # otherwise another job made the same text first
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
    """The library's sources in a fixed order that mixes its parts: by the digest of their names."""
    root = Path(sysconfig.get_path("stdlib"))
    names = [path.relative_to(root) for path in root.rglob("*.py")]
    chosen = [name for name in names if not _LEFT_OUT.intersection(name.parts)]
    chosen.sort(key=lambda name: hashlib.sha256(name.as_posix().encode()).digest())
    return [root / name for name in chosen]


def _split(files: list[Path]) -> dict[str, Lines]:
    """Splits the files into texts with the lengths in SPLITS, or in the same proportions if there is less.

    A file that crosses the end of a text is cut off there, so no file is in two texts.
    """
    sources = [list(_lines(path)) for path in files]
    available = sum(map(_tokens, sources))
    share = min(1.0, 0.98 * available / sum(SPLITS.values()))  # the rest makes up for what is cut off
    remaining = iter(sources)
    return {name: _take(remaining, int(share * tokens)) for name, tokens in SPLITS.items()}


def _take(sources: Iterator[Lines], tokens: int) -> Lines:
    """The first lines of the next sources, exactly `tokens` long unless these run out."""
    lines: Lines = []
    missing = tokens
    for source in sources:
        for line in source:
            if missing <= 0:
                break
            lines.append(line[: missing - 1])  # the line's end is a token too
            missing -= len(lines[-1]) + 1
        if missing <= 0:
            break
    return lines


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if words := _WORD.findall(line):
            yield words


def _tokens(lines: Lines) -> int:
    """The number of tokens in these lines, counting each line's end."""
    return sum(len(line) + 1 for line in lines)
