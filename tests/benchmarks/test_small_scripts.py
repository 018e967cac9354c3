"""The training scripts on digits and CIFAR-10: they learn, report, and resume to the same numbers."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tunewise.benchmarks.definitions import real_benchmark_definitions

Report = dict[str, float]


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Report]]:
    """What has been reported so far, without the times; an epoch counts once."""
    path = tmp_path / "reports.jsonl"
    monkeypatch.setenv("TUNEWISE_REPORTS", str(path))
    monkeypatch.setenv("TUNEWISE_CHECKPOINT_DIR", str(tmp_path / "checkpoint"))
    (tmp_path / "checkpoint").mkdir()

    def read() -> list[Report]:
        found: dict[float, Report] = {}
        for line in path.read_text().splitlines():
            report: Report = json.loads(line)["values"]
            assert report.pop("epoch_seconds") >= 0
            assert found.setdefault(report["epoch"], report) == report
        path.unlink()
        for checkpoint in (tmp_path / "checkpoint").iterdir():
            checkpoint.unlink()
        return list(found.values())

    return read


DIGITS = ["--lr", "0.05", "--batch_size", "64", "--width", "24", "--layers", "2"]


@pytest.mark.parametrize(("which", "good"), [((), 0.1), (("--drawn",), 0.8)])
def test_digits_are_learned_and_resumed_digit_for_digit(
    reports: Callable[[], list[Report]], which: tuple[str, ...], good: float
) -> None:
    if not which:
        pytest.importorskip("sklearn")
    from tunewise.benchmarks.mlp_digits import train

    train.main([*DIGITS, *which, "--epochs", "6"])
    whole = reports()
    assert [report["epoch"] for report in whole] == [1, 2, 3, 4, 5, 6]
    assert whole[-1]["val_error"] < good < whole[0]["val_error"]
    train.main([*DIGITS, *which, "--epochs", "2"])
    train.main([*DIGITS, *which, "--epochs", "6"])
    assert reports() == whole


def test_the_gradient_of_the_perceptron() -> None:
    from tunewise.benchmarks.mlp_digits.train import Perceptron, parse

    options = parse(["--lr", "1", "--momentum", "0", "--weight_decay", "0", "--width", "5", "--layers", "2"])
    rng = np.random.default_rng(0)
    images, classes = rng.random((7, 64)), rng.integers(0, 10, 7)

    def loss(model: Perceptron) -> float:
        scores = model._activations(images)[-1]
        scores = scores - scores.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(7), classes]))

    model = Perceptron(options)
    before = [parameter.copy() for parameter in model._parameters]
    model._step(images, classes)
    steps = [old - new for old, new in zip(before, model._parameters, strict=True)]  # gradients, as lr is 1
    for place, index in ((0, (3, 2)), (1, (1,)), (2, (4, 0)), (4, (2, 7)), (5, (3,))):
        moved = Perceptron(options)
        difference = []
        for sign in (1e-6, -1e-6):
            moved._parameters[place][index] = before[place][index] + sign
            difference.append(loss(moved))
        expected = (difference[0] - difference[1]) / 2e-6
        assert steps[place][index] == pytest.approx(expected, rel=1e-4, abs=1e-8)


@pytest.fixture
def tiny_cifar(tmp_path: Path) -> Path:
    """Batches of four images each, in the binary form of CIFAR-10."""
    folder = tmp_path / "cifar"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for name in [*(f"data_batch_{number}.bin" for number in range(1, 6)), "test_batch.bin"]:
        rows = rng.integers(0, 256, (4, 3073), dtype=np.uint8)
        rows[:, 0] = rng.integers(0, 10, 4)
        (folder / name).write_bytes(rows.tobytes())
    return folder


def test_cifar_is_trained_and_resumed_digit_for_digit(
    tiny_cifar: Path, reports: Callable[[], list[Report]]
) -> None:
    pytest.importorskip("torch")
    from tunewise.benchmarks.resnet_cifar10 import train

    flags = ["--lr", "0.01", "--batch_size", "5", "--width", "4", "--blocks", "1", "--device", "cpu"]
    flags += ["--data", str(tiny_cifar)]
    train.main([*flags, "--epochs", "3"])
    whole = reports()
    assert [report["epoch"] for report in whole] == [1, 2, 3]
    assert all(0.0 <= report["val_acc"] <= 1.0 for report in whole)
    train.main([*flags, "--epochs", "1"])
    train.main([*flags, "--epochs", "3"])
    assert reports() == whole


def test_crops_are_windows_of_the_padded_image() -> None:
    torch = pytest.importorskip("torch")
    from tunewise.benchmarks.resnet_cifar10.data import augmented

    images = torch.rand(50, 3, 32, 32)
    made = augmented(images, torch.Generator().manual_seed(1))
    assert made.shape == images.shape
    padded = torch.nn.functional.pad(images, (4, 4, 4, 4))
    mirrored = 0
    for index in range(50):
        windows = [
            (
                flip,
                padded[index, :, y : y + 32, x : x + 32].flip(2)
                if flip
                else padded[index, :, y : y + 32, x : x + 32],
            )
            for y in range(9)
            for x in range(9)
            for flip in (False, True)
        ]
        found = [flip for flip, window in windows if torch.equal(window, made[index])]
        assert found
        mirrored += found[0]
    assert 10 < mirrored < 40


def test_the_archive_is_checked_and_unpacked_by_bare_names(tiny_cifar: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from tunewise.benchmarks.resnet_cifar10.data import DataError, fetch, find_data, load

    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as content:
        for path in tiny_cifar.iterdir():
            content.add(path, f"cifar-10-batches-bin/{path.name}")
        content.addfile(tarfile.TarInfo("../../outside.bin"))
    packed = tmp_path / "cifar.tar.gz"
    packed.write_bytes(archive.getvalue())
    target, address = tmp_path / "deep" / "down", f"file://{packed}"
    with pytest.raises(DataError, match="isn't CIFAR-10"):
        fetch(target, address)
    fetch(target, address, hashlib.md5(archive.getvalue(), usedforsecurity=False).hexdigest())
    assert find_data(str(target), download=False) == target
    assert not (tmp_path / "outside.bin").exists()
    images, classes = load(target, ("test_batch.bin",))
    assert images.shape == (4, 3, 32, 32)
    assert classes.shape == (4,)
    with pytest.raises(DataError, match="give the folder with --data"):
        find_data(str(tmp_path / "nowhere"), download=False)


def test_definitions_are_as_published() -> None:
    local, cloud = real_benchmark_definitions(), real_benchmark_definitions(sagemaker_backend=True)
    transformer = local["transformer_wikitext2"]
    assert set(local) == {"transformer_wikitext2", "resnet_cifar10", "mlp_digits"}
    assert (transformer.workers, transformer.max_wallclock_time) == (4, 5 * 3600.0)
    assert transformer.problem.space.to_text()["lr"] == "loguniform(1e-06, 0.001)"
    assert transformer.problem.max_resource == 40
    assert {benchmark.instance for benchmark in local.values()} == {("ml.g4dn.12xlarge", 4)}
    assert {benchmark.instance for benchmark in cloud.values()} == {("ml.g4dn.xlarge", 1)}
    small = real_benchmark_definitions(size="ci")["transformer_wikitext2"]
    assert (small.problem.max_resource, small.arguments) == (27, ("--size", "ci"))
    with pytest.raises(ValueError, match="There is no size 'huge'"):
        real_benchmark_definitions(size="huge")
    for benchmark in local.values():
        benchmark.local().check(1)


def test_the_size_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUNEWISE_BENCHMARK_SIZE", "laptop")
    assert real_benchmark_definitions()["transformer_wikitext2"].arguments == ("--size", "laptop")
