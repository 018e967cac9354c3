"""The texts of the benchmark: found, downloaded, refused, stood in for. Needs no torch and no network."""

from __future__ import annotations

import io
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.error import URLError

import pytest

from tunewise.benchmarks.transformer_wikitext2 import data, stand_in
from tunewise.benchmarks.transformer_wikitext2.corpus import (
    cache_folder,
    cached_counts,
    count_words,
    digest,
    encode,
    load_corpus,
    replacing,
    vocabulary,
)

TINY = {"train.txt": b"a b a\n\nc a b\n", "valid.txt": b"b a\nd\n", "test.txt": b"c c\n"}


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("TUNEWISE_DATA", raising=False)


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No network; the addresses that were asked for."""
    addresses: list[str] = []

    def unreachable(url: str, timeout: float) -> io.BytesIO:
        assert 0 < timeout <= 5
        addresses.append(url)
        raise URLError("no network here")

    monkeypatch.setattr("urllib.request.urlopen", unreachable)
    return addresses


@pytest.fixture
def small_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's library, but of twenty short modules."""
    folder = tmp_path / "library"
    (folder / "test").mkdir(parents=True)
    (folder / "test" / "left_out.py").write_text("never = 1\n" * 3)
    for number in range(20):
        (folder / f"module_{number}.py").write_text(f"import this\n\nvalue_{number} = this.d + 1\n" * 10)
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(folder))


def serve(monkeypatch: pytest.MonkeyPatch, contents: dict[str, bytes]) -> None:
    """A network that holds these files."""
    monkeypatch.setattr(
        "urllib.request.urlopen", lambda url, timeout: io.BytesIO(contents[url.rsplit("/", 1)[1]])
    )


def expect(monkeypatch: pytest.MonkeyPatch, contents: dict[str, bytes]) -> None:
    """Makes these texts the WikiText-2 that is expected."""
    monkeypatch.setattr(data, "SHA256", {name: digest(content) for name, content in contents.items()})


