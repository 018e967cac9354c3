"""Turns text into numbers: word counts, a vocabulary, token ids. Also says where texts are cached.

A text has one paragraph per line; a token is a word, and each line ends with the token `<eos>`.
"""

import contextlib
import hashlib
import io
import os
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

END_OF_LINE = "<eos>"
UNKNOWN = "<unk>"

WordCounts = dict[str, int]
"""How often each word of a text occurs: the most frequent first, equally frequent ones by alphabet."""


@dataclass(frozen=True)
class Corpus:
    """What a model is trained and validated on."""

    train: list[int]
    valid: list[int]
    words: int  # of the vocabulary: ids are below it
    fingerprint: str  # identifies the files that it was read from


def load_corpus(folder: Path, *, vocab_size: int, train_fraction: float, valid_fraction: float) -> Corpus:
    """The first tokens of `train.txt` and `valid.txt`, as ids of the most frequent words of the former.

    The vocabulary always comes from all of `train.txt`, so it is the same for all fractions.
    """
    train, valid = (folder / "train.txt").read_bytes(), (folder / "valid.txt").read_bytes()
    counts, valid_counts = cached_counts(train), cached_counts(valid)
    ids = vocabulary(counts, vocab_size)
    return Corpus(
        train=encode(train, ids, int(train_fraction * sum(counts.values()))),
        valid=encode(valid, ids, int(valid_fraction * sum(valid_counts.values()))),
        words=len(ids),
        fingerprint=f"{digest(train)} {digest(valid)}",
    )


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def count_words(content: bytes) -> WordCounts:
    counts = Counter(content.decode().split())
    counts[END_OF_LINE] += sum(1 for _ in io.BytesIO(content))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def cached_counts(content: bytes) -> WordCounts:
    """`count_words`, from the cache if the same text was counted before.

    Counting all of WikiText-2 takes half a second, far more than encoding the small part that a small job
    trains on. Computing the text's digest, its name in the cache, takes hundredths of a second.
    """
    path = cache_folder() / "word-counts" / f"{digest(content)}.txt"
    with contextlib.suppress(OSError):
        lines = path.read_text(encoding="utf-8").split("\n")
        return {word: int(count) for word, count in (line.split(" ") for line in lines)}
    counts = count_words(content)
    with contextlib.suppress(OSError):  # a read-only home only costs the half second
        write_shared(path, "\n".join(f"{word} {count}" for word, count in counts.items()).encode())
    return counts


def vocabulary(counts: WordCounts, size: int) -> dict[str, int]:
    """The ids of the `size` most frequent words (0: all). They always include `<unk>`."""
    words = list(counts)[: size or None]
    if UNKNOWN not in words:
        words = [*words[: size - 1 if size else None], UNKNOWN]
    return {word: number for number, word in enumerate(words)}


def tokens(content: bytes) -> Iterator[str]:
    for line in io.BytesIO(content):
        yield from line.decode().split()
        yield END_OF_LINE


def encode(content: bytes, ids: dict[str, int], limit: int) -> list[int]:
    """The ids of the first `limit` tokens."""
    unknown = ids[UNKNOWN]
    return [ids.get(token, unknown) for token in islice(tokens(content), limit)]


def cache_folder() -> Path:
    """Where downloaded and prepared texts are kept; it needn't exist yet."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tunewise" / "wikitext-2"


@contextmanager
def replacing(path: Path, temporary: Path) -> Iterator[BinaryIO]:
    """Opens `temporary`, in the same folder, for writing; at the end of the block it becomes `path`.

    Readers of `path` see the old file or the new one, never a part of one: even if several jobs race, or
    after a kill or a power cut.
    """
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_shared(path: Path, content: bytes) -> None:
    """Writes a file that several jobs may write at the same time: the last one to finish wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, path.with_name(f".{path.name}.{uuid.uuid4().hex}")) as file:
        file.write(content)
