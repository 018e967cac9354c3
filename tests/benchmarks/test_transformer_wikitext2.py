"""The training script: its model, its optimiser, and that interruptions change nothing."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="the extra `benchmarks` isn't installed")

import torch.nn.functional as F  # noqa: E402

from tunewise.benchmarks.transformer_wikitext2 import train  # noqa: E402
from tunewise.benchmarks.transformer_wikitext2.model import (  # noqa: E402
    LanguageModel,
    chunked_cross_entropy,
)
from tunewise.benchmarks.transformer_wikitext2.training import (  # noqa: E402
    SGD,
    Hyperparameters,
    Size,
    to_streams,
    windows,
)

TINY = ["--size=ci", "--d_model=8", "--bptt=7", "--vocab_size=20", "--train_fraction=1", "--valid_fraction=1"]
GOOD = ["--lr=0.1", "--dropout=0.2", "--batch_size=4", "--momentum=0.9", "--clip=0.5"]

Report = dict[str, Any]


@pytest.fixture(autouse=True)
def nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No tuner around the test, and a cache of its own."""
    for name in ("TUNEWISE_DATA", "TUNEWISE_REPORTS", "TUNEWISE_CHECKPOINT_DIR", "TUNEWISE_BELL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As a tuner would have it: threads for matrices this small only get in each other's way."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Texts in which the next letter mostly follows from the last one."""
    letters, rng = "abcdefghij", random.Random(0)

    def text(lines: int) -> str:
        starts = [rng.randrange(10) for _ in range(lines)]
        return "".join(" ".join(letters[(start + i) % 10] for i in range(12)) + "\n" for start in starts)

    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "train.txt").write_text(text(80))
    (folder / "valid.txt").write_text(text(20))
    return folder


class Tuner:
    """Runs the script in this process, the way a tuner does, and reads its reports."""

    def __init__(self, folder: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checkpoint = folder / "checkpoint" / train.CHECKPOINT
        self._folder = folder
        self._texts = texts
        self._monkeypatch = monkeypatch
        folder.mkdir()

    def run(self, epochs: int, *flags: str) -> list[Report]:
        """The reports of all runs so far, without their times; an epoch counts once, as for a tuner."""
        reports = self._folder / "reports.jsonl"
        self._monkeypatch.setenv("TUNEWISE_REPORTS", str(reports))
        self._monkeypatch.setenv("TUNEWISE_CHECKPOINT_DIR", str(self.checkpoint.parent))
        train.main([*TINY, *GOOD, "--device=cpu", f"--data={self._texts}", f"--epochs={epochs}", *flags])
        first: dict[float, Report] = {}
        for line in reports.read_text().splitlines():
            report: Report = json.loads(line)["values"]
            assert report.pop("epoch_seconds") > 0
            assert report.pop("epoch_cpu_seconds") > 0
            assert first.setdefault(report["epoch"], report) == report
        return list(first.values())


def model(dropout: float = 0.0) -> LanguageModel:
    torch.manual_seed(0)
    return LanguageModel(11, d_model=8, nlayers=2, nhead=2, ffn_ratio=1.5, dropout=dropout, max_steps=6)


def test_a_resumed_run_equals_an_uninterrupted_one(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Tuner(tmp_path / "whole", texts, monkeypatch)
    parts = Tuner(tmp_path / "parts", texts, monkeypatch)
    uninterrupted = whole.run(4)
    parts.run(2)
    assert parts.run(4) == uninterrupted
    assert [report["epoch"] for report in uninterrupted] == [1, 2, 3, 4]
    assert uninterrupted[-1]["val_loss"] < uninterrupted[0]["val_loss"]
    one, other = (torch.load(tuner.checkpoint, weights_only=True) for tuner in (whole, parts))
    for name, weights in one["model"].items():
        assert torch.equal(weights, other["model"][name]), name
    assert all(map(torch.equal, one["velocities"], other["velocities"]))


def test_it_learns(tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = Tuner(tmp_path / "trial", texts, monkeypatch).run(12, "--dropout=0")
    assert reports[-1]["val_loss"] < 0.6  # the letters are certain but for each line's first


def test_finished_epochs_are_not_done_again(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tuner = Tuner(tmp_path / "trial", texts, monkeypatch)
    reports = tuner.run(2)
    assert tuner.run(2) == reports
    assert "nothing to do: 2 of 2 epochs are done" in capsys.readouterr().out


def test_a_torn_checkpoint_is_ignored(tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tuner = Tuner(tmp_path / "trial", texts, monkeypatch)
    leftover = tuner.checkpoint.with_name(f"{tuner.checkpoint.name}.tmp")
    leftover.parent.mkdir()
    leftover.write_bytes(b"half a checkpoint")
    assert len(tuner.run(1)) == 1
    leftover.write_bytes(b"half a checkpoint")
    assert len(tuner.run(2)) == 2
    assert [path.name for path in tuner.checkpoint.parent.iterdir()] == [train.CHECKPOINT]


def test_a_checkpoint_is_saved_before_its_epoch_is_reported(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuner = Tuner(tmp_path / "trial", texts, monkeypatch)
    saved = []

    class Reporter:
        def __call__(self, **values: object) -> None:
            saved.append(torch.load(tuner.checkpoint, weights_only=True)["epoch"] == values["epoch"])

    (tmp_path / "trial" / "reports.jsonl").touch()
    monkeypatch.setattr(train, "Reporter", Reporter)
    tuner.run(3)
    assert saved == [True, True, True]


def test_another_models_checkpoint_is_refused(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuner = Tuner(tmp_path / "trial", texts, monkeypatch)
    tuner.run(1)
    with pytest.raises(SystemExit, match="other sizes or other texts"):
        tuner.run(2, "--d_model=4")
    (texts / "train.txt").write_text("a b c d\n" * 100)
    with pytest.raises(SystemExit, match="other sizes or other texts"):
        tuner.run(2)


def test_a_loss_that_is_no_number_is_reported_and_ends_the_run(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = Tuner(tmp_path / "trial", texts, monkeypatch).run(3, "--lr=1e38", "--clip=1e9")
    assert [(report["epoch"], report["val_loss"]) for report in reports] == [(1, "nan")]


def test_extreme_hyperparameters_are_trained(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags = ("--dropout=0.99", "--momentum=0.99", "--clip=1", "--batch_size=48", "--lr=0.001")
    reports = Tuner(tmp_path / "trial", texts, monkeypatch).run(1, *flags)
    assert 0 < reports[0]["val_loss"] < 20


@pytest.mark.parametrize("flag", ["--dropout=1", "--momentum=-0.1", "--lr=0", "--batch_size=0", "--nhead=3"])
def test_impossible_flags_are_refused(flag: str, texts: Path) -> None:
    with pytest.raises(SystemExit, match=r"^error: .* must be"):
        train.main([*TINY, *GOOD, f"--data={texts}", flag])


def test_a_text_too_short_is_refused(texts: Path) -> None:
    with pytest.raises(SystemExit, match=r"^error: \d+ tokens are too few for 900 streams"):
        train.main([*TINY, *GOOD, f"--data={texts}", "--batch_size=900"])


def test_the_script_runs_alone_and_starts_fast(tmp_path: Path, texts: Path) -> None:
    flags = [*TINY, *GOOD, f"--data={texts}", "--epochs=2", f"--checkpoint_dir={tmp_path / 'own'}"]
    script = subprocess.run(
        [sys.executable, str(train.__file__), *flags], check=True, capture_output=True, text=True
    )
    assert "NOT WikiText-2" in script.stdout
    assert "epoch=2 val_loss=" in script.stdout
    assert (tmp_path / "own" / train.CHECKPOINT).is_file()
    # PyTorch's compiler takes as long to load as the rest of PyTorch, and nothing here needs it
    program = (
        f"import sys; from {train.__name__} import main; main(sys.argv[1:]); "
        "sys.exit('torch._dynamo' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, *flags, "--epochs=3"], check=True)


def test_sizes_are_defaults_that_flags_override() -> None:
    assert train.size_of(train.parse(["--lr=1"])) == Size()
    assert train.parse(["--lr=1"]).epochs == 40
    options = train.parse(["--lr=1", "--size=ci", "--d_model=16", "--train_fraction=0.5"])
    assert options.epochs == 27
    assert train.size_of(options) == Size(
        d_model=16, vocab_size=2000, train_fraction=0.5, valid_fraction=0.05
    )
    assert train.hyperparameters_of(options) == Hyperparameters(1.0, 0.1, 16, 0.9, 0.5)


def test_later_words_do_not_change_earlier_predictions() -> None:
    language_model = model().eval()
    tokens = torch.randint(0, 11, (3, 6))
    changed = tokens.clone()
    changed[:, 4] = (tokens[:, 4] + 1) % 11
    before, after = language_model(tokens), language_model(changed)
    assert torch.equal(before[:, :4], after[:, :4])
    assert not torch.allclose(before[:, 4], after[:, 4])
    assert not torch.allclose(before[:, 5], after[:, 5])  # the past is attended to


@pytest.mark.parametrize("rows", [1, 4, 18, 100])
def test_the_chunked_loss_is_the_plain_one(rows: int) -> None:
    language_model = model().double()
    tokens, targets = torch.randint(0, 11, (2, 3, 6))
    plain = F.cross_entropy(language_model(tokens).flatten(0, 1), targets.flatten())
    plain_gradients = torch.autograd.grad(plain, list(language_model.parameters()))
    hidden = language_model.hidden(tokens).flatten(0, 1)
    chunked = chunked_cross_entropy(hidden, language_model.decoder, targets.flatten(), rows)
    gradients = torch.autograd.grad(chunked, list(language_model.parameters()))
    torch.testing.assert_close(chunked, plain)
    torch.testing.assert_close(gradients, plain_gradients)
    torch.testing.assert_close(language_model.loss(tokens, targets), plain)


def test_dropout_is_for_training_only() -> None:
    language_model = model(dropout=0.5)
    tokens = torch.randint(0, 11, (3, 6))
    assert not torch.equal(language_model(tokens), language_model(tokens))
    language_model.eval()
    assert torch.equal(language_model(tokens), language_model(tokens))


def test_the_optimiser_is_the_usual_one() -> None:
    ours, usual = model(), model()
    optimiser = SGD(ours.parameters(), lr=0.1, momentum=0.9)
    reference = torch.optim.SGD(usual.parameters(), lr=0.1, momentum=0.9)
    for _ in range(5):
        tokens, targets = torch.randint(0, 11, (2, 3, 6))
        for each in (ours, usual):
            each.zero_grad()
            torch.autograd.backward(each.loss(tokens, targets))
        optimiser.step()
        reference.step()
    torch.testing.assert_close(list(ours.parameters()), list(usual.parameters()), rtol=0, atol=0)


def test_windows_cover_each_stream_in_order() -> None:
    streams = to_streams(list(range(17)), 2)
    assert streams.tolist() == [list(range(8)), list(range(8, 16))]
    cut = [(inputs.tolist(), targets.tolist()) for inputs, targets in windows(streams, 4)]
    assert cut == [
        ([[0, 1, 2, 3], [8, 9, 10, 11]], [[1, 2, 3, 4], [9, 10, 11, 12]]),
        ([[4, 5, 6], [12, 13, 14]], [[5, 6, 7], [13, 14, 15]]),
    ]