def write(folder: Path, contents: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def test_words_are_counted_with_the_ends_of_lines() -> None:
    assert count_words(b"a b a\n\nc a b\n") == {"<eos>": 3, "a": 3, "b": 2, "c": 1}
    assert count_words(b"no end") == {"<eos>": 1, "end": 1, "no": 1}


def test_counts_from_the_cache_are_the_counts() -> None:
    content = "a\u2013b caf\u00e9 x\u00a0y\n\n x \n".encode()
    first = cached_counts(content)
    assert list(cached_counts(content).items()) == list(first.items()) == list(count_words(content).items())
    assert len(list((cache_folder() / "word-counts").iterdir())) == 1


def test_counting_does_without_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert cached_counts(b"a\n") == count_words(b"a\n")


def test_the_vocabulary_is_the_most_frequent_words_and_unknown() -> None:
    counts = {"<eos>": 9, "a": 5, "b": 4}
    assert vocabulary(counts, 2) == {"<eos>": 0, "<unk>": 1}
    assert vocabulary(counts, 0) == {"<eos>": 0, "a": 1, "b": 2, "<unk>": 3}
    assert vocabulary({"<unk>": 9, "a": 5, "b": 4}, 2) == {"<unk>": 0, "a": 1}


def test_a_text_is_encoded_up_to_a_limit() -> None:
    ids = {"<eos>": 0, "<unk>": 1, "a": 2}
    assert encode(b"a b\n\na\n", ids, 5) == [2, 1, 0, 0, 2]
    assert encode(b"a b\n\na\n", ids, 99) == [2, 1, 0, 0, 2, 0]


@pytest.mark.parametrize(
    ("name", "tokens", "types"),
    [("train.txt", 2_088_628, 33_278), ("valid.txt", 217_646, 13_777), ("test.txt", 245_569, 14_143)],
)
def test_wikitext_has_its_tokens_and_types(wikitext: Path, name: str, tokens: int, types: int) -> None:
    counts = count_words((wikitext / name).read_bytes())
    assert (sum(counts.values()), len(counts)) == (tokens, types)


def test_wikitext_in_the_smallest_size(wikitext: Path) -> None:
    corpus = load_corpus(wikitext, vocab_size=2000, train_fraction=0.025, valid_fraction=0.05)
    assert (len(corpus.train), len(corpus.valid), corpus.words) == (52_215, 10_882, 2000)
    assert max(corpus.train) == 1999
    assert data.announce(wikitext).startswith("data: WikiText-2 in ")


def test_a_named_folder_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    by_flag, by_variable = write(tmp_path / "flag", TINY), write(tmp_path / "variable", TINY)
    monkeypatch.setenv("TUNEWISE_DATA", str(by_variable))
    assert data.find_data(str(by_flag)) == by_flag
    assert data.find_data() == by_variable
    assert "NOT WikiText-2" in data.announce(by_flag)
    assert not asked


def test_a_named_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(data.DataError, match=r"holds no train\.txt"):
        data.find_data(str(tmp_path), stand_in=True)


def test_wikitext_is_downloaded_once(monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    expect(monkeypatch, TINY)
    with monkeypatch.context() as online:
        serve(online, TINY)
        folder = data.find_data()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == TINY
    assert data.find_data(stand_in=True) == folder
    assert not asked
    assert data.announce(folder).startswith("data: WikiText-2 in ")


def test_a_wrong_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, dict.fromkeys(TINY, b"<html>Log in first</html>\n"))
    with pytest.raises(data.DataError, match=r"isn't WikiText-2 .* was refused"):
        data.find_data()
    serve(monkeypatch, dict.fromkeys(TINY, b"\xff\xfe"))
    with pytest.raises(data.DataError, match=r"isn't WikiText-2 .* was refused"):
        data.find_data()
    assert not cache_folder().exists()


def test_training_articles_in_another_order_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    expect(monkeypatch, TINY)
    monkeypatch.setattr(data, "TRAIN_COUNTS", (9, 4))
    serve(monkeypatch, {**TINY, "train.txt": b"c a b\na b a\n\n"})
    assert "its articles in another order" in data.announce(data.find_data())


def test_a_download_that_cannot_be_kept_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    expect(monkeypatch, TINY)
    serve(monkeypatch, TINY)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    with pytest.raises(data.DataError, match="can't be kept"):
        data.find_data()


def test_without_a_network_the_ways_out_are_named(asked: list[str]) -> None:
    with pytest.raises(data.DataError, match=r"can't be downloaded.*--data FOLDER.*--stand_in") as caught:
        data.find_data()
    assert str(caught.value).count("\n") == 0
    assert len(asked) == 1
    assert not cache_folder().exists()


@pytest.mark.usefixtures("small_library")
def test_the_stand_in_is_announced_and_kept(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    folder = data.find_data(stand_in=True)
    assert len(asked) == 1
    assert "can't be downloaded" in capsys.readouterr().out
    assert data.find_data(stand_in=True) == folder
    assert len(asked) == 1  # the network is left alone once there is a stand-in
    assert data.find_data(str(folder)) == folder
    announced = data.announce(folder)
    assert announced.startswith("***")
    assert "NOT WikiText-2: losses aren't comparable" in announced
    assert "standard library of Python" in announced


@pytest.mark.usefixtures("small_library")
def test_a_prepared_stand_in_is_not_used_unasked() -> None:
    data.find_data(stand_in=True)
    with pytest.raises(data.DataError):
        data.find_data()


@pytest.mark.usefixtures("small_library")
def test_wikitext_in_the_cache_comes_before_the_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    data.find_data(stand_in=True)
    for name, content in TINY.items():
        (cache_folder() / name).write_bytes(content)
    assert data.find_data(stand_in=True) == cache_folder()


@pytest.mark.usefixtures("small_library")
def test_the_stand_in_is_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stand_in.prepare_stand_in()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    second = stand_in.prepare_stand_in()
    assert first != second
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()
    text = (first / "train.txt").read_text()
    assert "this . d + 1" in text
    assert "never" not in text
    assert [path.name for path in second.parent.iterdir()] == [second.name]  # no drafts are left


@pytest.mark.usefixtures("small_library")
def test_a_stand_in_that_cannot_be_kept_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    with pytest.raises(data.DataError, match="the stand-in can't be kept"):
        data.find_data(stand_in=True)


@pytest.mark.slow
def test_the_whole_library_is_long_enough() -> None:
    folder = stand_in.prepare_stand_in()
    lengths = {name: sum(count_words((folder / name).read_bytes()).values()) for name in stand_in.SPLITS}
    assert lengths["train.txt"] >= 1_000_000
    assert lengths["valid.txt"] >= 100_000
    assert all(lengths[name] <= stand_in.SPLITS[name] for name in lengths)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path, temporary = tmp_path / "file", tmp_path / "file.tmp"
    path.write_bytes(b"former")

    def fail_halfway() -> None:
        with replacing(path, temporary) as file:
            file.write(b"ha")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert path.read_bytes() == b"former"
    assert not temporary.exists()
    with replacing(path, temporary) as file:
        file.write(b"new")
        assert path.read_bytes() == b"former"
    assert path.read_bytes() == b"new"


def test_the_command_says_what_will_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.main(["--data", str(write(tmp_path / "texts", TINY))])
    out = capsys.readouterr().out
    assert "NOT WikiText-2" in out
    assert "train.txt: 9 tokens, 4 types, sha256 " in out
    with pytest.raises(SystemExit, match=r"^error: .*--stand_in"):
        data.main([])


def test_finding_the_texts_needs_no_torch() -> None:
    program = "import sys, tunewise.benchmarks.transformer_wikitext2.data; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
