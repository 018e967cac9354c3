"""Finds the texts of WikiText-2, and says which ones are used.

`python -m tunewise.benchmarks.transformer_wikitext2.data` prepares them, so that jobs find them immediately.
WikiText is by Merity et al. (2016), licensed under CC BY-SA, and isn't part of this package.
"""

import argparse
import contextlib
import http.client
import os
import urllib.request
from pathlib import Path

from tunewise.benchmarks.transformer_wikitext2 import corpus
from tunewise.benchmarks.transformer_wikitext2.stand_in import NOTICE, prepare_stand_in, stand_in_folder

ADDRESS = "https://raw.githubusercontent.com/pytorch/examples/main/word_language_model/data/wikitext-2/"
VARIABLE = "TUNEWISE_DATA"
TIMEOUT = 5.0  # seconds without an answer until the network counts as unreachable

SHA256 = {
    "train.txt": "728c77e87e176af4730f9a80fc6008bcaff421a7202c1c048877c0eec3685f89",
    "valid.txt": "f0737ed31fc1329026e95cb8b98e19c2a182c39c240ab909dc31abf2f8af58e8",
    "test.txt": "d790b833ef8cf03a90db7bf1271b7520b83c45ce07ba3c1a9699df81e239eca0",
}
TRAIN_COUNTS = (2_088_628, 33_278)
"""Tokens and types of `train.txt`, which circulates with its articles in more than one order."""


class DataError(Exception):
    """No usable text; the message is one sentence for the user."""


def find_data(named: str | None = None, *, stand_in: bool = False) -> Path:
    """The folder of the texts: the named one, or else WikiText-2 from the cache or the network.

    With `stand_in`, a text made from Python's library is used if WikiText-2 isn't in the cache and can't be
    downloaded. Once made, it is used without trying the network again, so that jobs start immediately and
    all jobs of an experiment see the same text.
    """
    named = named or os.environ.get(VARIABLE)
    if named:
        return _check_named(Path(named).expanduser())
    cache = corpus.cache_folder()
    if all((cache / name).is_file() for name in SHA256):
        return cache
    if stand_in and stand_in_folder().is_dir():
        return stand_in_folder()
    try:
        download(cache)
    except DataError as error:
        if not stand_in:
            raise DataError(
                f"{error}; name a folder that holds the texts with --data FOLDER (or ${VARIABLE}), or train "
                "on a text that comes with Python with --stand_in."
            ) from error
        print(f"{error}; --stand_in was given.")
        return _stand_in()
    return cache


def _stand_in() -> Path:
    try:
        return prepare_stand_in()
    except OSError as error:
        raise DataError(f"the stand-in can't be kept in {corpus.cache_folder()} ({error})") from error


def announce(folder: Path) -> str:
    """A sentence on which text this folder holds. It always says if that isn't WikiText-2."""
    if (folder / NOTICE).is_file():
        lines = [*(folder / NOTICE).read_text(encoding="utf-8").splitlines(), f"It is in {folder}."]
        return "\n".join(["*" * 78, *(f"*** {line}" for line in lines), "*" * 78])
    train, valid = (folder / "train.txt").read_bytes(), (folder / "valid.txt").read_bytes()
    if corpus.digest(valid) == SHA256["valid.txt"]:
        if corpus.digest(train) == SHA256["train.txt"]:
            return f"data: WikiText-2 in {folder}"
        if _as_in_train(corpus.cached_counts(train)):
            order = "its articles in another order: small sizes train on different ones"
            return f"data: WikiText-2 in {folder}, {order}"
    return f"data: {folder}, which is NOT WikiText-2: losses aren't comparable."


def download(folder: Path) -> None:
    """Downloads the missing files; each is checked before it gets its name."""
    for name in SHA256:
        if not (folder / name).is_file():
            print(f"downloading {ADDRESS}{name}", flush=True)
            content = _fetch(ADDRESS + name)
            _check_downloaded(name, content)
            _keep(folder / name, content)


def _fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
            content: bytes = answer.read()
    except (OSError, http.client.HTTPException) as error:
        raise DataError(f"WikiText-2 can't be downloaded from {url} ({error})") from error
    return content


def _keep(path: Path, content: bytes) -> None:
    try:
        corpus.write_shared(path, content)
    except OSError as error:
        raise DataError(f"WikiText-2 can't be kept in {path.parent} ({error})") from error


def _check_downloaded(name: str, content: bytes) -> None:
    if corpus.digest(content) == SHA256[name]:
        return
    with contextlib.suppress(UnicodeDecodeError):
        if name == "train.txt" and _as_in_train(corpus.count_words(content)):
            return
    raise DataError(
        f"the file at {ADDRESS}{name} isn't WikiText-2 "
        f"(its sha256 begins with {corpus.digest(content)[:12]}) and was refused"
    )


def _as_in_train(counts: corpus.WordCounts) -> bool:
    return (sum(counts.values()), len(counts)) == TRAIN_COUNTS


def _check_named(folder: Path) -> Path:
    for name in ("train.txt", "valid.txt"):
        if not (folder / name).is_file():
            raise DataError(
                f"{folder} holds no {name}; --data (or ${VARIABLE}) names a folder with train.txt and "
                "valid.txt, one paragraph a line."
            )
    return folder


def main(arguments: list[str] | None = None) -> None:
    """Prepares the texts, and prints which ones they are and how long."""
    parser = argparse.ArgumentParser(description="Prepares the texts of the benchmark transformer_wikitext2.")
    add_data_flags(parser)
    options = parser.parse_args(arguments)
    try:
        folder = find_data(options.data, stand_in=options.stand_in)
    except DataError as error:
        raise SystemExit(f"error: {error}") from error
    print(announce(folder))
    for path in (folder / name for name in SHA256 if (folder / name).is_file()):
        content = path.read_bytes()
        counts = corpus.cached_counts(content)
        size = f"{sum(counts.values()):,} tokens, {len(counts):,} types"
        print(f"{path.name}: {size}, sha256 {corpus.digest(content)}")


def add_data_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="FOLDER", help=f"with train.txt and valid.txt (or ${VARIABLE})")
    parser.add_argument(
        "--stand_in",
        action="store_true",
        help="if WikiText-2 isn't available, use a text that comes with Python; losses aren't comparable",
    )


if __name__ == "__main__":
    main()
